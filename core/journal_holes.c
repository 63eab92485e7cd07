/* SPDX-License-Identifier: MIT */
/* What closes holes: right answers on two days, or what was logged later. */
#include "core/journal_answers.h"

#include <string.h>

#include "core/base/date.h"
#include "core/model/plan_edit.h"

#define TERMS_LEAST 2	/* of a hole; one word is named by much */
#define RIGHT_CLOSES 2	/* days */
#define DAYS_LOOKED_AT 365	/* back; a long log is not read for it each day */

bool journal_hole_right(struct str *rest, int *day)
{
	size_t at;

	while ((at = str_find_str(*rest, STR(HOLE_RIGHT))) < rest->len) {
		*rest = str_from(*rest, at + sizeof(HOLE_RIGHT) - 1);
		*day = day_parse_iso(str_upto(*rest, 10));
		if (*day != DAY_NONE)
			return true;
	}
	return false;
}

static void count_right(struct journal_item *hole, struct str text)
{
	const struct index_passage *p = &hole->source->passage;
	struct str beneath = plan_lines_beneath(text, p->line, p->last_line);
	int day, last = DAY_NONE;

	while (journal_hole_right(&beneath, &day)) {
		hole->right += day != last;
		if (hole->right_day == DAY_NONE || day < hole->right_day)
			hole->right_day = day;
		last = day;
	}
	if (hole->right >= RIGHT_CLOSES)
		hole->state = ITEM_CLOSED;
}

static bool is_hole(const struct journal_item *item)
{
	return item->source->passage.traits & TRAIT_HOLE;
}

/* Holes of one file stand together, so each file is read once. */
static void find_right(struct journal *j, struct journal_item *items,
		       size_t count)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error unread = ERROR_INIT;
	const char *path = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct index_passage *p = &items[i].source->passage;

		if (!is_hole(&items[i]) || p->kind != PASSAGE_ITEM)
			continue;
		if (!path || strcmp(path, p->path) != 0) {
			strbuf_reset(&text);
			if (journal_read(j, p->path, &text, &unread))
				strbuf_reset(&text);
			path = p->path;
		}
		count_right(&items[i], strbuf_slice(&text));
	}
}

static uint64_t all_of(const struct answer_terms *t)
{
	return (UINT64_C(1) << t->count) - 1;
}

static bool may_close(const struct index_passage *p,
		      const struct journal_item *hole)
{
	return p->document == DOCUMENT_ENTRY && p->day != DAY_NONE &&
	       !(p->traits & TRAIT_HOLE) &&
	       (hole->day == DAY_NONE || p->day > hole->day);
}

/* The first entry of a shelf whose passages together name all the terms. */
static void look_through(const struct answer_finder *f,
			 const struct answer_shelf *shelf,
			 const struct answer_terms *terms,
			 struct journal_item *hole)
{
	const char *path = NULL;
	uint64_t named = 0;

	for (size_t i = 0; i < shelf->count; i++) {
		const struct answer_source *s = &f->sources[shelf->sources[i]];

		if (!may_close(s->passage, hole))
			continue;
		if (!path || strcmp(path, s->passage->path) != 0)
			named = 0;
		path = s->passage->path;
		named |= answer_terms_in(terms, &s->text);
		if (named != all_of(terms))
			continue;
		if (!hole->closed_by || s->passage->day < hole->closed_by->day)
			hole->closed_by = s->passage;
		return;
	}
}

static int find_closer(struct answer_finder *f, struct journal_item *hole,
		       struct error *err)
{
	struct answer_terms terms = { .count = 0 };

	answer_terms_read(&terms, hole->text);
	if (terms.count < TERMS_LEAST)
		return 0;
	for (size_t i = 0; i < hole->ntopics; i++) {
		struct answer_shelf shelf;

		if (answer_shelf_of(f, hole->topics[i], &shelf, err))
			return -1;
		look_through(f, &shelf, &terms, hole);
	}
	return 0;
}

/* Of those alone that something may close. */
static void find_days(struct journal *j, struct journal_item *items,
		      size_t count, struct arena *mem)
{
	struct journal_item *some = arena_alloc(mem,
						(count + 1) * sizeof(*some));
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (items[i].closed_by && items[i].day == DAY_NONE)
			some[kept++] = items[i];
	if (kept)
		journal_items_date(j, some, kept, mem);
	kept = 0;
	for (size_t i = 0; i < count; i++)
		if (items[i].closed_by && items[i].day == DAY_NONE)
			items[i].day = some[kept++].day;
}

/*
 * The day of a hole is that of its line in git, and to ask for it takes time:
 * so those that something may close are looked for first, and then again, with
 * their days known.
 */
static int find_closers(struct journal *j, struct journal_item *items,
			size_t count, struct arena *mem, struct error *err)
{
	AUTO(answer_finder) f = {
		.mem = mem,
		.reader = { .mem = mem },
		.since = journal_today(j) - DAYS_LOOKED_AT,
	};

	if (journal_index(j, &f.index, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (!is_hole(&items[i]) || items[i].state == ITEM_CLOSED)
			continue;
		if (find_closer(&f, &items[i], err))
			return -1;
	}
	find_days(j, items, count, mem);
	for (size_t i = 0; i < count; i++) {
		bool known = items[i].day != DAY_NONE;

		if (!items[i].closed_by)
			continue;
		items[i].closed_by = NULL;
		if (known && find_closer(&f, &items[i], err))
			return -1;
		if (items[i].closed_by)
			items[i].state = ITEM_CLOSED;
	}
	return 0;
}

int journal_holes(struct journal *j, struct journal_item *items, size_t count,
		  struct arena *mem, struct error *err)
{
	find_right(j, items, count);
	return find_closers(j, items, count, mem, err);
}
