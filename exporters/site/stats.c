/* SPDX-License-Identifier: MIT */
/* A number with its name, its unit and a note: what a dashboard is made of. */
#include "exporters/site/site.h"

#include <stdio.h>

void site_stat_begin(struct site *s, const char *label, const char *class)
{
	html_begin(&s->h, "div", "class", class, NULL);
	html_element(&s->h, "dt", label, NULL);
	html_begin(&s->h, "dd", NULL);
}

void site_stat_end(struct site *s)
{
	html_end(&s->h);
	html_end(&s->h);
}

void site_stat_number(struct site *s, int number, const char *unit)
{
	html_begin(&s->h, "strong", NULL);
	html_textf(&s->h, "%d", number);
	html_end(&s->h);
	html_textf(&s->h, " %s", unit);
}

void site_stat_note_begin(struct site *s)
{
	html_begin(&s->h, "span", "class", "note", NULL);
}

/* The bar repeats what the text beside it says. */
void site_stat_bar(struct site *s, int part, int whole)
{
	char width[16];

	part = part < 0 ? 0 : part > whole ? whole : part;
	snprintf(width, sizeof(width), "%d",
		 whole > 0 ? (int)(100LL * part / whole) : 0);
	html_begin(&s->h, "svg", "class", "bar", "viewBox", "0 0 100 4",
		   "preserveAspectRatio", "none", "aria-hidden", "true", NULL);
	html_element(&s->h, "rect", "", "class", "track", "width", "100",
		     "height", "4", NULL);
	html_element(&s->h, "rect", "", "class", "fill", "width", width,
		     "height", "4", NULL);
	html_end(&s->h);
}
