/* SPDX-License-Identifier: MIT */
/* Telling by its verb that a sentence says what a thing is for. */
#include "core/model/definition_parts.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/wording.h"

#define SERVICE_BYTES 24

/* "route", "watch" behind "tables": the same without its s. */
static bool is_plural_service(struct str word)
{
	char third[SERVICE_BYTES];

	if (word.len < 3 || word.len + 2 >= sizeof(third))
		return false;
	memcpy(third, word.s, word.len);
	third[word.len] = 's';
	if (wording_is((struct str){ third, word.len + 1 }, WORDING_SERVICE))
		return true;
	third[word.len] = 'e';
	third[word.len + 1] = 's';
	return wording_is((struct str){ third, word.len + 2 }, WORDING_SERVICE);
}

/* "bootstraps a": any other word that ends so is a verb, if one of something
 * follows; but "needs a", "costs a" tell nothing. */
static bool is_verb_of_one(struct str verb, struct str rest)
{
	static const char *const others[] = {
		"has", "is", "was", "does", "needs", "requires", "costs",
		"takes", "gets", "wants", "looks", "feels", "supports",
		"sounds", "says", "throws", "fails", "uses", "gives", "shows",
		"becomes", "seems", "remains", "likes", "loves", "makes",
		"deserves", "expects", "starts", "stays", "this", "always",
	};
	struct str next = wording_next(&rest);

	/* "requests a month" are counted. */
	return verb.len > 3 && str_find(verb, '\'') == verb.len &&
	       !wording_is(wording_next(&rest), WORDING_TIME) &&
	       verb.s[verb.len - 1] == 's' && verb.s[verb.len - 2] != 's' &&
	       islower((unsigned char)*verb.s) &&
	       (str_is(next, "a") || str_is(next, "an")) &&
	       !wording_is_among(verb, others, ARRAY_SIZE(others));
}

/* "LimitRange", "depends_on": written as no word is. */
static bool is_identifier(struct str term)
{
	size_t blank = str_find(term, ' ');

	if (term.len < 3 || blank < term.len)
		return false;
	for (size_t i = 1; i < term.len; i++)
		if (isupper((unsigned char)term.s[i]) || term.s[i] == '_')
			return true;
	return *term.s == '`';
}

/* "groups", "records": several things as well, before which a name has to have
 * two words. */
static bool is_noun_as_well(struct str word)
{
	static const char *const nouns[] = {
		"groups", "points", "sets", "lists", "records", "reports",
		"streams", "marks", "blocks", "locks", "filters", "hosts",
		"packages", "copies", "signs", "processes", "indexes", "maps",
		"issue", "issues", "reads", "share", "control", "group",
		"point", "set", "list", "record", "report", "stream", "mark",
		"block", "lock", "filter", "host", "package", "cache", "scale",
		"limit", "schedule", "route", "check", "capture", "split",
		"document", "documents",
		"caches", "scales", "limits", "controls", "schedules",
		"shares", "shows", "rules", "plans", "checks", "tracks",
		"runs", "loads", "routes", "scans", "splits",
	};

	return wording_is_among(word, nouns, ARRAY_SIZE(nouns));
}

/* "The kubelet restarts …" tells what it does then, "A lease stores …" what it
 * is for; and no name has a verb, or a word that joins two. */
static bool is_any_of_kind(struct str term)
{
	static const char *const certain[] = {
		"the", "my", "our", "your", "this", "each", "every", "all",
		"any", "some", "one", "uses", "used", "have", "turns",
	};
	static const char *const negated[] = {
		"longer", "never", "not", "only", "also", "always", "now",
	};
	const uint64_t joints = WORDING_BIT(WORDING_FINITE) |
				WORDING_BIT(WORDING_LINK) |
				WORDING_BIT(WORDING_ASK) |
				WORDING_BIT(WORDING_AUXILIARY) |
				WORDING_BIT(WORDING_SERVICE);
	struct str first = wording_next(&term), word;

	if (wording_is_among(first, certain, ARRAY_SIZE(certain)) ||
	    wording_is_among(wording_last(term), negated, ARRAY_SIZE(negated)) ||
	    (term.len && first.len > 4 && str_ends(first, "ing")) ||
	    wording_senses(first) & (WORDING_BIT(WORDING_ORDER) |
				     WORDING_BIT(WORDING_SERVICE)))
		return false;
	while ((word = wording_next(&term)).len)
		if (wording_senses(word) & joints)
			return false;
	return true;
}

/* "`useMemo` caches", "EXPLAIN shows": a name of one word that is no other
 * word, before what may be a noun as well. */
static bool is_sure_verb(struct str term, struct str verb, struct str rest)
{
	struct str next = wording_next(&rest);
	const uint64_t joins = WORDING_BIT(WORDING_FINITE) |
			       WORDING_BIT(WORDING_LINK) |
			       WORDING_BIT(WORDING_MEANS);

	/* What asks, and a name, follow a verb. */
	if (!is_noun_as_well(verb) || is_identifier(term) ||
	    (next.len && isupper((unsigned char)*next.s)))
		return true;
	if (wording_senses(next) & (WORDING_BIT(WORDING_ARTICLE) |
				    WORDING_BIT(WORDING_ASK)))
		return true;
	return wording_count(term, 2) == 2 &&
	       !(wording_senses(next) & joins) &&
	       !str_eq_nocase(next, STR("and")) &&
	       !str_eq_nocase(next, STR("or"));
}

bool definition_serves(struct str term, struct str rest)
{
	struct str verb = wording_next(&rest);
	bool several = term.s[term.len - 1] == 's';

	/* "automatically scales" */
	if (verb.len > 4 && str_ends(verb, "ly"))
		verb = wording_next(&rest);
	if (!rest.len || verb.s + verb.len != rest.s ||
	    !(wording_is(verb, WORDING_SERVICE) ||
	      (several && is_plural_service(verb)) ||
	      is_verb_of_one(verb, rest)))
		return false;
	return is_sure_verb(term, verb, rest) && is_any_of_kind(term) &&
	       definition_is_act(rest);
}
