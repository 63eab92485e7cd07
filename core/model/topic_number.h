/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_NUMBER_H
#define CORE_MODEL_TOPIC_NUMBER_H

#include <stdbool.h>

#include "core/base/str.h"

/* What a number beside a name says of it, for the recogniser of topics. */

/*
 * "lambda = 0.1", "lambda^2", "x * lambda": is it the letter of a formula?  One
 * with a capital is where it has a part of one; a number with a unit or of so
 * many is noted of a thing: "Lambda = 15 min".
 */
bool number_in_formula(struct str line, const char *start, const char *end);

/* Behind most names stands a word: two bytes tell. */
static inline bool number_is_near(struct str line, const char *start,
				  const char *end)
{
	const char *last = line.s + line.len;

	if (start - line.s > 3 && start[-2] == '*')
		return true;
	if (end < last && *end == ' ')
		end++;
	return end < last && (*end == '=' || *end == '<' || *end == '>' ||
			      *end == ':' || *end == '*' || *end == '^');
}

static inline bool number_is_given(struct str line, const char *start,
				   const char *end)
{
	return number_is_near(line, start, end) &&
	       number_in_formula(line, start, end);
}

/* Does a release follow: "Java 17", "Go 1.22"?  `parted`: one with a point. */
bool number_is_release(struct str line, const char *end, bool parted);

#endif
