/* SPDX-License-Identifier: MIT */
/* What was understood of a file that is brought in. */
#include "cmd/import/report.h"

#include <string.h>

#include "core/base/date.h"
#include "core/base/path.h"
#include "core/model/date_words.h"
#include "core/model/study_time.h"

#define LINES_SHOWN 20		/* of one kind of complaint */
#define HEADING_SHOWN 60	/* bytes of a header line */

static struct json *ints_json(const int *numbers, size_t count)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_int(list, numbers[i]);
	return list;
}

static struct json *days_json(const int *days, size_t count)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < count; i++)
		json_append_string(list, day_format(days[i]).s);
	return list;
}

static struct json *entry_json(const struct imported_entry *imported,
			       bool done)
{
	const struct entry *e = &imported->entry;
	struct json *v = json_new_object();

	json_set_int(v, "line", e->line);
	json_set_slice(v, "heading", e->heading);
	json_set(v, "days", ints_json(e->numbers, e->nnumbers));
	if (e->round)
		json_set_int(v, "round", e->round);
	else
		json_set_null(v, "round");
	json_set(v, "dates", days_json(e->days, e->ndays));
	if (e->minutes)
		json_set_int(v, "minutes", e->minutes);
	else
		json_set_null(v, "minutes");
	present_json_strings(v, "flags", e->flags, e->nflags);
	json_set_bool(v, "empty", entry_is_empty(e));
	json_set_string(v, "id", e->id);
	if (done)
		json_set_string(v, "status", import_fate_name(imported->fate));
	return v;
}

static struct json *skipped_json(const struct skipped_line *s)
{
	struct json *v = json_new_object();

	json_set_int(v, "line", s->line);
	json_set_slice(v, "text", s->text);
	json_set_string(v, "why", s->why);
	return v;
}

/* The file as a whole was left out. */
static struct json *left_out_json(const char *why)
{
	struct json *v = json_new_object();

	json_set_null(v, "line");
	json_set_string(v, "text", "");
	json_set_string(v, "why", why);
	return v;
}

static struct json *documents_json(const struct import_file *f)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < f->ndocuments; i++) {
		struct json *v = json_new_object();

		json_set_string(v, "path", f->documents[i].path);
		json_set_string(v, "status",
				import_fate_name(f->documents[i].fate));
		json_append(list, v);
	}
	return list;
}

struct json *import_json(const struct import_file *f, bool done)
{
	struct json *v = json_new_object(), *entries = json_new_array();
	struct json *skipped = json_new_array(), *warnings = NULL;

	for (size_t i = 0; i < f->nentries; i++)
		json_append(entries, entry_json(&f->entries[i], done));
	for (size_t i = 0; i < f->nskipped; i++) {
		if (f->skipped[i].kept && !warnings)
			warnings = json_new_array();
		json_append(f->skipped[i].kept ? warnings : skipped,
			    skipped_json(&f->skipped[i]));
	}
	if (f->why)
		json_append(skipped, left_out_json(f->why));
	json_set_string(v, "file", f->name);
	if (f->importer)
		json_set_string(v, "format", f->importer->name);
	else
		json_set_null(v, "format");
	json_set(v, "entries", entries);
	json_set(v, "skipped", skipped);
	if (warnings)
		json_set(v, "warnings", warnings);
	if (f->ndocuments)
		json_set_string(v, "document", f->documents[0].path);
	if (f->ndocuments)
		json_set(v, "documents", documents_json(f));
	return v;
}

/* From the earliest to the latest of what the entries say. */
struct range {
	int least, most;
	size_t count;
};

static void extend(struct range *r, const int *values, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!r->count || values[i] < r->least)
			r->least = values[i];
		if (!r->count || values[i] > r->most)
			r->most = values[i];
		r->count++;
	}
}

