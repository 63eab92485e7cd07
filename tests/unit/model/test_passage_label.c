/* SPDX-License-Identifier: MIT */
/* What stands before the colon of a passage. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "core/model/passage_label.h"
#include "core/model/passage_traits.h"

static void a_label_is_known_in_any_case(void **state UNUSED)
{
	static const char *const labels[] = {
		"Note", "NOTE", "objetivo", "OBJETIVO",
		"Dur\u00e9e", "DUR\u00c9E", "DURE\u0301E", "Duree",
		"DURACI\u00d3N", "Dura\u00e7\u00e3o", "DURA\u00c7\u00c3O",
		"S\u00dcRE", "M\u1ee5c ti\u00eau", "M\u1ee4C TI\u00caU",
		"TH\u1edcI GIAN", "\u0412\u0440\u0435\u043c\u044f",
		"\u0412\u0420\u0415\u041c\u042f", "\u0426\u0415\u041b\u042c",
	};

	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		if (!passage_is_label(str_of(labels[i])))
			fail_msg("'%s' is no label", labels[i]);
}

static void its_trait_is_that_of_its_words(void **state UNUSED)
{
	unsigned trait;

	assert_true(passage_label_trait(STR("Lab 4"), &trait));
	assert_int_equal(trait, TRAIT_LAB);
	assert_true(passage_label_trait(STR("TO DO"), &trait));
	assert_int_equal(trait, TRAIT_TODO);
	assert_true(passage_label_trait(STR("\uff34\uff4f\uff44\uff4f"),
					&trait));
	assert_int_equal(trait, TRAIT_TODO);
}

static void other_words_are_none(void **state UNUSED)
{
	static const char *const words[] = {
		"", "dur", "dur\u00e9es", "notebook", "\u00e9", "\xff\xfe",
		"note note note note note note note note note note",
	};

	for (size_t i = 0; i < ARRAY_SIZE(words); i++)
		if (passage_is_label(str_of(words[i])))
			fail_msg("'%s' is a label", words[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_is_known_in_any_case),
		cmocka_unit_test(its_trait_is_that_of_its_words),
		cmocka_unit_test(other_words_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
