/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_CALENDAR_H
#define EXPORTERS_CALENDAR_H

#include <stdbool.h>
#include <stdint.h>

#include "core/base/strbuf.h"
#include "core/model/settings.h"

/*
 * Exams, and the days of study from today on until each, as a calendar that
 * others can read or subscribe to (iCalendar, RFC 5545).
 */
struct calendar {
	const struct settings *settings;
	int today;
	int64_t stamp;		/* when it was made, in seconds since 1970 */
};

/* Is there an exam with a date? */
bool calendar_has_events(const struct settings *settings);

void calendar_write(struct strbuf *out, const struct calendar *c);

#endif
