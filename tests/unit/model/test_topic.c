/* SPDX-License-Identifier: MIT */
/* Recognising topics in texts, one rule a test. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/strbuf.h"
#include "core/model/topic.h"
#include "core/model/topic_catalogue.h"

static struct topic_catalogue *catalogue;

static int open_catalogue(void **state UNUSED)
{
	catalogue = topic_catalogue_new();
	return 0;
}

static int close_catalogue(void **state UNUSED)
{
	topic_catalogue_free(catalogue);
	return 0;
}

/* The ids that a text names, in order, with a blank between. */
static void scan_ids(const char *text, struct strbuf *out)
{
	struct mentions found = MENTIONS_INIT;

	topic_scan(catalogue, str_of(text), &found);
	strbuf_reset(out);
	for (size_t i = 0; i < found.count; i++)
		strbuf_addf(out, i ? " %s" : "%s", found.items[i].topic->id);
	mentions_release(&found);
}

static void assert_names(const char *text, const char *ids)
{
	AUTO(strbuf) got = STRBUF_INIT;

	scan_ids(text, &got);
	if (strcmp(got.buf, ids))
		print_message("in '%s'\n", text);
	assert_string_equal(got.buf, ids);
}

static void a_name_counts_however_it_is_written(void **state UNUSED)
{
	assert_names("CodeBuild", "codebuild");
	assert_names("tried code build today", "codebuild");
	assert_names("the code-build step", "codebuild");
	assert_names("CODE_BUILD is slow", "codebuild");
	assert_names("Dynamo DB, Route 53", "dynamodb route53");
	assert_names("two VPCs", "vpc");
}

static void other_marks_part_a_name(void **state UNUSED)
{
	assert_names("Code, Build, Integrate", "");
	assert_names("Code/Build", "");
	assert_names("code  build", "");
}

static void a_word_is_taken_apart_only_where_it_is_put_together(
	void **state UNUSED)
{
	assert_names("so I am here", "");
	assert_names("that s q s thing", "");
}

static void a_name_is_a_whole_word(void **state UNUSED)
{
	assert_names("lambdas", "lambda");
	assert_names("xlambda lambdax lambda9 my_lambda", "");
	assert_names("AmazonS3FullAccess", "");
}

static void the_longest_name_wins_and_its_family_stays(void **state UNUSED)
{
	assert_names("Kinesis Firehose", "firehose kinesis");
	assert_names("CloudWatch Logs", "logs cloudwatch");
	assert_names("EC2 Auto Scaling", "autoscaling");
}

static void code_and_addresses_name_nothing(void **state UNUSED)
{
	assert_names("```\naws lambda list\n```\n", "");
	assert_names("~~~\nlambda\n~~~\nSQS", "sqs");
	assert_names("see https://aws.amazon.com/lambda/ for more", "");
	assert_names("arn:aws:lambda:us-east-1:1:function:f", "");
	assert_names("`rm ~/.aws/config`", "");
	assert_names("`aws lambda list-functions`", "");
	assert_names("`DynamoDB`", "dynamodb");
}

/* Sixty-four bytes are looked at at once: a name may begin at any of them. */
static void a_name_is_found_wherever_it_stands(void **state UNUSED)
{
	for (size_t n = 0; n < 200; n++) {
		AUTO(strbuf) text = STRBUF_INIT;

		for (size_t i = 0; i < n; i++)
			strbuf_addstr(&text, i % 7 == 6 ? " " : "q");
		strbuf_addstr(&text, n % 7 ? " API Gateway," : "API Gateway,");
		for (size_t i = 0; i < n; i++)
			strbuf_addstr(&text, "q");
		strbuf_addstr(&text, " and .NET: CloudFormation");
		assert_names(text.buf, "apigateway dotnet cloudformation");
	}
}

static void an_ambiguous_name_needs_a_cue(void **state UNUSED)
{
	assert_names("we shield the users from errors", "");
	assert_names("AWS Shield", "shield");
	assert_names("- Shield", "shield");
	assert_names("use Lambda, Batch and S3", "lambda batch s3");
	assert_names("we process them in one batch with Lambda", "lambda");
}

static void the_lambda_of_python_is_no_service(void **state UNUSED)
{
	assert_names("anonymous lambda in python", "python");
	assert_names("AWS Lambda in Python", "lambda python");
}

static void a_cue_is_heard_wherever_it_stands(void **state UNUSED)
{
	for (size_t before = 0; before < 70; before++)
		for (size_t between = 0; between < 70; between += 7) {
			AUTO(strbuf) text = STRBUF_INIT;

			for (size_t i = 0; i < before; i++)
				strbuf_addstr(&text, i % 3 ? "x " : "data ");
			strbuf_addstr(&text, "a lambda, ");
			for (size_t i = 0; i < between; i++)
				strbuf_addstr(&text, i % 5 ? "y " : "key ");
			strbuf_addstr(&text, "in Python");
			assert_names(text.buf, "python");
		}
	assert_names("a lambda is `python` too", "python");
}

