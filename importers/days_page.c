/* SPDX-License-Identifier: MIT */
/* What the text of a day's file says of the day. */
#include "importers/days.h"

#include <string.h>

#include "core/text/frontmatter.h"

#define LINES_READ 40	/* of the text, in search of header and date */

/* "Date: 31 March 2026" anywhere in a line; what a filler stands before. */
static bool date_in_line(const struct daylog_tokens *t,
			 struct daylog_dates *out)
{
	for (size_t i = 0; i + 1 < t->count; i++) {
		size_t at = daylog_skip_any_marks(t, i + 1);

		if (!daylog_is_word(&t->at[i], WORD_FILLER) ||
		    (t->at[i].text.len < 4 && !daylog_is_mark(
			     daylog_token(t, i + 1), ":")))
			continue;
		out->count = 0;
		if (daylog_dates_read(t, at, out) &&
		    (out->at[0].day || out->at[0].first))
			return true;
	}
	return false;
}

static void dates_keep(struct daylog_header *h, struct daylog *log,
		       const struct daylog_dates *dates)
{
	h->ndates = dates->count;
	h->dates = arena_alloc(&log->mem, dates->count * sizeof(*h->dates));
	memcpy(h->dates, dates->at, dates->count * sizeof(*h->dates));
}

/* A heading that names the day, and what in it names the date. */
static void heading_keep(struct day_page *page, const struct daylog_header *h,
			 size_t before, bool first)
{
	page->header = *h;
	page->dated_by_text = h->ndates > 0;
	if (!first)
		return;
	page->heading = before + h->line.start;
	page->heading_end = before + h->line.end;
	page->line_end = h->line.line_end;
	page->body = before + h->line.next;
}

static bool names_day(const struct daylog_header *h)
{
	return h->labelled && h->nnumbers && !h->template &&
	       (h->line.form == FORM_HEADING || h->line.form == FORM_TIGHT ||
		h->line.form == FORM_BOLD || h->bare);
}

/* The heading of the page that the 100 Days of Cloud have for each day. */
static bool is_placeholder(const struct daylog_line *line)
{
	return line->form == FORM_HEADING &&
	       str_eq_nocase(line->text, STR("New post title here"));
}

/* Look at one line; true: nothing more is to be found. */
static bool line_read(struct day_page *page, struct daylog *log,
		      const struct daylog_line *line, size_t before, bool first)
{
	struct daylog_header h = { .line = *line };
	struct daylog_dates dates = { .count = 0 };

	daylog_tokens_read(&log->tokens, &log->words,
			   str_upto(line->text, 300));
	if (!page->header.labelled &&
	    daylog_header_read(&h, &log->tokens, &log->mem) &&
	    (names_day(&h) || (first && h.ndates && h.bare)) &&
	    (h.ndates || !page->dated_by_text))
		heading_keep(page, &h, before, first);
	if (!page->dated_by_text && date_in_line(&log->tokens, &dates)) {
		dates_keep(&page->header, log, &dates);
		page->dated_by_text = true;
	}
	return page->dated_by_text && page->header.labelled;
}

void day_page_read(struct day_page *page, struct daylog *log)
{
	struct str bytes = page->file->bytes;
	struct error err = ERROR_INIT;
	struct frontmatter fm;
	struct daylog_lines lines;
	struct daylog_line line;
	size_t before;
	bool first = true;

	/* What is damaged in it costs only itself. */
	(void)!entry_parse(&page->entry, page->file->path, bytes, &log->mem,
			   &err);
	(void)!frontmatter_parse(&fm, bytes, &log->mem, &err);
	page->matter = fm.raw;
	page->date_key = page->entry.ndays && (frontmatter_field(&fm, "date") ||
					       frontmatter_field(&fm, "dates"));
	before = fm.raw.len;
	page->session = day_session_of(fm.body, log);
	daylog_lines_begin(&lines, fm.body);
	for (int n = 0; n < LINES_READ && daylog_lines_next(&lines, &line);
	     n++) {
		if (line.hidden || line.form == FORM_NONE ||
		    !str_trim(line.text).len)
			continue;
		page->template |= is_placeholder(&line);
		if (line_read(page, log, &line, before, first))
			break;
		first = false;
	}
}
