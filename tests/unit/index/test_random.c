/* SPDX-License-Identifier: MIT */
/* After any changes the index is the one that would be built from nothing. */
#include "tests/unit/index/fixture.h"

#include <sqlite3.h>

/* Every table, without the ids, which depend on what came when. */
static const char *const dumps[] = {
	"SELECT path, kind, name, title, day, private, parts, tags, topics, "
	"days, numbers, round, minutes, written, zone, heading, heading_end, "
	"log, line, digest, flags, empty, summary FROM document ORDER BY path",

	"SELECT d.path, p.id - d.first_part, p.line, p.headings, p.topics, "
	"p.sections, hex(p.passages) FROM part p JOIN document d "
	"ON d.id = p.document ORDER BY 1, 2",

	"SELECT d.path, p.id - d.first_part, f.* FROM part_fts f JOIN part p "
	"ON p.id = f.rowid JOIN document d ON d.id = p.document ORDER BY 1, 2",

	"SELECT d.path, p.id - d.first_part, v.term, v.col, v.offset FROM v "
	"JOIN part p ON p.id = v.doc JOIN document d ON d.id = p.document "
	"ORDER BY 1, 2, 3, 4, 5",

	"SELECT m.topic, d.path, p.id - d.first_part, m.day, m.named, "
	"hex(m.passages), p.document = m.document FROM mention m "
	"JOIN part p ON p.id = m.part JOIN document d ON d.id = p.document "
	"ORDER BY 1, 2, 3",

	"SELECT y.day, d.path, y.studied, y.written, y.zone, y.minutes "
	"FROM day y JOIN document d ON d.id = y.document ORDER BY 1, 2",

	"SELECT t.name, d.path FROM tag t JOIN document d "
	"ON d.id = t.document ORDER BY 1, 2",

	"SELECT 'part', count(*) FROM part UNION ALL "
	"SELECT 'text', count(*) FROM part_fts UNION ALL "
	"SELECT 'mention', count(*) FROM mention UNION ALL "
	"SELECT 'day', count(*) FROM day UNION ALL "
	"SELECT 'tag', count(*) FROM tag",

	"SELECT path FROM folder ORDER BY path",
};

static void dump(const char *path, struct strbuf *out)
{
	sqlite3 *db;
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_exec(db,
		     "CREATE VIRTUAL TABLE temp.v USING "
		     "fts5vocab(main, part_fts, instance)",
		     NULL, NULL, NULL);
	for (size_t i = 0; i < ARRAY_SIZE(dumps); i++) {
		if (sqlite3_prepare_v2(db, dumps[i], -1, &st, NULL))
			fail_msg("%s", sqlite3_errmsg(db));
		while (sqlite3_step(st) == SQLITE_ROW) {
			for (int k = 0; k < sqlite3_column_count(st); k++) {
				const void *text = sqlite3_column_text(st, k);

				strbuf_addf(out, "%zu|%s", i,
					    text ? (const char *)text : "NULL");
			}
			strbuf_addch(out, '\n');
		}
		sqlite3_finalize(st);
	}
	sqlite3_close(db);
}

static void assert_same_as_new(struct fixture *f)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) grown = STRBUF_INIT;
	AUTO(strbuf) fresh = STRBUF_INIT;
	struct index_source source = { f->root, fixture_topics, f, "built-in",
				       NULL };
	struct index_refreshed report;
	struct index *ix;

	fixture_path(f, "fresh.db", &path);
	assert_int_equal(index_open(&ix, path.buf, &f->err), 0);
	assert_int_equal(index_refresh(ix, &source, &report, &f->err), 0);
	assert_true(report.rebuilt);
	index_close(ix);
	dump(f->index_path.buf, &grown);
	dump(path.buf, &fresh);
	assert_string_equal(grown.buf, fresh.buf);
	take_away(f, "fresh.db");
	strbuf_addstr(&path, "-wal");
	unlink(path.buf);
}

struct dice {
	unsigned seed;
};

