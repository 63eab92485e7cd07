/* SPDX-License-Identifier: MIT */
/* Lines as Markdown has them. */
#include "core/text/markdown_lines.h"

struct str markdown_next_line(struct str *rest)
{
	size_t end = 0, skip;
	struct str line;

	if (!rest->len)
		return STR_NONE;
	while (end < rest->len && rest->s[end] != '\n' && rest->s[end] != '\r')
		end++;
	line = str_upto(*rest, end);
	skip = end + 1;
	if (skip < rest->len && rest->s[end] == '\r' && rest->s[skip] == '\n')
		skip++;
	*rest = str_from(*rest, skip);
	return line;
}
