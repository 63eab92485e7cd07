/* SPDX-License-Identifier: MIT */
/* What is left out of the index since it cannot be read. */
#include "core/index/unread.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/base/limits.h"

bool unread_is_left_out(int number)
{
	return number == EACCES || number == EPERM || number == EIO;
}

static void add(struct unread_list *list, const char *path, const char *text)
{
	XGROW(list->items, list->count, list->cap);
	list->items[list->count++] = (struct unread){
		arena_strdup(&list->mem, path),
		arena_strdup(&list->mem, text),
	};
}

void unread_add(struct unread_list *list, const char *path, const char *fmt,
		...)
{
	char text[LIMIT_PATH + 256];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	add(list, path, text);
}

void unread_add_all(struct unread_list *list, const struct unread_list *from)
{
	for (size_t i = 0; i < from->count; i++)
		add(list, from->items[i].path, from->items[i].text);
}

void unread_list_release(struct unread_list *list)
{
	free(list->items);
	arena_release(&list->mem);
	*list = (struct unread_list){ .items = NULL };
}
