/* SPDX-License-Identifier: MIT */
/*
 * Looking through the logs of a journal.  Each is put together again as it
 * came in, because what a heading says is told by those around it.
 */
#include "cmd/check/check.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/path.h"

/* An entry's place in the text that was put together. */
struct segment {
	struct checked_file *file;
	unsigned line, body_line;	/* in that text */
};

struct whole_log {
	struct strbuf text;
	struct segment *segments;	/* owned */
	size_t count;
	unsigned lines;			/* of the text so far */
};

static void whole_log_release(struct whole_log *w)
{
	strbuf_release(&w->text);
	free(w->segments);
}

static void add_text(struct whole_log *w, struct str text)
{
	strbuf_addslice(&w->text, text);
	for (size_t i = 0; i < text.len; i++)
		w->lines += text.s[i] == '\n';
}

static void add_entry(struct whole_log *w, struct checked_file *file)
{
	static const char *const ends[] = {
		[LINE_END_LF] = "\n",
		[LINE_END_CRLF] = "\r\n",
		[LINE_END_CR] = "\r",
		[LINE_END_NONE] = "",
	};
	const struct entry *e = file->file.entry;
	struct segment *s = &w->segments[w->count++];

	*s = (struct segment){ .file = file, .line = w->lines + 1 };
	if (e->heading.s) {
		add_text(w, e->heading);
		add_text(w, str_of(ends[e->heading_end]));
	}
	s->body_line = w->lines + 1;
	add_text(w, e->body);
	file->in_log = true;
}

/* The line of the file where its heading is kept. */
static unsigned heading_line(const struct check_file *file)
{
	struct str rest = file->bytes, line;
	unsigned number = 0;

	while ((line = str_next_line(&rest)).s) {
		number++;
		if (number >= file->body_line)
			break;
		if (str_starts(line, "heading:"))
			return number;
	}
	return 1;
}

static int by_line(const void *a, const void *b)
{
	const struct entry *x = a, *y = b;

	return (x->line > y->line) - (x->line < y->line);
}

/* What its reader made of an entry, by its line, or by its place. */
static const struct entry *read_as(const struct check_reading *r,
				   const struct whole_log *w, size_t at)
{
	struct entry key = { 0 };

	if (r->nentries == w->count)
		return &r->entries[at];
	key.line = w->segments[at].line;
	return r->nentries ? bsearch(&key, r->entries, r->nentries, sizeof(key),
				     by_line) : NULL;
}

/* The entry as its file has it, with flags that are true now. */
static struct check_day day_of(const struct checked_file *file,
			       const struct entry *read, struct arena *mem)
{
	struct entry *e = arena_alloc(mem, sizeof(*e));

	*e = *file->file.entry;
	/* Without a date, what was wrong with it still is. */
	e->nflags = e->ndays ? 0 : e->nflags;
	if (read) {
		e->flags = read->flags;
		e->nflags = read->nflags;
	}
	return (struct check_day){ e, file->file.path,
				   heading_line(&file->file) };
}

/* From a line of the whole text to that of the file it came from. */
static void place_skipped(struct check_skipped *s, const struct whole_log *w,
			  const char *preamble)
{
	size_t low = 0, high = w->count;
	const struct segment *in;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (w->segments[middle].line <= s->line)
			low = middle + 1;
		else
			high = middle;
	}
	in = low ? &w->segments[low - 1] : NULL;
	s->path = in ? in->file->file.path : preamble;
	if (in)
		s->line = s->line < in->body_line ? 1 :
			  s->line - in->body_line + in->file->file.body_line;
}

