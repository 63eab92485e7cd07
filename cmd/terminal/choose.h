/* SPDX-License-Identifier: MIT */
#ifndef CMD_TERMINAL_CHOOSE_H
#define CMD_TERMINAL_CHOOSE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"

/* Passages to choose one of, by fzf, which shows each where it stands. */
struct choices {
	struct strbuf lines;
	size_t count;
};
#define CHOICES_INIT { STRBUF_INIT, 0 }
void choices_release(struct choices *c);

/*
 * Whether there is a terminal to choose on, which JSON is not meant for; else
 * an ERROR_USAGE that says so.
 */
int choices_check(bool json, struct error *err) MUST_CHECK;

/* A passage of a file of the journal, as it is called in the list. */
void choices_add(struct choices *c, const char *path, unsigned line,
		 const char *fmt, ...) PRINTF_LIKE(4, 5);

/* Which one, counted from 0; as many as there are when none was chosen. */
int choices_ask(const struct choices *c, const char *root, size_t *chosen,
		struct error *err) MUST_CHECK;

#endif
