/* SPDX-License-Identifier: MIT */
/* Journals of jrnl: "[2022-07-04 21:30] Title." and the text beneath. */
#include "importers/jrnl.h"

#include <ctype.h>
#include <string.h>

#include "importers/blocks.h"
#include "importers/tags.h"

#define HEAD_BYTES 120			/* a date and a time, in any words */
#define SCORE_BYTES ((size_t)64 << 10)

/*
 * jrnl before 2 wrote dates without brackets; a line of such a file that
 * begins with one is text.
 */
enum style { STYLE_ANY, STYLE_BRACKETS, STYLE_BARE };

struct head {
	enum style style;
	struct str date;
	bool has_time;
	bool is_sure;		/* it is a date, and nothing else */
};

/* Where "9:30", "09:30:00" or "9:30 AM" begins and ends; false: nowhere. */
static bool find_time(struct str s, size_t *from, size_t *to)
{
	for (size_t i = 1; i + 2 < s.len; i++) {
		size_t start = i, end = i + 3;

		if (s.s[i] != ':' || !isdigit((unsigned char)s.s[i - 1]) ||
		    !isdigit((unsigned char)s.s[i + 1]) ||
		    !isdigit((unsigned char)s.s[i + 2]))
			continue;
		while (start && i - start < 2 &&
		       isdigit((unsigned char)s.s[start - 1]))
			start--;
		if (end + 2 < s.len && s.s[end] == ':' &&
		    isdigit((unsigned char)s.s[end + 1]) &&
		    isdigit((unsigned char)s.s[end + 2]))
			end += 3;
		*from = start;
		*to = end;
		return true;
	}
	return false;
}

/* "AM", "p.m.", in front of `rest`: how long it is. */
static size_t half_of_day(struct str rest)
{
	static const char *const halves[] = { "am", "pm", "a.m.", "p.m." };
	size_t blank = rest.len && rest.s[0] == ' ';

	for (size_t i = 0; i < ARRAY_SIZE(halves); i++) {
		struct str s = str_from(rest, blank);
		size_t len = strlen(halves[i]);

		if (str_starts_nocase(s, halves[i]) &&
		    (s.len == len || !isalnum((unsigned char)s.s[len])))
			return blank + len;
	}
	return 0;
}

/* What joins date and time: "2022-07-04T09:30", "July 4, 2022 at 9:30". */
static struct str without_glue(struct str date)
{
	if (str_ends(date, " at"))
		date.len -= 3;
	else if (str_ends(date, "T") || str_ends(date, ","))
		date.len--;
	return date;
}

/* "2022-07-04 9:30 AM" or "2022-07-04T09:30": the date, and what is behind
 * the time. */
static bool split_time(struct str s, struct str *date, struct str *rest)
{
	size_t from, to;

	if (!find_time(s, &from, &to))
		return false;
	*date = without_glue(str_trim(str_upto(s, from)));
	*rest = str_from(s, to);
	*rest = str_from(*rest, half_of_day(*rest));
	return true;
}

static size_t digits_at(struct str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.len && isdigit((unsigned char)s.s[at + n]))
		n++;
	return n;
}

/* What may stand behind a time: ".123", "+02:00", "Z", "Uhr". */
static bool is_tail_of_time(struct str s)
{
	size_t digits;

	if (str_starts(s, ".") && (digits = digits_at(s, 1)) > 0)
		s = str_from(s, 1 + digits);
	s = str_trim(s);
	if (!s.len || str_is(s, "Z") || str_is(s, "UTC") || str_is(s, "Uhr"))
		return true;
	if (s.s[0] != '+' && s.s[0] != '-')
		return false;
	digits = digits_at(s, 1);
	if (digits == 2 && s.len == 6 && s.s[3] == ':')
		return digits_at(s, 4) == 2;
	return (digits == 2 || digits == 4) && s.len == digits + 1;
}

/* "2130", "213015", "21.30", "21h30" */
static bool is_time_word(struct str word)
{
	size_t digits = digits_at(word, 0);

	if (digits == word.len)
		return digits == 4 || digits == 6;
	return (digits == 1 || digits == 2) && word.len == digits + 3 &&
	       (word.s[digits] == '.' || word.s[digits] == 'h') &&
	       digits_at(word, digits + 1) == 2;
}

/* Such a time as the last word: the date before it. */
static bool split_time_word(struct str s, struct str *date)
{
	size_t at = s.len;

	while (at && s.s[at - 1] != ' ')
		at--;
	if (!at || !is_time_word(str_from(s, at)))
		return false;
	*date = str_trim(str_upto(s, at));
	return true;
}

static bool is_date(struct dating *d, struct str text)
{
	bool more;

	return dating_reads(d, text, &more) && !more;
}

