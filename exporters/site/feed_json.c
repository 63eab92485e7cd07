/* SPDX-License-Identifier: MIT */
/* The last entries as a JSON Feed, version 1.1 (jsonfeed.org). */
#include "exporters/site/site.h"

#include "core/text/json.h"

static struct json *entry_json(struct site *s, const struct site_entry *e)
{
	struct json *item = json_new_object();
	AUTO(strbuf) text = STRBUF_INIT;

	site_feed_id(&text, s->view, e->file);
	json_set_string(item, "id", text.buf);
	if (s->base)
		json_set_string(item, "url",
				site_href(s->base, "days", e->file, NULL).s);
	json_set_string(item, "title", e->title);
	strbuf_reset(&text);
	site_feed_body(s, e, &text);
	json_set_slice(item, "content_html", strbuf_slice(&text));
	strbuf_reset(&text);
	site_add_excerpt(&text, site_entry_text(s, e), 220);
	if (text.len)
		json_set_slice(item, "summary", strbuf_slice(&text));
	json_set_string(item, "date_published", site_feed_published(e).s);
	json_set_string(item, "date_modified", site_feed_updated(e).s);
	if (e->frame.ntags)
		json_set(item, "tags", json_new_strings(e->frame.tags,
							e->frame.ntags));
	return item;
}

static void add_author(struct json *feed, const char *author)
{
	struct json *authors, *one;

	if (!author || !*author)
		return;
	authors = json_new_array();
	one = json_new_object();
	json_set_string(one, "name", author);
	json_append(authors, one);
	json_set(feed, "authors", authors);
}

/* Addresses are whole ones or none (jsonfeed.org, "home_page_url"). */
static struct json *feed_json(struct site *s)
{
	struct json *feed = json_new_object();

	json_set_string(feed, "version", "https://jsonfeed.org/version/1.1");
	json_set_string(feed, "title", s->view->settings->title);
	if (s->base) {
		json_set_string(feed, "home_page_url", s->base);
		json_set_string(feed, "feed_url",
				site_href(s->base, NULL, "feed.json", NULL).s);
		json_set_string(feed, "favicon",
				site_href(s->base, NULL, s->look.icon_file,
					  NULL).s);
	}
	json_set_string(feed, "language",
			s->view->settings->publish_language);
	add_author(feed, s->view->settings->author);
	return feed;
}

int site_draw_json_feed(struct site *s, struct error *err)
{
	struct json *feed, *items = json_new_array();
	const struct site_entry *e;
	AUTO(strbuf) text = STRBUF_INIT;

	s->up = s->base ? s->base : "";
	feed = feed_json(s);
	for (size_t i = 0; (e = site_feed_entry(s->view, i)); i++)
		json_append(items, entry_json(s, e));
	json_set(feed, "items", items);
	json_write(&text, feed);
	json_free(feed);
	return s->out->file(s->out, "feed.json", strbuf_slice(&text), err);
}
