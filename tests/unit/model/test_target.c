/* SPDX-License-Identifier: MIT */
/* Where a site is published to. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "core/model/settings.h"

static void a_password_in_an_address_is_found(void **state UNUSED)
{
	static const struct {
		const char *url;
		bool has;
	} cases[] = {
		{ "https://example.org/", false },
		{ "https://example.org:8443/a:b@c", false },
		{ "https://me@example.org/", false },
		{ "https://me@example.org:8443/", false },
		{ "https://me:secret@example.org/", true },
		{ "https://me:@example.org", true },
		{ "https://me:a@b@example.org/", true },
		{ "sftp://me:secret@[::1]:22/srv", true },
		{ "sftp://[::1]:22/srv", false },
		{ "me:secret@example.org/x", true },
		{ "git@example.org:me/log.git", false },
		{ "origin", false },
	};

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (target_url_has_password(str_of(cases[i].url)) !=
		    cases[i].has)
			fail_msg("'%s'", cases[i].url);
}

static void a_name_can_name_a_folder(void **state UNUSED)
{
	static const char *const good[] = { "blog", "a", "my.site-2", "0_0" };
	static const char *const bad[] = {
		"", ".git", "-f", "a/b", "a b", "..", "\xc3\xa9",
		"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
	};

	for (size_t i = 0; i < ARRAY_SIZE(good); i++)
		assert_true(target_name_is_good(str_of(good[i])));
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		if (target_name_is_good(str_of(bad[i])))
			fail_msg("'%s'", bad[i]);
}

static void kinds_have_names_that_are_read_back(void **state UNUSED)
{
	for (enum target_kind k = 0; k < TARGET_KIND_COUNT; k++)
		assert_int_equal(target_kind_by_name(
					 str_of(target_kind_name(k))), k);
	assert_int_equal(target_kind_by_name(STR("ftp")), TARGET_KIND_COUNT);
	assert_int_equal(target_kind_by_name(STR("")), TARGET_KIND_COUNT);
}

static void settings_have_targets_in_the_order_of_the_file(void **state UNUSED)
{
	static const struct config_pair pairs[] = {
		{ "target.blog.type", "sftp" },
		{ "target.cdn.bucket", "my-log" },
		{ "target.blog.url", "sftp://me@example.org/srv/www" },
		{ "target.cdn.type", "s3" },
		{ "target.cdn.path", "/log/2022/" },
		{ "target.my.site.type", "dir" },
		{ "publish.target", "cdn" },
	};
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct settings s;

	assert_int_equal(settings_read(&s, pairs, ARRAY_SIZE(pairs), &mem,
				       &err), 0);
	assert_int_equal(s.ntargets, 3);
	assert_string_equal(s.publish_target, "cdn");
	assert_string_equal(s.targets[0].name, "blog");
	assert_int_equal(s.targets[0].kind, TARGET_SFTP);
	assert_string_equal(s.targets[1].bucket, "my-log");
	assert_string_equal(s.targets[1].path, "log/2022");
	assert_string_equal(s.targets[2].name, "my.site");
	assert_int_equal(target_check(&s.targets[0], &err), 0);
	assert_int_equal(target_check(&s.targets[1], &err), 0);
	assert_int_equal(target_check(&s.targets[2], &err), -1);
}

static void values_that_could_mean_another_place_are_refused(void **s UNUSED)
{
	static const struct config_pair bad[] = {
		{ "target.a.type", "ftp" },
		{ "target.a.url", "example.org" },
		{ "target.a.url", "https://me:secret@example.org/" },
		{ "target.a.remote", "https://me:secret@example.org/" },
		{ "target.a.endpoint", "https://me:secret@example.org/" },
		{ "target.a.endpoint", "s3.example.org" },
		{ "target.a.path", "../up" },
		{ "target.a.path", "" },
		{ "target.a.bucket", "a/b" },
		{ "target.a.bucket", "ab" },
		{ "target.a.bucket", "evil.example.org/x?" },
		{ "target.a.region", "eu@example.org" },
		{ "target.a b.type", "dir" },
		{ "target.type", "dir" },
		{ "target..type", "dir" },
		{ "target.a.password", "secret" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct error err = ERROR_INIT;

		if (!settings_check(bad[i].key, bad[i].value, &err))
			fail_msg("%s = %s", bad[i].key, bad[i].value);
		if (strstr(err.text, "me:secret"))
			fail_msg("shown: %s", err.text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_password_in_an_address_is_found),
		cmocka_unit_test(a_name_can_name_a_folder),
		cmocka_unit_test(kinds_have_names_that_are_read_back),
		cmocka_unit_test(
			settings_have_targets_in_the_order_of_the_file),
		cmocka_unit_test(
			values_that_could_mean_another_place_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
