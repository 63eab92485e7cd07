/* SPDX-License-Identifier: MIT */
/* A page for each note and plan, and an index of them. */
#include "exporters/site/site.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/document.h"
#include "core/text/markdown.h"

/* A note with fewer headings needs no table of contents. */
#define CONTENTS_MIN 3
#define CONTENTS_OPEN 40	/* and one with more is folded up */

/* --- anchors --- */

static void add_key(struct strbuf *key, size_t note, const char *const *headings,
		    size_t count)
{
	strbuf_reset(key);
	strbuf_addf(key, "%zu", note);
	for (size_t i = 0; i < count; i++) {
		strbuf_addch(key, '\x1f');
		strbuf_addstr(key, headings[i]);
	}
}

const char *site_note_anchor(const struct site *s, const struct site_passage *p)
{
	AUTO(strbuf) key = STRBUF_INIT;
	size_t at;

	if (!p->is_note || !p->nheadings)
		return NULL;
	add_key(&key, p->document, p->headings, p->nheadings);
	return strset_get(&s->anchors, strbuf_slice(&key), &at) ? s->ids[at] :
								  NULL;
}

/* Take the id of the next heading off the front of rendered Markdown, where a
 * '<' begins an element and nothing else. */
static struct str next_id(struct str *html)
{
	for (;;) {
		size_t at = str_find_str(*html, STR("<h"));
		struct str tag = str_from(*html, at), id;

		if (at == html->len)
			return STR_NONE;
		*html = str_from(tag, 2);
		tag = str_upto(tag, str_find(tag, '>'));
		if (tag.len < 3 || tag.s[2] < '1' || tag.s[2] > '6')
			continue;
		id = str_from(tag, str_find_str(tag, STR("id=\"")));
		id = str_from(id, 4);
		return str_upto(id, str_find(id, '"'));
	}
}

static bool has_heading(const struct part *p)
{
	return p->nheadings > 0;
}

static size_t count_headings(const struct site_note *n)
{
	size_t count = 0;

	for (size_t i = 0; i < n->nparts; i++)
		count += has_heading(&n->parts[i]);
	return count;
}

static size_t count_ids(struct str html)
{
	size_t count = 0;

	while (next_id(&html).s)
		count++;
	return count;
}

/*
 * Remember where the headings of a note are.  The n-th heading that was
 * rendered is the n-th that was read, or else nothing links to any.
 */
static bool learn_anchors(struct site *s, size_t number, struct str html)
{
	const struct site_note *n = &s->view->notes[number];
	AUTO(strbuf) key = STRBUF_INIT;

	if (count_ids(html) != count_headings(n))
		return false;
	for (size_t i = 0; i < n->nparts; i++) {
		const struct part *p = &n->parts[i];
		struct str id;
		size_t there;

		if (!has_heading(p))
			continue;
		id = next_id(&html);
		add_key(&key, number, p->headings, p->nheadings);
		XGROW(s->ids, s->nids, s->cap);
		s->ids[s->nids] = arena_str(s->view->mem, id).s;
		if (!strset_get(&s->anchors, strbuf_slice(&key), &there))
			strset_put(&s->anchors, strbuf_slice(&key), s->nids);
		s->nids++;
	}
	return true;
}

/* --- a page --- */

/* `above`: headings that all of the page stands under. */
static void contents_item(struct site *s, const struct part *p, size_t above,
			  const char *id)
{
	static const char *const classes[] = { "d1", "d2", "d3" };
	size_t depth = p->nheadings - above;

	if (depth > ARRAY_SIZE(classes))
		depth = ARRAY_SIZE(classes);
	html_begin(&s->h, "li", "class", classes[depth - 1], NULL);
	html_element(&s->h, "a", p->headings[p->nheadings - 1], "href",
		     site_href("", NULL, "", id).s, NULL);
	html_end(&s->h);
}

/* `first_id`: of the note's first heading among all ids.  The title of the page
 * is none of its contents. */
