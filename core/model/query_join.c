/* SPDX-License-Identifier: MIT */
/* Operands of a command line as one query. */
#include "core/base/strbuf.h"
#include "core/model/date_words.h"
#include "core/model/query_fields.h"

bool query_is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || !c;
}

static char byte_at(struct str s, size_t at)
{
	return at < s.len ? s.s[at] : ' ';
}

bool query_is_negation(struct str rest)
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

static size_t word_length(struct str rest)
{
	size_t len = 0;

	while (len < rest.len && !query_is_blank(rest.s[len]))
		len++;
	return len;
}

/* Several words, and nothing that the language has a meaning for. */
static bool is_phrase(struct str operand)
{
	size_t words = 0, len;

	if (str_find(operand, '"') < operand.len)
		return false;
	for (size_t at = 0; at < operand.len; at += len + 1) {
		struct str rest = str_from(operand, at);

		len = word_length(rest);
		if (!len)
			continue;
		if (query_is_negation(rest) || query_is_or(rest, false) ||
		    rest.s[0] == '(' || rest.s[len - 1] == '*' ||
		    query_field_at(str_upto(rest, len), 0))
			return false;
		words++;
	}
	return words > 1;
}

/* "since:3 months ago": where the date begins, or 0. */
static size_t date_begins(struct str operand, int today)
{
	size_t at = operand.len && operand.s[0] == '-';
	const struct query_field *f = query_field_at(operand, at);
	struct error none = ERROR_INIT;
	struct day_span days;

	if (!f || !f->bounds || word_length(operand) == operand.len)
		return 0;
	at += str_of(f->name).len + 1;
	return date_words_span(&days, str_from(operand, at), today, DATE_PAST,
			       &none) ? 0 : at;
}

static void add_quoted(struct strbuf *out, struct str text)
{
	strbuf_addch(out, '"');
	for (size_t i = 0; i < text.len; i++) {
		if (text.s[i] == '\\')
			strbuf_addch(out, '\\');
		strbuf_addch(out, text.s[i]);
	}
	strbuf_addch(out, '"');
}

void query_join(struct strbuf *out, const char *typed, int today)
{
	struct str operand = str_trim(str_of(typed));
	size_t date = date_begins(operand, today);

	if (out->len)
		strbuf_addch(out, ' ');
	if (!date && !is_phrase(operand)) {
		strbuf_addslice(out, operand);
		return;
	}
	strbuf_addslice(out, str_upto(operand, date));
	add_quoted(out, str_from(operand, date));
}