static unsigned throw_dice(struct dice *d, unsigned sides)
{
	d->seed = d->seed * 1103515245u + 12345u;
	return (d->seed >> 16) % sides;
}

static const char *random_path(struct dice *d)
{
	static const char *const paths[] = {
		"log/2022/2022-07-04.md",
		"log/2022/2022-07-05.md",
		"log/2022/2022-07-05-2.md",
		"log/2023/2023-01-01.md",
		"log/undated/R1D001.md",
		"log/undated/entry.md",
		"notes/a.md",
		"notes/b.txt",
		"notes/deep/er/c.md",
		"notes/deep/d.md",
		"plans/p.md",
		"notes/zettel",
	};

	return paths[throw_dice(d, ARRAY_SIZE(paths))];
}

static void random_text(struct dice *d, struct strbuf *out)
{
	static const char *const lines[] = {
		"# Amazon Kinesis\n",
		"## Part two\n",
		"### DynamoDB\n",
		"**What I learned**:\n",
		"**Thoughts:** it went well\n",
		"- AWS Lambda\n",
		"  - it has a timeout\n",
		"    - of minutes\n",
		"- S3 and SQS\n",
		"\n",
		"plain words here\n",
		"```\ncode about lambda\n```\n",
		"| SNS | cell |\n",
		"the end, naïve and 日本\n",
		"word\x01with\x02marks\n",
	};

	if (throw_dice(d, 2))
		strbuf_addf(out,
			    "---\ndate: 2022-%02u-%02u\nminutes: %u\n"
			    "tags: [t%u, t%u]\n---\n",
			    1 + throw_dice(d, 12), 1 + throw_dice(d, 28),
			    throw_dice(d, 90), throw_dice(d, 4),
			    throw_dice(d, 4));
	for (unsigned n = throw_dice(d, 20); n; n--)
		strbuf_addstr(out, lines[throw_dice(d, ARRAY_SIZE(lines))]);
}

static void write_something(struct fixture *f, struct dice *d)
{
	AUTO(strbuf) text = STRBUF_INIT;

	random_text(d, &text);
	put(f, random_path(d), text.buf);
}

static void remove_something(struct fixture *f, struct dice *d)
{
	AUTO(strbuf) full = STRBUF_INIT;

	fixture_path(f, random_path(d), &full);
	unlink(full.buf);
}

static void rename_something(struct fixture *f, struct dice *d)
{
	AUTO(strbuf) from = STRBUF_INIT;
	AUTO(strbuf) to = STRBUF_INIT;

	fixture_path(f, random_path(d), &from);
	fixture_path(f, random_path(d), &to);
	if (rename(from.buf, to.buf))
		write_something(f, d);
}

/* Another content of the same size with the same time of modification. */
static void disguise_something(struct fixture *f, struct dice *d)
{
	AUTO(strbuf) full = STRBUF_INIT;
	struct timespec times[2];
	struct stat st;
	int fd;

	fixture_path(f, random_path(d), &full);
	if (stat(full.buf, &st) || !st.st_size)
		return;
	fd = open(full.buf, O_WRONLY);
	assert_true(fd >= 0);
	if (pwrite(fd, throw_dice(d, 2) ? "X" : "\n", 1,
		   throw_dice(d, (unsigned)st.st_size)) != 1)
		fail();
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	futimens(fd, times);
	close(fd);
}

static void change_something(struct fixture *f, struct dice *d)
{
	static void (*const changes[])(struct fixture *, struct dice *) = {
		write_something,  write_something,    write_something,
		remove_something, disguise_something, rename_something,
	};

	changes[throw_dice(d, ARRAY_SIZE(changes))](f, d);
}

static void a_refreshed_index_is_like_a_new_one(void **state)
{
	struct fixture *f = *state;
	struct dice d = { 42 };

	for (int i = 1; i <= 300; i++) {
		change_something(f, &d);
		if (throw_dice(&d, 3))
			refresh(f);
		if (!throw_dice(&d, 10))
			reopen(f);
		if (i % 15)
			continue;
		refresh(f);
		assert_same_as_new(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_refreshed_index_is_like_a_new_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
