/* SPDX-License-Identifier: MIT */
/* Topics and the passages on them. */
#include "tests/unit/index/fixture.h"

static struct index_passage *passages(struct fixture *f, const char *topic,
				      size_t *count)
{
	struct index_passage *out;

	if (index_topic_passages(f->ix, topic, &f->mem, &out, count, &f->err))
		fail_msg("%s", f->err.text);
	return out;
}

static void show_all(struct fixture *f, const char *topic, struct strbuf *out)
{
	size_t count;
	struct index_passage *p = passages(f, topic, &count);

	for (size_t i = 0; i < count; i++) {
		strbuf_addf(out, "%s:%u", p[i].id, p[i].line);
		for (size_t k = 0; k < p[i].nheadings; k++)
			strbuf_addf(out, " > %s", p[i].headings[k]);
		strbuf_addf(out, "%s %.*s\n", p[i].named ? " =" : " ~",
			    (int)p[i].text.len, p[i].text.s);
	}
}

static void assert_passages(struct fixture *f, const char *topic,
			    const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;

	show_all(f, topic, &out);
	assert_string_equal(out.buf, expected);
}

static void what_stands_under_a_topic_is_on_it(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	assert_passages(
		f, "sqs",
		"2022-07-04:14 > R1D0: July 4, 2022 > What I learned = SQS\n"
		"2022-07-04:15 > R1D0: July 4, 2022 > What I learned > SQS ~ "
		"visibility timeout hides a message\n"
		"messaging:5 > Messaging = Amazon SQS\n"
		"messaging:7 > Messaging > Amazon SQS ~ A queue keeps what "
		"nobody fetched yet.\n"
		"messaging:9 > Messaging > Amazon SQS ~ long polling saves "
		"money\n");
}

static void passages_come_oldest_first_and_notes_last(void **state)
{
	struct fixture *f = *state;
	struct index_passage *p;
	size_t count;

	put_journal(f);
	put(f, "log/undated/R1D001.md", "DynamoDB without a date.\n");
	put(f, "notes/a.md", "DynamoDB in a note.\n");
	refresh(f);
	p = passages(f, "dynamodb", &count);
	assert_int_equal(count, 6);
	assert_string_equal(p[0].id, "2022-07-04");
	assert_string_equal(p[2].id, "2022-07-04");
	assert_string_equal(p[3].id, "2022-07-05");
	assert_string_equal(p[4].id, "R1D001");
	assert_string_equal(p[5].id, "a");
	assert_int_equal(p[5].document, DOCUMENT_NOTE);
}

static void topics_are_counted_by_passage_and_document(void **state)
{
	struct fixture *f = *state;
	struct index_topic *topics;
	size_t count, i = 0;

	put_journal(f);
	refresh(f);
	assert_int_equal(index_topics(f->ix, &f->mem, &topics, &count, &f->err),
			 0);
	while (i < count && strcmp(topics[i].id, "dynamodb"))
		i++;
	assert_true(i < count);
	assert_int_equal(topics[i].passages, 2);
	assert_int_equal(topics[i].documents, 2);
	assert_int_equal(topics[i].first_day, day_parse_iso(STR("2022-07-04")));
	assert_int_equal(topics[i].last_day, day_parse_iso(STR("2022-07-05")));
}

static const struct index_topic *find_topic(const struct index_topic *topics,
					    size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(topics[i].id, id))
			return &topics[i];
	return NULL;
}

static const struct index_topic *counted(struct fixture *f, const char *id)
{
	struct index_topic *topics;
	size_t count;

	if (index_topics(f->ix, &f->mem, &topics, &count, &f->err))
		fail_msg("%s", f->err.text);
	return find_topic(topics, count, id);
}

static void what_is_removed_counts_no_more(void **state)
{
	struct fixture *f = *state;
	const struct index_topic *t;

	put_journal(f);
	put(f, "log/2022/2022-07-01.md", "DynamoDB before.  Is it SQL?\n");
	put(f, "log/2022/2022-07-09.md", "Amazon Kinesis.\n");
	refresh(f);
	t = counted(f, "dynamodb");
	assert_int_equal(t->documents, 3);
	assert_int_equal(t->first_day, day_parse_iso(STR("2022-07-01")));
	take_away(f, "log/2022/2022-07-01.md");
	put(f, "log/2022/2022-07-09.md", "DynamoDB after.\n");
	refresh(f);
	t = counted(f, "dynamodb");
	assert_int_equal(t->documents, 3);
	assert_int_equal(t->passages, 3);
	assert_int_equal(t->first_day, day_parse_iso(STR("2022-07-04")));
	assert_int_equal(t->last_day, day_parse_iso(STR("2022-07-09")));
	assert_null(counted(f, "kinesis"));
}

