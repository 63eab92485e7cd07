/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_EDIT_H
#define CORE_MODEL_PLAN_EDIT_H

#include <stdbool.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/model/plan_section.h"

/*
 * Changing a plan where asked, and only the lines concerned: each function
 * appends the whole text to `out` with every other byte as it was.  Lines are
 * counted from 1; a new line ends as the one beside it does.
 */

/*
 * Put the countdown into the lines that have it, as people write them:
 * "- **Days to go**: 16", "Percentage remaining: 94%", "Days left: 3".  Only
 * the number is replaced.  False: no such line, or each says so already.
 * `percent` -1: it is not known.
 */
bool plan_edit_countdown(struct strbuf *out, struct str text, int days_to_go,
			 int percent);

/* The number that a line of a countdown has, and whether it is the percentage;
 * -1: it is no such line. */
int plan_countdown_read(struct str line, bool *percent);

/* Tick the item of a line, or take its tick away; an item without a box gets
 * one when it is ticked.  An error when the line is no list item. */
int plan_edit_tick(struct strbuf *out, struct str text, unsigned line,
		   bool done, struct error *err) MUST_CHECK;

/*
 * Put a nested item beneath the item whose lines are first … last: an answer,
 * say.  Line ends in `item` become one blank.
 */
int plan_edit_beneath(struct strbuf *out, struct str text, unsigned first,
		      unsigned last, struct str item, struct error *err)
	MUST_CHECK;

/*
 * The same for what is no list item: " A: so" behind the end of its last line,
 * or strike the text of its one line out, of a `row` of a table cell by
 * cell.  Neither changes what the lines around it mean, as a new list would.
 */
int plan_edit_behind(struct strbuf *out, struct str text, unsigned line,
		     struct str more, struct error *err) MUST_CHECK;
int plan_edit_strike(struct strbuf *out, struct str text, unsigned line,
		     bool row, struct error *err) MUST_CHECK;

/* Take the strokes of a line away again; an error where it has none. */
int plan_edit_unstrike(struct strbuf *out, struct str text, unsigned line,
		       struct error *err) MUST_CHECK;

/*
 * Tick the row of a table: its cell of the column of states says that it is
 * done, in the words of the rows that are, and nothing else changes.  Where the
 * table has no such column, the row is struck out.  Not `done`: the way back,
 * in the words of the rows that are open, or in none.
 */
int plan_edit_tick_row(struct strbuf *out, struct str text, unsigned line,
		       bool done, struct error *err) MUST_CHECK;

/* The lines nested in the item whose own lines are first … last. */
struct str plan_lines_beneath(struct str text, unsigned first, unsigned last);

/* Is this line a list item?  One with a tick? */
bool plan_line_is_item(struct str text, unsigned line);
bool plan_line_is_ticked(struct str text, unsigned line);

/*
 * Add an item at the end of the first list of a section, with the bullets that
 * are there, and before any heading within the section; a section that is
 * missing is made at the end of the text, under `title`, at the level of the
 * highest heading below the title's.
 */
void plan_edit_add(struct strbuf *out, struct str text,
		   enum plan_section section, const char *title,
		   struct str item);

#endif
