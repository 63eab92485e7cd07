/* SPDX-License-Identifier: MIT */
/* Looking through a whole journal. */
#include "cmd/check/check.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/path.h"
#include "core/model/document.h"

#define DEPTH_MAX 32

void mended_files_release(struct mended_files *m)
{
	free(m->items);
}

/* The journal while it is looked through. */
struct doctor {
	struct check_result *result;
	struct journal *journal;
	struct beneath tree;
	struct link_names names;
	struct checked_file *files;
	size_t nfiles, files_cap;
	const char **strays;
	size_t nstrays, strays_cap;
	struct check_unread *unread;
	size_t nunread, unread_cap;
	struct strset ids;
};

static void doctor_release(struct doctor *d)
{
	beneath_release(&d->tree);
	link_names_release(&d->names);
	strset_release(&d->ids);
	free(d->files);
	free(d->strays);
	free(d->unread);
}

/* --- which files there are ----------------------------------------------- */

/* Pictures and the like may stand beside the entries that show them. */
static bool is_attachment(struct str path)
{
	static const char *const suffixes[] = {
		".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".pdf",
		".mp3", ".mp4", ".webm", ".csv", ".zip",
	};

	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (str_eq_nocase(path_suffix(path), str_of(suffixes[i])))
			return true;
	return false;
}

static void add_unread(struct doctor *d, const char *path,
		       const struct error *why)
{
	struct arena *mem = &d->result->mem;

	XGROW(d->unread, d->nunread, d->unread_cap);
	d->unread[d->nunread++] = (struct check_unread){
		path, arena_strdup(mem, why->text),
	};
}

/* With what errno says. */
static void note_unread(struct doctor *d, const char *path, const char *what)
{
	struct error why = ERROR_INIT;

	(void)error_errno(&why, "%s", what);
	add_unread(d, path, &why);
}

static void add_document(struct doctor *d, const char *path, bool is_entry)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct arena *mem = &d->result->mem;
	struct error why = ERROR_INIT;
	struct checked_file *new;

	if (is_entry)
		strset_put(&d->ids, path_stem(str_of(path)), 0);
	if (journal_read(d->journal, path, &bytes, &why)) {
		add_unread(d, path, &why);
		return;
	}
	XGROW(d->files, d->nfiles, d->files_cap);
	new = &d->files[d->nfiles++];
	*new = (struct checked_file){ .in_log = false };
	check_file_read(&new->file, path, arena_str(mem, strbuf_slice(&bytes)),
			is_entry, mem);
	check_names_add(&d->names, &new->file, mem);
}

static void add_path(struct doctor *d, const char *path)
{
	enum document_kind kind = document_kind(str_of(path));

	link_names_add_path(&d->names, str_of(path));
	if (kind != DOCUMENT_OTHER)
		add_document(d, path, kind == DOCUMENT_ENTRY);
	if (kind != DOCUMENT_OTHER || !str_starts(str_of(path), "log/") ||
	    is_attachment(str_of(path)))
		return;
	XGROW(d->strays, d->nstrays, d->strays_cap);
	d->strays[d->nstrays++] = path;
}

static void walk(struct doctor *d, const char *folder, int depth);

/* The site is made of the journal and is no part of it. */
static void visit(struct doctor *d, const char *folder, const char *name,
		  int depth)
{
	AUTO(strbuf) path = STRBUF_INIT;
	const char *kept;
	struct stat st;

	strbuf_addstr(&path, folder);
	path_join(&path, name);
	if (name[0] == '.')
		return;
	kept = arena_strdup(&d->result->mem, path.buf);
	if (beneath_stat(&d->tree, path.buf, &st)) {
		if (errno == EACCES)
			note_unread(d, kept, "cannot look at it");
		return;
	}
	if (S_ISREG(st.st_mode))
		add_path(d, kept);
	if (S_ISDIR(st.st_mode) && depth < DEPTH_MAX &&
	    strcmp(kept, journal_settings(d->journal)->publish_dir) != 0)
		walk(d, kept, depth + 1);
}

