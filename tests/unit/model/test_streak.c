/* SPDX-License-Identifier: MIT */
/* The streak: a table of cases, and a plain re-implementation beside it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/date.h"
#include "core/model/streak.h"

#define MAX_DAYS 400

static int day(const char *iso)
{
	int d = day_parse_iso(str_of(iso));

	assert_int_not_equal(d, DAY_NONE);
	return d;
}

/* "2022-07-04..2022-07-12 2022-07-14", ascending */
static size_t days_of(int *out, const char *text)
{
	struct str rest = str_of(text), word;
	size_t count = 0;

	while ((word = str_next_field(&rest, ' ')).s) {
		int first = day_parse_iso(str_upto(word, 10));
		int last = word.len > 10 ? day_parse_iso(str_from(word, 12)) :
					   first;

		for (int d = first; d <= last; d++) {
			assert_true(count < MAX_DAYS);
			out[count++] = d;
		}
	}
	return count;
}

struct vector {
	const char *studied, *today;
	const char *rest_days;		/* or NULL */
	const char *pause_first, *pause_last;
	unsigned rest_weekdays;
	int run, streak;
	enum streak_status status;
	const char *since;		/* NULL: none */
};

static void compute(struct streak *out, const struct vector *v)
{
	struct studied_day days[MAX_DAYS];
	int studied[MAX_DAYS], rest[MAX_DAYS];
	struct pause pause;
	struct streak_rules rules = {
		.rest_weekdays = v->rest_weekdays,
		.rest_days = rest,
		.pauses = &pause,
		.grace = 1,
		.pause_max = 14,
	};
	size_t count = days_of(studied, v->studied);

	for (size_t i = 0; i < count; i++)
		days[i] = (struct studied_day){ studied[i], false, 0 };
	if (v->rest_days)
		rules.nrest_days = days_of(rest, v->rest_days);
	if (v->pause_first) {
		pause = (struct pause){ day(v->pause_first),
					day(v->pause_last), "ill" };
		rules.npauses = 1;
	}
	streak_compute(out, days, count, day(v->today), &rules);
}

static void check(struct vector v)
{
	struct streak s;

	compute(&s, &v);
	assert_int_equal(s.run, v.run);
	assert_int_equal(s.streak, v.streak);
	assert_string_equal(streak_status_name(s.status),
			    streak_status_name(v.status));
	assert_string_equal(day_format(s.since).s, v.since ? v.since : "");
}

#define NINE_DAYS "2022-07-04..2022-07-12"
#define WEEKEND (1u << SATURDAY | 1u << SUNDAY)

static void nine_days_in_a_row_are_done_in_the_evening(void **state UNUSED)
{
	check((struct vector){
		.studied = NINE_DAYS, .today = "2022-07-12",
		.run = 9, .streak = 9, .status = STREAK_DONE,
		.since = "2022-07-04" });
}

static void the_next_morning_lowers_nothing(void **state UNUSED)
{
	check((struct vector){
		.studied = NINE_DAYS, .today = "2022-07-13",
		.run = 9, .streak = 9, .status = STREAK_PENDING,
		.since = "2022-07-04" });
}

static void after_one_missed_day_today_is_the_last_chance(void **state UNUSED)
{
	check((struct vector){
		.studied = NINE_DAYS, .today = "2022-07-14",
		.run = 0, .streak = 9, .status = STREAK_LAST_CHANCE,
		.since = "2022-07-04" });
}

static void two_missed_days_break_it(void **state UNUSED)
{
	check((struct vector){
		.studied = NINE_DAYS, .today = "2022-07-15",
		.run = 0, .streak = 0, .status = STREAK_BROKEN });
}

static void one_missed_day_is_bridged_and_not_counted(void **state UNUSED)
{
	check((struct vector){
		.studied = NINE_DAYS " 2022-07-14", .today = "2022-07-14",
		.run = 1, .streak = 10, .status = STREAK_DONE,
		.since = "2022-07-04" });
}

static void every_other_day_holds(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-07-01 2022-07-03 2022-07-05 2022-07-07 "
			   "2022-07-09",
		.today = "2022-07-09",
		.run = 1, .streak = 5, .status = STREAK_DONE,
		.since = "2022-07-01" });
}

static void weekends_of_rest_are_transparent(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-07-04..2022-07-08 2022-07-11..2022-07-15",
		.today = "2022-07-18", .rest_weekdays = WEEKEND,
		.run = 0, .streak = 10, .status = STREAK_PENDING,
		.since = "2022-07-04" });
}

static void rest_between_two_missed_days_does_not_help(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-07-04..2022-07-07 2022-07-12",
		.today = "2022-07-12", .rest_weekdays = WEEKEND,
		.run = 1, .streak = 1, .status = STREAK_DONE,
		.since = "2022-07-12" });
}