static void a_topic_lasts_as_long_as_what_is_left_of_it(void **state)
{
	struct fixture *f = *state;
	const struct index_topic *t;

	put(f, "log/2022/2022-07-02.md", "SQS at first.\n");
	put(f, "log/2022/2022-07-05.md", "SQS between.\n");
	put(f, "log/2022/2022-07-09.md", "SQS at last.\n");
	refresh(f);
	put(f, "log/2022/2022-07-09.md", "SQS at last, and more of it.\n");
	put(f, "log/2022/2022-07-02.md", "Nothing at first.\n");
	refresh(f);
	t = counted(f, "sqs");
	assert_int_equal(t->first_day, day_parse_iso(STR("2022-07-05")));
	assert_int_equal(t->last_day, day_parse_iso(STR("2022-07-09")));
	put(f, "log/2022/2022-07-01.md", "SQS before.\n");
	put(f, "log/2022/2022-07-09.md", "Nothing at last.\n");
	refresh(f);
	t = counted(f, "sqs");
	assert_int_equal(t->first_day, day_parse_iso(STR("2022-07-01")));
	assert_int_equal(t->last_day, day_parse_iso(STR("2022-07-05")));
}

static const struct index_topic *studied(struct fixture *f, const char *id,
					 const char *until)
{
	const struct index_topic *found;
	struct index_topic *topics;
	size_t count;

	if (index_topics_studied(f->ix, day_parse_iso(str_of(until)), &f->mem,
				 &topics, &count, &f->err))
		fail_msg("%s", f->err.text);
	found = find_topic(topics, count, id);
	if (!found)
		fail_msg("nothing is on '%s'", id);
	return found;
}

static void days_of_study_are_distinct_and_of_entries_alone(void **state)
{
	struct fixture *f = *state;
	const struct index_topic *t;

	put(f, "log/2022/2022-07-05-2.md", "DynamoDB once more.\n");
	put(f, "notes/2022-07-08.md", "DynamoDB in a note with a day.\n");
	put(f, "log/undated/R1D001.md", "DynamoDB without a date.\n");
	put_journal(f);
	refresh(f);
	/* A later read has a later id. */
	put(f, "log/2022/2022-07-01.md", "DynamoDB before that.\n");
	refresh(f);
	t = studied(f, "dynamodb", "2022-07-31");
	assert_int_equal(t->days, 3);
	assert_int_equal(t->first_studied, day_parse_iso(STR("2022-07-01")));
	assert_int_equal(t->last_studied, day_parse_iso(STR("2022-07-05")));
}

static void days_of_study_end_with_the_day_asked_for(void **state)
{
	struct fixture *f = *state;
	const struct index_topic *t;

	put_journal(f);
	refresh(f);
	t = studied(f, "dynamodb", "2022-07-04");
	assert_int_equal(t->days, 1);
	assert_int_equal(t->last_studied, day_parse_iso(STR("2022-07-04")));
	t = studied(f, "dynamodb", "2022-07-03");
	assert_int_equal(t->days, 0);
	assert_int_equal(t->last_studied, DAY_NONE);
	assert_int_equal(t->last_day, day_parse_iso(STR("2022-07-05")));
}

static size_t count_passages(struct fixture *f,
			     const struct index_passage_filter *filter,
			     struct index_passage **out)
{
	size_t count;

	if (index_passages(f->ix, filter, &f->mem, out, &count, &f->err))
		fail_msg("%s", f->err.text);
	return count;
}

static void passages_may_be_asked_for_by_kind(void **state)
{
	struct fixture *f = *state;
	const struct index_passage_filter numbers = {
		.topic = "dynamodb", .since = DAY_NONE, .traits = TRAIT_NUMBER,
	};
	struct index_passage *p;

	put(f, "log/2022/2022-07-04.md", "- DynamoDB keeps items\n"
					 "- a DynamoDB item has 400 KB\n");
	put(f, "log/2022/2022-07-05.md", "- DynamoDB again\n");
	refresh(f);
	assert_int_equal(count_passages(f, &numbers, &p), 1);
	assert_int_equal(p[0].line, 2);
}

static void passages_of_entries_may_begin_with_a_day(void **state)
{
	struct fixture *f = *state;
	const struct index_passage_filter late = {
		.topic = "dynamodb",
		.since = day_parse_iso(STR("2022-07-05")),
	};
	struct index_passage *p;

	put(f, "log/2022/2022-07-04.md", "DynamoDB\n");
	put(f, "log/2022/2022-07-05.md", "DynamoDB\n");
	put(f, "log/undated/R1D001.md", "DynamoDB without a date.\n");
	put(f, "notes/2022-07-01.md", "DynamoDB in an old note.\n");
	refresh(f);
	assert_int_equal(count_passages(f, &late, &p), 3);
	assert_string_equal(p[0].id, "2022-07-05");
	assert_string_equal(p[1].id, "R1D001");
	assert_int_equal(p[2].document, DOCUMENT_NOTE);
}

static void a_topic_that_nothing_names_has_no_passages(void **state)
{
	struct fixture *f = *state;
	size_t count;

	put_journal(f);
	refresh(f);
	passages(f, "no-such-topic", &count);
	assert_int_equal(count, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_stands_under_a_topic_is_on_it),
		TEST(passages_come_oldest_first_and_notes_last),
		TEST(topics_are_counted_by_passage_and_document),
		TEST(what_is_removed_counts_no_more),
		TEST(a_topic_lasts_as_long_as_what_is_left_of_it),
		TEST(days_of_study_are_distinct_and_of_entries_alone),
		TEST(days_of_study_end_with_the_day_asked_for),
		TEST(passages_may_be_asked_for_by_kind),
		TEST(passages_of_entries_may_begin_with_a_day),
		TEST(a_topic_that_nothing_names_has_no_passages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
