/* SPDX-License-Identifier: MIT */
/* A journal: found, made, written and read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/path.h"
#include "core/journal.h"

/* Every test has a folder of its own. */
struct fixture {
	char root[64];
	struct clock now;
	struct error err;
	struct store_report report;
};

static int set_up(void **state)
{
	struct fixture *f = xcalloc(1, sizeof(*f));

	snprintf(f->root, sizeof(f->root), "/tmp/hecto-journal.XXXXXX");
	setenv("HOME", "/nonexistent", 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	if (!mkdtemp(f->root) || clock_parse(&f->now, "2022-07-04T21:30:00Z"))
		return -1;
	*state = f;
	return 0;
}

/* Nobody waits for it: what is left of a test is of no use to the next. */
static void remove_tree(const char *path)
{
	pid_t pid = fork();

	if (!pid) {
		execlp("rm", "rm", "-rf", path, (char *)NULL);
		_exit(127);
	}
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	remove_tree(f->root);
	free(f);
	return 0;
}

static void must(struct fixture *f, int rc)
{
	if (rc)
		fail_msg("%s", f->err.text);
}

static struct journal *make(struct fixture *f)
{
	struct journal *j;

	must(f, journal_init(f->root, f->now, &f->report, &f->err));
	must(f, journal_open(&j, f->root, f->now, DAY_NONE, &f->err));
	return j;
}

static void put(struct fixture *f, struct journal *j, const char *path,
		const char *text)
{
	must(f, journal_begin(j, &f->err));
	must(f, journal_put(j, path, str_of(text), &f->err));
	must(f, journal_commit(j, "Put\n", &f->report, &f->err));
}

static void a_journal_is_found_upwards_and_named_otherwise(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) inner = STRBUF_INIT;
	AUTO(strbuf) found = STRBUF_INIT;

	journal_close(make(f));
	strbuf_addstr(&inner, f->root);
	path_join(&inner, "log");
	mkdir(inner.buf, 0700);
	must(f, journal_find(&found, NULL, NULL, inner.buf, NULL, &f->err));
	assert_string_equal(found.buf, f->root);
	strbuf_reset(&found);
	assert_int_equal(journal_find(&found, "/", NULL, inner.buf, NULL,
				      &f->err), -1);
	assert_int_equal(f->err.kind, ERROR_NO_JOURNAL);
	assert_int_equal(journal_find(&found, NULL, NULL, "/", NULL, &f->err),
			 -1);
	assert_non_null(strstr(f->err.text, "hecto init"));
}

static void making_a_journal_twice_changes_nothing(void **state)
{
	struct fixture *f = *state;

	journal_close(make(f));
	must(f, journal_init(f->root, f->now, &f->report, &f->err));
	assert_false(f->report.changed);
}

static void new_journals_keep_thoughts_private(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);

	assert_true(journal_settings(j)->private_sections[SECTION_THOUGHTS]);
	assert_false(journal_settings(j)->private_sections[SECTION_LEARNED]);
	journal_close(j);
}

static void a_setting_is_seen_at_once_and_by_the_next_run(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);

	must(f, journal_begin(j, &f->err));
	must(f, journal_set_config(j, "journal.title", "Mine", false, &f->err));
	must(f, journal_commit(j, "Set\n", &f->report, &f->err));
	assert_string_equal(journal_settings(j)->title, "Mine");
	journal_close(j);
	must(f, journal_open(&j, f->root, f->now, DAY_NONE, &f->err));
	assert_string_equal(journal_settings(j)->title, "Mine");
	journal_close(j);
}

static void a_broken_config_is_a_warning_with_its_line(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	const char *const *warnings;

	put(f, j, ".hecto/config", "[journal]\n\ttitle = Mine\n[broken\n");
	journal_close(j);
	must(f, journal_open(&j, f->root, f->now, DAY_NONE, &f->err));
	assert_int_equal(journal_settings(j)->goal, 100);
	assert_int_equal(journal_warnings(j, &warnings), 1);
	assert_non_null(strstr(warnings[0], "line 3"));
	journal_close(j);
}

