/* SPDX-License-Identifier: MIT */
/* Which documents speak of a topic, for a snapshot. */
#include "core/journal_private.h"

#include <stdlib.h>
#include <string.h>

struct finder {
	struct snapshot *out;
	struct snapshot_key *keys;	/* of all documents, by key */
	size_t count;
	size_t last;		/* the one that was found last */
	/* Of the topic in hand. */
	struct place *places;
	size_t nplaces, places_cap;
	struct strbuf passages;
	struct topic_mentions_writer mentions;
};

/* A mention while it may have to be put in order. */
struct place {
	uint32_t document, part, count;
	uint32_t first, len;	/* bytes of .passages of the finder */
};

static void finder_release(struct finder *f)
{
	free(f->places);
	strbuf_release(&f->passages);
	topic_mentions_writer_release(&f->mentions);
}

/* Further away it is searched for. */
#define STEPS_MAX 16

static int by_key(const void *a, const void *b)
{
	const struct snapshot_key *x = a, *y = b;

	return (x->key > y->key) - (x->key < y->key);
}

static int by_document(const void *a, const void *b)
{
	const struct place *x = a, *y = b;

	if (x->document != y->document)
		return x->document < y->document ? -1 : 1;
	return (x->part > y->part) - (x->part < y->part);
}

static bool is_by_key(const struct finder *f)
{
	for (size_t i = 1; i < f->count; i++)
		if (f->keys[i - 1].key > f->keys[i].key)
			return false;
	return true;
}

/* Mostly the next one, or one a little further on, for a topic is told in the
 * order of its parts. */
static const struct snapshot_key *find_keyed(struct finder *f, int64_t key)
{
	const struct snapshot_key wanted = { .key = key };
	size_t count = f->count, at = f->last;

	if (at >= count || f->keys[at].key > key)
		at = 0;
	for (size_t i = 0; i < STEPS_MAX && at < count; i++, at++)
		if (f->keys[at].key >= key)
			break;
	if (at >= count)
		return NULL;
	if (f->keys[at].key < key) {
		const struct snapshot_key *found =
			bsearch(&wanted, f->keys + at, count - at,
				sizeof(wanted), by_key);

		at = found ? (size_t)(found - f->keys) : 0;
	}
	f->last = at;
	return f->keys[at].key == key ? &f->keys[at] : NULL;
}

static bool is_in_order(const struct place *places, size_t count)
{
	for (size_t i = 1; i < count; i++)
		if (by_document(&places[i - 1], &places[i]) > 0)
			return false;
	return true;
}

static uint32_t add_marks(struct strbuf *out, struct str marks)
{
	size_t passage = 0;
	unsigned others;
	uint32_t count = 0, last = 0;

	for (; index_next_mark(&marks, &passage, &others); count++)
		passage_numbers_add(out, &last, (uint32_t)passage, others);
	return count;
}

/* A document that came into the index since has no place, and no mention. */
static void find_places(struct finder *f,
			const struct index_topic_mentions *found)
{
	struct index_mention m = INDEX_MENTION_NONE;
	struct str bytes = strbuf_slice(&found->bytes);

	f->nplaces = 0;
	strbuf_reset(&f->passages);
	while (index_next_mention(&bytes, &m)) {
		const struct snapshot_key *at = find_keyed(f, m.document);
		struct place *to;

		if (!at)
			continue;
		XGROW(f->places, f->nplaces, f->places_cap);
		to = &f->places[f->nplaces++];
		*to = (struct place){
			.document = at->document,
			.part = (uint32_t)(m.part - at->first_part),
			.first = (uint32_t)f->passages.len,
		};
		to->count = add_marks(&f->passages, m.marks);
		to->len = (uint32_t)f->passages.len - to->first;
	}
	/* The index is mostly in the order of days. */
	if (!is_in_order(f->places, f->nplaces))
		qsort(f->places, f->nplaces, sizeof(*f->places), by_document);
}

static void add_mentions(struct finder *f, struct snapshot_topic *topic,
			 const struct index_topic_mentions *found)
{
	struct str passages;

	find_places(f, found);
	passages = strbuf_slice(&f->passages);
	for (size_t i = 0; i < f->nplaces; i++) {
		const struct place *p = &f->places[i];

		topic_mentions_add(&f->mentions, &(struct topic_mention){
			p->document, p->part, p->count,
			str_upto(str_from(passages, p->first), p->len),
		});
	}
	topic->mentions = topic_mentions_take(&f->mentions, &f->out->mentions);
}

