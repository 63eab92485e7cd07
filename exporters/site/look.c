/* SPDX-License-Identifier: MIT */
/* Reading what the user adds to the look of the site. */
#include "exporters/site/look.h"

#include "core/base/image_header.h"
#include "exporters/site/site.h"

#define FOLDER ".hecto/site/"
#define VALUES 7

/* The values of placeholders on a page; the last one ends the list. */
static void fill(struct include_value out[VALUES], const struct site *s,
		 const struct day_text *today, const char *page)
{
	const struct settings *settings = s->view->settings;
	const struct include_value values[VALUES] = {
		{ "title", settings->title, NULL, false },
		{ "author", settings->author, "journal.author is not set",
		  false },
		{ "url", s->base, "publish.url is not set", true },
		{ "root", s->up ? s->up : "", NULL, true },
		{ "page", page ? page : settings->title, NULL, false },
		{ "today", today->s, NULL, false },
		{ NULL, NULL, NULL, false },
	};

	for (size_t i = 0; i < VALUES; i++)
		out[i] = values[i];
}

void site_look_write(struct site *s, const struct include *include,
		     const char *page)
{
	const struct day_text today = day_format(s->view->today);
	struct include_value values[VALUES];

	if (!include->count)
		return;
	fill(values, s, &today, page);
	include_write(&s->h, include, values);
}

/* A file that may be missing: .s is NULL then. */
static int read_file(struct site *s, const char *path, size_t limit,
		     struct str *out, struct error *err)
{
	const struct export_host *host = s->host;
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	*out = STR_NONE;
	if (!host || !host->read)
		return 0;
	if (!host->read(host->arg, path, limit, &bytes, &failure)) {
		*out = arena_str(s->view->mem, strbuf_slice(&bytes));
		return 0;
	}
	if (failure.kind == ERROR_NOT_FOUND)
		return 0;
	*err = failure;
	return -1;
}

/* As on any page, the mark on its line allows what is no secret. */
static void scan(struct site *s, const char *path, struct str text)
{
	const struct left_out_document look = { .path = path, .front = text };

	if (text.s)
		left_out_scan(s->left_out, &look, text);
}

static int read_include(struct site *s, const char *path,
			enum include_place place, struct include *out,
			struct error *err)
{
	const struct day_text today = day_format(s->view->today);
	struct include_value values[VALUES];
	struct str text;

	if (read_file(s, path, INCLUDE_MAX, &text, err))
		return -1;
	if (!text.s)
		return 0;
	scan(s, path, text);
	fill(values, s, &today, NULL);
	if (include_parse(out, text, place, values, s->view->mem, err))
		return error_context(err, "'%s'", path);
	return 0;
}

/* One that is named has to be there. */
static int read_style(struct site *s, struct error *err)
{
	const char *named = s->view->settings->publish_style;
	const char *path = named ? named : FOLDER "style.css";

	if (read_file(s, path, LOOK_STYLE_MAX, &s->look.style, err))
		return -1;
	scan(s, path, s->look.style);
	if (named && !s->look.style.s && s->host)
		return error_set(err, ERROR_INPUT, "there is no '%s', which "
				 "publish.style names", named);
	return 0;
}

static int read_icon(struct site *s, struct error *err)
{
	struct image_header image;

	s->look.icon_file = "icon.svg";
	s->look.icon_type = "image/svg+xml";
	if (read_file(s, FOLDER "icon.svg", LOOK_ICON_MAX, &s->look.icon, err))
		return -1;
	scan(s, FOLDER "icon.svg", s->look.icon);
	if (s->look.icon.s)
		return 0;
	if (read_file(s, FOLDER "icon.png", LOOK_ICON_MAX, &s->look.icon, err))
		return -1;
	if (!s->look.icon.s)
		return 0;
	if (!image_header_read(&image, s->look.icon) || image.type != IMAGE_PNG)
		return error_set(err, ERROR_INPUT, "'" FOLDER "icon.png' is no "
				 "PNG image");
	s->look.icon_file = "icon.png";
	s->look.icon_type = "image/png";
	return 0;
}

int site_look_read(struct site *s, struct error *err)
{
	if (read_style(s, err) || read_icon(s, err) ||
	    read_include(s, FOLDER "head.html", INCLUDE_HEAD, &s->look.head,
			 err) ||
	    read_include(s, FOLDER "header.html", INCLUDE_BODY,
			 &s->look.header, err) ||
	    read_include(s, FOLDER "footer.html", INCLUDE_BODY,
			 &s->look.footer, err))
		return -1;
	return 0;
}
