/* SPDX-License-Identifier: MIT */
/* Dropping what a user keeps private from a text, before anything reads it. */
#include "core/model/private.h"

#include <string.h>

#include "core/base/strbuf.h"
#include "core/model/private_amid.h"
#include "core/model/private_element.h"
#include "core/model/private_marks.h"
#include "core/model/private_row.h"
#include "core/model/private_section.h"
#include "core/model/private_table.h"
#include "core/model/section_lines.h"

struct filter {
	struct private_table table;
	const struct private_listener *listener;
	struct strbuf kept;
	struct private_code code;
	bool has_marks, has_code;	/* somewhere in the text */

	unsigned depth;		/* of blocks behind a lone <!-- private --> */
	bool block_code;	/* within code that opened in the block */
	struct private_section opened;
	struct private_amid amid;
	bool code_dropped;	/* the fence that opened the code was */
	bool comment_dropped;	/* the line that opened the comment was */
	enum section row_section;	/* of the last row with private cells */
	bool in_conflict;	/* between the marks that a merge left */
	bool underlined;	/* the next line goes with a private heading */
	bool gap;		/* the line before was dropped */
	struct str above;	/* the last line that was kept */

	struct private_elements elements;
	size_t element;		/* the one that the line is in, or the next */
	struct private_section outside;	/* what went on before that */

	struct private_place place;	/* that goes on; .line 0: there is none */
	unsigned line;
	size_t *places;		/* of private_origins: in `kept`; found ones in
				   the text */
	size_t nplaces, nfound;
};

/* --- who hears of it --- */

static void tell(struct filter *f, const struct private_place *place)
{
	if (f->listener)
		f->listener->tell(f->listener->to, place);
}

static void tell_line(struct filter *f, enum private_kind kind)
{
	tell(f, &(struct private_place){ .kind = kind, .line = f->line,
					 .last_line = f->line });
}

static void end_place(struct filter *f)
{
	if (f->place.line)
		tell(f, &f->place);
	f->place.line = 0;
}

/* With the line, of which `what` has no number; `begins`: it is another place
 * than that of the line before. */
static void go_on(struct filter *f, struct private_place what, bool begins)
{
	if (begins || f->place.kind != what.kind ||
	    f->place.section != what.section || f->place.cells != what.cells)
		end_place(f);
	if (!f->place.line) {
		f->place = what;
		f->place.line = f->line;
	}
	f->place.last_line = f->line;
}

static void go_on_section(struct filter *f, enum section section, bool cells,
			  bool begins)
{
	go_on(f, (struct private_place){ .kind = PRIVATE_SECTION,
					 .section = section,
					 .cells = cells }, begins);
}

static void go_on_mark(struct filter *f, enum private_kind kind, bool begins)
{
	go_on(f, (struct private_place){ .kind = kind }, begins);
}

/* --- what is kept back --- */

/* Blocks nest.  An end within code that began in the block is only shown
 * there; a begin counts everywhere, for it hides. */
static void step_block(struct filter *f, struct str line,
		       enum private_step code)
{
	struct str mark = private_mark(line);

	if (code == CODE_OPENS)
		f->block_code = true;
	else if (code == CODE_NONE || code == CODE_CLOSES)
		f->block_code = false;
	if (mark.s)
		f->depth += private_mark_is_alone(line, mark);
	else if (!f->block_code && private_end_mark(line).s)
		f->depth--;
}

static void look_at_comments(struct filter *f, struct str line)
{
	if (private_end_mark(line).s)
		tell_line(f, PRIVATE_UNOPENED);
	else if (private_almost_mark(line))
		tell_line(f, PRIVATE_NO_MARK);
}

/* Is the line kept back by a mark, and by which kind? */
static bool marked(struct filter *f, struct str line, enum private_step code,
		   enum private_kind *kind, bool *begins)
{
	struct str mark;

	*kind = PRIVATE_BLOCK;
	*begins = false;
	if (f->depth) {
		step_block(f, line, code);
		return true;
	}
	if (!f->has_marks)
		return false;
	mark = private_mark(line);
	if (!mark.s) {
		if (code == CODE_NONE && !f->opened.section)
			look_at_comments(f, line);
		return false;
	}
	*begins = true;
	f->depth = private_mark_is_alone(line, mark);
	f->block_code = false;
	if (!f->depth)
		*kind = PRIVATE_LINE;
	return true;
}

/* A section may open on a line beside an element that is kept back. */
static void step_beside(struct filter *f, struct private_section *s,
			struct str part, struct str behind)
{
	if (!str_trim(part).len)
		return;
	private_section_step(s, part, behind, false);
	private_section_step_html(s, part, f->table.in_table, false);
}

/* The element of HTML that the line is in, and that is kept back; or NULL. */
static const struct private_element *step_element(struct filter *f,
						  struct str line)
{
	const struct private_elements *all = &f->elements;
	const struct private_element *e;

