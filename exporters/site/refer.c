/* SPDX-License-Identifier: MIT */
/* Finding the files that the texts of the site refer to. */
#include "core/model/document.h"
#include "core/text/markdown.h"
#include "exporters/site/facts.h"
#include "exporters/site/site.h"

#define TAG_SHOWN 80	/* bytes */
#define LOOKED_AGAIN 50	/* times */

/* --- what is not shown --- */

/*
 * Where the last was found.  They mostly come in the order of the text, which
 * is then read once for all of them; how often it is read again is limited.
 */
struct looking {
	const struct document *doc;
	struct str file;
	size_t link;		/* of doc->links, the next to look at */
	size_t at;		/* byte of the file, likewise */
	unsigned line;		/* that is in this line */
	unsigned again;		/* so often it may be read again */
};

static bool may_look_again(struct looking *l)
{
	return l->again && l->again--;
}

static bool find_link(struct looking *l, size_t from, const char *url)
{
	for (size_t i = from; i < l->doc->nlinks; i++) {
		if (l->doc->links[i].kind != LINK_IMAGE ||
		    !str_is(l->doc->links[i].target, url))
			continue;
		l->link = i + 1;
		return true;
	}
	return false;
}

static unsigned line_of_image(struct looking *l, const char *url)
{
	if (!l->again ||
	    (!find_link(l, l->link, url) &&
	     !(may_look_again(l) && find_link(l, 0, url))))
		return 0;
	return l->doc->links[l->link - 1].line;
}

static bool find_tag(struct looking *l, size_t from, const char *tag)
{
	size_t at = from + str_find_str(str_from(l->file, from), str_of(tag));

	if (at == l->file.len)
		return false;
	if (!from)
		l->line = 1;
	for (; from < at; from++)
		l->line += l->file.s[from] == '\n';
	l->at = at;
	return true;
}

static unsigned line_of_tag(struct looking *l, const char *tag)
{
	if (!l->again ||
	    (!find_tag(l, l->at, tag) &&
	     !(may_look_again(l) && find_tag(l, 0, tag))))
		return 0;
	return l->line;
}

/* A tag may span lines; it is told in one, as far as that says which it is. */
static void add_tag(struct strbuf *out, struct str tag)
{
	size_t start = out->len;

	strbuf_addslice(out, tag);
	for (size_t i = start; i < out->len; i++)
		if ((unsigned char)out->buf[i] < ' ')
			out->buf[i] = ' ';
	site_cut_at_word(out, start, TAG_SHOWN);
}

static void tell(struct site *s, const char *path, unsigned line,
		 const struct site_missed *missed)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&text, path);
	if (line)
		strbuf_addf(&text, ":%u", line);
	if (missed->why) {
		strbuf_addf(&text, ": the image '%.200s' is not shown: %s",
			    missed->url, missed->why);
	} else {
		strbuf_addstr(&text, ": '");
		add_tag(&text, str_of(missed->url));
		strbuf_addstr(&text, "' is not shown: a site has the text of "
				     "raw HTML, its links and its images");
	}
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
	struct looking l = { .doc = &doc, .line = 1, .again = LOOKED_AGAIN };

	if (!s->files.nmissed)
		return;
	if (!from->source->text(from->source, number, &file, &ignored))
		document_parse(&doc, path, strbuf_slice(&file), &mem);
	l.file = strbuf_slice(&file);
	for (size_t i = 0; i < s->files.nmissed; i++) {
		const struct site_missed *m = &s->files.missed[i];

		tell(s, path, m->why ? line_of_image(&l, m->url) :
				       line_of_tag(&l, m->url), m);
	}
	s->files.nmissed = 0;
}

/* --- what is referred to --- */

static void drop(void *arg, struct str tag)
{
	struct site_resolver *r = arg;

	site_files_drop(r->files, tag);
}

/*
 * A text is rendered to see what it refers to, and forgotten: so exactly what
 * its page will show is copied, and nothing that stands in code or is private.
 */
static void collect(struct site *s, struct str body, const char *dir,
		    struct str beside, size_t number, bool plain)
{
	struct site_resolver resolver = { s->view, "", dir, &s->files, beside,
					  0 };
	const struct markdown_options options = {
		.resolve = site_resolve,
		.resolve_wiki = site_resolve_wiki,
		.image = site_image,
		.dropped = drop,
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
				v->entries[i].dir,
				site_facts_text(v->entries[i].facts,
						SITE_FACTS_BESIDE),
				v->entries[i].number, false);
	for (size_t i = 0; i < v->nnotes; i++)
		collect(s, v->notes[i].body, v->notes[i].dir, STR_NONE,
			v->notes[i].number,
			!document_has_html(v->notes[i].path));
	site_files_tell_unfetched(&s->files);
	if (!s->files.has_failed)
		return 0;
	*err = s->files.failure;
	return -1;
}