static void a_pause_is_transparent(void **state UNUSED)
{
	check((struct vector){
		.studied = "2023-10-03 2023-10-04 2023-10-06 2023-10-11",
		.today = "2023-10-11",
		.pause_first = "2023-10-07", .pause_last = "2023-10-10",
		.run = 1, .streak = 4, .status = STREAK_DONE,
		.since = "2023-10-03" });
}

static void a_pause_of_twenty_days_ends_it(void **state UNUSED)
{
	check((struct vector){
		.studied = "2023-10-11 2023-11-01", .today = "2023-11-01",
		.pause_first = "2023-10-12", .pause_last = "2023-10-31",
		.run = 1, .streak = 1, .status = STREAK_DONE,
		.since = "2023-11-01" });
}

static void days_of_rest_around_one_day_count_one(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-07-07", .today = "2022-07-10",
		.rest_days = "2022-07-04..2022-07-06 2022-07-08..2022-07-10",
		.run = 0, .streak = 1, .status = STREAK_REST,
		.since = "2022-07-07" });
}

static void two_days_and_two_excused_are_two(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-07-01..2022-07-02", .today = "2022-07-04",
		.rest_days = "2022-07-03..2022-07-04",
		.run = 0, .streak = 2, .status = STREAK_REST,
		.since = "2022-07-01" });
}

static void tomorrow_does_not_count_today(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-07-13", .today = "2022-07-12",
		.run = 0, .streak = 0, .status = STREAK_NONE });
}

static void a_leap_day_is_a_day(void **state UNUSED)
{
	check((struct vector){
		.studied = "2024-02-28..2024-03-01", .today = "2024-03-01",
		.run = 3, .streak = 3, .status = STREAK_DONE,
		.since = "2024-02-28" });
}

static void new_year_is_no_gap(void **state UNUSED)
{
	check((struct vector){
		.studied = "2021-12-31..2022-01-01", .today = "2022-01-01",
		.run = 2, .streak = 2, .status = STREAK_DONE,
		.since = "2021-12-31" });
}

/* The clocks of Europe changed on 29 March and 25 October 2026. */
static void a_day_of_23_or_25_hours_is_a_day(void **state UNUSED)
{
	check((struct vector){
		.studied = "2026-03-28..2026-03-30", .today = "2026-03-30",
		.run = 3, .streak = 3, .status = STREAK_DONE,
		.since = "2026-03-28" });
	check((struct vector){
		.studied = "2026-10-24..2026-10-26", .today = "2026-10-26",
		.run = 3, .streak = 3, .status = STREAK_DONE,
		.since = "2026-10-24" });
}

static void day_zero_alone_is_a_streak_of_one(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-07-04", .today = "2022-07-04",
		.run = 1, .streak = 1, .status = STREAK_DONE,
		.since = "2022-07-04" });
}

/* 103 days, three of them missed one by one: the hundredth studied day. */
static void the_hundredth_day_is_reached_with_three_missed(void **state UNUSED)
{
	check((struct vector){
		.studied = "2022-01-01..2022-01-20 2022-01-22..2022-02-20 "
			   "2022-02-22..2022-03-20 2022-03-22..2022-04-13",
		.today = "2022-04-13",
		.run = 23, .streak = 100, .status = STREAK_DONE,
		.since = "2022-01-01" });
}

/* A clock set back puts the last entry into the future until it catches up. */
static void a_clock_set_back_hides_the_last_day_only(void **state UNUSED)
{
	check((struct vector){
		.studied = NINE_DAYS, .today = "2022-07-11",
		.run = 8, .streak = 8, .status = STREAK_DONE,
		.since = "2022-07-04" });
}

static void nothing_studied_is_none(void **state UNUSED)
{
	check((struct vector){
		.studied = "", .today = "2022-07-12",
		.run = 0, .streak = 0, .status = STREAK_NONE });
}

static void the_longest_keeps_its_first_and_last_day(void **state UNUSED)
{
	const struct vector v = {
		.studied = "2022-01-01..2022-01-05 2022-01-07 "
			   "2022-03-01..2022-03-03",
		.today = "2022-03-03",
	};
	struct streak s;

	compute(&s, &v);
	assert_int_equal(s.streak, 3);
	assert_int_equal(s.last, day("2022-03-03"));
	assert_int_equal(s.longest_streak.days, 6);
	assert_int_equal(s.longest_streak.first, day("2022-01-01"));
	assert_int_equal(s.longest_streak.last, day("2022-01-07"));
	assert_int_equal(s.longest_run.days, 5);
	assert_int_equal(s.longest_run.last, day("2022-01-05"));
}

