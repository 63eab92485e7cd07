/* SPDX-License-Identifier: MIT */
/* The numbers noted on a topic, and where two notes disagree. */
#include <string.h>

#include "cmd/terminal/present.h"
#include "cmd/topic/dossier.h"
#include "core/base/date.h"
#include "core/text/unicode.h"

#define QUANTITY_WIDTH 18
#define DISAGREEMENTS_MOST 20

static const char *bound_sign(enum quantity_bound bound)
{
	static const char *const signs[] = {
		[QUANTITY_EXACT] = "",	   [QUANTITY_MOST] = "<= ",
		[QUANTITY_LEAST] = ">= ",  [QUANTITY_DEFAULT] = "default ",
	};

	return signs[bound];
}

/* "  15 mins           Lambda times out in 15 mins  [log/…:12]" */
static void add_number(struct strbuf *out, const struct dossier *d,
		       const struct dossier_number *n,
		       const struct context *ctx)
{
	AUTO(strbuf) quantity = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	size_t width;

	strbuf_addstr(&quantity, bound_sign(n->quantity.bound));
	strbuf_addslice(&quantity, n->quantity.text);
	width = unicode_width(strbuf_slice(&quantity));
	strbuf_addstr(out, "  ");
	style_add(out, ctx, STYLE_BOLD, strbuf_slice(&quantity));
	strbuf_addf(out, "%*s", width < QUANTITY_WIDTH
					? (int)(QUANTITY_WIDTH - width)
					: 1, "");
	strbuf_addslice(&text, n->sentence);
	strbuf_addstr(&text, "  [");
	add_place(&text, d->items[n->passage].passage);
	strbuf_addch(&text, ']');
	present_hanging(out, ctx, strbuf_slice(&text), 2 + QUANTITY_WIDTH);
}

static void begin_group(struct strbuf *out, const struct quantity *q,
			const struct context *ctx)
{
	const char *name = dossier_group(q);

	strbuf_addch(out, '\n');
	style_add(out, ctx, STYLE_BOLD, str_of(name));
	strbuf_addch(out, '\n');
}

void numbers_view(struct strbuf *out, const struct dossier *d,
		  const struct context *ctx)
{
	const struct dossier_numbers *n = &d->numbers;

	style_add(out, ctx, STYLE_BOLD, str_of(d->topic.name));
	strbuf_addstr(out, ": ");
	present_count(out, n->count, "number", "numbers");
	strbuf_addch(out, '\n');
	disagreements_view(out, d, ctx);
	for (size_t i = 0; i < n->count; i++) {
		const struct quantity *q = &n->items[i].quantity;

		if (!i || strcmp(dossier_group(q),
				 dossier_group(&n->items[i - 1].quantity)))
			begin_group(out, q, ctx);
		add_number(out, d, &n->items[i], ctx);
	}
}

void disagreements_view(struct strbuf *out, const struct dossier *d,
			const struct context *ctx)
{
	const struct dossier_disagreements *all = &d->disagreements;

	if (!all->count)
		return;
	strbuf_addch(out, '\n');
	style_add(out, ctx, STYLE_BAD, STR("These notes disagree"));
	strbuf_addch(out, '\n');
	for (size_t i = 0; i < all->count && i < DISAGREEMENTS_MOST; i++) {
		if (i)
			strbuf_addch(out, '\n');
		add_number(out, d, &d->numbers.items[all->items[i].a], ctx);
		add_number(out, d, &d->numbers.items[all->items[i].b], ctx);
	}
	if (all->count > DISAGREEMENTS_MOST)
		strbuf_addf(out, "  and %zu more: --json\n",
			    all->count - DISAGREEMENTS_MOST);
}
