/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_METER_H
#define CMD_TERMINAL_METER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * How far work has come that takes its time, as a bar on stderr; nothing is
 * shown where that is no terminal.
 */
struct meter {
	const char *what;	/* "addresses" */
	size_t total, done;
	int64_t shown;		/* clock_monotonic() when it last was */
	bool shows;
};

void meter_begin(struct meter *m, const char *what, size_t total);

/* Some more are done; `remark` ("3 dead") may be NULL. */
void meter_step(struct meter *m, const char *remark);

/* The line is empty again. */
void meter_end(struct meter *m);

#endif
