/* SPDX-License-Identifier: MIT */
/* One value for all that the index was made of. */
#include "core/index/database.h"

static void add_field(struct sha256 *sum, struct str s)
{
	uint64_t len = s.len;

	sha256_add(sum, (struct str){ (const char *)&len, sizeof(len) });
	sha256_add(sum, s);
}

static int digest_folders(struct index *ix, void *arg)
{
	struct sha256_hex *out = arg;
	struct sha256 sum;
	sqlite3_stmt *st = database_get(ix, SQL_LIST_FOLDERS);
	int more;

	sha256_init(&sum);
	while ((more = database_step(ix, st)) > 0) {
		add_field(&sum, column_borrow(st, 0));
		add_field(&sum, column_borrow(st, 1));
	}
	*out = sha256_end(&sum);
	return database_end(st, more);
}

int index_digest(struct index *ix, struct sha256_hex *out, struct error *err)
{
	return index_read(ix, digest_folders, out, err);
}
