/* SPDX-License-Identifier: MIT */
/* Reading the passages that a page quotes, and holding them for the next. */
#include "exporters/site/quotes.h"

#include <stdlib.h>
#include <string.h>

/* Parts that are held before all of them are let go. */
#define HELD 512

void site_quotes_release(struct site_quotes *q)
{
	arena_release(&q->mem);
	free(q->parts);
	free(q->next);
	free(q->first);
	*q = (struct site_quotes){ .mem = ARENA_INIT };
}

static const struct snapshot_part *find_part(const struct site_quotes *q,
					     const struct topic_mention *m)
{
	uint32_t at = q->first[m->document];

	while (at && q->parts[at - 1].part != m->part)
		at = q->next[at - 1];
	return at ? &q->parts[at - 1] : NULL;
}

static void add_part(struct site_quotes *q, const struct site_view *v,
		     const struct topic_mention *m)
{
	size_t number = m->document < v->nentries ?
		v->entries[m->document].number :
		v->notes[m->document - v->nentries].number;

	XGROW(q->parts, q->count, q->cap);
	XGROW(q->next, q->count, q->next_cap);
	q->parts[q->count] = (struct snapshot_part){
		.document = (uint32_t)number,
		.part = m->part,
	};
	q->next[q->count] = q->first[m->document];
	q->first[m->document] = (uint32_t)++q->count;
}

static void let_go(struct site_quotes *q, size_t ndocuments)
{
	arena_release(&q->mem);
	q->mem = (struct arena)ARENA_INIT;
	q->count = 0;
	memset(q->first, 0, ndocuments * sizeof(*q->first));
}

int site_quotes_load(struct site_quotes *q, const struct site_view *v,
		     const struct topic_mention *mentions, size_t count,
		     struct error *err)
{
	struct snapshot_source *source = v->snapshot->source;
	size_t ndocuments = v->nentries + v->nnotes, before;

	if (!q->first)
		q->first = xcalloc(ndocuments + 1, sizeof(*q->first));
	if (q->count + count > HELD)
		let_go(q, ndocuments);
	before = q->count;
	for (size_t i = 0; i < count; i++)
		if (!find_part(q, &mentions[i]))
			add_part(q, v, &mentions[i]);
	if (q->count == before)
		return 0;
	return source->passages(source, q->parts + before, q->count - before,
				&q->mem, err);
}

/* The one heading of an entry is its title, which may have less in it than the
 * index knows of. */
static const char *const *entry_way(const struct site_entry *e,
				    const struct snapshot_passage *p,
				    struct arena *mem)
{
	const char **way;

	if (!p->nheadings || !strcmp(p->headings[0], e->title))
		return p->headings;
	way = arena_alloc(mem, p->nheadings * sizeof(*way));
	memcpy(way, p->headings, p->nheadings * sizeof(*way));
	way[0] = e->title;
	return way;
}

/* Of a note that has something private, only what its public text has. */
static bool show(struct site_quotes *q, const struct site_view *v,
		 uint32_t document, const struct snapshot_passage *p,
		 struct site_passage *out)
{
	bool is_note = document >= v->nentries;

	*out = (struct site_passage){
		.is_note = is_note,
		.document = is_note ? document - v->nentries : document,
		.section = p->section,
		.traits = p->traits,
		.kind = p->kind,
		.headings = p->headings,
		.nheadings = is_note ? p->nheadings : 0,
		.nabove = p->nheadings,
		.text = p->text,
	};
	if (is_note)
		return site_find_public(out, &v->notes[out->document], p->line,
					&q->mem);
	out->headings = entry_way(&v->entries[document], p, &q->mem);
	return true;
}

size_t site_quotes_take(struct site_quotes *q, const struct site_view *v,
			const struct topic_mention *mention,
			struct site_passage *out)
{
	const struct snapshot_part *part = find_part(q, mention);
	struct str numbers = mention->numbers;
	uint32_t at = 0;
	size_t n = 0;

	for (uint32_t i = 0; part && i < mention->count; i++) {
		unsigned others;

		passage_numbers_next(&numbers, &at, &others);
		if (at >= part->npassages ||
		    !show(q, v, mention->document, &part->passages[at],
			  &out[n]))
			continue;
		out[n++].others = others;
	}
	return n;
}

int site_quotes_find(struct site_quotes *q, const struct site_view *v,
		     uint32_t document, uint32_t part, size_t number,
		     struct site_passage *out, bool *found, struct error *err)
{
	const struct topic_mention m = { .document = document, .part = part };
	const struct snapshot_part *in;

	if (site_quotes_load(q, v, &m, 1, err))
		return -1;
	in = find_part(q, &m);
	*found = in && number < in->npassages &&
		 show(q, v, document, &in->passages[number], out);
	return 0;
}

static int visit_mentions(struct site_quotes *q, const struct site_view *v,
			  const struct site_topic *t, size_t first, size_t count,
			  site_quotes_visit *visit, void *arg,
			  struct error *err)
{
	struct topic_mention m[QUOTES_MAX];
	struct site_passage *out = NULL;
	size_t cap = 0;

	topic_mentions_read(&t->mentions, first, count, m);
	if (site_quotes_load(q, v, m, count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		size_t n;

		if (m[i].count > cap) {
			cap = m[i].count * 2;
			out = xrealloc(out, cap * sizeof(*out));
		}
		n = site_quotes_take(q, v, &m[i], out);
		for (size_t k = 0; k < n; k++)
			visit(arg, &out[k]);
	}
	free(out);
	return 0;
}

int site_quotes_each(struct site_quotes *q, const struct site_view *v,
		     const struct site_topic *t, size_t first,
		     site_quotes_visit *visit, void *arg, struct error *err)
{
	for (size_t at = first; at < t->mentions.count; at += QUOTES_MAX) {
		size_t left = t->mentions.count - at;

		if (visit_mentions(q, v, t, at,
				   left < QUOTES_MAX ? left : QUOTES_MAX, visit,
				   arg, err))
			return -1;
	}
	return 0;
}
