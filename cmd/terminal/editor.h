/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_EDITOR_H
#define CMD_TERMINAL_EDITOR_H

#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * Let the user edit a file: $HECTO_EDITOR, else $VISUAL, else $EDITOR, else
 * vi.  Returns when the editor has; nothing of the journal is locked meanwhile.
 * `line`: where to begin, of an editor that is known to take "+LINE"; or 0.
 */
int editor_run(const char *path, unsigned line, struct error *err) MUST_CHECK;

#endif