static void entries_of_one_day_get_ids_of_their_own(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	int day = day_parse_iso(STR("2022-07-04"));
	struct entry e = { .days = &day, .ndays = 1, .body = STR("text\n") };
	const char *path;

	must(f, journal_begin(j, &f->err));
	for (int i = 0; i < 3; i++) {
		must(f, journal_place_entry(j, &e, &mem, &path, &f->err));
		must(f, journal_put(j, path, e.body, &f->err));
	}
	assert_string_equal(e.id, "2022-07-04-3");
	assert_string_equal(path, "log/2022/2022-07-04-3.md");
	must(f, journal_commit(j, "Three\n", &f->report, &f->err));
	must(f, journal_begin(j, &f->err));
	must(f, journal_place_entry(j, &e, &mem, &path, &f->err));
	assert_string_equal(e.id, "2022-07-04-4");
	journal_close(j);
}

static void a_log_keeps_its_frame(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	const char *ids[] = { "2022-07-05", "2022-07-04" };
	struct journal_log log = { "my log.md", STR("\xef\xbb\xbf# L\r\n"), ids,
				   2 };
	struct journal_log *logs;
	size_t count;

	must(f, journal_begin(j, &f->err));
	must(f, journal_put_log(j, &log, &f->err));
	must(f, journal_commit(j, "Frame\n", &f->report, &f->err));
	must(f, journal_logs(j, &mem, &logs, &count, &f->err));
	assert_int_equal(count, 1);
	assert_string_equal(logs[0].name, "my log.md");
	assert_true(str_eq(logs[0].preamble, log.preamble));
	assert_int_equal(logs[0].nids, 2);
	assert_string_equal(logs[0].ids[1], "2022-07-04");
	journal_close(j);
}

static void what_an_editor_wrote_is_indexed_before_the_next_read(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	struct streak streak;
	struct studied_day *days;
	struct index *ix;
	size_t count;

	must(f, journal_index(j, &ix, &f->err));
	put(f, j, "log/2022/2022-07-04.md", "---\ndate: 2022-07-04\n---\n"
	    "**Today's Progress**: SQS and Lambda.\n");
	must(f, journal_streak(j, &mem, &streak, &days, &count, &f->err));
	assert_int_equal(streak.streak, 1);
	assert_int_equal(streak.status, STREAK_DONE);
	journal_close(j);
}

static void a_user_topic_is_recognised(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	struct index_topic *topics;
	struct index *ix;
	size_t count;

	put(f, j, ".hecto/topics", "[topic \"coffee-machine\"]\n"
	    "\tname = Coffee machine\n\talias = espresso thing\n");
	put(f, j, "notes/a.md", "The espresso thing is broken.\n");
	must(f, journal_index(j, &ix, &f->err));
	must(f, index_topics(ix, &mem, &topics, &count, &f->err));
	assert_int_equal(count, 1);
	assert_string_equal(topics[0].id, "coffee-machine");
	assert_string_equal(topic_find(journal_topics(j),
				       STR("coffee machine"))->name,
			    "Coffee machine");
	journal_close(j);
}

static void a_snapshot_has_everything_in_order(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;
	struct topic_mention last;

	put(f, j, "log/2022/2022-07-05.md", "Lambda again.\n");
	put(f, j, "log/2022/2022-07-04.md", "Lambda.\n");
	put(f, j, "notes/n.md", "# N\n\nLambda in a note.\n");
	must(f, journal_snapshot(j, &mem, false, &s, &f->err));
	assert_int_equal(s.nentries, 2);
	assert_null(s.entries);
	assert_string_equal(snapshot_entry(&s, 0).id, "2022-07-04");
	assert_int_equal(s.nnotes, 1);
	must(f, s.source->topics(s.source, &f->err));
	assert_int_equal(s.ntopics, 1);
	assert_string_equal(s.topics[0].id, "lambda");
	assert_int_equal(s.topics[0].mentions.count, 3);
	topic_mentions_read(&s.topics[0].mentions, 2, 1, &last);
	assert_int_equal(last.document, 2);
	assert_int_equal(s.ndays, 2);
	journal_close(j);
}

static void a_snapshot_has_the_texts_when_they_are_wanted(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	put(f, j, "log/2022/2022-07-04.md", "Lambda.\n");
	must(f, journal_snapshot(j, &mem, true, &s, &f->err));
	assert_null(s.source);
	assert_true(str_is(s.entries[0].body, "Lambda.\n"));
	journal_close(j);
}

