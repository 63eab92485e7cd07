/* SPDX-License-Identifier: MIT */
/* Finding the files that the texts of the site refer to. */
#include "core/model/document.h"
#include "core/text/markdown.h"
#include "exporters/site/facts.h"
#include "exporters/site/site.h"

/* --- images that are not there --- */

static unsigned line_of(const struct document *doc, const char *url)
{
	for (size_t i = 0; i < doc->nlinks; i++)
		if (doc->links[i].kind == LINK_IMAGE &&
		    str_is(doc->links[i].target, url))
			return doc->links[i].line;
	return 0;
}

static void tell(struct site *s, const char *path, unsigned line,
		 const struct site_missed *missed)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&text, path);
	if (line)
		strbuf_addf(&text, ":%u", line);
	strbuf_addf(&text, ": the image '%.200s' is not shown: %s",
		    missed->url, missed->why);
	if (s->host->warn)
		s->host->warn(s->host->arg, text.buf);
}

/* The lines are those of the whole file: `number` is of the snapshot. */
static void tell_missed(struct site *s, size_t number)
{
	const struct snapshot *from = s->view->snapshot;
	bool is_entry = number < from->nentries;
	const char *path = is_entry ?
				   from->files[number].path :
				   from->notes[number - from->nentries].path;
	struct error ignored = ERROR_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct document doc = { .nlinks = 0 };

	if (!s->files.nmissed)
		return;
	if (!from->source->text(from->source, path, &file, &ignored))
		document_parse(&doc, path, strbuf_slice(&file), &mem);
	for (size_t i = 0; i < s->files.nmissed; i++)
		tell(s, path, line_of(&doc, s->files.missed[i].url),
		     &s->files.missed[i]);
	s->files.nmissed = 0;
}

/* --- what is referred to --- */

/*
 * A text is rendered to see what it refers to, and forgotten: so exactly what
 * its page will show is copied, and nothing that stands in code or is private.
 */
static void collect(struct site *s, struct str body, const char *dir,
		    size_t number, bool plain)
{
	struct site_resolver resolver = { s->view, "", dir, &s->files };
	const struct markdown_options options = {
		.resolve = site_resolve,
		.resolve_wiki = site_resolve_wiki,
		.image = site_image,
		.plain = plain,
		.arg = &resolver,
	};

	if (!site_has_files(body))
		return;
	strbuf_reset(&s->body);
	markdown_render(body, &options, &s->body);
	tell_missed(s, number);
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
				v->entries[i].dir, v->entries[i].number, false);
	for (size_t i = 0; i < v->nnotes; i++)
		collect(s, v->notes[i].body, v->notes[i].dir,
			v->notes[i].number,
			!document_has_html(v->notes[i].path));
	if (!s->files.has_failed)
		return 0;
	*err = s->files.failure;
	return -1;
}
