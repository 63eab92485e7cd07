/* SPDX-License-Identifier: MIT */
/* A batch becomes a commit. */
#include "core/store/git_store.h"

#define MOVE_TRIES 100
#define WHY "commit (hecto)"
#define EDITS_MESSAGE "Save edits made by hand"

/* One attempt: from the tip as it is now to our commit on top of it. */
struct plan {
	struct intent intent;
	git_tree *tree;			/* of the tip, then with what is added */
	git_oid tip;			/* the newest commit so far */
	git_signature *author, *committer;
	const char *message;
};

static void plan_release(struct plan *p)
{
	git_tree_free(p->tree);
	git_signature_free(p->author);
	git_signature_free(p->committer);
}

int git_sign(struct git_store *s, const struct store_author *author,
	     git_time_t earliest, git_signature **out, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const char *name = NULL, *email = NULL;
	git_time_t when = author->when.seconds;
	int rc;

	if ((!author->name || !author->email) &&
	    git_store_identity(&s->base, &mem, &name, &email, err))
		return -1;
	name = author->name ? author->name : name ? name : "hecto";
	email = author->email ? author->email
		: email	      ? email
			      : "hecto@localhost";
	rc = git_signature_new(out, name, email,
			       when < earliest ? earliest : when,
			       author->when.offset);
	if (rc < 0)
		return git_fail(err, rc,
				"cannot sign as '%s <%s>'; set user.name and "
				"user.email with git config",
				name, email);
	return 0;
}

/* git shows commits by time: none is before its parent, or before 1970. */
static int plan_sign(struct git_store *s, struct plan *p,
		     const struct store_author *author, struct error *err)
{
	GIT_AUTO(git_commit) parent = NULL;
	git_time_t earliest = 0;

	if (!git_oid_is_zero(&p->tip) &&
	    !git_commit_lookup(&parent, s->repo, &p->tip) &&
	    git_commit_time(parent) > 0)
		earliest = git_commit_time(parent);
	if (git_sign(s, author, 0, &p->author, err) ||
	    git_sign(s, author, earliest, &p->committer, err))
		return -1;
	if (git_repository_set_ident(s->repo, p->author->name,
				     p->author->email))
		return git_fail(err, -1, "cannot sign");
	return 0;
}

/* The files of one commit: the edits by hand, or what was asked for. */
static size_t collect(struct git_batch *b, bool edits,
		      git_tree_update *updates)
{
	size_t n = 0;

	for (size_t i = 0; i < b->count; i++) {
		struct change *c = &b->changes[i];
		bool was_edited = !git_oid_is_zero(&c->edited);
		const git_oid *now = was_edited ? &c->edited : &c->before;

		if (edits && !was_edited)
			continue;
		if (!edits && git_oid_equal(now, &c->blob))
			continue;
		updates[n++] = (git_tree_update){
			.action = edits || c->bytes ? GIT_TREE_UPDATE_UPSERT
						    : GIT_TREE_UPDATE_REMOVE,
			.id = edits ? c->edited : c->blob,
			.filemode = c->mode,
			.path = c->path,
		};
		c->commits = true;
	}
	return n;
}

static void add_blobs(struct git_batch *b)
{
	for (size_t i = 0; i < b->count; i++) {
		struct change *c = &b->changes[i];

		if (c->bytes && !git_oid_equal(&c->before, &c->blob))
			objects_add(b->store, &c->blob,
				    (struct str){ c->bytes, c->len });
	}
}

static int make_tree(struct git_store *s, struct plan *p,
		     const git_tree_update *updates, size_t count,
		     struct error *err)
{
	git_tree *next = NULL;
	git_oid id;
	int rc = git_tree_create_updated(&id, s->repo, p->tree, count, updates);

	if (!rc)
		rc = git_tree_lookup(&next, s->repo, &id);
	if (rc < 0)
		return git_fail(err, rc, "cannot make the new folders");
	git_tree_free(p->tree);
	p->tree = next;
	return 0;
}

static int add_commit(struct git_store *s, struct plan *p, const char *message,
		      struct error *err)
{
	GIT_AUTO(git_commit) parent = NULL;
	const git_commit *parents[1];
	int rc = 0;

	if (!git_oid_is_zero(&p->tip))
		rc = git_commit_lookup(&parent, s->repo, &p->tip);
	parents[0] = parent;
	if (!rc)
		rc = git_commit_create(&p->tip, s->repo, NULL, p->author,
				       p->committer, NULL, message, p->tree,
				       parent ? 1 : 0, parents);
	return rc < 0 ? git_fail(err, rc, "cannot make the commit") : 0;
}

