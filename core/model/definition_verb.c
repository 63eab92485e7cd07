/* SPDX-License-Identifier: MIT */
/* What stands behind the verb of a definition, or beneath its name. */
#include "core/model/definition_parts.h"

#include <ctype.h>

#include "core/base/attributes.h"
#include "core/model/definition_phrase.h"
#include "core/model/quantity.h"
#include "core/model/wording.h"

#define OPINION_WORDS 4	/* in which a judgement stands, */
#define ACT_WITHIN 3		/* and behind a verb */
#define BRIEF_WORDS 4

/* Enough words, and nobody's day. */
bool definition_is_plain(struct str s)
{
	return wording_count(s, MEANING_WORDS) == MEANING_WORDS &&
	       !phrase_is_other_text(str_upto(s, MEANING_LOOKED)) &&
	       !phrase_is_personal(s);
}

/* ", which gives access to": behind a noun that had nothing behind it. */
static bool is_told_more_of(struct str s)
{
	static const char *const relatives[] = { "which", "that", "whose" };

	return str_starts(s, ",") &&
	       wording_is_among(phrase_first(s), relatives,
				ARRAY_SIZE(relatives));
}

/* "the only thing that" sets apart what it does not tell. */
bool definition_is_kind(struct str s)
{
	struct str front = str_upto(s, MEANING_LOOKED), first = phrase_first(s);
	struct str clause = phrase_first_clause(wording_sentence(front));

	return definition_is_plain(s) &&
	       !wording_is(first, WORDING_COMPARED) &&
	       !wording_is(first, WORDING_TIME) &&
	       !wording_has(s, WORDING_OPINION, OPINION_WORDS) &&
	       !phrase_is_enumeration(front) &&
	       (phrase_is_noun(clause) || phrase_has_participle(clause) ||
		is_told_more_of(str_from(front, clause.len)));
}

bool definition_is_kind_abroad(struct str s)
{
	return definition_is_plain(s) &&
	       !wording_has(s, WORDING_OPINION, OPINION_WORDS) &&
	       !wording_has(s, WORDING_TIME, 1);
}

/* "lets us connect our networks": what it is for, and no limit of it. */
bool definition_is_service(struct str s)
{
	struct quantity q = QUANTITY_NONE;
	struct str rest = s;

	return wording_count(s, MEANING_WORDS + 1) > MEANING_WORDS &&
	       !phrase_is_other_text(str_upto(s, MEANING_LOOKED)) &&
	       !phrase_is_own(s) && !quantity_next(&rest, &q);
}

/* "names into addresses", "against attacks"; nobody's own, no limit, and no
 * judgement. */
bool definition_is_act(struct str s)
{
	static const char *const others[] = {
		"off", "again", "fine", "well", "away", "slowly", "faster",
	};
	struct quantity q = QUANTITY_NONE;
	struct str rest = s;

	return wording_count(s, 2) == 2 &&
	       !wording_is_among(phrase_first(s), others, ARRAY_SIZE(others)) &&
	       !phrase_is_other_text(str_upto(s, MEANING_LOOKED)) &&
	       !phrase_is_own(s) &&
	       !phrase_has_opinion(s, ACT_WITHIN) &&
	       !quantity_next(&rest, &q);
}

#define MEANS_WORDS 5

bool definition_is_means(struct str s)
{
	struct str rest = s, word;

	for (int n = 0; n < MEANS_WORDS && (word = wording_next(&rest)).len;
	     n++)
		if (str_is(word, "to") || str_is(word, "that"))
			return n && definition_is_act(s) &&
			       wording_count(rest, 2) == 2;
	return false;
}

/* "a directory of users", and no "lower latency than others", "no match". */
bool definition_is_provided(struct str s)
{
	static const char *const degrees[] = {
		"no", "more", "less", "lower", "higher", "better", "worse",
		"greater", "faster", "much", "many", "additional", "further",
	};

	return !wording_is_among(phrase_first(s), degrees,
				 ARRAY_SIZE(degrees)) &&
	       definition_is_service(s);
}

bool definition_is_function(struct str s)
{
	static const char *const others[] = {
		"is", "has", "was", "does", "supports", "needs", "uses",
		"requires", "costs", "works", "looks", "feels", "seems",
		"takes", "goes", "comes", "says", "starts", "stops", "breaks",
		"fails", "makes", "gets", "wants", "exists", "remains",
		"always", "depends", "happens", "becomes", "means",
	};
	struct str sentence = wording_sentence(s);

	return phrase_is_function(sentence) &&
	       definition_is_service(sentence) &&
	       !phrase_is_opinion(sentence) &&
	       (phrase_is_service(phrase_first(s)) ||
		wording_is(phrase_second(s), WORDING_ARTICLE)) &&
	       !wording_is_among(phrase_first(s), others, ARRAY_SIZE(others));
}

