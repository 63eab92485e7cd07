/* SPDX-License-Identifier: MIT */
/* Which files of a folder are days. */
#include "importers/days.h"

#include <stdlib.h>

#include "core/base/limits.h"
#include "core/base/path.h"

#define INDEX_ROWS 2000		/* of a README that lists the days */

void days_release(struct days *d)
{
	daylog_release(&d->log);
	free(d->pages);
	free(d->rows);
	free(d->is_day);
}

static bool has_date(const struct day_page *page)
{
	return page->dated_by_text || page->entry.ndays;
}

bool day_page_names_agree(const struct day_page *page)
{
	const struct daylog_header *h = &page->header;

	return page->name.numbered && h->labelled && h->nnumbers &&
	       h->numbers[0] == page->name.number;
}

static bool is_day(const struct day_page *page)
{
	return page->name.labelled || page->name.day != DAY_NONE ||
	       page->entry.nnumbers || page->name.padded ||
	       day_page_names_agree(page) || page->session != DAY_NONE ||
	       (page->name.numbered && has_date(page));
}

/* "misc/README.md" that begins with "# Day 9": its folder is that day, unless
 * another is. */
static bool begins_with_day(const struct day_page *page)
{
	struct str path = str_of(page->file->path);

	return path_dirname(path).len &&
	       day_name_is_index(path_basename(path)) && page->body &&
	       page->header.labelled && page->header.nnumbers == 1 &&
	       page->header.bare;
}

static void page_add(struct days *d, size_t i)
{
	struct day_page page = { .file = &d->files[i] };

	page.name = day_name_read(page.file->path, &d->log.words);
	day_page_read(&page, &d->log);
	page.by_heading = !is_day(&page) && begins_with_day(&page);
	if (!is_day(&page) && !page.by_heading)
		return;
	d->is_day[i] = true;
	d->rounds_from_zero |= page.name.round == 0;
	d->has_rounds |= page.name.round >= 0;
	d->pages[d->count++] = page;
}

/* The lines of a README that have number and date: "Day 2 (8 Sep, 2022)". */
static void index_read(struct days *d, const struct foreign_file *file)
{
	struct daylog_lines lines;
	struct daylog_line line;

	daylog_lines_begin(&lines, file->bytes);
	while (d->nrows < INDEX_ROWS && daylog_lines_next(&lines, &line)) {
		struct daylog_header h = { .line = line };

		if (line.hidden || line.form == FORM_NONE)
			continue;
		daylog_tokens_read(&d->log.tokens, &d->log.words,
				   str_upto(line.text, 300));
		if (!daylog_header_read(&h, &d->log.tokens, &d->log.mem) ||
		    h.nnumbers != 1 || h.ndates != 1)
			continue;
		XGROW(d->rows, d->nrows, d->rows_cap);
		d->rows[d->nrows++] = (struct index_row){ h.numbers[0],
							  h.dates[0] };
	}
}

/* How many pages have a number by their names, up to that of a challenge. */
static void names_count(const struct days *d,
			unsigned counts[LIMIT_DAY_NUMBER + 1])
{
	for (size_t i = 0; i < d->count; i++) {
		const struct day_name *name = &d->pages[i].name;

		if (!d->pages[i].by_heading && name->number >= 0 &&
		    name->number <= LIMIT_DAY_NUMBER)
			counts[name->number]++;
	}
}

/* The only number of its heading that no name has, or NUMBER_NONE. */
static int number_unnamed(const struct day_page *page, const unsigned *counts)
{
	const struct daylog_header *h = &page->header;
	int n = h->nnumbers == 1 ? h->numbers[0] : NUMBER_NONE;

	return h->labelled && page->body && n >= 0 && n <= LIMIT_DAY_NUMBER &&
	       !counts[n] ? n : NUMBER_NONE;
}

/*
 * Of a folder that was copied, "Day 8 (2)", and named anew only in its
 * heading, that is the name; a page that is a day by its heading alone must be
 * the first of its number.
 */
static void headings_settle(struct days *d)
{
	unsigned *counts = arena_alloc(&d->log.mem, (LIMIT_DAY_NUMBER + 1) *
						    sizeof(*counts));
	size_t kept = 0;

	names_count(d, counts);
	for (size_t i = 0; i < d->count; i++) {
		struct day_page *page = &d->pages[i];
		int number = page->name.number;
		int unnamed = number_unnamed(page, counts);

		if (page->by_heading && unnamed == NUMBER_NONE) {
			d->is_day[page->file - d->files] = false;
			continue;
		}
		if (unnamed != NUMBER_NONE && !d->has_rounds &&
		    (page->by_heading ||
		     (number >= 0 && number <= LIMIT_DAY_NUMBER &&
		      counts[number] > 1))) {
			if (!page->by_heading)
				counts[number]--;
			counts[unnamed]++;
			page->name.number = page->name.until = unnamed;
		}
		d->pages[kept++] = *page;
	}
	d->count = kept;
}

void days_find(struct days *d, const struct foreign_file *files,
		      size_t count)
{
	*d = (struct days){ .files = files, .nfiles = count };
	daylog_init(&d->log, STR(""));
	d->pages = xcalloc(count + 1, sizeof(*d->pages));
	d->is_day = xcalloc(count + 1, sizeof(*d->is_day));
	for (size_t i = 0; i < count; i++) {
		if (import_is_text(&files[i]) &&
		    !import_is_hidden(files[i].path))
			page_add(d, i);
		if (!d->is_day[i] && import_is_text(&files[i]) &&
		    day_name_is_index(path_basename(str_of(files[i].path))))
			index_read(d, &files[i]);
	}
	headings_settle(d);
}
