/* SPDX-License-Identifier: MIT */
/*
 * What --fix says it changes.  Secrets are masked, and where something is
 * private only the lines of the front matter and the ends of lines are shown.
 */
#include "cmd/check/check.h"

#include "core/model/private.h"
#include "core/model/private_row.h"
#include "core/model/secret.h"
#include "core/model/section_lines.h"
#include "core/text/diff.h"
#include "core/text/unicode.h"

#define CONTEXT 3
#define PRIVATE_LINE "(private)"

/* What remains of a body when the site leaves out what is private. */
static struct str public_part(const struct settings *settings,
			      struct str front, struct str body,
			      bool is_private, struct arena *mem)
{
	const struct private_rules rules =
		private_rules_read(settings->private_sections, front, mem);

	if (is_private)
		return STR("");
	return private_filter(body, rules, NULL, mem);
}

/* A label with nothing behind it tells nothing. */
static bool is_bare_label(struct str line)
{
	enum section section;
	struct str rest;

	return section_label(line, &section, &rest) && !str_trim(rest).len;
}

/* A row whose private cells are blank. */
static bool is_blanked(struct str line, struct str public)
{
	if (line.len != public.len || str_find(line, '|') == line.len)
		return false;
	for (size_t i = 0; i < line.len; i++)
		if (public.s[i] != line.s[i] && public.s[i] != ' ')
			return false;
	return true;
}

/* A line without what stands behind a label within it. */
static bool is_cut(struct str line, struct str public)
{
	size_t front = 0, back = 0;
	struct str gone;

	if (public.len >= line.len || private_is_marked(line))
		return false;
	while (front < public.len && line.s[front] == public.s[front])
		front++;
	while (back < public.len - front &&
	       line.s[line.len - 1 - back] == public.s[public.len - 1 - back])
		back++;
	gone = str_from(str_upto(line, line.len - back), front);
	return str_trim(str_upto(line, front)).len &&
	       front + back == public.len && str_find(gone, ':') < gone.len;
}

/*
 * Each line of the body that is not the next public one is private: what is
 * public is the body with lines left out, cells of rows, and what stands behind
 * a label within a line.
 */
static void add_body(struct strbuf *out, struct str body, struct str public)
{
	while (body.len) {
		struct str line = section_next_line(&body);
		struct str content = str_trim_right(line);
		struct str ahead = public, next = section_next_line(&ahead);

		if (str_eq(next, line) || is_blanked(line, next) ||
		    is_cut(line, next)) {
			public = ahead;
			strbuf_addslice(out, next);
			continue;
		}
		if (is_bare_label(content))
			strbuf_addslice(out, content);
		else if (content.len)
			strbuf_addstr(out, PRIVATE_LINE);
		strbuf_addslice(out, str_from(line, content.len));
	}
}

/* Of a file whose front matter cannot be read, all is taken for private. */
static bool is_kept_back(const struct mended_file *file, struct arena *mem)
{
	struct error err = ERROR_INIT;
	struct entry e;

	return entry_parse(&e, file->path, file->after, mem, &err) || e.private;
}

/* A text as it may be shown, line for line. */
static struct str shown(const struct settings *settings, const char *path,
			struct str text, bool is_private, struct arena *mem)
{
	AUTO(strbuf) masked = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct check_file file;
	struct str front;

	secret_add_text(&masked, text);
	text = arena_str(mem, strbuf_slice(&masked));
	check_file_read(&file, path, text, true, mem);
	front = str_upto(text, text.len - file.body.len);
	strbuf_addslice(&out, front);
	add_body(&out, file.body,
		 public_part(settings, front, file.body, is_private, mem));
	return arena_str(mem, strbuf_slice(&out));
}

void check_add_difference(struct strbuf *out, const struct settings *settings,
			  const struct mended_file *file)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) diff = STRBUF_INIT;
	bool is_private = is_kept_back(file, &mem);
	const struct diff_side before = {
		file->before,
		shown(settings, file->path, file->before, is_private, &mem),
	};
	const struct diff_side after = {
		file->after,
		shown(settings, file->path, file->after, is_private, &mem),
	};

	diff_add_shown(&diff, file->path, &before, &after,
		       is_private ? 0 : CONTEXT);
	unicode_add_visible(out, strbuf_slice(&diff));
}
