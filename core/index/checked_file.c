/* SPDX-License-Identifier: MIT */
/* A layer under SQLite that gives each page of a database a checksum. */
#include "core/index/checked_file.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"

#define PAGE 4096
#define SUM ((int)sizeof(uint64_t))

struct checked_system {
	sqlite3_vfs vfs;
	sqlite3_vfs *real;
	char name[32];
	bool trusting;
};

/* Behind it stands the file of the file system below. */
struct checked_file {
	sqlite3_file base;
	sqlite3_file *real;
	const struct checked_system *files;
	int level;	/* of the lock on it */
};

static sqlite3_file *real_of(sqlite3_file *file)
{
	return ((struct checked_file *)(void *)file)->real;
}

/* Turned, so that what is in the high bits reaches all others. */
static uint64_t mix(uint64_t sum, const unsigned char *bytes)
{
	uint64_t word;

	memcpy(&word, bytes, sizeof(word));
	return ((sum << 29 | sum >> 35) ^ word) * UINT64_C(0x9e3779b97f4a7c15);
}

/*
 * The place counts too: a page that was written elsewhere is wrong here.  Four
 * sums side by side do not wait for each other, and are one in the end.  They
 * are variables, since a compiler leaves an array of them in memory.
 */
static uint64_t sum_of(const void *page, sqlite3_int64 at)
{
	const unsigned char *bytes = page, *end = bytes + PAGE - SUM;
	uint64_t a = (uint64_t)at + 1, b = 2, c = 3, d = 4;

	for (; end - bytes >= 4 * SUM; bytes += 4 * SUM) {
		a = mix(a, bytes);
		b = mix(b, bytes + SUM);
		c = mix(c, bytes + 2 * SUM);
		d = mix(d, bytes + 3 * SUM);
	}
	for (; bytes < end; bytes += SUM)
		a = mix(a, bytes);
	a = mix(a, (const unsigned char *)&b);
	a = mix(a, (const unsigned char *)&c);
	return mix(a, (const unsigned char *)&d);
}

static bool is_page(int amount, sqlite3_int64 at)
{
	return amount == PAGE && at % PAGE == 0;
}

static bool is_trusting(sqlite3_file *file)
{
	return ((struct checked_file *)(void *)file)->files->trusting;
}

/*
 * Within the transaction that made it, a page may be given up before it is
 * written, and taken again when those behind it are in the file: where it
 * belongs is a hole, and SQLite counts on its zeros.  (A log has all pages.)
 */
static bool is_hole(sqlite3_file *file, const void *page)
{
	const struct checked_file *checked = (struct checked_file *)(void *)file;
	const unsigned char *bytes = page;

	return checked->level >= SQLITE_LOCK_RESERVED && !bytes[0] &&
	       !memcmp(bytes, bytes + 1, PAGE - 1);
}

static int checked_read(sqlite3_file *file, void *out, int amount,
			sqlite3_int64 at)
{
	sqlite3_file *real = real_of(file);
	int rc = real->pMethods->xRead(real, out, amount, at);
	uint64_t sum;

	if (rc || !is_page(amount, at) || is_trusting(file))
		return rc;
	memcpy(&sum, (char *)out + PAGE - SUM, sizeof(sum));
	return sum == sum_of(out, at) || is_hole(file, out) ? SQLITE_OK
							    : SQLITE_CORRUPT;
}

static int checked_write(sqlite3_file *file, const void *bytes, int amount,
			 sqlite3_int64 at)
{
	sqlite3_file *real = real_of(file);
	char page[PAGE];
	uint64_t sum;

	if (!is_page(amount, at))
		return real->pMethods->xWrite(real, bytes, amount, at);
	memcpy(page, bytes, PAGE);
	sum = sum_of(page, at);
	memcpy(page + PAGE - SUM, &sum, sizeof(sum));
	return real->pMethods->xWrite(real, page, PAGE, at);
}

static int checked_close(sqlite3_file *file)
{
	return real_of(file)->pMethods->xClose(real_of(file));
}

static int checked_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int checked_sync(sqlite3_file *file, int flags)
{
	return real_of(file)->pMethods->xSync(real_of(file), flags);
}

static int checked_size(sqlite3_file *file, sqlite3_int64 *out)
{
	return real_of(file)->pMethods->xFileSize(real_of(file), out);
}

