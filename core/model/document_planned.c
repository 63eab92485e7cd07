/* SPDX-License-Identifier: MIT */
/* Telling what a plan without boxes lists for its weeks and days. */
#include "core/model/document_builder.h"

#include "core/base/attributes.h"
#include "core/model/passage_label.h"
#include "core/model/plan_lines.h"
#include "core/model/plan_schedule.h"
#include "core/model/plan_span.h"
#include "core/model/wording.h"

#define LABEL_BYTES 40

bool builder_is_span(struct str text)
{
	struct plan_span span;

	return plan_span_read(&span, text);
}

/* "What I learned", "Built a queue": it tells what was. */
static bool is_past(struct str rest)
{
	struct str word = wording_next(&rest);

	if (str_eq_nocase(word, STR("what"))) {
		word = wording_next(&rest);
		return wording_is(word, WORDING_SELF) &&
		       wording_is(wording_next(&rest), WORDING_DEED);
	}
	return wording_is_deed(word);
}

bool builder_span_to_come(struct str text)
{
	struct plan_span span;

	return plan_span_read(&span, text) && !is_past(span.rest);
}

/* Is there a week or a day among the headings above? */
bool builder_is_beneath_span(const struct builder *b)
{
	for (size_t i = 0; i < HEADING_LEVELS; i++)
		if (b->span[i])
			return true;
	return false;
}

/* Are there boxes where the item at hand stands: in its week, or if it is in
 * none, anywhere? */
static bool is_among_boxes(const struct builder *b)
{
	for (size_t i = HEADING_LEVELS; i--;)
		if (b->span[i])
			return b->boxed[i];
	return b->boxes;
}

/* Or a week that was? */
static bool is_beneath_past(const struct builder *b)
{
	for (size_t i = 0; i < HEADING_LEVELS; i++) {
		struct str heading = str_of(b->headings[i] ? b->headings[i] :
							     "");

		if (builder_is_span(heading) && !builder_span_to_come(heading))
			return true;
	}
	return false;
}

#define LABELS_ABOVE 16		/* levels that are looked at */

/* What an item that is nested is listed as, by the nearest label around it. */
enum plan_section builder_section_of_label(const struct builder *b)
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

/* "*Why:* it matters", with marks around the label. */
static bool has_marked_label(struct str raw)
{
	size_t from = plan_item_prefix(raw), colon;
	struct str item = str_from(raw, from);
	char mark = item.len ? *item.s : '\0';

	colon = str_find(str_upto(item, LABEL_BYTES), ':');
	return from && (mark == '*' || mark == '_') && colon < item.len &&
	       ((colon + 1 < item.len && item.s[colon + 1] == mark) ||
		item.s[colon - 1] == mark);
}

/* What tells more of an item that is to do itself: no work of its own. */
static bool is_detail(const struct builder *b)
{
	const struct passage *around;
	struct plan_span span;

	if (b->block->parent < 0 || b->of_block[b->block->parent] < 0)
		return false;
	around = &b->passages[b->of_block[b->block->parent]];
	return around->traits & TRAIT_TODO && has_marked_label(b->block->raw) &&
	       (!plan_span_read(&span, around->text) || span.rest.len);
}

/* "Write five of them", "Log weak topics"; a log by itself is a thing. */
static bool is_order(struct str text)
{
	static const char *const logs[] = {
		"log weak", "log my", "log your", "log the", "log all",
		"log every", "log each", "log mistakes", "log errors",
		"log wrong", "log missed", "log what", "log any",
	};
	struct str rest = text;

	return wording_take(&rest, logs, ARRAY_SIZE(logs)) ||
	       wording_is(wording_next(&text), WORDING_ORDER);
}

/* "N/A" */
static bool is_nothing(struct str text)
{
	static const char *const words[] = { "n/a", "na", "none", "tbd", "-" };

	return wording_is_among(str_trim(text), words, ARRAY_SIZE(words));
}

/* Where a plan has no boxes, what it lists for its weeks and days is to do; and
 * where some items of a list have marks of states, so are the others. */
bool builder_is_planned(const struct builder *b, enum passage_kind kind,
			enum plan_section section, struct str text)
{
	if (b->doc->kind != DOCUMENT_PLAN || section || kind != PASSAGE_ITEM ||
	    str_ends(text, ":"))
		return false;
	if (b->marked && b->block->parent < 0 && b->block->task == TASK_NONE)
		return true;
	if (b->only_names && b->block->parent < 0)
		return !is_nothing(text);
	if (is_among_boxes(b) || (b->aside && !(b->work && is_order(text))) ||
	    is_detail(b))
		return false;
	if (builder_is_span(text))
		return builder_span_to_come(text) && !is_beneath_past(b);
	return builder_is_beneath_span(b) &&
	       builder_section_of_label(b) == PLAN_NONE;
}

bool builder_is_struck_span(const struct builder *b, struct str text)
{
	return b->doc->kind == DOCUMENT_PLAN && builder_is_span(text) &&
	       (str_starts(plan_skip(b->block->raw, " \t>#"), "~~") ||
		builder_span_done(b, text));
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
