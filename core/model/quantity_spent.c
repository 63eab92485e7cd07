/* SPDX-License-Identifier: MIT */
/* Telling times that somebody spent from those that measure a thing. */
#include "core/model/quantity_spent.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/date_words.h"
#include "core/model/wording.h"

/* Nothing but "about", "only", "another" between two slices. */
static bool is_front(struct str s)
{
	static const char *const words[] = {
		"about", "around", "only", "just", "almost", "nearly",
		"another", "some", "roughly", "approx", "ca", "circa", "over",
		"total", "half", "an", "hour", "plus", "the", "last", "first",
		"past",
		"next", "and", "all", "in",
	};
	struct str word;

	while ((word = wording_next(&s)).len) {
		bool known = !isalpha((unsigned char)*word.s);

		if (!known && !wording_is_among(word, words, ARRAY_SIZE(words)))
			return false;
	}
	return true;
}

/* "Time", "Hours": whatever amount is behind it is of the learner. */
static bool is_time_label(struct str s)
{
	static const char *const words[] = {
		"time", "hours", "minutes", "duration", ("dur\xc3\xa9""e"),
		("dure\xcc\x81""e"), "zeit", "dauer", "temps", "tiempo",
		"tempo",
	};
	struct str first = wording_next(&s), second = wording_next(&s);

	/* An ornament may stand before it; "time to live" is none. */
	if (first.len && !isalpha((unsigned char)*first.s))
		first = second, second = wording_next(&s);
	return wording_is_among(first, words, ARRAY_SIZE(words)) &&
	       !str_eq_nocase(second, STR("to")) &&
	       !str_eq_nocase(second, STR("out"));
}

/* "Weekly hours", "Estimated duration": the same behind a word or two. */
static bool is_study_time_label(struct str s)
{
	static const char *const words[] = {
		"total", "weekly", "daily", "estimated", "suggested", "study",
		"recommended", "planned", "average", "approx", "expected",
	};
	struct str rest = s;

	while (wording_is_among(wording_next(&rest), words, ARRAY_SIZE(words)))
		s = rest;
	return is_time_label(s);
}

/* What stands in the cell before: "Duration | 9 weeks". */
static bool is_in_time_row(struct str before)
{
	size_t bar = str_find_str(before, STR(" | "));

	return bar < before.len &&
	       str_find_str(str_from(before, bar + 3), STR(" | ")) + bar + 3 ==
		       before.len &&
	       is_study_time_label(str_upto(before, bar));
}

/* The last two words before the last colon, "Suggested duration: 6". */
static bool is_labelled_weeks(struct str before)
{
	size_t colon = before.len, from;

	while (colon && before.s[colon - 1] != ':')
		colon--;
	if (!colon || before.len - colon > 3)
		return false;
	before = str_upto(before, colon - 1);
	from = before.len;
	for (int words = 0; from && words < 2; from--)
		words += before.s[from - 1] == ' ';
	return is_study_time_label(str_trim(str_from(before, from))) ||
	       is_study_time_label(before);
}

/* Before a colon: "Next session", "Sat", "Tue/Thu", and no "Retention". */
static bool is_label_of_day(struct str s)
{
	static const char *const words[] = {
		"session", "sessions", "streak", "total", "today", "week",
		"work", "effort", "morning", "evening", "afternoon", "goal",
		"target", "plan", "progress", "budget", "day", "commitment",
	};
	struct str rest = s, word = wording_next(&rest), last = word;
	enum weekday day;
	size_t letters = 0;

	while (letters < word.len && isalpha((unsigned char)word.s[letters]))
		letters++;
	if (date_words_weekday(str_upto(word, letters), &day))
		return true;
	while ((word = wording_next(&rest)).len)
		last = word;
	return wording_count(s, 4) <= 3 &&
	       (wording_is_among(last, words, ARRAY_SIZE(words)) ||
		wording_is(last, WORDING_REPORT) ||
		wording_is(last, WORDING_TIME));
}

/* Behind a time that somebody spent: "of S3", "on Lambda", "and 20 minutes",
 * "Terraform", or nothing; but nobody just notes "30 days" of study. */
static bool is_spent_on(struct str s, bool whole_days)
{
	static const char *const words[] = {
		"of", "on", "with", "plus", "more", "straight", "doing",
	};
	struct str word;

	s = str_trim_left(s);
	if (!s.len || strchr(",+)", *s.s) || str_starts(s, "and "))
		return !whole_days;
	word = wording_next(&s);
	if (!word.len || isupper((unsigned char)*word.s) ||
	    isdigit((unsigned char)*word.s))
		return !whole_days;
	return wording_is_among(word, words, ARRAY_SIZE(words)) ||
	       str_ends(word, "ing");
}

