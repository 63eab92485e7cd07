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

static const char *const pronouns[] = {
	"it", "this", "that", "there", "these", "those", "he", "she", "they",
	"you", "what", "which", "who", "how", "it's", "here's", "why", "when",
	"where", "here", "if", "but", "and", "so", "maybe", "is", "are",
	"not", "everything", "nothing", "also", "in", "for", "with", "from",
	"to", "because", "since", "like", "no", "some", "last", "next", "two",
	"three", "four", "five", "several", "both", "or", "as", "es", "heute",
	"dies", "das", "once", "after", "before", "while", "during",
	"although", "though", "unless", "until", "whether", "then",
	"fortunately", "effectively", "c'est", "il", "elle", "ce", "esto",
	"voir", "than", "e.g",
};

/* First words of what somebody did, wants or must not. */
static const char *const doings[] = {
	"start", "working", "learning", "reading", "continuing", "still",
	"almost", "goal", "goals", "day", "week", "use", "choose",
	"supports", "can", "cannot", "can't", "don't", "thoughts",
	"feelings", "question", "slow", "reviewing", "going", "getting",
	"trying", "using", "optional", "focus", "build", "listen", "memorize",
	"memorise", "edit", "provides", "practice", "practise", "current",
	"remaining", "recommended", "total", "building", "weak",
	"complete", "remember", "study", "attempt", "review", "learn",
	"check", "add", "read", "plan", "continuation", "writing", "doing",
	"finishing", "making", "coding", "watching",
};

/* First words of what is counted or dated: "Days 3-4", "Module 2". */
static const char *const counters[] = {
	"days", "weeks", "month", "months", "project", "lab", "module",
	"modules", "chapter", "chapters", "lesson", "lecture", "section",
	"part", "phase", "task", "problem", "exercise", "question",
	"questions", "step", "steps", "day", "week", "level", "jour", "dia",
	"tag", "q", "exercice", "ejercicio", "session", "round", "sprint",
	"milestone", "video", "page", "run", "semaine", "woche", "kapitel",
	"chapitre", "test", "quiz",
};

/* Last words of a phrase that a list follows, not what it means. */
static const char *const danglers[] = {
	"for", "to",  "with", "of",  "by",  "in",  "on",	"and",
	"or",  "are", "is",   "be",  "via", "at",  "from",	"following",
	"include", "includes",
	"types", "options", "terms", "topics", "tasks", "modules", "features",
	"components", "versions", "reasons", "benefits", "examples", "tools",
	"limitation", "limitations", "limits", "drawbacks", "constraints",
	"considerations", "pros", "cons",
};

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
	static const char *const inner[] = {
		"a", "an", "the", "you", "is", "are", "has", "have",
		"supports", "provides", "uses", "toward", "towards", "this",
		"that", "these", "it", "isn't", "doesn't", "why", "how",
		"there", "they", "who", "which", "what", "but", "following",
		"est", "sont", "ist", "sind",
		"son", "not", "non", "nicht", "kein", "keine", "pas",
	};
	struct str word;

	wording_next(&s);
	while ((word = wording_next(&s)).len)
		if (wording_is_among(word, inner, ARRAY_SIZE(inner)) ||
		    wording_is(word, WORDING_SELF))
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
		if (wording_is_among(letters, counters, ARRAY_SIZE(counters)) &&
		    is_number(letters.len < word.len ?
				      str_from(word, letters.len) : after))
			return true;
	}
	return false;
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
	return wording_is(wording_last(s), WORDING_REPORT) ||
	       (wording_is(first, WORDING_REPORT) &&
		(wording_is_among(second, danglers, ARRAY_SIZE(danglers)) ||
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
	struct str rest, first;

	s = str_trim(s);
	if (!s.len || s.len > TERM_BYTES || passage_is_label(s) ||
	    !begins_name(s) || is_picture(s) || is_torn(s) ||
	    has_other_mark(s) || strchr(".!?", s.s[s.len - 1]))
		return false;
	rest = s;
	first = wording_next(&rest);
	return !wording_is_among(first, pronouns, ARRAY_SIZE(pronouns)) &&
	       !wording_is_among(first, doings, ARRAY_SIZE(doings)) &&
	       !wording_is(first, WORDING_SELF) &&
	       !wording_is(first, WORDING_WHEN) &&
	       !wording_is(first, WORDING_DEED) &&
	       !is_participle(first, wording_next(&rest)) &&
	       !is_activity(s, first) && !is_report(s) && !is_counted(s) &&
	       !wording_is_among(wording_last(s), danglers,
				 ARRAY_SIZE(danglers)) &&
	       !has_inner_word(s) &&
	       wording_count(s, TERM_WORDS + 1) <= TERM_WORDS;
}
