/* SPDX-License-Identifier: MIT */
/* A thread beside our own. */
#include "core/base/helper.h"

#include "core/base/workers.h"

bool helper_begin(struct helper *h, void *(*work)(void *arg), void *arg)
{
	h->is_begun = workers_worth() > 1 &&
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
