/* SPDX-License-Identifier: MIT */
/* Looking through what keeps the journal: git's folder and the index. */
#include "cmd/check/check.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "core/base/path.h"

void check_faults_release(struct check_faults *f)
{
	free(f->items);
}

static void add(struct check_faults *f, enum check_fault_kind kind,
		const char *where, const char *why, const char *proposal)
{
	XGROW(f->items, f->count, f->cap);
	f->items[f->count++] = (struct check_fault){
		.kind = kind,
		.where = arena_strdup(f->mem, where),
		.why = arena_strdup(f->mem, why),
		.proposal = proposal,
	};
}

/* --- the repository ------------------------------------------------------ */

static void add_store_fault(void *arg, enum store_fault_kind kind,
			    const char *where, const char *why)
{
	static const struct {
		enum check_fault_kind kind;
		const char *proposal;
	} ways[] = {
		[STORE_DAMAGED] = { FAULT_DAMAGE,
			"copy the journal, see what 'git fsck --full' says, "
			"and get what is missing with 'git fetch' or from "
			".git/objects of a clone or backup" },
		[STORE_NO_COMMIT] = { FAULT_DAMAGE,
			"log something if the journal is new; else 'git "
			"reflog' and .git/logs have its last commits, and "
			"'git update-ref' puts one back" },
		[STORE_UNCOMMITTED] = { FAULT_UNCOMMITTED,
			"'git add -A' and 'git commit' keep it; what hecto "
			"writes to, it commits first" },
	};

	add(arg, ways[kind].kind, where, why, ways[kind].proposal);
}

/* --- settings ------------------------------------------------------------ */

static int ignore_pair(void *arg UNUSED, const char *key UNUSED,
		       const char *value UNUSED, struct error *err UNUSED)
{
	return 0;
}

static void check_parses(struct check_faults *f, struct journal *j,
			 const char *path)
{
	AUTO(strbuf) full = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct stat st;

	strbuf_addstr(&full, journal_root(j));
	path_join(&full, path);
	if (lstat(full.buf, &st))
		return;
	if (journal_read(j, path, &text, &err)) {
		add(f, FAULT_DAMAGE, path, err.text, "see what is in its place");
		return;
	}
	if (store_config_each(strbuf_slice(&text), ignore_pair, NULL, &err))
		add(f, FAULT_DAMAGE, path, err.text,
		    "mend that line, or get the file back with 'git checkout "
		    "HEAD -- FILE'");
}

/* --- what interrupted runs left ------------------------------------------ */

struct leftover {
	const char *folder;	/* in git's folder */
	const char *prefix, *suffix;	/* of the name */
	const char *why, *proposal;
};

static const struct leftover leftovers[] = {
	{ "hecto/drafts", "", "", "a text that was not saved is kept here",
	  "read it, log what you need, and remove it" },
	{ "hecto", "w-", "", "an interrupted run left it",
	  "nothing; the next command that writes tidies up" },
	{ "hecto", "intent", "", "an interrupted run did not finish its commit",
	  "nothing; the next command that writes finishes it and says so" },
	{ "", "index", ".lock", "a git that runs, or was killed, holds this",
	  "remove it when no git is running" },
	{ "", "HEAD", ".lock", "a git that runs, or was killed, holds this",
	  "remove it when no git is running" },
	{ "refs/heads", "", ".lock", "a git that runs, or was killed, holds "
	  "this", "remove it when no git is running" },
};

static bool is_left(const struct leftover *l, const char *path,
		    const char *name)
{
	struct stat st;

	return str_starts(str_of(name), l->prefix) &&
	       str_ends(str_of(name), l->suffix) && !lstat(path, &st) &&
	       S_ISREG(st.st_mode) && st.st_size;
}

static void find_leftovers(struct check_faults *f, const char *git_dir,
			   const struct leftover *l)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	const struct dirent *entry;
	DIR *dir;

	strbuf_addstr(&folder, git_dir);
	if (*l->folder)
		path_join(&folder, l->folder);
	dir = opendir(folder.buf);
	while (dir && (entry = readdir(dir))) {
		AUTO(strbuf) path = STRBUF_INIT;

		strbuf_addstr(&path, folder.buf);
		path_join(&path, entry->d_name);
		if (is_left(l, path.buf, entry->d_name))
			add(f, FAULT_INTERRUPTED, path.buf, l->why,
			    l->proposal);
	}
	if (dir)
		closedir(dir);
}

/* --- the index ----------------------------------------------------------- */

static int check_counts(struct check_faults *f, struct journal *j,
			struct error *err)
{
	struct index_counts kept, fresh;

	if (journal_compare_index(j, &kept, &fresh, err))
		return -1;
	if (kept.documents == fresh.documents && kept.parts == fresh.parts)
		return 0;
	add(f, FAULT_INDEX, "index.db",
	    arena_printf(f->mem, "it has %zu documents in %zu parts, the files "
			 "have %zu in %zu", kept.documents, kept.parts,
			 fresh.documents, fresh.parts),
	    "remove hecto/index.db from git's folder; it is built again");
	return 0;
}

int check_keeper(struct check_faults *f, struct journal *j, size_t *objects,
		 struct error *err)
{
	struct error damage = ERROR_INIT;
	const char *git_dir = journal_git_dir(j);

	if (store_verify(journal_root(j), add_store_fault, f, objects,
			 &damage))
		add_store_fault(f, STORE_DAMAGED, "HEAD", damage.text);
	check_parses(f, j, CONFIG_PATH);
	check_parses(f, j, TOPICS_PATH);
	for (size_t i = 0; git_dir && i < ARRAY_SIZE(leftovers); i++)
		find_leftovers(f, git_dir, &leftovers[i]);
	return check_counts(f, j, err);
}
