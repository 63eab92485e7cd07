/* SPDX-License-Identifier: MIT */
/* The vocabulary as it is read from FTS5's pages, against its own table. */
#include "core/index/terms.h"
#include "tests/unit/index/fixture.h"

#include "core/base/strset.h"

struct heard {
	struct strset terms;
	size_t count, most;
};

static int hear(void *arg, struct str term)
{
	struct heard *h = arg;

	strset_put(&h->terms, term, 0);
	return ++h->count == h->most;
}

/* Each of the table is told, and what else is told is nowhere. */
static void assert_same_terms(struct fixture *f)
{
	struct heard h = { .terms = STRSET_INIT };
	sqlite3_stmt *st = database_get(f->ix, SQL_TERMS);
	size_t count = 0, nowhere = 0;
	int64_t documents;

	assert_int_equal(terms_walk(f->ix, hear, &h), 0);
	while (database_step(f->ix, st) > 0) {
		if (!strset_has(&h.terms, column_borrow(st, 0)))
			fail_msg("'%s' is not told",
				 column_string(st, 0, &f->mem));
		count++;
	}
	assert_int_equal(database_end(st, 0), 0);
	for (size_t i = 0; i < h.terms.size; i++) {
		const char *term = h.terms.slots[i].key;

		if (!term)
			continue;
		assert_int_equal(term_documents(f->ix, str_of(term),
						&documents), 0);
		nowhere += !documents;
	}
	assert_int_equal(h.terms.count - nowhere, count);
	assert_true(count > 0);
	strset_release(&h.terms);
}

/* Common words, so that their places go on for pages; words that begin alike;
 * long ones, and some in other scripts. */
static void add_text(struct strbuf *out, unsigned *seed)
{
	strbuf_addstr(out, "# Notes on the queue\n\n");
	for (int i = rand_r(seed) % 300; i >= 0; i--) {
		unsigned n = (unsigned)rand_r(seed);

		strbuf_addf(out, "the queue w%ux%x ", n % 5000, n % 977);
		if (n % 97 == 0)
			for (unsigned k = n % 300; k; k--)
				strbuf_addch(out, (char)('a' + n % 26));
		if (n % 31 == 0)
			strbuf_addf(out, " größe東京%u", n % 7);
	}
	strbuf_addch(out, '\n');
}

static void all_terms_are_told_after_any_change(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 3;

	for (int round = 0; round < 6; round++) {
		for (int i = 0; i < 20; i++) {
			AUTO(strbuf) text = STRBUF_INIT;
			char path[32];

			snprintf(path, sizeof(path), "notes/%d.md",
				 rand_r(&seed) % 120);
			add_text(&text, &seed);
			put(f, path, text.buf);
		}
		refresh(f);
		assert_same_terms(f);
	}
}

static void a_walk_ends_when_it_is_told_to(void **state)
{
	struct fixture *f = *state;
	struct heard h = { .terms = STRSET_INIT, .most = 2 };

	put_journal(f);
	refresh(f);
	assert_int_equal(terms_walk(f->ix, hear, &h), 0);
	assert_int_equal(h.count, 2);
	strset_release(&h.terms);
}

static void write_page(struct fixture *f, struct str page)
{
	sqlite3_stmt *st;

	sqlite3_db_config(f->ix->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	assert_int_equal(sqlite3_prepare_v2(f->ix->db,
					    "UPDATE part_fts_data SET block = "
					    "?1 WHERE id >= 137438953472", -1,
					    &st, NULL), 0);
	bind_blob(st, 1, page);
	assert_int_equal(sqlite3_step(st), SQLITE_DONE);
	sqlite3_finalize(st);
}

static void whatever_is_in_a_page_is_passed_over(void **state)
{
	struct fixture *f = *state;
	unsigned seed = 1;

	put_journal(f);
	refresh(f);
	for (int i = 0; i < 500; i++) {
		struct heard h = { .terms = STRSET_INIT };
		char page[64];
		size_t len = (size_t)rand_r(&seed) % sizeof(page);

		for (size_t k = 0; k < len; k++)
			page[k] = (char)(rand_r(&seed) %
					 (rand_r(&seed) % 2 ? 256 : 40));
		if (len > 2)
			page[2] = 0;
		write_page(f, (struct str){ page, len });
		assert_int_equal(terms_walk(f->ix, hear, &h), 0);
		strset_release(&h.terms);
	}
}

static void of_an_unknown_version_the_table_is_asked(void **state)
{
	struct fixture *f = *state;

	put_journal(f);
	refresh(f);
	sqlite3_db_config(f->ix->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	assert_int_equal(sqlite3_exec(f->ix->db, "UPDATE part_fts_config SET "
				      "v = 5 WHERE k = 'version'", NULL, NULL,
				      NULL), 0);
	assert_same_terms(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(all_terms_are_told_after_any_change),
		TEST(a_walk_ends_when_it_is_told_to),
		TEST(whatever_is_in_a_page_is_passed_over),
		TEST(of_an_unknown_version_the_table_is_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
