/* SPDX-License-Identifier: MIT */
/* Names and passwords from git's helpers (core/base/credential.h). */
#include "core/net/login.h"

#include "core/base/credential.h"

void login_release(struct login *l)
{
	strbuf_wipe(&l->user);
	strbuf_wipe(&l->password);
	strbuf_wipe(&l->token);
}

bool login_ask_git(struct login *l, const char *url)
{
	AUTO(credential) c = CREDENTIAL_INIT;
	struct error none = ERROR_INIT;

	if (credential_fill(&c, url, &none) || !c.user.len)
		return false;
	strbuf_reset(&l->user);
	strbuf_addslice(&l->user, strbuf_slice(&c.user));
	strbuf_reset(&l->password);
	strbuf_addslice(&l->password, strbuf_slice(&c.password));
	return true;
}

void login_tell_git(const struct login *l, const char *url, bool good)
{
	AUTO(credential) c = CREDENTIAL_INIT;

	strbuf_addslice(&c.user, strbuf_slice(&l->user));
	strbuf_addslice(&c.password, strbuf_slice(&l->password));
	if (good)
		credential_approve(&c, url);
	else
		credential_reject(&c, url);
}
