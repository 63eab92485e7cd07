/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TARGET_H
#define CORE_MODEL_TARGET_H

#include <stdbool.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"

/*
 * Where a site is published to: [target "NAME"] of .hecto/config.  Which of
 * the members a kind needs and which it has no use for, target_check() knows;
 * what is not set is NULL.  There is never a password in it.
 */
enum target_kind {
	TARGET_DIR,		/* a folder of this machine */
	TARGET_GIT,		/* a branch, pushed to a remote */
	TARGET_SFTP,
	TARGET_WEBDAV,
	TARGET_S3,
	TARGET_KIND_COUNT,	/* also: it is not said */
};

struct target {
	const char *name;
	enum target_kind kind;
	const char *dir;	/* where the site is drawn; of TARGET_DIR, the
				   site.  Relative to the journal */
	const char *url;	/* sftp://…, https://… of WebDAV */
	const char *remote;	/* of git: a remote's name, or its address */
	const char *branch;	/* of git */
	const char *path;	/* a folder within the branch or the bucket */
	const char *bucket, *region, *endpoint;		/* of S3 */
	const char *profile;	/* of ~/.aws/credentials */
};

/* Of git, where nothing else is said. */
#define TARGET_REMOTE "origin"
#define TARGET_BRANCH "gh-pages"

#define TARGET_NAME_MOST 40	/* bytes */

/* "sftp"; and back, TARGET_KIND_COUNT where there is none of that name. */
const char *target_kind_name(enum target_kind kind);
enum target_kind target_kind_by_name(struct str name);

/*
 * A name is letters, digits, '-', '_' and '.', begins with a letter or a
 * digit, and is not too long: it names a folder as well.
 */
bool target_name_is_good(struct str name);

/* Does an address hold a password, which has no place in a configuration? */
bool target_url_has_password(struct str url);

/* Has it all that its kind needs, and is its address of that kind? */
int target_check(const struct target *t, struct error *err) MUST_CHECK;

#endif
