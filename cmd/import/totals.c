/* SPDX-License-Identifier: MIT */
/* What came of many files: totals first, complaints of one kind together. */
#include "cmd/import/report.h"

#include <stdlib.h>

#define PLACES_SHOWN 4

/* Complaints of one kind, and where the first of them stand. */
struct complaint {
	const char *what;	/* of the list's */
	size_t count;
	struct strbuf places;
};

struct complaints {
	struct strset by_what;
	struct complaint *items;
	size_t count, cap;
};

static void complaints_release(struct complaints *c)
{
	for (size_t i = 0; i < c->count; i++)
		strbuf_release(&c->items[i].places);
	free(c->items);
	strset_release(&c->by_what);
}

/* `line` 0: the whole file. */
static void complain(struct complaints *c, const char *what, const char *name,
		     unsigned line)
{
	struct complaint *item;
	size_t at = c->count;

	if (!strset_get(&c->by_what, str_of(what), &at)) {
		XGROW(c->items, c->count, c->cap);
		strset_put(&c->by_what, str_of(what), c->count);
		c->items[c->count++] = (struct complaint){
			.what = what, .places = STRBUF_INIT
		};
	}
	item = &c->items[at];
	if (++item->count > PLACES_SHOWN)
		return;
	strbuf_addf(&item->places, "%s%s", item->count > 1 ? ", " : "", name);
	if (line)
		strbuf_addf(&item->places, ":%u", line);
}

static void add_places(struct strbuf *out, const struct context *ctx,
		       const struct complaint *c)
{
	style_add(out, ctx, STYLE_DIM, strbuf_slice(&c->places));
	if (c->count > PLACES_SHOWN)
		strbuf_addf(out, " and %zu more", c->count - PLACES_SHOWN);
	strbuf_addch(out, '\n');
}

/* "  year inferred, 12 entries: log.md:3, …" */
static void add_flagged(struct strbuf *out, const struct context *ctx,
			const struct import_list *list)
{
	AUTO(complaints) all = { .count = 0 };

	for (size_t i = 0; i < list->count; i++) {
		const struct import_file *f = &list->files[i];

		for (size_t k = 0; k < f->nentries; k++) {
			const struct entry *e = &f->entries[k].entry;

			for (size_t n = 0; n < e->nflags; n++)
				complain(&all, e->flags[n], f->path, e->line);
		}
	}
	for (size_t i = 0; i < all.count; i++) {
		strbuf_addstr(out, "  ");
		import_add_flag(out, ctx, all.items[i].what);
		strbuf_addstr(out, ", ");
		present_count(out, all.items[i].count, "entry", "entries");
		strbuf_addstr(out, ": ");
		add_places(out, ctx, &all.items[i]);
	}
}

/* "  2 files left out, it is no text: a.png, b.png" */
static void add_left_out(struct strbuf *out, const struct context *ctx,
			 const struct complaints *c, const char *one,
			 const char *many, const char *left_out)
{
	for (size_t i = 0; i < c->count; i++) {
		strbuf_addstr(out, "  ");
		present_count(out, c->items[i].count, one, many);
		strbuf_addstr(out, left_out);
		style_add(out, ctx, STYLE_NONE, str_of(c->items[i].what));
		strbuf_addstr(out, ": ");
		add_places(out, ctx, &c->items[i]);
	}
}

static void add_skipped(struct strbuf *out, const struct context *ctx,
			const struct import_list *list)
{
	AUTO(complaints) lines = { .count = 0 };
	AUTO(complaints) files = { .count = 0 };
	AUTO(complaints) kept = { .count = 0 };

	for (size_t i = 0; i < list->count; i++) {
		const struct import_file *f = &list->files[i];

		if (f->why)
			complain(&files, f->why, f->path, 0);
		for (size_t k = 0; k < f->nskipped; k++)
			complain(f->skipped[k].kept ? &kept : &lines,
				 f->skipped[k].why, f->path,
				 f->skipped[k].line);
	}
	add_left_out(out, ctx, &kept, "line", "lines", ", ");
	add_left_out(out, ctx, &lines, "line", "lines", " left out, ");
	add_left_out(out, ctx, &files, "file", "files", " left out, ");
}

static void add_conflicts(struct strbuf *out, const struct context *ctx,
			  const struct import_list *list)
{
	AUTO(complaints) all = { .count = 0 };
	const char *what = "changed in the file and here";

	for (size_t i = 0; i < list->count; i++) {
		const struct import_file *f = &list->files[i];

		for (size_t k = 0; k < f->nentries; k++)
			if (f->entries[k].fate == IMPORT_CONFLICT)
				complain(&all, what, f->entries[k].path, 0);
		for (size_t k = 0; k < f->ndocuments; k++)
			if (f->documents[k].fate == IMPORT_CONFLICT)
				complain(&all, what, f->documents[k].path, 0);
	}
	for (size_t i = 0; i < all.count; i++) {
		strbuf_addf(out, "  %s: ", all.items[i].what);
		add_places(out, ctx, &all.items[i]);
	}
}

static void add_documents(struct strbuf *out, const struct import_list *list)
{
	static const char *const words[IMPORT_FATES] = {
		[IMPORT_NEW] = "new",
		[IMPORT_KNOWN] = "here already",
		[IMPORT_UPDATED] = "changed outside and taken over",
		[IMPORT_EDITED] = "edited here since, and kept",
		[IMPORT_CONFLICT] = "changed outside and here, and kept",
	};
	size_t counts[IMPORT_FATES] = { 0 }, total = 0;
	const char *lead = ": ";

	for (size_t i = 0; i < list->count; i++)
		for (size_t k = 0; k < list->files[i].ndocuments; k++) {
			counts[list->files[i].documents[k].fate]++;
			total++;
		}
	if (!total)
		return;
	strbuf_addstr(out, "  ");
	present_count(out, total, "document", "documents");
	for (size_t i = 0; i < IMPORT_FATES; i++) {
		if (!counts[i] || !words[i])
			continue;
		strbuf_addf(out, "%s%zu %s", lead, counts[i], words[i]);
		lead = ", ";
	}
	strbuf_addch(out, '\n');
}

void import_add_recoded(struct strbuf *out, const struct import_file *files,
			size_t count)
{
	size_t recoded = 0;

	for (size_t i = 0; i < count; i++)
		recoded += files[i].recoded &&
			   (files[i].nentries || files[i].ndocuments);
	if (!recoded)
		return;
	strbuf_addstr(out, "  ");
	present_count(out, recoded, "file was", "files were");
	strbuf_addstr(out, " UTF-16: kept as UTF-8, and exported so\n");
}

void import_add_totals(struct strbuf *out, const struct context *ctx,
		       const struct import_list *list)
{
	AUTO(strbuf) files = STRBUF_INIT;
	size_t entries = 0;

	for (size_t i = 0; i < list->count; i++)
		entries += list->files[i].nentries;
	present_count(&files, list->count, "file", "files");
	style_add(out, ctx, STYLE_BOLD, strbuf_slice(&files));
	if (entries) {
		strbuf_addstr(out, ": ");
		present_count(out, entries, "entry", "entries");
		import_add_ranges(out, list->files, list->count);
	}
	strbuf_addch(out, '\n');
	if (entries)
		import_add_fates(out, list->files, list->count);
	import_add_recoded(out, list->files, list->count);
	add_documents(out, list);
	add_conflicts(out, ctx, list);
	add_flagged(out, ctx, list);
	import_add_inferred(out, list->files, list->count);
	import_add_advice(out, list->files, list->count);
	add_skipped(out, ctx, list);
}
