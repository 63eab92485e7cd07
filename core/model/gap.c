/* SPDX-License-Identifier: MIT */
/* Telling what somebody says that he does not know well. */
#include "core/model/gap.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/gap_parts.h"
#include "core/model/wording.h"

#define PASSAGE_BYTES 600	/* a longer one tells of something else */
#define GAP_BYTES 140
#define NAME_WORDS 6		/* within which it is named */

/* What is said of a gap, before its name and without the fillers below. */
static const char *const phrases[] = {
	"need to review", "need to revise", "need to revisit",
	"need to restudy", "need to relearn", "need to understand",
	"need to study", "need to memorize", "need to memorise",
	"need to learn", "need to go over", "need to go back over",
	"need to come back to", "have to go over", "have to go back over",
	"have to come back to", "have to review", "have to revise",
	"have to revisit", "have to repeat", "should review", "should revisit",
	"should revise", "should come back to", "come back to", "must review",
	"must revise", "must revisit", "must restudy", "must come back to",
	"brush up on", "weak on", "weak in", "weak at", "shaky on",
	"shaky with", "shaky about", "rusty on", "rusty with", "rusty in",
	"keep forgetting", "keep mixing up", "keep confusing",
	"need to get better at", "need to get better with",
	"have to get better at", "want to get better at", "need to practice",
	"need to practise", "need to read up on", "should read up on",
	"need to look into", "should look into", "have to look into",
	"need to figure out", "have to figure out", "need to work on how",
	"need to work on my understanding of", "need more practice with",
	"need more practice on", "need more practice in",
	"need to wrap my head around", "need to get my head around",
	"need to get a better understanding of",
	"need to get a better grasp of", "need a better understanding of",
	"need a better grasp of", "should learn more about",
	"need to learn more about", "have to learn more about",
	"should familiarize myself with", "should familiarise myself with",
	"need to familiarize myself with", "need to familiarise myself with",
	"need deeper dive", "need a deeper dive", "need deeper",
	"need a deeper", "need a refresher", "need a recap",
	"need to go through", "need to go back to", "have to go back to",
	"should go back to", "have to go through", "should go through",
	"need to go deeper", "should go over", "must go over",
	"should look up", "need to look up", "have to look up", "must look up",
	"need to find out", "have to find out", "must find out",
	"should find out", "need to read about", "need to read more",
	"have to read", "should read more", "must study", "have to study",
	"should study", "must learn", "have to learn", "should learn",
	"have to memorize", "have to memorise", "must memorize",
	"must memorise", "need to reread", "need to re-read",
	"need more work on", "need more work with", "need work on",
	"need practice with", "need practice on", "need practice in",
	"need some practice with",
};

/* What somebody says of himself who does not know something; it may stand
 * behind a comma as well. */
static const char *const unknowns[] = {
	"not confident with", "not confident in", "not confident about",
	"not confident on", "not comfortable with", "not clear on",
	"not clear about", "not clear over", "unclear on", "unclear about",
	"don't know about", "don't know how", "don't know why",
	"don't know what's", "don't know the", "didn't know how",
	"not good at", "not familiar with", "unfamiliar with",
	"not getting", "not grasping", "woolly about", "hazy about",
	"fuzzy about", "vague about", "having trouble with",
	"having trouble understanding",
	"had trouble understanding", "have trouble understanding",
	"hard time understanding", "having a hard time understanding",
	"having a hard time with", "had a hard time understanding",
	"don't understand", "didn't understand", "did not understand",
	"do not understand", "not understanding", "confused about",
	"confused by", "confused on", "confused with", "confused as to",
	"getting confused by", "getting confused about",
	"getting confused with", "getting confused trying", "get confused by",
	"get confused about",
	"get confused with", "got confused by", "got confused about",
	"lost with", "lost on", "lost about", "getting lost with",
	"getting lost in", "get lost with", "got lost with", "got lost in",
	"struggling with", "struggle with", "struggled with",
	"struggling to understand", "struggle to understand",
	"struggled to understand", "struggling to grasp",
	"struggled to grasp", "don't get how", "don't get why",
	"don't get what", "don't get when", "don't get the", "not sure how",
	"not sure when", "not sure about", "unsure about",
	"unsure how", "can't wrap my head around",
	"cannot wrap my head around", "couldn't wrap my head around",
	"trying to wrap my head around", "can't get my head around",
	"can't figure out how", "can't figure out the",
	"can't figure out what", "couldn't figure out how",
	"couldn't figure out the", "not sure why", "don't grasp",
	"didn't grasp",
};

