/* SPDX-License-Identifier: MIT */
/* Which text each document of the journal was brought in as. */
#include "cmd/import/record.h"

#include <stdlib.h>
#include <string.h>

#define RECORD_FILE ".hecto/imported"
#define DIGEST_LENGTH 64

struct sha256_hex import_digest(struct str text)
{
	struct sha256 sum;

	sha256_init(&sum);
	sha256_add(&sum, text);
	return sha256_end(&sum);
}

void import_record_set(struct import_record *r, const char *path,
		       struct sha256_hex digest)
{
	size_t at;

	r->changed = true;
	if (strset_get(&r->by_path, str_of(path), &at)) {
		r->lines[at].digest = digest;
		return;
	}
	strset_put(&r->by_path, str_of(path), r->count);
	XGROW(r->lines, r->count, r->cap);
	r->lines[r->count++] = (struct record_line){
		arena_strdup(&r->mem, path), digest
	};
}

bool import_record_is(const struct import_record *r, const char *path,
		      struct sha256_hex digest)
{
	size_t at;

	return strset_get(&r->by_path, str_of(path), &at) &&
	       !strcmp(r->lines[at].digest.s, digest.s);
}

/* A line that a person or a merge left there and is none of ours goes. */
static void read_line(struct import_record *r, struct str line)
{
	struct sha256_hex digest = { "" };
	const char *path;

	if (line.len <= DIGEST_LENGTH + 2 || line.s[DIGEST_LENGTH] != ' ')
		return;
	memcpy(digest.s, line.s, DIGEST_LENGTH);
	path = arena_str(&r->mem, str_from(line, DIGEST_LENGTH + 2)).s;
	import_record_set(r, path, digest);
}

int import_record_load(struct import_record *r, struct journal *j,
		       struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error failure = ERROR_INIT;
	struct str rest, line;

	if (!j)
		return 0;
	if (journal_read(j, RECORD_FILE, &text, &failure)) {
		if (failure.kind == ERROR_NOT_FOUND)
			return 0;
		*err = failure;
		return -1;
	}
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s)
		read_line(r, line);
	r->changed = false;
	return 0;
}

static int by_path(const void *a, const void *b)
{
	const struct record_line *const *x = a, *const *y = b;

	return strcmp((*x)->path, (*y)->path);
}

int import_record_put(struct import_record *r, struct journal *j,
		      struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	const struct record_line **sorted;

	if (!r->changed)
		return 0;
	sorted = xcalloc(r->count, sizeof(*sorted));
	for (size_t i = 0; i < r->count; i++)
		sorted[i] = &r->lines[i];
	qsort(sorted, r->count, sizeof(*sorted), by_path);
	for (size_t i = 0; i < r->count; i++)
		strbuf_addf(&text, "%s  %s\n", sorted[i]->digest.s,
			    sorted[i]->path);
	free(sorted);
	return journal_put(j, RECORD_FILE, strbuf_slice(&text), err);
}

void import_record_release(struct import_record *r)
{
	free(r->lines);
	strset_release(&r->by_path);
	arena_release(&r->mem);
}
