/* SPDX-License-Identifier: MIT */
/* Telling what was built and tried by hand from what was read and felt. */
#include "core/model/lab.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/wording.h"

#define OBJECT_WORDS 9		/* in which what was made is named */
#define NAME_ENDS 4		/* words behind which no head of it comes */
#define SENTENCES 6		/* of a passage that are looked at */
#define SENTENCE_BYTES 400	/* of each: who tells of a deed does so early */

/* Deeds of two words, as the first of them has no meaning by itself. */
static const char *const deeds[] = {
	"set up", "spun up", "spinned up", "stood up", "tried out", "tried",
	"played around with", "played with", "messed around with",
	"toyed with", "tinkered with", "experimented with", "hooked up",
	"put together", "coded up", "hacked together", "rolled out",
	"wired up", "wired", "put a", "put an", "put the",
};

/* Deeds that tell of a lab only if one is named. */
static const char *const follows[] = {
	"followed along with", "followed along", "followed", "did",
	"finished", "completed", "walked through", "went through",
	"worked through", "worked on", "ran through", "coded along with",
	"coded along", "solved", "started", "repeated", "redid",
	"worked along with",
};

/* Who did it, and when: before the deed. */
static struct str without_lead(struct str s)
{
	static const char *const lead[] = {
		"i", "i've", "we", "we've", "have", "also", "then", "today",
		"yesterday", "just", "and", "finally", "successfully", "so",
		"first", "next", "after", "that", "again", "quickly",
		"manually", "tonight", "later", "afterwards", "x",
	};

	return wording_skip(s, lead, ARRAY_SIZE(lead));
}

/* "EC2", "FastAPI", "`kubectl`", "Docker": so a thing is written, and no word
 * behind a deed. */
static bool is_name(struct str word)
{
	bool letter = false, other = false;

	if (word.s[-1] == '`')
		return true;
	for (size_t i = 0; i < word.len; i++) {
		letter |= isalpha((unsigned char)word.s[i]) != 0;
		other |= isupper((unsigned char)word.s[i]) ||
			 isdigit((unsigned char)word.s[i]);
	}
	return letter && other && word.len > 1;
}

/* "Docker", and no "EC2" */
static bool is_capitalised(struct str word)
{
	if (!isupper((unsigned char)*word.s) || word.s[-1] == '`')
		return false;
	for (size_t i = 1; i < word.len; i++)
		if (!islower((unsigned char)word.s[i]))
			return false;
	return true;
}

/*
 * Is a thing named before anything that is only written, said or felt?
 * `certain`: by the deed, a name right behind it is one, as in "installed
 * Docker", and not in "made Improvements".
 */
static bool makes_thing(struct str s, bool certain)
{
	const uint64_t idle = WORDING_BIT(WORDING_IDLE) |
			      WORDING_BIT(WORDING_OFF_MATTER);
	bool named = false;
	struct str word;

	for (int n = 0; n < OBJECT_WORDS && (word = wording_next(&s)).len;
	     n++) {
		uint64_t senses = wording_senses(word);

		if (senses & idle)
			return false;
		if (senses & WORDING_BIT(WORDING_THING))
			return true;
		named |= is_name(word) &&
			 (n || certain || !is_capitalised(word));
		if (named && n >= NAME_ENDS)
			return true;
	}
	return named;
}

/* "by default", "automatically", "in 2015", "used to": of what is so. */
static bool is_property(struct str s, bool used)
{
	static const char *const words[] = {
		"by", "in", "at", "on", "when", "if", "as", "per", "for",
		"automatically", "from", "using", "after", "before", "out",
		"into", "once", "with", "according",
	};
	struct str rest = s, second = wording_next(&rest);

	return wording_is_among(second, words, ARRAY_SIZE(words)) ||
	       (used && str_is(second, "to")) ||
	       str_find_str(s, STR("by default")) < s.len;
}

/* "Deployed pods are restarted": the deed is said of what follows. */
static bool is_attribute(struct str s)
{
	struct str rest = s, word = wording_next(&rest);
	bool plural = word.len > 2 && str_ends(word, "s") &&
		      islower((unsigned char)*word.s);

	for (int n = 0; plural && n < 3 && word.len; n++)
		if (wording_is(word = wording_next(&rest), WORDING_FINITE))
			return true;
	return false;
}

/* "Provisioned Throughput" is called so. */
static bool is_title(struct str s)
{
	struct str word = wording_next(&s);

	return word.len > 1 && isupper((unsigned char)*word.s) &&
	       islower((unsigned char)word.s[1]) && !wording_next(&s).len;
}

static bool is_lab_named(struct str s)
{
	struct str word;

	for (int n = 0; n < OBJECT_WORDS && (word = wording_next(&s)).len; n++)
		if (wording_is(word, WORDING_LAB))
			return true;
	return false;
}

static bool tells_deed(struct str s)
{
	struct str rest = s, word = wording_next(&rest);
	uint64_t senses = wording_senses(word);

	if (senses & (WORDING_BIT(WORDING_DEPLOYED) |
		      WORDING_BIT(WORDING_BUILT)) &&
	    !is_property(rest, str_eq_nocase(word, STR("used"))) &&
	    !is_attribute(rest) && !is_title(rest))
		return makes_thing(rest,
				   senses & WORDING_BIT(WORDING_DEPLOYED));
	/* Most clauses begin with no deed. */
	if (!(senses & (WORDING_BIT(WORDING_DEED) | WORDING_BIT(WORDING_LAB) |
			WORDING_BIT(WORDING_BUILT) |
			WORDING_BIT(WORDING_TRIED))))
		return false;
	rest = s;
	if (wording_take(&rest, follows, ARRAY_SIZE(follows)))
		return is_lab_named(rest);
	rest = s;
	return wording_take(&rest, deeds, ARRAY_SIZE(deeds)) &&
	       !is_attribute(rest) && makes_thing(rest, true);
}

/* Behind " and " or ", " of a sentence. */
static struct str next_clause(struct str s)
{
	for (size_t at = 0; at < s.len; at++)
		if (s.s[at] == ',')
			return str_from(s, at + 1);
		else if (s.s[at] == ' ' &&
			 (str_starts(str_from(s, at), " and ") ||
			  str_starts(str_from(s, at), " then ")))
			return str_from(s, at + 1);
	return STR("");
}

static bool sentence_tells(struct str s)
{
	for (; s.len; s = next_clause(s))
		if (tells_deed(without_lead(s)))
			return true;
	return false;
}

bool lab_may_be_told(uint64_t senses)
{
	return senses & (WORDING_BIT(WORDING_DEPLOYED) |
			 WORDING_BIT(WORDING_BUILT) |
			 WORDING_BIT(WORDING_LAB) |
			 WORDING_BIT(WORDING_TRIED));
}

bool lab_is_told(struct str text)
{
	struct str rest = text, s;

	if (str_ends(text, "?"))
		return false;
	for (int n = 0; n < SENTENCES && rest.len; n++) {
		s = wording_sentence(rest);
		if (sentence_tells(str_upto(str_trim(s), SENTENCE_BYTES)))
			return true;
		rest = str_trim_left(str_from(rest, s.len + 1));
	}
	return false;
}

bool lab_is_named(struct str text)
{
	static const char *const fronts[] = {
		"hands on with", "hands-on with", "hands-on lab",
		"hands on lab", "lab on", "lab about",
	};

	return wording_take(&text, fronts, ARRAY_SIZE(fronts)) &&
	       wording_next(&text).len;
}
