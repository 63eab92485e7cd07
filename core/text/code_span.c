/* SPDX-License-Identifier: MIT */
/* Code within a text, between as many backticks as it began with. */
#include "core/text/code_span.h"

size_t code_mark_length(struct str text)
{
	size_t n = 0;

	while (n < text.len && text.s[n] == '`')
		n++;
	return n;
}

size_t code_span_length(struct str text)
{
	size_t marks = code_mark_length(text), at = marks;

	while (at < text.len) {
		size_t next;

		at += str_find(str_from(text, at), '`');
		next = code_mark_length(str_from(text, at));
		if (next == marks)
			return at + next;
		at += next;
	}
	return marks;
}

size_t code_short_span_length(struct str text)
{
	size_t marks = code_mark_length(text);

	return marks > CODE_MARKS_MAX ? marks : code_span_length(text);
}
