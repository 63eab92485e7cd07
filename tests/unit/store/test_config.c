/* SPDX-License-Identifier: MIT */
/* Files in git-config syntax: read, and edited with comments kept. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/unit/store/repository.h"

static const char settings[] =
	"# how I keep my journal\n"
	"[journal]\n"
	"\trollover = 03:00\n"
	"\n"
	"[topic \"DynamoDB\"]\n"
	"\talias = ddb ; as we say at work\n"
	"\talias = dynamo\n";

static int add_line(void *arg, const char *key, const char *value,
		    struct error *err UNUSED)
{
	strbuf_addf(arg, "%s=%s\n", key, value ? value : "(none)");
	return 0;
}

static void every_key_is_read_in_order(void **state UNUSED)
{
	AUTO(strbuf) seen = STRBUF_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(store_config_each(str_of(settings), add_line, &seen,
					   &err), 0);
	assert_string_equal(seen.buf, "journal.rollover=03:00\n"
				      "topic.DynamoDB.alias=ddb\n"
				      "topic.DynamoDB.alias=dynamo\n");
}

static void a_mistake_is_named_with_its_line(void **state UNUSED)
{
	AUTO(strbuf) seen = STRBUF_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(store_config_each(STR("[a]\n\tb = 1\n\tc = \"\\q\"\n"),
					   add_line, &seen, &err), -1);
	assert_non_null(strstr(err.text, "line 3"));
	assert_null(strstr(err.text, "/"));
}

static void other_files_are_not_included(void **state UNUSED)
{
	static const char *const texts[] = {
		"[include]\n\tpath = /etc/hosts\n",
		"[a] [include]\n\tpath = /etc/hosts\n",
		"\t[ INCLUDE ]\n\tpath = /etc/hosts\n",
		"[includeIf \"gitdir:/\"]\n\tpath = /etc/hosts\n",
	};

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		AUTO(strbuf) seen = STRBUF_INIT;
		struct error err = ERROR_INIT;

		assert_int_equal(store_config_each(str_of(texts[i]), add_line,
						   &seen, &err), -1);
		assert_non_null(strstr(err.text, "line 1"));
	}
}

static void check_edit(struct repository *r, const char *key, const char *value,
		       bool add, const char *expected)
{
	AUTO(strbuf) out = STRBUF_INIT;

	assert_int_equal(repository_open(r), 0);
	if (store_config_edit(&out, r->store, str_of(settings), key, value, add,
			      &r->err))
		fail_msg("%s", r->err.text);
	assert_string_equal(out.buf, expected);
}

static void an_edit_keeps_comments_and_order(void **state)
{
	check_edit(*state, "journal.rollover", "04:30", false,
		   "# how I keep my journal\n"
		   "[journal]\n"
		   "\trollover = 04:30\n"
		   "\n"
		   "[topic \"DynamoDB\"]\n"
		   "\talias = ddb ; as we say at work\n"
		   "\talias = dynamo\n");
}

static void a_further_value_is_added(void **state)
{
	check_edit(*state, "topic.DynamoDB.alias", "table store", true,
		   "# how I keep my journal\n"
		   "[journal]\n"
		   "\trollover = 03:00\n"
		   "\n"
		   "[topic \"DynamoDB\"]\n"
		   "\talias = ddb ; as we say at work\n"
		   "\talias = dynamo\n"
		   "\talias = table store\n");
}

static void a_key_is_removed_with_all_its_values(void **state)
{
	check_edit(*state, "topic.DynamoDB.alias", NULL, false,
		   "# how I keep my journal\n"
		   "[journal]\n"
		   "\trollover = 03:00\n"
		   "\n");
}

static void only_a_section_that_was_emptied_goes_with_its_key(void **state)
{
	struct repository *r = *state;
	static const struct {
		const char *before, *after;
	} cases[] = {
		{ "[a]\n\tb = 1\n[c]\n[d]\n\te = 2\n",
		  "[c]\n[d]\n\te = 2\n" },
		{ "[a]\n\t# mine\n\tb = 1\n", "[a]\n\t# mine\n" },
		{ "[a]\n\tb = 1\n\tc = 2\n", "[a]\n\tc = 2\n" },
		{ "[x]\n\ty = one \\\n[a]\n[a]\n\tb = 1\n",
		  "[x]\n\ty = one \\\n[a]\n" },
		{ "[a]\n\tb = 1\n[a]\n\tb = 2\n[t \"]\"]\n\tb = 1\n",
		  "[t \"]\"]\n\tb = 1\n" },
	};

	assert_int_equal(repository_open(r), 0);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		AUTO(strbuf) out = STRBUF_INIT;

		if (store_config_edit(&out, r->store, str_of(cases[i].before),
				      "a.b", NULL, false, &r->err))
			fail_msg("%s", r->err.text);
		assert_string_equal(out.buf, cases[i].after);
	}
}

static void removing_what_is_not_there_changes_nothing(void **state)
{
	check_edit(*state, "journal.nothing", NULL, false, settings);
}

static void a_name_without_a_section_is_refused(void **state)
{
	struct repository *r = *state;
	AUTO(strbuf) out = STRBUF_INIT;

	assert_int_equal(repository_open(r), 0);
	assert_int_equal(store_config_edit(&out, r->store, STR(""), "rollover",
					   "1", false, &r->err), -1);
	assert_non_null(strstr(r->err.text, "section.name"));
	assert_string_equal(out.buf, "");
}

static void the_user_is_who_git_says(void **state)
{
	struct repository *r = *state;
	AUTO(arena) mem = ARENA_INIT;
	const char *name, *email;

	assert_int_equal(repository_git(r, "config user.name 'Local Person'"),
			 0);
	assert_int_equal(repository_open(r), 0);
	assert_int_equal(store_identity(r->store, &mem, &name, &email, &r->err),
			 0);
	assert_string_equal(name, "Local Person");
	assert_string_equal(email, "test@example.org");
}

static void without_an_identity_hecto_signs(void **state)
{
	struct repository *r = *state;

	assert_int_equal(repository_shell(r, "rm $HOME/.gitconfig"), 0);
	repository_put(r, "a.md", "x");
	assert_int_equal(repository_git(r, "log -1 --format='%an <%ae>' | "
					   "grep -qx "
					   "'hecto <hecto@localhost>'"), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		repository_test(every_key_is_read_in_order),
		repository_test(a_mistake_is_named_with_its_line),
		repository_test(other_files_are_not_included),
		repository_test(an_edit_keeps_comments_and_order),
		repository_test(a_further_value_is_added),
		repository_test(a_key_is_removed_with_all_its_values),
		repository_test(only_a_section_that_was_emptied_goes_with_its_key),
		repository_test(removing_what_is_not_there_changes_nothing),
		repository_test(a_name_without_a_section_is_refused),
		repository_test(the_user_is_who_git_says),
		repository_test(without_an_identity_hecto_signs),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
