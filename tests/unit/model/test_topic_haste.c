/* SPDX-License-Identifier: MIT */
/* Names as they are noted in haste. */
#include "tests/unit/model/topic_samples.h"

static void words_of_a_name_may_be_in_short(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "app svc plan has no slots", "app-service" },
		{ "sec hub collects findings", "securityhub" },
		{ "cloud sched starts a job", "cloud-scheduler" },
		{ "ddb streams keep a day", "dynamodbstreams dynamodb" },
		{ "data structs of chapter 3", "data-structures" },
		{ "compute optimiser says smaller", "compute-optimizer" },
		{ "cert-manager renews", "cert-manager" },
		{ "on guard duty with the dog", "" },
	};

	ASSERT_ALL(samples);
}

static void a_vendor_in_short_speaks_for_what_follows_it(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "az policy denies it", "azure-policy" },
		{ "az func starts cold", "azure-functions" },
		{ "az sql geo replica", "azure-sql" },
		{ "one AZ policy for all", "" },
		{ "each az has a subnet, then a Policy", "" },
	};

	ASSERT_ALL(samples);
}

static void slips_are_made_in_common_names(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "lamdba times out", "lambda" },
		{ "wirehsark shows the handshake", "wireshark" },
		{ "solidty contract", "solidity" },
	};

	ASSERT_ALL(samples);
}

static void a_release_right_behind_a_name_speaks_for_it(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "nuxt3 routes", "nuxt" },
		{ "swift6 is strict", "swift" },
		{ "spring6 needs it", "spring" },
		{ "in spring 6 of us ran", "" },
	};

	ASSERT_ALL(samples);
}

static void beside_another_script_it_is_no_english_word(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "今日はreactの勉強", "react" },
		{ "учу go сегодня", "go" },
		{ "rust 学习", "rust" },
		{ "\xc3\xa9t\xc3\xa9 rust \xc3\xa9t\xc3\xa9", "" },
		{ "“go” and … go", "" },
	};

	ASSERT_ALL(samples);
}

static void one_letter_needs_its_place_and_a_cue(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "pointers in c, malloc and free", "c" },
		{ "c: malloc again", "c" },
		{ "pointer to pointer c", "c" },
		{ "c: the third answer", "" },
		{ "in c major", "" },
	};

	ASSERT_ALL(samples);
}

static void several_words_begin_a_note_or_a_part_of_it(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "cloud run traffic split", "cloud-run" },
		{ "slots, app service certificates", "app-service" },
		{ "code commit number 500", "" },
		{ "big table for the guests", "" },
	};

	ASSERT_ALL(samples);
}

static void what_a_tool_has_speaks_where_a_note_begins(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "sentinel connectors", "sentinel" },
		{ "two slots, rails routes", "rails" },
		{ "the sentinel connectors of the fort", "" },
		{ "celery tasks", "celery" },
		{ "celery soup", "" },
		{ "cassandra: model by query", "cassandra" },
		{ "karma: I broke it", "" },
	};

	ASSERT_ALL(samples);
}

static void hours_are_spent_on_what_is_learnt(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "did 2 hrs of spring, controllers", "spring" },
		{ "did some go today", "go" },
		{ "two weeks of spring, then summer", "" },
		{ "some rust on the gate", "" },
	};

	ASSERT_ALL(samples);
}

static void a_plural_is_not_lifted_by_its_company(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "Drew Volcanos on a map with folium", "folium" },
	};

	ASSERT_ALL(samples);
}

static void no_other_words_are_compared_so(void **state UNUSED)
{
	static const struct sample samples[] = {
		{ "s3 vs prefect", "s3 prefect" },
		{ "kinesis vs spark", "kinesis spark" },
		{ "sailing by kinesis and spark", "kinesis" },
	};

	ASSERT_ALL(samples);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_of_a_name_may_be_in_short),
		cmocka_unit_test(a_vendor_in_short_speaks_for_what_follows_it),
		cmocka_unit_test(slips_are_made_in_common_names),
		cmocka_unit_test(a_release_right_behind_a_name_speaks_for_it),
		cmocka_unit_test(beside_another_script_it_is_no_english_word),
		cmocka_unit_test(one_letter_needs_its_place_and_a_cue),
		cmocka_unit_test(several_words_begin_a_note_or_a_part_of_it),
		cmocka_unit_test(what_a_tool_has_speaks_where_a_note_begins),
		cmocka_unit_test(hours_are_spent_on_what_is_learnt),
		cmocka_unit_test(a_plural_is_not_lifted_by_its_company),
		cmocka_unit_test(no_other_words_are_compared_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
