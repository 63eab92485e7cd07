/* SPDX-License-Identifier: MIT */
/* Telling what measures a thing from what measures the learning. */
#include "core/model/quantity.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/quantity_spent.h"
#include "core/model/quantity_study.h"
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

/* Somebody speaks of himself or of what he did. */
static bool is_about_learner(struct str sentence, struct str told)
{
	struct str rest = told;

	return wording_has(told, WORDING_SELF, SENTENCE_WORDS) ||
	       has_counted_day(told) ||
	       (told.s == sentence.s &&
		wording_is(wording_next(&rest), WORDING_DEED));
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
	if (quantity_is_behind_deed(known, before) || str_ends(before, "until "))
		return true;
	for (int i = 0; i < 2; i++) {
		struct str s = i ? before : after;

		for (int n = 0; n < 4 && (word = wording_next(&s)).len; n++)
			if (wording_is_among(word, words, ARRAY_SIZE(words)))
				return true;
	}
	return false;
}

/* Where the first word ends that tells what was done; beyond the end: there is
 * none. */
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

/* "Attempt 2", "Lab 1:": the how manieth, and nothing behind it. */
static bool is_of_ordinal(struct str before)
{
	size_t at;

	if (str_starts_nocase(before, "attempt ") ||
	    str_starts_nocase(before, "try "))
		return true;
	before = str_trim_right(before);
	if (!str_ends(before, ":"))
		return false;
	at = --before.len;
	while (at && isdigit((unsigned char)before.s[at - 1]))
		at--;
	return at < before.len && at && before.s[at - 1] == ' ';
}

/* "13/20 > ", "46 / 50 (": so many of all. */
static bool is_fraction(struct str s)
{
	unsigned part, whole;
	size_t slash = str_find(s, '/');

	while (s.len && strchr(" >=:-~(", s.s[s.len - 1]))
		s.len--;
	return slash < s.len &&
	       !str_to_uint(str_trim(str_upto(s, slash)), 9999, &part) &&
	       !str_to_uint(str_trim(str_from(s, slash + 1)), 9999, &whole) &&
	       part <= whole;
}

/* "94.12%" and no more, "Attempt 2: 62%": the result of a test. */
static bool is_result(struct str sentence, struct str before,
		      const struct quantity *q)
{
	return q->kind == QUANTITY_PERCENT && q->bound == QUANTITY_EXACT &&
	       (sentence.len == q->text.len || is_of_ordinal(before) ||
		is_fraction(before));
}

/* "Lab 1: 35% (1h)": how long that took. */
static bool is_time_of_result(struct str before, const struct quantity *q)
{
	size_t at = before.len;

	if (q->kind != QUANTITY_TIME || !str_ends(before, "% ("))
		return false;
	at -= strlen("% (");
	while (at && (isdigit((unsigned char)before.s[at - 1]) ||
		      before.s[at - 1] == '.'))
		at--;
	return is_of_ordinal(str_upto(before, at));
}

#define WEIGHT_WIDTH 5
#define WEIGHT_MOST 50

/* "Manage storage (10-15%)": exams weigh their domains so. */
static bool is_weight(struct str before, struct str after,
		      const struct quantity *q)
{
	int least = (int)q->least, most = (int)q->value;

	return q->kind == QUANTITY_PERCENT && str_ends(before, "(") &&
	       str_starts(after, ")") && after.len <= 3 &&
	       most - least == WEIGHT_WIDTH && most <= WEIGHT_MOST &&
	       !(most % WEIGHT_WIDTH);
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
	struct str told = without_discovery(sentence);

	*known = (struct quantity_sense){
		.sentence = sentence,
		.cut = sentence.len >= SENTENCE_SIDE,
		.learning = is_about_learner(sentence, told),
		.limit = has_limit(sentence),
		.deed = find_deed(sentence),
	};
	known->spent = quantity_find_spent(known);
	quantity_find_study(known, told);
}

/* "The bill was $4": what somebody paid. */
static bool is_paid(struct str sentence)
{
	static const char *const words[] = {
		"bill", "bills", "paid", "bought", "spent", "refund",
		"refunded", "invoice", "charged", "billed",
	};
	struct str word;

	while ((word = wording_next(&sentence)).len)
		if (wording_is_among(word, words, ARRAY_SIZE(words)))
			return !wording_has(sentence, WORDING_LINK, 2);
	return false;
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
	    (q->kind == QUANTITY_MONEY && is_paid(sentence)) ||
	    (q->kind == QUANTITY_MONEY && is_in_code(before)))
		return false;
	/* Nobody learns for milliseconds, or 99.9% of a course. */
	if ((q->kind == QUANTITY_TIME && q->value < 1) ||
	    (q->kind == QUANTITY_PERCENT && q->value > 99 && q->value < 100))
		return true;
	if (known->learning || quantity_is_of_study(known, q) ||
	    is_ordinal(before) || is_step(before, q) ||
	    (is_whole(q) && !known->limit) || is_result(sentence, before, q) ||
	    is_time_of_result(before, q) || is_weight(before, after, q))
		return false;
	if (q->kind == QUANTITY_TIME)
		return !quantity_is_spent(known, q);
	return q->kind != QUANTITY_PERCENT ||
	       !is_progress(known, before, after);
}
