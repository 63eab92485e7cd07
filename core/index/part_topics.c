/* SPDX-License-Identifier: MIT */
/* Which passages of a part are on which of its topics. */
#include "core/index/part_topics.h"

#include <string.h>

#include "core/index/passages.h"

static void mark_topic(struct part_topics *t, size_t topic, struct str marks)
{
	struct mark mark = MARK_NONE;

	while (marks_next(&marks, &mark))
		if (mark.passage < t->npassages)
			t->marks[mark.passage * t->count + topic] =
				MARKED | (mark.named ? MARK_NAMED : 0);
}

void part_topics_read(struct part_topics *t, struct str ids, struct str marks,
		      size_t npassages, struct arena *strings,
		      struct arena *mem)
{
	*t = (struct part_topics){ .npassages = npassages };
	t->ids = lines_split(ids, strings, &t->count);
	t->marks = arena_alloc(mem, npassages * t->count + 1);
	for (size_t i = 0; i < t->count; i++)
		mark_topic(t, i, marks_unpack(&marks));
}

bool part_topics_has(const struct part_topics *t, size_t passage,
		     const char *id)
{
	for (size_t i = 0; i < t->count; i++)
		if (t->marks[passage * t->count + i] &&
		    !strcmp(t->ids[i], id))
			return true;
	return false;
}
