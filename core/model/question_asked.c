/* SPDX-License-Identifier: MIT */
/* Telling what wants an answer from what is only said with a question mark. */
#include "core/model/question.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/wording.h"

#define QUESTION_BYTES 300	/* a longer account is no item to answer */
#define UNMARKED_BYTES 140	/* of a question without its mark */
#define REST_WORDS 14		/* that may stand behind a question */
#define ASKED_WORDS 3		/* that ask something by themselves */
#define TAG_WORDS 4
#define WONDERED_WORDS 4		/* of a name with two marks */

/* What can stand behind such a verb when something is asked, and not when
 * something is told or ordered: "is there", "can a …". */
static const struct {
	const char *verb;
	const char *subjects;	/* with blanks around each */
} inversions[] = {
	{ "is", " there it the this that " },
	{ "are", " there they the these those " },
	{ "can", " a an the it they one i we you there every each this " },
	{ "could", " a an the it they one i we you there this " },
	{ "will", " a an the it they there every each this " },
	{ "would", " a an the it they one i we you there this " },
	{ "should", " a an the it they one i we you there every each this " },
	{ "does", " a an the it this that every each one anyone " },
};

static bool is_auxiliary(struct str word)
{
	return wording_is(word, WORDING_AUXILIARY);
}

static bool is_pronoun(struct str word)
{
	static const char *const pronouns[] = {
		"it", "that", "this", "he", "she", "they", "we", "you", "i",
	};

	return wording_is_among(word, pronouns, ARRAY_SIZE(pronouns));
}

/* --- what asks nothing ---------------------------------------------------- */

/* "…, isn't it?", "…, right?": behind a few words it wants no answer. */
static bool is_tag(struct str s)
{
	static const char *const tags[] = {
		"right", "eh", "huh", "ok", "okay", "no", "yes", "hey", "oder",
		"non", "verdad", "n\xc3\xa9", "gell",
	};
	size_t comma = s.len;
	struct str tail, first, second;

	while (comma && s.s[comma - 1] != ',')
		comma--;
	if (!comma || wording_count(str_upto(s, comma), TAG_WORDS + 2) >
			      TAG_WORDS + 1)
		return false;
	tail = str_from(s, comma);
	first = wording_next(&tail);
	second = wording_next(&tail);
	if (wording_next(&tail).len)
		return false;
	return second.len ? is_auxiliary(first) && is_pronoun(second)
			  : wording_is_among(first, tags, ARRAY_SIZE(tags));
}

/* "Why do I always", "why didn't I": somebody wonders at himself.  "Why do I
 * need" asks of the thing. */
static bool wonders_at_self(struct str s)
{
	static const char *const needs[] = {
		"need", "have", "get", "see", "want", "use",
	};
	struct str word = wording_next(&s), next;

	if (!str_eq_nocase(word, STR("why")) &&
	    !str_eq_nocase(word, STR("who")))
		return false;
	if (!is_auxiliary(next = wording_next(&s)) &&
	    !str_eq_nocase(next, STR("am")))
		return false;
	word = wording_next(&s);
	if (!str_eq_nocase(word, STR("i")))
		return false;
	return !wording_is_among(wording_next(&s), needs, ARRAY_SIZE(needs));
}

/* "So what's next?", "what now?" */
static bool is_what_next(struct str s)
{
	static const char *const fronts[] = {
		"so what's next", "what's next", "what next", "so what next",
		"so what now", "what now", "now what", "and now", "so now what",
		"what is next", "so what",
	};

	return wording_take(&s, fronts, ARRAY_SIZE(fronts)) &&
	       !wording_next(&s).len;
}

/* "Am I the only one", "Isn't that great", "Who needs sleep", "How hard can it
 * be", "Anyone else", "Does this ever end": of nobody, or of the world. */
