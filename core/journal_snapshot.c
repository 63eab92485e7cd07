/* SPDX-License-Identifier: MIT */
/* Loading a whole journal for exporters. */
#include "core/journal_private.h"

#include <stdlib.h>

#include "core/base/sum64.h"

struct loader {
	struct journal *journal;
	struct index *index;
	struct arena *mem;
	struct snapshot *out;
	struct strset by_id;	/* entry id -> index */
	struct snapshot_keys keys;
};

static int read_file(struct loader *l, const char *path, struct str *out,
		     struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (journal_read(l->journal, path, &text, err))
		return -1;
	*out = arena_str(l->mem, strbuf_slice(&text));
	return 0;
}

static int load_entry(struct loader *l, const char *path, struct entry *out,
		      struct error *err)
{
	struct error complaint = ERROR_INIT;
	struct str file;

	if (read_file(l, path, &file, err))
		return -1;
	if (entry_parse(out, path, file, l->mem, &complaint))
		journal_warn(l->journal, "'%s': %s", path, complaint.text);
	return 0;
}

/* An entry of the index has no more than its frame. */
static int load_texts(struct loader *l, const struct index_heads *heads,
		      struct error *err)
{
	struct entry *entries = arena_alloc(l->mem, (heads->count + 1) *
							    sizeof(*entries));

	l->out->entries = entries;
	for (size_t i = 0; i < heads->count; i++) {
		/* For the logs. */
		strset_put(&l->by_id, str_of(heads->frames[i].id), i);
		if (load_entry(l, heads->items[i].path, &entries[i], err))
			return -1;
	}
	return 0;
}

/* They are dropped together, where that is wanted. */
static void take_frames(struct snapshot *out, struct index_heads *heads)
{
	arena_release(&out->names);
	out->names = heads->names;
	heads->names = (struct arena)ARENA_INIT;
	arena_adopt(&out->names, heads->frames);
	out->frames = heads->frames;
	heads->frames = NULL;
}

static int load_entries(struct loader *l, bool texts, struct error *err)
{
	struct index_heads heads;
	int rc = index_heads(l->index, l->mem, &heads, err);
	size_t count = heads.count;
	struct snapshot_file *files =
		arena_alloc(l->mem, (count + 1) * sizeof(*files));

	l->keys.items = xcalloc(count + 1, sizeof(*l->keys.items));
	for (size_t i = 0; i < count; i++) {
		const struct index_head *h = &heads.items[i];

		files[i] = (struct snapshot_file){ h->path, h->sum, h->empty };
		l->keys.items[i] = (struct snapshot_key){
			h->key, h->first_part, (uint32_t)i
		};
	}
	if (!rc && texts)
		rc = load_texts(l, &heads, err);
	l->out->files = files;
	l->out->nentries = count;
	take_frames(l->out, &heads);
	index_heads_release(&heads);
	return rc;
}

static int load_notes(struct loader *l, bool texts, struct error *err)
{
	struct index_note *found;
	struct snapshot_note *notes;
	size_t count;

	if (index_notes(l->index, l->mem, &found, &count, err))
		return -1;
	notes = arena_alloc(l->mem, (count + 1) * sizeof(*notes));
	l->keys.items = xrealloc(l->keys.items,
				 (l->out->nentries + count + 1) *
					 sizeof(*l->keys.items));
	for (size_t i = 0; i < count; i++) {
		notes[i] = (struct snapshot_note){
			.path = found[i].path,
			.id = found[i].id,
			.title = found[i].title,
			.kind = found[i].kind,
			.sum = found[i].sum,
		};
		l->keys.items[l->out->nentries + i] = (struct snapshot_key){
			found[i].key, found[i].first_part,
			(uint32_t)(l->out->nentries + i),
		};
		if (read_file(l, found[i].path, &notes[i].text, err) ||
		    (!texts &&
		     journal_snapshot_check(found[i].sum, found[i].path,
					    notes[i].text, err)))
			return -1;
	}
	l->out->notes = notes;
	l->out->nnotes = count;
	return 0;
}

static int load_logs(struct loader *l, struct error *err)
{
	struct journal_log *found;
	struct snapshot_log *logs;
	size_t count;

	if (journal_logs(l->journal, l->mem, &found, &count, err))
		return -1;
	logs = arena_alloc(l->mem, (count + 1) * sizeof(*logs));
	for (size_t i = 0; i < count; i++) {
		size_t *order = arena_alloc(l->mem, (found[i].nids + 1) *
							    sizeof(*order));
		size_t n = 0;

		/* An entry that was removed since has no place any more. */
		for (size_t k = 0; k < found[i].nids; k++)
			n += strset_get(&l->by_id, str_of(found[i].ids[k]),
					&order[n]);
		logs[i] = (struct snapshot_log){
			.name = found[i].name,
			.preamble = found[i].preamble,
			.entries = order,
			.nentries = n,
		};
	}
	l->out->logs = logs;
	l->out->nlogs = count;
	return 0;
}

static int load_all(struct loader *l, bool texts, struct error *err)
{
	struct studied_day *days;

	if (load_entries(l, texts, err) || load_notes(l, texts, err))
		return -1;
	if (texts && load_logs(l, err))
		return -1;
	if (journal_streak(l->journal, l->mem, &l->out->streak, &days,
			   &l->out->ndays, err))
		return -1;
	l->out->days = days;
	return 0;
}

static void unload(struct loader *l)
{
	strset_release(&l->by_id);
	free(l->keys.items);
	l->keys.items = NULL;
}

/*
 * Each question is answered by the index of its own moment, and a key or the
 * number of a day means something else once another process has written: so
 * all are asked again until one generation has answered them.  What is refused
 * meanwhile may be for that reason alone.
 */
static int load_at_once(struct loader *l, bool texts, struct error *err)
{
	int64_t *before = &l->keys.generation, after;

	for (int i = 0; i < SNAPSHOT_TRIES; i++) {
		int rc;

		unload(l);
		if (index_generation(l->index, before, err))
			return -1;
		rc = load_all(l, texts, err);
		if (rc && err->kind != ERROR_CONFLICT &&
		    err->kind != ERROR_NOT_FOUND)
			return -1;
		if (index_generation(l->index, &after, err))
			return -1;
		if (after == *before)
			return rc;
		*err = (struct error)ERROR_INIT;
	}
	return journal_snapshot_never_rests(err);
}

static uint64_t sum_of_settings(struct journal *j)
{
	const struct config_pair *pairs;
	struct sum64 sum = SUM64_INIT;
	size_t count;

	journal_config(j, &pairs, &count);
	for (size_t i = 0; i < count; i++) {
		sum64_add_string(&sum, pairs[i].key);
		sum64_add_string(&sum, pairs[i].value);
	}
	return sum.value;
}

int journal_snapshot(struct journal *j, struct arena *mem, bool texts,
		     struct snapshot *out, struct error *err)
{
	struct loader l = { .journal = j, .mem = mem, .out = out };
	int rc;

	*out = (struct snapshot){
		.settings = journal_settings(j),
		.settings_sum = sum_of_settings(j),
		.now = j->now,
		.today = journal_today(j),
	};
	rc = journal_index(j, &l.index, err);
	if (!rc)
		rc = load_at_once(&l, texts, err);
	out->generation = l.keys.generation;
	if (!rc && !texts)
		journal_add_source(j, out, &l.keys, mem);
	unload(&l);
	return rc;
}

void snapshot_release(struct snapshot *s)
{
	arena_release(&s->mentions);
	arena_release(&s->names);
}
