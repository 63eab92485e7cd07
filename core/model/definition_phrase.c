/* SPDX-License-Identifier: MIT */
/* What kinds of phrase tell, or do not tell, what something is. */
#include "core/model/definition_phrase.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/wording.h"

#define SELF_WITHIN 14		/* words in which somebody speaks of himself */
#define OPINION_WITHIN 4
#define FUNCTION_WORDS 3	/* that a verb and what it is done to have */

bool phrase_names_kind(struct str word)
{
	return wording_is(word, WORDING_KIND);
}

struct str phrase_first(struct str s)
{
	return wording_next(&s);
}

struct str phrase_second(struct str s)
{
	wording_next(&s);
	return wording_next(&s);
}

bool phrase_word_ends(struct str word, const char *ending)
{
	size_t n = strlen(ending);

	return word.len > n + 1 &&
	       str_eq_nocase(str_from(word, word.len - n), str_of(ending));
}

static bool contains(struct str s, const char *what)
{
	return str_find_str(s, str_of(what)) < s.len;
}

/* "tables, keys and a first query": several of a kind, and more behind them.
 * "fast, scalable" has no s, "a store of objects, which" has more words. */
static bool begins_list(struct str s)
{
	size_t comma = str_find(s, ',');
	struct str front = str_upto(s, comma), last;

	if (comma >= s.len || wording_count(front, 3) > 2 ||
	    wording_is(phrase_first(front), WORDING_ARTICLE))
		return false;
	last = wording_last(front);
	return last.len > 3 && str_ends(last, "s") && !str_ends(last, "ss") &&
	       !str_ends(last, "ous");
}

/* "IAM, Cognito, KMS": as few words as the commas allow. */
bool phrase_is_enumeration(struct str s)
{
	unsigned commas = 0, words = wording_count(s, MEANING_LOOKED);

	if (begins_list(s))
		return true;
	for (size_t i = 0; i < s.len; i++)
		commas += s.s[i] == ',' || s.s[i] == '&' || s.s[i] == '/' ||
			  s.s[i] == '+';
	return commas && words <= 2 * commas + 1;
}

/* "3", "$5k", and no "S3". */
static bool has_figures(struct str word)
{
	if (!word.len || isalpha((unsigned char)*word.s))
		return false;
	for (size_t i = 0; i < word.len; i++)
		if (isdigit((unsigned char)word.s[i]))
			return true;
	return false;
}

/* "jobs: deploy: runs-on: …" */
static bool ends_line_of_yaml(struct str word)
{
	return word.len > 1 && word.s[word.len - 1] == ':';
}

/* What is quoted, a line of a program, a place to fill in, or steps. */
bool phrase_is_other_text(struct str s)
{
	static const char *const starts[] = {
		"//", "http:", "https:", "\"", "'", "{", "`", "\xe2\x80\x9c",
		"\xe2\x80\x9e",
	};
	static const char *const marks[] = {
		"____", " == ", "=>", "->", "::", "();", "{ ", " do |", "}}",
		"\xe2\x86\x92",
	};

	for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
		if (str_starts_nocase(s, starts[i]))
			return true;
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		if (contains(s, marks[i]))
			return true;
	if (*s.s == '[' && !str_starts(s, "[["))
		return true;
	return has_figures(phrase_first(s)) ||
	       ends_line_of_yaml(str_next_field(&s, ' ')) ||
	       ends_line_of_yaml(str_next_field(&s, ' '));
}

/* What is measured, or an example. */
bool phrase_is_measure(struct str s)
{
	static const char *const starts[] = {
		"up to ", "max", "min ", "at most ", "at least ",
		"default is ", "by default", "must ", "should ", "could ",
		"ex ", "ex.", "e.g.", "for example", "for instance",
		"such as ", "can ", "can't ", "cant ",
	};

	for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
		if (str_starts_nocase(s, starts[i]))
			return true;
	return false;
}

/* Kana, Chinese characters, Hangul: words without blanks, which cannot be
 * told apart here. */
bool phrase_is_unspaced(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.s[i] >= 0xE3 &&
		    (unsigned char)s.s[i] <= 0xED)
			return true;
	return false;
}

