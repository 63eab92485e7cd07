/* SPDX-License-Identifier: MIT */
/* Taking the lines of a paragraph or an item apart. */
#include "core/model/document_builder.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/model/document_plain.h"
#include "core/model/passage_label.h"
#include "core/model/plan_lines.h"
#include "core/model/plan_schedule.h"
#include "core/model/plan_span.h"
#include "core/model/question.h"
#include "core/model/wording.h"
#include "core/text/markdown_lines.h"

/* A line of a paragraph, as it is written and as a reader sees it. */
struct line {
	struct str raw, text;
};

/*
 * The text of line `i`: between two breaks, where there are as many as lines.
 * Code spans and comments over several lines leave fewer; then it is the line
 * as it is written.
 */
static struct str line_text(const struct markdown_block *block, size_t i,
			    size_t count, struct str raw)
{
	size_t from = 0, to = block->text.len;

	if (block->nbreaks + 1 != count)
		return str_trim(raw);
	if (i)
		from = block->breaks[i - 1] + 1;
	if (i < block->nbreaks)
		to = block->breaks[i];
	return (struct str){ block->text.s + from, to - from };
}

static size_t count_lines(struct str raw)
{
	size_t count = 0;

	while (markdown_next_line(&raw).s)
		count++;
	return count ? count : 1;
}

/* Consecutive lines that are one passage. */
struct piece {
	enum passage_kind kind;
	unsigned first, last;	/* 0: there is none yet */
	int parent;
	bool joined;		/* `text` is in the builder's buffer */
	struct str text;
	struct str raw;		/* its lines as they are written */
};

/* Of an entry that was a row of a table, a line may be all its text. */
static struct str without_bars(const struct builder *b, const struct piece *p,
			       struct str text)
{
	if (b->doc->kind != DOCUMENT_ENTRY || p->first != p->last ||
	    p->kind != PASSAGE_PARAGRAPH || p->parent >= 0)
		return text;
	return entry_row_text(text);
}

/* What follows a label within an item is no part of the item any more. */
static void end_piece(struct builder *b, struct piece *p)
{
	struct str text = without_bars(b, p, str_trim(p->text));

	if (p->joined)
		text = arena_str(b->mem, text);
	/* Of a block that is many pieces, each is looked at alone. */
	if (b->split && !b->raw.s)
		b->raw = p->raw;
	if (p->first && text.len)
		builder_add_passage(b, p->parent, p->kind, p->first, p->last,
				    text);
	if (b->split)
		b->raw = STR_NONE;
	*p = (struct piece){ .kind = PASSAGE_PARAGRAPH, .parent = -1 };
}

/* Each line is copied once, however many there are. */
static void join_line(struct builder *b, struct piece *p, struct str text)
{
	if (!p->joined) {
		strbuf_reset(&b->joined);
		strbuf_addslice(&b->joined, p->text);
		p->joined = true;
	}
	strbuf_addch(&b->joined, ' ');
	strbuf_addslice(&b->joined, text);
	p->text = strbuf_slice(&b->joined);
}

static bool is_behind(const struct piece *p, struct str text)
{
	const char *end = p->text.s + p->text.len;

	return !p->joined && text.s == end + 1 && *end == ' ';
}

/* Neighbouring slices of the same text become one; others are copied. */
static void add_line(struct builder *b, struct piece *p, struct str text,
		     unsigned line)
{
	if (!p->first)
		p->first = line;
	p->last = line;
	if (!p->text.len)
		p->text = text;
	else if (is_behind(p, text))
		p->text.len += 1 + text.len;
	else if (text.len)
		join_line(b, p, text);
}

static bool is_span_line(const struct builder *b, struct str line,
			 struct plan_span *span)
{
	return b->doc->kind == DOCUMENT_PLAN && plan_days_is_label(line) &&
	       plan_span_read(span, line) && span->rest.len;
}

/* "25% - Storage", a domain of the exam above what belongs to it. */
static bool is_weight_line(const struct builder *b, struct str line)
{
	static const char *const signs[] = { " - ", " – ", " — ", ": " };
	size_t digits = 0;

	if (b->doc->kind != DOCUMENT_PLAN)
		return false;
	line = plan_skip(line, "*_");
	while (digits < line.len && line.s[digits] >= '0' &&
	       line.s[digits] <= '9')
		digits++;
	if (!digits || digits > 2 || digits == line.len ||
	    line.s[digits] != '%')
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
		if (str_starts(str_from(line, digits + 1), signs[i]))
			return true;
	return false;
}

static void add_raw_line(struct builder *b, struct piece *p,
			 const struct line *l, unsigned line)
{
	if (!p->raw.s)
		p->raw = l->raw;
	p->raw.len = (size_t)(l->raw.s + l->raw.len - p->raw.s);
	add_line(b, p, l->text, line);
}