static bool is_exclaimed(struct str s)
{
	static const char *const anybody[] = {
		"doesn't", "wouldn't", "hasn't", "isn't",
	};
	struct str rest = s, first = wording_next(&rest);
	struct str second = wording_next(&rest), third = wording_next(&rest);
	bool brief = !wording_next(&rest).len;

	if (str_eq_nocase(first, STR("am")) ||
	    str_starts_nocase(first, "anyone") ||
	    str_starts_nocase(first, "anybody") ||
	    str_eq_nocase(first, STR("guess")))
		return true;
	if (is_auxiliary(first) && str_starts_nocase(first, "isn") &&
	    (is_pronoun(second) || wording_is(wording_last(s), WORDING_OPINION)))
		return true;
	if (is_what_next(s))
		return true;
	if (is_auxiliary(first) && (str_eq_nocase(third, STR("ever")) ||
				    str_find_str(s, STR("only me")) < s.len ||
				    str_find_str(s, STR("just me")) < s.len))
		return true;
	if (str_eq_nocase(first, STR("who")))
		return str_eq_nocase(second, STR("knew")) ||
		       wording_is_among(second, anybody, ARRAY_SIZE(anybody)) ||
		       str_eq_nocase(second, STR("cares")) ||
		       (str_eq_nocase(second, STR("would")) &&
			str_eq_nocase(third, STR("have"))) ||
		       (str_eq_nocase(second, STR("needs")) && brief);
	return str_eq_nocase(first, STR("how")) &&
	       wording_is(second, WORDING_OPINION) &&
	       str_eq_nocase(third, STR("can"));
}

static bool is_rhetorical(struct str s)
{
	return is_tag(s) || wonders_at_self(s) || is_exclaimed(s);
}

/* --- what asks ------------------------------------------------------------ */

/* A question has a word that asks, a verb in front, a choice, or enough words:
 * "More practice?" has none. */
static bool has_matter(struct str s)
{
	struct str rest = s, word = wording_next(&rest);
	unsigned n = 0;

	if (is_auxiliary(word) && wording_next(&rest).len)
		return true;
	for (rest = s; (word = wording_next(&rest)).len; n++)
		if (wording_is(word, WORDING_ASK) ||
		    str_starts_nocase(word, "qu'") ||
		    str_eq_nocase(word, STR("or")))
			return wording_count(s, 2) == 2;
	return n >= ASKED_WORDS;
}

static bool begins_question(struct str s)
{
	struct str word = wording_next(&s);

	return (wording_is(word, WORDING_ASK) || is_auxiliary(word)) &&
	       wording_count(s, ASKED_WORDS) == ASKED_WORDS;
}

/* In another script, what we know of words does not help. */
static bool is_foreign(struct str s)
{
	size_t high = 0;

	for (size_t i = 0; i < s.len; i++)
		high += (unsigned char)s.s[i] >= 0x80;
	return 2 * high > s.len;
}

/* Ends in a question mark; one in quotes or brackets is of somebody else. */
static bool is_marked(struct str s)
{
	while (s.len && strchr("* !", s.s[s.len - 1]))
		s.len--;
	return str_ends(s, "?") && s.len <= QUESTION_BYTES;
}

/* The last of several questions is asked; "A? B?": the first asks as well. */
static bool last_asks(struct str text)
{
	struct str asked = item_question(text);

	if (wording_count(text, 2) < 2 && !is_foreign(text))
		return false;
	item_prefix_take(&asked);
	return is_foreign(asked) ||
	       (has_matter(asked) && !is_rhetorical(asked));
}

/* "Why is it so? The log says nothing.": little stands behind it. */
static bool first_asks(struct str text)
{
	struct str front, rest = text;
	size_t mark;

	if (str_find_str(text, STR("? ")) == text.len)
		return false;
	item_prefix_take(&rest);
	mark = str_find_str(rest, STR("? "));
	front = str_upto(rest, mark);
	if (mark >= rest.len || front.len > UNMARKED_BYTES ||
	    wording_sentence(front).len < front.len)
		return false;
	return begins_question(front) && !is_rhetorical(front) &&
	       wording_count(str_from(rest, mark + 1), REST_WORDS + 1) <=
		       REST_WORDS;
}

/* A sentence by itself that has no mark at its end. */
static bool is_unmarked(struct str s)
{
	return s.len && s.len <= UNMARKED_BYTES &&
	       !strchr(".!?:;,)\"", s.s[s.len - 1]) &&
	       wording_sentence(s).len == s.len &&
	       wording_count(s, ASKED_WORDS + 2) > ASKED_WORDS + 1;
}

