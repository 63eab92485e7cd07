/* SPDX-License-Identifier: MIT */
/* What passages say to the open questions, from one run to the next. */
#include "exporters/site/answers_kept.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/sum64.h"

/* Of this machine and this program: a head, passages, then all their words. */
struct head {
	uint64_t key, sum, npassages, nwords;
};

struct record {
	uint64_t place, text, filter;
	double bonus;
	uint32_t nwords, may_answer;
};

#define FEW 32			/* of passages: one in so many */

void answers_kept_release(struct answers_kept *k)
{
	free(k->items);
	sum_table_release(&k->by_place);
	*k = (struct answers_kept){ .items = NULL };
}

uint64_t answers_place(uint64_t document, uint32_t part, uint32_t number)
{
	struct sum64 sum = SUM64_INIT;

	sum64_add_number(&sum, document);
	sum64_add_number(&sum, part);
	sum64_add_number(&sum, number);
	return sum.value;
}

static uint64_t sum_of(struct str kept)
{
	struct sum64 sum = SUM64_INIT;

	sum64_add(&sum, str_from(kept, offsetof(struct head, npassages)));
	return sum.value;
}

static size_t size_of(const struct head *h)
{
	return sizeof(*h) + h->npassages * sizeof(struct record) +
	       h->nwords * sizeof(uint32_t);
}

/* Without an overflow: each is at most as many as there are bytes. */
static bool is_sound(const struct head *h, struct str bytes, uint64_t key)
{
	return h->key == key && h->npassages <= bytes.len &&
	       h->nwords <= bytes.len && bytes.len == size_of(h) &&
	       h->sum == sum_of(bytes);
}

static void put(struct answers_kept *k, const struct answer_passage *p)
{
	XGROW(k->items, k->count, k->cap);
	sum_table_put(&k->by_place, p->place, k->count);
	k->items[k->count++] = *p;
}

static struct answer_passage passage_of(const struct record *r,
					const uint32_t *words)
{
	return (struct answer_passage){
		.place = r->place,
		.text = r->text,
		.says = { words, r->nwords, r->filter, r->bonus },
		.may_answer = r->may_answer,
	};
}

void answers_kept_read(struct answers_kept *k, struct str bytes, uint64_t key)
{
	const struct record *records;
	const uint32_t *words;
	struct head head;
	size_t at = 0;

	if (bytes.len < sizeof(head))
		return;
	memcpy(&head, bytes.s, sizeof(head));
	if (!is_sound(&head, bytes, key))
		return;
	records = (const void *)(bytes.s + sizeof(head));
	words = (const void *)(records + head.npassages);
	k->cap = head.npassages + head.npassages / FEW;
	k->items = xcalloc(k->cap + 1, sizeof(*k->items));
	sum_table_expect(&k->by_place, k->cap);
	for (size_t i = 0; i < head.npassages; i++) {
		struct answer_passage p = passage_of(&records[i], words + at);

		if (p.says.nwords > head.nwords - at)
			break;
		at += p.says.nwords;
		put(k, &p);
	}
	k->before = k->count;
}

const struct answer_passage *answers_kept_find(struct answers_kept *k,
					       uint64_t place)
{
	size_t at;

	if (!sum_table_get(&k->by_place, place, &at))
		return NULL;
	k->items[at].is_used = true;
	return &k->items[at];
}

const struct answer_passage *answers_kept_add(struct answers_kept *k,
					      const struct answer_passage *p)
{
	put(k, p);
	k->items[k->count - 1].is_used = true;
	return &k->items[k->count - 1];
}

/* Is what is kept still nearly all that is wanted?  To read the rest again the
 * next time takes less than to write all of it now. */
static bool is_nearly_as_before(const struct answers_kept *k)
{
	size_t others = k->count - k->before;

	for (size_t i = 0; i < k->before; i++)
		others += !k->items[i].is_used;
	return others <= k->before / FEW;
}

static struct record record_of(const struct answer_passage *p)
{
	return (struct record){
		p->place, p->text, p->says.filter, p->says.bonus,
		(uint32_t)p->says.nwords, p->may_answer,
	};
}

static struct head count_used(const struct answers_kept *k, uint64_t key)
{
	struct head head = { .key = key };

	for (size_t i = 0; i < k->count; i++)
		if (k->items[i].is_used) {
			head.npassages++;
			head.nwords += k->items[i].says.nwords;
		}
	return head;
}

void answers_kept_write(const struct answers_kept *k, struct strbuf *out,
			uint64_t key)
{
	struct head head = count_used(k, key);

	if (is_nearly_as_before(k))
		return;
	strbuf_grow(out, size_of(&head));
	strbuf_add(out, &head, sizeof(head));
	for (size_t i = 0; i < k->count; i++) {
		struct record record = record_of(&k->items[i]);

		if (k->items[i].is_used)
			strbuf_add(out, &record, sizeof(record));
	}
	for (size_t i = 0; i < k->count; i++) {
		const struct answer_text *says = &k->items[i].says;

		if (k->items[i].is_used && says->nwords)
			strbuf_add(out, says->words,
				   says->nwords * sizeof(*says->words));
	}
	head.sum = sum_of(strbuf_slice(out));
	memcpy(out->buf, &head, sizeof(head));
}