static void the_last_seven_leave_rest_and_the_open_day_out(void **state UNUSED)
{
	const struct vector v = {
		/* Thursday 7 July to Wednesday 13 July; 12 July is missed. */
		.studied = "2022-06-01 2022-07-07..2022-07-08 2022-07-11",
		.today = "2022-07-13", .rest_weekdays = WEEKEND,
	};
	struct streak s;

	compute(&s, &v);
	assert_int_equal(s.studied7, 3);
	assert_int_equal(s.possible7, 4);
	assert_int_equal(s.studied28, 3);
	assert_int_equal(s.possible28, 19);
}

static void days_before_the_first_were_not_possible(void **state UNUSED)
{
	const struct vector v = {
		.studied = "2022-07-11..2022-07-12", .today = "2022-07-12",
	};
	struct streak s;

	compute(&s, &v);
	assert_int_equal(s.studied7, 2);
	assert_int_equal(s.possible7, 2);
}

static void late_days_count_and_are_not_on_time(void **state UNUSED)
{
	const struct studied_day days[] = {
		{ 10, false, 0 }, { 11, true, 30 }, { 12, false, 0 },
	};
	const struct streak_rules rules = { .grace = 1, .pause_max = 14 };
	struct streak s;

	streak_compute(&s, days, 3, 12, &rules);
	assert_int_equal(s.streak, 3);
	assert_int_equal(s.total, 3);
	assert_int_equal(s.on_time, 2);
}

