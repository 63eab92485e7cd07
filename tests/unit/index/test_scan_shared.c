/* SPDX-License-Identifier: MIT */
/* A scan of so many files that several threads ask for their states. */
#include "tests/unit/index/fixture.h"

#include <time.h>

#include "core/index/scan.h"

#define NOTES 900
#define ENTRIES 365

static void let_it_settle(void)
{
	const struct timespec some = { .tv_nsec = 60 * 1000 * 1000 };

	nanosleep(&some, NULL);
}

static void put_many(struct fixture *f)
{
	AUTO(strbuf) path = STRBUF_INIT;

	for (int i = 0; i < NOTES + ENTRIES; i++) {
		strbuf_reset(&path);
		if (i < NOTES)
			strbuf_addf(&path, "notes/n%04d.md", i);
		else
			strbuf_addf(&path, "log/2020/more-%03d.md", i - NOTES);
		put(f, path.buf, "A line about quokkas.\n");
	}
}

/* What a scan has found, as it is recorded. */
struct record {
	struct known_folder items[4];
	struct strbuf listings[4];
	size_t count;
};

static void record(struct record *r, const struct scan *s)
{
	assert_true(s->count <= ARRAY_SIZE(r->items));
	*r = (struct record){ .count = s->count };
	for (size_t i = 0; i < s->count; i++) {
		const struct seen_folder *folder = &s->folders[i];

		r->listings[i] = (struct strbuf)STRBUF_INIT;
		for (size_t k = 0; k < folder->count; k++)
			listing_add(&r->listings[i], &folder->files[k]);
		r->items[i] = (struct known_folder){
			.path = folder->path,
			.listing = strbuf_slice(&r->listings[i]),
			.state = folder->state,
		};
	}
}

static struct known_folders known(const struct record *r)
{
	return (struct known_folders){ r->items, r->count };
}

/* By this thread and its helpers, or begun by another one. */
static void scan(struct fixture *f, const struct record *r, bool aside,
		 struct scan *out)
{
	struct beneath tree;
	int rc;

	assert_int_equal(beneath_open(&tree, f->root, &f->err), 0);
	rc = aside ? scan_end(scan_begin(&tree, known(r), NULL), out, &f->err)
		   : scan_tree(out, &tree, known(r), NULL, &f->err);
	assert_int_equal(rc, 0);
	beneath_release(&tree);
}

/* The first scan, whose folders the record points into. */
static void scan_first(struct fixture *f, struct scan *first, struct record *r)
{
	const struct record none = { .count = 0 };

	let_it_settle();
	scan(f, &none, false, first);
	record(r, first);
	if (!r->items[0].state)
		skip();
}

static void release(struct scan *first, struct record *r)
{
	for (size_t i = 0; i < r->count; i++)
		strbuf_release(&r->listings[i]);
	scan_release(first);
}

/* Which files of a folder differ from the first scan: "name ". */
static void add_odd(struct strbuf *out, const struct scan *now,
		    const struct scan *first)
{
	for (size_t i = 0; i < now->count; i++)
		for (size_t k = 0; now->folders[i].files &&
				   k < now->folders[i].count; k++)
			if (now->folders[i].files[k].state !=
			    first->folders[i].files[k].state)
				strbuf_addf(out, "%s ",
					    now->folders[i].files[k].name);
}

static void what_is_as_on_record_has_no_files_of_its_own(void **state)
{
	struct fixture *f = *state;
	struct scan first = SCAN_INIT;
	struct record r;

	put_many(f);
	scan_first(f, &first, &r);
	for (int aside = 0; aside < 2; aside++) {
		struct scan s = SCAN_INIT;

		scan(f, &r, aside, &s);
		assert_int_equal(s.count, 2);
		assert_int_equal(s.files, NOTES + ENTRIES);
		assert_null(s.folders[0].files);
		assert_null(s.folders[1].files);
		assert_false(s.unsure);
		scan_release(&s);
	}
	release(&first, &r);
}