/* "16 days to go", "3 weeks ago", "11 days until": counted from today. */
static bool is_counted_down(struct str s)
{
	static const char *const words[] = {
		"left", "ago", "until", "till", "since", "remaining", "away",
		"straight", "early", "late", "later",
	};

	if (str_starts_nocase(str_trim_left(s), "to go") ||
	    str_starts_nocase(str_trim_left(s), "in a row"))
		return true;
	return wording_is_among(wording_next(&s), words, ARRAY_SIZE(words));
}

#define DAY_SECONDS 86400
#define WEEK_SECONDS (7 * DAY_SECONDS)

/* "1.5 hours per day", "10 h a week": nobody's limit is so long. */
static bool is_pace(struct str after, const struct quantity *q)
{
	struct str word, next;

	if (q->value < 300 || q->value >= DAY_SECONDS)
		return false;
	after = str_trim_left(after);
	if (str_starts(after, "/"))
		after = str_from(after, 1);
	word = wording_next(&after);
	if (wording_is_among(word, (const char *const[]){ "daily", "weekly" },
			     2))
		return true;
	if (wording_is_among(word, (const char *const[]){ "per", "a", "each",
							  "every" }, 4))
		next = wording_next(&after);
	else
		next = word;
	return wording_is_among(next,
				(const char *const[]){ "day", "week", "weekday",
						       "weekend", "session" },
				5);
}

static bool is_spent(const struct quantity_sense *known, struct str before,
		     struct str after, double seconds)
{
	size_t colon = str_find(before, ':');

	/* "Lunch - 1 hour" */
	if (colon == before.len && str_ends(before, " - "))
		colon = before.len - strlen("- ");
	if (is_counted_down(after) || str_ends(before, "last ") ||
	    str_starts_nocase(after, "/day") ||
	    str_starts_nocase(after, "/week"))
		return true;
	if (colon < before.len &&
	    !wording_has(str_from(before, colon), WORDING_DEED, 3))
		return is_label_of_day(str_upto(before, colon)) &&
		       is_front(str_from(before, colon + 1));
	/* "took 40 minutes", "20 min on it": by whoever did it. */
	if (quantity_is_behind_deed(known, before) ||
	    str_starts_nocase(str_trim_left(after), "on "))
		return true;
	return is_front(before) &&
	       is_spent_on(after, seconds >= DAY_SECONDS);
}

/* "3 | Storage | 6 hours", "Day 4 | IAM | 45 min": a row of a schedule. */
static bool is_schedule(struct str sentence)
{
	size_t bar = str_find_str(sentence, STR(" | "));
	struct str cell = str_upto(sentence, bar), word;
	enum weekday day;

	if (bar >= sentence.len)
		return false;
	word = wording_next(&cell);
	return (word.len && isdigit((unsigned char)*word.s)) ||
	       wording_is(word, WORDING_TIME) || date_words_weekday(word, &day);
}

size_t quantity_find_spent(const struct quantity_sense *known)
{
	struct str sentence = known->sentence, rest = sentence;
	struct quantity q = QUANTITY_NONE;

	while (quantity_next(&rest, &q)) {
		size_t at = (size_t)(q.text.s - sentence.s);

		if (q.kind == QUANTITY_TIME &&
		    is_spent(known, str_upto(sentence, at), rest, q.value))
			return at;
	}
	return sentence.len + 1;
}

bool quantity_is_spent(const struct quantity_sense *known,
		       const struct quantity *q)
{
	struct str sentence = known->sentence;
	size_t at = (size_t)(q->text.s - sentence.s);
	size_t colon = str_find(str_upto(sentence, at), ':');

	if (colon == at)
		colon = 0;
	if ((str_ends(str_upto(sentence, at), "the next ") &&
	     !str_ends(str_upto(sentence, at), "within the next ")) ||
	    is_time_label(str_upto(sentence, colon)) ||
	    is_in_time_row(str_upto(sentence, at)) ||
	    is_pace(str_from(sentence, at + q->text.len), q) ||
	    (q->value >= WEEK_SECONDS &&
	     is_labelled_weeks(str_upto(sentence, at))))
		return true;
	if (known->limit || q->value < 60)
		return false;
	/* The challenge that has its name of them. */
	return q->value == 100.0 * DAY_SECONDS || known->spent <= at ||
	       is_schedule(sentence);
}
