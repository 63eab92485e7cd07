/* SPDX-License-Identifier: MIT */
/* A site that several processes draw: the same files, and what if one dies. */
#include "tests/unit/exporters/site_fixture.h"

#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "core/base/strset.h"

#define ENTRIES 300

/* Files by name; those that a process was handed over, in the order of that. */
struct shelf {
	struct export_out out;	/* first */
	struct strset places;	/* path -> index into files */
	struct strbuf files[2 * ENTRIES];
	const char *paths[2 * ENTRIES];
	size_t count;
	pid_t parent;
	bool children_die, fork_is_full;
};

static int put_file(struct export_out *out, const char *path, struct str bytes,
		    struct error *err)
{
	struct shelf *shelf = (struct shelf *)(void *)out;

	if (shelf->children_die && getpid() != shelf->parent)
		raise(SIGKILL);
	if (shelf->fork_is_full && getpid() != shelf->parent)
		return error_set(err, ERROR_IO, "the disk is full");
	assert_true(shelf->count < ARRAY_SIZE(shelf->files));
	assert_true(strset_add(&shelf->places, str_of(path), shelf->count,
			       &shelf->paths[shelf->count]));
	shelf->files[shelf->count] = (struct strbuf)STRBUF_INIT;
	strbuf_addslice(&shelf->files[shelf->count++], bytes);
	return 0;
}

static void shelf_clear(struct shelf *shelf)
{
	for (size_t i = 0; i < shelf->count; i++)
		strbuf_release(&shelf->files[i]);
	strset_release(&shelf->places);
	shelf->count = 0;
}

static void begin(struct export_out *out)
{
	shelf_clear((struct shelf *)(void *)out);
}

static void tell(struct export_out *out, struct strbuf *report)
{
	const struct shelf *shelf = (const struct shelf *)(const void *)out;

	for (size_t i = 0; i < shelf->count; i++) {
		strbuf_addf(report, "%s\n%zu\n", shelf->paths[i],
			    shelf->files[i].len);
		strbuf_addslice(report, strbuf_slice(&shelf->files[i]));
	}
}

static int hear(struct export_out *out, struct str report, struct error *err)
{
	while (report.len) {
		AUTO(strbuf) path = STRBUF_INIT;
		unsigned len;

		strbuf_addslice(&path, str_next_line(&report));
		assert_int_equal(str_to_uint(str_next_line(&report), 1u << 30,
					     &len), 0);
		assert_int_equal(put_file(out, path.buf, str_upto(report, len),
					  err), 0);
		report = str_from(report, len);
	}
	return 0;
}

static struct shelf *shelf_new(void)
{
	struct shelf *shelf = xcalloc(1, sizeof(*shelf));

	shelf->out = (struct export_out){
		.file = put_file,
		.begin = begin,
		.tell = tell,
		.hear = hear,
		.is_new = true,
	};
	shelf->parent = getpid();
	return shelf;
}

static void shelf_free(struct shelf *shelf)
{
	shelf_clear(shelf);
	free(shelf);
}

/* --- a journal of many entries --- */

struct journal {
	struct snapshot_source source;	/* first */
	struct arena mem;
	struct settings settings;
	struct entry entries[ENTRIES];
	struct snapshot_file files[ENTRIES];
	struct strbuf texts[ENTRIES];
	struct snapshot s;
};

static int give_entry(struct snapshot_source *from, size_t document,
		      struct strbuf *out, struct error *err)
{
	const struct journal *j = (const struct journal *)(const void *)from;

	(void)err;
	strbuf_addslice(out, strbuf_slice(&j->texts[document]));
	return 0;
}

static int give_no_passages(struct snapshot_source *from,
			    struct snapshot_part *parts, size_t count,
			    struct arena *mem, struct error *err)
{
	(void)from, (void)parts, (void)count, (void)mem, (void)err;
	return 0;
}

static bool rest(struct snapshot_source *from)
{
	(void)from;
	return true;
}

