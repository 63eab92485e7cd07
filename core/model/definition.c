/* SPDX-License-Identifier: MIT */
/* Telling what something means from what is done, planned or counted. */
#include "core/model/definition.h"

#include <ctype.h>
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
	{ " is a way to ", definition_is_service },
	{ " is a way of ", definition_is_service },
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
	{ " happens when ", definition_is_plain },
	{ " occurs when ", definition_is_plain },
	{ " acts like ", definition_is_plain },
	{ " works like ", definition_is_plain },
	{ " behaves like ", definition_is_plain },
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
	{ " is used in ", definition_is_service },
	{ " helps ", definition_is_service },
	{ " monitors ", definition_is_service },
	{ " manages ", definition_is_service },
	{ " orchestrates ", definition_is_service },
	{ " coordinates ", definition_is_service },
	{ " simplifies ", definition_is_service },
	{ " represents ", definition_is_service },
	{ " describes ", definition_is_service },
	{ " encapsulates ", definition_is_service },
	{ " is managed by ", definition_is_plain },
	{ " are managed by ", definition_is_plain },
	{ " uses ", definition_is_means },
	{ " consists of ", definition_is_plain },
	{ " is comprised of ", definition_is_plain },
	{ " is made up of ", definition_is_plain },
	{ " acts as ", definition_is_service },
	{ " serves as ", definition_is_service },
	{ " is responsible for ", definition_is_service },
	{ " is designed to ", definition_is_service },
	{ " is designed for ", definition_is_service },
	{ " is meant to ", definition_is_service },
	{ " is meant for ", definition_is_service },
	{ " is intended to ", definition_is_service },
	{ " is intended for ", definition_is_service },
	{ " is ", definition_is_genus },
	{ " are ", definition_is_several },
};

/* Behind a plural: "security groups act as". */
static const struct verb of_several[] = {
	{ " allow ", definition_is_service },
	{ " enable ", definition_is_service },
	{ " provide ", definition_is_service },
	{ " let ", definition_is_service },
	{ " act as ", definition_is_service },
	{ " act like ", definition_is_plain },
	{ " work like ", definition_is_plain },
	{ " behave like ", definition_is_plain },
	{ " serve as ", definition_is_service },
	{ " are used to ", definition_is_service },
	{ " are used for ", definition_is_service },
	{ " define ", definition_is_service },
	{ " represent ", definition_is_service },
	{ " describe ", definition_is_service },
	{ " help ", definition_is_service },
	{ " consist of ", definition_is_plain },
	{ " are comprised of ", definition_is_plain },
	{ " are made up of ", definition_is_plain },
};

/* "Ingress, in short, is a set of …", "Synapse (once a warehouse) is a …": what
 * is said by the way goes. */
static struct str without_aside(struct str term)
{
	size_t comma = str_find(term, ',');
	size_t paren = str_find_str(term, STR(" ("));

	if (paren < term.len && str_find(term, ')') + 2 >= term.len)
		return str_upto(term, paren);

	if (comma < term.len && term.s[term.len - 1] == ',')
		return str_upto(term, comma);
	return term;
}

/* The verb at the front of `rest`, which begins with a blank, or NULL: the one
 * that says most, as " is a " does more than " is ". */
static const struct verb *verb_of(struct str rest, const struct verb *list,
				  size_t count)
{
	for (size_t i = 0; rest.len > 1 && i < count; i++)
		if (list[i].words[1] == rest.s[1] &&
		    str_starts(rest, list[i].words))
			return &list[i];
	return NULL;
}

static const struct verb *verb_at(struct str text, size_t at)
{
	struct str rest = str_from(text, at), next = rest;
	const struct verb *verb = NULL;

	if (!wording_is(wording_next(&next), WORDING_MEANS))
		return NULL;

	if (text.s[at - 1] == 's')
		verb = verb_of(rest, of_several, ARRAY_SIZE(of_several));
	return verb ? verb : verb_of(rest, verbs, ARRAY_SIZE(verbs));
}

/* How long what stands in brackets behind a name is, which is not its own. */
static size_t aside_len(struct str text)
{
	size_t from = str_find_str(str_upto(text, TERM_BYTES), STR(" ("));
	size_t to = str_find(text, ')');

	return from < to && from < TERM_BYTES && to < from + TERM_BYTES
		       ? to - from
		       : 0;
}

/* The name before the verb at the front of `rest`, or nothing. */
static struct str term_that_serves(struct str text, size_t at)
{
	struct str term = without_aside(str_upto(text, at));

	return term.len && at + 1 < text.len &&
			       isalpha((unsigned char)text.s[at + 1]) &&
			       str_find(term, ',') == term.len &&
			       definition_serves(term, str_from(text, at)) &&
			       definition_is_term(term)
		       ? str_trim(term)
		       : STR("");
}

/* "A shard is a sequence of …", "RCU stands for …" */
static struct str term_by_verb(struct str text)
{
	size_t end = TERM_BYTES + aside_len(text);

