/* SPDX-License-Identifier: MIT */
/* Results of practice exams belong to one exam, and tell of all its domains. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/model/practice_exam.h"

static const struct exam_domain domains[] = {
	{ .name = "Storage", .weight = 10 },
	{ .name = "Network", .weight = 30 },
	{ .name = "Security", .weight = 60 },
};

static struct exam exam_on(const char *name, int day, const char *plan)
{
	return (struct exam){
		.name = name,
		.day = day,
		.plan = plan,
		.domains = domains,
		.ndomains = 3,
	};
}

static void questions(const char *line, size_t domain, double want_right,
		      double want_asked)
{
	const struct exam e = exam_on("CKA", DAY_NONE, NULL);
	double right = 0, asked = 0;
	struct practice p;

	assert_true(practice_read(&p, str_of(line)));
	assert_int_equal(practice_of_domain(&p, &e, &domains[domain], &right,
					    &asked), want_asked > 0);
	assert_float_equal(right, want_right, 1e-9);
	assert_float_equal(asked, want_asked, 1e-9);
}

static void a_result_counts_by_weight_where_it_has_no_parts(void **state UNUSED)
{
	questions("2026-05-09: 40/60", 0, 4, 6);
	questions("2026-05-09: 40/60", 2, 24, 36);
}

static void what_the_parts_leave_is_of_the_other_domains(void **state UNUSED)
{
	questions("2026-05-09: 40/60 (Storage 3/6)", 0, 3, 6);
	questions("2026-05-09: 40/60 (Storage 3/6)", 1, 37 / 3.0, 18);
	questions("2026-05-09: 6/8 (Storage 1/2, Network 5/6)", 2, 0, 0);
}

static void a_part_in_per_cent_is_no_hundred_questions(void **state UNUSED)
{
	questions("2026-05-09: 40/60 (Storage 50%)", 0, 3, 6);
	questions("2026-05-09: 66% (Storage 50%)", 0, 5, 10);
}

static void a_result_is_of_one_exam(void **state UNUSED)
{
	const struct exam exams[] = {
		exam_on("CKA", 300, NULL), exam_on("DVA", 200, NULL),
		exam_on("SAA", 100, "plans/saa.md"),
	};
	struct practice p = { .day = 150 };

	assert_true(practice_is_of(&p, NULL, &exams[1], exams, 3));
	assert_false(practice_is_of(&p, NULL, &exams[0], exams, 3));
	p.source = STR("A vendor, cka");
	assert_true(practice_is_of(&p, NULL, &exams[0], exams, 3));
	assert_false(practice_is_of(&p, NULL, &exams[1], exams, 3));
	p.source = STR("A vendor");
	assert_true(practice_is_of(&p, "plans/saa.md", &exams[2], exams, 3));
	assert_false(practice_is_of(&p, "plans/saa.md", &exams[1], exams, 3));
	assert_true(practice_is_of(&p, NULL, &exams[0], exams, 1));
}

static void a_result_is_of_the_only_exam_there_was(void **state UNUSED)
{
	struct exam exams[] = { exam_on("CKA", DAY_NONE, NULL),
				exam_on("DVA", 200, NULL) };
	struct practice p = { .day = 150 };

	exams[1].start = 160;
	assert_true(practice_is_of(&p, NULL, &exams[0], exams, 2));
	assert_false(practice_is_of(&p, NULL, &exams[1], exams, 2));
	exams[1].start = 140;
	assert_true(practice_is_of(&p, NULL, &exams[1], exams, 2));
}

static void a_name_at_the_end_says_whose_it_is(void **state UNUSED)
{
	const struct exam exams[] = { exam_on("A", 200, NULL),
				      exam_on("DVA", 300, NULL) };
	struct practice p = { .day = 150, .source = STR("A vendor, dva") };

	assert_true(practice_is_of(&p, NULL, &exams[1], exams, 2));
	assert_false(practice_is_of(&p, NULL, &exams[0], exams, 2));
	assert_true(str_is(practice_source(&p, &exams[1]), "A vendor"));
	assert_true(str_is(practice_source(&p, &exams[0]), "A vendor, dva"));
	p.source = STR("DVA");
	assert_int_equal(practice_source(&p, &exams[1]).len, 0);
}

static void a_domain_is_known_by_what_is_its_own(void **state UNUSED)
{
	static const struct exam_domain own[] = {
		{ .name = "Development with services" },
		{ .name = "Deployment" },
		{ .name = "Troubleshooting and Optimization" },
	};
	const struct exam e = { .name = "x", .domains = own, .ndomains = 3 };

	assert_ptr_equal(practice_domain(&e, STR("deployment")), &own[1]);
	assert_ptr_equal(practice_domain(&e, STR("dev")), &own[0]);
	assert_ptr_equal(practice_domain(&e, STR("opti")), &own[2]);
	assert_null(practice_domain(&e, STR("de")));
	assert_null(practice_domain(&e, STR("foo")));
	assert_null(practice_domain(&e, STR("")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_result_counts_by_weight_where_it_has_no_parts),
		cmocka_unit_test(what_the_parts_leave_is_of_the_other_domains),
		cmocka_unit_test(a_part_in_per_cent_is_no_hundred_questions),
		cmocka_unit_test(a_result_is_of_one_exam),
		cmocka_unit_test(a_result_is_of_the_only_exam_there_was),
		cmocka_unit_test(a_name_at_the_end_says_whose_it_is),
		cmocka_unit_test(a_domain_is_known_by_what_is_its_own),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
