/* SPDX-License-Identifier: MIT */
/* What the plan sets for these days, and what is left from before. */
#include "cmd/plan/plan.h"

#include <string.h>

#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

#define SHOWN 6			/* items of a list */
#define SPANS_BEFORE 2		/* stretches before the one at hand */
#define SPANS_SHOWN 10

/* "Week 3, until Sun 18 May 2025" */
static void add_when(struct strbuf *out, const struct study_planned *p,
		     int today)
{
	strbuf_addstr(out, p->name);
	if (p->days.last < today) {
		if (!*p->name)
			strbuf_addstr(out, date_words_long(p->days.last).s);
		return;
	}
	strbuf_addstr(out, *p->name ? ", " : "");
	if (p->days.first > today)
		strbuf_addf(out, "from %s", date_words_long(p->days.first).s);
	else if (p->days.last == today)
		strbuf_addstr(out, "today");
	else
		strbuf_addf(out, "until %s", date_words_long(p->days.last).s);
}

static void add_item(struct strbuf *out, const struct context *ctx,
		     const struct study_planned *p, int today)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(out, "  ");
	style_add(out, ctx, STYLE_BOLD, str_of(p->id));
	strbuf_addstr(out, "  ");
	strbuf_addf(&text, "%s (", p->text);
	add_when(&text, p, today);
	strbuf_addch(&text, ')');
	present_hanging(out, ctx, strbuf_slice(&text), 10);
}

static void add_items(struct strbuf *out, const struct context *ctx,
		      const struct study_planned *const *items, size_t count,
		      int today)
{
	for (size_t i = 0; i < count && i < SHOWN; i++)
		add_item(out, ctx, items[i], today);
	if (count > SHOWN)
		strbuf_addf(out, "  and %zu more\n", count - SHOWN);
}

/* "Planned for these days, 2 of 5 done:" */
static void add_current(struct strbuf *out, const struct context *ctx,
			const struct study *s, struct arena *mem)
{
	size_t all, count;
	const struct study_planned **open =
		study_planned_in(s, s->today, s->today, mem, &all, &count);

	if (!all)
		return;
	strbuf_addf(out, "\nPlanned for these days, %zu of %zu done%s\n",
		    all - count, all, count ? ":" : "");
	add_items(out, ctx, open, count, s->today);
}

/* Nothing turns red: what is left is spread over the days to come. */
static void add_along(struct strbuf *out, const struct context *ctx,
		      const struct study *s, struct arena *mem)
{
	size_t late, today;
	const struct study_planned **items =
		study_planned_late(s, mem, &late, &today);

	if (!late)
		return;
	strbuf_addf(out, "\nFrom earlier in the plan %zu item%s left",
		    late, late == 1 ? " is" : "s are");
	strbuf_addf(out, today < late ? "; %zu a day will do:\n" : ":\n",
		    today);
	add_items(out, ctx, items, today, s->today);
}

void plan_add_planned(struct strbuf *out, const struct context *ctx,
		      const struct study *s)
{
	AUTO(arena) mem = ARENA_INIT;

	if (study_is_over(s))
		return;
	add_current(out, ctx, s, &mem);
	add_along(out, ctx, s, &mem);
}

void plan_add_planned_in(struct strbuf *out, const struct study *s, int first,
			 int last, const char *title)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t all, count;
	const struct study_planned **open =
		study_planned_in(s, first, last, &mem, &all, &count);

	if (!all)
		return;
	strbuf_addf(out, "\n## %s\n\n%zu of %zu done\n", title, all - count,
		    all);
	for (size_t i = 0; i < count && i < SHOWN; i++)
		strbuf_addf(out, "%s- %s\n", i ? "" : "\n", open[i]->text);
	if (count > SHOWN)
		strbuf_addf(out, "- and %zu more\n", count - SHOWN);
}

/* --- stretches ----------------------------------------------------------- */

struct span {
	struct plan_days days;
	const char *name;
	size_t items, done;
};

static bool is_of(const struct span *span, const struct study_planned *p)
{
	return span->days.first == p->days.first &&
	       span->days.last == p->days.last && !strcmp(span->name, p->name);
}

/* Items of one stretch stand together. */
static struct span *find_spans(const struct study *s, struct arena *mem,
			       size_t *count)
{
	struct span *spans = arena_alloc(mem,
					 (s->nplanned + 1) * sizeof(*spans));

	*count = 0;
	for (size_t i = 0; i < s->nplanned; i++) {
		const struct study_planned *p = &s->planned[i];

		if (!*count || !is_of(&spans[*count - 1], p))
			spans[(*count)++] = (struct span){ p->days, p->name,
							   0, 0 };
		spans[*count - 1].items++;
		spans[*count - 1].done += p->done;
	}
	return spans;
}

static void add_span(struct table *t, const struct span *span, int today)
{
	enum style style = span->days.first <= today &&
					   today <= span->days.last ?
				   STYLE_BOLD :
				   STYLE_NONE;

	table_cell(t, style, str_of(*span->name ? span->name : "-"));
	table_cell(t, style, str_of(day_format(span->days.first).s));
	table_cell(t, style, str_of(day_format(span->days.last).s));
	table_cellf(t, style, "%zu", span->items);
	table_cellf(t, style, "%zu%%", 100 * span->done / span->items);
}

/* From a little before today on. */
static size_t first_shown(const struct span *spans, size_t count, int today)
{
	size_t at = 0;

	while (at < count && spans[at].days.last < today)
		at++;
	at = at > SPANS_BEFORE ? at - SPANS_BEFORE : 0;
	return count > SPANS_SHOWN && at + SPANS_SHOWN > count ?
		       count - SPANS_SHOWN :
	       count > SPANS_SHOWN ? at : 0;
}

void plan_add_spans(struct strbuf *out, const struct context *ctx,
		    const struct study *s)
{
	static const char *const heads[] = { "PLANNED", "FROM", "TO", "ITEMS",
					     "DONE" };
	AUTO(arena) mem = ARENA_INIT;
	size_t count, from;
	struct span *spans = find_spans(s, &mem, &count);
	struct table *t;

	if (!count)
		return;
	t = table_new(ARRAY_SIZE(heads));
	for (size_t i = 0; i < ARRAY_SIZE(heads); i++) {
		table_cell(t, STYLE_DIM, str_of(heads[i]));
		if (i >= 3)
			table_right(t, i);
	}
	table_spare(t, 1);
	from = first_shown(spans, count, s->today);
	for (size_t i = from; i < count && i < from + SPANS_SHOWN; i++)
		add_span(t, &spans[i], s->today);
	strbuf_addch(out, '\n');
	table_write(out, t, ctx);
	table_free(t);
}

struct json *plan_planned_json(const struct study *s)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < s->nplanned; i++) {
		const struct study_planned *p = &s->planned[i];
		struct json *v = json_new_object();

		json_set_string(v, "id", p->id);
		json_set_string(v, "text", p->text);
		present_json_string(v, "name", *p->name ? p->name : NULL);
		json_set_day(v, "first", p->days.first);
		json_set_day(v, "last", p->days.last);
		json_set_bool(v, "done", p->done);
		json_append(list, v);
	}
	return list;
}
