/* SPDX-License-Identifier: MIT */
/* The domains of an exam, in the forms in which people note them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/exam_domains.h"

/* "22 Security; 78 Queues = 100" */
static void assert_read(const char *text, const char *expected)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) got = STRBUF_INIT;
	struct exam_domain_notes d;

	exam_domains_read(&d, str_of(text), &mem);
	for (size_t i = 0; i < d.count; i++)
		strbuf_addf(&got, "%d %.*s; ", d.items[i].weight,
			    (int)d.items[i].name.len, d.items[i].name.s);
	strbuf_addf(&got, "= %d", d.sum);
	assert_string_equal(got.buf, expected);
}

static void a_weight_stands_before_or_behind_its_name(void **state UNUSED)
{
	assert_read("- 60% Security (keys, roles)\n- 40 % Queues\n",
		    "60 Security; 40 Queues; = 100");
	assert_read("* **Security**: 60%\n* **Queues** \xe2\x80\x93 40 %\n",
		    "60 Security; 40 Queues; = 100");
	assert_read("1. Security (60%)\n2. Queues (about keys) (40%)\n",
		    "60 Security; 40 Queues; = 100");
	assert_read("60% Security\n40% Queues",
		    "60 Security; 40 Queues; = 100");
}

static void headings_and_rows_have_weights_as_well(void **state UNUSED)
{
	assert_read("## Domain 1: Security (60%)\n- keys\n### More\n"
		    "## Domain 2 - Queues (40%)\n",
		    "60 Security; 40 Queues; = 100");
	assert_read("| No | Domain | Weight |\n|---|---|---|\n"
		    "| 1 | Security | 60% |\n| 2 | Queues | **40%** |\n",
		    "60 Security; 40 Queues; = 100");
}

static void a_range_counts_by_its_middle(void **state UNUSED)
{
	assert_read("- Security (55-65%)\n- Queues (35% \xe2\x80\x93 45%)\n"
		    "- Rest: 2.5%\n", "60 Security; 40 Queues; 3 Rest; = 103");
}

static void only_what_adds_up_is_a_whole_exam(void **state UNUSED)
{
	assert_read("- Percentage remaining: 94%\n- Days: 16\n", "= 0");
	assert_read("- Sales rose 20%\n- Costs fell 30%\n\ntext\n\n"
		    "- 60% Security\n- 40% Queues\n",
		    "60 Security; 40 Queues; = 100");
	assert_read("- 20% A part\n- 30% Another\n",
		    "20 A part; 30 Another; = 50");
	assert_read("```\n- 60% Security\n- 40% Queues\n```\n", "= 0");
	assert_read("", "= 0");
}

static void what_is_beneath_a_domain_tells_of_it(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	struct exam_domain_notes d;

	exam_domains_read(&d, STR("- 60% Security\n  - keys\n\n    roles\n"
				  "- 40% Queues (topics)\n- none\n"), &mem);
	assert_int_equal(d.count, 2);
	assert_true(str_is(d.items[0].about,
			   "- 60% Security\n  - keys\n\n    roles"));
	assert_true(str_is(d.items[1].about, "- 40% Queues (topics)"));
	assert_int_equal(d.items[1].line, 5);
	assert_true(exam_domains_whole(&d));
}

static void any_bytes_are_read_without_harm(void **state UNUSED)
{
	static const char bytes[] = "1204%%  -#|()[]:*`\t\n\n\n aS\xe2\x80\x93";
	unsigned seed = 11;

	for (int i = 0; i < 3000; i++) {
		AUTO(arena) mem = ARENA_INIT;
		AUTO(strbuf) text = STRBUF_INIT;
		struct exam_domain_notes d;

		for (int k = rand_r(&seed) % 200; k > 0; k--)
			strbuf_addch(&text, bytes[(size_t)rand_r(&seed) %
						  (sizeof(bytes) - 1)]);
		exam_domains_read(&d, strbuf_slice(&text), &mem);
		for (size_t k = 0; k < d.count; k++)
			assert_true(d.items[k].about.s >= text.buf &&
				    d.items[k].about.s + d.items[k].about.len <=
					    text.buf + text.len);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_weight_stands_before_or_behind_its_name),
		cmocka_unit_test(headings_and_rows_have_weights_as_well),
		cmocka_unit_test(a_range_counts_by_its_middle),
		cmocka_unit_test(only_what_adds_up_is_a_whole_exam),
		cmocka_unit_test(what_is_beneath_a_domain_tells_of_it),
		cmocka_unit_test(any_bytes_are_read_without_harm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
