/* SPDX-License-Identifier: MIT */
/* Tables of study days: a row each, whatever the columns are called. */
#include "importers/csv.h"

#include <string.h>

#include "core/base/limits.h"
#include "core/base/strbuf.h"
#include "importers/table.h"
#include "importers/tags.h"

#define SCORE_BYTES ((size_t)64 << 10)

struct table {
	struct str input;
	const struct import_options *options;
	struct csv_reader reader;
	struct csv_record record;
	struct columns columns;
	struct dating dating;
	struct arena mem;		/* of the record */
};

static void table_init(struct table *t, struct str input,
		       const struct import_options *options)
{
	*t = (struct table){ .input = input, .options = options,
			     .mem = ARENA_INIT };
	dating_init(&t->dating, STR(""));
}

static void table_release(struct table *t)
{
	dating_release(&t->dating);
	arena_release(&t->mem);
}

static bool next_record(struct table *t)
{
	do {
		arena_release(&t->mem);
		if (!csv_next(&t->reader, &t->record, &t->mem))
			return false;
	} while (csv_is_blank(&t->record));
	return true;
}

static bool next_row(struct table *t, bool *first)
{
	if (!next_record(t))
		return false;
	if (*first && t->columns.header && !next_record(t))
		return false;
	*first = false;
	return true;
}

/* --- columns ------------------------------------------------------------- */

/* A record with a date in it is no header, whatever else it says. */
static bool has_date(struct table *t)
{
	bool more;

	for (size_t i = 0; i < t->record.count; i++)
		if (dating_reads(&t->dating, t->record.fields[i], &more) &&
		    !more)
			return true;
	return false;
}

/* Without a header, what has no role is text. */
static void take_all_for_text(struct columns *c)
{
	for (size_t i = 0; i < c->count; i++) {
		c->at[i].name = STR("");
		if (c->at[i].role == ROLE_NONE)
			c->at[i].role = ROLE_TEXT;
	}
}

static void forget_roles(struct columns *c)
{
	for (size_t i = 0; i < c->count; i++)
		c->at[i].role = ROLE_NONE;
	c->header = false;
	c->known = 0;
}

/* The names are slices of the input, or else must outlive the record. */
static void keep_names(struct table *t)
{
	for (size_t i = 0; i < t->columns.count; i++)
		t->columns.at[i].name = arena_str(&t->dating.log.mem,
						  t->columns.at[i].name);
}

static int read_columns(struct table *t, const char *map, struct error *err)
{
	bool first = true;

	csv_begin(&t->reader, t->input);
	if (!next_record(t))
		return 0;
	columns_guess(&t->columns, &t->record);
	keep_names(t);
	if (has_date(t))
		forget_roles(&t->columns);
	if (map && columns_map(&t->columns, map, err))
		return -1;
	csv_begin(&t->reader, t->input);
	if (next_row(t, &first))
		columns_find_date(&t->columns, &t->record, &t->dating);
	if (!t->columns.header)
		take_all_for_text(&t->columns);
	return 0;
}

static struct str cell_of(const struct table *t, int role)
{
	int at = columns_find(&t->columns, role);

	return at >= 0 && (size_t)at < t->record.count ? t->record.fields[at]
						       : STR("");
}

/* --- scoring ------------------------------------------------------------- */

static int csv_score(struct str input, struct str name)
{
	struct str front = str_upto(input, SCORE_BYTES);
	struct error none = ERROR_INIT;
	struct table t;
	bool dated;
	int score = table_is_named(name) ? 30 : 0;

	if (str_find(front, '\0') < front.len)
		return 0;
	table_init(&t, front, NULL);
	if (!read_columns(&t, NULL, &none)) {
		dated = columns_find(&t.columns, ROLE_DATE) >= 0;
		/* A table of Markdown has a rule beneath its names. */
		if (columns_count_money(&t.columns) ||
		    (!score && str_starts(str_trim_left(front), "|")))
			score = 0;
		else if (t.columns.header && dated && t.columns.known >= 2)
			score = score ? 90 : t.columns.known >= 3 ? 55 : 0;
		else if (score && dated)
			score = 70;
	}
	table_release(&t);
	return score;
}

/* --- a row --------------------------------------------------------------- */

/* A cell that a spreadsheet would run has an apostrophe in front. */
static struct str without_guard(struct str cell)
{
	if (cell.len > 1 && cell.s[0] == '\'' && cell.s[1] &&
	    strchr("=+-@\t\r\n", cell.s[1]))
		return str_from(cell, 1);
	return cell;
}

static void begin_paragraph(struct strbuf *body)
{
	if (!body->len)
		return;
	if (body->buf[body->len - 1] != '\n')
		strbuf_addch(body, '\n');
	strbuf_addch(body, '\n');
}

