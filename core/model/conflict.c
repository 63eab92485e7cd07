/* SPDX-License-Identifier: MIT */
/* Finding the marks that a merge left in a text. */
#include "core/model/conflict.h"

#include <string.h>

#include "core/model/plan_lines.h"

#define MARK_LEN 7

/*
 * What git writes behind the mark: a branch, a commit with or without its
 * subject, "Stashed changes".  Alone, ">>>>>>> and so on" is a quotation.
 */
static bool is_label_of_git(struct str line)
{
	struct str label = str_trim(str_from(line, MARK_LEN));
	struct str first = str_upto(label, str_find(label, ' '));

	return label.len && (first.len == label.len ||
			     str_is(label, "Stashed changes") ||
			     str_is(label, "Updated upstream") ||
			     str_starts(str_from(label, first.len), " ("));
}

struct search {
	const struct conflict_reader *reader;
	struct conflict open;	/* number 0: none is */
};

/* One whose other mark is missing. */
static void tell_left_over(const struct search *s, const struct conflict *c)
{
	if (c->number && is_label_of_git(c->line))
		s->reader->found(s->reader->data, c);
}

static void see_mark(struct search *s, const struct conflict *here, bool opens)
{
	if (!opens && s->open.number) {
		s->open.whole = true;
		s->reader->found(s->reader->data, &s->open);
	} else {
		tell_left_over(s, opens ? &s->open : here);
	}
	s->open = opens ? *here : (struct conflict){ .number = 0 };
}

static bool is_code(const struct conflict_reader *r,
		    const struct plan_lines *lines, const struct plan_line *at)
{
	return r->is_code ? r->is_code(r->data, at->number) :
			    at->literal && !lines->front;
}

void conflicts_find(struct str text, const struct conflict_reader *reader)
{
	struct search s = { .reader = reader };
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	/* Most texts have none, and going through their lines would cost. */
	if (str_find_str(text, STR("<<<<<<< ")) == text.len &&
	    str_find_str(text, STR(">>>>>>> ")) == text.len)
		return;
	while (plan_line_next(&lines, &at)) {
		const struct conflict here = { at.text, at.number, false };
		bool opens = str_starts(at.text, "<<<<<<< ");

		if ((opens || str_starts(at.text, ">>>>>>> ")) &&
		    !is_code(reader, &lines, &at))
			see_mark(&s, &here, opens);
	}
	tell_left_over(&s, &s.open);
}
