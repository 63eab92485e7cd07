/* SPDX-License-Identifier: MIT */
/* Cutting a text into entries at its dated lines, without losing a byte. */
#include "importers/blocks.h"

#include <stdlib.h>

#include "importers/private_block.h"

void blocks_init(struct blocks *b, struct str input)
{
	*b = (struct blocks){ .input = input, .mem = ARENA_INIT };
	dating_init(&b->dating, input);
}

void blocks_release(struct blocks *b)
{
	free(b->at);
	arena_release(&b->mem);
	dating_release(&b->dating);
}

int blocks_add(struct blocks *b, const struct block *block, struct str date,
	       struct error *err)
{
	if (dating_add(&b->dating, date, block->line, err))
		return -1;
	XGROW(b->at, b->count, b->cap);
	b->at[b->count++] = *block;
	return 0;
}

bool blocks_next_line(struct str input, struct block *line)
{
	line->start = line->next;
	if (!line->line && str_starts(input, "\xef\xbb\xbf"))
		line->start = 3;
	if (line->start >= input.len)
		return false;
	line->end = daylog_line_end(input, line->start, &line->next);
	line->line++;
	return true;
}

struct str blocks_line(struct str input, const struct block *line)
{
	return (struct str){ input.s + line->start, line->end - line->start };
}

static enum line_end line_end_of(struct str end)
{
	if (!end.len)
		return LINE_END_NONE;
	if (end.len == 2)
		return LINE_END_CRLF;
	return end.s[0] == '\r' ? LINE_END_CR : LINE_END_LF;
}

static int hand_out_block(struct blocks *b, size_t i, bool *open,
			  void (*mark)(struct entry *e, struct arena *mem),
			  struct import_sink *sink, struct error *err)
{
	const struct block *at = &b->at[i];
	struct entry e = dating_entry(&b->dating, i);
	size_t end = i + 1 < b->count ? b->at[i + 1].start : b->input.len;

	e.heading = blocks_line(b->input, at);
	e.heading_end = line_end_of((struct str){ b->input.s + at->end,
						  at->next - at->end });
	e.body = (struct str){ b->input.s + at->next, end - at->next };
	e.private = private_block_step(open, e.body);
	mark(&e, &b->mem);
	return sink->entry(sink, &e, err);
}

int blocks_hand_out(struct blocks *b, const struct import_options *options,
		    void (*mark)(struct entry *e, struct arena *mem),
		    struct import_sink *sink, struct error *err)
{
	size_t first = b->count ? b->at[0].start : b->input.len;
	bool open = false;

	dating_settle(&b->dating, options);
	if (sink->preamble(sink, str_upto(b->input, first), err))
		return -1;
	private_block_step(&open, str_upto(b->input, first));
	for (size_t i = 0; i < b->count; i++)
		if (hand_out_block(b, i, &open, mark, sink, err))
			return -1;
	return 0;
}