static void check_one(struct findings *f, const char *name,
		      const struct whole_log *w, int today)
{
	AUTO(check_reading) reading = { .mem = NULL };
	AUTO(strbuf) preamble = STRBUF_INIT;
	struct check_day *days = arena_alloc(f->mem, (w->count + 1) *
							     sizeof(*days));
	struct check_log log = { .name = name, .days = days, .today = today };
	const char *path;

	strbuf_addstr(&preamble, ".hecto/logs");
	path_join(&preamble, name);
	path_join(&preamble, "preamble");
	path = arena_strdup(f->mem, preamble.buf);
	check_reading_run(&reading, importer_by_name("100days"),
			  strbuf_slice(&w->text), today, f->mem);
	for (size_t i = 0; i < w->count; i++)
		days[log.count++] = day_of(w->segments[i].file,
					   read_as(&reading, w, i), f->mem);
	for (size_t i = 0; i < reading.nskipped; i++)
		place_skipped(&reading.skipped[i], w, path);
	log.skipped = reading.skipped;
	log.nskipped = reading.nskipped;
	check_log(f, &log);
}

static void put_together(struct whole_log *w, const struct journal_log *log,
			 const struct strset *by_id,
			 struct checked_file *files)
{
	size_t at;

	w->segments = xcalloc(log->nids + 1, sizeof(*w->segments));
	add_text(w, log->preamble);
	for (size_t i = 0; i < log->nids; i++)
		if (strset_get(by_id, str_of(log->ids[i]), &at))
			add_entry(w, &files[at]);
}

/* The first line of a text that says something, and its number. */
static unsigned first_line(struct str text, struct str *line)
{
	unsigned number = 0;

	while ((*line = str_next_line(&text)).s) {
		number++;
		if (str_trim(*line).len)
			return number;
	}
	return 0;
}

/*
 * Where an entry that was written by hand has no date, the heading that it
 * begins with may have been meant to say one: "## Day 6: 31/04/2026".
 */
static void read_heading(struct check_day *day, const struct check_file *file,
			 int today, struct arena *mem)
{
	AUTO(check_reading) reading = { .mem = NULL };
	struct entry *e = arena_alloc(mem, sizeof(*e));
	struct str line;
	unsigned at;

	if (day->entry->ndays || day->entry->heading.s || file->complaint)
		return;
	at = first_line(file->body, &line);
	check_reading_run(&reading, importer_by_name("100days"), line, today,
			  mem);
	if (reading.nentries != 1)
		return;
	*e = *day->entry;
	e->heading = line;
	e->flags = reading.entries[0].flags;
	e->nflags = reading.entries[0].nflags;
	day->entry = e;
	day->line = file->body_line + at - 1;
}

static int by_day(const void *a, const void *b)
{
	const struct check_day *x = a, *y = b;
	int dx = entry_day(x->entry), dy = entry_day(y->entry);

	if (dx != dy)
		return dx < dy ? -1 : 1;
	return strcmp(x->path, y->path);
}

/* What was logged with hecto itself, in the order of the days. */
static void check_own(struct findings *f, const struct checked_file *files,
		      size_t count, int today)
{
	struct check_day *days = arena_alloc(f->mem, (count + 1) *
							     sizeof(*days));
	struct check_log log = { .days = days, .today = today };

	for (size_t i = 0; i < count; i++)
		if (files[i].file.entry && !files[i].in_log) {
			days[log.count] = day_of(&files[i], NULL, f->mem);
			read_heading(&days[log.count++], &files[i].file, today,
				     f->mem);
		}
	if (log.count)
		qsort(days, log.count, sizeof(*days), by_day);
	check_log(f, &log);
}

int check_logs(struct findings *f, struct journal *j,
	       struct checked_file *files, size_t count, struct error *err)
{
	AUTO(strset) by_id = STRSET_INIT;
	struct journal_log *logs;
	size_t nlogs;

	if (journal_logs(j, f->mem, &logs, &nlogs, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (files[i].file.entry)
			strset_put(&by_id, str_of(files[i].file.entry->id), i);
	for (size_t i = 0; i < nlogs; i++) {
		AUTO(whole_log) w = { .text = STRBUF_INIT };

		put_together(&w, &logs[i], &by_id, files);
		check_one(f, logs[i].name, &w, journal_today(j));
	}
	check_own(f, files, count, journal_today(j));
	return 0;
}
