/* SPDX-License-Identifier: MIT */
/* Growing strings, growing arrays, arenas. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/strbuf.h"

static void a_string_grows_and_stays_terminated(void **state UNUSED)
{
	AUTO(strbuf) sb = STRBUF_INIT;

	assert_string_equal(sb.buf, "");
	for (int i = 0; i < 1000; i++)
		strbuf_addf(&sb, "%d,", i % 10);
	assert_int_equal(sb.len, 2000);
	assert_int_equal(strlen(sb.buf), 2000);
	strbuf_truncate(&sb, 4);
	assert_string_equal(sb.buf, "0,1,");
	strbuf_truncate(&sb, 99);
	assert_int_equal(sb.len, 4);
	strbuf_add(&sb, "a\0b", 3);
	assert_int_equal(strbuf_slice(&sb).len, 7);
	strbuf_reset(&sb);
	assert_string_equal(sb.buf, "");
}

static void a_detached_string_is_the_callers(void **state UNUSED)
{
	AUTO(strbuf) sb = STRBUF_INIT;
	char *s = strbuf_detach(&sb);

	assert_string_equal(s, "");
	free(s);
	strbuf_addstr(&sb, "x");
	s = strbuf_detach(&sb);
	assert_string_equal(s, "x");
	assert_string_equal(sb.buf, "");
	free(s);
}

static void an_empty_string_can_be_emptied(void **state UNUSED)
{
	struct strbuf sb = STRBUF_INIT;

	strbuf_reset(&sb);
	strbuf_truncate(&sb, 0);
	strbuf_addslice(&sb, STR_NONE);
	strbuf_release(&sb);
	strbuf_release(&sb);
	strbuf_addch(&sb, 'a');
	assert_string_equal(sb.buf, "a");
	strbuf_release(&sb);
}

static void a_number_is_added_in_decimal(void **state UNUSED)
{
	AUTO(strbuf) sb = STRBUF_INIT;

	strbuf_addint(&sb, 0);
	strbuf_addch(&sb, ' ');
	strbuf_addint(&sb, -7);
	strbuf_addch(&sb, ' ');
	strbuf_addint(&sb, 1234567890);
	strbuf_addch(&sb, ' ');
	strbuf_addint(&sb, INT64_MIN);
	assert_string_equal(sb.buf, "0 -7 1234567890 -9223372036854775808");
}

static void an_array_doubles(void **state UNUSED)
{
	int *items = NULL;
	size_t count = 0, cap = 0;

	for (int i = 0; i < 1000; i++) {
		XGROW(items, count, cap);
		items[count++] = i;
	}
	assert_int_equal(items[999], 999);
	assert_true(cap >= 1000);
	free(items);
}

static void room_that_was_reserved_does_not_move(void **state UNUSED)
{
	struct { char bytes[300]; } *items = NULL, *first;
	size_t count = 0, cap = 0;

	XRESERVE(items, cap, 2000);
	first = items;
	while (count < 2000) {
		XGROW(items, count, cap);
		MEMORY_AHEAD(items, count, cap);
		memset(&items[count++], 7, sizeof(*items));
	}
	assert_ptr_equal(items, first);
	XRESERVE(items, cap, 10);
	assert_int_equal(cap, 2000);
	XGROW(items, count, cap);
	MEMORY_AHEAD(items, count, cap);
	items[count] = items[0];
	assert_int_equal(items[1999].bytes[299], 7);
	free(items);
}

static void much_memory_can_be_expected_and_never_be_used(void **state UNUSED)
{
	char *p;

	memory_expect_much(40 << 20);
	p = xcalloc(3, 1 << 20);
	for (size_t i = 0; i < 3 << 20; i += 4096)
		assert_int_equal(p[i], 0);
	free(p);
	memory_expect_much(SIZE_MAX);
}

static void an_arena_gives_aligned_zeroes_of_any_size(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;

	for (size_t size = 0; size < 40000; size += 997) {
		unsigned char *p = arena_alloc(&mem, size);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < size; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, size);
	}
}

static void copies_in_an_arena_are_terminated(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;

	assert_string_equal(arena_strndup(&mem, "abc", 2), "ab");
	assert_null(arena_strdup(&mem, NULL));
	assert_string_equal(arena_printf(&mem, "%s-%d", "a", 5), "a-5");
	assert_string_equal(arena_str(&mem, STR("x")).s, "x");
	assert_int_equal(arena_str(&mem, STR_NONE).len, 0);
	arena_release(&mem);
	assert_string_equal(arena_strdup(&mem, "again"), "again");
}

/* Whether it is freed, and once, is for the sanitizer to say. */
static void an_arena_frees_what_it_adopted(void **state UNUSED)
{
	struct arena mem = ARENA_INIT;

	arena_adopt(&mem, xmalloc(100));
	arena_adopt(&mem, NULL);
	arena_adopt(&mem, xmalloc(100000));
	arena_release(&mem);
	arena_release(&mem);
}

static void texts_in_an_arena_leave_the_rest_aligned(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	const char *text = arena_strdup(&mem, "abc");
	double *number = arena_alloc(&mem, sizeof(*number));

	*number = 1.5;
	assert_int_equal((uintptr_t)number % _Alignof(max_align_t), 0);
	assert_string_equal(text, "abc");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_string_grows_and_stays_terminated),
		cmocka_unit_test(a_detached_string_is_the_callers),
		cmocka_unit_test(an_empty_string_can_be_emptied),
		cmocka_unit_test(a_number_is_added_in_decimal),
		cmocka_unit_test(an_array_doubles),
		cmocka_unit_test(room_that_was_reserved_does_not_move),
		cmocka_unit_test(much_memory_can_be_expected_and_never_be_used),
		cmocka_unit_test(an_arena_gives_aligned_zeroes_of_any_size),
		cmocka_unit_test(copies_in_an_arena_are_terminated),
		cmocka_unit_test(an_arena_frees_what_it_adopted),
		cmocka_unit_test(texts_in_an_arena_leave_the_rest_aligned),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
