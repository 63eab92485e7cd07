/* SPDX-License-Identifier: MIT */
/* Searching: which parts match in which order, and the passage to show. */
#include <stdlib.h>

#include "core/base/strset.h"
#include "core/index/evaluate.h"
#include "core/index/passages.h"
#include "core/index/snippet.h"
#include "core/index/together.h"

struct match {
	int64_t part;
	double score; /* smaller is better */
};

struct search {
	const struct query *query;
	struct arena *mem;
	struct evaluation e;
	unsigned columns;	  /* of the passages to show */
	struct together together; /* what they had best be */
	struct match *matches;	  /* as many as are shown, or more */
	size_t count, cap;
	size_t total;
	struct hit *hits;
	size_t nhits;
};

/* The best first; of equal ones that which came last into the index. */
static int by_score(const void *a, const void *b)
{
	const struct match *x = a, *y = b;

	if (x->score != y->score)
		return x->score < y->score ? -1 : 1;
	return (x->part < y->part) - (x->part > y->part);
}

static void add_match(struct search *s, int64_t part, double score)
{
	XGROW(s->matches, s->count, s->cap);
	s->matches[s->count++] = (struct match){ part, score };
}

static void swap(struct match *a, struct match *b)
{
	struct match kept = *a;

	*a = *b;
	*b = kept;
}

/* Once as many are there as are shown they are a heap, the worst on top. */
static void sift_down(struct match *heap, size_t count, size_t at)
{
	for (size_t child; (child = 2 * at + 1) < count; at = child) {
		if (child + 1 < count &&
		    by_score(&heap[child], &heap[child + 1]) < 0)
			child++;
		if (by_score(&heap[at], &heap[child]) >= 0)
			return;
		swap(&heap[at], &heap[child]);
	}
}

/* One of which only the best are wanted: a common word has thousands. */
static void consider(struct search *s, int64_t part, double score)
{
	size_t limit = s->query->limit;
	struct match m = { part, score };

	s->total++;
	if (!limit || s->count < limit) {
		add_match(s, part, score);
		if (s->count == limit)
			for (size_t i = limit / 2; i-- > 0;)
				sift_down(s->matches, limit, i);
	} else if (by_score(&m, s->matches) < 0) {
		*s->matches = m;
		sift_down(s->matches, limit, 0);
	}
}

/* Those of `within`, which may be NULL; what is left of it has no score. */
static int score_matches(struct search *s, const char *expression,
			 struct part_set *within)
{
	sqlite3_stmt *st = database_get(s->e.ix, SQL_SEARCH);
	int more;

	bind_text(st, 1, expression);
	while ((more = database_step(s->e.ix, st)) > 0) {
		int64_t part = sqlite3_column_int64(st, 0);

		if (within && !part_set_has(within, part))
			continue;
		consider(s, part, sqlite3_column_double(st, 1));
		if (within)
			part_set_remove(within, part);
	}
	return database_end(st, more);
}

static void add_unscored(struct search *s, const struct part_set *rest)
{
	for (int64_t part = part_set_next(rest, 0); part >= 0;
	     part = part_set_next(rest, part + 1))
		consider(s, part, 0);
}

static void sort_matches(struct search *s)
{
	if (s->count)
		qsort(s->matches, s->count, sizeof(*s->matches), by_score);
}

static bool is_enough(const struct search *s)
{
	return s->query->limit && s->count >= s->query->limit;
}

/* An entry of several days comes with the first that is met. */
static int add_in_order(struct search *s, enum statement which,
			struct part_set *set)
{
	sqlite3_stmt *st = database_get(s->e.ix, which);
	int more = 0;

	while (!is_enough(s) && (more = database_step(s->e.ix, st)) > 0) {
		int64_t part = sqlite3_column_int64(st, 0);
		int64_t end = part + sqlite3_column_int64(st, 1);

		for (; part < end && !is_enough(s); part++) {
			if (!part_set_has(set, part))
				continue;
			add_match(s, part, 0);
			part_set_remove(set, part);
		}
	}
	return database_end(st, more);
}

static int order_by_day(struct search *s, struct part_set *set)
{
	enum statement which = s->query->sort == SORT_OLDEST ?
					SQL_PARTS_OLDEST : SQL_PARTS_NEWEST;

	s->total = part_set_count(set);
	return add_in_order(s, which, set) ||
			       add_in_order(s, SQL_PARTS_UNDATED, set)
		       ? -1
		       : 0;
}

/* Sets first, then the score of what FTS5 alone decided, or of any word. */
static int find_by_sets(struct search *s, const char *plain)
{
	const char *any = plain ? plain : any_expression(&s->e);
	struct part_set set = PART_SET_INIT;
	int rc = evaluate_query(&s->e, s->query, &set);

	if (!rc && (!any || s->query->sort != SORT_RELEVANCE))
		rc = order_by_day(s, &set);
	else if (!rc) {
		rc = score_matches(s, any, &set);
		add_unscored(s, &set);
		sort_matches(s);
	}
	part_set_release(&set);
	return rc;
}

