/* SPDX-License-Identifier: MIT */
/* The facts of a journal come back in the next run, however many they are. */
#include "tests/unit/exporters/site_fixture.h"

#include "exporters/site/facts.h"

#define MOST 400

/* A journal of entries that are all links, so that their facts are long. */
struct linked {
	struct snapshot_source source;	/* first */
	struct arena mem;
	struct settings settings;
	struct entry entries[MOST];
	struct snapshot_file files[MOST];
	size_t nlinks;		/* of an entry */
	struct snapshot s;
};

static int write_links(struct snapshot_source *from, size_t document,
		       struct strbuf *out, struct error *err)
{
	const struct linked *j = (const struct linked *)(const void *)from;

	(void)err;
	for (size_t i = 0; i < j->nlinks; i++)
		strbuf_addf(out, "[[%0200zu of %zu]]\n", i, document);
	return 0;
}

static struct linked *linked_new(size_t count, size_t nlinks)
{
	struct linked *j = xcalloc(1, sizeof(*j));
	struct error err = ERROR_INIT;

	assert_int_equal(settings_read(&j->settings, NULL, 0, &j->mem, &err),
			 0);
	j->nlinks = nlinks;
	for (size_t i = 0; i < count; i++) {
		const char *path = arena_printf(&j->mem, "log/%zu.md", i);

		assert_int_equal(entry_parse(&j->entries[i], path, STR("x\n"),
					     &j->mem, &err), 0);
		j->entries[i].body = STR_NONE;
		j->files[i] = (struct snapshot_file){ path, i + 1, false };
	}
	j->source.text = write_links;
	j->source.warn = hear_warning;
	j->source.rest = stay_in_one_process;
	j->s = (struct snapshot){
		.settings = &j->settings,
		.entries = j->entries,
		.nentries = count,
		.files = j->files,
		.source = &j->source,
	};
	return j;
}

static void linked_free(struct linked *j)
{
	arena_release(&j->mem);
	free(j);
}

/* What a run keeps, put together as its file has it. */
static void keep(struct site_facts_list *l, struct strbuf *kept)
{
	struct export_memory memory = { .after = STRBUF_INIT,
					.rest_after = STRBUF_INIT };

	site_facts_keep(&memory, l, 7);
	if (!memory.is_added)
		strbuf_reset(kept);
	strbuf_addslice(kept, strbuf_slice(&memory.after));
	strbuf_addslice(kept, memory.between);
	strbuf_addslice(kept, strbuf_slice(&memory.rest_after));
	strbuf_release(&memory.after);
	strbuf_release(&memory.rest_after);
}

/* Run once with what is kept so far; returns how many entries were read. */
static size_t run(struct linked *j, struct strbuf *kept)
{
	AUTO(strbuf) before = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct site_facts_list *l;
	size_t learned;

	strbuf_addslice(&before, strbuf_slice(kept));
	l = site_facts_recall(strbuf_slice(&before), NULL);
	assert_int_equal(site_facts_find(l, &j->s, 1, &err), 0);
	learned = l->learned;
	keep(l, kept);
	site_facts_list_free(l);
	return learned;
}

static void assert_comes_back(size_t count, size_t nlinks, size_t least)
{
	struct linked *j = linked_new(count, nlinks);
	AUTO(strbuf) kept = STRBUF_INIT;

	assert_int_equal(run(j, &kept), count);
	assert_true(kept.len >= least);
	assert_int_equal(run(j, &kept), 0);
	linked_free(j);
}

static void few_facts_come_back(void **state UNUSED)
{
	assert_comes_back(3, 2, 100);
}

/* More of them than are summed at a time. */
static void facts_held_in_memory_come_back(void **state UNUSED)
{
	assert_comes_back(100, 270, (size_t)5 << 20);
}

static void facts_laid_aside_come_back(void **state UNUSED)
{
	assert_comes_back(MOST, 70, (size_t)5 << 20);
}

/* Where most of what was kept is of no use any more, the rest is kept anew. */
static void facts_that_are_kept_again_come_back(void **state UNUSED)
{
	struct linked *j = linked_new(MOST, 95);
	AUTO(strbuf) kept = STRBUF_INIT;

	assert_int_equal(run(j, &kept), MOST);
	j->s.nentries = MOST * 3 / 4;
	j->files[0].sum = MOST + 1;
	assert_int_equal(run(j, &kept), 1);
	assert_true(kept.len >= (size_t)5 << 20);
	assert_int_equal(run(j, &kept), 0);
	linked_free(j);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(few_facts_come_back),
		cmocka_unit_test(facts_held_in_memory_come_back),
		cmocka_unit_test(facts_laid_aside_come_back),
		cmocka_unit_test(facts_that_are_kept_again_come_back),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
