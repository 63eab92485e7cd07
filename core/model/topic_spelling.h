/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_SPELLING_H
#define CORE_MODEL_TOPIC_SPELLING_H

#include <stdbool.h>

/* How a name is written; parted: of several words; titled: each a capital;
 * plural: with an s that is not its own. */
struct spelling {
	bool capital : 1, caps : 1, small : 1, parted : 1, titled : 1,
		plural : 1;
};

/* Of the name at `start`..`end`; `last` is the last byte of its key, which
 * tells an s of its own from that of many. */
struct spelling topic_spelling(const char *start, const char *end, char last);

#endif
