/* SPDX-License-Identifier: MIT */
/* Journals in Org: a datetree, dated headings, or a file a day. */
#include <ctype.h>
#include <string.h>

#include "core/base/path.h"
#include "importers/blocks.h"
#include "importers/importer.h"
#include "importers/tags.h"

#define SCORE_BYTES ((size_t)64 << 10)
#define TITLE_LINES 20		/* where "#+TITLE:" stands */

/* What an Org file is read as, a line at a time. */
struct outline {
	struct str input;
	struct block line;
	struct str text;	/* of the line */
	unsigned level;		/* of its heading; 0: it is none */
	unsigned open;		/* the level of the entry that is open, or 0 */
	bool in_block;		/* between #+BEGIN_x and #+END_x */
};

static unsigned level_of(struct str line)
{
	unsigned level = 0;

	while (level < line.len && line.s[level] == '*')
		level++;
	return level < line.len && line.s[level] == ' ' ? level : 0;
}

static bool next_line(struct outline *o)
{
	struct str text;

	if (!blocks_next_line(o->input, &o->line))
		return false;
	o->text = blocks_line(o->input, &o->line);
	o->level = o->in_block ? 0 : level_of(o->text);
	text = str_trim_left(o->text);
	if (str_starts_nocase(text, "#+begin"))
		o->in_block = true;
	else if (str_starts_nocase(text, "#+end"))
		o->in_block = false;
	return true;
}

/* --- dates of headings --------------------------------------------------- */

/* "<2022-07-04 Mon 21:30>" or "[2022-07-04]": its date, without the time. */
static bool find_stamp(struct str s, struct str *date)
{
	for (size_t i = 0; i + 11 < s.len; i++) {
		struct str inside = str_from(s, i + 1);
		char close = s.s[i] == '<' ? '>' : s.s[i] == '[' ? ']' : 0;
		size_t end;

		if (!close || !day_is_iso_form(inside))
			continue;
		end = str_find(inside, close);
		if (end == inside.len || end > 60)
			continue;
		*date = str_upto(inside, end);
		end = str_find(*date, ':');
		while (end < date->len && end &&
		       isdigit((unsigned char)date->s[end - 1]))
			end--;
		*date = str_trim(str_upto(*date, end));
		return true;
	}
	return false;
}

/* A heading without its stars, and without the tags at its end. */
static struct str heading_words(struct str line, unsigned level,
				struct str *tags)
{
	struct str words = str_trim(str_from(line, level));
	size_t at = words.len;

	*tags = STR("");
	if (!str_ends(words, ":"))
		return words;
	while (at && !isspace((unsigned char)words.s[at - 1]))
		at--;
	if (at && words.s[at] == ':') {
		*tags = str_from(words, at);
		words = str_trim(str_upto(words, at));
	}
	return words;
}

/* What has still to be done says nothing of the day it was written on. */
static bool is_intention(struct str words)
{
	return str_starts(words, "TODO ") || str_starts(words, "NEXT ") ||
	       str_starts(words, "WAITING ");
}

/* "2022", "2022-07 July": the upper levels of a datetree. */
static bool is_year_or_month(struct str words)
{
	unsigned year, month;
	struct str rest = str_from(words, 4);

	if (words.len < 4 || str_to_uint(str_upto(words, 4), 9999, &year))
		return false;
	if (str_starts(rest, "-") && rest.len > 2 &&
	    !str_to_uint(str_upto(str_from(rest, 1), 2), 12, &month))
		rest = str_from(rest, 3);
	return !rest.len || rest.s[0] == ' ';
}

/*
 * Does the heading name a day?  It is a date, as in a datetree, or has a
 * timestamp in it.  "2022" and "2022-07 July" are none.
 */
static bool heading_date(struct dating *d, const struct outline *o,
			 struct str *date)
{
	struct str tags, words = heading_words(o->text, o->level, &tags);
	bool more;

	if (is_intention(words))
		return false;
	if (find_stamp(words, date))
		return true;
	*date = words;
	return !is_year_or_month(words) && dating_reads(d, words, &more) && !more;
}

/* --- a file of one day --------------------------------------------------- */

/* "#+TITLE: 2022-07-04 (Monday)", or "#+DATE: <2022-07-04>". */
static bool title_date(struct dating *d, struct str line, struct str *date)
{
	bool more;

	if (str_starts_nocase(line, "#+title:"))
		*date = str_trim(str_from(line, 8));
	else if (str_starts_nocase(line, "#+date:"))
		*date = str_trim(str_from(line, 7));
	else
		return false;
	if (find_stamp(*date, date))
		return true;
	return dating_reads(d, *date, &more) && !more;
}

