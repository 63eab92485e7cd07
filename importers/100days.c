/* SPDX-License-Identifier: MIT */
/* Logs of the 100 Days of Code challenge: a header a day, in any form. */
#include "importers/100days_kinds.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/study_time.h"
#include "importers/100days_above.h"
#include "importers/private_block.h"
#include "importers/table.h"

#define SPAN_MAX 100			/* days in one range: a challenge */
#define START_LINES 200			/* where a log says when it began */

void daylog_init(struct daylog *log, struct str input)
{
	*log = (struct daylog){
		.input = input,
		.mem = ARENA_INIT,
		.words = DAYLOG_WORDS_INIT,
		.tokens = DAYLOG_TOKENS_INIT,
	};
	daylog_words_fill(&log->words);
}

void daylog_release(struct daylog *log)
{
	arena_release(&log->mem);
	daylog_words_release(&log->words);
	daylog_tokens_release(&log->tokens);
	free(log->headers);
}

/* --- scanning ------------------------------------------------------------ */

/* A line of prose can be a header only by its beginning. */
static struct str header_part(const struct daylog_line *line)
{
	bool strong = line->form == FORM_HEADING || line->form == FORM_TIGHT;

	return str_upto(line->text, strong ? 600 : 300);
}

/*
 * Most lines are prose, and most prose is told from a header by its first
 * word, long before it is folded and taken apart.
 */
static bool may_be_header(const struct daylog_words *w, struct str text)
{
	char word[16];
	size_t n = 0;

	while (text.len && strchr("*_#\"'([~ \t`|:-", text.s[0]))
		text = str_from(text, 1);
	while (n < text.len && n < sizeof(word) &&
	       isalpha((unsigned char)text.s[n])) {
		word[n] = (char)tolower((unsigned char)text.s[n]);
		n++;
	}
	if (!n || (n < text.len && (unsigned char)text.s[n] >= 0x80))
		return text.len > 0;
	return n < sizeof(word) && daylog_word(w, (struct str){ word, n });
}

static bool is_strong_line(const struct daylog_line *line)
{
	return line->form == FORM_HEADING || line->form == FORM_TIGHT;
}

/* "Started on [July 17, Monday, 2017]": the first whole date of a preamble. */
static void started_find(struct daylog *log)
{
	const struct daylog_tokens *t = &log->tokens;

	for (size_t i = 0; i < t->count; i++) {
		struct daylog_dates dates = { .count = 0 };

		if (daylog_dates_read(t, i, &dates) &&
		    daylog_date_is_complete(&dates.at[0])) {
			log->started = dates.at[0];
			return;
		}
	}
}

static int header_add(struct daylog *log, const struct daylog_header *h,
		      struct error *err)
{
	if (log->count == DAYLOG_HEADERS_MAX)
		return error_set(err, ERROR_INPUT,
				 "the log has more than %zu day headers; "
				 "split it into several files",
				 DAYLOG_HEADERS_MAX);
	XGROW(log->headers, log->count, log->cap);
	log->headers[log->count++] = *h;
	return 0;
}

/* A heading that has the date of a week, or one at its end, may be a title. */
static bool is_day_by_itself(const struct daylog_header *h)
{
	return !h->dated_behind && !(h->week && !h->labelled);
}

/* A heading that is no day, as far as one can tell. */
static void title_add(struct daylog *log, struct daylog_above *above,
		      const struct daylog_header *h, struct str text)
{
	daylog_above_add(above, h, &log->tokens);
	if (h->line.hidden)
		return;
	if (!log->count && !log->title.s)
		log->title = text;
	log->headings[h->line.level]++;
}

/* Look at one line that can be a header. */
static int line_scan(struct daylog *log, struct daylog_above *above,
		     const struct daylog_line *line, struct str part,
		     bool wants_start, struct error *err)
{
	struct daylog_header h = {
		.line = *line,
		.under_template = above->template,
		.deed = above->deed,
	};
	bool strong = is_strong_line(line), is_header;

	daylog_above_close(above, line);
	daylog_tokens_read(&log->tokens, &log->words, part);
	is_header = daylog_header_read(&h, &log->tokens, &log->mem) ||
		    daylog_under_read(&h, &log->tokens, above, &log->mem);
	h.under_plan = above->plan_level < 7;
	h.round_above = above->round;
	if (!is_header || !is_day_by_itself(&h)) {
		if (strong)
			title_add(log, above, &h, part);
		if (wants_start)
			started_find(log);
	}
	return is_header ? header_add(log, &h, err) : 0;
}

