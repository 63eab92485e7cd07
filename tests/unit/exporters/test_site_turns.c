/* SPDX-License-Identifier: MIT */
/* Two threads that hand files over by turns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "core/base/attributes.h"
#include "exporters/site/turns.h"

#define FILES 400

/* It takes a file with the key that was asked for last, as a folder does. */
struct taker {
	struct export_out out;	/* first */
	struct strbuf asked;
	uint64_t key;
	size_t count, wrong;
};

static bool ask(struct export_out *out, const char *path, uint64_t key)
{
	struct taker *t = (struct taker *)(void *)out;

	strbuf_reset(&t->asked);
	strbuf_addstr(&t->asked, path);
	t->key = key;
	return key % 3 == 0;	/* current */
}

static int take(struct export_out *out, const char *path,
		struct str bytes UNUSED, struct error *err UNUSED)
{
	struct taker *t = (struct taker *)(void *)out;

	t->count++;
	t->wrong += !str_is(strbuf_slice(&t->asked), path) ||
		    t->key != strtoull(path + 1, NULL, 10);
	return 0;
}

static void hand_all(struct export_out *out, char name)
{
	struct error err = ERROR_INIT;

	for (unsigned i = 0; i < FILES; i++) {
		AUTO(strbuf) path = STRBUF_INIT;

		strbuf_addf(&path, "%c%u", name, i);
		if (!out->is_current(out, path.buf, i))
			assert_int_equal(out->file(out, path.buf, STR("x"),
						   &err), 0);
	}
}

static void *hand_aside(void *arg)
{
	struct site_turns *turns = arg;

	hand_all(&turns->aside.out, 'a');
	return NULL;
}

static void each_file_goes_with_its_own_key(void **state UNUSED)
{
	struct taker t = { .out = { .file = take, .is_current = ask },
			   .asked = STRBUF_INIT };
	struct site_turns turns;
	pthread_t thread;

	site_turns_begin(&turns, &t.out);
	assert_int_equal(pthread_create(&thread, NULL, hand_aside, &turns), 0);
	hand_all(&turns.pages.out, 'p');
	pthread_join(thread, NULL);
	site_turns_end(&turns);
	strbuf_release(&t.asked);
	assert_int_equal(t.wrong, 0);
	assert_int_equal(t.count, 2 * (FILES - (FILES + 2) / 3));
}

static void who_asks_for_nothing_is_not_asked(void **state UNUSED)
{
	struct taker t = { .out = { .file = take }, .asked = STRBUF_INIT };
	struct error err = ERROR_INIT;
	struct site_turns turns;

	site_turns_begin(&turns, &t.out);
	assert_null(turns.pages.out.is_current);
	assert_int_equal(turns.pages.out.file(&turns.pages.out, "p1",
					      STR("x"), &err), 0);
	site_turns_end(&turns);
	strbuf_release(&t.asked);
	assert_int_equal(t.count, 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_file_goes_with_its_own_key),
		cmocka_unit_test(who_asks_for_nothing_is_not_asked),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
