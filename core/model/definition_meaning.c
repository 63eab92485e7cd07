/* SPDX-License-Identifier: MIT */
/* What a definition says of the name that it begins with. */
#include "core/model/definition_parts.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/definition_phrase.h"
#include "core/model/quantity.h"
#include "core/model/wording.h"

#define MEANING_WORDS 3		/* that make a definition */
#define OPINION_WITHIN 4

/* First words of what compares a thing, and does not say what it is. */
static const char *const comparisons[] = {
	"only", "same", "best", "most", "worst", "first", "last", "next",
	"reason", "case", "way", "one", "least", "right", "wrong", "plus",
	"real", "secret", "secrets", "hardest", "easiest", "topic", "chapter",
	"exam", "course", "magic", "reasons", "problem", "main", "key",
};

/* First words of a judgement, or of how far somebody came. */
static const char *const verdicts[] = {
	"more", "less", "better", "worse", "ok", "okay", "fine", "still",
	"not", "no", "yes", "almost", "nearly", "always", "never", "weak",
	"low", "high", "much", "see", "just", "need", "needs", "needed",
	"clear", "only", "to", "due", "because", "since", "if", "maybe",
	"please", "don't", "too", "and", "but", "or", "done", "half", "why",
};

/* "IAM - Identity and Access Management": small words may be left out. */
static bool is_expansion(struct str term, struct str s)
{
	size_t at = 0;
	struct str word;
	unsigned words = 0;

	term = str_trim(term);
	while (at < term.len && (word = wording_next(&s)).len) {
		const char *part = word.s;

		if (!isupper((unsigned char)term.s[at]))
			return false;
		/* Each part of "inter-domain" may give its letter. */
		for (size_t i = 0; i < word.len && at < term.len; i++)
			if ((i == 0 || part[i - 1] == '-') &&
			    tolower((unsigned char)part[i]) ==
				    tolower((unsigned char)term.s[at]))
				at++, words++;
	}
	return at == term.len && words > 1;
}

/* "resilient within a region", "available in": how it is, and not what. */
static bool is_quality(struct str first, struct str second)
{
	static const char *const qualities[] = {
		"available", "compatible", "resilient", "durable", "scalable",
		"consistent", "optional", "required", "supported", "limited",
		"regional", "global", "free", "immutable", "stateless",
		"stateful", "serverless", "unavailable", "incompatible",
	};

	return wording_is(second, WORDING_LINK) &&
	       wording_is_among(first, qualities, ARRAY_SIZE(qualities));
}

/* "blueprint (like a compose file)" is none: what is in brackets goes on. */
static bool is_opinion(struct str s)
{
	return wording_has(str_upto(s, str_find(s, '(')), WORDING_OPINION,
			   OPINION_WITHIN);
}

static bool is_command(struct str term)
{
	term = str_trim(term);
	return term.len && (*term.s == '`' || islower((unsigned char)*term.s));
}

/* "`terraform show`: to see all resources" */
static bool is_purpose(struct str term, struct str s)
{
	return *str_trim(term).s == '`' &&
	       str_eq_nocase(phrase_first(s), STR("to")) &&
	       wording_count(s, MEANING_WORDS + 1) > MEANING_WORDS;
}

/* "how long it may be down", and not "how to deploy". */
static bool is_indirect(struct str s)
{
	static const char *const asks[] = {
		"how", "what", "when", "where", "which", "who",
	};

	struct str second = phrase_second(s);

	/* "How long we may be down" is said of all, "how I do it" is not. */
	return wording_is_among(phrase_first(s), asks, ARRAY_SIZE(asks)) &&
	       !str_eq_nocase(second, STR("to")) &&
	       !wording_is(second, WORDING_SELF) &&
	       !wording_has(s, WORDING_WHEN, WHEN_WITHIN);
}

/* "It indicates the traffic", "This tier is backed by": a sentence about what
 * the name before it says. */
static bool is_sentence_about(struct str s)
{
	static const char *const kinds[] = {
		"tier", "type", "class", "method", "approach", "mode",
		"option", "strategy", "plan", "role", "stage", "layer",
	};
	struct str rest = s, first = wording_next(&rest);
	struct str second = phrase_first(rest), after = rest;

	rest = str_trim_left(rest);
	if (str_eq_nocase(first, STR("it")))
		return rest.len && phrase_is_function(rest) &&
		       !is_opinion(rest) &&
		       !wording_is_among(second, verdicts,
					 ARRAY_SIZE(verdicts));
	wording_next(&after);
	return str_eq_nocase(first, STR("this")) &&
	       (phrase_names_kind(second) ||
		wording_is_among(second, kinds, ARRAY_SIZE(kinds))) &&
	       !wording_is(phrase_first(after), WORDING_DEED) &&
	       !is_opinion(after);
}

/* "it is a cluster of …" behind a name is as good as "a cluster of …". */
static struct str without_copula(struct str s)
{
	static const char *const copulas[] = {
		"it is ", "it's ", "is ", "this is ", "they are ",
		"basically ", "essentially ", "simply ", "just ",
		"basically, ", "essentially, ",
	};

