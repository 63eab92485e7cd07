/* SPDX-License-Identifier: MIT */
/* Tells archives by their first bytes, and loads the module that reads them. */
#include "core/archive/archive.h"

#include <string.h>

#include "core/archive/module.h"
#include "core/base/module.h"

static const struct magic {
	size_t at;
	struct str bytes;
} magics[] = {
	{ 0, { "PK\3\4", 4 } },			/* zip */
	{ 0, { "PK\5\6", 4 } },			/* zip without members */
	{ 257, { "ustar", 5 } },		/* tar */
	{ 0, { "\x1f\x8b", 2 } },		/* gzip */
	{ 0, { "BZh", 3 } },			/* bzip2 */
	{ 0, { "\xfd" "7zXZ", 5 } },		/* xz */
	{ 0, { "\x28\xb5\x2f\xfd", 4 } },	/* zstd */
};

bool archive_is_one(struct str bytes)
{
	for (size_t i = 0; i < ARRAY_SIZE(magics); i++)
		if (str_eq(str_upto(str_from(bytes, magics[i].at),
				    magics[i].bytes.len),
			   magics[i].bytes))
			return true;
	return false;
}

int archive_read(struct archive_files *out, struct str bytes,
		 struct arena *mem, struct error *err)
{
	const struct archive_module *module;
	const void *table;

	if (module_load(&table, ARCHIVE_MODULE_FILE, ARCHIVE_MODULE_SYMBOL,
			ARCHIVE_MODULE_ABI, err))
		return -1;
	module = table;
	return module->read(out, bytes, mem, err);
}
