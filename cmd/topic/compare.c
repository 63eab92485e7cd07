/* SPDX-License-Identifier: MIT */
/* Two dossiers side by side. */
#include <stdlib.h>
#include <string.h>

#include "cmd/terminal/columns.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/table.h"
#include "cmd/topic/dossier.h"
#include "core/base/date.h"
#include "core/base/strset.h"

/* On a terminal, of a list and of a text; a pipe gets all. */
#define ITEMS_MOST 40
#define SHOWN_BYTES 300

static struct str passage_key(struct strbuf *key,
			      const struct index_passage *p)
{
	strbuf_reset(key);
	strbuf_addf(key, "%s:%u:%zu:", p->path, p->line, p->text.len);
	strbuf_addslice(key, str_upto(p->text, 64));
	return strbuf_slice(key);
}

static void collect_keys(struct strset *keys, const struct dossier *d)
{
	AUTO(strbuf) key = STRBUF_INIT;

	for (size_t i = 0; i < d->count; i++)
		strset_put(keys, passage_key(&key, d->items[i].passage), i);
}

size_t *compare_both(const struct dossier *a, const struct dossier *b,
		     struct arena *mem, size_t *count)
{
	size_t *out = arena_alloc(mem, (a->count + 1) * sizeof(*out));
	AUTO(strset) keys = STRSET_INIT;
	AUTO(strbuf) key = STRBUF_INIT;

	*count = 0;
	collect_keys(&keys, b);
	for (int apart = 1; apart >= 0; apart--)
		for (size_t i = 0; i < a->count; i++) {
			const struct index_passage *p = a->items[i].passage;

			if (dossier_tells_apart(p->text) == (apart != 0) &&
			    strset_has(&keys, passage_key(&key, p)))
				out[(*count)++] = i;
		}
	return out;
}

/* Items while they are gathered, in an arena. */
struct list {
	struct column_item *items;
	size_t count, cap, left;
	const struct context *ctx;
	struct arena *mem;
};

static void list_release(struct list *l)
{
	free(l->items);
}

static void add_line(struct list *l, struct str text, struct str place)
{
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = (struct column_item){ text, place };
}

/* Where a text is cut, a word has ended. */
static struct str shortened(struct str text, const struct context *ctx,
			    struct arena *mem)
{
	size_t cut = SHOWN_BYTES;

	if (!ctx->terminal || text.len <= SHOWN_BYTES)
		return text;
	while (cut && text.s[cut] != ' ' && text.s[cut] != '\n')
		cut--;
	if (!cut)
		return text;
	return str_of(arena_printf(mem, "%.*s %s", (int)cut, text.s,
				   ctx->utf8 ? "\xe2\x80\xa6" : "..."));
}

static void add_item(struct list *l, struct str text,
		     const struct index_passage *p)
{
	AUTO(strbuf) place = STRBUF_INIT;

	if (l->ctx->terminal && l->count == ITEMS_MOST) {
		l->left++;
		return;
	}
	add_place(&place, p);
	add_line(l, shortened(text, l->ctx, l->mem),
		 arena_str(l->mem, strbuf_slice(&place)));
}

static void end_list(struct list *l)
{
	if (l->left)
		add_line(l, str_of(arena_printf(l->mem, "and %zu more",
						l->left)), STR_NONE);
}

static void gather_kind(struct list *l, const struct dossier *d, unsigned bit)
{
	for (size_t i = 0; i < d->count; i++)
		if (dossier_is_kind(d->items[i].passage->traits, bit))
			add_item(l, d->items[i].passage->text,
				 d->items[i].passage);
	end_list(l);
}

static void gather_numbers(struct list *l, const struct dossier *d,
			   unsigned bit UNUSED)
{
	AUTO(strset) said = STRSET_INIT;

	for (size_t i = 0; i < d->numbers.count; i++) {
		const struct dossier_number *n = &d->numbers.items[i];

		/* A sentence stands there once, whatever numbers it has. */
		if (strset_has(&said, n->sentence))
			continue;
		strset_put(&said, n->sentence, i);
		add_item(l, n->sentence, d->items[n->passage].passage);
	}
	end_list(l);
}

static void gather_studied(struct list *l, const struct dossier *d,
			   unsigned bit UNUSED)
{
	const struct dossier_facts *f = &d->facts;
	AUTO(strbuf) counts = STRBUF_INIT;
	const char *days =
		f->first_day == DAY_NONE
			? "only in notes without a date"
			: arena_printf(l->mem, "first %s, last %s",
				       day_format(f->first_day).s,
				       day_format(f->last_day).s);

	add_line(l, str_of(days), STR_NONE);
	present_count(&counts, f->passages, "passage", "passages");
	strbuf_addstr(&counts, " in ");
	present_count(&counts, f->documents, "document", "documents");
	add_line(l, arena_str(l->mem, strbuf_slice(&counts)), STR_NONE);
}

static const struct section_view {
	const char *head;
	void (*gather)(struct list *l, const struct dossier *d, unsigned bit);
	unsigned bit;		/* of enum passage_trait */
} views[] = {
	{ "", gather_studied, 0 },
	{ "Definitions", gather_kind, 0 },
	{ "Numbers", gather_numbers, 1 },
	{ "Questions", gather_kind, 2 },
	{ "Holes", gather_kind, 4 },
};

static void add_section(struct strbuf *out, const struct section_view *v,
			const struct dossier *a, const struct dossier *b,
			const struct context *ctx)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(list) left = { .ctx = ctx, .mem = &mem };
	AUTO(list) right = { .ctx = ctx, .mem = &mem };
	struct column l, r;

	v->gather(&left, a, v->bit);
	v->gather(&right, b, v->bit);
	if (!left.count && !right.count)
		return;
	if (*v->head) {
		strbuf_addch(out, '\n');
		style_add(out, ctx, STYLE_BOLD, str_of(v->head));
		strbuf_addch(out, '\n');
	}
	l = (struct column){ a->topic.name, left.items, left.count };
	r = (struct column){ b->topic.name, right.items, right.count };
	columns_write(out, ctx, &l, &r);
}

static void add_both(struct strbuf *out, const struct dossier *a,
		     const struct dossier *b, const struct context *ctx)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(list) list = { .ctx = ctx, .mem = &mem };
	size_t count, *both = compare_both(a, b, &mem, &count);

	if (!count)
		return;
	strbuf_addch(out, '\n');
	style_add(out, ctx, STYLE_BOLD, STR("Named together"));
	strbuf_addch(out, '\n');
	for (size_t i = 0; i < count; i++)
		add_item(&list, a->items[both[i]].passage->text,
			 a->items[both[i]].passage);
	end_list(&list);
	columns_write_one(out, ctx, list.items, list.count, 0);
}

void compare_view(struct strbuf *out, const struct dossier *a,
		  const struct dossier *b, const struct context *ctx)
{
	add_section(out, &views[0], a, b, ctx);
	add_both(out, a, b, ctx);
	for (size_t i = 1; i < ARRAY_SIZE(views); i++)
		add_section(out, &views[i], a, b, ctx);
}
