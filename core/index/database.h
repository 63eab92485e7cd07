/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_DATABASE_H
#define CORE_INDEX_DATABASE_H

#include <sqlite3.h>

#include "core/base/file.h"
#include "core/index/index.h"

/*
 * The database under the index, for core/index/ alone.
 *
 * Functions that work on it return 0 or -1 and leave SQLite's own code in
 * ix->rc; what can be done about it is decided in one place, index_read().
 */

/* Of the tables and of what is written in them: another one is built again. */
#define SCHEMA_VERSION 59

/* Every statement there is; statements.c has their text. */
enum statement {
	SQL_BEGIN_READ,
	SQL_BEGIN_WRITE,
	SQL_COMMIT,
	SQL_ROLLBACK,
	SQL_VERSION,
	SQL_APPLICATION_ID,
	SQL_GET_META,
	SQL_PUT_META,
	SQL_CHANGES,
	SQL_ADD_NAME,
	SQL_DELETE_NAMES,
	SQL_DERIVE_NAMES,
	SQL_COUNTS,
	SQL_LIST_FOLDERS,
	SQL_PUT_FOLDER,
	SQL_DELETE_FOLDER,
	SQL_FIND_DOCUMENT,
	SQL_ADD_DOCUMENT,
	SQL_DELETE_DOCUMENT,
	SQL_LAST_PART,
	SQL_LAST_DOCUMENT,
	SQL_ADD_PART,
	SQL_DELETE_PART,
	SQL_ADD_TEXT,
	SQL_DELETE_TEXT,
	SQL_ADD_DAY,
	SQL_DELETE_DAY,
	SQL_ADD_TAG,
	SQL_DELETE_TAG,
	SQL_ADD_MENTION,
	SQL_GET_MENTION,
	SQL_DELETE_MENTION,
	SQL_ADD_LINK,
	SQL_DELETE_LINKS,
	SQL_ADD_CALLED,
	SQL_DELETE_CALLED,
	SQL_PART_TOPICS,
	SQL_TEXT,
	SQL_ENTRIES,
	SQL_SUMMARIES,
	SQL_SUMMARIES_ALL,
	SQL_HEADS,
	SQL_ENTRY,
	SQL_MARKS,
	SQL_UNDATED_MARKS,
	SQL_NOTES,
	SQL_DAYS,
	SQL_SPAN_DAYS,
	SQL_SPAN_MARKS,
	SQL_PUT_SPAN,
	SQL_DELETE_SPAN,
	SQL_GET_SIZES,
	SQL_PUT_SIZES,
	SQL_TAGS,
	SQL_TOPICS,
	SQL_TOPIC_ROWS,
	SQL_GET_TOPIC,
	SQL_PUT_TOPIC,
	SQL_DELETE_TOPIC,
	SQL_TOPIC_DAYS,
	SQL_DATED_NOTES,
	SQL_TOPIC_PARTS,
	SQL_MENTIONS,
	SQL_PART_OF,
	SQL_ITEM_PARTS,
	SQL_LINKS,
	SQL_PART_LINKS,
	SQL_LINK_PART,
	SQL_CALLED,
	SQL_RELATED_PARTS,
	SQL_SEARCH,
	SQL_PARTS_ALL,
	SQL_PARTS_MATCH,
	SQL_PARTS_TOPIC,
	SQL_PARTS_TAG,
	SQL_PARTS_DAYS,
	SQL_PARTS_KIND,
	SQL_ROUNDS,
	SQL_PARTS_NUMBERS,
	SQL_PARTS_SECTION,
	SQL_PARTS_TRAIT,
	SQL_PASSAGES,
	SQL_PARTS_NEWEST,
	SQL_PARTS_OLDEST,
	SQL_PARTS_UNDATED,
	SQL_HIT,
	SQL_FTS5,
	SQL_FTS5_VERSION,
	SQL_TERM,
	SQL_TERMS,
	SQL_TERM_PAGES,
	SQL_COUNT,
};

/*
 * The columns of part_fts, in which the text of the passages stands.  The last
 * has the addresses that the text does not show, a line for each passage of
 * TRAITS_LINK, which may be empty.
 */
#define TRAITS_LINK ((unsigned)TRAIT_LINK | TRAIT_IMAGE)
enum column {
	COLUMN_TITLE,
	COLUMN_HEADING,
	COLUMN_PROGRESS,
	COLUMN_LEARNED,
	COLUMN_THOUGHTS,
	COLUMN_LINKS,
	COLUMN_QUESTIONS,
	COLUMN_BODY,
	COLUMN_ADDRESS,
	COLUMN_COUNT,
};
extern const char *const column_names[COLUMN_COUNT];
enum column column_of_section(enum section s);

struct index {
	sqlite3 *db;
	sqlite3_vfs *files; /* what db is opened through */
	char *path;	    /* NULL: in memory */
	int rc;		    /* SQLite's code of what failed last */
	int log_pages;	    /* in the write-ahead log after a commit */
	sqlite3_stmt *statements[SQL_COUNT];
	size_t tokens; /* FTS5 got from texts since this was set to 0 */
	int64_t born;  /* tells this set of tables from any other */
	bool repaired; /* emptied once already because of damage */
	struct index_source source; /* of the last refresh; .root NULL */
	char *root, *catalogue_key; /* what `source` points to */
	struct beneath tree;	    /* source.root */
	struct error unread;	    /* why the files cannot be looked at */
	struct unread_list left_out;
	int question;		    /* to the watcher, not heard yet; or -1 */
	struct refresh *looking;    /* at the files, meanwhile; or NULL */
	void (*tell)(void *arg);    /* that another process has it; or NULL */
	void *tell_arg;
	int waited;		    /* milliseconds, for the lock of now */
};

