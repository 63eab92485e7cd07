/* SPDX-License-Identifier: MIT */
/* Topics in options and operands. */
#include "cmd/topics_named.h"

#define MOST_NEAR 3

int topic_named(const char **id, struct journal *j, const char *typed,
		struct error *err)
{
	struct topic_catalogue *catalogue = journal_topics(j);
	const struct topic *t = topic_find(catalogue, str_of(typed));
	const struct topic *near[MOST_NEAR];
	AUTO(strbuf) names = STRBUF_INIT;
	size_t count;

	if (t) {
		*id = t->id;
		return 0;
	}
	count = topic_nearest(catalogue, str_of(typed), near, MOST_NEAR);
	for (size_t i = 0; i < count; i++)
		strbuf_addf(&names, "%s'%s'", i ? " or " : "", near[i]->id);
	if (count)
		return error_set(err, ERROR_NOTHING,
				 "there is no topic '%s'; did you mean %s?",
				 typed, names.buf);
	return error_set(err, ERROR_NOTHING,
			 "there is no topic '%s'; 'hecto topics' lists those "
			 "that the journal names",
			 typed);
}
