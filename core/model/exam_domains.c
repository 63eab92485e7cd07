/* SPDX-License-Identifier: MIT */
/* Reading the weighted domains of an exam from a note or a plan. */
#include "core/model/exam_domains.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/strbuf.h"

#define NAME_MOST 100		/* bytes; what is longer is a sentence */
#define DOMAINS_MOST 40
#define TAB 4

/* What a line is, and how deep it stands: twice its columns and one for a
 * bullet, or the level of a heading. */
enum form { FORM_BLANK, FORM_LINE, FORM_HEADING, FORM_ROW };

struct line {
	enum form form;
	size_t depth;
	struct str raw;
	struct str text;	/* without indentation, bullet and "##" */
};

struct reader {
	struct arena *mem;
	struct exam_domain_notes group, best;
	enum form form;
	size_t depth;
	bool open;		/* the next one may belong to the group */
	bool fenced;
};

static size_t digits_of(struct str s)
{
	size_t n = 0;

	while (n < s.len && ascii_is_digit(s.s[n]))
		n++;
	return n;
}

/* --- lines --------------------------------------------------------------- */

/* Behind "- ", "* " or "3. ". */
static struct str without_bullet(struct str s)
{
	size_t n = digits_of(s);

	if (s.len > 1 && strchr("-*+", s.s[0]) && s.s[1] == ' ')
		return str_trim_left(str_from(s, 1));
	if (n && n < 4 && n + 1 < s.len && strchr(".)", s.s[n]) &&
	    s.s[n + 1] == ' ')
		return str_trim_left(str_from(s, n + 1));
	return s;
}

static size_t depth_of(struct str raw)
{
	size_t depth = 0;

	for (size_t i = 0; i < raw.len && strchr(" \t", raw.s[i]); i++)
		depth += raw.s[i] == '\t' ? TAB - depth % TAB : 1;
	return depth;
}

static struct line line_of(struct str raw)
{
	struct str s = str_trim(raw);
	struct line l = { .form = FORM_LINE, .raw = raw };

	if (!s.len)
		return (struct line){ .form = FORM_BLANK, .raw = raw };
	while (s.len && s.s[0] == '#') {
		l.form = FORM_HEADING;
		l.depth++;
		s = str_from(s, 1);
	}
	l.text = str_trim(s);
	if (l.form == FORM_HEADING)
		return l;
	l.depth = 2 * depth_of(raw);
	if (s.s[0] == '|') {
		l.form = FORM_ROW;
		return l;
	}
	/* What has a bullet belongs to the line above that has none. */
	l.text = without_bullet(s);
	l.depth += l.text.len < s.len;
	return l;
}

/* --- weights and names --------------------------------------------------- */

/* A hyphen or a dash at the front: its length, or 0. */
static size_t dash_of(struct str s)
{
	if (str_starts(s, "-"))
		return 1;
	return str_starts(s, "\xe2\x80\x93") || str_starts(s, "\xe2\x80\x94") ?
		       3 :
		       0;
}

static bool take_number(struct str *s, double *out)
{
	size_t n = digits_of(*s);
	unsigned value;

	if (!n || str_to_uint(str_upto(*s, n), 100, &value))
		return false;
	*out = value;
	*s = str_from(*s, n);
	if (s->len < 2 || s->s[0] != '.' || !ascii_is_digit(s->s[1]))
		return true;
	*out += (s->s[1] - '0') / 10.0;
	*s = str_from(*s, 1 + digits_of(str_from(*s, 1)));
	return true;
}

/* A per-cent sign, and behind it or instead of it the end of a range. */
static bool take_sign(struct str *s)
{
	struct str rest = str_trim_left(*s);

	if (!str_starts(rest, "%"))
		return false;
	*s = str_from(rest, 1);
	return true;
}

/* "22%", "22 %", "20-25%", "20% - 25%" off the front. */
static bool take_weight(struct str *s, int *weight)
{
	struct str rest = *s, second;
	double low, high;
	bool sign;
	size_t dash;

	if (!take_number(&rest, &low))
		return false;
	sign = take_sign(&rest);
	second = str_trim_left(rest);
	dash = dash_of(second);
	second = str_trim_left(str_from(second, dash));
	if (dash && take_number(&second, &high) && take_sign(&second)) {
		rest = second;
		low = (low + high) / 2;
		sign = true;
	}
	*s = rest;
	*weight = (int)(low + 0.5);
	return sign && *weight > 0;
}

/* The last weight in a line, with what stands before it. */
static bool find_weight(struct str s, struct str *before, int *weight)
{
	for (size_t i = 0; i < s.len; i++) {
		struct str rest = str_from(s, i);

		if (!ascii_is_digit(s.s[i]) ||
		    (i && !strchr(" \t(:[~", s.s[i - 1])))
			continue;
		if (!take_weight(&rest, weight))
			continue;
		*before = str_upto(s, i);
		/* Only closing marks and what explains it in brackets. */
		rest = str_trim_left(rest);
		if (!rest.len || strchr(")]([|,:", rest.s[0]))
			return true;
	}
	return false;
}

/* "Domain 3: Security" is "Security". */
static struct str without_number(struct str s)
{
	static const char *const words[] = { "domain", "section", "part" };

	for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
		struct str rest = str_from(s, strlen(words[i]));
		size_t n;

		if (!str_starts_nocase(s, words[i]))
			continue;
		rest = str_trim_left(rest);
		n = digits_of(rest);
		if (n)
			return str_from(rest, n);
	}
	return s;
}

