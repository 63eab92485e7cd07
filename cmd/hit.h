/* SPDX-License-Identifier: MIT */
#ifndef CMD_HIT_H
#define CMD_HIT_H

#include "cmd/command.h"
#include "core/base/strbuf.h"
#include "core/text/json.h"

/*
 * A passage with its date, title, way and place above it.  Behind another one
 * (`before`, or NULL) of the same document the title is not said again.
 */
void hit_add(struct strbuf *out, const struct context *ctx, const struct hit *h,
	     const struct hit *before, const char *text);

struct json *hit_json(const struct hit *h);

#endif
