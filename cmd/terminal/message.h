/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_MESSAGE_H
#define CMD_TERMINAL_MESSAGE_H

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * A message broken at words for a terminal of so many columns; what goes on is
 * set in by two.  What stands between quotes, 'hecto exam list', stays whole
 * where it fits into a line, so that it can be copied.
 */
void message_add(struct strbuf *out, struct str text, size_t columns);

#endif
