/* SPDX-License-Identifier: MIT */
/* Words that make a number a limit. */
#include "core/model/quantity_bounds.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/quantity_units.h"
#include "core/model/wording.h"

#define BOUND_WITHIN 24		/* bytes before a number that may bound it */
#define CLAUSE_WITHIN 80	/* bytes of its clause before it */
#define AFTER_WITHIN 32		/* and after it */

/* Words between a bound and its number: with "is" before that, or without. */
#define LINKED_WORDS 6
#define NOUNS 3

static const struct {
	const char *words;
	enum quantity_bound bound;
} bounds[] = {
	{ "up to", QUANTITY_MOST },	  { "max", QUANTITY_MOST },
	{ "maximum", QUANTITY_MOST },	  { "maximum of", QUANTITY_MOST },
	{ "max of", QUANTITY_MOST },	  { "at most", QUANTITY_MOST },
	{ "limit", QUANTITY_MOST },	  { "limit of", QUANTITY_MOST },
	{ "limit is", QUANTITY_MOST },	  { "limited to", QUANTITY_MOST },
	{ "no more than", QUANTITY_MOST }, { "only have", QUANTITY_MOST },
	{ "at least", QUANTITY_LEAST },	  { "min", QUANTITY_LEAST },
	{ "minimum", QUANTITY_LEAST },	  { "minimum of", QUANTITY_LEAST },
	{ "default", QUANTITY_DEFAULT },  { "defaults to", QUANTITY_DEFAULT },
	{ "default is", QUANTITY_DEFAULT }, { "by default", QUANTITY_DEFAULT },
	{ "default of", QUANTITY_DEFAULT },
	{ "max is", QUANTITY_MOST },	  { "maximum is", QUANTITY_MOST },
	{ "not exceed", QUANTITY_MOST },  { "as many as", QUANTITY_MOST },
	{ "min is", QUANTITY_LEAST },	  { "minimum is", QUANTITY_LEAST },
	{ "limits", QUANTITY_MOST },	  { "quota", QUANTITY_MOST },
	{ "quota of", QUANTITY_MOST },	  { "max.", QUANTITY_MOST },
	{ "h\xc3\xb6""chstens", QUANTITY_MOST }, { "maximal", QUANTITY_MOST },
	{ "bis zu", QUANTITY_MOST },	  { "jusqu'\xc3\xa0", QUANTITY_MOST },
	{ "m\xc3\xa1ximo", QUANTITY_MOST },
	{ "mindestens", QUANTITY_LEAST }, { "au moins", QUANTITY_LEAST },
	{ "al menos", QUANTITY_LEAST },
	{ "m\xc3\xa1ximo de", QUANTITY_MOST }, { "hasta", QUANTITY_MOST },
	{ "at\xc3\xa9", QUANTITY_MOST },  { "fino a", QUANTITY_MOST },
	{ "al massimo", QUANTITY_MOST },  { "au plus", QUANTITY_MOST },
	{ "m\xc3\xadnimo de", QUANTITY_LEAST },
	{ "pelo menos", QUANTITY_LEAST },
	{ "por defecto", QUANTITY_DEFAULT },
	{ "por padr\xc3\xa3o", QUANTITY_DEFAULT },
	{ "par d\xc3\xa9""faut", QUANTITY_DEFAULT },
	{ "not more than", QUANTITY_MOST },
	{ "not have more than", QUANTITY_MOST },
	{ "can't have more than", QUANTITY_MOST },
	{ "cannot have more than", QUANTITY_MOST },
	{ "can't exceed", QUANTITY_MOST }, { "cannot exceed", QUANTITY_MOST },
	{ "no less than", QUANTITY_LEAST }, { "not less than", QUANTITY_LEAST },
	{ "standardm\xc3\xa4\xc3\x9fig", QUANTITY_DEFAULT },
};

enum quantity_bound quantity_bound_before(struct str text, size_t at)
{
	size_t from = at > BOUND_WITHIN ? at - BOUND_WITHIN : 0;
	struct str s = str_trim_right((struct str){ text.s + from, at - from });

	while (s.len && strchr(":=~<$* ", s.s[s.len - 1]))
		s.len--;
	for (size_t i = 0; i < ARRAY_SIZE(bounds); i++) {
		size_t len = strlen(bounds[i].words);
		struct str tail;

		if (s.len < len ||
		    (s.len > len && is_word_byte(s.s[s.len - len - 1])))
			continue;
		tail = str_from(s, s.len - len);
		if (str_eq_nocase(tail, str_of(bounds[i].words)))
			return bounds[i].bound;
	}
	return QUANTITY_EXACT;
}

