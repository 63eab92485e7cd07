/* SPDX-License-Identifier: MIT */
/* The topics of a site, with those of their passages that may be shown. */
#include "exporters/site/passages.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/private_passages.h"
#include "exporters/site/links.h"
#include "exporters/site/site.h"

#define NOT_SHOWN ((size_t)-1)

void passage_filter_init(struct passage_filter *f, const struct snapshot *s)
{
	*f = (struct passage_filter){
		.s = s,
		.entries = xcalloc(s->nentries + 1, sizeof(*f->entries)),
		.notes = xcalloc(s->nnotes + 1, sizeof(*f->notes)),
		.names = PUBLIC_NAMES_INIT,
	};
}

void passage_filter_entry(struct passage_filter *f, size_t number,
			  const struct site_facts *facts)
{
	f->entries[number] = (struct passage_entry){
		facts, facts ? facts->first_visible : 0
	};
}

void passage_filter_note(struct passage_filter *f, size_t number,
			 const struct document *whole,
			 const struct public_text *left,
			 const struct left_out_place *places, size_t count,
			 struct arena *mem)
{
	const bool *private = f->s->settings->private_sections;
	bool *visible = arena_alloc(mem, whole->npassages + 1);

	private_passages(visible, whole, places, count);
	for (size_t i = 0; i < whole->npassages; i++) {
		const struct passage *p = &whole->passages[i];

		visible[i] &= !private[p->section] &&
			      (!left || public_text_find(left, p->line, p->text));
	}
	f->notes[number] = (struct passage_note){ *whole, visible };
}

struct run {
	struct passage_filter *filter;
	struct site_view *view;
	const size_t *shown;
	struct strset names, by_id;
	struct strbuf passages;	/* of the topic in hand */
	uint32_t *pool;		/* the topics of all documents */
	uint32_t *weights;	/* of each in the pool: how many passages */
	size_t *begins, *ends;	/* by document: where its topics are */
};

static bool is_visible_in_note(const struct passage_note *n, uint32_t part,
			       uint32_t passage)
{
	const struct document *doc = &n->doc;

	return part < doc->nparts && passage < doc->parts[part].npassages &&
	       n->visible[doc->parts[part].first_passage + passage];
}

static bool is_visible(const struct passage_filter *f,
		       const struct snapshot_mention *m, uint32_t passage)
{
	if (m->document < f->s->nentries) {
		const struct passage_entry *e = &f->entries[m->document];

		return passage < 64 ? e->visible >> passage & 1 :
			e->facts && site_facts_show_far(e->facts, passage);
	}
	return is_visible_in_note(&f->notes[m->document - f->s->nentries],
				  m->part, passage);
}

static void count_mention(struct site_topic *t, const struct site_mention *m,
			  const struct site_view *v)
{
	const struct site_mention *before = t->nmentions ? m - 1 : NULL;

	t->npassages += m->count;
	if (before && before->document == m->document)
		return;
	if (m->document >= v->nentries)
		t->nnotes++;
	else
		t->nentries++;
}

/* Mentions and entries are in the order of days. */
static int last_day(const struct site_topic *t, const struct site_view *v)
{
	for (size_t i = t->nmentions; i > 0; i--)
		if (t->mentions[i - 1].document < v->ndated)
			return v->entries[t->mentions[i - 1].document].day;
	return DAY_NONE;
}

/* Take over what may be shown of one; false: nothing. */
static bool take_mention(struct run *r, struct site_mention *out,
			 const struct snapshot_topic *in,
			 const struct snapshot_mention *m)
{
	struct str numbers = str_from(in->passages, m->first);
	uint32_t number = 0, last = 0;
	unsigned others;

	*out = (struct site_mention){
		.document = (uint32_t)r->shown[m->document],
		.part = m->part,
		.first = (uint32_t)r->passages.len,
	};
	for (uint32_t i = 0; i < m->count; i++) {
		passage_numbers_next(&numbers, &number, &others);
		if (!is_visible(r->filter, m, number))
			continue;
		passage_numbers_add(&r->passages, &last, number, others);
		out->count++;
	}
	return out->count;
}

static void take_mentions(struct run *r, struct site_topic *out,
			  const struct snapshot_topic *in)
{
	struct arena *mem = r->view->mem;
	struct site_mention *mentions =
		arena_alloc(mem, (in->nmentions + 1) * sizeof(*mentions));

	strbuf_reset(&r->passages);
	out->mentions = mentions;
	for (size_t i = 0; i < in->nmentions; i++) {
		const struct snapshot_mention *m = &in->mentions[i];
		struct site_mention *to = &mentions[out->nmentions];

		if (r->shown[m->document] == NOT_SHOWN ||
		    !take_mention(r, to, in, m))
			continue;
		count_mention(out, to, r->view);
		out->nmentions++;
	}
	out->passages = arena_str(mem, strbuf_slice(&r->passages));
	out->last_day = last_day(out, r->view);
}

