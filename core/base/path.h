/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_PATH_H
#define CORE_BASE_PATH_H

#include <stdbool.h>

#include "core/base/str.h"
#include "core/base/strbuf.h"

/* Paths are joined here, never with printf.  '/' separates; no drive letters. */

/* Append `name` to the path in `path`, with one '/' between them. */
void path_join(struct strbuf *path, const char *name);
void path_join_slice(struct strbuf *path, struct str name);

struct str path_basename(struct str path);	/* "log/a.md" -> "a.md" */
struct str path_dirname(struct str path);	/* "log/a.md" -> "log", "a" -> "" */
struct str path_stem(struct str path);		/* "log/a.md" -> "a" */
struct str path_suffix(struct str path);	/* "log/a.md" -> ".md", or "" */

/*
 * Is this a name that may be written beneath a journal?  Relative, no empty,
 * "." or ".." part, no part that git or another system gives a meaning of its
 * own (".git" in any case, a trailing dot or blank, "CON"), no control
 * characters, no backslash or colon, and not too long.
 */
bool path_is_safe(struct str path);

/*
 * Append a name made of [a-z0-9-], at most LIMIT_SLUG bytes and never empty,
 * for any text: "Kinesis & SQS!" -> "kinesis-sqs", "日本" -> "x-" and a hash.
 */
void path_add_slug(struct strbuf *out, struct str text);

#endif