static bool inverts(struct str verb, struct str subject)
{
	char spaced[16] = " ";

	if (!subject.len || subject.len > sizeof(spaced) - 3)
		return false;
	for (size_t i = 0; i < subject.len; i++)
		spaced[i + 1] = (char)(subject.s[i] | 0x20);
	spaced[subject.len + 1] = ' ';
	for (size_t i = 0; i < ARRAY_SIZE(inversions); i++)
		if (str_eq_nocase(verb, str_of(inversions[i].verb)))
			return strstr(inversions[i].subjects, spaced);
	return false;
}

/* "can a lambda …", "how is a lease …": the verb stands before its subject. */
static bool is_inverted(struct str s)
{
	static const char *const asks[] = { "how", "why", "when", "where" };
	struct str first = wording_next(&s), second = wording_next(&s);
	struct str third = wording_next(&s);

	if (inverts(first, second))
		return true;
	return wording_is_among(first, asks, ARRAY_SIZE(asks)) &&
	       is_auxiliary(second) && third.len &&
	       !str_eq_nocase(third, STR("i")) &&
	       !str_eq_nocase(third, STR("not"));
}

/* "not sure", "wondering": take it off the front, if it stands there. */
static bool take_unknown(struct str *s)
{
	static const char *const unknown[] = {
		"not sure", "not clear", "unclear", "no idea", "no clue",
		"don't know", "dont know", "do not know", "don't understand",
		"don't get", "wonder", "wondering", "unsure",
	};

	return wording_take(s, unknown, ARRAY_SIZE(unknown));
}

/* "I'm still": what may stand before that. */
static struct str without_front(struct str s)
{
	static const char *const front[] = {
		"i", "i'm", "am", "still", "just", "but", "and", "really",
		"it's", "is",
	};
	struct str rest = s;

	while (wording_is_among(wording_next(&rest), front, ARRAY_SIZE(front)))
		s = rest;
	return s;
}

bool question_says_unknown(struct str text)
{
	struct str rest = without_front(text);

	return take_unknown(&rest);
}

/* "Still don't know how the scheduler …", "not clear to me if …". */
static bool is_unknown(struct str s)
{
	static const char *const asks[] = {
		"if", "whether", "how", "why", "what", "which", "when",
		"where", "who",
	};
	struct str rest = without_front(s), word, next;

	if (!take_unknown(&rest))
		return false;
	word = wording_next(&rest);
	if (str_eq_nocase(word, STR("to")))
		wording_next(&rest), word = wording_next(&rest);
	next = rest;
	/* "not sure which course to buy" */
	return wording_is_among(word, asks, ARRAY_SIZE(asks)) &&
	       !is_pronoun(wording_next(&next)) &&
	       !wording_has(rest, WORDING_SELF, 12) &&
	       !wording_has(rest, WORDING_STUDY, 2);
}

/* "Key grants??": a name and no sentence, which somebody does not know. */
static bool wonders_at_name(struct str s)
{
	static const char *const more[] = {
		"more", "another", "again", "even", "only", "just",
	};
	unsigned words = wording_count(s, WONDERED_WORDS + 1);
	struct str rest = s;

	return str_ends(s, "??") &&
	       !wording_is_among(wording_next(&rest), more, ARRAY_SIZE(more)) && words > 1 && words <= WONDERED_WORDS &&
	       !wording_has(s, WORDING_WHEN, WONDERED_WORDS) &&
	       !wording_has(s, WORDING_TIME, WONDERED_WORDS) &&
	       !wording_has(s, WORDING_SELF, WONDERED_WORDS) &&
	       !wording_has(s, WORDING_OPINION, WONDERED_WORDS) &&
	       !is_rhetorical(s);
}

/* "What is a lease? ____": where the answer is to be written. */
static struct str without_blank(struct str text)
{
	struct str s = str_trim(text), front = s;

	while (front.len && strchr("_. ", front.s[front.len - 1]))
		front.len--;
	return front.len + 2 < s.len && str_ends(front, "?") &&
	       str_ends(s, "_") ? front : s;
}

bool question_is_asked(struct str text)
{
	struct str s = without_blank(text), plain;

	if (str_find_str(s, STR("???")) < s.len || wonders_at_name(s))
		return true;
	if (is_marked(s))
		return last_asks(s);
	if (first_asks(s))
		return true;
	if (!is_unmarked(s))
		return false;
	plain = s;
	item_prefix_take(&plain);
	return is_unmarked(plain) && (is_inverted(plain) || is_unknown(plain));
}
