/* SPDX-License-Identifier: MIT */
/* The card: a PNG of its size, whatever stands on it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdlib.h>

#include "core/base/image_header.h"
#include "core/picture/card.h"

static struct card card_of(const char *title)
{
	struct card card = {
		.title = title,
		.author = "Ada",
		.facts = { { "12", "days in a row" }, { "46", "of 100 days" } },
	};

	for (int i = 0; i < 7 * CARD_WEEKS; i++)
		card.squares[i / 7][i % 7] =
			(unsigned char)(i % (CARD_SQUARE_OFF + 1));
	return card;
}

static void check(struct strbuf *out, const struct card *card)
{
	struct error err = ERROR_INIT;
	struct image_header header;

	if (picture_card(out, card, &err)) {
		/* Where nothing can be written with, it says so. */
		print_message("%s\n", err.text);
		assert_int_equal(err.kind, ERROR_NOT_FOUND);
		skip();
	}
	assert_true(image_header_read(&header, strbuf_slice(out)));
	assert_int_equal(header.type, IMAGE_PNG);
	assert_int_equal(header.width, CARD_WIDTH);
	assert_int_equal(header.height, CARD_HEIGHT);
}

static void the_same_card_gives_the_same_bytes(void **state)
{
	AUTO(strbuf) one = STRBUF_INIT;
	AUTO(strbuf) two = STRBUF_INIT;
	AUTO(strbuf) other = STRBUF_INIT;
	struct card card = card_of("A hundred days");

	(void)state;
	check(&one, &card);
	check(&two, &card);
	assert_true(str_eq(strbuf_slice(&one), strbuf_slice(&two)));
	card.title = "Two hundred days";
	check(&other, &card);
	assert_false(str_eq(strbuf_slice(&one), strbuf_slice(&other)));
}

static void odd_titles_are_painted_as_well(void **state)
{
	AUTO(strbuf) lengthy = STRBUF_INIT;
	const char *titles[] = { "", "日本語 العربية <b>&amp;</b>", "\xff\xfe x",
				 "a\nb\tc", NULL };

	(void)state;
	for (int i = 0; i < 5000; i++)
		strbuf_addstr(&lengthy, "word ");
	titles[4] = lengthy.buf;
	for (size_t i = 0; i < ARRAY_SIZE(titles); i++) {
		AUTO(strbuf) out = STRBUF_INIT;
		struct card card = card_of(titles[i]);

		card.author = titles[i];
		check(&out, &card);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_card_gives_the_same_bytes),
		cmocka_unit_test(odd_titles_are_painted_as_well),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
