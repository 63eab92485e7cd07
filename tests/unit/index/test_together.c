/* SPDX-License-Identifier: MIT */
/* What a query asks of one passage: topics, kinds, and the section of both. */
#include "tests/unit/index/fixture.h"

/* Which parts are found, by the id of their documents and the line shown. */
static void assert_found(struct fixture *f, const char *query, const char *want)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct query q = { .sort = SORT_OLDEST };
	struct hit *hits;
	size_t count = search_as(f, q, query, &hits);

	for (size_t i = 0; i < count; i++)
		strbuf_addf(&out, "%s%s:%u", i ? " " : "", hits[i].id,
			    hits[i].line);
	if (!str_is(strbuf_slice(&out), want))
		fail_msg("%s: '%s' and not '%s'", query, out.buf, want);
}

/* Of the second entry, only what is learned is no number; of the third,
 * everything on the topic is one; the fourth has no topic but a question. */
static void put_days(struct fixture *f)
{
	put(f, "log/2022/2022-07-01.md",
	    "**Today's Progress**: S3 keeps objects.\n\n"
	    "**Thoughts:** Slept well.\n");
	put(f, "log/2022/2022-07-02.md",
	    "**Today's Progress**: An object in S3 has at most 5 TB.\n\n"
	    "**What I learned**:\n"
	    "- SQS keeps messages for 14 days\n"
	    "- S3 is no file system, it retries nothing\n");
	put(f, "log/2022/2022-07-03.md",
	    "**Today's Progress**: A part in S3 has at least 5 MB.\n\n"
	    "**What I learned**:\n"
	    "- a retry waits\n"
	    "- why does SQS send a message twice?\n");
	put(f, "log/2022/2022-07-04.md",
	    "**Today's Progress**: A retry.\n\n"
	    "**What I learned**:\n"
	    "- how long is too long for a retry?\n");
	refresh(f);
}

static void what_is_no_number_may_stand_beside_one(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	assert_found(f, "topic:s3 -kind:number", "2022-07-01:1 2022-07-02:5");
	assert_found(f, "-kind:number topic:s3", "2022-07-01:1 2022-07-02:5");
	assert_found(f, "topic:s3 kind:number", "2022-07-02:1 2022-07-03:1");
	assert_found(f, "topic:sqs -kind:question", "2022-07-02:4");
	assert_found(f, "topic:sqs -(kind:question or kind:number)", "");
	assert_found(f, "topic:s3 -(kind:question or kind:number)",
		     "2022-07-01:1 2022-07-02:5");
}

static void the_words_may_stand_elsewhere_in_the_part(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	assert_found(f, "-kind:question topic:s3 retry",
		     "2022-07-02:5 2022-07-03:1");
	assert_found(f, "-kind:number topic:s3 messages", "2022-07-02:5");
	assert_found(f, "topic:s3 (-kind:number messages)", "2022-07-02:5");
}

static void what_is_left_out_may_be_a_topic(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	assert_found(f, "kind:number -topic:s3", "2022-07-02:4");
	assert_found(f, "kind:question -topic:sqs", "2022-07-04:4");
	assert_found(f, "kind:question -kind:number", "2022-07-03:5 2022-07-04:4");
}

static void each_passage_of_a_kind_is_found(void **state)
{
	struct fixture *f = *state;
	struct query q = { .sort = SORT_OLDEST, .limit = 20 };
	struct hit *hits;

	put_days(f);
	put(f, "notes/a.md",
	    "# Quotas\n\n- a message has 256 KB\n- a queue waits for 15 "
	    "minutes\n- nobody counts\n- a role lives for 12 hours\n"
	    "- a key has 1 KB\n- a bucket name has 63 bytes\n");
	refresh(f);
	assert_found(f, "kind:number in:notes",
		     "a:3 a:4 a:6 a:7 a:8");
	assert_found(f, "kind:number queue in:notes", "a:4");
	assert_int_equal(search_as(f, q, "kind:number in:notes", &hits), 5);
	assert_int_equal(hits[1].more, 0);
	assert_int_equal(hits[2].line, 6);
	assert_int_equal(hits[2].more, 2);
	q.limit = 2;
	assert_int_equal(search_as(f, q, "kind:number in:notes", &hits), 5);
	assert_int_equal(hits[1].more, 3);
}

static void of_a_topic_it_is_said_how_many_more_speak_of_it(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/a.md", "# Things\n\nS3 keeps objects.\n\nS3 is no file "
			     "system.\n\nNothing else.\n\nS3 lists.\n");
	refresh(f);
	assert_int_equal(search_as(f, any, "topic:s3", &hits), 1);
	assert_int_equal(hits[0].line, 3);
	assert_int_equal(hits[0].more, 2);
	assert_int_equal(search_as(f, any, "topic:s3 lists", &hits), 1);
	assert_int_equal(hits[0].line, 9);
	assert_int_equal(hits[0].more, 0);
	assert_int_equal(search_as(f, any, "objects", &hits), 1);
	assert_int_equal(hits[0].more, 0);
}

static void a_topic_instead_of_a_word_is_shown_where_the_word_is_not(
	void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "# Things\n\nFirst of all.\n\nS3 lists.\n");
	put(f, "notes/b.md", "# More\n\nFirst of all.\n\nA retry.\n");
	refresh(f);
	assert_found(f, "topic:s3 or retry", "a:5 b:5");
	assert_found(f, "kind:number or topic:s3 retry or first", "a:3 b:3");
}