/* Of the generation that the keys are of, which are learned again when that is
 * not the one that answers any more. */
static int read_mentions(struct snapshot_keys *keys, const struct snapshot *s,
			 struct index *ix, struct index_topic_mentions **out,
			 size_t *count, struct error *err)
{
	int64_t now;

	for (int i = 0; i < SNAPSHOT_TRIES; i++) {
		int rc = index_mentions(ix, out, count, err);

		if (!rc)
			rc = index_generation(ix, &now, err);
		if (!rc && now == keys->generation)
			return 0;
		index_mentions_free(*out, *count);
		if (rc || journal_snapshot_find_keys(ix, s, keys, err))
			return -1;
	}
	return journal_snapshot_never_rests(err);
}

static const char *label_of(const struct topic_catalogue *catalogue,
			    const struct topic *t, struct arena *mem)
{
	AUTO(strbuf) label = STRBUF_INIT;

	topic_add_label(&label, catalogue, t);
	return arena_strdup(mem, label.buf);
}

static struct snapshot_topic take_topic(const struct topic_catalogue *catalogue,
					const char *found, struct arena *mem)
{
	const struct topic *t = topic_find(catalogue, str_of(found));
	const char *id = arena_strdup(mem, found);
	const char *name = t ? arena_strdup(mem, t->name) : id;
	bool learned = !t || !strcmp(t->group, "journal");

	return (struct snapshot_topic){
		.id = id,
		.name = name,
		.label = learned ? name : label_of(catalogue, t, mem),
		.keys = "",
		.parent = t ? arena_strdup(mem, t->parent) : NULL,
		.learned = learned,
	};
}

/* Topics are in the order of their ids. */
struct keys {
	struct snapshot_topic *topics;
	struct strbuf *of;	/* each of them */
	size_t count;
};

static int compare_ids(const void *id, const void *topic)
{
	return strcmp(id, ((const struct snapshot_topic *)topic)->id);
}

static void take_key(void *arg, const struct topic *t, const char *key)
{
	struct keys *keys = arg;
	const struct snapshot_topic *found =
		bsearch(t->id, keys->topics, keys->count, sizeof(*found),
			compare_ids);

	if (found)
		strbuf_addf(&keys->of[found - keys->topics], "%s ", key);
}

static void add_keys(const struct topic_catalogue *catalogue,
		     struct snapshot_topic *topics, size_t count,
		     struct arena *mem)
{
	struct keys keys = {
		.topics = topics,
		.of = xcalloc(count + 1, sizeof(*keys.of)),
		.count = count,
	};

	for (size_t i = 0; i < count; i++)
		keys.of[i] = (struct strbuf)STRBUF_INIT;
	topic_tell_keys(catalogue, take_key, &keys);
	for (size_t i = 0; i < count; i++) {
		topics[i].keys = arena_str(mem, strbuf_slice(&keys.of[i])).s;
		strbuf_release(&keys.of[i]);
	}
	free(keys.of);
}

int journal_snapshot_topics(struct journal *j, struct snapshot *s,
			    struct snapshot_keys *keys, struct arena *mem,
			    struct error *err)
{
	struct finder f = { .out = s, .keys = keys->items,
			    .count = s->nentries + s->nnotes,
			    .passages = STRBUF_INIT,
			    .mentions = TOPIC_MENTIONS_WRITER_INIT };
	struct topic_catalogue *catalogue = journal_topics(j);
	struct index_topic_mentions *found;
	struct snapshot_topic *topics;
	struct index *ix;
	size_t count;

	if (journal_index(j, &ix, err) ||
	    read_mentions(keys, s, ix, &found, &count, err))
		return -1;
	if (!is_by_key(&f))
		qsort(f.keys, f.count, sizeof(*f.keys), by_key);
	topics = arena_alloc(mem, (count + 1) * sizeof(*topics));
	for (size_t i = 0; i < count; i++) {
		topics[i] = take_topic(catalogue, found[i].id, mem);
		add_mentions(&f, &topics[i], &found[i]);
		/* All of them, twice, would be the most that is held. */
		index_mentions_release(&found[i]);
	}
	finder_release(&f);
	index_mentions_free(found, count);
	add_keys(catalogue, topics, count, mem);
	s->topics = topics;
	s->ntopics = count;
	return 0;
}
