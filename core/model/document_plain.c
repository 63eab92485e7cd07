/* SPDX-License-Identifier: MIT */
/* Headings and items of loose notes, by what they look like. */
#include "core/model/document_plain.h"

#include <ctype.h>
#include <string.h>

#define LEVELS 6
#define LABEL_MAX 60	/* bytes of a line that is a heading as it is */
#define TITLE_MAX 50
#define NAME_MAX_BYTES 40
#define TITLE_WORDS 5

int plain_starred_heading(struct str *line)
{
	struct str s = *line;
	int level = 0;

	while (str_starts(s, "*"))
		s = str_from(s, 1);
	if (s.len == line->len)
		return 0;
	while (str_starts(s, "#") && level <= LEVELS) {
		s = str_from(s, 1);
		level++;
	}
	if (!level || level > LEVELS || !str_starts(s, " "))
		return 0;
	*line = str_trim(s);
	return level;
}

int plain_label_heading(struct str *line)
{
	struct str s = str_trim(*line);

	if (s.len < 2 || s.len > LABEL_MAX || !str_ends(s, ":"))
		return 0;
	if (strchr("-*+(>|", s.s[0]))
		return 0;
	*line = str_trim(str_upto(s, s.len - 1));
	return 2;
}

/* Words only, and few of them: no sentence, no command, no definition. */
static bool is_title(struct str s)
{
	unsigned words = 1;
	unsigned char first, last;

	if (s.len < 2 || s.len > TITLE_MAX)
		return false;
	first = (unsigned char)s.s[0];
	last = (unsigned char)s.s[s.len - 1];
	if (!isupper(first) && first < 0x80)
		return false;
	if (!isalnum(last) && last != ')' && last < 0x80)
		return false;
	for (size_t i = 0; i < s.len; i++) {
		if (strchr("=;$|{}<>\\:,\"`\n", s.s[i]))
			return false;
		if (s.s[i] != ' ')
			continue;
		words++;
		if (str_starts(str_from(s, i), " - "))
			return false;
	}
	return words <= TITLE_WORDS;
}

int plain_centred_heading(const struct markdown_block *block, struct str *text)
{
	struct str line = str_trim(block->text);
	struct str raw = block->raw;

	while (str_starts(raw, "\n") || str_starts(raw, "\r"))
		raw = str_from(raw, 1);
	if (!str_starts(raw, "\t\t") && !str_starts(raw, "        "))
		return 0;
	if (str_find(line, '\n') < line.len || line.len < 2 ||
	    line.len > LABEL_MAX + 40 || !isupper((unsigned char)line.s[0]) ||
	    strchr(";{=:", line.s[line.len - 1]))
		return 0;
	*text = line;
	return 1;
}

bool plain_is_name(struct str text)
{
	return text.len >= 2 && text.len <= NAME_MAX_BYTES &&
	       !memchr(text.s, ':', text.len) && !memchr(text.s, '.', text.len) &&
	       !memchr(text.s, '?', text.len) && !memchr(text.s, ',', text.len);
}

int plain_shape_heading(const struct markdown_block *block,
			const struct markdown_block *next, struct str *text)
{
	struct str s = str_trim(block->text);

	if (block->kind != MARKDOWN_PARAGRAPH || block->nbreaks ||
	    block->parent >= 0 || !is_title(s))
		return 0;
	if (next->kind == MARKDOWN_HEADING || next->kind == MARKDOWN_HTML ||
	    next->text.len <= s.len || is_title(str_trim(next->text)))
		return 0;
	*text = s;
	return SHAPE_LEVEL;
}

bool plain_item(struct str *line)
{
	struct str s = str_trim_left(*line);

	if (!str_starts(s, "-- ") && !str_starts(s, "\xe2\x80\xa2 ") &&
	    !str_starts(s, "\xc2\xb7 ") && !str_starts(s, "--\t"))
		return false;
	*line = str_trim(str_from(s, str_find(s, s.s[2] == '\t' ? '\t' : ' ')));
	return true;
}

struct str plain_without_bullet(struct str text)
{
	static const char *const bullets[] = { "\xc2\xb7", "o",
					       "\xe2\x80\xa2", "\xc2\xa7" };

	for (size_t i = 0; i < sizeof(bullets) / sizeof(*bullets); i++) {
		struct str rest = str_from(text, strlen(bullets[i]));

		if (str_starts(text, bullets[i]) && rest.len &&
		    strchr(" \t", rest.s[0]))
			return str_trim_left(rest);
	}
	return text;
}
