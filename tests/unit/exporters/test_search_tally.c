/* SPDX-License-Identifier: MIT */
/* Which words a document has, and what each says of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "exporters/site/search_tally.h"

struct document {
	struct search_words words;
	struct search_tally tally;
	struct strbuf headings, texts;	/* its lists */
};

static void document_release(struct document *d)
{
	search_tally_release(&d->tally);
	search_words_release(&d->words);
	strbuf_release(&d->headings);
	strbuf_release(&d->texts);
}

#define DOCUMENT_INIT { .words = SEARCH_WORDS_INIT, .headings = STRBUF_INIT, \
			.texts = STRBUF_INIT }

static void add(struct document *d, const char *text, unsigned field)
{
	d->tally.words = &d->words;
	search_tally_add(&d->tally, str_of(text), field);
}

static void take(struct document *d)
{
	strbuf_reset(&d->headings);
	strbuf_reset(&d->texts);
	search_tally_take(&d->tally, &d->headings, &d->texts);
}

/* The weight that a list has for a word; -1: it has not that word. */
static int weight_in(const struct strbuf *list, struct document *d,
		     const char *word)
{
	size_t number = search_words_number(&d->words, str_of(word));
	struct str rest = strbuf_slice(list);
	struct search_place place;

	while (search_list_next(&rest, &place))
		if (place.word == number)
			return (int)place.weight;
	return -1;
}

static void a_document_lists_its_words_in_the_order_they_were_met(void **state)
{
	static const size_t expected[] = { 0, 1, 2 };
	AUTO(document) d = DOCUMENT_INIT;
	struct search_place place;
	struct str rest;

	(void)state;
	add(&d, "A queue, queues", SECTION_NONE);
	add(&d, "queueing tables", SECTION_LEARNED);
	take(&d);
	rest = strbuf_slice(&d.texts);
	for (size_t i = 0; i < ARRAY_SIZE(expected); i++) {
		assert_true(search_list_next(&rest, &place));
		assert_int_equal(place.word, expected[i]);
	}
	assert_false(search_list_next(&rest, &place));
	assert_int_equal(d.headings.len, 0);
}

static void the_next_document_knows_nothing_of_the_one_before(void **state)
{
	AUTO(document) d = DOCUMENT_INIT, fresh = DOCUMENT_INIT;

	(void)state;
	add(&d, "queue queue queue and many other words", SECTION_NONE);
	add(&d, "queue", SEARCH_TITLE);
	take(&d);
	add(&d, "queue", SECTION_NONE);
	take(&d);
	add(&fresh, "queue", SECTION_NONE);
	take(&fresh);
	assert_int_equal(weight_in(&d.headings, &d, "queue"), -1);
	assert_int_equal(weight_in(&d.texts, &d, "queue"),
			 weight_in(&fresh.texts, &fresh, "queue"));
}

static void a_word_of_title_and_text_has_the_weight_of_both(void **state)
{
	AUTO(document) d = DOCUMENT_INIT;

	(void)state;
	add(&d, "Queues", SEARCH_TITLE);
	add(&d, "a queue and a table", SECTION_NONE);
	take(&d);
	assert_true(weight_in(&d.headings, &d, "queue") >
		    weight_in(&d.texts, &d, "queue"));
	assert_int_equal(weight_in(&d.headings, &d, "table"), -1);
	assert_int_equal(weight_in(&d.texts, &d, "queue"),
			 weight_in(&d.texts, &d, "table"));
}

static void a_place_counts_by_where_it_stands(void **state)
{
	AUTO(document) d = DOCUMENT_INIT;

	(void)state;
	add(&d, "alpha", SEARCH_TITLE);
	add(&d, "beta", SEARCH_HEADING);
	add(&d, "gamma", SECTION_NONE);
	add(&d, "delta", SECTION_PROGRESS);
	add(&d, "epsilon", SECTION_LEARNED);
	add(&d, "zeta.example.org", SEARCH_ADDRESS);
	take(&d);
	assert_true(weight_in(&d.headings, &d, "alpha") <
		    weight_in(&d.headings, &d, "beta"));
	assert_true(weight_in(&d.texts, &d, "gamma") <
		    weight_in(&d.texts, &d, "delta"));
	assert_true(weight_in(&d.texts, &d, "delta") <
		    weight_in(&d.texts, &d, "epsilon"));
	assert_int_equal(weight_in(&d.texts, &d, "zeta"), 0);
}

static int weight_of_headings(int count)
{
	AUTO(document) d = DOCUMENT_INIT;

	for (int i = 0; i < count; i++)
		add(&d, "queue", SEARCH_HEADING);
	take(&d);
	return weight_in(&d.headings, &d, "queue");
}

/* Twenty for each are more than sixteen bits. */
static void headings_without_end_are_not_counted_from_0_again(void **state)
{
	(void)state;
	assert_true(weight_of_headings(3300) >= weight_of_headings(3000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(
			a_document_lists_its_words_in_the_order_they_were_met),
		cmocka_unit_test(
			the_next_document_knows_nothing_of_the_one_before),
		cmocka_unit_test(
			a_word_of_title_and_text_has_the_weight_of_both),
		cmocka_unit_test(a_place_counts_by_where_it_stands),
		cmocka_unit_test(
			headings_without_end_are_not_counted_from_0_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
