/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_SERVER_H
#define CMD_PUBLISH_SERVER_H

#include "cmd/publish/targets.h"

/*
 * SFTP, WebDAV and S3.  Only what differs from what was sent before goes out,
 * in an order in which no page that is there leads to one that is not: what
 * pages need, pages, then what lists them; what is gone is removed last, and
 * nothing that we did not put there.
 */
publish_send publish_to_server;

#endif
