/* SPDX-License-Identifier: MIT */
/* What an entry is called by its text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "core/base/strbuf.h"
#include "exporters/site/titles.h"

/* So much of a clause may stand in a title. */
#define CLAUSE_MOST 72

/* The title by a text that ends where its memory does. */
static void title(struct strbuf *out, const char *text)
{
	int day = 19177, number = 10;
	const struct entry e = {
		.days = &day, .ndays = 1, .numbers = &number, .nnumbers = 1,
	};
	size_t len = strlen(text);
	char *exact = malloc(len);

	memcpy(exact, text, len);
	site_add_entry_title(out, STR("Day 10: July 20, 2022"), &e,
			     (struct str){ exact, len });
	free(exact);
}

static void a_long_clause_is_cut_at_its_last_comma(void **state)
{
	AUTO(strbuf) out = STRBUF_INIT;

	(void)state;
	title(&out, "Read about queues, topics and streams, and about how long "
		    "each of them keeps a message that nobody takes");
	assert_string_equal(out.buf, "Day 10: Read about queues, topics and "
				     "streams");
}

static void a_comma_that_ends_the_text_is_the_last_that_is_looked_at(void **state)
{
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	(void)state;
	for (int i = 0; i < CLAUSE_MOST; i++)
		strbuf_addch(&text, i % 6 ? 'a' : ' ');
	strbuf_addch(&text, ',');
	text.buf[0] = 'a';
	title(&out, text.buf);
	assert_true(str_ends(strbuf_slice(&out), "…"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_long_clause_is_cut_at_its_last_comma),
		cmocka_unit_test(
			a_comma_that_ends_the_text_is_the_last_that_is_looked_at),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