/* Somebody speaks of himself, of his day, or of what he thinks. */
bool phrase_is_personal(struct str s)
{
	s = wording_sentence(s);
	return wording_has(s, WORDING_SELF, SELF_WITHIN) ||
	       wording_has(s, WORDING_WHEN, WHEN_WITHIN);
}

bool phrase_is_own(struct str s)
{
	static const char *const anybody[] = { "we", "us", "our", "ours" };
	struct str rest = wording_sentence(s), word;

	if (wording_has(rest, WORDING_WHEN, WHEN_WITHIN))
		return true;
	for (int n = 0; n < SELF_WITHIN; n++) {
		word = wording_next(&rest);
		if (wording_is(word, WORDING_SELF) &&
		    !wording_is_among(word, anybody, ARRAY_SIZE(anybody)))
			return true;
	}
	return false;
}

bool phrase_is_article(struct str word)
{
	static const char *const others[] = {
		"my", "your", "his", "their", "all", "this", "these", "it",
		"them", "about", "more", "two", "three", "up", "on",
	};

	return wording_is(word, WORDING_ARTICLE) ||
	       wording_is_among(word, others, ARRAY_SIZE(others));
}

/* A word that does not stand in for a verb: "how the", "one of". */
static bool joins(struct str word)
{
	return wording_is(word, WORDING_LINK) ||
	       wording_is(word, WORDING_ASK) ||
	       wording_is(word, WORDING_ARTICLE) ||
	       phrase_word_ends(word, "ing") ||
	       phrase_word_ends(word, "s") || phrase_word_ends(word, "ly");
}

/* "open the port", "read about subnets", "Host sites": what to do. */
bool phrase_is_order(struct str s)
{
	struct str first = phrase_first(s), second = phrase_second(s);

	/* "Quickly deploy services" */
	if (isupper((unsigned char)*s.s) && phrase_word_ends(first, "ly") &&
	    !phrase_word_ends(second, "ed") &&
	    !phrase_word_ends(second, "able") &&
	    str_find(first, '-') == first.len)
		return true;
	if (wording_is(first, WORDING_ORDER) &&
	    (isupper((unsigned char)*s.s) || phrase_is_article(second)))
		return true;
	return !joins(first) && !phrase_word_ends(first, "ed") &&
	       phrase_is_article(second) && !str_eq_nocase(first, STR("all")) &&
	       !str_eq_nocase(first, STR("both"));
}

/* "launched an instance", "Watched the intro", "deleted by default": what was
 * or is done.  "Used to store" is what it is for. */
bool phrase_is_deed(struct str s)
{
	struct str first = phrase_first(s), second = phrase_second(s);

	return wording_is(first, WORDING_DEED) ||
	       (phrase_word_ends(first, "ed") &&
		(phrase_is_article(second) ||
		 str_eq_nocase(second, STR("by")) ||
		 str_eq_nocase(second, STR("as"))));
}

/* "data persists independently": such a word tells of a verb. */
static bool is_told_how(struct str verb, struct str how)
{
	return phrase_word_ends(how, "ly") && phrase_word_ends(verb, "s") &&
	       !phrase_word_ends(verb, "ss") && islower((unsigned char)*verb.s);
}

/* "everything is green", "the pod does not start": what is the case, before
 * any word that begins to say which one is meant. */
bool phrase_is_statement(struct str s)
{
	struct str word, before = STR("");

	for (int i = 0; i < 10 && (word = wording_next(&s)).len; i++) {
		if (i > 1 && is_told_how(before, word) &&
		    wording_is(phrase_first(s), WORDING_LINK))
			return true;
		if (wording_is(word, WORDING_LINK) ||
		    wording_is(word, WORDING_ASK))
			return false;
		if (wording_is(word, WORDING_FINITE))
			return true;
		before = word;
	}
	return false;
}

