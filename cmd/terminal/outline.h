/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_OUTLINE_H
#define CMD_TERMINAL_OUTLINE_H

#include "cmd/command.h"
#include "core/base/strbuf.h"
#include "core/index/index.h"

/*
 * The passages of one document after the other, beneath their headings: a
 * heading or a list item that was shown just before is not shown again, what
 * belongs to it is set in.
 */
#define OUTLINE_DEEPEST 16

struct outline {
	struct strbuf *out;
	const struct context *ctx;
	const char *path;	/* of the document, or NULL at the beginning */
	struct str open[OUTLINE_DEEPEST];	/* what the next may belong to */
	size_t depth, base;	/* how many; those in the line of headings */
	bool marked;		/* with the signs of marks.h; false at first */
};
#define OUTLINE_INIT(out, ctx) \
	{ (out), (ctx), NULL, { { NULL, 0 } }, 0, 0, false }

/* `remark` goes behind the text in brackets, unless it is NULL. */
void outline_add(struct outline *o, const struct index_passage *p,
		 const char *remark);

#endif