/* Nothing is asked for that a passage could be, so no part may have one. */
static void a_kind_that_is_left_out_alone_is_nowhere_in_the_part(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	assert_found(f, "-kind:number", "2022-07-01:1 2022-07-04:1");
	assert_found(f, "retry -kind:question", "2022-07-02:5");
	assert_found(f, "topic:s3 -topic:sqs", "2022-07-01:1");
	assert_found(f, "-(topic:s3 kind:number)", "2022-07-01:1 2022-07-04:1");
}

static void groups_of_nothing_else_are_of_one_passage(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	assert_found(f, "(topic:s3 or topic:sqs) -kind:number",
		     "2022-07-01:1 2022-07-02:5 2022-07-03:5");
	assert_found(f, "(kind:question or -kind:number) topic:s3",
		     "2022-07-01:1 2022-07-02:5");
	assert_found(f, "kind:question or kind:number",
		     "2022-07-02:1 2022-07-02:4 2022-07-03:1 2022-07-03:5 "
		     "2022-07-04:4");
	assert_found(f, "(topic:s3 kind:number or topic:sqs kind:question) "
			"-kind:hole",
		     "2022-07-02:1 2022-07-03:1 2022-07-03:5");
}

static void a_section_holds_for_topics_and_kinds(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	assert_found(f, "in:learned topic:s3", "2022-07-02:5");
	assert_found(f, "in:progress topic:sqs", "");
	assert_found(f, "in:learned kind:number", "2022-07-02:4");
	assert_found(f, "in:learned topic:s3 -kind:number", "2022-07-02:5");
	assert_found(f, "in:progress topic:s3 -kind:number", "2022-07-01:1");
	assert_found(f, "-in:learned topic:s3",
		     "2022-07-01:1 2022-07-02:1 2022-07-03:1");
	assert_found(f, "in:learned (topic:s3 or twice)",
		     "2022-07-02:5 2022-07-03:5");
	assert_found(f, "in:progress has:code", "");
}

static void a_section_without_words_has_to_be_there(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	put(f, "notes/a.md", "# Notes\n\nNothing was learned here.\n");
	refresh(f);
	assert_found(f, "in:learned -twice", "2022-07-02:4 2022-07-04:4");
	assert_found(f, "in:learned -topic:sqs", "2022-07-04:4");
	assert_found(f, "(in:thoughts -zebra) in:learned", "");
	assert_found(f, "in:learned -in:learned", "");
	assert_found(f, "in:progress -(in:progress or in:thoughts)", "");
}

/* Not: without the entries that have this section. */
static void a_section_left_out_means_another_one(void **state)
{
	struct fixture *f = *state;

	put_days(f);
	put(f, "log/2022/2022-07-05.md", "**What I learned**:\n- to rest\n");
	put(f, "notes/a.md", "# Notes\n\nNothing was learned here.\n");
	refresh(f);
	assert_found(f, "-in:learned kind:entry",
		     "2022-07-01:1 2022-07-02:1 2022-07-03:1 2022-07-04:1");
	assert_found(f, "-in:learned -in:progress", "2022-07-01:3 a:3");
	assert_found(f, "-(in:learned or in:progress) kind:entry",
		     "2022-07-01:3");
	assert_found(f, "-in:learned -retry kind:entry",
		     "2022-07-01:1 2022-07-02:1 2022-07-03:1");
}

static void the_passage_that_is_meant_is_shown(void **state)
{
	struct fixture *f = *state;

	put(f, "log/2022/2022-07-01.md",
	    "**Today's Progress**: Slept well.\n\n"
	    "**Thoughts:** S3 keeps objects for years.\n");
	refresh(f);
	assert_found(f, "topic:s3", "2022-07-01:3");
	assert_found(f, "topic:s3 slept", "2022-07-01:1");
	put(f, "log/2022/2022-07-02.md",
	    "A lambda.\n\n```\naws s3 ls\n```\n\n"
	    "Why is it `slow`, [really](http://x.org)?\n");
	refresh(f);
	assert_found(f, "has:code lambda", "2022-07-02:3");
	assert_found(f, "has:link", "2022-07-02:7");
	assert_found(f, "has:code kind:question", "2022-07-02:7");
}

/* What is shown of an image is where it is, for its passage may say nothing. */
static void an_image_is_shown_by_its_address(void **state)
{
	struct fixture *f = *state;
	struct hit *hits;

	put(f, "notes/a.md",
	    "# Keys\n\nAll of it:\n\n![](https://x.example/one.png)\n");
	put(f, "notes/b.md",
	    "# Locks\n\n- nothing\n- a hierarchy\n  ![of keys](two.png)\n");
	refresh(f);
	assert_int_equal(search_as(f, any, "has:image in:notes", &hits), 2);
	assert_int_equal(hits[0].line, 5);
	assert_string_equal(hits[0].snippet, "![](https://x.example/one.png)");
	assert_string_equal(hits[1].snippet, "a hierarchy of keys "
					     "![of keys](two.png)");
	assert_int_equal(hits[1].line, 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_no_number_may_stand_beside_one),
		TEST(the_words_may_stand_elsewhere_in_the_part),
		TEST(what_is_left_out_may_be_a_topic),
		TEST(each_passage_of_a_kind_is_found),
		TEST(of_a_topic_it_is_said_how_many_more_speak_of_it),
		TEST(a_topic_instead_of_a_word_is_shown_where_the_word_is_not),
		TEST(a_kind_that_is_left_out_alone_is_nowhere_in_the_part),
		TEST(groups_of_nothing_else_are_of_one_passage),
		TEST(a_section_holds_for_topics_and_kinds),
		TEST(a_section_without_words_has_to_be_there),
		TEST(a_section_left_out_means_another_one),
		TEST(the_passage_that_is_meant_is_shown),
		TEST(an_image_is_shown_by_its_address),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
