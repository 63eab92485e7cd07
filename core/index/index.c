/* SPDX-License-Identifier: MIT */
/* The index as a whole: opening it, and answering whatever befalls it. */
#include "core/index/index.h"

#include <stdlib.h>
#include <unistd.h>

#include "core/index/database.h"

static struct index *index_new(const char *path)
{
	struct index *ix = xcalloc(1, sizeof(*ix));

	ix->path = path ? xstrdup(path) : NULL;
	ix->tree = (struct beneath)BENEATH_INIT;
	ix->question = -1;
	return ix;
}

/* What is in memory has neither locks nor a disk under it. */
static int become_memory(struct index *ix)
{
	database_close(ix);
	free(ix->path);
	ix->path = NULL;
	return database_open(ix);
}

/* Codes that say the content is wrong, not that we cannot get at it. */
static bool is_damaged(int rc)
{
	switch (rc & 0xff) {
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_ERROR:
	case SQLITE_FORMAT:
	case SQLITE_SCHEMA:
	case SQLITE_MISMATCH:
	case SQLITE_CONSTRAINT:
	case SQLITE_RANGE:
	case SQLITE_TOOBIG:
	case SQLITE_INTERNAL: return true;
	default: return false;
	}
}

/*
 * One step down: a damaged file is emptied, once; a file that cannot be used
 * is given up for memory; memory has nothing below it.
 */
static int recover(struct index *ix)
{
	if (!ix->path)
		return -1;
	if (!ix->repaired && is_damaged(ix->rc)) {
		ix->repaired = true;
		if (ix->db && !database_reset(ix))
			return 0;
	}
	return become_memory(ix);
}

static int give_up(const struct index *ix, struct error *err)
{
	return error_set(err, ERROR_INDEX, "the search index fails: %s",
			 sqlite3_errstr(ix->rc));
}

int index_open(struct index **out, const char *path, struct error *err)
{
	return index_open_and_tell(out, path, NULL, NULL, err);
}

int index_open_and_tell(struct index **out, const char *path,
			void (*tell)(void *arg), void *arg, struct error *err)
{
	struct index *ix = index_new(path);

	ix->tell = tell;
	ix->tell_arg = arg;
	if (database_open(ix) && recover(ix)) {
		give_up(ix, err);
		index_close(ix);
		return -1;
	}
	*out = ix;
	return 0;
}

void index_close(struct index *ix)
{
	if (!ix)
		return;
	database_look_away(ix);
	database_close(ix);
	index_was_asked(ix, -1);
	beneath_release(&ix->tree);
	unread_list_release(&ix->left_out);
	free(ix->path);
	free(ix->root);
	free(ix->catalogue_key);
	free(ix);
}

/* SQLite's files are as after a kill, which they are made for. */
void index_leave(struct index *ix)
{
	database_look_away(ix);
}

bool index_rest(struct index *ix)
{
	if (!ix->path)
		return false;
	if (ix->db)
		database_close(ix);
	return true;
}

void index_write_back(const char *path)
{
	struct index *ix = index_new(path);

	database_write_back(ix);
	index_close(ix);
}

/* Whether these are the tables that were left is for check_born() to say. */
static int wake(struct index *ix)
{
	int64_t born = ix->born;

	if (ix->db)
		return 0;
	if (database_open(ix))
		return -1;
	ix->born = born;
	return 0;
}

static void remember_source(struct index *ix, const struct index_source *source)
{
	free(ix->root);
	free(ix->catalogue_key);
	ix->root = xstrdup(source->root);
	ix->catalogue_key = xstrdup(source->catalogue_key);
	ix->source = *source;
	ix->source.root = ix->root;
	ix->source.catalogue_key = ix->catalogue_key;
}

const struct unread_list *index_unread(const struct index *ix)
{
	return &ix->left_out;
}

/* Until it is true, the database given up, or no file can be looked at. */
static int refresh(struct index *ix, struct index_refreshed *report,
		   struct error *err)
{
	database_look_away(ix);
	ix->unread = (struct error)ERROR_INIT;
	while (database_refresh(ix, report)) {
		if (ix->unread.kind != ERROR_NONE) {
			*err = ix->unread;
			return -1;
		}
		if (recover(ix))
			return give_up(ix, err);
	}
	return 0;
}

void index_was_asked(struct index *ix, int question)
{
	if (ix->question >= 0)
		close(ix->question);
	ix->question = question;
}

static int take_source(struct index *ix, const struct index_source *source,
		       struct error *err)
{
	database_look_away(ix);
	beneath_release(&ix->tree);
	if (beneath_open(&ix->tree, source->root, err))
		return -1;
	remember_source(ix, source);
	return 0;
}

int index_refresh(struct index *ix, const struct index_source *source,
		  struct index_refreshed *report, struct error *err)
{
	int rc;

	if (take_source(ix, source, err))
		return -1;
	rc = refresh(ix, report, err);
	ix->source.only = NULL;
	return rc;
}

int index_refresh_meanwhile(struct index *ix,
			    const struct index_source *source,
			    struct error *err)
{
	struct index_refreshed report;

	if (take_source(ix, source, err))
		return -1;
	ix->source.only = NULL;
	return database_look(ix) ? refresh(ix, &report, err) : 0;
}

/* Are these the tables that the last refresh made true? */
static int check_born(struct index *ix)
{
	int64_t born;

	if (database_born(ix, &born))
		return -1;
	if (born == ix->born)
		return 0;
	ix->born = born;
	ix->rc = SQLITE_ABORT;
	return -1;
}

static int read_once(struct index *ix, int (*read)(struct index *, void *),
		     void *arg)
{
	int rc;

	if (wake(ix) || database_do(ix, SQL_BEGIN_READ))
		return -1;
	rc = check_born(ix) || read(ix, arg) ? -1 : 0;
	database_rollback(ix);
	return rc;
}

/* Another process may empty and fill the file as often as it likes. */
#define READ_TRIES 8

static int read_until_done(struct index *ix,
			   int (*read)(struct index *ix, void *arg), void *arg,
			   struct error *err)
{
	struct index_refreshed report;

	for (int i = 0; read_once(ix, read, arg); i++) {
		if ((ix->rc != SQLITE_ABORT || i > READ_TRIES) && recover(ix))
			return give_up(ix, err);
		if (!ix->source.root)
			continue;
		if (refresh(ix, &report, err))
			return -1;
	}
	return 0;
}

int index_read(struct index *ix, int (*read)(struct index *ix, void *arg),
	       void *arg, struct error *err)
{
	struct index_refreshed report;

	if (read_until_done(ix, read, arg, err))
		return -1;
	if (!ix->looking || database_was_true(ix))
		return 0;
	return refresh(ix, &report, err)
		       ? -1
		       : read_until_done(ix, read, arg, err);
}

int index_settle(struct index *ix, struct error *err)
{
	struct index_refreshed report;

	if (!ix->looking || database_was_true(ix))
		return 0;
	return refresh(ix, &report, err);
}
