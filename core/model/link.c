/* SPDX-License-Identifier: MIT */
/* What a link is, and the path that one leads to. */
#include "core/model/link.h"

#include "core/base/attributes.h"
#include "core/base/path.h"
#include "core/text/html.h"

static const char *const kind_names[LINK_KIND_COUNT] = {
	[LINK_WEB] = "web",	[LINK_NOTE] = "note", [LINK_FILE] = "file",
	[LINK_IMAGE] = "image", [LINK_MAIL] = "mail", [LINK_OTHER] = "other",
};

const char *link_kind_name(enum link_kind kind)
{
	return kind_names[kind];
}

bool link_kind_parse(enum link_kind *out, const char *name)
{
	for (int i = 0; i < LINK_KIND_COUNT; i++) {
		if (!str_is(str_of(name), kind_names[i]))
			continue;
		*out = (enum link_kind)i;
		return true;
	}
	return false;
}

bool link_is_web(struct str url)
{
	return str_starts_nocase(url, "http://") ||
	       str_starts_nocase(url, "https://");
}

/* One letter and a colon is a drive, not a scheme. */
static struct str scheme_of(struct str url)
{
	struct str scheme = html_link_scheme(url);

	return scheme.len > 1 ? scheme : STR_NONE;
}

enum link_kind link_kind_of_url(struct str url, bool image)
{
	struct str scheme = scheme_of(url);

	if (image)
		return LINK_IMAGE;
	if (link_is_web(url))
		return LINK_WEB;
	if (!scheme.s || str_eq_nocase(scheme, STR("file")))
		return LINK_FILE;
	return str_eq_nocase(scheme, STR("mailto")) ? LINK_MAIL : LINK_OTHER;
}

static bool is_one_of(struct str suffix, const char *const *suffixes)
{
	for (; *suffixes; suffixes++)
		if (str_eq_nocase(suffix, str_of(*suffixes)))
			return true;
	return false;
}

/* A note may be called "Node.js"; only suffixes of files are no name. */
enum link_kind link_kind_of_wiki(struct str target, bool embed)
{
	static const char *const images[] = { ".png", ".jpg", ".jpeg", ".gif",
					      ".svg", ".webp", ".bmp", ".avif",
					      NULL };
	static const char *const files[] = { ".pdf", ".mp3", ".mp4", ".webm",
					     ".wav", ".m4a", ".ogg", ".mov",
					     ".csv", ".zip", ".canvas", ".docx",
					     ".pptx", ".xlsx", ".epub", NULL };
	struct str suffix = path_suffix(str_upto(target,
						 str_find(target, '#')));

	if (is_one_of(suffix, images))
		return embed ? LINK_IMAGE : LINK_FILE;
	return is_one_of(suffix, files) ? LINK_FILE : LINK_NOTE;
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add_decoded(struct strbuf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		int high = i + 2 < s.len ? hex(s.s[i + 1]) : -1;
		int low = i + 2 < s.len ? hex(s.s[i + 2]) : -1;

		if (s.s[i] != '%' || high < 0 || low < 0 || (!high && !low)) {
			strbuf_addch(out, s.s[i]);
			continue;
		}
		strbuf_addch(out, (char)(high * 16 + low));
		i += 2;
	}
}

/* Append the parts of `path`, with "." and ".." done; false: out of the top. */
static bool add_parts(struct strbuf *out, size_t top, struct str path)
{
	struct str part;

	while ((part = str_next_field(&path, '/')).s) {
		size_t at = out->len;

		if (!part.len || str_is(part, "."))
			continue;
		if (!str_is(part, "..")) {
			path_join_slice(out, part);
			continue;
		}
		if (at == top)
			return false;
		while (at > top && out->buf[at - 1] != '/')
			at--;
		strbuf_truncate(out, at > top ? at - 1 : top);
	}
	return true;
}

bool link_path(struct strbuf *out, struct str folder, struct str url)
{
	AUTO(strbuf) decoded = STRBUF_INIT;
	size_t top = out->len;

	url = str_upto(url, str_find(url, '#'));
	url = str_upto(url, str_find(url, '?'));
	if (!url.len || scheme_of(url).s || str_starts(url, "//") ||
	    str_find(url, '\\') < url.len)
		return false;
	add_decoded(&decoded, url);
	if (!str_starts(strbuf_slice(&decoded), "/"))
		strbuf_addslice(out, folder);
	return add_parts(out, top, strbuf_slice(&decoded)) && out->len > top;
}

bool link_log_path(struct strbuf *out, struct str folder, struct str url)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct str file;

	if (str_starts(url, "/") || !link_path(&path, folder, url) ||
	    !str_starts(strbuf_slice(&path), "notes/"))
		return false;
	if (!path_suffix(strbuf_slice(&path)).len)
		path_join(&path, "README.md");
	strbuf_addstr(out, ".hecto/logs/");
	file = str_from(strbuf_slice(&path), 6);
	for (size_t i = 0; i < file.len; i++)
		strbuf_addch(out, file.s[i] == '/' ? '-' : file.s[i]);
	return true;
}

void link_add_fragment(struct strbuf *out, struct str url)
{
	add_decoded(out, str_from(url, str_find(url, '#') + 1));
}
