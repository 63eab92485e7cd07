/* SPDX-License-Identifier: MIT */
/* What a definition says of the name that it begins with. */
#include "core/model/definition_parts.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/quantity.h"
#include "core/model/wording.h"

#define MEANING_WORDS 3		/* that make a definition */
#define MEANING_LOOKED 200	/* bytes of a meaning that tell what it is */
#define SELF_WITHIN 14		/* words in which somebody speaks of himself */
#define WHEN_WITHIN 8
#define OPINION_WITHIN 4
#define PHRASE_WORDS 9		/* that a noun and what belongs to it have */

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

/* Words of what is a kind of thing, for a sentence without an article: "S3 is
 * object storage".  Singular. */
static const char *const genera[] = {
	"storage", "compute", "service", "software", "database", "protocol",
	"server", "language", "framework", "library", "tool", "system",
	"format", "method", "function", "object", "type", "container",
	"queue", "cache", "network", "firewall", "platform", "engine",
	"interface", "api", "file", "data", "code", "process", "algorithm",
	"structure", "cluster", "component", "address", "gateway", "registry",
	"runtime", "environment", "model", "pattern", "plugin", "package",
	"policy", "token", "key", "encryption", "syntax", "middleware",
	"hardware", "infrastructure", "capacity", "memory", "command",
	"standard",
};

static struct str first_word(struct str s)
{
	return wording_next(&s);
}

static struct str second_word(struct str s)
{
	wording_next(&s);
	return wording_next(&s);
}

static bool ends_with(struct str word, const char *ending)
{
	size_t n = strlen(ending);

	return word.len > n + 1 &&
	       str_eq_nocase(str_from(word, word.len - n), str_of(ending));
}

static bool contains(struct str s, const char *what)
{
	return str_find_str(s, str_of(what)) < s.len;
}

