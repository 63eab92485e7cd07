/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_LEFT_OUT_H
#define CORE_MODEL_LEFT_OUT_H

#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/private.h"

/*
 * What a publishing keeps back, and what it must not show: a report for the
 * author of the journal alone, with places in its files and never a word of
 * what stands there, but for the first characters of a secret.
 */
struct left_out_place {
	const char *path;
	struct private_place at;	/* lines of the file; 0: all of it */
};

struct left_out_secret {
	const char *path;
	unsigned line;		/* of the file; 0: not known */
	const char *what;	/* "an AWS access key id" */
	const char *masked;	/* "AKIA..., 20 characters" */
};

struct left_out {
	struct arena mem;
	struct left_out_place *places;
	size_t nplaces, places_cap;
	struct left_out_secret *secrets;
	size_t nsecrets, secrets_cap;
	size_t counts[PRIVATE_KINDS];	/* of places, by kind */
	unsigned unlisted;	/* bit k: left_out_tell() need not list these */
};

#define LEFT_OUT_INIT { .mem = ARENA_INIT }
void left_out_release(struct left_out *l);

void left_out_add(struct left_out *l, const char *path,
		  const struct private_place *at);

/* The same of a place that is told to the author and looked at by nobody
 * else. */
void left_out_tell(struct left_out *l, const char *path,
		   const struct private_place *at);

/* A secret that is known already: what it is, and as it may be shown. */
void left_out_add_secret(struct left_out *l, const char *path, unsigned line,
			 struct str what, struct str masked);

/* A document as it is looked at; every text borrows from its file. */
struct left_out_document {
	const char *path;
	struct str front;	/* front matter as it is in the file, or empty */
	struct str body;	/* what stands behind it */
	const bool *private_sections;
};

/* What is private of its body.  In `mem`, or the document's. */
struct private_rules left_out_rules(const struct left_out_document *doc,
				    struct arena *mem);

/*
 * Filter the body of a document, and note what is kept back and which secrets
 * and marks of a merge are not, each with its line.  Looks at this one text
 * alone: what has not changed since need not be looked at again.
 */
struct str left_out_filter(struct left_out *l,
			   const struct left_out_document *doc,
			   struct arena *mem);

/* Filter its front matter as private_filter_front does; what is left of it is
 * in *out, and the document stays as it is: it has the lines of the file. */
bool left_out_filter_front(struct left_out *l,
			   const struct left_out_document *doc,
			   struct str *out, struct arena *mem);

/* A title, a tag or another short text of a document or, with empty front
 * matter, of the settings. */
void left_out_scan(struct left_out *l, const struct left_out_document *doc,
		   struct str text);

#endif
