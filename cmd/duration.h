/* SPDX-License-Identifier: MIT */
#ifndef CMD_DURATION_H
#define CMD_DURATION_H

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Time that was studied, as people type it: "90", "45m", "2h", "1h30",
 * "1h30m", "1:30", "90min", "1.5h", "2 hours", "1 h 30"; at least a minute and at most a day.
 */
int duration_parse(int *minutes, struct str text, struct error *err)
	MUST_CHECK;

/* "45 min", "2 h", "1 h 30 min" */
void duration_add(struct strbuf *out, int minutes);

#endif
