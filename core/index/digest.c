/* SPDX-License-Identifier: MIT */
/* How much is in the index, and one value for all it was made of. */
#include "core/index/database.h"

#include "core/base/sum64.h"
#include "core/index/scan.h"

/* What a listing says of a file is a sum of no more bits. */
static int digest_folders(struct index *ix, void *arg)
{
	uint64_t *out = arg;
	struct sum64 sum = SUM64_INIT;
	sqlite3_stmt *st = database_get(ix, SQL_LIST_FOLDERS);
	int more;

	while ((more = database_step(ix, st)) > 0) {
		sum64_add(&sum, column_borrow(st, 0));
		sum64_add(&sum, column_borrow(st, 1));
	}
	*out = sum.value;
	return database_end(st, more);
}

int index_digest(struct index *ix, uint64_t *out, struct error *err)
{
	return index_read(ix, digest_folders, out, err);
}

static int read_generation(struct index *ix, void *arg)
{
	return database_generation(ix, arg);
}

int index_generation(struct index *ix, int64_t *out, struct error *err)
{
	return index_read(ix, read_generation, out, err);
}

bool index_sum_is(uint64_t sum, const char *path, struct str bytes)
{
	return bytes.len > scan_limit(path) || digest_content(bytes) == sum;
}

static int count_rows(struct index *ix, void *arg)
{
	struct index_counts *out = arg;
	sqlite3_stmt *st = database_get(ix, SQL_COUNTS);
	int more = database_step(ix, st);

	if (more > 0) {
		out->documents = (size_t)sqlite3_column_int64(st, 0);
		out->parts = (size_t)sqlite3_column_int64(st, 1);
		more = 0;
	}
	return database_end(st, more);
}

int index_count(struct index *ix, struct index_counts *out, struct error *err)
{
	*out = (struct index_counts){ 0, 0 };
	return index_read(ix, count_rows, out, err);
}
