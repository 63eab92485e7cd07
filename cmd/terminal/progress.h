/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_PROGRESS_H
#define CMD_TERMINAL_PROGRESS_H

#include "cmd/command.h"
#include "cmd/terminal/table.h"
#include "core/base/strbuf.h"
#include "core/model/challenge.h"
#include "core/model/streak.h"
#include "core/text/json.h"

/* How far somebody has come: the streak, and the round of a hundred days. */
struct progress {
	struct streak streak;
	struct studied_day *days;
	size_t ndays;
	struct challenge challenge;
};

/* All in `mem`. */
int progress_load(struct progress *out, const struct context *ctx,
		  struct arena *mem, struct error *err) MUST_CHECK;

/* "9 days since Mon 4 July 2022; today is still open", and what to do. */
void progress_add_streak(struct strbuf *out, const struct streak *s,
			 const struct settings *set);
enum style progress_style(enum streak_status status);

/* "Round 2, day 14 of 100; 1 missed; done about Thu 6 October 2022" */
void progress_add_challenge(struct strbuf *out, const struct challenge *c);

struct json *progress_challenge_json(const struct challenge *c);

#endif