static void add_text(struct strbuf *body, struct str cell)
{
	begin_paragraph(body);
	strbuf_addslice(body, cell);
	if (!str_ends(cell, "\n"))
		strbuf_addch(body, '\n');
}

static void add_section(struct strbuf *body, enum section section,
			struct str cell)
{
	AUTO(strbuf) out = STRBUF_INIT;

	section_insert(&out, strbuf_slice(body), section, cell, false);
	strbuf_reset(body);
	strbuf_addslice(body, strbuf_slice(&out));
}

/* A column that says nothing to us is kept under its own name. */
static void add_named(struct strbuf *body, struct str name, struct str cell)
{
	bool lines = str_find(cell, '\n') < cell.len;

	begin_paragraph(body);
	if (name.len) {
		strbuf_addstr(body, "**");
		strbuf_addslice(body, name);
		strbuf_addstr(body, lines ? "**:\n\n" : "**: ");
	}
	strbuf_addslice(body, cell);
	if (!str_ends(cell, "\n"))
		strbuf_addch(body, '\n');
}

/* "5", "Day 5", "R1D5": the last number of it; false: there is none. */
static bool read_number(struct str cell, unsigned max, int *out)
{
	unsigned n;
	size_t end = str_trim(cell).len, from;

	cell = str_trim(cell);
	for (from = end; from && strchr("0123456789", cell.s[from - 1]); from--)
		;
	if (!cell.len || cell.len > 20 || !cell.s[from ? from - 1 : 0] ||
	    str_to_uint(str_from(cell, from), max, &n))
		return false;
	*out = (int)n;
	return true;
}

/* Has the dating, or the row itself, what this cell says? */
static bool is_taken(const struct entry *e, int role, struct str cell)
{
	int ignored;

	switch (role) {
	case ROLE_DATE:
		return e->ndays > 0;
	case ROLE_DAY:
		return e->nnumbers > 0;
	case ROLE_ROUND:
		return read_number(cell, LIMIT_ROUND, &ignored);
	case ROLE_TITLE:
		return e->heading.len > 0;
	case ROLE_MINUTES:
	case ROLE_HOURS:
	case ROLE_DURATION:
	case ROLE_TIME:
		return minutes_read(cell, role) > 0;
	case ROLE_TAGS:
		return e->ntags > 0;
	default:
		return false;
	}
}

static void add_tags(struct entry *e, struct str cell, struct arena *mem)
{
	char separator = str_find(cell, ',') < cell.len ? ',' :
			 str_find(cell, ';') < cell.len ? ';' : ' ';
	struct str tag;

	while ((tag = str_next_field(&cell, separator)).s)
		tags_add(e, tag, mem);
}

static void read_known(struct table *t, struct entry *e)
{
	struct str title = str_trim(without_guard(cell_of(t, ROLE_TITLE)));

	for (int role = ROLE_MINUTES; role <= ROLE_TIME && !e->minutes; role++)
		e->minutes = minutes_read(cell_of(t, role), role);
	add_tags(e, without_guard(cell_of(t, ROLE_TAGS)), &t->mem);
	if (title.len && str_find(title, '\n') == title.len &&
	    str_find(title, '\r') == title.len)
		e->heading = title;
}

/* Text and sections in front; what is left over, by name, behind. */
static void add_body(const struct table *t, const struct entry *e,
		     struct strbuf *body)
{
	size_t n = t->record.count;

	for (size_t i = 0; i < n && i < t->columns.count; i++)
		if (t->columns.at[i].role == ROLE_TEXT &&
		    t->record.fields[i].len)
			add_text(body, without_guard(t->record.fields[i]));
	for (size_t i = 0; i < n && i < t->columns.count; i++)
		if (t->columns.at[i].role >= ROLE_SECTION &&
		    str_trim(t->record.fields[i]).len)
			add_section(body, t->columns.at[i].role - ROLE_SECTION,
				    without_guard(t->record.fields[i]));
	for (size_t i = 0; i < n; i++) {
		const struct column none = { ROLE_NONE, STR("") };
		const struct column *c = i < t->columns.count ?
						 &t->columns.at[i] : &none;

		if (c->role != ROLE_TEXT && c->role < ROLE_SECTION &&
		    str_trim(t->record.fields[i]).len &&
		    !is_taken(e, c->role, t->record.fields[i]))
			add_named(body, c->name,
				  without_guard(t->record.fields[i]));
	}
}

static int give_row(struct table *t, size_t row, struct import_sink *sink,
		    struct error *err)
{
	AUTO(strbuf) body = STRBUF_INIT;
	struct entry e = dating_entry(&t->dating, row);

