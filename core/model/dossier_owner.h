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
};

/*
 * The sentences of a passage that are said of a family, where it speaks of
 * other topics as well: those that name one of it, and those behind them that
 * name nothing, "SQS holds messages; 4 days by default."  0: all of it is,
 * because it names nothing else, or the family not at all and has it from its
 * heading.  Slices of the text, in `mem`.
 */
size_t dossier_own_sentences(const struct str **out,
			     struct topic_catalogue *c,
			     const struct dossier_family *f, struct str text,
			     struct arena *mem);

#endif
