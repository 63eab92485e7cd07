/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_ENTRY_FRAME_H
#define CORE_MODEL_ENTRY_FRAME_H

#include <stdint.h>

#include "core/model/entry.h"

/* What the index knows of an entry beside its text: of many it takes a third of
 * the memory of as many struct entry. */
struct entry_frame {
	const char *id;
	int *days, *numbers;
	const char **tags;
	struct str heading;
	struct clock written;
	uint32_t ndays, nnumbers, ntags;
	int round, minutes;
	bool private;
};

struct entry_frame entry_frame_of(const struct entry *e);
/* An entry that has nothing else. */
struct entry entry_of_frame(const struct entry_frame *f);

#endif
