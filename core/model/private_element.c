/* SPDX-License-Identifier: MIT */
/* Finding the tables of HTML that have a private name in a cell. */
#include "core/model/private_element.h"

#include <stdint.h>
#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/model/private_reading.h"
#include "core/model/private_row.h"
#include "core/model/section_lines.h"
#include "core/text/markdown_html.h"

/* --- tags --- */

enum part { NO_PART, ELEMENT, ROW, CELL };
enum kind { TABLE, TERMS, KINDS };

struct role {
	const char *name;
	enum part part;
	enum kind kind;
};

#define NAME_MAX_SEEN 16	/* bytes of a tag, which no such name reaches */

/* What a text begins with, at its "<". */
static const struct role *role_of(struct str text)
{
	static const struct role roles[] = {
		{ "table", ELEMENT, TABLE }, { "dl", ELEMENT, TERMS },
		{ "td", CELL, TABLE },	  { "th", CELL, TABLE },
		{ "caption", CELL, TABLE }, { "dt", CELL, TERMS },
		{ "dd", CELL, TERMS },	  { "tr", ROW, TABLE },
		{ "thead", ROW, TABLE },  { "tbody", ROW, TABLE },
		{ "tfoot", ROW, TABLE },
	};
	struct str name = html_tag_name(str_upto(text, NAME_MAX_SEEN));

	for (size_t i = 0; i < ARRAY_SIZE(roles); i++)
		if (str_eq_nocase(name, str_of(roles[i].name)))
			return &roles[i];
	return NULL;
}

/* --- elements --- */

struct open {
	unsigned line;		/* that it begins on */
	enum kind kind;
	enum section section;	/* that one of its cells is called like */
	enum section inner;	/* the same of an element within it */
	size_t before;		/* bytes before it on that line */
	size_t text;		/* number of that cell's, 0: it says more */
	bool first;		/* it is the first of its line */
};

struct walk {
	struct str text;
	struct private_reading reading;
	const bool *sections;
	struct private_elements *found;
	struct open *open;	/* from the outermost */
	size_t nopen, cap;
	size_t of_kind[KINDS];	/* of these */
	size_t next_end;	/* of a tag, a ">" that was looked for */
	const char *cell;	/* where the text of a cell began, or NULL */
	size_t texts;		/* of cells */
	size_t last_text;	/* that is not blank */
};

static void walk_release(struct walk *w)
{
	free(w->open);
}

static void begin(struct walk *w, const char *at, enum kind kind)
{
	struct str before = {
		w->reading.line.s, (size_t)(at - w->reading.line.s)
	};

	XGROW(w->open, w->nopen, w->cap);
	w->open[w->nopen++] = (struct open){
		.line = w->reading.number,
		.before = before.len,
		.kind = kind,
		.first = !str_trim(private_row_content(before)).len,
	};
	w->of_kind[kind]++;
}

/* Others that are on its lines go with it. */
static void add_found(struct walk *w, const struct open *o, unsigned last_line,
		      size_t length)
{
	struct private_elements *f = w->found;
	struct private_element found = {
		.line = o->line,
		.last_line = last_line,
		.before = o->before,
		.length = length,
		.section = o->section,
		.heads = o->text == w->last_text,
	};

	while (f->count && f->items[f->count - 1].last_line >= found.line) {
		const struct private_element *last = &f->items[--f->count];

		if (last->line < found.line ||
		    (last->line == found.line && last->before < found.before))
			found.before = last->before;
		if (last->line < found.line)
			found.line = last->line;
	}
	XGROW(f->items, f->count, f->cap);
	f->items[f->count++] = found;
}

static struct open take_innermost(struct walk *w)
{
	struct open o = w->open[--w->nopen];

	w->of_kind[o.kind]--;
	return o;
}

/* What is within an element is its own. */
static void take_over(struct open *o, const struct open *inner)
{
	if (o->section || !(inner->section || inner->inner))
		return;
	o->inner = inner->section ? inner->section : inner->inner;
	o->text = inner->text;
}

/* An element ends those within it that nobody closed. */
static void end(struct walk *w, enum kind kind, struct str tag)
{
	struct open o = { .section = SECTION_NONE }, inner;

	if (!w->of_kind[kind])
		return;
	do {
		inner = o;
		o = take_innermost(w);
		take_over(&o, &inner);
	} while (o.kind != kind);
	if (!o.section)
		o.section = o.inner;
	if (!o.section)
		return;
	add_found(w, &o, w->reading.number,
		  (size_t)(tag.s - w->reading.line.s) + tag.len);
	if (w->nopen)
		take_over(&w->open[w->nopen - 1], &o);
}

/* Text that stands apart from what is around it: of a cell, or of an element
 * behind one within it. */
static void end_text(struct walk *w, struct str text)
{
	enum section section;
	size_t lines;

	section = private_cell_section(text, w->sections, &lines);
	w->texts++;
	if (lines)
		w->last_text = w->texts;
	if (!section || !w->nopen)
		return;
	w->open[w->nopen - 1].section = section;
	w->open[w->nopen - 1].text = lines == 1 ? w->texts : 0;
}

