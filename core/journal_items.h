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

/* The item that an id, or the beginning of one, stands for; ERROR_NOT_FOUND,
 * or ERROR_USAGE where it stands for several.  `what`: "question" …; `list`:
 * the command that lists their ids. */
const struct journal_item *
journal_item_named(const struct journal_item *items, size_t count,
		   const char *typed, const char *what, const char *list,
		   struct error *err);

#endif
