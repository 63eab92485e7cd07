/* SPDX-License-Identifier: MIT */
/*
 * Reading the passages that may answer, from those that are shown: had private
 * ones been candidates, they could push others out, which would tell of them.
 */
#include "exporters/site/plan_shelves.h"

#include <stdlib.h>

#include "core/base/sum64.h"
#include "exporters/site/facts.h"

/* The latest passages on a topic. */
#define PASSAGES_LOOKED_AT 600

void site_shelves_init(struct site_shelves *f, const struct site_view *v)
{
	*f = (struct site_shelves){
		.v = v,
		.reader = { .mem = &f->mem, .wanted = &f->words },
		.topics = xcalloc(v->ntopics + 1, sizeof(*f->topics)),
	};
}

void site_shelves_release(struct site_shelves *f)
{
	site_quotes_release(&f->quotes);
	sum_table_release(&f->by_key);
	answers_kept_release(&f->kept);
	arena_release(&f->mem);
	free(f->sources);
	free(f->topics);
	free(f->wanted);
	free(f->taken);
}

void site_shelves_hear(struct site_shelves *f, struct str question)
{
	answer_vocabulary_add(&f->words, question);
}

static uint64_t sum_of_text(const struct site_passage *p)
{
	struct sum64 sum = SUM64_INIT;

	sum64_add(&sum, p->text);
	return sum.value;
}

/* Passages that are the same have the same key; the document is the view's. */
static uint64_t key_of_text(size_t document, uint64_t text)
{
	struct sum64 key = SUM64_INIT;

	sum64_add_number(&key, document);
	sum64_add_number(&key, text);
	return key.value;
}

uint64_t site_source_key(const struct site_view *v,
			 const struct site_passage *p)
{
	return key_of_text(p->document + (p->is_note ? v->nentries : 0),
			   sum_of_text(p));
}

static size_t add_source(struct site_shelves *f, const struct site_wanted *w,
			 uint32_t number, const struct answer_passage *p,
			 uint64_t key)
{
	XGROW(f->sources, f->nsources, f->sources_cap);
	f->sources[f->nsources] = (struct site_source){
		.document = w->mention.document,
		.part = w->mention.part,
		.number = number,
		.key = key,
		.says = p->says,
	};
	return f->nsources++;
}

/* The source that a passage is, made when it is on no earlier topic. */
static size_t source_of(struct site_shelves *f, const struct site_wanted *w,
			uint32_t number, const struct answer_passage *p)
{
	const uint64_t key = key_of_text(w->mention.document, p->text);
	size_t source;

	if (sum_table_get(&f->by_key, key, &source))
		return source;
	source = add_source(f, w, number, p, key);
	sum_table_put(&f->by_key, key, source);
	return source;
}

static void put_on_shelf(struct site_shelves *f, const struct site_wanted *w,
			 uint32_t number, const struct answer_passage *p)
{
	struct site_shelf *shelf = &f->topics[w->topic];

	if (shelf->skip)
		shelf->skip--;
	else if (p->may_answer && shelf->count < shelf->room)
		shelf->sources[shelf->count++] = source_of(f, w, number, p);
}

/* The last mentions of a topic, as far as they have passages that are looked
 * at; each has one or more. */
static void want_last(struct site_shelves *f, size_t topic, size_t *skip)
{
	const struct topic_mentions *all = &f->v->topics[topic].mentions;
	struct topic_mention last[PASSAGES_LOOKED_AT];
	size_t at, count = 0, n = all->count < PASSAGES_LOOKED_AT ?
				      all->count : PASSAGES_LOOKED_AT;

	topic_mentions_read(all, all->count - n, n, last);
	for (at = n; at && count < PASSAGES_LOOKED_AT; at--)
		count += last[at - 1].count;
	*skip = count > PASSAGES_LOOKED_AT ? count - PASSAGES_LOOKED_AT : 0;
	for (; at < n; at++) {
		XGROW(f->wanted, f->nwanted, f->wanted_cap);
		f->wanted[f->nwanted++] = (struct site_wanted){ topic,
								last[at] };
	}
}

void site_shelves_want(struct site_shelves *f, size_t topic)
{
	const struct site_topic *t = &f->v->topics[topic];
	struct site_shelf *shelf = &f->topics[topic];

	if (shelf->is_wanted)
		return;
	shelf->is_wanted = true;
	shelf->room = t->npassages < PASSAGES_LOOKED_AT ? t->npassages :
							  PASSAGES_LOOKED_AT;
	shelf->sources = arena_alloc(&f->mem, (shelf->room + 1) *
						      sizeof(*shelf->sources));
	want_last(f, topic, &shelf->skip);
}

static int by_place(const void *a, const void *b)
{
	const struct site_wanted *x = a, *y = b;

	if (x->mention.document != y->mention.document)
		return x->mention.document < y->mention.document ? -1 : 1;
	if (x->mention.part != y->mention.part)
		return x->mention.part < y->mention.part ? -1 : 1;
	return (x->topic > y->topic) - (x->topic < y->topic);
}

/* Of its bytes, and of what stands above its passages.  What is above those of
 * a note depends on more where some of it is private: 0, it is read each time. */
static uint64_t document_sum(const struct site_view *v, uint32_t document)
{
	struct sum64 sum = SUM64_INIT;

	if (document >= v->nentries) {
		const struct site_note *n = &v->notes[document - v->nentries];

		sum64_add_string(&sum, n->id);
		sum64_add_number(&sum, n->sum);
		return n->left ? 0 : sum.value;
	}
	sum64_add_string(&sum, v->entries[document].title);
	sum64_add_number(&sum, v->snapshot->files[v->entries[document].number]
				       .sum);
	return sum.value;
}

