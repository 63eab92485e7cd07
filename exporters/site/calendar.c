/* SPDX-License-Identifier: MIT */
/* The calendar that others can subscribe to: exams and days of study. */
#include "exporters/calendar.h"

#include "exporters/site/site.h"

/* The same day makes the same bytes, so the stamp is that day's beginning. */
int site_draw_calendar(struct site *s, struct error *err)
{
	const struct calendar calendar = {
		.settings = s->view->settings,
		.today = s->view->today,
		.stamp = (int64_t)s->view->today * 86400,
	};
	AUTO(strbuf) text = STRBUF_INIT;

	if (!calendar_has_events(s->view->settings))
		return 0;
	calendar_write(&text, &calendar);
	return s->out->file(s->out, "calendar.ics", strbuf_slice(&text), err);
}