/* The line that dates the whole file, where no heading is a day. */
static int open_by_title(struct blocks *b, struct error *err)
{
	struct block line = { 0 };
	struct str date;

	while (blocks_next_line(b->input, &line) && line.line <= TITLE_LINES)
		if (title_date(&b->dating, blocks_line(b->input, &line), &date))
			return blocks_add(b, &line, date, err);
	return 0;
}

/* --- reading ------------------------------------------------------------- */

static void mark_entry(struct entry *e, struct arena *mem)
{
	struct str tags, tag;

	heading_words(e->heading, level_of(e->heading), &tags);
	while ((tag = str_next_field(&tags, ':')).s)
		tags_add(e, tag, mem);
}

/*
 * What is deeper than the heading of a day belongs to it.  A heading as high
 * or higher that is none closes it: then deeper ones may be days again.
 */
static int find_days(struct blocks *b, struct error *err)
{
	struct outline o = { .input = b->input };
	struct str date;

	while (next_line(&o)) {
		if (!o.level || (o.open && o.level > o.open))
			continue;
		o.open = 0;
		if (!heading_date(&b->dating, &o, &date))
			continue;
		o.open = o.level;
		if (blocks_add(b, &o.line, date, err))
			return -1;
	}
	return b->count ? 0 : open_by_title(b, err);
}

/* Without a day in it, *found is false, and nothing is handed out. */
static int read_text(struct str input, const struct import_options *options,
		     struct import_sink *sink, bool *found, struct error *err)
{
	AUTO(blocks) b;

	blocks_init(&b, input);
	if (find_days(&b, err))
		return -1;
	*found = b.count > 0;
	if (!*found)
		return 0;
	return blocks_hand_out(&b, options, mark_entry, sink, err);
}

static int org_run(struct str input, const struct import_options *options,
		   struct import_sink *sink, struct error *err)
{
	bool found;

	if (read_text(input, options, sink, &found, err))
		return -1;
	if (!found)
		return error_set(err, ERROR_INPUT,
				 "no heading in it is a day, as "
				 "'*** 2022-07-04 Monday' or "
				 "'* Sockets <2022-07-04 Mon>' is; keep it "
				 "whole with --as note");
	return 0;
}

/* --- scoring ------------------------------------------------------------- */

/* Other texts have lines that begin with a star and a blank, too: a list. */
static bool is_org(struct str front, struct str name)
{
	struct outline o = { .input = front };
	unsigned deep = 0;

	if (str_ends(name, ".org"))
		return true;
	if (str_starts(name, ".") || str_ends(name, ".md"))
		return false;
	while (next_line(&o)) {
		deep += o.level > 1;
		if (str_starts_nocase(o.text, "#+title:") ||
		    str_is(str_trim(o.text), ":PROPERTIES:"))
			return true;
	}
	return deep > 1;
}

static int org_score(struct str input, struct str name)
{
	struct str front = str_upto(input, SCORE_BYTES);
	struct error none = ERROR_INIT;
	struct blocks b;
	int score = 0;

	if (!is_org(front, name))
		return 0;
	blocks_init(&b, front);
	if (!find_days(&b, &none) && b.count)
		score = str_ends(name, ".org") || b.count > 1 ? 58 : 45;
	blocks_release(&b);
	return score;
}

/* --- folders ------------------------------------------------------------- */

static bool is_dated(const struct foreign_file *file)
{
	return org_score(file->bytes,
			 path_basename(str_of(file->path))) > 0;
}

static int org_score_files(const struct foreign_file *files, size_t count)
{
	return import_owns_most(files, count, is_dated) ? 88 : 0;
}

static int read_file(const struct foreign_file *file,
		     const struct import_options *options,
		     struct import_sink *sink, const char **why,
		     struct error *err)
{
	bool found;

	if (read_text(file->bytes, options, sink, &found, err))
		return -1;
	if (!found)
		*why = "no heading in it is a day";
	return 0;
}

static int org_run_files(const struct foreign_file *files, size_t count,
			 const struct import_options *options,
			 struct import_sink *sink, struct error *err)
{
	return import_each(files, count, read_file, options, sink, err);
}

const struct importer importer_org = {
	.name = "org",
	.summary = "a journal in Org: a datetree, or headings with a date",
	.score = org_score,
	.run = org_run,
	.score_files = org_score_files,
	.run_files = org_run_files,
};
