/* SPDX-License-Identifier: MIT */
/* Dates in options. */
#include "cmd/dates.h"

#include "core/model/date_words.h"

int date_option(int *day, const char *option, const char *typed,
		struct journal *j, struct error *err)
{
	if (!typed)
		return 0;
	if (date_words_parse(day, str_of(typed), journal_today(j), DATE_PAST,
			     err))
		return error_context(err, "--%s", option);
	return 0;
}
