/* SPDX-License-Identifier: MIT */
#ifndef CMD_SERVE_DRAW_H
#define CMD_SERVE_DRAW_H

#include <sys/types.h>

#include "cmd/command.h"

/*
 * Drawing the site in a process of its own: this program again, as `publish`.
 * The server goes on meanwhile, each drawing reads settings and clock anew, and
 * one that fails is told on stderr by itself.
 */
int draw_start(pid_t *out, const struct context *ctx, const char *folder,
	       struct error *err) MUST_CHECK;

/* How a process ended that was waited for: did it draw the site? */
bool draw_succeeded(int status);

#endif
