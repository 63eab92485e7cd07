/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_PICK_H
#define CMD_TERMINAL_PICK_H

#include "cmd/command.h"

/* A file of the journal that was named on the command line. */
struct picked {
	const char *id, *path;
	const struct index_entry *entry;	/* NULL: a note or a plan */
};

struct picks {
	struct picked *items;
	size_t count, cap;	/* owned; picks_release */
};
#define PICKS_INIT { NULL, 0, 0 }
void picks_release(struct picks *p);

/*
 * Append what `name` means: an entry by its id, all entries of a date in
 * words, or a note by its id or path.  NULL: the latest entry.
 */
int pick(struct picks *out, struct journal *j, const char *name,
	 struct arena *mem, struct error *err) MUST_CHECK;

/* The same where it must be one; of several, all are named in the message. */
int pick_one(struct picked *out, struct journal *j, const char *name,
	     struct arena *mem, struct error *err) MUST_CHECK;

#endif
