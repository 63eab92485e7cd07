/* SPDX-License-Identifier: MIT */
/* Which passages are on which topics. */
#include "core/index/mentions.h"

#include <stdlib.h>
#include <string.h>

#include "core/index/passages.h"
#include "core/model/dossier.h"
#include "core/model/dossier_owner.h"
#include "core/model/plan_prefix.h"
#include "core/model/question.h"

/* Topics of one passage that count; a text that names more is a catalogue. */
#define TOPICS_MAX 48

struct found_mark {
	const struct topic *topic;
	size_t passage;
	bool named;
};

/* A run of marks: those of a passage, or of a heading. */
struct run {
	size_t first, count;
};

struct finder {
	struct topic_catalogue *topics;
	struct mentions *scratch;
	struct found_mark *marks;
	size_t count, cap;
};

static bool has_topic(const struct finder *f, struct run run,
		      const struct topic *topic)
{
	for (size_t i = 0; i < run.count; i++)
		if (f->marks[run.first + i].topic == topic)
			return true;
	return false;
}

static void add_mark(struct finder *f, struct run *run, struct found_mark mark)
{
	if (run->count >= TOPICS_MAX || has_topic(f, *run, mark.topic))
		return;
	XGROW(f->marks, f->count, f->cap);
	f->marks[f->count++] = mark;
	run->count++;
}

static void add_named(struct finder *f, struct run *run, struct str text,
		      size_t passage)
{
	f->scratch->count = 0;
	topic_scan(f->topics, text, f->scratch);
	for (size_t i = 0; i < f->scratch->count; i++)
		add_mark(f, run,
			 (struct found_mark){ .topic = f->scratch->items[i].topic,
					.passage = passage,
					.named = true });
}

static void inherit(struct finder *f, struct run *run, struct run from,
		    size_t passage)
{
	for (size_t i = 0; i < from.count; i++)
		add_mark(f, run,
			 (struct found_mark){ .topic = f->marks[from.first + i].topic,
					.passage = passage });
}

/* A tag that is the name of a topic is meant for all of the document. */
static void add_tags(struct finder *f, struct run *run,
		     const struct document *doc)
{
	for (size_t i = 0; i < doc->ntags; i++) {
		const struct topic *t = topic_find(f->topics,
						   str_of(doc->tags[i]));

		if (t)
			add_mark(f, run,
				 (struct found_mark){ .topic = t,
						.passage = SIZE_MAX });
	}
}

/*
 * Has the note a heading for its title, and does the part stand beneath another
 * of the same level?  Many a note has "# DynamoDB", "# Lambda" and so on one
 * after the other, of which the first is a title only by its place.
 */
static bool is_beside_title(const struct document *doc, const struct part *part)
{
	const struct part *first = doc->parts;

	while (first < part && !first->nheadings)
		first++;
	return first < part && part->nheadings &&
	       !strcmp(first->headings[0], doc->title) &&
	       strcmp(part->headings[0], doc->title);
}

/*
 * What the headings over the whole part name, and the tags; no passage does.
 * The title is over all that no heading beside it claims for another topic.
 */
static struct run scan_headings(struct finder *f, const struct document *doc,
				const struct part *part)
{
	struct run run = { f->count, 0 };
	size_t ntags;

	add_tags(f, &run, doc);
	if (doc->kind == DOCUMENT_ENTRY)
		return run;
	ntags = run.count;
	for (size_t i = 0; i < part->nheadings; i++)
		add_named(f, &run, heading_head(part->headings[i]), SIZE_MAX);
	if (doc->title && (run.count == ntags || !is_beside_title(doc, part)))
		add_named(f, &run, heading_head(doc->title), SIZE_MAX);
	return run;
}

/* In a plan's questions: what "KSS: why?" is about. */
struct prefixes {
	struct plan_service *services;
	size_t count;
	bool here;
};

static void prefixes_init(struct prefixes *p, const struct document *doc,
			  const struct part *part, struct arena *mem)
{
	*p = (struct prefixes){ NULL, 0, false };
	if (doc->kind != DOCUMENT_PLAN ||
	    !plan_prefix_in(plan_section_of_part(part)))
		return;
	p->here = true;
	p->count = plan_services(doc, mem, &p->services);
}

static void add_prefixed(struct finder *f, struct run *run,
			 const struct prefixes *p, struct str text,
			 size_t passage)
{
	const struct topic *t = NULL;

	if (p->here)
		t = plan_prefix_topic(f->topics, p->services, p->count,
				      item_prefix_take(&text));
	if (t)
		add_mark(f, run, (struct found_mark){ t, passage, true });
}

/*
 * Passages come in the order of the text, parents before their children; a
 * heading within an entry holds until the next one or the next section.
 */
