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
		facts, facts ? site_facts_show_first(facts) : 0
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
	struct topic_mentions_writer mentions;	/* of the topic in hand */
	struct strbuf numbers;		/* of the mention in hand */
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
		       const struct topic_mention *m, uint32_t passage)
{
	if (m->document < f->s->nentries) {
		const struct passage_entry *e = &f->entries[m->document];

		return passage < 64 ? e->visible >> passage & 1 :
			e->facts && site_facts_show(e->facts, passage);
	}
	return is_visible_in_note(&f->notes[m->document - f->s->nentries],
				  m->part, passage);
}

/* Take what may be shown of one, with its document of the view; false:
 * nothing. */
static bool take_mention(struct run *r, struct topic_mention *m)
{
	struct topic_mention all = *m;
	uint32_t number = 0, last = 0;
	unsigned others;

	if (r->shown[all.document] == NOT_SHOWN)
		return false;
	strbuf_reset(&r->numbers);
	m->document = (uint32_t)r->shown[all.document];
	m->count = 0;
	for (uint32_t i = 0; i < all.count; i++) {
		passage_numbers_next(&all.numbers, &number, &others);
		if (!is_visible(r->filter, &all, number))
			continue;
		passage_numbers_add(&r->numbers, &last, number, others);
		m->count++;
	}
	m->numbers = strbuf_slice(&r->numbers);
	return m->count;
}

/* Mentions and entries are in the order of days. */
static void count_mention(struct site_topic *t, const struct topic_mention *m,
			  bool is_same_document, const struct site_view *v)
{
	bool is_note = m->document >= v->nentries;

	t->npassages += m->count;
	t->first_note += !is_note;
	if (m->document < v->ndated)
		t->last_day = v->entries[m->document].day;
	if (is_same_document)
		return;
	if (is_note)
		t->nnotes++;
	else
		t->nentries++;
}

static void take_mentions(struct run *r, struct site_topic *out,
			  const struct snapshot_topic *in)
{
	struct topic_mentions_reader from =
		topic_mentions_from(&in->mentions, 0);
	struct topic_mentions_writer *to = &r->mentions;
	struct topic_mention m;

	while (topic_mentions_next(&from, &m)) {
		if (!take_mention(r, &m))
			continue;
		count_mention(out, &m, to->count && to->document == m.document,
			      r->view);
		topic_mentions_add(to, &m);
	}
	out->mentions = topic_mentions_take(to, r->view->mem);
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
		struct topic_mentions_reader from =
			topic_mentions_from(&v->topics[t].mentions, 0);
		struct topic_mention m;
		size_t document = 0, passages = 0;

		while (topic_mentions_next(&from, &m)) {
			if (passages && m.document != document) {
				visit(r, document, t, passages);
				passages = 0;
			}
			document = m.document;
			passages += m.count;
		}
		visit(r, document, t, passages);
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
		v->entries[document].ntopics = (uint32_t)count;
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
		.mentions = TOPIC_MENTIONS_WRITER_INIT,
		.numbers = STRBUF_INIT,
	};

	view->topics = arena_alloc(view->mem, (f->s->ntopics + 1) *
						      sizeof(*view->topics));
	for (size_t i = 0; i < f->s->ntopics; i++)
		add_topic(&r, &f->s->topics[i]);
	find_parents(&r);
	give_topics(&r);
	strset_release(&r.names);
	strset_release(&r.by_id);
	topic_mentions_writer_release(&r.mentions);
	strbuf_release(&r.numbers);
}

void passage_filter_release(struct passage_filter *f)
{
	public_names_release(&f->names);
	free(f->entries);
	free(f->notes);
}