/* Words alone are one pass over the index. */
static int find_matches(struct search *s)
{
	const struct query *q = s->query;
	const char *plain = NULL;
	bool whole = false;

	if (q->root && q->sort == SORT_RELEVANCE)
		plain = plain_expression(&s->e, q->root, ALL_COLUMNS, &whole);
	if (!plain || !whole)
		return find_by_sets(s, plain);
	if (score_matches(s, plain, NULL))
		return -1;
	sort_matches(s);
	return 0;
}

/* The stored form of a part that matched. */
struct matched {
	struct way way;
	struct stored_passage *passages;
	size_t count;
	struct part_topics topics; /* where they are asked for */
	struct str columns[COLUMN_COUNT];
	struct str *addresses;	   /* by passage; NULL: there are none */
};

/* How well a passage shows why its part was found. */
struct worth {
	bool of_kind;	/* that is asked for, and on the topic */
	size_t things;	/* that are asked for by "has:" */
	size_t words;
	size_t topics;	/* that are asked for without a kind */
	bool text;	/* no heading */
};

static bool is_better(const struct worth *a, const struct worth *b)
{
	if (a->of_kind != b->of_kind)
		return a->of_kind;
	if (a->things != b->things)
		return a->things > b->things;
	if (a->words != b->words)
		return a->words > b->words;
	if (a->topics != b->topics)
		return a->topics > b->topics;
	return a->text && !b->text;
}

/* The addresses that passages link to without showing them. */
static void split_addresses(struct matched *m, struct arena *mem)
{
	struct str rest = m->columns[COLUMN_ADDRESS];

	if (!rest.len)
		return;
	m->addresses = arena_alloc(mem,
				   (m->count + 1) * sizeof(*m->addresses));
	for (size_t i = 0; i < m->count; i++)
		if (m->passages[i].traits & TRAITS_LINK)
			m->addresses[i] = str_next_line(&rest);
}

/* Words that stand in an address alone are found, but mark nothing. */
static size_t find_words(struct search *s, const struct matched *m,
			 size_t passage, struct findings *out)
{
	struct findings hidden;

	words_find(&s->e.words, passage_text(&m->passages[passage],
					     m->columns), out, s->mem);
	if (out->different || !m->addresses || !m->addresses[passage].len)
		return out->different;
	words_find(&s->e.words, m->addresses[passage], &hidden, s->mem);
	return hidden.different;
}

static struct worth worth_of(struct search *s, const struct matched *m,
			     size_t passage, struct findings *f)
{
	const struct stored_passage *p = &m->passages[passage];
	const struct together *t = &s->together;
	size_t met = together_count(t, &m->topics, m->passages, passage);

	return (struct worth){
		.of_kind = !t->kinds || met == t->nterms,
		.things = together_count_things(t, p->traits),
		.words = find_words(s, m, passage, f),
		.topics = t->kinds ? t->nterms : met,
		.text = p->kind != PASSAGE_HEADING,
	};
}

static bool is_among_columns(const struct search *s, const struct matched *m,
			     size_t passage)
{
	return s->columns >> m->passages[passage].column & 1 ||
	       (s->columns >> COLUMN_ADDRESS & 1 && m->addresses &&
		m->addresses[passage].len);
}

/* The passage with the most of the words; a heading only for want of better. */
static size_t choose_passage(struct search *s, const struct matched *m,
			     struct findings *out)
{
	const struct worth enough = {
		true, s->together.nthings, s->e.words.count,
		s->together.nterms, true,
	};
	struct worth best_worth = { .of_kind = false };
	size_t best = m->count;

	*out = (struct findings){ .items = NULL };
	for (size_t n = 0; n < m->count; n++) {
		size_t i = (n + s->query->pick) % m->count;
		const struct stored_passage *p = &m->passages[i];
		struct findings f;
		struct worth w;

		if (!is_among_columns(s, m, i))
			continue;
		w = worth_of(s, m, i, &f);
		if (best < m->count && !is_better(&w, &best_worth))
			continue;
		best = i;
		best_worth = w;
		*out = f;
		if (!is_better(&enough, &w) && p->len)
			break;
	}
	return best;
}

static void show_passage(struct search *s, struct hit *hit, struct matched *m)
{
	struct findings f;
	size_t best;

	split_addresses(m, s->mem);
	best = choose_passage(s, m, &f);
	hit->headings = passage_way(&m->way, m->passages, m->count, best,
				    m->columns, s->mem, &hit->nheadings);
	hit->snippet = hit->text = "";
	if (best >= m->count)
		return;
	hit->line = m->passages[best].line;
	hit->section = m->passages[best].section;
	hit->traits = m->passages[best].traits;
	hit->text = arena_str(s->mem, passage_text(&m->passages[best],
						   m->columns)).s;
	hit->snippet = snippet_make(
		passage_text(&m->passages[best], m->columns), &f, s->mem);
}

