/* SPDX-License-Identifier: MIT */
/* What the marks and weights of a plan say of its weeks and lists. */
#include "core/model/document_builder.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/plan_lines.h"
#include "core/model/plan_span.h"
#include "core/model/plan_status.h"
#include "core/model/wording.h"

#define DOMAINS_LEAST 3		/* with weights, that make up an exam */
#define NAME_WORDS 8
#define ITEMS_LEAST 3		/* of a list whose marks are states */

/* "✅ Week 1: basics", where not all weeks have that as an ornament; and "Week
 * 1: basics (done)". */
bool builder_span_done(const struct builder *b, struct str text)
{
	AUTO(strbuf) words = STRBUF_INIT;
	enum plan_status status;
	size_t at = text.len;

	if (!builder_is_span(text))
		return false;
	plan_status_split(&words, text, &status);
	if (status == PLAN_STATUS_DONE)
		return b->some_unmarked;
	while (at && !strchr("(-", text.s[at - 1]))
		at--;
	text = str_trim(str_from(text, at));
	if (at && str_ends(text, ")"))
		text.len--;
	return at && plan_status_read(text) == PLAN_STATUS_DONE;
}

static bool has_mark(struct str text)
{
	AUTO(strbuf) words = STRBUF_INIT;
	enum plan_status status;

	plan_status_split(&words, text, &status);
	return status == PLAN_STATUS_DONE;
}

/* "32% - Policies", "Domain 1: Policies (32%)": what an exam asks for. */
bool builder_is_weighed(struct str text)
{
	size_t at = str_find(text, '%'), digits;
	struct str after = str_trim(str_from(text, at + 1));

	for (digits = at; digits; digits--)
		if (!strchr("0123456789 ", text.s[digits - 1]))
			break;
	if (at == text.len || digits == at || builder_is_span(text))
		return false;
	if (!str_trim(str_upto(text, digits)).len)
		return str_starts(after, "-") || str_starts(after, ":") ||
		       str_starts(after, "\xe2\x80\x93") ||
		       str_starts(after, "\xe2\x80\x94");
	return strchr("(-", text.s[digits - 1]) &&
	       (!after.len || str_is(after, ")") ||
		str_starts_nocase(after, "of "));
}

/* "## Graphs", "- Clone a graph" and the like, and hardly anything else: a plan
 * without weeks, boxes and sections is a list of what to study. */
static bool is_list_of_names(const struct markdown_blocks *all)
{
	unsigned items = 0, others = 0;

	for (size_t i = 0; i < all->count; i++) {
		const struct markdown_block *block = &all->blocks[i];
		bool heading = block->kind == MARKDOWN_HEADING;

		if (block->task != TASK_NONE || builder_is_span(block->text) ||
		    (heading && plan_section_of(block->text)))
			return false;
		if (heading)
			continue;
		if (block->kind == MARKDOWN_ITEM &&
		    !str_has_digit(block->text) &&
		    wording_count(block->text, NAME_WORDS + 1) <= NAME_WORDS)
			items++;
		else
			others++;
	}
	return items >= ITEMS_LEAST && others * 4 <= items;
}

void builder_look_ahead(struct builder *b, const struct markdown_blocks *all)
{
	unsigned weighed = 0;

	b->only_names = b->doc->kind == DOCUMENT_PLAN && is_list_of_names(all);
	for (size_t i = 0; i < all->count; i++) {
		const struct markdown_block *block = &all->blocks[i];

		b->boxes |= block->task != TASK_NONE;
		if (b->doc->kind != DOCUMENT_PLAN || block->parent >= 0 ||
		    (block->kind != MARKDOWN_HEADING &&
		     block->kind != MARKDOWN_PARAGRAPH))
			continue;
		weighed += builder_is_weighed(block->text);
		b->some_unmarked |= block->kind == MARKDOWN_HEADING &&
				    builder_is_span(block->text) &&
				    !has_mark(block->text);
	}
	b->weighed = weighed >= DOMAINS_LEAST;
}

