/* SPDX-License-Identifier: MIT */
/* Where a new item goes. */
#include "core/model/plan_edit.h"

#include <string.h>

#include "core/model/plan_lines.h"

static int heading_level(struct str text)
{
	int level = 0;

	while ((size_t)level < text.len && text.s[level] == '#')
		level++;
	return level >= 1 && level <= 6 &&
			       ((size_t)level == text.len ||
				text.s[level] == ' ') ?
		       level :
		       0;
}

/* Of a heading that the line after it underlines: 1, 2 or 0. */
static int underlined_level(const struct plan_line *line,
			    const struct plan_lines *lines)
{
	struct plan_lines after = *lines;
	struct plan_line next;

	if (!plan_skip(line->text, " \t>").len || plan_item_prefix(line->text) ||
	    heading_level(line->text) || !plan_line_next(&after, &next) ||
	    next.literal || !next.text.len || next.text.len > 200)
		return 0;
	if (!plan_skip(str_trim_right(next.text), "=").len)
		return 1;
	return plan_skip(str_trim_right(next.text), "-").len ? 0 : 2;
}

static int level_of(const struct plan_line *line,
		    const struct plan_lines *lines)
{
	int level;

	if (line->literal)
		return 0;
	level = heading_level(line->text);
	return level ? level : underlined_level(line, lines);
}

/* Where an item goes. */
struct gap {
	size_t at;		/* byte of the text; behind a line's end */
	struct str above;	/* the last item before it, or STR_NONE */
	struct str end;		/* how lines end there */
	int highest;		/* level of the highest heading; 0: none */
	bool section;		/* there is such a section */
};

/* What the first list of the section is followed by. */
struct list_end {
	struct str top;		/* the last item that is within no other */
	bool blank;		/* the line before is */
	bool over;
};

static void see_item(struct gap *gap, const struct plan_line *line, size_t end,
		     struct list_end *list)
{
	size_t prefix = line->literal ? 0 : plan_item_prefix(line->text);
	bool indented = line->text.len && strchr(" \t", *line->text.s);
	bool blank = !str_trim(line->text).len;

	if (!blank && !indented && !prefix && list->top.s && list->blank)
		list->over = true;
	list->blank = blank;
	if (list->over || blank)
		return;
	if (prefix && !indented)
		list->top = line->text;
	gap->at = end;
	gap->above = list->top;
}

/* The end of the first list of the first such section, or of what it says
 * itself. */
static struct gap find_gap(struct str text, enum plan_section section)
{
	struct list_end list = { .top = STR_NONE };
	struct plan_lines lines = { .rest = text };
	struct gap gap = { .at = text.len };
	bool inside = false;
	struct plan_line line;

	while (plan_line_next(&lines, &line)) {
		int level = level_of(&line, &lines);

		if (level && (!gap.highest || level < gap.highest))
			gap.highest = level;
		if (level)
			inside = false;
		if (level && !gap.section &&
		    plan_section_of(line.text) == section)
			inside = gap.section = true;
		if (inside)
			see_item(&gap, &line, text.len - lines.rest.len, &list);
		if (!gap.section || gap.at == text.len - lines.rest.len)
			gap.end = lines.end;
	}
	return gap;
}

static void add_section(struct strbuf *out, const struct gap *gap,
			const char *title)
{
	int level = gap->highest >= 2 ? gap->highest : 2;

	if (out->len)
		plan_add_line_end(out, gap->end);
	while (level--)
		strbuf_addch(out, '#');
	strbuf_addf(out, " %s", title);
	plan_add_line_end(out, gap->end);
	plan_add_line_end(out, gap->end);
}

/* A box where the list has boxes; numbers become bullets. */
static void add_item_like(struct strbuf *out, struct str above, struct str item)
{
	size_t prefix = above.s ? plan_item_prefix(above) : 0;
	bool box = prefix && plan_has_box(str_from(above, prefix));
	char bullet = prefix && strchr("-*+", *above.s) ? *above.s : '-';

	strbuf_addch(out, bullet);
	strbuf_addch(out, ' ');
	if (box && !plan_has_box(item))
		strbuf_addstr(out, "[ ] ");
	plan_add_flat(out, item);
}

void plan_edit_add(struct strbuf *out, struct str text,
		   enum plan_section section, const char *title,
		   struct str item)
{
	struct gap gap = find_gap(text, section);
	struct str before = str_upto(text, gap.at);

	strbuf_addslice(out, before);
	if (before.len && !strchr("\r\n", before.s[before.len - 1]))
		plan_add_line_end(out, gap.end);
	if (!gap.section)
		add_section(out, &gap, title);
	else if (!gap.above.s)
		plan_add_line_end(out, gap.end);
	add_item_like(out, gap.above, item);
	plan_add_line_end(out, gap.end);
	if (gap.at < text.len && !strchr("\r\n#", text.s[gap.at]))
		plan_add_line_end(out, gap.end);
	strbuf_addslice(out, str_from(text, gap.at));
}
