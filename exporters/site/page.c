/* SPDX-License-Identifier: MIT */
/* The frame of a page: its head, its header with the menu, and its footer. */
#include "exporters/site/plan.h"
#include "exporters/site/site.h"

#include <stddef.h>
#include <string.h>

#include "core/model/card.h"
#include "exporters/calendar.h"

/* Search is a script and a form of the site's own.  Nothing is from elsewhere,
 * and no script or style is written in a page. */
#define POLICY "default-src 'none'; img-src 'self' data:; style-src 'self'; " \
	"script-src 'self'; connect-src 'self'; base-uri 'none'; " \
	"form-action 'self'"

static const struct menu_item {
	enum site_menu menu;
	const char *path, *label;
} menu_items[] = {
	{ MENU_HOME, "index.html", "Home" },
	{ MENU_ARCHIVE, "archive.html", "Archive" },
	{ MENU_TOPICS, "topics.html", "Topics" },
	{ MENU_EXAM, "exams.html", "Exams" },
	{ MENU_QUESTIONS, "questions.html", "Questions" },
	{ MENU_NOTES, "notes.html", "Notes" },
	{ MENU_ABOUT, "about.html", "About" },
};

static struct href from_root(const struct site *s, const char *path)
{
	return site_href(s->up, NULL, path, NULL);
}

