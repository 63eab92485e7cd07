/* SPDX-License-Identifier: MIT */
/*
 * The golden cases of every importer: tests/golden/importers/NAME/CASE.in, or a
 * folder CASE.d, beside what is read of it, CASE.expect.  CASE.options settles
 * what a user would: "map", "year", "start", "date-order", a line each.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <sys/stat.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "tests/unit/importers/reading.h"

#define GOLDEN HECTO_SOURCE_DIR "/tests/golden/importers"

/* --- files --------------------------------------------------------------- */

static void read_bytes(struct strbuf *out, const char *path)
{
	struct error err = ERROR_INIT;

	if (file_read(out, path, LIMIT_FILE, &err))
		fail_msg("%s", err.text);
}

static void write_file(const char *path, struct str bytes)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes.s, 1, bytes.len, f), bytes.len);
	assert_int_equal(fclose(f), 0);
}

/* The path of a file of a case: another suffix than that of `in`. */
static void case_path(struct strbuf *out, const char *in, const char *suffix)
{
	size_t suffix_len = path_suffix(str_of(in)).len;

	strbuf_addslice(out, str_upto(str_of(in), strlen(in) - suffix_len));
	strbuf_addstr(out, suffix);
}

/* --- options ------------------------------------------------------------- */

static void read_option(struct import_options *options, struct str key,
			struct str value, struct arena *mem)
{
	unsigned year;

	if (str_is(key, "map")) {
		options->map = arena_str(mem, value).s;
	} else if (str_is(key, "year")) {
		assert_int_equal(str_to_uint(value, 9999, &year), 0);
		options->year = (int)year;
	} else if (str_is(key, "start")) {
		options->start = day_parse_iso(value);
	} else if (str_is(key, "today")) {
		options->today = day_parse_iso(value);
	} else if (str_is(key, "date-order")) {
		options->date_order = str_is(value, "dmy") ? DATE_ORDER_DMY
							   : DATE_ORDER_MDY;
	} else {
		fail_msg("no option '%.*s'", (int)key.len, key.s);
	}
}

static struct import_options read_options(const char *in, struct arena *mem)
{
	struct import_options options = { .start = DAY_NONE };
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error none = ERROR_INIT;
	struct str rest, line;

	case_path(&path, in, ".options");
	if (file_read(&text, path.buf, LIMIT_FILE, &none))
		return options;
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s) {
		size_t at = str_find(line, '=');

		read_option(&options, str_upto(line, at),
			    str_from(line, at + 1), mem);
	}
	return options;
}

/* --- folders ------------------------------------------------------------- */

struct folder {
	struct foreign_file *files;
	size_t count, cap;
	struct arena mem;
};

static void folder_add(struct folder *f, const char *root, const char *path)
{
	AUTO(strbuf) full = STRBUF_INIT;
	AUTO(strbuf) bytes = STRBUF_INIT;

	strbuf_addstr(&full, root);
	path_join(&full, path);
	read_bytes(&bytes, full.buf);
	XGROW(f->files, f->count, f->cap);
	f->files[f->count++] = (struct foreign_file){
		.path = arena_strdup(&f->mem, path),
		.bytes = arena_str(&f->mem, strbuf_slice(&bytes)),
		.first_day = DAY_NONE, .last_day = DAY_NONE,
	};
}

static void folder_walk(struct folder *f, const char *root, const char *under)
{
	AUTO(strbuf) full = STRBUF_INIT;
	struct dirent **names;
	int count;

	strbuf_addstr(&full, root);
	if (*under)
		path_join(&full, under);
	count = scandir(full.buf, &names, NULL, alphasort);
	assert_true(count >= 0);
	for (int i = 0; i < count; i++) {
		AUTO(strbuf) path = STRBUF_INIT;
		AUTO(strbuf) child = STRBUF_INIT;
		struct stat st;

		if (strcmp(names[i]->d_name, ".") &&
		    strcmp(names[i]->d_name, "..")) {
			strbuf_addstr(&path, under);
			path_join(&path, names[i]->d_name);
			strbuf_addstr(&child, root);
			path_join(&child, path.buf);
			assert_int_equal(stat(child.buf, &st), 0);
			if (S_ISDIR(st.st_mode))
				folder_walk(f, root, path.buf);
			else
				folder_add(f, root, path.buf);
		}
		free(names[i]);
	}
	free(names);
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct foreign_file *)a)->path,
		      ((const struct foreign_file *)b)->path);
}

