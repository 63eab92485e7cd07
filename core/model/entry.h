/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_ENTRY_H
#define CORE_MODEL_ENTRY_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/* How the header line of an imported entry ended in the log it came from. */
enum line_end { LINE_END_LF, LINE_END_CRLF, LINE_END_CR, LINE_END_NONE };

/*
 * One study day, or several under one header: a body, and what the body cannot
 * say (hecto-journal(5), "Entries").  Plain data; the strings live in the
 * arena that it was read into, or in the file's bytes.
 */
struct entry {
	const char *id;		/* the file's name without suffix: 2022-07-04 */
	int *days;		/* civil days, ascending as written */
	size_t ndays;		/* 0: undated */
	int *numbers;		/* "Day N": 0 … LIMIT_DAY_NUMBER, or negative */
	size_t nnumbers;	/* 0: the log gave none */
	int round;		/* "RnDm": 1 …; 0: the log gave none */
	int minutes;		/* studied; 0: not said */
	const char **tags;
	size_t ntags;
	struct clock written;	/* .seconds 0: not known */
	bool private;		/* never published */
	const char *title;	/* of the user's own, or NULL */

	/* Of an entry that came from a log; else NULL, 0 and STR_NONE. */
	struct str heading;	/* the header line, byte for byte, without its
				   line end; Setext: both lines */
	enum line_end heading_end;
	const char *log;	/* the name of the log, as in logs/NAME */
	unsigned line;		/* of the header in the file it came from */
	const char *digest;	/* of heading and body when it was imported */
	const char *imported_id;	/* what the program that it came from
					   knows it by: a UUID */
	const char *imported_folder;	/* of the journal, where the files lie
					   that stood beside it */
	const char *columns;	/* of the table whose row it was, those of the
				   body's cells: "Progress | Thoughts" */
	const char **flags;	/* "year-inferred", "date-corrected", … */
	size_t nflags;

	/*
	 * Front matter of the user's own, both rules included, of an entry
	 * that is brought in from a file of its own; entry_write adds our keys
	 * to it.  STR_NONE: there is none.  entry_parse does not set it.
	 */
	struct str matter;

	struct str front;	/* front matter that was read, both rules
				   included, or empty; entry_write does not
				   look at it */
	struct str body;	/* byte for byte */
};

/* First day and number, or DAY_NONE and INT_MIN. */
int entry_day(const struct entry *e);
int entry_number(const struct entry *e);
#define NUMBER_NONE (-2147483647 - 1)

/*
 * Read an entry's file.  Front matter that is damaged, or a date that is none,
 * is no reason to lose the text: what could be read is in *out, the complaint
 * (with its line) in *err, and -1 is returned.  A name like 2022-07-04.md
 * dates an entry whose front matter does not.
 */
int entry_parse(struct entry *out, const char *path, struct str file,
		struct arena *mem, struct error *err) MUST_CHECK;

/* Write the file of an entry: front matter, then the body as it is.  A key that
 * `matter` has already is left to it. */
void entry_write(struct strbuf *out, const struct entry *e);

/* "log/2022/2022-07-04.md"; undated: "log/undated/R1D014.md". */
void entry_add_path(struct strbuf *out, const struct entry *e);

/*
 * The id that an entry wants: "2022-07-04", or "R1D014", "D014", or "entry"
 * when it has neither date nor number.  Where it is taken, append "-2", "-3" …
 */
void entry_add_wanted_id(struct strbuf *out, const struct entry *e);

/*
 * "Day 0: July 4, 2022": what a reader calls it.  The heading of a log without
 * its marks, else the title that its front matter gives, else made from round,
 * number and date.
 */
void entry_add_title(struct strbuf *out, const struct entry *e);

/* 32 hex digits over heading, its end and body: the same text, or not. */
void entry_add_digest(struct strbuf *out, const struct entry *e);

/*
 * Of the row of a table that is a day, the heading has the first cells and the
 * text the others, as one line: this without the bars behind them.
 */
struct str entry_row_text(struct str line);

/* Has it content beyond labels, blanks and template text?  (streak.md) */
bool entry_is_empty(const struct entry *e);

#endif
