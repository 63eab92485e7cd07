/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_BLOCKS_H
#define IMPORTERS_BLOCKS_H

#include "importers/dating.h"
#include "importers/importer.h"

/*
 * A text that dated lines cut into entries: each has what stands from its line
 * to the next such line, so that preamble and entries are the whole input.
 */
struct block {
	size_t start, end, next;	/* the line; where the next begins */
	unsigned line;
};

struct blocks {
	struct str input;
	struct block *at;
	size_t count, cap;
	struct arena mem;
	struct dating dating;
};

void blocks_init(struct blocks *b, struct str input);
void blocks_release(struct blocks *b);

/* Take the line at *block for the beginning of an entry of `date`. */
int blocks_add(struct blocks *b, const struct block *block, struct str date,
	       struct error *err) MUST_CHECK;

/* Step to the next line of `input`, from { 0 }; false at its end.  A byte
 * order mark belongs to no line. */
bool blocks_next_line(struct str input, struct block *line);
struct str blocks_line(struct str input, const struct block *line);

/* Hand out what stands before the first block, then each as an entry; `mark`
 * adds what heading and body say of it, from `mem`. */
int blocks_hand_out(struct blocks *b, const struct import_options *options,
		    void (*mark)(struct entry *e, struct arena *mem),
		    struct import_sink *sink, struct error *err) MUST_CHECK;

#endif
