/* SPDX-License-Identifier: MIT */
/* Telling what somebody got wrong, mixed up, or did not keep. */
#include "core/model/gap_parts.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/date_words.h"
#include "core/model/passage_label.h"
#include "core/model/wording.h"

#define NAME_WORDS 6		/* within which something is named */
#define SLIP_WORDS 10		/* of what is named before or behind one */
#define OWN_WORDS 6		/* behind one, in which nobody's own is named */
#define BEHIND_WORDS 3		/* that may follow: "every time" */

/* Said before what is named. */
static const char *const slips[] = {
	"got this wrong", "got that wrong", "got it wrong", "got these wrong",
	"got wrong", "got both wrong", "wrong on", "wrong about",
	"was wrong on", "was wrong about", "went wrong on", "wrong answer on",
	"wrong answers on", "had wrong", "answered wrong", "mixed up",
	"mix up", "mixing up", "mixed", "keep mixing", "keep mixing up",
	"keep confusing", "guessed on", "guessed the", "guessed at",
	"had to guess on", "had to guess at", "had to guess the",
	"just guessed on", "failed the question", "failed the questions",
	"failed question", "failed questions", "failed on", "failed the one",
	"failed at", "missed the question", "missed the questions",
	"missed questions", "missed question", "missed the one",
	"missed the ones", "lost points on", "lost marks on",
	"lost a point on", "misread the question", "misread the questions",
	"misread question", "misunderstood", "misremembered", "can't explain",
	"couldn't explain", "cannot explain", "could not explain",
	"can't answer", "couldn't answer", "could not answer", "cannot answer",
	"can't tell apart", "can't tell the difference",
	"couldn't tell the difference", "can't remember", "couldn't remember",
	"cannot remember", "can never remember", "could not remember",
	"never remember", "don't remember", "didn't remember",
	"do not remember", "can't recall", "couldn't recall",
	"keep forgetting", "forgot what", "forgot how", "forgot which",
	"forgot the difference", "forgot when", "forgot why", "forgot that",
	"forgot about", "forgot the", "forgot most of", "have forgotten",
	"no clue", "have no clue", "had no clue", "no idea", "have no idea",
	"had no idea", "haven't understood", "haven't grasped",
	"struggling to see", "find it hard to", "found it hard to",
	"finding it hard to", "reread", "re-read", "relearn", "look up how", "look up what", "look up why",
	"look up when", "look up which", "look up the difference",
	"find out how", "find out what", "find out why", "find out when",
	"find out whether", "figure out how", "figure out why",
	"figure out what",
	"lacking in", "bad at", "clueless about",
	"stumped by", "tripped up by", "tripped over", "thrown by",
	"thrown off by",
};

/* The same, unless "we can" is behind it: that is a discovery. */
static const char *const unlearned[] = {
	"didn't know that", "didn't know about", "didn't know the",
	"did not know that", "did not know about", "had not known that",
};

/* Said behind it. */
static const char *const tails[] = {
	"don't click", "doesn't click", "didn't click", "won't click",
	"not clicking", "isn't clicking", "aren't clicking",
	"go over my head", "goes over my head", "went over my head",
	"going over my head", "flew over my head", "over my head",
	"lost me", "loses me", "lose me", "confuses me", "confuse me",
	"confused me", "confusing me", "puzzles me", "puzzle me",
	"is a blur", "are a blur", "is a mystery", "are a mystery",
	"remain a mystery", "remains a mystery", "is beyond me",
	"are beyond me", "is a black box", "my weak point", "my weak points",
	"my weak spot", "my weak spots", "my weakness", "my weakest",
	"hard for me", "difficult for me", "confusing for me",
	"confusing to me", "unclear to me", "hard to grasp",
	"hard to understand", "hard to remember", "hard to keep apart",
	"difficult to understand", "difficult to grasp",
	"difficult to remember", "is unclear", "are unclear",
	"not clear to me", "isn't clear to me", "not clear yet",
	"isn't clear yet", "aren't clear yet", "didn't stick",
	"doesn't stick", "don't stick", "won't stick", "not sticking",
	"isn't sticking", "didn't sink in", "hasn't sunk in",
	"not sunk in", "beats me", "beat me", "beating me", "trips me up",
	"trip me up", "tripped me up", "tripping me up", "gets me",
	"makes no sense", "make no sense", "doesn't make sense",
	"don't make sense", "didn't make sense", "get confused",
	"getting confused", "get lost", "need work", "needs work",
	"need more work", "needs more practice", "need more practice",
	"my head spin", "my head hurt", "feels like magic", "feel like magic",
	"is magic to me", "are magic to me",
};

