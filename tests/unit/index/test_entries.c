/* SPDX-License-Identifier: MIT */
/* Entries, days, tags, notes and the pairs of settings. */
#include "tests/unit/index/fixture.h"

static struct index_entry *entries(struct fixture *f,
				   const struct index_filter *filter,
				   size_t *count)
{
	struct index_entry *out;

	if (index_entries(f->ix, filter, &f->mem, &out, count, &f->err))
		fail_msg("%s", f->err.text);
	return out;
}

static const struct index_filter all = { .since = DAY_NONE, .until = DAY_NONE };

static void an_entry_comes_back_as_its_file_says(void **state)
{
	struct fixture *f = *state;
	struct index_entry e;

	put_journal(f);
	refresh(f);
	assert_int_equal(index_entry(f->ix, "2022-07-04", &f->mem, &e, &f->err),
			 0);
	assert_string_equal(e.path, "log/2022/2022-07-04.md");
	assert_string_equal(e.title, "R1D0: July 4, 2022");
	assert_string_equal(e.summary, "Began with queues and streams.");
	assert_false(e.empty);
	assert_int_equal(e.entry.ndays, 1);
	assert_int_equal(entry_day(&e.entry), day_parse_iso(STR("2022-07-04")));
	assert_int_equal(entry_number(&e.entry), 0);
	assert_int_equal(e.entry.round, 1);
	assert_int_equal(e.entry.minutes, 60);
	assert_int_equal(e.entry.ntags, 2);
	assert_string_equal(e.entry.tags[1], "python");
	assert_true(e.ntopics >= 2);
}

static void an_entry_that_is_not_there_is_not_found(void **state)
{
	struct fixture *f = *state;
	struct index_entry e;

	put_journal(f);
	refresh(f);
	assert_int_equal(index_entry(f->ix, "messaging", &f->mem, &e, &f->err),
			 -1);
	assert_int_equal(f->err.kind, ERROR_NOT_FOUND);
}

/* Beside those of the journal: two more of a day, and one of none. */
static void put_others(struct fixture *f)
{
	put_journal(f);
	put(f, "log/2022/2022-07-05-10.md", "---\ndate: 2022-07-05\n---\nx\n");
	put(f, "log/2022/2022-07-05-2.md", "---\ndate: 2022-07-05\n---\nx\n");
	put(f, "log/undated/R1D10.md", "x\n");
}

static void entries_are_oldest_first_and_undated_last(void **state)
{
	static const char *const ids[] = { "2022-07-04",   "2022-07-05",
					   "2022-07-05-2", "2022-07-05-10",
					   "R1D9",	   "R1D10" };
	struct fixture *f = *state;
	struct index_entry *e;
	size_t count;

	put_others(f);
	put(f, "log/undated/R1D9.md", "x\n");
	refresh(f);
	e = entries(f, &all, &count);
	assert_int_equal(count, ARRAY_SIZE(ids));
	for (size_t i = 0; i < count; i++)
		assert_string_equal(e[i].entry.id, ids[i]);
}

/* Which stand last in the table, and not in the order of their days. */
static void heads_are_in_the_order_of_entries_after_changes(void **state)
{
	struct fixture *f = *state;
	struct index_heads heads;
	struct index_entry *e;
	size_t count;

	put_others(f);
	refresh(f);
	put(f, "log/undated/R1D9.md", "x\n");
	put(f, "log/2022/2022-07-05-2.md", "---\ndate: 2022-07-05\n---\nyy\n");
	put(f, "log/2021/2021-01-05.md", "---\ndate: 2021-01-05\n---\nx\n");
	refresh(f);
	e = entries(f, &all, &count);
	assert_int_equal(index_heads(f->ix, &f->mem, &heads, &f->err), 0);
	assert_int_equal(heads.count, count);
	for (size_t i = 0; i < count; i++) {
		assert_string_equal(heads.frames[i].id, e[i].entry.id);
		assert_string_equal(heads.items[i].path, e[i].path);
	}
	index_heads_release(&heads);
}

static void filters_choose_entries(void **state)
{
	struct fixture *f = *state;
	struct index_filter filter = all;
	size_t count;

	put_journal(f);
	put(f, "log/undated/R2D001.md", "---\nround: 2\n---\nx\n");
	refresh(f);
	filter.tag = "python";
	entries(f, &filter, &count);
	assert_int_equal(count, 1);
	filter = all;
	filter.topic = "sqs";
	entries(f, &filter, &count);
	assert_int_equal(count, 1);
	filter = all;
	filter.since = day_parse_iso(STR("2022-07-05"));
	entries(f, &filter, &count);
	assert_int_equal(count, 1);
	filter = all;
	filter.undated = true;
	entries(f, &filter, &count);
	assert_int_equal(count, 1);
	filter = all;
	filter.round = 1;
	entries(f, &filter, &count);
	assert_int_equal(count, 2);
}

