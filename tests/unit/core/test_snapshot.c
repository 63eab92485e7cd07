/* SPDX-License-Identifier: MIT */
/* A snapshot is of one state, whatever others do while it is made. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/path.h"
#include "core/journal.h"

struct fixture {
	char root[64];
	struct clock now;
	struct error err;
	struct journal *journal;
};

/* What another process does between two questions, of which the linker lets
 * us hear (tests/CMakeLists.txt); the test that runs sets it. */
static void (*meanwhile)(struct fixture *f);
static struct fixture *meanwhile_arg;

int __real_index_notes(struct index *ix, struct arena *mem,
		       struct index_note **out, size_t *count,
		       struct error *err);
int __wrap_index_notes(struct index *ix, struct arena *mem,
		       struct index_note **out, size_t *count,
		       struct error *err);

int __wrap_index_notes(struct index *ix, struct arena *mem,
		       struct index_note **out, size_t *count,
		       struct error *err)
{
	void (*now)(struct fixture *f) = meanwhile;

	meanwhile = NULL;
	if (now)
		now(meanwhile_arg);
	return __real_index_notes(ix, mem, out, count, err);
}

static void must(struct fixture *f, int rc)
{
	if (rc)
		fail_msg("%s", f->err.text);
}

static int set_up(void **state)
{
	struct fixture *f = xcalloc(1, sizeof(*f));
	struct store_report report;

	snprintf(f->root, sizeof(f->root), "/tmp/hecto-snapshot.XXXXXX");
	setenv("HOME", "/nonexistent", 1);
	setenv("GIT_CONFIG_NOSYSTEM", "1", 1);
	if (!mkdtemp(f->root) || clock_parse(&f->now, "2022-07-04T21:30:00Z") ||
	    journal_init(f->root, f->now, &report, &f->err) ||
	    journal_open(&f->journal, f->root, f->now, DAY_NONE, &f->err))
		return -1;
	meanwhile_arg = f;
	*state = f;
	return 0;
}

/* Nobody waits for it: what is left of a test is of no use to the next. */
static int tear_down(void **state)
{
	struct fixture *f = *state;
	pid_t pid = fork();

	if (!pid) {
		execlp("rm", "rm", "-rf", f->root, (char *)NULL);
		_exit(127);
	}
	journal_close(f->journal);
	free(f);
	return 0;
}

static void put(struct fixture *f, const char *name, const char *text)
{
	struct beneath tree = BENEATH_INIT;

	must(f, beneath_open(&tree, f->root, &f->err));
	must(f, beneath_replace(&tree, name, "temporary", str_of(text), false,
				&f->err));
	beneath_release(&tree);
}

static void take_away(struct fixture *f, const char *name)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, f->root);
	path_join(&path, name);
	assert_int_equal(unlink(path.buf), 0);
}

/* The index as another process leaves it. */
static void refresh(struct fixture *f)
{
	struct journal *other;
	struct index *ix;

	must(f, journal_open(&other, f->root, f->now, DAY_NONE, &f->err));
	must(f, journal_index(other, &ix, &f->err));
	journal_close(other);
}

/* The row of the last document goes to the next one that is new. */
static void give_the_place_of_an_entry_to_a_note(struct fixture *f)
{
	take_away(f, "log/2022/2022-07-05.md");
	refresh(f);
	put(f, "notes/n.md", "# N\n\nDynamoDB.\n");
	refresh(f);
}

static size_t mentions_of(const struct snapshot *s, const char *topic)
{
	for (size_t i = 0; i < s->ntopics; i++)
		if (str_is(str_of(topic), s->topics[i].id))
			return s->topics[i].mentions.count;
	return 0;
}

static uint32_t first_document(const struct snapshot *s, size_t topic)
{
	struct topic_mention m;

	topic_mentions_read(&s->topics[topic].mentions, 0, 1, &m);
	return m.document;
}

static void what_changes_between_its_questions_is_in_all_answers(void **state)
{
	struct fixture *f = *state;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	put(f, "log/2022/2022-07-04.md", "Lambda.\n");
	put(f, "log/2022/2022-07-05.md", "Lambda again.\n");
	meanwhile = give_the_place_of_an_entry_to_a_note;
	must(f, journal_snapshot(f->journal, &mem, false, &s, &f->err));
	assert_null(meanwhile);
	assert_int_equal(s.nentries, 1);
	assert_int_equal(s.nnotes, 1);
	assert_int_equal(s.ndays, 1);
	must(f, s.source->topics(s.source, &f->err));
	assert_int_equal(mentions_of(&s, "lambda"), 1);
	assert_int_equal(mentions_of(&s, "dynamodb"), 1);
	assert_int_equal(first_document(&s, 0), 1);
}

