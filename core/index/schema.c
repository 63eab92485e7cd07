/* SPDX-License-Identifier: MIT */
/* The tables of the index, and opening, emptying and closing their file. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/strbuf.h"
#include "core/index/checked_file.h"
#include "core/index/database.h"
#include "core/index/tokenizer.h"

/* Pages in the write-ahead log that are worth writing back. */
#define LOG_PAGES 192

/* Pages to keep while we read: as many as SQLite makes room for at once.  Most
 * are wanted once, so that it takes less time to read one again than to get new
 * memory for each.  (Writing has SQLite's own default, in KiB.) */
#define CACHE_PAGES 20

const char *const column_names[COLUMN_COUNT] = {
	[COLUMN_TITLE] = "title",	  [COLUMN_HEADING] = "heading",
	[COLUMN_PROGRESS] = "progress",	  [COLUMN_LEARNED] = "learned",
	[COLUMN_THOUGHTS] = "thoughts",	  [COLUMN_LINKS] = "links",
	[COLUMN_QUESTIONS] = "questions", [COLUMN_BODY] = "body",
	[COLUMN_ADDRESS] = "address",
};

enum column column_of_section(enum section s)
{
	static const enum column columns[SECTION_COUNT] = {
		[SECTION_NONE] = COLUMN_BODY,
		[SECTION_PROGRESS] = COLUMN_PROGRESS,
		[SECTION_LEARNED] = COLUMN_LEARNED,
		[SECTION_THOUGHTS] = COLUMN_THOUGHTS,
		[SECTION_LINKS] = COLUMN_LINKS,
		[SECTION_QUESTIONS] = COLUMN_QUESTIONS,
	};

	return (unsigned)s < SECTION_COUNT ? columns[s] : COLUMN_BODY;
}

/*
 * Ids only grow, so that FTS5 can append; nothing outside this file of the
 * database knows them.  Lists that are only ever read whole (the days of an
 * entry, the passages of a part) are one value in their row: rows cost more
 * than bytes.
 */
static const char schema[] =
	"CREATE TABLE meta (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;"
	/* What was seen of a folder; scan.h has the form of a listing. */
	"CREATE TABLE folder (path TEXT PRIMARY KEY, listing BLOB,"
	" state INTEGER) WITHOUT ROWID;"
	"CREATE TABLE document (id INTEGER PRIMARY KEY, path TEXT UNIQUE,"
	" kind INTEGER, name TEXT, title TEXT, day INTEGER, private INTEGER,"
	" first_part INTEGER, parts INTEGER, tags TEXT, topics TEXT,"
	" days TEXT, numbers TEXT, round INTEGER, minutes INTEGER,"
	" written INTEGER, zone INTEGER, heading BLOB, heading_end INTEGER,"
	" log TEXT, line INTEGER, digest TEXT, flags TEXT, empty INTEGER,"
	" summary TEXT, sum INTEGER, words INTEGER);"
	"CREATE INDEX document_name ON document (name);"
	/* Entries in their order, with all that a list shows of them and that
	 * counts in a round of days: their rows need not be looked up. */
	"CREATE INDEX document_order ON document (day IS NULL, day,"
	" length(name), name, path, days, numbers, round, empty, kind,"
	" minutes, first_part, summary) WHERE kind = 0;"
	"CREATE INDEX document_dated ON document (id)"
	" WHERE kind <> 0 AND day IS NOT NULL;"
	"CREATE INDEX document_note ON document (path) WHERE kind <> 0;"
	/* With what is shown of its document, whose row is on another page. */
	"CREATE TABLE part (id INTEGER PRIMARY KEY, document INTEGER,"
	" path TEXT, name TEXT, title TEXT, kind INTEGER, day INTEGER,"
	" line INTEGER, headings TEXT, topics TEXT, sections INTEGER,"
	" traits INTEGER, item INTEGER, passages BLOB, marks BLOB);"
	"CREATE INDEX part_item ON part (id) WHERE item = 1;"
	"CREATE VIRTUAL TABLE part_fts USING fts5 (title, heading, progress,"
	" learned, thoughts, links, questions, body, address,"
	" columnsize = 0, tokenize = '" TOKENIZER "');"
	/* Of the texts: part_sizes.h. */
	"CREATE TABLE size (number INTEGER PRIMARY KEY, sizes BLOB);"
	"CREATE VIRTUAL TABLE part_terms USING fts5vocab (part_fts, row);"
	"CREATE TABLE day (day INTEGER, document INTEGER, studied INTEGER,"
	" written INTEGER, zone INTEGER, minutes INTEGER,"
	" PRIMARY KEY (day, document)) WITHOUT ROWID;"
	/* What the two above come to: spans.h. */
	"CREATE TABLE span (number INTEGER PRIMARY KEY, days BLOB,"
	" marks BLOB);"
	"CREATE TABLE tag (name TEXT, document INTEGER,"
	" PRIMARY KEY (name, document)) WITHOUT ROWID;"
	/* What documents call their subjects: names.h. */
	"CREATE TABLE name (kind INTEGER, key TEXT, document INTEGER,"
	" name TEXT, PRIMARY KEY (kind, key, document)) WITHOUT ROWID;"
	"CREATE INDEX name_document ON name (document);"
	"CREATE TABLE mention (topic TEXT, part INTEGER, document INTEGER,"
	" day INTEGER, named INTEGER, columns INTEGER, kinds BLOB,"
	" passages BLOB, PRIMARY KEY (topic, part)) WITHOUT ROWID;"
	/* What mentions come to: topic_sums.h. */
	"CREATE TABLE topic (id TEXT PRIMARY KEY, passages INTEGER,"
	" documents INTEGER, first_day INTEGER, last_day INTEGER, kinds BLOB)"
	" WITHOUT ROWID;"
	"CREATE TABLE link (document INTEGER, number INTEGER, part INTEGER,"
	" passage INTEGER, line INTEGER, kind INTEGER, wiki INTEGER,"
	" target TEXT, text TEXT, PRIMARY KEY (document, number))"
	" WITHOUT ROWID;"
	/* What links may call a document, beside its path and title. */
	"CREATE TABLE called (document INTEGER PRIMARY KEY, aliases TEXT,"
	" headings TEXT);"
	"INSERT INTO part_fts (part_fts, rank) VALUES ('hashsize', 6291456);";

