/* SPDX-License-Identifier: MIT */
/* Exams with their topics, and what is open, for exporters. */
#include "core/journal_private.h"

#include <stdlib.h>

#include "core/journal_items.h"

/* What a site or another format has a use for; todos and readings are plans. */
#define TRAITS_SHOWN (TRAIT_QUESTION | TRAIT_HOLE | TRAIT_LAB | \
	TRAIT_PRACTICE | TRAIT_SUBJECT)

#define NOT_THERE ((size_t)-1)

struct taker {
	struct arena *mem;
	struct snapshot *out;
	struct strset entries, notes;	/* with items: by id; by path */
};

/* Most documents have no items. */
static void number_documents(struct taker *t, const struct journal_item *items,
			     size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct index_passage *p = &items[i].source->passage;

		if (p->document == DOCUMENT_ENTRY)
			strset_put(&t->entries, str_of(p->id), NOT_THERE);
		else
			strset_put(&t->notes, str_of(p->path), NOT_THERE);
	}
	for (size_t i = 0; i < t->out->nentries; i++) {
		struct str id = str_of(snapshot_entry(t->out, i).id);

		if (strset_has(&t->entries, id))
			strset_put(&t->entries, id, i);
	}
	for (size_t i = 0; i < t->out->nnotes; i++)
		strset_put(&t->notes, str_of(t->out->notes[i].path), i);
}

/* False: its document is not in the snapshot. */
static bool take_passage(const struct taker *t, const struct index_passage *p,
			 struct snapshot_passage *out)
{
	bool is_note = p->document != DOCUMENT_ENTRY;
	size_t number;

	if (!strset_get(is_note ? &t->notes : &t->entries,
			str_of(is_note ? p->path : p->id), &number) ||
	    number == NOT_THERE)
		return false;
	*out = journal_snapshot_passage(p, number);
	return true;
}

static bool take_item(const struct taker *t, const struct journal_item *in,
		      struct snapshot_item *out)
{
	*out = (struct snapshot_item){
		.is_done = in->state == ITEM_CLOSED,
		.text = in->text,
		.prefix = in->prefix,
		.topics = in->topics,
		.ntopics = in->ntopics,
	};
	return !in->source->private &&
	       take_passage(t, &in->source->passage, &out->passage);
}

static int load_items(struct journal *j, struct taker *t, struct error *err)
{
	struct journal_item *found;
	struct snapshot_item *items;
	size_t count;

	if (journal_items(j, TRAITS_SHOWN, t->mem, &found, &count, err))
		return -1;
	number_documents(t, found, count);
	items = arena_alloc(t->mem, (count + 1) * sizeof(*items));
	for (size_t i = 0; i < count; i++)
		t->out->nitems += take_item(t, &found[i],
					    &items[t->out->nitems]);
	t->out->items = items;
	return 0;
}

static void take_exam(struct journal *j, struct arena *mem,
		      const struct exam *exam, struct snapshot_exam *out)
{
	const struct topic_catalogue *catalogue = journal_topics(j);
	struct snapshot_exam_topic *topics;
	size_t count = 0, n = 0;

	for (size_t i = 0; i < exam->ndomains; i++)
		count += exam->domains[i].ntopics;
	topics = arena_alloc(mem, (count + 1) * sizeof(*topics));
	for (size_t i = 0; i < exam->ndomains; i++)
		for (size_t k = 0; k < exam->domains[i].ntopics; k++) {
			const char *typed = exam->domains[i].topics[k];
			const struct topic *t = topic_find(catalogue,
							   str_of(typed));

			topics[n++] = (struct snapshot_exam_topic){
				.id = arena_strdup(mem, t ? t->id : typed),
				.name = arena_strdup(mem, t ? t->name : typed),
				.typed = typed,
				.domain = (int)i,
			};
		}
	*out = (struct snapshot_exam){ exam, topics, n };
}

static void load_exams(struct journal *j, struct arena *mem,
		       struct snapshot *out)
{
	const struct settings *settings = out->settings;
	struct snapshot_exam *exams =
		arena_alloc(mem, (settings->nexams + 1) * sizeof(*exams));

	for (size_t i = 0; i < settings->nexams; i++)
		take_exam(j, mem, &settings->exams[i], &exams[i]);
	out->exams = exams;
	out->nexams = settings->nexams;
}

/* Where the index is of another generation than the snapshot, each document of
 * that has to be the same in it: 1; 0: it has to be asked again; -1. */
static int is_of_snapshot(struct journal *j, struct snapshot *s,
			  struct error *err)
{
	struct snapshot_keys keys = { .items = NULL };
	struct index *ix;
	int64_t now;
	int rc;

	if (journal_index(j, &ix, err) || index_generation(ix, &now, err))
		return -1;
	if (now == s->generation)
		return 1;
	keys.items = xcalloc(s->nentries + s->nnotes + 1, sizeof(*keys.items));
	rc = journal_snapshot_find_keys(ix, s, &keys, err);
	free(keys.items);
	s->generation = keys.generation;
	return rc;
}

static int load_items_of_snapshot(struct journal *j, struct taker *t,
				  struct error *err)
{
	for (int i = 0; i < SNAPSHOT_TRIES; i++) {
		int rc;

		strset_release(&t->entries);
		strset_release(&t->notes);
		t->out->nitems = 0;
		if (load_items(j, t, err))
			return -1;
		rc = is_of_snapshot(j, t->out, err);
		if (rc)
			return rc < 0 ? -1 : 0;
	}
	return journal_snapshot_never_rests(err);
}

int journal_snapshot_study(struct journal *j, struct arena *mem,
			   struct snapshot *s, struct error *err)
{
	struct taker t = { .mem = mem, .out = s };
	int rc;

	rc = load_items_of_snapshot(j, &t, err);
	load_exams(j, mem, s);
	strset_release(&t.entries);
	strset_release(&t.notes);
	return rc;
}
