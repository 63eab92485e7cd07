/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOSSIER_OWNER_H
#define CORE_MODEL_DOSSIER_OWNER_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/topic.h"

/* The topics of a dossier: the one asked for and those of its family. */
struct dossier_family {
	const char *topic;
	const char *const *others;	/* ids */
	size_t count;
	bool has_parts;		/* so are all that the topic is the parent of */
};

/*
 * The sentences of a passage that are said of a family, where it speaks of
 * other topics as well: those that name one of it, and those behind them that
 * name nothing, "SQS holds messages; 4 days by default."  "SQS: 4 days, then a
 * Lambda sees it" is of SQS alone.  0: all of it is,
 * because it names nothing else, or the family not at all and has it from its
 * heading; where no sentence is, one that is empty.  Slices of the text, in
 * `mem`.
 */
size_t dossier_own_sentences(const struct str **out,
			     struct topic_catalogue *c,
			     const struct dossier_family *f, struct str text,
			     struct arena *mem);

/* Is the gap that a passage names (gap.h) one of the family: "Finished SQS.  Still
 * shaky on VPC peering." is none of SQS.  A passage that names no gap is. */
bool dossier_owns_gap(struct topic_catalogue *c, const struct dossier_family *f,
		      struct str text);

/* Does a passage that defines something define one of the family, or what is no
 * topic?  "Firehose: feeds S3 by a Lambda" is no definition of Lambda. */
bool dossier_owns_definition(struct topic_catalogue *c,
			     const struct dossier_family *f, struct str text);

/* Of the kinds of a passage (enum passage_trait), a hole and a definition: those
 * that are of other topics, by the two above. */
unsigned dossier_traits_of_others(struct topic_catalogue *c,
				  const struct dossier_family *f,
				  unsigned traits, struct str text);

#endif
