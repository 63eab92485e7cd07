/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_CHECKED_FILE_H
#define CORE_INDEX_CHECKED_FILE_H

#include <sqlite3.h>
#include <stdbool.h>

/*
 * SQLite finds damage where its structure breaks, and reads what is merely
 * changed as if it were right.  Files that are opened through this have a
 * checksum at the end of each page: what was not written by us is
 * SQLITE_CORRUPT, but for holes while we write.  (The write-ahead log has
 * checksums of its own.)
 *
 * A file system for sqlite3_open_v2, by its zName; NULL when out of memory.
 * It must outlive the connection.
 */
sqlite3_vfs *checked_file_system_new(void);
void checked_file_system_free(sqlite3_vfs *vfs);

/* Read pages with wrong checksums all the same: to empty a damaged file. */
void checked_file_trust(sqlite3_vfs *vfs, bool trust); /* NULL is fine */

/* Leave room for the checksums; before the first table is made. */
void checked_file_prepare(sqlite3 *db);

#endif
