/* SPDX-License-Identifier: MIT */
/* Taking the notes of a journal into the public view, and what names them. */
#include "exporters/site/public_notes.h"

#include <string.h>

#include "core/base/path.h"
#include "core/model/document.h"
#include "core/model/secret.h"
#include "core/text/frontmatter.h"
#include "exporters/site/links.h"
#include "exporters/site/public_secrets.h"
#include "exporters/site/site.h"

struct taker {
	struct site_view *view;
	const struct snapshot *s;
	struct passage_filter *passages;
	struct left_out *left_out;
	struct strset names;	/* files of the folder of notes that are taken */
	struct arena *mem;
};

/* Take a note apart; false when it must not be shown.  What front matter says of
 * privacy has been heard: document_parse(). */
static bool split_note(struct taker *t, const struct snapshot_note *n,
		       struct left_out_document *doc, struct str *front)
{
	struct str body = frontmatter_body(n->text);

	*doc = (struct left_out_document){
		.path = n->path,
		.front = str_upto(n->text, n->text.len - body.len),
		.body = body,
		.private_sections = t->s->settings->private_sections,
	};
	return left_out_filter_front(t->left_out, doc, front, t->mem);
}

/* The last heading of each part; only what is shown has any. */
static void call_note(struct taker *t, const struct snapshot_note *n,
		      struct site_note *shown,
		      const struct document *public)
{
	const char **headings = arena_alloc(t->mem, (shown->nparts + 1) *
							    sizeof(*headings));
	struct link_document called = {
		.path = n->path,
		.title = shown->title,
		.headings = headings,
		.aliases = public->aliases,
		.naliases = public->naliases,
	};

	for (size_t i = 0; i < shown->nparts; i++) {
		const struct part *p = &shown->parts[i];

		if (p->nheadings)
			headings[called.nheadings++] =
				p->headings[p->nheadings - 1];
	}
	shown->called = called;
}

static struct str first_heading(const struct document *doc)
{
	for (size_t i = 0; i < doc->npassages; i++)
		if (doc->passages[i].kind == PASSAGE_HEADING)
			return doc->passages[i].text;
	return STR("");
}

static bool name_tells(const struct snapshot_note *n, struct str words)
{
	AUTO(strbuf) name = STRBUF_INIT;
	AUTO(strbuf) slug = STRBUF_INIT;

	path_add_slug(&name, path_basename(str_of(n->id)));
	path_add_slug(&slug, words);
	return strstr(name.buf, slug.buf) || strstr(slug.buf, name.buf);
}

/* A file is often named after its title, or its first heading: if that is
 * private, so is the name. */
static bool name_tells_title(const struct snapshot_note *n,
			     const struct document *whole,
			     const struct document *public)
{
	struct str heading = first_heading(whole);

	if (!whole->title_is_name && (public->title_is_name ||
				      strcmp(whole->title, public->title) != 0))
		return name_tells(n, str_of(whole->title));
	return heading.len && !str_eq(heading, first_heading(public)) &&
	       name_tells(n, heading);
}

/* notes/about.md is what the page about the log says. */
static bool is_about(const struct site_note *n)
{
	return !strcmp(n->file, "about.html") && !strcmp(n->dir, "notes");
}

static void name_note(struct taker *t, struct site_note *out)
{
	out->file = site_file_name(&t->names, str_of(out->id), t->mem);
	if (is_about(out))
		out->file = "../about.html";
}

static const char *excerpt_of(const struct document *public, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	site_add_document_excerpt(&out, public, NULL, SITE_EXCERPT);
	return arena_strndup(mem, out.buf, out.len);
}

static void put_note(struct taker *t, size_t number, struct str body,
		     const struct document *whole,
		     const struct document *public,
		     const struct public_text *left)
{
	struct site_view *v = t->view;
	const struct snapshot_note *n = &t->s->notes[number];
	struct site_note *out = &v->notes[v->nnotes];
	bool unnamed = name_tells_title(n, whole, public);

	*out = (struct site_note){
		.dir = arena_str(t->mem, path_dirname(str_of(n->path))).s,
		.title = unnamed && public->title_is_name ? "Note" :
							   public->title,
		.path = n->path,
		.number = t->s->nentries + number,
		.sum = n->sum,
		.is_plan = n->kind == DOCUMENT_PLAN,
		.day = public->day,
		.body = body,
		.left = left,
		.excerpt = excerpt_of(public, t->mem),
		.parts = public->parts,
		.nparts = public->nparts,
	};
	/* Names of ASCII come first, so that none of them depends on others. */
	out->id = unnamed ? "note" : n->id;
	if (site_is_ascii(str_of(out->id)))
		name_note(t, out);
	call_note(t, n, out, public);
	public_names_add_note(&t->passages->names, public, t->mem);
	v->nnotes++;
}

/* False: all of it is private. */
static bool add_note(struct taker *t, size_t number)
{
	const struct snapshot_note *n = &t->s->notes[number];
	struct left_out_document doc;
	const struct document *public;
	struct document whole;
	const struct left_out_place *places = NULL;
	struct public_text *left = NULL;
	size_t first_place = t->left_out->nplaces, nplaces;
	struct str front, body;

	document_parse(&whole, n->path, n->text, t->mem);
	if (whole.private || !split_note(t, n, &doc, &front)) {
		left_out_add(t->left_out, n->path,
			     &(struct private_place){ .kind = PRIVATE_NOTE });
		return false;
	}
	body = left_out_filter(t->left_out, &doc, t->mem);
	nplaces = t->left_out->nplaces - first_place;
	if (nplaces)
		places = t->left_out->places + first_place;
	if (nplaces || whole.open_comment) {
		left = arena_alloc(t->mem, sizeof(*left));
		public_text_read(left, &doc, front, body, t->mem);
	}
	passage_filter_note(t->passages, number, &whole, left, places, nplaces,
			    t->mem);
	public = left ? &left->doc : &whole;
	left_out_scan(t->left_out, &doc, str_of(public->title));
	site_scan_path(t->left_out, n->path);
	put_note(t, number, secret_without_marks(body, t->mem), &whole, public,
		 left);
	return true;
}

void site_take_notes(struct site_view *view, struct passage_filter *passages,
		     struct left_out *left_out, size_t *shown)
{
	struct taker t = {
		.view = view,
		.s = view->snapshot,
		.passages = passages,
		.left_out = left_out,
		.names = STRSET_INIT,
		.mem = view->mem,
	};

	view->notes = arena_alloc(t.mem, (t.s->nnotes + 1) *
						 sizeof(*view->notes));
	for (size_t i = 0; i < t.s->nnotes; i++) {
		size_t place = view->nnotes;

		shown[i] = add_note(&t, i) ? place : SITE_NOT_SHOWN;
	}
	for (size_t i = 0; i < view->nnotes; i++)
		if (!view->notes[i].file)
			name_note(&t, &view->notes[i]);
	strset_release(&t.names);
}
