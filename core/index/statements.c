/* SPDX-License-Identifier: MIT */
/* Every SQL statement of the index, and how values go in and come out. */
#include "core/index/database.h"

#include "core/index/ranking.h"

#define ENTRY_COLUMNS \
	"SELECT d.first_part, d.path, d.name, d.title, d.days, d.numbers, " \
	"d.round, d.minutes, d.tags, d.written, d.zone, d.private, " \
	"d.heading, d.heading_end, d.log, d.line, d.digest, d.flags, d.empty, " \
	"d.summary, d.topics, d.words FROM document d " \
	"WHERE d.kind = 0 AND "

#define SUMMARY_COLUMNS \
	"SELECT d.first_part, d.name, d.numbers, d.round, d.minutes, " \
	"d.empty, d.summary FROM document d "

/* By the index document_order. */
#define LAST_ENTRIES \
	"ORDER BY d.day IS NULL DESC, d.day DESC, length(d.name) DESC, " \
	"d.name DESC, d.path DESC LIMIT ?7"

/* What struct index_filter leaves, the last ones first.  The days of all are
 * gathered only if there is an entry whose own day does not tell. */
#define FILTERED_ENTRIES \
	"((?1 IS NULL AND (?2 IS NULL OR d.day <= ?2)) OR " \
	"d.id IN (SELECT document " \
	"FROM day WHERE day BETWEEN ifnull(?1, -9e18) AND " \
	"ifnull(?2, 9e18))) AND " \
	"(?3 IS NULL OR d.id IN (SELECT document FROM tag " \
	"WHERE name = ?3)) AND " \
	"(?4 IS NULL OR d.id IN (SELECT document FROM mention " \
	"WHERE topic = ?4)) AND " \
	"(?5 IS NULL OR d.round = ?5) AND " \
	"(?6 IS NULL OR d.day IS NULL) " LAST_ENTRIES

/* The columns that part_row_read takes. */
#define PART_ROW \
	"p.id, p.path, p.name, p.title, p.kind, p.day, p.headings, p.passages"

/* FTS5 keeps its columns in part_fts_content; to ask for them by way of it
 * costs more than the rest. */
#define TEXT_COLUMNS "c0, c1, c2, c3, c4, c5, c6, c7, c8"

