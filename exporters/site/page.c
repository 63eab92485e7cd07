/* SPDX-License-Identifier: MIT */
/* The frame of a page: its head, its header with the menu, and its footer. */
#include "exporters/site/site.h"

#include <stddef.h>

/* No script, no form, nothing from elsewhere, nothing written in a page. */
#define POLICY "default-src 'none'; img-src 'self' data:; style-src 'self'; " \
	"base-uri 'none'; form-action 'none'"

static const struct menu_item {
	enum site_menu menu;
	const char *path, *label;
} menu_items[] = {
	{ MENU_HOME, "index.html", "Home" },
	{ MENU_ARCHIVE, "archive.html", "Archive" },
	{ MENU_TOPICS, "topics.html", "Topics" },
	{ MENU_NOTES, "notes.html", "Notes" },
};

static struct href from_root(const struct site *s, const char *path)
{
	return site_href(s->up, NULL, path, NULL);
}

static void meta(struct site *s, const char *name, const char *content)
{
	if (content && *content)
		html_void(&s->h, "meta", "name", name, "content", content,
			  NULL);
}

static void link_to(struct site *s, const char *rel, const char *href)
{
	if (href)
		html_void(&s->h, "link", "rel", rel, "href", href, NULL);
}

static void page_title(struct site *s, const struct site_head *head)
{
	html_begin(&s->h, "title", NULL);
	if (head->title)
		html_textf(&s->h, "%s – ", head->title);
	html_text(&s->h, s->view->settings->title);
	html_end(&s->h);
}

/* What other sites show of a link to this page. */
static void page_card(struct site *s, const struct site_head *head)
{
	struct href address;

	if (!s->base)
		return;
	address = site_href(s->base, NULL, head->path, NULL);
	link_to(s, "canonical", address.s);
	html_void(&s->h, "meta", "property", "og:title", "content",
		  head->title ? head->title : s->view->settings->title, NULL);
	html_void(&s->h, "meta", "property", "og:type", "content",
		  head->menu == MENU_HOME ? "website" : "article", NULL);
	html_void(&s->h, "meta", "property", "og:url", "content", address.s,
		  NULL);
	if (head->description && *head->description)
		html_void(&s->h, "meta", "property", "og:description",
			  "content", head->description, NULL);
}

static void page_head(struct site *s, const struct site_head *head)
{
	html_begin(&s->h, "head", NULL);
	html_void(&s->h, "meta", "charset", "utf-8", NULL);
	html_void(&s->h, "meta", "http-equiv", "Content-Security-Policy",
		  "content", POLICY, NULL);
	page_title(s, head);
	meta(s, "viewport", "width=device-width, initial-scale=1");
	meta(s, "color-scheme", "light dark");
	meta(s, "description", head->description);
	meta(s, "author", s->view->settings->author);
	meta(s, "generator", "hecto");
	page_card(s, head);
	link_to(s, "stylesheet", from_root(s, "style.css").s);
	html_void(&s->h, "link", "rel", "icon", "type", "image/svg+xml",
		  "href", from_root(s, "icon.svg").s, NULL);
	html_void(&s->h, "link", "rel", "alternate", "type",
		  "application/atom+xml", "title", s->view->settings->title,
		  "href", from_root(s, "feed.xml").s, NULL);
	link_to(s, "prev", head->previous);
	link_to(s, "next", head->next);
	html_end(&s->h);
}

static bool has_item(const struct site *s, enum site_menu menu)
{
	return (menu != MENU_TOPICS || s->view->ntopics) &&
	       (menu != MENU_NOTES || s->view->nnotes);
}

static void page_menu(struct site *s, enum site_menu current)
{
	html_begin(&s->h, "nav", "aria-label", "Main", NULL);
	html_begin(&s->h, "ul", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(menu_items); i++) {
		const struct menu_item *item = &menu_items[i];

		if (!has_item(s, item->menu))
			continue;
		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a", item->label,
			     "href", from_root(s, item->path).s, "aria-current",
			     item->menu == current ? "page" : NULL, NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void page_header(struct site *s, const struct site_head *head)
{
	html_begin(&s->h, "header", "class", "site", NULL);
	html_begin(&s->h, "div", "class", "frame", NULL);
	html_element(&s->h, "a", s->view->settings->title, "class", "brand",
		     "href", from_root(s, "index.html").s, "rel", "home", NULL);
	page_menu(s, head->menu);
	html_end(&s->h);
	html_end(&s->h);
}

static void page_footer(struct site *s)
{
	const char *author = s->view->settings->author;

	html_begin(&s->h, "footer", "class", "site", NULL);
	html_begin(&s->h, "div", "class", "frame", NULL);
	html_begin(&s->h, "p", NULL);
	if (author && *author)
		html_textf(&s->h, "A learning log by %s. ", author);
	html_text(&s->h, "Made with hecto.");
	html_end(&s->h);
	html_begin(&s->h, "p", NULL);
	html_element(&s->h, "a", "Atom feed", "href",
		     from_root(s, "feed.xml").s, NULL);
	html_end(&s->h);
	html_end(&s->h);
	html_end(&s->h);
}

void site_page_begin(struct site *s, const struct site_head *head)
{
	strbuf_reset(&s->page);
	s->h = (struct html){ .out = &s->page };
	s->path = head->path;
	html_doctype(&s->h);
	html_begin(&s->h, "html", "lang", "en", NULL);
	page_head(s, head);
	html_begin(&s->h, "body", NULL);
	html_element(&s->h, "a", "Skip to the content", "class", "skip",
		     "href", "#content_", NULL);
	page_header(s, head);
	html_begin(&s->h, "main", "id", "content_", "tabindex", "-1", "class",
		   head->is_wide ? "wide" : NULL, NULL);
}

int site_page_end(struct site *s, struct error *err)
{
	html_end(&s->h);
	page_footer(s);
	while (s->h.depth)
		html_end(&s->h);
	strbuf_addch(&s->page, '\n');
	return s->out->file(s->out, s->path, strbuf_slice(&s->page), err);
}
