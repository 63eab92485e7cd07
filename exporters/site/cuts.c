/* SPDX-License-Identifier: MIT */
/* Telling whether a text reads the same around what is cut out of it. */
#include "exporters/site/cuts.h"

#include <string.h>

#include "core/model/section_lines.h"

/* HTML whose block does not end with a blank line: <script>, <pre>, <style>,
 * <textarea>, declarations, comments. */
static bool may_open_html(struct str text)
{
	size_t at;

	while ((at = str_find(text, '<')) + 1 < text.len) {
		text = str_from(text, at + 1);
		if (strchr("!?sSpPtT", text.s[0]))
			return true;
	}
	return false;
}

/* Lines are counted in several ways where some end so. */
static bool has_old_lines(struct str text)
{
	return str_find(text, '\r') < text.len;
}

/* What goes on over blank lines, or holds for all of a text: code and HTML,
 * definitions of links and footnotes. */
static bool may_reach_far(struct str text)
{
	return str_find_str(text, STR("```")) < text.len ||
	       str_find_str(text, STR("~~~")) < text.len ||
	       str_find_str(text, STR("]:")) < text.len ||
	       may_open_html(text);
}

static bool is_cut(const struct site_cuts *c, unsigned line)
{
	for (size_t i = 0; i < c->nplaces; i++) {
		const struct private_place *at = &c->places[i].at;

		if (at->kind == PRIVATE_SECTION && at->line <= line &&
		    at->last_line >= line)
			return true;
	}
	return false;
}

/* Behind a blank line, it ends whatever is above it but for a list, which it
 * may only go on with an item of; and says itself which section it is of. */
static bool begins_anew(struct str line)
{
	enum section section;
	struct str rest;

	return !strchr(" \t\n", line.s[0]) &&
	       section_label(str_trim_right(line), &section, &rest) &&
	       !section_label_is_bare(line);
}

static bool are_between_blocks(const struct site_cuts *c)
{
	struct str rest = c->above, line;
	bool was_blank = true, was_cut = false;
	unsigned number = 0;
	size_t kept = 0;

	while (section_next_line(&rest).s)
		number++;
	rest = c->body;
	while ((line = section_next_line(&rest)).s) {
		bool cut = is_cut(c, ++number);

		if (cut != was_cut && !(was_blank && begins_anew(line)))
			return false;
		kept += cut ? 0 : line.len;
		was_blank = !str_trim(line).len;
		was_cut = cut;
	}
	return kept == c->public.len;
}

bool site_cuts_are_clean(const struct site_cuts *c)
{
	const struct document *d = c->whole;

	if (d->complaint || has_old_lines(c->above) ||
	    has_old_lines(c->body) || may_reach_far(c->body) ||
	    !are_between_blocks(c))
		return false;
	for (size_t i = 0; i < d->npassages; i++) {
		bool cut = is_cut(c, d->passages[i].line);

		if (cut != is_cut(c, d->passages[i].last_line) ||
		    c->visible[i] == cut)
			return false;
	}
	return true;
}
