/* SPDX-License-Identifier: MIT */
/* Telling by its size, times and inode whether a file is still the same. */
#include "core/base/file_state.h"

#define NS_PER_SECOND INT64_C(1000000000)

/*
 * Ticks are at most 10 ms, except on file systems that have whole seconds
 * only, or pairs of them.
 */
#define TICK_NS (2 * INT64_C(10000000))
#define COARSE_TICK_NS (3 * NS_PER_SECOND)

static uint64_t mix(uint64_t h, uint64_t value)
{
	h = (h ^ value) * UINT64_C(0x9e3779b97f4a7c15);
	return h ^ h >> 32;
}

static int64_t nanoseconds(struct timespec t)
{
	return (int64_t)t.tv_sec * NS_PER_SECOND + t.tv_nsec;
}

uint64_t file_state(const struct stat *st)
{
	uint64_t h = mix(1, (uint64_t)st->st_size);

	h = mix(h, (uint64_t)nanoseconds(st->st_mtim));
	h = mix(h, (uint64_t)nanoseconds(st->st_ctim));
	return mix(h, (uint64_t)st->st_ino);
}

int64_t file_changed(const struct stat *st)
{
	return nanoseconds(st->st_ctim);
}

bool file_is_racy(const struct stat *st, int64_t when)
{
	int64_t tick = st->st_ctim.tv_nsec || st->st_mtim.tv_nsec
			       ? TICK_NS
			       : COARSE_TICK_NS;

	return nanoseconds(st->st_ctim) >= when - tick;
}
