/* SPDX-License-Identifier: MIT */
/* Keys of S3: the environment, and the file that Amazon's tools share. */
#include "core/net/login.h"

#include <string.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/path.h"

#define CREDENTIALS_MOST ((size_t)1 << 20)	/* bytes of the file */

static bool find_in_environment(struct login *l,
				const struct login_environment *env)
{
	if (!env->aws_id || !env->aws_secret)
		return false;
	strbuf_addstr(&l->user, env->aws_id);
	strbuf_addstr(&l->password, env->aws_secret);
	if (env->aws_token)
		strbuf_addstr(&l->token, env->aws_token);
	return true;
}

static void set(struct strbuf *out, struct str value)
{
	strbuf_reset(out);
	strbuf_addslice(out, value);
}

static void read_pair(struct login *l, struct str line)
{
	struct str name = str_trim(str_next_field(&line, '='));
	struct str value = str_trim(line);

	if (str_eq_nocase(name, STR("aws_access_key_id")))
		set(&l->user, value);
	else if (str_eq_nocase(name, STR("aws_secret_access_key")))
		set(&l->password, value);
	else if (str_eq_nocase(name, STR("aws_session_token")))
		set(&l->token, value);
}

/* "[default]", also "[profile x]" as the file beside it has them. */
static bool is_section(struct str line, const char *profile)
{
	struct str name = str_trim(str_upto(str_from(line, 1),
					    str_find(line, ']') - 1));

	if (str_starts(name, "profile "))
		name = str_trim(str_from(name, strlen("profile ")));
	return str_is(name, profile);
}

static bool read_profile(struct login *l, struct str text, const char *profile)
{
	bool inside = false, found = false;
	struct str line;

	while ((line = str_next_line(&text)).s) {
		line = str_trim(line);
		if (str_starts(line, "#") || str_starts(line, ";"))
			continue;
		if (str_starts(line, "[") && str_find(line, ']') < line.len) {
			inside = is_section(line, profile);
			found |= inside;
		} else if (inside) {
			read_pair(l, line);
		}
	}
	return found;
}

static void find_file(struct strbuf *out, const struct login_environment *env)
{
	if (env->aws_file) {
		strbuf_addstr(out, env->aws_file);
		return;
	}
	strbuf_addstr(out, env->home ? env->home : "/");
	path_join(out, ".aws/credentials");
}

static int find_in_file(struct login *l, const char *file,
			const char *profile, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	int rc = file_read(&text, file, CREDENTIALS_MOST, err);
	bool found = !rc && read_profile(l, strbuf_slice(&text), profile);

	strbuf_wipe(&text);
	if (rc)
		return -1;
	if (found && l->user.len && l->password.len)
		return 0;
	return error_set(err, ERROR_AUTH, found ?
			 "the profile '%s' in '%s' has no access key" :
			 "there is no profile '%s' in '%s'", profile, file);
}

int login_find_aws(struct login *l, const struct login_environment *env,
		   const char *profile, struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;
	const char *wanted = profile ? profile : env->aws_profile;

	if (!profile && find_in_environment(l, env))
		return 0;
	find_file(&file, env);
	if (access(file.buf, F_OK) && profile)
		return error_set(err, ERROR_AUTH, "there is no file '%s', "
				 "where the profile '%s' should be; write it "
				 "there, or unset the profile and set "
				 "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
				 file.buf, profile);
	if (access(file.buf, F_OK))
		return error_set(err, ERROR_AUTH, "there is no access key: "
				 "set AWS_ACCESS_KEY_ID and "
				 "AWS_SECRET_ACCESS_KEY, or write a profile "
				 "into '%s'", file.buf);
	return find_in_file(l, file.buf, wanted ? wanted : "default", err);
}
