/* SPDX-License-Identifier: MIT */
/* What of the files differs from the record of the index. */
#include "core/index/refresh.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/index/names.h"

/*
 * A file that changed within the last tick of the clock is read each time to
 * see whether it is still the same.  So many of them are cheaper than a
 * transaction that says they have settled.
 */
#define RACY_TO_KEEP 32

/* So many folders are listed each time, though they changed long ago. */
#define FOLDERS_TO_KEEP 4

/* Longer than most scans would take; it answers in a fraction of one. */
#define PATIENCE_MS 20

void refresh_init(struct refresh *r, struct index *ix)
{
	*r = (struct refresh){
		.ix = ix,
		.scan = SCAN_INIT,
		.bytes = STRBUF_INIT,
		.path = STRBUF_INIT,
		.derived = STRBUF_INIT,
	};
}

static int look(struct refresh *r);

void refresh_release(struct refresh *r)
{
	if (r->look)
		(void)!look(r);
	free(r->recorded);
	free(r->changes);
	scan_release(&r->scan);
	strbuf_release(&r->bytes);
	strbuf_release(&r->path);
	strbuf_release(&r->derived);
	arena_release(&r->mem);
}

/* What is no such record is none. */
static int load_watched(struct refresh *r)
{
	sqlite3_stmt *st = database_get_meta(r->ix, "watched");
	int more = database_step(r->ix, st);
	struct str bytes = more > 0 ? column_borrow(st, 0) : STR_NONE;

	if (bytes.len == sizeof(r->true_at))
		memcpy(&r->true_at, bytes.s, sizeof(r->true_at));
	return database_end(st, more);
}

static int load_catalogue(struct refresh *r)
{
	struct index *ix = r->ix;
	sqlite3_stmt *st = database_get_meta(ix, "catalogue");
	int more = database_step(ix, st);

	r->empty = !more;
	r->other_catalogue = more > 0 && !str_is(column_borrow(st, 0),
						 ix->source.catalogue_key);
	return database_end(st, more);
}

/* The one folder to look at, if all else is known to be true. */
static const char *only_folder(const struct refresh *r)
{
	return r->empty || r->other_catalogue ? NULL : r->ix->source.only;
}

static int load_folders(struct refresh *r)
{
	const char *only = only_folder(r);
	sqlite3_stmt *st = database_get(r->ix, SQL_LIST_FOLDERS);
	int more;

	while ((more = database_step(r->ix, st)) > 0) {
		if (only && !str_is(column_borrow(st, 0), only))
			continue;
		XGROW(r->recorded, r->nrecorded, r->recorded_cap);
		r->recorded[r->nrecorded++] = (struct known_folder){
			.path = column_string(st, 0, &r->mem),
			.listing = column_str(st, 1, &r->mem),
			.state = (uint64_t)sqlite3_column_int64(st, 2),
		};
	}
	return database_end(st, more);
}

/* Only who looks at all folders asks, since what is recorded is of all.  Maybe
 * the watcher was asked beforehand. */
static int ask_watcher(struct index *ix)
{
	int question = ix->question;

	if (!ix->path || ix->source.only) {
		index_was_asked(ix, -1);
		return -1;
	}
	ix->question = -1;
	return question >= 0 ? question : watcher_ask(ix->path);
}

static void hear_watcher(struct refresh *r, int question)
{
	struct watcher_answer answer;

	if (watcher_hear(question, &r->ix->tree, PATIENCE_MS, &answer, NULL))
		r->asked = answer.state;
	r->watched = !r->empty && !r->other_catalogue &&
		     watched_state_is(&r->asked, &r->true_at);
}

static int load_all(struct refresh *r, int question, bool look)
{
	struct index *ix = r->ix;

	if (database_born(ix, &ix->born) ||
	    database_changes(ix, &r->version) || load_catalogue(r) ||
	    load_watched(r) || names_recorded(ix, &r->derived)) {
		if (question >= 0)
			close(question);
		return -1;
	}
	hear_watcher(r, question);
	r->watched &= !look;
	return r->watched ? 0 : load_folders(r);
}

/* All of it as of one moment.  It is read while the watcher answers. */
static int load(struct refresh *r, bool look)
{
	struct index *ix = r->ix;
	bool own = sqlite3_get_autocommit(ix->db);
	int rc;

	if (own && database_do(ix, SQL_BEGIN_READ))
		return -1;
	rc = load_all(r, ask_watcher(ix), look);
	if (own)
		database_rollback(ix);
	return rc;
}

