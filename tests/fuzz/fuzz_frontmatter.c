/* SPDX-License-Identifier: MIT */
/* Any bytes as a file with front matter: read, changed, and written. */
#include <stdint.h>

#include "core/text/frontmatter.h"

static void check_parse(struct str file)
{
	struct error err = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct frontmatter fm;

	if (frontmatter_parse(&fm, file, &mem, &err) && !err.text[0])
		abort();
	if (fm.raw.len + fm.body.len != file.len)
		abort();
}

/* What was set is what is read, and the body has not moved. */
static void check_edit(struct str file, struct str value)
{
	struct error err = ERROR_INIT;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct frontmatter before, after;
	struct str got;

	if (frontmatter_edit(&out, file, "zkey", &value, 1, false, &err))
		return;
	if (frontmatter_parse(&before, file, &mem, &err) ||
	    frontmatter_parse(&after, strbuf_slice(&out), &mem, &err))
		abort();
	got = frontmatter_get(&after, "zkey");
	if (!str_eq(got, value))
		abort();
	if (before.raw.len && !str_eq(before.body, after.body))
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str file = { (const char *)data, size };
	size_t half = size / 2;

	if (size > 20000)
		return 0;
	check_parse(file);
	check_edit(str_from(file, half), str_upto(file, half));
	check_edit(file, STR("plain"));
	return 0;
}
