/* SPDX-License-Identifier: MIT */
/* Who we are to a remote, and whether it is who it says. */
#include "core/store/git_push.h"

#include <unistd.h>

#include "core/base/path.h"
#include "core/base/sha256.h"

/* The kinds of key that libssh2 1.10 can sign with for servers of today; its
 * RSA is SHA-1, which they refuse. */
static const char *const key_names[] = { "id_ed25519", "id_ecdsa" };

/* Before any file: the agent. */
#define AGENT_FIRST 1

void push_release(struct push *p)
{
	credential_release(&p->credential);
	strbuf_release(&p->shown);
	strbuf_release(&p->refused);
	strbuf_release(&p->distrust);
}

static int key_file(git_credential **out, const char *user, const char *home,
		    const char *name)
{
	AUTO(strbuf) private = STRBUF_INIT;
	AUTO(strbuf) public = STRBUF_INIT;

	if (!home)
		return GIT_PASSTHROUGH;
	strbuf_addstr(&private, home);
	path_join(&private, ".ssh");
	path_join(&private, name);
	strbuf_addslice(&public, strbuf_slice(&private));
	strbuf_addstr(&public, ".pub");
	if (access(private.buf, R_OK) || access(public.buf, R_OK))
		return GIT_PASSTHROUGH;
	return git_credential_ssh_key_new(out, user, public.buf, private.buf,
					  NULL);
}

/* Asked again after each key that did not do: the agent, then the files. */
static int next_key(git_credential **out, const char *user, struct push *p)
{
	if (!user)
		user = "git";
	while (p->keys < AGENT_FIRST + ARRAY_SIZE(key_names)) {
		unsigned k = p->keys++;
		int rc;

		if (k >= AGENT_FIRST)
			rc = key_file(out, user, p->rules->home,
				      key_names[k - AGENT_FIRST]);
		else if (p->rules->has_agent)
			rc = git_credential_ssh_key_from_agent(out, user);
		else
			rc = GIT_PASSTHROUGH;
		if (rc != GIT_PASSTHROUGH)
			return rc;
	}
	return GIT_EAUTH;
}

/* Asked once: whatever was wrong with it will be wrong again. */
static int password(git_credential **out, const char *url, struct push *p)
{
	struct error ignored = ERROR_INIT;

	if (p->asked) {
		credential_reject(&p->credential, url);
		return GIT_EAUTH;
	}
	p->asked = true;
	if (credential_fill(&p->credential, url, &ignored))
		return GIT_EAUTH;
	return git_credential_userpass_plaintext_new(
		out, p->credential.user.buf, p->credential.password.buf);
}

int push_credentials(git_credential **out, const char *url, const char *user,
		     unsigned allowed, void *arg)
{
	struct push *p = arg;

	if (allowed & GIT_CREDENTIAL_USERNAME)
		return git_credential_username_new(out, user ? user : "git");
	if (allowed & GIT_CREDENTIAL_SSH_KEY)
		return next_key(out, user, p);
	if (allowed & GIT_CREDENTIAL_USERPASS_PLAINTEXT)
		return password(out, url, p);
	return GIT_PASSTHROUGH;
}

void push_approve(const struct push *p)
{
	if (p->asked)
		credential_approve(&p->credential, p->address);
}

static void add_fingerprint(struct strbuf *out, const git_cert_hostkey *key)
{
	static const char digits[] = "0123456789abcdef";
	struct sha256_hex hex = { "" };

	if (!(key->type & GIT_CERT_SSH_SHA256))
		return;
	for (size_t i = 0; i < 64; i++)
		hex.s[i] = digits[key->hash_sha256[i / 2] >>
				  (i % 2 ? 0 : 4) & 15];
	sha256_add_fingerprint(out, &hex);
}

/* libgit2 has looked into ~/.ssh/known_hosts, or at the certificates. */
int push_certificate(git_cert *certificate, int valid, const char *host,
		     void *arg)
{
	struct push *p = arg;

	if (valid)
		return 0;
	if (certificate->cert_type == GIT_CERT_HOSTKEY_LIBSSH2) {
		strbuf_addf(&p->distrust, "the key of host '%s' (", host);
		add_fingerprint(&p->distrust,
				(const git_cert_hostkey *)(void *)certificate);
		strbuf_addf(&p->distrust, ") is not that of "
			    "~/.ssh/known_hosts; if it is the right one, "
			    "'ssh-keyscan %s >>~/.ssh/known_hosts' adds it",
			    host);
	} else {
		strbuf_addf(&p->distrust, "the certificate of '%s' is not "
			    "signed by anybody known here", host);
	}
	return GIT_ECERTIFICATE;
}

static bool is_ssh(const char *address)
{
	struct str s = str_of(address);

	return str_starts(s, "ssh://") ||
	       (str_find_str(s, STR("://")) == s.len &&
		str_find(s, ':') < str_find(s, '/'));
}

int push_fail(struct push *p, int code, struct error *err)
{
	if (p->distrust.len)
		return error_set(err, ERROR_AUTH, "cannot push to '%s': %s",
				 p->shown.buf, p->distrust.buf);
	if (is_ssh(p->address) && (code == GIT_EAUTH || p->keys))
		return error_set(err, ERROR_AUTH, "'%s' takes none of the keys "
				 "of the agent, ~/.ssh/id_ed25519 and "
				 "~/.ssh/id_ecdsa (keys of the kind RSA cannot "
				 "be used here: 'ssh-keygen -t ed25519' makes "
				 "one that can)", p->shown.buf);
	if (code == GIT_EAUTH || p->asked)
		return error_set(err, ERROR_AUTH, "'%s' takes no name and "
				 "password that git has for it; 'git "
				 "credential' and gitcredentials(7) say how to "
				 "set them", p->shown.buf);
	git_fail(err, code, "cannot push to '%s'", p->shown.buf);
	err->kind = ERROR_NETWORK;
	return -1;
}

/* Another spelling of the path than the one that is not read (see
 * git_certificates.c): "/./etc/ssl/…". */
static void add_certificates(struct strbuf *out, const char *file)
{
	if (!file)
		file = GIT_CERTIFICATES;
	if (str_starts(str_of(file), "/"))
		strbuf_addstr(out, "/.");
	strbuf_addstr(out, file);
}

int push_trust(const struct push *p, struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;
	int rc;

	if (!str_starts_nocase(str_of(p->address), "https:"))
		return 0;
	add_certificates(&file, p->rules->certificates);
	rc = git_libgit2_opts(GIT_OPT_SET_SSL_CERT_LOCATIONS, file.buf, NULL);
	return rc < 0 ? git_fail(err, rc, "cannot read the certificates of "
				 "'%s'", file.buf) : 0;
}
