/* SPDX-License-Identifier: MIT */
/* Entries as comma-separated values (RFC 4180), for spreadsheets. */
#include <string.h>

#include "core/base/strbuf.h"
#include "core/model/entry.h"
#include "exporters/exporter.h"

/*
 * A spreadsheet runs a cell that begins like a formula, so such a cell gets an
 * apostrophe, which spreadsheets take for "this is text" (OWASP, "CSV
 * Injection").  Line ends within it begin no cell.
 */
static bool is_formula(struct str cell)
{
	return cell.len && (!cell.s[0] || strchr("=+-@\t\r\n", cell.s[0]));
}

static void cell_add(struct strbuf *out, struct str cell)
{
	bool formula = is_formula(cell);
	bool quote = formula;

	for (size_t i = 0; i < cell.len && !quote; i++)
		quote = cell.s[i] && strchr(",\"\r\n", cell.s[i]);
	if (quote)
		strbuf_addch(out, '"');
	if (formula)
		strbuf_addch(out, '\'');
	for (size_t i = 0; i < cell.len; i++) {
		if (cell.s[i] == '"')
			strbuf_addch(out, '"');
		strbuf_addch(out, cell.s[i]);
	}
	if (quote)
		strbuf_addch(out, '"');
}

/* Each fills `cell` with what its column says of an entry. */
typedef void column_text(struct strbuf *cell, const struct entry *e);

static void column_date(struct strbuf *cell, const struct entry *e)
{
	for (size_t i = 0; i < e->ndays; i++)
		strbuf_addf(cell, "%s%s", i ? " " : "",
			    day_format(e->days[i]).s);
}

static void column_day(struct strbuf *cell, const struct entry *e)
{
	for (size_t i = 0; i < e->nnumbers; i++)
		strbuf_addf(cell, "%s%d", i ? " " : "", e->numbers[i]);
}

static void column_round(struct strbuf *cell, const struct entry *e)
{
	if (e->round)
		strbuf_addf(cell, "%d", e->round);
}

static void column_minutes(struct strbuf *cell, const struct entry *e)
{
	if (e->minutes)
		strbuf_addf(cell, "%d", e->minutes);
}

static void column_tags(struct strbuf *cell, const struct entry *e)
{
	for (size_t i = 0; i < e->ntags; i++)
		strbuf_addf(cell, "%s%s", i ? " " : "", e->tags[i]);
}

static void column_body(struct strbuf *cell, const struct entry *e)
{
	struct str body = e->body;

	/* The blank line under a heading is no text, and would make the cell
	 * one that needs the apostrophe. */
	while (body.len && (*body.s == '\n' || *body.s == '\r'))
		body = str_from(body, 1);
	strbuf_addslice(cell, body);
}

static const struct {
	const char *name;
	column_text *text;
} columns[] = {
	{ "date", column_date },
	{ "day", column_day },
	{ "round", column_round },
	{ "minutes", column_minutes },
	{ "tags", column_tags },
	{ "title", entry_add_title },
	{ "body", column_body },
};

static void row_add(struct strbuf *out, const struct entry *e)
{
	AUTO(strbuf) cell = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(columns); i++) {
		strbuf_reset(&cell);
		columns[i].text(&cell, e);
		if (i)
			strbuf_addch(out, ',');
		cell_add(out, strbuf_slice(&cell));
	}
	strbuf_addstr(out, "\r\n");
}

static int csv_run(const struct snapshot *s,
		   const struct export_options *options,
		   struct export_out *out, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(columns); i++)
		strbuf_addf(&text, "%s%s", i ? "," : "", columns[i].name);
	strbuf_addstr(&text, "\r\n");
	for (size_t i = 0; i < s->nentries; i++)
		if (!options->log || str_is(str_of(s->entries[i].log),
					    options->log))
			row_add(&text, &s->entries[i]);
	return out->file(out, "entries.csv", strbuf_slice(&text), err);
}

const struct exporter exporter_csv = {
	.name = "csv",
	.summary = "entries as comma-separated values",
	.run = csv_run,
};
