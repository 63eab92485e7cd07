/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_MARKS_H
#define CMD_TERMINAL_MARKS_H

#include "cmd/terminal/table.h"
#include "core/model/passage_traits.h"

/* Kinds of passages as signs, so that they can be told without colour. */
struct kind_mark {
	unsigned bit;		/* of enum passage_trait */
	char sign;
	enum style style;
	const char *one, *many;
};
extern const struct kind_mark kind_marks[];	/* ends with a sign of 0 */

/* Two columns: the signs of a passage, the most pressing first; "x" is done. */
#define KIND_MARKS_WIDTH 2
void kind_marks_add(struct strbuf *out, const struct context *ctx,
		    unsigned traits);

#endif
