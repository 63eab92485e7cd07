/* SPDX-License-Identifier: MIT */
/* Any bytes as an include: what is taken is balanced, and holds no script. */
#include <stdint.h>
#include <stdlib.h>
#include <strings.h>

#include "core/text/include.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct include_value values[] = {
	{ "title", "<b>\"'&", NULL, false },
	{ "url", "https://example.org/", NULL, true },
	{ NULL, NULL, NULL, false },
};

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct html h = { .out = &out };
	struct include include;

	if (!size ||
	    include_parse(&include, text, INCLUDE_BODY, values, &mem, &err))
		return 0;
	include_write(&h, &include, values);
	/* Within a comment they do nothing. */
	if (str_find_str(text, STR("<!--")) == size &&
	    (strcasestr(out.buf, "<script") || strcasestr(out.buf, "</body")))
		abort();
	return 0;
}