	for (size_t at = 1; at < text.len && at <= end; at++) {
		struct str term = str_upto(text, at);
		const struct verb *verb;

		if (text.s[at] != ' ')
			continue;
		if (!(verb = verb_at(text, at))) {
			term = term_that_serves(text, at);
			if (term.len)
				return term;
			continue;
		}
		term = without_aside(term);
		if (str_find(term, ',') < term.len ||
		    str_starts_nocase(term, "each ") ||
		    !definition_is_term(term))
			continue;
		if (verb->goes_on(str_from(text, at + strlen(verb->words))))
			return str_trim(term);
		/* "provides lower latency" was looked at. */
		return verb->goes_on == definition_is_provided ?
			       STR("") : term_that_serves(text, at);
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

/* "Repository: Contains a set of …": what diaries report of, and a service may
 * have as well. */
static bool is_resource(struct str term, struct str meaning)
{
	static const char *const names[] = {
		"repository", "stack", "task", "job", "skill", "topic",
		"type", "kind", "version", "name", "region",
	};

	term = str_trim(term);
	return wording_is_among(term, names, ARRAY_SIZE(names)) &&
	       definition_is_function_alone(meaning);
}

/* "SQS: a queue that …", "**DAX** - a cache …": "SQS", "DAX". */
static struct str term_by_mark(struct str text)
{
	static const char *const marks[] = {
		": ", " - ", " -- ", " \xe2\x80\x93 ", " \xe2\x80\x94 ",
		" = ", " | ", " \xe2\x86\x92 ", " -> ",
	};
	struct str front = str_upto(text, TERM_BYTES + 4);

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t at = str_find_str(front, str_of(marks[i]));
		struct str term = str_upto(text, at), meaning;

		meaning = str_from(text, at + strlen(marks[i]));
		if (at >= front.len || str_find(term, ',') < term.len ||
		    !(definition_is_term(term) ||
		      is_resource(term, str_trim(meaning))))
			continue;
		if (!strcmp(marks[i], " = ") && is_assignment(term, meaning))
			break;
		if (definition_is_meaning(term, meaning) ||
		    names_again(term, term_by_verb(str_trim(meaning))))
			return str_trim(term);
		break;
	}
	return STR("");
}

/* "With CloudTrail you can see who …" */
static struct str term_by_with(struct str text)
{
	static const char *const fronts[] = { "with", "using" };
	struct str rest = text, term;
	size_t to = str_find_str(str_upto(text, TERM_BYTES + 10),
				 STR(" you can "));

	if (to >= text.len || to >= TERM_BYTES + 10 ||
	    !wording_take(&rest, fronts, ARRAY_SIZE(fronts)))
		return STR("");
	rest = str_trim_left(rest);
	term = str_upto(rest, to - (size_t)(rest.s - text.s));
	return wording_count(term, 4) < 4 && definition_is_term(term) &&
			       definition_is_service(str_from(text, to + 9))
		       ? term
		       : STR("");
}

/* "Use Velero to back up the cluster": what it is for. */
static struct str term_by_use(struct str text)
{
	struct str rest = text, term;
	size_t to;

	if (!str_eq_nocase(wording_next(&rest), STR("use")))
		return STR("");
	rest = str_trim_left(rest);
	to = str_find_str(str_upto(rest, TERM_BYTES), STR(" to "));
	term = str_upto(rest, to);
	return to < rest.len && to < TERM_BYTES &&
			       isupper((unsigned char)*term.s) &&
			       wording_count(term, 4) < 4 &&
			       definition_is_term(term) &&
			       definition_is_service(str_from(rest, to + 4))
		       ? term
		       : STR("");
}

struct str definition_term(struct str text)
{
	struct str term = term_by_mark(text);

	if (!term.len)
		term = term_by_verb(text);
	if (!term.len)
		term = term_by_use(text);
	return term.len ? term : term_by_with(text);
}

/* Behind a bullet, a number or the mark of a quotation, and an article. */
static struct str without_front(struct str raw)
{
	struct str line = str_trim(str_next_line(&raw)), word, rest = line;

	word = str_next_field(&rest, ' ');
	while (rest.len && word.len && strchr("-*+>0123456789", *word.s) &&
	       word.len <= 3 && str_find(word, '*') + 1 >= word.len) {
		line = str_trim_left(rest);
		rest = line;
		word = str_next_field(&rest, ' ');
	}
	return wording_is(word, WORDING_ARTICLE) && *word.s != '*' &&
			       *word.s != '_'
		       ? str_trim_left(rest)
		       : line;
}

/* "(formerly Y)" behind the name, and the comma after it. */
static struct str without_parentheses(struct str s)
{
	if (str_starts(s, " ("))
		s = str_from(s, str_find(s, ')') + 1);
	return str_starts(s, ",") ? str_from(s, 1) : s;
}

struct str definition_term_marked(struct str raw)
{
	struct str s = without_front(raw), term, mark;
	size_t n = 0;

	while (n < s.len && n < 3 && (s.s[n] == '*' || s.s[n] == '_'))
		n++;
	mark = str_upto(s, n);
	s = str_from(s, n);
	term = str_upto(s, str_find_str(s, mark));
	if (!n || term.len == s.len)
		return STR("");
	s = without_parentheses(str_from(s, term.len + n));
	return definition_is_term(term) && str_starts(s, " ") &&
			       (definition_is_function(str_from(s, 1)) ||
				definition_is_noun_phrase(str_from(s, 1)))
		       ? term
		       : STR("");
}

/* "a queue between", "message queue that": a kind of thing and what sets it
 * apart, and no sentence. */
bool definition_is_of_head(struct str head, struct str text)
{
	struct str rest = text, first = wording_next(&rest);

	if (!head.len || !definition_is_term(head) ||
	    wording_count(head, HEAD_WORDS + 1) > HEAD_WORDS)
		return false;
	if (definition_is_function_alone(text))
		return true;
	if (!wording_is(first, WORDING_ARTICLE))
		rest = text;
	return definition_is_genus_alone(rest);
}
