/* SPDX-License-Identifier: MIT */
/* Whatever is wrong with the file of the index, the answer is right. */
#include "tests/unit/index/fixture.h"

#include <sqlite3.h>
#include <sys/wait.h>

static void build(struct fixture *f)
{
	put_journal(f);
	refresh(f);
	close_index(f);
}

/* The answers that the four documents give. */
static void assert_right_answers(struct fixture *f)
{
	assert_int_equal(count_entries(f), 2);
	assert_int_equal(search(f, "queue"), 3);
	assert_int_equal(search(f, "polling"), 1);
}

static void write_index(struct fixture *f, const void *bytes, size_t len)
{
	int fd = open(f->index_path.buf, O_WRONLY | O_CREAT | O_TRUNC, 0600);

	assert_true(fd >= 0);
	assert_int_equal(file_write_fd(fd, (struct str){ bytes, len }), 0);
	close(fd);
}

static void read_index(struct fixture *f, struct strbuf *out)
{
	if (file_read(out, f->index_path.buf, (size_t)64 << 20, &f->err))
		fail_msg("%s", f->err.text);
}

static void an_empty_file_is_filled(void **state)
{
	struct fixture *f = *state;

	build(f);
	write_index(f, "", 0);
	refresh(f);
	assert_true(f->report.rebuilt);
	assert_right_answers(f);
}

static void zeros_are_replaced(void **state)
{
	static const char zeros[40960];
	struct fixture *f = *state;

	build(f);
	write_index(f, zeros, sizeof(zeros));
	refresh(f);
	assert_right_answers(f);
	reopen(f);
	assert_int_equal(f->report.unchanged, 4);
}

static void garbage_is_replaced(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) garbage = STRBUF_INIT;

	build(f);
	for (unsigned i = 0; i < 50000; i++)
		strbuf_addch(&garbage, (char)(i * i >> 7 ^ i));
	write_index(f, garbage.buf, garbage.len);
	refresh(f);
	assert_right_answers(f);
	reopen(f);
	assert_int_equal(f->report.unchanged, 4);
}

static void a_cut_file_is_replaced(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) whole = STRBUF_INIT;

	build(f);
	read_index(f, &whole);
	for (size_t len = 10; len < whole.len; len += whole.len / 40 + 1) {
		write_index(f, whole.buf, len);
		refresh(f);
		assert_right_answers(f);
		close_index(f);
		refresh(f);
		assert_int_equal(f->report.unchanged, 4);
		close_index(f);
	}
}

static void run_sql(struct fixture *f, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(f->index_path.buf, &db), SQLITE_OK);
	know_tokenizer(db);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void another_version_is_replaced(void **state)
{
	struct fixture *f = *state;

	build(f);
	run_sql(f, "PRAGMA user_version = 99; DELETE FROM document");
	refresh(f);
	assert_true(f->report.rebuilt);
	assert_right_answers(f);
	reopen(f);
	assert_int_equal(f->report.unchanged, 4);
}

static void a_missing_table_is_made_again(void **state)
{
	static const char *const tables[] = { "document", "part", "part_fts",
					      "mention",  "day",  "meta",
					      "folder",	  "tag" };
	struct fixture *f = *state;

	build(f);
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++) {
		AUTO(strbuf) sql = STRBUF_INIT;

		strbuf_addf(&sql, "DROP TABLE %s", tables[i]);
		run_sql(f, sql.buf);
		refresh(f);
		assert_right_answers(f);
		close_index(f);
	}
}

static void somebody_elses_database_is_replaced(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	run_sql(f, "CREATE TABLE part (a); CREATE VIEW document AS SELECT 1");
	refresh(f);
	assert_right_answers(f);
}

static void a_folder_in_its_place_is_no_failure(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	assert_int_equal(mkdir(f->index_path.buf, 0700), 0);
	refresh(f);
	assert_right_answers(f);
}

static void no_path_is_an_index_in_memory(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	strbuf_reset(&f->index_path);
	refresh(f);
	assert_right_answers(f);
}

static void a_folder_that_is_not_there_is_no_failure(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	strbuf_reset(&f->index_path);
	fixture_path(f, "nowhere/index.db", &f->index_path);
	refresh(f);
	assert_right_answers(f);
}

static void a_file_that_another_process_locks_is_done_without(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	build(f);
	put(f, "log/2022/2022-07-06.md", "A queue again.\n");
	assert_int_equal(sqlite3_open(f->index_path.buf, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL),
			 SQLITE_OK);
	refresh(f);
	assert_int_equal(count_entries(f), 3);
	assert_int_equal(search(f, "queue"), 4);
	sqlite3_close(db);
}

static void flip_bytes(struct strbuf *bytes, unsigned *seed)
{
	unsigned count = *seed % 3 ? 1 : 64;

	for (unsigned i = 0; i < count; i++) {
		*seed = *seed * 1103515245u + 12345u;
		bytes->buf[*seed / 7 % bytes->len] = (char)(*seed >> 16);
	}
}