	read_known(t, &e);
	if (!e.ndays && str_trim(cell_of(t, ROLE_DATE)).len && !e.nflags)
		e.flags[e.nflags++] = "date-unreadable";
	add_body(t, &e, &body);
	e.body = arena_str(&t->dating.log.mem, strbuf_slice(&body));
	return sink->entry(sink, &e, err);
}

/* --- the table ----------------------------------------------------------- */

/* "2022-07-05 2022-07-06", which is no list to a reader of sentences. */
static bool is_iso_list(struct str cell)
{
	struct str one;

	while ((one = str_next_field(&cell, ' ')).s)
		if (day_parse_iso(one) == DAY_NONE)
			return false;
	return true;
}

static struct str with_commas(struct str cell, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct str one;

	while ((one = str_next_field(&cell, ' ')).s) {
		strbuf_addstr(&out, out.len ? ", " : "");
		strbuf_addslice(&out, one);
	}
	return arena_str(mem, strbuf_slice(&out));
}

/* An ISO date may have a time behind it. */
static struct str date_part(struct table *t)
{
	struct str cell = str_trim(cell_of(t, ROLE_DATE));

	if (cell.len > 10 && is_iso_list(cell))
		return with_commas(cell, &t->mem);
	return dating_iso(cell) != DAY_NONE && str_find(cell, ':') < cell.len ?
		       str_upto(cell, 10) : cell;
}

/* "5", "Day 5", or several, as "5 6". */
static void number_row(struct table *t)
{
	struct str cell = str_trim(cell_of(t, ROLE_DAY)), rest = cell, one;
	int number, round = 0;
	size_t count = 0;

	read_number(cell_of(t, ROLE_ROUND), LIMIT_ROUND, &round);
	while ((one = str_next_field(&rest, ' ')).s && count < 100)
		count += read_number(one, LIMIT_DAY_NUMBER, &number) &&
			 dating_add_number(&t->dating, number, round);
}

static int date_rows(struct table *t, struct error *err)
{
	bool first = true;

	csv_begin(&t->reader, t->input);
	while (next_row(t, &first)) {
		if (dating_add(&t->dating, date_part(t), t->record.line,
			       err))
			return -1;
		number_row(t);
	}
	return 0;
}

static int give_rows(struct table *t, struct import_sink *sink,
		     struct error *err)
{
	bool first = true;

	dating_settle(&t->dating, t->options);
	csv_begin(&t->reader, t->input);
	for (size_t i = 0; next_row(t, &first); i++)
		if (give_row(t, i, sink, err))
			return -1;
	if (t->reader.unclosed)
		import_doubt(sink, t->reader.unclosed, STR("\""),
			     "a quote that never closes; all behind it is one "
			     "cell");
	return 0;
}

static int refuse(const struct table *t, struct error *err)
{
	if (str_find(str_upto(t->input, SCORE_BYTES), '\0') <
	    str_upto(t->input, SCORE_BYTES).len)
		return error_set(err, ERROR_INPUT, "it is binary, not a table "
				 "of text");
	return error_set(err, ERROR_INPUT, "no column in it has dates or day "
			 "numbers; name the columns with --map, as in "
			 "--map 'date=When,text=What'");
}

static int read_table(struct table *t, const char *map,
		      struct import_sink *sink, struct error *err)
{
	if (read_columns(t, map, err))
		return -1;
	if (columns_find(&t->columns, ROLE_DATE) < 0 &&
	    columns_find(&t->columns, ROLE_DAY) < 0)
		return refuse(t, err);
	return date_rows(t, err) || give_rows(t, sink, err) ? -1 : 0;
}

static int csv_run(struct str input, const struct import_options *options,
		   struct import_sink *sink, struct error *err)
{
	struct table t;
	int rc;

	table_init(&t, input, options);
	rc = read_table(&t, options->map, sink, err);
	table_release(&t);
	return rc;
}

/* The row of this day, or of this number. */
static struct str csv_key(const struct entry *e, struct arena *mem)
{
	AUTO(strbuf) key = STRBUF_INIT;

	for (size_t i = 0; i < e->ndays; i++)
		strbuf_addf(&key, "%s ", day_format(e->days[i]).s);
	for (size_t i = 0; i < e->nnumbers; i++)
		strbuf_addf(&key, "R%dD%d ", e->round, e->numbers[i]);
	return arena_str(mem, strbuf_slice(&key));
}

const struct importer importer_csv = {
	.name = "csv",
	.summary = "a table of days, as a spreadsheet writes it",
	.score = csv_score,
	.run = csv_run,
	.key = csv_key,
};
