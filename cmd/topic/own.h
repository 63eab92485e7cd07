/* SPDX-License-Identifier: MIT */
#ifndef CMD_TOPIC_OWN_H
#define CMD_TOPIC_OWN_H

#include "cmd/command.h"

/* What `hecto topic add` says of a topic. */
struct own_topic {
	struct option_list aliases;
	const char *parent, *name;
};

/*
 * Is this a change of the catalogue (add, merge, unmerge, hide, unhide) and
 * not the name of a topic?  Its verb stands by itself and has operands, so
 * that `hecto topic add` and `hecto topic "merge sort"` name topics.
 */
bool own_topic_is_change(int count, char **argv);

/* Is it the verb of one, and nothing behind it? */
bool own_topic_lacks_name(int count, char **argv);

/* Make it, in one commit. */
int own_topic_change(const struct context *ctx, const struct own_topic *o,
		     int count, char **argv, struct error *err) MUST_CHECK;

/* The options of `add` with anything else: a usage error, or 0. */
int own_topic_only_for_add(const struct own_topic *o, struct error *err)
	MUST_CHECK;

#endif
