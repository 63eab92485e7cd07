/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_H
#define IMPORTERS_100DAYS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/date.h"
#include "core/base/error.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/model/entry.h"
#include "importers/importer.h"

/*
 * The reader of 100-days logs, in five steps, each a file:
 *
 *	lines	the lines a reader sees, and the form each is written in (forms)
 *	tokens	the words and numbers of such a line (words: what they mean)
 *	header	one grammar: label and numbers (label), dates (date, dates)
 *	choose	which of the lines that parse open an entry of this file, by
 *		what they have in common (habits; never: what is no day at all)
 *		(template: not an example; titles: labels of another kind;
 *		series: days that are some only together; above: by a heading;
 *		beside: a date on the next line; rounds: one above; split: the
 *		text on this line)
 *	resolve	the civil day of each, by evidence (order: day or month first;
 *		years: those that are not written)
 *
 * Nothing here knows one file or one author; adding a language is adding a
 * row to the table in 100days_languages.c.
 */

/* --- words --------------------------------------------------------------- */

/* What a word can mean; some mean two things ("mar": March, or Tuesday). */
enum daylog_word {
	WORD_MONTH = 0xf,		/* 1 … 12 */
	WORD_WEEKDAY = 0x70,		/* 1 Monday … 7 Sunday, << 4 */
	WORD_DAY = 1 << 7,		/* "Day", "Jour", "Tag" */
	WORD_DAY_AFTER = 1 << 8,	/* behind the number: "日目" */
	WORD_ROUND = 1 << 9,
	WORD_DAY_LETTER = 1 << 10,	/* the D and R of "R1D1" */
	WORD_ROUND_LETTER = 1 << 11,
	WORD_ORDINAL = 1 << 12,		/* "st" */
	WORD_AND = 1 << 13,
	WORD_TO = 1 << 14,
	WORD_OF = 1 << 15,
	WORD_YEAR_UNIT = 1 << 16,	/* behind a number: "年" */
	WORD_MONTH_UNIT = 1 << 17,
	WORD_DAY_UNIT = 1 << 18,
	WORD_NTH = 1 << 19,		/* before a number: "第" */
	WORD_TEMPLATE = 1 << 20,
	WORD_FILLER = 1 << 21,		/* "Date:", "No.", "on" */
	WORD_PAUSE = 1 << 22,
	WORD_UNKNOWN = 1 << 23,		/* for a number: "xx" */
	WORD_TYPO = 1 << 24,		/* not in the table, but near to it */
	WORD_PAUSE_DAY = WORD_PAUSE | WORD_TYPO,  /* so with a day: "off" */
};
#define WORD_WEEKDAY_SHIFT 4
#define WORD_NUMBER_SHIFT 25		/* "three": 3 + 1 in the upper bits */

struct daylog_words {
	struct strset set;
	size_t longest;		/* bytes of the longest Han word */
};

#define DAYLOG_WORDS_INIT { STRSET_INIT, 0 }
void daylog_words_fill(struct daylog_words *w);
void daylog_words_release(struct daylog_words *w);

/* The meaning of a folded word; 0: none. */
unsigned daylog_word(const struct daylog_words *w, struct str folded);

/* A month or weekday that is misspelt, with WORD_TYPO; or 0. */
unsigned daylog_word_near(struct str folded);

/* The number whose word is misspelt so ("thity": 30), in the language of a
 * word for days, or -1. */
int daylog_number_near(struct str folded, struct str day);

/* "Dya", "Dau": what can only be meant for "Day". */
bool daylog_is_day_misspelt(struct str folded);

/* --- tokens -------------------------------------------------------------- */

enum daylog_kind { TOKEN_END, TOKEN_NUMBER, TOKEN_WORD, TOKEN_MARK };

struct daylog_token {
	enum daylog_kind kind;
	bool glued;		/* no blank before it */
	int value;		/* number; -1: too large */
	unsigned digits;
	unsigned word;		/* enum daylog_word */
	char mark;		/* ASCII, or 0 for any other mark */
	struct str text;	/* folded */
};

#define DAYLOG_TOKENS 160
#define DAYLOG_LINE_MAX 1024	/* of a line that can be a header */

struct daylog_tokens {
	struct daylog_token at[DAYLOG_TOKENS + 4];	/* ends with END */
	size_t count;
	struct strbuf clean, folded;	/* the texts behind them, reused */
};

#define DAYLOG_TOKENS_INIT { .clean = STRBUF_INIT, .folded = STRBUF_INIT }
void daylog_tokens_read(struct daylog_tokens *t, const struct daylog_words *w,
			struct str text);
void daylog_tokens_release(struct daylog_tokens *t);

/* Is this the mark `c`?  Any of `marks`? */
bool daylog_is_mark(const struct daylog_token *t, const char *marks);
bool daylog_is_word(const struct daylog_token *t, unsigned meaning);

