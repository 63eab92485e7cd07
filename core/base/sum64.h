/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_SUM64_H
#define CORE_BASE_SUM64_H

#include <stdint.h>

#include "core/base/str.h"

/*
 * A number for a list of values: others have another one, but for an accident
 * of one in 2^64.  It is no secret and no signature: who wants two lists with
 * the same sum can find them.
 */
struct sum64 {
	uint64_t value;
};
#define SUM64_INIT { 0x9ae16a3b2f90404f }

void sum64_add(struct sum64 *sum, struct str value);	/* with its length */
void sum64_add_string(struct sum64 *sum, const char *value);	/* or NULL */
void sum64_add_number(struct sum64 *sum, uint64_t value);

/* What "%016" PRIx64 wrote; what else stands there gives any number. */
uint64_t sum64_read(struct str digits);

#endif
