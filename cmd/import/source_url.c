/* SPDX-License-Identifier: MIT */
/* A file from an address of the web. */
#include "cmd/import/source.h"

#include "core/base/path.h"
#include "core/net/fetch.h"

/* What stands between "https://" and the path. */
static struct str url_host(struct str url)
{
	struct str rest = str_from(url, str_find_str(url, STR("://")) + 3);
	struct str host = str_upto(rest, str_find(rest, '/'));

	host = str_upto(host, str_find(host, '?'));
	host = str_upto(host, str_find(host, '#'));
	return str_from(host, str_find(host, '@') < host.len
				      ? str_find(host, '@') + 1
				      : 0);
}

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if ((c | 0x20) >= 'a' && (c | 0x20) <= 'f')
		return (c | 0x20) - 'a' + 10;
	return -1;
}

static void add_decoded(struct strbuf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		int high = i + 2 < s.len ? hex_digit(s.s[i + 1]) : -1;
		int low = i + 2 < s.len ? hex_digit(s.s[i + 2]) : -1;

		if (s.s[i] != '%' || high < 0 || low < 0) {
			strbuf_addch(out, s.s[i]);
			continue;
		}
		strbuf_addch(out, (char)(high << 4 | low));
		i += 2;
	}
}

/* ".../notes/log.md?raw=1" is "log.md"; without a path, the host's name. */
static void add_file_name(struct strbuf *out, struct str url)
{
	struct str host = url_host(url);
	struct str path = str_from(url, (size_t)(host.s - url.s) + host.len);
	size_t before = out->len;

	path = str_upto(path, str_find(path, '?'));
	path = str_upto(path, str_find(path, '#'));
	while (str_ends(path, "/"))
		path.len--;
	add_decoded(out, path_basename(path));
	if (out->len == before)
		strbuf_addslice(out, host);
}

/* The address without user and password. */
static const char *shown(struct import_source *s, struct str url)
{
	struct str host = url_host(url);
	size_t scheme = str_find_str(url, STR("://")) + 3;
	AUTO(strbuf) out = STRBUF_INIT;

	strbuf_addslice(&out, str_upto(url, scheme));
	strbuf_addslice(&out, str_from(url, (size_t)(host.s - url.s)));
	return arena_strdup(&s->mem, out.buf);
}

int import_source_fetch(struct import_source *s, const char *url,
			bool allow_private, struct strbuf *bytes,
			struct strbuf *name, struct error *err)
{
	struct fetch_limits limits = FETCH_LIMITS;
	AUTO(strbuf) type = STRBUF_INIT;

	s->name = shown(s, str_of(url));
	limits.allow_private = allow_private;
	if (fetch_get(bytes, &type, url, &limits, err))
		return -1;
	if (str_eq_nocase(strbuf_slice(&type), STR("text/html")) ||
	    str_eq_nocase(strbuf_slice(&type), STR("application/xhtml+xml")))
		return error_set(err, ERROR_INPUT, "'%s' is a web page, not "
				 "the text itself; use the address of the raw "
				 "file", s->name);
	add_file_name(name, str_of(url));
	return 0;
}