	if (f->element < all->count &&
	    f->line > all->items[f->element].last_line)
		f->element++;
	if (f->element >= all->count || f->line < all->items[f->element].line)
		return NULL;
	e = &all->items[f->element];
	if (f->line == e->line) {
		f->outside = f->opened;
		step_beside(f, &f->outside, str_upto(line, e->before),
			    STR(""));
	}
	return e;
}

/* What is within an element opens nothing behind it. */
static void end_element(struct filter *f, const struct private_element *e,
			struct str line, struct str behind)
{
	if (f->line != e->last_line || e->heads)
		return;
	f->opened = f->outside;
	step_beside(f, &f->opened, str_from(line, e->length), behind);
}

/* Of code, the fences stay together: whose first was kept keeps the last.  Of
 * a comment, all that follows a line that was dropped. */
static bool drop_by_code(struct filter *f, enum private_step code,
			 bool in_comment, bool drop)
{
	if (!f->code.in_comment)
		drop |= in_comment && f->comment_dropped;
	else if (!in_comment)
		f->comment_dropped = drop;
	else
		drop |= f->comment_dropped;
	if (code == CODE_OPENS)
		f->code_dropped = drop;
	else if (code == CODE_INSIDE)
		return drop || f->code_dropped;
	else if (code == CODE_CLOSES)
		return f->code_dropped;
	return drop;
}

static void step_conflict(struct filter *f, struct str line)
{
	if (str_starts(line, "<<<<<<< "))
		f->in_conflict = true;
	else if (str_starts(line, ">>>>>>> "))
		f->in_conflict = false;
}

/* Does the "=======" between both sides of a merge follow?  It makes no heading
 * of the line, which would end a section. */
static bool ends_side(const struct filter *f, struct str behind)
{
	return f->in_conflict && str_starts(behind, "=======");
}

static bool drops(struct filter *f, struct str line, struct str behind)
{
	bool in_comment = f->code.in_comment;
	enum private_step code = f->has_code ?
					 private_code_step(&f->code, line) :
					 CODE_NONE;
	bool seen = (code == CODE_NONE || code == CODE_OPENS) &&
		    !f->code.in_comment;
	const struct private_element *element = step_element(f, line);
	enum section section;
	enum private_kind kind;
	bool begins, by_mark, opens, drop, gone;

	if (seen)
		step_conflict(f, line);
	if (f->underlined) {
		f->underlined = false;
		go_on_mark(f, PRIVATE_LINE, false);
		return true;
	}
	by_mark = marked(f, line, code, &kind, &begins);
	seen = seen && !by_mark && !element && !ends_side(f, behind);
	opens = private_section_step(&f->opened, line, behind, seen);
	section = private_section_step_html(&f->opened, line,
					    f->table.in_table, seen);
	opens |= section != SECTION_NONE;
	if (!section)
		section = f->opened.section;
	drop = by_mark || element || section;
	if (by_mark) {
		f->underlined = kind == PRIVATE_LINE && code == CODE_NONE &&
				section_is_underlined(behind);
		go_on_mark(f, kind, begins);
	} else if (element) {
		go_on_section(f, element->section, false,
			      f->line == element->line && !f->outside.section);
	} else if (drop) {
		go_on_section(f, section, false, opens);
	}
	if (element)
		end_element(f, element, line, behind);
	gone = drop_by_code(f, code, in_comment, drop);
	if (gone && !drop)
		go_on_mark(f, PRIVATE_BLOCK, false);
	return gone;
}

/* --- what is left --- */

static bool is_delimiter_row(struct str line)
{
	return private_delimiter_row(line).len > 0;
}

/* A table whose head is private has an empty one: as many cells as below. */
static void add_empty_head(struct filter *f, struct str head, struct str below)
{
	struct str inner = private_row_content(head);
	struct str cells = private_delimiter_row(below);

	strbuf_addslice(&f->kept, str_upto(head, head.len - inner.len));
	if (!str_starts(cells, "|"))
		strbuf_addch(&f->kept, '|');
	for (size_t i = 0; i < cells.len; i++)
		strbuf_addch(&f->kept, cells.s[i] == '|' ? '|' : ' ');
	strbuf_addstr(&f->kept, str_ends(cells, "|") ? "\n" : "|\n");
}

/* A rule behind what was dropped must not make a heading of what is above. */
static void part_from_rule(struct filter *f, struct str line)
{
	if (section_is_underlined(line) && str_trim(f->above).len)
		strbuf_addch(&f->kept, '\n');
}

/* Of what was kept from `before` on, a line that is at `line` in the text. */
static void find_origins(struct filter *f, size_t line, size_t before)
{
	for (; f->nfound < f->nplaces; f->nfound++) {
		size_t *place = &f->places[f->nfound];

		if (*place >= f->kept.len)
			return;
		*place = line + (*place < before ? 0 : *place - before);
	}
}

static void keep(struct filter *f, struct str text, struct str line)
{
	size_t before;

	if (f->gap)
		part_from_rule(f, line);
	f->gap = false;
	before = f->kept.len;
	strbuf_addslice(&f->kept, line);
	f->above = line;
	find_origins(f, (size_t)(line.s - text.s), before);
}

