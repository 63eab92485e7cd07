/* SPDX-License-Identifier: MIT */
/* A bar that fills up. */
#include "cmd/terminal/meter.h"

#include <unistd.h>

#include "cmd/report.h"
#include "cmd/terminal/terminal.h"
#include "core/base/clock.h"

#define BAR_WIDTH 24
#define SHOW_EVERY_MS 80	/* often enough for the eye */

static void show(struct meter *m, const char *remark)
{
	size_t filled = m->total ? m->done * BAR_WIDTH / m->total : BAR_WIDTH;
	AUTO(strbuf) line = STRBUF_INIT;

	strbuf_addch(&line, '[');
	for (size_t i = 0; i < BAR_WIDTH; i++)
		strbuf_addch(&line, i < filled ? '#' : '.');
	strbuf_addf(&line, "] %zu of %zu %s", m->done, m->total, m->what);
	if (remark)
		strbuf_addf(&line, "; %s", remark);
	report_progress(&line);
	m->shown = clock_monotonic();
}

void meter_begin(struct meter *m, const char *what, size_t total)
{
	*m = (struct meter){ .what = what, .total = total,
			     .shows = isatty(STDERR_FILENO) &&
				      !terminal_is_dumb() };
	if (m->shows)
		show(m, NULL);
}

void meter_step(struct meter *m, const char *remark)
{
	m->done++;
	if (m->shows && (m->done == m->total ||
			 clock_monotonic() - m->shown >= SHOW_EVERY_MS))
		show(m, remark);
}

void meter_end(struct meter *m)
{
	const struct strbuf none = STRBUF_INIT;

	if (m->shows)
		report_progress(&none);
	m->shows = false;
}