/* "still don't get leases": what says so only with that word before it. */
static const char *const still_unknowns[] = {
	"don't get", "didn't get", "unsure of", "not clear how",
	"not clear why", "unclear how", "unclear why", "trying to understand",
	"trying to grasp", "trying to figure out how", "learning how",
	"puzzled by", "fuzzy on", "hazy on",
};

/* A sentence without them. */
struct plain {
	char text[GAP_BYTES + 2];
	size_t len;
	bool still;		/* it had that word */
};

static void add_word(struct plain *p, struct str word)
{
	if (p->len + word.len + 1 >= sizeof(p->text))
		return;
	memcpy(p->text + p->len, word.s, word.len);
	p->len += word.len;
	p->text[p->len++] = ' ';
}

static struct str without_fillers(struct str s, struct plain *p)
{
	struct str word;

	p->len = 0;
	p->still = false;
	while ((word = wording_next(&s)).len) {
		struct str next = s;

		next = wording_next(&next);
		if (str_eq_nocase(word, STR("still"))) {
			p->still = true;
			continue;
		}
		if (str_eq_nocase(word, STR("a")) &&
		    (str_eq_nocase(next, STR("bit")) ||
		     str_eq_nocase(next, STR("little"))))
			continue;
		if (!wording_is(word, WORDING_HOW_MUCH))
			add_word(p, word);
	}
	return (struct str){ p->text, p->len };
}

/* "I feel like I": what may stand before that. */
static struct str without_front(struct str s)
{
	static const char *const front[] = {
		"i", "i'm", "im", "am", "but", "and", "do", "will", "i'll",
		"need", "to", "would", "i'd", "realising", "realizing",
		"realised", "realized", "realise", "realize", "feel", "like",
		"think", "guess", "so", "that", "although", "though", "was",
		"found", "myself", "being", "feeling", "decided",
		"really", "needed", "do", "this", "as", "because", "since",
	};
	struct str rest = s, word;

	while (wording_is_among(word = wording_next(&rest), front,
				ARRAY_SIZE(front))) {
		/* "need to brush up on" */
		if (str_eq_nocase(word, STR("need"))) {
			struct str next = rest;

			wording_next(&next);
			if (!str_eq_nocase(wording_next(&next), STR("brush")))
				break;
		}
		s = rest;
	}
	return s;
}

/* Does what follows take it back: "but I found out"? */
static bool is_taken_back(struct str rest)
{
	static const char *const words[] = { "but", "however", "luckily" };

	while (rest.len && strchr(".!;, ", *rest.s))
		rest = str_from(rest, 1);
	return wording_is_among(wording_next(&rest), words, ARRAY_SIZE(words));
}

/* "how long it will take", "what to do next": of the doing. */
static bool is_extent(struct str s)
{
	static const char *const words[] = {
		"much", "long", "far", "well", "many", "often", "good",
	};
	struct str rest = s, first = wording_next(&rest);

	return wording_is_among(first, words, ARRAY_SIZE(words)) ||
	       (wording_is(first, WORDING_ASK) &&
		str_eq_nocase(wording_next(&rest), STR("to")));
}

/* "need to update my knowledge of leases" */
static bool is_to_better(struct str s)
{
	static const char *const deeds[] = {
		"need to improve my", "need to update my",
		"need to deepen my", "need to refresh my", "need to sharpen my",
		"have to improve my", "should improve my",
	};
	static const char *const what[] = {
		"knowledge", "understanding", "skills", "skill", "memory",
	};
	struct str word;

	if (!wording_take(&s, deeds, ARRAY_SIZE(deeds)))
		return false;
	for (int n = 0; n < NAME_WORDS && (word = wording_next(&s)).len; n++)
		if (wording_is_among(word, what, ARRAY_SIZE(what)))
			return n || wording_next(&s).len;
	return false;
}

/* "confused by leases", and not "not sure why I do that". */
static bool is_unknown(struct str s, bool still)
{
	if (!wording_take(&s, unknowns, ARRAY_SIZE(unknowns)) &&
	    !(still && wording_take(&s, still_unknowns,
				    ARRAY_SIZE(still_unknowns))))
		return false;
	return !wording_has(s, WORDING_SELF, 1) && !is_extent(s) &&
	       gap_names_something(s);
}

