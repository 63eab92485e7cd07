/* SPDX-License-Identifier: MIT */
/* The dates that a line of a plan names, in some languages. */
#include "core/model/plan_schedule.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/base/strbuf.h"
#include "core/model/plan_span.h"
#include "core/text/unicode.h"

#define LINE_BYTES 200
#define TOKENS_MOST 48
#define YEARS_BACK 3	/* in which a weekday may have to be found */
#define WORD_LEAST 3	/* letters of a month's name, cut short */

/* Beginnings of months, folded; of one language in a row, and what several
 * languages share only once. */
static const char *const months[12] = {
	"january janvier januar enero janeiro gennaio januari styczen ocak",
	"february fevrier februar febrero fevereiro febbraio februari",
	"march mars marz marzo marco maart mart",
	"april avril abril aprile nisan",
	"may mai mayo maio maggio mei mayis",
	"june juin juni junio junho giugno haziran",
	"july juillet juli julio julho luglio temmuz",
	"august aout agosto augustus agustos",
	"september septembre septiembre setembro settembre eylul",
	"october octobre oktober octubre outubro ottobre ekim",
	"november novembre noviembre novembro kasim",
	"december decembre dezember diciembre dezembro dicembre aralik",
};

/* What stands before a day by which something is to be done. */
static const char *const due_words[] = {
	"by", "due", "until", "till", "before", "deadline", "bis", "fallig",
	"avant", "antes", "entro", "voor",
};

static const char *const to_words[] = { "to", "until", "till", "bis", "through",
					"a", "au", "al", "ate", "tot" };

enum token_kind { TOKEN_NUMBER, TOKEN_WORD, TOKEN_DASH, TOKEN_OTHER };

struct token {
	enum token_kind kind;
	unsigned value, digits;
	bool dot;		/* a point right behind the number */
	char mark;		/* what else it is */
	struct str word;
};

struct tokens {
	struct strbuf text;	/* folded; words are slices of it */
	struct token items[TOKENS_MOST];
	size_t count;
};

static void tokens_release(struct tokens *t)
{
	strbuf_release(&t->text);
}

static bool is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c & 0x80);
}

static size_t dash_at(struct str s)
{
	if (*s.s == '-')
		return 1;
	return str_starts(s, "\xe2\x80\x93") || str_starts(s, "\xe2\x80\x94") ||
			       str_starts(s, "\xe2\x86\x92") ?
		       3 :
		       0;
}

/* "12", "12.", "12th" */
static struct token take_number(struct str *s)
{
	static const char *const endings[] = { "st", "nd", "rd", "th" };
	struct token t = { .kind = TOKEN_NUMBER };

	while (s->len && ascii_is_digit(*s->s)) {
		if (t.digits < 6)
			t.value = t.value * 10 + (unsigned)(*s->s - '0');
		t.digits++;
		*s = str_from(*s, 1);
	}
	for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
		if (str_starts(*s, endings[i])) {
			*s = str_from(*s, 2);
			break;
		}
	t.dot = str_starts(*s, ".");
	*s = str_from(*s, t.dot ? 1 : 0);
	return t;
}

static struct token take_token(struct str *s)
{
	struct token t = { .kind = TOKEN_OTHER };
	size_t n = dash_at(*s);

	if (ascii_is_digit(*s->s))
		return take_number(s);
	if (n) {
		t.kind = TOKEN_DASH;
		*s = str_from(*s, n);
		return t;
	}
	while (n < s->len && is_letter(s->s[n]) && !dash_at(str_from(*s, n)))
		n++;
	t.kind = n ? TOKEN_WORD : TOKEN_OTHER;
	t.mark = n ? '\0' : *s->s;
	t.word = str_upto(*s, n);
	*s = str_from(*s, n ? n : 1);
	/* "Dez." */
	if (t.kind == TOKEN_WORD && str_starts(*s, "."))
		*s = str_from(*s, 1);
	return t;
}

static void split(struct tokens *t, struct str line)
{
	struct str s;

	unicode_add_folded(&t->text, str_upto(line, LINE_BYTES));
	s = strbuf_slice(&t->text);
	while (s.len && t->count < TOKENS_MOST) {
		if (strchr(" \t\n,*_#>`", *s.s))
			s = str_from(s, 1);
		else
			t->items[t->count++] = take_token(&s);
	}
}

/* 1 … 12; 0: no month. */
static int month_of(const struct token *t)
{
	for (int m = 0; t->kind == TOKEN_WORD && m < 12; m++) {
		struct str rest = str_of(months[m]), name;

		while ((name = str_next_field(&rest, ' ')).s)
			if (t->word.len >= WORD_LEAST &&
			    t->word.len <= name.len &&
			    str_eq(t->word, str_upto(name, t->word.len)))
				return m + 1;
	}
	return 0;
}

/* A day as it is written: what is not is 0. */
struct written {
	int day, month, year;
	int weekday;		/* 1 … 7, from Monday on; 0: none */
	bool either;		/* "14/09": which is the month is not told */
};

static const struct token *at(const struct tokens *t, size_t i)
{
	static const struct token none = { .kind = TOKEN_OTHER };

	return i < t->count ? &t->items[i] : &none;
}

