/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_CREDENTIAL_H
#define CORE_BASE_CREDENTIAL_H

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"

/*
 * A name and a password for a web address, from git's own helpers
 * (gitcredentials(7)): a keyring, a file, or a question on the terminal.  They
 * go through pipes to and from the program git, are in no argument list and no
 * environment, and are wiped when they are released.
 */
struct credential {
	struct strbuf user, password;
};

#define CREDENTIAL_INIT { STRBUF_INIT, STRBUF_INIT }

/* ERROR_AUTH where no helper has one and nobody could be asked. */
int credential_fill(struct credential *out, const char *url,
		    struct error *err) MUST_CHECK;

/* The server has taken it, or has refused it: helpers keep it, or forget it.
 * That they do not is no failure. */
void credential_approve(const struct credential *c, const char *url);
void credential_reject(const struct credential *c, const char *url);

void credential_release(struct credential *c);

#endif