/* Is it a number from `min` to `max`? */
bool daylog_is_within(const struct daylog_token *t, int min, int max);

/* The token at `i`; behind the last one, TOKEN_END. */
const struct daylog_token *daylog_token(const struct daylog_tokens *t,
					size_t i);

/* The index of the first token from `i` on that is none of these. */
size_t daylog_skip_marks(const struct daylog_tokens *t, size_t i,
			 const char *marks);
size_t daylog_skip_any_marks(const struct daylog_tokens *t, size_t i);
size_t daylog_skip_words(const struct daylog_tokens *t, size_t i,
			 unsigned meaning);

/* --- dates --------------------------------------------------------------- */

/* The years in which a log can have been kept. */
#define DAYLOG_YEAR_FIRST 1990
#define DAYLOG_YEAR_LAST 2099

/* A date as it is written: what is 0 was not said. */
struct daylog_date {
	int year, month, day;
	int first, second;	/* of 04/05: which is the month is not known */
	int third;		/* of 25.01.06, where the year may be in front */
	int weekday;		/* 1 Monday … 7 Sunday */
	int maybe_year;		/* "4 July 22 queues": if others say so, or 0 */
	bool through;		/* all days from the one before to this one */
	bool corrected;		/* garbled, read as it was meant */
	bool no_year;		/* what stands in its place is none */
	bool dotted;		/* "04.05.2026", as is written day first */
	bool typo;
	bool impossible;	/* "31/04/2026": month and day are 0 */
};

#define DAYLOG_DATES 40		/* in one header */

struct daylog_dates {
	struct daylog_date at[DAYLOG_DATES];
	size_t count;
};

/*
 * Read a date, or a list or range of them, at token `i`; the index behind it,
 * or 0 when there is none.
 */
size_t daylog_dates_read(const struct daylog_tokens *t, size_t i,
			 struct daylog_dates *out);
/* Parts of that: one date in any form; day and month in either order; year
 * and weekdays behind them.  Each gives the index behind it, or 0. */
size_t daylog_date_read(const struct daylog_tokens *t, size_t i,
			struct daylog_date *d);
size_t daylog_month_day_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d);
size_t daylog_day_month_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d);
size_t daylog_date_tail_read(const struct daylog_tokens *t, size_t i,
			     struct daylog_date *d, int *second_weekday);
size_t daylog_skip_ordinal(const struct daylog_tokens *t, size_t i);

/* Is the token at `i` a year, which goes into *d, or what was meant for one? */
bool daylog_year_read(const struct daylog_tokens *t, size_t i,
		      struct daylog_date *d);

/* "26-06", which only behind a label is a date; the index behind, or 0. */
size_t daylog_dashed_date_read(const struct daylog_tokens *t, size_t i,
			       struct daylog_date *d);
bool daylog_is_day(const struct daylog_token *t);
bool daylog_is_year(const struct daylog_token *t);	/* of a log */
int daylog_weekday(const struct daylog_token *t);
unsigned daylog_word_of(const struct daylog_token *t);	/* misspelt, too */
bool daylog_date_is_complete(const struct daylog_date *d);

/* Dates of one header without a year have that of the one behind, or before. */
void daylog_dates_spread(struct daylog_dates *dates);

/* --- lines --------------------------------------------------------------- */

/* How a line stands in its file; the later ones weigh less. */
enum daylog_form {
	FORM_NONE,
	FORM_HEADING,		/* "### Day 1", "<h2>", Setext, org "** " */
	FORM_TIGHT,		/* "###Day 1", "#Day1" */
	FORM_BOLD,		/* the whole line, or its beginning */
	FORM_ROW,		/* of a table */
	FORM_PLAIN,
	FORM_ITEM,
	FORM_COUNT,
};

struct daylog_line {
	size_t start, end, next;	/* its bytes; where the next begins */
	unsigned number;
	enum daylog_form form;
	int level;			/* of a heading, else 7 */
	struct str text;		/* without the marks of its form */
	enum line_end line_end;
	bool hidden;			/* in a comment, not to be seen */
	bool after_blank;		/* nothing, a heading or a rule above */
	bool contents;			/* a link into this file */
	bool nested;			/* of what an item above says */
	int item;			/* the number of a list item, or 0 */
};

struct daylog_lines {
	struct str input;
	size_t at;			/* where the next line begins */
	unsigned number;
	bool in_comment, in_front_matter, org;
	char fence;			/* 0, '`' or '~' */
	size_t fence_length, fence_inside, list_inside;
	bool fence_quoted;
	bool after_blank;
};

void daylog_lines_begin(struct daylog_lines *l, struct str input);

/* The next line that a reader sees as text, or that a comment hides. */
bool daylog_lines_next(struct daylog_lines *l, struct daylog_line *out);

