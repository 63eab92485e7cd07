/* SPDX-License-Identifier: MIT */
#ifndef CMD_ITEMS_ITEMS_H
#define CMD_ITEMS_ITEMS_H

#include "cmd/command.h"
#include "core/journal_items.h"
#include "core/text/json.h"

/* What the commands on questions, holes, labs and todos share. */

/* Is the item on this topic?  NULL: on any. */
bool item_is_on(const struct journal_item *item, const char *topic);

/*
 * Items one below the other: id, text, topics, and where each stands; answers
 * that are suggested beneath, if `answers`.
 */
void items_add(struct strbuf *out, const struct context *ctx,
	       const struct journal_item *items, size_t count, bool answers);
struct json *item_json(const struct journal_item *item);
int items_print_json(const struct journal_item *items, size_t count,
		     struct error *err) MUST_CHECK;

/*
 * Show the item of this text among those with these traits, as it was just
 * noted; a question with what may answer it.
 */
int item_show_noted(const struct context *ctx, unsigned trait, struct str text,
		    bool json, struct arena *mem, struct error *err) MUST_CHECK;

/* --- item_edit.c --------------------------------------------------------- */

/* How an item's file is changed. */
typedef int (*item_change)(struct strbuf *out, struct str text,
			   const struct journal_item *item, const void *arg,
			   struct error *err);

/*
 * Find the item among those with these traits by its id, change its file and
 * commit: one commit, or nothing.  `out` (in `mem`) is the item as it was.
 */
struct item_edit {
	unsigned traits;
	const char *typed, *what;	/* the id; "question", "hole" … */
	const char *list;		/* the command that lists them */
	item_change change;
	const void *arg;
	const char *message;		/* of the commit, before the id */
};
int item_edit_run(struct journal *j, const struct item_edit *edit,
		  struct arena *mem, const struct journal_item **out,
		  struct error *err) MUST_CHECK;

/* Tick an item, or strike it out where it is no list item. */
int item_tick(struct strbuf *out, struct str text,
	      const struct journal_item *item, const void *arg,
	      struct error *err);

/* The way back, of an item that its own line says is done. */
int item_untick(struct strbuf *out, struct str text,
		const struct journal_item *item, const void *arg,
		struct error *err);

/* --- plan_file.c --------------------------------------------------------- */

/*
 * The plan that something is added to: `typed`, a path or name; else that of
 * the exam named or the next one; else the only one there is; else a new one.
 * In `mem`.
 */
int plan_choose(const char **path, struct journal *j, const char *typed,
		const char *exam, struct arena *mem, struct error *err)
	MUST_CHECK;

/* The plan of an exam, which may be one that is not there yet: the one it names,
 * one that names it, or the only one while there is no other exam.  In `mem`;
 * NULL: none is known. */
const char *plan_of_exam(struct journal *j, const struct exam *e,
			 struct arena *mem);

/* Is there any plan?  One that cannot be known of is none. */
bool plan_exists(struct journal *j);

/* Add an item to a section of a plan, which is made when it is missing: one
 * commit. */
int plan_add_item(struct journal *j, const char *path,
		  enum plan_section section, const char *title,
		  struct str item, const char *message, struct error *err)
	MUST_CHECK;

#endif
