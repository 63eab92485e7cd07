/* SPDX-License-Identifier: MIT */
/* Following a private block of a log from day to day. */
#include "importers/private_block.h"

#include "core/model/private.h"

static void hear(void *to, const struct private_place *place)
{
	bool *open = to;

	if (place->kind == PRIVATE_UNCLOSED)
		*open = true;
	else if (place->kind == PRIVATE_UNOPENED)
		*open = false;
}

bool private_block_step(bool *open, struct str text)
{
	static const bool no_sections[SECTION_COUNT];
	const struct private_rules rules = { .sections = no_sections };
	const struct private_listener listener = { hear, open };
	AUTO(arena) mem = ARENA_INIT;
	bool was_open = *open;

	private_filter(text, rules, &listener, &mem);
	return was_open;
}
