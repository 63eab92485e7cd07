/* SPDX-License-Identifier: MIT */
/* Addresses as they are shown. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/address.h"
#include "core/base/attributes.h"

static void what_lets_somebody_in_is_not_shown(void **state UNUSED)
{
	static const struct {
		const char *url, *shown;
	} cases[] = {
		{ "https://me:word@host/a", "https://host/a" },
		{ "https://token@host/a", "https://host/a" },
		{ "HTTP://a@b:c@host:1?x@y", "HTTP://host:1?x@y" },
		{ "ssh://git:word@host/a", "ssh://git@host/a" },
		{ "ssh://git@host/a@b", "ssh://git@host/a@b" },
		{ "https://host/a:b@c", "https://host/a:b@c" },
		{ "https://@host", "https://host" },
		{ "git@host:a/b", "git@host:a/b" },
		{ "/srv/remote.git", "/srv/remote.git" },
		{ "https://", "https://" },
		{ "", "" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		address_add_shown(&out, cases[i].url);
		assert_string_equal(out.buf, cases[i].shown);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_lets_somebody_in_is_not_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
