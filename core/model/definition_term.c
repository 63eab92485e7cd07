/* SPDX-License-Identifier: MIT */
/* The name that a definition begins with. */
#include "core/model/definition_parts.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/date_words.h"
#include "core/model/passage_label.h"
#include "core/model/wording.h"

#define TERM_WORDS 6

/* Whole names that say what follows: a "job queue" has a meaning, a "Job" has a
 * name. */
static const char *const headings[] = {
	"code", "commands", "output", "input",
	"syntax", "usage", "kind", "type", "link", "links", "version",
	"title", "subject", "language", "description", "details", "name",
	"names", "plan", "plans", "job", "jobs", "before", "example",
};

/* Names that say which one it is, unless an article follows: "Server: nginx on
 * two machines", and "Server: a machine that …". */
static const char *const fields[] = {
	"server", "host", "path", "file", "files", "command", "database",
	"port", "region", "address",
};

bool definition_is_field(struct str term)
{
	struct str word = wording_next(&term);

	return wording_is_among(word, fields, ARRAY_SIZE(fields)) &&
	       !wording_next(&term).len;
}

/* "choose a name", "Gym is needed", "it supports types": no name of a thing. */
static bool has_inner_word(struct str s)
{
	struct str word;

	wording_next(&s);
	while ((word = wording_next(&s)).len)
		if (wording_senses(word) & (WORDING_BIT(WORDING_INNER) |
					    WORDING_BIT(WORDING_SELF)))
			return true;
	return false;
}

static size_t count_letters(struct str s)
{
	size_t n = 0;

	while (n < s.len && isalpha((unsigned char)s.s[n]))
		n++;
	return n;
}

static bool is_number(struct str s)
{
	return s.len && isdigit((unsigned char)*s.s);
}

/* "Days 3-4", "Sat/Sun", "Day6", "Lab Step 1": when or the how manieth. */
static bool is_counted(struct str s)
{
	struct str word = wording_next(&s), after;
	struct str letters = str_upto(word, count_letters(word));
	enum weekday day;

	if (date_words_weekday(letters, &day))
		return true;
	for (; word.len; word = after) {
		letters = str_upto(word, count_letters(word));
		after = wording_next(&s);
		if (wording_is(letters, WORDING_COUNTER) &&
		    is_number(letters.len < word.len ?
				      str_from(word, letters.len) : after))
			return true;
	}
	return false;
}

/* "URL" */
static bool is_abbreviation(struct str word)
{
	return word.len > 1 && isupper((unsigned char)word.s[0]) &&
	       isupper((unsigned char)word.s[1]);
}

/* "Mood", "Side note", "Lesson of the day": it heads what is told of a day. */
static bool is_report(struct str s)
{
	struct str rest = s, first = wording_next(&rest);
	struct str second = wording_next(&rest);

	if (!second.len)
		return wording_is(first, WORDING_REPORT) ||
		       wording_is(first, WORDING_OPINION) ||
		       wording_is_among(first, headings, ARRAY_SIZE(headings));
	return (wording_is(wording_last(s), WORDING_REPORT) &&
		!is_abbreviation(wording_last(s))) ||
	       (wording_is(first, WORDING_REPORT) &&
		(wording_is(second, WORDING_DANGLING) ||
		 wording_is(second, WORDING_DEED)));
}

/* A picture in front is a diary's ornament: U+1F000 on, and U+2300 to U+2BFF. */
static bool is_picture(struct str s)
{
	const unsigned char *b = (const unsigned char *)s.s;

	return s.len > 1 && ((b[0] == 0xF0 && b[1] == 0x9F) ||
			     (b[0] == 0xE2 && b[1] >= 0x8C && b[1] <= 0xAF));
}

/* A mark within a code span, parentheses or a quotation parts nothing. */
static bool is_torn(struct str s)
{
	size_t ticks = 0, quotes = 0, depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		ticks += s.s[i] == '`';
		quotes += s.s[i] == '"';
		depth += s.s[i] == '(';
		depth -= s.s[i] == ')' && depth;
	}
	return ticks % 2 || quotes % 2 || depth;
}

/* "http://…", "Date: 1 May", "Network + 2". */
static bool has_other_mark(struct str s)
{
	static const char *const marks[] = { "://", ": ", " :", " + ", " = " };

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (str_find_str(s, str_of(marks[i])) < s.len)
			return true;
	return false;
}

/* "Enrolled in a course", "Based on that": a deed and no name. */
static bool is_participle(struct str first, struct str second)
{
	return first.len > 4 && str_ends(first, "ed") &&
	       wording_is(second, WORDING_LINK);
}

/* "Replacing faulty hardware": what is done with a thing. */
static bool is_activity(struct str s, struct str first)
{
	return first.len > 4 && str_ends(first, "ing") &&
	       wording_count(s, 3) == 3;
}

/* A letter, one beyond ASCII, or a code span. */
static bool begins_name(struct str s)
{
	return isalpha((unsigned char)*s.s) || *s.s & 0x80 || *s.s == '`';
}

bool definition_is_term(struct str s)
{
	const uint64_t no_first = WORDING_BIT(WORDING_NO_NAME) |
				  WORDING_BIT(WORDING_SELF) |
				  WORDING_BIT(WORDING_WHEN) |
				  WORDING_BIT(WORDING_DEED);
	struct str rest, first;

	s = str_trim(s);
	if (!s.len || s.len > TERM_BYTES || passage_is_label(s) ||
	    !begins_name(s) || is_picture(s) || is_torn(s) ||
	    has_other_mark(s) || strchr(".!?", s.s[s.len - 1]))
		return false;
	rest = s;
	first = wording_next(&rest);
	return (*s.s == '`' || !(wording_senses(first) & no_first)) &&
	       !is_participle(first, wording_next(&rest)) &&
	       !is_activity(s, first) && !is_report(s) && !is_counted(s) &&
	       !wording_is(wording_last(s), WORDING_DANGLING) &&
	       !has_inner_word(s) &&
	       wording_count(s, TERM_WORDS + 1) <= TERM_WORDS;
}
