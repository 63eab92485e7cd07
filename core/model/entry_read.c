/* SPDX-License-Identifier: MIT */
/* Reading the file of an entry: front matter of ours, or of another program. */
#include "core/model/entry.h"

#include <limits.h>
#include <stdint.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/private_said.h"
#include "core/text/frontmatter.h"

/* What is being read, and the first thing that was wrong with it. */
struct reading {
	struct entry *entry;
	struct arena *mem;
	struct error *err;
	int rc;
};

static void complain(struct reading *r, const struct frontmatter_field *f,
		     struct str value, const char *what)
{
	int len = value.len < 60 ? (int)value.len : 60;

	if (r->rc)
		return;
	r->rc = error_set(r->err, ERROR_INPUT, "line %u: '%.*s' is no %s",
			  f->line, len, value.s, what);
}

/* "2022-07-04", with a time behind it or not; "2022/07/04" as well. */
static int parse_date(struct str s)
{
	char iso[11];

	s = str_trim(s);
	if (s.len < 10)
		return DAY_NONE;
	if (s.len > 10 && s.s[10] != 'T' && s.s[10] != 't' && s.s[10] != ' ')
		return DAY_NONE;
	memcpy(iso, s.s, 10);
	iso[10] = '\0';
	if (iso[4] == '/' && iso[7] == '/')
		iso[4] = iso[7] = '-';
	return day_parse_iso(str_of(iso));
}

static void read_dates(struct reading *r, const struct frontmatter_field *f)
{
	struct entry *e = r->entry;

	e->days = arena_alloc(r->mem, f->count * sizeof(*e->days) + 1);
	e->ndays = 0;
	for (size_t i = 0; i < f->count; i++) {
		int day = parse_date(f->values[i]);

		if (day == DAY_NONE)
			complain(r, f, f->values[i], "date like 2022-07-04");
		else
			e->days[e->ndays++] = day;
	}
}

/* When another program made the file: good enough where no date is given. */
static void read_created(struct reading *r, const struct frontmatter_field *f)
{
	int day = parse_date(f->values[0]);

	if (r->entry->ndays || day == DAY_NONE)
		return;
	r->entry->days = arena_alloc(r->mem, sizeof(*r->entry->days));
	r->entry->days[0] = day;
	r->entry->ndays = 1;
}

static bool parse_number(struct str s, unsigned max, int *out)
{
	bool negative = str_starts(s, "-");
	unsigned n;

	if (str_to_uint(str_from(s, negative ? 1 : 0), max, &n))
		return false;
	*out = negative ? -(int)n : (int)n;
	return true;
}

static void read_numbers(struct reading *r, const struct frontmatter_field *f)
{
	struct entry *e = r->entry;

	e->numbers = arena_alloc(r->mem, f->count * sizeof(*e->numbers) + 1);
	e->nnumbers = 0;
	for (size_t i = 0; i < f->count; i++) {
		int n;

		if (parse_number(str_trim(f->values[i]), LIMIT_DAY_NUMBER, &n))
			e->numbers[e->nnumbers++] = n;
		else
			complain(r, f, f->values[i], "day number");
	}
}

static void read_round(struct reading *r, const struct frontmatter_field *f)
{
	int n;

	if (parse_number(f->values[0], LIMIT_ROUND, &n) && n > 0)
		r->entry->round = n;
	else
		complain(r, f, f->values[0], "number of a round");
}

static void read_minutes(struct reading *r, const struct frontmatter_field *f)
{
	int n;

	if (parse_number(f->values[0], LIMIT_MINUTES, &n) && n >= 0)
		r->entry->minutes = n;
	else
		complain(r, f, f->values[0], "number of minutes in a day");
}

static void add_word(struct reading *r, const char ***list, size_t *count,
		     struct str word)
{
	word = str_trim(word);
	if (str_starts(word, "#"))
		word = str_from(word, 1);
	if (word.len)
		(*list)[(*count)++] = arena_strndup(r->mem, word.s, word.len);
}

/* A list, or "aws, sqs", or "aws sqs". */
static void read_words(struct reading *r, const struct frontmatter_field *f,
		       const char ***list, size_t *count)
{
	size_t most = 0;

	for (size_t i = 0; i < f->count; i++)
		most += f->values[i].len + 1;
	*list = arena_alloc(r->mem, most * sizeof(**list));
	*count = 0;
	for (size_t i = 0; i < f->count; i++) {
		struct str rest = f->values[i], word;
		bool commas = str_find(rest, ',') < rest.len;

		if (f->list) {
			add_word(r, list, count, rest);
			continue;
		}
		while ((word = str_next_field(&rest, commas ? ',' : ' ')).s)
			add_word(r, list, count, word);
	}
}

static void read_tags(struct reading *r, const struct frontmatter_field *f)
{
	read_words(r, f, &r->entry->tags, &r->entry->ntags);
}

static void read_flags(struct reading *r, const struct frontmatter_field *f)
{
	read_words(r, f, &r->entry->flags, &r->entry->nflags);
}