static void contents(struct site *s, const struct site_note *n, bool titled,
		     size_t first_id)
{
	size_t count = count_headings(n) - titled, at = first_id;
	bool is_title = titled;

	if (count < CONTENTS_MIN)
		return;
	html_begin(&s->h, "nav", "class", "toc", "aria-label", "Contents",
		   NULL);
	html_begin(&s->h, "details", "open",
		   count <= CONTENTS_OPEN ? "" : NULL, NULL);
	html_element(&s->h, "summary", "Contents", NULL);
	html_begin(&s->h, "ul", NULL);
	for (size_t i = 0; i < n->nparts; i++) {
		const struct part *p = &n->parts[i];

		if (!has_heading(p))
			continue;
		if (!is_title)
			contents_item(s, p, titled && p->nheadings > 1,
				      s->ids[at]);
		is_title = false;
		at++;
	}
	html_end(&s->h);
	html_end(&s->h);
	html_end(&s->h);
}

static struct safe_html render(struct site *s, const struct site_note *n,
			       int offset, const char *up)
{
	struct site_resolver resolver = { s->view, up, n->dir, &s->files,
					  STR_NONE, 0 };
	const struct markdown_options options = {
		.resolve = site_resolve,
		.image = site_image,
		.resolve_wiki = site_resolve_wiki,
		.arg = &resolver,
		.plain = !document_has_html(n->path),
		.own = s->base,
		.heading_offset = offset,
		.id_prefix = "",
	};

	strbuf_reset(&s->body);
	return markdown_render(n->body, &options, &s->body);
}

/* Does the text begin with a title, the only one of its level? */
static bool brings_title(const struct site_note *n, struct safe_html html)
{
	struct str text = { html.markup, html.len };
	struct str first = str_trim_left(text);

	return str_starts(str_trim_left(n->body), "# ") &&
	       str_starts(first, "<h1") &&
	       str_find_str(str_from(first, 3), STR("<h1")) == first.len - 3;
}

/* A {{TOC}} in the text is where its author wants it. */
static bool has_contents(struct safe_html html)
{
	struct str text = { html.markup, html.len };

	return str_find_str(text, STR("<nav class=\"toc\"")) < text.len;
}

void site_note_body(struct site *s, const struct site_note *n, const char *up)
{
	html_markup(&s->h, render(s, n, 1, up));
}

static void note_facts(struct site *s, const struct site_note *n)
{
	html_begin(&s->h, "p", "class", "facts", NULL);
	html_text(&s->h, n->is_plan ? "Plan" : "Note");
	if (n->day != DAY_NONE) {
		html_text(&s->h, " · ");
		site_time(s, n->day, "dt-published", false);
	}
	html_end(&s->h);
}

/* Behind the text, which they would push off a small screen. */
static void note_topics(struct site *s, const struct site_note *n)
{
	if (!n->ntopics)
		return;
	html_begin(&s->h, "section", "class", "about", "aria-labelledby",
		   "about_", NULL);
	html_element(&s->h, "h2", n->is_plan ? "Topics of this plan" :
					      "Topics of this note",
		     "id", "about_", NULL);
	site_topic_chips(s, n->topics, n->ntopics, 24);
	html_end(&s->h);
}

/* How much of a rendered note is its title. */
static size_t title_length(struct safe_html html)
{
	struct str text = { html.markup, html.len };

	return str_find_str(text, STR("</h1>")) + strlen("</h1>");
}

static void note_header(struct site *s, const struct site_note *n,
			struct safe_html title)
{
	html_begin(&s->h, "header", NULL);
	if (title.len) {
		html_begin(&s->h, "div", "class", "p-name", NULL);
		html_markup(&s->h, title);
		html_end(&s->h);
	} else {
		html_element(&s->h, "h1", n->title, "class", "p-name", NULL);
	}
	note_facts(s, n);
	html_end(&s->h);
}

