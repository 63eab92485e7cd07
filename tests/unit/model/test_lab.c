/* SPDX-License-Identifier: MIT */
/* What was built or tried by hand is a lab, and what was only felt is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/lab.h"
#include "core/model/wording.h"

static bool tells(const char *text)
{
	return lab_may_be_told(wording_all(str_of(text))) &&
	       lab_is_told(str_of(text));
}

static void who_made_a_thing_tells_of_a_lab(void **state UNUSED)
{
	static const char *const texts[] = {
		"Built a queue with two workers",
		"I deployed my first function with SAM",
		"Read the docs. Then set up a cluster on old laptops",
		"Watched the intro and wrote a small API",
		"followed the tutorial on leases",
		"Used `kubectl debug` on it",
		"Played around with security groups",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		if (!tells(texts[i]))
			fail_msg("tells of no lab: %s", texts[i]);
}

/* Each " and " begins a clause, and each would be walked to the end. */
static void a_sentence_without_end_is_read_in_no_time(void **state UNUSED)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&text, "lab");
	for (int i = 0; i < 200000; i++)
		strbuf_addstr(&text, " and");
	assert_false(lab_is_told(strbuf_slice(&text)));
}

static void what_is_so_or_only_written_tells_of_none(void **state UNUSED)
{
	static const char *const texts[] = {
		"",
		"I built a habit",
		"wrote a post about Docker",
		"Made Improvements",
		"Deployed pods are restarted when the node dies",
		"Created by default with the network",
		"deployed to production by default on every push",
		"Used to hate SQL",
		"Provisioned Throughput",
		"ran 5 km this morning",
		"Should I have built a queue?",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		if (tells(texts[i]))
			fail_msg("tells of a lab: %s", texts[i]);
}

static void a_lab_is_named_at_the_front(void **state UNUSED)
{
	assert_true(lab_is_named(STR("Hands-on with queues")));
	assert_true(lab_is_named(STR("lab on leases")));
	assert_false(lab_is_named(STR("Hands on")));
	assert_false(lab_is_named(STR("labels on leases")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_made_a_thing_tells_of_a_lab),
		cmocka_unit_test(
			a_sentence_without_end_is_read_in_no_time),
		cmocka_unit_test(what_is_so_or_only_written_tells_of_none),
		cmocka_unit_test(a_lab_is_named_at_the_front),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
