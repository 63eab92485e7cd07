/* SPDX-License-Identifier: MIT */
/* The images of a part. */
#include "core/index/part_images.h"

#include "core/model/link.h"

int part_images_read(struct index *ix, int64_t part, struct arena *mem,
		     struct part_image **out, size_t *count)
{
	sqlite3_stmt *st = database_get(ix, SQL_PART_LINKS);
	struct part_image *all = NULL;
	size_t n = 0, cap = 0;
	int more;

	bind_int(st, 1, part);
	bind_int(st, 2, LINK_IMAGE);
	while ((more = database_step(ix, st)) > 0) {
		struct str text = column_borrow(st, 2);
		struct str target = column_borrow(st, 3);

		XGROW(all, n, cap);
		all[n++] = (struct part_image){
			.passage = sqlite3_column_type(st, 0) == SQLITE_NULL ?
					   -1 : sqlite3_column_int(st, 0),
			.line = (unsigned)sqlite3_column_int64(st, 1),
			.markdown = arena_printf(mem, "![%.*s](%.*s)",
						 (int)text.len, text.s,
						 (int)target.len, target.s),
		};
	}
	*out = rows_settle(all, mem);
	*count = n;
	return database_end(st, more);
}
