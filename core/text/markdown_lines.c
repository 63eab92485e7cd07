/* SPDX-License-Identifier: MIT */
/* Lines as Markdown has them. */
#include "core/text/markdown_lines.h"

/*
 * How far both kinds of line ends are looked for at a time: a text that has
 * only one of them is not searched to its end for the other, line by line.
 */
#define STEP 256

static size_t line_length(struct str s)
{
	for (size_t at = 0; at < s.len; at += STEP) {
		struct str piece = str_upto(str_from(s, at), STEP);
		size_t end = str_find(piece, '\n');

		end = str_find(str_upto(piece, end), '\r');
		if (end < piece.len)
			return at + end;
	}
	return s.len;
}

struct str markdown_next_line(struct str *rest)
{
	size_t end, skip;
	struct str line;

	if (!rest->len)
		return STR_NONE;
	end = line_length(*rest);
	line = str_upto(*rest, end);
	skip = end + 1;
	if (skip < rest->len && rest->s[end] == '\r' && rest->s[skip] == '\n')
		skip++;
	*rest = str_from(*rest, skip);
	return line;
}
