/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_TABLE_H
#define CMD_TERMINAL_TABLE_H

#include <stdbool.h>

#include "cmd/command.h"
#include "core/base/strbuf.h"

/*
 * Columns for people, and SGR where the terminal takes it.  Everything ends in
 * a strbuf; report_output() sends it.
 */
enum style { STYLE_NONE, STYLE_BOLD, STYLE_DIM, STYLE_GOOD, STYLE_WARN,
	     STYLE_BAD, STYLE_MATCH };

/* Append journal text, made visible, between the sequences of a style. */
void style_add(struct strbuf *out, const struct context *ctx, enum style s,
	       struct str text);

/* A table: add cells row by row; widths are found when it is written. */
struct table;
struct table *table_new(size_t columns);
void table_free(struct table *t);
void table_right(struct table *t, size_t column);	/* numbers */
/* Left out where the terminal is too narrow for all; in the order of the calls. */
void table_spare(struct table *t, size_t column);
void table_cell(struct table *t, enum style s, struct str text);
/* The same of a text that ends in a NUL and outlives the table. */
void table_borrow(struct table *t, enum style s, struct str text);
void table_cellf(struct table *t, enum style s, const char *fmt, ...)
	PRINTF_LIKE(3, 4);
/* The last column is cut to the terminal's width; on a narrow one, columns that
 * can be spared are left out, and then the widest of the others is cut as well. */
void table_write(struct strbuf *out, struct table *t,
		 const struct context *ctx);

#endif
