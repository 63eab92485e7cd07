/* SPDX-License-Identifier: MIT */
/* Counting words from what an earlier run has counted. */
#include "exporters/site/search_kept.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/sum64.h"

struct head {
	uint64_t numbering, sum, ndocuments, nwords, nterms;
};

/* --- keeping --- */

static void add_bytes(struct strbuf *out, const void *bytes, size_t size)
{
	if (size)
		strbuf_add(out, bytes, size);
}

static uint64_t sum_of(struct str kept)
{
	struct sum64 sum = SUM64_INIT;

	sum64_add(&sum, str_from(kept, offsetof(struct head, ndocuments)));
	return sum.value;
}

static size_t size_of(const struct head *h)
{
	return sizeof(*h) + h->ndocuments * sizeof(uint64_t) +
	       h->nwords * sizeof(struct search_counted) +
	       h->nterms * sizeof(uint32_t);
}

void search_kept_write(struct strbuf *out, uint64_t numbering,
		       const struct search_walk *w, struct str order)
{
	struct head head = {
		.numbering = numbering,
		.ndocuments = w->count,
		.nwords = w->nwords,
		.nterms = order.len / sizeof(uint32_t),
	};
	strbuf_grow(out, size_of(&head));
	add_bytes(out, &head, sizeof(head));
	for (size_t i = 0; i < w->count; i++)
		add_bytes(out, &w->documents[i].sum,
			  sizeof(w->documents[i].sum));
	add_bytes(out, w->counted, w->nwords * sizeof(*w->counted));
	add_bytes(out, order.s, order.len);
	head.sum = sum_of(strbuf_slice(out));
	memcpy(out->buf, &head, sizeof(head));
}

/* Without an overflow: each is at most as many as there are bytes. */
static bool has_size(const struct head *h, size_t len)
{
	return h->ndocuments <= len && h->nwords <= len && h->nterms <= len &&
	       len == size_of(h);
}

static bool is_order_sound(const struct search_kept *k)
{
	for (size_t i = 0; i < k->nterms; i++)
		if (k->order[i] >= k->nwords)
			return false;
	return true;
}

static bool is_numbering(const struct search_memory *m, uint64_t numbering)
{
	for (size_t i = m->nnumberings; i; i--)
		if (m->numberings[i - 1] == numbering)
			return true;
	return false;
}

void search_kept_read(struct search_kept *out, const struct search_memory *m)
{
	struct str bytes = m->bytes;
	struct head head;

	*out = (struct search_kept){ .memory = NULL };
	if (bytes.len < sizeof(head))
		return;
	memcpy(&head, bytes.s, sizeof(head));
	if (!is_numbering(m, head.numbering) || !has_size(&head, bytes.len) ||
	    head.sum != sum_of(bytes))
		return;
	*out = (struct search_kept){
		.memory = m,
		.sums = (const void *)(bytes.s + sizeof(head)),
		.ndocuments = head.ndocuments,
		.nwords = head.nwords,
		.nterms = head.nterms,
	};
	out->counted = (const void *)(out->sums + out->ndocuments);
	out->order = (const void *)(out->counted + out->nwords);
	if (!is_order_sound(out))
		*out = (struct search_kept){ .memory = NULL };
}

/* --- what is another word's --- */

/* How a document has a word, before and now. */
enum {
	WAS = 8,		/* shifts of bits that are its weight, + 1 */
	IS = 0,
	WEIGHT = 255,
};

struct difference {
	uint16_t *weights;	/* by word, of the document in hand */
	bool *wanted;		/* words that are to be counted anew */
	size_t nwords, count;
};

static void weigh(struct difference *d, struct str list, unsigned shift)
{
	uint32_t code;

	while (search_list_read(&list, &code, 1)) {
		size_t word = code >> SEARCH_WEIGHT_BITS;

		/* What is in a heading came first, and counts. */
		if (word < d->nwords && !(d->weights[word] >> shift & WEIGHT))
			d->weights[word] |= (uint16_t)(
				((code & SEARCH_WEIGHT_MAX) + 1) << shift);
	}
}

/* It is done once for each word, for then there is no weight any more. */
static void want_others(struct difference *d, struct str list)
{
	uint32_t code;

	while (search_list_read(&list, &code, 1)) {
		size_t word = code >> SEARCH_WEIGHT_BITS;
		uint16_t *weight;

		if (word >= d->nwords)
			continue;
		weight = &d->weights[word];
		if ((*weight >> WAS & WEIGHT) != (*weight >> IS & WEIGHT)) {
			d->count += !d->wanted[word];
			d->wanted[word] = true;
		}
		*weight = 0;
	}
}

static void compare(struct difference *d, const struct search_listed *before,
		    const struct search_listed *now)
{
	weigh(d, before->headings, WAS);
	weigh(d, before->texts, WAS);
	weigh(d, now->headings, IS);
	weigh(d, now->texts, IS);
	want_others(d, before->headings);
	want_others(d, before->texts);
	want_others(d, now->headings);
	want_others(d, now->texts);
}

/* With more of them it is quicker to count all. */
#define CHANGED_MAX 64

static bool find_difference(struct difference *d, struct search_kept *k,
			    const struct search_walk *w)
{
	k->nothers = 0;
	for (size_t i = 0; i < k->ndocuments; i++) {
		struct search_listed before;

		if (k->sums[i] == w->documents[i].sum)
			continue;
		if (++k->nothers > CHANGED_MAX ||
		    !k->memory->lists(k->memory->arg, k->sums[i], &before))
			return false;
		compare(d, &before, &w->documents[i]);
	}
	k->nothers += w->count - k->ndocuments;
	return true;
}

/* --- counting --- */

static void count_difference(struct difference *d, const struct search_kept *k,
			     struct search_walk *w)
{
	memcpy(w->counted, k->counted, k->nwords * sizeof(*w->counted));
	w->wanted = d->wanted;
	if (d->count) {
		for (size_t i = 0; i < d->nwords; i++)
			if (d->wanted[i])
				w->counted[i] = (struct search_counted){ 0 };
		search_walk(w, 0);
	}
	for (size_t i = 0; i < d->nwords; i++)
		d->wanted[i] = !d->wanted[i];
	search_walk(w, k->ndocuments);
	w->wanted = NULL;
}

bool search_kept_count(struct search_kept *k, struct search_walk *w)
{
	struct difference d = { .nwords = w->nwords };
	bool is_known;

	/* One that is gone has given its number to the next. */
	if (!k->memory || k->ndocuments > w->count || k->nwords > w->nwords)
		return false;
	d.weights = xcalloc(d.nwords + 1, sizeof(*d.weights));
	d.wanted = xcalloc(d.nwords + 1, sizeof(*d.wanted));
	is_known = find_difference(&d, k, w);
	if (is_known)
		count_difference(&d, k, w);
	free(d.weights);
	free(d.wanted);
	if (w->lender.rest)
		w->lender.rest(w->lender.arg);
	return is_known;
}