/* The form of a line, by the marks that it begins with. */
void daylog_form_find(struct daylog_line *line, struct str text);

/* How many times `c` stands in front. */
size_t daylog_run_length(struct str s, char c);

/* The length of a list marker and the blank behind it, or 0. */
size_t daylog_marker_length(struct str text);

/* Where the line that begins at `start` ends, and where the next begins. */
size_t daylog_line_end(struct str input, size_t start, size_t *next);

/* --- headers ------------------------------------------------------------- */

/* What was unclear in a header, and how it was read all the same. */
enum daylog_flag {
	FLAG_YEAR_INFERRED = 1 << 0,	/* from weekdays, neighbours, start */
	FLAG_YEAR_UNKNOWN = 1 << 1,	/* so the entry stays undated */
	FLAG_DATE_CORRECTED = 1 << 2,	/* garbled, read as it was meant */
	FLAG_DATE_INFERRED = 1 << 3,	/* counted from the start given */
	FLAG_DATE_IMPOSSIBLE = 1 << 4,	/* "November 31": undated */
	FLAG_DATE_BESIDE = 1 << 5,	/* on the line under or above */
	FLAG_ORDER_INFERRED = 1 << 6,	/* 04/05: by the other dates */
	FLAG_ORDER_UNKNOWN = 1 << 7,	/* 04/05: undated */
	FLAG_WEEKDAY = 1 << 8,		/* is not that of the date */
	FLAG_MONTH_TYPO = 1 << 9,
	FLAG_RANGE = 1 << 10,		/* of days or dates */
	FLAG_COUNTS = 1 << 11,		/* five numbers, six dates */
	FLAG_HALF = 1 << 12,		/* "Day 39a", "Day 7.5" */
	FLAG_NUMBER_UNKNOWN = 1 << 13,	/* "Day xx", or only a date where
					   others have a number */
	FLAG_DUPLICATE = 1 << 14,	/* the round had that number */
	FLAG_COUNT = 15,
};
const char *daylog_flag_name(size_t bit);

/* What the grammar made of one line. */
struct daylog_header {
	struct daylog_line line;
	bool labelled;		/* "Day", "R1D1" …: else only a date */
	bool placeholder;	/* a label, and neither number nor date */
	bool template;		/* "Day 0: TEMPLATE" */
	bool bare;		/* nothing but label, numbers and dates */
	bool negative;		/* a dash before the number */
	bool pause;
	bool separated;		/* a mark, or nothing, behind the label */
	bool of_total;		/* "Day 5/100": no sentence begins so */
	bool date_left_out;	/* of a row: others of the table have one */
	bool deed;		/* a row that tells what was done that day */
	bool abbreviated;	/* only "D5" */
	bool roman;		/* "Day IV" */
	bool misspelt;		/* "Dya 5" */
	bool plural;		/* "Days:", and no number */
	bool trailing;		/* "Trees | Day 5": behind a title */
	bool marked;		/* ASCII marks in front that no form has */
	bool under_template;	/* the heading above says that it is one */
	bool under_plan;	/* a heading above says what is to come */
	bool example;		/* its text is that of the template */
	bool titled;		/* "Warm-up Day 0": other words in front */
	bool dated_behind;	/* "Trees - May 2, 2022": behind a title */
	bool under;		/* "Monday", "6": what is above has the date */
	int week;		/* "Week 2 - Day 8": in front of it, or 0 */
	bool of_week;		/* its number, or weekday, is one of the week */
	struct str own_word;	/* "Sol 5": the word for a day, if titled */
	int round;
	int round_above;	/* of the nearest heading above that has one */
	int *numbers;
	size_t nnumbers;
	struct daylog_date *dates;
	size_t ndates;
	unsigned flags;

	/* Set by choose. */
	bool taken;
	const char *why;	/* not taken, or NULL: never looked like one */
};

#define DAYLOG_RANGE 100	/* numbers in one range: a challenge */

/* What the grammar has read so far. */
struct daylog_reading {
	const struct daylog_tokens *t;
	struct daylog_header *h;
	int numbers[DAYLOG_RANGE * 2];
	size_t nnumbers;
	struct daylog_dates dates;
};

/* Read a label and its numbers at token `i`; the index behind, or 0. */
size_t daylog_label_read(struct daylog_reading *r, size_t i);

/* "100DaysOfCode 2nd round" in front of a label; the index behind, or `i`. */
size_t daylog_challenge_skip(struct daylog_reading *r, size_t i);

/* "[71] Day 72": a label behind a count; the index behind it, or 0. */
size_t daylog_counted_label_read(struct daylog_reading *r, size_t i);

/* "Week 2" in front of what it is of: the index behind the number and the marks
 * that end it, or `i`. */
size_t daylog_week_skip(const struct daylog_tokens *t, size_t i, int *week);

