/* SPDX-License-Identifier: MIT */
#ifndef CORE_ARCHIVE_MODULE_H
#define CORE_ARCHIVE_MODULE_H

#include "core/archive/archive.h"

/* What the module hecto-archive.so offers to archive.c (core/base/module.h). */
#define ARCHIVE_MODULE_FILE "hecto-archive.so"
#define ARCHIVE_MODULE_SYMBOL "hecto_archive_module"
#define ARCHIVE_MODULE_ABI 1u

struct archive_module {
	unsigned abi;
	int (*read)(struct archive_files *out, struct str bytes,
		    struct arena *mem, struct error *err);
};

#endif