static void walk(struct doctor *d, const char *folder, int depth)
{
	int fd = beneath_openat(&d->tree, *folder ? folder : ".",
				O_RDONLY | O_DIRECTORY, 0);
	DIR *dir = fd < 0 ? NULL : fdopendir(fd);
	const struct dirent *entry;

	if (!dir) {
		note_unread(d, *folder ? folder : ".",
			    "cannot read the folder");
		if (fd >= 0)
			close(fd);
		return;
	}
	while ((entry = readdir(dir)))
		if (strcmp(entry->d_name, ".") && strcmp(entry->d_name, ".."))
			visit(d, folder, entry->d_name, depth);
	closedir(dir);
}

/* --- the checks ---------------------------------------------------------- */

static bool any_fixable(const struct findings *f, size_t from)
{
	for (size_t i = from; i < f->count; i++)
		if (f->items[i].fixable)
			return true;
	return false;
}

static void check_every_file(struct doctor *d, struct mended_files *mended)
{
	for (size_t i = 0; i < d->nfiles; i++) {
		struct findings *f = &d->result->findings;
		struct check_file *file = &d->files[i].file;
		AUTO(strbuf) after = STRBUF_INIT;
		size_t from = f->count;

		file->names = &d->names;
		check_file(f, file);
		if (!mended || !any_fixable(f, from) ||
		    !check_fix(&after, file->path, file->bytes,
					  file->entry))
			continue;
		XGROW(mended->items, mended->count, mended->cap);
		mended->items[mended->count++] = (struct mended_file){
			.path = file->path,
			.before = file->bytes,
			.after = arena_str(&d->result->mem,
					   strbuf_slice(&after)),
		};
	}
}

static int read_frames(struct doctor *d, struct check_journal *out,
		       struct error *err)
{
	struct arena *mem = &d->result->mem;
	struct check_frame *frames;
	struct journal_log *logs;

	if (journal_logs(d->journal, mem, &logs, &out->nframes, err))
		return -1;
	frames = arena_alloc(mem, (out->nframes + 1) * sizeof(*frames));
	for (size_t i = 0; i < out->nframes; i++)
		frames[i] = (struct check_frame){
			arena_printf(mem, ".hecto/logs/%s/order",
				     logs[i].name),
			logs[i].ids, logs[i].nids,
		};
	out->frames = frames;
	return 0;
}

static int check_rest(struct doctor *d, bool all, struct error *err)
{
	AUTO(check_faults) faults = { .mem = &d->result->mem };
	AUTO(strbuf) config = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct check_journal j = {
		.config_path = CONFIG_PATH,
		.topics_path = TOPICS_PATH,
		.ids = &d->ids,
		.strays = d->strays,
		.nstrays = d->nstrays,
		.unread = d->unread,
		.nunread = d->nunread,
	};

	if (journal_read(d->journal, CONFIG_PATH, &config, &ignored))
		strbuf_reset(&config);
	j.config = strbuf_slice(&config);
	journal_config(d->journal, &j.pairs, &j.npairs);
	journal_topics(d->journal);
	j.ntopics = journal_topic_complaints(d->journal, &d->result->mem,
					     &j.topics);
	if (read_frames(d, &j, err) ||
	    (all && check_keeper(&faults, d->journal, &d->result->objects,
				 err)))
		return -1;
	j.faults = faults.items;
	j.nfaults = faults.count;
	check_journal(&d->result->findings, &j);
	return 0;
}

int check_whole(struct check_result *r, struct journal *j, bool all,
		struct mended_files *mended, struct error *err)
{
	AUTO(doctor) d = {
		.result = r,
		.journal = j,
		.tree = BENEATH_INIT,
		.names = LINK_NAMES_INIT,
	};

	if (beneath_open(&d.tree, journal_root(j), err))
		return -1;
	walk(&d, "", 0);
	check_every_file(&d, mended);
	r->files += d.nfiles;
	if (check_logs(&r->findings, j, d.files, d.nfiles, err))
		return -1;
	return check_rest(&d, all, err);
}
