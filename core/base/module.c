/* SPDX-License-Identifier: MIT */
/* Loading the parts of the program that not every run needs. */
#include "core/base/module.h"

#include <dlfcn.h>

int module_load(const void **table, const char *file, const char *symbol,
		unsigned abi, struct error *err)
{
	void *handle = dlopen(file, RTLD_NOW | RTLD_LOCAL);
	const unsigned *found;

	if (!handle)
		return error_set(err, ERROR_IO,
				 "cannot load a part of hecto (%s); install "
				 "hecto again",
				 dlerror());
	found = dlsym(handle, symbol);
	if (!found || *found != abi)
		return error_set(err, ERROR_IO,
				 "'%s' is of another version of hecto; install "
				 "hecto again",
				 file);
	*table = found;
	return 0;
}