/* "**25% - Storage**" and no more */
static bool is_bold_line(struct str line)
{
	line = str_trim(line);
	return line.len > 4 && str_starts(line, "**") && str_ends(line, "**") &&
	       str_find_str(str_upto(str_from(line, 2), line.len - 4),
			    STR("**")) == line.len - 4;
}

/* "**Week 1: storage**", "**Monday, 1 Dec**" right above a list or a table:
 * what leads these. */
static int lead_level(const struct builder *b, struct str line)
{
	const struct plan_calendar unknown = { DAY_NONE, 0, 0 };
	const struct markdown_block *next = b->block + 1;
	struct plan_span span;
	struct plan_days days;

	if (b->doc->kind != DOCUMENT_PLAN || !is_bold_line(line) ||
	    b->block->parent >= 0 || b->block->kind != MARKDOWN_PARAGRAPH ||
	    b->block->line != b->block->last_line ||
	    next == b->blocks + b->nblocks ||
	    (next->kind != MARKDOWN_ITEM && next->kind != MARKDOWN_ROW))
		return 0;
	if (builder_is_weighed(b->block->text))
		return HEADING_LEVELS;
	if (plan_span_find(&span, b->block->text))
		return HEADING_LEVELS - (span.unit != PLAN_DAYS);
	return plan_dates_read(&days, b->block->text, &unknown) ?
		       HEADING_LEVELS : 0;
}

/* "- Week 1-2: networks" with no item beneath it, but the next week or nothing:
 * that is what is to do then, and leads nothing. */
static bool is_item_by_itself(const struct builder *b)
{
	const struct markdown_block *next = b->block + 1;

	return b->block->kind == MARKDOWN_ITEM &&
	       (next == b->blocks + b->nblocks ||
		(next->kind == MARKDOWN_ITEM &&
		 next->parent == b->block->parent &&
		 builder_is_span(next->text)));
}

static int heading_line(const struct builder *b, struct str *line)
{
	struct plan_span span;
	int level = 0;

	if (b->doc->kind == DOCUMENT_ENTRY)
		return 0;
	level = plain_starred_heading(line);
	/* Without headings, what stands for a week leads its days. */
	if (!level && b->headless && is_span_line(b, *line, &span) &&
	    span.unit != PLAN_DAYS && !is_item_by_itself(b))
		return SHAPE_LEVEL;
	if (!level && is_weight_line(b, *line) &&
	    (b->headless || is_bold_line(*line)))
		return b->headless ? SHAPE_LEVEL : HEADING_LEVELS;
	if (!level)
		level = lead_level(b, *line);
	if (!level && b->plain)
		level = plain_label_heading(line);
	return level;
}

/* The label of an answer ends a list of questions, but not between two of its
 * items. */
static void end_questions(struct builder *b, struct piece *p,
			  const struct markdown_block *block,
			  const struct line *l)
{
	struct str answer = l->text;

	if (block->kind != MARKDOWN_PARAGRAPH || block->parent >= 0 ||
	    (b->section != SECTION_QUESTIONS &&
	     builder_section(b) != PLAN_QUESTIONS) ||
	    !answer_label_take(&answer))
		return;
	end_piece(b, p);
	builder_take_answer(b);
}

/* A line may be of another section than that above it without a label. */
static void follow_thoughts(struct builder *b, struct piece *p, unsigned line)
{
	enum section before = b->section, section;

	if (!builder_follow_thoughts(b, line))
		return;
	section = b->section;
	b->section = before;
	if (p->first)
		end_piece(b, p);
	b->section = section;
	b->split = true;
}

/* True: the line opened a section or a part, and is no text. */
static bool open_by_line(struct builder *b, struct piece *p,
			 const struct line *l, unsigned line)
{
	struct str heading = l->raw, rest;
	enum section section;
	int level;

	if (b->doc->kind == DOCUMENT_ENTRY &&
	    section_label(l->raw, &section, &rest) &&
	    builder_may_open(b, line, section)) {
		if (p->first)
			end_piece(b, p);
		b->section = section;
		b->answers = false;
		/* Each section is looked at alone. */
		b->split = true;
		p->raw = l->raw;
		if (rest.len)
			add_line(b, p, section_without_label(l->text), line);
		return true;
	}
	follow_thoughts(b, p, line);
	level = heading_line(b, &heading);
	if (!level)
		return false;
	end_piece(b, p);
	builder_add_heading(b, line, line, level,
			    is_bold_line(heading) ? str_trim(l->text) :
						    str_trim(heading));
	return true;
}

