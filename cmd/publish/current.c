/* SPDX-License-Identifier: MIT */
/* Whether a site is as the last publishing left it, and need not be drawn. */
#include "cmd/publish/current.h"

#include <stdlib.h>

#include "core/base/alloc.h"
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

/* Files that one thread looks at before it asks what is left. */
#define AT_A_TIME 64

/* In the order of their paths, so folder by folder, until none is left that
 * nobody has taken. */
static void look_at_files(struct publish_look *look)
{
	const struct file_marks *marks = &look->manifest->marks;
	AUTO(beneath_folder) walk = { look->folder, STRBUF_INIT, -1 };
	size_t from;

	while ((from = atomic_fetch_add(&look->taken, AT_A_TIME)) <
	       marks->count)
		for (size_t i = from;
		     i < marks->count && i < from + AT_A_TIME; i++)
			look->holds[i] = file_mark_holds(
				&marks->items[i], &walk, look->manifest->when);
}

/* About what helpers, whose heap is one, hold for a file of the site. */
#define HELD_BY_HELPERS 1000

static void *begin_look(void *arg)
{
	struct publish_look *look = arg;

	/* If it was another program, all is made, and little is to be held. */
	if (look->manifest->same_program && !manifest_is_large(look->manifest))
		memory_expect_much(manifest_expected(look->manifest) *
				   HELD_BY_HELPERS);
	manifest_read_marks(look->manifest);
	atomic_store(&look->is_read, true);
	look_at_files(look);
	return NULL;
}

/* Fewer are looked at before another thread has begun. */
#define WORTH_HELP 1000

void publish_look_begin(struct publish_look *look, struct manifest *m,
			const struct beneath *folder)
{
	*look = (struct publish_look){
		.manifest = m,
		.folder = folder,
		.holds = xcalloc(manifest_most(m) + 1, sizeof(*look->holds)),
		.is_begun = true,
	};
	if (manifest_expected(m) >= WORTH_HELP)
		helper_begin(&look->helper, begin_look, look);
}

void publish_look_end(struct publish_look *look)
{
	if (!look->is_begun)
		return;
	look->is_begun = false;
	/* What is left is parted among both. */
	if (atomic_load(&look->is_read))
		look_at_files(look);
	if (!helper_end(&look->helper))
		begin_look(look);
}

void publish_look_release(struct publish_look *look)
{
	helper_end(&look->helper);
	free(look->holds);
	*look = (struct publish_look){ .manifest = NULL };
}

bool publish_is_current(struct publish_look *look, struct str source)
{
	const struct manifest *m = look->manifest;

	if (!source.len || !str_eq(strbuf_slice(&m->source), source))
		return false;
	publish_look_end(look);
	for (size_t i = 0; i < m->marks.count; i++)
		if (!look->holds[i])
			return false;
	return true;
}
