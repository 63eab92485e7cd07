/* SPDX-License-Identifier: MIT */
#ifndef CMD_PUBLISH_LEFT_OUT_H
#define CMD_PUBLISH_LEFT_OUT_H

#include "cmd/command.h"
#include "core/model/left_out.h"

/*
 * Saying what a publishing keeps back, what it must not show, and what is wrong
 * with what it is made of.  All of this is for the author of the journal, never
 * for the site.
 */

/* For publish_tell_left_out(), which names no place but those of complaints: a
 * large journal has one in most entries. */
struct left_out publish_begin_left_out(void);

/*
 * How much was kept back, in a line; marks that may not do what was meant, and
 * secrets, each in a line of its own.  It is kept in the git folder for
 * publish_repeat_left_out, with what the journal came to complain of since
 * there were `known` such warnings; `source` empty: it is not.
 */
void publish_tell_left_out(const struct left_out *l, struct str source,
			   struct journal *j, size_t known);

/* The same again, for a site that is still made of `source`; false: it is not
 * known, and the site has to be drawn. */
bool publish_repeat_left_out(struct str source, struct journal *j);

/* hecto publish --left-out: each place. */
int publish_list_left_out(const struct context *ctx, bool json,
			  struct error *err) MUST_CHECK;

#endif
