/* SPDX-License-Identifier: MIT */
/* Names from outside, made such that they may stand in a journal. */
#include "cmd/import/file.h"

#include <string.h>

#include "core/base/path.h"

#define NAME_LONGEST 200	/* room for "-2" and a temporary name */
#define SUFFIX_LONGEST 10

/* A part that begins with a dot would be hidden from hecto. */
static void add_part(struct strbuf *out, struct str part)
{
	struct str suffix = path_suffix(part);

	if (path_is_safe(part) && !str_starts(part, ".") &&
	    part.len <= NAME_LONGEST) {
		path_join_slice(out, part);
		return;
	}
	if (out->len)
		strbuf_addch(out, '/');
	path_add_slug(out, path_stem(part));
	if (suffix.len && suffix.len <= SUFFIX_LONGEST && path_is_safe(suffix))
		strbuf_addslice(out, suffix);
}

const char *import_safe_path(struct arena *mem, struct str path)
{
	AUTO(strbuf) out = STRBUF_INIT;

	while (path.len) {
		struct str part = str_next_field(&path, '/');

		if (part.len)
			add_part(&out, part);
	}
	if (!out.len)
		strbuf_addstr(&out, "x");
	return arena_strdup(mem, out.buf);
}

/* The end of a path tells files apart, so a long one loses its beginning. */
const char *import_safe_base(struct arena *mem, struct str safe_path)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (safe_path.len > NAME_LONGEST)
		safe_path = path_basename(safe_path);
	for (size_t i = 0; i < safe_path.len; i++)
		strbuf_addch(&out, safe_path.s[i] == '/' ? '-' :
							    safe_path.s[i]);
	return arena_strdup(mem, out.buf);
}
