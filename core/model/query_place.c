/* SPDX-License-Identifier: MIT */
/* Where a query is wrong, shown beneath it. */
#include "core/base/strbuf.h"
#include "core/model/query_fields.h"
#include "core/text/unicode.h"

/* How much of a query an error shows around the place, in columns. */
#define SHOWN_BEFORE 40
#define SHOWN_BEHIND 30

static bool begins_character(char c)
{
	return ((unsigned char)c & 0xc0) != 0x80;
}

/* Part of the query on one line, as a terminal may show it. */
static void add_shown(struct strbuf *out, struct str text)
{
	AUTO(strbuf) visible = STRBUF_INIT;

	unicode_add_visible(&visible, text);
	for (size_t i = 0; i < visible.len; i++)
		strbuf_addch(out, query_is_blank(visible.buf[i]) ? ' '
							   : visible.buf[i]);
}

int query_fail_at(struct str query, size_t at, struct error *err)
{
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) behind = STRBUF_INIT;
	AUTO(strbuf) said = STRBUF_INIT;
	size_t from = at > SHOWN_BEFORE ? at - SHOWN_BEFORE : 0;
	size_t to = at + SHOWN_BEHIND < query.len ? at + SHOWN_BEHIND
						    : query.len;

	while (from && !begins_character(query.s[from]))
		from--;
	while (to < query.len && !begins_character(query.s[to]))
		to++;
	add_shown(&before, str_from(str_upto(query, at), from));
	add_shown(&behind, str_from(str_upto(query, to), at));
	strbuf_addstr(&said, err->text);
	return error_set(err, ERROR_USAGE, "%s\n  %s%s\n  %*s^", said.buf,
			 before.buf, behind.buf,
			 (int)unicode_width(strbuf_slice(&before)), "");
}