static struct str from_word(struct str whole, struct str word)
{
	return str_from(whole, (size_t)(word.s - whole.s));
}

/* What nobody speaks of as a matter: the words of a day and of learning. */
static bool names_matter(struct str s)
{
	const uint64_t idle =
		WORDING_BIT(WORDING_NOTHING) | WORDING_BIT(WORDING_STUDY) |
		WORDING_BIT(WORDING_REPORT) | WORDING_BIT(WORDING_OPINION) |
		WORDING_BIT(WORDING_LINK) | WORDING_BIT(WORDING_ARTICLE) |
		WORDING_BIT(WORDING_SELF) | WORDING_BIT(WORDING_WHEN) |
		WORDING_BIT(WORDING_FINITE) | WORDING_BIT(WORDING_TIME) |
		WORDING_BIT(WORDING_DEED) | WORDING_BIT(WORDING_LACK);
	struct str word;

	for (int n = 0; n < SLIP_WORDS && (word = wording_next(&s)).len; n++)
		if (!(wording_senses(word) & idle))
			return true;
	return false;
}

/* Nothing more, or on what it was: "the wrong folder" has a noun behind it. */
static bool is_ended(struct str s)
{
	struct str word = wording_next(&s);

	return !word.len || wording_is(word, WORDING_LINK) ||
	       str_eq_nocase(word, STR("again")) ||
	       str_eq_nocase(word, STR("about"));
}

/* "Got the Kinesis question wrong", "got 3 wrong on peering". */
static bool is_got_wrong(struct str s)
{
	static const char *const got[] = {
		"got", "answered", "get", "getting", "kept getting",
	};
	struct str rest = s, word;

	if (!wording_take(&rest, got, ARRAY_SIZE(got)))
		return false;
	for (int n = 0; n < SLIP_WORDS && (word = wording_next(&rest)).len; n++)
		if (str_eq_nocase(word, STR("wrong")) && is_ended(rest))
			return names_matter(str_upto(s, (size_t)(word.s - s.s))) ||
			       names_matter(rest);
	return false;
}

/* "Failed 4 of 5 on networking" */
static bool is_failed_some(struct str s)
{
	static const char *const failed[] = { "failed", "missed", "lost" };
	struct str rest = s, word;

	if (!wording_take(&rest, failed, ARRAY_SIZE(failed)) ||
	    !(word = wording_next(&rest)).len || *word.s < '0' || *word.s > '9')
		return false;
	for (int n = 0; n < SLIP_WORDS && (word = wording_next(&rest)).len; n++)
		if (str_eq_nocase(word, STR("on")) ||
		    str_eq_nocase(word, STR("about")))
			return names_matter(rest);
	return false;
}

/* "Confused Direct Connect with VPN" */
static bool is_taken_for(struct str s)
{
	static const char *const took[] = { "confused", "mistook" };
	struct str rest = s, word, first;

	if (!wording_take(&rest, took, ARRAY_SIZE(took)))
		return false;
	first = rest;
	for (int n = 0; n < SLIP_WORDS && (word = wording_next(&rest)).len; n++)
		if (str_eq_nocase(word, STR("with")) ||
		    str_eq_nocase(word, STR("and")) ||
		    str_eq_nocase(word, STR("for")))
			return n && names_matter(rest) &&
			       names_matter(str_upto(first, (size_t)(word.s -
								     first.s)));
	return false;
}

