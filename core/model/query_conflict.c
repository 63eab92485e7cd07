/* SPDX-License-Identifier: MIT */
/* What a query asks for that nothing can be at once. */
#include "core/base/date.h"
#include "core/base/strbuf.h"
#include "core/model/query_fields.h"

/* What those seen so far leave. */
struct left {
	int from, to;		/* days, or DAY_NONE */
	const struct query_node *document, *round;
	const struct query_node *other;	/* that the last one excludes */
};

/* It excludes one of its kind before it. */
static bool is_another(struct left *left, const struct query_node **seen,
		       const struct query_node *n)
{
	if (*seen && (*seen)->from != n->from) {
		left->other = *seen;
		return true;
	}
	*seen = n;
	return false;
}

static bool leaves_no_day(struct left *left, const struct query_node *n)
{
	if (n->from != DAY_NONE &&
	    (left->from == DAY_NONE || n->from > left->from))
		left->from = n->from;
	if (n->to != DAY_NONE && (left->to == DAY_NONE || n->to < left->to))
		left->to = n->to;
	return left->from != DAY_NONE && left->to != DAY_NONE &&
	       left->to < left->from;
}

/* The leaf that leaves nothing, or NULL.  "in:" holds within its parentheses;
 * all else is of the whole document. */
static const struct query_node *narrow(struct left *left,
				       const struct query_node *n,
				       const struct query_node **section)
{
	const struct query_node *within = *section, *last = NULL;

	if (n->kind == QUERY_AND)
		for (n = n->first; n && !last; n = n->next)
			last = narrow(left, n, &within);
	else if (n->kind == QUERY_DAYS)
		last = leaves_no_day(left, n) ? n : NULL;
	else if (n->kind == QUERY_SECTION)
		last = is_another(left, section, n) ? n : NULL;
	else if (n->kind == QUERY_DOCUMENT)
		last = is_another(left, &left->document, n) ? n : NULL;
	else if (n->kind == QUERY_ROUND)
		last = is_another(left, &left->round, n) ? n : NULL;
	return last;
}

static void say_both(const struct query_node *a, const struct query_node *b,
		     struct error *err)
{
	AUTO(strbuf) first = STRBUF_INIT;
	AUTO(strbuf) second = STRBUF_INIT;

	query_add_leaf(&first, a);
	query_add_leaf(&second, b);
	error_set(err, ERROR_USAGE, "nothing is both %s and %s; write "
		  "'(%s or %s)' for either", first.buf, second.buf, first.buf,
		  second.buf);
}

const struct query_node *query_conflict(const struct query_node *root,
					struct error *err)
{
	struct left left = { DAY_NONE, DAY_NONE, NULL, NULL, NULL };
	const struct query_node *section = NULL, *n;

	n = root ? narrow(&left, root, &section) : NULL;
	if (n && n->kind == QUERY_DAYS)
		error_set(err, ERROR_USAGE, "the last day, %s, is before the "
			  "first, %s", day_format(left.to).s,
			  day_format(left.from).s);
	else if (n)
		say_both(left.other, n, err);
	return n;
}
