/* SPDX-License-Identifier: MIT */
/* The services of a plan, and what the prefixes of its questions stand for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/strbuf.h"
#include "core/model/plan_prefix.h"

static const char plan[] =
	"# Exam\n\n## Services\n\n### Kinesis\n\n- shards\n\n"
	"### DynamoDB (with DAX)\n\nFast.\n\n### Parameter Store\n\nx\n\n"
	"### Cognito: pools\n\nx\n\n### Code Build\n\nx\n\n"
	"### CodeDeploy\n\nx\n\n### Step Functions\n\nx\n\n"
	"### CloudFront\n\nx\n\n### CloudFormation\n\nx\n\n"
	"### Frobnicator\n\nx\n\n"
	"## Questions\n\n- CB: how long?\n";

static const char list[] =
	"## Services\n\n- Azure Firewall\n- Blob Storage: tiers\n"
	"  - hot and cool are not the same thing at all, ever\n- Week 2\n"
	"- Frobnicator - what is it?\n\n## Todo\n\n- Redis\n";

struct plan_case {
	struct arena mem;
	struct document doc;
	struct plan_service *services;
	size_t count;
	struct topic_catalogue *topics;
};

static void read_plan(struct plan_case *c, const char *text)
{
	*c = (struct plan_case){ .mem = ARENA_INIT };
	document_parse(&c->doc, "plans/exam.md", str_of(text), &c->mem);
	c->count = plan_services(&c->doc, &c->mem, &c->services);
	c->topics = topic_catalogue_new();
	for (size_t i = 0; i < c->count; i++)
		topic_catalogue_derive(c->topics, c->services[i].name);
}

static void forget_plan(struct plan_case *c)
{
	topic_catalogue_free(c->topics);
	arena_release(&c->mem);
}

static void assert_services(const char *text, const char *names)
{
	AUTO(strbuf) got = STRBUF_INIT;
	struct plan_case c;

	read_plan(&c, text);
	for (size_t i = 0; i < c.count; i++)
		strbuf_addf(&got, "%s%.*s", i ? ", " : "",
			    (int)c.services[i].name.len, c.services[i].name.s);
	assert_string_equal(got.buf, names);
	forget_plan(&c);
}

static void services_are_the_headings_and_items_of_their_section(
	void **state UNUSED)
{
	assert_services(plan, "Kinesis, DynamoDB, Parameter Store, Cognito, "
			      "Code Build, CodeDeploy, Step Functions, "
			      "CloudFront, CloudFormation, Frobnicator");
	assert_services(list, "Azure Firewall, Blob Storage, Frobnicator");
	assert_services("# Nothing\n\n- Redis\n", "");
}

static void a_prefix_stands_for_one_of_the_services(void **state UNUSED)
{
	static const char *const samples[][2] = {
		{ "KSS", "kinesis" },
		{ "DDB", "dynamodb" },
		{ "PS", "ssm-parameter-store" },
		{ "COG", "cognito" },
		{ "CB", "codebuild" },
		{ "CD", "codedeploy" },
		{ "SF", "stepfunctions" },
		{ "Cognito", "cognito" },
		{ "FR", "frobnicator" },
		{ "SQS", "sqs" },
	};
	struct plan_case c;

	read_plan(&c, plan);
	for (size_t i = 0; i < ARRAY_SIZE(samples); i++) {
		const struct topic *t = plan_prefix_topic(
			c.topics, c.services, c.count, str_of(samples[i][0]));

		if (!t || strcmp(t->id, samples[i][1]))
			fail_msg("%s stands for %s", samples[i][0],
				 t ? t->id : "none");
	}
	forget_plan(&c);
}

static void a_prefix_that_fits_two_stands_for_none(void **state UNUSED)
{
	struct plan_case c;

	read_plan(&c, plan);
	assert_null(plan_prefix_topic(c.topics, c.services, c.count,
				      STR("CF")));
	assert_null(plan_prefix_topic(c.topics, c.services, c.count,
				      STR("zzz")));
	forget_plan(&c);
}

static void prefixes_stand_before_questions_and_labs(void **state UNUSED)
{
	assert_true(plan_prefix_in(PLAN_QUESTIONS));
	assert_true(plan_prefix_in(PLAN_HANDS_ON));
	assert_false(plan_prefix_in(PLAN_TODO));
}

static void derived_names_are_recognised(void **state UNUSED)
{
	struct mentions found = MENTIONS_INIT;
	struct plan_case c;

	read_plan(&c, list);
	topic_scan(c.topics, STR("the frobnicator\n- Frobnicator\n"), &found);
	assert_int_equal(found.count, 1);
	assert_string_equal(found.items[0].topic->id, "frobnicator");
	assert_string_equal(found.items[0].topic->group, "journal");
	assert_int_equal(found.items[0].line, 2);
	mentions_release(&found);
	forget_plan(&c);
}

static void sections_and_weeks_name_no_topic(void **state UNUSED)
{
	static const char *const no[] = { "Notes", "Week 2", "Questions", "a",
					  "12", "What is it?", "x (y)",
					  "one two three four five" };

	for (size_t i = 0; i < ARRAY_SIZE(no); i++)
		assert_false(topic_name_fits(str_of(no[i])));
	assert_true(topic_name_fits(STR("Pub/Sub Lite")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(services_are_the_headings_and_items_of_their_section),
		cmocka_unit_test(a_prefix_stands_for_one_of_the_services),
		cmocka_unit_test(a_prefix_that_fits_two_stands_for_none),
		cmocka_unit_test(prefixes_stand_before_questions_and_labs),
		cmocka_unit_test(derived_names_are_recognised),
		cmocka_unit_test(sections_and_weeks_name_no_topic),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
