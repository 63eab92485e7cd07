/* SPDX-License-Identifier: MIT */
/* The stems that the journal is searched by. */
#include "core/index/terms.h"

/* The version of FTS5's tables whose pages are known. */
#define PAGES_KNOWN 4

/* Before each term; other bytes are those of indexes of prefixes. */
#define TERM_MARK '0'

/*
 * A page: where its first row is and where its content ends, two bytes each;
 * content; and how far each term is from the one before, the first from the
 * beginning of the page.  A term is its length and bytes; behind the first one
 * how much it has in common with the one before comes first.
 */
#define HEAD 4

struct leaf {
	struct str content, steps;
	size_t at;
};

/* As SQLite writes them: the high bits first, the ninth byte whole. */
static bool take_varint(struct str *rest, size_t *out)
{
	size_t n = 0;

	for (size_t i = 0; i < rest->len && i < 9; i++) {
		unsigned char c = (unsigned char)rest->s[i];

		n = i == 8 ? n << 8 | c : n << 7 | (c & 0x7f);
		if (i < 8 && c & 0x80)
			continue;
		*rest = str_from(*rest, i + 1);
		*out = n;
		return true;
	}
	return false;
}

static bool leaf_begin(struct leaf *l, struct str page)
{
	size_t end;

	if (page.len < HEAD)
		return false;
	end = (size_t)(unsigned char)page.s[2] << 8 | (unsigned char)page.s[3];
	*l = (struct leaf){ str_upto(page, end), str_from(page, end), 0 };
	return true;
}

/* `term` is the one before, or empty.  False: there is no more. */
static bool leaf_next(struct leaf *l, struct strbuf *term)
{
	size_t step, common = 0, len;
	struct str rest;

	if (!take_varint(&l->steps, &step) || step > l->content.len - l->at)
		return false;
	rest = str_from(l->content, l->at + step);
	if ((l->at && !take_varint(&rest, &common)) ||
	    !take_varint(&rest, &len) || common > term->len || len > rest.len)
		return false;
	l->at += step;
	strbuf_truncate(term, common);
	strbuf_addslice(term, str_upto(rest, len));
	return true;
}

static int tell_page(struct str page, struct strbuf *term, term_fn *tell,
		     void *arg)
{
	struct leaf l;
	int rc = 0;

	strbuf_truncate(term, 0);
	if (!leaf_begin(&l, page))
		return 0;
	while (!rc && leaf_next(&l, term))
		if (term->len && *term->buf == TERM_MARK)
			rc = tell(arg, str_from(strbuf_slice(term), 1));
	return rc;
}

static int get_version(struct index *ix, int64_t *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_FTS5_VERSION);
	int more = database_step(ix, st);

	*out = more > 0 ? sqlite3_column_int64(st, 0) : 0;
	return database_end(st, more);
}

int terms_walk(struct index *ix, term_fn *tell, void *arg)
{
	AUTO(strbuf) term = STRBUF_INIT;
	sqlite3_stmt *st;
	int64_t version;
	int more, done = 0;

	if (get_version(ix, &version))
		return -1;
	st = database_get(ix, version == PAGES_KNOWN ? SQL_TERM_PAGES
						     : SQL_TERMS);
	while (!done && (more = database_step(ix, st)) > 0)
		done = version == PAGES_KNOWN
			       ? tell_page(column_borrow(st, 0), &term, tell,
					   arg)
			       : tell(arg, column_borrow(st, 0));
	return database_end(st, done ? 0 : more);
}

int term_documents(struct index *ix, struct str term, int64_t *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_TERM);
	int more;

	bind_str(st, 1, term);
	more = database_step(ix, st);
	*out = more > 0 ? sqlite3_column_int64(st, 0) : 0;
	return database_end(st, more);
}