static struct answer_passage read_passage(struct site_shelves *f,
					  uint64_t place,
					  const struct site_passage *p)
{
	struct answer_passage out = {
		.place = place,
		.text = sum_of_text(p),
		.may_answer = answer_may_be(p->kind, p->traits),
	};

	if (out.may_answer)
		out.says = answer_text_read(&f->reader, p->text, p->headings,
					    p->nabove,
					    p->traits & TRAIT_DEFINITION,
					    p->traits & TRAIT_TABLE);
	return out;
}

static void need_taken(struct site_shelves *f, size_t count)
{
	if (count <= f->taken_cap)
		return;
	f->taken_cap = count * 2;
	f->taken = xrealloc(f->taken, f->taken_cap * sizeof(*f->taken));
}

/* Its passages are loaded. */
static void take(struct site_shelves *f, const struct site_wanted *w,
		 uint64_t sum)
{
	struct str numbers = w->mention.numbers;
	uint32_t number = 0;
	unsigned others;
	size_t count;

	need_taken(f, w->mention.count);
	count = site_quotes_take(&f->quotes, f->v, &w->mention, f->taken);
	/* Numbers ascend: those that were not found are the last. */
	for (size_t i = 0; i < count; i++) {
		const struct answer_passage *p;
		struct answer_passage made;
		uint64_t place;

		passage_numbers_next(&numbers, &number, &others);
		place = answers_place(sum, w->mention.part, number);
		p = sum ? answers_kept_find(&f->kept, place) : NULL;
		if (!p) {
			made = read_passage(f, place, &f->taken[i]);
			p = sum ? answers_kept_add(&f->kept, &made) : &made;
		}
		put_on_shelf(f, w, number, p);
	}
}

/* Is all that a mention tells of known without its passages? */
static bool find_kept(struct site_shelves *f, const struct site_wanted *w)
{
	uint64_t sum = document_sum(f->v, w->mention.document);
	struct str numbers = w->mention.numbers;
	uint32_t number = 0;
	unsigned others;

	if (!sum || w->mention.count > KEPT_MOST)
		return false;
	for (uint32_t i = 0; i < w->mention.count; i++) {
		passage_numbers_next(&numbers, &number, &others);
		f->found[i].number = number;
		f->found[i].passage = answers_kept_find(&f->kept, answers_place(
			sum, w->mention.part, number));
		if (!f->found[i].passage)
			return false;
	}
	return true;
}

static void take_found(struct site_shelves *f, const struct site_wanted *w)
{
	for (uint32_t i = 0; i < w->mention.count; i++)
		put_on_shelf(f, w, f->found[i].number, f->found[i].passage);
}

static int take_some(struct site_shelves *f, const struct site_wanted *w,
		     size_t count, struct error *err)
{
	struct topic_mention mentions[QUOTES_MAX];

	for (size_t i = 0; i < count; i++)
		mentions[i] = w[i].mention;
	if (site_quotes_load(&f->quotes, f->v, mentions, count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		take(f, &w[i], document_sum(f->v, w[i].mention.document));
	return 0;
}

/* Document by document, in the order of each topic's mentions, so that a part
 * on many topics is read once; what is not known, many at a time. */
static int fill_shelves(struct site_shelves *f, struct error *err)
{
	const struct site_wanted *w = f->wanted;
	size_t first = 0;	/* of those that wait */

	if (f->nwanted)
		qsort(f->wanted, f->nwanted, sizeof(*f->wanted), by_place);
	for (size_t i = 0; i < f->nwanted; i++) {
		bool is_known = find_kept(f, &w[i]);

		if (!is_known && i - first < QUOTES_MAX)
			continue;
		if (i > first) {
			if (take_some(f, w + first, i - first, err))
				return -1;
			first = i;
			/* Where it was found has moved. */
			is_known = is_known && find_kept(f, &w[i]);
		}
		if (is_known) {
			take_found(f, &w[i]);
			first = i + 1;
		}
	}
	return first < f->nwanted ?
		       take_some(f, w + first, f->nwanted - first, err) : 0;
}

/* What a passage says depends on the words of all questions, and how it is read
 * on the settings and the names of topics. */
static uint64_t key_of_all(const struct site_shelves *f)
{
	struct sum64 key = SUM64_INIT;

	sum64_add(&key, (struct str){ (const char *)f->words.bits,
				      sizeof(f->words.bits) });
	sum64_add_number(&key, f->v->snapshot->settings_sum);
	for (size_t i = 0; i < f->v->ntopics; i++)
		sum64_add_number(&key, f->v->topics[i].key);
	return key.value;
}

int site_shelves_read(struct site_shelves *f, struct error *err)
{
	int rc;

	f->key = key_of_all(f);
	answers_kept_read(&f->kept, f->v->facts->answers, f->key);
	site_facts_rest(f->v->facts);
	rc = fill_shelves(f, err);
	/* Little of it is wanted again, and others read meanwhile. */
	site_quotes_release(&f->quotes);
	sum_table_release(&f->by_key);
	sum_table_release(&f->kept.by_place);
	free(f->wanted);
	f->wanted = NULL;
	f->nwanted = f->wanted_cap = 0;
	return rc;
}
