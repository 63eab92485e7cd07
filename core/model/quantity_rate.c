/* SPDX-License-Identifier: MIT */
/* What is counted for each of something else. */
#include "core/model/quantity_rate.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/quantity_units.h"
#include "core/model/wording.h"

#define RATE_BYTES 60		/* behind a number that say "per node" */

static size_t find_mark(struct str s)
{
	size_t at = 0;

	while (at < s.len && !strchr(",.;:()|", s.s[at]))
		at++;
	return at;
}

/* "1,000/region", "5 / VPC": so many for each. */
static bool is_per_thing(struct str s)
{
	static const char *const things[] = {
		"region", "account", "az", "vpc", "subnet", "instance",
		"bucket", "table", "queue", "topic", "stream", "shard",
		"function", "cluster", "node", "pod", "namespace", "group",
		"user", "role", "project", "subscription", "tenant", "host",
		"device", "interface", "key", "request",
	};

	s = str_trim_left(str_upto(s, RATE_BYTES));
	if (!str_starts(s, "/"))
		return false;
	s = str_upto(s, find_mark(s));
	s = str_from(s, 1);
	return wording_is_among(wording_next(&s), things, ARRAY_SIZE(things));
}

/* "500 tweets/day" */
static bool is_per_time(struct str s)
{
	struct str word = wording_next(&s);
	size_t slash = str_find(word, '/');

	return slash && slash < word.len &&
	       wording_is(str_from(word, slash + 1), WORDING_TIME);
}

bool quantity_is_rate(struct str s)
{
	static const char *const times[] = { "/s", "/sec", "/second", "/min",
					     "/minute", "/hour", "/day" };

	for (size_t i = 0; i < ARRAY_SIZE(times); i++)
		if (str_starts(s, times[i]) &&
		    (s.len == strlen(times[i]) ||
		     !is_word_byte(s.s[strlen(times[i])])))
			return true;
	if (is_per_thing(s) || is_per_time(s))
		return true;
	s = str_upto(s, RATE_BYTES);
	s = str_upto(s, find_mark(s));
	for (int i = 0; i < 3; i++) {
		struct str word = wording_next(&s), rest = s;

		if (str_eq_nocase(word, STR("per")))
			return wording_next(&rest).len > 0;
		if (str_eq_nocase(word, STR("a")) ||
		    str_eq_nocase(word, STR("an")))
			return i && wording_is(wording_next(&rest),
					       WORDING_TIME);
	}
	return false;
}
