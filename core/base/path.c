/* SPDX-License-Identifier: MIT */
/* Joining, splitting and judging paths. */
#include "core/base/path.h"

#include <stdint.h>
#include <string.h>

#include "core/base/limits.h"

void path_join_slice(struct strbuf *path, struct str name)
{
	if (path->len && path->buf[path->len - 1] != '/')
		strbuf_addch(path, '/');
	strbuf_addslice(path, name);
}

void path_join(struct strbuf *path, const char *name)
{
	path_join_slice(path, str_of(name));
}

static size_t last_slash(struct str path)
{
	for (size_t i = path.len; i > 0; i--)
		if (path.s[i - 1] == '/')
			return i;
	return 0;
}

struct str path_basename(struct str path)
{
	return str_from(path, last_slash(path));
}

struct str path_dirname(struct str path)
{
	size_t slash = last_slash(path);

	return str_upto(path, slash ? slash - 1 : 0);
}

struct str path_suffix(struct str path)
{
	struct str name = path_basename(path);

	for (size_t i = name.len; i > 1; i--)
		if (name.s[i - 1] == '.')
			return str_from(name, i - 1);
	return str_from(name, name.len);
}

struct str path_stem(struct str path)
{
	struct str name = path_basename(path);

	return str_upto(name, name.len - path_suffix(path).len);
}

/* Names that Windows opens as devices, whatever their suffix. */
static bool is_device_name(struct str part)
{
	static const char *const names[] = { "con", "prn", "aux", "nul" };
	static const char *const numbered[] = { "com", "lpt" };
	struct str stem = str_upto(part, str_find(part, '.'));

	if ((stem.len != 3 && stem.len != 4) || !strchr("cCpPaAnNlL", stem.s[0]))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (str_eq_nocase(stem, str_of(names[i])))
			return true;
	for (size_t i = 0; i < ARRAY_SIZE(numbered); i++)
		if (stem.len == 4 && str_starts_nocase(stem, numbered[i]) &&
		    stem.s[3] >= '1' && stem.s[3] <= '9')
			return true;
	return false;
}

/* "." and ".." end with a dot as well. */
static bool is_safe_part(struct str part)
{
	if (!part.len || part.len > 255)
		return false;
	if (str_eq_nocase(part, STR(".git")) || str_starts_nocase(part, "git~"))
		return false;
	if (part.s[part.len - 1] == '.' || part.s[part.len - 1] == ' ')
		return false;
	return !is_device_name(part);
}

static bool has_only_safe_bytes(struct str path)
{
	for (size_t i = 0; i < path.len; i++) {
		unsigned char c = (unsigned char)path.s[i];

		if (c < 0x20 || c == 0x7f || c == '\\' || c == ':')
			return false;
	}
	return true;
}

bool path_is_safe(struct str path)
{
	if (!path.len || path.len > LIMIT_PATH || path.s[path.len - 1] == '/' ||
	    !has_only_safe_bytes(path))
		return false;
	while (path.len)
		if (!is_safe_part(str_next_field(&path, '/')))
			return false;
	return true;
}

/* FNV-1a; only to tell names apart that have no letters we can keep. */
static uint32_t short_hash(struct str s)
{
	uint32_t h = 2166136261u;

	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.s[i]) * 16777619u;
	return h;
}

void path_add_slug(struct strbuf *out, struct str text)
{
	size_t start = out->len;
	bool lost = false;

	for (size_t i = 0; i < text.len && out->len - start < LIMIT_SLUG - 9;
	     i++) {
		char c = text.s[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
			strbuf_addch(out, c);
		else if (out->len > start && out->buf[out->len - 1] != '-')
			strbuf_addch(out, '-');
		lost |= (unsigned char)c >= 0x80;
	}
	while (out->len > start && out->buf[out->len - 1] == '-')
		strbuf_truncate(out, out->len - 1);
	if (out->len == start)
		strbuf_addstr(out, "x");
	if (lost || is_device_name(str_from(strbuf_slice(out), start)))
		strbuf_addf(out, "-%08x", (unsigned)short_hash(text));
}
