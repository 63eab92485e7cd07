/* SPDX-License-Identifier: MIT */
/*
 * The round that a heading over the days says, "# 100DaysOfCode - Round 2",
 * where they say none themselves.
 */
#include "importers/100days_kinds.h"

#include "core/base/limits.h"

int daylog_round_named(const struct daylog_tokens *t)
{
	for (size_t i = 0; daylog_token(t, i)->kind != TOKEN_END; i++) {
		size_t j = daylog_skip_marks(t, i + 1, "#:");
		const struct daylog_token *number = daylog_token(t, j);

		if (!daylog_is_word(daylog_token(t, i), WORD_ROUND) ||
		    (daylog_token(t, i)->word & WORD_MONTH) ||
		    !daylog_is_number(number) || number->digits > 2 ||
		    !number->value || number->value > LIMIT_ROUND)
			continue;
		/* "Round 2 of 5", "round 2.5" and "2 rounds" are others. */
		if (daylog_is_word(daylog_token(t, j + 1), WORD_OF) ||
		    (daylog_is_mark(daylog_token(t, j + 1), "./") &&
		     daylog_token(t, j + 1)->glued))
			return 0;
		return number->value;
	}
	return 0;
}

void daylog_rounds_settle(struct daylog *log)
{
	for (size_t i = 0; i < log->count; i++)
		if (log->headers[i].taken && log->headers[i].round)
			return;
	for (size_t i = 0; i < log->count; i++) {
		struct daylog_header *h = &log->headers[i];

		if (h->taken && is_strong(h) && h->nnumbers)
			h->round = h->round_above;
	}
}