/* How long what joins two clauses is at the front; 0: nothing does. */
static size_t joint_length(struct str s)
{
	static const char *const joints[] = {
		", ", " and ", " but ", " since ", " because ", " - ", ": ",
		" \xe2\x80\x93 ", " \xe2\x80\x94 ",
	};

	if (*s.s != ' ' && *s.s != ',' && *s.s != ':')
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(joints); i++)
		if (*s.s == *joints[i] && str_starts(s, joints[i]))
			return strlen(joints[i]);
	return 0;
}

/* What begins behind a mark or a joining word; .len 0: nothing more does. */
static struct str next_clause(struct str s)
{
	size_t length;

	for (size_t at = 0; at < s.len; at++)
		if ((length = joint_length(str_from(s, at))))
			return str_from(s, at + length);
	return STR("");
}

/* "Need to review what was said first": a phrase of it at the front. */
static bool says_plainly(struct str s)
{
	struct plain plain;

	s = without_front(without_fillers(s, &plain));
	return wording_take(&s, phrases, ARRAY_SIZE(phrases)) &&
	       gap_names_something(s);
}

/* A clause that says so of what it or one before it names. */
static bool tells_gap(struct str clause)
{
	struct str whole, s, rest = clause;
	struct plain plain;

	if (str_eq_nocase(wording_next(&rest), STR("todo")) &&
	    gap_is_to_do(rest))
		return true;
	whole = without_fillers(str_upto(clause, str_find(clause, ',')), &plain);
	s = without_front(whole);
	return is_unknown(s, plain.still) || is_to_better(s) ||
	       gap_is_slip(s, whole) ||
	       (wording_take(&s, phrases, ARRAY_SIZE(phrases)) &&
		gap_names_something(s));
}

/* "It works", and not "how it works". */
static bool is_overcome(struct str s)
{
	bool asked = false;
	struct str word;

	while ((word = wording_next(&s)).len) {
		if (wording_is(word, WORDING_OVERCOME) &&
		    !(asked && str_starts_nocase(word, "work")))
			return true;
		asked |= wording_is(word, WORDING_ASK);
	}
	return false;
}

/* In the sentence, or in one of its clauses. */
static bool names_gap(struct str s)
{
	uint64_t senses;

	s = str_trim(s);
	if (!s.len || s.len > GAP_BYTES)
		return false;
	senses = wording_all(s);
	/* Most sentences have no word that any of the phrases has; what was
	 * overcome is none any more, and what goes with the day is none. */
	if (!(senses & WORDING_BIT(WORDING_LACK)) ||
	    senses & WORDING_BIT(WORDING_OFF_MATTER))
		return false;
	if (gap_is_remark(s) || gap_is_corrected(s))
		return true;
	if (senses & WORDING_BIT(WORDING_OVERCOME) && is_overcome(s))
		return says_plainly(s);
	for (; s.len; s = next_clause(s))
		if (tells_gap(s))
			return true;
	return false;
}

/* The last sentence, with what ends it. */
static struct str last_sentence(struct str text)
{
	struct str rest = text, s, next;

	for (;;) {
		s = wording_sentence(rest);
		next = str_trim_left(str_from(rest, s.len + 1));
		if (s.len >= rest.len || !next.len)
			return rest;
		rest = next;
	}
}

static struct str without_end(struct str s)
{
	s = str_trim(s);
	while (s.len && (s.s[s.len - 1] == '.' || s.s[s.len - 1] == '!'))
		s.len--;
	return s;
}

bool gap_may_be_named(uint64_t senses)
{
	return senses & WORDING_BIT(WORDING_LACK);
}

struct str gap_sentence(struct str text)
{
	struct str s;

	text = str_trim(text);
	if (text.len > PASSAGE_BYTES)
		return STR("");
	s = without_end(last_sentence(text));
	if (names_gap(s))
		return s;
	s = wording_sentence(text);
	return names_gap(s) && !is_taken_back(str_from(text, s.len))
		       ? str_trim(s)
		       : STR("");
}

bool gap_is_to_do(struct str text)
{
	static const char *const deeds[] = {
		"revisit", "review", "revise", "understand", "look into",
		"read up on", "figure out", "go over", "go back over", "study",
		"come back to", "get my head around", "wrap my head around",
		"brush up on", "learn", "relearn", "look up", "find out",
		"reread", "re-read", "memorize", "memorise", "remember how",
		"go through", "read about", "read more about", "practice",
		"practise", "get a grip on", "get comfortable with",
		"check how", "check what", "check why", "check whether",
	};

	return wording_take(&text, deeds, ARRAY_SIZE(deeds)) &&
	       gap_names_something(text);
}
