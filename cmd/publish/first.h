/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_FIRST_H
#define CMD_PUBLISH_FIRST_H

#include "cmd/publish/targets.h"

/*
 * The configuration is a file of the journal, and a journal may be somebody
 * else's, cloned or forked.  So before something is sent to a place for the
 * first time from this machine, whoever sits here is asked, or says --yes.
 */
int publish_ask_first(const struct publish_job *job, const char *where,
		      struct error *err) MUST_CHECK;

#endif
