/* SPDX-License-Identifier: MIT */
/* Searching: which parts match, and the passage that shows it best. */
#include <stdlib.h>

#include "core/index/passages.h"
#include "core/index/words.h"

/* A snippet in bytes, and how much of it stands before the first word found. */
#define SNIPPET 200
#define SNIPPET_BEFORE 60

struct match {
	int64_t part;
	double score; /* smaller is better */
};

struct search {
	const struct query *query;
	struct arena *mem;
	struct words words;
	struct match *matches;
	size_t count, cap;
	struct hit *hits;
	size_t nhits;
};

static int by_score(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? -1 : 1;
	return (x->part < y->part) - (x->part > y->part);
}

static bool has_filters(const struct query *q)
{
	return q->topic || q->tag || q->since != DAY_NONE ||
	       q->until != DAY_NONE;
}

static enum statement choose_statement(const struct query *q)
{
	if (!q->nwords)
		return SQL_SEARCH_NEWEST;
	return has_filters(q) ? SQL_SEARCH_FILTERED : SQL_SEARCH;
}

/* With words the section is a column filter of FTS5. */
static void bind_query(sqlite3_stmt *st, enum statement which, struct search *s)
{
	const struct query *q = s->query;

	if (q->nwords)
		bind_text(st, 1,
			  words_expression(&s->words, q->section, s->mem));
	if (which == SQL_SEARCH)
		return;
	bind_text(st, 2, q->topic);
	bind_text(st, 3, q->tag);
	if (q->since != DAY_NONE)
		bind_int(st, 4, q->since);
	if (q->until != DAY_NONE)
		bind_int(st, 5, q->until);
	if (!q->nwords && q->section != SECTION_NONE)
		bind_int(st, 6, 1 << q->section);
}

static int find_matches(struct search *s, struct index *ix)
{
	enum statement which = choose_statement(s->query);
	sqlite3_stmt *st = database_get(ix, which);
	int more;

	bind_query(st, which, s);
	while ((more = database_step(ix, st)) > 0) {
		XGROW(s->matches, s->count, s->cap);
		s->matches[s->count++] = (struct match){
			sqlite3_column_int64(st, 0),
			sqlite3_column_double(st, 1),
		};
	}
	if (s->query->nwords && s->count)
		qsort(s->matches, s->count, sizeof(*s->matches), by_score);
	return database_end(st, more);
}

/* The stored form of a part that matched. */
struct matched {
	struct way way;
	struct stored_passage *passages;
	size_t count;
	struct str columns[COLUMN_COUNT];
};

static bool is_better(const struct findings *a, const struct stored_passage *p,
		      const struct findings *best,
		      const struct stored_passage *than)
{
	if (a->different != best->different)
		return a->different > best->different;
	return than->kind == PASSAGE_HEADING && p->kind != PASSAGE_HEADING;
}

/* The passage with the most of the words; a heading only for want of better. */
static size_t choose_passage(struct search *s, const struct matched *m,
			     struct findings *out)
{
	enum section section = s->query->section;
	size_t best = m->count;

	*out = (struct findings){ .items = NULL };
	for (size_t i = 0; i < m->count; i++) {
		const struct stored_passage *p = &m->passages[i];
		struct findings f;

		if (section != SECTION_NONE && p->section != section)
			continue;
		words_find(&s->words, passage_text(p, m->columns), &f, s->mem);
		if (best < m->count &&
		    !is_better(&f, p, out, &m->passages[best]))
			continue;
		best = i;
		*out = f;
		if (f.different == s->words.count && p->kind != PASSAGE_HEADING)
			break;
	}
	return best;
}

static bool is_boundary(struct str text, size_t at)
{
	return !at || at >= text.len || text.s[at - 1] == ' ' ||
	       text.s[at - 1] == '\n';
}

static bool is_within_character(struct str text, size_t at)
{
	return at < text.len && ((unsigned char)text.s[at] & 0xc0) == 0x80;
}

static struct found window(struct str text, const struct findings *f)
{
	size_t first = f->count ? f->items[0].start : 0;
	struct found w = { 0, text.len };

	if (text.len <= SNIPPET)
		return w;
	if (first > SNIPPET_BEFORE)
		w.start = first - SNIPPET_BEFORE;
	while (w.start < first && !is_boundary(text, w.start))
		w.start++;
	if (text.len - w.start <= SNIPPET)
		return w;
	w.end = w.start + SNIPPET;
	while (w.end > w.start + SNIPPET / 2 && !is_boundary(text, w.end))
		w.end--;
	if (!is_boundary(text, w.end))
		w.end = w.start + SNIPPET;
	while (is_within_character(text, w.end))
		w.end++;
	return w;
}

