/* SPDX-License-Identifier: MIT */
/* Random changes of a journal, after which its index is to be the one that would
 * be built from nothing. */
#ifndef TESTS_UNIT_INDEX_CHANGES_H
#define TESTS_UNIT_INDEX_CHANGES_H

#include "tests/unit/index/fixture.h"

#include <sqlite3.h>
#include <sys/wait.h>

/* Every table, without the ids, which depend on what came when. */
static const char *const dumps[] = {
	"SELECT path, kind, name, title, day, private, parts, tags, topics, "
	"days, numbers, round, minutes, written, zone, heading, heading_end, "
	"log, line, digest, flags, empty, summary FROM document ORDER BY path",

	"SELECT d.path, p.id - d.first_part, p.line, p.headings, p.topics, "
	"p.sections, hex(p.passages), hex(p.marks) FROM part p JOIN document d "
	"ON d.id = p.document ORDER BY 1, 2",

	"SELECT d.path, p.id - d.first_part, f.* FROM part_fts f JOIN part p "
	"ON p.id = f.rowid JOIN document d ON d.id = p.document ORDER BY 1, 2",

	"SELECT d.path, p.id - d.first_part, v.term, v.col, v.offset FROM v "
	"JOIN part p ON p.id = v.doc JOIN document d ON d.id = p.document "
	"ORDER BY 1, 2, 3, 4, 5",

	"SELECT m.topic, d.path, p.id - d.first_part, m.day, m.named, "
	"m.columns, hex(m.passages), p.document = m.document FROM mention m "
	"JOIN part p ON p.id = m.part JOIN document d ON d.id = p.document "
	"ORDER BY 1, 2, 3",

	"SELECT y.day, d.path, y.studied, y.written, y.zone, y.minutes "
	"FROM day y JOIN document d ON d.id = y.document ORDER BY 1, 2",

	"SELECT number, hex(days), hex(marks) FROM span ORDER BY number",

	"SELECT d.path, p.id - d.first_part, "
	"hex(substr(s.sizes, p.id % 1000 * 2 + 1, 2)) FROM part p "
	"LEFT JOIN size s ON s.number = p.id / 1000 "
	"JOIN document d ON d.id = p.document ORDER BY 1, 2",

	"SELECT id, passages, documents, first_day, last_day, hex(kinds) "
	"FROM topic ORDER BY id",

	"SELECT t.name, d.path FROM tag t JOIN document d "
	"ON d.id = t.document ORDER BY 1, 2",

	"SELECT 'part', count(*) FROM part UNION ALL "
	"SELECT 'text', count(*) FROM part_fts UNION ALL "
	"SELECT 'mention', count(*) FROM mention UNION ALL "
	"SELECT 'day', count(*) FROM day UNION ALL "
	"SELECT 'tag', count(*) FROM tag",

	"SELECT path FROM folder ORDER BY path",

	"SELECT value FROM meta WHERE key = 'catalogue'",
};

static void dump(const char *path, struct strbuf *out)
{
	sqlite3 *db;
	sqlite3_stmt *st;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	know_tokenizer(db);
	sqlite3_exec(db,
		     "CREATE VIRTUAL TABLE temp.v USING "
		     "fts5vocab(main, part_fts, instance)",
		     NULL, NULL, NULL);
	if (sqlite3_exec(db,
			 "INSERT INTO part_fts (part_fts, rank) "
			 "VALUES ('integrity-check', 1)",
			 NULL, NULL, NULL))
		fail_msg("the texts: %s", sqlite3_errmsg(db));
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

static void assert_same_as_new(struct fixture *f, const char *catalogue)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) grown = STRBUF_INIT;
	AUTO(strbuf) fresh = STRBUF_INIT;
	struct index_source source = fixture_source(f, catalogue);
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