	for (size_t i = 0; i < ARRAY_SIZE(copulas); i++)
		if (str_starts_nocase(s, copulas[i]))
			return str_from(s, strlen(copulas[i]));
	return s;
}

/* "storage", "servers": a kind of thing, or several. */
static bool is_kind_word(struct str word)
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

/* "EC2", "CloudFront", "API Gateway": so names are written, and no words. */
static bool is_proper_name(struct str term)
{
	struct str word, rest = term;

	for (int n = 0; (word = wording_next(&rest)).len; n++)
		if (n > 2 || !isupper((unsigned char)*word.s))
			return false;
	return term.len > 1;
}

#define BRIEF_WORDS 4

/* "object storage", "manage users and groups", "manages users": as few words as
 * a list of names has for each. */
static bool is_brief(struct str term, struct str s)
{
	static const char *const deeds[] = {
		"store", "manage", "monitor", "audit", "detect", "encrypt",
		"distribute", "orchestrate", "automate", "protect", "query",
		"visualize", "visualise", "route", "stream", "balance",
	};
	unsigned words = wording_count(s, BRIEF_WORDS + 1);
	struct str first = phrase_first(s), rest = s, word, last = first;

	if (!is_proper_name(str_trim(term)) || words < 2 ||
	    str_find(s, ',') < s.len || phrase_is_own(s) || is_opinion(s) ||
	    wording_is_among(first, verdicts, ARRAY_SIZE(verdicts)))
		return false;
	if (phrase_is_service(first))
		return true;
	if (words > BRIEF_WORDS || !islower((unsigned char)*s.s))
		return false;
	if (wording_is_among(first, deeds, ARRAY_SIZE(deeds)))
		return !phrase_is_article(phrase_second(s)) &&
		       islower((unsigned char)*phrase_second(s).s);
	if (wording_is(first, WORDING_DEED) || wording_is(first, WORDING_ORDER))
		return false;
	while ((word = wording_next(&rest)).len) {
		if (wording_is(word, WORDING_LINK))
			return false;
		last = word;
	}
	return is_kind_word(last);
}

bool definition_is_meaning(struct str term, struct str meaning)
{
	struct str s = without_copula(str_trim(meaning)), first;
	struct str front = str_upto(s, MEANING_LOOKED);

	if (!s.len || phrase_is_other_text(front))
		return false;
	if (is_expansion(term, s) || is_brief(term, s))
		return true;
	if (definition_is_field(term) &&
	    !wording_is(phrase_first(s), WORDING_ARTICLE))
		return false;
	if (phrase_is_measure(s) || phrase_is_unspaced(term) ||
	    phrase_is_unspaced(front) ||
	    wording_count(s, MEANING_WORDS) < MEANING_WORDS ||
	    phrase_is_enumeration(front) || phrase_is_deed(s))
		return false;
	if (is_indirect(s))
		return true;
	if (phrase_is_own(s))
		return false;
	if (is_purpose(term, s) || is_sentence_about(s))
		return true;
	if (phrase_is_order(s))
		return is_command(term);
	first = phrase_first(s);
	if (wording_is_among(first, verdicts, ARRAY_SIZE(verdicts)) ||
	    is_opinion(s))
		return false;
	if (wording_is(first, WORDING_ARTICLE))
		return !phrase_is_statement(wording_sentence(s)) &&
		       !wording_is_among(phrase_second(s), comparisons,
					 ARRAY_SIZE(comparisons));
	if (phrase_is_function(s) || phrase_is_service(first))
		return true;
	if (is_quality(first, phrase_second(s)))
		return false;
	/* "Inversion of control (IoC) - Taking control from": initials are
	 * of no day's work. */
	if (phrase_is_gerund(s) && str_ends(str_trim(term), ")"))
		return true;
	if (phrase_is_gerund(s) && (isupper((unsigned char)*s.s) ||
			     (str_eq_nocase(first, STR("using")) &&
			      !phrase_is_article(phrase_second(s)))))
		return false;
	return !phrase_is_statement(s) &&
	       phrase_is_noun(phrase_first_clause(wording_sentence(front)));
}

/* --- behind a verb -------------------------------------------------------- */

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
	       !wording_is_among(first, comparisons, ARRAY_SIZE(comparisons)) &&
	       !wording_is(first, WORDING_TIME) &&
	       !wording_has(s, WORDING_OPINION, OPINION_WITHIN) &&
	       !phrase_is_enumeration(front) &&
	       (phrase_is_noun(clause) || phrase_has_participle(clause) ||
		is_told_more_of(str_from(front, clause.len)));
}

bool definition_is_kind_abroad(struct str s)
{
	return definition_is_plain(s) &&
	       !wording_has(s, WORDING_OPINION, OPINION_WITHIN) &&
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
	       !is_opinion(sentence) &&
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
			return n && is_kind_word(before);
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
	    is_opinion(sentence))
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
	    is_opinion(sentence))
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
	    wording_is_among(first, verdicts, ARRAY_SIZE(verdicts)))
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
			return phrase_word_ends(before, "s");
		/* "tags applied to" are tags. */
		if (!before.len || !phrase_word_ends(word, "ed"))
			before = word;
	}
	return false;
}