static void files_that_changed_in_place_are_found(void **state)
{
	struct fixture *f = *state;
	struct scan first = SCAN_INIT;
	struct record r;

	put_many(f);
	scan_first(f, &first, &r);
	put(f, "notes/n0000.md", "Wombats.\n");
	put(f, "notes/n0511.md", "Wombats.\n");
	put(f, "notes/n0899.md", "Wombats.\n");
	for (int aside = 0; aside < 2; aside++) {
		struct scan s = SCAN_INIT;
		AUTO(strbuf) odd = STRBUF_INIT;

		scan(f, &r, aside, &s);
		add_odd(&odd, &s, &first);
		assert_string_equal(odd.buf, "n0000.md n0511.md n0899.md ");
		assert_null(s.folders[0].files);
		assert_int_equal(s.folders[1].count, NOTES);
		scan_release(&s);
	}
	release(&first, &r);
}

static void a_folder_as_on_record_can_be_filled(void **state)
{
	struct fixture *f = *state;
	struct scan first = SCAN_INIT, s = SCAN_INIT;
	struct record r;

	put_many(f);
	scan_first(f, &first, &r);
	scan(f, &r, true, &s);
	seen_folder_fill(&s.folders[1]);
	for (size_t i = 0; i < NOTES; i++) {
		assert_string_equal(s.folders[1].files[i].name,
				    first.folders[1].files[i].name);
		assert_true(s.folders[1].files[i].state ==
			    first.folders[1].files[i].state);
	}
	scan_release(&s);
	release(&first, &r);
}

/* A record with a digest says that the times alone do not tell. */
static void what_was_racy_is_not_as_on_record(void **state)
{
	struct fixture *f = *state;
	struct scan first = SCAN_INIT, s = SCAN_INIT;
	struct record r;

	put_many(f);
	scan_first(f, &first, &r);
	release(&(struct scan)SCAN_INIT, &r);
	first.folders[0].files[7].digest = 77;
	record(&r, &first);
	scan(f, &r, true, &s);
	assert_non_null(s.folders[0].files);
	assert_true(s.folders[0].files[7].state ==
		    first.folders[0].files[7].state);
	assert_null(s.folders[1].files);
	scan_release(&s);
	release(&first, &r);
}

/* A change by way of that name would not be heard of. */
static void a_file_with_another_name_is_unsure_each_time(void **state)
{
	struct fixture *f = *state;
	struct scan first = SCAN_INIT, s = SCAN_INIT;
	AUTO(strbuf) from = STRBUF_INIT;
	AUTO(strbuf) to = STRBUF_INIT;
	struct record r;

	put_many(f);
	fixture_path(f, "notes/n0600.md", &from);
	fixture_path(f, "elsewhere", &to);
	assert_int_equal(link(from.buf, to.buf), 0);
	scan_first(f, &first, &r);
	scan(f, &r, true, &s);
	assert_null(s.folders[1].files);
	assert_true(s.unsure);
	scan_release(&s);
	release(&first, &r);
}

static void a_change_among_many_is_in_the_index(void **state)
{
	struct fixture *f = *state;

	put_many(f);
	refresh(f);
	let_it_settle();
	refresh(f);
	assert_int_equal(search(f, "quokkas"), NOTES + ENTRIES);
	put(f, "notes/n0700.md", "Wombats.\n");
	take_away(f, "log/2020/more-100.md");
	refresh(f);
	assert_int_equal(f->report.read, 1);
	assert_int_equal(f->report.removed, 1);
	assert_int_equal(search(f, "quokkas"), NOTES + ENTRIES - 2);
	assert_int_equal(search(f, "wombats"), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_as_on_record_has_no_files_of_its_own),
		TEST(files_that_changed_in_place_are_found),
		TEST(a_folder_as_on_record_can_be_filled),
		TEST(what_was_racy_is_not_as_on_record),
		TEST(a_file_with_another_name_is_unsure_each_time),
		TEST(a_change_among_many_is_in_the_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
