/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_VARIANTS_H
#define CORE_MODEL_TOPIC_VARIANTS_H

#include "core/model/topic_catalogue.h"

/* The aliases of one topic in the order in which they were added. */
struct topic_aliases {
	struct topic_catalogue *c;
	uint32_t of;		/* the topic's index */
	size_t first;		/* of its aliases */
};

/* Is there already an alias of this topic with the key of `name`? */
bool topic_has_alias(const struct topic_aliases *of, struct str name);

/*
 * Add how else learners write a name, if the topic has no such alias: with a
 * sign for "and", and with words in short ("App Svc", "Secrets Mgr").  `when`
 * is a set of topic_flag; what is in short is no other word in lower case.
 */
void topic_add_variants(const struct topic_aliases *of, struct str alias,
			uint8_t when);

/*
 * Add what slips make of a name, for those of the flag M in hecto-topics(5):
 * without one of its small letters but the first, and with two swapped.  It is
 * as ambiguous as the name, but in lower case no other word.
 */
void topic_add_slips(const struct topic_aliases *of, struct str alias,
		     uint8_t when);

/* Add the name with the number of a release right behind it, for those of the
 * flag N: "vue3" is no other word, however ambiguous the name is. */
void topic_add_releases(const struct topic_aliases *of, struct str alias);

#endif
