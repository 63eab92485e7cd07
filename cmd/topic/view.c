/* SPDX-License-Identifier: MIT */
/* A dossier for people: a head, what is open, then the passages. */
#include <string.h>

#include "cmd/report.h"
#include "cmd/terminal/marks.h"
#include "cmd/terminal/outline.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "cmd/topic/dossier.h"
#include "core/base/date.h"

#define OPEN_MOST 20		/* questions and holes in front */

/* "Amazon Kinesis: 30 passages in 6 documents"; "1 of 30 passages in …" where
 * only those of a kind are shown. */
static void add_title(struct strbuf *out, const struct dossier *d,
		      const struct dossier_filter *f,
		      const struct context *ctx)
{
	size_t shown = 0;
	AUTO(strbuf) name = STRBUF_INIT;
	AUTO(strbuf) counts = STRBUF_INIT;
	struct row r;

	for (size_t i = 0; i < d->count; i++)
		shown += dossier_shows(f, &d->items[i]);
	strbuf_addf(&name, "%s:", d->topic.name);
	if (f->by_kind)
		strbuf_addf(&counts, "%zu of ", shown);
	present_count(&counts, d->facts.passages, "passage", "passages");
	strbuf_addstr(&counts, " in ");
	present_count(&counts, d->facts.documents, "document", "documents");
	row_begin(&r, out, ctx, 0, 4);
	row_add(&r, STYLE_BOLD, strbuf_slice(&name));
	row_go_on(&r, STYLE_NONE, strbuf_slice(&counts));
	row_end(&r);
}

/* "2022-07-04 (9 days ago)" */
static void add_day(struct strbuf *out, int day, int today)
{
	int ago = today - day;

	strbuf_addstr(out, day_format(day).s);
	if (ago == 0)
		strbuf_addstr(out, " (today)");
	else if (ago > 0)
		strbuf_addf(out, " (%d day%s ago)", ago, ago == 1 ? "" : "s");
}

static void add_studied(struct strbuf *out, const struct dossier *d,
			const struct context *ctx)
{
	const struct dossier_facts *f = &d->facts;
	int today = journal_today(ctx->journal);
	AUTO(strbuf) text = STRBUF_INIT;

	if (f->first_day == DAY_NONE) {
		strbuf_addstr(&text, "only in notes without a date");
	} else {
		add_day(&text, f->first_day, today);
		if (f->last_day != f->first_day) {
			strbuf_addstr(&text, " to ");
			add_day(&text, f->last_day, today);
		}
	}
	present_fact(out, ctx, "Studied", STYLE_NONE, strbuf_slice(&text));
}

/* "= 4 definitions  # 9 numbers": the legend of the signs as well. */
static void add_kinds(struct strbuf *out, const struct dossier *d,
		      const struct context *ctx)
{
	AUTO(strbuf) text = STRBUF_INIT;

	for (const struct kind_mark *m = kind_marks; m->sign; m++) {
		size_t count = d->facts.kinds[m->bit];

		if (!count)
			continue;
		strbuf_addf(&text, "%s%c ", text.len ? "  " : "", m->sign);
		present_count(&text, count, m->one, m->many);
	}
	if (text.len)
		present_fact(out, ctx, "Marks", STYLE_NONE,
			     strbuf_slice(&text));
}

static void add_family(struct strbuf *out, const struct dossier *d,
		       const struct context *ctx)
{
	AUTO(strbuf) text = STRBUF_INIT;

	for (size_t i = 0; i < d->nfamily; i++)
		strbuf_addf(&text, "%s%s", i ? ", " : "", d->family[i]);
	if (d->parent)
		strbuf_addf(&text, "%spart of %s", text.len ? "; " : "",
			    d->parent);
	if (d->group)
		present_fact(out, ctx, "Group", STYLE_NONE, str_of(d->group));
	if (text.len)
		present_fact(out, ctx, "Family", STYLE_NONE,
			     strbuf_slice(&text));
}

static void add_related(struct strbuf *out, const struct dossier *d,
			const struct context *ctx)
{
	AUTO(strbuf) text = STRBUF_INIT;

	for (size_t i = 0; i < d->nrelated; i++)
		strbuf_addf(&text, "%s%s", i ? ", " : "", d->related[i].id);
	if (text.len)
		present_fact(out, ctx, "Related", STYLE_NONE,
			     strbuf_slice(&text));
}

static void add_open_passage(struct strbuf *out, const struct found *found,
			     const struct context *ctx)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(out, "  ");
	kind_marks_add(out, ctx, found->passage->traits);
	strbuf_addch(out, ' ');
	strbuf_addslice(&text, found->passage->text);
	strbuf_addstr(&text, "  [");
	add_place(&text, found->passage);
	strbuf_addch(&text, ']');
	present_hanging(out, ctx, strbuf_slice(&text), 5);
}

static bool is_open(const struct found *found)
{
	unsigned traits = found->passage->traits;

	return (traits & (TRAIT_QUESTION | TRAIT_HOLE)) &&
	       !(traits & TRAIT_DONE);
}

/* A list of holes may stand under any heading; a question asks about its own. */
static bool is_in_front(const struct found *found)
{
	return found->passage->named ||
	       (found->passage->traits & TRAIT_QUESTION);
}

/* What is not known yet comes first: it is what is left to be learned. */
static void add_open(struct strbuf *out, const struct dossier *d,
		     const struct context *ctx)
{
	size_t shown = 0, open = 0;

	for (size_t i = 0; i < d->count; i++) {
		if (!is_open(&d->items[i]))
			continue;
		open++;
		if (!is_in_front(&d->items[i]) || shown >= OPEN_MOST)
			continue;
		if (!shown++) {
			strbuf_addch(out, '\n');
			style_add(out, ctx, STYLE_BOLD, STR("Still open"));
			strbuf_addch(out, '\n');
		}
		add_open_passage(out, &d->items[i], ctx);
	}
	if (shown && shown < open)
		strbuf_addf(out, "  and %zu more under its headings\n",
			    open - shown);
}

static void add_head(struct strbuf *out, const struct dossier *d,
		     const struct context *ctx)
{
	add_family(out, d, ctx);
	add_studied(out, d, ctx);
	add_kinds(out, d, ctx);
	add_related(out, d, ctx);
	add_open(out, d, ctx);
	disagreements_view(out, d, ctx);
}

int dossier_view(struct strbuf *out, const struct dossier *d,
		 const struct dossier_filter *f, const struct context *ctx,
		 struct error *err)
{
	struct outline outline = OUTLINE_INIT(out, ctx);

	outline.marked = true;
	add_title(out, d, f, ctx);
	if (!f->by_kind)
		add_head(out, d, ctx);
	strbuf_addch(out, '\n');
	for (size_t i = 0; i < d->count; i++) {
		const struct found *found = &d->items[i];

		if (!dossier_shows(f, found))
			continue;
		outline_add(&outline, found->passage,
			    strcmp(found->topic, d->topic.id) ? found->topic
							      : NULL);
		if (report_some(out, err))
			return -1;
	}
	return 0;
}
