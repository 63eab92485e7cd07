/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_TOPIC_SUMS_H
#define CORE_INDEX_TOPIC_SUMS_H

#include "core/base/strset.h"
#include "core/index/database.h"

/*
 * How often each topic is named, added up in a row of its own, so that who
 * lists the topics need not read every mention.  What a document adds to them
 * or takes away is gathered here while mentions are written.
 */
struct topic_sums {
	struct strset ids;	/* their places in items */
	struct topic_sum *items;
	size_t count, cap;
};

#define TOPIC_SUMS_INIT { STRSET_INIT, NULL, 0, 0 }

void topic_sums_release(struct topic_sums *s);

/* A row of `mention` that is added, or removed. */
struct mention_row {
	struct str topic, kinds;
	int64_t document;	/* their parts come one after the other */
	size_t named;
	int day;		/* or DAY_NONE */
};
void topic_sums_add(struct topic_sums *s, const struct mention_row *row);
void topic_sums_remove(struct topic_sums *s, const struct mention_row *row);

/* Into the rows of `topic`; those of `mention` have been written. */
int topic_sums_write(struct topic_sums *s, struct index *ix) MUST_CHECK;

#endif
