/* SPDX-License-Identifier: MIT */
/* The templates of exams are complete, and name topics that there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/model/exam_template.h"
#include "core/model/topic.h"

static void weights_add_up_to_a_whole(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	const struct exam_template *all = exam_templates(&mem, &count);

	assert_true(count >= 20);
	for (size_t i = 0; i < count; i++) {
		const struct exam *e = &all[i].exam;
		int sum = 0;

		for (size_t k = 0; k < e->ndomains; k++)
			sum += e->domains[k].weight;
		/* Vendors give ranges, or leave a per cent to rounding. */
		if (sum < 93 || sum > 103 || !e->minutes || !e->cost)
			fail_msg("%s: %d %%", e->code, sum);
		assert_non_null(all[i].source);
	}
}

static void every_topic_of_a_template_is_in_the_catalogue(void **state UNUSED)
{
	struct topic_catalogue *c = topic_catalogue_new();
	AUTO(arena) mem = ARENA_INIT;
	size_t count, missing = 0;
	const struct exam_template *all = exam_templates(&mem, &count);

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < all[i].exam.ndomains; k++) {
			const struct exam_domain *d = &all[i].exam.domains[k];

			for (size_t n = 0; n < d->ntopics; n++) {
				const struct topic *t =
					topic_find(c, str_of(d->topics[n]));

				if (t && str_is(str_of(t->id), d->topics[n]))
					continue;
				print_message("%s: '%s'\n", all[i].exam.code,
					      d->topics[n]);
				missing++;
			}
		}
	topic_catalogue_free(c);
	assert_int_equal(missing, 0);
}

static void a_template_is_found_by_its_code(void **state UNUSED)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	const struct exam_template *all = exam_templates(&mem, &count), *t;

	t = exam_template_find(all, count, STR("dvac01"));
	assert_non_null(t);
	assert_string_equal(t->exam.code, "DVA-C01");
	assert_int_equal(t->exam.pass, 720);
	assert_int_equal(t->exam.scale_high, 1000);
	assert_int_equal(t->exam.ndomains, 5);
	assert_int_equal(t->exam.domains[1].weight, 26);
	assert_null(exam_template_find(all, count, STR("dva-c0")));
	assert_null(exam_template_find(all, count, STR("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(weights_add_up_to_a_whole),
		cmocka_unit_test(every_topic_of_a_template_is_in_the_catalogue),
		cmocka_unit_test(a_template_is_found_by_its_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