static const char *path_of(struct refresh *r, const char *folder,
			   struct str name)
{
	strbuf_reset(&r->path);
	strbuf_addstr(&r->path, folder);
	path_join_slice(&r->path, name);
	return arena_strndup(&r->mem, r->path.buf, r->path.len);
}

static void add_change(struct refresh *r, struct change change)
{
	XGROW(r->changes, r->count, r->cap);
	r->changes[r->count++] = change;
}

struct str read_bytes(const struct beneath *tree, const char *path,
		      const struct seen_file *f, struct strbuf *out)
{
	struct error err = ERROR_INIT;

	strbuf_reset(out);
	if (f->too_large || beneath_read(tree, path, LIMIT_FILE, out, &err))
		strbuf_reset(out);
	return strbuf_slice(out);
}

/* A file whose state is the one on record, but that was racy then. */
static bool is_same(struct refresh *r, const char *folder, struct seen_file *f,
		    uint64_t digest)
{
	const char *path = path_of(r, folder, str_of(f->name));
	struct str bytes = read_bytes(&r->ix->tree, path, f, &r->bytes);

	if (digest_content(bytes) != digest)
		return false;
	f->digest = f->racy ? digest : 0;
	r->settled += !f->racy;
	return true;
}

static void compare_file(struct refresh *r, const char *folder,
			 struct seen_file *f, const struct listed_file *old)
{
	if (old && old->state == f->state &&
	    (!old->digest || is_same(r, folder, f, old->digest)))
		return;
	add_change(r, (struct change){
			      .work = WORK_READ,
			      .path = path_of(r, folder, str_of(f->name)),
			      .file = f,
			      .known = old,
		      });
}

static void remove_file(struct refresh *r, const char *folder, struct str name)
{
	add_change(r, (struct change){
			      .work = WORK_REMOVE,
			      .path = path_of(r, folder, name),
			      .known = true,
		      });
}

/* Both are in the order of names. */
static void compare_files(struct refresh *r, const char *path,
			  struct seen_folder *seen, struct str listing)
{
	struct listed_file old = { STR_NONE, 0, 0 };
	bool more = listing_next(&listing, &old);
	size_t i = 0, count = seen ? seen->count : 0;

	if (seen)
		seen_folder_fill(seen);
	while (more || i < count) {
		int order = !more	? -1
			    : i < count ? str_cmp(str_of(seen->files[i].name),
						  old.name)
					: 1;

		if (order <= 0 && seen->files[i].left_out) {
			i++;
			continue;
		}
		if (order > 0)
			remove_file(r, path, old.name);
		else
			compare_file(r, path, &seen->files[i++],
				     order ? NULL : &old);
		if (order >= 0)
			more = listing_next(&listing, &old);
	}
}

void add_listing(struct strbuf *out, const struct seen_folder *seen)
{
	assert(seen->files || !seen->count);
	for (size_t i = 0; i < seen->count; i++)
		if (!seen->files[i].left_out)
			listing_add(out, &seen->files[i]);
}

/* A name that was taken from the record is the same one there. */
static bool is_listed(const struct seen_file *f, const struct listed_file *old)
{
	return f->state == old->state && f->digest == old->digest &&
	       (f->name == old->name.s || str_is(old->name, f->name));
}

bool is_unchanged(const struct seen_folder *seen, struct str listing)
{
	struct listed_file old;

	if (seen->known && !seen->files)
		return seen->known->listing.s == listing.s;
	for (size_t i = 0; i < seen->count; i++)
		if (!seen->files[i].left_out &&
		    (!listing_next(&listing, &old) ||
		     !is_listed(&seen->files[i], &old)))
			return false;
	return !listing.len;
}

struct seen_folder *seen_at(const struct refresh *r, size_t i)
{
	return i < r->scan.count ? &r->scan.folders[i] : NULL;
}

const struct known_folder *recorded_at(const struct refresh *r, size_t i)
{
	return i < r->nrecorded ? &r->recorded[i] : NULL;
}

int folder_order(const struct seen_folder *seen,
		 const struct known_folder *old)
{
	if (!seen || !old)
		return seen ? -1 : 1;
	return strcmp(seen->path, old->path);
}

bool has_settled(const struct seen_folder *seen,
		 const struct known_folder *old)
{
	return seen->state && seen->state != old->state;
}