/* "Week 2 - Day 8": a label behind its week; the index behind it, or 0.  That
 * it has a date, or that days are counted through the weeks, is seen later. */
size_t daylog_week_label_read(struct daylog_reading *r, size_t i);

/*
 * "Warm-up Day 0: May 2, 2022", "Sol 5: May 2, 2022": words in front of a
 * label, or instead of it, and a date; the index behind the number, or 0.
 */
size_t daylog_titled_label_read(struct daylog_reading *r, size_t i,
				struct arena *mem);

/* The label said again, "R1D" or "Day": the index of its number, or `i`. */
size_t daylog_label_again(const struct daylog_tokens *t, size_t i);
void daylog_number_add(struct daylog_reading *r, int number);

/* All numbers of a list or range at token `i`: the index behind them. */
size_t daylog_numbers_read(struct daylog_reading *r, size_t i);
bool daylog_is_number(const struct daylog_token *t);

/* Numbers that are written otherwise, each at token `i`: "three" or -1;
 * "twenty-one", misspelt as well behind the word `day`, "treinta y uno" and
 * 二十一, the index behind or 0; "IV" or 0. */
int daylog_word_number(const struct daylog_token *t);
size_t daylog_number_word_read(const struct daylog_tokens *t, size_t i,
			       struct str day, int *out);
size_t daylog_han_number_read(const struct daylog_tokens *t, size_t i,
			      int *out);
int daylog_roman_number(const struct daylog_token *t);

/* Parse a line into *out; false when it is no header of any kind. */
bool daylog_header_read(struct daylog_header *out,
			const struct daylog_tokens *t, struct arena *mem);

/* --- the whole file ------------------------------------------------------ */

struct daylog {
	struct str input;
	struct arena mem;
	struct daylog_words words;
	struct daylog_tokens tokens;
	struct daylog_header *headers;
	size_t count, cap;
	size_t nlines;			/* that a reader sees, not nested */
	size_t nheads;			/* of these, those of heads of tables */
	size_t headings[8];		/* by level, that are no days */
	struct str title;		/* of the first heading, if no day */
	struct daylog_date started;	/* "Started on […]" */
};

#define DAYLOG_HEADERS_MAX ((size_t)250000)

void daylog_init(struct daylog *log, struct str input);
void daylog_release(struct daylog *log);

/* Every line that could be a header. */
int daylog_scan(struct daylog *log, struct error *err) MUST_CHECK;

/* Set .taken and .why of each. */
void daylog_choose(struct daylog *log);

/* Drop what has a label only by its title, unless the file counts its days so.
 */
void daylog_titles_settle(struct daylog *log);

/* Drop what is a day only as one of several like it, where it is alone: dates
 * behind titles, "Monday" below a week; and the numbers of lists of dates,
 * unless they count them.  Lines such as "Day 1 pipes", "Day 2 queues" are
 * headers where they go on counting. */
void daylog_series_settle(struct daylog *log);

/* The round that a heading says, or 0; and that of the days below it, if none
 * says its own. */
int daylog_round_named(const struct daylog_tokens *t);
void daylog_rounds_settle(struct daylog *log);

/* Let the header end where the text of its day begins on the same line. */
void daylog_split(struct daylog *log, struct daylog_header *h);

/* Give headers that are taken the date on the line under or above them, or in
 * a table of the days, whose rows then are none themselves. */
void daylog_dates_beside(struct daylog *log);

/* Has this header no text of its own, only what a template has?  A date of the
 * template, if perhaps only beside another Day 1?  A text that says so? */
bool daylog_body_is_template(struct str body);
bool daylog_has_template_date(const struct daylog_header *h, bool other_first);
bool daylog_asks_to_be_deleted(struct str body);

/* Is this Day 1 the one that the template shows as an example? */
bool daylog_is_example(const struct daylog_header *h, struct str body);

/* Complete the dates of the headers that are taken, as far as is certain. */
void daylog_resolve(struct daylog *log, const struct import_options *options);

/* How much a text looks like a log: 0 … 80. */
int daylog_score(struct str input, struct str name);

/* "# Daily Progress Log", "# Lerntagebuch": does the title call it a log, and
 * no plan? */
bool daylog_names_log(struct str text);

/* What the days of a log tell of, as far as it can be told from a plan. */
struct daylog_nature {
	unsigned days;
	unsigned rows;		/* of these, those of tables */
	unsigned years;		/* whose date has its year, as few plans do */
	unsigned told;		/* that tell what was done */
	unsigned ordered;	/* that tell what to do, and nothing done */
	unsigned sections;	/* that have one: "Today's progress" */
	bool named;		/* its title calls it a log */
};

void daylog_nature_read(struct daylog_nature *out, struct str input);

/* The days, numbers and flags of a header that was resolved, in log->mem. */
struct entry daylog_entry(struct daylog *log, const struct daylog_header *h);

#endif
