/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_SCRATCH_H
#define CORE_BASE_SCRATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "core/base/file.h"
#include "core/base/strbuf.h"

/*
 * Bytes that are laid aside on the disk rather than held in memory, in a file
 * without a name that goes away by itself.  Who has one must be able to do
 * without: when the disk is full, what was added is simply not there any more.
 * A child process may add to it, and its parent reads that.
 */
struct scratch {
	FILE *file;		/* or NULL */
};
#define SCRATCH_INIT { NULL }

void scratch_open(struct scratch *s);
void scratch_release(struct scratch *s);

/* Behind what is there already. */
void scratch_add(struct scratch *s, struct str bytes);
/* Before another process reads, or this one. */
void scratch_flush(struct scratch *s);

/* All that was added, where the kernel has it, for as long as the scratch is
 * open and nothing more is added; false: not all of it is there. */
bool scratch_map(const struct scratch *s, size_t len, struct file_map *out);

/* Append `len` bytes from `at` on; false: they are not there. */
bool scratch_read(const struct scratch *s, size_t at, size_t len,
		  struct strbuf *out);

#endif
