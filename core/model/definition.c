/* SPDX-License-Identifier: MIT */
/* Telling what something means from what is done, planned or counted. */
#include "core/model/definition.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/date_forms.h"
#include "core/model/passage_traits.h"

#define TERM_BYTES 60		/* of what is defined */
#define TERM_WORDS 6
#define MEANING_WORDS 3		/* that make a definition */
#define MEANING_LOOKED 200	/* bytes of a meaning that tell what it is */

static const char *const pronouns[] = {
	"it",	 "this", "that",  "there", "these", "those", "he",   "she",
	"they",	 "we",	 "i",	  "you",   "what",  "which", "who",  "how",
	"why",	 "when", "where", "here",  "if",    "but",   "and",  "so",
	"today", "my",	 "maybe", "is",	   "are",   "not",   "everything",
};

/* First words of what somebody did, wants or must not, and of counted days. */
static const char *const doings[] = {
	"completed", "finished", "started", "start",	"worked",  "working",
	"learned",   "learnt",	 "learning", "built",	"created", "made",
	"read",	     "reading",	 "watched", "did",	"done",	   "added",
	"fixed",     "continued", "continuing", "studied", "reviewed",
	"practiced", "practised", "played", "wrote",	"tried",   "still",
	"almost",    "goal",	 "goals",   "day",	"week",	   "step",
	"today's",   "tomorrow's", "i've",  "i'm",	"i'll",	   "no",
	"to",	     "from",	 "use",	    "choose",	"supports", "can",
	"cannot",    "can't",	 "don't",   "also",	"thoughts", "thougts",
	"feelings",  "question", "slow",    "next",	"because", "since",
	"reviewing", "going",	"getting", "trying",	"using",   "optional",
	"focus",     "build",	"listen",  "memorize", "memorise", "review",
	"edit",	     "add",	"complete", "provides", "study",   "check",
	"plan",	     "attempt", "practice", "practise", "remember", "like",
	"current",   "remaining", "recommended", "some", "last",   "total",
	"learn",     "building", "weak",   "peep",	"had",	   "got",
	"went",	     "found",	 "saw",	   "decided",	"was",	   "were",
	"two",	     "three",	"four",	   "five",	"several", "both",
};

/* First words of what is counted or dated: "Days 3-4", "Module 2". */
static const char *const counters[] = {
	"days",	   "weeks",  "month",  "months",    "project",	"lab",
	"module",  "modules", "chapter", "chapters", "lesson",	"lecture",
	"section", "part",   "phase",  "task",	    "problem",	"exercise",
	"question", "questions", "step", "steps", "day", "week", "level",
	"jour",	   "dia",    "tag",
	"session", "round",  "sprint", "milestone", "video",	"page",
};

/* First words of what a plan or a list of advice says to do. */
static const char *const orders[] = {
	"complete",    "review",  "familiarize", "familiarise", "dedicate",
	"aim",	       "focus",	  "rest",	 "practice",	"practise",
	"memorize",    "memorise", "document",	 "plan",	"check",
	"study",       "regularly", "always",	 "ensure",	"implement",
	"reinforce",   "reduce",  "work",	 "try",		"take",
	"finish",      "remember", "avoid",	 "consider",	"make",
	"schedule",    "don't",	  "never",	 "join",	"align",
	"form",	       "decide",  "celebrate",	 "drill",	"gain",
	"estimate",    "prepare", "keep",	 "ask",		"track",
	"follow",      "pay",	  "explore",	 "understand",	"identify",
	"verify",      "develop", "evaluate",	 "assess",	"apply",
	"set",	       "get",	  "watch",	 "write",
};

/* First words of what compares a thing, and does not say what it is. */
static const char *const comparisons[] = {
	"only", "same",	  "best",  "most", "worst", "first", "last",
	"next", "reason", "case",  "way",  "one",   "least", "right",
	"wrong", "good",  "bad",   "great", "must", "lot",   "bit",
};

/* Last words of a phrase that a list follows, not what it means. */
static const char *const danglers[] = {
	"for", "to",  "with", "of",  "by",  "in",  "on",	"and",
	"or",  "are", "is",   "be",  "via", "at",  "from",	"following",
	"include", "includes",
	"types", "options", "terms", "topics", "tasks", "modules", "features",
	"components", "versions", "reasons", "benefits", "examples", "tools",
};