static void write_entry(struct journal *j, size_t i)
{
	int day = day_parse_iso(STR("2025-01-01")) + (int)i;
	const char *path = arena_printf(&j->mem, "log/2025/%s.md",
					day_format(day).s);
	struct error err = ERROR_INIT;

	j->texts[i] = (struct strbuf)STRBUF_INIT;
	strbuf_addf(&j->texts[i], "**Today's Progress:** Number %zu, word%zu.\n"
		    "\n**Thoughts:** See [[%s]], and *think* %zu times.\n", i,
		    i % 7, day_format(day - 1).s, i);
	assert_int_equal(entry_parse(&j->entries[i], path,
				     strbuf_slice(&j->texts[i]), &j->mem, &err),
			 0);
	j->entries[i].body = STR_NONE;
	j->files[i] = (struct snapshot_file){ path, i + 1, false };
}

static int set_up(void **state)
{
	struct journal *j = xcalloc(1, sizeof(*j));
	struct error err = ERROR_INIT;

	assert_int_equal(settings_read(&j->settings, NULL, 0, &j->mem, &err),
			 0);
	j->settings.title = "A log";
	for (size_t i = 0; i < ENTRIES; i++)
		write_entry(j, i);
	j->source = (struct snapshot_source){ give_entry, give_no_passages,
					      hear_warning, rest, NULL,
					      NULL, NULL };
	j->s = (struct snapshot){
		.settings = &j->settings,
		.entries = j->entries,
		.nentries = ENTRIES,
		.files = j->files,
		.source = &j->source,
		.today = day_parse_iso(STR("2026-05-09")),
	};
	*state = j;
	return 0;
}

static int tear_down(void **state)
{
	struct journal *j = *state;

	for (size_t i = 0; i < ENTRIES; i++)
		strbuf_release(&j->texts[i]);
	arena_release(&j->mem);
	free(j);
	return 0;
}

static int draw(const struct journal *j, struct shelf *shelf, unsigned workers,
		struct error *err)
{
	const struct export_options options = { .workers = workers };

	return exporter_by_name("site")->run(&j->s, &options, &shelf->out, err);
}

/* --- tests --- */

static void assert_same_files(const struct shelf *a, const struct shelf *b)
{
	assert_int_equal(b->count, a->count);
	for (size_t i = 0; i < a->count; i++) {
		size_t at;

		assert_true(strset_get(&b->places, str_of(a->paths[i]), &at));
		assert_string_equal(b->files[at].buf, a->files[i].buf);
	}
}

static void any_number_of_processes_makes_the_same_files(void **state)
{
	struct shelf *alone = shelf_new();
	struct error err = ERROR_INIT;

	assert_int_equal(draw(*state, alone, 1, &err), 0);
	assert_true(alone->count > ENTRIES);
	for (unsigned workers = 2; workers <= 4; workers++) {
		struct shelf *shared = shelf_new();

		assert_int_equal(draw(*state, shared, workers, &err), 0);
		assert_same_files(alone, shared);
		shelf_free(shared);
	}
	shelf_free(alone);
}

/* What is laid aside on a disk without room is made again. */
static void a_full_disk_makes_the_same_files(void **state)
{
	struct shelf *roomy = shelf_new(), *full = shelf_new();
	struct rlimit all, few;
	struct error err = ERROR_INIT;

	assert_int_equal(draw(*state, roomy, 3, &err), 0);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &all), 0);
	few = (struct rlimit){ 1024, all.rlim_max };
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &few), 0);
	assert_int_equal(draw(*state, full, 3, &err), 0);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &all), 0);
	assert_same_files(roomy, full);
	shelf_free(full);
	shelf_free(roomy);
}

static void a_process_that_dies_is_an_error(void **state)
{
	struct shelf *shelf = shelf_new();
	struct error err = ERROR_INIT;

	shelf->children_die = true;
	assert_int_equal(draw(*state, shelf, 3, &err), -1);
	assert_int_equal(err.kind, ERROR_IO);
	assert_non_null(strstr(err.text, "has died"));
	shelf_free(shelf);
}

static void what_fails_in_a_process_is_told(void **state)
{
	struct shelf *shelf = shelf_new();
	struct error err = ERROR_INIT;

	shelf->fork_is_full = true;
	assert_int_equal(draw(*state, shelf, 3, &err), -1);
	assert_non_null(strstr(err.text, "the disk is full"));
	shelf_free(shelf);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_number_of_processes_makes_the_same_files),
		cmocka_unit_test(a_full_disk_makes_the_same_files),
		cmocka_unit_test(a_process_that_dies_is_an_error),
		cmocka_unit_test(what_fails_in_a_process_is_told),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
