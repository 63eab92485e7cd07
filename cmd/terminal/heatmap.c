/* SPDX-License-Identifier: MIT */
/* The marks of the calendar. */
#include "cmd/terminal/heatmap.h"

#define LEGEND_COLUMNS 68	/* of its one line */

static const struct studied_day *find_day(const struct studied_day *days,
					  size_t count, int day)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (days[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && days[low].day == day ? &days[low] : NULL;
}

static int level_of(int minutes)
{
	static const int limits[] = { 30, 60, 120 };
	int level = 1;

	if (!minutes)
		return 2;
	for (size_t i = 0; i < ARRAY_SIZE(limits); i++)
		level += minutes >= limits[i];
	return level;
}

struct heat heat_of(const struct studied_day *days, size_t count, int day,
		    int today, const struct streak_rules *rules)
{
	struct heat h = {
		.state = streak_day_state(days, count, day, today, rules),
		.ahead = day > today,
	};
	const struct studied_day *found = find_day(days, count, day);

	if (h.state != DAY_STUDIED && h.state != DAY_LATE)
		return h;
	h.minutes = found->minutes;
	h.level = level_of(h.minutes);
	return h;
}

struct mark {
	const char *utf8, *ascii;
	enum style style;
};

static const struct mark level_marks[] = {
	{ "\xc2\xb7", ".", STYLE_DIM },		/* · */
	{ "\xe2\x96\x91", ":", STYLE_GOOD },	/* ░ */
	{ "\xe2\x96\x92", "+", STYLE_GOOD },	/* ▒ */
	{ "\xe2\x96\x93", "*", STYLE_GOOD },	/* ▓ */
	{ "\xe2\x96\x88", "#", STYLE_GOOD },	/* █ */
};

static const struct mark rest_mark = { "-", "-", STYLE_DIM };
static const struct mark pending_mark = { "?", "?", STYLE_WARN };
static const struct mark ahead_mark = { " ", " ", STYLE_NONE };

static const struct mark *mark_of(struct heat h)
{
	switch (h.state) {
	case DAY_REST:
	case DAY_PAUSE:
		return &rest_mark;
	case DAY_PENDING:
		return &pending_mark;
	case DAY_OUTSIDE:
		return h.ahead ? &ahead_mark : &level_marks[0];
	case DAY_STUDIED:
	case DAY_LATE:
	case DAY_MISSED:
		break;
	}
	return &level_marks[h.level];
}

static void add_mark(struct strbuf *out, const struct context *ctx,
		     const struct mark *m)
{
	style_add(out, ctx, m->style, str_of(ctx->utf8 ? m->utf8 : m->ascii));
}

void heat_add_mark(struct strbuf *out, const struct context *ctx,
		   struct heat h)
{
	add_mark(out, ctx, mark_of(h));
}

void heat_add_legend(struct strbuf *out, const struct context *ctx)
{
	static const char *const levels[] = {
		"none", "under 30 min", "under 1 h", "under 2 h", "more",
	};
	bool narrow = ctx->terminal && ctx->columns < LEGEND_COLUMNS;

	for (size_t i = 0; i < ARRAY_SIZE(levels); i++) {
		add_mark(out, ctx, &level_marks[i]);
		strbuf_addf(out, " %s%s", levels[i],
			    narrow && i == 2 ? "\n" : "  ");
	}
	add_mark(out, ctx, &rest_mark);
	strbuf_addstr(out, " day off\n");
}
