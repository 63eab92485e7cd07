/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_MENTIONS_H
#define CORE_INDEX_MENTIONS_H

#include "core/model/document.h"
#include "core/model/topic.h"

/*
 * Which passages of a part are on which topics: those that name one, and those
 * whose heading or parent item names it.
 */
struct topic_mark {
	const char *id;
	size_t named;	     /* passages that name it themselves */
	struct str kinds;    /* how many are of each; as kinds_next reads it */
	struct str passages; /* as marks_next reads them */
	unsigned columns;    /* of part_fts that these stand in, as bits */
};

struct topic_marks {
	struct topic_mark *topics; /* by id */
	size_t ntopics;
	const char *ids; /* the same as lines */
};

/* All in `mem`; `scratch` is reused.  Without topics there are no marks. */
void topic_marks_find(struct topic_marks *out, struct topic_catalogue *topics,
		      const struct document *doc, const struct part *part,
		      struct mentions *scratch, struct arena *mem);

#endif
