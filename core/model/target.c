/* SPDX-License-Identifier: MIT */
/* Where a site is published to, and what that takes. */
#include "core/model/target.h"

#include <stddef.h>
#include <string.h>

#include "core/base/ascii.h"

/* What a kind needs, and how its address begins. */
static const struct {
	const char *name;
	size_t needs;		/* offset of a member of struct target */
	const char *needed;	/* its name in the configuration */
	const char *schemes[2];
} kinds[TARGET_KIND_COUNT] = {
	[TARGET_DIR] = { "dir", offsetof(struct target, dir), "dir", { NULL } },
	[TARGET_GIT] = { "git", offsetof(struct target, name), "name",
			 { NULL } },
	[TARGET_SFTP] = { "sftp", offsetof(struct target, url), "url",
			  { "sftp://" } },
	[TARGET_WEBDAV] = { "webdav", offsetof(struct target, url), "url",
			    { "https://", "http://" } },
	[TARGET_S3] = { "s3", offsetof(struct target, bucket), "bucket",
			{ NULL } },
};

const char *target_kind_name(enum target_kind kind)
{
	return kinds[kind].name;
}

enum target_kind target_kind_by_name(struct str name)
{
	enum target_kind kind = 0;

	while (kind < TARGET_KIND_COUNT && !str_is(name, kinds[kind].name))
		kind++;
	return kind;
}

bool target_name_is_good(struct str name)
{
	if (!name.len || name.len > TARGET_NAME_MOST ||
	    !ascii_is_alnum(name.s[0]))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (!ascii_is_alnum(name.s[i]) && !strchr("-_.", name.s[i]))
			return false;
	return true;
}

/* "user:secret" of "sftp://user:secret@host/path" */
bool target_url_has_password(struct str url)
{
	size_t scheme = str_find_str(url, STR("://"));
	struct str rest = scheme < url.len ? str_from(url, scheme + 3) : url;
	struct str host = str_upto(rest, str_find(rest, '/'));
	size_t at = host.len;

	while (at && host.s[at - 1] != '@')
		at--;
	return at && str_find(str_upto(host, at - 1), ':') < at - 1;
}

static const char *member_at(const struct target *t, size_t offset)
{
	const char *value;

	memcpy(&value, (const char *)t + offset, sizeof(value));
	return value;
}

static int check_scheme(const struct target *t, struct error *err)
{
	const char *const *schemes = kinds[t->kind].schemes;

	if (!schemes[0])
		return 0;
	for (size_t i = 0; i < 2 && schemes[i]; i++)
		if (str_starts(str_of(t->url), schemes[i]))
			return 0;
	return error_set(err, ERROR_USAGE, "the address of the target '%s' "
			 "begins with '%s'; set target.%s.url", t->name,
			 schemes[0], t->name);
}

int target_check(const struct target *t, struct error *err)
{
	if (t->kind == TARGET_KIND_COUNT)
		return error_set(err, ERROR_USAGE, "it is not said what kind "
				 "of target '%s' is; 'hecto config "
				 "target.%s.type' takes dir, git, sftp, webdav "
				 "or s3", t->name, t->name);
	if (!member_at(t, kinds[t->kind].needs))
		return error_set(err, ERROR_USAGE, "the target '%s' has no "
				 "%s; say it with 'hecto config target.%s.%s "
				 "VALUE'", t->name, kinds[t->kind].needed,
				 t->name, kinds[t->kind].needed);
	return check_scheme(t, err);
}
