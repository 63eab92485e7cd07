/* SPDX-License-Identifier: MIT */
/* Writing the log of an index back, by a process that has time. */
#include "tests/unit/index/fixture.h"

static off_t size_of(const struct fixture *f, const char *suffix)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct stat st;

	strbuf_addf(&path, "%s%s", f->index_path.buf, suffix);
	return stat(path.buf, &st) ? -1 : st.st_size;
}

static void write_file(const struct fixture *f, const char *suffix,
		       const char *text)
{
	AUTO(strbuf) path = STRBUF_INIT;
	int fd;

	strbuf_addf(&path, "%s%s", f->index_path.buf, suffix);
	fd = open(path.buf, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(file_write_fd(fd, str_of(text)), 0);
	close(fd);
}

/* What was added after the first build stands in the log. */
static void build(struct fixture *f)
{
	put_journal(f);
	refresh(f);
	put(f, "notes/new.md", "a word like zebra\n");
	refresh(f);
	assert_true(size_of(f, "-wal") > 0);
}

static void the_log_is_empty_and_the_index_as_it_was(void **state)
{
	struct fixture *f = *state;

	build(f);
	close_index(f);
	index_write_back(f->index_path.buf);
	assert_int_equal(size_of(f, "-wal"), 0);
	refresh(f);
	assert_false(f->report.rebuilt);
	assert_int_equal(f->report.read, 0);
	assert_int_equal(search(f, "zebra"), 1);
}

static void who_has_the_index_open_reads_on(void **state)
{
	struct fixture *f = *state;

	build(f);
	index_write_back(f->index_path.buf);
	assert_int_equal(search(f, "zebra"), 1);
	put(f, "notes/newer.md", "a word like okapi\n");
	refresh(f);
	assert_false(f->report.rebuilt);
	assert_int_equal(search(f, "okapi"), 1);
}

static void where_there_is_no_index_none_is_made(void **state)
{
	struct fixture *f = *state;

	close_index(f);
	unlink(f->index_path.buf);
	index_write_back(f->index_path.buf);
	assert_int_equal(size_of(f, ""), -1);
}

static void a_file_that_is_no_index_stays_as_it_is(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) bytes = STRBUF_INIT;

	close_index(f);
	write_file(f, "", "not a database\n");
	write_file(f, "-wal", "nor its log\n");
	index_write_back(f->index_path.buf);
	assert_int_equal(file_read(&bytes, f->index_path.buf, 1000, &f->err),
			 0);
	assert_string_equal(bytes.buf, "not a database\n");
	assert_int_equal(size_of(f, "-wal"), 12);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_log_is_empty_and_the_index_as_it_was),
		TEST(who_has_the_index_open_reads_on),
		TEST(where_there_is_no_index_none_is_made),
		TEST(a_file_that_is_no_index_stays_as_it_is),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
