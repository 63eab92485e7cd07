/* SPDX-License-Identifier: MIT */
/* Any bytes as a note: its links are in it, and lead somewhere or nowhere. */
#include <stdint.h>

#include "core/model/document.h"
#include "core/model/link_names.h"

static struct link_document document_of(const struct document *doc,
					struct arena *mem)
{
	const char **headings = arena_alloc(mem, (doc->npassages + 1) *
							 sizeof(*headings));
	struct link_document out = {
		.path = doc->path,
		.title = doc->title,
		.aliases = doc->aliases,
		.naliases = doc->naliases,
		.headings = headings,
	};

	for (size_t i = 0; i < doc->npassages; i++)
		if (doc->passages[i].kind == PASSAGE_HEADING)
			headings[out.nheadings++] =
				arena_str(mem, doc->passages[i].text).s;
	return out;
}

static void check_place(const struct document *doc, const struct link *l)
{
	if (l->line < 1 || !l->target.len || (size_t)l->part >= doc->nparts)
		abort();
	if (l->passage < 0)
		return;
	if ((size_t)l->passage >= doc->npassages ||
	    doc->passages[l->passage].line > l->line ||
	    doc->passages[l->passage].last_line < l->line ||
	    doc->passages[l->passage].part != l->part)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(link_names) names = LINK_NAMES_INIT;
	struct link_document called;
	struct document doc;

	if (size > 20000)
		return 0;
	document_parse(&doc, "notes/a/n.md",
		       (struct str){ (const char *)data, size }, &mem);
	called = document_of(&doc, &mem);
	link_names_add(&names, &called);
	for (size_t i = 0; i < doc.nlinks; i++) {
		const struct link *l = &doc.links[i];
		struct link_found f = link_find(&names, doc.path, l);

		check_place(&doc, l);
		if (f.end == LINK_TO_DOCUMENT && f.document)
			abort();
	}
	return 0;
}
