/* SPDX-License-Identifier: MIT */
#ifndef CMD_SETTING_H
#define CMD_SETTING_H

#include "cmd/command.h"

/*
 * Change one setting, in a commit of its own: set it, add one more value, or
 * with `value` NULL take all its values out.  A value that makes no sense is a
 * usage error.
 */
int setting_change(struct journal *j, const char *key, const char *value,
		   bool add, const char *message, struct error *err)
	MUST_CHECK;

/* Give a setting exactly these values, in a commit of its own. */
int setting_replace(struct journal *j, const char *key,
		    const char *const *values, size_t count,
		    const char *message, struct error *err) MUST_CHECK;

#endif