static void topics_find_their_documents_in_an_index_made_anew(void **state)
{
	struct fixture *f = *state;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;
	AUTO(strbuf) path = STRBUF_INIT;

	put(f, "log/2022/2022-07-05.md", "Lambda again.\n");
	refresh(f);
	/* Its row is behind the other's, until all are read in order. */
	put(f, "log/2022/2022-07-04.md", "DynamoDB.\n");
	must(f, journal_snapshot(f->journal, &mem, false, &s, &f->err));
	assert_true(s.source->rest(s.source));
	strbuf_addf(&path, "%s/.git/hecto/index.db", f->root);
	assert_int_equal(unlink(path.buf), 0);
	strbuf_addstr(&path, "-wal");
	unlink(path.buf);
	refresh(f);
	must(f, s.source->topics(s.source, &f->err));
	assert_int_equal(mentions_of(&s, "lambda"), 1);
	assert_string_equal(s.topics[0].id, "dynamodb");
	assert_int_equal(first_document(&s, 0), 0);
	assert_int_equal(first_document(&s, 1), 1);
}

static void a_document_that_came_since_is_in_no_topic(void **state)
{
	struct fixture *f = *state;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	put(f, "log/2022/2022-07-04.md", "Lambda.\n");
	must(f, journal_snapshot(f->journal, &mem, false, &s, &f->err));
	put(f, "log/2022/2022-07-05.md", "Lambda again.\n");
	refresh(f);
	must(f, s.source->topics(s.source, &f->err));
	assert_int_equal(mentions_of(&s, "lambda"), 1);
}

static void a_document_that_went_since_is_not_left_out_of_topics(void **state)
{
	struct fixture *f = *state;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	put(f, "log/2022/2022-07-04.md", "Lambda.\n");
	put(f, "log/2022/2022-07-05.md", "Lambda again.\n");
	must(f, journal_snapshot(f->journal, &mem, false, &s, &f->err));
	give_the_place_of_an_entry_to_a_note(f);
	assert_int_equal(s.source->topics(s.source, &f->err), -1);
	assert_int_equal(f->err.kind, ERROR_CONFLICT);
	assert_non_null(strstr(f->err.text, "2022-07-05.md"));
}

static void a_document_that_changed_since_is_not_half_in_topics(void **state)
{
	struct fixture *f = *state;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	put(f, "log/2022/2022-07-04.md", "Lambda.\n");
	must(f, journal_snapshot(f->journal, &mem, false, &s, &f->err));
	put(f, "log/2022/2022-07-04.md", "DynamoDB instead.\n");
	refresh(f);
	assert_int_equal(s.source->topics(s.source, &f->err), -1);
	assert_int_equal(f->err.kind, ERROR_CONFLICT);
}

static void what_is_open_is_of_the_same_documents(void **state)
{
	struct fixture *f = *state;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(snapshot) s = SNAPSHOT_INIT;

	put(f, "notes/n.md", "# N\n\n- Why is the sky blue?\n");
	must(f, journal_snapshot(f->journal, &mem, false, &s, &f->err));
	put(f, "log/2022/2022-07-04.md", "Why is it dark?\n");
	refresh(f);
	must(f, journal_snapshot_study(f->journal, &mem, &s, &f->err));
	assert_int_equal(s.nitems, 1);
	put(f, "notes/n.md", "# N\n\n- Why is the grass green?\n");
	refresh(f);
	assert_int_equal(journal_snapshot_study(f->journal, &mem, &s, &f->err),
			 -1);
	assert_int_equal(f->err.kind, ERROR_CONFLICT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_changes_between_its_questions_is_in_all_answers),
		TEST(topics_find_their_documents_in_an_index_made_anew),
		TEST(a_document_that_came_since_is_in_no_topic),
		TEST(a_document_that_went_since_is_not_left_out_of_topics),
		TEST(a_document_that_changed_since_is_not_half_in_topics),
		TEST(what_is_open_is_of_the_same_documents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
