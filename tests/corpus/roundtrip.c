/* SPDX-License-Identifier: MIT */
/* Import, then export, gives back every log of the corpus byte for byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "exporters/exporter.h"
#include "importers/importer.h"

#define TOGETHER 10	/* logs in one journal */

/* A journal in memory: the sink keeps what comes in. */
struct journal {
	struct import_sink sink;
	struct arena mem;
	struct entry *entries;
	size_t nentries, cap;
	struct snapshot_log logs[TOGETHER];
	struct str inputs[TOGETHER];
	size_t nlogs;
};

static int keep_preamble(struct import_sink *sink, struct str text,
			 struct error *err)
{
	struct journal *j = (struct journal *)sink;

	(void)err;
	j->logs[j->nlogs].preamble = text;
	return 0;
}

static int keep_entry(struct import_sink *sink, const struct entry *e,
		      struct error *err)
{
	struct journal *j = (struct journal *)sink;
	struct entry copy = *e;

	(void)err;
	copy.id = arena_printf(&j->mem, "%zu", j->nentries);
	copy.log = j->logs[j->nlogs].name;
	copy.ndays = copy.nnumbers = copy.nflags = 0;
	XGROW(j->entries, j->nentries, j->cap);
	j->entries[j->nentries++] = copy;
	return 0;
}

static void keep_no_skip(struct import_sink *sink, unsigned line,
			 struct str text, const char *why)
{
	(void)sink;
	(void)line;
	(void)text;
	(void)why;
}

static void journal_release(struct journal *j)
{
	free(j->entries);
	arena_release(&j->mem);
}

#define JOURNAL_INIT { .sink = { .preamble = keep_preamble,			\
				 .entry = keep_entry,			\
				 .skipped = keep_no_skip },		\
		       .mem = ARENA_INIT }

static void journal_import(struct journal *j, const char *path)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error err = ERROR_INIT;
	const struct import_options options = { .start = DAY_NONE };
	struct snapshot_log *log = &j->logs[j->nlogs];
	size_t first = j->nentries;
	size_t *order;

	assert_int_equal(file_read(&bytes, path, LIMIT_FILE, &err), 0);
	j->inputs[j->nlogs] = arena_str(&j->mem, strbuf_slice(&bytes));
	log->name = arena_printf(&j->mem, "%zu.md", j->nlogs);
	if (importer_by_name("100days")->run(j->inputs[j->nlogs], &options,
					     &j->sink, &err))
		fail_msg("%s: %s", path, err.text);
	log->nentries = j->nentries - first;
	order = arena_alloc(&j->mem, (log->nentries + 1) * sizeof(*order));
	for (size_t i = 0; i < log->nentries; i++)
		order[i] = first + i;
	log->entries = order;
	j->nlogs++;
}

struct comparing {
	struct export_out out;
	const struct journal *journal;
	size_t files;
};

static int compare_file(struct export_out *out, const char *path,
			struct str bytes, struct error *err)
{
	struct comparing *c = (struct comparing *)out;
	struct str input = c->journal->inputs[c->files];

	(void)err;
	assert_string_equal(path, c->journal->logs[c->files].name);
	assert_int_equal(bytes.len, input.len);
	assert_memory_equal(bytes.s, input.s, input.len);
	c->files++;
	return 0;
}

static void assert_all_come_back(const struct journal *j)
{
	struct comparing c = { .out = { .file = compare_file }, .journal = j };
	struct snapshot s = { .entries = j->entries, .nentries = j->nentries,
			      .logs = j->logs, .nlogs = j->nlogs };
	struct export_options options = { .log = NULL };
	struct error err = ERROR_INIT;

	assert_int_equal(exporter_by_name("100days")->run(&s, &options, &c.out,
							  &err), 0);
	assert_int_equal(c.files, j->nlogs);
}

static DIR *corpus_open(struct strbuf *path)
{
	const char *shared = getenv("HECTO_SHARED");
	DIR *dir;

	strbuf_addstr(path, shared ? shared : HECTO_SOURCE_DIR "/../shared");
	path_join(path, "corpus/100days");
	dir = opendir(path->buf);
	if (!dir)
		print_message("skipped: there is no corpus at '%s'\n",
			      path->buf);
	return dir;
}

/* Import and export the corpus, `together` logs in each journal. */
static void corpus_roundtrip(size_t together)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	DIR *dir = corpus_open(&folder);
	struct dirent *e;
	size_t length = folder.len, logs = 0;

	if (!dir) {
		strbuf_release(&folder);	/* skip() does not return */
		skip();
	}
	for (bool more = true; more;) {
		AUTO(journal) j = JOURNAL_INIT;

		while (j.nlogs < together && (e = readdir(dir))) {
			if (e->d_name[0] == '.')
				continue;
			path_join(&folder, e->d_name);
			journal_import(&j, folder.buf);
			strbuf_truncate(&folder, length);
		}
		more = j.nlogs == together;
		logs += j.nlogs;
		if (j.nlogs)
			assert_all_come_back(&j);
	}
	closedir(dir);
	print_message("%zu logs came back\n", logs);
}

static void each_log_comes_back_byte_for_byte(void **state)
{
	(void)state;
	corpus_roundtrip(1);
}

static void ten_logs_in_one_journal_come_back_byte_for_byte(void **state)
{
	(void)state;
	corpus_roundtrip(TOGETHER);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_log_comes_back_byte_for_byte),
		cmocka_unit_test(
			ten_logs_in_one_journal_come_back_byte_for_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
