/* SPDX-License-Identifier: MIT */
/* What is left of texts whose thoughts are private. */
#ifndef TESTS_UNIT_MODEL_PRIVATE_FIXTURE_H
#define TESTS_UNIT_MODEL_PRIVATE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/model/private.h"

static const bool thoughts[SECTION_COUNT] = { [SECTION_THOUGHTS] = true };
static const struct private_rules by_thoughts = { .sections = thoughts };

struct text_case {
	const char *text, *left;
};

static inline void expect_left(const struct text_case *cases, size_t count)
{
	AUTO(arena) mem = ARENA_INIT;

	for (size_t i = 0; i < count; i++) {
		struct str left = private_filter(str_of(cases[i].text),
						 by_thoughts, NULL, &mem);

		if (!str_is(left, cases[i].left))
			fail_msg("of '%s' is left '%.*s'", cases[i].text,
				 (int)left.len, left.s);
	}
}

#endif
