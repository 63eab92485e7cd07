/* SPDX-License-Identifier: MIT */
#ifndef CMD_SIGNALS_H
#define CMD_SIGNALS_H

#include <stdbool.h>

#include "core/base/attributes.h"
#include "core/base/error.h"

/*
 * A descriptor (signalfd(2)) from which the signals that end a command that
 * goes on until then are read: SIGINT, SIGTERM and SIGHUP; with `children`
 * SIGCHLD as well.  From here on they do nothing else.
 */
int signals_open(int *out, bool children, struct error *err) MUST_CHECK;

#endif