static void edits_message(struct git_batch *b, struct strbuf *out)
{
	strbuf_addstr(out, EDITS_MESSAGE "\n\n");
	for (size_t i = 0; i < b->count; i++)
		if (!git_oid_is_zero(&b->changes[i].edited))
			strbuf_addf(out, "%s\n", b->changes[i].path);
}

static int add_commits(struct git_batch *b, struct plan *p,
		       git_tree_update *updates, struct error *err)
{
	AUTO(strbuf) message = STRBUF_INIT;
	size_t n = collect(b, true, updates);

	if (n) {
		edits_message(b, &message);
		if (make_tree(b->store, p, updates, n, err) ||
		    add_commit(b->store, p, message.buf, err))
			return -1;
	}
	n = collect(b, false, updates);
	if (!n)
		return 0;
	strbuf_reset(&message);
	strbuf_addstr(&message, p->message);
	if (!str_ends(strbuf_slice(&message), "\n"))
		strbuf_addch(&message, '\n');
	add_blobs(b);
	return make_tree(b->store, p, updates, n, err) ||
			       add_commit(b->store, p, message.buf, err)
		       ? -1
		       : 0;
}

static int plan_make(struct git_batch *b, struct plan *p,
		     const struct store_author *author, struct error *err)
{
	struct git_store *s = b->store;
	git_tree_update *updates;
	int rc;

	objects_clear(s->objects);
	for (size_t i = 0; i < b->count; i++)
		b->changes[i].commits = false;
	if (branch_tip(s, &p->tip, err) ||
	    tip_tree(s, &p->tip, &p->tree, err) ||
	    edits_find(b, p->tree, err) || plan_sign(s, p, author, err))
		return -1;
	p->intent.old = p->tip;
	updates = xcalloc(b->count + 1, sizeof(*updates));
	rc = add_commits(b, p, updates, err);
	free(updates);
	p->intent.new = p->tip;
	p->intent.given = !git_oid_equal(&p->intent.old, &p->intent.new);
	p->intent.locks = true;
	snprintf(p->intent.branch, sizeof(p->intent.branch), "%s", s->branch);
	return rc;
}

/*
 * 0: done, or nothing to do; 1: another commit came first, make a new plan.
 * After a failure the intent stays: the next run looks after what is left.
 */
static int plan_carry_out(struct git_store *s, struct plan *p,
			  struct error *err)
{
	int rc;

	if (!p->intent.given)
		return 0;
	if (intent_write(s, &p->intent, err) || objects_flush(s, err))
		return -1;
	rc = branch_move(s, &p->intent.old, &p->intent.new, WHY, err);
	if (!rc)
		reflog_add(s, &p->intent.old, &p->intent.new, p->committer,
			   WHY);
	return rc;
}

static void finish(struct git_batch *b, struct plan *p)
{
	struct unfinished *files = xcalloc(b->count + 1, sizeof(*files));

	for (size_t i = 0; i < b->count; i++) {
		const struct change *c = &b->changes[i];

		files[i] = (struct unfinished){
			.path = c->path,
			.before = c->before,
			.edited = c->edited,
			.blob = c->blob,
			.mode = c->mode,
			.bytes = { c->bytes, c->len },
			.stage = c->commits,
		};
		if (!git_oid_is_zero(&c->edited))
			note_saved_first(b->store, c->path);
	}
	store_finish(b->store, &p->intent, files, b->count);
	free(files);
}

static int commit_planned(struct git_batch *b, const char *message,
			  const struct store_author *author,
			  struct store_report *report, struct error *err)
{
	int rc = 1;

	for (int i = 0; i < MOVE_TRIES && rc == 1; i++) {
		__attribute__((cleanup(plan_release))) struct plan plan = {
			.message = message
		};

		rc = plan_make(b, &plan, author, err);
		if (!rc)
			rc = plan_carry_out(b->store, &plan, err);
		if (rc)
			continue;
		finish(b, &plan);
		report->changed = plan.intent.given;
		git_oid_tostr(report->commit, sizeof(report->commit),
			      &plan.tip);
	}
	if (rc == 1)
		return error_set(err, ERROR_CONFLICT,
				 "other commits keep coming to '%s'; try again "
				 "when they have ended",
				 b->store->branch);
	return rc;
}

int git_batch_commit(struct store_batch *base, const char *message,
		     const struct store_author *author,
		     struct store_report *report, struct error *err)
{
	struct git_batch *b = (struct git_batch *)base;
	struct git_store *s = b->store;
	int rc;

	memset(report, 0, sizeof(*report));
	batch_arrange(b);
	rc = stage_check(s, err);
	if (!rc)
		rc = commit_planned(b, message, author, report, err);
	notes_tell(s, report);
	git_batch_abandon(base);
	return rc;
}
