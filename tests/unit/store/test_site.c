/* SPDX-License-Identifier: MIT */
/* A site as a commit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "core/store/site.h"
#include "tests/unit/store/repository.h"

static const struct store_author author = {
	"Ada", "ada@example.org", { 1657000000, 0 }
};

static const char *const large[] = { "a.bin", "b.bin", "c.bin" };

static struct site_files all(bool dry_run)
{
	return (struct site_files){
		.name = "pages",
		.folder = "/nonexistent",
		.paths = large,
		.count = ARRAY_SIZE(large),
		.message = "Site\n",
		.author = &author,
		.dry_run = dry_run,
	};
}

/* 9 MiB each, and each another one. */
#define MAKE_LARGE "mkdir site && for f in a b c; do " \
	"{ echo $f; head -c 9437184 /dev/zero; } >site/$f.bin; done"

/* That of b.bin: held with the first, so it is written before the third. */
#define HAS_SECOND "git cat-file -e $(git hash-object site/b.bin)"

struct seen {
	struct repository *r;
	bool had_second;
};

/* Told before the commit is made. */
static void look(void *arg, const char *path UNUSED, bool is_removed UNUSED)
{
	struct seen *seen = arg;

	seen->had_second = !repository_shell(seen->r, HAS_SECOND);
}

static void commit(struct repository *r, bool dry_run, struct seen *seen)
{
	struct site_files files = all(dry_run);
	AUTO(strbuf) folder = STRBUF_INIT;
	struct site_commit made;

	strbuf_addf(&folder, "%s/site", r->root);
	files.folder = folder.buf;
	*seen = (struct seen){ r, false };
	if (repository_open(r) || store_site_commit(r->store, &files, look, seen,
						    &made, &r->err))
		fail_msg("%s", r->err.text);
	assert_int_equal(made.unchanged, 0);
}

static void a_large_site_goes_to_the_disk_bit_by_bit(void **state)
{
	struct repository *r = *state;
	struct seen seen;

	assert_int_equal(repository_shell(r, MAKE_LARGE), 0);
	commit(r, false, &seen);
	assert_true(seen.had_second);
	assert_int_equal(repository_git(r, "fsck --strict"), 0);
	assert_int_equal(repository_shell(r,
		"test $(git ls-tree -r refs/hecto/sites/pages | wc -l) = 3 && "
		"git cat-file blob refs/hecto/sites/pages:c.bin | "
		"cmp - site/c.bin"), 0);
}

static void a_dry_run_writes_nothing_of_it(void **state)
{
	struct repository *r = *state;
	struct seen seen;

	assert_int_equal(repository_shell(r, MAKE_LARGE), 0);
	commit(r, true, &seen);
	assert_false(seen.had_second);
	assert_int_not_equal(repository_shell(r, HAS_SECOND), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		repository_test(a_large_site_goes_to_the_disk_bit_by_bit),
		repository_test(a_dry_run_writes_nothing_of_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