/* Open what ix->path says, or memory; a file of another version is emptied. */
int database_open(struct index *ix) MUST_CHECK;
void database_close(struct index *ix);

/* Wait for other processes, or (false) do without at once. */
void database_be_patient(struct index *ix, bool patient);

/* Make it empty, whatever it holds: the tables and nothing in them. */
int database_reset(struct index *ix) MUST_CHECK;

/* Empty the tables, within a transaction. */
int database_clear(struct index *ix) MUST_CHECK;

/* A transaction that writes. */
int database_begin(struct index *ix) MUST_CHECK;
int database_commit(struct index *ix) MUST_CHECK;
void database_rollback(struct index *ix); /* keeps ix->rc */

/* Which tables these are: others get another number. */
int database_born(struct index *ix, int64_t *out) MUST_CHECK;

/* log_origin.c: within each transaction that writes, the last thing; and
 * whether the log is that of the file, SQLITE_CORRUPT where it is not. */
int database_sign(struct index *ix) MUST_CHECK;
int database_check_log(struct index *ix) MUST_CHECK;

/* Which state of them: another number since each change of what documents are
 * in them, or how.  0: there was none yet. */
int database_generation(struct index *ix, int64_t *out) MUST_CHECK;
int database_new_generation(struct index *ix) MUST_CHECK;

/*
 * What is kept under a name of its own, which must live as long as the
 * statement is used: the one gives no row or the value, the other takes it as
 * its second.  "born" are these tables, "generation" is their state, "catalogue"
 * has its key, "derived" the names of topics (names.h), "watched" what the
 * watcher said before the last whole scan (watcher.h), "on-disk" and "before"
 * are numbers of the file (log_origin.c); of files of settings there are the
 * pairs (pairs.c).
 */
sqlite3_stmt *database_get_meta(struct index *ix, const char *key);
sqlite3_stmt *database_put_meta(struct index *ix, const char *key);

/* A number that differs once another process has written. */
int database_changes(struct index *ix, int64_t *out) MUST_CHECK;

/* Write the log back when it has grown, so that readers open fast. */
void database_tidy(struct index *ix);

/* Write the log back whatever its length, and if the database is not open. */
void database_write_back(struct index *ix);

/*
 * A statement, prepared when first asked for, without values; NULL when it
 * cannot be, which bind_* and database_step take as a failure.
 */
sqlite3_stmt *database_get(struct index *ix, enum statement which);
void bind_int(sqlite3_stmt *st, int at, int64_t value);
void bind_day(sqlite3_stmt *st, int at, int day);   /* DAY_NONE stays NULL */
void bind_text(sqlite3_stmt *st, int at, const char *text);
void bind_str(sqlite3_stmt *st, int at, struct str text);
void bind_blob(sqlite3_stmt *st, int at, struct str bytes);

/* 1: there is a row; 0: no more; -1: it failed. */
int database_step(struct index *ix, sqlite3_stmt *st);

/* Step to the end and be ready for the next time: 0, or -1. */
int database_run(struct index *ix, sqlite3_stmt *st) MUST_CHECK;
int database_do(struct index *ix, enum statement which) MUST_CHECK;

/* The end of a loop over rows: what its last step gave, with a reset. */
int database_end(sqlite3_stmt *st, int last);

/* Each row of it until one fails, and be ready for the next time: 0, or -1. */
typedef int database_row(void *arg, struct index *ix, sqlite3_stmt *st);
int database_each(struct index *ix, sqlite3_stmt *st, database_row *row,
		  void *arg) MUST_CHECK;

/* What SQL_LAST_DOCUMENT or SQL_LAST_PART gives; 0: there is none. */
int database_last_id(struct index *ix, enum statement which, int64_t *out)
	MUST_CHECK;

/* What rows have become, which was on the heap and lives as long as `mem` from
 * now on; never NULL. */
void *rows_settle(void *items, struct arena *mem);

/* A column of the row, copied; NULL and .s NULL are SQL's NULL. */
const char *column_string(sqlite3_stmt *st, int at, struct arena *mem);
struct str column_str(sqlite3_stmt *st, int at, struct arena *mem);
int column_day(sqlite3_stmt *st, int at);	    /* NULL is DAY_NONE */
struct str column_borrow(sqlite3_stmt *st, int at); /* until the next step */

/* Bring the index in step with the files that ix->source names. */
int database_refresh(struct index *ix, struct index_refreshed *report)
	MUST_CHECK;

/*
 * Look at the files while the index is read from; then whether it was in step
 * with all of them, all the time that they were looked at.  Where it was not,
 * or that cannot be told, database_refresh is to be asked.
 */
int database_look(struct index *ix) MUST_CHECK;
bool database_was_true(struct index *ix);
void database_look_away(struct index *ix);

/*
 * Read from the index, in one transaction.  When it turns out to be damaged it
 * is built again and read once more; when that fails too, an index in memory
 * answers.
 */
int index_read(struct index *ix, int (*read)(struct index *ix, void *arg),
	       void *arg, struct error *err) MUST_CHECK;

#endif
