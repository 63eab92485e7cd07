/* SPDX-License-Identifier: MIT */
/* What kind of file a name promises. */
#include "core/base/media_type.h"

#include "core/base/attributes.h"
#include "core/base/path.h"

/* An Atom feed is told from other XML by its name. */
static const struct media_type {
	const char *ending, *type;
} types[] = {
	{ "feed.xml", "application/atom+xml; charset=utf-8" },
	{ ".atom", "application/atom+xml; charset=utf-8" },
	{ "feed.json", "application/feed+json; charset=utf-8" },
	{ ".html", "text/html; charset=utf-8" },
	{ ".css", "text/css; charset=utf-8" },
	{ ".js", "text/javascript; charset=utf-8" },
	{ ".json", "application/json; charset=utf-8" },
	{ ".xml", "application/xml; charset=utf-8" },
	{ ".txt", "text/plain; charset=utf-8" },
	{ ".md", "text/markdown; charset=utf-8" },
	{ ".csv", "text/csv; charset=utf-8" },
	{ ".ics", "text/calendar; charset=utf-8" },
	{ ".svg", "image/svg+xml; charset=utf-8" },
	{ ".png", "image/png" },
	{ ".jpg", "image/jpeg" },
	{ ".jpeg", "image/jpeg" },
	{ ".gif", "image/gif" },
	{ ".webp", "image/webp" },
	{ ".avif", "image/avif" },
	{ ".ico", "image/x-icon" },
	{ ".pdf", "application/pdf" },
	{ ".woff2", "font/woff2" },
};

static bool ends_nocase(struct str s, struct str ending)
{
	return s.len >= ending.len &&
	       str_eq_nocase(str_from(s, s.len - ending.len), ending);
}

const char *media_type_of(struct str path)
{
	struct str name = path_basename(path);

	for (size_t i = 0; i < ARRAY_SIZE(types); i++)
		if (ends_nocase(name, str_of(types[i].ending)))
			return types[i].type;
	return "application/octet-stream";
}
