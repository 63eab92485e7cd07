/* SPDX-License-Identifier: MIT */
/* Patterns: what they find, what is wrong with them, and that none hangs. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "core/text/regex.h"

static int find(const char *pattern, const char *text, size_t *start,
		size_t *end)
{
	struct error err = ERROR_INIT;
	struct regex *re;
	int rc;

	if (regex_compile(&re, str_of(pattern), &err))
		fail_msg("%s: %s", pattern, err.text);
	rc = regex_find(re, str_of(text), 0, start, end, &err);
	if (rc < 0)
		assert_int_equal(err.kind, ERROR_USAGE);
	regex_free(re);
	return rc;
}

static void a_pattern_finds_a_slice(void **state)
{
	size_t start, end;

	(void)state;
	assert_int_equal(find("b+", "abbc", &start, &end), 1);
	assert_int_equal(start, 1);
	assert_int_equal(end, 3);
	assert_int_equal(find("^é\\w+$", "a\nété\n", &start, &end), 1);
	assert_int_equal(start, 2);
	assert_int_equal(find("x*", "abc", &start, &end), 0);
	assert_int_equal(find("b", "a\xff" "b", &start, &end), 1);
	assert_int_equal(start, 2);
}

static void assert_wrong(const char *pattern, const char *message)
{
	struct error err = ERROR_INIT;
	struct regex *re;

	assert_int_equal(regex_compile(&re, str_of(pattern), &err), -1);
	assert_int_equal(err.kind, ERROR_USAGE);
	if (!strstr(err.text, message))
		fail_msg("%s", err.text);
}

static void a_wrong_pattern_is_shown_with_the_place(void **state)
{
	(void)state;
	assert_wrong("a(b", "\n  a(b\n     ^");
	assert_wrong("[z-a]", "\n  [z-a]\n     ^");
	assert_wrong("\\C", "\n  \\C\n");
	assert_wrong("\xff", "the pattern is wrong");
}

/* What would take till the end of days ends, one way or the other. */
static void costly_patterns_are_given_up(void **state)
{
	static const char *const patterns[] = { "(a+)+$", "(a|aa)+$",
						"(.*)*b", "(?:a?){30}a{30}$",
						"((a*)*)*$", "(a+)+(?=b)",
						"(?R)?a", "(x+x+)+y" };
	char text[5001];
	size_t start, end;

	(void)state;
	memset(text, 'a', 5000);
	memcpy(text + 4999, "!", 2);
	for (size_t i = 0; i < ARRAY_SIZE(patterns); i++)
		assert_true(find(patterns[i], text, &start, &end) <= 1);
}

/* Seconds that each look at the clocks adds to the work of this thread, and to
 * that of the process and of the world. */
static struct {
	time_t of_thread, of_others, now;
} clocks;

int __wrap_clock_gettime(clockid_t which, struct timespec *out);
clock_t __wrap_clock(void);

int __wrap_clock_gettime(clockid_t which, struct timespec *out)
{
	clocks.now += which == CLOCK_THREAD_CPUTIME_ID ? clocks.of_thread
						       : clocks.of_others;
	*out = (struct timespec){ clocks.now, 0 };
	return 0;
}

clock_t __wrap_clock(void)
{
	clocks.now += clocks.of_others;
	return (clock_t)clocks.now * CLOCKS_PER_SEC;
}

static void work_of_others_ends_no_search(void **state)
{
	size_t start, end;

	(void)state;
	clocks.of_others = 60;
	assert_int_equal(find("b+", "abbc", &start, &end), 1);
	clocks.of_others = 0;
}

static void a_search_ends_after_seconds_of_its_own_work(void **state)
{
	size_t start, end;

	(void)state;
	clocks.of_thread = 4;
	assert_int_equal(find("b+", "abbc", &start, &end), -1);
	clocks.of_thread = 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pattern_finds_a_slice),
		cmocka_unit_test(a_wrong_pattern_is_shown_with_the_place),
		cmocka_unit_test(costly_patterns_are_given_up),
		cmocka_unit_test(work_of_others_ends_no_search),
		cmocka_unit_test(a_search_ends_after_seconds_of_its_own_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