void import_add_ranges(struct strbuf *out, const struct import_file *files,
		       size_t count)
{
	struct range days = { 0, 0, 0 }, numbers = { 0, 0, 0 };

	for (const struct import_file *f = files; f < files + count; f++)
		for (size_t i = 0; i < f->nentries; i++) {
			const struct entry *e = &f->entries[i].entry;

			extend(&days, e->days, e->ndays);
			extend(&numbers, e->numbers, e->nnumbers);
		}
	if (days.count)
		strbuf_addf(out, ", %s", date_words_long(days.least).s);
	if (days.most != days.least)
		strbuf_addf(out, " to %s", date_words_long(days.most).s);
	if (numbers.count)
		strbuf_addf(out, ", Day %d", numbers.least);
	if (numbers.most != numbers.least)
		strbuf_addf(out, " to %d", numbers.most);
}

static size_t count_fate(const struct import_file *f, enum import_fate fate)
{
	size_t count = 0;

	for (size_t i = 0; i < f->nentries; i++)
		count += f->entries[i].fate == fate;
	return count;
}

void import_add_fates(struct strbuf *out, const struct import_file *files,
		      size_t nfiles)
{
	static const char *const words[] = {
		[IMPORT_NEW] = "new",
		[IMPORT_KNOWN] = "here already",
		[IMPORT_UPDATED] = "changed in the file and taken over",
		[IMPORT_DATED] = "without a date until now",
		[IMPORT_EDITED] = "edited here since, and kept",
		[IMPORT_CONFLICT] = "changed in the file and here, and kept",
	};
	const char *lead = "  ";
	size_t gone = 0;

	for (int fate = 0; fate < IMPORT_FATES; fate++) {
		size_t count = 0;

		for (size_t i = 0; i < nfiles; i++)
			count += count_fate(&files[i], (enum import_fate)fate);
		if (!count)
			continue;
		strbuf_addf(out, "%s%zu %s", lead, count, words[fate]);
		lead = ", ";
	}
	for (size_t i = 0; i < nfiles; i++)
		gone += files[i].gone;
	if (gone)
		strbuf_addf(out, "%s%zu no longer in the file, and kept", lead,
			    gone);
	strbuf_addch(out, '\n');
}

static void add_more(struct strbuf *out, size_t count)
{
	if (count > LINES_SHOWN)
		strbuf_addf(out, "  ... and %zu more; --json has them all\n",
			    count - LINES_SHOWN);
}

void import_add_flag(struct strbuf *out, const struct context *ctx,
		     const char *flag)
{
	AUTO(strbuf) words = STRBUF_INIT;

	for (const char *c = flag; *c; c++)
		strbuf_addch(&words, *c == '-' ? ' ' : *c);
	style_add(out, ctx, STYLE_NONE, strbuf_slice(&words));
}

static void add_flags(struct strbuf *out, const struct context *ctx,
		      const struct entry *e)
{
	for (size_t i = 0; i < e->nflags; i++) {
		strbuf_addstr(out, i ? ", " : "");
		import_add_flag(out, ctx, e->flags[i]);
	}
}

static struct str first_line(struct str text)
{
	struct str line = str_next_line(&text);

	return str_upto(str_trim(line), HEADING_SHOWN);
}

static void add_flagged(struct strbuf *out, const struct context *ctx,
			const struct import_file *f)
{
	size_t count = 0;

	for (size_t i = 0; i < f->nentries; i++) {
		const struct entry *e = &f->entries[i].entry;

		if (!e->nflags || ++count > LINES_SHOWN)
			continue;
		if (e->line)
			strbuf_addf(out, "  line %u: ", e->line);
		else
			strbuf_addf(out, "  entry %zu: ", i + 1);
		add_flags(out, ctx, e);
		if (e->ndays)
			strbuf_addf(out, " (%s)", day_format(e->days[0]).s);
		if (e->heading.len) {
			strbuf_addstr(out, ": ");
			style_add(out, ctx, STYLE_DIM, first_line(e->heading));
		}
		strbuf_addch(out, '\n');
	}
	add_more(out, count);
}

