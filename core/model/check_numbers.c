/* SPDX-License-Identifier: MIT */
/* Checks of the numbers and rounds of the days of a log. */
#include "core/model/check_rows.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* An entry with numbers, in the order in which the days went by. */
struct numbered {
	const struct check_day *day;
	int first, last, round;
	bool half;		/* "Day 7.5", "Day 39a" */
};

struct sequence {
	struct numbered *at;
	size_t count;
};

static void sequence_release(struct sequence *s)
{
	free(s->at);
}

static struct numbered numbered(const struct check_day *day)
{
	const struct entry *e = day->entry;
	struct numbered n = { day, e->numbers[0], e->numbers[0], e->round,
			      check_has_flag(e, "half-day") };

	for (size_t i = 1; i < e->nnumbers; i++) {
		n.first = e->numbers[i] < n.first ? e->numbers[i] : n.first;
		n.last = e->numbers[i] > n.last ? e->numbers[i] : n.last;
	}
	return n;
}

/* Newest first, when the numbers mostly fall. */
static bool runs_down(const struct sequence *s)
{
	size_t up = 0, down = 0;

	for (size_t i = 1; i < s->count; i++) {
		up += s->at[i].first > s->at[i - 1].first;
		down += s->at[i].first < s->at[i - 1].first;
	}
	return down > up;
}

static void sequence_read(struct sequence *s, const struct check_log *log)
{
	*s = (struct sequence){ xcalloc(log->count + 1, sizeof(*s->at)), 0 };
	for (size_t i = 0; i < log->count; i++)
		if (log->days[i].entry->nnumbers)
			s->at[s->count++] = numbered(&log->days[i]);
	if (!runs_down(s))
		return;
	for (size_t i = 0; i < s->count / 2; i++) {
		struct numbered swap = s->at[i];

		s->at[i] = s->at[s->count - 1 - i];
		s->at[s->count - 1 - i] = swap;
	}
}

/* --- what is odd about a number ------------------------------------------ */

enum oddity { ODD_NONE, ODD_TWICE, ODD_SKIPPED, ODD_ORDER };

struct odd {
	enum oddity what;
	const struct numbered *a, *b;	/* b is odd, behind a */
	int expected;		/* what fits in its place, or NUMBER_NONE */
};

/* Room for a number as a key. */
struct number_text {
	char s[16];
};

static struct number_text text_of(int number)
{
	struct number_text text;

	snprintf(text.s, sizeof(text.s), "%d", number);
	return text;
}

/* The numbers of a round that were there, up to where it begins again. */
static void remember(struct strset *seen, const struct numbered *n)
{
	for (int k = n->first; k <= n->last && k - n->first < 200; k++)
		strset_put(seen, str_of(text_of(k).s), 0);
}

static bool is_seen(const struct strset *seen, int number)
{
	return strset_has(seen, str_of(text_of(number).s));
}

/* Does a round, or an attempt, begin with b? */
static bool begins_again(const struct numbered *a, const struct numbered *b)
{
	return a->round != b->round || (b->first <= 1 && b->first < a->first);
}

static bool same_day(const struct numbered *a, const struct numbered *b)
{
	int day = entry_day(a->day->entry);

	return day != DAY_NONE && day == entry_day(b->day->entry);
}

/* Two entries that hecto itself made on one day have its number. */
static bool may_share(const struct numbered *a, const struct numbered *b)
{
	return a->half || b->half ||
	       (!a->day->entry->heading.s && !b->day->entry->heading.s &&
		same_day(a, b));
}

static enum oddity oddity_of(const struct numbered *a, const struct numbered *b,
			     const struct strset *seen)
{
	if (b->first == a->last + 1 || begins_again(a, b))
		return ODD_NONE;
	if (b->first == a->last && may_share(a, b))
		return ODD_NONE;
	if (b->first > a->last)
		return ODD_SKIPPED;
	return is_seen(seen, b->first) ? ODD_TWICE : ODD_ORDER;
}

/*
 * A slip of the pen: c goes on from a as if b had the number in between, or
 * were not there.
 */
static bool is_slip(const struct numbered *a, const struct numbered *b,
		    const struct numbered *c, int *expected)
{
	*expected = NUMBER_NONE;
	if (a->round != b->round || b->round != c->round ||
	    b->first == a->last + 1 || a->half || b->half)
		return false;
	if (c->first == a->last + 2)
		*expected = a->last + 1;
	return c->first == a->last + 2 ||
	       (c->first == a->last + 1 && b->first != a->last);
}

typedef void visit_odd(struct findings *f, const struct odd *odd);

static void walk(struct findings *f, const struct check_log *log,
		 enum oddity wanted, visit_odd *visit)
{
	AUTO(sequence) s = { NULL, 0 };
	AUTO(strset) seen = STRSET_INIT;
	size_t a = 0;

	sequence_read(&s, log);
	if (s.count)
		remember(&seen, &s.at[0]);
	for (size_t b = 1; b < s.count; b++) {
		struct odd odd = { .a = &s.at[a], .b = &s.at[b],
				   .expected = NUMBER_NONE };
		bool slip = b + 1 < s.count &&
			    is_slip(odd.a, odd.b, &s.at[b + 1], &odd.expected);

		odd.what = oddity_of(odd.a, odd.b, &seen);
		if (slip && odd.what == ODD_SKIPPED)
			odd.what = ODD_ORDER;
		if (odd.what == wanted)
			visit(f, &odd);
		/* What follows is compared with the number that was meant. */
		if (slip && odd.expected != NUMBER_NONE)
			s.at[b].first = s.at[b].last = odd.expected;
		else if (slip)
			continue;
		if (begins_again(odd.a, odd.b))
			strset_release(&seen);
		remember(&seen, &s.at[b]);
		a = b;
	}
}

