/* SPDX-License-Identifier: MIT */
/* A file, or a folder, for each day: "week3/day-08.md", "rounds/r1/098.md". */
#include "importers/days.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/path.h"
#include "core/base/strset.h"
#include "core/model/study_time.h"
#include "core/text/frontmatter.h"

/* --- number, round and date of each -------------------------------------- */

/* A name is one of a kind in its folder; a header is easily copied. */
static void number_settle(struct day_page *page, struct arena *mem)
{
	struct daylog_header *h = &page->header;
	int number = page->name.number;

	if (number == NUMBER_NONE && page->entry.nnumbers)
		number = page->entry.numbers[0];
	if (number == NUMBER_NONE)
		return;
	for (size_t i = 0; i < h->nnumbers; i++)
		if (h->numbers[i] == number)
			return;
	page->contradicts |= h->nnumbers > 0;
	h->numbers = arena_alloc(mem, 2 * sizeof(*h->numbers));
	h->numbers[0] = number;
	h->numbers[1] = number + 1;
	h->nnumbers = page->name.number == number &&
		      page->name.until == number + 1 ? 2 : 1;
}

static void date_set(struct day_page *page, struct arena *mem,
		     struct daylog_date date, unsigned flags)
{
	page->header.dates = arena_alloc(mem, sizeof(date));
	page->header.dates[0] = date;
	page->header.ndates = 1;
	page->header.flags |= flags;
}

static struct daylog_date date_of_day(int day)
{
	struct civil c = day_to_civil(day);

	return (struct daylog_date){ .year = c.year, .month = c.month,
				     .day = c.day };
}

static const struct index_row *row_of(const struct days *d,
				      const struct day_page *page)
{
	for (size_t i = 0; page->header.nnumbers && i < d->nrows; i++)
		if (d->rows[i].number == page->header.numbers[0])
			return &d->rows[i];
	return NULL;
}

/* The whole date that the text gives, or DAY_NONE. */
static int day_of_text(const struct day_page *page)
{
	const struct daylog_date *said = page->header.dates;

	if (!page->header.ndates || !said->year || !said->month)
		return DAY_NONE;
	return day_from_civil((struct civil){ said->year, said->month,
					      said->day });
}

/*
 * A date key is the clearest, and stays in the entry; then the name, for a
 * header is easily copied with its date.
 */
static void contradictions_find(struct day_page *page)
{
	int text = day_of_text(page), name = page->name.day;
	int key = page->date_key ? page->entry.days[0] : DAY_NONE;
	int followed = key != DAY_NONE ? key : name;

	if (followed == DAY_NONE)
		return;
	page->contradicts |= (text != DAY_NONE && text != followed) ||
			     (name != DAY_NONE && name != followed);
	if (text != followed)
		page->header.ndates = 0;
	if (key == DAY_NONE)
		page->entry.ndays = 0;
	if (name != DAY_NONE)
		page->header.flags &= ~(unsigned)FLAG_NUMBER_UNKNOWN;
}

static void date_settle(struct days *d, struct day_page *page)
{
	struct arena *mem = &d->log.mem;
	const struct index_row *row;

	contradictions_find(page);
	if (page->header.ndates)
		return;
	row = row_of(d, page);
	if (page->entry.ndays)
		date_set(page, mem, date_of_day(page->entry.days[0]), 0);
	else if (page->name.day != DAY_NONE)
		date_set(page, mem, date_of_day(page->name.day), 0);
	else if (row)
		date_set(page, mem, row->date, FLAG_DATE_BESIDE);
}

static int first_number(const struct day_page *page)
{
	return page->header.nnumbers ? page->header.numbers[0] : NUMBER_NONE;
}

static int by_day(const void *a, const void *b)
{
	const struct day_page *x = a, *y = b;
	int nx = first_number(x), ny = first_number(y);

	if (x->header.round != y->header.round)
		return x->header.round < y->header.round ? -1 : 1;
	if (nx != ny)
		return nx < ny ? -1 : 1;
	return strcmp(x->file->path, y->file->path);
}

/*
 * A file's first commit is the day it was written on, unless many came with
 * one: then the folder was brought in at once.
 */
