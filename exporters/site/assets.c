/* SPDX-License-Identifier: MIT */
/* What a site needs beside its pages: style, icon, 404, robots, site map. */
#include "exporters/site/site.h"

static const char style[] = {
#include "style.css.inc"
};

static const char icon[] = {
#include "icon.svg.inc"
};

/* The protocol's limit for one site map. */
#define SITEMAP_MAX 50000

static int write_file(struct site *s, const char *path, const char *bytes,
		      size_t len, struct error *err)
{
	return s->out->file(s->out, path, (struct str){ bytes, len }, err);
}

/* It is shown in place of any address, so its links are whole ones if the
 * site's own address is known. */
static int draw_not_found(struct site *s, struct error *err)
{
	s->up = s->base ? s->base : "";
	site_page_begin(s, &(struct site_head){
		.path = "404.html",
		.title = "Not found",
		.description = "There is no such page.",
		.menu = MENU_NONE,
	});
	html_element(&s->h, "h1", "There is no such page", NULL);
	html_begin(&s->h, "p", NULL);
	html_text(&s->h, "It may have been moved or taken back. The ");
	html_element(&s->h, "a", "archive", "href",
		     site_href(s->up, NULL, "archive.html", NULL).s, NULL);
	html_text(&s->h, " lists every entry.");
	html_end(&s->h);
	return site_page_end(s, err);
}

static void sitemap_url(struct site *s, const char *folder, const char *file)
{
	html_begin(&s->h, "url", NULL);
	html_element(&s->h, "loc", site_href(s->base, folder, file, NULL).s,
		     NULL);
	html_end(&s->h);
}

static void sitemap_urls(struct site *s)
{
	const struct site_view *v = s->view;
	size_t room = SITEMAP_MAX - 4;

	sitemap_url(s, NULL, "index.html");
	sitemap_url(s, NULL, "archive.html");
	for (size_t i = v->nentries; i > 0 && room; i--, room--)
		sitemap_url(s, "days", v->entries[i - 1].file);
	for (size_t i = 0; i < v->nnotes && room; i++, room--)
		sitemap_url(s, "notes", v->notes[i].file);
	for (size_t i = 0; i < v->ntopics && room; i++, room--)
		sitemap_url(s, "topics", v->topics[i].file);
}

static int draw_sitemap(struct site *s, struct error *err)
{
	strbuf_reset(&s->page);
	s->h = (struct html){ .out = &s->page };
	html_xml_declaration(&s->h);
	html_begin(&s->h, "urlset", "xmlns",
		   "http://www.sitemaps.org/schemas/sitemap/0.9", NULL);
	sitemap_urls(s);
	html_end(&s->h);
	strbuf_addch(&s->page, '\n');
	return s->out->file(s->out, "sitemap.xml", strbuf_slice(&s->page), err);
}

static int draw_robots(struct site *s, struct error *err)
{
	strbuf_reset(&s->text);
	strbuf_addf(&s->text, "User-agent: *\nAllow: /\nSitemap: %ssitemap.xml\n",
		    s->base);
	return s->out->file(s->out, "robots.txt", strbuf_slice(&s->text), err);
}

int site_draw_assets(struct site *s, struct error *err)
{
	if (write_file(s, "style.css", style, sizeof(style), err) ||
	    write_file(s, "icon.svg", icon, sizeof(icon), err) ||
	    draw_not_found(s, err))
		return -1;
	/* Both need whole addresses. */
	if (s->base && (draw_sitemap(s, err) || draw_robots(s, err)))
		return -1;
	return 0;
}