static void report(struct findings *f, const struct odd *odd, const char *why,
		   const char *proposal)
{
	const struct check_day *day = odd->b->day;

	findings_add(f, day->path, day->line, check_heading(day), why,
		     proposal);
}

static const char *meant(struct findings *f, const struct odd *odd,
			 const char *otherwise)
{
	if (odd->expected == NUMBER_NONE)
		return otherwise;
	return arena_printf(f->mem, "day %d fits between its neighbours",
			    odd->expected);
}

static void report_twice(struct findings *f, const struct odd *odd)
{
	report(f, odd, arena_printf(f->mem, "there is a day %d before",
				    odd->b->first),
	       meant(f, odd, "number it anew, or put both days together"));
}

void check_duplicate_number(struct findings *f, const struct check_log *log)
{
	walk(f, log, ODD_TWICE, report_twice);
}

/* Do as many dates lie between two entries as numbers? */
static bool dates_skip(const struct odd *odd)
{
	int a = entry_day(odd->a->day->entry);
	int b = entry_day(odd->b->day->entry);

	return a != DAY_NONE && b != DAY_NONE &&
	       b - a == odd->b->first - odd->a->last;
}

static void report_skipped(struct findings *f, const struct odd *odd)
{
	int from = odd->a->last + 1, to = odd->b->first - 1;
	const char *days = from == to ?
		arena_printf(f->mem, "day %d is", from) :
		arena_printf(f->mem, "days %d to %d are", from, to);

	report(f, odd, arena_printf(f->mem, "%s missing between day %d and "
				    "day %d%s", days, odd->a->last,
				    odd->b->first, dates_skip(odd) ?
				    ", and so are the dates" : ""),
	       dates_skip(odd) ?
	       "add what was studied then; nothing, if that was a pause" :
	       "number it and what follows anew, or add what is missing");
}

void check_skipped_number(struct findings *f, const struct check_log *log)
{
	walk(f, log, ODD_SKIPPED, report_skipped);
}

static void report_order(struct findings *f, const struct odd *odd)
{
	report(f, odd, arena_printf(f->mem, "day %d follows day %d",
				    odd->b->first, odd->a->last),
	       meant(f, odd, "correct the number, or move the entry"));
}

void check_number_order(struct findings *f, const struct check_log *log)
{
	walk(f, log, ODD_ORDER, report_order);
}

/* --- rounds -------------------------------------------------------------- */

/* "r2-log.md", "R2 log.md", "round-2.md": 2; 0: the name says none. */
static int round_of_name(const char *name)
{
	struct str s = str_of(name);
	size_t n = 0;
	int round = 0;

	if (!s.s)
		return 0;
	if (str_starts_nocase(s, "round"))
		s = str_from(s, 5);
	else if (str_starts_nocase(s, "r"))
		s = str_from(s, 1);
	else
		return 0;
	while (n < s.len && strchr("-_ ", s.s[n]))
		n++;
	s = str_from(s, n);
	for (n = 0; n < s.len && n < 2 && isdigit((unsigned char)s.s[n]); n++)
		round = round * 10 + s.s[n] - '0';
	if (n < s.len && isalnum((unsigned char)s.s[n]))
		return 0;
	return round;
}

/* The round of those around entry i, where they agree; 0: they do not. */
static int round_around(const struct sequence *s, size_t i)
{
	const struct numbered *a = i ? &s->at[i - 1] : NULL;
	const struct numbered *b = i + 1 < s->count ? &s->at[i + 1] : NULL;

	if (a && b)
		return a->round == b->round ? a->round : 0;
	/* At either end the number must go on as well. */
	if (b && s->count > 2 && b->round == s->at[i + 2].round &&
	    b->first == s->at[i].last + 1)
		return b->round;
	if (a && i >= 2 && a->round == s->at[i - 2].round &&
	    s->at[i].first == a->last + 1)
		return a->round;
	return 0;
}

static size_t count_round(const struct sequence *s, int round)
{
	size_t count = 0;

	for (size_t i = 0; i < s->count; i++)
		count += s->at[i].round == round;
	return count;
}

static void report_round(struct findings *f, const struct check_day *day,
			 const char *why, const char *proposal)
{
	findings_add(f, day->path, day->line, check_heading(day), why,
		     proposal);
}

/* A log named after one round with the days of another. */
static bool check_name_round(struct findings *f, const struct check_log *log,
			     const struct sequence *s)
{
	int named = round_of_name(log->name);
	int first = s->count ? s->at[0].round : 0;

	if (!named || !first || first == named || count_round(s, named) ||
	    count_round(s, first) * 2 < s->count)
		return false;
	report_round(f, s->at[0].day,
		     arena_printf(f->mem, "'%s' speaks of round %d, its days "
				  "of round %d", log->name, named, first),
		     "correct the name or the days");
	return true;
}

void check_round(struct findings *f, const struct check_log *log)
{
	AUTO(sequence) s = { NULL, 0 };

	sequence_read(&s, log);
	if (check_name_round(f, log, &s))
		return;
	for (size_t i = 0; i < s.count; i++) {
		int around = round_around(&s, i);

		if (!around || !s.at[i].round || s.at[i].round == around)
			continue;
		report_round(f, s.at[i].day,
			     arena_printf(f->mem, "round %d stands among days "
					  "of round %d", s.at[i].round, around),
			     arena_printf(f->mem, "R%dD%d, most likely", around,
					  s.at[i].first));
	}
}
