/* SPDX-License-Identifier: MIT */
/* Making the index true: what differs from the files is read again. */
#include <stdlib.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/base/utf8.h"
#include "core/index/names.h"
#include "core/index/scan.h"
#include "core/index/write.h"

/*
 * A file that changed within the last tick of the clock is read each time to
 * see whether it is still the same.  So many of them are cheaper than a
 * transaction that says they have settled.
 */
#define RACY_TO_KEEP 32

/* So many folders are listed each time, though they changed long ago. */
#define FOLDERS_TO_KEEP 4

enum work { WORK_REMOVE, WORK_READ };

struct change {
	enum work work;
	const char *path;
	struct seen_file *file; /* WORK_READ */
	bool known;		/* there are rows of it */
};

struct refresh {
	struct index *ix;
	struct arena mem;
	int64_t version; /* of the database, when it was read */
	bool empty;	 /* nothing was ever recorded */
	bool other_catalogue;
	struct known_folder *recorded;
	size_t nrecorded, recorded_cap;
	struct scan scan;
	struct change *changes;
	size_t count, cap;
	size_t settled; /* racy files that no longer are */
	size_t settled_folders;
	struct strbuf bytes, path;
	struct strbuf derived; /* the names that the topics were found with */
};

static void refresh_init(struct refresh *r, struct index *ix)
{
	*r = (struct refresh){
		.ix = ix,
		.scan = SCAN_INIT,
		.bytes = STRBUF_INIT,
		.path = STRBUF_INIT,
		.derived = STRBUF_INIT,
	};
}

static void refresh_release(struct refresh *r)
{
	free(r->recorded);
	free(r->changes);
	scan_release(&r->scan);
	strbuf_release(&r->bytes);
	strbuf_release(&r->path);
	strbuf_release(&r->derived);
	arena_release(&r->mem);
}

static int load_catalogue(struct refresh *r)
{
	struct index *ix = r->ix;
	sqlite3_stmt *st = database_get(ix, SQL_GET_CATALOGUE);
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

/* All of it as of one moment. */
static int load(struct refresh *r)
{
	struct index *ix = r->ix;
	bool own = sqlite3_get_autocommit(ix->db);
	int rc;

	if (own && database_do(ix, SQL_BEGIN_READ))
		return -1;
	rc = database_born(ix, &ix->born) ||
			     database_changes(ix, &r->version) ||
			     load_catalogue(r) || load_folders(r) ||
			     names_recorded(ix, &r->derived)
		     ? -1
		     : 0;
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

/* The bytes of a file; what cannot be read has none. */
static struct str read_bytes(struct refresh *r, const char *path,
			     const struct seen_file *f)
{
	struct error err = ERROR_INIT;

	strbuf_reset(&r->bytes);
	if (f->too_large ||
	    beneath_read(&r->ix->tree, path, LIMIT_FILE, &r->bytes, &err))
		strbuf_reset(&r->bytes);
	return strbuf_slice(&r->bytes);
}

/* A file whose state is the one on record, but that was racy then. */
static bool is_same(struct refresh *r, const char *folder, struct seen_file *f,
		    uint64_t digest)
{
	const char *path = path_of(r, folder, str_of(f->name));

	if (digest_content(read_bytes(r, path, f)) != digest)
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

	while (more || i < count) {
		int order = !more	? -1
			    : i < count ? str_cmp(str_of(seen->files[i].name),
						  old.name)
					: 1;

		if (order > 0)
			remove_file(r, path, old.name);
		else
			compare_file(r, path, &seen->files[i++],
				     order ? NULL : &old);
		if (order >= 0)
			more = listing_next(&listing, &old);
	}
}

static void add_listing(struct strbuf *out, const struct seen_folder *seen)
{
	for (size_t i = 0; i < seen->count; i++)
		listing_add(out, &seen->files[i]);
}

static bool is_unchanged(struct refresh *r, const struct seen_folder *seen,
			 struct str listing)
{
	strbuf_reset(&r->bytes);
	add_listing(&r->bytes, seen);
	return str_eq(strbuf_slice(&r->bytes), listing);
}

static struct seen_folder *seen_at(const struct refresh *r, size_t i)
{
	return i < r->scan.count ? &r->scan.folders[i] : NULL;
}

static const struct known_folder *recorded_at(const struct refresh *r,
					      size_t i)
{
	return i < r->nrecorded ? &r->recorded[i] : NULL;
}

/* Both are in the order of paths; one of them may be at its end. */
static int folder_order(const struct seen_folder *seen,
			const struct known_folder *old)
{
	if (!seen || !old)
		return seen ? -1 : 1;
	return strcmp(seen->path, old->path);
}

/* Would it be told by its times next time, if they were recorded? */
static bool has_settled(const struct seen_folder *seen,
			const struct known_folder *old)
{
	return seen->state && seen->state != old->state;
}

static void compare_folders(struct refresh *r)
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
		else if (!is_unchanged(r, seen, old->listing))
			compare_files(r, seen->path, seen, old->listing);
		r->settled_folders += !order && has_settled(seen, old);
		i += order <= 0;
		k += order >= 0;
	}
}