static void a_source_gives_the_passages_that_are_on_topics(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	struct snapshot_part part = { .document = 0 };
	AUTO(snapshot) s = SNAPSHOT_INIT;
	struct topic_mention m;
	struct str numbers;
	uint32_t number = 0;
	unsigned others;

	put(f, j, "log/2022/2022-07-05.md",
	    "Only Lambda.\n\nDynamoDB and Lambda.\n\nOnly DynamoDB.\n");
	must(f, journal_snapshot(j, &mem, false, &s, &f->err));
	must(f, s.source->topics(s.source, &f->err));
	assert_int_equal(s.ntopics, 2);
	assert_string_equal(s.topics[0].id, "dynamodb");
	topic_mentions_read(&s.topics[0].mentions, 0, 1, &m);
	assert_int_equal(m.count, 2);
	numbers = m.numbers;
	assert_int_equal(passage_numbers_next(&numbers, &number, &others), 1);
	assert_int_equal(passage_numbers_next(&numbers, &number, &others), 2);
	assert_int_equal(numbers.len, 0);
	topic_mentions_read(&s.topics[1].mentions, 0, 1, &m);
	numbers = m.numbers;
	number = 0;
	assert_int_equal(passage_numbers_next(&numbers, &number, &others), 0);
	must(f, s.source->passages(s.source, &part, 1, &mem, &f->err));
	assert_int_equal(part.npassages, 3);
	assert_true(str_is(part.passages[2].text, "Only DynamoDB."));
	/* Also when the index was closed in between. */
	assert_true(s.source->rest(s.source));
	must(f, s.source->passages(s.source, &part, 1, &mem, &f->err));
	assert_true(str_is(part.passages[0].text, "Only Lambda."));
	journal_close(j);
}

/* What is private does not even come that far. */
static void a_snapshot_of_the_study_has_what_is_open(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	put(f, j, ".hecto/config", "[exam \"Cloud\"]\n\tdate = 2022-08-01\n"
	    "\tdomain = 60 Data\n\ttopics = Data: dynamodb\n");
	put(f, j, "notes/a.md", "# A\n\nDynamoDB is a table.\n");
	put(f, j, "plans/mine.md", "---\nprivate: true\n---\n# Mine\n\n"
	    "## Questions\n\n- Lambda: why me?\n");
	put(f, j, "plans/plan.md", "# Plan\n\n## Questions\n\n"
	    "- DDB: what is a table?\n");
	journal_close(j);
	must(f, journal_open(&j, f->root, f->now, DAY_NONE, &f->err));
	must(f, journal_snapshot(j, &mem, true, &s, &f->err));
	assert_int_equal(s.nitems, 0);
	must(f, journal_snapshot_study(j, &mem, &s, &f->err));
	assert_int_equal(s.nexams, 1);
	assert_string_equal(s.exams[0].of->name, "Cloud");
	assert_int_equal(s.exams[0].ntopics, 1);
	assert_string_equal(s.exams[0].topics[0].id, "dynamodb");
	assert_int_equal(s.nitems, 1);
	assert_true(str_is(s.items[0].text, "what is a table?"));
	assert_true(str_is(s.items[0].prefix, "DDB"));
	assert_true(s.items[0].passage.is_note);
	assert_string_equal(s.notes[s.items[0].passage.document].path,
			    "plans/plan.md");
	journal_close(j);
}

static void a_digest_differs_when_anything_else_does(void **state)
{
	struct fixture *f = *state;
	struct journal *j = make(f);
	struct sha256_hex a, b, c;

	put(f, j, "log/2022/2022-07-05.md", "Lambda.\n");
	must(f, journal_digest(j, &a, &f->err));
	must(f, journal_digest(j, &b, &f->err));
	assert_string_equal(a.s, b.s);
	put(f, j, "log/2022/2022-07-05.md", "Lambdas\n");
	must(f, journal_digest(j, &c, &f->err));
	assert_string_not_equal(a.s, c.s);
	journal_close(j);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(a_journal_is_found_upwards_and_named_otherwise),
		TEST(making_a_journal_twice_changes_nothing),
		TEST(new_journals_keep_thoughts_private),
		TEST(a_setting_is_seen_at_once_and_by_the_next_run),
		TEST(a_broken_config_is_a_warning_with_its_line),
		TEST(entries_of_one_day_get_ids_of_their_own),
		TEST(a_log_keeps_its_frame),
		TEST(what_an_editor_wrote_is_indexed_before_the_next_read),
		TEST(a_user_topic_is_recognised),
		TEST(a_snapshot_has_everything_in_order),
		TEST(a_snapshot_of_the_study_has_what_is_open),
		TEST(a_snapshot_has_the_texts_when_they_are_wanted),
		TEST(a_source_gives_the_passages_that_are_on_topics),
		TEST(a_digest_differs_when_anything_else_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
