/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_TERMINAL_H
#define CMD_TERMINAL_TERMINAL_H

#include <sys/types.h>

#include "cmd/command.h"

/*
 * Whoever closed stdin, stdout or stderr must not find a journal's file under
 * that number: each is opened so that using it fails.
 */
void terminal_guard(void);

/* One that knows no sequences, or says nothing of itself ($TERM). */
bool terminal_is_dumb(void);

/* How wide the terminal of `fd` is, or as $COLUMNS has it; 80: it says nothing. */
unsigned terminal_columns(int fd);

/* Fill what a context says of stdout; `colour` is what --color asked for. */
int terminal_look(struct context *ctx, const char *colour, struct error *err)
	MUST_CHECK;

/*
 * From start to finish, what goes to stdout goes through $HECTO_PAGER, $PAGER
 * or less, if stdout is a terminal; else nothing happens.
 */
struct pager {
	pid_t pid;		/* 0: there is none */
};
void pager_start(struct pager *p, const struct context *ctx);
void pager_finish(struct pager *p);

#endif
