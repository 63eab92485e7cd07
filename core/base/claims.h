/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_CLAIMS_H
#define CORE_BASE_CLAIMS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * Which of several processes does which piece of work: who is free takes the
 * next one, so that all end at the same time.  Made before they are started,
 * and shared with them.
 */
struct claims {
	atomic_uchar *taken;
	size_t count;
};
#define CLAIMS_INIT { NULL, 0 }

int claims_open(struct claims *c, size_t count, struct error *err) MUST_CHECK;
void claims_release(struct claims *c);

/* True for the first of all that asks for this number, below `count`. */
bool claims_take(struct claims *c, size_t number);

#endif
