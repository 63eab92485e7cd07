/* SPDX-License-Identifier: MIT */
/*
 * What --fix says it changes.  Secrets are masked, and where something is
 * private only the lines of the front matter and the ends of lines are shown.
 */
#include "cmd/check/check.h"

#include "core/model/private.h"
#include "core/model/secret.h"
#include "core/model/section_lines.h"
#include "core/text/diff.h"
#include "core/text/unicode.h"

#define CONTEXT 3
#define PRIVATE_LINE "(private)"

/* What remains of a body when the site leaves out what is private. */
static struct str public_part(const struct settings *settings,
			      struct str body, bool is_private,
			      struct arena *mem)
{
	if (is_private)
		return STR("");
	return private_filter(body, settings->private_sections, NULL, mem);
}

/* A label with nothing behind it tells nothing. */
static bool is_bare_label(struct str line)
{
	enum section section;
	struct str rest;

	return section_label(line, &section, &rest) && !str_trim(rest).len;
}

/*
 * Each line of the body that is not the next public one is private: what is
 * public is the body with lines left out.
 */
static void add_body(struct strbuf *out, struct str body, struct str public)
{
	while (body.len) {
		struct str line = section_next_line(&body);
		struct str content = str_trim_right(line);
		struct str ahead = public;

		if (str_eq(section_next_line(&ahead), line)) {
			public = ahead;
			strbuf_addslice(out, line);
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

	secret_add_text(&masked, text);
	text = arena_str(mem, strbuf_slice(&masked));
	check_file_read(&file, path, text, true, mem);
	strbuf_add(&out, text.s, text.len - file.body.len);
	add_body(&out, file.body,
		 public_part(settings, file.body, is_private, mem));
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