/* A noun that is told more of, or that is a kind of thing by itself. */
bool phrase_is_noun(struct str s)
{
	static const char *const relatives[] = {
		"containing", "holding", "describing", "defining", "listing",
		"representing", "providing",
	};
	size_t paren = str_find(s, '(');
	struct str clause = str_upto(s, paren), word, last = clause;
	unsigned n = 0;

	for (; (word = wording_next(&clause)).len && n < PHRASE_WORDS; n++) {
		if (n && (wording_is(word, WORDING_LINK) ||
			  wording_is_among(word, relatives,
					   ARRAY_SIZE(relatives))))
			return true;
		last = word;
	}
	if (n < PHRASE_WORDS && phrase_names_kind(last))
		return true;
	s = str_from(s, paren);
	return s.len && phrase_is_noun(str_from(s, str_find(s, ')') + 1));
}

/* "a book recording transactions" */
bool phrase_has_participle(struct str s)
{
	struct str word;

	wording_next(&s);
	for (int i = 0; i < 6 && (word = wording_next(&s)).len; i++)
		if (phrase_word_ends(word, "ing") &&
		    islower((unsigned char)*word.s))
			return str_trim(s).len > 0;
	return false;
}

/* "fully managed": a noun has to follow, whatever comma does. */
static bool is_adjective(struct str s)
{
	static const char *const endings[] = {
		"ed", "able", "ible", "ive", "less", "ful",
	};
	struct str last = wording_last(s);

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
		if (phrase_word_ends(last, endings[i]))
			return true;
	return false;
}

/* Up to the comma; but "a fast, scalable store" has one between adjectives. */
struct str phrase_first_clause(struct str s)
{
	struct str front = str_upto(s, str_find(s, ','));

	return wording_count(front, 2) > 1 &&
			       (wording_count(front, 3) > 2 ||
				!is_adjective(front))
		       ? front
		       : s;
}

bool phrase_is_gerund(struct str s)
{
	return phrase_word_ends(phrase_first(s), "ing");
}

/* "Helps you manage access": the same as a sentence begins. */
bool phrase_is_service(struct str first)
{
	return wording_is(first, WORDING_SERVICE);
}

/* "keeps pods away", "allows a pod to": what it does, in the third person. */
bool phrase_is_function(struct str s)
{
	struct str first = phrase_first(s);

	for (size_t i = 0; i < first.len; i++)
		if (isupper((unsigned char)first.s[i]))
			return false;
	return s.len && islower((unsigned char)*s.s) &&
	       phrase_word_ends(first, "s") &&
	       !phrase_word_ends(first, "ss") &&
	       !phrase_word_ends(first, "us") &&
	       !phrase_word_ends(first, "is") &&
	       wording_count(s, FUNCTION_WORDS) == FUNCTION_WORDS;
}

/* "blueprint (like a compose file)" is none: what is in brackets goes on. */
bool phrase_has_opinion(struct str s, int within)
{
	struct str word, next;

	s = str_upto(s, str_find(s, '('));
	for (int n = 0; n < within && (word = wording_next(&s)).len; n++) {
		next = s;
		/* "so that" is none. */
		if (wording_is(word, WORDING_OPINION) &&
		    !(str_eq_nocase(word, STR("so")) &&
		      !wording_is(wording_next(&next), WORDING_OPINION)))
			return true;
	}
	return false;
}

bool phrase_is_opinion(struct str s)
{
	return phrase_has_opinion(s, OPINION_WITHIN);
}

bool phrase_names_kinds(struct str word)
{
	static const char *const kinds[] = {
		"machine", "notification", "balancer", "warehouse", "broker",
		"store", "disk", "volume", "streaming", "messaging", "cdn",
		"dns", "etl", "orm", "ide", "scheduler", "proxy", "manager",
		"pipeline", "orchestration", "orchestrator", "virtualization",
		"bus", "hosting", "dashboard", "scanner", "editor", "router",
	};
	struct str one = word.len > 3 && word.s[word.len - 1] == 's'
				 ? str_upto(word, word.len - 1)
				 : word;

	return phrase_names_kind(word) || phrase_names_kind(one) ||
	       wording_is_among(word, kinds, ARRAY_SIZE(kinds)) ||
	       wording_is_among(one, kinds, ARRAY_SIZE(kinds));
}
