/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_GLOSS_H
#define CORE_MODEL_TOPIC_GLOSS_H

#include "core/base/str.h"

/*
 * The words for the initials at `start`..`end`, where their line says what
 * these stand for: "Database Management System (DMS)", "SNS (social networking
 * service)".  .len 0: it does not.
 */
struct str gloss_of(struct str line, const char *start, const char *end);

/* Most names have no bracket beside them. */
static inline bool gloss_is_near(struct str line, const char *start,
				 const char *end)
{
	const char *last = line.s + line.len;

	return (start > line.s && start[-1] == '(') ||
	       (last - end > 1 && *end == ' ' && end[1] == '(');
}

/*
 * Are these other words than those of a topic's name that have the same
 * initials?  A name without such words is never another.
 */
bool gloss_is_other(struct str gloss, struct str name);

#endif