static void random_damage_gives_no_wrong_answer(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) whole = STRBUF_INIT;
	unsigned seed = 11;

	build(f);
	read_index(f, &whole);
	for (int i = 0; i < 400; i++) {
		AUTO(strbuf) damaged = STRBUF_INIT;

		strbuf_addslice(&damaged, strbuf_slice(&whole));
		flip_bytes(&damaged, &seed);
		write_index(f, damaged.buf, damaged.len);
		refresh(f);
		assert_right_answers(f);
		close_index(f);
	}
}

static void damage_that_shows_up_late_is_repaired_then(void **state)
{
	struct fixture *f = *state;

	build(f);
	run_sql(f, "PRAGMA writable_schema = ON;"
		   "DELETE FROM part_fts_data WHERE id > 10;");
	refresh(f);
	assert_int_equal(f->report.unchanged, 4);
	assert_right_answers(f);
	put(f, "notes/b.md", "a queue\n");
	refresh(f);
	assert_int_equal(search(f, "queue"), 4);
}

static bool has_pairs(struct fixture *f, const struct index_file_state *of)
{
	struct config_pair *pairs;
	size_t count;

	return index_get_pairs(f->ix, "config", of, &f->mem, &pairs, &count);
}

/* Pairs are asked for before the files are looked at. */
static void damage_of_kept_pairs_is_repaired(void **state)
{
	static const struct config_pair pairs[] = { { "journal.title", "A" } };
	const struct index_file_state now = { 10, 20, 30, 40 };
	struct fixture *f = *state;

	build(f);
	open_index(f);
	assert_int_equal(
		index_put_pairs(f->ix, "config", &now, pairs, 1, &f->err), 0);
	close_index(f);
	open_index(f);
	assert_true(has_pairs(f, &now));
	close_index(f);
	run_sql(f, "UPDATE meta SET value = zeroblob(40) "
		   "WHERE key = 'pairs of config'");
	open_index(f);
	assert_false(has_pairs(f, &now));
	assert_int_equal(
		index_put_pairs(f->ix, "config", &now, pairs, 1, &f->err), 0);
	assert_true(has_pairs(f, &now));
	refresh(f);
	assert_right_answers(f);
}

static void refresh_in_a_process(struct fixture *f, int who)
{
	for (int i = 0; i < 10; i++) {
		AUTO(strbuf) path = STRBUF_INIT;
		AUTO(strbuf) text = STRBUF_INIT;

		strbuf_addf(&path, "notes/p%d-%d.md", who, i);
		strbuf_addf(&text, "unique%dx%d and common\n", who, i);
		put(f, path.buf, text.buf);
		reopen(f);
		strbuf_truncate(&text, text.len - strlen(" and common\n"));
		if (search(f, text.buf) != 1)
			_exit(1);
	}
	_exit(0);
}

static void processes_that_refresh_at_once_all_see_their_files(void **state)
{
	enum { PROCESSES = 3 };
	struct fixture *f = *state;
	int status;

	for (int i = 0; i < PROCESSES; i++) {
		pid_t pid = fork();

		assert_true(pid >= 0);
		if (!pid)
			refresh_in_a_process(f, i);
	}
	for (int i = 0; i < PROCESSES; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	refresh(f);
	assert_int_equal(search(f, "common"), PROCESSES * 10);
}

static void tables_that_another_process_emptied_are_noticed(void **state)
{
	struct fixture *f = *state;
	struct fixture other = { .index_path = STRBUF_INIT };

	put_journal(f);
	refresh(f);
	memcpy(other.root, f->root, sizeof(other.root));
	strbuf_addslice(&other.index_path, strbuf_slice(&f->index_path));
	run_sql(f, "PRAGMA user_version = 99");
	if (index_open(&other.ix, other.index_path.buf, &other.err))
		fail_msg("%s", other.err.text);
	assert_right_answers(f);
	index_close(other.ix);
	strbuf_release(&other.index_path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_empty_file_is_filled),
		TEST(zeros_are_replaced),
		TEST(garbage_is_replaced),
		TEST(a_cut_file_is_replaced),
		TEST(another_version_is_replaced),
		TEST(a_missing_table_is_made_again),
		TEST(somebody_elses_database_is_replaced),
		TEST(a_folder_in_its_place_is_no_failure),
		TEST(no_path_is_an_index_in_memory),
		TEST(a_folder_that_is_not_there_is_no_failure),
		TEST(a_file_that_another_process_locks_is_done_without),
		TEST(random_damage_gives_no_wrong_answer),
		TEST(damage_that_shows_up_late_is_repaired_then),
		TEST(damage_of_kept_pairs_is_repaired),
		TEST(processes_that_refresh_at_once_all_see_their_files),
		TEST(tables_that_another_process_emptied_are_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
