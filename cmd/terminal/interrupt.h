/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_INTERRUPT_H
#define CMD_TERMINAL_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

/*
 * ^C during long work ends the work, not the program: until the release, it
 * makes `fd` readable instead.  `fd` is -1 where the system cannot do that.
 */
struct interrupt {
	int fd;
	sigset_t before;
	bool came;		/* set by interrupt_end */
};

void interrupt_begin(struct interrupt *i);
void interrupt_end(struct interrupt *i);

#endif
