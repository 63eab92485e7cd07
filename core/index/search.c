/* SPDX-License-Identifier: MIT */
/* Searching: which parts match in which order, and the passage to show. */
#include <stdlib.h>

#include "core/base/strset.h"
#include "core/index/evaluate.h"
#include "core/index/hits.h"

/* Of one part, unless all are wanted. */
#define PASSAGES_SHOWN 3

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
	struct hit_list hits;
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

static struct showing showing_of(struct search *s)
{
	return (struct showing){
		.words = &s->e.words,
		.together = &s->together,
		.columns = s->columns,
		.pick = s->query->pick,
		.mem = s->mem,
	};
}

/* How many hits all these parts have. */
static int count_passages(struct search *s, const struct part_set *set,
			  size_t *count)
{
	struct showing how = showing_of(s);

	*count = 0;
	for (int64_t part = part_set_next(set, 0); part >= 0;
	     part = part_set_next(set, part + 1))
		if (hits_count(s->e.ix, &how, part, count))
			return -1;
	return 0;
}

/* Sets first, then the score of what FTS5 alone decided, or of any word. */
static int find_by_sets(struct search *s, const char *plain)
{
	const char *any = plain ? plain : any_expression(&s->e);
	struct part_set set = PART_SET_INIT;
	int rc = evaluate_query(&s->e, s->query, &set);
	size_t passages = 0;

	if (!rc && shown_each(&s->together))
		rc = count_passages(s, &set, &passages);
	if (!rc && (!any || s->query->sort != SORT_RELEVANCE))
		rc = order_by_day(s, &set);
	else if (!rc) {
		rc = score_matches(s, any, &set);
		add_unscored(s, &set);
		sort_matches(s);
	}
	if (shown_each(&s->together))
		s->total = passages;
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

/* How many hits a part may still have. */
static size_t room(const struct search *s)
{
	size_t limit = s->query->limit, left = limit - s->hits.count;

	if (!limit)
		return SIZE_MAX;
	return left < PASSAGES_SHOWN ? left : PASSAGES_SHOWN;
}

static int show_matches(struct search *s)
{
	struct showing how = showing_of(s);
	int rc = 0;

	s->hits = (struct hit_list){ .items = NULL };
	for (size_t i = 0; !rc && i < s->count && room(s); i++)
		rc = hits_add(s->e.ix, &how, s->matches[i].part, room(s),
			      &s->hits);
	s->hits.items = rows_settle(s->hits.items, s->mem);
	return rc;
}

/*
 * What was found in one document stands together, where the best of it stands:
 * a chain of hits for each document, which are then strung together.
 */
static void group_by_document(struct search *s)
{
	AUTO(strset) first = STRSET_INIT;
	size_t n = s->hits.count, count = 0;
	size_t *next = arena_alloc(s->mem, (n + 1) * sizeof(*next));
	size_t *last = arena_alloc(s->mem, (n + 1) * sizeof(*last));
	bool *begins = arena_alloc(s->mem, n + 1);
	struct hit *out = arena_alloc(s->mem, (n + 1) * sizeof(*out));

	for (size_t i = 0; i < n; i++) {
		struct str path = str_of(s->hits.items[i].path);
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
			out[count++] = s->hits.items[k];
	s->hits.items = out;
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

	s->count = s->hits.count = s->total = 0;
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

	*out = s.hits.items;
	*count = s.hits.count;
	*total = s.total;
	if (!rc && s.e.wrong.kind != ERROR_NONE) {
		*err = s.e.wrong;
		rc = -1;
	}
	free(s.matches);
	evaluation_release(&s.e);
	return rc;
}