static struct studied_day *days(struct fixture *f, int rollover, int minutes,
				size_t *count)
{
	struct studied_day *out;

	if (index_days(f->ix, rollover, minutes, &f->mem, &out, count, &f->err))
		fail_msg("%s", f->err.text);
	return out;
}

static void days_add_up_their_entries(void **state)
{
	struct fixture *f = *state;
	struct studied_day *d;
	size_t count;

	put(f, "log/2022/2022-07-04.md",
	    "---\ndate: 2022-07-04\nminutes: 30\n---\nx\n");
	put(f, "log/2022/2022-07-04-2.md",
	    "---\ndate: 2022-07-04\nminutes: 20\n---\ny\n");
	put(f, "log/2022/2022-07-05.md",
	    "---\ndate: 2022-07-05\nminutes: 10\n---\nz\n");
	put(f, "log/2022/2022-07-06.md", "---\ndate: 2022-07-06\n---\nz\n");
	put(f, "log/2022/2022-07-07.md", "---\ndate: 2022-07-07\n---\n\n");
	refresh(f);
	d = days(f, 0, 0, &count);
	assert_int_equal(count, 3);
	assert_int_equal(d[0].minutes, 50);
	d = days(f, 0, 45, &count);
	assert_int_equal(count, 2);
	assert_int_equal(d[1].day, day_parse_iso(STR("2022-07-06")));
}

static void a_day_is_late_by_the_roll_over(void **state)
{
	struct fixture *f = *state;
	struct studied_day *d;
	size_t count;

	put(f, "log/2022/2022-07-04.md",
	    "---\ndate: 2022-07-04\nwritten: 2022-07-05T01:30:00+02:00\n---\n"
	    "x\n");
	refresh(f);
	d = days(f, 240, 0, &count);
	assert_int_equal(count, 1);
	assert_false(d[0].late);
	d = days(f, 0, 0, &count);
	assert_true(d[0].late);
}

static void notes_and_plans_are_listed_by_path(void **state)
{
	struct fixture *f = *state;
	struct index_note *notes;
	size_t count;

	put_journal(f);
	refresh(f);
	assert_int_equal(index_notes(f->ix, &f->mem, &notes, &count, &f->err),
			 0);
	assert_int_equal(count, 2);
	assert_string_equal(notes[0].path, "notes/messaging.md");
	assert_string_equal(notes[0].title, "Messaging");
	assert_int_equal(notes[0].kind, DOCUMENT_NOTE);
	assert_int_equal(notes[1].kind, DOCUMENT_PLAN);
}

static void tags_say_how_many_entries_have_them(void **state)
{
	struct fixture *f = *state;
	struct index_tag *tags;
	size_t count;

	put_journal(f);
	refresh(f);
	assert_int_equal(index_tags(f->ix, &f->mem, &tags, &count, &f->err), 0);
	assert_int_equal(count, 2);
	assert_string_equal(tags[0].name, "aws");
	assert_int_equal(tags[0].entries, 2);
	assert_string_equal(tags[1].name, "python");
	assert_int_equal(tags[1].entries, 1);
}

static void pairs_are_kept_for_one_state_of_their_file(void **state)
{
	static const struct config_pair pairs[] = {
		{ "journal.title", "A log" },
		{ "a.b", "" },
		{ "a.c", NULL },
	};
	struct index_file_state then = { 10, 20, 30, 40 }, now = then;
	struct fixture *f = *state;
	struct config_pair *out;
	size_t count;

	refresh(f);
	assert_false(
		index_get_pairs(f->ix, "config", &then, &f->mem, &out, &count));
	assert_int_equal(
		index_put_pairs(f->ix, "config", &then, pairs, 3, &f->err), 0);
	assert_true(
		index_get_pairs(f->ix, "config", &then, &f->mem, &out, &count));
	assert_int_equal(count, 3);
	assert_string_equal(out[0].value, "A log");
	assert_string_equal(out[1].value, "");
	assert_null(out[2].value);
	now.ctime_ns++;
	assert_false(
		index_get_pairs(f->ix, "config", &now, &f->mem, &out, &count));
	assert_false(
		index_get_pairs(f->ix, "topics", &then, &f->mem, &out, &count));
}

