/* SPDX-License-Identifier: MIT */
#ifndef CORE_JOURNAL_ITEMS_H
#define CORE_JOURNAL_ITEMS_H

#include "core/journal.h"
#include "core/model/answer.h"
#include "core/model/question.h"

/*
 * What a learner has open: questions, holes, labs, todos and the like, wherever
 * they stand in plans, notes and entries.  All of it is read from their text.
 */
enum item_state {
	ITEM_OPEN,
	ITEM_SUGGESTED,		/* a question that the notes may answer */
	ITEM_CLOSED,		/* answered, ticked or struck out */
};
const char *item_state_name(enum item_state s);	/* "open" … */

struct journal_item {
	struct item_id id;
	enum item_state state;
	struct str text, prefix;	/* without a box and the prefix */
	const struct index_item *source;
	int index;			/* of source; see source->parent */
	bool has_items;			/* others of these are nested in it */
	int day;			/* it was noted, or DAY_NONE */
	const char *const *topics;	/* of the text and of the prefix */
	size_t ntopics;
	const struct index_passage *answers[ANSWERS_MAX];	/* suggested */
	size_t nanswers;
	unsigned times;			/* it was noted: a hole missed again */
	/* Of a hole: on how many days it was answered right, and the first of
	 * them; or the later entry that closes it.  By journal_holes(). */
	unsigned right;
	int right_day;
	const struct index_passage *closed_by;
};

/* Those that have any of these traits, in the order of index_items(), without
 * the same text twice; all in `mem`. */
int journal_items(struct journal *j, unsigned traits, struct arena *mem,
		  struct journal_item **out, size_t *count, struct error *err)
	MUST_CHECK;

/*
 * Where a document has no date, the day on which the item's line was committed:
 * a blame for each file, so only for those who show days.  What is not
 * committed yet stays without.
 */
void journal_items_date(struct journal *j, struct journal_item *items,
			size_t count, struct arena *mem);

/* Look for what answers the open questions among them, and for later entries
 * that fill the open holes whose day is known. */
int journal_suggest(struct journal *j, struct journal_item *items,
		    size_t count, struct arena *mem, struct error *err)
	MUST_CHECK;

/*
 * How far the holes among them are: the days on which each was answered right,
 * two of which close it, and the first entry of a later day on its topic that
 * names all its terms, which does so too.  Nothing is written.
 */
int journal_holes(struct journal *j, struct journal_item *items, size_t count,
		  struct arena *mem, struct error *err) MUST_CHECK;

/* Is this one of the answers that were noted beneath a hole, "right on
 * 2026-05-09", and of which day? */
#define HOLE_RIGHT "right on "
bool journal_hole_right(struct str *rest, int *day);

/* The item that an id, or the beginning of one, stands for; ERROR_NOT_FOUND,
 * or ERROR_USAGE where it stands for several.  `what`: "question" …; `list`:
 * the command that lists their ids. */
const struct journal_item *
journal_item_named(const struct journal_item *items, size_t count,
		   const char *typed, const char *what, const char *list,
		   struct error *err);

#endif
