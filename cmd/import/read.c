/* SPDX-License-Identifier: MIT */
/* Who reads what: the files of a source, together or each by itself. */
#include <string.h>

#include "cmd/import/file.h"
#include "cmd/import/images.h"
#include "cmd/import/source.h"
#include "cmd/import/text.h"
#include "core/archive/archive.h"
#include "core/base/path.h"
#include "core/base/spelling.h"
#include "core/base/utf16.h"

static int unknown_format(const char *as, struct error *err)
{
	AUTO(strbuf) names = STRBUF_INIT;
	const char *nearest = NULL;
	size_t best = SPELLING_FAR;

	for (size_t i = 0; importers[i]; i++) {
		size_t distance = spelling_near(str_of(as),
						str_of(importers[i]->name));

		strbuf_addf(&names, "%s'%s'", i ? ", " : "",
			    importers[i]->name);
		if (distance < best) {
			best = distance;
			nearest = importers[i]->name;
		}
	}
	if (nearest)
		return error_set(err, ERROR_USAGE, "there is no format '%s'; "
				 "did you mean '%s'?", as, nearest);
	return error_set(err, ERROR_USAGE, "there is no format '%s' to import "
			 "from; there is %s", as, names.buf);
}

static struct import_file *add_file(struct import_list *list,
				    const struct import_source *source,
				    const char *path)
{
	struct import_file *f = import_list_add(list);

	f->name = source->name;
	if (source->several) {
		AUTO(strbuf) name = STRBUF_INIT;

		strbuf_addstr(&name, source->name);
		path_join(&name, path);
		f->name = arena_strdup(&f->mem, name.buf);
	}
	f->path = import_safe_path(&f->mem, str_of(path));
	f->base = import_safe_base(&f->mem, str_of(f->path));
	return f;
}

/* What lies beside a file that was named itself. */
static struct import_file *add_image(struct import_list *list,
				     const struct import_source *source,
				     const char *path)
{
	struct import_file *f = add_file(list, source, path);
	struct str above = path_dirname(str_of(source->name));
	AUTO(strbuf) name = STRBUF_INIT;

	strbuf_addslice(&name, above);
	path_join(&name, path);
	f->name = arena_strdup(&f->mem, name.buf);
	return f;
}

/* What others wrote for every project; in a folder it is noise. */
static bool is_boilerplate(struct str path)
{
	static const char *const stems[] = {
		"readme", "license", "licence", "copying", "contributing",
		"code_of_conduct", "code-of-conduct", "security", "authors",
		"codeowners", "pull_request_template", "issue_template",
	};
	struct str stem = path_stem(path);

	for (size_t i = 0; i < ARRAY_SIZE(stems); i++)
		if (str_eq_nocase(stem, str_of(stems[i])))
			return true;
	return false;
}

static void leave_out(struct import_file *f, const char *why)
{
	f->why = why;
	f->importer = NULL;
	f->of_set = false;
	f->nentries = f->ndocuments = f->nskipped = 0;
	f->preamble = STR_NONE;
}

/*
 * A file of a folder that nobody reads as a whole.  What is kept whole only
 * because it is text should look like a person's notes; who wants more of it
 * can name the file itself, or say --as.
 */
static void read_of_folder(struct import_file *f, const struct importer *as,
			   const struct import_options *options)
{
	const struct foreign_file named = { .path = f->path };
	struct str path = str_of(f->path);
	struct error failure = ERROR_INIT;
	const char *why = text_why_unreadable(f->bytes);
	const struct importer *importer =
		as ? as : importer_for(f->bytes, path_basename(path));

	if (!why && archive_is_one(f->bytes))
		why = "it is an archive of its own; name it itself";
	if (!why && text_is_binary(f->bytes) && (as || !importer))
		why = "it is no text";
	if (!why && !importer)
		why = "no format was recognised in it";
	if (why) {
		leave_out(f, why);
		return;
	}
	if (import_file_run(f, importer, options, &failure)) {
		leave_out(f, arena_strdup(&f->mem, failure.text));
		return;
	}
	if (as || f->nentries || !f->ndocuments)
		return;
	if (is_boilerplate(path))
		leave_out(f, "it is about the project");
	else if (!import_is_text(&named))
		leave_out(f, "it is no document, by its name");
}

/*
 * Notion writes the rows that a view shows as "Log 0123….csv", and all of them
 * as "Log 0123…_all.csv".
 */
static bool has_table_of_all(const struct import_source *source,
			     struct str path)
{
	AUTO(strbuf) all = STRBUF_INIT;

	if (!str_ends(path, ".csv"))
		return false;
	strbuf_addslice(&all, str_upto(path, path.len - 4));
	strbuf_addstr(&all, "_all.csv");
	return import_source_find(source, all.buf);
}

/* The text of a file, and its day: pages of a diary that were left as their
 * template has them are days all the same, by their names. */
static void add_copy_key(struct strbuf *out, const struct import_file *f)
{
	const struct entry *e = &f->entries[0].entry;

	strbuf_addstr(out, import_digest(f->bytes).s);
	if (e->ndays)
		strbuf_addf(out, " %d", e->days[0]);
	if (e->nnumbers)
		strbuf_addf(out, " #%d", e->numbers[0]);
}

/* A copy of a log would double its days; a copy of a note does no harm. */
static void leave_out_copies(struct import_file *files, size_t count)
{
	AUTO(strset) seen = STRSET_INIT;
	size_t first;

	for (size_t i = 0; i < count; i++) {
		AUTO(strbuf) key = STRBUF_INIT;

		if (!files[i].nentries)
			continue;
		add_copy_key(&key, &files[i]);
		if (strset_get(&seen, strbuf_slice(&key), &first))
			leave_out(&files[i],
				  arena_printf(&files[i].mem, "it is a copy of "
					       "'%s'", files[first].path));
		else
			strset_put(&seen, strbuf_slice(&key), i);
	}
}

