/* SPDX-License-Identifier: MIT */
/* One look at the work tree. */
#include "tests/unit/index/fixture.h"

#include <time.h>

#include "core/index/scan.h"

/* So long that what was written before is no longer racy. */
static void let_it_settle(void)
{
	const struct timespec some = { .tv_nsec = 60 * 1000 * 1000 };

	nanosleep(&some, NULL);
}

static void scan(struct fixture *f, struct scan *out,
		 struct known_folders known)
{
	struct beneath tree;

	assert_int_equal(beneath_open(&tree, f->root, &f->err), 0);
	assert_int_equal(scan_tree(out, &tree, known, NULL, &f->err), 0);
	beneath_release(&tree);
}

/* The state of notes/, as one scan of it tells. */
static uint64_t state_of_notes(struct fixture *f)
{
	struct scan s = SCAN_INIT;
	uint64_t state;

	scan(f, &s, (struct known_folders){ NULL, 0 });
	assert_int_equal(s.count, 1);
	state = s.folders[0].state;
	scan_release(&s);
	return state;
}

/* Scan with a record that has b.md alone; the names that were seen. */
static void scan_knowing_b(struct fixture *f, uint64_t state,
			   struct strbuf *names)
{
	AUTO(strbuf) listing = STRBUF_INIT;
	const struct seen_file b = { .name = "b.md" };
	struct known_folder known = { .path = "notes", .state = state };
	struct scan s = SCAN_INIT;

	listing_add(&listing, &b);
	known.listing = strbuf_slice(&listing);
	scan(f, &s, (struct known_folders){ &known, 1 });
	for (size_t i = 0; i < s.folders[0].count; i++)
		strbuf_addf(names, "%s ", s.folders[0].files[i].name);
	scan_release(&s);
}

static void put_two(struct fixture *f)
{
	put(f, "notes/a.md", "One.\n");
	put(f, "notes/b.md", "Two.\n");
}

static void a_folder_that_has_not_changed_is_not_listed(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) names = STRBUF_INIT;
	uint64_t known;

	put_two(f);
	let_it_settle();
	known = state_of_notes(f);
	if (!known)
		skip();
	scan_knowing_b(f, known, &names);
	assert_string_equal(names.buf, "b.md ");
}

static void a_folder_that_has_changed_is_listed(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) names = STRBUF_INIT;
	uint64_t known;

	put_two(f);
	let_it_settle();
	known = state_of_notes(f);
	put(f, "notes/c.md", "Three.\n");
	let_it_settle();
	scan_knowing_b(f, known, &names);
	assert_string_equal(names.buf, "a.md b.md c.md ");
}

static void nothing_is_known_of_what_may_change_unseen(void **state)
{
	struct fixture *f = *state;

	put_two(f);
	assert_int_equal(state_of_notes(f), 0);
	put(f, "notes/more/image.png", "no document\n");
	let_it_settle();
	assert_int_equal(state_of_notes(f), 0);
}

/* Enough of them that it is worth a transaction. */
static void names_are_seen_to_change_once_all_has_settled(void **state)
{
	struct fixture *f = *state;
	AUTO(strbuf) path = STRBUF_INIT;

	for (int year = 2010; year < 2020; year++) {
		strbuf_reset(&path);
		strbuf_addf(&path, "log/%d/%d-05-01.md", year, year);
		put(f, path.buf, "Read about quokkas.\n");
	}
	refresh(f);
	let_it_settle();
	refresh(f);
	refresh(f);
	assert_int_equal(f->report.read, 0);
	assert_int_equal(search(f, "quokkas"), 10);
	put(f, "log/2012/2012-05-02.md", "More about quokkas.\n");
	take_away(f, "log/2013/2013-05-01.md");
	put(f, "log/2014/2014-05-01.md", "Read of wombats now.\n");
	put(f, "log/2015/05/2015-05-03.md", "And of quokkas again.\n");
	let_it_settle();
	refresh(f);
	assert_int_equal(f->report.read, 3);
	assert_int_equal(f->report.removed, 1);
	assert_int_equal(search(f, "quokkas"), 10);
	assert_int_equal(search(f, "wombats"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_folder_that_has_not_changed_is_not_listed),
		TEST(a_folder_that_has_changed_is_listed),
		TEST(nothing_is_known_of_what_may_change_unseen),
		TEST(names_are_seen_to_change_once_all_has_settled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
