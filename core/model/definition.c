/* SPDX-License-Identifier: MIT */
/* Telling what something means from what is done, planned or counted. */
#include "core/model/definition.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/definition_parts.h"
#include "core/model/wording.h"

#define HEAD_WORDS 4		/* of a heading that is a name */

/* "a, b = gets.split": a line of a program. */
static bool is_assignment(struct str term, struct str value)
{
	struct str first = str_next_field(&value, ' ');

	return str_find(term, ',') < term.len ||
	       str_find(term, '.') < term.len ||
	       str_find(value, '[') < value.len ||
	       str_find(first, '.') + 1 < first.len ||
	       str_find(first, '(') < first.len;
}

/* What stands between a name and what it is, and how that goes on. */
static const struct verb {
	const char *words;
	bool (*goes_on)(struct str rest);
} verbs[] = {
	{ " is a ", definition_is_kind },
	{ " is an ", definition_is_kind },
	{ " is the ", definition_is_kind },
	{ " are a ", definition_is_kind },
	{ " are an ", definition_is_kind },
	{ " are the ", definition_is_kind },
	{ " is like a ", definition_is_kind },
	{ " is basically a ", definition_is_kind },
	{ " is basically an ", definition_is_kind },
	{ " is basically the ", definition_is_kind },
	{ " is simply a ", definition_is_kind },
	{ " is just a ", definition_is_kind },
	{ " is essentially a ", definition_is_kind },
	{ " is called a ", definition_is_kind },
	{ " ist ein ", definition_is_kind_abroad },
	{ " ist eine ", definition_is_kind_abroad },
	{ " ist der ", definition_is_kind_abroad },
	{ " ist die ", definition_is_kind_abroad },
	{ " ist das ", definition_is_kind_abroad },
	{ " est un ", definition_is_kind_abroad },
	{ " est une ", definition_is_kind_abroad },
	{ " est le ", definition_is_kind_abroad },
	{ " est la ", definition_is_kind_abroad },
	{ " es un ", definition_is_kind_abroad },
	{ " es una ", definition_is_kind_abroad },
	{ " es el ", definition_is_kind_abroad },
	{ " es la ", definition_is_kind_abroad },
	{ " \xc3\xa9 um ", definition_is_kind_abroad },
	{ " \xc3\xa9 uma ", definition_is_kind_abroad },
	{ " \xc3\xa8 un ", definition_is_kind_abroad },
	{ " \xc3\xa8 una ", definition_is_kind_abroad },
	{ " stands for ", definition_is_plain },
	{ " means ", definition_is_plain },
	{ " refers to ", definition_is_plain },
	{ " bedeutet ", definition_is_plain },
	{ " steht f\xc3\xbcr ", definition_is_plain },
	{ " signifie ", definition_is_plain },
	{ " significa ", definition_is_plain },
	{ " is when ", definition_is_plain },
	{ " is where ", definition_is_plain },
	{ " is what ", definition_is_plain },
	{ " is how ", definition_is_plain },
	{ " lets ", definition_is_service },
	{ " provides ", definition_is_provided },
	{ " automates ", definition_is_service },
	{ " allows ", definition_is_service },
	{ " enables ", definition_is_service },
	{ " ensures ", definition_is_service },
	{ " makes sure ", definition_is_service },
	{ " protects ", definition_is_service },
	{ " delivers ", definition_is_service },
	{ " distributes ", definition_is_service },
	{ " is used to ", definition_is_service },
	{ " is used for ", definition_is_service },
	{ " is ", definition_is_genus },
	{ " are ", definition_is_several },
};

/* "Ingress, in short, is a set of …": what is said by the way goes. */
static struct str without_aside(struct str term)
{
	size_t comma = str_find(term, ',');

	if (comma < term.len && term.s[term.len - 1] == ',')
		return str_upto(term, comma);
	return term;
}

/* The verb at the front of `rest`, which begins with a blank, or NULL: the one
 * that says most, as " is a " does more than " is ". */
static const struct verb *verb_at(struct str rest)
{
	for (size_t i = 0; rest.len > 1 && i < ARRAY_SIZE(verbs); i++)
		if (verbs[i].words[1] == rest.s[1] &&
		    str_starts(rest, verbs[i].words))
			return &verbs[i];
	return NULL;
}

/* "A shard is a sequence of …", "RCU stands for …" */
static struct str term_by_verb(struct str text)
{
	for (size_t at = 1; at < text.len && at <= TERM_BYTES; at++) {
		struct str term = str_upto(text, at);
		const struct verb *verb;

		if (text.s[at] != ' ' || !(verb = verb_at(str_from(text, at))))
			continue;
		term = without_aside(term);
		if (str_find(term, ',') < term.len || !definition_is_term(term))
			continue;
		if (verb->goes_on(str_from(text, at + strlen(verb->words))))
			return str_trim(term);
		break;
	}
	return STR("");
}

/* "Bean - A Spring bean is an object that …": the sentence defines the same. */
static bool names_again(struct str term, struct str other)
{
	term = str_trim(term);
	return other.len >= term.len && term.len &&
	       str_eq_nocase(str_from(other, other.len - term.len), term);
}

/* "SQS: a queue that …", "**DAX** - a cache …": "SQS", "DAX". */
static struct str term_by_mark(struct str text)
{
	static const char *const marks[] = {
		": ", " - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " = ", " | ",
	};
	struct str front = str_upto(text, TERM_BYTES + 4);

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t at = str_find_str(front, str_of(marks[i]));
		struct str term = str_upto(text, at), meaning;

		if (at >= front.len || str_find(term, ',') < term.len ||
		    !definition_is_term(term))
			continue;
		meaning = str_from(text, at + strlen(marks[i]));
		if (!strcmp(marks[i], " = ") && is_assignment(term, meaning))
			break;
		if (definition_is_meaning(term, meaning) ||
		    names_again(term, term_by_verb(str_trim(meaning))))
			return str_trim(term);
		break;
	}
	return STR("");
}

struct str definition_term(struct str text)
{
	struct str term = term_by_mark(text);

	return term.len ? term : term_by_verb(text);
}

/* "a queue between", "message queue that": a kind of thing and what sets it
 * apart, and no sentence. */
bool definition_is_of_head(struct str head, struct str text)
{
	struct str rest = text, first = wording_next(&rest);

	if (!head.len || !definition_is_term(head) ||
	    wording_count(head, HEAD_WORDS + 1) > HEAD_WORDS)
		return false;
	if (!wording_is(first, WORDING_ARTICLE))
		rest = text;
	return definition_is_genus_alone(rest);
}