static void a_line_may_have_more_words_than_are_kept(void **state UNUSED)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&text, "Python ");
	for (size_t i = 0; i < 5000; i++)
		strbuf_addstr(&text, "key data ");
	strbuf_addstr(&text, "and a lambda");
	assert_names(text.buf, "python");
}

static void a_cue_is_heard_as_the_name_that_it_is(void **state UNUSED)
{
	assert_names("Argo CD, like the movie", "argo-cd");
	assert_names("ArgoCD, like the movie", "argo-cd");
	assert_names("Salt Stack, hashed", "saltstack");
}

static void other_scripts_stand_beside_a_name(void **state UNUSED)
{
	assert_names("今日はLambdaを学んだ", "lambda");
	assert_names("Lambdaé", "");
	assert_names("éLambda", "");
}

static void a_mention_is_a_slice_with_its_line(void **state UNUSED)
{
	const char *text = "nothing\n\nread on dynamoDB\n";
	struct mentions found = MENTIONS_INIT;

	topic_scan(catalogue, str_of(text), &found);
	assert_int_equal(found.count, 1);
	assert_int_equal(found.items[0].line, 3);
	assert_ptr_equal(found.items[0].text.s, strstr(text, "dynamoDB"));
	assert_int_equal(found.items[0].text.len, 8);
	mentions_release(&found);
}

static void a_topic_is_found_as_one_types_it(void **state UNUSED)
{
	const char *typed[] = { "dynamodb", "Dynamo DB", "ddb", "DDB",
				"Amazon DynamoDB", "aws dynamodb" };

	for (size_t i = 0; i < ARRAY_SIZE(typed); i++)
		assert_string_equal(topic_find(catalogue, str_of(typed[i]))->id,
				    "dynamodb");
	assert_null(topic_find(catalogue, STR("dinamo")));
	assert_null(topic_find(catalogue, STR("")));
}

