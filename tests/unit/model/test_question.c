/* SPDX-License-Identifier: MIT */
/* Questions have short ids that stay, and prefixes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/question.h"

static void a_prefix_says_what_it_is_about(void **state UNUSED)
{
	static const struct {
		const char *text, *prefix, *rest;
	} cases[] = {
		{ "KSS: queue or stream", "KSS", "queue or stream" },
		{ "Step Functions: why?", "Step Functions", "why?" },
		{ "[x] CD: when?", "CD", "when?" },
		{ "Q: what is it", "", "what is it" },
		{ "Question: SF: what is it", "SF", "what is it" },
		{ "Why is 10:30 late?", "", "Why is 10:30 late?" },
		{ "see http://x.org", "", "see http://x.org" },
		{ "One two three four: five", "", "One two three four: five" },
		{ "What is it:", "", "What is it:" },
		{ "", "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct str rest = str_of(cases[i].text);
		struct str prefix = item_prefix_take(&rest);

		if (!str_is(prefix, cases[i].prefix) ||
		    !str_is(rest, cases[i].rest))
			fail_msg("'%s': '%.*s' and '%.*s'", cases[i].text,
				 (int)prefix.len, prefix.s, (int)rest.len,
				 rest.s);
	}
}

static void an_id_follows_from_the_words_alone(void **state UNUSED)
{
	struct item_id id = item_id(STR("KSS: Queue, or a stream?"));
	struct item_id same = item_id(STR("[x] queue or  a STREAM"));
	struct item_id answered =
		item_id(STR("Queue, or a stream? A: a queue"));
	struct item_id other = item_id(STR("queue or a topic"));

	assert_int_equal(strlen(id.s), ITEM_ID_LENGTH);
	assert_string_equal(id.s, same.s);
	assert_string_equal(id.s, answered.s);
	assert_string_not_equal(id.s, other.s);
	assert_true(item_id_is(&id, str_upto(str_of(id.s), 3)));
	assert_true(item_id_is(&id, str_of(id.s)));
	assert_false(item_id_is(&id, STR("")));
	assert_false(item_id_is(&id, str_of(other.s)));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_prefix_says_what_it_is_about),
		cmocka_unit_test(an_id_follows_from_the_words_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
