/* SPDX-License-Identifier: MIT */
/* Stems as SQLite's own porter makes them, over words made up of parts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sqlite3.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/text/tokens.h"

static const char *const beginnings[] = {
	"", "a", "b", "ab", "oy", "hop", "fizz", "y", "syl", "trou", "connect",
	"adop", "re", "contro", "tea", "quy", "ess", "xx", "generali", "bl",
};
static const char *const middles[] = {
	"", "at", "bl", "iz", "l", "ll", "s", "ss", "t", "e", "y", "ck", "w",
	"ion", "tt", "iv", "ous", "ali", "ement", "log", "r", "u", "o",
};
static const char *const endings[] = {
	"", "s", "es", "ies", "sses", "ed", "eed", "ing", "y", "e", "ational",
	"tional", "enci", "anci", "izer", "logi", "bli", "alli", "entli", "eli",
	"ousli", "ization", "ation", "ator", "alism", "iveness", "fulness",
	"ousness", "aliti", "iviti", "biliti", "icate", "ative", "alize",
	"iciti", "ical", "ful", "ness", "al", "ance", "ence", "er", "ic",
	"able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism",
	"ate", "iti", "ous", "ive", "ize", "ll", "ings", "edly", "lessness",
};

static void run(sqlite3 *db, const char *sql)
{
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
}

static int copy_token(void *arg, const struct token *t)
{
	strbuf_addslice(arg, t->text);
	return 0;
}

/* Every word a row, whose number says which it is. */
static void put_words(sqlite3 *db, struct strbuf *words)
{
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_prepare_v2(
		db, "INSERT INTO w (rowid, t) VALUES (?, ?)", -1, &st, NULL),
		SQLITE_OK);
	for (size_t i = 0; i < ARRAY_SIZE(beginnings); i++)
		for (size_t k = 0; k < ARRAY_SIZE(middles); k++)
			for (size_t m = 0; m < ARRAY_SIZE(endings); m++) {
				size_t start = words->len;

				strbuf_addf(words, "%s%s%s", beginnings[i],
					    middles[k], endings[m]);
				sqlite3_bind_int64(st, 1, (int64_t)start);
				sqlite3_bind_text(st, 2, words->buf + start, -1,
						  SQLITE_TRANSIENT);
				strbuf_addch(words, '\n');
				assert_int_equal(sqlite3_step(st), SQLITE_DONE);
				sqlite3_reset(st);
			}
	sqlite3_finalize(st);
}

static void compare(struct str word, const char *theirs)
{
	AUTO(strbuf) ours = STRBUF_INIT;

	tokens_walk(word, false, copy_token, &ours);
	if (!str_is(strbuf_slice(&ours), theirs))
		fail_msg("'%.*s' is '%s', and '%s' to SQLite", (int)word.len,
			 word.s, ours.buf, theirs);
}

static void stems_are_those_of_sqlite(void **state)
{
	AUTO(strbuf) words = STRBUF_INIT;
	sqlite3 *db = NULL;
	sqlite3_stmt *st;
	size_t seen = 0;

	(void)state;
	assert_int_equal(sqlite3_open(":memory:", &db), SQLITE_OK);
	run(db, "CREATE VIRTUAL TABLE w USING fts5 (t, tokenize = 'porter');"
		"CREATE VIRTUAL TABLE v USING fts5vocab (w, instance); BEGIN");
	put_words(db, &words);
	assert_int_equal(sqlite3_prepare_v2(db, "SELECT doc, term FROM v", -1,
					    &st, NULL), SQLITE_OK);
	for (; sqlite3_step(st) == SQLITE_ROW; seen++) {
		struct str rest = str_from(strbuf_slice(&words),
				(size_t)sqlite3_column_int64(st, 0));

		compare(str_next_line(&rest),
			(const char *)sqlite3_column_text(st, 1));
	}
	assert_true(seen > 20000);
	sqlite3_finalize(st);
	sqlite3_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stems_are_those_of_sqlite),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