/* Of a word that may stand apart from its number. */
static enum quantity_bound bound_word(struct str word)
{
	static const struct {
		const char *word;
		enum quantity_bound bound;
	} words[] = {
		{ "default", QUANTITY_DEFAULT },
		{ "max", QUANTITY_MOST },     { "maximum", QUANTITY_MOST },
		{ "maximal", QUANTITY_MOST }, { "limit", QUANTITY_MOST },
		{ "limits", QUANTITY_MOST },  { "quota", QUANTITY_MOST },
		{ "min", QUANTITY_LEAST },    { "minimum", QUANTITY_LEAST },
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (str_eq_nocase(word, str_of(words[i].word)))
			return words[i].bound;
	return QUANTITY_EXACT;
}

/* Another clause, or another amount, begins with them. */
static bool breaks_clause(struct str word)
{
	static const char *const words[] = {
		"and", "but", "or", "after", "before", "every", "each", "when",
		"if", "while", "until", "which", "that", "so", "because",
		"then", "per", "within", "than", "not", "no", "has", "have",
		"had", "gives", "takes", "needs", "costs", "allows", "uses",
		"runs", "gets", "makes", "with", "without", "from",
	};

	return wording_is_among(word, words, ARRAY_SIZE(words));
}

static bool is_preposition(struct str word)
{
	static const char *const words[] = {
		"in", "on", "at", "for", "of", "to", "by", "over", "under",
		"about", "as", "is", "are", "was", "were", "be",
	};

	return wording_is_among(word, words, ARRAY_SIZE(words));
}

static bool links(struct str word)
{
	static const char *const words[] = {
		"is", "are", "was", "of", "to", "at",
	};

	return wording_is_among(word, words, ARRAY_SIZE(words));
}

/* Does a clause or a number end with the last byte?  "max." does not. */
static bool ends_clause(struct str s)
{
	char last = s.s[s.len - 1];

	if (ascii_is_digit(last))
		return s.len < 2 || !ascii_is_letter(s.s[s.len - 2]);
	return strchr(".,;()|!?\n", last) &&
	       !(s.len > 3 && (str_eq_nocase(str_from(s, s.len - 4),
					     STR("max.")) ||
			       str_eq_nocase(str_from(s, s.len - 4),
					     STR("min."))));
}

/* What stands before a number since the last mark or the last number, whose
 * unit is left out as well. */
static struct str clause_before(struct str text, size_t at)
{
	size_t from = at;
	struct str clause;

	while (from && at - from < CLAUSE_WITHIN &&
	       !ends_clause(str_upto(text, from)))
		from--;
	clause = (struct str){ text.s + from, at - from };
	if (from && ascii_is_digit(text.s[from - 1]))
		wording_next(&clause);
	return clause;
}

/* "max message size is": the bound of what it says last.  `whole`: all of it is
 * said of the number. */
static enum quantity_bound bound_in_clause(struct str clause, bool whole)
{
	enum quantity_bound bound = QUANTITY_EXACT, said;
	bool nouns = true, linked;
	unsigned between = 0;
	struct str word;

	whole |= str_ends(clause, ":") || str_ends(clause, "=");
	linked = whole;
	while ((word = wording_next(&clause)).len) {
		said = bound_word(word);
		between++;
		if (said != QUANTITY_EXACT)
			bound = said, between = 0, nouns = true;
		else if (breaks_clause(word))
			bound = QUANTITY_EXACT;
		linked = whole || links(word);
		nouns &= said != QUANTITY_EXACT || !is_preposition(word);
	}
	return (linked && between <= LINKED_WORDS) ||
			       (nouns && between <= NOUNS)
		       ? bound
		       : QUANTITY_EXACT;
}

/* "30 seconds by default", "256 KB (max)"; in "5 users max size 3 GB" it is of
 * what follows. */
static enum quantity_bound bound_after(struct str text, size_t end)
{
	static const struct {
		const char *words;
		enum quantity_bound bound;
	} said[] = {
		{ "by default", QUANTITY_DEFAULT },
		{ "as default", QUANTITY_DEFAULT },
		{ "is the default", QUANTITY_DEFAULT },
		{ "default", QUANTITY_DEFAULT },
		{ "at most", QUANTITY_MOST },	 { "max", QUANTITY_MOST },
		{ "maximum", QUANTITY_MOST },	 { "or less", QUANTITY_MOST },
		{ "is the max", QUANTITY_MOST }, { "limit", QUANTITY_MOST },
		{ "is the maximum", QUANTITY_MOST },
		{ "is the limit", QUANTITY_MOST },
		{ "at least", QUANTITY_LEAST },	 { "or more", QUANTITY_LEAST },
		{ "minimum", QUANTITY_LEAST },
		{ "is the minimum", QUANTITY_LEAST },
	};
	struct str s = str_upto(str_from(text, end), AFTER_WITHIN), after;