static int draw_note(struct site *s, size_t i, struct error *err)
{
	const struct site_note *n = &s->view->notes[i];
	struct href path = site_href("", "notes", n->file, NULL);
	struct safe_html html = render(s, n, 0, "../");
	bool titled = brings_title(n, html);
	struct safe_html title = { NULL, 0 };
	size_t first_id = s->nids;
	bool anchored;

	if (!titled)
		html = render(s, n, 1, "../");
	title.markup = html.markup;
	anchored = learn_anchors(s, i, (struct str){ html.markup, html.len });
	/* The page about the log has it. */
	if (str_starts(str_of(n->file), "../"))
		return 0;
	s->up = "../";
	site_page_begin(s, &(struct site_head){
		.path = path.s,
		.title = n->title,
		.description = n->excerpt[0] ? n->excerpt : n->title,
		.menu = MENU_NOTES,
	});
	html_begin(&s->h, "article", "class", "note h-entry", NULL);
	if (titled)
		title.len = title_length(html);
	note_header(s, n, title);
	if (anchored && !has_contents(html))
		contents(s, n, titled, first_id);
	html_begin(&s->h, "div", "class", "e-content prose", "dir", "auto",
		   NULL);
	html.markup += title.len;
	html.len -= title.len;
	if (str_trim((struct str){ html.markup, html.len }).len)
		html_markup(&s->h, html);
	else
		site_no_text(s);
	html_end(&s->h);
	note_topics(s, n);
	site_linked_from(s, s->view->nentries + i);
	html_end(&s->h);
	return site_page_end(s, err);
}

/* --- the index --- */

static void index_note(struct site *s, const struct site_note *n)
{
	html_begin(&s->h, "li", NULL);
	html_element(&s->h, "a", n->title, "href",
		     site_href("", "notes", n->file, NULL).s, NULL);
	if (n->ntopics) {
		html_begin(&s->h, "span", "class", "count", NULL);
		site_count(s, n->ntopics, "topic", "topics");
		html_end(&s->h);
	}
	html_end(&s->h);
}

/* The notes of a folder, in the order of their paths. */
struct folder {
	const char *dir;
	size_t first, last;
};

/* Folders in the order of their first notes; `next` leads on from note to note
 * of one, up to its last. */
static size_t find_folders(const struct site_view *v, bool plans,
			   struct folder *folders, size_t *next)
{
	AUTO(strset) numbers = STRSET_INIT;
	size_t count = 0;

	for (size_t i = 0; i < v->nnotes; i++) {
		struct str dir = str_of(v->notes[i].dir);
		size_t at;

		if (v->notes[i].is_plan != plans)
			continue;
		if (strset_get(&numbers, dir, &at)) {
			next[folders[at].last] = i;
			folders[at].last = i;
		} else {
			strset_put(&numbers, dir, count);
			folders[count++] = (struct folder){ dir.s, i, i };
		}
	}
	return count;
}

static void index_folder(struct site *s, const struct folder *f,
			 const size_t *next, bool is_named)
{
	if (is_named)
		html_element(&s->h, "h3", f->dir, "class", "folder", NULL);
	html_begin(&s->h, "ul", "class", "index", NULL);
	for (size_t i = f->first;; i = next[i]) {
		index_note(s, &s->view->notes[i]);
		if (i == f->last)
			break;
	}
	html_end(&s->h);
}

/* Two notes of one title mostly stand in two folders. */
static void index_list(struct site *s, bool plans, const char *heading)
{
	size_t count = s->view->nnotes;
	struct folder *folders = xcalloc(count + 1, sizeof(*folders));
	size_t *next = xcalloc(count + 1, sizeof(*next));
	size_t n = find_folders(s->view, plans, folders, next);

	if (n)
		html_element(&s->h, "h2", heading, NULL);
	for (size_t i = 0; i < n; i++)
		index_folder(s, &folders[i], next, n > 1);
	free(folders);
	free(next);
}

static int draw_index(struct site *s, struct error *err)
{
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "notes.html",
		.title = "Notes",
		.description = "Course notes, plans and loose notes.",
		.menu = MENU_NOTES,
	});
	html_element(&s->h, "h1", "Notes", NULL);
	index_list(s, false, "All notes");
	index_list(s, true, "Plans");
	return site_page_end(s, err);
}

int site_draw_notes(struct site *s, struct error *err)
{
	if (!s->view->nnotes)
		return 0;
	for (size_t i = 0; i < s->view->nnotes; i++)
		if (draw_note(s, i, err))
			return -1;
	return draw_index(s, err);
}
