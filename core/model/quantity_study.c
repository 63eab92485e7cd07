/* SPDX-License-Identifier: MIT */
/* Telling numbers of a course from those that only stand beside its name. */
#include "core/model/quantity_study.h"

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/model/quantity_spent.h"
#include "core/model/wording.h"

#define SENTENCE_WORDS 100
#define MINUTE 60

/* What somebody learns from, which may as well be the matter or its source. */
static bool is_material(struct str word)
{
	static const char *const words[] = {
		"video", "videos", "course", "courses", "lecture", "lectures",
		"chapter", "chapters", "lesson", "lessons", "tutorial",
		"tutorials", "book",
	};

	return wording_is_among(word, words, ARRAY_SIZE(words));
}

static bool is_capital(struct str word)
{
	return word.len && *word.s >= 'A' && *word.s <= 'Z';
}

/* Nothing but blanks is between two words that follow each other. */
static bool is_joined(struct str word, struct str next)
{
	return word.len && next.len && word.s + word.len + 1 == next.s;
}

/* "Kinesis Video Streams", "a video file": what is called so, and no lesson. */
static bool is_of_name(struct str before, struct str word, struct str next)
{
	static const char *const things[] = {
		"stream", "streams", "streaming", "file", "files", "data",
		"frame", "frames", "feed", "feeds", "upload", "uploads",
		"encoding", "transcoding", "codec", "codecs", "format",
		"formats", "processing", "analysis", "traffic", "clip",
		"clips", "camera", "cameras", "catalog", "catalogue",
		"indexer", "intelligence",
	};

	if (!is_joined(word, next))
		return false;
	return (is_joined(before, word) && is_capital(before) &&
		is_capital(word) && is_capital(next)) ||
	       wording_is_among(next, things, ARRAY_SIZE(things));
}

/* "in this lecture", "from the course", "according to chapter 4" */
static bool is_behind_source(const struct str before[2])
{
	static const char *const leads[] = {
		"in", "from", "per", "by", "to", "see", "via", "says",
	};
	struct str lead = before[0];

	if (wording_is_among(lead, (const char *const[]){ "the", "this",
							  "that", "a" }, 4))
		lead = before[1];
	return wording_is_among(lead, leads, ARRAY_SIZE(leads));
}

/* "The lecture says", "chapter 4: …" */
static bool is_speaking(struct str word, struct str rest)
{
	static const char *const verbs[] = {
		"says", "said", "states", "stated", "tells", "told",
		"mentions", "mentioned", "claims", "claimed", "explains",
		"explained", "that",
	};
	struct str next = wording_next(&rest);

	if (next.len && ascii_is_digit(*next.s)) {
		word = next;
		next = wording_next(&rest);
	}
	return wording_is_among(next, verbs, ARRAY_SIZE(verbs)) ||
	       (next.len && word.s[word.len] == ':');
}

void quantity_find_study(struct quantity_sense *known, struct str told)
{
	struct str rest = told, word, before[2] = { STR_NONE, STR_NONE };

	known->study = known->sentence.len + 1;
	known->source = false;
	for (int n = 0; n < SENTENCE_WORDS && (word = wording_next(&rest)).len;
	     n++, before[1] = before[0], before[0] = word) {
		struct str behind = rest;

		if (!wording_is(word, WORDING_STUDY))
			continue;
		if (is_material(word)) {
			if (is_of_name(before[0], word,
				       wording_next(&behind)))
				continue;
			if (is_behind_source(before) ||
			    is_speaking(word, rest)) {
				known->source = true;
				continue;
			}
		}
		known->study = (size_t)(word.s - known->sentence.s);
		return;
	}
}

#define NAME_WORDS 3		/* before a time that was spent on it */

/* Something is told of a thing: "Lambda gives up after", "the limit is". */
static bool tells_of_thing(struct str s)
{
	return wording_count(s, NAME_WORDS + 1) > NAME_WORDS ||
	       wording_has(s, WORDING_SERVICE, SENTENCE_WORDS) ||
	       wording_has(s, WORDING_FINITE, SENTENCE_WORDS) ||
	       wording_has(s, WORDING_AUXILIARY, SENTENCE_WORDS);
}

bool quantity_is_of_study(const struct quantity_sense *known,
			  const struct quantity *q)
{
	struct str before = str_upto(known->sentence,
				     (size_t)(q->text.s - known->sentence.s));
	bool spendable = q->kind == QUANTITY_PERCENT ||
			 (q->kind == QUANTITY_TIME && q->value >= MINUTE);

	if (known->study > known->sentence.len)
		return known->source && spendable && !known->limit &&
		       q->bound == QUANTITY_EXACT && !tells_of_thing(before);
	if (quantity_is_behind_deed(known, before))
		return true;
	if (q->kind == QUANTITY_SIZE ||
	    (q->kind == QUANTITY_TIME && !spendable))
		return false;
	/* "keeps a video for up to 7 days", and not "a video has up to 7" */
	return q->kind != QUANTITY_TIME || q->bound == QUANTITY_EXACT ||
	       !wording_has(str_upto(known->sentence, known->study),
			    WORDING_SERVICE, SENTENCE_WORDS);
}