/* "picked CloudFront, right one was …", "thought … - wrong": of an answer. */
bool gap_is_corrected(struct str s)
{
	static const char *const chosen[] = {
		"picked", "chose", "answered", "said", "thought", "selected",
		"put", "went",
	};
	static const char *const right[] = {
		"right one was", "right answer was", "correct one was",
		"correct answer was", "right one is", "right answer is",
		"correct answer is", "correct is", "correct was",
		"should have been", "should be", "answer was", "wrong",
	};
	struct str rest = s, word;
	bool seen = false;

	while ((word = wording_next(&rest)).len) {
		struct str from = from_word(s, word);

		if (seen && wording_take(&from, right, ARRAY_SIZE(right)))
			return true;
		seen |= wording_is_among(word, chosen, ARRAY_SIZE(chosen));
	}
	return false;
}

/* "Lifetimes go over my head", "the bit on leases lost me every time" */
static bool has_tail(struct str s)
{
	struct str rest = s, word, before = STR("");

	for (int n = 0; (word = wording_next(&rest)).len; n++, before = word) {
		struct str behind = from_word(s, word);

		/* "topics that need work" are named by what follows. */
		if (n && wording_is(word, WORDING_TAIL) &&
		    !wording_is(before, WORDING_LINK) &&
		    wording_take(&behind, tails, ARRAY_SIZE(tails)))
			return wording_count(behind, BEHIND_WORDS + 1) <=
				       BEHIND_WORDS &&
			       names_matter(str_upto(s, (size_t)(word.s -
								 s.s)));
	}
	return false;
}

/* "what I did", "my blog": nothing that is learned. */
static bool names_own(struct str s)
{
	static const char *const own[] = {
		"i", "i'm", "i've", "i'd", "my", "me", "mine", "myself",
	};
	struct str word;

	for (int n = 0; n < OWN_WORDS && (word = wording_next(&s)).len; n++)
		if (wording_is_among(word, own, ARRAY_SIZE(own)))
			return true;
	return false;
}

bool gap_is_slip(struct str plain, struct str whole)
{
	struct str rest = plain;

	if (wording_take(&rest, unlearned, ARRAY_SIZE(unlearned)))
		return names_matter(rest) &&
		       !wording_has(rest, WORDING_SELF, OWN_WORDS);
	if (wording_take(&rest, slips, ARRAY_SIZE(slips)))
		return names_matter(rest) &&
		       !names_own(rest);
	return is_got_wrong(plain) || is_failed_some(plain) ||
	       is_taken_for(plain) || has_tail(whole);
}

/* --- beside a mark -------------------------------------------------------- */

bool gap_names_something(struct str s)
{
	struct str word;

	for (int n = 0; n < NAME_WORDS && (word = wording_next(&s)).len; n++)
		if (!wording_is(word, WORDING_NOTHING))
			return true;
	return false;
}

bool gap_heads_report(struct str s)
{
	const uint64_t report = WORDING_BIT(WORDING_REPORT) |
				WORDING_BIT(WORDING_COUNTER) |
				WORDING_BIT(WORDING_WHEN) |
				WORDING_BIT(WORDING_TIME);
	struct str rest = s, first = wording_next(&rest);
	enum weekday day;

	return passage_is_label(s) || wording_senses(first) & report ||
	       date_words_weekday(first, &day);
}

