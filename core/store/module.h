/* SPDX-License-Identifier: MIT */
#ifndef CORE_STORE_MODULE_H
#define CORE_STORE_MODULE_H

#include "core/store/site.h"
#include "core/store/store.h"

/* What the module hecto-store.so offers to store.c (core/base/module.h). */
#define STORE_MODULE_FILE "hecto-store.so"
#define STORE_MODULE_SYMBOL "hecto_store_module"
#define STORE_MODULE_ABI 5u

struct store_module {
	unsigned abi;
	int (*init)(const char *root, struct error *err);
	int (*open)(struct store **out, const char *root, const char *git_dir,
		    struct error *err);
	void (*close)(struct store *s);
	int (*begin)(struct store_batch **out, struct store *s,
		     struct error *err);
	int (*put)(struct store_batch *b, const char *path, struct str bytes,
		   struct error *err);
	int (*remove)(struct store_batch *b, const char *path,
		      struct error *err);
	int (*commit)(struct store_batch *b, const char *message,
		      const struct store_author *author,
		      struct store_report *report, struct error *err);
	void (*abandon)(struct store_batch *b);
	void (*acknowledge)(struct store *s);
	int (*config_each)(struct str text, store_config_visit *visit,
			   void *arg, struct error *err);
	int (*config_edit)(struct strbuf *out, struct store *s,
			   struct str text, const char *key, const char *value,
			   bool add, struct error *err);
	int (*identity)(struct store *s, struct arena *mem, const char **name,
			const char **email, struct error *err);
	int (*file_days)(const char *folder, store_days_visit *visit,
			 void *arg, bool *cut, struct error *err);
	int (*line_days)(const char *path, struct str bytes, int *days,
			 size_t count, struct error *err);
	int (*verify)(const char *root, store_fault_visit *visit, void *arg,
		      size_t *count, struct error *err);
	int (*site_commit)(struct store *s, const struct site_files *files,
			   site_difference *visit, void *arg,
			   struct site_commit *out, struct error *err);
	int (*remote_address)(struct store *s, const char *remote,
			      struct strbuf *out, struct error *err);
	int (*site_push)(struct store *s, const struct site_push *push,
			 bool *pushed, struct error *err);
};

/* What a store and a batch begin with: where their functions are. */
struct store {
	const struct store_module *module;
};

struct store_batch {
	const struct store_module *module;
};

#endif
