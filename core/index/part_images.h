/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_PART_IMAGES_H
#define CORE_INDEX_PART_IMAGES_H

#include "core/index/database.h"

/* An image of a part: no text has it, so that it is shown by its address. */
struct part_image {
	int passage;		/* of the part, or -1: it stands alone */
	unsigned line;
	const char *markdown;	/* "![alt](address)" */
};

/* Those of a part, in their order. */
int part_images_read(struct index *ix, int64_t part, struct arena *mem,
		     struct part_image **out, size_t *count) MUST_CHECK;

#endif
