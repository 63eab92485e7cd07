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

/* What the fields are called elsewhere. */
static const char *other_name(struct str typed)
{
	static const char *const names[][2] = {
		{ "date", "on" }, { "from", "since" }, { "after", "since" },
		{ "before", "until" }, { "to", "until" }, { "is", "kind" },
		{ "type", "kind" }, { "section", "in" }, { "label", "tag" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (str_eq_nocase(typed, str_of(names[i][0])))
			return names[i][1];
	return NULL;
}

/* "question:x" is "kind:question x". */
static const char *field_of_value(struct str typed)
{
	static const char *const fields[] = { "in", "kind", "has" };
	const char *name;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		for (size_t k = 0; (name = query_field_value(fields[i], k));
		     k++)
			if (str_eq_nocase(typed, str_of(name)))
				return fields[i];
	return NULL;
}

static bool add_field_hint(struct strbuf *out, struct str word)
{
	size_t colon = str_find(word, ':');
	struct str name = str_upto(word, colon);
	const char *meant, *field;

	if (colon >= word.len || !is_value(str_from(word, colon + 1)))
		return false;
	meant = other_name(name);
	field = meant ? NULL : field_of_value(name);
	if (!meant && !field)
		meant = query_field_nearest(name);
	if (!meant && !field)
		return false;
	strbuf_addf(out, "'%.*s:' is no field; did you mean '", (int)name.len,
		    name.s);
	if (field)
		strbuf_addf(out, "%s:%.*s'?", field, (int)name.len, name.s);
	else
		strbuf_addf(out, "%s:'?", meant);
	return true;
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
	strbuf_addf(out, "to look by date, write on:%.*s, or since:%.*s for "
		    "all from then on", (int)word.len, word.s, (int)word.len,
		    word.s);
	return true;
}

static bool add_hint(struct strbuf *out, const struct query_node *n, bool found,
		     bool left_out)
{
	if (n->kind == QUERY_WORD)
		return (!found || left_out) &&
		       add_field_hint(out, str_of(n->text));
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
