/* SPDX-License-Identifier: MIT */
#ifndef CMD_EDIT_H
#define CMD_EDIT_H

#include "cmd/command.h"

/* Let the user change an entry (by id) or a note (by path) in the editor, which
 * opens at `line` if it can; 0: at its begin. */
int edit_document(const struct context *ctx, const char *name, unsigned line,
		  struct error *err) MUST_CHECK;

#endif
