/* SPDX-License-Identifier: MIT */
/* Telling what a plan without boxes lists for its weeks and days. */
#include "core/model/document_builder.h"

#include "core/model/plan_lines.h"
#include "core/model/plan_schedule.h"

bool builder_is_span(struct str text)
{
	struct plan_span span;

	return plan_span_read(&span, text);
}

/* Is there a week or a day among the headings above? */
static bool is_beneath_span(const struct builder *b)
{
	for (size_t i = 0; i < HEADING_LEVELS; i++)
		if (b->span[i])
			return true;
	return false;
}

#define LABELS_ABOVE 16		/* levels that are looked at */

/* What an item that is nested is listed as, by the nearest label around it. */
static enum plan_section section_of_label(const struct builder *b)
{
	int at = b->block->parent;

	for (int deep = 0; at >= 0 && deep < LABELS_ABOVE;
	     deep++, at = b->blocks[at].parent) {
		enum plan_section section;

		if (b->of_block[at] < 0)
			continue;
		section = passage_label_section(
			b->passages[b->of_block[at]].text);
		if (section)
			return section;
	}
	return PLAN_NONE;
}

/* Where a plan has no boxes, what it lists for its weeks and days is to do. */
bool builder_is_planned(const struct builder *b, enum passage_kind kind,
			enum plan_section section, struct str text)
{
	if (b->doc->kind != DOCUMENT_PLAN || b->boxes || section ||
	    kind != PASSAGE_ITEM || str_ends(text, ":") || b->aside)
		return false;
	return builder_is_span(text) ||
	       (is_beneath_span(b) &&
		section_of_label(b) == PLAN_NONE);
}

bool builder_is_struck_span(const struct builder *b, struct str text)
{
	return b->doc->kind == DOCUMENT_PLAN && builder_is_span(text) &&
	       str_starts(plan_skip(b->block->raw, " \t>#"), "~~");
}

/* Is there work in this part, or in those of the headings beneath its own? */
static bool has_work(const struct builder *b, size_t part)
{
	size_t depth = b->parts[part].nheadings;
	unsigned work = TRAIT_TODO | TRAIT_LAB | TRAIT_COURSE | TRAIT_READING |
			TRAIT_PRACTICE;

	do {
		if (b->parts[part].traits & work)
			return true;
	} while (++part < b->nparts && b->parts[part].nheadings > depth);
	return false;
}

/* "Day 3: queues", in no section and with nothing to do listed beneath. */
static bool is_whole_day(const struct builder *b, const struct passage *p)
{
	struct plan_span span;

	return p->plan == PLAN_NONE && plan_days_is_label(p->text) &&
	       plan_span_read(&span, p->text) && span.unit == PLAN_DAYS &&
	       span.rest.len && !has_work(b, (size_t)p->part);
}

void builder_plan_headings(struct builder *b)
{
	for (size_t i = 0; i < b->npassages; i++) {
		struct passage *p = &b->passages[i];

		if (p->kind != PASSAGE_HEADING)
			continue;
		if (!b->boxes && is_whole_day(b, p))
			p->traits |= TRAIT_TODO;
		else if (!(p->traits & TRAIT_QUESTION))
			p->traits &= ~(unsigned)TRAIT_DONE;
		b->parts[p->part].traits |= p->traits;
	}
}
