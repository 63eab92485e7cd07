/* SPDX-License-Identifier: MIT */
/* Files in git-config syntax as the text that they are. */
#include "core/store/git_config_text.h"

/* Behind "[section "sub"]"; a bracket in quotes is none. */
static struct str behind_header(struct str line)
{
	bool quoted = false;

	for (size_t i = 1; i < line.len; i++) {
		if (line.s[i] == '"')
			quoted = !quoted;
		else if (line.s[i] == '\\' && quoted)
			i++;
		else if (line.s[i] == ']' && !quoted)
			return str_trim(str_from(line, i + 1));
	}
	return line;
}

/* A value goes on behind a backslash that is not the second of two. */
static bool goes_on(struct str line)
{
	size_t count = 0;

	while (count < line.len && line.s[line.len - 1 - count] == '\\')
		count++;
	return count % 2;
}

/* A header with what stands beneath it, or what stands above the first. */
static struct str next_section(struct str *rest, bool *filled)
{
	struct str all = *rest;
	bool continued = false;

	*filled = false;
	while (rest->len) {
		struct str behind = *rest;
		struct str line = str_next_line(&behind);
		struct str words = str_trim(line);
		bool header = !continued && str_starts(words, "[");

		if (header && rest->len < all.len)
			break;
		*filled |= (header ? behind_header(words) : words).len > 0;
		continued = goes_on(line);
		*rest = behind;
	}
	return str_upto(all, all.len - rest->len);
}

void config_text_add_filled(struct strbuf *out, struct str before,
			    struct str after)
{
	while (after.len) {
		bool was_filled, is_filled;
		struct str section;

		next_section(&before, &was_filled);
		section = next_section(&after, &is_filled);
		if (is_filled || !was_filled)
			strbuf_addslice(out, section);
	}
}
