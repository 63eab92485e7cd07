/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_CHART_H
#define EXPORTERS_SITE_CHART_H

#include "exporters/site/plan.h"
#include "exporters/site/site.h"

/*
 * Charts are drawn as SVG within the page.  Each is one picture with a title
 * and a description; the caller says the same in words or a table beside it.
 * Colours come from classes: the page's policy allows no style in it.
 */
struct chart {
	struct site *site;
	int width, height;	/* of the picture, in its own units */
	int left, right, top, bottom;	/* edges of what is drawn into */
};

/* A coordinate as SVG takes it, in any locale: "12.5". */
struct chart_number {
	char s[24];
};
struct chart_number chart_number(double value);

/* Between them the caller draws; `id` is unique on the page. */
void chart_begin(struct chart *c, const char *id, const char *title,
		 const char *description);
void chart_end(struct chart *c);

/* `share` 0 … 1 of the width from the left, and of the height from below. */
double chart_x(const struct chart *c, double share);
double chart_y(const struct chart *c, double share);

void chart_line(struct chart *c, const char *class, double x1, double y1,
		double x2, double y2);
/* Anchor: "start", "middle" or "end". */
void chart_text(struct chart *c, const char *anchor, double x, double y,
		const char *text);
/* Lines across at so many equal steps, each with its label. */
typedef const char *chart_label(int step, int steps, const void *arg,
				struct strbuf *out);
void chart_grid(struct chart *c, int steps, chart_label *label, const void *arg);

/* A path from "M x y", "L x y" …: each call adds to it. */
void chart_move(struct strbuf *path, double x, double y);
void chart_to(struct strbuf *path, double x, double y);
void chart_path(struct chart *c, const char *class, const struct strbuf *path);

/* The charts themselves. */
void site_chart_burnup(struct site *s, const struct site_exam *e,
		       bool is_small);
void site_chart_practice(struct site *s, const struct site_exam *e);
/* Two bars, of a domain's weight and of what is covered of it: 0 … 1. */
void site_chart_pair(struct site *s, double weight, double covered);

#endif