/* First words of what somebody tells of himself. */
static const char *const persons[] = {
	"i", "i'm", "i've", "i'd", "my", "we", "our", "you", "let's", "today",
	"yesterday", "tomorrow",
};

static struct str next_word(struct str *rest)
{
	*rest = str_trim_left(*rest);
	return str_next_field(rest, ' ');
}

static unsigned count_words(struct str s, unsigned most)
{
	unsigned n = 0;

	while (n < most && next_word(&s).len)
		n++;
	return n;
}

static bool is_among(struct str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(word, str_of(list[i])))
			return true;
	return false;
}

static struct str last_word(struct str s)
{
	struct str word, last = STR("");

	while ((word = next_word(&s)).len)
		last = word;
	return last;
}

/* "choose a name", "Gym is needed", "it supports types": no name of a thing. */
static bool has_inner_word(struct str s)
{
	static const char *const inner[] = {
		"a", "an", "the", "i", "you", "is", "are", "has", "have",
		"supports", "provides", "uses", "toward", "towards",
	};
	struct str word;

	next_word(&s);
	while ((word = next_word(&s)).len)
		if (is_among(word, inner, ARRAY_SIZE(inner)))
			return true;
	return false;
}

static bool is_number(struct str s)
{
	return s.len && isdigit((unsigned char)*s.s);
}

static size_t count_letters(struct str s)
{
	size_t n = 0;

	while (n < s.len && isalpha((unsigned char)s.s[n]))
		n++;
	return n;
}

/* "Days 3-4", "Sat/Sun", "Day6", "Lab Step 1": when or the how manieth. */
static bool is_counted(struct str s)
{
	struct str word = next_word(&s), after;
	struct str letters = str_upto(word, count_letters(word));
	enum weekday day;

	if (phrase_weekday(letters, &day))
		return true;
	for (; word.len; word = after) {
		letters = str_upto(word, count_letters(word));
		after = next_word(&s);
		if (is_among(letters, counters, ARRAY_SIZE(counters)) &&
		    is_number(letters.len < word.len ?
				      str_from(word, letters.len) : after))
			return true;
	}
	return false;
}

/* A picture in front is a diary's ornament: U+1F000 on, and U+2300 to U+2BFF. */
static bool is_picture(struct str s)
{
	const unsigned char *b = (const unsigned char *)s.s;

	return s.len > 1 && ((b[0] == 0xF0 && b[1] == 0x9F) ||
			     (b[0] == 0xE2 && b[1] >= 0x8C && b[1] <= 0xAF));
}

/* A mark within a code span or parentheses parts nothing. */
static bool is_torn(struct str s)
{
	size_t ticks = 0, depth = 0;

	for (size_t i = 0; i < s.len; i++) {
		ticks += s.s[i] == '`';
		depth += s.s[i] == '(';
		depth -= s.s[i] == ')' && depth;
	}
	return ticks % 2 || depth;
}

/* A name of few words, which begins with a letter or a digit. */
static bool is_term(struct str s)
{
	struct str rest = s, first;

	s = str_trim(s);
	if (!s.len || s.len > TERM_BYTES || passage_is_label(s))
		return false;
	if (!isalpha((unsigned char)*s.s) && !(*s.s & 0x80) && *s.s != '`')
		return false;
	if (is_picture(s) || is_torn(s))
		return false;
	first = next_word(&rest);
	return !is_among(first, pronouns, ARRAY_SIZE(pronouns)) &&
	       !is_among(first, doings, ARRAY_SIZE(doings)) &&
	       !is_counted(s) &&
	       !is_among(last_word(s), danglers, ARRAY_SIZE(danglers)) &&
	       !has_inner_word(s) && s.s[s.len - 1] != '.' &&
	       count_words(s, TERM_WORDS + 1) <= TERM_WORDS;
}

