/* SPDX-License-Identifier: MIT */
/* Exams and the days of study before them as a calendar (RFC 5545). */
#include "exporters/calendar.h"
#include "exporters/exporter.h"

static int ics_run(const struct snapshot *s,
		   const struct export_options *options UNUSED,
		   struct export_out *out, struct error *err)
{
	const struct calendar calendar = {
		.settings = s->settings,
		.today = s->today,
		.stamp = s->now.seconds,
	};
	AUTO(strbuf) text = STRBUF_INIT;

	calendar_write(&text, &calendar);
	return out->file(out, "hecto.ics", strbuf_slice(&text), err);
}

const struct exporter exporter_ics = {
	.name = "ics",
	.summary = "exams and days of study as a calendar",
	.run = ics_run,
};
