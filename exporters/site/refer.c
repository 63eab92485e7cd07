/* SPDX-License-Identifier: MIT */
/* Finding the files that the texts of the site refer to. */
#include "core/text/markdown.h"
#include "exporters/site/facts.h"
#include "exporters/site/site.h"

/*
 * A text is rendered to see what it refers to, and forgotten: so exactly what
 * its page will show is copied, and nothing that stands in code or is private.
 */
static void collect(struct site *s, struct str body, const char *dir)
{
	struct site_resolver resolver = { s->view, "", dir, &s->files };
	const struct markdown_options options = {
		.resolve = site_resolve,
		.resolve_wiki = site_resolve_wiki,
		.image = site_image,
		.arg = &resolver,
	};

	if (!site_has_files(body))
		return;
	strbuf_reset(&s->body);
	markdown_render(body, &options, &s->body);
}

/*
 * Before any page, for two reasons: a page can then be left as it is without
 * its files being lost, and one that cannot be written ends the export.
 */
int site_draw_files(struct site *s, struct error *err)
{
	const struct site_view *v = s->view;

	if (!s->host)
		return 0;
	for (size_t i = 0; i < v->nentries; i++)
		if (v->entries[i].facts->has_files)
			collect(s, site_entry_text(s, &v->entries[i]),
				v->entries[i].dir);
	for (size_t i = 0; i < v->nnotes; i++)
		collect(s, v->notes[i].body, v->notes[i].dir);
	if (!s->files.has_failed)
		return 0;
	*err = s->files.failure;
	return -1;
}