/* "IAM, Cognito, KMS": as few words as the commas allow. */
static bool is_enumeration(struct str s)
{
	struct str front = str_upto(s, MEANING_LOOKED);
	unsigned commas = 0, words = count_words(front, MEANING_LOOKED);

	for (size_t i = 0; i < front.len; i++)
		commas += front.s[i] == ',' || front.s[i] == '&' ||
			  front.s[i] == '/';
	return commas && words <= 2 * commas + 2;
}

/* What is measured or done in steps is no meaning. */
static bool is_meaning(struct str s)
{
	static const char *const others[] = {
		"//", "http", "up to ", "max", "min ", "at most ",
		"at least ", "default is ", "by default", "must ", "should ",
		"could ", "ex ", "ex.", "e.g.", "for example", "for instance",
		"such as ", "can ", "can't ", "cant ", "\"", "\xe2\x80\x9c", "\xe2\x80\x9e",
	};
	struct str rest, first;

	s = str_trim(s);
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (str_starts_nocase(s, others[i]))
			return false;
	rest = s;
	first = next_word(&rest);
	if (is_among(first, persons, ARRAY_SIZE(persons)))
		return false;
	/* "Read the chapter" tells of a deed, "read capacity unit" does not. */
	if (s.len && isupper((unsigned char)*s.s) &&
	    (is_among(first, doings, ARRAY_SIZE(doings)) ||
	     is_among(first, orders, ARRAY_SIZE(orders))))
		return false;
	if (str_find_str(s, STR("____")) < s.len ||
	    str_find_str(s, STR(" == ")) < s.len)
		return false;
	/* "this → that": a step, a change, or a cause. */
	if (str_find_str(str_upto(s, MEANING_LOOKED),
			 STR("\xe2\x86\x92")) <
	    str_upto(s, MEANING_LOOKED).len)
		return false;
	return s.len && !isdigit((unsigned char)*s.s) &&
	       str_find_str(str_upto(s, MEANING_LOOKED), STR("->")) >=
		       (s.len < MEANING_LOOKED ? s.len : MEANING_LOOKED) &&
	       count_words(s, MEANING_WORDS) == MEANING_WORDS &&
	       !is_enumeration(s);
}

/* "a, b = gets.split": a line of a program. */
static bool is_assignment(struct str term, struct str value)
{
	struct str first = next_word(&value);

	return str_find(term, ',') < term.len ||
	       str_find(term, '.') < term.len ||
	       str_find(first, '.') + 1 < first.len ||
	       str_find(first, '(') < first.len;
}

/* "SQS: a queue that …", "**DAX** - a cache …": "SQS", "DAX". */
static struct str term_by_mark(struct str text)
{
	static const char *const marks[] = {
		": ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " = ",
	};
	struct str front = str_upto(text, TERM_BYTES + 4);

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t at = str_find_str(front, str_of(marks[i]));
		struct str term = str_upto(text, at), meaning;

		if (at >= front.len || !is_term(term))
			continue;
		meaning = str_from(text, at + strlen(marks[i]));
		if (!is_meaning(meaning) || (!strcmp(marks[i], " = ") &&
					     is_assignment(term, meaning)))
			break;
		return str_trim(term);
	}
	return STR("");
}

/* "the only thing that" sets apart what it does not tell. */
static bool is_kind(struct str s)
{
	struct str rest = s;

	return !is_among(next_word(&rest), comparisons,
			 ARRAY_SIZE(comparisons)) &&
	       is_meaning(s);
}

/* "A shard is a sequence of …", "RCU stands for …" */
static struct str term_by_verb(struct str text)
{
	static const char *const verbs[] = {
		" is a ", " is an ", " is the ", " are a ", " are the ",
		" stands for ", " means ", " is called ", " refers to ",
	};
	struct str front = str_upto(text, TERM_BYTES + 14);

	for (size_t i = 0; i < ARRAY_SIZE(verbs); i++) {
		size_t at = str_find_str(front, str_of(verbs[i]));

		if (at >= front.len || !is_term(str_upto(text, at)))
			continue;
		if (is_kind(str_from(text, at + strlen(verbs[i]))))
			return str_trim(str_upto(text, at));
		break;
	}
	return STR("");
}

struct str definition_term(struct str text)
{
	struct str term = term_by_mark(text);

	return term.len ? term : term_by_verb(text);
}