bool builder_opens_work(const struct builder *b, struct str text)
{
	struct plan_span span;

	/* "Linux - week 1" */
	return builder_span_to_come(text) ||
	       (b->doc->kind == DOCUMENT_PLAN && !builder_is_span(text) &&
		plan_span_find(&span, text)) ||
	       (b->weighed && builder_is_weighed(text));
}

/* Up to the next line that leads a list, or heading: many lines that are none
 * of these have the same end, so it is looked for once. */
static bool has_boxes_behind(struct builder *b, size_t i)
{
	if (i < b->line_until)
		return b->line_boxes;
	while (++i < b->nblocks && b->blocks[i].task == TASK_NONE &&
	       b->blocks[i].kind != MARKDOWN_HEADING &&
	       !(b->blocks[i].kind == MARKDOWN_PARAGRAPH &&
		 builder_is_span(b->blocks[i].text)))
		;
	b->line_until = i;
	b->line_boxes = i < b->nblocks && b->blocks[i].task != TASK_NONE &&
			b->blocks[i].kind != MARKDOWN_HEADING;
	return b->line_boxes;
}

bool builder_has_boxes_beneath(struct builder *b)
{
	size_t i = (size_t)(b->block - b->blocks);

	if (!b->boxes)
		return false;
	if (b->block->kind == MARKDOWN_PARAGRAPH)
		return has_boxes_behind(b, i);
	if (b->block->kind != MARKDOWN_HEADING)
		return true;
	while (++i < b->nblocks &&
	       (b->blocks[i].kind != MARKDOWN_HEADING ||
		b->blocks[i].level > b->block->level))
		if (b->blocks[i].task != TASK_NONE)
			return true;
	return false;
}

/* What is counted of the items of a list. */
struct list_marks {
	unsigned items, done, states, plain, other;
	unsigned meanings;	/* "🟡 In progress": they explain the marks */
};

static void count_mark(struct list_marks *l, const struct markdown_block *item)
{
	bool symbol;
	enum plan_status status = plan_status_of_front(item->text, &symbol);

	l->items++;
	if (plan_item_is_struck(item->raw)) {
		l->done++;
		return;
	}
	l->done += status == PLAN_STATUS_DONE;
	/* "❌" is what not to do as well. */
	l->states += status == PLAN_STATUS_STARTED ||
		     (status == PLAN_STATUS_OPEN &&
		      !str_starts(item->text, "\xe2\x9d\x8c"));
	l->plain += !symbol;
	l->other += symbol && status == PLAN_STATUS_NONE;
	l->meanings += symbol && plan_status_read(item->text);
}

void builder_see_list(struct builder *b, const struct markdown_blocks *all,
		      size_t i)
{
	const struct markdown_block *block = &all->blocks[i];
	struct list_marks l = { 0 };

	if (b->doc->kind != DOCUMENT_PLAN || i < b->marked_until)
		return;
	b->marked = b->ornament = false;
	if (block->kind != MARKDOWN_ITEM || block->parent >= 0)
		return;
	for (; i < all->count && (all->blocks[i].parent >= 0 ||
				  all->blocks[i].kind == MARKDOWN_ITEM); i++)
		if (all->blocks[i].parent < 0)
			count_mark(&l, &all->blocks[i]);
	b->marked_until = i;
	b->ornament = l.done == l.items;
	b->marked = l.items >= ITEMS_LEAST && !l.meanings && l.done &&
		    l.states + l.plain &&
		    l.done + l.states + l.plain > l.other;
}

bool builder_has_done_mark(const struct builder *b, enum plan_section section)
{
	bool symbol;

	return b->doc->kind == DOCUMENT_PLAN &&
	       b->block->kind == MARKDOWN_ITEM && !b->ornament &&
	       (b->marked || section) &&
	       plan_status_of_front(b->block->text, &symbol) ==
		       PLAN_STATUS_DONE;
}

bool builder_is_beneath_done(const struct builder *b)
{
	for (size_t i = 0; i < HEADING_LEVELS; i++)
		if (b->done[i])
			return true;
	return false;
}