/* What stands where a file is to be, if it is none. */
static void clear_way(struct fixture *f, const char *path)
{
	AUTO(strbuf) full = STRBUF_INIT;
	struct stat st;

	fixture_path(f, path, &full);
	if (!lstat(full.buf, &st) && !S_ISREG(st.st_mode))
		nftw(full.buf, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

static void write_something(struct fixture *f, struct dice *d)
{
	AUTO(strbuf) text = STRBUF_INIT;

	const char *path = random_path(d);

	random_text(d, &text);
	clear_way(f, path);
	put(f, path, text.buf);
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
	if (lstat(full.buf, &st) || !S_ISREG(st.st_mode) || !st.st_size)
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

/* What an editor that died half-way leaves, or one that adds. */
static void resize_something(struct fixture *f, struct dice *d)
{
	AUTO(strbuf) full = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct stat st;
	int fd;

	fixture_path(f, random_path(d), &full);
	random_text(d, &text);
	if (lstat(full.buf, &st) || !S_ISREG(st.st_mode))
		return;
	if (throw_dice(d, 2)) {
		unsigned size = throw_dice(d, (unsigned)st.st_size + 1);

		assert_int_equal(truncate(full.buf, size), 0);
		return;
	}
	fd = open(full.buf, O_WRONLY | O_APPEND);
	assert_int_equal(file_write_fd(fd, strbuf_slice(&text)), 0);
	close(fd);
}

static void touch_something(struct fixture *f, struct dice *d)
{
	AUTO(strbuf) full = STRBUF_INIT;
	const struct timespec old[2] = { { 1000000000, 0 }, { 1000000000, 0 } };

	fixture_path(f, random_path(d), &full);
	utimensat(AT_FDCWD, full.buf, old, AT_SYMLINK_NOFOLLOW);
}

/* A file becomes a folder, a folder a link, a link a file … */
static void replace_something(struct fixture *f, struct dice *d)
{
	static const char *const paths[] = {
		"notes/a.md", "notes/deep", "notes/deep/er", "log/2023",
		"log/undated", "notes/Deep", "plans", "log/2022",
	};
	AUTO(strbuf) full = STRBUF_INIT;
	AUTO(strbuf) aside = STRBUF_INIT;

	fixture_path(f, paths[throw_dice(d, ARRAY_SIZE(paths))], &full);
	fixture_path(f, "aside", &aside);
	nftw(aside.buf, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	(void)!rename(full.buf, aside.buf);
	switch (throw_dice(d, 4)) {
	case 0: (void)!mkdir(full.buf, 0700); break;
	case 1: (void)!symlink("aside", full.buf); break;
	case 2: (void)!rename(aside.buf, full.buf); break;
	}
}

/* A link or a file may stand where a folder is wanted. */
static void restore_folders(struct fixture *f)
{
	static const char *const folders[] = {
		"log", "log/2022", "log/2023", "log/undated", "notes",
		"notes/deep", "notes/deep/er", "plans",
	};

	for (size_t i = 0; i < ARRAY_SIZE(folders); i++) {
		AUTO(strbuf) full = STRBUF_INIT;
		struct stat st;

		fixture_path(f, folders[i], &full);
		if (!lstat(full.buf, &st) && !S_ISDIR(st.st_mode))
			unlink(full.buf);
		(void)!mkdir(full.buf, 0700);
	}
}

static void recase_something(struct fixture *f, struct dice *d)
{
	static const char *const names[] = {
		"notes/a.md", "notes/A.md", "notes/deep", "notes/Deep",
	};
	AUTO(strbuf) from = STRBUF_INIT;
	AUTO(strbuf) to = STRBUF_INIT;
	unsigned which = throw_dice(d, ARRAY_SIZE(names));

	fixture_path(f, names[which], &from);
	fixture_path(f, names[which ^ 1], &to);
	(void)!rename(from.buf, to.buf);
}

static void run_shell(const char *line)
{
	const pid_t child = fork();

	if (!child) {
		execl("/bin/sh", "sh", "-c", line, (char *)NULL);
		_exit(127);
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, NULL, 0), child);
}

/* As a user does it: what git refuses is left as it is. */
static void use_git(struct fixture *f, struct dice *d)
{
	static const char *const commands[] = {
		"git add -A log notes plans; git commit -qm some",
		"git checkout -q -f side || git checkout -q -b side",
		"git checkout -q -f main || git checkout -q -b main",
		"git merge -q -X ours side || git merge --abort",
		"git merge -q side",
		"git reset -q --hard",
		"git reset -q --hard HEAD~1",
		"git stash -q -u -- log notes plans",
		"git stash pop -q",
		"git clean -q -f -d log",
	};
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addf(&line,
		    "exec >/dev/null 2>&1; cd %s; export GIT_CONFIG_GLOBAL="
		    "/dev/null GIT_CONFIG_NOSYSTEM=1 GIT_AUTHOR_NAME=L "
		    "GIT_AUTHOR_EMAIL=l@example.org GIT_COMMITTER_NAME=L "
		    "GIT_COMMITTER_EMAIL=l@example.org; "
		    "test -d .git || git init -q -b main; %s",
		    f->root, commands[throw_dice(d, ARRAY_SIZE(commands))]);
	run_shell(line.buf);
}

static void change_something(struct fixture *f, struct dice *d)
{
	static void (*const changes[])(struct fixture *, struct dice *) = {
		write_something,   write_something,    write_something,
		resize_something,  resize_something,   remove_something,
		disguise_something, rename_something,  touch_something,
		replace_something, recase_something,   use_git,
	};

	restore_folders(f);
	changes[throw_dice(d, ARRAY_SIZE(changes))](f, d);
}

/* How often was nothing looked at? */
static unsigned spared;

static void refresh_with(struct fixture *f, const char *catalogue)
{
	struct index_source source = fixture_source(f, catalogue);

	open_index(f);
	if (index_refresh(f->ix, &source, &f->report, &f->err))
		fail_msg("%s", f->err.text);
	spared += f->report.watched;
}

/* As a search does it: the answer has to be that of a new index, too. */
static void refresh_meanwhile(struct fixture *f, const char *catalogue)
{
	struct index_source source = fixture_source(f, catalogue);

	open_index(f);
	if (index_refresh_meanwhile(f->ix, &source, &f->err))
		fail_msg("%s", f->err.text);
	search(f, "lambda or plain");
}

static unsigned number_from(const char *variable, unsigned otherwise)
{
	const char *value = getenv(variable);

	return value ? (unsigned)strtoul(value, NULL, 10) : otherwise;
}

static void change_and_compare(struct fixture *f, unsigned seed, unsigned count)
{
	struct dice d = { seed };
	const char *catalogue = "built-in";

	print_message("seed %u, %u changes\n", d.seed, count);
	for (unsigned i = 1; i <= count; i++) {
		change_something(f, &d);
		if (!throw_dice(&d, 40))
			catalogue = *catalogue == 'b' ? "mine" : "built-in";
		if (throw_dice(&d, 3))
			refresh_with(f, catalogue);
		if (f->ix && !throw_dice(&d, 10))
			close_index(f);
		if (i % 8)
			continue;
		if (throw_dice(&d, 2))
			refresh_meanwhile(f, catalogue);
		else
			refresh_with(f, catalogue);
		assert_same_as_new(f, catalogue);
	}
}

#endif