struct href site_address(const struct site *s, const char *folder,
			 const char *file)
{
	return site_href(s->base, folder,
			 folder || strcmp(file, "index.html") ? file : "",
			 NULL);
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

/* Longer titles are cut off wherever they are shown: by lists of results, and
 * on the tabs of a browser. */
#define TITLE_MOST 66

/* As it stands in the page, where some characters take six bytes. */
static size_t written_length(const char *text)
{
	size_t n = 0;

	for (; *text; text++)
		n += strchr("&<>\"'", *text) ? 6 : 1;
	return n;
}

static void page_title(struct site *s, const struct site_head *head)
{
	AUTO(strbuf) title = STRBUF_INIT;
	const char *site = s->view->settings->title;
	size_t length;

	strbuf_addstr(&title, head->title ? head->title : site);
	length = written_length(title.buf);
	if (length > TITLE_MOST)
		site_cut_at_word(&title, 0,
				 TITLE_MOST * title.len / length);
	if (head->title && length + written_length(site) < TITLE_MOST)
		strbuf_addf(&title, " – %s", site);
	html_element(&s->h, "title", title.buf, NULL);
}

static void property(struct site *s, const char *name, const char *content)
{
	if (content && *content)
		html_void(&s->h, "meta", "property", name, "content", content,
			  NULL);
}

/* The number is told by the first page alone: others would have to be drawn
 * anew, and sent, on each day that adds to it. */
static void picture_text(const struct site *s, const struct site_head *head,
			 struct strbuf *out)
{
	const struct streak *k = s->view->streak;
	int days = k->streak ? k->streak : k->longest_streak.days;

	strbuf_addf(out, "%s: ", s->view->settings->title);
	if (head->menu == MENU_HOME)
		strbuf_addf(out, "a streak of %d day%s", days,
			    days == 1 ? "" : "s");
	else
		strbuf_addstr(out, "the streak");
	strbuf_addstr(out, ", and a heat map of the last weeks");
}

static void page_picture(struct site *s, const struct site_head *head)
{
	AUTO(strbuf) alt = STRBUF_INIT;
	AUTO(strbuf) width = STRBUF_INIT;
	AUTO(strbuf) height = STRBUF_INIT;

	if (!s->has_card)
		return;
	strbuf_addf(&width, "%d", CARD_WIDTH);
	strbuf_addf(&height, "%d", CARD_HEIGHT);
	picture_text(s, head, &alt);
	property(s, "og:image", site_href(s->base, NULL, "card.png", NULL).s);
	property(s, "og:image:type", "image/png");
	property(s, "og:image:width", width.buf);
	property(s, "og:image:height", height.buf);
	property(s, "og:image:alt", alt.buf);
}

/* What other sites show of a link to this page (Open Graph, ogp.me). */
static void page_card(struct site *s, const struct site_head *head)
{
	const char *title = s->view->settings->title;
	struct href address;

	if (!s->base || head->is_no_page)
		return;
	address = site_address(s, NULL, head->path);
	link_to(s, "canonical", address.s);
	property(s, "og:title", head->title ? head->title : title);
	property(s, "og:type",
		 head->menu == MENU_HOME ? "website" : "article");
	property(s, "og:url", address.s);
	property(s, "og:site_name", title);
	property(s, "og:description", head->description);
	property(s, "article:published_time", head->published);
	page_picture(s, head);
	meta(s, "twitter:card",
	     s->has_card ? "summary_large_image" : "summary");
}

/* The same in forms that programs read. */
static void page_alternates(struct site *s)
{
	const char *title = s->view->settings->title;

	html_void(&s->h, "link", "rel", "alternate", "type",
		  "application/atom+xml", "title", title, "href",
		  from_root(s, "feed.xml").s, NULL);
	html_void(&s->h, "link", "rel", "alternate", "type",
		  "application/feed+json", "title", title, "href",
		  from_root(s, "feed.json").s, NULL);
	if (calendar_has_events(s->view->settings))
		html_void(&s->h, "link", "rel", "alternate", "type",
			  "text/calendar", "title", title, "href",
			  from_root(s, "calendar.ics").s, NULL);
}

static void page_look(struct site *s)
{
	link_to(s, "stylesheet", from_root(s, "style.css").s);
	if (s->look.style.s)
		link_to(s, "stylesheet", from_root(s, "own.css").s);
	html_void(&s->h, "link", "rel", "icon", "type", s->look.icon_type,
		  "href", from_root(s, s->look.icon_file).s, NULL);
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
	if (head->is_no_page || s->view->settings->publish_noindex)
		meta(s, "robots", "noindex");
	page_card(s, head);
	page_look(s);
	page_alternates(s);
	/* A page of any depth names its parts by their whole address, and a
	 * script that has one is not seen to be of this site. */
	if (!head->is_no_page) {
		html_begin(&s->h, "script", "src",
			   from_root(s, "search.js").s, "defer", "", NULL);
		html_end(&s->h);
	}
	link_to(s, "prev", head->previous);
	link_to(s, "next", head->next);
	site_look_write(s, &s->look.head, head->title);
	html_end(&s->h);
}

static bool has_item(const struct site *s, enum site_menu menu)
{
	const struct site_view *v = s->view;

	if (menu == MENU_TOPICS)
		return v->ntopics > 0;
	if (menu == MENU_EXAM)
		return v->plan->nexams > 0;
	if (menu == MENU_QUESTIONS)
		return site_has_questions(v);
	return menu != MENU_NOTES || v->nnotes > 0;
}

/* The only exam needs no list of one. */
static struct href item_href(const struct site *s, const struct menu_item *item)
{
	const struct site_plan *plan = s->view->plan;

	if (item->menu == MENU_EXAM && plan->nexams == 1)
		return site_href(s->up, "exams", plan->exams[0].file, NULL);
	return from_root(s, item->path);
}

static const char *item_label(const struct site *s,
			      const struct menu_item *item)
{
	return item->menu == MENU_EXAM && s->view->plan->nexams == 1 ?
		       "Exam" : item->label;
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
		html_element(&s->h, "a", item_label(s, item), "href",
			     item_href(s, item).s, "aria-current",
			     item->menu == current ? "page" : NULL, NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

/* What the user adds stands within ours, where landmarks are found. */
static void own_part(struct site *s, const struct include *include,
		     const char *title)
{
	if (!include->count)
		return;
	html_begin(&s->h, "div", "class", "own frame", NULL);
	site_look_write(s, include, title);
	html_end(&s->h);
}

/* The menu and the like are English, whatever the texts are; NULL: as they. */
static const char *frame_language(const struct site *s)
{
	struct str texts = str_of(s->view->settings->publish_language);

	return str_eq_nocase(texts, STR("en")) ||
			       str_starts_nocase(texts, "en-") ? NULL : "en";
}

static void page_header(struct site *s, const struct site_head *head)
{
	html_begin(&s->h, "header", "class", "site", "lang", frame_language(s),
		   NULL);
	html_begin(&s->h, "div", "class", "frame", NULL);
	html_element(&s->h, "a", s->view->settings->title, "class", "brand",
		     "href", from_root(s, "index.html").s, "rel", "home", NULL);
	page_menu(s, head->menu);
	/* The page of search has it where it is looked at. */
	if (head->menu != MENU_SEARCH)
		site_search_box(s);
	html_end(&s->h);
	own_part(s, &s->look.header, head->title);
	html_end(&s->h);
}

static void footer_links(struct site *s)
{
	html_begin(&s->h, "p", NULL);
	html_element(&s->h, "a", "Atom feed", "href",
		     from_root(s, "feed.xml").s, NULL);
	html_text(&s->h, " · ");
	html_element(&s->h, "a", "JSON feed", "href",
		     from_root(s, "feed.json").s, NULL);
	if (calendar_has_events(s->view->settings)) {
		html_text(&s->h, " · ");
		html_element(&s->h, "a", "Calendar", "href",
			     from_root(s, "calendar.ics").s, NULL);
	}
	html_end(&s->h);
}

static void page_footer(struct site *s)
{
	const char *author = s->view->settings->author;

	html_begin(&s->h, "footer", "class", "site", "lang", frame_language(s),
		   NULL);
	html_begin(&s->h, "div", "class", "frame", NULL);
	html_begin(&s->h, "p", NULL);
	if (author && *author)
		html_textf(&s->h, "A learning log by %s. ", author);
	html_text(&s->h, "Made with hecto.");
	html_end(&s->h);
	footer_links(s);
	html_end(&s->h);
	own_part(s, &s->look.footer, s->title);
	html_end(&s->h);
}

void site_page_begin(struct site *s, const struct site_head *head)
{
	strbuf_reset(&s->page);
	s->h = (struct html){ .out = &s->page };
	s->path = head->path;
	s->title = head->title;
	html_doctype(&s->h);
	html_begin(&s->h, "html", "lang", s->view->settings->publish_language,
		   NULL);
	page_head(s, head);
	html_begin(&s->h, "body", NULL);
	html_element(&s->h, "a", "Skip to the content", "class", "skip",
		     "href", "#content_", NULL);
	page_header(s, head);
	html_begin(&s->h, "main", "id", "content_", "tabindex", "-1", "class",
		   head->is_wide ? "wide" : NULL, NULL);
}

void site_page_finish(struct site *s)
{
	html_end(&s->h);
	page_footer(s);
	while (s->h.depth)
		html_end(&s->h);
	strbuf_addch(&s->page, '\n');
}

int site_page_end(struct site *s, struct error *err)
{
	site_page_finish(s);
	if (s->failure.kind != ERROR_NONE) {
		*err = s->failure;
		return error_context(err, "cannot draw '%s'", s->path);
	}
	return s->out->file(s->out, s->path, strbuf_slice(&s->page), err);
}
