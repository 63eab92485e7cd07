/* SPDX-License-Identifier: MIT */
/* What lets us in. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "core/base/file.h"
#include "core/net/login.h"

static char file[] = "/tmp/hecto-login-XXXXXX";

static void write_credentials(const char *text)
{
	int fd = open(file, O_WRONLY | O_TRUNC);

	assert_true(fd >= 0);
	assert_int_equal(file_write_fd(fd, str_of(text)), 0);
	close(fd);
}

static void expect_key(const struct login_environment *env,
		       const char *profile, const char *id,
		       const char *secret, const char *token)
{
	AUTO(login) l = LOGIN_INIT;
	struct error err = ERROR_INIT;

	if (login_find_aws(&l, env, profile, &err))
		fail_msg("%s", err.text);
	assert_string_equal(l.user.buf, id);
	assert_string_equal(l.password.buf, secret);
	assert_string_equal(l.token.buf, token);
}

static void expect_none(const struct login_environment *env,
			const char *profile)
{
	AUTO(login) l = LOGIN_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(login_find_aws(&l, env, profile, &err), -1);
	assert_int_equal(err.kind, ERROR_AUTH);
	assert_null(strstr(err.text, "SECRET"));
}

static void a_key_of_the_environment_is_taken(void **state UNUSED)
{
	const struct login_environment env = {
		.aws_id = "ID", .aws_secret = "SECRET", .aws_token = "TOKEN",
	};

	expect_key(&env, NULL, "ID", "SECRET", "TOKEN");
}

static void profiles_are_read_with_what_people_put_around(void **state UNUSED)
{
	const struct login_environment env = { .aws_file = file };

	write_credentials("# mine\n"
			  "[ default ]\n"
			  "aws_access_key_id=A\r\n"
			  "  AWS_SECRET_ACCESS_KEY = SECRET/a+b==  \n"
			  "region = eu-central-1\n"
			  "\n"
			  "[profile work]\n"
			  ";aws_access_key_id = X\n"
			  "aws_access_key_id = B\n"
			  "aws_secret_access_key = SECRET2\n"
			  "aws_session_token = T=\n"
			  "[empty]\n"
			  "[half]\n"
			  "aws_access_key_id = C\n");
	expect_key(&env, NULL, "A", "SECRET/a+b==", "");
	expect_key(&env, "work", "B", "SECRET2", "T=");
	expect_none(&env, "empty");
	expect_none(&env, "half");
	expect_none(&env, "other");
}

static void a_profile_that_is_named_is_meant(void **state UNUSED)
{
	struct login_environment env = {
		.aws_file = file, .aws_id = "ID", .aws_secret = "SECRET",
		.aws_profile = "two",
	};

	write_credentials("[two]\naws_access_key_id = 2\n"
			  "aws_secret_access_key = SECRET2\n"
			  "[three]\naws_access_key_id = 3\n"
			  "aws_secret_access_key = SECRET3\n");
	expect_key(&env, "three", "3", "SECRET3", "");
	expect_key(&env, NULL, "ID", "SECRET", "");
	env.aws_id = NULL;
	expect_key(&env, NULL, "2", "SECRET2", "");
}

static void lines_that_are_no_profile_do_no_harm(void **state UNUSED)
{
	const struct login_environment env = { .aws_file = file };

	write_credentials("[\n]\n[]\n[default\naws_access_key_id\n=\n==\n");
	expect_none(&env, NULL);
	write_credentials("");
	expect_none(&env, NULL);
}

static void without_a_file_it_is_said_where_one_would_be(void **state UNUSED)
{
	const struct login_environment env = { .home = "/nonexistent" };
	AUTO(login) l = LOGIN_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(login_find_aws(&l, &env, NULL, &err), -1);
	assert_non_null(strstr(err.text, "/nonexistent/.aws/credentials"));
	assert_non_null(strstr(err.text, "AWS_ACCESS_KEY_ID"));
}

/* An address with a line end in it could say more than a host to git. */
static void git_is_not_asked_for_what_is_no_address(void **state UNUSED)
{
	AUTO(login) l = LOGIN_INIT;

	assert_false(login_ask_git(&l, "example.org"));
	assert_false(login_ask_git(&l, "https://a\nhost=b/"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_of_the_environment_is_taken),
		cmocka_unit_test(
			profiles_are_read_with_what_people_put_around),
		cmocka_unit_test(a_profile_that_is_named_is_meant),
		cmocka_unit_test(lines_that_are_no_profile_do_no_harm),
		cmocka_unit_test(
			without_a_file_it_is_said_where_one_would_be),
		cmocka_unit_test(git_is_not_asked_for_what_is_no_address),
	};
	int fd = mkstemp(file), failed;

	if (fd < 0)
		return 1;
	close(fd);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	unlink(file);
	return failed;
}
