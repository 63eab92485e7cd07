/* SPDX-License-Identifier: MIT */
/* What passages say to questions, from one run to the next. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "exporters/site/answers_kept.h"

static const uint32_t words[] = { 11, 22, 33, 44 };

static struct answer_passage passage(uint64_t place, size_t nwords)
{
	return (struct answer_passage){
		.place = place,
		.text = place * 3,
		.says = { words, nwords, 5, 0.5 },
		.may_answer = nwords > 0,
	};
}

static void add(struct answers_kept *k, uint64_t place, size_t nwords)
{
	struct answer_passage p = passage(place, nwords);

	answers_kept_add(k, &p);
}

static void assert_has(struct answers_kept *k, uint64_t place, size_t nwords)
{
	const struct answer_passage *p = answers_kept_find(k, place);

	assert_non_null(p);
	assert_int_equal(p->text, place * 3);
	assert_int_equal(p->may_answer, nwords > 0);
	assert_int_equal(p->says.nwords, nwords);
	assert_int_equal(p->says.filter, 5);
	assert_true(p->says.bonus == 0.5);
	assert_memory_equal(p->says.words, words, nwords * sizeof(*words));
}

/* A run of passages 1 to 40, each of which has up to four words. */
static void keep(struct strbuf *out)
{
	struct answers_kept k = { .items = NULL };

	for (uint64_t i = 1; i <= 40; i++)
		add(&k, i, i % 5);
	answers_kept_write(&k, out, 7);
	answers_kept_release(&k);
}

static void what_was_kept_is_found_again(void **state UNUSED)
{
	AUTO(strbuf) kept = STRBUF_INIT;
	struct answers_kept k = { .items = NULL };

	keep(&kept);
	answers_kept_read(&k, strbuf_slice(&kept), 7);
	for (uint64_t i = 1; i <= 40; i++)
		assert_has(&k, i, i % 5);
	assert_null(answers_kept_find(&k, 41));
	answers_kept_release(&k);
}

static void other_questions_keep_nothing(void **state UNUSED)
{
	AUTO(strbuf) kept = STRBUF_INIT;
	struct answers_kept k = { .items = NULL };

	keep(&kept);
	answers_kept_read(&k, strbuf_slice(&kept), 8);
	assert_null(answers_kept_find(&k, 1));
	answers_kept_release(&k);
}

/* Cut short anywhere, or with another byte anywhere. */
static void what_is_damaged_is_not_taken(void **state UNUSED)
{
	AUTO(strbuf) kept = STRBUF_INIT;

	keep(&kept);
	for (size_t at = 0; at < kept.len; at++) {
		struct answers_kept k = { .items = NULL };

		answers_kept_read(&k, str_upto(strbuf_slice(&kept), at), 7);
		assert_int_equal(k.count, 0);
		kept.buf[at] ^= 1;
		answers_kept_read(&k, strbuf_slice(&kept), 7);
		kept.buf[at] ^= 1;
		assert_int_equal(k.count, 0);
		answers_kept_release(&k);
	}
}

static void little_that_is_new_is_not_worth_writing(void **state UNUSED)
{
	AUTO(strbuf) kept = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	struct answers_kept k = { .items = NULL };

	keep(&kept);
	answers_kept_read(&k, strbuf_slice(&kept), 7);
	for (uint64_t i = 1; i <= 40; i++)
		answers_kept_find(&k, i);
	add(&k, 41, 2);
	answers_kept_write(&k, &after, 7);
	assert_int_equal(after.len, 0);
	add(&k, 42, 2);
	answers_kept_write(&k, &after, 7);
	assert_int_not_equal(after.len, 0);
	answers_kept_release(&k);
}

static void what_nobody_wants_is_dropped(void **state UNUSED)
{
	AUTO(strbuf) kept = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	struct answers_kept k = { .items = NULL };

	keep(&kept);
	answers_kept_read(&k, strbuf_slice(&kept), 7);
	assert_has(&k, 9, 4);
	answers_kept_write(&k, &after, 7);
	answers_kept_release(&k);
	answers_kept_read(&k, strbuf_slice(&after), 7);
	assert_int_equal(k.count, 1);
	assert_has(&k, 9, 4);
	answers_kept_release(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_was_kept_is_found_again),
		cmocka_unit_test(other_questions_keep_nothing),
		cmocka_unit_test(what_is_damaged_is_not_taken),
		cmocka_unit_test(little_that_is_new_is_not_worth_writing),
		cmocka_unit_test(what_nobody_wants_is_dropped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