/* Only a row that was dropped by itself can have been the head. */
static bool was_head(const struct filter *f, struct str behind)
{
	return f->place.kind == PRIVATE_LINE &&
	       f->place.last_line == f->line && !f->opened.section &&
	       is_delimiter_row(section_next_line(&behind)) &&
	       str_find(f->above, '|') == f->above.len;
}

static void drop(struct filter *f, struct str line, struct str behind)
{
	if (str_find(line, '|') < line.len && was_head(f, behind))
		add_empty_head(f, line, section_next_line(&behind));
	f->gap = true;
}

/* --- tables --- */

static void follow_table(struct filter *f, struct str line)
{
	enum section section = private_table_follow(&f->table, line);

	if (!section)
		return;
	f->opened.section = section;
	f->opened.bare = false;
}

static void drop_row(struct filter *f, struct str row, struct str behind)
{
	struct str next = section_next_line(&behind);

	f->gap = !is_delimiter_row(next);
	if (!f->gap)
		add_empty_head(f, row, next);
}

/* A row without its private cells, or nothing of it.  False: it is to be kept
 * as it is. */
static bool keep_row(struct filter *f, struct str text, struct str row,
		     struct str behind)
{
	size_t before = f->kept.len;
	enum section *section = &f->row_section;
	bool cells = false;

	if (private_table_drops(&f->table, row, behind, section))
		drop_row(f, row, behind);
	else if (private_table_blank(&f->table, &f->kept, row, section))
		cells = true;
	else
		return false;
	if (cells)
		f->gap = false;
	go_on_section(f, *section, cells, false);
	f->above = row;
	find_origins(f, (size_t)(row.s - text.s), before);
	return true;
}

/* --- lines --- */

/* What is not private of a line with a label amid its text.  False: it is to be
 * kept as it is. */
static bool keep_cut(struct filter *f, struct str text, struct str line,
		     struct str behind)
{
	size_t before = f->kept.len;
	enum section section;

	if (!private_amid_may_cut(&f->amid, line) || f->table.in_table ||
	    is_delimiter_row(section_next_line(&behind)) ||
	    !private_amid_cut(&f->amid, &f->kept, line, &section))
		return false;
	go_on_section(f, section, true, false);
	f->gap = f->kept.len == before;
	if (!f->gap)
		f->above = line;
	find_origins(f, (size_t)(line.s - text.s), before);
	return true;
}

static void run(struct filter *f, struct str text,
		struct private_rules rules)
{
	struct str rest = text, line;

	if (rules.heading.len)
		private_section_step(&f->opened, rules.heading, STR(""), false);
	private_table_begin(&f->table, text, rules);
	private_elements_find(&f->elements, text, rules.sections);
	f->has_marks = str_find_str(text, STR("<!")) < text.len;
	f->has_code = f->has_marks ||
		      str_find_str(text, STR("```")) < text.len ||
		      str_find_str(text, STR("~~~")) < text.len;
	while ((line = section_next_line(&rest)).s) {
		f->line++;
		follow_table(f, line);
		if (drops(f, line, rest)) {
			drop(f, line, rest);
		} else if (!keep_row(f, text, line, rest) &&
			   !keep_cut(f, text, line, rest)) {
			end_place(f);
			keep(f, text, line);
		}
	}
	if (f->depth) {
		struct private_place open = f->place;

		end_place(f);
		open.kind = PRIVATE_UNCLOSED;
		tell(f, &open);
	}
	end_place(f);
}

static void release(struct filter *f)
{
	strbuf_release(&f->kept);
	private_table_release(&f->table);
	private_elements_release(&f->elements);
}

static bool any_section(const bool sections[])
{
	for (int i = 0; i < SECTION_COUNT; i++)
		if (sections[i])
			return true;
	return false;
}

struct str private_filter(struct str text, struct private_rules rules,
			  const struct private_listener *listener,
			  struct arena *mem)
{
	struct filter f = {
		.opened = { .sections = rules.sections },
		.amid = { .sections = rules.sections },
		.listener = listener,
		.kept = STRBUF_INIT,
	};

	if (!any_section(rules.sections) &&
	    str_find_str(text, STR("<!")) == text.len)
		return text;
	run(&f, text, rules);
	if (!str_eq(strbuf_slice(&f.kept), text))
		text = arena_str(mem, strbuf_slice(&f.kept));
	release(&f);
	return text;
}

void private_origins(struct str text, struct private_rules rules,
		     size_t *places, size_t count)
{
	struct filter f = {
		.opened = { .sections = rules.sections },
		.amid = { .sections = rules.sections },
		.kept = STRBUF_INIT,
		.places = places,
		.nplaces = count,
	};

	run(&f, text, rules);
	release(&f);
	while (f.nfound < count)
		places[f.nfound++] = text.len;
}

bool private_is_marked(struct str line)
{
	return private_mark(line).s != NULL;
}
