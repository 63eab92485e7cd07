/* SPDX-License-Identifier: MIT */
/* A message that goes on in the next line where a terminal ends. */
#include "cmd/terminal/message.h"

#include <string.h>

#include "core/text/unicode.h"

#define SET_IN 2		/* a line that goes on */

/* Up to the closing quote, and what hangs on it; 0: there is none. */
static size_t quoted_length(struct str text)
{
	size_t end = 1;

	if (!str_starts(text, "'"))
		return 0;
	while (end < text.len &&
	       (text.s[end] != '\'' ||
		(end + 1 < text.len && !strchr(" ,;.:)", text.s[end + 1]))))
		end++;
	return end < text.len ? end + str_find(str_from(text, end), ' ') : 0;
}

static struct str first_word(struct str text, size_t columns)
{
	struct str quoted = str_upto(text, quoted_length(text));

	if (quoted.len && SET_IN + unicode_width(quoted) <= columns)
		return quoted;
	return str_upto(text, str_find(text, ' '));
}

static size_t blanks_before(struct str text)
{
	size_t count = 0;

	while (count < text.len && text.s[count] == ' ')
		count++;
	return count;
}

static void add_line(struct strbuf *out, struct str line, size_t columns)
{
	bool filled = false;
	size_t used = 0;

	while (line.len) {
		size_t gap = blanks_before(line);
		struct str word = first_word(str_from(line, gap), columns);
		size_t width = unicode_width(word);

		line = str_from(line, gap + word.len);
		if (filled && used + gap + width > columns) {
			strbuf_addch(out, '\n');
			gap = SET_IN;
			used = 0;
		}
		strbuf_addblanks(out, gap);
		strbuf_addslice(out, word);
		used += gap + width;
		filled = true;
	}
}

void message_add(struct strbuf *out, struct str text, size_t columns)
{
	struct str line;
	bool first = true;

	while ((line = str_next_line(&text)).s) {
		if (!first)
			strbuf_addch(out, '\n');
		first = false;
		add_line(out, line, columns);
	}
}
