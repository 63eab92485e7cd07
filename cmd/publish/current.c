/* SPDX-License-Identifier: MIT */
/* Whether a site is as the last publishing left it, and need not be drawn. */
#include "cmd/publish/current.h"

#include "core/base/file_state.h"

uint64_t publish_program(void)
{
	struct stat program;

	return stat("/proc/self/exe", &program) ? 0 : file_state(&program);
}

int publish_source(struct strbuf *out, struct journal *j, struct error *err)
{
	struct sha256_hex digest;

	if (journal_digest(j, &digest, err))
		return -1;
	if (publish_program())
		strbuf_addstr(out, digest.s);
	return 0;
}

static bool are_same(const struct manifest *m, struct beneath_folder *walk,
		     int64_t when)
{
	const struct file_marks *marks = &m->marks;

	/* In the order of their paths, so folder by folder. */
	for (size_t i = 0; i < marks->count; i++)
		if (!file_mark_holds(&marks->items[i], walk, when))
			return false;
	return true;
}

bool publish_is_current(const struct manifest *m, const struct beneath *folder,
			struct str source)
{
	AUTO(beneath_folder) walk = { folder, STRBUF_INIT, -1 };

	return source.len && str_eq(m->source, source) &&
	       are_same(m, &walk, m->when);
}
