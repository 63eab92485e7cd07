/* SPDX-License-Identifier: MIT */
/* What charts have in common: a frame, a grid, lines and text. */
#include "exporters/site/chart.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

struct chart_number chart_number(double value)
{
	long tenths = lround(value * 10);
	long whole = labs(tenths);
	struct chart_number n;

	snprintf(n.s, sizeof(n.s), whole % 10 ? "%s%ld.%ld" : "%s%ld",
		 tenths < 0 ? "-" : "", whole / 10, whole % 10);
	return n;
}

static void add_size(struct strbuf *out, const struct chart *c)
{
	strbuf_addf(out, "0 0 %d %d", c->width, c->height);
}

void chart_begin(struct chart *c, const char *id, const char *title,
		 const char *description)
{
	struct html *h = &c->site->h;
	AUTO(strbuf) size = STRBUF_INIT;
	AUTO(strbuf) names = STRBUF_INIT;

	add_size(&size, c);
	strbuf_addf(&names, "%s-title %s-desc", id, id);
	html_begin(h, "svg", "class", "chart", "viewBox", size.buf, "role",
		   "img", "aria-labelledby", names.buf, NULL);
	strbuf_reset(&names);
	strbuf_addf(&names, "%s-title", id);
	html_element(h, "title", title, "id", names.buf, NULL);
	strbuf_reset(&names);
	strbuf_addf(&names, "%s-desc", id);
	html_element(h, "desc", description, "id", names.buf, NULL);
}

void chart_end(struct chart *c)
{
	html_end(&c->site->h);
}

double chart_x(const struct chart *c, double share)
{
	return c->left + (c->right - c->left) * share;
}

double chart_y(const struct chart *c, double share)
{
	return c->bottom - (c->bottom - c->top) * share;
}

void chart_line(struct chart *c, const char *class, double x1, double y1,
		double x2, double y2)
{
	html_element(&c->site->h, "line", "", "class", class, "x1",
		     chart_number(x1).s, "y1", chart_number(y1).s, "x2",
		     chart_number(x2).s, "y2", chart_number(y2).s, NULL);
}

void chart_text(struct chart *c, const char *anchor, double x, double y,
		const char *text)
{
	html_element(&c->site->h, "text", text, "x", chart_number(x).s, "y",
		     chart_number(y).s, "text-anchor", anchor, NULL);
}

void chart_grid(struct chart *c, int steps, chart_label *label, const void *arg)
{
	AUTO(strbuf) text = STRBUF_INIT;

	for (int i = 0; i <= steps; i++) {
		double y = chart_y(c, (double)i / steps);

		chart_line(c, "grid", c->left, y, c->right, y);
		strbuf_reset(&text);
		chart_text(c, "end", c->left - 6, y + 4,
			   label(i, steps, arg, &text));
	}
}

static void add_point(struct strbuf *path, char how, double x, double y)
{
	strbuf_addf(path, "%c%s %s", how, chart_number(x).s,
		    chart_number(y).s);
}

void chart_move(struct strbuf *path, double x, double y)
{
	add_point(path, 'M', x, y);
}

void chart_to(struct strbuf *path, double x, double y)
{
	add_point(path, 'L', x, y);
}

void chart_path(struct chart *c, const char *class, const struct strbuf *path)
{
	html_element(&c->site->h, "path", "", "class", class, "d", path->buf,
		     NULL);
}

static void bar(struct site *s, const char *class, const char *y, double share)
{
	share = share < 0 ? 0 : share > 1 ? 1 : share;
	html_element(&s->h, "rect", "", "class", class, "y", y, "width",
		     chart_number(100 * share).s, "height", "5", NULL);
}

void site_chart_pair(struct site *s, double weight, double covered)
{
	html_begin(&s->h, "svg", "class", "pair", "viewBox", "0 0 100 12",
		   "preserveAspectRatio", "none", "aria-hidden", "true", NULL);
	bar(s, "weight", "0", weight);
	bar(s, "track", "7", 1);
	bar(s, "fill", "7", covered);
	html_end(&s->h);
}
