/* SPDX-License-Identifier: MIT */
/* Finding the tables of HTML that have a private name in a cell. */
#include "core/model/private_element.h"

#include <stdint.h>
#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/model/private_marks.h"
#include "core/model/private_row.h"
#include "core/model/section_lines.h"
#include "core/text/code_span.h"
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

/* --- code --- */

/*
 * In code there are no tags, but in HTML there is no code: a block of that goes
 * on to a blank line, fences and backticks and all.  Where we may be wrong about
 * HTML, only what is code both ways is left alone: for one table too few would
 * be shown.
 */
struct reading {
	struct str rest, line;	/* what follows the line in hand, and that */
	unsigned number;	/* of it, from 1 */
	struct private_code fences, others;	/* all, and those not in HTML */
	bool in_html, in_fences, in_others;
	struct str span;	/* of code within the line, the last seen */
};

static void read_line(struct reading *r)
{
	struct str inner;

	r->line = section_next_line(&r->rest);
	r->number++;
	r->span = str_upto(r->line, 0);
	inner = str_trim(private_row_content(r->line));
	r->in_fences = private_code_step(&r->fences, r->line) != CODE_NONE;
	if (!inner.len)
		r->in_html = false;
	if (r->in_html)
		return;
	r->in_others = private_code_step(&r->others, r->line) != CODE_NONE;
	r->in_html = !r->in_others && html_may_begin(inner);
}

static void read_to(struct reading *r, const char *at)
{
	while (!r->line.s || at >= r->line.s + r->line.len)
		read_line(r);
}

static bool is_escaped(const struct reading *r, const char *at)
{
	size_t slashes = 0;

	while (at - slashes > r->line.s && at[-1 - (ptrdiff_t)slashes] == '\\')
		slashes++;
	return slashes & 1;
}

/* The next span of the line; it is empty behind the last. */
static void read_span(struct reading *r)
{
	size_t at = (size_t)(r->span.s - r->line.s) + r->span.len;
	struct str rest = str_from(r->line, at);

	rest = str_from(rest, str_find(rest, '`'));
	r->span = str_upto(rest, is_escaped(r, rest.s) && rest.len ?
					 1 : code_span_length(rest));
}

/* Does code within the line go on over this place? */
static bool is_in_span(struct reading *r, const char *at)
{
	while (r->span.s + r->span.len <= at &&
	       r->span.s < r->line.s + r->line.len)
		read_span(r);
	return r->span.s <= at;
}

static bool is_in_code(struct reading *r, const char *at)
{
	read_to(r, at);
	if (r->in_html)
		return false;
	return (r->in_fences && r->in_others) || is_in_span(r, at);
}

/* --- elements --- */

struct open {
	unsigned line;		/* that it begins on */
	enum kind kind;
	enum section section;	/* that one of its cells is called like */
	enum section inner;	/* the same of an element within it */
	size_t text;		/* number of that cell's, 0: it says more */
	bool first;		/* it is the first of its line */
};

struct walk {
	struct str text;
	struct reading reading;
	const bool *sections;
	struct private_elements *found;
	struct open *open;	/* from the outermost */
	size_t nopen, cap;
	size_t of_kind[KINDS];	/* of these */
	const char *cell;	/* where the text of a cell began, or NULL */
	size_t texts, last_text;	/* of cells; the last that is not blank */
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
		.kind = kind,
		.first = !str_trim(private_row_content(before)).len,
	};
	w->of_kind[kind]++;
}

/* Others that are on its lines go with it. */
static void add_found(struct walk *w, const struct open *o, unsigned last_line)
{
	struct private_elements *f = w->found;
	struct private_element found = {
		.line = o->line,
		.last_line = last_line,
		.section = o->section,
		.heads = o->text == w->last_text,
	};

	while (f->count && f->items[f->count - 1].last_line >= found.line) {
		const struct private_element *last = &f->items[--f->count];

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
static void end(struct walk *w, enum kind kind)
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
	add_found(w, &o, w->reading.number);
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
	if (w->cell)
		end_text(w, (struct str){ w->cell, (size_t)(at - w->cell) });
	w->cell = NULL;
}

static void see_tag(struct walk *w, struct str tag, const struct role *role)
{
	bool closes = str_starts(tag, "</");
	bool in_code = is_in_code(&w->reading, tag.s);

	if (in_code && (!w->nopen || role->part == ELEMENT))
		return;
	end_cell(w, tag.s);
	if (closes && role->part == ELEMENT)
		end(w, role->kind);
	else if (!closes &&
		 (role->part == ELEMENT || !w->of_kind[role->kind]))
		begin(w, tag.s, role->kind);
	if (w->nopen && (role->part == ELEMENT ? closes :
			 role->part == CELL && !closes))
		w->cell = tag.s + tag.len;
}

static void walk_tags(struct walk *w)
{
	struct str rest = w->text;

	while ((rest = str_from(rest, str_find(rest, '<'))).len) {
		const struct role *role = role_of(rest);
		struct str tag = role ? html_tag_at(rest) : STR("");

		if (tag.len)
			see_tag(w, tag, role);
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
		end_text(w, first_paragraph(
			(struct str){ w->cell, (size_t)(w->text.s + w->text.len -
							w->cell) }));
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
		add_found(w, &o, UINT32_MAX);
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
