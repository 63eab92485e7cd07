/* SPDX-License-Identifier: MIT */
/* Mentions of a topic are read as they were written, from any of them on. */
#include "core/model/topic_mentions.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* Entries that follow each other or do not, one with traits of others beside a
 * number, and the parts of a note. */
static struct topic_mention mention_of(uint32_t i)
{
	static const struct str numbers[] = {
		{ "\x00", 1 }, { "\x02\x04", 2 }, { "\x03\x81\x01\x06", 4 },
	};
	static const uint32_t counts[] = { 1, 2, 2 };

	return (struct topic_mention){
		.document = i < 200 ? i * i : 40000,
		.part = i < 200 ? 0 : (i - 200) * 3,
		.count = counts[i % 3],
		.numbers = numbers[i % 3],
	};
}

#define COUNT 300

static void assert_is(const struct topic_mention *got, uint32_t number)
{
	const struct topic_mention m = mention_of(number);

	assert_int_equal(got->document, m.document);
	assert_int_equal(got->part, m.part);
	assert_int_equal(got->count, m.count);
	assert_int_equal(got->numbers.len, m.numbers.len);
	assert_memory_equal(got->numbers.s, m.numbers.s, m.numbers.len);
}

static struct topic_mentions write_all(struct topic_mentions_writer *w,
				       struct arena *mem)
{
	for (uint32_t i = 0; i < COUNT; i++) {
		const struct topic_mention m = mention_of(i);

		topic_mentions_add(w, &m);
	}
	return topic_mentions_take(w, mem);
}

static void mentions_come_back_from_any_of_them_on(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(topic_mentions_writer) w = TOPIC_MENTIONS_WRITER_INIT;
	struct topic_mentions all = write_all(&w, &mem);
	struct topic_mention got;

	(void)state;
	assert_int_equal(all.count, COUNT);
	for (uint32_t first = 0; first <= COUNT; first++) {
		struct topic_mentions_reader r =
			topic_mentions_from(&all, first);

		for (uint32_t i = first; i < COUNT; i++) {
			assert_true(topic_mentions_next(&r, &got));
			assert_is(&got, i);
		}
		assert_false(topic_mentions_next(&r, &got));
	}
}

static void some_are_read_at_once(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(topic_mentions_writer) w = TOPIC_MENTIONS_WRITER_INIT;
	struct topic_mentions all = write_all(&w, &mem);
	struct topic_mention got[70];

	(void)state;
	topic_mentions_read(&all, 190, 70, got);
	for (uint32_t i = 0; i < 70; i++)
		assert_is(&got[i], 190 + i);
}

static void the_next_topic_begins_anew(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(topic_mentions_writer) w = TOPIC_MENTIONS_WRITER_INIT;
	struct topic_mentions first = write_all(&w, &mem);
	struct topic_mentions none = topic_mentions_take(&w, &mem);
	struct topic_mentions again = write_all(&w, &mem);

	(void)state;
	assert_int_equal(none.count, 0);
	assert_int_equal(none.bytes.len, 0);
	assert_int_equal(again.bytes.len, first.bytes.len);
	assert_memory_equal(again.bytes.s, first.bytes.s, first.bytes.len);
}

static void most_take_few_bytes(void **state)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(topic_mentions_writer) w = TOPIC_MENTIONS_WRITER_INIT;

	(void)state;
	for (uint32_t i = 0; i < 1000; i++)
		topic_mentions_add(&w, &(struct topic_mention){
			.document = i * 7, .count = 1,
			.numbers = STR("\x02"),
		});
	assert_int_equal(topic_mentions_take(&w, &mem).bytes.len, 3000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(mentions_come_back_from_any_of_them_on),
		cmocka_unit_test(some_are_read_at_once),
		cmocka_unit_test(the_next_topic_begins_anew),
		cmocka_unit_test(most_take_few_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
