/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SECTION_MARKS_H
#define CORE_MODEL_SECTION_MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/str.h"

/*
 * What surrounds the words of a label: bullets, quote marks and ornaments
 * before it, Markdown or tags that set it off, a colon or a dash behind it.
 */

/* Longer words than this, in bytes, or more blanks among them are no label. */
#define SECTION_LABEL_MAX 72
#define SECTION_BARE_MAX 36	/* of one without a mark */
#define SECTION_BLANKS_MAX 7

/* Take `prefix` off the front if it stands there, in either case. */
bool section_take(struct str *s, const char *prefix);

/* Can a line be a label?  Most lines have more words than any before the first
 * mark that might end them, and looking closer costs more than drawing them. */
bool section_may_be_label(struct str line);

struct section_opening {
	bool heading, strong, emphasis;
	bool listed;	/* as an item of a list */
};

/* Skip blanks, the no-break and the ideographic one too. */
void section_skip_blanks(struct str *s);

/* Skip quote marks, the bullet or number of a list item, and its box. */
void section_skip_containers(struct str *s);

/* Take what stands before the words of a label off the front. */
struct section_opening section_take_opening(struct str *s);

/* Do the marks before the words alone say that they may be a label? */
bool section_is_marked(struct section_opening o);

/* How many bytes the words of a label take that may begin here;
 * SECTION_LABEL_MAX: there are too many of them. */
size_t section_words_length(struct str s);

/* May the words of a label end where this begins? */
bool section_words_end(struct str rest);

/* Take the marks behind the words; do they alone say that it was a label? */
bool section_take_closing(struct str *s, struct section_opening opening);

/* "**Thoughts** - fine", "Thoughts – fine": a dash with blanks around it parts
 * the label from the text as a colon does, and so does a tab.  Skip a dash at
 * the front; or where among the first bytes the blank before one, or a tab is,
 * s.len: nowhere. */
void section_skip_dash(struct str *s);
size_t section_dash(struct str s);

bool section_is_ornament(uint32_t c);

/* --- thoughts, which are looked for in whatever dress --------------------- */

struct section_dress {
	bool marked;	/* by more than blanks, quote marks and bullets */
	bool listed;
};

/* Take all that people put before a label off the front: boxes, numbers, tags,
 * quotes, brackets, ":thought_balloon:". */
struct section_dress section_take_dress(struct str *s);

/* Where the words end that begin here, by a mark of any kind; s.len: there is
 * none within SECTION_LABEL_MAX bytes. */
size_t section_dress_end(struct str s);

/* Take such marks off the front of what is behind the words. */
void section_skip_dress(struct str *s);

#endif
