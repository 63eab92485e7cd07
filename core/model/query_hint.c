/* SPDX-License-Identifier: MIT */
/* Words of a query that were hardly meant as words. */
#include "core/base/strbuf.h"
#include "core/model/query_fields.h"

/* A time and a namespace are no fields, and neither is an address. */
static bool is_value(struct str text)
{
	return text.len && *text.s != ':' && *text.s != '/';
}

static bool add_field_hint(struct strbuf *out, struct str word)
{
	size_t colon = str_find(word, ':');
	const char *meant;

	if (colon >= word.len || !is_value(str_from(word, colon + 1)))
		return false;
	meant = query_field_nearest(str_upto(word, colon));
	if (meant)
		strbuf_addf(out, "'%.*s:' is no field; did you mean '%s:'?",
			    (int)colon, word.s, meant);
	return meant != NULL;
}

static bool add_word_hint(struct strbuf *out, const struct query_node *n,
			  bool found, bool left_out)
{
	struct str word = str_of(n->text);

	if (str_is(word, "NOT")) {
		strbuf_addstr(out, "'NOT' is a word here; '-' before a word "
				   "leaves it out");
		return true;
	}
	if (str_is(word, "AND") && !found) {
		strbuf_addstr(out, "'AND' is a word here; words side by side "
				   "all have to be there");
		return true;
	}
	return (!found || left_out) && add_field_hint(out, word);
}

static bool add_hint(struct strbuf *out, const struct query_node *n, bool found,
		     bool left_out)
{
	if (n->kind == QUERY_WORD)
		return add_word_hint(out, n, found, left_out);
	left_out ^= n->kind == QUERY_NOT;
	for (n = n->first; n; n = n->next)
		if (add_hint(out, n, found, left_out))
			return true;
	return false;
}

bool query_add_hint(struct strbuf *out, const struct query *q, bool found)
{
	return q->root && add_hint(out, q->root, found, false);
}
