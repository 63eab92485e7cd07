/* SPDX-License-Identifier: MIT */
/* SHA-256, by the examples that NIST publishes. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/base/sha256.h"

static void sums_are_those_of_the_standard(void **state UNUSED)
{
	static const struct {
		const char *text, *sum;
	} cases[] = {
		{ "abc", "ba7816bf8f01cfea414140de5dae2223"
			 "b00361a396177a9cb410ff61f20015ad" },
		{ "", "e3b0c44298fc1c149afbf4c8996fb924"
		      "27ae41e4649b934ca495991b7852b855" },
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		  "248d6a61d20638b8e5c026930c3e6039"
		  "a33ce45964ff2167f6ecedd419db06c1" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct sha256 sum;

		sha256_init(&sum);
		sha256_add(&sum, str_of(cases[i].text));
		assert_string_equal(sha256_end(&sum).s, cases[i].sum);
	}
}

static void pieces_sum_up_like_the_whole(void **state UNUSED)
{
	struct sha256 sum;

	sha256_init(&sum);
	for (int i = 0; i < 1000000; i++)
		sha256_add(&sum, STR("a"));
	assert_string_equal(sha256_end(&sum).s,
			    "cdc76e5c9914fb9281a1c7e284d73e67"
			    "f1809a48a497200e046d39ccc7112cd0");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sums_are_those_of_the_standard),
		cmocka_unit_test(pieces_sum_up_like_the_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
