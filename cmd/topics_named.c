/* SPDX-License-Identifier: MIT */
/* Topics in options and operands. */
#include "cmd/topics_named.h"

#define MOST_NEAR 3

/* Why there is no such topic, where that is no slip of the pen. */
static int refuse_known(struct topic_catalogue *c, const char *typed,
			struct error *err)
{
	const struct topic *t = topic_find_changed(c, str_of(typed), true);

	if (t)
		return error_set(err, ERROR_NOTHING,
				 "the topic '%s' is hidden; 'hecto topic "
				 "unhide %s' shows it again", t->id, t->id);
	for (size_t i = 0; i < topic_catalogue_count(c); i++) {
		t = topic_at(c, i);
		if (t->group && str_eq_nocase(str_of(t->group), str_of(typed)))
			return error_set(err, ERROR_NOTHING,
					 "'%s' is a group of topics; 'hecto "
					 "topics --group %s' lists them",
					 typed, t->group);
	}
	return 0;
}

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
	if (refuse_known(catalogue, typed, err))
		return -1;
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