/* "IAM, Cognito, KMS": as few words as the commas allow. */
static bool is_enumeration(struct str s)
{
	unsigned commas = 0, words = wording_count(s, MEANING_LOOKED);

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
static bool is_other_text(struct str s)
{
	static const char *const starts[] = {
		"//", "http", "\"", "'", "{", "`", "\xe2\x80\x9c",
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
	return has_figures(first_word(s)) ||
	       ends_line_of_yaml(str_next_field(&s, ' ')) ||
	       ends_line_of_yaml(str_next_field(&s, ' '));
}

/* What is measured, or an example. */
static bool is_measure(struct str s)
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
static bool is_unspaced(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if ((unsigned char)s.s[i] >= 0xE3 &&
		    (unsigned char)s.s[i] <= 0xED)
			return true;
	return false;
}

/* Somebody speaks of himself, of his day, or of what he thinks. */
static bool is_personal(struct str s)
{
	s = wording_sentence(s);
	return wording_has(s, WORDING_SELF, SELF_WITHIN) ||
	       wording_has(s, WORDING_WHEN, WHEN_WITHIN);
}

static bool is_article(struct str word)
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
	       wording_is(word, WORDING_ARTICLE) || ends_with(word, "ing") ||
	       ends_with(word, "s") || ends_with(word, "ly");
}

/* "open the port", "read about subnets", "Host sites": what to do. */
static bool is_order(struct str s)
{
	struct str first = first_word(s), second = second_word(s);

	/* "Quickly deploy services" */
	if (isupper((unsigned char)*s.s) && ends_with(first, "ly") &&
	    !ends_with(second, "ed") && !ends_with(second, "able") &&
	    str_find(first, '-') == first.len)
		return true;
	if (wording_is(first, WORDING_ORDER) &&
	    (isupper((unsigned char)*s.s) || is_article(second)))
		return true;
	return !joins(first) && !ends_with(first, "ed") &&
	       is_article(second) && !str_eq_nocase(first, STR("all")) &&
	       !str_eq_nocase(first, STR("both"));
}

/* "launched an instance", "Watched the intro", "deleted by default": what was
 * or is done.  "Used to store" is what it is for. */
static bool is_deed(struct str s)
{
	struct str first = first_word(s), second = second_word(s);

	return wording_is(first, WORDING_DEED) ||
	       (ends_with(first, "ed") &&
		(is_article(second) || str_eq_nocase(second, STR("by")) ||
		 str_eq_nocase(second, STR("as"))));
}

/* "everything is green", "the pod does not start": what is the case, before
 * any word that begins to say which one is meant. */
static bool is_statement(struct str s)
{
	static const char *const verbs[] = {
		"is", "are", "was", "were", "isn't", "aren't", "does", "did",
		"doesn't", "didn't", "don't", "has", "had", "will", "won't",
		"went", "came", "got",
	};
	struct str word;

	for (int i = 0; i < 10 && (word = wording_next(&s)).len; i++) {
		if (wording_is(word, WORDING_LINK) ||
		    wording_is(word, WORDING_ASK))
			return false;
		if (wording_is_among(word, verbs, ARRAY_SIZE(verbs)))
			return true;
	}
	return false;
}

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

/* "keeps pods away", "allows a pod to": what it does, in the third person. */
static bool is_function(struct str s)
{
	struct str first = first_word(s);

	return islower((unsigned char)*s.s) && ends_with(first, "s") &&
	       !ends_with(first, "ss") && !ends_with(first, "us") &&
	       !ends_with(first, "is") &&
	       wording_count(s, MEANING_WORDS) == MEANING_WORDS;
}

static bool is_command(struct str term)
{
	term = str_trim(term);
	return term.len && (*term.s == '`' || islower((unsigned char)*term.s));
}

/* A noun that is told more of, or that is a kind of thing by itself. */
static bool is_noun_phrase(struct str s)
{
	size_t paren = str_find(s, '(');
	struct str clause = str_upto(s, paren), word, last = clause;
	unsigned n = 0;

	for (; (word = wording_next(&clause)).len && n < PHRASE_WORDS; n++) {
		if (n && wording_is(word, WORDING_LINK))
			return true;
		last = word;
	}
	if (n < PHRASE_WORDS &&
	    wording_is_among(last, genera, ARRAY_SIZE(genera)))
		return true;
	s = str_from(s, paren);
	return s.len && is_noun_phrase(str_from(s, str_find(s, ')') + 1));
}

/* "a book recording transactions" */
static bool has_participle(struct str s)
{
	struct str word;

	wording_next(&s);
	for (int i = 0; i < 6 && (word = wording_next(&s)).len; i++)
		if (ends_with(word, "ing") && islower((unsigned char)*word.s))
			return str_trim(s).len > 0;
	return false;
}

/* Up to the comma; but "a fast, scalable store" has one between adjectives. */
static struct str first_clause(struct str s)
{
	size_t comma = str_find(s, ',');

	return wording_count(str_upto(s, comma), 2) > 1 ? str_upto(s, comma)
							: s;
}

/* "how long it may be down", and not "how to deploy". */
static bool is_indirect(struct str s)
{
	static const char *const asks[] = {
		"how", "what", "when", "where", "which", "who",
	};

	struct str second = second_word(s);

	/* "How long we may be down" is said of all, "how I do it" is not. */
	return wording_is_among(first_word(s), asks, ARRAY_SIZE(asks)) &&
	       !str_eq_nocase(second, STR("to")) &&
	       !wording_is(second, WORDING_SELF) &&
	       !wording_has(s, WORDING_WHEN, WHEN_WITHIN);
}

/* "it is a cluster of …" behind a name is as good as "a cluster of …". */
static struct str without_copula(struct str s)
{
	static const char *const copulas[] = {
		"it is ", "it's ", "is ", "this is ", "they are ",
	};

	for (size_t i = 0; i < ARRAY_SIZE(copulas); i++)
		if (str_starts_nocase(s, copulas[i]))
			return str_from(s, strlen(copulas[i]));
	return s;
}

static bool is_gerund(struct str s)
{
	return ends_with(first_word(s), "ing");
}

bool definition_is_meaning(struct str term, struct str meaning)
{
	struct str s = without_copula(str_trim(meaning)), first;
	struct str front = str_upto(s, MEANING_LOOKED);

	if (!s.len || is_other_text(front))
		return false;
	if (is_expansion(term, s))
		return true;
	if (definition_is_field(term) &&
	    !wording_is(first_word(s), WORDING_ARTICLE))
		return false;
	if (is_measure(s) || is_unspaced(term) || is_unspaced(front) ||
	    wording_count(s, MEANING_WORDS) < MEANING_WORDS ||
	    is_enumeration(front) || is_deed(s))
		return false;
	if (is_indirect(s))
		return true;
	if (is_personal(s))
		return false;
	if (is_order(s))
		return is_command(term);
	first = first_word(s);
	if (wording_is_among(first, verdicts, ARRAY_SIZE(verdicts)) ||
	    wording_has(s, WORDING_OPINION, OPINION_WITHIN))
		return false;
	if (wording_is(first, WORDING_ARTICLE))
		return !is_statement(s) &&
		       !wording_is_among(second_word(s), comparisons,
					 ARRAY_SIZE(comparisons));
	if (is_function(s))
		return true;
	if (is_gerund(s) && (isupper((unsigned char)*s.s) ||
			     (str_eq_nocase(first, STR("using")) &&
			      !is_article(second_word(s)))))
		return false;
	return !is_statement(s) &&
	       is_noun_phrase(first_clause(wording_sentence(front)));
}

/* --- behind a verb -------------------------------------------------------- */

/* Enough words, and nobody's day. */
bool definition_is_plain(struct str s)
{
	return wording_count(s, MEANING_WORDS) == MEANING_WORDS &&
	       !is_other_text(str_upto(s, MEANING_LOOKED)) && !is_personal(s);
}

/* "the only thing that" sets apart what it does not tell. */
bool definition_is_kind(struct str s)
{
	struct str front = str_upto(s, MEANING_LOOKED), first = first_word(s);
	struct str clause = first_clause(wording_sentence(front));

	return definition_is_plain(s) &&
	       !wording_is_among(first, comparisons, ARRAY_SIZE(comparisons)) &&
	       !wording_is(first, WORDING_TIME) &&
	       !wording_has(s, WORDING_OPINION, OPINION_WITHIN) &&
	       !is_enumeration(front) &&
	       (is_noun_phrase(clause) || has_participle(clause));
}

bool definition_is_kind_abroad(struct str s)
{
	return definition_is_plain(s) &&
	       !wording_has(s, WORDING_OPINION, OPINION_WITHIN) &&
	       !wording_has(s, WORDING_TIME, 1);
}

/* "lets instances reach the net": what it is for, and no limit of it. */
bool definition_is_service(struct str s)
{
	struct quantity q = QUANTITY_NONE;
	struct str rest = s;

	return wording_count(s, MEANING_WORDS + 1) > MEANING_WORDS &&
	       definition_is_plain(s) && !quantity_next(&rest, &q);
}

/* "object storage with …", "Google's runner for …": no article. */
bool definition_is_genus(struct str s)
{
	struct str first = first_word(s), rest = first_clause(s), word;

	if (!definition_is_kind(s) || ends_with(first, "ed") ||
	    is_gerund(s) || wording_is(first, WORDING_LINK) ||
	    wording_is_among(first, verdicts, ARRAY_SIZE(verdicts)))
		return false;
	if (ends_with(first, "'s"))
		return true;
	for (int i = 0; i < 4 && (word = wording_next(&rest)).len; i++) {
		if (wording_is(word, WORDING_LINK))
			return false;
		if (wording_is_among(word, genera, ARRAY_SIZE(genera)))
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
	struct str word;

	while ((word = wording_next(&s)).len)
		if (wording_is_among(word, verbs, ARRAY_SIZE(verbs)))
			return true;
	return false;
}

/* "message queue that", "file system optimized for": the kind of thing stands
 * right before what tells more of it. */
bool definition_is_genus_alone(struct str s)
{
	static const char *const relatives[] = {
		"that", "which", "who", "whose", "where", "when",
	};
	struct str rest = wording_sentence(s), word, noun = STR("");

	if (!s.len || !definition_is_genus(s) || is_order(s) || is_deed(s))
		return false;
	for (int i = 0; i < PHRASE_WORDS; i++) {
		word = wording_next(&rest);
		if (wording_is(word, WORDING_LINK))
			return wording_is_among(noun, genera,
						ARRAY_SIZE(genera)) &&
			       (wording_is_among(word, relatives,
						 ARRAY_SIZE(relatives)) ||
				!has_verb(rest));
		if (!ends_with(word, "ed") && !ends_with(word, "ly"))
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
			return ends_with(before, "s");
		before = word;
	}
	return false;
}
