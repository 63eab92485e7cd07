/* SPDX-License-Identifier: MIT */
/* Writing the file of an entry: the keys that say something, and the body. */
#include "core/model/entry.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/text/frontmatter.h"

static void add_dates(struct strbuf *out, const struct entry *e)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str *values;

	if (!e->ndays)
		return;
	values = arena_alloc(&mem, e->ndays * sizeof(*values));
	for (size_t i = 0; i < e->ndays; i++)
		values[i] = str_of(
			arena_strdup(&mem, day_format(e->days[i]).s));
	if (e->ndays == 1)
		frontmatter_add(out, "date", values[0]);
	else
		frontmatter_add_list(out, "dates", values, e->ndays);
}

static void add_numbers(struct strbuf *out, const struct entry *e)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str *values;

	if (!e->nnumbers)
		return;
	values = arena_alloc(&mem, e->nnumbers * sizeof(*values));
	for (size_t i = 0; i < e->nnumbers; i++)
		values[i] = str_of(arena_printf(&mem, "%d", e->numbers[i]));
	if (e->nnumbers == 1)
		frontmatter_add(out, "day", values[0]);
	else
		frontmatter_add_list(out, "days", values, e->nnumbers);
}

static void add_count(struct strbuf *out, const char *key, int n)
{
	if (n)
		strbuf_addf(out, "%s: %d\n", key, n);
}

static void add_round(struct strbuf *out, const struct entry *e)
{
	add_count(out, "round", e->round);
}

static void add_heading(struct strbuf *out, const struct entry *e)
{
	static const char *const ends[] = {
		[LINE_END_CRLF] = "crlf",
		[LINE_END_CR] = "cr",
		[LINE_END_NONE] = "none",
	};

	if (!e->heading.s)
		return;
	frontmatter_add(out, "heading", e->heading);
	if (e->heading_end != LINE_END_LF)
		frontmatter_add(out, "heading-end",
				str_of(ends[e->heading_end]));
}

static void add_written(struct strbuf *out, const struct entry *e)
{
	if (e->written.seconds)
		frontmatter_add(out, "written",
				str_of(clock_format(e->written).s));
}

static void add_minutes(struct strbuf *out, const struct entry *e)
{
	add_count(out, "minutes", e->minutes);
}

static void add_words(struct strbuf *out, const char *key,
		      const char *const *words, size_t count)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str *values;

	if (!count)
		return;
	values = arena_alloc(&mem, count * sizeof(*values));
	for (size_t i = 0; i < count; i++)
		values[i] = str_of(words[i]);
	frontmatter_add_list(out, key, values, count);
}

static void add_tags(struct strbuf *out, const struct entry *e)
{
	add_words(out, "tags", e->tags, e->ntags);
}

static void add_source(struct strbuf *out, const struct entry *e)
{
	AUTO(strbuf) source = STRBUF_INIT;

	if (!e->log)
		return;
	strbuf_addf(&source, "%s:%u", e->log, e->line);
	frontmatter_add(out, "source", strbuf_slice(&source));
}

static void add_private(struct strbuf *out, const struct entry *e)
{
	if (e->private)
		strbuf_addstr(out, "private: true\n");
}

static void add_flags(struct strbuf *out, const struct entry *e)
{
	add_words(out, "flags", e->flags, e->nflags);
}

static void add_digest(struct strbuf *out, const struct entry *e)
{
	if (e->digest)
		frontmatter_add(out, "imported", str_of(e->digest));
}

static void add_imported_id(struct strbuf *out, const struct entry *e)
{
	if (e->imported_id)
		frontmatter_add(out, "imported-id", str_of(e->imported_id));
}

static void add_imported_folder(struct strbuf *out, const struct entry *e)
{
	if (e->imported_folder)
		frontmatter_add(out, "imported-folder",
				str_of(e->imported_folder));
}

static void add_columns(struct strbuf *out, const struct entry *e)
{
	if (e->columns)
		frontmatter_add(out, "columns", str_of(e->columns));
}

static void add_keys(struct strbuf *out, const struct entry *e)
{
	static void (*const add[])(struct strbuf *, const struct entry *) = {
		add_dates,   add_numbers, add_round,  add_heading,
		add_written, add_minutes, add_tags,   add_source,
		add_private, add_flags,	  add_digest,  add_imported_id,
		add_imported_folder, add_columns,
	};

	for (size_t i = 0; i < ARRAY_SIZE(add); i++)
		add[i](out, e);
}

/* What one of these keys says, the others say in other words. */
static bool is_said(const struct frontmatter *theirs, const char *key)
{
	static const char *const same[][2] = {
		{ "date", "dates" }, { "day", "days" }, { "tags", "tag" },
	};

	if (frontmatter_field(theirs, key))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(same); i++)
		if (!strcmp(key, same[i][0]) || !strcmp(key, same[i][1]))
			return frontmatter_field(theirs, same[i][0]) ||
			       frontmatter_field(theirs, same[i][1]);
	return false;
}

/* A day that they give in a way that we read is theirs to say. */
static bool says_its_days(const struct entry *e, struct arena *mem)
{
	struct error err = ERROR_INIT;
	struct entry theirs;

	if (entry_parse(&theirs, "", e->matter, mem, &err))
		return false;
	return theirs.ndays == e->ndays && theirs.ndays &&
	       !memcmp(theirs.days, e->days, e->ndays * sizeof(*e->days));
}

/* The user's front matter without its closing rule, and what is ours. */
static int add_to_matter(struct strbuf *out, const struct entry *e)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) keys = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct frontmatter theirs, ours;
	struct str raw = e->matter;
	size_t end = raw.len;
	bool dated = says_its_days(e, &mem);

	if (frontmatter_parse(&theirs, raw, &mem, &err) || !theirs.raw.len)
		return -1;
	frontmatter_begin(&keys);
	add_keys(&keys, e);
	frontmatter_end(&keys);
	if (frontmatter_parse(&ours, strbuf_slice(&keys), &mem, &err))
		return -1;
	while (end && strchr("\r\n", raw.s[end - 1]))
		end--;
	while (end && raw.s[end - 1] != '\n')
		end--;
	strbuf_addslice(out, str_upto(raw, end));
	for (size_t i = 0; i < ours.count; i++) {
		const struct frontmatter_field *f = &ours.fields[i];
		struct str rest = strbuf_slice(&keys), line;

		if (is_said(&theirs, f->key) ||
		    (dated && !strncmp(f->key, "date", 4)))
			continue;
		for (unsigned n = 1; (line = str_next_line(&rest)).s; n++)
			if (n >= f->line && n <= f->last_line)
				strbuf_addf(out, "%.*s\n", (int)line.len,
					    line.s);
	}
	strbuf_addslice(out, str_from(raw, end));
	return 0;
}

void entry_write(struct strbuf *out, const struct entry *e)
{
	if (!e->matter.len || add_to_matter(out, e)) {
		frontmatter_begin(out);
		add_keys(out, e);
		frontmatter_end(out);
	}
	strbuf_addslice(out, e->body);
}