static void the_last_entries_are_the_end_of_the_list(void **state)
{
	struct fixture *f = *state;
	const struct index_filter last = { .since = DAY_NONE,
					   .until = DAY_NONE,
					   .last = 1 };
	struct index_filter some = last;
	struct index_entry *found;
	size_t count;

	put_journal(f);
	refresh(f);
	found = entries(f, &last, &count);
	assert_int_equal(count, 1);
	assert_string_equal(found[0].entry.id, "2022-07-05");
	some.last = 9;
	some.tag = "python";
	found = entries(f, &some, &count);
	assert_int_equal(count, 1);
	assert_string_equal(found[0].entry.id, "2022-07-04");
}

static void marks_are_those_of_entries_with_content(void **state)
{
	struct fixture *f = *state;
	struct challenge_mark *marks;
	size_t count;

	put(f, "log/undated/R2D3.md", "---\nday: 3\nround: 2\n---\nA.\n");
	put(f, "log/2022/2022-07-06.md",
	    "---\ndate: [2022-07-06, 2022-07-07]\nday: [5, 6]\n---\nB.\n");
	put(f, "log/2022/2022-07-08.md", "---\ndate: 2022-07-08\n---\n");
	refresh(f);
	assert_int_equal(
		index_marks(f->ix, &f->mem, &marks, &count, &f->err), 0);
	assert_int_equal(count, 3);
	assert_int_equal(marks[0].day, day_parse_iso(STR("2022-07-06")));
	assert_int_equal(marks[0].number, 5);
	assert_int_equal(marks[1].day, day_parse_iso(STR("2022-07-07")));
	assert_int_equal(marks[1].number, 6);
	assert_int_equal(marks[2].day, DAY_NONE);
	assert_int_equal(marks[2].number, 3);
	assert_int_equal(marks[2].round, 2);
}

static void a_summary_is_of_the_entry(void **state)
{
	struct fixture *f = *state;
	struct index_summary *found;
	size_t count;

	put(f, "log/2022/2022-07-06.md",
	    "---\ndate: [2022-07-06, 2022-07-07]\nday: [5, 6]\nminutes: 90\n"
	    "---\nRead on.\n");
	put(f, "log/2022/2022-07-05.md", "---\ndate: 2022-07-05\n---\n");
	refresh(f);
	if (index_summaries(f->ix, &all, &f->mem, &found, &count, &f->err))
		fail_msg("%s", f->err.text);
	assert_int_equal(count, 2);
	assert_string_equal(found[0].id, "2022-07-05");
	assert_int_equal(found[0].nnumbers, 0);
	assert_true(found[0].empty);
	assert_string_equal(found[1].id, "2022-07-06");
	assert_int_equal(found[1].nnumbers, 2);
	assert_int_equal(found[1].number, 5);
	assert_int_equal(found[1].last_number, 6);
	assert_int_equal(found[1].minutes, 90);
	assert_string_equal(found[1].summary, "Read on.");
	assert_false(found[1].empty);
}

static size_t count_marks(struct fixture *f)
{
	struct challenge_mark *marks;
	size_t count;

	if (index_marks(f->ix, &f->mem, &marks, &count, &f->err))
		fail_msg("%s", f->err.text);
	return count;
}

static void marks_and_days_go_with_their_entry(void **state)
{
	struct fixture *f = *state;
	struct studied_day *d;
	size_t count;

	put(f, "log/1969/1969-12-31.md", "---\ndate: 1969-12-31\n---\nA.\n");
	put(f, "log/2022/2022-07-06.md", "---\ndate: 2022-07-06\n---\nB.\n");
	put(f, "log/undated/R2D3.md", "---\nday: 3\nround: 2\n---\nC.\n");
	refresh(f);
	assert_int_equal(count_marks(f), 3);
	take_away(f, "log/undated/R2D3.md");
	take_away(f, "log/1969/1969-12-31.md");
	refresh(f);
	assert_int_equal(count_marks(f), 1);
	d = days(f, 0, 0, &count);
	assert_int_equal(count, 1);
	assert_int_equal(d[0].day, day_parse_iso(STR("2022-07-06")));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_entry_comes_back_as_its_file_says),
		TEST(an_entry_that_is_not_there_is_not_found),
		TEST(entries_are_oldest_first_and_undated_last),
		TEST(heads_are_in_the_order_of_entries_after_changes),
		TEST(the_last_entries_are_the_end_of_the_list),
		TEST(marks_are_those_of_entries_with_content),
		TEST(marks_and_days_go_with_their_entry),
		TEST(a_summary_is_of_the_entry),
		TEST(filters_choose_entries),
		TEST(days_add_up_their_entries),
		TEST(a_day_is_late_by_the_roll_over),
		TEST(notes_and_plans_are_listed_by_path),
		TEST(tags_say_how_many_entries_have_them),
		TEST(pairs_are_kept_for_one_state_of_their_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
