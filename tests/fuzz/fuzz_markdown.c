/* SPDX-License-Identifier: MIT */
/* Any bytes as Markdown: rendered, taken apart, and balanced. */
#include <stdint.h>

#include "core/base/utf8.h"
#include "core/text/markdown.h"

static void check_blocks(const struct markdown_blocks *b, struct str source)
{
	for (size_t i = 0; i < b->count; i++) {
		const struct markdown_block *block = &b->blocks[i];

		if (block->parent >= (int)i || block->line < 1 ||
		    block->last_line < block->line)
			abort();
		if (block->raw.len > source.len)
			abort();
		for (size_t k = 0; k < block->nbreaks; k++)
			if (block->breaks[k] >= block->text.len ||
			    block->text.s[block->breaks[k]] != ' ')
				abort();
	}
}

/* Every tag that is opened is closed, and nothing else is between < and >. */
static void check_page(const char *page)
{
	long depth = 0;

	for (const char *p = page; (p = strchr(p, '<')); p++) {
		if (p[1] == '/')
			depth--;
		else if (!strncmp(p, "<br>", 4) || !strncmp(p, "<hr>", 4) ||
			 !strncmp(p, "<img ", 5) || !strncmp(p, "<input ", 7))
			continue;
		else
			depth++;
		if (depth < 0)
			abort();
	}
	if (depth)
		abort();
}

static bool resolve_wiki(void *arg, struct str name, struct strbuf *out)
{
	(void)arg;
	strbuf_addslice(out, name);
	return name.len % 2;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct markdown_options options = {
		.resolve_wiki = resolve_wiki,
		.heading_offset = 2,
		.id_prefix = "x-",
	};
	struct str source = { (const char *)data, size };
	AUTO(strbuf) page = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks b;

	markdown_render(source, &options, &page);
	if (!utf8_is_valid(strbuf_slice(&page)))
		abort();
	check_page(page.buf);
	b = markdown_blocks(source, &mem);
	check_blocks(&b, source);
	return 0;
}
