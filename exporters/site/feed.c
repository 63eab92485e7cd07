/* SPDX-License-Identifier: MIT */
/* The Atom feed of the last entries (RFC 4287). */
#include "exporters/site/site.h"

#include <string.h>

#include "core/base/path.h"

/* "example.org" of "https://me@example.org:8080/log/"; STR_NONE: no address. */
static struct str host_of(const char *url)
{
	struct str rest = str_of(url), host;
	size_t at = rest.s ? str_find_str(rest, STR("//")) : 0;

	if (!rest.s || at == rest.len)
		return STR_NONE;
	host = str_from(rest, at + 2);
	host = str_upto(host, str_find(host, '/'));
	if (str_find(host, '@') < host.len)
		host = str_from(host, str_find(host, '@') + 1);
	return str_upto(host, str_find(host, ':'));
}

/* The year the log began: with the host it says who minted the tag. */
static int first_year(const struct site_view *v)
{
	return v->ndated ? day_to_civil(v->entries[0].day).year : 1970;
}

/*
 * A tag URI (RFC 4151), unless the user says another.  It must not change when the site moves to another
 * folder or is built again, so it is made of the title and the entry's id.  A
 * site without an address has no authority, and takes a reserved name for one.
 */
static void add_feed_id(struct strbuf *out, const struct site_view *v)
{
	struct str host = host_of(v->settings->publish_url);

	if (v->settings->publish_id) {
		strbuf_addstr(out, v->settings->publish_id);
		return;
	}
	strbuf_addstr(out, "tag:");
	if (host.s && host.len)
		strbuf_addslice(out, host);
	else
		strbuf_addstr(out, "hecto.invalid");
	strbuf_addf(out, ",%04d:", first_year(v));
	path_add_slug(out, str_of(v->settings->title));
}

void site_feed_id(struct strbuf *out, const struct site_view *v,
		  const char *file)
{
	struct str name = str_of(file);

	add_feed_id(out, v);
	if (!file)
		return;
	strbuf_addch(out, '/');
	strbuf_addslice(out, str_upto(name, name.len - strlen(".html")));
}

static void feed_id(struct site *s, const char *file)
{
	AUTO(strbuf) id = STRBUF_INIT;

	site_feed_id(&id, s->view, file);
	html_element(&s->h, "id", id.buf, NULL);
}

const struct site_entry *site_feed_entry(const struct site_view *v, size_t i)
{
	return i < FEED_ENTRIES && i < v->ndated ?
		       &v->entries[v->ndated - 1 - i] : NULL;
}

struct clock_text site_feed_published(const struct site_entry *e)
{
	return clock_format((struct clock){ (int64_t)e->day * 86400, 0 });
}

struct clock_text site_feed_updated(const struct site_entry *e)
{
	return e->frame.written.seconds ? clock_format(e->frame.written) :
					   site_feed_published(e);
}

void site_feed_body(struct site *s, const struct site_entry *e,
		    struct strbuf *out)
{
	struct html feed = s->h;

	s->h = (struct html){ .out = out };
	site_entry_body(s, e, s->up);
	s->h = feed;
}

static void feed_link(struct site *s, const char *rel, const char *type,
		      const char *href)
{
	html_xml_void(&s->h, "link", "rel", rel, "type", type, "href", href,
		      NULL);
}

static void feed_entry(struct site *s, const struct site_entry *e)
{
	AUTO(strbuf) body = STRBUF_INIT;

	html_begin(&s->h, "entry", NULL);
	html_element(&s->h, "title", e->title, NULL);
	feed_id(s, e->file);
	feed_link(s, "alternate", "text/html",
		  site_href(s->up, "days", e->file, NULL).s);
	html_element(&s->h, "published", site_feed_published(e).s, NULL);
	html_element(&s->h, "updated", site_feed_updated(e).s, NULL);
	for (size_t i = 0; i < e->frame.ntags; i++)
		html_xml_void(&s->h, "category", "term", e->frame.tags[i],
			      NULL);
	strbuf_reset(&s->text);
	site_add_excerpt(&s->text, site_entry_text(s, e), 220);
	if (s->text.len)
		html_element(&s->h, "summary", s->text.buf, NULL);
	site_feed_body(s, e, &body);
	html_element(&s->h, "content", body.buf, "type", "html", NULL);
	html_end(&s->h);
}

/* When what is in it was last written; a feed without entries is of its day. */
static struct clock_text feed_updated(const struct site_view *v)
{
	const struct site_entry *e;
	struct clock newest = { 0, 0 };

	for (size_t i = 0; (e = site_feed_entry(v, i)); i++) {
		struct clock c = { (int64_t)e->day * 86400, 0 };

		if (e->frame.written.seconds)
			c = e->frame.written;
		if (!i || c.seconds > newest.seconds)
			newest = c;
	}
	if (!v->ndated)
		newest.seconds = (int64_t)v->today * 86400;
	return clock_format(newest);
}

static void feed_head(struct site *s)
{
	const struct settings *settings = s->view->settings;

	html_element(&s->h, "title", settings->title, NULL);
	feed_id(s, NULL);
	html_element(&s->h, "updated", feed_updated(s->view).s, NULL);
	feed_link(s, "self", "application/atom+xml",
		  site_href(s->up, NULL, "feed.xml", NULL).s);
	feed_link(s, "alternate", "text/html",
		  s->base ? s->base : "index.html");
	html_begin(&s->h, "author", NULL);
	html_element(&s->h, "name", settings->author && *settings->author ?
					    settings->author : settings->title,
		     NULL);
	html_end(&s->h);
	html_element(&s->h, "generator", "hecto", NULL);
}

int site_draw_feed(struct site *s, struct error *err)
{
	const struct site_entry *e;

	strbuf_reset(&s->page);
	s->h = (struct html){ .out = &s->page };
	/* A reader knows no page that links could be relative to. */
	s->up = s->base ? s->base : "";
	html_xml_declaration(&s->h);
	html_begin(&s->h, "feed", "xmlns", "http://www.w3.org/2005/Atom",
		   "xml:lang", s->view->settings->publish_language, NULL);
	feed_head(s);
	for (size_t i = 0; (e = site_feed_entry(s->view, i)); i++)
		feed_entry(s, e);
	html_end(&s->h);
	strbuf_addch(&s->page, '\n');
	return s->out->file(s->out, "feed.xml", strbuf_slice(&s->page), err);
}