/* "| | queues | 20 |": a row whose first cell is that of the one above. */
static bool continues_row(const struct daylog_line *line)
{
	return line->form == FORM_ROW && str_starts(line->text, "|") &&
	       str_starts(str_trim_left(str_from(line->text, 1)), "|");
}

/* "|---|:--|": it and the row above are the head of a table. */
static bool ends_head(const struct daylog_line *line)
{
	if (line->form != FORM_ROW)
		return false;
	for (size_t i = 0; i < line->text.len; i++)
		if (!strchr("|-: ", line->text.s[i]))
			return false;
	return true;
}

int daylog_scan(struct daylog *log, struct error *err)
{
	struct daylog_lines lines;
	struct daylog_line line;
	struct daylog_above above = DAYLOG_ABOVE_INIT;

	daylog_lines_begin(&lines, log->input);
	while (daylog_lines_next(&lines, &line)) {
		struct str part = header_part(&line);
		bool wants_start = !log->count && !log->started.year &&
				   line.number < START_LINES;

		log->nlines += !line.hidden && !line.nested &&
			       !continues_row(&line);
		log->nheads += ends_head(&line) ? 2 : 0;
		daylog_above_follow_table(&above, &line);
		if (line.form == FORM_NONE ||
		    (!is_strong_line(&line) && !wants_start &&
		     !may_be_header(&log->words, part))) {
			above.template = false;
			continue;
		}
		if (line_scan(log, &above, &line, part, wants_start, err))
			return -1;
	}
	return 0;
}

/* --- handing out --------------------------------------------------------- */

static const char *const flag_names[] = {
	"year-inferred", "year-unknown", "date-corrected", "date-inferred",
	"date-impossible", "date-beside", "order-inferred", "order-unknown",
	"weekday-contradicts", "month-typo", "range", "counts-differ",
	"half-day", "number-unknown", "duplicate-day",
};
_Static_assert(ARRAY_SIZE(flag_names) == FLAG_COUNT, "a name for each flag");

const char *daylog_flag_name(size_t bit)
{
	return flag_names[bit];
}

static void entry_set_flags(struct entry *e, struct daylog *log, unsigned flags)
{
	e->flags = arena_alloc(&log->mem, FLAG_COUNT * sizeof(*e->flags));
	for (size_t bit = 0; bit < FLAG_COUNT; bit++)
		if (flags & (1u << bit))
			e->flags[e->nflags++] = flag_names[bit];
}

static int day_of(const struct daylog_date *d)
{
	return day_in(d, d->year);
}

/*
 * How many days a date adds: itself, and those it closes a range over, unless
 * that is far longer than the numbers: "Day 1-5: April 22 - May 29".
 */
static int days_of(const struct daylog_date *d, int before, size_t nnumbers)
{
	int day = day_of(d), span;
	int most = nnumbers > 1 && nnumbers < SPAN_MAX / 3 ? (int)nnumbers * 3
							   : SPAN_MAX;

	if (day == DAY_NONE)
		return 0;
	span = before == DAY_NONE ? 1 : day - before;
	return d->through && span > 1 && span <= most ? span : 1;
}

static void entry_set_days(struct entry *e, struct daylog *log,
			   const struct daylog_header *h)
{
	int before = DAY_NONE;
	size_t total = 0;

	for (size_t i = 0; i < h->ndates; i++) {
		total += (size_t)days_of(&h->dates[i], before, h->nnumbers);
		before = day_of(&h->dates[i]);
	}
	if (!total)
		return;
	e->days = arena_alloc(&log->mem, total * sizeof(int));
	before = DAY_NONE;
	for (size_t i = 0; i < h->ndates; i++) {
		int n = days_of(&h->dates[i], before, h->nnumbers);

		before = day_of(&h->dates[i]);
		for (int k = n; k-- > 0;)
			e->days[e->ndays++] = before - k;
	}
}

struct entry daylog_entry(struct daylog *log, const struct daylog_header *h)
{
	struct entry e = {
		.numbers = h->numbers,
		.nnumbers = h->nnumbers,
		.round = h->round,
		.line = h->line.number,
	};
	unsigned flags = h->flags;

