/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_MEDIA_TYPE_H
#define CORE_BASE_MEDIA_TYPE_H

#include "core/base/str.h"

/*
 * The media type of a file by its name, as it stands in a Content-Type field
 * (RFC 9110, 8.3), with "charset=utf-8" for what is text; for any name that
 * tells nothing, "application/octet-stream".
 */
const char *media_type_of(struct str path);

#endif
