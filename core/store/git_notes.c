/* SPDX-License-Identifier: MIT */
/* What happened on the way, collected for the report of a commit. */
#include <stdarg.h>

#include "core/base/limits.h"
#include "core/store/git_store.h"

static void add(struct notes *n, struct note_list *list, const char *text)
{
	XGROW(list->items, list->count, list->cap);
	list->items[list->count++] = arena_strdup(&n->mem, text);
}

void note_saved_first(struct git_store *s, const char *path)
{
	add(&s->notes, &s->notes.saved_first, path);
}

void note_recovered(struct git_store *s, const char *path)
{
	add(&s->notes, &s->notes.recovered, path);
}

void note_warning(struct git_store *s, const char *fmt, ...)
{
	char line[LIMIT_PATH + 512];
	va_list args;

	va_start(args, fmt);
	vsnprintf(line, sizeof(line), fmt, args);
	va_end(args);
	add(&s->notes, &s->notes.warnings, line);
}

void notes_release(struct notes *n)
{
	arena_release(&n->mem);
	free(n->saved_first.items);
	free(n->recovered.items);
	free(n->warnings.items);
	memset(n, 0, sizeof(*n));
}

void notes_tell(struct git_store *s, struct store_report *report)
{
	notes_release(&s->told);
	s->told = s->notes;
	memset(&s->notes, 0, sizeof(s->notes));
	report->saved_first = s->told.saved_first.items;
	report->nsaved_first = s->told.saved_first.count;
	report->recovered = s->told.recovered.items;
	report->nrecovered = s->told.recovered.count;
	report->warnings = s->told.warnings.items;
	report->nwarnings = s->told.warnings.count;
	report->behind = s->told.behind;
}
