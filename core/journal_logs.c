/* SPDX-License-Identifier: MIT */
/*
 * The frames of imported logs: .hecto/logs/NAME/preamble has the bytes before
 * the first entry, .hecto/logs/NAME/order the ids of its entries, one a line.
 */
#include "core/journal_private.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/path.h"

static void add_log_path(struct strbuf *out, const char *log, const char *file)
{
	strbuf_addstr(out, LOGS_FOLDER);
	path_join(out, log);
	path_join(out, file);
}

static int read_log_file(struct journal *j, const char *log, const char *file,
			 struct strbuf *out, struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct error failure = ERROR_INIT;

	add_log_path(&path, log, file);
	if (!journal_read(j, path.buf, out, &failure))
		return 0;
	if (failure.kind == ERROR_NOT_FOUND)
		return 0;
	*err = failure;
	return -1;
}

static int read_log(struct journal *j, struct arena *mem,
		    struct journal_log *log, struct error *err)
{
	AUTO(strbuf) preamble = STRBUF_INIT;
	AUTO(strbuf) order = STRBUF_INIT;
	struct str rest, line;
	const char **ids;
	size_t lines = 1;

	if (read_log_file(j, log->name, "preamble", &preamble, err) ||
	    read_log_file(j, log->name, "order", &order, err))
		return -1;
	log->preamble = arena_str(mem, strbuf_slice(&preamble));
	for (size_t i = 0; i < order.len; i++)
		lines += order.buf[i] == '\n';
	ids = arena_alloc(mem, lines * sizeof(*ids));
	rest = strbuf_slice(&order);
	while ((line = str_next_line(&rest)).s)
		if ((line = str_trim(line)).len)
			ids[log->nids++] = arena_str(mem, line).s;
	log->ids = ids;
	return 0;
}

static int by_name(const void *a, const void *b)
{
	const struct journal_log *x = a, *y = b;

	return strcmp(x->name, y->name);
}

/* The names of the folders in .hecto/logs. */
static void list_logs(struct journal *j, struct arena *mem,
		      struct journal_log **out, size_t *count)
{
	int fd = beneath_openat(&j->tree, LOGS_FOLDER, O_RDONLY | O_DIRECTORY, 0);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	struct journal_log *logs = NULL;
	const struct dirent *d;
	size_t cap = 0;

	if (!dir && fd >= 0)
		close(fd);
	while (dir && (d = readdir(dir))) {
		if (d->d_name[0] == '.')
			continue;
		XGROW(logs, *count, cap);
		logs[(*count)++] = (struct journal_log){
			.name = arena_strdup(mem, d->d_name),
		};
	}
	if (dir)
		closedir(dir);
	if (*count)
		qsort(logs, *count, sizeof(*logs), by_name);
	*out = arena_alloc(mem, (*count + 1) * sizeof(*logs));
	if (*count)
		memcpy(*out, logs, *count * sizeof(*logs));
	free(logs);
}

int journal_logs(struct journal *j, struct arena *mem, struct journal_log **out,
		 size_t *count, struct error *err)
{
	*count = 0;
	list_logs(j, mem, out, count);
	for (size_t i = 0; i < *count; i++)
		if (read_log(j, mem, &(*out)[i], err))
			return error_context(err, "cannot read the log '%s'",
					     (*out)[i].name);
	return 0;
}

int journal_put_log(struct journal *j, const struct journal_log *log,
		    struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) order = STRBUF_INIT;

	add_log_path(&path, log->name, "preamble");
	if (journal_put(j, path.buf, log->preamble, err))
		return -1;
	for (size_t i = 0; i < log->nids; i++)
		strbuf_addf(&order, "%s\n", log->ids[i]);
	strbuf_reset(&path);
	add_log_path(&path, log->name, "order");
	return journal_put(j, path.buf, strbuf_slice(&order), err);
}