static void end_cell(struct walk *w, const char *at)
{
	if (w->cell && w->cell <= at)
		end_text(w, (struct str){ w->cell, (size_t)(at - w->cell) });
	w->cell = NULL;
}

/* Code has no tags; but cells that it seems to have within an element may be
 * some, and an end that may be in code ends only what began on its line. */
static bool is_left_alone(const struct walk *w, enum code_doubt code,
			  bool closes, const struct role *role)
{
	if (code == CODE)
		return !w->nopen || role->part == ELEMENT;
	return code == PERHAPS_CODE && closes && role->part == ELEMENT &&
	       w->nopen && w->open[w->nopen - 1].line < w->reading.number;
}

static void see_tag(struct walk *w, struct str tag, const struct role *role)
{
	bool closes = str_starts(tag, "</");
	enum code_doubt code = private_reading_code_at(&w->reading, tag.s);

	if (is_left_alone(w, code, closes, role))
		return;
	end_cell(w, tag.s);
	if (closes && role->part == ELEMENT)
		end(w, role->kind, tag);
	else if (!closes &&
		 (role->part == ELEMENT || !w->of_kind[role->kind]))
		begin(w, tag.s, role->kind);
	if (w->nopen && (role->part == ELEMENT ? closes :
			 role->part == CELL && !closes))
		w->cell = tag.s + tag.len;
}

/* One with more bytes than others look at, up to the next ">"; where there is
 * none, its name. */
static struct str long_tag(struct walk *w, struct str rest)
{
	struct str name = html_tag_name(str_upto(rest, NAME_MAX_SEEN));
	size_t at = (size_t)(rest.s - w->text.s);

	if (w->next_end <= at)
		w->next_end = at + str_find(rest, '>');
	if (w->next_end < w->text.len)
		return str_upto(rest, w->next_end - at + 1);
	return str_upto(rest, (size_t)(name.s - rest.s) + name.len);
}

static void walk_tags(struct walk *w)
{
	struct str rest = w->text;

	while ((rest = str_from(rest, str_find(rest, '<'))).len) {
		const struct role *role = role_of(rest);
		struct str tag = role ? html_tag_at(rest) : STR("");

		if (role)
			see_tag(w, tag.len ? tag : long_tag(w, rest), role);
		rest = str_from(rest, tag.len ? tag.len : 1);
	}
}

/* Who speaks of a <td> may go on with a section of the text. */
static struct str first_paragraph(struct str text)
{
	struct str rest = text, line;

	while ((line = section_next_line(&rest)).s)
		if (!str_trim(private_row_content(line)).len)
			return str_upto(text, (size_t)(line.s - text.s));
	return text;
}

/* Of those that nobody closes, the outermost that is meant: one of which a cell
 * has such a name, or one that begins a line around that. */
static void end_open(struct walk *w)
{
	struct open o = { .section = SECTION_NONE };

	if (w->cell)
		end_text(w, first_paragraph(str_from(
				    w->text, (size_t)(w->cell - w->text.s))));
	while (w->nopen) {
		struct open outer = take_innermost(w);

		if (outer.first) {
			take_over(&outer, &o);
			outer.section = outer.section ? outer.section :
							outer.inner;
		}
		if (outer.section)
			o = outer;
	}
	if (o.section)
		add_found(w, &o, UINT32_MAX, 0);
}

/* An element that is hidden may begin on the last line, and would be seen
 * without that. */
static void hide_behind(struct private_elements *found, struct str text)
{
	struct str rest = text, line, behind;
	unsigned number = 0;
	size_t open;

	for (size_t i = 0; i < found->count; i++) {
		struct private_element *e = &found->items[i];
		struct str dropped = STR_NONE;

		while (number < e->last_line &&
		       (line = section_next_line(&rest)).s)
			if (++number >= e->line)
				dropped = (struct str){
					dropped.s ? dropped.s : line.s,
					dropped.len + line.len
				};
		if (!html_may_hide(dropped) ||
		    !html_find_open_hidden(dropped, &behind, &open).len)
			continue;
		e->last_line = UINT32_MAX;
		found->count = i + 1;
	}
}

/* Few texts have such a tag, and most have none at all. */
static bool has_cells(struct str text)
{
	while ((text = str_from(text, str_find(text, '<'))).len) {
		const struct role *role = role_of(text);

		if (role && role->part == CELL)
			return true;
		text = str_from(text, 1);
	}
	return false;
}

void private_elements_find(struct private_elements *out, struct str text,
			   const bool sections[])
{
	AUTO(walk) w = {
		.text = text,
		.reading = { .rest = text },
		.sections = sections,
		.found = out,
	};

	if (!has_cells(text))
		return;
	walk_tags(&w);
	end_open(&w);
	hide_behind(out, text);
}

void private_elements_release(struct private_elements *e)
{
	free(e->items);
}
