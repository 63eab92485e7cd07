/* SPDX-License-Identifier: MIT */
/* What the path of a file says of its day: "week3/day-08.md". */
#include "importers/day_header.h"

#include <ctype.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/text/unicode.h"

/* The digits at the front of `s`; -1: none, or too many. */
static int digits_take(struct str *s, size_t *count)
{
	int n = 0;

	*count = 0;
	while (*count < s->len && isdigit((unsigned char)s->s[*count]) &&
	       *count < 6)
		n = n * 10 + (s->s[(*count)++] - '0');
	*s = str_from(*s, *count);
	if (!*count || (s->len && isdigit((unsigned char)s->s[0])))
		return -1;
	return n > LIMIT_DAY_NUMBER ? -1 : n;
}

/* Two digits, or one where a mark ends it, into `iso`. */
static bool part_of_date(char *iso, struct str *s, bool marked)
{
	size_t n = s->len > 1 && isdigit((unsigned char)s->s[1]) ? 2 : 1;

	if (!s->len || !isdigit((unsigned char)s->s[0]) || (n == 1 && !marked))
		return false;
	iso[0] = n == 2 ? s->s[0] : '0';
	iso[1] = s->s[n - 1];
	*s = str_from(*s, n);
	return true;
}

static bool mark_skip(struct str *s)
{
	bool marked = s->len && strchr("-._ ", s->s[0]);

	*s = str_from(*s, marked ? 1 : 0);
	return marked;
}

/* "2022-07-04", "2022.7.4", "2022_07_04", "20220704", with text behind. */
static int date_of(struct str name)
{
	char iso[] = "yyyy-mm-dd";
	struct str rest = str_from(name, 4);
	bool marked;

	if (name.len < 8)
		return DAY_NONE;
	memcpy(iso, name.s, 4);
	marked = mark_skip(&rest);
	if (!part_of_date(iso + 5, &rest, marked))
		return DAY_NONE;
	marked = mark_skip(&rest);
	if (!part_of_date(iso + 8, &rest, marked) ||
	    (rest.len && isalnum((unsigned char)rest.s[0])))
		return DAY_NONE;
	return day_parse_iso(str_of(iso));
}

/* The letters at the front of `s`, bytes above ASCII with them. */
static struct str word_take(struct str *s)
{
	size_t n = 0;
	struct str word;

	while (n < s->len && (isalpha((unsigned char)s->s[n]) ||
			      (unsigned char)s->s[n] >= 0x80))
		n++;
	word = str_upto(*s, n);
	*s = str_from(*s, n);
	return word;
}

static struct str separators_skip(struct str s)
{
	while (s.len && strchr("-_. #", s.s[0]))
		s = str_from(s, 1);
	return s;
}

static unsigned meaning_of(const struct daylog_words *w, struct str word)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, str_upto(word, 60));
	return daylog_word(w, strbuf_slice(&folded));
}

/* "Day-28", "jour-49-docker", "R1D08", "round2", "_r000". */
static void part_read(struct day_name *out, struct str part,
		      const struct daylog_words *w)
{
	struct str rest = separators_skip(part);

	for (int label = 0; label < 3 && rest.len; label++) {
		struct str word = word_take(&rest);
		unsigned meaning = word.len ? meaning_of(w, word) : 0;
		size_t count, gap = rest.len;
		bool glued;
		int n;

		rest = separators_skip(rest);
		glued = gap == rest.len;
		n = digits_take(&rest, &count);
		if (n < 0 || !word.len)
			return;
		if (meaning & (WORD_ROUND | WORD_ROUND_LETTER) &&
		    (word.len > 1 || glued)) {
			out->round = n;
		} else if (meaning & WORD_DAY ||
			   (meaning & WORD_DAY_LETTER && glued)) {
			if (out->labelled)
				return;
			out->number = n;
			out->labelled = true;
		} else if (word.len > 4) {
			return;
		}
		rest = separators_skip(rest);
	}
}

