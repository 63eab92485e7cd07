/* SPDX-License-Identifier: MIT */
/* Every link of a document, and the passage that it is in. */
#include "core/model/document_links.h"

#include <stdlib.h>
#include <string.h>

#include "core/text/raw_links.h"
#include "core/text/wikilink.h"

struct gathered {
	struct link *links;
	size_t count, cap;
};

static void gathered_release(struct gathered *g)
{
	free(g->links);
}

static void add(struct gathered *g, struct link link)
{
	link.part = link.passage = -1;
	XGROW(g->links, g->count, g->cap);
	g->links[g->count++] = link;
}

static void add_urls(struct gathered *g, const struct markdown_blocks *all,
		     unsigned before)
{
	for (size_t i = 0; i < all->nlinks; i++) {
		const struct markdown_link *l = &all->links[i];
		struct str url = str_trim(l->url);

		if (!url.len || str_starts(url, "#"))
			continue;
		add(g, (struct link){
			       .kind = link_kind_of_url(url, l->image),
			       .line = before + l->line,
			       .target = url,
			       .text = str_trim(l->text),
		       });
	}
}

static void add_wikilinks(struct gathered *g, const struct markdown_block *b,
			  unsigned before)
{
	struct wikilink_walk walk = { .rest = b->raw };
	struct wikilink w;

	while (wikilink_next(&walk, &w))
		add(g, (struct link){
			       .kind = link_kind_of_wiki(w.target, w.embed),
			       .wiki = true,
			       .line = before + b->line - 1 + w.line,
			       .target = w.name,
			       .text = w.alias.s ? w.alias : STR(""),
		       });
}

static void add_all_wikilinks(struct gathered *g,
			      const struct markdown_blocks *all,
			      unsigned before)
{
	const struct str brackets = STR("[[");

	for (size_t i = 0; i < all->count; i++) {
		const struct markdown_block *b = &all->blocks[i];

		if (b->kind != MARKDOWN_CODE && b->kind != MARKDOWN_HTML &&
		    str_find_str(b->raw, brackets) < b->raw.len)
			add_wikilinks(g, b, before);
	}
}

/* By line; what is on one line stays as it was found. */
static int by_line(const void *a, const void *b)
{
	const struct link *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->passage > y->passage) - (x->passage < y->passage);
}

static void sort(struct gathered *g)
{
	/* qsort keeps no order of equals; the number is put where it will. */
	for (size_t i = 0; i < g->count; i++)
		g->links[i].passage = (int)i;
	if (g->count)
		qsort(g->links, g->count, sizeof(*g->links), by_line);
}

static bool has_link(const struct passage *p, struct str target,
		     struct str text, bool by_target)
{
	if (by_target)
		return str_find_str(p->cell->raw, target) < p->cell->raw.len;
	return text.len && str_find_str(p->text, text) < p->text.len;
}

size_t passages_find_cell(const struct passage *all, size_t count, size_t first,
			  unsigned line, struct str target, struct str text)
{
	for (int by_target = 1; by_target >= 0; by_target--)
		for (size_t i = first; i < count && all[i].cell &&
				       all[i].line <= line; i++)
			if (all[i].last_line >= line &&
			    has_link(&all[i], target, text, by_target))
				return i;
	return first;
}

/* Of the passages that begin before or on a line, the last one: which cell of
 * its row has the link? */
static size_t in_row(const struct document *doc, size_t last,
		     const struct link *l)
{
	const struct passage *all = doc->passages;
	size_t first = last;

	while (first && all[first].cell && all[first - 1].cell &&
	       all[first - 1].last_line >= l->line)
		first--;
	return passages_find_cell(all, doc->npassages, first, l->line,
				  l->target, l->text);
}

/* Links, parts and passages all go down the file. */
static void place(struct gathered *g, const struct document *doc)
{
	size_t part = 0, next = 0;

	for (size_t i = 0; i < g->count; i++) {
		struct link *l = &g->links[i];
		const struct passage *p;

		while (part + 1 < doc->nparts &&
		       doc->parts[part + 1].line <= l->line)
			part++;
		while (next < doc->npassages &&
		       doc->passages[next].line <= l->line)
			next++;
		p = next ? &doc->passages[next - 1] : NULL;
		l->passage = p && l->line <= p->last_line ?
				     (int)in_row(doc, next - 1, l) : -1;
		l->part = l->passage >= 0 ? p->part : (int)part;
	}
}

static void keep(struct document *doc, const struct gathered *g,
		 struct arena *mem)
{
	size_t count = doc->nlinks + g->count;
	struct link *links = arena_alloc(mem, (count + 1) * sizeof(*links));

	if (g->count)
		memcpy(links, g->links, g->count * sizeof(*links));
	if (doc->nlinks)
		memcpy(links + g->count, doc->links,
		       doc->nlinks * sizeof(*links));
	doc->links = links;
	doc->nlinks = count;
}

void document_add_head_links(struct document *doc, struct str head,
			     struct arena *mem)
{
	const struct markdown_block block = { .line = 1, .raw = head };
	AUTO(gathered) g = { NULL, 0, 0 };
	struct str rest = head, line, url;

	if (str_find_str(head, STR("[[")) < head.len)
		add_wikilinks(&g, &block, 0);
	for (unsigned n = 1; (line = str_next_line(&rest)).s; n++)
		while (bare_url_next(&line, &url))
			add(&g, (struct link){ .kind = LINK_WEB, .line = n,
					       .target = url, .text = url });
	sort(&g);
	place(&g, doc);
	keep(doc, &g, mem);
}

void document_add_links(struct document *doc, const struct markdown_blocks *all,
			unsigned first_line, struct arena *mem)
{
	AUTO(gathered) g = { NULL, 0, 0 };

	add_urls(&g, all, first_line - 1);
	add_all_wikilinks(&g, all, first_line - 1);
	sort(&g);
	place(&g, doc);
	keep(doc, &g, mem);
}
