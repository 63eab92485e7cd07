/* SPDX-License-Identifier: MIT */
/* Documents that people really have, where they are at hand. */
#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/document.h"

static const char *shared(void)
{
	const char *path = getenv("HECTO_SHARED");

	return path ? path : HECTO_SOURCE_DIR "/../shared";
}

/* Every passage lies in its part and in the file, in order. */
static void check_document(const struct document *doc, const char *name)
{
	unsigned line = 0;

	if (doc->complaint)
		fail_msg("%s: %s", name, doc->complaint);
	for (size_t i = 0; i < doc->npassages; i++) {
		const struct passage *p = &doc->passages[i];
		const struct part *part = &doc->parts[p->part];

		assert_true(p->line >= line && p->last_line >= p->line);
		assert_true(i >= part->first_passage &&
			    i < part->first_passage + part->npassages);
		assert_true(p->parent < (int)i);
		line = p->line;
	}
}

static void read_document(struct document *doc, const char *kind,
			  const char *folder, const char *name,
			  struct arena *mem)
{
	struct error err = ERROR_INIT;
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addstr(&path, folder);
	path_join(&path, name);
	if (file_read(&text, path.buf, LIMIT_FILE, &err))
		fail_msg("%s", err.text);
	document_parse(doc, kind, arena_str(mem, strbuf_slice(&text)), mem);
	check_document(doc, name);
}

static size_t check_folder(const char *folder)
{
	DIR *dir = opendir(folder);
	struct dirent *file;
	size_t count = 0;

	if (!dir)
		return 0;
	while ((file = readdir(dir))) {
		AUTO(arena) mem = ARENA_INIT;
		struct document doc;

		if (file->d_name[0] == '.')
			continue;
		read_document(&doc, "notes/x.txt", folder, file->d_name, &mem);
		assert_true(doc.nparts >= 2 && doc.npassages >= 20);
		read_document(&doc, "log/undated/x.md", folder, file->d_name,
			      &mem);
		assert_int_equal(doc.nparts, 1);
		count++;
	}
	closedir(dir);
	return count;
}

static size_t check_seeds(void)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	size_t count;

	strbuf_addstr(&folder, shared());
	path_join(&folder, "seeds");
	count = check_folder(folder.buf);
	if (!count)
		print_message("no documents in '%s': skipped\n", folder.buf);
	return count;
}

static void every_seed_is_read_whole(void **state UNUSED)
{
	if (!check_seeds())
		skip();
}

static size_t count_passages(const struct document *doc, unsigned trait,
			     enum plan_section section)
{
	size_t count = 0;

	for (size_t i = 0; i < doc->npassages; i++)
		count += (doc->passages[i].traits & trait) &&
			 (section == PLAN_NONE ||
			  doc->passages[i].plan == section);
	return count;
}

/* False: the seeds are not here. */
static bool check_items(void)
{
	static const struct {
		unsigned trait;
		enum plan_section section;
		size_t count;
	} expected[] = {
		{ TRAIT_QUESTION, PLAN_NONE, 12 },
		{ TRAIT_LAB, PLAN_NONE, 5 },
		{ TRAIT_TODO, PLAN_NONE, 8 },
		{ TRAIT_COURSE, PLAN_NONE, 2 },
		{ TRAIT_SUBJECT, PLAN_SERVICES, 12 },
		{ TRAIT_SUBJECT, PLAN_CONCEPTS, 1 },
		{ TRAIT_READING, PLAN_NONE, 4 },
		{ TRAIT_HOLE, PLAN_NONE, 0 },
	};
	AUTO(strbuf) folder = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct document doc;

	strbuf_addstr(&folder, shared());
	path_join(&folder, "seeds");
	if (!check_folder(folder.buf))
		return false;
	read_document(&doc, "plans/x.md", folder.buf,
		      "001_813e3d1a4346e6bc.txt", &mem);
	for (size_t i = 0; i < ARRAY_SIZE(expected); i++)
		if (count_passages(&doc, expected[i].trait,
				   expected[i].section) != expected[i].count)
			fail_msg("row %zu: %zu", i,
				 count_passages(&doc, expected[i].trait,
						expected[i].section));
	return true;
}

static void the_items_of_a_real_plan_are_found(void **state UNUSED)
{
	if (!check_items())
		skip();
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_seed_is_read_whole),
		cmocka_unit_test(the_items_of_a_real_plan_are_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
