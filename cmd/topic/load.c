/* SPDX-License-Identifier: MIT */
/* Reading all there is on a topic and its family. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "cmd/topic/dossier.h"
#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/model/dossier_owner.h"

#define RELATED_MOST 8

void dossier_release(struct dossier *d)
{
	free(d->items);
	dossier_numbers_release(&d->numbers);
	dossier_disagreements_release(&d->disagreements);
}

/* All topics of the journal, by id. */
struct known_topics {
	struct index_topic *items;
	size_t count;
};

static int by_id(const void *key, const void *item)
{
	const struct index_topic *t = item;

	return strcmp(key, t->id);
}

static const struct index_topic *find_topic(const struct known_topics *topics,
					    const char *id)
{
	return topics->count ? bsearch(id, topics->items, topics->count,
				       sizeof(*topics->items), by_id) :
			       NULL;
}

/* About what is held for one. */
#define HELD_FOR_PASSAGE 1024

static int load_topics(struct known_topics *out, struct index *ix,
		       const char *wanted, struct arena *mem,
		       struct error *err)
{
	const struct index_topic *t;

	if (index_topics(ix, mem, &out->items, &out->count, err))
		return -1;
	t = find_topic(out, wanted);
	if (t)
		memory_expect_much(t->passages * HELD_FOR_PASSAGE);
	return 0;
}

static int add_member(struct dossier *d, struct index *ix, const char *topic,
		      struct arena *mem, size_t *added, struct error *err)
{
	struct index_passage *passages;

	if (index_topic_passages(ix, topic, mem, &passages, added, err))
		return -1;
	for (size_t i = 0; i < *added; i++) {
		XGROW(d->items, d->count, d->cap);
		d->items[d->count] = (struct found){ &passages[i], topic,
						     d->count };
		d->count++;
	}
	return 0;
}

static int add_children(struct dossier *d, struct index *ix,
			const struct topic_catalogue *c, struct arena *mem,
			struct error *err)
{
	size_t topics = topic_catalogue_count(c), added;

	d->family = arena_alloc(mem, (topics + 1) * sizeof(*d->family));
	for (size_t i = 0; i < topics; i++) {
		const struct topic *t = topic_at(c, i);

		if (!t->parent || strcmp(t->parent, d->topic.id))
			continue;
		if (add_member(d, ix, t->id, mem, &added, err))
			return -1;
		if (added)
			d->family[d->nfamily++] = t->id;
	}
	return 0;
}

/* Dated ones by day, then what has none; within that as the files stand. */
static int in_order(const void *a, const void *b)
{
	const struct found *f = a, *g = b;
	const struct index_passage *x = f->passage, *y = g->passage;
	bool x_dated = x->day != DAY_NONE, y_dated = y->day != DAY_NONE;
	int paths;

	if (x_dated != y_dated)
		return x_dated ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	/* Those of one part have the same string. */
	paths = x->path == y->path ? 0 : strcmp(x->path, y->path);
	if (paths)
		return paths;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return f->order < g->order ? -1 : 1;
}

/* The index gives those of one topic in this order already. */
static void sort_found(struct dossier *d)
{
	for (size_t i = 1; i < d->count; i++)
		if (in_order(&d->items[i - 1], &d->items[i]) > 0) {
			qsort(d->items, d->count, sizeof(*d->items), in_order);
			return;
		}
}

static bool same_passage(const struct index_passage *a,
			 const struct index_passage *b)
{
	return a->line == b->line && a->kind == b->kind &&
	       !strcmp(a->path, b->path) && str_eq(a->text, b->text);
}

/* A passage that speaks of two of the family is shown once. */
static void drop_repeated(struct dossier *d)
{
	size_t kept = 0;

	for (size_t i = 0; i < d->count; i++)
		if (!kept || !same_passage(d->items[kept - 1].passage,
					   d->items[i].passage))
			d->items[kept++] = d->items[i];
	d->count = kept;
}

/* The topic, its children, and what it is a part of. */
static struct dossier_family family_of(const struct dossier *d,
				       struct arena *mem)
{
	const char **ids = arena_alloc(mem, (d->nfamily + 1) * sizeof(*ids));
	size_t n = 0;

	for (size_t i = 0; i < d->nfamily; i++)
		ids[n++] = d->family[i];
	if (d->parent)
		ids[n++] = d->parent;
	return (struct dossier_family){ d->topic.id, ids, n, false };
}

static void take_traits(struct found *found, unsigned others,
			struct arena *mem)
{
	struct index_passage *own;

	if (!(found->passage->traits & others))
		return;
	own = arena_alloc(mem, sizeof(*own));
	*own = *found->passage;
	own->traits &= ~others;
	found->passage = own;
}

