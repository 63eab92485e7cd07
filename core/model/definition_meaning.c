/* SPDX-License-Identifier: MIT */
/* What a definition says of the name that it begins with. */
#include "core/model/definition_parts.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/definition_phrase.h"
#include "core/model/quantity.h"
#include "core/model/wording.h"

/* Is each letter of the name in the text, in this order? */
static bool has_letters(struct str term, struct str s)
{
	size_t at = 0;

	for (size_t i = 0; i < s.len && at < term.len; i++)
		at += tolower((unsigned char)s.s[i]) ==
		      tolower((unsigned char)term.s[at]);
	return at == term.len;
}

/* "IVF = Inverted File Index": words as names are written, whose letters an
 * abbreviation is made of, the first by the first. */
static bool is_spelt_out(struct str term, struct str s)
{
	struct str rest = s, word;
	unsigned words = 0;

	for (size_t i = 0; i < term.len; i++)
		if (!isupper((unsigned char)term.s[i]))
			return false;
	while ((word = wording_next(&rest)).len)
		if (++words > 6 || (!isupper((unsigned char)*word.s) &&
				    !wording_is(word, WORDING_LINK)))
			return false;
	return words > 1 && term.len > 1 && term.len < 7 &&
	       *s.s == *term.s && has_letters(term, s);
}

/* "IAM - Identity and Access Management": small words may be left out. */
static bool is_expansion(struct str term, struct str s)
{
	size_t at = 0;
	struct str word, whole = s;
	unsigned words = 0;

	term = str_trim(term);
	while (at < term.len && (word = wording_next(&s)).len) {
		const char *part = word.s;

		if (!isupper((unsigned char)term.s[at]))
			break;
		/* Each part of "inter-domain" may give its letter. */
		for (size_t i = 0; i < word.len && at < term.len; i++)
			if ((i == 0 || part[i - 1] == '-') &&
			    tolower((unsigned char)part[i]) ==
				    tolower((unsigned char)term.s[at]))
				at++, words++;
	}
	return (at == term.len && words > 1) || is_spelt_out(term, whole);
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
		       !phrase_is_opinion(rest) &&
		       !wording_is(second, WORDING_VERDICT);
	wording_next(&after);
	return str_eq_nocase(first, STR("this")) &&
	       (phrase_names_kind(second) ||
		wording_is_among(second, kinds, ARRAY_SIZE(kinds))) &&
	       !wording_is(phrase_first(after), WORDING_DEED) &&
	       !phrase_is_opinion(after);
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
	    str_find(s, ',') < s.len || phrase_is_own(s) || phrase_is_opinion(s) ||
	    wording_is(first, WORDING_VERDICT))
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
	return phrase_names_kinds(last);
}

/* "like a gateway, but …", "only rows that match", "same result no matter how":
 * by what is known or by how many. */
static bool is_likened(struct str s)
{
	static const char *const counts[] = {
		"only", "same", "two", "three", "several", "multiple",
	};
	struct str first = phrase_first(s), second = phrase_second(s);
	const uint64_t others = WORDING_BIT(WORDING_STUDY) |
				WORDING_BIT(WORDING_TIME) |
				WORDING_BIT(WORDING_DEED) |
				WORDING_BIT(WORDING_SELF) |
				WORDING_BIT(WORDING_WHEN);

	if (wording_count(s, MEANING_WORDS + 1) <= MEANING_WORDS)
		return false;
	if (str_eq_nocase(first, STR("like")))
		return wording_is(second, WORDING_ARTICLE);
	return wording_is_among(first, counts, ARRAY_SIZE(counts)) &&
	       !wording_is(second, WORDING_LINK) && !(wording_all(s) & others);
}

#define KIND_WORDS 5

/* "threat detection, reads flow logs": what it is, and what it does. */
static bool is_kind_that_serves(struct str s)
{
	size_t comma = str_find(s, ',');

	return comma < s.len &&
	       wording_count(str_upto(s, comma), KIND_WORDS) < KIND_WORDS &&
	       phrase_is_service(phrase_first(str_from(s, comma + 1))) &&
	       wording_count(str_from(s, comma), 2) == 2;
}

/* "Google manages the nodes": what another does there. */
static bool is_done_by_other(struct str s)
{
	const uint64_t others = WORDING_BIT(WORDING_SELF) |
				WORDING_BIT(WORDING_WHEN) |
				WORDING_BIT(WORDING_REPORT) |
				WORDING_BIT(WORDING_STUDY) |
				WORDING_BIT(WORDING_NO_NAME);
	struct str rest = s, first = wording_next(&rest);
	struct str verb = wording_next(&rest), next = wording_next(&rest);

	return !(wording_senses(first) & others) &&
	       wording_is(verb, WORDING_SERVICE) &&
	       wording_is(next, WORDING_ARTICLE) && wording_next(&rest).len &&
	       !phrase_is_opinion(s);
}

/* "Principle of least privilege: give …": an order is what it means. */
static bool is_principle(struct str term)
{
	static const char *const words[] = {
		"principle", "law", "theorem", "pattern", "rule",
	};

	return wording_count(term, 2) == 2 &&
	       wording_has_among(term, words, ARRAY_SIZE(words));
}

bool definition_is_meaning(struct str term, struct str meaning)
{
	struct str s = without_copula(str_trim(meaning)), first;
	struct str front = str_upto(s, MEANING_LOOKED);

	if (!s.len || phrase_is_other_text(front))
		return false;
	if (is_expansion(term, str_trim(meaning)) || is_brief(term, s))
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
		return is_command(term) || is_principle(term);
	if (is_likened(s) || is_kind_that_serves(s) || is_principle(term) ||
	    is_done_by_other(s))
		return true;
	first = phrase_first(s);
	if (wording_is(first, WORDING_VERDICT) ||
	    phrase_is_opinion(s))
		return false;
	if (wording_is(first, WORDING_ARTICLE))
		return !phrase_is_statement(wording_sentence(s)) &&
		       !wording_is(phrase_second(s), WORDING_COMPARED);
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
