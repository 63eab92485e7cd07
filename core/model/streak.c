/* SPDX-License-Identifier: MIT */
/* The streak: which days hang together, and how many of them were studied. */
#include "core/model/streak.h"

#include "core/base/date.h"

static const char *const state_names[] = {
	[DAY_STUDIED] = "studied",
	[DAY_LATE] = "late",
	[DAY_REST] = "rest",
	[DAY_PAUSE] = "pause",
	[DAY_MISSED] = "missed",
	[DAY_PENDING] = "pending",
	[DAY_OUTSIDE] = "outside",
};

static const char *const status_names[] = {
	[STREAK_NONE] = "none",
	[STREAK_DONE] = "done",
	[STREAK_PENDING] = "pending",
	[STREAK_LAST_CHANCE] = "last-chance",
	[STREAK_REST] = "rest",
	[STREAK_BROKEN] = "broken",
};

const char *day_state_name(enum day_state s)
{
	return state_names[s];
}

const char *streak_status_name(enum streak_status s)
{
	return status_names[s];
}

/* How many days of `days` are not after `day`: both arrays are ascending. */
static size_t studied_upto(const struct studied_day *days, size_t count,
			   int day)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (days[middle].day <= day)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool is_paused(const struct streak_rules *rules, int day)
{
	size_t low = 0, high = rules->npauses;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (rules->pauses[middle].first <= day)
			low = middle + 1;
		else
			high = middle;
	}
	return low && day <= rules->pauses[low - 1].last;
}

static bool is_rest(const struct streak_rules *rules, int day)
{
	size_t low = 0, high = rules->nrest_days;

	if (rules->rest_weekdays & (1u << day_weekday(day)))
		return true;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (rules->rest_days[middle] < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < rules->nrest_days && rules->rest_days[low] == day;
}

/* The state of a day on which nothing was studied. */
static enum day_state idle_state(const struct streak_rules *rules, int day)
{
	if (is_paused(rules, day))
		return DAY_PAUSE;
	return is_rest(rules, day) ? DAY_REST : DAY_MISSED;
}

enum day_state streak_day_state(const struct studied_day *days, size_t count,
				int day, int today,
				const struct streak_rules *rules)
{
	enum day_state state;
	size_t upto = studied_upto(days, count, day);

	if (!upto || day > today)
		return DAY_OUTSIDE;
	if (days[upto - 1].day == day)
		return days[upto - 1].late ? DAY_LATE : DAY_STUDIED;
	state = idle_state(rules, day);
	return state == DAY_MISSED && day == today ? DAY_PENDING : state;
}

/* Along with the days that were studied, not looked up one by one. */
int streak_missed(const struct studied_day *days, size_t count, int first,
		  int today, const struct streak_rules *rules)
{
	size_t upto = studied_upto(days, count, first - 1);
	int missed = 0;

	for (int day = first; day < today; day++) {
		if (upto < count && days[upto].day == day)
			upto++;
		else
			missed += upto && idle_state(rules, day) == DAY_MISSED;
	}
	return missed;
}

/*
 * Does the chain hold over the days between two others, none of them studied?
 * It looks at no more days than it takes to break it, so that a typing error
 * of a thousand years costs nothing.
 */
static bool gap_holds(const struct streak_rules *rules, int after, int before)
{
	int missed = 0, rested = 0;

	for (int day = after + 1; day < before; day++) {
		if (idle_state(rules, day) == DAY_MISSED) {
			if (++missed > rules->grace)
				return false;
		} else if (++rested > rules->pause_max) {
			return false;
		}
	}
	return true;
}

/* Which of the days before `day` and back to the last studied were missed. */
static int missed_since(const struct streak_rules *rules, int last, int day)
{
	int missed = 0;

	for (int d = last + 1; d < day; d++)
		missed += idle_state(rules, d) == DAY_MISSED;
	return missed;
}

/* The chain that ends with the last studied day, if it still holds today. */
static void find_current(struct streak *out, const struct studied_day *days,
			 size_t count, const struct streak_rules *rules)
{
	int last = days[count - 1].day;
	bool resting = idle_state(rules, out->today) != DAY_MISSED;
	size_t first = count - 1;

	out->status = STREAK_BROKEN;
	if (!gap_holds(rules, last, resting ? out->today + 1 : out->today))
		return;
	while (first && gap_holds(rules, days[first - 1].day, days[first].day))
		first--;
	out->streak = (int)(count - first);
	out->since = days[first].day;
	if (last == out->today)
		out->status = STREAK_DONE;
	else if (resting)
		out->status = STREAK_REST;
	else if (missed_since(rules, last, out->today) >= rules->grace)
		out->status = STREAK_LAST_CHANCE;
	else
		out->status = STREAK_PENDING;
}

static void find_run(struct streak *out, const struct studied_day *days,
		     size_t count)
{
	size_t first = count - 1;

	if (days[first].day < out->today - 1)
		return;
	while (first && days[first - 1].day == days[first].day - 1)
		first--;
	out->run = (int)(count - first);
}

static void keep_longer(struct run_of_days *longest,
			const struct run_of_days *now)
{
	if (now->days > longest->days)
		*longest = *now;
}

static void extend(struct run_of_days *run, int day, bool holds)
{
	if (!holds || !run->days)
		*run = (struct run_of_days){ 0, day, day };
	run->days++;
	run->last = day;
}

static void find_longest(struct streak *out, const struct studied_day *days,
			 size_t count, const struct streak_rules *rules)
{
	struct run_of_days chain = { 0, DAY_NONE, DAY_NONE }, run = chain;

	for (size_t i = 0; i < count; i++) {
		int before = i ? days[i - 1].day : days[i].day;

		extend(&chain, days[i].day,
		       gap_holds(rules, before, days[i].day));
		extend(&run, days[i].day, days[i].day - before <= 1);
		keep_longer(&out->longest_streak, &chain);
		keep_longer(&out->longest_run, &run);
	}
}

static void count_last(int *studied, int *possible, int window, int today,
		       const struct studied_day *days, size_t count,
		       const struct streak_rules *rules)
{
	for (int day = today - window + 1; day <= today; day++) {
		enum day_state state =
			streak_day_state(days, count, day, today, rules);
		bool done = state == DAY_STUDIED || state == DAY_LATE;

		*studied += done;
		*possible += done || state == DAY_MISSED;
	}
}

void streak_compute(struct streak *out, const struct studied_day *days,
		    size_t count, int today, const struct streak_rules *rules)
{
	const struct run_of_days none = { 0, DAY_NONE, DAY_NONE };

	*out = (struct streak){
		.today = today,
		.status = STREAK_NONE,
		.since = DAY_NONE,
		.last = DAY_NONE,
		.longest_streak = none,
		.longest_run = none,
	};
	count = studied_upto(days, count, today);
	if (!count)
		return;
	out->last = days[count - 1].day;
	find_current(out, days, count, rules);
	find_run(out, days, count);
	find_longest(out, days, count, rules);
	count_last(&out->studied7, &out->possible7, 7, today, days, count,
		   rules);
	count_last(&out->studied28, &out->possible28, 28, today, days, count,
		   rules);
	out->total = (int)count;
	for (size_t i = 0; i < count; i++)
		out->on_time += !days[i].late;
}
