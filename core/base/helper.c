/* SPDX-License-Identifier: MIT */
/* A thread beside our own. */
#include "core/base/helper.h"

#include <malloc.h>

#include "core/base/workers.h"

/* Of memory: the maker's, and one of all helpers, so that what one has let go
 * of another one can have.  With one for both they wait for each other. */
#define HEAPS 2

bool helper_begin(struct helper *h, void *(*work)(void *arg), void *arg)
{
	h->is_begun = workers_worth() > 1 && mallopt(M_ARENA_MAX, HEAPS) &&
		      !pthread_create(&h->thread, NULL, work, arg);
	return h->is_begun;
}

bool helper_end(struct helper *h)
{
	if (!h->is_begun)
		return false;
	pthread_join(h->thread, NULL);
	h->is_begun = false;
	return true;
}
