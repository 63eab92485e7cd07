/* SPDX-License-Identifier: MIT */
#ifndef CMD_TIMER_TIMER_H
#define CMD_TIMER_TIMER_H

#include <stdbool.h>

#include "cmd/command.h"

/* A study session that is under way: when it began, in a file of .git/hecto/,
 * which belongs to this machine and to no history. */
struct timer {
	bool running;
	struct clock since;
};

/* A file that says no time is as none. */
int timer_read(struct timer *out, struct journal *j, struct error *err)
	MUST_CHECK;
int timer_start(struct journal *j, struct clock since, struct error *err)
	MUST_CHECK;
int timer_clear(struct journal *j, struct error *err) MUST_CHECK;

/* Minutes since it began, rounded up; a clock that was set back gives 1. */
int timer_minutes(const struct timer *t, struct clock now);

#endif
