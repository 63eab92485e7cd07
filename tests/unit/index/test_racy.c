/* SPDX-License-Identifier: MIT */
/*
 * Files that are written twice within a tick of the clock that stamps them.
 * Kernels with finer stamps show no such pair, so the record is made as it
 * would be after one.
 */
#include "tests/unit/index/fixture.h"

#include <sqlite3.h>

#include "core/base/file_state.h"
#include "core/index/scan.h"

static void open_record(struct fixture *f, sqlite3 **db, sqlite3_stmt **st,
			const char *sql)
{
	assert_int_equal(sqlite3_open(f->index_path.buf, db), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(*db, sql, -1, st, NULL), SQLITE_OK);
}

/* The one file on record of notes/. */
static struct listed_file recorded(struct fixture *f)
{
	struct listed_file out = { STR_NONE, 0, 0 };
	struct str listing;
	sqlite3_stmt *st;
	sqlite3 *db;

	open_record(f, &db, &st,
		    "SELECT listing FROM folder WHERE path = 'notes'");
	assert_int_equal(sqlite3_step(st), SQLITE_ROW);
	listing = arena_str(&f->mem, (struct str){
		sqlite3_column_blob(st, 0), (size_t)sqlite3_column_bytes(st, 0)
	});
	assert_true(listing_next(&listing, &out));
	sqlite3_finalize(st);
	sqlite3_close(db);
	return out;
}

static void record(struct fixture *f, const struct seen_file *file)
{
	AUTO(strbuf) listing = STRBUF_INIT;
	sqlite3_stmt *st;
	sqlite3 *db;

	listing_add(&listing, file);
	open_record(f, &db, &st,
		    "UPDATE folder SET listing = ?1 WHERE path = 'notes'");
	sqlite3_bind_blob(st, 1, listing.buf, (int)listing.len,
			  SQLITE_TRANSIENT);
	assert_int_equal(sqlite3_step(st), SQLITE_DONE);
	sqlite3_finalize(st);
	sqlite3_close(db);
}

static void a_file_of_this_moment_is_recorded_with_its_content(void **state)
{
	struct fixture *f = *state;

	/* A machine may be busy for longer than a tick. */
	for (int i = 0; i < 100; i++) {
		put(f, "notes/a.md", i % 2 ? "word alpha\n" : "word omega\n");
		refresh(f);
		if (recorded(f).digest)
			return;
	}
	fail_msg("the record never tells that the file may change unseen");
}

static void an_old_file_is_recorded_by_its_times(void **state)
{
	struct fixture *f = *state;

	put(f, "notes/a.md", "word alpha\n");
	usleep(100000);
	refresh(f);
	assert_int_equal(recorded(f).digest, 0);
}

static void another_content_with_the_same_times_is_seen(void **state)
{
	struct fixture *f = *state;
	struct seen_file same = {
		.name = "a.md",
		.digest = digest_content(STR("word alpha\n")),
	};
	AUTO(strbuf) full = STRBUF_INIT;
	struct stat st;

	put(f, "notes/a.md", "word alpha\n");
	refresh(f);
	assert_int_equal(search(f, "alpha"), 1);
	put(f, "notes/a.md", "word omega\n");
	fixture_path(f, "notes/a.md", &full);
	assert_int_equal(stat(full.buf, &st), 0);
	same.state = file_state(&st) & ~UINT64_C(1);
	record(f, &same);
	refresh(f);
	assert_int_equal(search(f, "alpha"), 0);
	assert_int_equal(search(f, "omega"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_file_of_this_moment_is_recorded_with_its_content),
		TEST(an_old_file_is_recorded_by_its_times),
		TEST(another_content_with_the_same_times_is_seen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