/* Which entries need a person to look at both. */
static void add_conflicts(struct strbuf *out, const struct context *ctx,
			  const struct import_file *f)
{
	size_t count = 0;

	for (size_t i = 0; i < f->nentries; i++) {
		const struct imported_entry *e = &f->entries[i];

		if (e->fate != IMPORT_CONFLICT || ++count > LINES_SHOWN)
			continue;
		strbuf_addstr(out, "  changed in the file and here: ");
		style_add(out, ctx, STYLE_NONE, str_of(e->path));
		strbuf_addch(out, '\n');
	}
	add_more(out, count);
}

static bool has_flag(const struct entry *e, const char *flag)
{
	for (size_t i = 0; i < e->nflags; i++)
		if (!strcmp(e->flags[i], flag))
			return true;
	return false;
}

/* Of what is taken over, the entries whose minutes are what their text says. */
static size_t count_inferred(const struct import_file *f)
{
	size_t count = 0;

	if (!f->importer || !f->importer->infers_minutes)
		return 0;
	for (size_t i = 0; i < f->nentries; i++) {
		enum import_fate fate = f->entries[i].fate;
		const struct entry *e = &f->entries[i].entry;

		count += e->minutes && e->minutes == study_time_said(e->body) &&
			 (fate == IMPORT_NEW || fate == IMPORT_UPDATED);
	}
	return count;
}

void import_add_inferred(struct strbuf *out, const struct import_file *files,
			 size_t nfiles)
{
	size_t count = 0;

	for (size_t i = 0; i < nfiles; i++)
		count += count_inferred(&files[i]);
	if (!count)
		return;
	strbuf_addstr(out, "  time inferred from the text, ");
	present_count(out, count, "entry", "entries");
	strbuf_addch(out, '\n');
}

/* What to say so that the days without a date get one. */
void import_add_advice(struct strbuf *out, const struct import_file *files,
		       size_t count)
{
	size_t yearless = 0, numbered = 0, impossible = 0, orderless = 0;

	for (const struct import_file *f = files; f < files + count; f++)
		for (size_t i = 0; i < f->nentries; i++) {
			const struct entry *e = &f->entries[i].entry;

			yearless += !e->ndays && has_flag(e, "year-unknown");
			orderless += !e->ndays && has_flag(e, "order-unknown");
			numbered += !e->ndays && e->nnumbers && !e->nflags;
			impossible += !e->ndays &&
				      has_flag(e, "date-impossible");
		}
	if (impossible) {
		strbuf_addstr(out, "  ");
		present_count(out, impossible, "date is in no calendar",
			      "dates are in no calendar");
		strbuf_addstr(out, "; correct the file and import it again\n");
	}
	if (orderless) {
		strbuf_addstr(out, "  ");
		present_count(out, orderless, "date", "dates");
		strbuf_addstr(out, " can be read in two ways; import it again "
				   "with --date-order dmy, or mdy\n");
	}
	if (yearless) {
		strbuf_addstr(out, "  ");
		present_count(out, yearless, "date has", "dates have");
		strbuf_addstr(out, " no year; import it again with --year "
				   "YEAR\n");
	}
	if (numbered) {
		strbuf_addstr(out, "  ");
		present_count(out, numbered, "day has", "days have");
		strbuf_addstr(out, " no date; import it again with --start "
				   "DATE, the date of Day 1\n");
	}
}

static void add_skipped(struct strbuf *out, const struct context *ctx,
			const struct import_file *f)
{
	for (size_t i = 0; i < f->nskipped && i < LINES_SHOWN; i++) {
		const struct skipped_line *s = &f->skipped[i];

		strbuf_addf(out, "  line %u: %s", s->line,
			    s->kept ? "" : "left out, ");
		style_add(out, ctx, STYLE_NONE, str_of(s->why));
		strbuf_addstr(out, ": ");
		style_add(out, ctx, STYLE_DIM, first_line(s->text));
		strbuf_addch(out, '\n');
	}
	add_more(out, f->nskipped);
}