static void dates_of_commits(struct days *d)
{
	size_t undated = 0, shared = 0;

	for (size_t i = 0; i < d->count; i++) {
		int day = d->pages[i].file->first_day;

		if (d->pages[i].header.ndates || day == DAY_NONE)
			continue;
		undated++;
		shared += i && d->pages[i - 1].file->first_day == day;
	}
	if (!undated || shared * 2 > undated)
		return;
	for (size_t i = 0; i < d->count; i++)
		if (!d->pages[i].header.ndates &&
		    d->pages[i].file->first_day != DAY_NONE)
			date_set(&d->pages[i], &d->log.mem,
				 date_of_day(d->pages[i].file->first_day),
				 FLAG_DATE_INFERRED);
}

static void days_settle(struct days *d, const struct import_options *options)
{
	for (size_t i = 0; i < d->count; i++) {
		struct day_page *page = &d->pages[i];

		if (page->name.round >= 0)
			page->header.round = page->name.round +
					     d->rounds_from_zero;
		number_settle(page, &d->log.mem);
		date_settle(d, page);
	}
	if (d->count)
		qsort(d->pages, d->count, sizeof(*d->pages), by_day);
	if (options->start == DAY_NONE)
		dates_of_commits(d);
	/* As if they were the headers of one log. */
	d->log.headers = xcalloc(d->count + 1, sizeof(*d->log.headers));
	d->log.count = d->count;
	for (size_t i = 0; i < d->count; i++) {
		d->log.headers[i] = d->pages[i].header;
		d->log.headers[i].taken = true;
	}
	daylog_resolve(&d->log, options);
}

/* --- handing out --------------------------------------------------------- */

static void entry_set_days(struct entry *e, struct arena *mem,
			   const struct daylog_header *h)
{
	e->days = arena_alloc(mem, (h->ndates + 1) * sizeof(*e->days));
	e->ndays = 0;
	for (size_t i = 0; i < h->ndates; i++) {
		int day = day_from_civil((struct civil){
			h->dates[i].year, h->dates[i].month, h->dates[i].day });

		if (day != DAY_NONE)
			e->days[e->ndays++] = day;
	}
}

static void entry_set_flags(struct entry *e, struct arena *mem,
			    unsigned flags, bool contradicts)
{
	e->nflags = 0;
	e->flags = arena_alloc(mem, (FLAG_COUNT + 1) * sizeof(*e->flags));
	for (size_t bit = 0; bit < FLAG_COUNT; bit++)
		if (flags & (1u << bit))
			e->flags[e->nflags++] = daylog_flag_name(bit);
	if (contradicts)
		e->flags[e->nflags++] = "name-contradicts";
}

/* The front matter is the entry's own; the heading is the line that names the
 * day, where nothing else stands before it. */
static struct entry entry_make(struct days *d, const struct day_page *page,
			       const struct daylog_header *h)
{
	struct str bytes = page->file->bytes;
	struct entry e = page->entry;

	e.numbers = h->numbers;
	e.nnumbers = h->nnumbers;
	e.round = h->round;
	e.id = e.log = e.digest = NULL;
	e.matter = page->matter;
	e.line = 1;
	e.heading = STR_NONE;
	e.heading_end = LINE_END_NONE;
	e.body = str_from(bytes, page->matter.len);
	if (page->body) {
		e.heading = (struct str){ bytes.s + page->heading,
					  page->heading_end - page->heading };
		e.heading_end = page->line_end;
		e.body = str_from(bytes, page->body);
		for (size_t i = 0; i < page->heading; i++)
			e.line += bytes.s[i] == '\n';
	}
	if (!e.minutes)
		e.minutes = study_time_said(e.body);
	entry_set_days(&e, &d->log.mem, h);
	entry_set_flags(&e, &d->log.mem, h->flags, page->contradicts);
	return e;
}

static int hand_out_day(struct days *d, size_t i, struct import_sink *sink,
			struct error *err)
{
	const struct day_page *page = &d->pages[i];
	struct entry e = entry_make(d, page, &d->log.headers[i]);
	size_t before = page->body ? page->heading : page->matter.len;

	if (page->template)
		return import_refuse(sink, page->file, "it is a template, not "
				     "a day", err);
	if (sink->file(sink, page->file, err))
		return -1;
	if (sink->preamble(sink, str_upto(page->file->bytes, before), err))
		return -1;
	return sink->entry(sink, &e, err);
}

