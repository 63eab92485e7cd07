/* SPDX-License-Identifier: MIT */
/* Reading the members of an archive into memory. */
#include "core/archive/archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>
#include <string.h>

#include "core/archive/module.h"
#include "core/base/path.h"
#include "core/base/strbuf.h"

struct unpacking {
	struct archive *reader;
	struct arena *mem;
	size_t packed, unpacked;
	struct archive_file *files;
	size_t count, cap;
};

static int fail(const struct unpacking *u, const char *path,
		struct error *err)
{
	const char *why = archive_error_string(u->reader);

	return error_set(err, ERROR_INPUT, "cannot read the archive at '%s': %s",
			 path, why ? why : "it is damaged");
}

/* "./log.md" is "log.md"; what has no name that can be told is "". */
static const char *member_name(struct archive_entry *entry)
{
	const char *name = archive_entry_pathname_utf8(entry);

	if (!name)
		name = archive_entry_pathname(entry);
	while (name && !strncmp(name, "./", 2))
		name += 2;
	return name ? name : "";
}

static const char *why_not(struct archive_entry *entry, const char *name)
{
	if (archive_entry_hardlink(entry) ||
	    archive_entry_filetype(entry) == AE_IFLNK)
		return "it is a link";
	if (archive_entry_filetype(entry) != AE_IFREG)
		return "it is no regular file";
	if (archive_entry_is_encrypted(entry) > 0)
		return "it is encrypted";
	if (!path_is_safe(str_of(name)))
		return "its name could lead out of the journal";
	return NULL;
}

static int check_swelling(const struct unpacking *u, const char *name,
			  struct error *err)
{
	size_t allowed = u->packed * LIMIT_SWELLING;

	if (u->unpacked <= LIMIT_UNPACKED &&
	    (u->unpacked <= (size_t)1 << 20 || u->unpacked <= allowed))
		return 0;
	return error_set(err, ERROR_INPUT,
			 "the archive swells beyond all measure at '%s'; "
			 "unpack it by hand if it is what it should be", name);
}

/*
 * What is skipped is unpacked all the same, for what stands behind it in a
 * compressed tar; so it counts.  A zip finds its next member without that.
 */
static int read_member(struct unpacking *u, struct archive_file *file,
		       struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	bool is_zip = archive_format(u->reader) == ARCHIVE_FORMAT_ZIP;

	while (!file->skipped || !is_zip) {
		ssize_t n;

		strbuf_grow(&bytes, 65536);
		n = archive_read_data(u->reader, bytes.buf + bytes.len, 65536);
		if (n < 0)
			return fail(u, file->path, err);
		if (!n)
			break;
		u->unpacked += (size_t)n;
		if (check_swelling(u, file->path, err))
			return -1;
		if (!file->skipped)
			bytes.len += (size_t)n;
		if (bytes.len > LIMIT_MEMBER) {
			file->skipped = "it is larger than 16 MiB";
			bytes.len = 0;
		}
	}
	if (!file->skipped)
		file->bytes = arena_str(u->mem, strbuf_slice(&bytes));
	return 0;
}

static int take_member(struct unpacking *u, struct archive_entry *entry,
		       struct error *err)
{
	const char *name = member_name(entry);
	struct archive_file *file;

	if (archive_entry_filetype(entry) == AE_IFDIR)
		return 0;
	if (u->count >= LIMIT_MEMBERS)
		return error_set(err, ERROR_INPUT,
				 "the archive has more than %d files",
				 LIMIT_MEMBERS);
	XGROW(u->files, u->count, u->cap);
	file = &u->files[u->count++];
	*file = (struct archive_file){
		.path = arena_strdup(u->mem, name),
		.skipped = why_not(entry, name),
	};
	if (!file->skipped && archive_entry_size_is_set(entry) &&
	    archive_entry_size(entry) > (la_int64_t)LIMIT_MEMBER)
		file->skipped = "it is larger than 16 MiB";
	return read_member(u, file, err);
}

static int take_members(struct unpacking *u, struct error *err)
{
	struct archive_entry *entry;
	int rc;

	while ((rc = archive_read_next_header(u->reader, &entry)) >=
		       ARCHIVE_WARN &&
	       rc != ARCHIVE_EOF)
		if (take_member(u, entry, err))
			return -1;
	if (rc != ARCHIVE_EOF)
		return fail(u, u->count ? u->files[u->count - 1].path
					: "its beginning", err);
	return 0;
}

static int open_reader(struct unpacking *u, struct str bytes,
		       struct error *err)
{
	/* Not all that there are: for some, libarchive runs other programs. */
	archive_read_support_filter_gzip(u->reader);
	archive_read_support_filter_bzip2(u->reader);
	archive_read_support_filter_xz(u->reader);
	archive_read_support_filter_zstd(u->reader);
	archive_read_support_format_zip(u->reader);
	archive_read_support_format_tar(u->reader);
	archive_read_support_format_gnutar(u->reader);
	if (archive_read_open_memory(u->reader, bytes.s, bytes.len))
		return fail(u, "its beginning", err);
	return 0;
}

static int unpack(struct archive_files *out, struct str bytes,
		  struct arena *mem, struct error *err)
{
	struct unpacking u = {
		.reader = archive_read_new(), .mem = mem, .packed = bytes.len
	};
	int rc = open_reader(&u, bytes, err);

	if (!rc)
		rc = take_members(&u, err);
	*out = (struct archive_files){ NULL, 0 };
	if (!rc) {
		out->files = arena_alloc(mem, (u.count + 1) * sizeof(*u.files));
		if (u.count)
			memcpy(out->files, u.files, u.count * sizeof(*u.files));
		out->count = u.count;
	}
	free(u.files);
	archive_read_free(u.reader);
	return rc;
}

__attribute__((visibility("default")))
extern const struct archive_module hecto_archive_module;

const struct archive_module hecto_archive_module = {
	.abi = ARCHIVE_MODULE_ABI,
	.read = unpack,
};
