/* SPDX-License-Identifier: MIT */
/* Days of a query that exclude each other. */
#include "core/base/date.h"
#include "core/model/query_fields.h"

struct days_left {
	int from, to;		/* or DAY_NONE */
};

static bool is_empty(const struct days_left *left)
{
	return left->from != DAY_NONE && left->to != DAY_NONE &&
	       left->to < left->from;
}

/* The leaf that leaves none, or NULL. */
static const struct query_node *narrow(struct days_left *left,
				       const struct query_node *n)
{
	const struct query_node *last = NULL;

	if (n->kind == QUERY_DAYS) {
		if (n->from != DAY_NONE &&
		    (left->from == DAY_NONE || n->from > left->from))
			left->from = n->from;
		if (n->to != DAY_NONE &&
		    (left->to == DAY_NONE || n->to < left->to))
			left->to = n->to;
		return is_empty(left) ? n : NULL;
	}
	if (n->kind == QUERY_AND)
		for (n = n->first; n && !last; n = n->next)
			last = narrow(left, n);
	return last;
}

const struct query_node *query_days_check(const struct query_node *root,
					  struct error *err)
{
	struct days_left left = { DAY_NONE, DAY_NONE };
	const struct query_node *n = root ? narrow(&left, root) : NULL;

	if (n)
		error_set(err, ERROR_USAGE, "the last day, %s, is before the "
			  "first, %s", day_format(left.to).s,
			  day_format(left.from).s);
	return n;
}
