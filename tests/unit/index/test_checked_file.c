/* SPDX-License-Identifier: MIT */
/* What was not written by us is damage, and what SQLite leaves out is none. */
#include "core/index/checked_file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/attributes.h"

#define PAGE 4096

struct opened {
	char path[32];
	sqlite3_vfs *files;
	sqlite3 *db;
};

static void run(struct opened *o, const char *sql)
{
	char *message = NULL;

	if (sqlite3_exec(o->db, sql, NULL, NULL, &message))
		fail_msg("%s: %s", sql, message);
}

static int open_file(void **state)
{
	static struct opened o;
	int fd;

	o = (struct opened){ .path = "/tmp/hecto-checked-XXXXXX" };
	fd = mkstemp(o.path);
	if (fd < 0)
		return -1;
	close(fd);
	o.files = checked_file_system_new();
	*state = &o;
	return sqlite3_open_v2(o.path, &o.db,
			       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
			       o.files->zName);
}

static int close_file(void **state)
{
	struct opened *o = *state;

	sqlite3_close(o->db);
	checked_file_system_free(o->files);
	unlink(o->path);
	return 0;
}

/* Pages that are kept in memory, and more to read than those. */
static void make_tables(struct opened *o)
{
	checked_file_prepare(o->db);
	run(o, "PRAGMA page_size = 4096; PRAGMA cache_size = 200;"
	       "PRAGMA secure_delete = OFF;"
	       "CREATE TABLE much (id INTEGER PRIMARY KEY, n, text);"
	       "CREATE TABLE some (id INTEGER PRIMARY KEY, text);"
	       "WITH RECURSIVE c (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM c"
	       " WHERE i < 600) INSERT INTO much (n, text)"
	       " SELECT i, hex(randomblob(1500)) FROM c");
}

/*
 * The pages of the first text are given up unwritten, those of the second are
 * written to make room for others, and the third takes the first's.
 */
static void a_page_may_be_given_up_and_taken_again(void **state)
{
	struct opened *o = *state;

	make_tables(o);
	run(o, "BEGIN; INSERT INTO some VALUES (1, zeroblob(200000));"
	       "INSERT INTO some VALUES (2, hex(randomblob(100000)));"
	       "DELETE FROM some WHERE id = 1;"
	       "UPDATE much SET n = n + 1;"
	       "INSERT INTO some VALUES (3, hex(randomblob(100000)));"
	       "COMMIT");
	run(o, "PRAGMA integrity_check");
}

/* What a power cut leaves of a page that was never written to the disk. */
static void a_page_of_zeros_is_damage_to_who_reads(void **state)
{
	static const char zeros[PAGE];
	struct opened *o = *state;
	FILE *file;

	make_tables(o);
	file = fopen(o->path, "r+");
	assert_non_null(file);
	assert_int_equal(fseek(file, 300 * PAGE, SEEK_SET), 0);
	assert_int_equal(fwrite(zeros, 1, PAGE, file), PAGE);
	fclose(file);
	run(o, "PRAGMA shrink_memory");
	assert_int_equal(sqlite3_exec(o->db, "SELECT sum(length(text)) "
				      "FROM much", NULL, NULL, NULL),
			 SQLITE_CORRUPT);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_file, close_file)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_page_may_be_given_up_and_taken_again),
		TEST(a_page_of_zeros_is_damage_to_who_reads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
