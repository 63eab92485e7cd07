/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_RECORD_H
#define CMD_IMPORT_RECORD_H

#include "core/base/sha256.h"
#include "core/base/strset.h"
#include "core/journal.h"

/*
 * .hecto/imported: what each document was when it was brought in, a digest and
 * a path a line, as sha256sum(1) writes and checks it.  So that an import
 * tells what was edited in the journal from what changed outside.
 */
struct import_record {
	struct record_line {
		const char *path;
		struct sha256_hex digest;
	} *lines;
	size_t count, cap;
	struct strset by_path;
	struct arena mem;
	bool changed;
};

int import_record_load(struct import_record *r, struct journal *j,
		       struct error *err) MUST_CHECK;
void import_record_release(struct import_record *r);

struct sha256_hex import_digest(struct str text);

/* Was this text what came in at that path? */
bool import_record_is(const struct import_record *r, const char *path,
		      struct sha256_hex digest);
void import_record_set(struct import_record *r, const char *path,
		       struct sha256_hex digest);

/* Into the journal's batch, if it changed. */
int import_record_put(struct import_record *r, struct journal *j,
		      struct error *err) MUST_CHECK;

#endif