/* "[4 July 2022 21:30] Title" */
static bool head_in_brackets(struct str line, struct dating *d,
			     struct head *head)
{
	struct str inside = str_from(line, 1), rest = STR("");
	size_t close = str_find(str_upto(inside, HEAD_BYTES), ']');

	if (!str_starts(line, "[") || close >= inside.len ||
	    close == HEAD_BYTES)
		return false;
	if (close + 1 < inside.len && inside.s[close + 1] != ' ')
		return false;
	head->date = inside = str_upto(inside, close);
	head->style = STYLE_BRACKETS;
	head->has_time = split_time(inside, &head->date, &rest);
	head->is_sure = is_tail_of_time(rest) && is_date(d, head->date);
	if (!head->is_sure && !head->has_time &&
	    split_time_word(inside, &head->date))
		head->has_time = head->is_sure = is_date(d, head->date);
	return true;
}

/* Does it name a year in full?  Without brackets that is asked of a date. */
static bool has_year(struct str date)
{
	size_t digits = 0;

	for (size_t i = 0; i < date.len && digits < 4; i++)
		digits = isdigit((unsigned char)date.s[i]) ? digits + 1 : 0;
	return digits == 4;
}

/* "2022-07-04 21:30 Title" */
static bool head_bare(struct str line, struct dating *d, struct head *head)
{
	struct str rest;

	if (!line.len || line.s[0] == ' ' ||
	    !split_time(str_upto(line, HEAD_BYTES), &head->date, &rest) ||
	    (rest.len && rest.s[0] != ' ') || !has_year(head->date))
		return false;
	head->style = STYLE_BARE;
	head->has_time = true;
	head->is_sure = is_date(d, head->date);
	return true;
}

static bool head_read(struct str line, enum style style, struct dating *d,
		      struct head *head)
{
	*head = (struct head){ .style = STYLE_ANY };
	if (style != STYLE_BARE && head_in_brackets(line, d, head))
		return true;
	return style != STYLE_BRACKETS && line.len &&
	       isalnum((unsigned char)line.s[0]) && head_bare(line, d, head);
}

/* --- scoring ------------------------------------------------------------- */

/* What jrnl's encryption leaves: a mark of version 3, or a Fernet token. */
static bool is_encrypted(struct str input)
{
	struct str token = str_trim(str_upto(input, SCORE_BYTES));

	if (str_starts(input, "JRNLv3"))
		return true;
	if (!str_starts(token, "gAAAAA") || token.len < 100)
		return false;
	for (size_t i = 0; i < token.len; i++)
		if (!isalnum((unsigned char)token.s[i]) &&
		    token.s[i] != '-' && token.s[i] != '_' && token.s[i] != '=')
			return false;
	return true;
}

/* The first line that says something must open an entry. */
static int text_score(struct str input)
{
	struct str front = str_upto(input, SCORE_BYTES);
	struct block line = { 0 };
	struct head head = { 0 };
	struct dating d;
	int score = 0;

	dating_init(&d, front);
	while (blocks_next_line(front, &line)) {
		struct str text = blocks_line(front, &line);

		if (!str_trim(text).len)
			continue;
		if (head_read(text, STYLE_ANY, &d, &head) && head.is_sure)
			score = head.style == STYLE_BARE ? 60 :
				head.has_time		 ? 90 : 50;
		break;
	}
	dating_release(&d);
	return score;
}

static int jrnl_score(struct str input, struct str name)
{
	(void)name;
	if (is_encrypted(input))
		return 95;
	if (str_starts(str_trim_left(str_upto(input, 1000)), "{"))
		return jrnl_json_score(input);
	return text_score(input);
}

/* --- reading ------------------------------------------------------------- */

static void mark_entry(struct entry *e, struct arena *mem)
{
	struct str title = str_trim(e->heading);
	size_t close = title.len && title.s[0] == '[' ? str_find(title, ']') :
							0;

	title = str_trim(str_from(title, close + (close > 0)));
	if (str_ends(title, "*") || str_starts(title, "*"))
		tags_add(e, STR(TAG_STARRED), mem);
	tags_add_named(e, e->heading, mem);
	tags_add_named(e, e->body, mem);
}

static void tell_unreadable(struct import_sink *sink, struct str text,
			    const struct block *line)
{
	import_doubt(sink, line->line, str_upto(text, 200),
		     "its date cannot be read; it stays in the text of the "
		     "entry above");
}

static int find_heads(struct blocks *b, struct import_sink *sink,
		      struct error *err)
{
	struct block line = { 0 };
	enum style style = STYLE_ANY;