/* Items and bullets that Markdown does not know. */
static void loosen(struct builder *b, struct piece *p,
		   const struct markdown_block *block, struct line *l,
		   bool first)
{
	struct str item = l->raw;

	if (first && block->kind == MARKDOWN_ITEM)
		l->text = plain_without_bullet(l->text);
	if (!plain_item(&item))
		return;
	end_piece(b, p);
	p->kind = PASSAGE_ITEM;
	l->text = item;
}

/* Lines of a plan that stand for days are items, whatever is around them. */
static void list_spans(struct builder *b, struct piece *p,
		       const struct markdown_block *block,
		       const struct line *l)
{
	struct plan_span span;

	if (block->kind != MARKDOWN_PARAGRAPH || block->parent >= 0 ||
	    !is_span_line(b, l->raw, &span) || lead_level(b, l->raw))
		return;
	b->split = true;
	end_piece(b, p);
	p->kind = PASSAGE_ITEM;
}

/* "Deliverables:": what is listed behind it may be work, if it gives orders. */
static bool is_label_of_work(struct str text)
{
	static const char *const labels[] = {
		"deliverable", "deliverables", "milestone", "milestones",
		"actions", "steps", "practice", "checklist", "review",
	};

	text = str_trim(text);
	return wording_is_among(str_upto(text, text.len - 1), labels,
				ARRAY_SIZE(labels));
}

/* "Notes:", "Deliverables:": what is listed behind it is nothing to do. */
static bool is_aside(struct str text)
{
	text = str_trim(text);
	return str_ends(text, ":") &&
	       passage_is_label(str_trim(str_upto(text, text.len - 1)));
}

void builder_take_label(struct builder *b, const struct markdown_block *block)
{
	struct str rest = block->raw, first = markdown_next_line(&rest);

	if (block->kind != MARKDOWN_PARAGRAPH || block->parent >= 0)
		return;
	b->label = rest.len ? PLAN_NONE : passage_label_section(block->text);
	b->aside = !rest.len && is_aside(block->text);
	b->work = b->aside && is_label_of_work(block->text);
	if (rest.len && str_ends(str_trim(first), ":") &&
	    builder_section(b) == PLAN_HOLES)
		memset(b->plan, 0, sizeof(b->plan));
}

static bool is_line_each(const struct builder *b,
			 const struct markdown_block *block)
{
	return block->kind == MARKDOWN_PARAGRAPH &&
	       builder_section(b) == PLAN_HOLES;
}

/*
 * Beneath a question, the first of its choices, "a. …", and the label of its
 * answer end it: they are no part of what is asked.
 */
static void end_question(struct builder *b, struct piece *p,
			 const struct line *l)
{
	struct str asked = str_trim_right(p->text), answer = l->text;
	bool choice = question_choice_take(&answer);

	/* "Question 3" on a line of its own begins the next. */
	if (question_is_label(l->text)) {
		if (p->first)
			end_piece(b, p);
		b->choices = -1;
		b->counted = b->split = true;
		return;
	}
	if (!asked.len || (!choice && !answer_label_take(&answer)))
		return;
	if (b->choices < 0 &&
	    !(choice && (str_ends(asked, "?") || b->counted)))
		return;
	b->split = true;
	if (b->choices < 0) {
		end_piece(b, p);
		b->choices = (int)b->npassages - 1;
		b->counted = false;
		/* However long it is: it has choices. */
		builder_add_traits(b, TRAIT_QUESTION);
		return;
	}
	if (choice)
		return;
	end_piece(b, p);
	builder_answer(b, b->choices);
}

void builder_add_lines(struct builder *b, const struct markdown_block *block)
{
	struct piece piece = {
		.kind = block->kind == MARKDOWN_ITEM ? PASSAGE_ITEM
						     : PASSAGE_PARAGRAPH,
		.parent = block->parent,
	};
	struct str rest = block->raw;
	size_t count = count_lines(rest);
	bool each = is_line_each(b, block);
	unsigned line = block->line;

	b->choices = -1;
	b->counted = b->split = false;
	for (size_t i = 0; i < count; i++, line++) {
		struct line l = { .raw = markdown_next_line(&rest) };

		l.text = line_text(block, i, count, l.raw);
		if (b->loose)
			loosen(b, &piece, block, &l, !i);
		list_spans(b, &piece, block, &l);
		end_questions(b, &piece, block, &l);
		end_question(b, &piece, &l);
		if (!open_by_line(b, &piece, &l, line))
			add_raw_line(b, &piece, &l, line);
		if (!each)
			continue;
		b->raw = l.raw;
		end_piece(b, &piece);
		b->raw = STR_NONE;
	}
	end_piece(b, &piece);
}
