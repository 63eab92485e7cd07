/* SPDX-License-Identifier: MIT */
/* Any bytes as an include: what is taken is balanced, and holds no script. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/text/include.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct include_value values[] = {
	{ "title", "<b>\"'&", NULL, false },
	{ "url", "https://example.org/", NULL, true },
	{ NULL, NULL, NULL, false },
};

/* To the end of a tag, as a browser finds it: '>' in quotes does not count. */
static const char *tag_end(const char *tag)
{
	char quote = 0;

	for (; *tag && (quote || *tag != '>'); tag++)
		if (quote)
			quote = *tag == quote ? 0 : quote;
		else if (*tag == '"' || *tag == '\'')
			quote = *tag;
	return tag;
}

static void check_page(const char *page)
{
	long depth = 0;

	while ((page = strchr(page, '<'))) {
		if (!strncmp(page, "<!--", 4)) {
			page = strstr(page + 4, "-->");
			if (!page)
				abort();
			continue;
		}
		if (!strncasecmp(page, "<script", 7) ||
		    !strncasecmp(page, "</body", 6))
			abort();
		if (!strncasecmp(page, "<p", 2) && strchr("/> \t\r\n\f", page[2]))
			depth++;
		if (!strncasecmp(page, "</p", 3) &&
		    strchr("> \t\r\n\f", page[3]) && --depth < 0)
			abort();
		page = tag_end(page);
		if (!*page)
			abort();
	}
}

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
	check_page(out.buf);
	return 0;
}