static int load_hit(struct search *s, int64_t part, struct hit *hit,
		    struct matched *m)
{
	struct index *ix = s->e.ix;
	sqlite3_stmt *st = database_get(ix, SQL_HIT);
	int more;

	bind_int(st, 1, part);
	more = database_step(ix, st);
	if (more > 0) {
		hit->path = column_string(st, 1, s->mem);
		hit->id = column_string(st, 2, s->mem);
		hit->title = column_string(st, 3, s->mem);
		hit->document = sqlite3_column_int(st, 4);
		hit->day = column_day(st, 5);
		m->way.kind = (enum document_kind)hit->document;
		m->way.title = hit->title;
		m->way.headings = column_str(st, 6, s->mem);
		m->passages =
			passages_read(column_borrow(st, 7), s->mem, &m->count);
		hit->topics = lines_split(column_borrow(st, 8), s->mem,
					  &hit->ntopics);
		if (s->together.nterms)
			part_topics_read(&m->topics, column_borrow(st, 8),
					 column_borrow(st, 9), m->count,
					 s->mem, s->mem);
		hit->line = (unsigned)sqlite3_column_int64(st, 10);
		for (int i = 0; i < COLUMN_COUNT; i++)
			m->columns[i] = column_str(st, 11 + i, s->mem);
	}
	return database_end(st, more);
}

static int show_matches(struct search *s)
{
	size_t limit = s->query->limit;

	s->nhits = limit && limit < s->count ? limit : s->count;
	s->hits = arena_alloc(s->mem, (s->nhits + 1) * sizeof(*s->hits));
	for (size_t i = 0; i < s->nhits; i++) {
		struct matched m = { .passages = NULL };

		if (load_hit(s, s->matches[i].part, &s->hits[i], &m))
			return -1;
		show_passage(s, &s->hits[i], &m);
	}
	return 0;
}

/*
 * What was found in one document stands together, where the best of it stands:
 * a chain of hits for each document, which are then strung together.
 */
static void group_by_document(struct search *s)
{
	AUTO(strset) first = STRSET_INIT;
	size_t n = s->nhits, count = 0;
	size_t *next = arena_alloc(s->mem, (n + 1) * sizeof(*next));
	size_t *last = arena_alloc(s->mem, (n + 1) * sizeof(*last));
	bool *begins = arena_alloc(s->mem, n + 1);
	struct hit *out = arena_alloc(s->mem, (n + 1) * sizeof(*out));

	for (size_t i = 0; i < n; i++) {
		struct str path = str_of(s->hits[i].path);
		size_t head = i;

		next[i] = n;
		if (strset_get(&first, path, &head))
			next[last[head]] = i;
		else
			begins[i] = strset_put(&first, path, i);
		last[head] = i;
	}
	for (size_t i = 0; i < n; i++)
		for (size_t k = begins[i] ? i : n; k < n; k = next[k])
			out[count++] = s->hits[k];
	s->hits = out;
}

/* Words without a letter, and nothing else. */
static bool is_empty(const struct search *s)
{
	for (size_t i = 0; i < s->e.words.count; i++)
		if (!phrase_is_empty(&s->e.words.phrases[i]))
			return false;
	return s->query->ntexts && s->query->nterms == s->query->ntexts;
}

static int search(struct index *ix, void *arg)
{
	struct search *s = arg;
	const struct query_node *root = s->query->root;

	s->count = s->nhits = s->total = 0;
	evaluation_begin(&s->e, ix, s->query, s->mem);
	s->columns = root ? columns_in(root, ALL_COLUMNS) : ALL_COLUMNS;
	if (root)
		together_read(&s->together, root, s->mem);
	if (s->e.wrong.kind != ERROR_NONE || is_empty(s))
		return 0;
	if (find_matches(s) || show_matches(s))
		return -1;
	group_by_document(s);
	return 0;
}

int index_search(struct index *ix, const struct query *q, struct arena *mem,
		 struct hit **out, size_t *count, size_t *total,
		 struct error *err)
{
	struct search s = { .query = q, .mem = mem, .e = EVALUATION_INIT };
	int rc = index_read(ix, search, &s, err);

	*out = s.hits;
	*count = s.nhits;
	*total = s.total;
	if (!rc && s.e.wrong.kind != ERROR_NONE) {
		*err = s.e.wrong;
		rc = -1;
	}
	free(s.matches);
	evaluation_release(&s.e);
	return rc;
}