/* Compare the files with the record; afterwards r->changes is what to do. */
static int plan(struct refresh *r)
{
	struct index *ix = r->ix;
	struct known_folders known;

	refresh_release(r);
	refresh_init(r, ix);
	if (load(r))
		return -1;
	if (r->other_catalogue)
		r->nrecorded = 0;
	known = (struct known_folders){ r->recorded, r->nrecorded };
	if (scan_tree(&r->scan, &ix->tree, known, only_folder(r), &ix->unread))
		return -1;
	compare_folders(r);
	return 0;
}

static bool is_true(const struct refresh *r)
{
	return !r->count && !r->empty && !r->other_catalogue &&
	       r->settled <= RACY_TO_KEEP &&
	       r->settled_folders <= FOLDERS_TO_KEEP;
}

static int by_part(const void *a, const void *b)
{
	const struct old_document *x = a, *y = b;

	return (x->first_part > y->first_part) -
	       (x->first_part < y->first_part);
}

/* FTS5 likes what it forgets in the order of ids, and before what it learns. */
static int remove_old(struct refresh *r)
{
	struct old_document *old =
		arena_alloc(&r->mem, (r->count + 1) * sizeof(*old));
	size_t n = 0;

	for (size_t i = 0; i < r->count; i++) {
		int found = 0;

		if (r->changes[i].known)
			found = old_document_find(r->ix, r->changes[i].path,
						  &r->mem, &old[n]);
		if (found < 0)
			return -1;
		n += (size_t)found;
	}
	qsort(old, n, sizeof(*old), by_part);
	for (size_t i = 0; i < n; i++)
		if (old_document_remove(r->ix, &old[i]))
			return -1;
	return 0;
}

/* Words are found as they are shown: with Latin-1 for what is no UTF-8. */
static struct str readable(struct str bytes, struct arena *mem)
{
	AUTO(strbuf) repaired = STRBUF_INIT;

	if (utf8_is_valid(bytes))
		return bytes;
	utf8_add_repaired(&repaired, bytes);
	return arena_str(mem, strbuf_slice(&repaired));
}

static int read_file(struct refresh *r, struct writer *w,
		     const struct change *c)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str bytes = read_bytes(r, c->path, c->file), text;
	uint64_t sum = digest_content(bytes);
	struct document doc;

	if (c->file->racy)
		c->file->digest = sum;
	text = readable(bytes, &mem);
	document_parse(&doc, c->path, text, &mem);
	if (writer_add(w, &doc, sum, &mem))
		return -1;
	return r->ix->source.derived
		       ? names_put(r->ix, w->last_document, &doc, text, &mem)
		       : 0;
}

static int read_new(struct refresh *r)
{
	struct index *ix = r->ix;
	struct writer w;
	int rc = writer_init(&w, ix);

	if (!rc && ix->source.derived)
		ix->source.derived(ix->source.arg, strbuf_slice(&r->derived));
	for (size_t i = 0; !rc && i < r->count; i++) {
		const struct change *c = &r->changes[i];

		if (c->work != WORK_READ)
			continue;
		if (!w.topics && ix->source.catalogue)
			w.topics = ix->source.catalogue(ix->source.arg);
		rc = read_file(r, &w, c);
	}
	writer_release(&w);
	return rc;
}

static int put_folder(struct refresh *r, const struct seen_folder *seen)
{
	sqlite3_stmt *st = database_get(r->ix, SQL_PUT_FOLDER);

	strbuf_reset(&r->bytes);
	add_listing(&r->bytes, seen);
	bind_text(st, 1, seen->path);
	bind_blob(st, 2, strbuf_slice(&r->bytes));
	bind_int(st, 3, (int64_t)seen->state);
	return database_run(r->ix, st);
}

static int delete_folder(struct index *ix, const char *path)
{
	sqlite3_stmt *st = database_get(ix, SQL_DELETE_FOLDER);

	bind_text(st, 1, path);
	return database_run(ix, st);
}

