/* SPDX-License-Identifier: MIT */
#ifndef CMD_CANDIDATES_H
#define CMD_CANDIDATES_H

#include "cmd/command.h"
#include "core/base/strbuf.h"

/*
 * The words that a place on the command line can take, as lines "word" or
 * "word\tdescription", only those that begin with `typed`; `before` stands in
 * front of each ("--topic=").  Files and folders are the shell's to find: then
 * the one line is ":files" or ":folders".
 */
struct candidates {
	struct strbuf *out;
	const char *folder;	/* -C, or NULL */
	struct str before, typed;
	const char *first;	/* operand before it, or NULL */
};

void candidates_add(struct candidates *c, enum completion what);
void candidates_add_commands(struct candidates *c);
void candidates_add_options(struct candidates *c,
			    const struct option *options);
void candidates_add_word(struct candidates *c, const char *word,
			 const char *description);

#endif
