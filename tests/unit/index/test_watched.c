/* SPDX-License-Identifier: MIT */
/* An index of files that somebody watches: it is as true as any other. */
#include "tests/unit/index/fixture.h"

#include "core/index/watcher.h"
#include "tests/unit/index/service.h"

/* A busy machine may make a reader lose its patience, now and then. */
static bool is_spared(struct fixture *f)
{
	for (int i = 0; i < 200; i++) {
		refresh(f);
		if (f->report.watched)
			return true;
	}
	return false;
}

static void who_comes_next_need_not_look(void **state)
{
	struct fixture *f = *state;
	struct service s;

	put_journal(f);
	begin_service(f, &s);
	refresh(f);
	assert_int_equal(f->report.read, 4);
	assert_true(is_spared(f));
	reopen(f);
	assert_true(is_spared(f));
	assert_int_equal(search(f, "zebra"), 0);
	put(f, "notes/messaging.md", "a word like zebra\n");
	refresh(f);
	assert_false(f->report.watched);
	assert_int_equal(f->report.read, 1);
	assert_int_equal(search(f, "zebra"), 1);
	assert_true(is_spared(f));
	assert_int_equal(search(f, "zebra"), 1);
	end_service(&s);
	put(f, "notes/messaging.md", "a word like gnu\n");
	refresh(f);
	assert_int_equal(search(f, "zebra"), 0);
}

/* A question whose answer has come. */
static int answered_question(struct fixture *f)
{
	struct pollfd wait = { watcher_ask(f->index_path.buf), POLLIN, 0 };

	assert_true(wait.fd >= 0);
	assert_int_equal(poll(&wait, 1, 10000), 1);
	return wait.fd;
}

static void who_has_asked_beforehand_asks_once_more_the_next_time(void **state)
{
	struct fixture *f = *state;
	struct service s;

	put_journal(f);
	begin_service(f, &s);
	assert_true(is_spared(f));
	index_was_asked(f->ix, answered_question(f));
	put(f, "notes/messaging.md", "a word like zebra\n");
	refresh(f);
	assert_true(f->report.watched);
	refresh(f);
	assert_false(f->report.watched);
	assert_int_equal(search(f, "zebra"), 1);
	index_was_asked(f->ix, answered_question(f));
	index_was_asked(f->ix, answered_question(f));
	put(f, "notes/messaging.md", "a word like gnu\n");
	reopen(f);
	refresh(f);
	assert_int_equal(search(f, "zebra"), 0);
	assert_true(is_spared(f));
	end_service(&s);
}

struct asker {
	const char *path;
	const struct beneath *tree;
	atomic_bool ended;
};

static void *ask_on(void *arg)
{
	struct asker *a = arg;

	while (!atomic_load(&a->ended)) {
		struct watcher_answer out;

		(void)watcher_hear(watcher_ask(a->path), a->tree, 10000, &out,
				   NULL);
	}
	return NULL;
}

/* However busy it is with others. */
static void what_came_before_the_question_is_in_the_answer(void **state)
{
	struct fixture *f = *state;
	struct beneath tree = BENEATH_INIT;
	struct watched_state last = { 0, 0 };
	struct asker others = { f->index_path.buf, &tree, false };
	struct service s;
	pthread_t thread;

	put_journal(f);
	assert_int_equal(beneath_open(&tree, f->root, &f->err), 0);
	begin_service(f, &s);
	atomic_init(&others.ended, false);
	assert_int_equal(pthread_create(&thread, NULL, ask_on, &others), 0);
	for (int i = 0; i < 1000; i++) {
		struct watcher_answer a;

		put(f, "notes/messaging.md", i % 2 ? "even\n" : "odd\n");
		assert_true(watcher_hear(watcher_ask(f->index_path.buf), &tree,
					 10000, &a, NULL));
		assert_false(watched_state_is(&a.state, &last));
		last = a.state;
	}
	atomic_store(&others.ended, true);
	pthread_join(thread, NULL);
	end_service(&s);
	beneath_release(&tree);
}

static void nobody_is_spared_without_a_watcher(void **state)
{
	struct fixture *f = *state;
	struct service s;

	put_journal(f);
	begin_service(f, &s);
	assert_true(is_spared(f));
	end_service(&s);
	put(f, "notes/messaging.md", "a word like zebra\n");
	/* It knows nothing of what happened before. */
	begin_service(f, &s);
	refresh(f);
	assert_false(f->report.watched);
	assert_int_equal(search(f, "zebra"), 1);
	end_service(&s);
	refresh(f);
	assert_false(f->report.watched);
}