/* What is no day: the README, notes beside the days, their images. */
static int hand_out_other(const struct foreign_file *file,
			  const struct import_options *options,
			  struct import_sink *sink, struct error *err)
{
	if (import_is_hidden(file->path))
		return import_refuse(sink, file, "it is hidden, and belongs to "
				     "some program", err);
	if (import_is_text(file)) {
		if (sink->file(sink, file, err))
			return -1;
		return import_keep(sink, "notes", file->bytes, options, err);
	}
	if (import_is_attachment(file))
		return sink->file(sink, file, err) ||
				       sink->document(sink, "notes",
						      file->bytes, err)
			       ? -1 : 0;
	return import_refuse(sink, file, "it is neither a text nor an image; "
			     "only what was written about the days is taken",
			     err);
}

static int days_hand_out(struct days *d, const struct import_options *options,
			 struct import_sink *sink, struct error *err)
{
	if (!d->count)
		return error_set(err, ERROR_INPUT, "no file in it is named "
				 "for a day, as 'day-08.md' is; keep it whole "
				 "with --as notes");
	days_settle(d, options);
	for (size_t i = 0; i < d->count; i++)
		if (hand_out_day(d, i, sink, err))
			return -1;
	for (size_t i = 0; i < d->nfiles; i++)
		if (!d->is_day[i] &&
		    hand_out_other(&d->files[i], options, sink, err))
			return -1;
	return 0;
}

/*
 * The texts that are no day's: neither its page nor, where its page stands for
 * a folder ("day-05/README.md"), beside that.
 */
static size_t others_count(const struct days *d)
{
	AUTO(strset) folders = STRSET_INIT;
	size_t others = 0;

	for (size_t i = 0; i < d->count; i++) {
		struct str path = str_of(d->pages[i].file->path);

		if (day_name_is_index(path_basename(path)))
			strset_put(&folders, path_dirname(path), i);
	}
	for (size_t i = 0; i < d->nfiles; i++) {
		const struct foreign_file *file = &d->files[i];

		others += !d->is_day[i] && import_is_text(file) &&
			  !import_is_hidden(file->path) &&
			  !strset_has(&folders,
				      path_dirname(str_of(file->path)));
	}
	return others;
}

static int days_score_files(const struct foreign_file *files, size_t count)
{
	AUTO(days) d;
	size_t others, labelled = 0;

	days_find(&d, files, count);
	others = others_count(&d);
	for (size_t i = 0; i < d.count; i++)
		labelled += d.pages[i].name.labelled ||
			    d.pages[i].name.day != DAY_NONE ||
			    d.pages[i].session != DAY_NONE ||
			    day_page_names_agree(&d.pages[i]);
	if (labelled >= 2 && labelled > others)
		return 72;
	return d.count >= 5 && d.count > others ? 65 : 0;
}

/* --- one of them alone --------------------------------------------------- */

static int days_score(struct str input, struct str name)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct day_name said;
	struct daylog log;
	bool session;

	if (import_is_binary(input))
		return 0;
	strbuf_addslice(&path, name);
	daylog_init(&log, STR(""));
	said = day_name_read(path.buf, &log.words);
	session = day_session_of(frontmatter_body(input), &log) !=
		  DAY_NONE;
	daylog_release(&log);
	if (said.labelled || session)
		return 36;
	return said.day != DAY_NONE ? 14 : 0;
}

/* Without a name that says so it is a day where its text is one. */
static int read_alone(const struct foreign_file *file,
		      const struct import_options *options,
		      struct import_sink *sink, struct error *err)
{
	AUTO(days) d = { .files = file, .nfiles = 1, .count = 1 };

	daylog_init(&d.log, STR(""));
	d.pages = xcalloc(1, sizeof(*d.pages));
	d.is_day = xcalloc(1, sizeof(*d.is_day));
	d.pages[0].file = file;
	d.pages[0].name = day_name_read(file->path, &d.log.words);
	day_page_read(&d.pages[0], &d.log);
	days_settle(&d, options);
	return hand_out_day(&d, 0, sink, err);
}

static int days_run_files(const struct foreign_file *files, size_t count,
			  const struct import_options *options,
			  struct import_sink *sink, struct error *err)
{
	AUTO(days) d = { .count = 0 };

	if (count == 1)
		return read_alone(files, options, sink, err);
	days_find(&d, files, count);
	return days_hand_out(&d, options, sink, err);
}

const struct importer importer_days = {
	.name = "days",
	.summary = "a file or a folder for each day",
	.score = days_score,
	.score_files = days_score_files,
	.run_files = days_run_files,
	.infers_minutes = true,
};
