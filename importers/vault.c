/* SPDX-License-Identifier: MIT */
/*
 * A vault of Obsidian, or another folder of linked notes: daily notes become
 * entries, the others stay notes in their folders, with what belongs to them.
 */
#include "importers/day_header.h"
#include "importers/vault.h"

#include <ctype.h>
#include <string.h>

#include "core/base/path.h"
#include "core/model/study_time.h"
#include "core/text/frontmatter.h"
#include "core/text/wikilink.h"

/* --- what is what -------------------------------------------------------- */

/* Is a folder on the way to this file called one of these? */
static bool is_within(const char *path, const char *const *names, size_t count)
{
	struct str folders = path_dirname(str_of(path)), part;

	while ((part = str_next_field(&folders, '/')).s) {
		/* "99 - Templates" */
		while (part.len && (isdigit((unsigned char)part.s[0]) ||
				    strchr("-_. ", part.s[0])))
			part = str_from(part, 1);
		for (size_t i = 0; i < count; i++)
			if (str_eq_nocase(part, str_of(names[i])))
				return true;
	}
	return false;
}

static bool is_template(const struct foreign_file *file)
{
	static const char *const folders[] = { "templates", "template" };
	struct str stem = path_stem(path_basename(str_of(file->path)));
	size_t at = stem.len > 8 ? stem.len - 8 : 0;

	if (is_within(file->path, folders, ARRAY_SIZE(folders)))
		return true;
	return str_starts_nocase(str_from(stem, at), "template") &&
	       (str_find_str(file->bytes, STR("{{")) < file->bytes.len ||
		str_find_str(file->bytes, STR("<%")) < file->bytes.len);
}

static bool is_daily_folder(const char *path)
{
	static const char *const folders[] = {
		"daily",  "daily notes", "daily-notes", "dailynotes",
		"dailies", "journal",	 "journals",	"diary",
		"tagebuch", "diario",
	};

	return is_within(path, folders, ARRAY_SIZE(folders));
}

/* "2020-08.md" with a heading for each of its days. */
static bool is_month(const char *path)
{
	struct str stem = path_stem(path_basename(str_of(path)));

	return stem.len == 7 && stem.s[4] == '-' &&
	       isdigit((unsigned char)stem.s[0]) &&
	       isdigit((unsigned char)stem.s[6]);
}

/* A log that is kept in the vault, and read as one. */
static bool is_log(const struct foreign_file *file)
{
	int score = importer_by_name("100days")->score(
		file->bytes, path_basename(str_of(file->path)));

	return score >= 60 || (score && is_month(file->path));
}

/* An id of Zettelkasten, the minute a note was begun: 202101201249. */
static bool has_id(const struct foreign_file *file)
{
	struct str line = file->bytes, stem;
	size_t digits = 0;

	line = str_trim(str_next_line(&line));
	stem = path_stem(path_basename(str_of(file->path)));
	while (digits < line.len && isdigit((unsigned char)line.s[digits]))
		digits++;
	if (digits == line.len && (digits == 12 || digits == 14))
		return true;
	for (digits = 0; digits < stem.len &&
			 isdigit((unsigned char)stem.s[digits]);)
		digits++;
	return digits == 12 || digits == 14;
}

static bool has_link(struct str text)
{
	struct wikilink_walk walk = { .rest = text };
	struct wikilink link;

	return wikilink_next(&walk, &link);
}

static bool is_beneath(struct str root, const char *path)
{
	return root.s && str_eq(str_upto(str_of(path), root.len), root);
}

static int vault_score_files(const struct foreign_file *files, size_t count)
{
	AUTO(arena) mem = ARENA_INIT;
	struct vault_settings settings;
	size_t texts = 0, beneath = 0, linked = 0, ids = 0;

	vault_settings_read(&settings, files, count, &mem);
	for (size_t i = 0; i < count; i++) {
		if (import_is_hidden(files[i].path) ||
		    !import_is_text(&files[i]) ||
		    !str_trim(files[i].bytes).len)
			continue;
		texts++;
		beneath += is_beneath(settings.root, files[i].path);
		linked += has_link(files[i].bytes);
		ids += has_id(&files[i]);
	}
	if (beneath * 2 > texts)
		return 95;
	if (linked * 2 > texts)
		return 78;
	return ids >= 3 && ids * 2 > texts ? 74 : 0;
}

/* --- daily notes --------------------------------------------------------- */

struct vault {
	const struct import_options *options;
	struct import_sink *sink;
	struct arena mem;
	struct daylog log;	/* of no text: for its words and tokens */
	struct vault_settings settings;
	struct vault_names names;
	int *named;		/* of each file: its number in `names` */
};

static bool has_date_key(const struct frontmatter *fm, const struct entry *e)
{
	return e->ndays && (frontmatter_field(fm, "date") ||
			    frontmatter_field(fm, "dates"));
}

/* Are the notes of its folder for a day each? */
static bool is_daily(const struct vault *v, const char *path)
{
	return is_daily_folder(path) || vault_settings_daily(&v->settings, path);
}

