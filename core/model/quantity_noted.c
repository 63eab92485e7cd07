/* SPDX-License-Identifier: MIT */
/* Telling what measures a thing from what measures the learning. */
#include "core/model/quantity.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/date_words.h"
#include "core/model/wording.h"

#define SENTENCE_SIDE 200

bool quantity_ends_sentence(struct str text, size_t at)
{
	char c = text.s[at];

	if (c == '\n' || c == ';')
		return true;
	return (c == '.' || c == '?' || c == '!') &&
	       (at + 1 == text.len || text.s[at + 1] == ' ');
}

/* Cut within no character of UTF-8. */
static size_t to_character(struct str text, size_t at)
{
	while (at < text.len && (text.s[at] & 0xc0) == 0x80)
		at++;
	return at;
}

struct str quantity_sentence(struct str text, const struct quantity *q)
{
	size_t at = (size_t)(q->text.s - text.s), end = at + q->text.len;
	size_t least = at > SENTENCE_SIDE ? at - SENTENCE_SIDE : 0;
	size_t most = text.len - end > SENTENCE_SIDE ? end + SENTENCE_SIDE
						     : text.len;
	size_t start = at;

	while (start > least && !quantity_ends_sentence(text, start - 1))
		start--;
	while (end < most && !quantity_ends_sentence(text, end))
		end++;
	start = to_character(text, start);
	end = to_character(text, end);
	return str_trim((struct str){ text.s + start, end - start });
}

/* Words of a limit: a time near them is one, whatever else stands there. */
static bool has_limit(struct str s)
{
	static const char *const words[] = {
		"max", "maximum", "min", "minimum", "limit", "limits", "most",
		"least", "default", "defaults", "timeout", "timeouts",
		"retention", "window", "ttl", "expire", "expires", "expiry",
		"retry", "interval", "delay", "notice", "latency", "lifetime",
		"rotation", "every", "per", "within", "valid", "availability",
		"uptime", "sla", "durability", "durable", "cheaper", "quota",
		"rpo", "rto", "maximal", "maximale", ("h\xc3\xb6""chstens"),
	};
	struct str word, before = STR("");

	for (; (word = wording_next(&s)).len; before = word)
		/* "42 min" are minutes. */
		if (wording_is_among(word, words, ARRAY_SIZE(words)) &&
		    !(before.len && isdigit((unsigned char)*before.s)))
			return true;
	return false;
}

/* "TIL that …", "Today I learned …", "I found out …": what is told behind it
 * is no more about the learner. */
static struct str without_discovery(struct str s)
{
	static const char *const verbs[] = {
		"learned", "learnt", "til", "out", "discovered", "noticed",
		"read",
	};
	struct str rest = s, word;

	for (int i = 0; i < 5 && (word = wording_next(&rest)).len; i++) {
		if (wording_is_among(word, verbs, ARRAY_SIZE(verbs)) &&
		    wording_count(rest, 3) == 3)
			return rest;
		if (!wording_is(word, WORDING_SELF) &&
		    !wording_is(word, WORDING_WHEN) &&
		    !str_eq_nocase(word, STR("have")) &&
		    !str_eq_nocase(word, STR("found")))
			break;
	}
	return s;
}

#define SENTENCE_WORDS 100

/* "Day 12", and no "1 day". */
static bool has_counted_day(struct str s)
{
	struct str word, before = STR("");

	for (; (word = wording_next(&s)).len; before = word)
		if (str_eq_nocase(before, STR("day")) &&
		    isdigit((unsigned char)*word.s))
			return true;
	return false;
}

/* Somebody speaks of himself, of a course, of an exam, or of what he did. */
static bool is_about_learning(struct str sentence)
{
	struct str told = without_discovery(sentence), rest = told;

	return wording_has(told, WORDING_SELF, SENTENCE_WORDS) ||
	       wording_has(told, WORDING_STUDY, SENTENCE_WORDS) ||
	       has_counted_day(told) ||
	       (told.s == sentence.s &&
		wording_is(wording_next(&rest), WORDING_DEED));
}

