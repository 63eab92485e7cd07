/* SPDX-License-Identifier: MIT */
/* Headings for entries that no log has yet, in the style of its others. */
#include "exporters/100days.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* --- the parts of a heading that change from day to day ------------------ */

/* What is known of the day that a heading is of. */
struct day_parts {
	int round, number;
	struct civil date;
	enum weekday weekday;
};

static bool parts_of(struct day_parts *out, const struct entry *e)
{
	if (!e->ndays || !e->nnumbers)
		return false;
	out->round = e->round;
	out->number = e->numbers[0];
	out->date = day_to_civil(e->days[0]);
	out->weekday = day_weekday(e->days[0]);
	return out->number >= 0;
}

static const char *ordinal_suffix(int n)
{
	static const char *const suffixes[] = { "th", "st", "nd", "rd" };

	return suffixes[n % 10 < 4 && n / 10 != 1 ? n % 10 : 0];
}

/* `word`, with the capitals of `like`. */
static void add_in_case(struct strbuf *out, const char *word, struct str like)
{
	bool upper = like.len > 1 && isupper((unsigned char)like.s[1]);
	bool lower = islower((unsigned char)like.s[0]);

	for (size_t i = 0; word[i]; i++)
		strbuf_addch(out, (char)(upper ? toupper((unsigned char)word[i])
					 : lower ? tolower((unsigned char)word[i])
						 : word[i]));
}

static bool is_name(struct str word, const char *name)
{
	return str_eq_nocase(word, str_of(name));
}

/* "Tue", "Tues", "Thurs": a beginning of the name that people write. */
static bool is_short_name(struct str word, const char *name)
{
	return word.len >= 3 && word.len < strlen(name) &&
	       str_eq_nocase(word, str_upto(str_of(name), word.len));
}

/* --- rewriting ----------------------------------------------------------- */

struct rewriting {
	struct strbuf *out;
	struct day_parts old, new;
	bool round, number, month, day, year, ordinal, numeric;
};

/* Append `n` with at least `width` digits, where the old one had a zero. */
static void add_number(struct rewriting *r, struct str old, int n)
{
	int width = old.len > 1 && old.s[0] == '0' ? (int)old.len : 1;

	strbuf_addf(r->out, "%0*d", width, n);
}

static bool rewrite_number(struct rewriting *r, struct str digits)
{
	unsigned n;

	if (str_to_uint(digits, 99999999, &n))
		return false;
	if (!r->number) {
		if (r->old.round && !r->round && (int)n == r->old.round) {
			r->round = true;
			add_number(r, digits, r->new.round ? r->new.round
							   : r->old.round);
			return true;
		}
		r->number = true;
		add_number(r, digits, r->new.number);
		return (int)n == r->old.number;
	}
	if (!r->year && digits.len == 4 && (int)n == r->old.date.year) {
		r->year = true;
		r->numeric = !r->month;
		add_number(r, digits, r->new.date.year);
		return true;
	}
	if (r->numeric && !r->month && (int)n == r->old.date.month) {
		r->month = true;
		add_number(r, digits, r->new.date.month);
		return true;
	}
	if (!r->day && (int)n == r->old.date.day && !(r->numeric && !r->month)) {
		r->day = r->ordinal = true;
		add_number(r, digits, r->new.date.day);
		return true;
	}
	return false;
}

static bool rewrite_weekday(struct rewriting *r, struct str word)
{
	const char *old = weekday_name(r->old.weekday);

	if (is_name(word, old))
		add_in_case(r->out, weekday_name(r->new.weekday), word);
	else if (is_short_name(word, old))
		add_in_case(r->out, weekday_short(r->new.weekday), word);
	else
		return false;
	return true;
}

static bool rewrite_month(struct rewriting *r, struct str word)
{
	const char *old = month_name(r->old.date.month);

	if (r->month || !r->number)
		return false;
	/* "May" is a short name as well; then the long one is meant. */
	if (is_name(word, old))
		add_in_case(r->out, month_name(r->new.date.month), word);
	else if (is_short_name(word, old))
		add_in_case(r->out, month_short(r->new.date.month), word);
	else
		return false;
	r->month = true;
	return true;
}

/* A word: part of the label, or of the date; anything else says more. */
static bool rewrite_word(struct rewriting *r, struct str word)
{
	static const char *const labels[] = { "Day", "R", "D", "Round" };

	if (r->ordinal && is_name(word, ordinal_suffix(r->old.date.day))) {
		strbuf_addstr(r->out, ordinal_suffix(r->new.date.day));
		return true;
	}
	for (size_t i = 0; i < ARRAY_SIZE(labels) && !r->number; i++)
		if (is_name(word, labels[i])) {
			strbuf_addslice(r->out, word);
			return true;
		}
	return rewrite_month(r, word) || rewrite_weekday(r, word);
}

static struct str run_of(struct str s, int (*is)(int))
{
	size_t n = 0;

	while (n < s.len && is((unsigned char)s.s[n]))
		n++;
	return str_upto(s, n);
}

static bool rewrite(struct rewriting *r, struct str heading)
{
	while (heading.len) {
		unsigned char c = (unsigned char)heading.s[0];
		struct str run;

		if (isdigit(c)) {
			run = run_of(heading, isdigit);
			if (!rewrite_number(r, run))
				return false;
		} else if (isalpha(c)) {
			run = run_of(heading, isalpha);
			if (!rewrite_word(r, run))
				return false;
		} else if (c >= 0x80) {
			return false;
		} else {
			run = str_upto(heading, 1);
			strbuf_addch(r->out, (char)c);
		}
		r->ordinal = r->ordinal && isdigit(c);
		heading = str_from(heading, run.len);
	}
	return r->number && r->month && r->day && r->year;
}

bool heading_add_like(struct strbuf *out, const struct entry *sample,
		      const struct entry *e)
{
	struct rewriting r = { .out = out };
	size_t before = out->len;

	if (sample->ndays != 1 || sample->nnumbers != 1 || e->ndays != 1 ||
	    e->nnumbers != 1 || !parts_of(&r.old, sample) ||
	    !parts_of(&r.new, e))
		return false;
	if (rewrite(&r, sample->heading))
		return true;
	strbuf_truncate(out, before);
	return false;
}

/* --- a heading of our own ------------------------------------------------ */

static void add_list(struct strbuf *out, const int *numbers, size_t n)
{
	for (size_t i = 0; i < n; i++)
		strbuf_addf(out, "%s%d", i ? ", " : "", numbers[i]);
}

static void add_date(struct strbuf *out, int day)
{
	struct civil c = day_to_civil(day);

	strbuf_addf(out, "%s %d, %d", month_name(c.month), c.day, c.year);
}

void heading_add_plain(struct strbuf *out, const struct entry *e, int round,
		       int level)
{
	strbuf_addf(out, "%.*s ", level, "######");
	if (e->nnumbers) {
		if (round)
			strbuf_addf(out, "R%dD", round);
		else
			strbuf_addstr(out, e->nnumbers > 1 ? "Days " : "Day ");
		add_list(out, e->numbers, e->nnumbers);
	}
	for (size_t i = 0; i < e->ndays; i++) {
		if (i || e->nnumbers)
			strbuf_addstr(out, i ? "; " : ": ");
		add_date(out, e->days[i]);
	}
	if (!e->nnumbers && !e->ndays)
		strbuf_addstr(out, "Day ?:");
}
