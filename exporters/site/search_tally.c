/* SPDX-License-Identifier: MIT */
/* Counting the words of a document, and what each says of it. */
#include "exporters/site/search_tally.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/relevance.h"
#include "core/text/tokens.h"
#include "exporters/site/search_weight.h"

void search_tally_release(struct search_tally *t)
{
	free(t->counts);
	free(t->met);
	*t = (struct search_tally)SEARCH_TALLY_INIT(NULL);
}

static void make_room(struct search_tally *t, size_t number)
{
	size_t cap = t->cap;

	if (number < cap)
		return;
	t->cap = number * 2 + 64;
	t->counts = xresize(t->counts, cap * sizeof(*t->counts),
			    t->cap * sizeof(*t->counts));
	memset(t->counts + cap, 0, (t->cap - cap) * sizeof(*t->counts));
}

static struct search_count *count_of(struct search_tally *t, size_t number)
{
	struct search_count *count;

	make_room(t, number);
	count = &t->counts[number];
	if (!count->beneath && !count->above) {
		XGROW(t->met, t->nmet, t->met_cap);
		t->met[t->nmet++] = number;
	}
	return count;
}

static int count_above(void *arg, const struct token *word)
{
	struct search_tally *t = arg;
	size_t number = search_words_number(t->words, word->text);
	unsigned worth = t->field == SEARCH_TITLE ? RELEVANCE_TITLE :
						    RELEVANCE_HEADING;
	struct search_count *count;

	if (number == SEARCH_NO_WORD)
		return 0;
	t->size++;
	count = count_of(t, number);
	if (count->above <= UINT16_MAX - worth)
		count->above = (uint16_t)(count->above + worth);
	return 0;
}

static int count_beneath(void *arg, const struct token *word)
{
	struct search_tally *t = arg;
	size_t number = search_words_number(t->words, word->text);
	bool in_text = t->field != SEARCH_ADDRESS;
	unsigned worth = in_text ? relevance_of_section(t->field) :
				   RELEVANCE_ADDRESS;
	struct search_count *count;

	if (number == SEARCH_NO_WORD)
		return 0;
	t->size++;
	count = count_of(t, number);
	if (count->beneath <= UINT32_MAX - worth)
		count->beneath += worth;
	count->in_text |= in_text;
	return 0;
}

void search_tally_add(struct search_tally *t, struct str text,
		      unsigned field)
{
	t->field = field;
	tokens_walk_words(text, field == SEARCH_TITLE ||
				field == SEARCH_HEADING ?
				count_above : count_beneath, t);
}

static void add_place(struct strbuf *out, const struct search_tally *t,
		      size_t word, uint32_t often)
{
	search_list_add(out, &(struct search_place){
		word, search_weight(often, t->size, t->counts[word].in_text),
	});
}

void search_tally_take(struct search_tally *t, struct strbuf *headings,
		       struct strbuf *texts)
{
	for (size_t i = 0; i < t->nmet; i++) {
		size_t word = t->met[i];
		struct search_count *count = &t->counts[word];

		if (count->above)
			add_place(headings, t, word,
				  count->beneath + count->above);
		if (count->beneath)
			add_place(texts, t, word, count->beneath);
		*count = (struct search_count){ 0 };
	}
	t->nmet = t->size = 0;
}