/* The days that a folder is named for: "Days_1to10", "Dias 11-20". */
struct day_span {
	int first, last;
};

static bool span_read(struct day_span *out, struct str part,
		      const struct daylog_words *w)
{
	struct str rest = separators_skip(part), word = word_take(&rest), to;
	struct day_span span;
	size_t count;

	if (!word.len || !(meaning_of(w, word) & WORD_DAY))
		return false;
	rest = separators_skip(rest);
	span.first = digits_take(&rest, &count);
	rest = separators_skip(rest);
	to = word_take(&rest);
	rest = separators_skip(rest);
	span.last = digits_take(&rest, &count);
	if (span.first < 0 || span.last <= span.first || rest.len ||
	    (to.len && !(meaning_of(w, to) & WORD_TO)))
		return false;
	*out = span;
	return true;
}

/* "e 31" behind 30: the day after it, or -1. */
static int next_take(struct str rest, int n, const struct daylog_words *w)
{
	struct str word;
	size_t count;
	int next;

	rest = separators_skip(rest);
	word = word_take(&rest);
	if (!word.len && rest.len && strchr("&+,", rest.s[0]))
		rest = str_from(rest, 1);
	else if (!word.len || !(meaning_of(w, word) & WORD_AND))
		return -1;
	rest = separators_skip(rest);
	next = digits_take(&rest, &count);
	return next == n + 1 ? next : -1;
}

/* "5 - React Portals", "30 e 31 - Redis": days by the folder they are in. */
static void number_of_span_read(struct day_name *out, struct str stem,
				const struct day_span *span,
				const struct daylog_words *w)
{
	struct str rest = separators_skip(stem);
	size_t count;
	int n = digits_take(&rest, &count), next;

	if (n < span->first || n > span->last ||
	    (rest.len && !strchr("-_. ,+&", rest.s[0])))
		return;
	next = next_take(rest, n, w);
	out->labelled = true;
	out->number = n;
	out->until = next > n ? next : n;
}

static void number_read(struct day_name *out, struct str stem)
{
	struct str rest = separators_skip(stem);
	size_t count;
	int n = digits_take(&rest, &count);

	if (n < 0 || count > 3 || (count < 2 && rest.len) ||
	    (rest.len && !strchr("-_. ", rest.s[0])))
		return;
	out->numbered = true;
	out->padded = count == 3 && !rest.len;
	out->number = n;
}

bool day_name_is_index(struct str base)
{
	static const char *const names[] = { "readme", "index", "notes",
					     "note", "log", "journal" };
	struct str stem = path_stem(base);

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (str_eq_nocase(stem, str_of(names[i])))
			return true;
	return false;
}

struct day_name day_name_read(const char *path, const struct daylog_words *w)
{
	struct day_name out = { .number = NUMBER_NONE, .round = -1,
				.day = DAY_NONE };
	struct str folders = path_dirname(str_of(path)), part;
	struct str last = path_stem(path_basename(str_of(path)));
	bool index = day_name_is_index(path_basename(str_of(path)));
	struct day_span span = { 0, -1 };

	if (index) {
		last = path_basename(folders);
		folders = path_dirname(folders);
	}
	while ((part = str_next_field(&folders, '/')).s) {
		part_read(&out, part, w);
		span_read(&span, part, w);
	}
	if (out.labelled) {	/* "day-05/queues.md": the folder is the day */
		out.labelled = false;
		out.number = NUMBER_NONE;
	}
	out.day = date_of(last);
	if (out.day == DAY_NONE)
		part_read(&out, last, w);
	out.until = out.number;
	if (!out.labelled && out.day == DAY_NONE)
		number_of_span_read(&out, last, &span, w);
	if (!out.labelled && out.day == DAY_NONE)
		number_read(&out, last);
	out.padded &= index;
	return out;
}