static bool is_day(const struct token *t)
{
	return t->kind == TOKEN_NUMBER && t->digits <= 2 && t->value >= 1 &&
	       t->value <= 31;
}

static bool is_year(const struct token *t)
{
	return t->kind == TOKEN_NUMBER && t->digits == 4 && t->value >= 1990 &&
	       t->value <= 2100;
}

static void take_year(const struct tokens *t, size_t *i, struct written *out)
{
	if (!is_year(at(t, *i)))
		return;
	out->year = (int)at(t, *i)->value;
	++*i;
}

/* "2026-05-12" */
static bool take_iso(const struct tokens *t, size_t *i, struct written *out)
{
	if (!is_year(at(t, *i)) || at(t, *i + 1)->kind != TOKEN_DASH ||
	    at(t, *i + 2)->kind != TOKEN_NUMBER || at(t, *i + 2)->value > 12 ||
	    at(t, *i + 3)->kind != TOKEN_DASH || !is_day(at(t, *i + 4)))
		return false;
	*out = (struct written){ .day = (int)at(t, *i + 4)->value,
				 .month = (int)at(t, *i + 2)->value,
				 .year = (int)at(t, *i)->value };
	*i += 5;
	return true;
}

/* "年" and the like, with whatever else stands behind it. */
static bool is_unit(const struct token *t, const char *unit)
{
	return t->kind == TOKEN_WORD && str_starts(t->word, unit);
}

/* "2026年5月12日", "5月12日" */
static bool take_units(const struct tokens *t, size_t *i, struct written *out)
{
	size_t m = is_year(at(t, *i)) && is_unit(at(t, *i + 1), "年")
			   ? *i + 2 : *i;

	if (at(t, m)->kind != TOKEN_NUMBER || at(t, m)->value < 1 ||
	    at(t, m)->value > 12 ||
	    !(is_unit(at(t, m + 1), "月") || is_unit(at(t, m + 1), "월")) ||
	    !is_day(at(t, m + 2)))
		return false;
	*out = (struct written){ .day = (int)at(t, m + 2)->value,
				 .month = (int)at(t, m)->value,
				 .year = m > *i ? (int)at(t, *i)->value : 0 };
	*i = m + 3;
	if (is_unit(at(t, *i), "日") || is_unit(at(t, *i), "号") ||
	    is_unit(at(t, *i), "일"))
		++*i;
	return true;
}

/* "14/09", of which a weekday must tell what is the month. */
static bool take_pair(const struct tokens *t, size_t *i, struct written *out)
{
	const struct token *a = at(t, *i), *b = at(t, *i + 2);

	if (!is_day(a) || at(t, *i + 1)->mark != '/' || !is_day(b) ||
	    (a->value > 12 && b->value > 12) || at(t, *i + 3)->mark == '/')
		return false;
	*out = (struct written){ .day = (int)a->value, .month = (int)b->value,
				 .either = true };
	*i += 3;
	return true;
}

/* "12 May 2026", "May 12, 2026", "12.5.2026" */
static bool take_date(const struct tokens *t, size_t *i, struct written *out)
{
	const struct token *a = at(t, *i), *b = at(t, *i + 1);

	*out = (struct written){ 0 };
	if (take_iso(t, i, out) || take_units(t, i, out) ||
	    take_pair(t, i, out))
		return true;
	if (is_day(a) && month_of(b)) {
		out->day = (int)a->value;
		out->month = month_of(b);
	} else if (month_of(a) && is_day(b)) {
		out->day = (int)b->value;
		out->month = month_of(a);
	} else if (is_day(a) && a->dot && is_day(b) && b->dot &&
		   b->value <= 12) {
		out->day = (int)a->value;
		out->month = (int)b->value;
	} else {
		return false;
	}
	*i += 2;
	take_year(t, i, out);
	return true;
}

static bool is_to(const struct token *t)
{
	return t->kind == TOKEN_DASH ||
	       (t->kind == TOKEN_WORD &&
		str_is_among(t->word, to_words, ARRAY_SIZE(to_words)));
}

/* Weekdays may stand before a day; "Mar 3" is in March, "mar 3 mayo" on a
 * Tuesday. */
static size_t skip_weekday(const struct tokens *t, size_t i, int *weekday)
{
	const struct token *w = at(t, i);

	*weekday = 0;
	if (month_of(w) && is_day(at(t, i + 1)) && !month_of(at(t, i + 2)))
		return i;
	*weekday = w->kind == TOKEN_WORD ? plan_weekday_named(w->word) : 0;
	return *weekday ? i + 1 : i;
}

/* Or behind it, in brackets perhaps. */
static void take_weekday(const struct tokens *t, size_t i, struct written *out)
{
	int weekday;

	if (at(t, i)->mark == '(')
		i++;
	skip_weekday(t, i, &weekday);
	if (!out->weekday)
		out->weekday = weekday;
}

/* "12–18 May", "28 May – 3 June", "May 12 – 18", or one day. */
static bool take_range(const struct tokens *t, size_t i, struct written *first,
		       struct written *last)
{
	int weekday, second;
	size_t next = skip_weekday(t, i, &weekday), behind;