void compare_folders(struct refresh *r)
{
	size_t i = 0, k = 0;

	while (i < r->scan.count || k < r->nrecorded) {
		struct seen_folder *seen = seen_at(r, i);
		const struct known_folder *old = recorded_at(r, k);
		int order = folder_order(seen, old);

		if (order < 0)
			compare_files(r, seen->path, seen, STR_NONE);
		else if (order > 0)
			compare_files(r, old->path, NULL, old->listing);
		else if (!is_unchanged(seen, old->listing))
			compare_files(r, seen->path, seen, old->listing);
		r->settled_folders += !order && has_settled(seen, old);
		i += order <= 0;
		k += order >= 0;
	}
}

/* --- looking ------------------------------------------------------------- */

static struct known_folders known(const struct refresh *r)
{
	return (struct known_folders){ r->recorded, r->nrecorded };
}

static int look(struct refresh *r)
{
	struct index *ix = r->ix;
	struct error err;
	int rc = r->look ? scan_end(r->look, &r->scan, &err)
			 : scan_tree(&r->scan, &ix->tree, known(r),
				     only_folder(r), &err);

	r->look = NULL;
	if (rc)
		ix->unread = err;
	return rc;
}

static int begin(struct refresh *r, bool by_looking)
{
	struct index *ix = r->ix;

	refresh_release(r);
	refresh_init(r, ix);
	if (load(r, by_looking))
		return -1;
	if (r->other_catalogue)
		r->nrecorded = 0;
	return 0;
}

/* 0, or why not.  A file that has vanished meanwhile is none. */
static int why_unreadable(struct beneath_folder *folder, const char *path)
{
	const char *name;
	int fd = beneath_folder_of(folder, path, &name);

	if (fd < 0 || !faccessat(fd, name, R_OK, AT_EACCESS) ||
	    errno == ENOENT)
		return 0;
	return errno;
}

/* True: there is still something to be done about it. */
static bool leave_out(struct refresh *r, struct change *c, int why)
{
	unread_add(&r->scan.unread, c->path, "cannot read '%s': %s", c->path,
		   strerror(why));
	c->file->left_out = true;
	c->file = NULL;
	c->work = WORK_REMOVE;
	r->scan.files--;
	return c->known;
}

/* What is not on record is found among the names of its folder alone. */
static void have_names_listed(struct seen_folder *folder)
{
	for (size_t i = 0; folder->files && i < folder->count; i++)
		if (folder->files[i].left_out)
			folder->state = 0;
}

/*
 * A file that cannot be read must not pass for an empty one, which nothing is
 * found in: it is left out, and told of.
 */
static int leave_out_unreadable(struct refresh *r)
{
	AUTO(beneath_folder) folder = BENEATH_FOLDER_INIT;
	size_t kept = 0, before = r->scan.unread.count;

	folder.root = &r->ix->tree;
	for (size_t i = 0; i < r->count; i++) {
		struct change c = r->changes[i];
		int why = c.work == WORK_READ ? why_unreadable(&folder, c.path)
					      : 0;

		if (why && !unread_is_left_out(why))
			return error_set(&r->ix->unread, ERROR_IO, "cannot "
					 "read '%s': %s", c.path,
					 strerror(why));
		if (!why || leave_out(r, &c, why))
			r->changes[kept++] = c;
	}
	r->count = kept;
	for (size_t i = 0; before < r->scan.unread.count && i < r->scan.count;
	     i++)
		have_names_listed(&r->scan.folders[i]);
	return 0;
}

int plan_begin(struct refresh *r)
{
	if (begin(r, false))
		return -1;
	if (!r->watched)
		r->look = scan_begin(&r->ix->tree, known(r), only_folder(r));
	return 0;
}

int plan_end(struct refresh *r)
{
	if (r->watched)
		return 0;
	if (look(r))
		return -1;
	compare_folders(r);
	return leave_out_unreadable(r);
}

int plan(struct refresh *r)
{
	return begin(r, false) ? -1 : plan_end(r);
}

int plan_by_looking(struct refresh *r)
{
	return begin(r, true) ? -1 : plan_end(r);
}

bool is_true(const struct refresh *r)
{
	return !r->count && !r->empty && !r->other_catalogue &&
	       r->settled <= RACY_TO_KEEP &&
	       r->settled_folders <= FOLDERS_TO_KEEP;
}

/* Of a file with another name, the watcher may not hear; and what cannot be
 * read is to be told each time. */
bool is_worth_recording(const struct refresh *r)
{
	return r->asked.generation && !r->scan.unsure &&
	       !r->scan.unread.count &&
	       (r->other_catalogue ||
		!watched_state_is(&r->asked, &r->true_at));
}
