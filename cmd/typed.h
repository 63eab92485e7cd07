/* SPDX-License-Identifier: MIT */
#ifndef CMD_TYPED_H
#define CMD_TYPED_H

#include "cmd/command.h"

/* What was typed, as what it means; days are in dates.h. */

/*
 * A topic by id, name or alias, of the catalogue or of the journal's tags.
 * One that is misspelt is an error that names the nearest.
 */
struct typed_topic {
	const char *id, *name;
	const char *slip;	/* what was typed, if that is misspelt and is
				   taken all the same; or NULL */
};
int typed_topic_find(struct typed_topic *out, const char *typed,
		     const struct context *ctx, struct arena *mem,
		     struct error *err) MUST_CHECK;

/* Say which topic is shown for one that is misspelt. */
void typed_topic_tell(const struct typed_topic *topic);

/* Both: find it, and say so. */
int typed_topic(struct typed_topic *out, const char *typed,
		const struct context *ctx, struct arena *mem,
		struct error *err) MUST_CHECK;

/* The topics that the journal has passages of. */
struct noted_topics {
	const struct index_topic *all;
	size_t count;
};
bool noted_has(const struct noted_topics *noted, const char *id);

/* "'lambda', 'sqs' or 'sns'": those of them that are spelt nearly so, but for
 * what was typed itself; false: there are none. */
bool typed_add_nearest_topics(struct strbuf *out, const char *typed,
			      const struct noted_topics *noted,
			      const struct context *ctx);

#endif
