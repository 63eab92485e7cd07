/* SPDX-License-Identifier: MIT */
/* The results of practice exams over time, and the mark that passes. */
#include "exporters/site/chart.h"

#include "core/model/exam.h"

static double share_of(const struct practice *p)
{
	return p->asked ? (double)p->right / p->asked : 0;
}

static const char *percent_label(int step, int steps, const void *arg UNUSED,
				 struct strbuf *out)
{
	strbuf_addf(out, "%d%%", 100 * step / steps);
	return out->buf;
}

/* Results stand at their days; a single one in the middle. */
static double x_of(const struct chart *c, const struct site_exam *e, size_t i)
{
	int first = e->practice[0].day;
	int last = e->practice[e->npractice - 1].day;

	if (first == last)
		return chart_x(c, e->npractice == 1 ?
				      0.5 : (double)(i + 1) /
					    (double)(e->npractice + 1));
	return chart_x(c, 0.04 + 0.92 * (e->practice[i].day - first) /
				 (last - first));
}

static void draw_pass(struct chart *c, const struct site_exam *e)
{
	double y = chart_y(c, exam_pass_share(e->of));

	chart_line(c, "need", c->left, y, c->right, y);
	chart_text(c, "start", c->left + 4, y - 5, "pass mark");
}

static void draw_results(struct chart *c, const struct site_exam *e)
{
	AUTO(strbuf) line = STRBUF_INIT;

	for (size_t i = 0; i < e->npractice; i++) {
		double x = x_of(c, e, i);
		double y = chart_y(c, share_of(&e->practice[i]));

		if (i)
			chart_to(&line, x, y);
		else
			chart_move(&line, x, y);
	}
	chart_path(c, "done", &line);
	for (size_t i = 0; i < e->npractice; i++)
		html_element(&c->site->h, "circle", "", "class", "dot", "cx",
			     chart_number(x_of(c, e, i)).s, "cy",
			     chart_number(chart_y(c, share_of(&e->practice[i])))
				     .s, "r", "4.5", NULL);
}

static void draw_days(struct chart *c, const struct site_exam *e)
{
	int first = e->practice[0].day;
	int last = e->practice[e->npractice - 1].day;
	double below = c->bottom + 18;

	if (first == last) {
		chart_text(c, "middle", chart_x(c, 0.5), below,
			   site_date(first).s);
		return;
	}
	chart_text(c, "start", c->left, below, site_date(first).s);
	chart_text(c, "end", c->right, below, site_date(last).s);
}

void site_chart_practice(struct site *s, const struct site_exam *e)
{
	struct chart c = {
		.site = s,
		.width = 640,
		.height = 220,
		.left = 58,
		.right = 632,
		.top = 12,
		.bottom = 194,
	};
	const struct practice *last = &e->practice[e->npractice - 1];
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addf(&text, "%zu results; the last one, on %s, is %.0f per "
		    "cent. The mark that passes is at %.0f per cent.",
		    e->npractice, site_date(last->day).s,
		    100 * share_of(last), 100 * exam_pass_share(e->of));
	chart_begin(&c, "practice", "Practice exams", text.buf);
	chart_grid(&c, 4, percent_label, NULL);
	draw_pass(&c, e);
	draw_results(&c, e);
	draw_days(&c, e);
	chart_end(&c);
}
