/* SPDX-License-Identifier: MIT */
/* When each file beneath a folder was first and last changed, by its commits. */
#include <stdlib.h>

#include "core/base/clock.h"
#include "core/base/date.h"
#include "core/base/strset.h"
#include "core/store/git_store.h"

/* What is looked at of one history; beyond that, the answer is cut. */
#define HISTORY_COMMITS 100000
#define HISTORY_ENTRIES 50000000
#define HISTORY_PATHS 200000
#define HISTORY_DEPTH 100

/* Who changed a file, and when first; more than these few are not told apart. */
#define AUTHORS_TOLD 6

struct file_history {
	int first_day, last_day;
	size_t last_author;
	size_t nauthors;
	struct {
		size_t author;
		int first_day;
	} by[AUTHORS_TOLD];
};

struct history {
	git_repository *repo;
	struct str prefix;		/* of the folder in the work tree */
	struct strset seen;		/* commits, by hex id */
	git_oid *waiting;
	size_t nwaiting, waiting_cap;
	struct strset authors;		/* by address */
	struct strset paths;		/* -> place in `files` */
	struct file_history *files;
	size_t nfiles, files_cap;
	size_t commits, entries;
	bool cut;

	int day;			/* of the commit looked at */
	size_t author;
	struct strbuf path;		/* of the tree looked at */
};

/* More than two thousand years to either side of 1970. */
#define TIME_MOST ((git_time_t)1 << 36)

int git_day_of(const git_time *when)
{
	int day;

	if (when->time < -TIME_MOST || when->time > TIME_MOST)
		return DAY_NONE;
	day = clock_day((struct clock){ when->time, when->offset }, 0);
	return *day_format(day).s ? day : DAY_NONE;
}

static void history_release(struct history *h)
{
	git_repository_free(h->repo);
	strset_release(&h->seen);
	strset_release(&h->authors);
	strset_release(&h->paths);
	strbuf_release(&h->path);
	free(h->waiting);
	free(h->files);
}

static struct file_history *file_of(struct history *h)
{
	size_t at;

	if (strset_get(&h->paths, strbuf_slice(&h->path), &at))
		return &h->files[at];
	if (h->nfiles >= HISTORY_PATHS) {
		h->cut = true;
		return NULL;
	}
	strset_put(&h->paths, strbuf_slice(&h->path), h->nfiles);
	XGROW(h->files, h->nfiles, h->files_cap);
	h->files[h->nfiles] = (struct file_history){
		.first_day = h->day, .last_day = h->day,
		.last_author = h->author,
	};
	return &h->files[h->nfiles++];
}

static void note_author(struct history *h, struct file_history *f)
{
	size_t i = 0;

	while (i < f->nauthors && f->by[i].author != h->author)
		i++;
	if (i == AUTHORS_TOLD)
		return;
	if (i == f->nauthors) {
		f->by[f->nauthors].author = h->author;
		f->by[f->nauthors++].first_day = h->day;
	} else if (h->day < f->by[i].first_day) {
		f->by[i].first_day = h->day;
	}
}

static void note_change(struct history *h)
{
	struct file_history *f = file_of(h);

	if (!f)
		return;
	if (h->day < f->first_day)
		f->first_day = h->day;
	if (h->day > f->last_day) {
		f->last_day = h->day;
		f->last_author = h->author;
	}
	note_author(h, f);
}

static int compare_trees(struct history *h, const git_oid *before,
			 const git_oid *after, unsigned depth);

static int compare_entry(struct history *h, const git_tree_entry *before,
			 const git_tree_entry *after, unsigned depth)
{
	size_t length = h->path.len;
	int rc = 0;

	if (before && git_oid_equal(git_tree_entry_id(before),
				    git_tree_entry_id(after)))
		return 0;
	if (h->path.len)
		strbuf_addch(&h->path, '/');
	strbuf_addstr(&h->path, git_tree_entry_name(after));
	if (git_tree_entry_type(after) == GIT_OBJECT_BLOB)
		note_change(h);
	else if (git_tree_entry_type(after) == GIT_OBJECT_TREE)
		rc = compare_trees(h, before ? git_tree_entry_id(before) : NULL,
				   git_tree_entry_id(after), depth + 1);
	strbuf_truncate(&h->path, length);
	return rc;
}

/* Both are sorted alike, so one walk meets equal names together. */
static int merge_entries(struct history *h, const git_tree *before,
			 const git_tree *after, unsigned depth)
{
	size_t nbefore = before ? git_tree_entrycount(before) : 0;
	size_t nafter = git_tree_entrycount(after), at = 0;

	h->entries += nbefore + nafter;
	for (size_t i = 0; i < nafter; i++) {
		const git_tree_entry *e = git_tree_entry_byindex(after, i);
		const git_tree_entry *old = NULL;
		int order = -1;

		for (; at < nbefore && order < 0; at += order < 0) {
			old = git_tree_entry_byindex(before, at);
			order = git_tree_entry_cmp(old, e);
		}
		if (compare_entry(h, order ? NULL : old, e, depth))
			return -1;
	}
	return 0;
}

static int compare_trees(struct history *h, const git_oid *before,
			 const git_oid *after, unsigned depth)
{
	GIT_AUTO(git_tree) old = NULL;
	GIT_AUTO(git_tree) new = NULL;

	if (depth > HISTORY_DEPTH || h->entries > HISTORY_ENTRIES) {
		h->cut = true;
		return 0;
	}
	if (git_tree_lookup(&new, h->repo, after) ||
	    (before && git_tree_lookup(&old, h->repo, before)))
		return -1;
	return merge_entries(h, old, new, depth);
}