	if (str_starts(s, "'s"))
		s = str_from(s, 2);
	while (s.len && (*s.s == '*' || *s.s == '_'))
		s = str_from(s, 1);
	if (!str_starts(s, " "))
		return QUANTITY_EXACT;
	s = str_from(s, str_starts(s, " (") ? 2 : 1);
	for (size_t i = 0; i < ARRAY_SIZE(said); i++) {
		if (!str_starts_nocase(s, said[i].words))
			continue;
		after = str_from(s, strlen(said[i].words));
		if (after.len && is_word_byte(*after.s))
			continue;
		for (size_t k = 0; k < after.len; k++) {
			if (strchr(".,;()|", after.s[k]))
				break;
			if (ascii_is_digit(after.s[k]))
				return QUANTITY_EXACT;
		}
		return said[i].bound;
	}
	return QUANTITY_EXACT;
}

/* "100 buckets per account (soft limit)": what is said of the number last. */
static enum quantity_bound bound_in_brackets(struct str after)
{
	static const struct {
		const char *words;
		enum quantity_bound bound;
	} said[] = {
		{ "(default)", QUANTITY_DEFAULT },
		{ "(by default)", QUANTITY_DEFAULT },
		{ "(soft limit)", QUANTITY_MOST },
		{ "(hard limit)", QUANTITY_MOST },
		{ "(limit)", QUANTITY_MOST }, { "(max)", QUANTITY_MOST },
		{ "(maximum)", QUANTITY_MOST }, { "(min)", QUANTITY_LEAST },
		{ "(minimum)", QUANTITY_LEAST },
	};
	size_t at = 0;

	after = str_upto(after, CLAUSE_WITHIN);
	while (at < after.len && !strchr("(|;.!?\n", after.s[at]) &&
	       !ascii_is_digit(after.s[at]))
		at++;
	for (size_t i = 0; i < ARRAY_SIZE(said); i++)
		if (str_starts_nocase(str_from(after, at), said[i].words))
			return said[i].bound;
	return QUANTITY_EXACT;
}

/* The word of a bound right behind a bare number: how long, or 0. */
static size_t word_behind(struct str s, enum quantity_bound *bound)
{
	static const struct {
		const char *words;
		enum quantity_bound bound;
	} said[] = {
		{ " hard limit", QUANTITY_MOST },
		{ " soft limit", QUANTITY_MOST }, { " limit", QUANTITY_MOST },
		{ " maximum", QUANTITY_MOST },	 { " max", QUANTITY_MOST },
		{ " minimum", QUANTITY_LEAST },	 { " min", QUANTITY_LEAST },
		{ " default", QUANTITY_DEFAULT },
		{ " by default", QUANTITY_DEFAULT },
	};

	for (size_t i = 0; i < ARRAY_SIZE(said); i++) {
		size_t len = strlen(said[i].words);

		if (str_starts_nocase(s, said[i].words) &&
		    (s.len == len || !is_word_byte(s.s[len]))) {
			*bound = said[i].bound;
			return len;
		}
	}
	return 0;
}

/* Behind "2500 default" another clause, or "10,000 hard limit". */
static bool ends_behind(struct str s)
{
	enum quantity_bound unused;
	size_t digits = 0;

	s = str_trim_left(s);
	if (!s.len || strchr(",.;()|/", *s.s))
		return true;
	while (digits < s.len &&
	       (ascii_is_digit(s.s[digits]) || s.s[digits] == ','))
		digits++;
	return digits && word_behind(str_from(s, digits), &unused);
}

#define THINGS 4

/* "10 operations in parallel by default": of what is counted, at the end of
 * its clause. */
static bool is_by_default(struct str after)
{
	struct str word;

	if (!str_starts(after, " "))
		return false;
	after = str_upto(after, CLAUSE_WITHIN);
	for (int n = 0; n <= THINGS && (word = wording_next(&after)).len; n++) {
		struct str next = after;

		if (ascii_is_digit(*word.s) || strchr(",.;:", word.s[word.len]))
			return false;
		if (n && str_eq_nocase(word, STR("by")) &&
		    str_eq_nocase(wording_next(&next), STR("default")))
			return true;
	}
	return false;
}

enum quantity_bound quantity_bound_behind(struct str after)
{
	enum quantity_bound bound = bound_in_brackets(after);
	size_t len;