/* Nothing but "about", "only", "another" between two slices. */
static bool is_front(struct str s)
{
	static const char *const words[] = {
		"about", "around", "only", "just", "almost", "nearly",
		"another", "some", "roughly", "approx", "ca", "circa", "over",
		"total", "half", "an", "hour", "plus", "the", "last", "first",
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
		"straight", "early", "late",
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

/* Is a deed told of before `at`, "took 40 minutes", by whoever did it? */
static bool deed_before(const struct quantity_sense *known, struct str before)
{
	return known->deed <= before.len;
}

static bool is_spent(const struct quantity_sense *known, struct str before,
		     struct str after, double seconds)
{
	size_t colon = str_find(before, ':');

	if (is_counted_down(after) || str_ends(before, "last ") ||
	    str_ends(before, "past ") || str_starts_nocase(after, "/day") ||
	    str_starts_nocase(after, "/week"))
		return true;
	if (colon < before.len &&
	    !wording_has(str_from(before, colon), WORDING_DEED, 3))
		return is_label_of_day(str_upto(before, colon)) &&
		       is_front(str_from(before, colon + 1));
	/* "took 40 minutes", "20 min on it": by whoever did it. */
	if (deed_before(known, before) ||
	    str_starts_nocase(str_trim_left(after), "on "))
		return true;
	return is_front(before) &&
	       is_spent_on(after, seconds >= DAY_SECONDS);
}

/* "80% done", "50 % through", "85% of the labs" */
static bool is_progress(const struct quantity_sense *known, struct str before,
			struct str after)
{
	static const char *const words[] = {
		"done", "complete", "completed", "finished", "through",
		"ready", "progress", "started",
	};
	struct str word;

	/* "it was 59% yesterday", "did not get far until 30%" */
	if (deed_before(known, before) || str_ends(before, "until "))
		return true;
	for (int i = 0; i < 2; i++) {
		struct str s = i ? before : after;

		for (int n = 0; n < 4 && (word = wording_next(&s)).len; n++)
			if (wording_is_among(word, words, ARRAY_SIZE(words)))
				return true;
	}
	return false;
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

/* Where the first time stands that somebody spent; beyond the end: nowhere. */
static size_t find_spent(const struct quantity_sense *known)
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

/* Where the first word ends that tells what was done, likewise. */
static size_t find_deed(struct str sentence)
{
	struct str rest = sentence, word, before = STR("");

	/* What "can be configured" was not done. */
	for (int n = 0; n < SENTENCE_WORDS && (word = wording_next(&rest)).len;
	     n++, before = word)
		if (wording_is(word, WORDING_DEED) &&
		    !str_eq_nocase(before, STR("be")))
			return (size_t)(word.s + word.len - sentence.s);
	return sentence.len + 1;
}

/* Where one time in a sentence is spent, those behind it are: "1h Go, 1h
 * Rust". */
static bool is_time_of_learner(const struct quantity_sense *known,
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

/* "Project 1 core logic": the how manieth, with no unit. */
static bool is_ordinal(struct str before)
{
	static const char *const words[] = {
		"project", "day", "phase", "week", "step", "lab", "level",
		"part", "chapter", "module", "round", "version", "stage",
		"sprint", "lesson", "section", "jour", "tag", "dia",
	};
	size_t at = before.len;

	while (at && before.s[at - 1] == ' ')
		at--;
	before.len = at;
	while (at && isalpha((unsigned char)before.s[at - 1]))
		at--;
	return wording_is_among(str_from(before, at), words, ARRAY_SIZE(words));
}

/* "100% open source" is said of everything. */
static bool is_whole(const struct quantity *q)
{
	return q->kind == QUANTITY_PERCENT && q->bound == QUANTITY_EXACT &&
	       (q->value <= 0 || q->value == 100);
}

/* "94.12%" and no more, "Attempt 2: 62%": the result of a test. */
static bool is_result(struct str sentence, struct str before,
		      const struct quantity *q)
{
	return q->kind == QUANTITY_PERCENT && q->bound == QUANTITY_EXACT &&
	       (sentence.len == q->text.len ||
		str_starts_nocase(before, "attempt ") ||
		str_starts_nocase(before, "try "));
}

/* "IAM -> create 2 users": steps, and no limit. */
static bool is_step(struct str before, const struct quantity *q)
{
	return q->kind == QUANTITY_COUNT && q->bound == QUANTITY_EXACT &&
	       str_find_str(before, STR(" -> ")) < before.len;
}

/* "`print $2`" is a field of a line, and no price. */
static bool is_in_code(struct str before)
{
	size_t ticks = 0;

	for (size_t i = 0; i < before.len; i++)
		ticks += before.s[i] == '`';
	return ticks % 2;
}

/* Is what is known that of the sentence of `q`?  Near an end that was cut off
 * there is more of it to see. */
static bool is_known(const struct quantity_sense *known, struct str text,
		     const struct quantity *q)
{
	struct str said = known->sentence;
	const char *end = q->text.s + q->text.len;

	if (!said.s || q->text.s < said.s || end > said.s + said.len)
		return false;
	return !known->cut || said.s + said.len - end > SENTENCE_SIDE / 2 ||
	       said.s + said.len == text.s + text.len;
}

/* All words of a sentence are looked up once, however many numbers it has. */
static void look_at(struct quantity_sense *known, struct str text,
		    const struct quantity *q)
{
	struct str sentence = quantity_sentence(text, q);

	*known = (struct quantity_sense){
		.sentence = sentence,
		.cut = sentence.len >= SENTENCE_SIDE,
		.learning = is_about_learning(sentence),
		.limit = has_limit(sentence),
		.deed = find_deed(sentence),
	};
	known->spent = find_spent(known);
}

bool quantity_is_noted(struct quantity_sense *known, struct str text,
		       const struct quantity *q)
{
	struct str sentence, before, after;
	size_t at;

	if (!is_known(known, text, q))
		look_at(known, text, q);
	sentence = known->sentence;
	at = (size_t)(q->text.s - sentence.s);
	before = str_upto(sentence, at);
	after = str_from(sentence, at + q->text.len);
	/* "since the 70s" */
	if (str_ends(before, "the ") && str_ends(q->text, "0s"))
		return false;
	if ((q->kind == QUANTITY_COUNT && !strcmp(q->unit, "question")) ||
	    (q->kind == QUANTITY_MONEY && is_in_code(before)))
		return false;
	/* Nobody learns for milliseconds, or 99.9% of a course. */
	if ((q->kind == QUANTITY_TIME && q->value < 1) ||
	    (q->kind == QUANTITY_PERCENT && q->value > 99 && q->value < 100))
		return true;
	if (known->learning || is_ordinal(before) || is_step(before, q) ||
	    (is_whole(q) && !known->limit) || is_result(sentence, before, q))
		return false;
	if (q->kind == QUANTITY_TIME)
		return !is_time_of_learner(known, q);
	return q->kind != QUANTITY_PERCENT ||
	       !is_progress(known, before, after);
}
