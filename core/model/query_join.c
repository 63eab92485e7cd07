/* SPDX-License-Identifier: MIT */
/* Operands of a command line as one query. */
#include "core/base/strbuf.h"
#include "core/model/date_words.h"
#include "core/model/query_fields.h"

static size_t word_length(struct str rest)
{
	size_t len = 0;

	while (len < rest.len && !query_is_blank(rest.s[len]))
		len++;
	return len;
}

static bool has_quote(struct str operand)
{
	for (size_t at = 0; at < operand.len; at++)
		if (query_quote_length(str_from(operand, at)))
			return true;
	return false;
}

/* Has the language a meaning for the word of `len` bytes?  "NOT NULL" in quotes
 * of the shell is a phrase all the same. */
static bool has_meaning(struct str rest, size_t len, bool first)
{
	return query_is_minus(rest) || query_is_or(rest, false) ||
	       rest.s[0] == '(' || rest.s[len - 1] == '*' ||
	       query_field_at(str_upto(rest, len), 0) ||
	       (!first && (query_and_length(rest, false) ||
			   query_not_length(rest, false)));
}

/* Several words, and nothing that the language has a meaning for. */
static bool is_phrase(struct str operand)
{
	size_t words = 0, len;

	if (has_quote(operand))
		return false;
	for (size_t at = 0; at < operand.len; at += len + 1) {
		struct str rest = str_from(operand, at);

		len = word_length(rest);
		if (!len)
			continue;
		if (has_meaning(rest, len, !words))
			return false;
		words++;
	}
	return words > 1;
}

/* Behind what stands in quotes at the front, or 0. */
static size_t quoted_length(struct str rest)
{
	size_t open = query_quote_length(rest);

	for (size_t at = open; open && at < rest.len; at++) {
		if (rest.s[at] == '\\')
			at++;
		else if (query_quote_closes(rest, str_from(rest, at)))
			return at + query_quote_length(str_from(rest, at));
	}
	return 0;
}

/*
 * "sqs or sns" beside other operands is what its quotes make of it, a group;
 * but not where its "or" is one between operands, "or sns", or parentheses are
 * open at its ends.
 */
static bool is_alternative(struct str operand)
{
	bool begins = true, any = false, found = false;
	size_t depth = 0, len;

	for (size_t at = 0; at < operand.len; at += len) {
		struct str rest = str_from(operand, at);
		char c = rest.s[0];

		len = quoted_length(rest);
		len = len ? len : 1;
		if (c == ')' && !depth)
			return false;
		depth += (size_t)(c == '(') - (size_t)(c == ')');
		if (!depth && begins && query_is_or(rest, false)) {
			if (!any)
				return false;
			found = true;
			any = false;
			len = 2;
		} else {
			any |= !query_is_blank(c);
		}
		begins = query_is_blank(c) || c == ')';
	}
	return found && any && !depth;
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

static void join_operand(struct strbuf *out, struct str operand, bool alone,
			 int today)
{
	size_t date = date_begins(operand, today);
	bool group = !alone && is_alternative(operand);

	if (out->len)
		strbuf_addch(out, ' ');
	if (date || is_phrase(operand)) {
		strbuf_addslice(out, str_upto(operand, date));
		add_quoted(out, str_from(operand, date));
		return;
	}
	strbuf_addstr(out, group ? "(" : "");
	strbuf_addslice(out, operand);
	strbuf_addstr(out, group ? ")" : "");
}

void query_join(struct strbuf *out, const char *const *operands, size_t count,
		int today)
{
	for (size_t i = 0; i < count; i++)
		join_operand(out, str_trim(str_of(operands[i])), count == 1,
			     today);
}
