/* SPDX-License-Identifier: MIT */
/*
 * Every file of the corpus is taken or refused with a reason: prints what the
 * readers make of each folder, and fails where nothing is said of a file.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <string.h>
#include <sys/stat.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/base/strset.h"
#include "core/model/document.h"
#include "core/text/markdown.h"
#include "core/text/wikilink.h"
#include "importers/importer.h"

/* What one reader made of one folder. */
struct tally {
	const char *reader;
	size_t files, documents, entries, days, undated, flagged, passages,
		parts, links, skipped;
};

struct counting_sink {
	struct import_sink sink;
	struct tally *tally;
	const char *path;	/* of the file that is read */
	struct strset told;	/* files of which something was said */
	struct strset days;
};

static struct counting_sink *counting(struct import_sink *sink)
{
	return (struct counting_sink *)sink;
}

static void count_links(struct tally *t, struct str text)
{
	AUTO(arena) mem = ARENA_INIT;
	struct wikilink_walk walk = { .rest = text };
	struct wikilink link;

	t->links += markdown_blocks(text, &mem).nlinks;
	while (wikilink_next(&walk, &link))
		t->links++;
}

static void count_text(struct tally *t, const char *folder, const char *path,
		       struct str text)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;
	const char *name = arena_printf(&mem, "%s/%s", folder, path);

	if (document_kind(str_of(name)) == DOCUMENT_OTHER)
		return;
	document_parse(&doc, name, text, &mem);
	t->passages += doc.npassages;
	t->parts += doc.nparts;
	count_links(t, text);
}

static int count_file(struct import_sink *sink, const struct foreign_file *file,
		      struct error *err)
{
	struct counting_sink *c = counting(sink);

	(void)err;
	c->path = file->path;
	c->tally->files++;
	strset_put(&c->told, str_of(file->path), 0);
	return 0;
}

static int count_preamble(struct import_sink *sink, struct str text,
			  struct error *err)
{
	(void)sink;
	(void)text;
	(void)err;
	return 0;
}

static int count_entry(struct import_sink *sink, const struct entry *e,
		       struct error *err)
{
	struct counting_sink *c = counting(sink);

	(void)err;
	c->tally->entries++;
	c->tally->flagged += e->nflags > 0;
	c->tally->undated += !e->ndays;
	for (size_t i = 0; i < e->ndays; i++)
		if (strset_put(&c->days, str_of(day_format(e->days[i]).s), 0))
			c->tally->days++;
	count_text(c->tally, "log", "a.md", e->body);
	return 0;
}

static int count_document(struct import_sink *sink, const char *folder,
			  struct str text, struct error *err)
{
	struct counting_sink *c = counting(sink);

	(void)err;
	c->tally->documents++;
	count_text(c->tally, folder, c->path, text);
	return 0;
}

static void count_skipped(struct import_sink *sink, unsigned line,
			  struct str text, const char *why)
{
	struct counting_sink *c = counting(sink);

	assert_true(text.s && *why);
	c->tally->skipped++;
	if (getenv("VERBOSE"))
		print_message("\t%s:%u: %.*s: %s\n", c->path, line,
			      (int)(text.len < 60 ? text.len : 60), text.s, why);
}

/* --- the folders --------------------------------------------------------- */

struct folder {
	struct arena mem;
	struct foreign_file *files;
	size_t count, cap;
};

static void folder_release(struct folder *f)
{
	arena_release(&f->mem);
	free(f->files);
}

#define FOLDER_INIT { .mem = ARENA_INIT }

static void add_file(struct folder *f, const char *path, const char *name)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(file_read(&bytes, path, LIMIT_FILE, &err), 0);
	XGROW(f->files, f->count, f->cap);
	f->files[f->count++] = (struct foreign_file){
		.path = arena_strdup(&f->mem, name),
		.bytes = arena_str(&f->mem, strbuf_slice(&bytes)),
		.first_day = DAY_NONE, .last_day = DAY_NONE,
	};
}

/* Names that were made flat have "__" where a '/' was. */
static void make_deep(struct strbuf *name)
{
	AUTO(strbuf) deep = STRBUF_INIT;

	for (size_t i = 0; i < name->len; i++) {
		bool flat = name->buf[i] == '_' && name->buf[i + 1] == '_';

		strbuf_addch(&deep, flat ? '/' : name->buf[i]);
		i += flat;
	}
	strbuf_reset(name);
	strbuf_addslice(name, strbuf_slice(&deep));
}

static void add_folder(struct folder *f, struct strbuf *path,
		       struct strbuf *name, bool flat)
{
	DIR *dir = opendir(path->buf);
	size_t path_len = path->len, name_len = name->len;
	struct dirent *e;