/* The tree of our folder in a commit; false: there is none. */
static bool folder_tree(struct history *h, const git_commit *c, git_oid *out)
{
	GIT_AUTO(git_tree) root = NULL;
	GIT_AUTO(git_tree_entry) entry = NULL;

	if (!h->prefix.len) {
		git_oid_cpy(out, git_commit_tree_id(c));
		return true;
	}
	if (git_commit_tree(&root, c) ||
	    git_tree_entry_bypath(&entry, root, h->prefix.s) ||
	    git_tree_entry_type(entry) != GIT_OBJECT_TREE)
		return false;
	git_oid_cpy(out, git_tree_entry_id(entry));
	return true;
}

/* False: nobody knows when it was made. */
static bool sign_of(struct history *h, const git_commit *c)
{
	const git_signature *by = git_commit_author(c);

	h->day = git_day_of(&by->when);
	if (h->day == DAY_NONE)
		return false;
	if (!strset_get(&h->authors, str_of(by->email), &h->author)) {
		h->author = h->authors.count;
		strset_put(&h->authors, str_of(by->email), h->author);
	}
	return true;
}

/*
 * A merge changes nothing by itself.  Where the history was cut short (a
 * shallow clone), nothing is known of the oldest commit's files.
 */
static int look_at(struct history *h, const git_commit *c)
{
	GIT_AUTO(git_commit) parent = NULL;
	git_oid before, after;
	bool had;

	if (git_commit_parentcount(c) > 1 || !folder_tree(h, c, &after))
		return 0;
	if (git_commit_parentcount(c) && git_commit_parent(&parent, c, 0))
		return 0;
	had = parent && folder_tree(h, parent, &before);
	if ((had && git_oid_equal(&before, &after)) || !sign_of(h, c))
		return 0;
	strbuf_reset(&h->path);
	return compare_trees(h, had ? &before : NULL, &after, 0);
}

static void await(struct history *h, const git_oid *id)
{
	char hex[GIT_OID_HEXSZ + 1];

	git_oid_tostr(hex, sizeof(hex), id);
	if (!strset_put(&h->seen, str_of(hex), 0))
		return;
	XGROW(h->waiting, h->nwaiting, h->waiting_cap);
	git_oid_cpy(&h->waiting[h->nwaiting++], id);
}

static int walk(struct history *h, struct error *err)
{
	while (h->nwaiting && !h->cut) {
		GIT_AUTO(git_commit) c = NULL;
		git_oid id = h->waiting[--h->nwaiting];

		if (git_commit_lookup(&c, h->repo, &id))
			continue;	/* beyond the end of a shallow clone */
		if (look_at(h, c))
			return git_fail(err, -1, "cannot read the history of "
					"the files");
		h->cut |= ++h->commits >= HISTORY_COMMITS;
		for (unsigned i = 0; i < git_commit_parentcount(c); i++)
			await(h, git_commit_parent_id(c, i));
	}
	return 0;
}

static int tell(struct history *h, store_days_visit *visit, void *arg,
		struct error *err)
{
	for (size_t i = 0; i < h->paths.size; i++) {
		const struct strset_slot *slot = &h->paths.slots[i];
		const struct file_history *f;
		struct store_file_days days;

		if (!slot->key)
			continue;
		f = &h->files[slot->value];
		days = (struct store_file_days){ f->first_day, f->last_day,
						 DAY_NONE };
		for (size_t k = 0; k < f->nauthors; k++)
			if (f->by[k].author == f->last_author)
				days.own_first_day = f->by[k].first_day;
		if (visit(arg, slot->key, &days, err))
			return -1;
	}
	return 0;
}

/* 1: `folder` is in a repository with commits; `prefix` is where in it. */
static int find_repository(struct history *h, const char *folder,
			   struct strbuf *prefix)
{
	const char *top;
	char *real_top, *real;
	struct str rest = STR_NONE;
	git_oid head;
	bool found;

	if (git_repository_open_ext(&h->repo, folder, 0, NULL))
		return 0;
	top = git_repository_workdir(h->repo);
	if (!top || git_reference_name_to_id(&head, h->repo, "HEAD"))
		return 0;
	real_top = realpath(top, NULL);
	real = realpath(folder, NULL);
	if (real_top && real && str_starts(str_of(real), real_top))
		rest = str_from(str_of(real), strlen(real_top));
	found = rest.s && (!rest.len || str_starts(rest, "/"));
	if (found)
		strbuf_addslice(prefix, str_from(rest, 1));
	free(real_top);
	free(real);
	if (!found)
		return 0;
	await(h, &head);
	return 1;
}

/* Trees are read twice, as a child's and as a parent's: libgit2 keeps them,
 * and need not check what is only looked at. */
static void tune(bool reading)
{
	git_libgit2_opts(GIT_OPT_SET_CACHE_OBJECT_LIMIT, GIT_OBJECT_TREE,
			 reading ? (size_t)1 << 20 : (size_t)4096);
	git_libgit2_opts(GIT_OPT_ENABLE_STRICT_HASH_VERIFICATION, !reading);
}

int git_store_file_days(const char *folder, store_days_visit *visit, void *arg,
			bool *cut, struct error *err)
{
	AUTO(strbuf) prefix = STRBUF_INIT;
	int rc = 0;

	*cut = false;
	if (git_library_begin(err))
		return -1;
	tune(true);
	{
		AUTO(history) h = { .path = STRBUF_INIT };

		if (find_repository(&h, folder, &prefix)) {
			h.prefix = strbuf_slice(&prefix);
			rc = walk(&h, err);
			if (!rc)
				rc = tell(&h, visit, arg, err);
		}
		*cut = h.cut;
	}
	tune(false);
	git_library_end();
	return rc;
}
