/* SPDX-License-Identifier: MIT */
/* The services that a plan lists. */
#include "core/model/plan_services.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/strset.h"
#include "core/model/plan_table.h"
#include "core/model/topic.h"

/* A plan that lists more is a catalogue. */
#define SERVICES_MAX 256

struct service_list {
	struct arena *mem;
	struct plan_service *items;
	size_t count, cap;
	struct strset seen;
};

/* How deep in the headings of a part the section stands; SIZE_MAX: nowhere. */
static size_t depth_of(const struct part *part, enum plan_section *section)
{
	for (size_t i = part->nheadings; i-- > 0;) {
		*section = plan_section_of(str_of(part->headings[i]));
		if (*section != PLAN_NONE)
			return i;
	}
	return SIZE_MAX;
}

enum plan_section plan_section_of_part(const struct part *part)
{
	enum plan_section section = PLAN_NONE;

	depth_of(part, &section);
	return section;
}

/* What stands before a colon, a dash or a bracket. */
static struct str name_of(struct str text)
{
	static const char *const marks[] = { ": ", " - ", " – ", " — ", " (" };

	text = str_upto(text, str_find(text, '\n'));
	for (size_t i = 0; i < ARRAY_SIZE(marks); i++)
		text = str_upto(text, str_find_str(text, str_of(marks[i])));
	text = str_trim(text);
	while (text.len && strchr(":*_`", text.s[text.len - 1]))
		text.len--;
	while (text.len && strchr("*_`", *text.s))
		text = str_from(text, 1);
	return str_trim(text);
}

static void add_service(struct service_list *l, struct str text, unsigned line)
{
	struct str name = name_of(text);

	if (!topic_name_fits(name) || l->count == SERVICES_MAX ||
	    !strset_put(&l->seen, name, 0))
		return;
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = (struct plan_service){ name, line };
}

/* Of a row, the first thing that is named. */
static struct str first_cell(struct str row, struct arena *mem)
{
	row = plan_row_name(row, mem);
	return plan_cell_next(&row);
}

static void add_part(struct service_list *l, const struct document *plan,
		     const struct part *part)
{
	enum plan_section section = PLAN_NONE;
	size_t depth = depth_of(part, &section);

	if (section != PLAN_SERVICES)
		return;
	if (depth + 1 < part->nheadings) {
		add_service(l, str_of(part->headings[depth + 1]), part->line);
		return;
	}
	for (size_t i = 0; i < part->npassages; i++) {
		const struct passage *p =
			&plan->passages[part->first_passage + i];

		if (p->kind == PASSAGE_ROW && p->traits & TRAIT_SUBJECT)
			add_service(l, first_cell(p->text, l->mem), p->line);
		if (p->kind == PASSAGE_ITEM)
			add_service(l, p->text, p->line);
	}
}

size_t plan_services(const struct document *plan, struct arena *mem,
		     struct plan_service **out)
{
	struct service_list l = { .mem = mem, .seen = STRSET_INIT };

	for (size_t i = 0; i < plan->nparts; i++)
		add_part(&l, plan, &plan->parts[i]);
	*out = arena_alloc(mem, (l.count + 1) * sizeof(**out));
	if (l.count)
		memcpy(*out, l.items, l.count * sizeof(**out));
	free(l.items);
	strset_release(&l.seen);
	return l.count;
}