#define TEXT_OF_(x) #x
#define TEXT_OF(x) TEXT_OF_(x)
static const char set_version[] =
	"PRAGMA user_version = " TEXT_OF(SCHEMA_VERSION);

static const char drop[] =
	"DROP TABLE meta; DROP TABLE name; DROP TABLE folder;"
	"DROP TABLE document; DROP TABLE part; DROP TABLE part_terms;"
	"DROP TABLE part_fts; DROP TABLE size; DROP TABLE day; DROP TABLE tag;"
	"DROP TABLE span; DROP TABLE mention; DROP TABLE topic;"
	"DROP TABLE link; DROP TABLE called;";

/*
 * The file is disposable, but somebody may hand us one that is meant to hurt:
 * SQLite's "Defense Against The Dark Arts", with room for the longest file.
 */
static void set_limits(sqlite3 *db)
{
	static const struct {
		int id, value;
	} limits[] = {
		{ SQLITE_LIMIT_LENGTH, (int)(4 * LIMIT_FILE) },
		{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
		{ SQLITE_LIMIT_COLUMN, 100 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 20 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 3 },
		{ SQLITE_LIMIT_VDBE_OP, 25000 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 10 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50 },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, 32 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
		{ SQLITE_LIMIT_WORKER_THREADS, 0 },
	};

	for (size_t i = 0; i < ARRAY_SIZE(limits); i++)
		sqlite3_limit(db, limits[i].id, limits[i].value);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, NULL);
	/* The log stays for the next process; database_tidy keeps it short. */
	sqlite3_db_config(db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
}

/* How long another process may keep us waiting before we do without. */
#define PATIENCE_MS 3000
#define SILENCE_MS 500	/* of that, until it is told */

/* Most locks are gone in no time. */
#define SHORT_WAITS 10
#define LONG_WAIT_MS 20

/* One more wait for a lock; 0 once it was long enough. */
static int wait_longer(void *arg, int tries)
{
	struct index *ix = arg;
	int before = tries ? ix->waited : 0;
	int wait = tries < SHORT_WAITS ? 1 : LONG_WAIT_MS;

	ix->waited = before + wait;
	if (before >= PATIENCE_MS)
		return 0;
	if (ix->tell && before < SILENCE_MS &&
	    ix->waited >= SILENCE_MS)
		ix->tell(ix->tell_arg);
	sqlite3_sleep(wait);
	return 1;
}

void database_be_patient(struct index *ix, bool patient)
{
	sqlite3_busy_handler(ix->db, patient ? wait_longer : NULL, ix);
}

static int run_script(struct index *ix, const char *script)
{
	ix->rc = sqlite3_exec(ix->db, script, NULL, NULL, NULL);
	return ix->rc ? -1 : 0;
}

/* SQLite gives its other files the mode of this one: nobody else's business. */
static int make_file(struct index *ix)
{
	int fd = open(ix->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);

	if (fd >= 0)
		close(fd);
	else if (errno != EEXIST)
		ix->rc = SQLITE_CANTOPEN;
	return fd < 0 && errno != EEXIST ? -1 : 0;
}

static int get_number(struct index *ix, sqlite3_stmt *st, int64_t *out)
{
	int more = database_step(ix, st);

	*out = more > 0 ? sqlite3_column_int64(st, 0) : 0;
	return database_end(st, more);
}

static int get_version(struct index *ix, int64_t *out)
{
	return get_number(ix, database_get(ix, SQL_VERSION), out);
}

int database_changes(struct index *ix, int64_t *out)
{
	return get_number(ix, database_get(ix, SQL_CHANGES), out);
}

int database_born(struct index *ix, int64_t *out)
{
	return get_number(ix, database_get_meta(ix, "born"), out);
}

int database_generation(struct index *ix, int64_t *out)
{
	return get_number(ix, database_get_meta(ix, "generation"), out);
}

static void forget_statements(struct index *ix)
{
	for (size_t i = 0; i < SQL_COUNT; i++) {
		sqlite3_finalize(ix->statements[i]);
		ix->statements[i] = NULL;
	}
}

static int keep_few_pages(struct index *ix)
{
	return run_script(ix, "PRAGMA cache_size = " TEXT_OF(CACHE_PAGES));
}

/*
 * A power cut may lose what was written last, but not its order; a program
 * that dies loses nothing.  Debian's SQLite overwrites what it deletes: that
 * is of no use here.
 */
int database_begin(struct index *ix)
{
	if (run_script(ix, "PRAGMA synchronous = NORMAL;"
			   "PRAGMA secure_delete = OFF;"
			   "PRAGMA cache_size = -2000;"))
		return -1;
	return database_do(ix, SQL_BEGIN_WRITE);
}

/* Whoever reads on needs no room for writing. */
int database_commit(struct index *ix)
{
	if (!database_sign(ix) && !database_do(ix, SQL_COMMIT))
		return keep_few_pages(ix);
	database_rollback(ix);
	return -1;
}

void database_rollback(struct index *ix)
{
	int rc = ix->rc;

	if (!sqlite3_get_autocommit(ix->db) && database_do(ix, SQL_ROLLBACK))
		forget_statements(ix);
	ix->rc = rc;
}

static int put_random(struct index *ix, const char *key)
{
	sqlite3_stmt *st = database_put_meta(ix, key);
	int64_t number;

	sqlite3_randomness(sizeof(number), &number);
	bind_int(st, 2, number);
	return database_run(ix, st);
}

int database_new_generation(struct index *ix)
{
	return put_random(ix, "generation");
}

static int fill(struct index *ix)
{
	return run_script(ix, schema) || put_random(ix, "born") ||
			       run_script(ix, set_version)
		       ? -1
		       : 0;
}

/* Another process may have been quicker: then its tables are as good. */
static int fill_if_needed(struct index *ix)
{
	int64_t version;

	if (get_version(ix, &version))
		return -1;
	return version == SCHEMA_VERSION ? 0 : fill(ix);
}

static int create_tables(struct index *ix)
{
	checked_file_prepare(ix->db);
	if (run_script(ix, "PRAGMA page_size = 4096") || database_begin(ix))
		return -1;
	if (!fill_if_needed(ix))
		return database_commit(ix);
	database_rollback(ix);
	return -1;
}

int database_clear(struct index *ix)
{
	if (run_script(ix, drop) || fill(ix))
		return -1;
	return database_born(ix, &ix->born);
}

static int note_log_pages(void *arg, sqlite3 *db UNUSED,
			  const char *name UNUSED, int pages)
{
	struct index *ix = arg;

	ix->log_pages = pages;
	return SQLITE_OK;
}

static int open_connection(struct index *ix)
{
	const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
			  SQLITE_OPEN_NOMUTEX;

	/* Nobody asks how much memory is in use; to count it takes a lock for
	 * every piece.  After the first connection this does nothing. */
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	if (ix->path && make_file(ix))
		return -1;
	if (ix->path && !ix->files)
		ix->files = checked_file_system_new();
	ix->rc = sqlite3_open_v2(ix->path ? ix->path : ":memory:", &ix->db,
				 flags, ix->path ? ix->files->zName : NULL);
	if (ix->rc)
		return -1;
	set_limits(ix->db);
	database_be_patient(ix, true);
	/* This takes the place of SQLite's own automatic checkpoints. */
	sqlite3_wal_hook(ix->db, note_log_pages, ix);
	return tokenizer_register(ix);
}

static bool has_log(const struct index *ix)
{
	AUTO(strbuf) log = STRBUF_INIT;
	struct stat st;

	strbuf_addf(&log, "%s-wal", ix->path);
	return !stat(log.buf, &st) && st.st_size > 0;
}

/* Tables of this version, and which ones they are. */
static int open_tables(struct index *ix)
{
	int64_t version;

	if (get_version(ix, &version))
		return -1;
	if (version != SCHEMA_VERSION) {
		if (version && database_reset(ix))
			return -1;
		if (!version && create_tables(ix))
			return -1;
	}
	if (ix->path && has_log(ix) && database_check_log(ix))
		return -1;
	if (keep_few_pages(ix))
		return -1;
	return database_born(ix, &ix->born);
}

int database_open(struct index *ix)
{
	return open_connection(ix) || open_tables(ix) ? -1 : 0;
}

void database_close(struct index *ix)
{
	forget_statements(ix);
	sqlite3_close(ix->db);
	ix->db = NULL;
	checked_file_system_free(ix->files);
	ix->files = NULL;
}

/* VACUUM attaches a database of its own, and writes where it must not. */
static void allow_reset(struct index *ix, bool allow)
{
	sqlite3 *db = ix->db;

	checked_file_trust(ix->files, allow);
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, allow);
	sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, !allow, NULL);
	sqlite3_db_config(db, SQLITE_DBCONFIG_RESET_DATABASE, allow, NULL);
}

