/* SPDX-License-Identifier: MIT */
/* Which day of which round an entry is. */
#include "cmd/log/log.h"

#include "core/base/limits.h"

static int first_day(const struct entry *e)
{
	return e->days[0];
}

static int last_day(const struct entry *e)
{
	return e->days[e->ndays - 1];
}

static int last_number(const struct entry *e)
{
	return e->numbers[e->nnumbers - 1];
}

/* The latest entry before a day; `round` < 0: of any, numbered or not. */
static const struct entry *before(const struct index_entry *entries,
				  size_t count, int day, int round)
{
	for (size_t i = count; i-- > 0;) {
		const struct entry *e = &entries[i].entry;

		if (!e->ndays || last_day(e) >= day)
			continue;
		if (round < 0 || (e->round == round && e->nnumbers))
			return e;
	}
	return NULL;
}

static const struct entry *after(const struct index_entry *entries,
				 size_t count, int day, int round)
{
	for (size_t i = 0; i < count; i++) {
		const struct entry *e = &entries[i].entry;

		if (e->ndays && first_day(e) > day && e->round == round &&
		    e->nnumbers)
			return e;
	}
	return NULL;
}

/* The furthest of a log that has no dates at all. */
static const struct entry *furthest_undated(const struct index_entry *entries,
					    size_t count)
{
	const struct entry *best = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct entry *e = &entries[i].entry;

		if (e->ndays)
			return NULL;
		if (!e->nnumbers)
			continue;
		if (!best || e->round > best->round ||
		    (e->round == best->round &&
		     last_number(e) > last_number(best)))
			best = e;
	}
	return best;
}

/* A number that is the only one left, or that the dates on both sides give. */
static int number_between(const struct entry *prev, const struct entry *next,
			  int day)
{
	int from = last_number(prev), to = next->numbers[0];

	if (to - from == 2)
		return from + 1;
	if (to - from == first_day(next) - last_day(prev))
		return from + (day - last_day(prev));
	return NUMBER_NONE;
}

static int next_number(const struct entry *prev)
{
	return last_number(prev) < LIMIT_DAY_NUMBER ? last_number(prev) + 1
						    : NUMBER_NONE;
}

/* The first of its round; in a journal that counts no days, none. */
static int first_number(const struct index_entry *entries, size_t count,
			int round)
{
	for (size_t i = 0; i < count; i++)
		if (entries[i].entry.round == round)
			return NUMBER_NONE;
	return 1;
}

void log_number(const struct index_entry *entries, size_t count, int day,
		int *round, int *number)
{
	const struct entry *prev = before(entries, count, day, -1);
	const struct entry *next;

	if (!prev)
		prev = furthest_undated(entries, count);
	if (!*round && prev)
		*round = prev->round;
	if (*number != NUMBER_NONE)
		return;
	next = after(entries, count, day, *round);
	if (!prev || prev->ndays || prev->round != *round)
		prev = before(entries, count, day, *round);
	if (prev && next && prev->ndays)
		*number = number_between(prev, next, day);
	else if (prev && !next)
		*number = next_number(prev);
	else if (!next)
		*number = first_number(entries, count, *round);
}