	entry_set_days(&e, log, h);
	if (e.ndays > 1 && e.nnumbers > 1 && e.ndays != e.nnumbers)
		flags |= FLAG_COUNTS;
	entry_set_flags(&e, log, flags);
	return e;
}

static struct entry entry_make(struct daylog *log, const struct daylog_header *h,
			       size_t body_end)
{
	struct entry e = daylog_entry(log, h);

	e.heading = (struct str){ log->input.s + h->line.start,
				  h->line.end - h->line.start };
	e.heading_end = h->line.line_end;
	e.body = (struct str){ log->input.s + h->line.next,
			       body_end - h->line.next };
	e.minutes = study_time_said(e.body);
	return e;
}

static size_t next_taken(const struct daylog *log, size_t i)
{
	while (i < log->count && !log->headers[i].taken)
		i++;
	return i;
}

static size_t start_of(const struct daylog *log, size_t i)
{
	return i < log->count ? log->headers[i].line.start : log->input.len;
}

/* An entry that is a row of a table. */
static void add_what_columns_say(struct daylog *log, struct entry *e,
				 const struct columns *columns,
				 struct table_head *head)
{
	struct str row = str_from(log->input,
				  (size_t)(e->heading.s - log->input.s));

	table_head_follow(head, row.s);
	e->columns = table_section_names(head, e->heading, &log->mem);
	if (!e->minutes)
		e->minutes = table_row_minutes(columns, row);
}

static int hand_out(struct daylog *log, struct import_sink *sink,
		    struct error *err)
{
	size_t i = next_taken(log, 0), next;
	struct str above = str_upto(log->input, start_of(log, i));
	struct table_head head = TABLE_HEAD_INIT(log->input);
	struct columns columns;
	bool open = false;

	table_columns_read(&columns, above);
	if (sink->preamble(sink, above, err))
		return -1;
	private_block_step(&open, above);
	for (; i < log->count; i = next) {
		struct entry e;

		next = next_taken(log, i + 1);
		e = entry_make(log, &log->headers[i], start_of(log, next));
		e.private = private_block_step(&open, e.body);
		if (log->headers[i].line.form == FORM_ROW)
			add_what_columns_say(log, &e, &columns, &head);
		if (sink->entry(sink, &e, err))
			return -1;
	}
	return 0;
}

/* Why it was not taken; of a pause, how the journal learns of it as well. */
static const char *why_skipped(struct daylog *log,
			       const struct daylog_header *h)
{
	int first = h->ndates ? day_of(&h->dates[0]) : DAY_NONE, last;

	if (!h->pause || first == DAY_NONE)
		return h->why;
	last = day_of(&h->dates[h->ndates - 1]);
	return arena_printf(&log->mem,
			    "it is a pause, not a day: 'hecto pause %s..%s' "
			    "records it",
			    day_format(first).s,
			    day_format(last < first ? first : last).s);
}

static void tell_skipped(struct daylog *log, struct import_sink *sink)
{
	for (size_t i = 0; i < log->count; i++) {
		const struct daylog_header *h = &log->headers[i];

		if (h->taken || !h->why)
			continue;
		sink->skipped(sink, h->line.number,
			      str_upto((struct str){
					log->input.s + h->line.start,
					h->line.end - h->line.start },
				       DAYLOG_LINE_MAX), why_skipped(log, h));
	}
}

static int daylog_hand_out(struct daylog *log,
			   const struct import_options *options,
			   struct import_sink *sink, struct error *err)
{
	if (daylog_scan(log, err))
		return -1;
	daylog_choose(log);
	for (size_t i = 0; i < log->count; i++)
		if (log->headers[i].taken)
			daylog_split(log, &log->headers[i]);
	daylog_resolve(log, options);
	tell_skipped(log, sink);
	if (next_taken(log, 0) == log->count)
		return error_set(err, ERROR_INPUT,
				 "no line in it opens a day, as '### Day 1: "
				 "July 4, 2022' does; keep it whole with "
				 "--as note");
	return hand_out(log, sink, err);
}

static int daylog_run(struct str input, const struct import_options *options,
		      struct import_sink *sink, struct error *err)
{
	struct daylog log;
	int result;

	daylog_init(&log, input);
	result = daylog_hand_out(&log, options, sink, err);
	daylog_release(&log);
	return result;
}

const struct importer importer_100days = {
	.name = "100days",
	.summary = "a log of 100 Days of Code, in any of its forms",
	.score = daylog_score,
	.run = daylog_run,
	.infers_minutes = true,
};
