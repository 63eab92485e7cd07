/* SPDX-License-Identifier: MIT */
/*
 * Whether the write-ahead log belongs to the file beside it.  SQLite takes any
 * log whose checksums are right, also one that is newer than a file somebody
 * copied back, and reads pages of both as one database.
 *
 * Each transaction gives the database a number of its own, in the field of its
 * header for an application's id, and notes which number the file had on the
 * disk by then, and which was the last.  The file gets another one only when
 * the log is written back to it: so it has one of these three, or it is not
 * the file that the log was begun for.
 */
#include "core/index/database.h"

#define ID_AT 68	/* sqlite.org/fileformat2.html, 1.3: big-endian */

/* Others may write the log back while we look. */
#define TRIES 3

/*
 * The number that the file has by itself; 0: it has none yet.  It is read by
 * the handle that SQLite has: to close one of our own would let go of all its
 * locks (sqlite.org/howtocorrupt.html, 2.2).
 */
static int64_t id_on_disk(const struct index *ix)
{
	sqlite3_file *file = NULL;
	unsigned char b[4] = { 0 };

	if (sqlite3_file_control(ix->db, "main", SQLITE_FCNTL_FILE_POINTER,
				 &file) ||
	    !file || !file->pMethods ||
	    file->pMethods->xRead(file, b, sizeof(b), ID_AT))
		return 0;
	return (int32_t)((uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 |
			 (uint32_t)b[2] << 8 | b[3]);
}

static int get(struct index *ix, sqlite3_stmt *st, int64_t *out)
{
	int more = database_step(ix, st);

	*out = more > 0 ? sqlite3_column_int64(st, 0) : 0;
	return database_end(st, more);
}

static int put(struct index *ix, const char *key, int64_t value)
{
	sqlite3_stmt *st = database_put_meta(ix, key);

	bind_int(st, 2, value);
	return database_run(ix, st);
}

int database_sign(struct index *ix)
{
	char script[64];
	int64_t before;
	int32_t id;

	if (!ix->path)
		return 0;
	sqlite3_randomness(sizeof(id), &id);
	sqlite3_snprintf(sizeof(script), script, "PRAGMA application_id = %d",
			 (int)id);
	if (get(ix, database_get(ix, SQL_APPLICATION_ID), &before) ||
	    put(ix, "on-disk", id_on_disk(ix)) || put(ix, "before", before))
		return -1;
	ix->rc = sqlite3_exec(ix->db, script, NULL, NULL, NULL);
	return ix->rc ? -1 : 0;
}

int database_check_log(struct index *ix)
{
	for (int i = 0; i < TRIES; i++) {
		int64_t now, on_disk, before, id;

		if (get(ix, database_get(ix, SQL_APPLICATION_ID), &now) ||
		    get(ix, database_get_meta(ix, "on-disk"), &on_disk) ||
		    get(ix, database_get_meta(ix, "before"), &before))
			return -1;
		id = id_on_disk(ix);
		if (id == now || id == on_disk || id == before)
			return 0;
	}
	ix->rc = SQLITE_CORRUPT;
	return -1;
}