static const char *const sql[SQL_COUNT] = {
	[SQL_BEGIN_READ] = "BEGIN",
	[SQL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[SQL_COMMIT] = "COMMIT",
	[SQL_ROLLBACK] = "ROLLBACK",
	[SQL_VERSION] = "PRAGMA user_version",
	[SQL_APPLICATION_ID] = "PRAGMA application_id",
	[SQL_GET_META] = "SELECT value FROM meta WHERE key = ?1",
	[SQL_PUT_META] = "INSERT OR REPLACE INTO meta VALUES (?1, ?2)",
	[SQL_CHANGES] = "PRAGMA data_version",
	[SQL_ADD_NAME] = "INSERT OR IGNORE INTO name VALUES (?1, ?2, ?3, ?4)",
	[SQL_DELETE_NAMES] = "DELETE FROM name WHERE document = ?1",
	/* Services; tags of two documents; notes that two others link to. */
	[SQL_DERIVE_NAMES] =
		"SELECT min(name) FROM (SELECT key, name FROM name "
		"WHERE kind = 0 UNION ALL "
		"SELECT key, min(name) FROM name WHERE kind = 1 "
		"GROUP BY key HAVING count(*) > 1 UNION ALL "
		"SELECT l.key, min(t.name) FROM name l JOIN name t "
		"ON t.kind = 3 AND t.key = l.key "
		"WHERE l.kind = 2 AND l.document <> t.document GROUP BY l.key "
		"HAVING count(DISTINCT l.document) > 1) "
		"GROUP BY key ORDER BY 1",

	[SQL_COUNTS] =
		"SELECT (SELECT count(*) FROM document),"
		" (SELECT count(*) FROM part)",
	[SQL_LIST_FOLDERS] = "SELECT path, listing, state FROM folder "
			     "ORDER BY path",
	[SQL_PUT_FOLDER] = "INSERT OR REPLACE INTO folder "
			   "VALUES (?1, ?2, ?3)",
	[SQL_DELETE_FOLDER] = "DELETE FROM folder WHERE path = ?1",

	[SQL_FIND_DOCUMENT] = "SELECT id, days, tags, first_part, parts, day "
			      "FROM document WHERE path = ?1",
	[SQL_LAST_DOCUMENT] = "SELECT max(id) FROM document",
	[SQL_ADD_DOCUMENT] =
		"INSERT INTO document VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, "
		"?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
		"?21, ?22, ?23, ?24, ?25, ?26, ?27)",
	[SQL_DELETE_DOCUMENT] = "DELETE FROM document WHERE id = ?1",
	[SQL_LAST_PART] = "SELECT max(id) FROM part",
	[SQL_ADD_PART] = "INSERT INTO part VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
			 "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
	[SQL_PART_TOPICS] = "SELECT topics FROM part WHERE id = ?1",
	[SQL_DELETE_PART] = "DELETE FROM part WHERE id = ?1",
	[SQL_ADD_TEXT] = "INSERT INTO part_fts (rowid, title, heading, "
			 "progress, learned, thoughts, links, questions, body, "
			 "address) "
			 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	[SQL_DELETE_TEXT] = "DELETE FROM part_fts WHERE rowid = ?1",
	[SQL_TEXT] = "SELECT " TEXT_COLUMNS " FROM part_fts_content "
		     "WHERE id = ?1",
	[SQL_ADD_DAY] = "INSERT OR REPLACE INTO day "
			"VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[SQL_DELETE_DAY] = "DELETE FROM day WHERE day = ?1 AND document = ?2",
	[SQL_ADD_TAG] = "INSERT OR REPLACE INTO tag VALUES (?1, ?2)",
	[SQL_DELETE_TAG] = "DELETE FROM tag WHERE name = ?1 AND document = ?2",
	[SQL_ADD_MENTION] =
		"INSERT INTO mention VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
	[SQL_GET_MENTION] = "SELECT named, kinds, day FROM mention "
			    "WHERE topic = ?1 AND part = ?2",
	[SQL_DELETE_MENTION] =
		"DELETE FROM mention WHERE topic = ?1 AND part = ?2",
	[SQL_ADD_LINK] = "INSERT INTO link "
			 "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
	[SQL_DELETE_LINKS] = "DELETE FROM link WHERE document = ?1",
	[SQL_ADD_CALLED] = "INSERT INTO called VALUES (?1, ?2, ?3)",
	[SQL_DELETE_CALLED] = "DELETE FROM called WHERE document = ?1",

	[SQL_ENTRIES] = ENTRY_COLUMNS FILTERED_ENTRIES,
	[SQL_SUMMARIES] = SUMMARY_COLUMNS "WHERE d.kind = 0 AND "
			  FILTERED_ENTRIES,
	/* The same where there is no filter but a limit. */
	[SQL_SUMMARIES_ALL] = SUMMARY_COLUMNS "WHERE d.kind = 0 "
			      LAST_ENTRIES,
	/* In the order of the index document_order. */
	[SQL_HEADS] =
		"SELECT id, path, sum, name, days, numbers, round, minutes, "
		"tags, written, zone, private, heading, first_part, empty, "
		"day FROM document NOT INDEXED WHERE kind = 0 ORDER BY id",
	[SQL_ENTRY] = ENTRY_COLUMNS "d.name = ?1 ORDER BY d.path LIMIT 1",
	[SQL_MARKS] =
		"SELECT days, numbers, round FROM document "
		"WHERE kind = 0 AND NOT empty AND (day IS NULL) = 0 AND "
		"day BETWEEN ?1 AND ?2 ORDER BY day, length(name), name, path",
	[SQL_UNDATED_MARKS] =
		"SELECT days, numbers, round FROM document "
		"WHERE kind = 0 AND NOT empty AND (day IS NULL) = 1 "
		"ORDER BY day, length(name), name, path",
	[SQL_NOTES] = "SELECT path, name, title, kind, day, private, "
		      "sum, id, first_part "
		      "FROM document INDEXED BY document_note "
		      "WHERE kind <> 0 ORDER BY path",
	[SQL_DAYS] = "SELECT day, written, zone, minutes FROM day "
		     "WHERE studied AND day BETWEEN ?1 AND ?2 "
		     "ORDER BY day, written, zone, minutes",
	[SQL_SPAN_DAYS] = "SELECT days FROM span ORDER BY number",
	[SQL_SPAN_MARKS] = "SELECT marks FROM span ORDER BY number",
	[SQL_PUT_SPAN] = "INSERT OR REPLACE INTO span VALUES (?1, ?2, ?3)",
	[SQL_DELETE_SPAN] = "DELETE FROM span WHERE number = ?1",
	[SQL_GET_SIZES] = "SELECT sizes FROM size WHERE number = ?1",
	[SQL_PUT_SIZES] = "INSERT OR REPLACE INTO size VALUES (?1, ?2)",
	[SQL_TAGS] = "SELECT t.name, count(*) FROM tag t JOIN document d "
		     "ON d.id = t.document WHERE d.kind = 0 "
		     "GROUP BY t.name ORDER BY t.name",
	[SQL_TOPICS] = "SELECT topic, document, day, named, kinds "
		       "FROM mention ORDER BY topic, part",
	[SQL_TOPIC_ROWS] = "SELECT id, passages, documents, first_day, "
			   "last_day, kinds FROM topic ORDER BY id",
	[SQL_GET_TOPIC] = "SELECT passages, documents, first_day, last_day, "
			  "kinds FROM topic WHERE id = ?1",
	[SQL_PUT_TOPIC] = "INSERT OR REPLACE INTO topic "
			  "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
	[SQL_DELETE_TOPIC] = "DELETE FROM topic WHERE id = ?1",
	[SQL_TOPIC_DAYS] = "SELECT min(day), max(day) FROM mention "
			   "WHERE topic = ?1",
	[SQL_DATED_NOTES] = "SELECT id FROM document "
			    "WHERE kind <> 0 AND day IS NOT NULL ORDER BY id",
	[SQL_TOPIC_PARTS] =
		"SELECT " PART_ROW ", m.passages FROM mention m "
		"CROSS JOIN part p ON p.id = m.part "
		"WHERE m.topic = ?1 AND (?2 IS NULL OR p.kind <> 0 OR "
		"m.day IS NULL OR m.day >= ?2) AND "
		"(?3 IS NULL OR p.traits & ?3) ORDER BY m.part",

	[SQL_MENTIONS] =
		"SELECT id, document, topics, marks FROM part ORDER BY id",
	[SQL_PART_OF] =
		"SELECT " PART_ROW " FROM document d CROSS JOIN part p "
		"ON p.id = d.first_part + ?2 "
		"WHERE d.path = ?1 AND ?2 < d.parts AND d.sum = ?3",

	/* "item = 1" is what the index part_item is of. */
	[SQL_ITEM_PARTS] =
		"SELECT " PART_ROW ", p.topics, p.marks, d.private FROM part p "
		"CROSS JOIN document d ON d.id = p.document "
		"WHERE p.item = 1 AND p.traits & ?1 "
		"ORDER BY d.kind <> 2, d.kind, d.day, d.path, p.id",

	[SQL_LINKS] =
		"SELECT l.part, l.passage, l.line, l.kind, l.wiki, l.target, "
		"l.text, d.path FROM link l CROSS JOIN document d "
		"ON d.id = l.document "
		"WHERE ((?1 IS NULL AND ?2 IS NULL) OR l.document IN "
		"(SELECT document FROM day WHERE day BETWEEN "
		"ifnull(?1, -9e18) AND ifnull(?2, 9e18))) AND "
		"(?3 IS NULL OR l.part IN (SELECT part FROM mention "
		"WHERE topic = ?3)) "
		"ORDER BY d.kind <> 0 OR d.day IS NULL, "
		"CASE d.kind WHEN 0 THEN d.day END, d.path, l.number",
	[SQL_PART_LINKS] =
		"SELECT passage, line, text, target FROM link "
		"WHERE document = (SELECT document FROM part WHERE id = ?1) "
		"AND part = ?1 AND kind = ?2 ORDER BY number",
	[SQL_LINK_PART] = "SELECT " PART_ROW " FROM part p WHERE p.id = ?1",
	[SQL_CALLED] = "SELECT d.path, d.name, d.title, d.kind, c.aliases, "
		       "c.headings FROM document d LEFT JOIN called c "
		       "ON c.document = d.id ORDER BY d.path",
	[SQL_RELATED_PARTS] =
		"SELECT m.passages, p.topics, p.marks FROM mention m "
		"CROSS JOIN part p ON p.id = m.part WHERE m.topic = ?1",

	[SQL_SEARCH] = "SELECT rowid, " RANKING "(part_fts) FROM part_fts "
		       "WHERE part_fts MATCH ?1",
	/* Runs of parts: the first, and how many. */
	[SQL_PARTS_ALL] = "SELECT first_part, parts FROM document",
	[SQL_PARTS_MATCH] = "SELECT rowid, 1 FROM part_fts "
			    "WHERE part_fts MATCH ?1",
	[SQL_PARTS_TOPIC] = "SELECT part, 1 FROM mention WHERE topic = ?1 "
			    "AND columns & ?2",
	[SQL_PARTS_TAG] = "SELECT d.first_part, d.parts FROM tag t "
			  "JOIN document d ON d.id = t.document "
			  "WHERE t.name = ?1",
	[SQL_PARTS_DAYS] = "SELECT d.first_part, d.parts FROM day y "
			   "JOIN document d ON d.id = y.document "
			   "WHERE y.day BETWEEN ifnull(?1, -9e18) AND "
			   "ifnull(?2, 9e18)",
	[SQL_PARTS_KIND] = "SELECT first_part, parts FROM document "
			   "WHERE kind = ?1",
	[SQL_ROUNDS] =
		"SELECT first_part, parts, days, numbers, round, empty "
		"FROM document WHERE kind = 0 "
		"ORDER BY day IS NULL, day, length(name), name, path",
	[SQL_PARTS_NUMBERS] = "SELECT first_part, parts, numbers FROM document "
			      "WHERE numbers <> ''",
	[SQL_PARTS_SECTION] = "SELECT id, 1 FROM part "
			      "WHERE sections & ?1 OR (?1 & 1 AND sections = 0)",
	[SQL_PARTS_TRAIT] = "SELECT id, 1 FROM part WHERE traits & ?1",
	[SQL_PASSAGES] = "SELECT topics, marks, passages FROM part "
			 "WHERE id = ?1",
	/* The same in the order of their days. */
	[SQL_PARTS_NEWEST] = "SELECT d.first_part, d.parts FROM day y "
			     "CROSS JOIN document d ON d.id = y.document "
			     "ORDER BY y.day DESC, d.kind, d.path DESC",
	[SQL_PARTS_OLDEST] = "SELECT d.first_part, d.parts FROM day y "
			     "CROSS JOIN document d ON d.id = y.document "
			     "ORDER BY y.day, d.kind, d.path",
	[SQL_PARTS_UNDATED] = "SELECT first_part, parts FROM document "
			      "WHERE day IS NULL ORDER BY kind, path",
	[SQL_HIT] = "SELECT " PART_ROW ", p.topics, p.marks, p.line, "
		    TEXT_COLUMNS " FROM part p LEFT JOIN part_fts_content c "
		    "ON c.id = p.id WHERE p.id = ?1",

	[SQL_FTS5] = "SELECT fts5(?1)",
	[SQL_FTS5_VERSION] = "SELECT v FROM part_fts_config "
			     "WHERE k = 'version'",
	[SQL_TERM] = "SELECT doc FROM part_terms WHERE term = ?1",
	[SQL_TERMS] = "SELECT term FROM part_terms",
	/* Of segments, whose number is in the bits from 37 on, the pages that
	 * have no height and are no index of rows: terms.h. */
	[SQL_TERM_PAGES] = "SELECT block FROM part_fts_data "
			   "WHERE id >= 137438953472 AND id >> 31 & 63 = 0",
};

sqlite3_stmt *database_get(struct index *ix, enum statement which)
{
	sqlite3_stmt **st = &ix->statements[which];

	if (*st)
		return *st;
	ix->rc = sqlite3_prepare_v3(ix->db, sql[which], -1,
				    SQLITE_PREPARE_PERSISTENT, st, NULL);
	return *st;
}

void bind_int(sqlite3_stmt *st, int at, int64_t value)
{
	if (st)
		sqlite3_bind_int64(st, at, value);
}

void bind_day(sqlite3_stmt *st, int at, int day)
{
	if (day != DAY_NONE)
		bind_int(st, at, day);
}

void bind_text(sqlite3_stmt *st, int at, const char *text)
{
	bind_str(st, at, str_of(text));
}

void bind_str(sqlite3_stmt *st, int at, struct str text)
{
	if (st)
		sqlite3_bind_text64(st, at, text.s, text.len, SQLITE_STATIC,
				    SQLITE_UTF8);
}

void bind_blob(sqlite3_stmt *st, int at, struct str bytes)
{
	if (st)
		sqlite3_bind_blob64(st, at, bytes.s, bytes.len, SQLITE_STATIC);
}

sqlite3_stmt *database_get_meta(struct index *ix, const char *key)
{
	sqlite3_stmt *st = database_get(ix, SQL_GET_META);

	bind_text(st, 1, key);
	return st;
}

sqlite3_stmt *database_put_meta(struct index *ix, const char *key)
{
	sqlite3_stmt *st = database_get(ix, SQL_PUT_META);

	bind_text(st, 1, key);
	return st;
}

int database_step(struct index *ix, sqlite3_stmt *st)
{
	int rc;

	if (!st)
		return -1;
	rc = sqlite3_step(st);
	if (rc == SQLITE_ROW)
		return 1;
	if (rc == SQLITE_DONE)
		return 0;
	ix->rc = rc;
	return -1;
}

int database_end(sqlite3_stmt *st, int last)
{
	if (!st)
		return -1;
	sqlite3_reset(st);
	sqlite3_clear_bindings(st);
	return last < 0 ? -1 : 0;
}

int database_each(struct index *ix, sqlite3_stmt *st, database_row *row,
		  void *arg)
{
	int more;

	while ((more = database_step(ix, st)) > 0)
		if (row(arg, ix, st)) {
			more = -1;
			break;
		}
	return database_end(st, more);
}

void *rows_settle(void *items, struct arena *mem)
{
	if (!items)
		return arena_alloc(mem, 1);
	arena_adopt(mem, items);
	return items;
}

int database_run(struct index *ix, sqlite3_stmt *st)
{
	int more;

	while ((more = database_step(ix, st)) > 0)
		continue;
	return database_end(st, more);
}

int database_do(struct index *ix, enum statement which)
{
	return database_run(ix, database_get(ix, which));
}

int database_last_id(struct index *ix, enum statement which, int64_t *out)
{
	sqlite3_stmt *st = database_get(ix, which);
	int more = database_step(ix, st);

	*out = more > 0 ? sqlite3_column_int64(st, 0) : 0;
	return database_end(st, more);
}

struct str column_borrow(sqlite3_stmt *st, int at)
{
	const char *bytes = sqlite3_column_blob(st, at);
	int len = sqlite3_column_bytes(st, at);

	if (bytes && len > 0)
		return (struct str){ bytes, (size_t)len };
	return sqlite3_column_type(st, at) == SQLITE_NULL ? STR_NONE : STR("");
}

struct str column_str(sqlite3_stmt *st, int at, struct arena *mem)
{
	struct str s = column_borrow(st, at);

	return s.s ? arena_str(mem, s) : s;
}

const char *column_string(sqlite3_stmt *st, int at, struct arena *mem)
{
	return column_str(st, at, mem).s;
}

int column_day(sqlite3_stmt *st, int at)
{
	if (sqlite3_column_type(st, at) == SQLITE_NULL)
		return DAY_NONE;
	return sqlite3_column_int(st, at);
}
