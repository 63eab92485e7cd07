/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_COLUMNS_H
#define CMD_TERMINAL_COLUMNS_H

#include "cmd/command.h"
#include "core/base/strbuf.h"

/*
 * Two lists side by side, fitted to the width; one below the other where that
 * is too narrow.  Items are wrapped, made visible, and cut when they are long.
 */
struct column {
	const char *head;
	struct str *items;
	size_t count;
};

bool columns_fit(const struct context *ctx);
void columns_write(struct strbuf *out, const struct context *ctx,
		   const struct column *left, const struct column *right);

#endif
