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
