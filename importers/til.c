/* SPDX-License-Identifier: MIT */
/*
 * "Today I learned": short notes in a folder for each topic.  They are notes,
 * and no study days; where the folder is a git repository and a note does not
 * say when it was written, its first commit does, as the key "created".
 */
#include "importers/importer.h"

#include <string.h>

#include "core/base/path.h"
#include "core/text/frontmatter.h"
#include "core/text/unicode.h"

#define TITLE_BYTES 2000	/* of a README, where it says what it is */
#define README_BYTES ((size_t)1 << 20)	/* that are looked through for links */

static bool is_readme(const char *path)
{
	return str_eq_nocase(path_stem(str_of(path)), STR("readme"));
}

static bool is_note(const struct foreign_file *file)
{
	return import_is_text(file) && !import_is_hidden(file->path) &&
	       path_suffix(str_of(file->path)).len;
}

static bool names_til(struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str s;

	unicode_add_folded(&folded, str_upto(text, TITLE_BYTES));
	s = strbuf_slice(&folded);
	return str_starts(str_trim(s), "# til") ||
	       str_find_str(s, STR("today i learned")) < s.len ||
	       str_find_str(s, STR("things i learn")) < s.len ||
	       str_find_str(s, STR("things i've learn")) < s.len;
}

/* Does the README link to the file, by its path? */
static bool is_listed(struct str readme, const char *path)
{
	AUTO(strbuf) link = STRBUF_INIT;

	for (const char *c = path; *c; c++)
		strbuf_addstr(&link, *c == ' ' ? "%20" : (char[2]){ *c, '\0' });
	return str_find_str(readme, strbuf_slice(&link)) < readme.len ||
	       str_find_str(readme, str_of(path)) < readme.len;
}

/*
 * Most of it one folder deep, and a README that says what it is, or that lists
 * the notes; the first hundred tell as much as all.
 */
static int til_score_files(const struct foreign_file *files, size_t count)
{
	struct str readme = STR_NONE;
	size_t notes = 0, deep = 0, listed = 0;

	for (size_t i = 0; i < count; i++)
		if (is_readme(files[i].path) && !strchr(files[i].path, '/'))
			readme = str_upto(files[i].bytes, README_BYTES);
	for (size_t i = 0; i < count && notes < 100; i++) {
		if (!is_note(&files[i]) || is_readme(files[i].path))
			continue;
		notes++;
		deep += strchr(files[i].path, '/') != NULL;
		listed += readme.s && is_listed(readme, files[i].path);
	}
	if (notes < 2 || deep * 4 < notes * 3 || !readme.s)
		return 0;
	if (names_til(readme))
		return 76;
	return listed * 2 > notes ? 50 : 0;
}

/* Has the note a date of its own? */
static bool says_its_day(const struct foreign_file *file, struct arena *mem)
{
	struct error err = ERROR_INIT;
	struct entry e;

	return entry_parse(&e, file->path, file->bytes, mem, &err) || e.ndays;
}

static int hand_out_note(const struct foreign_file *file,
			 const struct import_options *options,
			 struct import_sink *sink, struct arena *mem,
			 struct error *err)
{
	struct str text = file->bytes;
	struct error damaged = ERROR_INIT;
	AUTO(strbuf) dated = STRBUF_INIT;

	if (file->first_day != DAY_NONE && !says_its_day(file, mem)) {
		struct day_text written = day_format(file->first_day);
		struct str day = str_of(written.s);

		if (!frontmatter_edit(&dated, text, "created", &day, 1, false,
				      &damaged))
			text = strbuf_slice(&dated);
	}
	return import_keep(sink, "notes", text, options, err);
}

static int hand_out(const struct foreign_file *file,
		    const struct import_options *options,
		    struct import_sink *sink, struct arena *mem,
		    struct error *err)
{
	bool text = import_is_text(file);

	if (import_is_hidden(file->path))
		return import_refuse(sink, file, "it is hidden, and belongs to "
				     "some program", err);
	if (!text && !import_is_attachment(file))
		return import_refuse(sink, file,
				     "it is neither a text nor an image", err);
	if (sink->file(sink, file, err))
		return -1;
	if (!text)
		return sink->document(sink, "notes", file->bytes, err);
	if (!is_note(file) || is_readme(file->path))
		return import_keep(sink, "notes", file->bytes, options, err);
	return hand_out_note(file, options, sink, mem, err);
}

static int til_run_files(const struct foreign_file *files, size_t count,
			 const struct import_options *options,
			 struct import_sink *sink, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < count; i++)
		if (hand_out(&files[i], options, sink, &mem, err))
			return -1;
	return 0;
}

/* A note alone is no tree. */
static int til_score(struct str input, struct str name)
{
	(void)input;
	(void)name;
	return 0;
}

const struct importer importer_til = {
	.name = "til",
	.summary = "short notes in a folder for each topic (\"TIL\")",
	.score = til_score,
	.score_files = til_score_files,
	.run_files = til_run_files,
};
