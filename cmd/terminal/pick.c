/* SPDX-License-Identifier: MIT */
/* Which entry is meant by "2022-07-04", "fri" or nothing at all. */
#include "cmd/terminal/pick.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/model/date_words.h"

void picks_release(struct picks *p)
{
	free(p->items);
	*p = (struct picks)PICKS_INIT;
}

static void add(struct picks *p, const char *id, const char *path,
		const struct index_entry *entry)
{
	XGROW(p->items, p->count, p->cap);
	p->items[p->count++] = (struct picked){ id, path, entry };
}

/* The last dated one; where none has a date, the last of all. */
static const struct index_entry *latest(const struct index_entry *entries,
					size_t count)
{
	for (size_t i = count; i-- > 0;)
		if (entries[i].entry.ndays)
			return &entries[i];
	return &entries[count - 1];
}

static int pick_latest(struct picks *out, struct index *ix, struct arena *mem,
		       struct error *err)
{
	const struct index_filter all = { .since = DAY_NONE,
					  .until = DAY_NONE };
	struct index_entry *entries;
	const struct index_entry *e;
	size_t count;

	if (index_entries(ix, &all, mem, &entries, &count, err))
		return -1;
	if (!count)
		return error_set(err, ERROR_NOT_FOUND,
				 "there is no entry yet; write one with 'hecto "
				 "log'");
	e = latest(entries, count);
	add(out, e->entry.id, e->path, e);
	return 0;
}

static int pick_id(struct picks *out, struct index *ix, const char *id,
		   struct arena *mem)
{
	struct index_entry *e = arena_alloc(mem, sizeof(*e));
	struct error none = ERROR_INIT;

	if (index_entry(ix, id, mem, e, &none))
		return -1;
	add(out, e->entry.id, e->path, e);
	return 0;
}

static int pick_day(struct picks *out, struct index *ix, int day,
		    struct arena *mem, struct error *err)
{
	const struct index_filter filter = { .since = day, .until = day };
	struct index_entry *entries;
	size_t count;

	if (index_entries(ix, &filter, mem, &entries, &count, err))
		return -1;
	if (!count)
		return error_set(err, ERROR_NOT_FOUND,
				 "there is no entry for %s; 'hecto list' shows "
				 "those there are",
				 date_words_long(day).s);
	for (size_t i = 0; i < count; i++)
		add(out, entries[i].entry.id, entries[i].path, &entries[i]);
	return 0;
}

/* `no_date` is why the name is no day. */
static int pick_note(struct picks *out, struct index *ix, const char *name,
		     int today, const struct error *no_date, struct arena *mem,
		     struct error *err)
{
	struct index_note *notes;
	size_t count;

	if (index_notes(ix, mem, &notes, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (!str_is(str_of(notes[i].id), name) &&
		    !str_is(str_of(notes[i].path), name))
			continue;
		add(out, notes[i].id, notes[i].path, NULL);
		return 0;
	}
	if (date_words_mean_days(str_of(name), today))
		return error_set(err, no_date->kind, "%s", no_date->text);
	return error_set(err, ERROR_NOT_FOUND,
			 "there is no entry or note '%s'; 'hecto list' shows "
			 "the entries there are",
			 name);
}

int pick(struct picks *out, struct journal *j, const char *name,
	 struct arena *mem, struct error *err)
{
	struct error no_date = ERROR_INIT;
	struct index *ix;
	int day;

	if (journal_index(j, &ix, err))
		return -1;
	if (!name)
		return pick_latest(out, ix, mem, err);
	if (!pick_id(out, ix, name, mem))
		return 0;
	if (!date_words_parse(&day, str_of(name), journal_today(j), DATE_PAST,
			      &no_date))
		return pick_day(out, ix, day, mem, err);
	return pick_note(out, ix, name, journal_today(j), &no_date, mem, err);
}

int pick_one(struct picked *out, struct journal *j, const char *name,
	     struct arena *mem, struct error *err)
{
	AUTO(picks) found = PICKS_INIT;
	AUTO(strbuf) ids = STRBUF_INIT;

	if (pick(&found, j, name, mem, err))
		return -1;
	*out = found.items[0];
	if (found.count == 1)
		return 0;
	for (size_t i = 0; i < found.count; i++)
		strbuf_addf(&ids, "%s'%s'", i ? ", " : "", found.items[i].id);
	return error_set(err, ERROR_USAGE,
			 "there is more than one entry for '%s'; name one of "
			 "%s",
			 name, ids.buf);
}
