/* SPDX-License-Identifier: MIT */
/* Making the index true: what differs from the files is read again. */
#include "core/index/refresh.h"

#include <stdlib.h>

#include "core/index/names.h"
#include "core/index/read_ahead.h"
#include "core/index/write.h"

static int by_part(const void *a, const void *b)
{
	const struct old_document *x = a, *y = b;

	return (x->first_part > y->first_part) -
	       (x->first_part < y->first_part);
}

/* FTS5 likes what it forgets in the order of ids, and before what it learns. */
static int remove_old(struct refresh *r, struct tally *tally)
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
		if (old_document_remove(r->ix, &old[i], tally))
			return -1;
	return 0;
}

/* A file may have become another one since its names were foreseen. */
static int put_names(struct refresh *r, int64_t id, struct document_read *d)
{
	if (!r->ix->source.derived)
		return 0;
	if (r->foreseen) {
		if (r->foreseen[id - 1] == d->rows.sum)
			return 0;
		if (names_remove(r->ix, id))
			return -1;
	}
	return names_put(r->ix, id, &d->rows.doc, &d->mem);
}

static int write_document(struct refresh *r, struct writer *w,
			  struct document_read *d)
{
	struct seen_file *file = d->change->file;

	if (file->racy)
		file->digest = d->rows.sum;
	return writer_add(w, &d->rows, &d->mem) ||
			       put_names(r, w->last_document, d)
		       ? -1
		       : 0;
}

static int write_documents(struct refresh *r, struct writer *w,
			   struct topic_catalogue *topics)
{
	struct read_ahead *ahead = read_ahead_begin(r, READ_ROWS, topics);
	struct document_read *d;
	int rc = 0;

	while (!rc && (d = read_ahead_next(ahead)))
		rc = write_document(r, w, d);
	read_ahead_end(ahead);
	return rc;
}

static bool reads_any(const struct refresh *r)
{
	for (size_t i = 0; i < r->count; i++)
		if (r->changes[i].work == WORK_READ)
			return true;
	return false;
}

static int read_new(struct refresh *r, struct tally *tally)
{
	const struct index_source *source = &r->ix->source;
	struct topic_catalogue *topics = NULL;
	struct writer w;

	if (writer_init(&w, r->ix, tally))
		return -1;
	if (source->derived)
		source->derived(source->arg, strbuf_slice(&r->derived));
	if (!reads_any(r))
		return 0;
	if (source->catalogue)
		topics = source->catalogue(source->arg);
	return write_documents(r, &w, topics);
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
				 !is_unchanged(seen, old->listing)))) &&
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
	st = database_put_meta(r->ix, "catalogue");
	bind_text(st, 2, r->ix->source.catalogue_key);
	return database_run(r->ix, st);
}

/* What the watcher said before all this was looked at. */
static int record_watched(struct refresh *r)
{
	sqlite3_stmt *st;

	if (!is_worth_recording(r))
		return 0;
	st = database_put_meta(r->ix, "watched");
	bind_blob(st, 2, (struct str){ (const char *)&r->asked,
				       sizeof(r->asked) });
	return database_run(r->ix, st);
}

/* 1: another process may have written since we looked; 0; -1. */
static int was_written(struct refresh *r)
{
	int64_t version;

	if (database_changes(r->ix, &version))
		return -1;
	return version != r->version;
}

static int plan_again(struct refresh *r)
{
	int written = was_written(r);

	return written > 0 ? plan(r) : written;
}

static int apply_plan(struct refresh *r)
{
	AUTO(tally) tally = TALLY_INIT;

	if (r->other_catalogue && !r->foreseen && database_clear(r->ix))
		return -1;
	if (remove_old(r, &tally) || read_new(r, &tally) ||
	    tally_write(&tally, r->ix) || record_folders(r) ||
	    record_catalogue(r))
		return -1;
	return names_record(r->ix, strbuf_slice(&r->derived)) ||
			       record_watched(r)
		       ? -1
		       : 0;
}

static int gather_names(struct refresh *r)
{
	struct read_ahead *ahead = read_ahead_begin(r, READ_NAMES, NULL);
	struct document_read *d;
	int64_t id = 0;
	int rc = 0;

	while (!rc && (d = read_ahead_next(ahead))) {
		r->foreseen[id++] = d->rows.sum;
		rc = names_put(r->ix, id, &d->rows.doc, &d->mem);
	}
	read_ahead_end(ahead);
	return rc;
}

/*
 * Where all is to be read anyway, learn first which names are topics: to read
 * a text is cheaper than to write its rows twice.  The tables are empty, so it
 * is known which document each file will be, and the names can stay.
 */
static int foresee_names(struct refresh *r)
{
	if (!r->ix->source.derived || !(r->empty || r->other_catalogue))
		return 0;
	if (database_clear(r->ix))
		return -1;
	r->foreseen = arena_alloc(&r->mem,
				  (r->count + 1) * sizeof(*r->foreseen));
	if (gather_names(r))
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
	if (plan_by_looking(r))
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
	if (apply(r) || database_new_generation(ix)) {
		database_rollback(ix);
		return -1;
	}
	if (database_commit(ix))
		return -1;
	database_tidy(ix);
	return 0;
}

/* Where nothing else is to be written; what cannot be kept is no failure. */
static void keep_watched(struct refresh *r)
{
	struct index *ix = r->ix;

	if (!is_worth_recording(r))
		return;
	database_be_patient(ix, false);
	if (!database_begin(ix)) {
		if (was_written(r) || record_watched(r))
			database_rollback(ix);
		else if (!database_commit(ix))
			database_tidy(ix);
	}
	database_be_patient(ix, true);
}

static void report_on(const struct refresh *r, struct index_refreshed *report)
{
	*report = (struct index_refreshed){
		.rebuilt = r->empty || r->other_catalogue,
		.watched = r->watched,
	};
	for (size_t i = 0; i < r->count; i++)
		if (r->changes[i].work == WORK_READ)
			report->read++;
		else
			report->removed++;
	report->unchanged = r->scan.files - report->read;
}

/* Of one folder, what is known of the others stays. */
static void tell_unread(const struct refresh *r)
{
	struct index *ix = r->ix;

	if (!ix->source.only)
		unread_list_release(&ix->left_out);
	unread_add_all(&ix->left_out, &r->scan.unread);
}

int database_refresh(struct index *ix, struct index_refreshed *report)
{
	struct refresh r;
	int rc;

	refresh_init(&r, ix);
	rc = plan(&r);
	if (!rc && !is_true(&r))
		rc = write_changes(&r);
	else if (!rc)
		keep_watched(&r);
	report_on(&r, report);
	tell_unread(&r);
	refresh_release(&r);
	return rc;
}

int database_look(struct index *ix)
{
	struct refresh *r = xcalloc(1, sizeof(*r));

	refresh_init(r, ix);
	if (plan_begin(r)) {
		refresh_release(r);
		free(r);
		return -1;
	}
	ix->looking = r;
	return 0;
}

bool database_was_true(struct index *ix)
{
	struct refresh *r = ix->looking;
	bool yes = !plan_end(r) && is_true(r);

	if (yes)
		keep_watched(r);
	tell_unread(r);
	database_look_away(ix);
	return yes;
}

void database_look_away(struct index *ix)
{
	if (!ix->looking)
		return;
	refresh_release(ix->looking);
	free(ix->looking);
	ix->looking = NULL;
}
