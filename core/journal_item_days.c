/* SPDX-License-Identifier: MIT */
/* When items were written down, where their documents do not say. */
#include "core/journal_items.h"

#include <string.h>

#include "core/base/date.h"
#include "core/base/path.h"
#include "core/journal_private.h"

/* The days of all lines of one file; NULL: they are not known. */
static const int *line_days(struct journal *j, const char *path,
			    struct arena *mem, size_t *count)
{
	AUTO(strbuf) full = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error unknown = ERROR_INIT;
	int *days;

	if (journal_read(j, path, &text, &unknown))
		return NULL;
	*count = 1;
	for (size_t i = 0; i < text.len; i++)
		*count += text.buf[i] == '\n';
	days = arena_alloc(mem, *count * sizeof(*days));
	strbuf_addstr(&full, j->root);
	path_join(&full, path);
	if (store_line_days(full.buf, strbuf_slice(&text), days, *count,
			    &unknown))
		return NULL;
	return days;
}

static void date_file(struct journal *j, struct journal_item *items,
		      size_t count, const char *path, struct arena *mem)
{
	size_t lines;
	const int *days = line_days(j, path, mem, &lines);

	for (size_t i = 0; i < count && days; i++) {
		const struct index_passage *p = &items[i].source->passage;

		if (items[i].day == DAY_NONE && !strcmp(p->path, path) &&
		    p->line <= lines)
			items[i].day = days[p->line - 1];
	}
}

void journal_items_date(struct journal *j, struct journal_item *items,
			size_t count, struct arena *mem)
{
	const char *last = NULL;

	if (!j->git_dir)
		return;
	/* Items of one file stand together. */
	for (size_t i = 0; i < count; i++) {
		const char *path = items[i].source->passage.path;

		if (items[i].day != DAY_NONE || (last && !strcmp(last, path)))
			continue;
		date_file(j, items, count, path, mem);
		last = path;
	}
}
