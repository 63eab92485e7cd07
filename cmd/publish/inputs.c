/* SPDX-License-Identifier: MIT */
/* The files that a site was made of beside its texts: a line for each, with
 * the state it was in. */
#include "cmd/publish/host.h"

#include <inttypes.h>
#include <unistd.h>

#include "cmd/folder_out.h"
#include "core/base/file_state.h"
#include "core/base/limits.h"

static void add_name(struct strbuf *out, const struct manifest *m)
{
	strbuf_addf(out, "%s.inputs", m->file.buf);
}

int publish_inputs_write(const struct publish_host *h,
			 const struct manifest *m, struct error *err)
{
	AUTO(strbuf) name = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	if (!m->file.len)
		return 0;
	add_name(&name, m);
	for (size_t i = 0; i < h->inputs.size; i++)
		if (h->inputs.slots[i].key)
			strbuf_addf(&text, "%016" PRIx64 " %s\n",
				    (uint64_t)h->inputs.slots[i].value,
				    h->inputs.slots[i].key);
	return folder_replace_file(name.buf, strbuf_slice(&text), err);
}

static bool is_same(const struct publish_host *h,
		    const struct manifest_file *f, int64_t when)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct stat st;

	strbuf_addslice(&path, f->path);
	if (beneath_stat(&h->root, path.buf, &st))
		return f->state == 0;
	return file_state(&st) == f->state && !file_is_racy(&st, when);
}

bool publish_inputs_are_same(const struct publish_host *h,
			     const struct manifest *m)
{
	AUTO(strbuf) name = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct manifest_file f;
	struct str lines;
	struct stat st;

	if (!m->file.len)
		return false;
	add_name(&name, m);
	if (stat(name.buf, &st) ||
	    file_read(&text, name.buf, LIMIT_FILE, &err))
		return false;
	lines = strbuf_slice(&text);
	while (manifest_next(&lines, &f))
		if (!is_same(h, &f, file_changed(&st)))
			return false;
	return true;
}
