/* SPDX-License-Identifier: MIT */
/* Finding what links to a day or a note. */
#include "exporters/site/backlinks.h"

#include <stdlib.h>

#include "core/model/document.h"
#include "core/text/markdown.h"
#include "exporters/site/facts.h"
#include "exporters/site/site.h"

/* Most texts have links to other sites alone, and need not be read again. */
static bool may_link(struct str text)
{
	struct str rest = text;

	if (str_find_str(text, STR("[[")) < text.len ||
	    str_find_str(text, STR("]:")) < text.len ||
	    str_has_nocase(text, "href"))
		return true;
	for (;;) {
		size_t at = str_find_str(rest, STR("]("));

		if (at == rest.len)
			return false;
		rest = str_from(rest, at + 2);
		if (!str_starts_nocase(rest, "http") && !str_starts(rest, "#"))
			return true;
	}
}

static bool is_known(const struct site_backlinks *b, size_t first, size_t to)
{
	for (size_t i = first; i < b->count; i++)
		if (b->links[i].to == to)
			return true;
	return false;
}

static struct str passage_of(const struct document *doc, const struct link *l,
			     struct arena *mem)
{
	if (l->passage < 0 || (size_t)l->passage >= doc->npassages)
		return STR("");
	return arena_str(mem, doc->passages[l->passage].text);
}

/* Of a line; empty: there is none. */
static struct str passage_at(const struct document *doc, unsigned line,
			     struct arena *mem)
{
	for (size_t i = 0; i < doc->npassages; i++)
		if (doc->passages[i].line <= line &&
		    line <= doc->passages[i].last_line)
			return arena_str(mem, doc->passages[i].text);
	return STR("");
}

/* Links of one document while they are gathered, from the `first`. */
struct gathering {
	struct site_backlinks *b;
	const struct site_view *v;
	size_t from, first;
};

static void add(struct gathering *g, size_t to, struct str text)
{
	struct site_backlinks *b = g->b;

	XGROW(b->links, b->count, b->cap);
	b->links[b->count++] = (struct site_backlink){
		.to = to, .from = g->from, .text = text,
	};
}

static bool is_wanted(const struct gathering *g, size_t to)
{
	return to != g->from && !is_known(g->b, g->first, to);
}

/* Of the days of a log, "#day-3" is one that a document by itself has not. */
static void add_days(struct gathering *g, const struct document *doc,
		     struct str text, struct arena *mem)
{
	const struct site_view *v = g->v;
	const struct site_entry *e = &v->entries[g->from];
	struct str beside = site_facts_text(e->facts, SITE_FACTS_BESIDE);
	size_t log = site_log_of(v, e), to;
	struct markdown_blocks all;

	if (!log)
		return;
	all = markdown_blocks_as(text, (struct markdown_reading){
					       .open_hides = true }, mem);
	for (size_t i = 0; i < all.nlinks; i++) {
		const struct markdown_link *l = &all.links[i];

		if (site_find_day(v, log, beside, str_trim(l->url), &to) &&
		    is_wanted(g, to))
			add(g, to, passage_at(doc, l->line, v->mem));
	}
}

static void add_links(struct site_backlinks *b, const struct site_view *v,
		      const char *path, struct str body, size_t from)
{
	struct gathering g = { b, v, from, b->count };
	AUTO(arena) mem = ARENA_INIT;
	struct str text = site_without_comments(body, &mem);
	struct document doc;

	document_parse_shown(&doc, path, text, &mem);
	for (size_t i = 0; i < doc.nlinks; i++) {
		size_t to;

		if (site_find_linked(v, path, &doc.links[i], &to) &&
		    is_wanted(&g, to))
			add(&g, to, passage_of(&doc, &doc.links[i], v->mem));
	}
	if (from < v->nentries)
		add_days(&g, &doc, text, &mem);
}

static int compare_links(const void *a, const void *b)
{
	const struct site_backlink *x = a, *y = b;

	if (x->to != y->to)
		return x->to < y->to ? -1 : 1;
	return (x->from > y->from) - (x->from < y->from);
}

/* The texts of entries without such links are not read. */
static int find_in_entry(struct site_backlinks *b, const struct site_view *v,
			 size_t number, struct error *err)
{
	const struct site_entry *e = &v->entries[number];
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) path = STRBUF_INIT;
	struct str front, body;

	if (!site_facts_text(e->facts, SITE_FACTS_LINKS).len)
		return 0;
	if (site_read_body(v->snapshot, e->number, &file, &mem, &front, &body,
			   err))
		return -1;
	strbuf_addf(&path, "%s/text.md", e->dir);
	add_links(b, v, path.buf, body, number);
	return 0;
}

static void find_in_note(struct site_backlinks *b, const struct site_view *v,
			 size_t number)
{
	const struct site_note *n = &v->notes[number];
	AUTO(strbuf) path = STRBUF_INIT;

	if (!n->body.len || !may_link(n->body))
		return;
	strbuf_addf(&path, "%s/text.md", n->dir);
	add_links(b, v, path.buf, n->body, v->nentries + number);
}

int site_backlinks_find(struct site_backlinks *b, const struct site_view *v,
			struct error *err)
{
	for (size_t i = 0; i < v->nentries; i++)
		if (find_in_entry(b, v, i, err))
			return -1;
	for (size_t i = 0; i < v->nnotes; i++)
		find_in_note(b, v, i);
	if (b->count)
		qsort(b->links, b->count, sizeof(*b->links), compare_links);
	return 0;
}

void site_backlinks_release(struct site_backlinks *b)
{
	free(b->links);
	*b = (struct site_backlinks)SITE_BACKLINKS_INIT;
}

const struct site_backlink *site_backlinks_to(const struct site_backlinks *b,
					      size_t to, size_t *count)
{
	size_t low = 0, high = b->count;

	*count = 0;
	if (!b->count)
		return NULL;
	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (b->links[middle].to < to)
			low = middle + 1;
		else
			high = middle;
	}
	while (low + *count < b->count && b->links[low + *count].to == to)
		++*count;
	return b->links + low;
}
