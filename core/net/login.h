/* SPDX-License-Identifier: MIT */
#ifndef CORE_NET_LOGIN_H
#define CORE_NET_LOGIN_H

#include <stdbool.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"

/* What lets us in.  It is wiped when it is released, and never shown. */
struct login {
	struct strbuf user, password;	/* of S3: the id and the secret of a key */
	struct strbuf token;		/* of S3, of a session; or empty */
};

#define LOGIN_INIT { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT }

void login_release(struct login *l);

/* What the environment says of it; NULL where it says nothing. */
struct login_environment {
	const char *home;		/* HOME */
	const char *netrc;		/* NETRC */
	const char *certificates;	/* SSL_CERT_FILE: of authorities that
					   are trusted, not the system's */
	const char *ssh_agent;		/* SSH_AUTH_SOCK */
	const char *aws_id, *aws_secret, *aws_token;	/* AWS_ACCESS_KEY_ID,
			AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN */
	const char *aws_profile;	/* AWS_PROFILE */
	const char *aws_file;		/* AWS_SHARED_CREDENTIALS_FILE */
};

/*
 * From the environment, else from a profile of ~/.aws/credentials.  A profile
 * that is given is meant, whatever key is in the environment.
 */
int login_find_aws(struct login *l, const struct login_environment *env,
		   const char *profile, struct error *err) MUST_CHECK;

/*
 * git-credential(1): ask git's helpers for the name and the password of an
 * address, and tell them whether those were right.  False: git is not there,
 * or has none.
 */
bool login_ask_git(struct login *l, const char *url);
void login_tell_git(const struct login *l, const char *url, bool good);

#endif
