/* SPDX-License-Identifier: MIT */
/* The topics of a site, with those of their passages that may be shown. */
#include "exporters/site/passages.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/private_passages.h"
#include "exporters/site/links.h"

#define NOT_SHOWN ((size_t)-1)

/* FNV-1a; nobody gains from a collision with a text of their own. */
static uint64_t sum_add(uint64_t sum, struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		sum = (sum ^ (unsigned char)s.s[i]) * 1099511628211u;
	return (sum ^ 0x1f) * 1099511628211u;
}

static uint64_t sum_of(bool is_note, size_t number, unsigned line,
		       struct str text)
{
	uint64_t sum = is_note ? 14695981039346656037u : 1469598103934665603u;

	sum = sum_add(sum, (struct str){ (const char *)&number,
					 sizeof(number) });
	sum = sum_add(sum, (struct str){ (const char *)&line, sizeof(line) });
	return sum_add(sum, text);
}

void passage_filter_init(struct passage_filter *f, const struct snapshot *s)
{
	*f = (struct passage_filter){
		.hides = xcalloc(s->nentries + s->nnotes + 1, sizeof(bool)),
		.nentries = s->nentries,
		.names = PUBLIC_NAMES_INIT,
	};
}

void passage_filter_document(struct passage_filter *f, bool is_note,
			     size_t number, const struct document *whole,
			     const struct left_out_place *places,
			     size_t count)
{
	bool *visible = xcalloc(whole->npassages + 1, sizeof(*visible));

	f->hides[is_note ? f->nentries + number : number] = true;
	private_passages(visible, whole, places, count);
	for (size_t i = 0; i < whole->npassages; i++) {
		const struct passage *p = &whole->passages[i];

		if (!visible[i])
			continue;
		XGROW(f->sums, f->nsums, f->cap);
		f->sums[f->nsums++] = sum_of(is_note, number, p->line,
					     p->text);
	}
	free(visible);
}

