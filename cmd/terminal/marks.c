/* SPDX-License-Identifier: MIT */
/* The signs of the kinds of passages. */
#include "cmd/terminal/marks.h"

/* The most pressing first: two signs are shown. */
const struct kind_mark kind_marks[] = {
	{ 4, '!', STYLE_BAD, "hole", "holes" },
	{ 2, '?', STYLE_WARN, "question", "questions" },
	{ 3, '>', STYLE_WARN, "todo", "todos" },
	{ 5, '*', STYLE_MATCH, "lab", "labs" },
	{ 0, '=', STYLE_GOOD, "definition", "definitions" },
	{ 1, '#', STYLE_BOLD, "number", "numbers" },
	{ 0, 0, STYLE_NONE, NULL, NULL },
};

void kind_marks_add(struct strbuf *out, const struct context *ctx,
		    unsigned traits)
{
	unsigned most = traits & TRAIT_DONE ? KIND_MARKS_WIDTH - 1
					    : KIND_MARKS_WIDTH;
	unsigned used = 0;

	for (const struct kind_mark *m = kind_marks; m->sign; m++)
		if ((traits & 1u << m->bit) && used < most) {
			style_add(out, ctx,
				  traits & TRAIT_DONE ? STYLE_DIM : m->style,
				  (struct str){ &m->sign, 1 });
			used++;
		}
	if (traits & TRAIT_DONE) {
		style_add(out, ctx, STYLE_DIM, STR("x"));
		used++;
	}
	strbuf_addblanks(out, KIND_MARKS_WIDTH - used);
}