	i = next;
	if (is_day(at(t, i)) && is_to(at(t, i + 1))) {
		next = skip_weekday(t, i + 2, &second);
		if (take_date(t, &next, last) && last->day && !last->either) {
			*first = (struct written){
				.day = (int)at(t, i)->value };
			return true;
		}
		next = i;
	}
	if (!take_date(t, &next, first))
		return false;
	first->weekday = weekday;
	take_weekday(t, next, first);
	*last = *first;
	if (!is_to(at(t, next)))
		return true;
	behind = next = skip_weekday(t, next + 1, &second);
	if (take_date(t, &next, last)) {
		last->weekday = second;
	} else {
		*last = *first;
		/* "May 12 – 18, 2026" */
		if (is_day(at(t, behind)) && !first->year &&
		    (int)at(t, behind)->value >= first->day) {
			last->day = (int)at(t, behind++)->value;
			take_year(t, &behind, last);
		}
	}
	return true;
}

static int day_of(const struct written *w)
{
	struct civil c = { w->year, w->month, w->day };

	return civil_is_valid(c) ? day_from_civil(c) : DAY_NONE;
}

static int distance(int day, int near)
{
	return day < near ? near - day : day - near;
}

/* The better of two days: that on which the weekday is, or the nearer. */
static int better(int a, int b, const struct written *w, int near)
{
	bool fits = b != DAY_NONE && (int)day_weekday(b) + 1 == w->weekday;

	if (a == DAY_NONE || b == DAY_NONE)
		return a == DAY_NONE ? b : a;
	if (w->weekday && ((int)day_weekday(a) + 1 == w->weekday) != fits)
		return fits ? b : a;
	return distance(b, near) < distance(a, near) ? b : a;
}

/* Without a year, the day that is nearest to where the plan is, and of those
 * that its weekday allows. */
static int nearest(struct written w, const struct plan_calendar *c)
{
	int known = c->known ? c->known : c->today;
	int near = c->start != DAY_NONE ? c->start + 90 : known;
	int year = day_to_civil(near).year, best = DAY_NONE;

	if (w.year)
		return day_of(&w);
	for (w.year = year - (w.weekday ? YEARS_BACK : 1); w.year <= year + 1;
	     w.year++) {
		struct written swapped = w;

		swapped.day = w.month;
		swapped.month = w.day;
		best = better(best, day_of(&w), &w, near);
		if (w.either)
			best = better(best, day_of(&swapped), &w, near);
	}
	if (w.either && best != DAY_NONE &&
	    (!w.weekday || (int)day_weekday(best) + 1 != w.weekday))
		return DAY_NONE;
	return best;
}

static bool settle(struct plan_days *out, struct written first,
		   struct written last, const struct plan_calendar *c)
{
	if (!first.month)
		first.month = last.month;
	out->last = nearest(last, c);
	out->sure = last.year ||
		    (last.weekday && out->last != DAY_NONE &&
		     (int)day_weekday(out->last) + 1 == last.weekday);
	if (out->last == DAY_NONE)
		return false;
	if (first.either) {
		out->first = nearest(first, c);
		return out->first != DAY_NONE && out->first <= out->last &&
		       out->last - out->first <= 366;
	}
	/* The year of the last day is that of the first, or the one after. */
	if (!first.year) {
		first.year = day_to_civil(out->last).year;
		if (first.month > last.month)
			first.year--;
	}
	out->first = day_of(&first);
	return out->first != DAY_NONE && out->first <= out->last &&
	       out->last - out->first <= 366;
}

/* A day by which something is due stands behind a word that says so. */
static bool find_due(const struct tokens *t, struct written *first,
		     struct written *last)
{
	for (size_t i = 0; i + 1 < t->count; i++) {
		size_t next = i + 1;

		if (at(t, i)->kind != TOKEN_WORD ||
		    !str_is_among(at(t, i)->word, due_words, ARRAY_SIZE(due_words)))
			continue;
		while (at(t, next)->kind == TOKEN_OTHER && next < t->count)
			next++;
		if (take_range(t, next, first, last))
			return true;
	}
	return false;
}

bool plan_dates_read(struct plan_days *out, struct str line,
		     const struct plan_calendar *c)
{
	AUTO(tokens) t = { .text = STRBUF_INIT };
	struct written first = { 0 }, last = first;
	struct plan_span span;
	bool has_span = plan_span_read(&span, line);
	size_t i = 0;

	/* Most lines name no day; they are not split. */
	if (!str_has_digit(str_upto(line, LINE_BYTES)))
		return false;
	split(&t, has_span ? span.rest : line);
	/* A box and the like. */
	while (i < t.count && at(&t, i)->kind == TOKEN_OTHER)
		i++;
	if (take_range(&t, i, &first, &last) || find_due(&t, &first, &last))
		return settle(out, first, last, c);
	for (i = 0; has_span && i < t.count; i++)
		if (take_range(&t, i, &first, &last))
			return settle(out, first, last, c);
	return false;
}
