/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_LINE_H
#define CORE_MODEL_TOPIC_LINE_H

#include <stdbool.h>

#include "core/base/ascii.h"
#include "core/base/str.h"

/* What stands around a name on its line, for the recogniser of topics. */

/* Marks around names: what looks beyond a name passes over some of them. */
enum mark {
	BEFORE_ITEM = 1,	/* from the first word back to the line's begin */
	AFTER_ITEM = 2,		/* from the last one on to its end */
	BEFORE_WORD = 4,	/* from a word back to the one before it */
	AFTER_WORD = 8,		/* on to the one after it */
	OPENS = 16,		/* a sentence, after what */
	ENDS = 32,		/* the one before it */
	LISTS = 64,		/* between names of a list: one of these, and */
	FILLS = 128,
	AROUND = BEFORE_ITEM | AFTER_ITEM | BEFORE_WORD | AFTER_WORD | OPENS |
		 FILLS,
};

bool line_mark(char c, enum mark of);

/*
 * Markup before the first word of a line or table cell.  Digits and brackets
 * are, too: "5.2 Route 53", "1) Go", "- [x] Rust".
 */
bool line_begins_item(struct str line, const char *p);

/* Nothing but markup, the address of a link and what is in brackets up to the
 * end of the line or cell, or to a colon or a dash. */
bool line_ends_item(struct str line, const char *p);

/*
 * Is what stands beside it, but for a blank, of another script: Cyrillic,
 * Greek, Japanese?  No word of an English sentence has that for a neighbour.
 */
bool line_is_foreign(struct str line, const char *start, const char *end);

/* Is it the first word of its line, or behind a mark that parts what is noted:
 * "slots, app service", "sql -> data factory"? */
bool line_begins_phrase(struct str line, const char *p);

/* Does a capital here only say that a sentence begins? */
bool line_begins_sentence(struct str line, const char *p);

/* Does one end between the two?  What is far from each other shares none. */
bool line_sentence_ends(struct str line, const char *from, const char *to);

/* Is the word, in whatever case, one of those in lower case that only commas
 * part? */
bool word_in_list(struct str list, struct str word);

/* The letters of the word before `p`, and after it; may be none. */
struct str line_word_before(struct str line, const char *p);
struct str line_word_after(struct str line, const char *p);

/* The letters after `p` where only a blank is between; may be none. */
struct str line_next_word(struct str line, const char *p);

/*
 * Behind " in ", " on " or " (" behind a name: where what stands that it is
 * said to be part of, or NULL.  `place_end` (may be NULL): where that ends;
 * then a bracket has to close there.
 */
const char *line_place_behind(struct str line, const char *end,
			      const char *place_end);

/* Are they without capitals, as in a sentence? */
bool line_word_follows(struct str line, const char *p);

#endif