/* "virtual servers in the cloud": a kind of thing, and where or what for. */
static bool is_of_kind(struct str s)
{
	struct str word, before = STR("");

	for (int n = 0; n < BRIEF_WORDS && (word = wording_next(&s)).len; n++) {
		if (wording_is(word, WORDING_LINK))
			return n && phrase_names_kinds(before);
		before = word;
	}
	return false;
}

/* "set of files to keep", "used to run a build": behind a name that is set off,
 * with no mark between. */
bool definition_is_noun_phrase(struct str s)
{
	static const char *const sets[] = {
		"set of", "list of", "collection of", "group of",
		"combination of", "way to", "way of", "ways to", "used to",
		"used for", "number of", "amount of", "type of", "kind of",
		"name of", "part of", "series of", "steps on which",
		"steps that", "steps to", "place where", "place to",
		"information about", "information for", "service for",
		"service that", "tool for", "tool to", "tool that",
	};
	struct str sentence = wording_sentence(s), rest = sentence;

	if (!s.len || !islower((unsigned char)*s.s) || phrase_is_own(s) ||
	    phrase_is_opinion(sentence))
		return false;
	if (wording_take(&rest, sets, ARRAY_SIZE(sets)))
		return wording_count(rest, 1);
	if (str_starts(s, "the ") || str_starts(s, "a ") ||
	    str_starts(s, "an "))
		return definition_is_kind(str_from(s, str_find(s, ' ') + 1)) &&
		       !phrase_is_statement(sentence);
	return definition_is_genus_alone(sentence) ||
	       is_of_kind(sentence);
}

bool definition_is_function_alone(struct str s)
{
	struct str second = phrase_second(s), sentence = wording_sentence(s);

	if (!isupper((unsigned char)*s.s) || !definition_is_service(sentence) ||
	    phrase_is_opinion(sentence))
		return false;
	return phrase_is_service(phrase_first(s)) ||
	       (str_eq_nocase(phrase_first(s), STR("used")) &&
		(str_is(second, "to") || str_is(second, "for")));
}

/* "object storage with …", "Google's runner for …": no article. */
bool definition_is_genus(struct str s)
{
	struct str first = phrase_first(s), rest = phrase_first_clause(s), word;

	if (!definition_is_kind(s) || phrase_word_ends(first, "ed") ||
	    phrase_is_gerund(s) || wording_is(first, WORDING_LINK) ||
	    wording_is(first, WORDING_VERDICT))
		return false;
	if (phrase_word_ends(first, "'s"))
		return true;
	for (int i = 0; i < 4 && (word = wording_next(&rest)).len; i++) {
		if (wording_is(word, WORDING_LINK))
			return false;
		if (phrase_names_kind(word))
			return true;
	}
	return false;
}

/* "in S3 is always on": what goes on so was a sentence. */
static bool has_verb(struct str s)
{
	static const char *const verbs[] = {
		"is", "are", "was", "were", "can", "will", "must", "should",
		"has", "have", "does", "isn't", "aren't", "can't",
	};

	return wording_has_among(s, verbs, ARRAY_SIZE(verbs));
}

/* "message queue that", "file system optimized for": the kind of thing stands
 * right before what tells more of it. */
bool definition_is_genus_alone(struct str s)
{
	static const char *const relatives[] = {
		"that", "which", "who", "whose", "where", "when",
	};
	struct str rest = wording_sentence(s), word, noun = STR("");

	if (!s.len || !definition_is_genus(s) || phrase_is_order(s) ||
	    phrase_is_deed(s))
		return false;
	for (int i = 0; i < PHRASE_WORDS; i++) {
		word = wording_next(&rest);
		/* "storage per GB" is what is paid for. */
		if (wording_is(word, WORDING_LINK))
			return phrase_names_kind(noun) &&
			       !str_eq_nocase(word, STR("per")) &&
			       (wording_is_among(word, relatives,
						 ARRAY_SIZE(relatives)) ||
				!has_verb(rest));
		if (!phrase_word_ends(word, "ed") &&
		    !phrase_word_ends(word, "ly"))
			noun = word;
	}
	return false;
}

/* "views into an array", "directories of users": what is told more of is a
 * plural. */
bool definition_is_several(struct str s)
{
	struct str rest = s, word, before = STR("");

	if (!definition_is_kind(s))
		return false;
	for (int i = 0; i < 5 && (word = wording_next(&rest)).len; i++) {
		if (wording_is(word, WORDING_LINK))
			return phrase_word_ends(before, "s") ||
			       phrase_names_kind(before);
		/* "tags applied to" are tags. */
		if (!before.len || !phrase_word_ends(word, "ed"))
			before = word;
	}
	return false;
}
