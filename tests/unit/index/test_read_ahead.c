/* SPDX-License-Identifier: MIT */
/* What is read ahead of the writer is what is read without a helper. */
#include "tests/unit/index/fixture.h"

#include <sched.h>
#include <signal.h>
#include <sqlite3.h>
#include <sys/resource.h>

#include "core/index/read_ahead.h"

#define MANY 60

static cpu_set_t all_processors;

static void use_one_processor(void)
{
	cpu_set_t one;
	size_t cpu = 0;

	while (!CPU_ISSET(cpu, &all_processors))
		cpu++;
	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	assert_int_equal(sched_setaffinity(0, sizeof(one), &one), 0);
}

static void use_all_processors(void)
{
	assert_int_equal(sched_setaffinity(0, sizeof(all_processors),
					   &all_processors), 0);
}

static int find_processors(void **state)
{
	if (sched_getaffinity(0, sizeof(all_processors), &all_processors))
		return -1;
	return fixture_setup(state);
}

/* A test that failed may have left one. */
static int give_processors_back(void **state)
{
	sched_setaffinity(0, sizeof(all_processors), &all_processors);
	return fixture_teardown(state);
}

/* --- two indexes ---------------------------------------------------------- */

static void put_entry(struct fixture *f, unsigned n)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addf(&path, "log/2022/2022-%02u-%02u.md", 1 + n / 28,
		    1 + n % 28);
	strbuf_addf(&text,
		    "---\ntags: [t%u, streams]\n---\n**Progress**: day %u of "
		    "Amazon Kinesis and [[Shards]].\n\n- a shard is a "
		    "sequence of records\n- why does SQS not keep them?\n",
		    n % 7, n);
	if (n % 5 == 0)
		strbuf_addstr(&text, "\nna\xefve bytes\n");
	if (n % 9 == 0)
		for (unsigned i = 0; i < 3000; i++)
			strbuf_addf(&text, "- item %u of a long list of S3\n",
				    i);
	put(f, path.buf, n % 11 ? text.buf : "");
}

static void put_many(struct fixture *f)
{
	put_journal(f);
	for (unsigned i = 0; i < MANY; i++)
		put_entry(f, i);
	put(f, "notes/shards.md", "---\naliases: [Splits]\n---\n# Shards\n\n"
	    "## Of streams\n\nSee [[Messaging]].\n\n## Of others\n\nNone.\n");
}

static void forget_names(void *arg UNUSED, struct str names UNUSED)
{
}

static void build(struct fixture *f, const char *name, struct strbuf *path)
{
	struct index_source source = fixture_source(f, "built-in");
	struct index *ix;

	source.derived = forget_names;
	fixture_path(f, name, path);
	if (index_open(&ix, path->buf, &f->err) ||
	    index_refresh(ix, &source, &f->report, &f->err))
		fail_msg("%s", f->err.text);
	index_close(ix);
}

static const char *const tables[] = {
	"document ORDER BY id", "part ORDER BY id", "size", "day", "span",
	"tag", "name", "mention", "topic", "link", "called",
	"part_fts_content ORDER BY id", "part_fts_data ORDER BY id",
	"part_fts_idx",
	"meta WHERE key NOT IN ('born', 'generation', 'watched', 'on-disk', "
	"'before')",
};

static void add_rows(struct strbuf *out, sqlite3 *db, const char *table)
{
	AUTO(strbuf) sql = STRBUF_INIT;
	sqlite3_stmt *st;

	strbuf_addf(&sql, "SELECT * FROM %s", table);
	if (sqlite3_prepare_v2(db, sql.buf, -1, &st, NULL))
		fail_msg("%s", sqlite3_errmsg(db));
	while (sqlite3_step(st) == SQLITE_ROW)
		for (int k = 0; k < sqlite3_column_count(st); k++) {
			const void *value = sqlite3_column_blob(st, k);
			int len = sqlite3_column_bytes(st, k);

			strbuf_addf(out, "|%d,%d:", sqlite3_column_type(st, k),
				    len);
			if (len)
				strbuf_add(out, value, (size_t)len);
		}
	sqlite3_finalize(st);
}

static void assert_same_rows(const char *one, const char *other)
{
	sqlite3 *a, *b;

	assert_int_equal(sqlite3_open(one, &a), SQLITE_OK);
	assert_int_equal(sqlite3_open(other, &b), SQLITE_OK);
	for (size_t i = 0; i < ARRAY_SIZE(tables); i++) {
		AUTO(strbuf) x = STRBUF_INIT;
		AUTO(strbuf) y = STRBUF_INIT;

		add_rows(&x, a, tables[i]);
		add_rows(&y, b, tables[i]);
		assert_true(x.len > 0);
		if (!str_eq(strbuf_slice(&x), strbuf_slice(&y)))
			fail_msg("other rows of %s", tables[i]);
	}
	sqlite3_close(a);
	sqlite3_close(b);
}

static void what_is_read_ahead_is_what_is_read_alone(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) alone = STRBUF_INIT;
	AUTO(strbuf) helped = STRBUF_INIT;

	put_many(f);
	use_one_processor();
	build(f, "alone.db", &alone);
	use_all_processors();
	build(f, "helped.db", &helped);
	assert_int_equal(f->report.read, MANY + 5);
	assert_same_rows(alone.buf, helped.buf);
}

/* --- failing in the middle ------------------------------------------------ */