static struct str trim_marks(struct str s)
{
	static const char marks[] = " \t:.,;|~-([";

	for (;;) {
		if (s.len && strchr(marks, s.s[0]))
			s = str_from(s, 1);
		else if (dash_of(s) == 3)
			s = str_from(s, 3);
		else if (s.len && strchr(marks, s.s[s.len - 1]))
			s.len--;
		else if (s.len >= 3 && dash_of(str_from(s, s.len - 3)) == 3)
			s.len -= 3;
		else
			return s;
	}
}

/* Up to a bracket, without numbers and marks, as a name of few words. */
static bool take_name(struct str s, struct str *out)
{
	bool letter = false;

	s = trim_marks(without_number(trim_marks(s)));
	s = trim_marks(str_upto(s, str_find(s, '(')));
	for (size_t i = 0; i < s.len; i++)
		letter |= (unsigned char)s.s[i] >= 'A';
	*out = s;
	return letter && s.len >= 2 && s.len <= NAME_MOST;
}

/* Without the stars and ticks of Markdown. */
static struct str plain(struct str s, struct arena *mem)
{
	char *out = arena_alloc(mem, s.len + 1);
	size_t n = 0;

	for (size_t i = 0; i < s.len; i++)
		if (!strchr("*`", s.s[i]))
			out[n++] = s.s[i];
	return str_trim((struct str){ out, n });
}

/* --- candidates ---------------------------------------------------------- */

/* Of a row: one cell is the weight, the first in words the name. */
static bool read_row(struct exam_domain_note *out, struct str row)
{
	bool named = false, weighed = false;
	struct str cell;

	while ((cell = str_next_field(&row, '|')).s) {
		struct str rest = cell = str_trim(cell), unused;

		if (take_weight(&rest, &out->weight) && !rest.len) {
			if (weighed)
				return false;
			weighed = true;
		} else if (!named && take_name(cell, &unused)) {
			named = true;
			out->name = unused;
		}
	}
	return named && weighed;
}

static bool read_candidate(struct exam_domain_note *out, const struct line *l,
			   struct arena *mem)
{
	struct str s = str_find(l->text, '%') < l->text.len ?
			       plain(l->text, mem) :
			       STR_NONE;
	struct str rest = s;

	if (!s.len || s.len > 10 * NAME_MOST)
		return false;
	if (l->form == FORM_ROW)
		return read_row(out, s);
	if (take_weight(&rest, &out->weight))
		return take_name(rest, &out->name);
	return find_weight(s, &rest, &out->weight) &&
	       take_name(rest, &out->name);
}

/* --- groups -------------------------------------------------------------- */

bool exam_domains_whole(const struct exam_domain_notes *d)
{
	return d->count >= 2 && d->sum >= EXAM_WEIGHTS_LEAST &&
	       d->sum <= EXAM_WEIGHTS_MOST;
}

static void close_group(struct reader *r)
{
	if (r->group.count >= 2 && !exam_domains_whole(&r->best) &&
	    (exam_domains_whole(&r->group) || r->group.count > r->best.count)) {
		struct exam_domain_note *copy = arena_alloc(
			r->mem, r->group.count * sizeof(*copy));

		memcpy(copy, r->group.items, r->group.count * sizeof(*copy));
		r->best = r->group;
		r->best.items = copy;
	}
	r->group.count = 0;
	r->group.sum = 0;
	r->open = false;
}

static void add(struct reader *r, const struct line *l,
		struct exam_domain_note note)
{
	if (!r->open || l->form != r->form || l->depth != r->depth)
		close_group(r);
	if (r->group.count == DOMAINS_MOST)
		return;
	r->open = true;
	r->form = l->form;
	r->depth = l->depth;
	note.about = l->raw;
	r->group.items[r->group.count++] = note;
	r->group.sum += note.weight;
}

/* Does the line belong to the domain above it? */
static bool is_beneath(const struct reader *r, const struct line *l)
{
	if (r->form == FORM_HEADING)
		return l->form != FORM_HEADING || l->depth > r->depth;
	if (r->form == FORM_ROW)
		return false;
	return l->form == FORM_LINE && l->depth > r->depth;
}

static void see(struct reader *r, const struct line *l, unsigned number)
{
	struct exam_domain_note note = { .line = number };
	struct str *about;

	if (l->form == FORM_BLANK)
		return;
	if ((!r->open || !is_beneath(r, l)) &&
	    read_candidate(&note, l, r->mem)) {
		add(r, l, note);
		return;
	}
	if (!r->open || (r->form == FORM_ROW && l->form == FORM_ROW))
		return;
	if (!is_beneath(r, l)) {
		close_group(r);
		return;
	}
	about = &r->group.items[r->group.count - 1].about;
	about->len = (size_t)(l->raw.s + l->raw.len - about->s);
}

void exam_domains_read(struct exam_domain_notes *out, struct str text,
		       struct arena *mem)
{
	struct exam_domain_note items[DOMAINS_MOST];
	struct reader r = { .mem = mem, .group = { .items = items } };
	struct str raw;

	for (unsigned number = 1; (raw = str_next_line(&text)).s; number++) {
		struct line l = line_of(raw);

		if (str_starts(str_trim_left(raw), "```"))
			r.fenced = !r.fenced;
		else if (!r.fenced)
			see(&r, &l, number);
	}
	close_group(&r);
	*out = r.best;
}
