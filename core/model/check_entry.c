/* SPDX-License-Identifier: MIT */
/* Checks of an entry's front matter and of its name. */
#include "core/model/check_rows.h"

#include "core/base/path.h"
#include "core/text/frontmatter.h"

/* "line 3: …" */
static unsigned line_of(struct str complaint)
{
	size_t at = str_find_str(complaint, STR("line "));
	unsigned line = 0;

	for (at += 5; at < complaint.len && line < 100000; at++) {
		if (complaint.s[at] < '0' || complaint.s[at] > '9')
			break;
		line = line * 10 + (unsigned)(complaint.s[at] - '0');
	}
	return line;
}

static struct str line_at(struct str text, unsigned line)
{
	struct str s = str_next_line(&text);

	while (line-- > 1 && s.s)
		s = str_next_line(&text);
	return s.s ? s : STR("");
}

void check_front_matter(struct findings *f, const struct check_file *file)
{
	unsigned line;

	if (!file->complaint)
		return;
	line = line_of(str_of(file->complaint));
	findings_add(f, file->path, line, line_at(file->bytes, line),
		     arena_strdup(f->mem, file->complaint),
		     "correct it; hecto-journal(5) has the keys");
}

/* --- quoting ------------------------------------------------------------- */

static bool reads(struct str text, struct arena *mem)
{
	AUTO(strbuf) file = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct frontmatter fm;

	strbuf_addstr(&file, "---\n");
	strbuf_addslice(&file, text);
	strbuf_addstr(&file, "\n---\n");
	return !frontmatter_parse(&fm, arena_str(mem, strbuf_slice(&file)), mem,
				  &err);
}

static bool is_key(struct str s)
{
	if (!s.len)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		char c = s.s[i];

		if (!((c | 0x20) >= 'a' && (c | 0x20) <= 'z') && c != '_' &&
		    c != '-' && !(c >= '0' && c <= '9'))
			return false;
	}
	return true;
}

/* Without the quote that was opened and never closed. */
static struct str without_quote(struct str value)
{
	if (value.len && (value.s[0] == '"' || value.s[0] == '\'') &&
	    str_find(str_from(value, 1), value.s[0]) == value.len - 1)
		return str_from(value, 1);
	return value;
}

/* "key: value" whose value alone is no YAML gets quotes around it. */
static bool add_quoted(struct strbuf *out, struct str line, struct arena *mem)
{
	size_t colon = str_find(line, ':');
	struct str key = str_upto(line, colon);
	struct str value = str_trim(str_from(line, colon + 1));

	if (colon == line.len || !is_key(key) || !value.len ||
	    value.s[0] == '[' || value.s[0] == '{' || reads(line, mem))
		return false;
	frontmatter_add(out, arena_str(mem, key).s, without_quote(value));
	return true;
}

static void end_in_crlf(struct strbuf *out)
{
	strbuf_truncate(out, out->len - 1);
	strbuf_addstr(out, "\r\n");
}

/* Each line that is no YAML by itself, quoted. */
static bool quote_lines(struct strbuf *out, struct str raw, struct arena *mem)
{
	struct str line;
	bool any = false;

	while ((line = str_next_line(&raw)).s) {
		if (add_quoted(out, str_trim_right(line), mem)) {
			any = true;
			if (str_ends(line, "\r"))
				end_in_crlf(out);
			continue;
		}
		strbuf_addslice(out, line);
		strbuf_addch(out, '\n');
	}
	return any;
}

/*
 * Quotes that were forgotten, and nothing else: only when all of the front
 * matter can be read afterwards.
 */
bool fix_front_matter(struct strbuf *out, const struct check_file *file)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) mended = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct frontmatter fm;
	struct entry e;

	if (!file->complaint ||
	    !frontmatter_parse(&fm, file->bytes, &mem, &err) || !fm.raw.len)
		return false;
	if (!quote_lines(&mended, fm.raw, &mem))
		return false;
	strbuf_addslice(&mended, fm.body);
	if (entry_parse(&e, file->path, strbuf_slice(&mended), &mem, &err))
		return false;
	strbuf_addslice(out, strbuf_slice(&mended));
	return true;
}

/* --- names --------------------------------------------------------------- */

static bool has_day(const struct entry *e, int day)
{
	for (size_t i = 0; i < e->ndays; i++)
		if (e->days[i] == day)
			return true;
	return false;
}

/* The line of the front matter that says the date. */
static unsigned date_line(struct str bytes, struct str *line)
{
	unsigned number = 0;

	while ((*line = str_next_line(&bytes)).s) {
		number++;
		if (str_starts(*line, "date"))
			return number;
		if (number > 1 && str_is(str_trim(*line), "---"))
			break;
	}
	*line = STR("");
	return 0;
}

void check_name_date(struct findings *f, const struct check_file *file)
{
	struct str stem = path_stem(str_of(file->path)), line;
	int day = day_parse_iso(str_upto(stem, 10));
	AUTO(strbuf) wanted = STRBUF_INIT;
	unsigned number;

	if (!file->entry || !file->entry->ndays || day == DAY_NONE ||
	    has_day(file->entry, day))
		return;
	entry_add_wanted_id(&wanted, file->entry);
	number = date_line(file->bytes, &line);
	findings_add(f, file->path, number, line,
		     arena_printf(f->mem, "the file is named after %s, its "
				  "date is %s", day_format(day).s,
				  day_format(file->entry->days[0]).s),
		     arena_printf(f->mem, "correct the date, or name the file "
				  "%s.md", wanted.buf));
}
