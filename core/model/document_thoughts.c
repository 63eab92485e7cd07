/* SPDX-License-Identifier: MIT */
/* Which lines of an entry are thoughts: just those that a site leaves out where
 * thoughts are private. */
#include "core/model/document_builder.h"

#include "core/model/private_row.h"
#include "core/model/section_lines.h"

static const bool thoughts[SECTION_COUNT] = { [SECTION_THOUGHTS] = true };

enum line_kind { LINE_OF_OTHERS, LINE_OF_THOUGHTS, LINE_UNKNOWN };

struct hearing {
	struct builder *b;
	struct str body;
};

static size_t count_lines(struct str text)
{
	size_t n = 0;

	while (section_next_line(&text).s)
		n++;
	return n;
}

/* Of a line that is marked as private nobody has said what it is. */
static void hear(void *to, const struct private_place *place)
{
	const struct hearing *h = to;
	struct builder *b = h->b;
	unsigned char *lines = b->thoughts;
	bool whole = place->kind == PRIVATE_SECTION && !place->cells;

	if (place->kind >= PRIVATE_UNCLOSED)
		return;
	if (!lines) {
		b->nthoughts = count_lines(h->body);
		lines = b->thoughts = arena_alloc(b->mem, b->nthoughts + 1);
	}
	for (size_t i = place->line; i <= place->last_line &&
				     i <= b->nthoughts; i++)
		lines[i - 1] = whole ? LINE_OF_THOUGHTS : LINE_UNKNOWN;
}

void builder_read_thoughts(struct builder *b, struct str body)
{
	struct hearing h = { b, body };
	const struct private_listener listener = { hear, &h };

	if (b->doc->kind == DOCUMENT_ENTRY)
		private_filter(body, private_rules_read(
					     thoughts, b->doc->entry.front,
					     b->mem), &listener, b->mem);
}

static enum line_kind kind_of(const struct builder *b, unsigned line)
{
	return line && line <= b->nthoughts ?
		       (enum line_kind)b->thoughts[line - 1] : LINE_OF_OTHERS;
}

bool builder_may_open(const struct builder *b, unsigned line,
		      enum section section)
{
	enum line_kind kind = kind_of(b, line);

	return kind == LINE_UNKNOWN ||
	       (kind == LINE_OF_THOUGHTS) == (section == SECTION_THOUGHTS);
}

bool builder_follow_thoughts(struct builder *b, unsigned line)
{
	enum section section = b->section;
	enum line_kind kind = kind_of(b, line);

	if (kind == LINE_OF_THOUGHTS)
		b->section = SECTION_THOUGHTS;
	else if (kind == LINE_OF_OTHERS && section == SECTION_THOUGHTS)
		b->section = SECTION_NONE;
	return b->section != section;
}