static void read_each(struct import_file *files,
		      const struct import_source *source,
		      const struct importer *as,
		      const struct import_options *options)
{
	for (size_t i = 0; i < source->count; i++)
		if (has_table_of_all(source, str_of(source->files[i].path)))
			leave_out(&files[i], "all of its rows are in the table "
				  "of that name with '_all'");
		else
			read_of_folder(&files[i], as, options);
	leave_out_copies(files, source->count);
	import_keep_images(files, source->count);
}

static bool found_anything(const struct import_file *files, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (files[i].nentries || files[i].ndocuments)
			return true;
	return false;
}

/*
 * Who was only guessed to know the folder, and fails or finds nothing in it,
 * was the wrong one: then each file is read as if nobody had tried.
 */
static int read_together(struct import_file *files,
			 const struct import_source *source,
			 const struct importer *set, bool guessed,
			 const struct import_options *options, bool *done,
			 struct error *err)
{
	struct error failure = ERROR_INIT;
	int rc = import_set_run(files, source->files, source->count, set,
				options, &failure);

	*done = !rc && (!guessed || found_anything(files, source->count));
	if (rc && (!guessed || failure.kind != ERROR_INPUT)) {
		*err = failure;
		return error_context(err, "cannot import '%s'", source->name);
	}
	for (size_t i = 0; !*done && i < source->count; i++)
		leave_out(&files[i], NULL);
	return 0;
}

static int read_several(struct import_file *files,
			const struct import_source *source,
			const struct importer *as,
			const struct import_options *options,
			struct error *err)
{
	const struct importer *set = as;
	bool done = false;

	if (!as)
		set = importer_for_files(source->files, source->count);
	if (set && set->run_files &&
	    read_together(files, source, set, !as, options, &done, err))
		return -1;
	if (!done)
		read_each(files, source, as, options);
	return 0;
}

static int read_alone(struct import_file *f, const struct importer *as,
		      const struct import_options *options, struct error *err)
{
	const struct importer *importer =
		as ? as : importer_for(f->bytes, path_basename(str_of(f->path)));
	const char *why = NULL;

	if (!as || !f->bytes.len)
		why = text_why_unreadable(f->bytes);
	if (!why && text_is_binary(f->bytes) && (as || !importer))
		why = "it is no text; 'hecto formats' lists what can be read";
	if (why)
		return error_set(err, ERROR_INPUT, "cannot import '%s': %s",
				 f->name, why);
	if (!importer)
		return error_set(err, ERROR_INPUT, "cannot tell what '%s' is; "
				 "name its format with --as ('hecto formats' "
				 "lists them)", f->name);
	if (import_file_run(f, importer, options, err))
		return error_context(err, "cannot import '%s'", f->name);
	return 0;
}

/* The images that a log on the disk shows, as files of their own. */
static int read_its_images(struct import_list *list,
			   struct import_source *source, struct error *err)
{
	size_t log = list->count - 1, first = source->count,
	       skipped = source->nskipped;

	if (!source->on_disk ||
	    import_read_images(source, &list->files[log], err))
		return source->on_disk ? -1 : 0;
	for (size_t i = first; i < source->count; i++) {
		const struct foreign_file *from = &source->files[i];
		struct import_file *f = add_image(list, source, from->path);

		f->source = log;
		f->bytes = from->bytes;
		import_file_keep(f, list->files[log].importer, "notes");
	}
	for (; skipped < source->nskipped; skipped++)
		add_image(list, source, source->skipped[skipped].path)->why =
			source->skipped[skipped].why;
	return 0;
}

static void drop_settings(struct import_list *list, size_t start,
			  const struct import_source *source)
{
	for (size_t i = source->count; i-- > 0;)
		if (import_source_is_setting(source->files[i].path))
			import_list_drop(list, start + i);
}

/*
 * A journal is UTF-8, so what is UTF-16 becomes that before anybody reads it.
 * True: it was.
 */
static bool recode(struct import_source *source, struct foreign_file *file)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (!utf16_is(file->bytes) || !utf16_add_utf8(&text, file->bytes))
		return false;
	file->bytes = arena_str(&source->mem, strbuf_slice(&text));
	return true;
}

int import_read(struct import_list *list, struct import_source *source,
		const char *as, const struct import_options *options,
		struct error *err)
{
	const struct importer *importer = as ? importer_by_name(as) : NULL;
	size_t start = list->count;

	if (as && !importer)
		return unknown_format(as, err);
	for (size_t i = 0; i < source->count; i++) {
		struct foreign_file *from = &source->files[i];
		struct import_file *f = add_file(list, source, from->path);

		f->recoded = recode(source, from);
		f->source = start;
		f->bytes = from->bytes;
		f->first_day = from->first_day;
		f->last_day = from->last_day;
		if (source->own_days)
			f->own_day = source->own_days[i];
	}
	for (size_t i = 0; i < source->nskipped; i++)
		add_file(list, source, source->skipped[i].path)->why =
			source->skipped[i].why;
	if (!source->several)
		return read_alone(&list->files[start], importer, options,
				  err) ||
				       read_its_images(list, source, err)
			       ? -1 : 0;
	if (!source->count)
		return 0;
	if (read_several(&list->files[start], source, importer, options, err))
		return -1;
	drop_settings(list, start, source);
	return 0;
}
