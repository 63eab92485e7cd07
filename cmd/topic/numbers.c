/* SPDX-License-Identifier: MIT */
/* The numbers noted on a topic, and where two notes disagree. */
#include <string.h>

#include "cmd/terminal/present.h"
#include "cmd/topic/dossier.h"
#include "core/base/date.h"
#include "core/base/strset.h"
#include "core/text/unicode.h"

#define QUANTITY_WIDEST 24	/* of their column; longer ones are alone */
#define DISAGREEMENTS_MOST 20

static const char *bound_sign(enum quantity_bound bound)
{
	static const char *const signs[] = {
		[QUANTITY_EXACT] = "",	   [QUANTITY_MOST] = "<= ",
		[QUANTITY_LEAST] = ">= ",  [QUANTITY_DEFAULT] = "default ",
	};

	return signs[bound];
}

/* "[log/…:12]", and where else it is said word for word. */
static void add_places(struct strbuf *out, const struct dossier *d,
		       const struct dossier_number *n, bool all)
{
	size_t passage = n->passage;

	strbuf_addch(out, '[');
	add_place(out, d->items[passage].passage);
	while (all && n->again) {
		n = &d->numbers.items[n->again];
		if (n->passage == passage)
			continue;
		passage = n->passage;
		strbuf_addstr(out, ", ");
		add_place(out, d->items[passage].passage);
	}
	strbuf_addch(out, ']');
}

static void add_quantity(struct strbuf *out, const struct quantity *q)
{
	strbuf_addstr(out, bound_sign(q->bound));
	strbuf_addslice(out, q->text);
}

/* Of the column of quantities. */
static size_t quantity_width(const struct dossier *d)
{
	size_t widest = 0;

	for (size_t i = 0; i < d->numbers.count; i++) {
		AUTO(strbuf) text = STRBUF_INIT;
		size_t width;

		add_quantity(&text, &d->numbers.items[i].quantity);
		width = unicode_width(strbuf_slice(&text));
		if (width > widest && width <= QUANTITY_WIDEST)
			widest = width;
	}
	return widest;
}

/* "  15 mins  Lambda times out in 15 mins  [log/…:12]"; the text is beneath a
 * quantity that is too long for the column. */
static void add_number(struct strbuf *out, const struct dossier *d,
		       const struct dossier_number *n, bool all_places,
		       size_t column, const struct context *ctx)
{
	AUTO(strbuf) quantity = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	size_t width;

	add_quantity(&quantity, &n->quantity);
	width = unicode_width(strbuf_slice(&quantity));
	strbuf_addstr(out, "  ");
	style_add(out, ctx, STYLE_BOLD, strbuf_slice(&quantity));
	if (width > column && ctx->terminal) {
		strbuf_addch(out, '\n');
		strbuf_addblanks(out, column + 4);
	} else {
		strbuf_addblanks(out, (width < column ? column - width : 0) + 2);
	}
	strbuf_addf(&text, "%s%.*s%s  ", n->cut_before ? "…" : "",
		    (int)n->sentence.len, n->sentence.s,
		    n->cut_behind ? "…" : "");
	add_places(&text, d, n, all_places);
	present_hanging(out, ctx, strbuf_slice(&text), (unsigned)column + 4);
}

static void begin_group(struct strbuf *out, const struct quantity *q,
			const struct context *ctx)
{
	const char *name = dossier_group(q);

	strbuf_addch(out, '\n');
	style_add(out, ctx, STYLE_BOLD, str_of(name));
	strbuf_addch(out, '\n');
}

/* "Amazon SQS: 16 numbers in 11 passages": a dossier counts the latter. */
static void add_counts(struct strbuf *out, const struct dossier *d,
		       const struct context *ctx)
{
	AUTO(strset) passages = STRSET_INIT;
	size_t numbers = 0;

	for (size_t i = 0; i < d->numbers.count; i++) {
		const struct dossier_number *n = &d->numbers.items[i];

		numbers += !n->repeated;
		strset_put(&passages,
			   (struct str){ (const char *)&n->passage,
					 sizeof(n->passage) }, i);
	}
	style_add(out, ctx, STYLE_BOLD, str_of(d->topic.name));
	strbuf_addstr(out, ": ");
	present_count(out, numbers, "number", "numbers");
	strbuf_addstr(out, " in ");
	present_count(out, passages.count, "passage", "passages");
	strbuf_addch(out, '\n');
}

void numbers_view(struct strbuf *out, const struct dossier *d,
		  const struct context *ctx)
{
	const struct dossier_numbers *n = &d->numbers;
	size_t column = quantity_width(d);
	const char *group = "";

	add_counts(out, d, ctx);
	disagreements_view(out, d, ctx);
	for (size_t i = 0; i < n->count; i++) {
		const struct quantity *q = &n->items[i].quantity;

		if (n->items[i].repeated)
			continue;
		if (strcmp(dossier_group(q), group))
			begin_group(out, q, ctx);
		group = dossier_group(q);
		add_number(out, d, &n->items[i], true, column, ctx);
	}
}

void disagreements_view(struct strbuf *out, const struct dossier *d,
			const struct context *ctx)
{
	const struct dossier_disagreements *all = &d->disagreements;
	size_t column = quantity_width(d);

	if (!all->count)
		return;
	strbuf_addch(out, '\n');
	style_add(out, ctx, STYLE_BAD, STR("These notes disagree"));
	strbuf_addch(out, '\n');
	for (size_t i = 0; i < all->count && i < DISAGREEMENTS_MOST; i++) {
		if (i)
			strbuf_addch(out, '\n');
		add_number(out, d, &d->numbers.items[all->items[i].a],
			   false, column, ctx);
		add_number(out, d, &d->numbers.items[all->items[i].b],
			   false, column, ctx);
	}
	if (all->count > DISAGREEMENTS_MOST)
		strbuf_addf(out, "  and %zu more: --json\n",
			    all->count - DISAGREEMENTS_MOST);
}
