/* SPDX-License-Identifier: MIT */
/* Telling what somebody says that he does not know well. */
#include "core/model/gap.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/wording.h"

#define PASSAGE_BYTES 600	/* a longer one tells of something else */
#define GAP_BYTES 140
#define REMARKED_WORDS 12	/* before what is remarked of them */

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
	"need to get better at", "need to get better with",
	"have to get better at", "want to get better at", "need to practice",
	"need to practise", "need to read up on", "should read up on",
	"need to look into", "should look into", "need to figure out",
	"have to figure out", "need to work on how",
 "need more practice with",
	"need more practice on", "need more practice in",
	"not comfortable with", "having trouble with",
	"having trouble understanding", "don't fully understand",
	"don't really understand", "don't quite understand",
	"don't fully get", "don't really get", "don't quite get",
	"don't understand", "didn't understand", "did not understand",
	"do not understand", "confused about", "confused by", "struggling with", "struggle with",
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

/* "Key grants - need to revisit", "policy logic (review again)": said of what
 * stands before it. */
static bool is_remarked(struct str s)
{
	static const char *const remarks[] = {
		"need to revisit", "need to review", "need to revise",
		"need to study", "needs review", "needs revision",
		"needs more practice", "needs more work", "need more practice",
		"review again", "study again", "revisit", "still unclear",
		"not clear yet", "still shaky", "still confusing",
	};
	static const char *const marks[] = { " - ", " \xe2\x80\x93 ", " (" };

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t at = str_find_str(s, str_of(marks[i]));
		struct str rest = str_from(s, at + strlen(marks[i]));

		if (at < s.len &&
		    wording_take(&rest, remarks, ARRAY_SIZE(remarks)) &&
		    !wording_next(&rest).len)
			return names_something(str_upto(s, at)) &&
			       !wording_has(str_upto(s, at), WORDING_SELF,
					    REMARKED_WORDS);
	}
	return false;
}

static bool names_gap(struct str s)
{
	s = str_trim(s);
	if (!s.len || s.len > GAP_BYTES)
		return false;
	if (is_remarked(s))
		return true;
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
