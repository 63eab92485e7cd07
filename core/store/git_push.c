/* SPDX-License-Identifier: MIT */
/* Pushing the commit of a site to a branch of a remote (site.h). */
#include "core/store/git_push.h"

#include "core/base/address.h"

GIT_RELEASE(git_remote)

#define HEADS "refs/heads/"

static bool is_address(const char *remote)
{
	return strchr(remote, ':') || strchr(remote, '/');
}

static int find_remote(struct git_store *s, const char *remote,
		       git_remote **out, struct error *err)
{
	int rc = git_remote_lookup(out, s->repo, remote);

	if (rc && is_address(remote))
		rc = git_remote_create_anonymous(out, s->repo, remote);
	if (rc == GIT_ENOTFOUND || rc == GIT_EINVALIDSPEC)
		return error_set(err, ERROR_NOT_FOUND, "there is no remote "
				 "'%s'; 'git remote add %s ADDRESS' makes it",
				 remote, remote);
	return rc < 0 ? git_fail(err, rc, "cannot use the remote '%s'", remote)
		      : 0;
}

static const char *push_address(git_remote *remote)
{
	const char *pushes_to = git_remote_pushurl(remote);

	return pushes_to ? pushes_to : git_remote_url(remote);
}

int git_remote_address(struct store *base, const char *remote,
		       struct strbuf *out, struct error *err)
{
	struct git_store *s = (struct git_store *)base;
	GIT_AUTO(git_remote) found = NULL;

	if (find_remote(s, remote, &found, err))
		return -1;
	strbuf_addstr(out, push_address(found));
	return 0;
}

static int on_progress(unsigned done, unsigned all, size_t bytes, void *arg)
{
	const struct push *p = arg;

	if (p->rules->progress)
		p->rules->progress(p->rules->arg, done, all, bytes);
	return 0;
}

/* The server says for each branch whether it took it. */
static int on_update(const char *name UNUSED, const char *status, void *arg)
{
	struct push *p = arg;

	if (status)
		strbuf_addstr(&p->refused, status);
	return 0;
}

static int configure(git_push_options *options, struct push *p,
		     struct error *err)
{
	int rc = git_push_options_init(options, GIT_PUSH_OPTIONS_VERSION);

	if (rc < 0)
		return git_fail(err, rc, "cannot push");
	options->proxy_opts.type = GIT_PROXY_AUTO;
	options->callbacks.credentials = push_credentials;
	options->callbacks.certificate_check = push_certificate;
	options->callbacks.push_transfer_progress = on_progress;
	options->callbacks.push_update_reference = on_update;
	options->callbacks.payload = p;
	return 0;
}

/* Where the branch is on the remote; zero: it is not there. */
static int remote_tip(git_remote *remote, const char *branch, git_oid *out,
		      struct error *err)
{
	AUTO(strbuf) name = STRBUF_INIT;
	const git_remote_head **heads;
	size_t count;
	int rc = git_remote_ls(&heads, &count, remote);

	memset(out, 0, sizeof(*out));
	if (rc < 0)
		return git_fail(err, rc, "cannot list the branches");
	strbuf_addstr(&name, HEADS);
	strbuf_addstr(&name, branch);
	for (size_t i = 0; i < count; i++)
		if (!strcmp(heads[i]->name, name.buf))
			*out = heads[i]->oid;
	return 0;
}

static int check_tip(const struct push *p, const git_oid *tip,
		     struct error *err)
{
	char id[GIT_OID_HEXSZ + 1];

	git_oid_tostr(id, sizeof(id), tip);
	if (git_oid_is_zero(tip) || p->rules->force ||
	    (p->rules->known && !strcmp(id, p->rules->known)))
		return 0;
	return error_set(err, ERROR_CONFLICT, "the branch '%s' of '%s' has "
			 "commits that were not published from here (%.10s); "
			 "--force replaces them", p->rules->branch, p->shown.buf,
			 id);
}

static int check_branch(const struct git_store *s, const struct push *p,
			struct error *err)
{
	AUTO(strbuf) name = STRBUF_INIT;
	int valid = 0;

	strbuf_addstr(&name, HEADS);
	strbuf_addstr(&name, p->rules->branch);
	if (git_reference_name_is_valid(&valid, name.buf) || !valid)
		return error_set(err, ERROR_USAGE, "'%s' is no name for a "
				 "branch", p->rules->branch);
	if (!is_address(p->rules->remote) && !strcmp(name.buf, s->branch))
		return error_set(err, ERROR_USAGE, "'%s' is the branch of the "
				 "journal itself; a site needs one of its own",
				 p->rules->branch);
	return 0;
}

static int upload(git_remote *remote, struct push *p, const char *reference,
		  const git_push_options *options, struct error *err)
{
	AUTO(strbuf) spec = STRBUF_INIT;
	git_strarray specs = { NULL, 1 };
	int rc;

	strbuf_addf(&spec, "+%s:" HEADS "%s", reference, p->rules->branch);
	specs.strings = &spec.buf;
	rc = git_remote_upload(remote, &specs, options);
	if (rc < 0)
		return push_fail(p, rc, err);
	if (p->refused.len)
		return error_set(err, ERROR_CONFLICT, "'%s' does not take the "
				 "branch '%s': %s", p->shown.buf,
				 p->rules->branch, p->refused.buf);
	return 0;
}

static int push(struct git_store *s, git_remote *remote, struct push *p,
		const char *reference, bool *pushed, struct error *err)
{
	git_push_options options;
	git_oid tip, ours;
	int rc = git_reference_name_to_id(&ours, s->repo, reference);

	if (rc < 0)
		return git_fail(err, rc, "there is nothing to push");
	if (configure(&options, p, err))
		return -1;
	rc = git_remote_connect(remote, GIT_DIRECTION_PUSH,
				&options.callbacks, &options.proxy_opts, NULL);
	if (rc < 0)
		return push_fail(p, rc, err);
	if (remote_tip(remote, p->rules->branch, &tip, err) ||
	    check_tip(p, &tip, err))
		return -1;
	*pushed = !git_oid_equal(&tip, &ours);
	if (*pushed && upload(remote, p, reference, &options, err))
		return -1;
	push_approve(p);
	return 0;
}

int git_site_push(struct store *base, const struct site_push *rules,
		  bool *pushed, struct error *err)
{
	struct git_store *s = (struct git_store *)base;
	AUTO(strbuf) reference = STRBUF_INIT;
	GIT_AUTO(git_remote) remote = NULL;
	AUTO(push) p = PUSH_INIT(rules);

	*pushed = false;
	if (find_remote(s, rules->remote, &remote, err) ||
	    site_reference(&reference, rules->name, err))
		return -1;
	p.address = push_address(remote);
	address_add_shown(&p.shown, p.address);
	if (check_branch(s, &p, err) || push_trust(&p, err))
		return -1;
	return push(s, remote, &p, reference.buf, pushed, err);
}
