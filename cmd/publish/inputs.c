/* SPDX-License-Identifier: MIT */
/* The files that a site was made of beside its texts: a line for each, with
 * the state it was in. */
#include "cmd/publish/host.h"

#include <unistd.h>

#include "cmd/file_marks.h"
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
	AUTO(file_marks) marks = FILE_MARKS_INIT;

	if (!m->file.len)
		return 0;
	add_name(&name, m);
	for (size_t i = 0; i < h->inputs.size; i++)
		if (h->inputs.slots[i].key)
			file_marks_add(&marks, str_of(h->inputs.slots[i].key),
				       h->inputs.slots[i].value, 0);
	file_marks_write(&text, &marks);
	return folder_replace_file(name.buf, strbuf_slice(&text), err);
}

static bool is_same(const struct publish_host *h, struct str path,
		    uint64_t state, int64_t when)
{
	AUTO(strbuf) name = STRBUF_INIT;
	struct stat st;

	strbuf_addslice(&name, path);
	if (beneath_stat(&h->root, name.buf, &st))
		return state == 0;
	return file_state(&st) == state && !file_is_racy(&st, when);
}

bool publish_inputs_are_same(const struct publish_host *h,
			     const struct manifest *m)
{
	AUTO(strbuf) name = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct file_mark f;
	struct str lines, path;
	struct stat st;

	if (!m->file.len)
		return false;
	add_name(&name, m);
	if (stat(name.buf, &st) ||
	    file_read(&text, name.buf, LIMIT_FILE, &err))
		return false;
	lines = strbuf_slice(&text);
	while (file_marks_next(&lines, &f, &path))
		if (!is_same(h, path, f.state, file_changed(&st)))
			return false;
	return true;
}