static void a_question_meanwhile_is_spared_as_well(void **state)
{
	struct fixture *f = *state;
	const struct index_source source = fixture_source(f, "built-in");
	struct service s;

	put_journal(f);
	begin_service(f, &s);
	assert_true(is_spared(f));
	for (int i = 0; i < 20; i++) {
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addf(&text, "a word like zebra%d\n", i);
		put(f, "notes/messaging.md", text.buf);
		assert_int_equal(index_refresh_meanwhile(f->ix, &source,
							 &f->err), 0);
		strbuf_reset(&text);
		strbuf_addf(&text, "zebra%d", i);
		assert_int_equal(search(f, text.buf), 1);
		assert_int_equal(index_refresh_meanwhile(f->ix, &source,
							 &f->err), 0);
		assert_int_equal(search(f, text.buf), 1);
	}
	assert_true(is_spared(f));
	end_service(&s);
}

static void another_catalogue_reads_all_again(void **state)
{
	struct fixture *f = *state;
	const struct index_source source = fixture_source(f, "another");
	struct service s;

	put_journal(f);
	begin_service(f, &s);
	assert_true(is_spared(f));
	assert_int_equal(index_refresh(f->ix, &source, &f->report, &f->err), 0);
	assert_false(f->report.watched);
	assert_int_equal(f->report.read, 4);
	end_service(&s);
}

static void ignore_names(void *arg UNUSED, struct str names UNUSED)
{
}

/* All is read once more, in the transaction in which it was recorded. */
static void names_that_become_topics_need_all_files(void **state)
{
	struct fixture *f = *state;
	struct index_source source = fixture_source(f, "built-in");
	struct service s;

	source.derived = ignore_names;
	put_journal(f);
	put(f, "notes/b.md", "See [[Messaging]].\n");
	assert_int_equal(index_open(&f->ix, f->index_path.buf, &f->err), 0);
	begin_service(f, &s);
	assert_int_equal(index_refresh(f->ix, &source, &f->report, &f->err), 0);
	for (int i = 0; i < 10; i++) {
		put(f, "notes/c.md", i % 2 ? "\n" : "See [[Messaging]].\n");
		assert_int_equal(index_refresh(f->ix, &source, &f->report,
					       &f->err), 0);
		assert_int_equal(search(f, "queue"), 3);
		assert_int_equal(count_entries(f), 2);
	}
	end_service(&s);
}

static void an_index_that_was_deleted_is_made_again(void **state)
{
	struct fixture *f = *state;
	struct service s;

	put_journal(f);
	begin_service(f, &s);
	assert_true(is_spared(f));
	close_index(f);
	unlink(f->index_path.buf);
	refresh(f);
	assert_int_equal(f->report.read, 4);
	assert_int_equal(search(f, "queue"), 3);
	end_service(&s);
}

/* Nobody hears of what is written by the other name. */
static void a_file_with_two_names_is_looked_at_each_time(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) one = STRBUF_INIT;
	AUTO(strbuf) other = STRBUF_INIT;
	struct service s;

	put_journal(f);
	fixture_path(f, "notes/messaging.md", &one);
	fixture_path(f, "other.md", &other);
	assert_int_equal(link(one.buf, other.buf), 0);
	begin_service(f, &s);
	for (int i = 0; i < 20; i++) {
		refresh(f);
		assert_false(f->report.watched);
	}
	put(f, "other.md", "a word like zebra\n");
	refresh(f);
	assert_int_equal(search(f, "zebra"), 1);
	assert_int_equal(unlink(other.buf), 0);
	end_service(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_comes_next_need_not_look),
		TEST(who_has_asked_beforehand_asks_once_more_the_next_time),
		TEST(what_came_before_the_question_is_in_the_answer),
		TEST(nobody_is_spared_without_a_watcher),
		TEST(a_question_meanwhile_is_spared_as_well),
		TEST(another_catalogue_reads_all_again),
		TEST(names_that_become_topics_need_all_files),
		TEST(an_index_that_was_deleted_is_made_again),
		TEST(a_file_with_two_names_is_looked_at_each_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
