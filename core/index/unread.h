/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_UNREAD_H
#define CORE_INDEX_UNREAD_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"

/*
 * Files and folders that are there and cannot be read.  They are left out of
 * the index, as if they were not there, and asked for again each time; so that
 * nobody takes them for lost, whoever asks the index is told of them.
 */
struct unread {
	const char *path;
	const char *text; /* "cannot read 'notes/a.md': Permission denied" */
};

struct unread_list {
	struct arena mem;
	struct unread *items; /* owned; unread_list_release */
	size_t count, cap;
};
void unread_list_release(struct unread_list *list);

void unread_add(struct unread_list *list, const char *path, const char *fmt,
		...) PRINTF_LIKE(3, 4);

/* Add those of `from`, which is as it was. */
void unread_add_all(struct unread_list *list, const struct unread_list *from);

/* May what failed with this number of errno be left out?  Where the process has
 * no more files or memory, all would be. */
bool unread_is_left_out(int number);

#endif
