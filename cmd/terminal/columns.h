/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_COLUMNS_H
#define CMD_TERMINAL_COLUMNS_H

#include "cmd/command.h"
#include "core/base/strbuf.h"

/*
 * Two lists of passages side by side, where the terminal is wide; else, and
 * in a pipe, one below the other and set in.  The place of a passage has a
 * line of its own beneath it, dim.  Nothing is cut; in a pipe lines are not
 * broken either.
 */
struct column_item {
	struct str text;
	struct str place;	/* or STR_NONE */
};

struct column {
	const char *head;
	const struct column_item *items;
	size_t count;		/* 0: it is said that there is nothing */
};

void columns_write(struct strbuf *out, const struct context *ctx,
		   const struct column *left, const struct column *right);

/* One list over the whole width, set in by `indent`. */
void columns_write_one(struct strbuf *out, const struct context *ctx,
		       const struct column_item *items, size_t count,
		       unsigned indent);

#endif
