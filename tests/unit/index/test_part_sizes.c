/* SPDX-License-Identifier: MIT */
/* How many tokens parts have, and the ranks that are made of it. */
#include "tests/unit/index/fixture.h"

#include <math.h>

#include "core/index/part_sizes.h"
#include "core/index/ranking.h"

static size_t size_of(struct index *ix, int64_t part, struct size_block *block)
{
	size_t size;

	assert_int_equal(part_size_get(ix, part, block, &size), 0);
	return size;
}

static void write_sizes(struct index *ix, const int64_t *parts,
			const size_t *sizes, size_t count)
{
	AUTO(part_sizes) all = PART_SIZES_INIT;

	for (size_t i = 0; i < count; i++)
		part_sizes_add(&all, parts[i], sizes[i]);
	assert_int_equal(database_begin(ix), 0);
	assert_int_equal(part_sizes_write(&all, ix), 0);
	assert_int_equal(database_commit(ix), 0);
}

static void sizes_are_found_again_in_whatever_block_they_are(void **state)
{
	static const int64_t parts[] = { 1, 999, 1000, 1001, 70000 };
	static const size_t sizes[] = { 7, 8, 9, 10, 11 };
	struct fixture *f = *state;
	struct size_block block = { .number = -1 };

	open_index(f);
	write_sizes(f->ix, parts, sizes, ARRAY_SIZE(parts));
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		assert_int_equal(size_of(f->ix, parts[i], &block), sizes[i]);
}

static void what_is_added_later_leaves_the_others(void **state)
{
	static const int64_t before[] = { 1, 3 }, after[] = { 2, 3 };
	static const size_t sizes[] = { 5, 6 }, larger[] = { 7, 8 };
	struct fixture *f = *state;
	struct size_block block = { .number = -1 };

	open_index(f);
	write_sizes(f->ix, before, sizes, 2);
	write_sizes(f->ix, after, larger, 2);
	assert_int_equal(size_of(f->ix, 1, &block), 5);
	assert_int_equal(size_of(f->ix, 2, &block), 7);
	assert_int_equal(size_of(f->ix, 3, &block), 8);
}

static void a_size_that_nobody_wrote_is_none(void **state)
{
	struct fixture *f = *state;
	struct size_block block = { .number = -1 };

	open_index(f);
	assert_int_equal(size_of(f->ix, 12, &block), 0);
	assert_int_equal(size_of(f->ix, -12, &block), 0);
	assert_int_equal(size_of(f->ix, INT64_MAX, &block), 0);
}

static void the_largest_size_stands_for_all_beyond(void **state)
{
	static const int64_t part = 4;
	static const size_t size = 100000;
	struct fixture *f = *state;
	struct size_block block = { .number = -1 };

	open_index(f);
	write_sizes(f->ix, &part, &size, 1);
	assert_int_equal(size_of(f->ix, 4, &block), SIZE_MOST);
}

/* SQLite's own bm25(), with the same weights, on a table that has the sizes. */
static const char bm25[] =
	"CREATE VIRTUAL TABLE temp.theirs USING fts5 (title, heading, progress, "
	"learned, thoughts, links, questions, body, address, "
	"tokenize = '" TOKENIZER "');"
	"INSERT INTO theirs (rowid, title, heading, progress, learned, thoughts, "
	"links, questions, body, address) "
	"SELECT id, c0, c1, c2, c3, c4, c5, c6, c7, c8 "
	"FROM part_fts_content";

static sqlite3_stmt *ranks_of(sqlite3 *db, const char *expression)
{
	static const char both[] =
		"SELECT o.rank, t.rank FROM (SELECT rowid AS id, " RANKING
		"(part_fts) AS rank FROM part_fts WHERE part_fts MATCH ?1) o "
		"JOIN (SELECT rowid AS id, bm25(theirs, 5, 4, 1.2, 1.5, 1, 1, "
		"1, 1, 0.1) AS rank FROM theirs WHERE theirs MATCH ?1) t "
		"ON t.id = o.id";
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_prepare_v2(db, both, -1, &st, NULL),
			 SQLITE_OK);
	sqlite3_bind_text(st, 1, expression, -1, SQLITE_STATIC);
	return st;
}

/* `alike`: but for a factor that all have in common. */
static void assert_ranks_are_theirs(sqlite3 *db, const char *expression,
				    bool alike)
{
	sqlite3_stmt *st = ranks_of(db, expression);
	double factor = 1;
	int rows = 0;

	for (; sqlite3_step(st) == SQLITE_ROW; rows++) {
		double ours = sqlite3_column_double(st, 0);
		double theirs = sqlite3_column_double(st, 1);

		assert_true(ours < 0);
		if (alike && !rows)
			factor = ours / theirs;
		assert_true(fabs(theirs * factor / ours - 1) < 1e-9);
	}
	assert_int_equal(sqlite3_finalize(st), SQLITE_OK);
	assert_true(rows > 1);
}

static void parts_are_ranked_as_sqlite_would(void **state)
{
	struct fixture *f = *state;
	sqlite3 *db;

	put_journal(f);
	for (char name[] = "notes/a.md"; name[6] < 'e'; name[6]++)
		put(f, name, "# Other\n\nNothing that anybody looks for.\n");
	refresh(f);
	db = f->ix->db;
	assert_int_equal(sqlite3_exec(db, bm25, NULL, NULL, NULL), SQLITE_OK);
	assert_ranks_are_theirs(db, "queue OR dynamodb", false);
	assert_ranks_are_theirs(db, "\"a day\" OR queue OR str *", false);
	assert_ranks_are_theirs(db, "queue", true);
	assert_ranks_are_theirs(db, "{learned body} : a", true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(sizes_are_found_again_in_whatever_block_they_are),
		TEST(what_is_added_later_leaves_the_others),
		TEST(a_size_that_nobody_wrote_is_none),
		TEST(the_largest_size_stands_for_all_beyond),
		TEST(parts_are_ranked_as_sqlite_would),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
