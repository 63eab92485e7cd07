/* SPDX-License-Identifier: MIT */
/*
 * The topics that were noted, day by day, against the line that leads to all of
 * them in time.  It goes up, so that topics that are added to an exam do not
 * look like work that was lost.
 */
#include "exporters/site/chart.h"

/* Days as shares of the way from the first day of study to the exam. */
static double share_of(const struct site_exam *e, int day)
{
	double share = (double)(day - e->plan.start) /
		       (e->plan.exam - e->plan.start);

	return share < 0 ? 0 : share > 1 ? 1 : share;
}

static double x_of(const struct chart *c, const struct site_exam *e, int day)
{
	return chart_x(c, share_of(e, day));
}

static double y_of(const struct chart *c, const struct site_exam *e,
		   double topics)
{
	return chart_y(c, topics / (double)e->ntopics);
}

static const char *count_label(int step, int steps, const void *arg,
			       struct strbuf *out)
{
	const struct site_exam *e = arg;

	strbuf_addf(out, "%zu", e->ntopics * (size_t)step / (size_t)steps);
	return out->buf;
}

/* As few steps as give whole numbers, where that can be. */
static int grid_steps(size_t topics)
{
	for (int steps = 5; steps > 2; steps--)
		if (topics % (size_t)steps == 0)
			return steps;
	return topics < 5 ? (int)topics : 2;
}

static void draw_buffer(struct chart *c, const struct site_exam *e)
{
	double x = x_of(c, e, e->plan.exam - e->pace.buffer);

	html_element(&c->site->h, "rect", "", "class", "buffer", "x",
		     chart_number(x).s, "y", chart_number(c->top).s, "width",
		     chart_number(c->right - x).s, "height",
		     chart_number(c->bottom - c->top).s, NULL);
}

/* The line that would be walked at an even pace. */
static void draw_needed(struct chart *c, const struct site_exam *e)
{
	double x = x_of(c, e, e->plan.exam - e->pace.buffer);

	chart_line(c, "need", c->left, c->bottom, x, c->top);
}

static void add_steps(struct strbuf *path, const struct chart *c,
		      const struct site_exam *e)
{
	double y = y_of(c, e, e->points[0].done);

	chart_move(path, c->left, y);
	for (size_t i = 0; i < e->npoints; i++) {
		double x = x_of(c, e, e->points[i].day);

		chart_to(path, x, y);
		y = y_of(c, e, e->points[i].done);
		chart_to(path, x, y);
	}
	chart_to(path, x_of(c, e, e->plan.today), y);
}

static void draw_noted(struct chart *c, const struct site_exam *e)
{
	AUTO(strbuf) line = STRBUF_INIT;
	AUTO(strbuf) area = STRBUF_INIT;

	add_steps(&line, c, e);
	strbuf_addslice(&area, strbuf_slice(&line));
	chart_to(&area, x_of(c, e, e->plan.today), c->bottom);
	chart_to(&area, c->left, c->bottom);
	strbuf_addch(&area, 'Z');
	chart_path(c, "area", &area);
	chart_path(c, "done", &line);
}

/* Where the pace that is kept leads to, as far as the picture goes. */
static void draw_ahead(struct chart *c, const struct site_exam *e)
{
	double left = (double)(e->ntopics - e->nnoted), share = 1;
	int end = e->pace.finish;

	if (end == DAY_NONE || left <= 0 || end <= e->plan.today)
		return;
	if (end > e->plan.exam) {
		share = (double)(e->plan.exam - e->plan.today) /
			(end - e->plan.today);
		end = e->plan.exam;
	}
	chart_line(c, "ahead", x_of(c, e, e->plan.today),
		   y_of(c, e, (double)e->nnoted), x_of(c, e, end),
		   y_of(c, e, (double)e->nnoted + left * share));
}

static void draw_today(struct chart *c, const struct site_exam *e)
{
	double x = x_of(c, e, e->plan.today);

	chart_line(c, "now", x, c->top, x, c->bottom);
	html_element(&c->site->h, "circle", "", "class", "dot", "cx",
		     chart_number(x).s, "cy",
		     chart_number(y_of(c, e, (double)e->nnoted)).s, "r", "4",
		     NULL);
}

static void draw_days(struct chart *c, const struct site_exam *e)
{
	double share = share_of(e, e->plan.today);
	double below = c->bottom + 18;

	chart_text(c, "start", c->left, below, site_date(e->plan.start).s);
	chart_text(c, "end", c->right, below, site_date(e->plan.exam).s);
	if (share > 0.25 && share < 0.72)
		chart_text(c, "middle", chart_x(c, share), below, "today");
}

static void describe(struct strbuf *out, const struct site_exam *e)
{
	strbuf_addf(out, "%zu of %zu topics are noted on %s. An even pace to "
		    "the exam on %s would have %.0f by now.", e->nnoted,
		    e->ntopics, site_date(e->plan.today).s,
		    site_date(e->plan.exam).s, e->pace.planned);
}

void site_chart_burnup(struct site *s, const struct site_exam *e,
		       bool is_small)
{
	struct chart c = {
		.site = s,
		.width = is_small ? 340 : 640,
		.height = is_small ? 190 : 280,
		.left = 34,
		.top = 12,
	};
	AUTO(strbuf) text = STRBUF_INIT;

	c.right = c.width - 8;
	c.bottom = c.height - 26;
	describe(&text, e);
	chart_begin(&c, "burnup", "Topics noted on the way to the exam",
		    text.buf);
	draw_buffer(&c, e);
	chart_grid(&c, grid_steps(e->ntopics), count_label, e);
	draw_noted(&c, e);
	draw_needed(&c, e);
	draw_ahead(&c, e);
	draw_today(&c, e);
	draw_days(&c, e);
	chart_end(&c);
}