	if (bound != QUANTITY_EXACT)
		return bound;
	if (is_by_default(after))
		return QUANTITY_DEFAULT;
	len = word_behind(after, &bound);
	return len && ends_behind(str_from(after, len)) ? bound :
							  QUANTITY_EXACT;
}

/* Is a time what they are counted per, "pages per day"? */
static bool has_per(struct str label)
{
	struct str word;

	while ((word = wording_next(&label)).len)
		if (str_eq_nocase(word, STR("per"))) {
			word = wording_next(&label);
			return word.len && !wording_is(word, WORDING_TIME);
		}
	return false;
}

#define LABEL_WORDS 8

/* "Maximum rules per group": the first word of a bound is that of all of it. */
static enum quantity_bound bound_of_label(struct str label)
{
	enum quantity_bound bound = QUANTITY_EXACT;
	struct str word;

	while (bound == QUANTITY_EXACT && (word = wording_next(&label)).len)
		bound = bound_word(word);
	return bound;
}

/* "100,000" and no less */
static bool is_grouped(struct str number)
{
	size_t comma = str_find(number, ',');

	return comma < number.len && str_find(number, '.') == number.len;
}

/* "KMS keys 100,000": so many things of the kind that is named, and not the
 * steps, points or stars that somebody has. */
static bool counts_things(struct str label)
{
	static const char *const scores[] = {
		"steps", "points", "followers", "stars", "lines", "views",
		"likes", "words", "commits", "tweets", "subscribers",
		"downloads", "visitors", "pages", "days", "hours", "minutes",
	};
	struct str rest = label, word, last = STR("");

	while ((word = wording_next(&rest)).len)
		last = word;
	return wording_count(label, 2) == 2 && last.len > 3 &&
	       str_ends(last, "s") && !str_ends(last, "ss") &&
	       !wording_is_among(last, scores, ARRAY_SIZE(scores)) &&
	       !wording_has(label, WORDING_DEED, LABEL_WORDS) &&
	       !wording_has(label, WORDING_LINK, LABEL_WORDS) &&
	       !wording_has(label, WORDING_SELF, LABEL_WORDS);
}

/* "The default cost is 8": take the verb off its end. */
static bool is_said_to_be(struct str *label)
{
	struct str said = *label;

	while (said.len && strchr(" *_`", said.s[said.len - 1]))
		said.len--;
	if (!str_ends(said, " is") && !str_ends(said, " are"))
		return false;
	while (said.s[said.len - 1] != ' ')
		said.len--;
	*label = str_trim_right(said);
	return true;
}

bool quantity_is_labelled(struct str text, size_t at, size_t end,
			  enum quantity_bound *bound)
{
	struct str label = str_trim_right(str_upto(text, at));
	struct str after = str_from(text, end);
	bool colon = label.len && (strchr(":=|", label.s[label.len - 1]) ||
				   is_said_to_be(&label));
	size_t from;

	if (after.len && !str_starts(after, "\n") && !str_starts(after, ".") &&
	    !(colon && (str_starts(after, " (") || str_starts(after, " |") ||
			str_starts(after, ","))))
		return false;
	while (label.len && strchr(":=|* ", label.s[label.len - 1]))
		label.len--;
	for (from = label.len; from && label.len - from < 2 * CLAUSE_WITHIN &&
			       !strchr(".;|!?\n", label.s[from - 1]);)
		from--;
	label = str_from(label, from);
	if (wording_count(label, LABEL_WORDS + 1) > LABEL_WORDS)
		return false;
	*bound = colon ? bound_of_label(label) : QUANTITY_EXACT;
	return *bound != QUANTITY_EXACT || has_per(label) ||
	       (is_grouped((struct str){ text.s + at, end - at }) &&
		counts_things(label));
}

enum quantity_bound quantity_bound_told(struct str text, size_t at, size_t end)
{
	enum quantity_bound bound = bound_after(text, end);
	bool cell;

	if (bound == QUANTITY_EXACT)
		bound = bound_in_brackets(str_from(text, end));
	if (bound != QUANTITY_EXACT)
		return bound;
	while (at && strchr(" *_", text.s[at - 1]))
		at--;
	/* "| Max size | 256 KB |": the cell before it says what it is. */
	cell = at && text.s[at - 1] == '|';
	at -= cell;
	while (at && text.s[at - 1] == ' ')
		at--;
	return bound_in_clause(clause_before(text, at), cell);
}

bool quantity_shares_bound(struct str between)
{
	if (str_starts(between, "'s") || str_starts(between, "s "))
		between = str_from(between, str_find(between, ' '));
	between = str_trim(between);
	return str_is(between, "and") || str_is(between, "&") ||
	       str_is(between, "/");
}