/*
 * SQLite's own way to empty a file whatever is in it, under its locks: other
 * processes may have it open, and notice.
 */
int database_reset(struct index *ix)
{
	int rc;

	forget_statements(ix);
	allow_reset(ix, true);
	checked_file_prepare(ix->db);
	rc = run_script(ix, "VACUUM");
	allow_reset(ix, false);
	if (rc || create_tables(ix))
		return -1;
	return database_born(ix, &ix->born);
}

static void empty_log(struct index *ix)
{
	sqlite3_wal_checkpoint_v2(ix->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL,
				  NULL);
}

/*
 * The first build went straight into the file; from then on a write-ahead log
 * spares readers the wait and `hecto log` the fsyncs.  What is in it is read
 * by every process that opens the index, so it must stay short.
 */
void database_tidy(struct index *ix)
{
	if (!ix->path)
		return;
	database_be_patient(ix, false);
	run_script(ix, "PRAGMA journal_mode = WAL");
	if (ix->log_pages > LOG_PAGES)
		empty_log(ix);
	database_be_patient(ix, true);
}

/* The version is asked for because SQLite knows only then that there is a log;
 * a file that is not ours stays as it is. */
void database_write_back(struct index *ix)
{
	int64_t version;

	if (!has_log(ix) || open_connection(ix))
		return;
	database_be_patient(ix, false);
	if (!get_version(ix, &version) && version == SCHEMA_VERSION)
		empty_log(ix);
}