static void scan_passages(struct finder *f, const struct document *doc,
			  const struct part *part, struct arena *mem)
{
	const struct passage *all = doc->passages + part->first_passage;
	struct run *runs =
		arena_alloc(mem, (part->npassages + 1) * sizeof(*runs));
	struct run headings = scan_headings(f, doc, part);
	size_t over = SIZE_MAX;
	struct prefixes prefixes;

	prefixes_init(&prefixes, doc, part, mem);
	for (size_t i = 0; i < part->npassages; i++) {
		int up = all[i].parent - (int)part->first_passage;

		runs[i] = (struct run){ f->count, 0 };
		if (over < i && !all[i].cell &&
		    all[over].section != all[i].section)
			over = SIZE_MAX;
		if (all[i].kind != PASSAGE_CODE)
			add_named(f, &runs[i], all[i].text, i);
		add_prefixed(f, &runs[i], &prefixes, all[i].text, i);
		inherit(f, &runs[i], headings, i);
		if (all[i].parent >= 0 && up >= 0 && (size_t)up < i)
			inherit(f, &runs[i], runs[up], i);
		if (all[i].kind == PASSAGE_HEADING)
			over = i;
		else if (over < i)
			inherit(f, &runs[i], runs[over], i);
	}
}

static int by_topic(const void *a, const void *b)
{
	const struct found_mark *x = a, *y = b;
	int order =
		x->topic == y->topic ? 0 : strcmp(x->topic->id, y->topic->id);

	return order ? order
		     : (x->passage > y->passage) - (x->passage < y->passage);
}

/* A gap or a definition that a passage names is that of the topic it names, as
 * the dossier of a topic has it. */
static unsigned traits_of_others(const struct finder *f,
				 const struct topic *topic,
				 const struct passage *p)
{
	const struct dossier_family family = {
		.topic = topic->id,
		.others = &topic->parent,
		.count = topic->parent != NULL,
		.has_parts = true,
	};

	return dossier_traits_of_others(f->topics, &family, p->traits, p->text);
}

/* The marks of one topic from `first` on, which stand together. */
static size_t gather(struct topic_mark *out, const struct finder *f,
		     size_t first, const struct passage *all,
		     struct arena *mem)
{
	const struct found_mark *marks = f->marks + first;
	size_t count = f->count - first;
	AUTO(strbuf) passages = STRBUF_INIT;
	AUTO(strbuf) counted = STRBUF_INIT;
	size_t kinds[TRAIT_COUNT] = { 0 };
	const struct topic *topic = marks->topic;
	struct mark last = MARK_NONE;
	size_t n = 0;

	for (; n < count && marks[n].topic == topic; n++) {
		const struct passage *p;
		unsigned others;

		if (marks[n].passage == SIZE_MAX)
			continue;
		p = &all[marks[n].passage];
		others = traits_of_others(f, topic, p);
		marks_add(&passages, &last, (struct mark){
			.passage = marks[n].passage,
			.named = marks[n].named,
			.others = others,
		});
		out->named += marks[n].named;
		dossier_count_traits(kinds, p->traits & ~others);
	}
	kinds_add(&counted, kinds);
	out->id = topic->id;
	out->kinds = arena_str(mem, strbuf_slice(&counted));
	out->passages = arena_str(mem, strbuf_slice(&passages));
	return n;
}

static void gather_all(struct topic_marks *out, const struct finder *f,
		       const struct passage *all, struct arena *mem)
{
	AUTO(strbuf) ids = STRBUF_INIT;

	for (size_t i = 0; i < f->count;) {
		struct topic_mark mark = { .id = NULL };

		i += gather(&mark, f, i, all, mem);
		if (!mark.passages.len)
			continue;
		out->topics[out->ntopics++] = mark;
		if (ids.len)
			strbuf_addch(&ids, '\n');
		strbuf_addstr(&ids, mark.id);
	}
	out->ids = arena_strndup(mem, ids.buf, ids.len);
}

void topic_marks_find(struct topic_marks *out, struct topic_catalogue *topics,
		      const struct document *doc, const struct part *part,
		      struct mentions *scratch, struct arena *mem)
{
	struct finder f = { .topics = topics, .scratch = scratch };

	*out = (struct topic_marks){ .ids = "" };
	if (!topics || !part->npassages)
		return;
	scan_passages(&f, doc, part, mem);
	if (f.count) {
		qsort(f.marks, f.count, sizeof(*f.marks), by_topic);
		out->topics = arena_alloc(mem, f.count * sizeof(*out->topics));
		gather_all(out, &f, doc->passages + part->first_passage, mem);
	}
	free(f.marks);
}
