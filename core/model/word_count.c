/* SPDX-License-Identifier: MIT */
/* Counting the words that are read of a text. */
#include "core/model/word_count.h"

#include <stdbool.h>

#include "core/base/ascii.h"
#include "core/model/private_marks.h"
#include "core/text/code_span.h"

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* All that is no ASCII may be a letter. */
static size_t count(struct str text)
{
	size_t words = 0;
	bool counted = false;

	for (size_t i = 0; i < text.len; i++) {
		if (is_blank(text.s[i])) {
			counted = false;
		} else if (!counted && ascii_is_of_word(text.s[i])) {
			words++;
			counted = true;
		}
	}
	return words;
}

/* Up to a comment that opens in this line, or its end. */
static size_t shown_length(struct str line)
{
	size_t i = 0;

	while (i < line.len && !str_starts(str_from(line, i), "<!--"))
		i += line.s[i] == '`' ?
			     code_short_span_length(str_from(line, i)) :
		     line.s[i] == '\\' && i + 1 < line.len ? 2 : 1;
	return i;
}

/* `*within` a comment: it began in a line before, or ends in a later one. */
static size_t count_line(struct str line, bool *within)
{
	size_t words = 0;

	while (line.len) {
		size_t n;

		if (*within) {
			n = str_find_str(line, STR("-->"));
			*within = n == line.len;
			line = str_from(line, n + 3);
			continue;
		}
		n = shown_length(line);
		words += count(str_upto(line, n));
		*within = n < line.len;
		/* Of "<!-->", the lines of the beginning are those of the end. */
		line = str_from(line, n + 2);
	}
	return words;
}

size_t word_count(struct str body)
{
	struct private_code code = { .fence = 0 };
	bool within = false;
	size_t words = 0;
	struct str line;

	if (str_find_str(body, STR("<!--")) == body.len)
		return count(body);
	while ((line = str_next_line(&body)).s) {
		if (!within && private_code_step(&code, line) != CODE_NONE)
			words += count(line);
		else
			words += count_line(line, &within);
		code.in_comment = false;
	}
	return words;
}