static void add_clean(struct strbuf *out, struct str text, struct found range)
{
	for (size_t i = range.start; i < range.end && i < text.len; i++)
		strbuf_addch(out,
			     (unsigned char)text.s[i] < ' ' ? ' ' : text.s[i]);
}

static void add_marked(struct strbuf *out, struct str text, struct found w,
		       const struct findings *f)
{
	size_t at = w.start;

	for (size_t i = 0; i < f->count && f->items[i].end <= w.end; i++) {
		if (f->items[i].start < at)
			continue;
		add_clean(out, text, (struct found){ at, f->items[i].start });
		strbuf_addch(out, '\x01');
		add_clean(out, text, f->items[i]);
		strbuf_addch(out, '\x02');
		at = f->items[i].end;
	}
	add_clean(out, text, (struct found){ at, w.end });
}

static const char *make_snippet(struct str text, const struct findings *f,
				struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct found w = window(text, f);

	if (w.start)
		strbuf_addstr(&out, "…");
	add_marked(&out, text, w, f);
	if (w.end < text.len) {
		while (out.len && out.buf[out.len - 1] == ' ')
			strbuf_truncate(&out, out.len - 1);
		strbuf_addstr(&out, "…");
	}
	return arena_strndup(mem, out.buf, out.len);
}

static void show_passage(struct search *s, struct hit *hit,
			 const struct matched *m)
{
	struct findings f;
	size_t best = choose_passage(s, m, &f);

	hit->headings = passage_way(&m->way, m->passages, m->count, best,
				    m->columns, s->mem, &hit->nheadings);
	hit->snippet = "";
	if (best >= m->count)
		return;
	hit->line = m->passages[best].line;
	hit->section = m->passages[best].section;
	hit->snippet = make_snippet(
		passage_text(&m->passages[best], m->columns), &f, s->mem);
}

static int load_hit(struct search *s, struct index *ix, int64_t part,
		    struct hit *hit, struct matched *m)
{
	sqlite3_stmt *st = database_get(ix, SQL_HIT);
	int more;

	bind_int(st, 1, part);
	more = database_step(ix, st);
	if (more > 0) {
		hit->id = column_string(st, 0, s->mem);
		hit->path = column_string(st, 1, s->mem);
		hit->title = column_string(st, 2, s->mem);
		hit->day = column_day(st, 4);
		hit->topics = lines_split(column_borrow(st, 6), s->mem,
					  &hit->ntopics);
		hit->line = (unsigned)sqlite3_column_int64(st, 8);
		m->way.kind = (enum document_kind)sqlite3_column_int(st, 3);
		m->way.title = hit->title;
		m->way.headings = column_str(st, 5, s->mem);
		m->passages =
			passages_read(column_borrow(st, 7), s->mem, &m->count);
	}
	if (database_end(st, more))
		return -1;
	return part_text(ix, part, s->mem, m->columns);
}

static int show_matches(struct search *s, struct index *ix)
{
	size_t limit = s->query->limit;

	s->nhits = limit && limit < s->count ? limit : s->count;
	s->hits = arena_alloc(s->mem, (s->nhits + 1) * sizeof(*s->hits));
	for (size_t i = 0; i < s->nhits; i++) {
		struct matched m = { .passages = NULL };

		if (load_hit(s, ix, s->matches[i].part, &s->hits[i], &m))
			return -1;
		show_passage(s, &s->hits[i], &m);
	}
	return 0;
}

static int search(struct index *ix, void *arg)
{
	struct search *s = arg;
	int rc;

	s->count = s->nhits = 0;
	words_release(&s->words);
	if (words_read(&s->words, ix, s->query, s->mem))
		return -1;
	if (s->query->nwords && !s->words.count)
		return 0;
	rc = find_matches(s, ix) || show_matches(s, ix) ? -1 : 0;
	words_release(&s->words);
	return rc;
}

int index_search(struct index *ix, const struct query *q, struct arena *mem,
		 struct hit **out, size_t *count, size_t *total,
		 struct error *err)
{
	struct search s = { .query = q, .mem = mem, .words = WORDS_INIT };
	int rc = index_read(ix, search, &s, err);

	*out = s.hits;
	*count = s.nhits;
	*total = s.count;
	free(s.matches);
	words_release(&s.words);
	return rc;
}