static void add_topic(struct run *r, const struct snapshot_topic *in)
{
	struct site_view *v = r->view;
	struct site_topic *out = &v->topics[v->ntopics];

	*out = (struct site_topic){ .id = in->id, .name = in->name,
				    .label = in->label,
				    .keys = in->keys ? in->keys : "",
				    .last_day = DAY_NONE };
	if (in->learned || !out->label)
		out->label = out->name = in->learned ?
			public_names_find(&r->filter->names, in->name) :
			in->name;
	if (!out->name)
		return;
	take_mentions(r, out, in);
	if (!out->npassages)
		return;
	out->file = site_file_name(&r->names, str_of(in->learned ? out->name :
							     in->id), v->mem);
	out->folder = arena_printf(v->mem, "topics/%.*s",
				   (int)strlen(out->file) - 5, out->file);
	out->key = site_topic_key(out);
	strset_put(&r->by_id, str_of(in->id), v->ntopics);
	v->ntopics++;
}

/* Parents are found by id once every topic has its place. */
static void find_parents(struct run *r)
{
	struct site_view *v = r->view;

	for (size_t i = 0; i < v->ntopics; i++)
		v->topics[i].parent = -1;
	for (size_t i = 0; i < r->filter->s->ntopics; i++) {
		const struct snapshot_topic *t = &r->filter->s->topics[i];
		size_t child, parent;

		if (t->parent && strset_get(&r->by_id, str_of(t->id), &child) &&
		    strset_get(&r->by_id, str_of(t->parent), &parent))
			v->topics[child].parent = (int)parent;
	}
}

/* Call for each document and topic once: passages of a document are together. */
static void each_pair(struct run *r,
		      void (*visit)(struct run *r, size_t document,
				    size_t topic, size_t passages))
{
	const struct site_view *v = r->view;

	for (size_t t = 0; t < v->ntopics; t++) {
		const struct site_mention *all = v->topics[t].mentions;
		size_t begin = 0, count = v->topics[t].nmentions;

		while (begin < count) {
			size_t d = all[begin].document, passages = 0;

			for (; begin < count && all[begin].document == d; begin++)
				passages += all[begin].count;
			visit(r, d, t, passages);
		}
	}
}

static void count_pair(struct run *r, size_t document, size_t topic UNUSED,
		       size_t passages UNUSED)
{
	r->ends[document]++;
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
	r->pool[at] = (uint32_t)topic;
	r->weights[at] = (uint32_t)passages;
}

static void fill_pair(struct run *r, size_t document, size_t topic,
		      size_t passages)
{
	rank_topic(r, r->begins[document], r->ends[document]++, topic,
		   passages);
}

/* From how many each has to where its own will begin; returns how many. */
static size_t make_places(struct run *r, size_t ndocuments)
{
	size_t total = 0;

	for (size_t i = 0; i < ndocuments; i++) {
		size_t count = r->ends[i];

		r->begins[i] = r->ends[i] = total;
		total += count;
	}
	return total;
}

static void give(const struct run *r, size_t document)
{
	struct site_view *v = r->view;
	const uint32_t *topics = r->pool + r->begins[document];
	size_t count = r->ends[document] - r->begins[document];

	if (document < v->nentries) {
		v->entries[document].topics = topics;
		v->entries[document].ntopics = count;
	} else {
		v->notes[document - v->nentries].topics = topics;
		v->notes[document - v->nentries].ntopics = count;
	}
}

/* Turn "topic: its documents" around into "document: its topics". */
static void give_topics(struct run *r)
{
	size_t ndocuments = r->view->nentries + r->view->nnotes, total;

	r->begins = xcalloc(ndocuments + 1, sizeof(*r->begins));
	r->ends = xcalloc(ndocuments + 1, sizeof(*r->ends));
	each_pair(r, count_pair);
	total = make_places(r, ndocuments);
	r->pool = arena_alloc(r->view->mem, (total + 1) * sizeof(*r->pool));
	r->weights = xcalloc(total + 1, sizeof(*r->weights));
	each_pair(r, fill_pair);
	for (size_t i = 0; i < ndocuments; i++)
		give(r, i);
	free(r->weights);
	free(r->begins);
	free(r->ends);
}

void passage_filter_run(struct passage_filter *f, struct site_view *view,
			const size_t *shown)
{
	struct run r = {
		.filter = f,
		.view = view,
		.shown = shown,
		.names = STRSET_INIT,
		.by_id = STRSET_INIT,
		.passages = STRBUF_INIT,
	};

	view->topics = arena_alloc(view->mem, (f->s->ntopics + 1) *
						      sizeof(*view->topics));
	for (size_t i = 0; i < f->s->ntopics; i++)
		add_topic(&r, &f->s->topics[i]);
	find_parents(&r);
	give_topics(&r);
	strset_release(&r.names);
	strset_release(&r.by_id);
	strbuf_release(&r.passages);
}

void passage_filter_release(struct passage_filter *f)
{
	public_names_release(&f->names);
	free(f->entries);
	free(f->notes);
}