	while (blocks_next_line(b->input, &line)) {
		struct str text = blocks_line(b->input, &line);
		struct head head;

		if (!head_read(text, style, &b->dating, &head))
			continue;
		if (head.is_sure) {
			style = head.style;
			if (blocks_add(b, &line, head.date, err))
				return -1;
		} else if (head.style == STYLE_BRACKETS && head.has_time) {
			tell_unreadable(sink, text, &line);
		}
	}
	return 0;
}

static int refuse(struct str input, struct error *err)
{
	struct str front = str_upto(input, SCORE_BYTES);

	if (is_encrypted(input))
		return error_set(err, ERROR_INPUT,
				 "it is encrypted by jrnl; write it out with "
				 "'jrnl --format json' and import that");
	if (str_find(front, '\0') < front.len)
		return error_set(err, ERROR_INPUT,
				 "it is binary, perhaps encrypted by jrnl; "
				 "write it out with 'jrnl --format json' and "
				 "import that");
	return error_set(err, ERROR_INPUT,
			 "no line in it opens an entry, as '[2022-07-04 21:30] "
			 "Title.' does; keep it whole with --as note");
}

/* Without an entry in it, *found is false, and nothing is handed out. */
static int read_text(struct str input, const struct import_options *options,
		     struct import_sink *sink, bool *found, struct error *err)
{
	AUTO(blocks) b;

	blocks_init(&b, input);
	if (find_heads(&b, sink, err))
		return -1;
	*found = b.count > 0;
	if (!*found)
		return 0;
	return blocks_hand_out(&b, options, mark_entry, sink, err);
}

static int jrnl_run(struct str input, const struct import_options *options,
		    struct import_sink *sink, struct error *err)
{
	bool found;

	if (str_starts(str_trim_left(str_upto(input, 1000)), "{"))
		return jrnl_json_run(input, options, sink, err);
	if (read_text(input, options, sink, &found, err))
		return -1;
	return found ? 0 : refuse(input, err);
}

/* --- folders ------------------------------------------------------------- */

/* "2022/07/04.txt", wherever it is: its day, or DAY_NONE. */
static int day_of_path(const char *path)
{
	struct str s = str_of(path), tail;
	char iso[] = "0000-00-00";

	if (s.len < 14 || !str_ends(s, ".txt"))
		return DAY_NONE;
	tail = str_from(s, s.len - 14);
	if (tail.s[4] != '/' || tail.s[7] != '/' ||
	    (s.len > 14 && s.s[s.len - 15] != '/'))
		return DAY_NONE;
	for (size_t i = 0; i < 10; i++)
		if (i != 4 && i != 7)
			iso[i] = tail.s[i];
	return day_parse_iso((struct str){ iso, 10 });
}

static bool is_day(const struct foreign_file *file)
{
	return day_of_path(file->path) != DAY_NONE;
}

static int jrnl_score_files(const struct foreign_file *files, size_t count)
{
	size_t days = 0, opening = 0;

	for (size_t i = 0; i < count; i++) {
		if (!is_day(&files[i]))
			continue;
		days++;
		opening += text_score(files[i].bytes) > 0;
	}
	if (!opening || opening * 2 < days)
		return 0;
	return import_owns_most(files, count, is_day) ? 85 : 0;
}

static int read_file(const struct foreign_file *file,
		     const struct import_options *options,
		     struct import_sink *sink, const char **why,
		     struct error *err)
{
	bool found;

	if (day_of_path(file->path) == DAY_NONE) {
		*why = "its path is not a day, as 2022/07/04.txt is";
		return 0;
	}
	if (read_text(file->bytes, options, sink, &found, err))
		return -1;
	if (!found)
		*why = "no line in it opens an entry";
	return 0;
}

static int jrnl_run_files(const struct foreign_file *files, size_t count,
			  const struct import_options *options,
			  struct import_sink *sink, struct error *err)
{
	return import_each(files, count, read_file, options, sink, err);
}

/* "[2022-07-04 21:30]", or "2022-07-04 21:30": the title may change. */
static struct str jrnl_key(const struct entry *e, struct arena *mem UNUSED)
{
	struct str heading = e->heading, date, rest;
	size_t close = str_find(heading, ']');

	if (!e->ndays)
		return STR_NONE;
	if (str_starts(heading, "["))
		return close < heading.len ? str_upto(heading, close + 1) :
					     STR_NONE;
	if (!split_time(str_upto(heading, HEAD_BYTES), &date, &rest))
		return STR_NONE;
	return str_upto(heading, (size_t)(rest.s - heading.s));
}

const struct importer importer_jrnl = {
	.name = "jrnl",
	.summary = "a journal of jrnl: its file, its folder, or its JSON",
	.score = jrnl_score,
	.run = jrnl_run,
	.key = jrnl_key,
	.score_files = jrnl_score_files,
	.run_files = jrnl_run_files,
};