static int compare_sums(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

struct run {
	struct passage_filter *filter;
	struct site_view *view;
	const struct snapshot *s;
	const size_t *shown;
	struct strset names, by_id;
	size_t *counts;		/* by document: of topics, then where the next goes */
	size_t *pool;		/* the topics of all documents */
	size_t *weights;	/* of each in the pool: how many passages */
};

static bool is_public(const struct run *r, const struct snapshot_passage *p)
{
	const struct passage_filter *f = r->filter;
	uint64_t sum;

	if (p->section < SECTION_COUNT &&
	    r->view->settings->private_sections[p->section])
		return false;
	if (!f->hides[p->is_note ? f->nentries + p->document : p->document])
		return true;
	sum = sum_of(p->is_note, p->document, p->line, p->text);
	return f->nsums &&
	       bsearch(&sum, f->sums, f->nsums, sizeof(sum), compare_sums);
}

static size_t place_of(const struct run *r, const struct snapshot_passage *p)
{
	if (p->document >= (p->is_note ? r->s->nnotes : r->s->nentries))
		return NOT_SHOWN;
	return r->shown[p->is_note ? r->s->nentries + p->document : p->document];
}

static void count_document(struct site_topic *t, const struct site_passage *p,
			   const struct site_view *v)
{
	const struct site_passage *before = t->npassages ? p - 1 : NULL;

	if (before && before->is_note == p->is_note &&
	    before->document == p->document)
		return;
	if (p->is_note) {
		t->nnotes++;
		return;
	}
	t->nentries++;
	if (v->entries[p->document].day > t->last_day)
		t->last_day = v->entries[p->document].day;
}

static void take_passages(struct run *r, struct site_topic *out,
			  const struct snapshot_topic *in)
{
	struct site_passage *passages =
		arena_alloc(r->view->mem,
			    (in->npassages + 1) * sizeof(*passages));

	out->passages = passages;
	out->last_day = DAY_NONE;
	for (size_t i = 0; i < in->npassages; i++) {
		const struct snapshot_passage *p = in->passages[i];
		size_t place = place_of(r, p);

		if (place == NOT_SHOWN || !is_public(r, p))
			continue;
		passages[out->npassages] = (struct site_passage){
			.is_note = p->is_note,
			.document = place,
			.section = p->section,
			.traits = p->traits,
			.kind = p->kind,
			/* The one heading of an entry is its title. */
			.headings = p->headings,
			.nheadings = p->is_note ? p->nheadings : 0,
			.text = p->text,
		};
		count_document(out, &passages[out->npassages], r->view);
		out->npassages++;
	}
}

static void add_topic(struct run *r, const struct snapshot_topic *in)
{
	struct site_view *v = r->view;
	struct site_topic *out = &v->topics[v->ntopics];

	*out = (struct site_topic){ .id = in->id, .name = in->name };
	if (in->learned)
		out->name = public_names_find(&r->filter->names, in->name);
	if (!out->name)
		return;
	take_passages(r, out, in);
	if (!out->npassages)
		return;
	out->file = site_file_name(&r->names, str_of(in->learned ? out->name :
							     in->id), v->mem);
	out->folder = arena_printf(v->mem, "topics/%.*s",
				   (int)strlen(out->file) - 5, out->file);
	strset_put(&r->by_id, str_of(in->id), v->ntopics);
	v->ntopics++;
}

/* Parents are found by id once every topic has its place. */
static void find_parents(struct run *r)
{
	struct site_view *v = r->view;

	for (size_t i = 0; i < v->ntopics; i++)
		v->topics[i].parent = -1;
	for (size_t i = 0; i < r->s->ntopics; i++) {
		const struct snapshot_topic *t = &r->s->topics[i];
		size_t child, parent;

		if (t->parent && strset_get(&r->by_id, str_of(t->id), &child) &&
		    strset_get(&r->by_id, str_of(t->parent), &parent))
			v->topics[child].parent = (int)parent;
	}
}

static size_t document_of(const struct site_view *v,
			  const struct site_passage *p)
{
	return p->is_note ? v->nentries + p->document : p->document;
}

/* Call for each document and topic once: passages of a document are together. */
static void each_pair(struct run *r,
		      void (*visit)(struct run *r, size_t document,
				    size_t topic, size_t passages))
{
	const struct site_view *v = r->view;

	for (size_t t = 0; t < v->ntopics; t++) {
		const struct site_passage *all = v->topics[t].passages;
		size_t begin = 0, count = v->topics[t].npassages;

		while (begin < count) {
			size_t d = document_of(v, &all[begin]), end = begin + 1;

			while (end < count && document_of(v, &all[end]) == d)
				end++;
			visit(r, d, t, end - begin);
			begin = end;
		}
	}
}

static void count_pair(struct run *r, size_t document, size_t topic UNUSED,
		       size_t passages UNUSED)
{
	r->counts[document]++;
}

/* What a document speaks of most comes first. */
static void rank_topic(struct run *r, size_t begin, size_t end, size_t topic,
		       size_t passages)
{
	size_t at = end;

	for (; at > begin && r->weights[at - 1] < passages; at--) {
		r->pool[at] = r->pool[at - 1];
		r->weights[at] = r->weights[at - 1];
	}
	r->pool[at] = topic;
	r->weights[at] = passages;
}

static void fill_pair(struct run *r, size_t document, size_t topic,
		      size_t passages)
{
	struct site_view *v = r->view;
	bool is_note = document >= v->nentries;
	struct site_note *n = &v->notes[is_note ? document - v->nentries : 0];
	struct site_entry *e = &v->entries[is_note ? 0 : document];
	size_t *count = is_note ? &n->ntopics : &e->ntopics;
	size_t end = r->counts[document]++, begin = end - (*count)++;

	rank_topic(r, begin, end, topic, passages);
	if (is_note)
		n->topics = r->pool + begin;
	else
		e->topics = r->pool + begin;
}

/* Turn "topic: its documents" around into "document: its topics". */
static void give_topics(struct run *r)
{
	size_t ndocuments = r->view->nentries + r->view->nnotes, total = 0;

	r->counts = xcalloc(ndocuments + 1, sizeof(*r->counts));
	each_pair(r, count_pair);
	for (size_t i = 0; i < ndocuments; i++) {
		size_t count = r->counts[i];

		r->counts[i] = total;
		total += count;
	}
	r->pool = arena_alloc(r->view->mem, (total + 1) * sizeof(*r->pool));
	r->weights = xcalloc(total + 1, sizeof(*r->weights));
	each_pair(r, fill_pair);
	free(r->weights);
	free(r->counts);
}

void passage_filter_run(struct passage_filter *f, struct site_view *view,
			const struct snapshot *s, const size_t *shown)
{
	struct run r = {
		.filter = f,
		.view = view,
		.s = s,
		.shown = shown,
		.names = STRSET_INIT,
		.by_id = STRSET_INIT,
	};

	if (f->nsums)
		qsort(f->sums, f->nsums, sizeof(*f->sums), compare_sums);
	view->topics = arena_alloc(view->mem,
				   (s->ntopics + 1) * sizeof(*view->topics));
	for (size_t i = 0; i < s->ntopics; i++)
		add_topic(&r, &s->topics[i]);
	find_parents(&r);
	give_topics(&r);
	strset_release(&r.names);
	strset_release(&r.by_id);
}

void passage_filter_release(struct passage_filter *f)
{
	public_names_release(&f->names);
	free(f->sums);
	free(f->hides);
}
