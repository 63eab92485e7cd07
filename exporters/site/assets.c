/* SPDX-License-Identifier: MIT */
/* What a site needs beside its pages: style, icon, 404, robots. */
#include "exporters/site/site.h"

#include "core/base/address.h"

static const char style[] = {
#include "style.css.inc"
};

static const char icon[] = {
#include "icon.svg.inc"
};

static int write_file(struct site *s, const char *path, const char *bytes,
		      size_t len, struct error *err)
{
	return s->out->file(s->out, path, (struct str){ bytes, len }, err);
}

/*
 * "/log/" of "https://example.org/log/": so the site is the same at any host
 * that has it there.  A path that begins with "//" would name a host.
 */
static const char *path_of_base(const char *base)
{
	const char *path = address_path(base);

	return path && path[1] != '/' ? path : base;
}

/* It is shown in place of any address, so its links begin at the root of the
 * host if the site's own address is known. */
static int draw_not_found(struct site *s, struct error *err)
{
	s->up = s->base ? path_of_base(s->base) : "";
	site_page_begin(s, &(struct site_head){
		.path = "404.html",
		.title = "Not found",
		.description = "There is no such page.",
		.menu = MENU_NONE,
		.is_no_page = true,
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

/*
 * A crawler that is kept out does not see that a page asks not to be listed,
 * and may list its bare address.  So all may come in, and pages say it.
 */
static int draw_robots(struct site *s, struct error *err)
{
	strbuf_reset(&s->text);
	strbuf_addstr(&s->text, "User-agent: *\nAllow: /\n");
	if (s->base && !s->view->settings->publish_noindex)
		strbuf_addf(&s->text, "Sitemap: %ssitemap.xml\n", s->base);
	return s->out->file(s->out, "robots.txt", strbuf_slice(&s->text), err);
}

static int draw_look(struct site *s, struct error *err)
{
	const struct site_look *look = &s->look;

	if (write_file(s, "style.css", style, sizeof(style), err))
		return -1;
	if (look->style.s &&
	    write_file(s, "own.css", look->style.s, look->style.len, err))
		return -1;
	return look->icon.s ? write_file(s, look->icon_file, look->icon.s,
					 look->icon.len, err) :
			      write_file(s, "icon.svg", icon, sizeof(icon), err);
}

int site_draw_assets(struct site *s, struct error *err)
{
	/* GitHub Pages would pass the files through Jekyll. */
	if (draw_look(s, err) || draw_not_found(s, err) ||
	    draw_robots(s, err) || write_file(s, ".nojekyll", "", 0, err))
		return -1;
	return 0;
}