/* --- cases --------------------------------------------------------------- */

static int read_folder(const struct importer *importer, const char *in,
		       const struct import_options *options,
		       struct reading *r, struct error *err)
{
	struct folder f = { .mem = ARENA_INIT };
	int rc;

	folder_walk(&f, in, "");
	qsort(f.files, f.count, sizeof(*f.files), by_path);
	assert_non_null(importer->run_files);
	if (!importer->score_files(f.files, f.count))
		fail_msg("%s: %s does not know it", in, importer->name);
	rc = importer->run_files(f.files, f.count, options, &r->sink, err);
	free(f.files);
	arena_release(&f.mem);
	return rc;
}

/* Of a log, preamble, headings and bodies must be the whole input; who makes
 * entries of something else has no preamble. */
static void assert_whole(const struct reading *r, struct str input,
			 const char *in)
{
	if (r->slices && !str_eq(strbuf_slice(&r->bytes), input))
		fail_msg("%s: what is read is not the whole input", in);
}

/* By one that looks at the name, under one that says nothing. */
static int read_named(const struct importer *importer, struct str input,
		      const struct import_options *options, struct reading *r,
		      struct error *err)
{
	const struct foreign_file file = {
		.path = "a.md", .bytes = input,
		.first_day = DAY_NONE, .last_day = DAY_NONE,
	};

	return importer->run_files(&file, 1, options, &r->sink, err);
}

static int read_one(const struct importer *importer, const char *in,
		    const struct import_options *options, struct reading *r,
		    struct error *err)
{
	AUTO(strbuf) input = STRBUF_INIT;

	read_bytes(&input, in);
	if (importer->run ?
	    importer->run(strbuf_slice(&input), options, &r->sink, err) :
	    read_named(importer, strbuf_slice(&input), options, r, err))
		return -1;
	assert_whole(r, strbuf_slice(&input), in);
	return 0;
}

static void check_case(const struct importer *importer, const char *in)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(reading) r = READING_INIT;
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) expected = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct import_options options = read_options(in, &mem);
	int rc = str_ends(str_of(in), ".d") ?
			 read_folder(importer, in, &options, &r, &err) :
			 read_one(importer, in, &options, &r, &err);

	if (rc)
		strbuf_addf(&r.said, "refused: %s\n", err.text);
	case_path(&path, in, ".expect");
	if (getenv("UPDATE")) {
		write_file(path.buf, strbuf_slice(&r.said));
		return;
	}
	read_bytes(&expected, path.buf);
	if (!str_eq(strbuf_slice(&expected), strbuf_slice(&r.said)))
		fail_msg("%s is read as\n%sexpected\n%s", in, r.said.buf,
			 expected.buf);
}

static int check_importer(const struct importer *importer)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	struct dirent *e;
	int cases = 0;
	DIR *dir;

	strbuf_addstr(&folder, GOLDEN);
	path_join(&folder, importer->name);
	dir = opendir(folder.buf);
	if (!dir)
		return 0;
	while ((e = readdir(dir))) {
		AUTO(strbuf) in = STRBUF_INIT;

		if (!str_ends(str_of(e->d_name), ".in") &&
		    !str_ends(str_of(e->d_name), ".d"))
			continue;
		strbuf_addstr(&in, folder.buf);
		path_join(&in, e->d_name);
		check_case(importer, in.buf);
		cases++;
	}
	closedir(dir);
	return cases;
}

static void each_golden_case_is_read_as_expected(void **state)
{
	(void)state;
	for (size_t i = 0; importers[i]; i++)
		check_importer(importers[i]);
}

static void every_importer_but_that_of_any_text_has_golden_cases(void **state)
{
	(void)state;
	for (size_t i = 0; importers[i]; i++)
		if (strcmp(importers[i]->name, "note") &&
		    !check_importer(importers[i]))
			fail_msg("tests/golden/importers/%s is missing",
				 importers[i]->name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_golden_case_is_read_as_expected),
		cmocka_unit_test(
			every_importer_but_that_of_any_text_has_golden_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