static void every_day_has_a_state(void **state UNUSED)
{
	const struct studied_day days[] = {
		{ 10, false, 0 }, { 12, true, 0 },
	};
	const int rest[] = { 13 };
	const struct pause pauses[] = { { 14, 15, "ill" } };
	const struct streak_rules rules = {
		.rest_days = rest, .nrest_days = 1,
		.pauses = pauses, .npauses = 1,
		.grace = 1, .pause_max = 14,
	};
	static const struct {
		int day;
		const char *state;
	} expected[] = {
		{ 9, "outside" }, { 10, "studied" }, { 11, "missed" },
		{ 12, "late" }, { 13, "rest" }, { 14, "pause" },
		{ 15, "pause" }, { 16, "missed" }, { 17, "pending" },
		{ 18, "outside" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(expected); i++)
		assert_string_equal(
			day_state_name(streak_day_state(days, 2,
							expected[i].day, 17,
							&rules)),
			expected[i].state);
}

static void without_grace_one_missed_day_ends_it(void **state UNUSED)
{
	const struct studied_day days[] = { { 10, false, 0 }, { 12, false, 0 } };
	const struct streak_rules rules = { .grace = 0, .pause_max = 14 };
	struct streak s;

	streak_compute(&s, days, 2, 12, &rules);
	assert_int_equal(s.streak, 1);
	streak_compute(&s, days, 2, 13, &rules);
	assert_int_equal(s.status, STREAK_LAST_CHANCE);
	streak_compute(&s, days, 2, 14, &rules);
	assert_int_equal(s.status, STREAK_BROKEN);
}

/*
 * The same once more, day by day over a calendar of marks: slow, and too
 * simple to be wrong in the same way.
 */
#define CALENDAR 120

static int plain_streak(const char *marks, int today, int grace, int max)
{
	int n = 0, missed = 0, rested = 0;

	for (int d = today; d >= 0; d--) {
		if (marks[d] == 'S') {
			n++;
			missed = rested = 0;
		} else if (marks[d] == 'R') {
			if (++rested > max)
				break;
		} else if (d != today && ++missed > grace) {
			break;
		}
	}
	return n;
}

static int plain_run(const char *marks, int today)
{
	int d = marks[today] == 'S' ? today : today - 1, n = 0;

	while (d >= 0 && marks[d] == 'S') {
		n++;
		d--;
	}
	return n;
}

static const char *plain_status(const char *marks, int today, int first,
				int grace, int max)
{
	int missed = 0;

	if (first > today)
		return "none";
	if (marks[today] == 'S')
		return "done";
	if (!plain_streak(marks, today, grace, max))
		return "broken";
	if (marks[today] == 'R')
		return "rest";
	for (int d = today - 1; marks[d] != 'S'; d--)
		missed += marks[d] == 'M';
	return missed >= grace ? "last-chance" : "pending";
}

static uint32_t next_random(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

/* Marks at random, and the same as days and rules; the first studied day. */
static int random_calendar(char *marks, struct studied_day *days, size_t *count,
			   int *rest, size_t *nrest, uint32_t *seed)
{
	unsigned likely = 1 + next_random(seed) % 9;
	int first = CALENDAR;

	*count = *nrest = 0;
	for (int d = 0; d < CALENDAR; d++) {
		bool resting = next_random(seed) % 10 < likely / 2;

		marks[d] = 'M';
		if (resting) {
			marks[d] = 'R';
			rest[(*nrest)++] = d;
		}
		if (next_random(seed) % 10 < likely) {
			marks[d] = 'S';
			days[(*count)++] = (struct studied_day){ d, false, 0 };
			if (first == CALENDAR)
				first = d;
		}
	}
	return first;
}

static int plain_missed(const struct studied_day *days, size_t count,
			int first, int today, const struct streak_rules *rules)
{
	int missed = 0;

	for (int d = first; d <= today; d++)
		missed += streak_day_state(days, count, d, today, rules) ==
			  DAY_MISSED;
	return missed;
}

static void it_is_what_counting_day_by_day_gives(void **state UNUSED)
{
	struct studied_day days[CALENDAR];
	char marks[CALENDAR];
	int rest[CALENDAR];
	uint32_t seed = 2022;

	for (int round = 0; round < 3000; round++) {
		struct streak_rules rules = {
			.rest_days = rest,
			.grace = (int)(next_random(&seed) % 3),
			.pause_max = (int)(next_random(&seed) % 5),
		};
		size_t count;
		int first = random_calendar(marks, days, &count, rest,
					    &rules.nrest_days, &seed);
		int today = (int)(next_random(&seed) % CALENDAR);
		struct streak s;
		int longest = 0;

		streak_compute(&s, days, count, today, &rules);
		assert_int_equal(s.streak,
				 plain_streak(marks, today, rules.grace,
					      rules.pause_max));
		assert_int_equal(s.run, plain_run(marks, today));
		for (int d = 0; d <= today + 1; d += 7)
			assert_int_equal(
				streak_missed(days, count, d, today, &rules),
				plain_missed(days, count, d, today, &rules));
		assert_string_equal(streak_status_name(s.status),
				    plain_status(marks, today, first,
						 rules.grace,
						 rules.pause_max));
		for (int d = 0; d <= today; d++) {
			int then = plain_streak(marks, d, rules.grace,
						rules.pause_max);

			if (marks[d] == 'S' && then > longest)
				longest = then;
		}
		assert_int_equal(s.longest_streak.days, longest);
	}
}

/* Ten thousand days and a typing error of a thousand years. */
static void a_long_life_is_quick_to_count(void **state UNUSED)
{
	static struct studied_day days[10001];
	const struct streak_rules rules = { .grace = 1, .pause_max = 14 };
	int start = day("2000-01-01");
	struct streak s;

	days[0].day = day("1000-01-01");
	for (int i = 1; i <= 10000; i++)
		days[i].day = start + i;
	for (int i = 0; i < 100; i++)
		streak_compute(&s, days, 10001, start + 10000, &rules);
	assert_int_equal(s.streak, 10000);
	assert_int_equal(s.total, 10001);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nine_days_in_a_row_are_done_in_the_evening),
		cmocka_unit_test(the_next_morning_lowers_nothing),
		cmocka_unit_test(after_one_missed_day_today_is_the_last_chance),
		cmocka_unit_test(two_missed_days_break_it),
		cmocka_unit_test(one_missed_day_is_bridged_and_not_counted),
		cmocka_unit_test(every_other_day_holds),
		cmocka_unit_test(weekends_of_rest_are_transparent),
		cmocka_unit_test(rest_between_two_missed_days_does_not_help),
		cmocka_unit_test(a_pause_is_transparent),
		cmocka_unit_test(a_pause_of_twenty_days_ends_it),
		cmocka_unit_test(days_of_rest_around_one_day_count_one),
		cmocka_unit_test(two_days_and_two_excused_are_two),
		cmocka_unit_test(tomorrow_does_not_count_today),
		cmocka_unit_test(a_leap_day_is_a_day),
		cmocka_unit_test(new_year_is_no_gap),
		cmocka_unit_test(a_day_of_23_or_25_hours_is_a_day),
		cmocka_unit_test(day_zero_alone_is_a_streak_of_one),
		cmocka_unit_test(the_hundredth_day_is_reached_with_three_missed),
		cmocka_unit_test(a_clock_set_back_hides_the_last_day_only),
		cmocka_unit_test(nothing_studied_is_none),
		cmocka_unit_test(the_longest_keeps_its_first_and_last_day),
		cmocka_unit_test(the_last_seven_leave_rest_and_the_open_day_out),
		cmocka_unit_test(days_before_the_first_were_not_possible),
		cmocka_unit_test(late_days_count_and_are_not_on_time),
		cmocka_unit_test(every_day_has_a_state),
		cmocka_unit_test(without_grace_one_missed_day_ends_it),
		cmocka_unit_test(it_is_what_counting_day_by_day_gives),
		cmocka_unit_test(a_long_life_is_quick_to_count),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
