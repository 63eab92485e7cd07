/* SPDX-License-Identifier: MIT */
/* Loading the parts of the program that not every run needs. */
#include "core/base/module.h"

#include <dlfcn.h>
#include <limits.h>
#include <locale.h>
#include <unistd.h>

#include "core/base/path.h"
#include "core/base/strbuf.h"

/* The folder that the running program is in, up to its slash. */
static bool add_program_folder(struct strbuf *out)
{
	char program[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", program, sizeof(program));

	/* A path that was cut off would name another folder. */
	if (len == (ssize_t)sizeof(program))
		return false;
	while (len > 0 && program[len - 1] != '/')
		len--;
	if (len <= 0)
		return false;
	strbuf_add(out, program, (size_t)len);
	return true;
}

static bool find_beside(struct strbuf *out, const char *file)
{
	static const char *const folders[] = { "", HECTO_MODULE_FOLDER };

	for (size_t i = 0; i < ARRAY_SIZE(folders); i++) {
		strbuf_reset(out);
		if (!add_program_folder(out))
			return false;
		strbuf_addstr(out, folders[i]);
		path_join(out, file);
		if (!access(out->buf, F_OK))
			return true;
	}
	return false;
}

/* A test is elsewhere, and has a RUNPATH for the bare name. */
static void *open_module(const char *file)
{
	AUTO(strbuf) path = STRBUF_INIT;

	/* Its library may take names from the user's character set, or put them
	 * into it; what we do ourselves is in UTF-8, whatever that is. */
	setlocale(LC_CTYPE, "");
	return dlopen(find_beside(&path, file) ? path.buf : file,
		      RTLD_NOW | RTLD_LOCAL);
}

int module_load(const void **table, const char *file, const char *symbol,
		unsigned abi, struct error *err)
{
	void *handle = open_module(file);
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
