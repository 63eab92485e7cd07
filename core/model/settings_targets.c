/* SPDX-License-Identifier: MIT */
/* The targets of publishing among a journal's settings. */
#include "core/model/settings_reader.h"

#include <string.h>

#include "core/base/path.h"

/* A file with more than this is no configuration of publishing. */
#define MAX_TARGETS 100

static int read_text(const char **into, struct reader *r, struct str value,
		     const char *wanted, struct error *err)
{
	if (!value.len)
		return setting_refuse(value, wanted, err);
	*into = arena_strndup(r->mem, value.s, value.len);
	return 0;
}

static int read_type(struct reader *r UNUSED, struct target *t,
		     struct str value, struct error *err)
{
	enum target_kind kind = target_kind_by_name(value);

	if (kind == TARGET_KIND_COUNT)
		return setting_refuse(value, "dir, git, sftp, webdav or s3",
				      err);
	t->kind = kind;
	return 0;
}

static int read_dir(struct reader *r, struct target *t, struct str value,
		    struct error *err)
{
	return read_text(&t->dir, r, value, "a folder", err);
}

static int read_url(struct reader *r, struct target *t, struct str value,
		    struct error *err)
{
	if (target_url_has_password(value))
		return setting_refuse_password(err);
	if (str_find_str(value, STR("://")) == value.len)
		return setting_refuse(value, "an address such as "
				      "'sftp://me@example.org/srv/www'", err);
	return read_text(&t->url, r, value, "an address", err);
}

static int read_endpoint(struct reader *r, struct target *t, struct str value,
			 struct error *err)
{
	if (target_url_has_password(value))
		return setting_refuse_password(err);
	if (!str_starts(value, "https://") && !str_starts(value, "http://"))
		return setting_refuse(value, "an address that begins with "
				      "'https://'", err);
	return read_text(&t->endpoint, r, value, "an address", err);
}

static int read_remote(struct reader *r, struct target *t, struct str value,
		       struct error *err)
{
	if (target_url_has_password(value))
		return setting_refuse_password(err);
	return read_text(&t->remote, r, value, "a remote or its address", err);
}

static int read_branch(struct reader *r, struct target *t, struct str value,
		       struct error *err)
{
	return read_text(&t->branch, r, value, "a branch", err);
}

static int read_path(struct reader *r, struct target *t, struct str value,
		     struct error *err)
{
	while (str_starts(value, "/"))
		value = str_from(value, 1);
	while (str_ends(value, "/"))
		value.len--;
	if (!path_is_safe(value))
		return setting_refuse(value, "a folder such as 'docs'", err);
	return read_text(&t->path, r, value, "a folder", err);
}

/* Names of hosts and of buckets: nothing that could end a part of an address. */
static bool is_host_name(struct str value)
{
	for (size_t i = 0; i < value.len; i++)
		if (!strchr("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVW"
			    "XYZ0123456789.-_", value.s[i]))
			return false;
	return value.len && value.len <= 63;
}

static int read_bucket(struct reader *r, struct target *t, struct str value,
		       struct error *err)
{
	if (!is_host_name(value) || value.len < 3)
		return setting_refuse(value, "the name of a bucket", err);
	return read_text(&t->bucket, r, value, "a bucket", err);
}

static int read_region(struct reader *r, struct target *t, struct str value,
		       struct error *err)
{
	if (!is_host_name(value))
		return setting_refuse(value, "a region such as 'eu-central-1'",
				      err);
	return read_text(&t->region, r, value, "a region", err);
}

static int read_profile(struct reader *r, struct target *t, struct str value,
			struct error *err)
{
	return read_text(&t->profile, r, value, "a profile", err);
}

static const struct {
	const char *name;
	int (*read)(struct reader *r, struct target *t, struct str value,
		    struct error *err);
} target_keys[] = {
	{ "type", read_type },
	{ "dir", read_dir },
	{ "url", read_url },
	{ "remote", read_remote },
	{ "branch", read_branch },
	{ "path", read_path },
	{ "bucket", read_bucket },
	{ "region", read_region },
	{ "endpoint", read_endpoint },
	{ "profile", read_profile },
};

static struct target *target_named(struct reader *r, struct str name,
				   struct error *err)
{
	size_t count = r->out->ntargets;

	for (size_t i = count; i-- > 0;)
		if (str_is(name, r->targets[i].name))
			return &r->targets[i];
	if (!target_name_is_good(name)) {
		setting_refuse(name, "a name for a target; take letters, "
			       "digits, '-', '_' and '.'", err);
		return NULL;
	}
	if (count == MAX_TARGETS) {
		error_set(err, ERROR_INPUT, "there are more than %d targets",
			  MAX_TARGETS);
		return NULL;
	}
	r->targets = setting_grow(r->mem, r->targets, count,
				  sizeof(*r->targets));
	r->targets[count] = (struct target){
		.name = arena_strndup(r->mem, name.s, name.len),
		.kind = TARGET_KIND_COUNT,
	};
	r->out->ntargets++;
	r->out->targets = r->targets;
	return &r->targets[count];
}

/* "target.blog.url"; the name may have dots of its own. */
int setting_read_target(struct reader *r, struct str key, struct str value,
			struct error *err)
{
	struct str rest = str_from(key, strlen("target."));
	size_t dot = rest.len;
	struct target *t;

	while (dot && rest.s[dot - 1] != '.')
		dot--;
	if (dot < 2)
		return setting_refuse_key(key, err);
	for (size_t i = 0; i < ARRAY_SIZE(target_keys); i++) {
		if (!str_is(str_from(rest, dot), target_keys[i].name))
			continue;
		t = target_named(r, str_upto(rest, dot - 1), err);
		return t ? target_keys[i].read(r, t, value, err) : -1;
	}
	return setting_refuse_key(key, err);
}
