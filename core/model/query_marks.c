/* SPDX-License-Identifier: MIT */
/* What the language of queries has a meaning for: "-", "or", quotes. */
#include "core/model/query_fields.h"

bool query_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || !c;
}

static char byte_at(struct str s, size_t at)
{
	return at < s.len ? s.s[at] : ' ';
}

bool query_is_minus(struct str rest)
{
	char next = byte_at(rest, 1);

	return byte_at(rest, 0) == '-' && !query_is_blank(next) &&
	       str_find(STR("-=>)"), next) == 4;
}

bool query_is_or(struct str rest, bool in_group)
{
	char behind = byte_at(rest, 2);

	return str_starts_nocase(rest, "or") &&
	       (query_is_blank(behind) || (behind == ')' && in_group));
}

const struct query_field *query_field_at(struct str text, size_t at)
{
	struct str rest = str_from(text, at);
	size_t colon = str_find(rest, ':');

	return colon < rest.len ? query_field_find(str_upto(rest, colon))
				: NULL;
}

/* A word in capitals before a term, and the blanks between. */
static size_t operator_length(struct str rest, const char *name, bool in_group)
{
	size_t len = str_of(name).len;

	if (!str_starts(rest, name) || !query_is_blank(byte_at(rest, len)))
		return 0;
	while (len < rest.len && query_is_blank(rest.s[len]))
		len++;
	if (len >= rest.len || (in_group && rest.s[len] == ')') ||
	    query_is_or(str_from(rest, len), in_group))
		return 0;
	return len;
}

size_t query_and_length(struct str rest, bool in_group)
{
	return operator_length(rest, "AND", in_group);
}

size_t query_not_length(struct str rest, bool in_group)
{
	return operator_length(rest, "NOT", in_group);
}

size_t query_quote_length(struct str rest)
{
	static const char *const quotes[] = {
		"\"", "\u201c", "\u201d", "\u201e", "\u201f", "\u00ab",
		"\u00bb",
	};

	for (size_t i = 0; i < ARRAY_SIZE(quotes); i++)
		if (str_starts(rest, quotes[i]))
			return str_of(quotes[i]).len;
	return 0;
}

bool query_quote_closes(struct str open, struct str rest)
{
	return query_quote_length(rest) &&
	       (query_quote_length(open) > 1 || rest.s[0] == '"');
}