/* What is remarked of a name, and is all that stands behind the mark. */
static const char *const remarks[] = {
	"need to revisit", "need to review", "need to revise",
	"need to study", "need to look into this", "need to look into",
	"needs review", "needs revision", "needs more practice",
	"needs more work", "needs work", "needs practice",
	"need more practice", "need practice", "need more work", "need work",
	"review", "review again", "review this", "review more", "to review",
	"study again", "study more", "study this", "to study",
	"revisit", "revisit this", "revisit later", "revisit again",
	"to revisit", "revise", "revise again", "to revise",
	"reread", "reread this", "re-read", "read again", "read up again",
	"read this again", "read that again", "need to read this again",
	"need to read that again", "forgot", "forgot again", "forgot this",
	"forgot it", "forgot this again",
	"go over again", "go over this again", "go over it again",
	"go through again", "go through this again", "practice again",
	"practise again", "practice more", "practise more",
	"needs another look", "another look", "look again", "look at again",
	"look up", "look this up", "look it up", "look into this",
	"look into it", "have to look up", "need to look up",
	"still unclear", "unclear", "not clear", "not clear yet",
	"not clear to me", "still shaky", "shaky", "rusty", "still fuzzy",
	"fuzzy", "hazy", "still hazy", "still confusing", "confusing",
	"very confusing", "so confusing", "still confused", "confused",
	"no clue", "no idea", "no idea yet", "lost", "totally lost",
	"still don't get it", "still don't get this", "don't get it",
	"don't get this", "don't get it yet", "didn't get it",
	"didn't get this", "didn't get that", "don't understand",
	"don't understand this", "don't understand it",
	"didn't understand", "didn't understand it", "still not sure",
	"not sure", "not sure yet", "not sure about this",
	"still not clear", "not comfortable", "not comfortable yet",
	"not confident", "not confident yet", "not solid", "not solid yet",
	"got it wrong", "got this wrong", "got wrong", "wrong", "wrong again",
	"got it wrong again", "got this wrong again", "missed this",
	"missed it", "missed that one", "missed this one", "guessed",
	"had to guess", "just guessed", "weak", "weak here", "weak spot",
	"weak point", "weak area", "keep forgetting", "keep forgetting this",
	"keep forgetting it", "keep mixing these up", "keep mixing them up",
	"mix these up", "always mix these up", "always mix them up",
	"mixed these up", "mixed them up", "can't remember",
	"can't remember this", "makes no sense", "makes no sense to me",
	"makes no sense yet", "doesn't make sense", "come back to this",
	"come back to it", "come back later", "todo revisit",
	"over my head",
};

/* What somebody says of himself behind the name, whatever follows. */
static const char *const avowals[] = {
	"don't understand", "didn't understand", "do not understand",
	"still don't understand", "no clue", "no idea", "can't explain", "couldn't explain",
	"keep forgetting", "keep mixing", "always mix", "always forget",
	"never remember", "can't remember",
};

/* "I", "I'm", "still", "this is" may stand before a remark. */
static struct str without_lead(struct str s)
{
	static const char *const lead[] = {
		"i", "i'm", "im", "but", "and", "so", "really", "again", "this",
		"is", "that", "it's", "it", "have", "are", "still", "bit", "a",
		"very", "pretty", "quite",
	};

	return wording_skip(s, lead, ARRAY_SIZE(lead));
}

static bool is_remarked(struct str s)
{
	struct str bare = without_lead(s);

	return wording_is_phrase(s, remarks, ARRAY_SIZE(remarks)) ||
	       wording_is_phrase(bare, remarks, ARRAY_SIZE(remarks)) ||
	       (wording_take(&bare, avowals, ARRAY_SIZE(avowals)) &&
		!wording_has(bare, WORDING_STUDY, OWN_WORDS));
}

/* "(revisit) leases" */
static bool is_remark_before(struct str s)
{
	size_t end = str_find(s, ')');

	return str_starts(s, "(") && end + 1 < s.len &&
	       is_remarked(str_upto(s, end)) &&
	       gap_names_something(str_from(s, end + 1));
}

bool gap_is_remark(struct str s)
{
	static const char *const marks[] = {
		" - ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " (", ": ", ", ",
	};

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t at = str_find_str(s, str_of(marks[i]));
		struct str name = str_upto(s, at);

		if (at < s.len &&
		    is_remarked(str_from(s, at + strlen(marks[i]))))
			return gap_names_something(name) &&
			       !gap_heads_report(name) &&
			       !wording_has(name, WORDING_SELF, SLIP_WORDS);
	}
	return is_remark_before(s);
}
