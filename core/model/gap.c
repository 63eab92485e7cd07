/* SPDX-License-Identifier: MIT */
/* Telling what somebody says that he does not know well. */
#include "core/model/gap.h"

#include "core/base/attributes.h"
#include "core/model/wording.h"

#define PASSAGE_BYTES 600	/* a longer one tells of something else */
#define GAP_BYTES 140

/* What is said of a gap, before its name. */
static const char *const phrases[] = {
	"need to review", "need to revise", "need to revisit",
	"need to restudy", "need to relearn", "need to understand",
	"need to study", "need to memorize", "need to memorise",
	"need to learn", "need to go over", "have to go over",
	"have to review", "have to revise", "have to revisit", "should review",
	"should revisit", "should revise", "must review", "must revise",
	"must revisit", "must restudy", "brush up on", "weak on", "weak in",
	"weak at", "shaky on", "shaky with", "rusty on", "not confident with",
	"not confident in", "not confident about", "not confident on",
	"keep forgetting", "keep mixing up", "keep confusing",
	"confused about", "confused by", "struggling with", "struggle with",
};

/* "I still", "definitely": what may stand before that. */
static struct str without_front(struct str s)
{
	static const char *const front[] = {
		"i", "i'm", "im", "am", "still", "also", "really", "just",
		"definitely", "but", "and", "probably", "do", "will", "i'll",
		"need", "to",
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

/* "IAM policies", "how DAX works"; but neither "them" nor "more things". */
static bool names_something(struct str s)
{
	static const char *const nothing[] = {
		"it", "that", "this", "these", "those", "them", "more", "a",
		"the", "things", "everything", "all", "again", "better", "my",
		"some", "about", "notes", "flashcards", "lot", "lots", "of",
		"material", "today", "tomorrow", "harder", "well",
		"concepts", "stuff", "course", "new", "time", "own",
	};
	struct str word;

	while ((word = wording_next(&s)).len)
		if (!wording_is_among(word, nothing, ARRAY_SIZE(nothing)))
			return true;
	return false;
}

static bool names_gap(struct str s)
{
	s = str_trim(s);
	if (!s.len || s.len > GAP_BYTES)
		return false;
	s = without_front(s);
	return wording_take(&s, phrases, ARRAY_SIZE(phrases)) &&
	       names_something(s);
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
	return names_gap(s) ? str_trim(s) : STR("");
}
