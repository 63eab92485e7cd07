/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SECRET_SHAPES_H
#define CORE_MODEL_SECRET_SHAPES_H

#include "core/model/secret.h"

/* Between secret.c and secret_shapes.c: the places where one may begin. */

/* Is there a secret at `at` of this line?  Then out->what and ->text. */
bool secret_shape_at(struct str line, size_t at, struct secret *out);

/* The same for "password = …" and the like; `at` is the '=' or ':'. */
bool secret_assigned_at(struct str line, size_t at, struct secret *out);

/* The same of a value that stands alone on a line, and its name on the one
 * before, with the sign at its end. */
bool secret_assigned_above(struct str before, struct str line,
			   struct secret *out);

/* The same where what stands before it tells: "curl -u name:password". */
bool secret_typed_at(struct str line, size_t at, struct secret *out);

/* Bits of information of a byte of the text, by how often each occurs. */
double secret_entropy(struct str text);

/* Is it plainly an example, or a place to fill in? */
bool secret_is_example(struct str text);

#endif