static int record_folders(struct refresh *r)
{
	size_t i = 0, k = 0;

	while (i < r->scan.count || k < r->nrecorded) {
		const struct seen_folder *seen = seen_at(r, i);
		const struct known_folder *old = recorded_at(r, k);
		int order = folder_order(seen, old);

		if (order > 0 && delete_folder(r->ix, old->path))
			return -1;
		if ((order < 0 ||
		     (!order && (has_settled(seen, old) ||
				 !is_unchanged(r, seen, old->listing)))) &&
		    put_folder(r, seen))
			return -1;
		i += order <= 0;
		k += order >= 0;
	}
	return 0;
}

static int record_catalogue(struct refresh *r)
{
	sqlite3_stmt *st;

	if (!r->empty && !r->other_catalogue)
		return 0;
	st = database_get(r->ix, SQL_PUT_CATALOGUE);
	bind_text(st, 1, r->ix->source.catalogue_key);
	return database_run(r->ix, st);
}

/* Another process may have written since we looked: then look again. */
static int plan_again(struct refresh *r)
{
	int64_t version;

	if (database_changes(r->ix, &version))
		return -1;
	return version == r->version ? 0 : plan(r);
}

static int apply_plan(struct refresh *r)
{
	if (r->other_catalogue && database_clear(r->ix))
		return -1;
	if (remove_old(r) || read_new(r) || record_folders(r) ||
	    record_catalogue(r))
		return -1;
	return names_record(r->ix, strbuf_slice(&r->derived));
}

static int gather_names(struct refresh *r, const struct change *c, int64_t id)
{
	AUTO(arena) mem = ARENA_INIT;
	struct str bytes = read_bytes(r, c->path, c->file);
	struct document doc;

	/* Plans name services, and notes have titles; entries need less. */
	if (document_kind(str_of(c->path)) == DOCUMENT_ENTRY)
		document_parse_head(&doc, c->path, bytes, &mem);
	else
		document_parse(&doc, c->path, bytes, &mem);
	return names_put(r->ix, id, &doc, bytes, &mem);
}

/*
 * Where all is to be read anyway, learn first which names are topics: to read
 * a text is cheaper than to write its rows twice.
 */
static int foresee_names(struct refresh *r)
{
	if (!r->ix->source.derived || !(r->empty || r->other_catalogue))
		return 0;
	if (database_clear(r->ix))
		return -1;
	for (size_t i = 0; i < r->count; i++)
		if (r->changes[i].work == WORK_READ &&
		    gather_names(r, &r->changes[i], (int64_t)i + 1))
			return -1;
	strbuf_reset(&r->derived);
	r->other_catalogue = true;
	return names_derive(r->ix, &r->derived);
}

/* Everything is to be read again, with these names as topics. */
static int plan_with_names(struct refresh *r, struct str names)
{
	/* Not of one folder alone. */
	r->ix->source.only = NULL;
	if (plan(r))
		return -1;
	r->nrecorded = r->count = 0;
	r->other_catalogue = true;
	compare_folders(r);
	strbuf_reset(&r->derived);
	strbuf_addslice(&r->derived, names);
	return 0;
}

/*
 * Which names are topics is known when all documents are, and depends on them
 * alone: so what was read with others is read once more, and then it is so.
 */
static int apply(struct refresh *r)
{
	AUTO(strbuf) names = STRBUF_INIT;

	if (plan_again(r) || foresee_names(r) || apply_plan(r))
		return -1;
	if (!r->ix->source.derived)
		return 0;
	if (names_derive(r->ix, &names))
		return -1;
	if (str_eq(strbuf_slice(&names), strbuf_slice(&r->derived)))
		return 0;
	if (plan_with_names(r, strbuf_slice(&names)))
		return -1;
	return apply_plan(r);
}

static int write_changes(struct refresh *r)
{
	struct index *ix = r->ix;

	if (database_begin(ix))
		return -1;
	if (apply(r)) {
		database_rollback(ix);
		return -1;
	}
	if (database_commit(ix))
		return -1;
	database_tidy(ix);
	return 0;
}

static void report_on(const struct refresh *r, struct index_refreshed *report)
{
	*report = (struct index_refreshed){
		.rebuilt = r->empty || r->other_catalogue,
	};
	for (size_t i = 0; i < r->count; i++)
		if (r->changes[i].work == WORK_READ)
			report->read++;
		else
			report->removed++;
	report->unchanged = r->scan.files - report->read;
}

int database_refresh(struct index *ix, struct index_refreshed *report)
{
	struct refresh r;
	int rc;

	refresh_init(&r, ix);
	rc = plan(&r);
	if (!rc && !is_true(&r))
		rc = write_changes(&r);
	report_on(&r, report);
	refresh_release(&r);
	return rc;
}
