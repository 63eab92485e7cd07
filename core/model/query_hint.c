/* SPDX-License-Identifier: MIT */
/* Words of a query that were hardly meant as words. */
#include "core/base/date.h"
#include "core/base/strbuf.h"
#include "core/model/date_words.h"
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

/* "last-week", or "yesterday" alone: beside others "may" and "2022" are words. */
static bool add_date_hint(struct strbuf *out, struct str word, bool alone)
{
	struct error ignored = ERROR_INIT;
	struct day_span days;
	/* Whether it is one does not depend on the day. */
	int today = day_from_civil((struct civil){ 2000, 1, 1 });

	if ((!alone && str_find(word, '-') == word.len) ||
	    date_words_span(&days, word, today, DATE_PAST, &ignored))
		return false;
	strbuf_addf(out, "to look by date, write since:%.*s", (int)word.len,
		    word.s);
	return true;
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
	const struct query_node *n = q->root;

	if (!n)
		return false;
	if (add_hint(out, n, found, false))
		return true;
	if (found)
		return false;
	if (n->kind == QUERY_WORD)
		return add_date_hint(out, str_of(n->text), true);
	for (n = n->kind == QUERY_AND ? n->first : NULL; n; n = n->next)
		if (n->kind == QUERY_WORD &&
		    add_date_hint(out, str_of(n->text), false))
			return true;
	return false;
}