/* More than is kept of the file in memory, so that it is written meanwhile; in
 * few passages, for each of them takes long to read. */
static void put_much(struct fixture *f)
{
	AUTO(strbuf) text = STRBUF_INIT;

	for (unsigned i = 0; i < 4000; i++)
		strbuf_addf(&text, "%ssome words %u about a queue\n",
			    i % 40 ? "  " : "- ", i);
	for (unsigned i = 0; i < MANY; i++) {
		AUTO(strbuf) path = STRBUF_INIT;

		strbuf_addf(&path, "notes/n%u.md", i);
		put(f, path.buf, text.buf);
	}
}

/* Where the file cannot be written, an index in memory answers. */
static void a_write_that_fails_in_the_middle_ends_the_reading(void **state)
{
	struct fixture *f = *state;
	struct rlimit before, tight;
	struct stat st;

	put_much(f);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
	tight = (struct rlimit){ 1 << 20, before.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
	refresh(f);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	assert_int_equal(f->report.read, MANY);
	assert_int_equal(search(f, "queue"), MANY);
	close_index(f);
	assert_int_equal(stat(f->index_path.buf, &st), 0);
	assert_true(st.st_size <= 1 << 20);
	refresh(f);
	assert_int_equal(search(f, "queue"), MANY);
}

/* By the header of the file: "Database File Format", 1.3.3. */
static bool has_log(const struct fixture *f)
{
	char header[20];
	int fd = open(f->index_path.buf, O_RDONLY);

	assert_true(fd >= 0);
	assert_int_equal(read(fd, header, sizeof(header)), sizeof(header));
	close(fd);
	return header[18] == 2;
}

/* A log would take all that is written first, and the file after it. */
static void what_is_kept_before_the_first_build_begins_no_log(void **state)
{
	const struct index_file_state none = { -1, 0, 0, 0 };
	struct fixture *f = *state;

	open_index(f);
	assert_int_equal(index_put_pairs(f->ix, "config", &none, NULL, 0,
					 &f->err), 0);
	assert_false(has_log(f));
	refresh(f);
	assert_true(has_log(f));
}

/* --- documents by themselves ---------------------------------------------- */

struct reading {
	struct index ix;
	struct refresh refresh;
	struct seen_file file;
	struct change changes[MANY];
};

static struct reading *reading_of_entries(struct fixture *f)
{
	struct reading *r = arena_alloc(&f->mem, sizeof(*r));

	r->ix.tree = (struct beneath)BENEATH_INIT;
	assert_int_equal(beneath_open(&r->ix.tree, f->root, &f->err), 0);
	for (unsigned i = 0; i < MANY; i++)
		r->changes[i] = (struct change){
			.work = i % 8 == 3 ? WORK_REMOVE : WORK_READ,
			.path = arena_printf(&f->mem,
					     "log/2022/2022-%02u-%02u.md",
					     1 + i / 28, 1 + i % 28),
			.file = &r->file,
		};
	r->refresh = (struct refresh){ .ix = &r->ix,
				       .changes = r->changes,
				       .count = MANY };
	return r;
}

/* So many of them are taken at most; how many there were. */
static unsigned read_some(struct reading *r, unsigned most)
{
	struct read_ahead *a =
		read_ahead_begin(&r->refresh, READ_ROWS, NULL);
	struct document_read *d;
	unsigned n = 0;

	for (size_t i = 0; n < most && (d = read_ahead_next(a)); i++, n++) {
		while (r->changes[i].work != WORK_READ)
			i++;
		assert_ptr_equal(d->change, &r->changes[i]);
		assert_string_equal(d->rows.doc.path, r->changes[i].path);
	}
	read_ahead_end(a);
	return n;
}

static void one_may_stop_at_any_document(void **state)
{
	struct fixture *f = *state;
	struct reading *r;
	unsigned count = 0;

	for (unsigned i = 0; i < MANY; i++)
		put_entry(f, i);
	r = reading_of_entries(f);
	for (unsigned i = 0; i < MANY; i++)
		count += r->changes[i].work == WORK_READ;
	for (unsigned most = 0; most <= count; most += 1 + most / 3)
		assert_int_equal(read_some(r, most), most);
	assert_int_equal(read_some(r, MANY), count);
	beneath_release(&r->ix.tree);
}

/* What is no longer there when it is read has no words. */
static void a_file_that_went_away_is_an_empty_document(void **state)
{
	struct fixture *f = *state;
	struct reading *r;
	struct read_ahead *a;
	struct document_read *d;
	unsigned n = 0;

	put_entry(f, 1);
	r = reading_of_entries(f);
	a = read_ahead_begin(&r->refresh, READ_NAMES, NULL);
	while ((d = read_ahead_next(a)))
		n += d->bytes.len > 0;
	assert_null(read_ahead_next(a));
	read_ahead_end(a);
	assert_int_equal(n, 1);
	beneath_release(&r->ix.tree);
}

int main(void)
{
#define TEST_READ(name)                                                        \
	cmocka_unit_test_setup_teardown(name, find_processors,                 \
					give_processors_back)
	const struct CMUnitTest tests[] = {
		TEST_READ(what_is_read_ahead_is_what_is_read_alone),
		TEST_READ(a_write_that_fails_in_the_middle_ends_the_reading),
		TEST_READ(what_is_kept_before_the_first_build_begins_no_log),
		TEST_READ(one_may_stop_at_any_document),
		TEST_READ(a_file_that_went_away_is_an_empty_document),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
