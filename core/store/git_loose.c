/* SPDX-License-Identifier: MIT */
/*
 * A few small objects to the disk, together: all are written, then all are
 * synced, then all get their names, then the folders are synced.  libgit2
 * does one after the other, with its temporary files among the objects.
 */
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <unistd.h>

#include "core/store/git_store.h"

#define ADLER_BASE 65521u
#define TEMPORARY_NAME 32

/* RFC 1950 section 8.2. */
static uint32_t adler32(struct str bytes)
{
	uint32_t a = 1, b = 0;

	for (size_t i = 0; i < bytes.len; i++) {
		a = (a + (unsigned char)bytes.s[i]) % ADLER_BASE;
		b = (b + a) % ADLER_BASE;
	}
	return b << 16 | a;
}

/*
 * The zlib form of RFC 1950 with one stored block of RFC 1951 section 3.2.4:
 * an entry takes one block of the disk with or without compression, and
 * git gc compresses all of them well.
 */
static void encode(struct strbuf *out, const void *data, size_t len,
		   git_object_t type)
{
	AUTO(strbuf) plain = STRBUF_INIT;
	uint32_t sum;

	strbuf_addf(&plain, "%s %zu", git_object_type2string(type), len);
	strbuf_addch(&plain, '\0');
	strbuf_add(&plain, data, len);
	strbuf_addstr(out, "\x78\x01\x01");
	strbuf_addch(out, (char)(plain.len & 0xff));
	strbuf_addch(out, (char)(plain.len >> 8));
	strbuf_addch(out, (char)(~plain.len & 0xff));
	strbuf_addch(out, (char)(~plain.len >> 8 & 0xff));
	strbuf_addslice(out, strbuf_slice(&plain));
	sum = adler32(strbuf_slice(&plain));
	for (int shift = 24; shift >= 0; shift -= 8)
		strbuf_addch(out, (char)(sum >> shift & 0xff));
}

static void temporary_name(char name[TEMPORARY_NAME], size_t i)
{
	snprintf(name, TEMPORARY_NAME, "w-object-%zu", i);
}

static int write_temporary(struct git_store *s, size_t i)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	char name[TEMPORARY_NAME];
	const void *data;
	size_t len;
	git_object_t type;
	int fd;

	objects_get(s->objects, i, &data, &len, &type);
	encode(&bytes, data, len, type);
	temporary_name(name, i);
	unlinkat(s->state.fd, name, 0);
	fd = beneath_openat(&s->state, name, O_WRONLY | O_CREAT | O_EXCL, 0444);
	if (fd >= 0 && file_write_fd(fd, strbuf_slice(&bytes)))
		return file_close(fd, -1);
	return fd;
}

static int write_and_sync(struct git_store *s)
{
	int fds[LOOSE_MAX];
	size_t count = objects_count(s->objects), opened = 0;
	int rc = 0;

	while (!rc && opened < count) {
		fds[opened] = write_temporary(s, opened);
		if (fds[opened] < 0)
			rc = -1;
		else
			opened++;
	}
	for (size_t i = 0; i < opened; i++) {
		if (!rc)
			rc = fsync(fds[i]);
		rc = file_close(fds[i], rc);
	}
	return rc;
}

/* The folder that an object is in; made when it is the first there. */
static int open_folder(int objects, const git_oid *id, bool *made)
{
	char name[3];

	snprintf(name, sizeof(name), "%02x", id->id[0]);
	if (!mkdirat(objects, name, 0777))
		*made = true;
	else if (errno != EEXIST)
		return -1;
	return openat(objects, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static int name_object(struct git_store *s, int folder, size_t i)
{
	char hex[GIT_OID_HEXSZ + 1], temporary[TEMPORARY_NAME];

	temporary_name(temporary, i);
	git_oid_tostr(hex, sizeof(hex), objects_id(s->objects, i));
	return renameat(s->state.fd, temporary, folder, hex + 2);
}

/* Is there an object in the same folder before that one?  Then the folder has
 * been synced, and all are named before. */
static bool has_folder_before(struct git_store *s, size_t object)
{
	for (size_t i = 0; i < object; i++)
		if (objects_id(s->objects, i)->id[0] ==
		    objects_id(s->objects, object)->id[0])
			return true;
	return false;
}

static int name_all(struct git_store *s, int objects)
{
	size_t count = objects_count(s->objects), opened = 0;
	int folders[LOOSE_MAX];
	bool made = false;
	int rc = 0;

	while (!rc && opened < count) {
		int fd = open_folder(objects, objects_id(s->objects, opened),
				     &made);

		if (fd < 0)
			rc = -1;
		else
			folders[opened++] = fd;
		if (!rc)
			rc = name_object(s, fd, opened - 1);
	}
	for (size_t i = 0; i < opened; i++) {
		if (!rc && !has_folder_before(s, i))
			rc = fsync(folders[i]);
		rc = file_close(folders[i], rc);
	}
	return !rc && made ? fsync(objects) : rc;
}

int loose_write(struct git_store *s, const char *objects_folder)
{
	int objects = open(objects_folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int rc;

	if (objects < 0)
		return -1;
	rc = file_close(objects, write_and_sync(s) || name_all(s, objects));
	return rc && errno == EXDEV ? 1 : rc;
}

bool loose_suits(struct git_store *s)
{
	size_t count = objects_count(s->objects);

	for (size_t i = 0; i < count; i++) {
		const void *data;
		size_t len;
		git_object_t type;

		objects_get(s->objects, i, &data, &len, &type);
		if (len > LOOSE_SIZE_MAX)
			return false;
	}
	return count <= LOOSE_MAX;
}
