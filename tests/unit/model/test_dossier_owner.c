/* SPDX-License-Identifier: MIT */
/* A number is of the topic that is spoken of, not of its neighbours. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/dossier_owner.h"
#include "core/model/passage_traits.h"

/* The sentences of `topic`, each in brackets; "all". */
static void expect_own(const char *topic, const char *text,
		       const char *expected)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) found = STRBUF_INIT;
	struct topic_catalogue *c = topic_catalogue_new();
	const struct dossier_family family = { .topic = topic };
	const struct str *own;
	size_t n = dossier_own_sentences(&own, c, &family, str_of(text), &mem);

	for (size_t i = 0; i < n; i++)
		strbuf_addf(&found, "[%.*s]", (int)str_trim(own[i]).len,
			    str_trim(own[i]).s);
	topic_catalogue_free(c);
	if (!str_is(str_of(expected), n ? found.buf : "all"))
		fail_msg("'%s' of %s: %s", text, topic, found.buf);
}

static const char both[] =
	"Lambda runs code on events; it is killed after 15 minutes. "
	"SQS holds messages. They have up to 256 KB.";

static void what_names_nothing_goes_on_with_what_was_named(void **state UNUSED)
{
	expect_own("lambda", both,
		   "[Lambda runs code on events;]"
		   "[it is killed after 15 minutes.]");
	expect_own("sqs", both,
		   "[SQS holds messages.][They have up to 256 KB.]");
}

static void a_sentence_that_names_both_is_of_both(void **state UNUSED)
{
	const char text[] = "Lambda takes 10 messages from SQS. "
			    "Lambda ends after 15 minutes.";

	expect_own("sqs", text, "[Lambda takes 10 messages from SQS.]");
	expect_own("lambda", text,
		   "[Lambda takes 10 messages from SQS.]"
		   "[Lambda ends after 15 minutes.]");
}

static void all_is_its_own_where_nothing_else_is_named(void **state UNUSED)
{
	expect_own("sqs", "SQS keeps them for 4 days. It polls for 20 s.",
		   "all");
	/* The heading names it, and the text only what uses it. */
	expect_own("sqs", "Lambda takes 10 messages at a time.", "all");
}

static void what_a_label_names_is_not_of_who_is_named_behind_it(
	void **state UNUSED)
{
	const char text[] = "Firehose: 60 s or 1 MB, then a Lambda";

	expect_own("firehose", text, "[Firehose: 60 s or 1 MB, then a Lambda]");
	expect_own("lambda", text, "[]");
	expect_own("lambda", "SQS | 14 days | polled by a Lambda", "[]");
	/* That number is told of both. */
	expect_own("lambda", "SQS: a Lambda takes 10 messages",
		   "[SQS: a Lambda takes 10 messages]");
}

/* "hole" and "definition": what of a passage is the topic's own. */
static void expect_owned(const char *topic, const char *text, bool gap,
			 bool definition)
{
	struct topic_catalogue *c = topic_catalogue_new();
	const struct dossier_family family = { .topic = topic };

	if (dossier_owns_gap(c, &family, str_of(text)) != gap)
		fail_msg("the gap of '%s' and %s", text, topic);
	if (dossier_owns_definition(c, &family, str_of(text)) != definition)
		fail_msg("the definition of '%s' and %s", text, topic);
	topic_catalogue_free(c);
}

static void a_gap_is_of_what_its_sentence_names(void **state UNUSED)
{
	const char text[] = "Finished the part on SQS. Still shaky on VPC "
			    "peering.";

	expect_owned("vpc", text, true, true);
	expect_owned("sqs", text, false, true);
	expect_owned("sqs", "All of SQS today. Need to review visibility.",
		     true, true);
}

static void a_definition_is_of_what_it_begins_with(void **state UNUSED)
{
	expect_owned("lambda", "Firehose: a stream that feeds S3 by a Lambda",
		     true, false);
	expect_owned("firehose", "Firehose: a stream that feeds S3",
		     true, true);
	expect_owned("lambda", "Layer: an archive of what a Lambda needs",
		     true, true);
}

static void what_a_part_of_a_topic_is_said_of_is_of_the_topic(void **state UNUSED)
{
	const char text[] = "Finished SQS. Still shaky on AMI copies.";
	struct dossier_family family = { .topic = "ec2" };
	struct topic_catalogue *c = topic_catalogue_new();
	const unsigned all = TRAIT_HOLE | TRAIT_LAB;

	assert_int_equal(dossier_traits_of_others(c, &family, all,
						  str_of(text)), TRAIT_HOLE);
	family.has_parts = true;
	assert_int_equal(dossier_traits_of_others(c, &family, all,
						  str_of(text)), 0);
	topic_catalogue_free(c);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_names_nothing_goes_on_with_what_was_named),
		cmocka_unit_test(a_sentence_that_names_both_is_of_both),
		cmocka_unit_test(all_is_its_own_where_nothing_else_is_named),
		cmocka_unit_test(what_a_label_names_is_not_of_who_is_named_behind_it),
		cmocka_unit_test(a_gap_is_of_what_its_sentence_names),
		cmocka_unit_test(a_definition_is_of_what_it_begins_with),
		cmocka_unit_test(
			what_a_part_of_a_topic_is_said_of_is_of_the_topic),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
