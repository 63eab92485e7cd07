/* SPDX-License-Identifier: MIT */
/* From what is written on a topic to how far it is. */
#include "core/model/topic_state.h"

#include <math.h>

#include "core/base/attributes.h"
#include "core/base/date.h"

#define STUB_PASSAGES 3
#define STUB_WORDS 25
#define FIRST_STABILITY 7.0	/* days after one day of study */
#define SOLID_RECALL 0.85

static const struct {
	const char *name;
	double value;
} states[] = {
	[TOPIC_UNSEEN] = { "unseen", 0 },
	[TOPIC_LISTED] = { "listed", 0 },
	[TOPIC_STUB] = { "stub", 0.25 },
	[TOPIC_NOTED] = { "noted", 0.5 },
	[TOPIC_REVIEWED] = { "reviewed", 0.75 },
	[TOPIC_SOLID] = { "solid", 1 },
};
_Static_assert(ARRAY_SIZE(states) == TOPIC_STATE_COUNT, "a row for each");

const char *topic_state_name(enum topic_state s)
{
	return states[s].name;
}

double topic_state_value(enum topic_state s)
{
	return states[s].value;
}

static size_t count_words(struct str text)
{
	size_t words = 0;
	bool inside = false;

	for (size_t i = 0; i < text.len; i++) {
		bool blank = text.s[i] == ' ' || text.s[i] == '\n';

		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

/* "Parallel state -": a name, and nothing said of it. */
static bool says_nothing(const struct topic_passage *p)
{
	struct str text = str_trim(p->text);

	return p->kind == PASSAGE_ITEM && p->is_note &&
	       (str_ends(text, " -") || str_ends(text, " \xe2\x80\x93") ||
		str_ends(text, " \xe2\x80\x94"));
}

void topic_evidence_see_day(struct topic_evidence *e, int day)
{
	if (e->first_day == DAY_NONE || day < e->first_day)
		e->first_day = day;
	if (e->last_day == DAY_NONE || day > e->last_day)
		e->last_day = day;
}

void topic_evidence_add(struct topic_evidence *e, const struct topic_passage *p,
			int *last)
{
	if (p->kind == PASSAGE_HEADING ||
	    p->traits & (TRAITS_ITEM & ~(unsigned)TRAIT_PAIR))
		return;
	e->passages++;
	e->words += count_words(p->text);
	e->has_gap |= says_nothing(p);
	if (p->day == DAY_NONE)
		return;
	topic_evidence_see_day(e, p->day);
	e->days += p->day != *last;
	*last = p->day;
}

double topic_recall(const struct topic_evidence *e, int day)
{
	double stability, gone;

	if (!e->days || e->last_day == DAY_NONE)
		return 0;
	stability = FIRST_STABILITY * pow(2, fmin((double)e->days, 12) - 1);
	gone = day > e->last_day ? day - e->last_day : 0;
	return pow(1 + 19.0 / 81 * gone / stability, -0.5);
}

static bool is_stub(const struct topic_evidence *e)
{
	return e->has_gap || e->words < STUB_WORDS ||
	       (e->passages < STUB_PASSAGES && e->words < 2 * STUB_WORDS);
}

enum topic_state topic_state_of(const struct topic_evidence *e, int day)
{
	if (!e->passages)
		return e->listed ? TOPIC_LISTED : TOPIC_UNSEEN;
	if (is_stub(e))
		return TOPIC_STUB;
	if (e->days < 2)
		return TOPIC_NOTED;
	if (topic_recall(e, day) < SOLID_RECALL || e->open_questions ||
	    e->open_holes)
		return TOPIC_REVIEWED;
	return TOPIC_SOLID;
}
