/* SPDX-License-Identifier: MIT */
/* Cutting a text so that it fits on a line. */
#include "core/text/text_cut.h"

#include <string.h>

/* Not within a character, and at a blank unless that leaves too little. */
static size_t cut_at(struct str text, size_t max)
{
	size_t at = max, blank;

	while (at && ((unsigned char)text.s[at] & 0xc0) == 0x80)
		at--;
	for (blank = at; blank > max / 2; blank--)
		if (text.s[blank] == ' ' || text.s[blank] == '\n')
			return blank;
	return at;
}

const char *text_cut(struct str text, size_t max, struct arena *mem)
{
	static const char ellipsis[] = "…";
	bool cut;
	char *out;

	text = str_trim(text);
	cut = text.len > max;
	if (cut)
		text = str_trim_right(str_upto(text, cut_at(text, max)));
	/* A NUL would end it. */
	text = str_upto(text, str_find(text, '\0'));
	out = arena_alloc(mem, text.len + sizeof(ellipsis));
	for (size_t i = 0; i < text.len; i++)
		out[i] = (unsigned char)text.s[i] < ' ' ? ' ' : text.s[i];
	if (cut)
		memcpy(out + text.len, ellipsis, sizeof(ellipsis));
	return out;
}
