/* SPDX-License-Identifier: MIT */
/* Dates in options. */
#include "cmd/dates.h"

static int read_option(struct day_span *out, const char *option,
		       const char *typed, struct journal *j, struct error *err)
{
	*out = (struct day_span){ DAY_NONE, DAY_NONE };
	if (!typed)
		return 0;
	if (date_words_span(out, str_of(typed), journal_today(j), DATE_PAST,
			    err))
		return error_context(err, "--%s", option);
	return 0;
}

int dates_between(struct day_span *out, const char *since, const char *until,
		  struct journal *j, struct error *err)
{
	struct day_span from, to;

	if (read_option(&from, "since", since, j, err) ||
	    read_option(&to, "until", until, j, err))
		return -1;
	*out = (struct day_span){ from.first, to.last };
	if (since && until && to.last < from.first)
		return error_set(err, ERROR_USAGE, "--until: the last day, %s, "
				 "is before the first, %s",
				 day_format(to.last).s,
				 day_format(from.first).s);
	return 0;
}