static void add_documents(struct strbuf *out, const struct context *ctx,
			  const struct import_file *f)
{
	static const char *const words[] = {
		[IMPORT_NEW] = "kept whole as",
		[IMPORT_KNOWN] = "here already as",
		[IMPORT_UPDATED] = "changed in the file and taken over, as",
		[IMPORT_EDITED] = "edited here since, and kept:",
		[IMPORT_CONFLICT] = "changed in the file and here, and kept:",
	};

	for (size_t i = 0; i < f->ndocuments; i++) {
		strbuf_addf(out, "  %s ", words[f->documents[i].fate]);
		style_add(out, ctx, STYLE_NONE, str_of(f->documents[i].path));
		strbuf_addch(out, '\n');
	}
}

void import_add_summary(struct strbuf *out, const struct context *ctx,
			const struct import_file *f)
{
	struct str base = path_basename(str_of(f->name));

	style_add(out, ctx, STYLE_BOLD, base);
	if (f->why) {
		strbuf_addstr(out, ": left out, ");
		style_add(out, ctx, STYLE_NONE, str_of(f->why));
		strbuf_addch(out, '\n');
		return;
	}
	strbuf_addf(out, " (%s)", f->importer->name);
	if (f->nentries || !f->ndocuments) {
		strbuf_addstr(out, ": ");
		present_count(out, f->nentries, "entry", "entries");
		import_add_ranges(out, f, 1);
	}
	strbuf_addch(out, '\n');
	if (f->nentries)
		import_add_fates(out, f, 1);
	import_add_recoded(out, f, 1);
	if (f->log.name && !str_eq(str_of(f->log.name), base)) {
		strbuf_addstr(out, "  kept as the log '");
		style_add(out, ctx, STYLE_NONE, str_of(f->log.name));
		strbuf_addstr(out, "'\n");
	}
	add_documents(out, ctx, f);
	add_conflicts(out, ctx, f);
	add_flagged(out, ctx, f);
	import_add_inferred(out, f, 1);
	import_add_advice(out, f, 1);
	add_skipped(out, ctx, f);
}

void import_add_images(struct strbuf *out, const struct import_list *list)
{
	size_t count = 0, known = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct import_file *f = &list->files[i];

		if (!f->shown)
			continue;
		count++;
		known += f->documents[0].fate == IMPORT_KNOWN;
	}
	if (!count)
		return;
	strbuf_addstr(out, "  ");
	present_count(out, count, "image", "images");
	strbuf_addstr(out, " of these days kept under notes/");
	if (known)
		strbuf_addf(out, ", %zu here already", known);
	strbuf_addch(out, '\n');
}

/* The file of one that brought something, or NULL where several did. */
static const struct import_file *only_file(const struct import_list *list,
					   size_t *count)
{
	const struct import_file *only = NULL;

	*count = 0;
	for (size_t i = 0; i < list->count; i++) {
		const struct import_file *f = &list->files[i];

		if ((!f->nentries && !f->ndocuments) || f->shown)
			continue;
		only = f;
		++*count;
	}
	return *count == 1 ? only : NULL;
}

void import_add_message(struct strbuf *out, const struct import_list *list)
{
	size_t files;
	const struct import_file *only = only_file(list, &files);
	size_t changed = only ? count_fate(only, IMPORT_NEW) +
					count_fate(only, IMPORT_UPDATED) +
					count_fate(only, IMPORT_DATED) : 0;

	strbuf_addstr(out, "Import ");
	if (changed)
		present_count(out, changed, "entry", "entries");
	if (only)
		strbuf_addf(out, "%s%s", changed ? " from " : "", only->base);
	else
		present_count(out, files, "file", "files");
	strbuf_addch(out, '\n');
}
