/* SPDX-License-Identifier: MIT */
/* A journal in a folder of its own, with an index over it. */
#ifndef TESTS_UNIT_INDEX_FIXTURE_H
#define TESTS_UNIT_INDEX_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/path.h"
#include "core/index/index.h"
#include "core/index/tokenizer.h"

struct fixture {
	char root[32];
	struct strbuf index_path;
	struct topic_catalogue *topics;
	struct index *ix;
	struct index_refreshed report;
	struct arena mem;
	struct error err;
};

static struct topic_catalogue *fixture_topics(void *arg)
{
	struct fixture *f = arg;

	if (!f->topics)
		f->topics = topic_catalogue_new();
	return f->topics;
}

static inline void fixture_path(const struct fixture *f, const char *path,
				struct strbuf *out)
{
	strbuf_addstr(out, f->root);
	path_join(out, path);
}

/* Write a file of the journal; its folders are made. */
static inline void put(struct fixture *f, const char *path, const char *text)
{
	AUTO(strbuf) full = STRBUF_INIT;
	int fd;

	fixture_path(f, path, &full);
	for (char *c = full.buf + strlen(f->root) + 1; *c; c++)
		if (*c == '/') {
			*c = '\0';
			mkdir(full.buf, 0700);
			*c = '/';
		}
	fd = open(full.buf, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	assert_true(fd >= 0);
	assert_int_equal(file_write_fd(fd, str_of(text)), 0);
	close(fd);
}

static inline void take_away(struct fixture *f, const char *path)
{
	AUTO(strbuf) full = STRBUF_INIT;

	fixture_path(f, path, &full);
	assert_int_equal(unlink(full.buf), 0);
}

static inline void open_index(struct fixture *f)
{
	const char *path = f->index_path.len ? f->index_path.buf : NULL;

	if (!f->ix && index_open(&f->ix, path, &f->err))
		fail_msg("%s", f->err.text);
}

static inline void close_index(struct fixture *f)
{
	index_close(f->ix);
	f->ix = NULL;
}

static inline struct index_source fixture_source(struct fixture *f,
						 const char *catalogue)
{
	return (struct index_source){
		.root = f->root,
		.catalogue = fixture_topics,
		.arg = f,
		.catalogue_key = catalogue,
	};
}

static inline void refresh(struct fixture *f)
{
	struct index_source source = fixture_source(f, "built-in");

	open_index(f);
	if (index_refresh(f->ix, &source, &f->report, &f->err))
		fail_msg("%s", f->err.text);
}

/* So that another connection can use the table of texts as well. */
static inline void know_tokenizer(sqlite3 *db)
{
	static struct index other;

	other = (struct index){ .db = db };
	assert_int_equal(tokenizer_register(&other), 0);
	sqlite3_finalize(other.statements[SQL_FTS5]);
}

/* The next command: a new process would open the index again. */
static inline void reopen(struct fixture *f)
{
	close_index(f);
	refresh(f);
}

#define FIXTURE_TODAY day_parse_iso(STR("2022-07-10"))

/* Search for a query; how many parts have it. */
static inline size_t search_as(struct fixture *f, struct query q,
			       const char *text, struct hit **hits)
{
	size_t count, total = 0;

	if (query_parse(&q, str_of(text), FIXTURE_TODAY, &f->mem, &f->err) ||
	    index_search(f->ix, &q, &f->mem, hits, &count, &total, &f->err))
		fail_msg("%s", f->err.text);
	if (!q.limit)
		assert_int_equal(count, total);
	return total;
}

static const struct query any = { .root = NULL };

static inline size_t search(struct fixture *f, const char *text)
{
	struct hit *hits;

	return search_as(f, any, text, &hits);
}

static inline size_t count_entries(struct fixture *f)
{
	const struct index_filter all = { .since = DAY_NONE,
					  .until = DAY_NONE };
	struct index_entry *entries;
	size_t count;

	if (index_entries(f->ix, &all, &f->mem, &entries, &count, &f->err))
		fail_msg("%s", f->err.text);
	return count;
}

static int fixture_setup(void **state)
{
	struct fixture *f = xcalloc(1, sizeof(*f));

	*f = (struct fixture){ .index_path = STRBUF_INIT };
	memcpy(f->root, "/tmp/hecto-index-XXXXXX", 24);
	if (!mkdtemp(f->root))
		return -1;
	fixture_path(f, "index.db", &f->index_path);
	*state = f;
	return 0;
}

static int remove_one(const char *path, const struct stat *st UNUSED,
		      int flag UNUSED, struct FTW *ftw UNUSED)
{
	chmod(path, 0700);
	remove(path);
	return 0;
}

static int fixture_teardown(void **state)
{
	struct fixture *f = *state;

	index_close(f->ix);
	topic_catalogue_free(f->topics);
	arena_release(&f->mem);
	strbuf_release(&f->index_path);
	nftw(f->root, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	free(f);
	return 0;
}

#define TEST(name)                                                             \
	cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

/* Four documents, in the forms that journals have. */
static inline void put_journal(struct fixture *f)
{
	put(f, "log/2022/2022-07-04.md",
	    "---\ndate: 2022-07-04\nday: 0\nround: 1\nminutes: 60\n"
	    "tags: [aws, python]\n---\n"
	    "**Today's Progress**: Began with queues and streams.\n\n"
	    "**What I learned**:\n"
	    "- DynamoDB\n"
	    "  - a partition key spreads the load\n"
	    "  - streams remember a day of changes\n"
	    "- SQS\n"
	    "  - visibility timeout hides a message\n\n"
	    "**Thoughts:** Slept badly, still went on.\n\n"
	    "**Link to work:** [notes](https://example.org/a)\n");
	put(f, "log/2022/2022-07-05.md",
	    "---\ndate: 2022-07-05\nday: 1\nround: 1\ntags: [aws]\n---\n"
	    "**Today's Progress**: Wrote a Lambda function for DynamoDB.\n\n"
	    "**What I learned**:\n"
	    "- cold starts and how naïve caching hides them\n\n"
	    "**Thoughts:** The queue was empty.\n");
	put(f, "notes/messaging.md",
	    "# Messaging\n\nServices that carry messages.\n\n"
	    "## Amazon SQS\n\nA queue keeps what nobody fetched yet.\n\n"
	    "- long polling saves money\n\n"
	    "## Amazon SNS\n\nA topic copies to all who listen.\n");
	put(f, "plans/exam.md", "# The exam\n\nSome day in August.\n");
}

#endif
