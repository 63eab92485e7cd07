/* SPDX-License-Identifier: MIT */
/* Counts, numbers and relations of the passages on a topic. */
#include "core/model/dossier.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"

#define NUMBERS_OF_PASSAGE 32	/* a passage with more is a table of data */
#define FEW 2.0			/* shared passages that say half as much */
#define APART_LOOKED 2000	/* bytes in which "vs" is looked for */

/* What is over and done with when it is ticked or answered. */
#define TRAITS_OPEN \
	(TRAIT_QUESTION | TRAIT_TODO | TRAIT_HOLE | TRAIT_LAB | \
	 TRAIT_COURSE | TRAIT_READING)

bool dossier_is_kind(unsigned traits, unsigned bit)
{
	unsigned trait = 1u << bit;

	if ((trait & TRAITS_OPEN) && (traits & TRAIT_DONE))
		return false;
	return traits & trait;
}

void dossier_count_traits(size_t kinds[TRAIT_COUNT], unsigned traits)
{
	for (unsigned bit = 0; bit < TRAIT_COUNT; bit++)
		kinds[bit] += dossier_is_kind(traits, bit);
}

static void count_day(struct dossier_facts *out, int day)
{
	if (day == DAY_NONE)
		return;
	if (out->first_day == DAY_NONE || day < out->first_day)
		out->first_day = day;
	if (out->last_day == DAY_NONE || day > out->last_day)
		out->last_day = day;
}

void dossier_count(struct dossier_facts *out, const struct dossier_passage *p,
		   size_t count)
{
	*out = (struct dossier_facts){ .passages = count,
				       .first_day = DAY_NONE,
				       .last_day = DAY_NONE };
	for (size_t i = 0; i < count; i++) {
		out->documents += !i || strcmp(p[i].path, p[i - 1].path);
		dossier_count_traits(out->kinds, p[i].traits);
		count_day(out, p[i].day);
	}
}

void dossier_numbers_release(struct dossier_numbers *n)
{
	free(n->items);
	*n = (struct dossier_numbers)DOSSIER_NUMBERS_INIT;
}

/* "$0.20" is written with its sign. */
static struct quantity with_sign(struct str text, struct quantity q)
{
	static const char *const signs[] = {
		"$", "\xe2\x82\xac", "\xc2\xa3", "\xc2\xa5",
	};
	struct str before = str_upto(text, (size_t)(q.text.s - text.s));

	for (size_t i = 0; q.kind == QUANTITY_MONEY && i < ARRAY_SIZE(signs);
	     i++) {
		size_t len = str_of(signs[i]).len;

		if (!str_ends(before, signs[i]))
			continue;
		q.text = (struct str){ q.text.s - len, q.text.len + len };
		break;
	}
	return q;
}

/* A long sentence is cut; the words at its ends are not. */
static struct str in_whole_words(struct str text, struct str sentence)
{
	static const char ends[] = " \n.;?!";
	size_t from = (size_t)(sentence.s - text.s), to = from + sentence.len;

	while (from && !strchr(ends, text.s[from - 1]))
		from--;
	while (to < text.len && !strchr(ends, text.s[to]))
		to++;
	return (struct str){ text.s + from, to - from };
}

/* Is there more of a sentence that begins or ends here? */
static bool is_cut_before(struct str text, size_t from)
{
	while (from && text.s[from - 1] == ' ')
		from--;
	return from && !quantity_ends_sentence(text, from - 1);
}

static bool is_cut_behind(struct str text, size_t to)
{
	while (to < text.len && text.s[to] == ' ')
		to++;
	return to < text.len && !quantity_ends_sentence(text, to);
}

static void set_sentence(struct dossier_number *n, struct str text,
			 struct str sentence)
{
	size_t from, to;

	n->sentence = in_whole_words(text, sentence);
	from = (size_t)(n->sentence.s - text.s);
	to = from + n->sentence.len;
	n->cut_before = is_cut_before(text, from);
	n->cut_behind = is_cut_behind(text, to);
}

/* Does it stand in a sentence that is said of the topic? */
static bool is_own(const struct dossier_passage *p, const struct quantity *q)
{
	for (size_t i = 0; i < p->nown; i++)
		if (q->text.s >= p->own[i].s &&
		    q->text.s < p->own[i].s + p->own[i].len)
			return true;
	return !p->nown;
}