static struct dossier_passage plain_of(const struct found *found)
{
	const struct index_passage *p = found->passage;

	return (struct dossier_passage){
		.path = p->path,
		.topic = found->topic,
		.under = p->nheadings ? p->headings[p->nheadings - 1] : NULL,
		.line = p->line,
		.traits = p->traits,
		.day = p->day,
		.text = p->text,
	};
}

static void make_plain(struct dossier *d, struct topic_catalogue *c,
		       struct arena *mem)
{
	const struct dossier_family family = family_of(d, mem);

	d->plain = arena_alloc(mem, (d->count + 1) * sizeof(*d->plain));
	for (size_t i = 0; i < d->count; i++) {
		struct found *found = &d->items[i];
		struct dossier_passage *plain = &d->plain[i];

		take_traits(found, dossier_traits_of_others(
					   c, &family, found->passage->traits,
					   found->passage->text),
			    mem);
		*plain = plain_of(found);
		if (!(plain->traits & TRAIT_NUMBER))
			continue;
		plain->nown = dossier_own_sentences(&plain->own, c, &family,
						    plain->text, mem);
		if (plain->nown == 1 && !plain->own[0].len) {
			take_traits(found, TRAIT_NUMBER, mem);
			plain->traits &= ~(unsigned)TRAIT_NUMBER;
		}
	}
}

static bool is_family(const struct dossier *d, const char *id)
{
	if (d->parent && !strcmp(d->parent, id))
		return true;
	for (size_t i = 0; i < d->nfamily; i++)
		if (!strcmp(d->family[i], id))
			return true;
	return false;
}

/* Index and catalogue know how often each is named. */
static void rank_related(struct dossier *d, const struct known_topics *topics)
{
	const struct index_topic *own = find_topic(topics, d->topic.id);
	size_t kept = 0;

	for (size_t i = 0; i < d->nrelated; i++) {
		const struct index_topic *t =
			find_topic(topics, d->related[i].id);

		if (!t || is_family(d, t->id))
			continue;
		d->related[kept] = d->related[i];
		d->related[kept++].passages = t->passages;
	}
	d->nrelated = dossier_rank_related(d->related, kept,
					   own ? own->passages : 0);
	if (d->nrelated > RELATED_MOST)
		d->nrelated = RELATED_MOST;
}

static int load_related(struct dossier *d, struct index *ix,
			const struct known_topics *topics, struct arena *mem,
			struct error *err)
{
	if (index_related(ix, d->topic.id, mem, &d->related, &d->nrelated, err))
		return -1;
	rank_related(d, topics);
	return 0;
}

int dossier_load(struct dossier *d, bool family, const struct context *ctx,
		 struct arena *mem, struct error *err)
{
	struct topic_catalogue *c = journal_topics(ctx->journal);
	const struct topic *t = topic_find(c, str_of(d->topic.id));
	struct known_topics topics;
	struct index *ix;
	size_t added;

	d->group = t ? t->group : NULL;
	d->parent = t ? t->parent : NULL;
	if (journal_index(ctx->journal, &ix, err) ||
	    load_topics(&topics, ix, d->topic.id, mem, err) ||
	    add_member(d, ix, d->topic.id, mem, &added, err) ||
	    (family && add_children(d, ix, c, mem, err)) ||
	    load_related(d, ix, &topics, mem, err))
		return -1;
	sort_found(d);
	drop_repeated(d);
	make_plain(d, c, mem);
	dossier_count(&d->facts, d->plain, d->count);
	dossier_find_numbers(&d->numbers, d->plain, d->count);
	dossier_find_disagreements(&d->disagreements, &d->numbers, d->plain);
	return 0;
}

int dossier_filter_typed(struct dossier_filter *out, const char *typed,
			 struct error *err)
{
	AUTO(strbuf) names = STRBUF_INIT;
	const char *name;

	*out = (struct dossier_filter){ .by_kind = typed != NULL };
	if (!typed)
		return 0;
	for (; (name = passage_trait_name(out->bit)); out->bit++) {
		if (str_is(str_of(typed), name))
			return 0;
		strbuf_addf(&names, "%s%s", out->bit ? ", " : "", name);
	}
	return error_set(err, ERROR_USAGE,
			 "there is no kind '%s'; write one of %s", typed,
			 names.buf);
}

bool dossier_shows(const struct dossier_filter *f, const struct found *found)
{
	return !f->by_kind || found->passage->traits & 1u << f->bit;
}

void add_place(struct strbuf *out, const struct index_passage *p)
{
	strbuf_addf(out, "%s:%u", p->path, p->line);
}
