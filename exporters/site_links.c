/* SPDX-License-Identifier: MIT */
/* Where the pages of the site are, and how one leads to another. */
#include "exporters/site_links.h"

#include <string.h>

#include "core/base/path.h"

const char *site_file_name(struct strset *taken, struct str id,
			   struct arena *mem)
{
	AUTO(strbuf) name = STRBUF_INIT;
	size_t base, next = 2;

	path_add_slug(&name, id);
	base = name.len;
	/* The number of a name that is taken says where to go on from. */
	if (strset_get(taken, strbuf_slice(&name), &next))
		strbuf_addf(&name, "-%zu", next);
	while (!strset_put(taken, strbuf_slice(&name), 2)) {
		strbuf_truncate(&name, base);
		strbuf_addf(&name, "-%zu", ++next);
	}
	if (name.len > base)
		strset_put(taken, str_upto(strbuf_slice(&name), base), next + 1);
	strbuf_addstr(&name, ".html");
	return arena_strndup(mem, name.buf, name.len);
}

/* Append what fits, and say whether it did. */
static bool href_add(struct href *h, size_t *len, const char *text)
{
	size_t n = strlen(text);

	if (*len + n >= sizeof(h->s))
		return false;
	memcpy(h->s + *len, text, n + 1);
	*len += n;
	return true;
}

struct href site_href(const char *up, const char *folder, const char *file,
		      const char *anchor)
{
	struct href h;
	size_t len = 0, end;

	h.s[0] = '\0';
	href_add(&h, &len, up);
	if (folder && href_add(&h, &len, folder))
		href_add(&h, &len, "/");
	href_add(&h, &len, file);
	end = len;
	if (anchor && (!href_add(&h, &len, "#") || !href_add(&h, &len, anchor)))
		h.s[end] = '\0';
	return h;
}

const char *site_anchor(enum section s)
{
	return section_name(s);
}

/* "a/b" + "../c.md" -> "a/c.md"; false when it leads out of the journal. */
static bool join_path(struct strbuf *out, const char *dir, struct str link)
{
	struct str part;

	if (!str_starts(link, "/"))
		strbuf_addstr(out, dir);
	while ((part = str_next_field(&link, '/')).s) {
		if (!part.len || str_is(part, "."))
			continue;
		if (!str_is(part, "..")) {
			path_join_slice(out, part);
			continue;
		}
		if (!out->len)
			return false;
		strbuf_truncate(out, path_dirname(strbuf_slice(out)).len);
	}
	return true;
}

static int hex_value(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add_unescaped(struct strbuf *out, struct str url)
{
	for (size_t i = 0; i < url.len; i++) {
		if (url.s[i] == '%' && i + 2 < url.len &&
		    hex_value(url.s[i + 1]) >= 0 &&
		    hex_value(url.s[i + 2]) >= 0) {
			strbuf_addch(out, (char)(hex_value(url.s[i + 1]) * 16 +
						 hex_value(url.s[i + 2])));
			i += 2;
		} else {
			strbuf_addch(out, url.s[i]);
		}
	}
}

/* The number of the document at a path, with or without its suffix. */
static bool find_target(const struct site_view *v, struct strbuf *path,
			size_t *number)
{
	if (strset_get(&v->targets, strbuf_slice(path), number))
		return true;
	strbuf_addstr(path, ".md");
	return strset_get(&v->targets, strbuf_slice(path), number);
}

bool site_resolve(void *resolver, struct str url, struct strbuf *out)
{
	const struct site_resolver *r = resolver;
	const struct site_view *v = r->view;
	AUTO(strbuf) link = STRBUF_INIT;
	AUTO(strbuf) path = STRBUF_INIT;
	size_t number;

	url = str_upto(url, str_find(url, '#'));
	url = str_upto(url, str_find(url, '?'));
	if (!url.len)
		return false;
	add_unescaped(&link, url);
	if (!join_path(&path, r->dir, strbuf_slice(&link)) ||
	    !find_target(v, &path, &number))
		return false;
	strbuf_addstr(out, r->up);
	strbuf_addstr(out, number < v->nentries ? "days/" : "notes/");
	strbuf_addstr(out, number < v->nentries ?
				   v->entries[number].file :
				   v->notes[number - v->nentries].file);
	return true;
}