static void add_numbers(struct dossier_numbers *out,
			const struct dossier_passage *p, size_t passage)
{
	struct str text = p->text;
	struct quantity_sense known = QUANTITY_SENSE_INIT;
	struct quantity q = QUANTITY_NONE;
	struct str rest = text;

	for (int i = 0; i < NUMBERS_OF_PASSAGE && quantity_next(&rest, &q);
	     i++) {
		if (!quantity_is_noted(&known, text, &q) || !is_own(p, &q))
			continue;
		XGROW(out->items, out->count, out->cap);
		out->items[out->count] = (struct dossier_number){
			.passage = passage,
			.quantity = with_sign(text, q),
		};
		set_sentence(&out->items[out->count++], text,
			     quantity_sentence(text, &q));
	}
}

/* Times and sizes have one group each, whatever the unit. */
static const char *group_unit(const struct quantity *q)
{
	return q->kind == QUANTITY_COUNT ? q->unit : "";
}

static int by_group(const void *a, const void *b)
{
	const struct dossier_number *x = a, *y = b;
	int order;

	if (x->quantity.kind != y->quantity.kind)
		return x->quantity.kind < y->quantity.kind ? -1 : 1;
	order = strcmp(group_unit(&x->quantity), group_unit(&y->quantity));
	if (order)
		return order;
	if (x->passage != y->passage)
		return x->passage < y->passage ? -1 : 1;
	return x->quantity.text.s < y->quantity.text.s ? -1 : 1;
}

/* Chain those that have the quantity and the sentence of one before. */
static void find_repeated(struct dossier_numbers *n)
{
	AUTO(strset) last = STRSET_INIT;
	AUTO(strbuf) key = STRBUF_INIT;

	for (size_t i = 0; i < n->count; i++) {
		struct dossier_number *number = &n->items[i];
		size_t before;

		strbuf_reset(&key);
		strbuf_addslice(&key, number->quantity.text);
		strbuf_addch(&key, '\n');
		strbuf_addslice(&key, number->sentence);
		if (strset_get(&last, strbuf_slice(&key), &before)) {
			n->items[before].again = i;
			number->repeated = true;
		}
		strset_put(&last, strbuf_slice(&key), i);
	}
}

void dossier_find_numbers(struct dossier_numbers *out,
			  const struct dossier_passage *p, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (p[i].traits & TRAIT_NUMBER)
			add_numbers(out, &p[i], i);
	if (out->count)
		qsort(out->items, out->count, sizeof(*out->items), by_group);
	find_repeated(out);
}

const char *dossier_group(const struct quantity *q)
{
	static const char *const names[] = {
		[QUANTITY_TIME] = "Times",	[QUANTITY_SIZE] = "Sizes",
		[QUANTITY_PERCENT] = "Shares",	[QUANTITY_MONEY] = "Prices",
	};

	if (q->kind != QUANTITY_COUNT)
		return names[q->kind];
	return *q->unit ? q->unit : "Limits";
}

static int by_score(const void *a, const void *b)
{
	const struct dossier_related *x = a, *y = b;

	if (x->score < y->score || x->score > y->score)
		return x->score > y->score ? -1 : 1;
	return strcmp(x->id, y->id);
}

size_t dossier_rank_related(struct dossier_related *r, size_t count,
			    size_t passages)
{
	size_t kept = 0, most = 0;

	for (size_t i = 0; i < count; i++)
		if (r[i].shared > most)
			most = r[i].shared;
	for (size_t i = 0; i < count; i++) {
		double product = (double)passages * (double)r[i].passages;
		double shared = (double)r[i].shared;

		if (!r[i].shared || (most > 1 && r[i].shared < 2))
			continue;
		r[i].score = product > 0 ? shared / sqrt(product) *
						   shared / (shared + FEW)
					 : 0;
		r[kept++] = r[i];
	}
	if (kept)
		qsort(r, kept, sizeof(*r), by_score);
	return kept;
}

bool dossier_tells_apart(struct str text)
{
	static const char *const words[] = {
		" vs ", " vs. ", " versus ", "ifference between",
		"ifferences between", "compared to", "compared with",
		" instead of ", " rather than ", "unlike ",
	};
	struct str front = str_upto(text, APART_LOOKED);

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_find_str(front, str_of(words[i])) < front.len)
			return true;
	return false;
}