static void read_written(struct reading *r, const struct frontmatter_field *f)
{
	struct str s = f->values[0];

	if (clock_parse(&r->entry->written,
			arena_strndup(r->mem, s.s, s.len))) {
		r->entry->written = (struct clock){ 0, 0 };
		complain(r, f, s, "time like 2022-07-04T21:30:12-07:00");
	}
}

static void read_heading(struct reading *r, const struct frontmatter_field *f)
{
	r->entry->heading = f->values[0];
}

static void read_heading_end(struct reading *r,
			     const struct frontmatter_field *f)
{
	static const char *const names[] = {
		[LINE_END_LF] = "lf",
		[LINE_END_CRLF] = "crlf",
		[LINE_END_CR] = "cr",
		[LINE_END_NONE] = "none",
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		if (!str_is(f->values[0], names[i]))
			continue;
		r->entry->heading_end = (enum line_end)i;
		return;
	}
	complain(r, f, f->values[0], "line end: lf, crlf, cr or none");
}

/* "log.md:3": the log, and the line that its header stands on. */
static void read_source(struct reading *r, const struct frontmatter_field *f)
{
	struct str s = f->values[0];
	size_t colon = s.len;
	unsigned line;

	while (colon && s.s[colon - 1] != ':')
		colon--;
	if (colon < 2 ||
	    str_to_uint(str_from(s, colon), INT_MAX, &line)) {
		r->entry->log = arena_strndup(r->mem, s.s, s.len);
		return;
	}
	r->entry->log = arena_strndup(r->mem, s.s, colon - 1);
	r->entry->line = line;
}

static void read_digest(struct reading *r, const struct frontmatter_field *f)
{
	struct str s = f->values[0];

	r->entry->digest = arena_strndup(r->mem, s.s, s.len);
}

static void read_imported_id(struct reading *r,
			     const struct frontmatter_field *f)
{
	struct str s = f->values[0];

	if (s.len)
		r->entry->imported_id = arena_strndup(r->mem, s.s, s.len);
}

static void read_imported_folder(struct reading *r,
				 const struct frontmatter_field *f)
{
	struct str s = f->values[0];

	if (path_is_safe(s))
		r->entry->imported_folder = arena_strndup(r->mem, s.s, s.len);
	else
		complain(r, f, s, "folder of the journal");
}

static void read_columns(struct reading *r, const struct frontmatter_field *f)
{
	struct str s = f->values[0];

	if (s.len)
		r->entry->columns = arena_strndup(r->mem, s.s, s.len);
}

static void read_title(struct reading *r, const struct frontmatter_field *f)
{
	struct str s = str_trim(f->values[0]);

	if (s.len)
		r->entry->title = arena_strndup(r->mem, s.s, s.len);
}

static const struct {
	const char *key;
	void (*read)(struct reading *r, const struct frontmatter_field *f);
} keys[] = {
	{ "date", read_dates },
	{ "dates", read_dates },
	{ "created", read_created },
	{ "created-at", read_created },
	{ "created_at", read_created },
	{ "createdAt", read_created },
	{ "day", read_numbers },
	{ "days", read_numbers },
	{ "round", read_round },
	{ "heading", read_heading },
	{ "heading-end", read_heading_end },
	{ "written", read_written },
	{ "minutes", read_minutes },
	{ "tags", read_tags },
	{ "tag", read_tags },
	{ "source", read_source },
	{ "flags", read_flags },
	{ "imported", read_digest },
	{ "imported-id", read_imported_id },
	{ "imported-folder", read_imported_folder },
	{ "columns", read_columns },
	{ "title", read_title },
};

static void read_fields(struct reading *r, const struct frontmatter *fm)
{
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		const struct frontmatter_field *f =
			frontmatter_field(fm, keys[i].key);

		if (f && f->count)
			keys[i].read(r, f);
	}
}

/* "2022-07-04" or "2022-07-04-2": a name that says the day. */
static void date_by_name(struct reading *r)
{
	struct str stem = str_of(r->entry->id);
	int day = day_parse_iso(str_upto(stem, 10));

	if (r->entry->ndays || day == DAY_NONE)
		return;
	if (stem.len > 10 && stem.s[10] != '-' && stem.s[10] != ' ' &&
	    stem.s[10] != '_')
		return;
	r->entry->days = arena_alloc(r->mem, sizeof(*r->entry->days));
	r->entry->days[0] = day;
	r->entry->ndays = 1;
}

int entry_parse(struct entry *out, const char *path, struct str file,
		struct arena *mem, struct error *err)
{
	struct reading r = { .entry = out, .mem = mem, .err = err };
	struct str stem = path_stem(str_of(path));
	struct frontmatter fm;

	*out = (struct entry){ .id = arena_strndup(mem, stem.s, stem.len) };
	r.rc = frontmatter_parse(&fm, file, mem, err);
	out->front = fm.raw;
	out->body = fm.body;
	out->private = fm.raw.len && !fm.unclosed
			       ? private_is_said(&fm, !r.rc)
			       : private_is_said_above(file) ||
					 (fm.raw.len &&
					  private_is_said(&fm, false));
	read_fields(&r, &fm);
	date_by_name(&r);
	return r.rc;
}