	if (!dir)
		return;
	while ((e = readdir(dir))) {
		struct stat st;

		if (!strcmp(e->d_name, ".") || !strcmp(e->d_name, ".."))
			continue;
		path_join(path, e->d_name);
		path_join(name, e->d_name);
		if (!stat(path->buf, &st) && S_ISDIR(st.st_mode)) {
			add_folder(f, path, name, flat);
		} else {
			AUTO(strbuf) whole = STRBUF_INIT;

			strbuf_addslice(&whole, strbuf_slice(name));
			if (flat)
				make_deep(&whole);
			add_file(f, path->buf, whole.buf);
		}
		strbuf_truncate(path, path_len);
		strbuf_truncate(name, name_len);
	}
	closedir(dir);
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const struct foreign_file *)a)->path,
		      ((const struct foreign_file *)b)->path);
}

/* --- reading ------------------------------------------------------------- */

static void tally_print(const char *folder, const struct tally *t)
{
	print_message("%-22s %-8s %4zu files %4zu documents %4zu entries "
		      "(%zu days, %zu undated, %zu flagged) %5zu parts "
		      "%6zu passages %5zu links %3zu skipped\n", folder,
		      t->reader, t->files, t->documents, t->entries, t->days,
		      t->undated, t->flagged, t->parts, t->passages, t->links,
		      t->skipped);
}

#define COUNTING_INIT(t) {						\
	.sink = { count_file, count_preamble, count_entry,		\
		  count_document, count_skipped, count_skipped },	\
	.tally = (t), .told = STRSET_INIT, .days = STRSET_INIT }

static void counting_sink_release(struct counting_sink *c)
{
	strset_release(&c->told);
	strset_release(&c->days);
}

static const struct import_options no_options = { .start = DAY_NONE };

static void read_each(const char *folder, const struct folder *f, size_t from,
		      size_t to)
{
	struct tally tallies[32] = { { .reader = NULL } };

	for (size_t i = from; i < to; i++) {
		const struct foreign_file *file = &f->files[i];
		const struct importer *reader = importer_for(
			file->bytes, path_basename(str_of(file->path)));
		struct error err = ERROR_INIT;
		AUTO(counting_sink) c = COUNTING_INIT(NULL);
		size_t k = 0;

		if (!reader)
			fail_msg("%s is not told", file->path);
		while (importers[k] != reader)
			k++;
		tallies[k].reader = reader->name;
		tallies[k].files += reader->run != NULL;
		c.tally = &tallies[k];
		c.path = file->path;
		if (reader->run ?
		    reader->run(file->bytes, &no_options, &c.sink, &err) :
		    reader->run_files(file, 1, &no_options, &c.sink, &err))
			fail_msg("%s: %s", file->path, err.text);
		if (getenv("VERBOSE"))
			print_message("\t%s is %s\n", file->path, reader->name);
	}
	for (size_t k = 0; importers[k]; k++)
		if (tallies[k].reader)
			tally_print(folder, &tallies[k]);
}

static void read_together(const char *folder, const struct folder *f,
			  size_t from, size_t to)
{
	const struct importer *reader = importer_for_files(f->files + from,
							   to - from);
	struct error err = ERROR_INIT;
	struct tally tally = { .reader = NULL };
	AUTO(counting_sink) c = COUNTING_INIT(&tally);

	if (!reader) {
		read_each(folder, f, from, to);
		return;
	}
	tally.reader = reader->name;
	if (reader->run_files(f->files + from, to - from, &no_options, &c.sink,
			      &err))
		fail_msg("%s: %s", folder, err.text);
	tally_print(folder, &tally);
	for (size_t i = from; i < to; i++)
		if (!strset_has(&c.told, str_of(f->files[i].path)))
			fail_msg("nothing is said of %s", f->files[i].path);
}

/* The first `depth` parts of a path name the repository it is of. */
static struct str repository_of(const char *path, int depth)
{
	struct str rest = str_of(path), whole = rest;

	for (int i = 0; i < depth; i++)
		str_next_field(&rest, '/');
	return str_upto(whole, whole.len - rest.len);
}

static void read_folder(const char *folder, int depth, bool flat)
{
	AUTO(folder) f = FOLDER_INIT;
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) name = STRBUF_INIT;
	const char *shared = getenv("HECTO_SHARED");
	size_t from = 0, to;

	strbuf_addstr(&path, shared ? shared : HECTO_SOURCE_DIR "/../shared");
	path_join(&path, folder);
	add_folder(&f, &path, &name, flat);
	if (!f.count)
		print_message("skipped: there is nothing at '%s'\n", path.buf);
	else
		qsort(f.files, f.count, sizeof(*f.files), by_path);
	for (; from < f.count; from = to) {
		struct str first = repository_of(f.files[from].path, depth);

		for (to = from; to < f.count; to++) {
			if (!str_eq(repository_of(f.files[to].path, depth),
				    first))
				break;
			f.files[to].path += first.len;
		}
		read_together(depth ? arena_str(&f.mem, first).s : folder, &f,
			      from, to);
	}
}

static void every_file_is_taken_or_refused(void **state)
{
	(void)state;
	read_folder("corpus/studyplan", 0, false);
	read_folder("corpus/coursenotes", 0, false);
	read_folder("corpus/plainnotes", 0, false);
	read_folder("corpus/zettel", 2, true);
	read_folder("corpus/perday", 1, false);
	read_folder("corpus/100days", 0, false);
	read_folder("seeds", 0, false);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_file_is_taken_or_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