static int checked_lock(sqlite3_file *file, int level)
{
	struct checked_file *checked = (struct checked_file *)(void *)file;
	int rc = real_of(file)->pMethods->xLock(real_of(file), level);

	if (!rc && level > checked->level)
		checked->level = level;
	return rc;
}

static int checked_unlock(sqlite3_file *file, int level)
{
	struct checked_file *checked = (struct checked_file *)(void *)file;

	if (level < checked->level)
		checked->level = level;
	return real_of(file)->pMethods->xUnlock(real_of(file), level);
}

static int checked_is_reserved(sqlite3_file *file, int *out)
{
	return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out);
}

static int checked_control(sqlite3_file *file, int op, void *arg)
{
	return real_of(file)->pMethods->xFileControl(real_of(file), op, arg);
}

static int checked_sector_size(sqlite3_file *file)
{
	return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int checked_characteristics(sqlite3_file *file)
{
	return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int checked_shm_map(sqlite3_file *file, int page, int size, int extend,
			   void volatile **out)
{
	return real_of(file)->pMethods->xShmMap(real_of(file), page, size,
						extend, out);
}

static int checked_shm_lock(sqlite3_file *file, int offset, int n, int flags)
{
	return real_of(file)->pMethods->xShmLock(real_of(file), offset, n,
						 flags);
}

static void checked_shm_barrier(sqlite3_file *file)
{
	real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int checked_shm_unmap(sqlite3_file *file, int remove)
{
	return real_of(file)->pMethods->xShmUnmap(real_of(file), remove);
}

/* Version 2: without memory mapping, which would read behind our back. */
static const sqlite3_io_methods checked_methods = {
	.iVersion = 2,
	.xClose = checked_close,
	.xRead = checked_read,
	.xWrite = checked_write,
	.xTruncate = checked_truncate,
	.xSync = checked_sync,
	.xFileSize = checked_size,
	.xLock = checked_lock,
	.xUnlock = checked_unlock,
	.xCheckReservedLock = checked_is_reserved,
	.xFileControl = checked_control,
	.xSectorSize = checked_sector_size,
	.xDeviceCharacteristics = checked_characteristics,
	.xShmMap = checked_shm_map,
	.xShmLock = checked_shm_lock,
	.xShmBarrier = checked_shm_barrier,
	.xShmUnmap = checked_shm_unmap,
};

/* Journals and logs are files of the system below. */
static int checked_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file,
			int flags, int *out_flags)
{
	struct checked_system *files = (struct checked_system *)(void *)vfs;
	struct checked_file *checked = (struct checked_file *)(void *)file;
	sqlite3_vfs *real = files->real;
	int rc;

	if (!(flags & SQLITE_OPEN_MAIN_DB))
		return real->xOpen(real, name, file, flags, out_flags);
	checked->files = files;
	checked->real = (sqlite3_file *)(void *)(checked + 1);
	checked->level = SQLITE_LOCK_NONE;
	rc = real->xOpen(real, name, checked->real, flags, out_flags);
	checked->base.pMethods =
		checked->real->pMethods ? &checked_methods : NULL;
	return rc;
}

sqlite3_vfs *checked_file_system_new(void)
{
	sqlite3_vfs *real = sqlite3_vfs_find(NULL);
	struct checked_system *files;

	if (!real)
		return NULL;
	files = xcalloc(1, sizeof(*files));
	files->vfs = *real;
	files->real = real;
	/* Several indexes may be open, and SQLite keeps one list of names. */
	snprintf(files->name, sizeof(files->name), "hecto-%p", (void *)files);
	files->vfs.zName = files->name;
	files->vfs.pNext = NULL;
	files->vfs.szOsFile += (int)sizeof(struct checked_file);
	files->vfs.xOpen = checked_open;
	sqlite3_vfs_register(&files->vfs, 0);
	return &files->vfs;
}

void checked_file_system_free(sqlite3_vfs *vfs)
{
	if (!vfs)
		return;
	sqlite3_vfs_unregister(vfs);
	free(vfs);
}

void checked_file_trust(sqlite3_vfs *vfs, bool trust)
{
	if (vfs)
		((struct checked_system *)(void *)vfs)->trusting = trust;
}

void checked_file_prepare(sqlite3 *db)
{
	int room = SUM;

	sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &room);
}