static void a_topic_has_a_name_that_readers_look_for(void **state UNUSED)
{
	static const char *const labels[][2] = {
		{ "ec2", "EC2" }, { "iam", "IAM" }, { "sqs", "SQS" },
		{ "s3", "S3" }, { "acm", "ACM" }, { "dynamodb", "DynamoDB" },
		{ "stepfunctions", "Step Functions" }, { "xray", "X-Ray" },
		{ "python", "Python" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(labels); i++) {
		AUTO(strbuf) label = STRBUF_INIT;

		topic_add_label(&label, catalogue,
				topic_find(catalogue, str_of(labels[i][0])));
		assert_string_equal(label.buf, labels[i][1]);
	}
}

static void a_topic_is_near_what_is_nearly_its_name(void **state UNUSED)
{
	const struct topic *near[3];

	assert_true(topic_nearest(catalogue, STR("dynmaodb"), near, 3) > 0);
	assert_string_equal(near[0]->id, "dynamodb");
	assert_true(topic_nearest(catalogue, STR("cloudwat"), near, 3) > 0);
	assert_string_equal(near[0]->id, "cloudwatch");
	assert_int_equal(topic_nearest(catalogue, STR("xqzzyv"), near, 3), 0);
}

static void a_user_adds_topics_and_aliases(void **state UNUSED)
{
	struct topic_catalogue *c = catalogue;
	const char *aliases[] = { "HXD", "port and adapter" };
	const char *more[] = { "dynamito" };

	assert_names("about port and adapters", "");
	topic_catalogue_add(c, "hexagonal-design", NULL, NULL, aliases, 2);
	topic_catalogue_add(c, "dynamodb", NULL, NULL, more, 1);
	assert_names("about port and adapters", "hexagonal-design");
	assert_names("hexagonal design", "hexagonal-design");
	assert_names("Dynamito, DynamoDB", "dynamodb dynamodb");
	assert_string_equal(topic_find(c, STR("hxd"))->name,
			    "hexagonal design");
	assert_string_equal(topic_find(c, STR("hxd"))->group, "user");
}

static void own_names_stand_beside_those_built_in(void **state UNUSED)
{
	struct topic_catalogue *c = catalogue;
	const char *craft[] = { "glue", "codebuild", "+one rule" };
	const char *club[] = { "Lambda club", "glue" };

	assert_names("a glue of things", "");
	assert_names("then code build", "codebuild");
	topic_catalogue_add(c, "craft", NULL, NULL, craft, 3);
	assert_names("a glue of things", "craft");
	assert_names("then code build", "craft");
	assert_names("the +one rule of craft", "craft craft");
	assert_names("AWS Glue, AWS Lambda", "glue lambda");
	topic_catalogue_add(c, "club", NULL, NULL, club, 2);
	assert_names("a glue of things", "club");
	assert_names("the Lambda club, AWS Lambda and +one rule",
		     "club lambda craft");
	assert_string_equal(topic_find(c, STR("lambda club"))->id, "club");
	assert_string_equal(topic_find(c, STR("glue"))->id, "glue");
}

static void what_a_slip_makes_of_a_name_is_told_from_it(void **state UNUSED)
{
	static const char *const right[] = {
		"lambda", "AWS Lambda", "lambdas", "ddb", "k8s", "Dynamo DB",
		"nothing at all",
	};
	static const char *const wrong[] = { "lamda", "kuberntes" };

	for (size_t i = 0; i < ARRAY_SIZE(right); i++)
		if (topic_is_misspelt(catalogue, str_of(right[i])))
			fail_msg("'%s' is misspelt", right[i]);
	for (size_t i = 0; i < ARRAY_SIZE(wrong); i++)
		if (!topic_is_misspelt(catalogue, str_of(wrong[i])))
			fail_msg("'%s' is spelt right", wrong[i]);
}

static void a_family_has_one_end(void **state UNUSED)
{
	struct topic_catalogue *c = catalogue;

	topic_catalogue_add(c, "snake", NULL, "python", NULL, 0);
	assert_true(topic_is_within(c, "snake", "python"));
	assert_false(topic_is_within(c, "python", "snake"));
	assert_null(topic_catalogue_cut_cycle(c, "snake"));
	topic_catalogue_add(c, "python", NULL, "snake", NULL, 0);
	topic_catalogue_add(c, "worm", NULL, "snake", NULL, 0);
	assert_false(topic_is_within(c, "worm", "sqs"));
	assert_null(topic_catalogue_cut_cycle(c, "worm"));
	assert_string_equal(topic_catalogue_cut_cycle(c, "snake"), "python");
	assert_null(topic_catalogue_cut_cycle(c, "python"));
	assert_true(topic_is_within(c, "worm", "snake"));
}

static void no_two_topics_have_one_id(void **state UNUSED)
{
	for (size_t i = 0; i < topic_catalogue_count(catalogue); i++) {
		const char *id = topic_at(catalogue, i)->id;

		for (size_t k = 0; k < i; k++)
			if (!strcmp(id, topic_at(catalogue, k)->id))
				fail_msg("'%s' is there twice", id);
	}
}

static void every_parent_is_a_topic(void **state UNUSED)
{
	for (size_t i = 0; i < topic_catalogue_count(catalogue); i++) {
		const char *parent = topic_at(catalogue, i)->parent;
		const struct topic *t;

		if (!parent)
			continue;
		t = topic_find(catalogue, str_of(parent));
		if (!t || strcmp(t->id, parent))
			fail_msg("'%s' has no parent '%s'",
				 topic_at(catalogue, i)->id, parent);
	}
}

/* The catalogue's lines are wrapped at blanks, between the words of a name too. */
static void no_name_keeps_the_line_end_that_it_was_wrapped_at(
	void **state UNUSED)
{
	for (size_t i = 0; i < catalogue->naliases; i++) {
		const char *key = catalogue_key(catalogue, i);

		if (strpbrk(key, "\r\n\t"))
			fail_msg("'%s'", key);
	}
	assert_names("EKS Anywhere in our own hall", "eks");
	assert_names("SageMaker Ground Truth for labels", "sagemaker");
	assert_names("Entra Domain Services", "entra-domain-services entra-id");
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(name, open_catalogue, close_catalogue)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_name_counts_however_it_is_written),
		TEST(other_marks_part_a_name),
		TEST(a_word_is_taken_apart_only_where_it_is_put_together),
		TEST(a_name_is_a_whole_word),
		TEST(the_longest_name_wins_and_its_family_stays),
		TEST(code_and_addresses_name_nothing),
		TEST(a_name_is_found_wherever_it_stands),
		TEST(an_ambiguous_name_needs_a_cue),
		TEST(the_lambda_of_python_is_no_service),
		TEST(a_cue_is_heard_wherever_it_stands),
		TEST(a_line_may_have_more_words_than_are_kept),
		TEST(a_cue_is_heard_as_the_name_that_it_is),
		TEST(other_scripts_stand_beside_a_name),
		TEST(a_mention_is_a_slice_with_its_line),
		TEST(a_topic_is_found_as_one_types_it),
		TEST(a_topic_has_a_name_that_readers_look_for),
		TEST(a_topic_is_near_what_is_nearly_its_name),
		TEST(a_user_adds_topics_and_aliases),
		TEST(own_names_stand_beside_those_built_in),
		TEST(what_a_slip_makes_of_a_name_is_told_from_it),
		TEST(a_family_has_one_end),
		TEST(no_two_topics_have_one_id),
		TEST(every_parent_is_a_topic),
		TEST(no_name_keeps_the_line_end_that_it_was_wrapped_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
