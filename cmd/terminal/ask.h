/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_ASK_H
#define CMD_TERMINAL_ASK_H

#include <stdbool.h>

/* A question on stderr that stdin answers; both have to be a terminal. */
bool ask_is_possible(void);

/* " [y/N] " is put behind the question; anything but a yes is a no. */
bool ask_yes(const char *question);

#endif
