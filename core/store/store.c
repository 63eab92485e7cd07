/* SPDX-License-Identifier: MIT */
/* Loads the store module and passes every call on to it. */
#include "core/store/store.h"

#include "core/base/module.h"
#include "core/store/module.h"

static int load(const struct store_module **out, struct error *err)
{
	const void *table;

	if (module_load(&table, STORE_MODULE_FILE, STORE_MODULE_SYMBOL,
			STORE_MODULE_ABI, err))
		return -1;
	*out = table;
	return 0;
}

int store_init(const char *root, struct error *err)
{
	const struct store_module *module;

	if (load(&module, err))
		return -1;
	return module->init(root, err);
}

int store_open(struct store **out, const char *root, const char *git_dir,
	       struct error *err)
{
	const struct store_module *module;

	if (load(&module, err) ||
	    module->open(out, root, git_dir, err))
		return -1;
	(*out)->module = module;
	return 0;
}

void store_close(struct store *s)
{
	if (s)
		s->module->close(s);
}

int store_begin(struct store_batch **out, struct store *s, struct error *err)
{
	if (s->module->begin(out, s, err))
		return -1;
	(*out)->module = s->module;
	return 0;
}

int store_put(struct store_batch *b, const char *path, struct str bytes,
	      struct error *err)
{
	return b->module->put(b, path, bytes, err);
}

int store_remove(struct store_batch *b, const char *path, struct error *err)
{
	return b->module->remove(b, path, err);
}

int store_commit(struct store_batch *b, const char *message,
		 const struct store_author *author,
		 struct store_report *report, struct error *err)
{
	return b->module->commit(b, message, author, report, err);
}

void store_abandon(struct store_batch *b)
{
	if (b)
		b->module->abandon(b);
}

void store_acknowledge(struct store *s)
{
	s->module->acknowledge(s);
}

int store_verify(const char *root, store_fault_visit *visit, void *arg,
		 size_t *count, struct error *err)
{
	const struct store_module *module;

	*count = 0;
	if (load(&module, err))
		return -1;
	return module->verify(root, visit, arg, count, err);
}

int store_config_each(struct str text, store_config_visit *visit, void *arg,
		      struct error *err)
{
	const struct store_module *module;

	if (load(&module, err))
		return -1;
	return module->config_each(text, visit, arg, err);
}

int store_config_edit(struct strbuf *out, struct store *s, struct str text,
		      const char *key, const char *value, bool add,
		      struct error *err)
{
	return s->module->config_edit(out, s, text, key, value, add, err);
}

int store_identity(struct store *s, struct arena *mem, const char **name,
		   const char **email, struct error *err)
{
	return s->module->identity(s, mem, name, email, err);
}

int store_file_days(const char *folder, store_days_visit *visit, void *arg,
		    bool *cut, struct error *err)
{
	const struct store_module *module;

	if (load(&module, err))
		return -1;
	return module->file_days(folder, visit, arg, cut, err);
}

int store_line_days(const char *path, struct str bytes, int *days,
		    size_t count, struct error *err)
{
	const struct store_module *module;

	if (load(&module, err))
		return -1;
	return module->line_days(path, bytes, days, count, err);
}

int store_site_commit(struct store *s, const struct site_files *files,
		      site_difference *visit, void *arg,
		      struct site_commit *out, struct error *err)
{
	return s->module->site_commit(s, files, visit, arg, out, err);
}

int store_remote_address(struct store *s, const char *remote,
			 struct strbuf *out, struct error *err)
{
	return s->module->remote_address(s, remote, out, err);
}

int store_site_push(struct store *s, const struct site_push *push,
		    bool *pushed, struct error *err)
{
	return s->module->site_push(s, push, pushed, err);
}
