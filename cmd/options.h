/* SPDX-License-Identifier: MIT */
#ifndef CMD_OPTIONS_H
#define CMD_OPTIONS_H

#include "cmd/command.h"

/* What main.c, help and completion need beyond options_parse (command.h). */

/* Is this one, and not the end of the table?  No table has no options. */
bool option_is_more(const struct option *o);

/* What was said to hecto itself, before the command or behind it. */
struct global_args {
	const char *folder, *today, *colour;
	bool no_pager, version, help;
};
extern const struct option global_options[];

/* Only look whether they are all options, with the values they need. */
int options_check(const struct option *options, int argc, char **argv,
		  struct error *err) MUST_CHECK;

/* Options up to the first operand; returns its place in argv, or -1. */
int options_parse_front(const struct option *options, void *into, int argc,
			char **argv, struct error *err) MUST_CHECK;

/*
 * Take options of one table out of a command line that is otherwise made of
 * `others`, which come first where both have one.  The rest moves to the front
 * of argv, in order; returns how many are left, or -1.
 */
int options_take_out(const struct option *wanted, void *into,
		     const struct option *others, int argc, char **argv,
		     struct error *err) MUST_CHECK;

#endif