/* The day of a daily note, by its date key or its name; else DAY_NONE. */
static int day_of_note(const struct vault *v, const struct foreign_file *file,
		       int named, const struct frontmatter *fm,
		       const struct entry *e)
{
	if (named == DAY_NONE && !is_daily(v, file->path))
		return DAY_NONE;
	return has_date_key(fm, e) ? entry_day(e) : named;
}

/* What the names say that are no ISO dates counts in such a folder only. */
static void read_names(struct vault *v, const struct foreign_file *files,
		       size_t count)
{
	v->named = arena_alloc(&v->mem, (count + 1) * sizeof(*v->named));
	for (size_t i = 0; i < count; i++)
		v->named[i] = import_is_text(&files[i]) &&
				      is_daily(v, files[i].path) ?
			vault_names_add(&v->names, files[i].path) : -1;
	vault_names_settle(&v->names, &v->settings, v->options);
}

static int hand_out_daily(struct vault *v, const struct frontmatter *fm,
			  struct entry *e, int day, bool contradicts, struct error *err)
{
	static const char *flags[] = { "name-contradicts" };

	e->flags = flags;
	e->nflags = contradicts;
	e->id = e->log = e->digest = NULL;
	e->days = arena_alloc(&v->mem, sizeof(day));
	e->days[0] = day;
	e->ndays = 1;
	e->line = 1;
	e->heading = STR_NONE;
	e->heading_end = LINE_END_NONE;
	e->matter = fm->raw;
	e->body = fm->body;
	if (!e->minutes)
		e->minutes = study_time_said(e->body);
	if (v->sink->preamble(v->sink, fm->raw, err))
		return -1;
	return v->sink->entry(v->sink, e, err);
}

static int hand_out_text(struct vault *v, const struct foreign_file *file,
			 size_t i, struct error *err)
{
	struct error damaged = ERROR_INIT;
	struct frontmatter fm;
	struct entry e;
	int named = day_name_read(file->path, &v->log.words).day, day;

	if (named == DAY_NONE)
		named = vault_names_day(&v->names, v->named[i]);

	/* What is damaged costs only itself. */
	(void)!frontmatter_parse(&fm, file->bytes, &v->mem, &damaged);
	(void)!entry_parse(&e, file->path, file->bytes, &v->mem, &damaged);
	day = day_of_note(v, file, named, &fm, &e);
	if (day == DAY_NONE)
		day = day_session_of(fm.body, &v->log);
	if (day != DAY_NONE)
		return hand_out_daily(v, &fm, &e, day,
				      named != DAY_NONE && named != day, err);
	if (is_log(file))
		return importer_by_name("100days")->run(
			file->bytes, v->options, v->sink, err);
	return import_keep(v->sink, "notes", file->bytes, v->options, err);
}

/* Why nothing of a file is taken, or NULL. */
static const char *why_not(const struct vault *v,
			   const struct foreign_file *file)
{
	if (import_is_hidden(file->path))
		return "it is hidden: it belongs to the program, not to the "
		       "notes";
	if (import_is_text(file))
		return is_template(file) ||
				       vault_settings_template(&v->settings,
							       file->path)
			       ? "it is a template" : NULL;
	return import_is_attachment(file) ? NULL
					  : "it is neither a text nor an image";
}

static int hand_out(struct vault *v, const struct foreign_file *file, size_t i,
		    struct error *err)
{
	const char *why = why_not(v, file);

	if (why)
		return import_refuse(v->sink, file, why, err);
	if (v->sink->file(v->sink, file, err))
		return -1;
	if (import_is_text(file))
		return hand_out_text(v, file, i, err);
	return v->sink->document(v->sink, "notes", file->bytes, err);
}

/* What the sink was given must live until we return. */
static int vault_run_files(const struct foreign_file *files, size_t count,
			   const struct import_options *options,
			   struct import_sink *sink, struct error *err)
{
	struct vault v = { .options = options, .sink = sink,
			   .mem = ARENA_INIT };
	int rc = 0;

	daylog_init(&v.log, STR(""));
	vault_settings_read(&v.settings, files, count, &v.mem);
	vault_names_init(&v.names);
	read_names(&v, files, count);
	for (size_t i = 0; !rc && i < count; i++)
		rc = hand_out(&v, &files[i], i, err);
	vault_names_release(&v.names);
	daylog_release(&v.log);
	arena_release(&v.mem);
	return rc;
}

/* --- one note alone ------------------------------------------------------ */

static int vault_score(struct str input, struct str name)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct foreign_file file = { .path = "", .bytes = input };

	strbuf_addslice(&path, name);
	file.path = path.buf;
	return import_is_text(&file) && has_link(input) ? 10 : 0;
}

const struct importer importer_vault = {
	.name = "vault",
	.summary = "a folder of linked notes, of Obsidian for instance",
	.score = vault_score,
	.score_files = vault_score_files,
	.run_files = vault_run_files,
	.infers_minutes = true,
};
