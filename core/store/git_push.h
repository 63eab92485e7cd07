/* SPDX-License-Identifier: MIT */
#ifndef CORE_STORE_GIT_PUSH_H
#define CORE_STORE_GIT_PUSH_H

#include "core/base/credential.h"
#include "core/store/git_store.h"
#include "core/store/site.h"

/* What is between git_push.c and git_push_auth.c. */
struct push {
	const struct site_push *rules;
	const char *address;
	struct strbuf shown;		/* the address, for messages */
	struct credential credential;	/* of https */
	bool asked;			/* for that credential */
	unsigned keys;			/* that were tried, by ssh */
	struct strbuf refused;		/* why the server did not take it */
	struct strbuf distrust;		/* why we do not talk to it */
};

#define PUSH_INIT(r)                                                       \
	{                                                                  \
		.rules = (r), .shown = STRBUF_INIT,                        \
		.credential = CREDENTIAL_INIT, .refused = STRBUF_INIT,     \
		.distrust = STRBUF_INIT                                    \
	}

void push_release(struct push *p);

/* git_push_auth.c: callbacks of libgit2, with the push as payload. */
int push_credentials(git_credential **out, const char *url, const char *user,
		     unsigned allowed, void *arg);
int push_certificate(git_cert *certificate, int valid, const char *host,
		     void *arg);

/* Load the certificates by which servers are believed, where TLS is spoken. */
int push_trust(const struct push *p, struct error *err) MUST_CHECK;

/* What went wrong with the connection; returns -1. */
int push_fail(struct push *p, int code, struct error *err);

/* The credential was good. */
void push_approve(const struct push *p);

#endif
