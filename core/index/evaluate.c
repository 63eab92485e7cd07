/* SPDX-License-Identifier: MIT */
/* Which parts a query means, by sets. */
#include "core/index/evaluate.h"

#include "core/index/passages.h"
#include "core/index/rounds.h"
#include "core/index/together.h"

/* A damaged index may claim any id; no journal has so many parts. */
#define MOST_PARTS ((int64_t)1 << 28)

void evaluation_release(struct evaluation *e)
{
	words_release(&e->words);
}

static bool is_wrong(const struct evaluation *e)
{
	return e->wrong.kind != ERROR_NONE;
}

static int read_size(struct evaluation *e, size_t *out)
{
	sqlite3_stmt *st = database_get(e->ix, SQL_LAST_PART);
	int more = database_step(e->ix, st);
	int64_t last = more > 0 ? sqlite3_column_int64(st, 0) : 0;

	if (database_end(st, more))
		return -1;
	if (last < 0 || last >= MOST_PARTS) {
		e->ix->rc = SQLITE_CORRUPT;
		return -1;
	}
	*out = (size_t)last + 1;
	return 0;
}

void evaluation_begin(struct evaluation *e, struct index *ix,
		      const struct query *q, struct arena *mem)
{
	evaluation_release(e);
	*e = (struct evaluation){ .ix = ix, .mem = mem, .wrong = ERROR_INIT };
	words_read(&e->words, q, mem, &e->wrong);
}

/* Does one of the lines of numbers lie in the range? */
static bool numbers_meet(struct str numbers, const struct query_node *n)
{
	struct str line;
	unsigned number;

	while ((line = str_next_line(&numbers)).s)
		if (!str_to_uint(line, INT32_MAX, &number) &&
		    (int)number >= n->from && (int)number <= n->to)
			return true;
	return false;
}

static int add_rows(struct evaluation *e, sqlite3_stmt *st,
		    const struct query_node *n, struct part_set *out)
{
	int more;

	while ((more = database_step(e->ix, st)) > 0) {
		if (n && n->kind == QUERY_NUMBERS &&
		    !numbers_meet(column_borrow(st, 2), n))
			continue;
		part_set_add(out, sqlite3_column_int64(st, 0),
			     sqlite3_column_int64(st, 1));
	}
	return database_end(st, more);
}

static void bind_days(sqlite3_stmt *st, const struct query_node *n)
{
	bind_day(st, 1, n->from);
	bind_day(st, 2, n->to);
}

static enum statement statement_of(enum query_kind kind)
{
	static const enum statement statements[] = {
		[QUERY_TOPIC] = SQL_PARTS_TOPIC,
		[QUERY_TAG] = SQL_PARTS_TAG,
		[QUERY_DOCUMENT] = SQL_PARTS_KIND,
		[QUERY_TRAIT] = SQL_PARTS_TRAIT,
		[QUERY_DAYS] = SQL_PARTS_DAYS,
		[QUERY_NUMBERS] = SQL_PARTS_NUMBERS,
	};

	return statements[kind];
}

static int evaluate_filter(struct evaluation *e, const struct query_node *n,
			   unsigned columns, struct part_set *out)
{
	sqlite3_stmt *st;

	if (n->kind == QUERY_ROUND)
		return rounds_add_parts(e->ix, n->from, n->to, out);
	st = database_get(e->ix, statement_of(n->kind));
	if (n->kind == QUERY_TOPIC)
		bind_int(st, 2, columns);
	if (n->kind == QUERY_TOPIC || n->kind == QUERY_TAG)
		bind_text(st, 1, n->text);
	else if (n->kind == QUERY_DAYS)
		bind_days(st, n);
	else if (n->kind != QUERY_NUMBERS)
		bind_int(st, 1, n->from);
	return add_rows(e, st, n, out);
}

/* What stands in one of the columns; without a text, a heading is outside of
 * all sections. */
static int evaluate_scope(struct evaluation *e, unsigned columns,
			  struct part_set *out)
{
	sqlite3_stmt *st = database_get(e->ix, SQL_PARTS_SECTION);
	unsigned sections = 0;

	for (unsigned s = 0; s < SECTION_COUNT; s++)
		if (columns >> column_of_section((enum section)s) & 1)
			sections |= 1u << s;
	bind_int(st, 1, sections);
	return add_rows(e, st, NULL, out);
}

static int match(struct evaluation *e, const char *expression,
		 struct part_set *out)
{
	sqlite3_stmt *st = database_get(e->ix, SQL_PARTS_MATCH);

	bind_text(st, 1, expression);
	return add_rows(e, st, NULL, out);
}

/* What the text itself has to tell, column by column. */
static int is_verified(struct evaluation *e, const struct phrase *p,
		       int64_t part, unsigned columns, bool *out)
{
	sqlite3_stmt *st = database_get(e->ix, SQL_TEXT);
	int more;

	*out = false;
	bind_int(st, 1, part);
	more = database_step(e->ix, st);
	for (int i = 0; more > 0 && i < COLUMN_COUNT && !*out; i++)
		if (columns >> i & 1)
			*out = phrase_is_verified(p, column_borrow(st, i),
						  &e->wrong);
	return database_end(st, more);
}

static int verify(struct evaluation *e, const struct phrase *p,
		  unsigned columns, struct part_set *set)
{
	bool verified;

	for (int64_t part = part_set_next(set, 0); part >= 0;
	     part = part_set_next(set, part + 1)) {
		if (is_wrong(e))
			return 0;
		if (is_verified(e, p, part, columns, &verified))
			return -1;
		if (!verified)
			part_set_remove(set, part);
	}
	return 0;
}

/* The tokens narrow it down as far as they can. */
static int evaluate_text(struct evaluation *e, const struct query_node *n,
			 unsigned columns, const struct part_set *within,
			 struct part_set *out)
{
	const struct phrase *p = &e->words.phrases[n->number];
	AUTO(strbuf) candidates = STRBUF_INIT;

	if (p->count) {
		phrase_add(&candidates, p);
		if (match(e, candidates.buf, out))
			return -1;
		part_set_keep(out, within);
	} else {
		part_set_join(out, within);
	}
	return phrase_is_empty(p) ? 0 : verify(e, p, columns, out);
}

static bool has_text(const struct query_node *n)
{
	if (query_is_text(n->kind))
		return true;
	for (const struct query_node *c = n->first; c; c = c->next)
		if (has_text(c))
			return true;
	return false;
}

static int is_together(struct evaluation *e, const struct together *t,
		       unsigned columns, int64_t part, bool *out)
{
	sqlite3_stmt *st = database_get(e->ix, SQL_PASSAGES);
	AUTO(arena) mem = ARENA_INIT;
	struct stored_passage *passages;
	struct part_topics topics;
	size_t count;
	int more;

	*out = false;
	bind_int(st, 1, part);
	more = database_step(e->ix, st);
	if (more > 0) {
		passages = passages_read(column_borrow(st, 2), &mem, &count);
		part_topics_read(&topics, column_borrow(st, 0),
				 column_borrow(st, 1), count, &mem, &mem);
		*out = together_met(t, &topics, passages, count, columns);
	}
	return database_end(st, more);
}

static int keep_together(struct evaluation *e, const struct together *t,
			 unsigned columns, struct part_set *set)
{
	bool met;

	for (int64_t part = part_set_next(set, 0); part >= 0;
	     part = part_set_next(set, part + 1)) {
		if (is_together(e, t, columns, part, &met))
			return -1;
		if (!met)
			part_set_remove(set, part);
	}
	return 0;
}

/* What a kind is looked for in: where it has to stand may be told by "in:". */
static int keep_in_columns(struct evaluation *e, const struct query_node *n,
			   unsigned columns, struct part_set *set)
{
	struct together t;

	if (columns == ALL_COLUMNS || n->kind != QUERY_TRAIT)
		return 0;
	together_read_leaf(&t, n, e->mem);
	return keep_together(e, &t, columns, set);
}

static int keep(struct evaluation *e, const struct query_node *n,
		unsigned columns, struct part_set *set)
{
	struct part_set kept = PART_SET_INIT;
	int rc = evaluate(e, n, columns, set, &kept);

	part_set_release(set);
	*set = kept;
	return rc;
}

/* What holds for all children of an AND. */
struct joined {
	struct together together;
	unsigned columns;
	bool plain;	/* there is an expression for its words */
	bool scoped;	/* "in:" is seen to by what it holds for */
};

/* Where its passage stands is asked for all of them at once. */
static bool is_asked_together(const struct joined *j,
			      const struct query_node *n)
{
	return together_counts(&j->together) &&
	       (n->kind == QUERY_TOPIC || (n->kind == QUERY_TRAIT && !n->to));
}

/* Filters first; then what has to be read. */
static int keep_children(struct evaluation *e, const struct query_node *n,
			 const struct joined *j, struct part_set *set)
{
	for (int text = 0; text < 2; text++)
		for (const struct query_node *c = n->first; c; c = c->next)
			if (has_text(c) == text &&
			    !is_done(e, c, j->plain, j->scoped) &&
			    !together_decides(&j->together, c) &&
			    keep(e, c,
				 is_asked_together(j, c) ? ALL_COLUMNS
							 : j->columns, set))
				return -1;
	return 0;
}

static bool is_placed(enum query_kind kind)
{
	return query_is_text(kind) || kind == QUERY_TOPIC ||
	       kind == QUERY_TRAIT;
}

/* Does it ask for something that stands in the text? */
static bool has_place(const struct query_node *n)
{
	bool any = false, all = true;

	if (!n->first)
		return is_placed(n->kind);
	for (const struct query_node *c = n->first; c; c = c->next) {
		bool place = has_place(c);

		any |= place;
		all &= place;
	}
	return n->kind == QUERY_AND ? any : n->kind == QUERY_OR && all;
}

/* Or does it leave such a thing out? */
static bool has_placed(const struct query_node *n)
{
	if (!n->first)
		return is_placed(n->kind);
	for (const struct query_node *c = n->first; c; c = c->next)
		if (has_placed(c))
			return true;
	return false;
}

/* "-in:learned -in:links" leaves what is in neither. */
static unsigned columns_left(const struct query_node *n, unsigned columns)
{
	unsigned scope;

	for (const struct query_node *c = n->first; c; c = c->next)
		if (c->kind == QUERY_NOT && is_scope(c, &scope))
			columns &= scope;
	return columns;
}

/* "in:" says where words have to stand; without any, what has to be there. */
static int evaluate_and(struct evaluation *e, const struct query_node *n,
			unsigned columns, const struct part_set *within,
			struct part_set *out)
{
	bool whole;
	const char *plain = plain_expression(e, n, columns, &whole);
	struct joined j = {
		.columns = has_placed(n) ? columns_in(n, columns)
					 : columns_left(n, columns),
		.plain = plain,
		.scoped = has_place(n),
	};

	if (!j.columns || !columns_in(n, columns))
		return 0;
	if (plain && match(e, plain, out))
		return -1;
	if (!plain)
		part_set_join(out, within);
	part_set_keep(out, within);
	if (plain && whole)
		return 0;
	together_read(&j.together, n, e->mem);
	if (keep_children(e, n, &j, out))
		return -1;
	return together_counts(&j.together)
		       ? keep_together(e, &j.together, j.columns, out)
		       : 0;
}

static int evaluate_or(struct evaluation *e, const struct query_node *n,
		       unsigned columns, const struct part_set *within,
		       struct part_set *out)
{
	for (const struct query_node *c = n->first; c; c = c->next) {
		struct part_set one = PART_SET_INIT;
		int rc = evaluate(e, c, columns, within, &one);

		part_set_join(out, &one);
		part_set_release(&one);
		if (rc)
			return -1;
	}
	return 0;
}

static int evaluate_not(struct evaluation *e, const struct query_node *n,
			unsigned columns, const struct part_set *within,
			struct part_set *out)
{
	struct part_set these = PART_SET_INIT;
	int rc = evaluate(e, n->first, columns, within, &these);

	part_set_join(out, within);
	part_set_take_away(out, &these);
	part_set_release(&these);
	return rc;
}

int evaluate(struct evaluation *e, const struct query_node *n,
	     unsigned columns, const struct part_set *within,
	     struct part_set *out)
{
	unsigned scope;
	bool whole;
	const char *plain;

	part_set_begin(out, within->size);
	if (is_wrong(e))
		return 0;
	if (is_scope(n, &scope)) {
		scope &= n->kind == QUERY_NOT ? columns : ALL_COLUMNS;
		if (evaluate_scope(e, scope, out))
			return -1;
		part_set_keep(out, within);
		return 0;
	}
	if (n->kind == QUERY_AND)
		return evaluate_and(e, n, columns, within, out);
	if (n->kind == QUERY_NOT)
		return evaluate_not(e, n, columns, within, out);
	plain = plain_expression(e, n, columns, &whole);
	if (plain ? match(e, plain, out)
		  : !query_is_text(n->kind) && n->kind != QUERY_OR &&
			    evaluate_filter(e, n, columns, out))
		return -1;
	if (!plain && query_is_text(n->kind))
		return evaluate_text(e, n, columns, within, out);
	if (!plain && n->kind == QUERY_OR)
		return evaluate_or(e, n, columns, within, out);
	part_set_keep(out, within);
	return plain ? 0 : keep_in_columns(e, n, columns, out);
}

int evaluate_all(struct evaluation *e, struct part_set *out)
{
	size_t size;

	if (read_size(e, &size))
		return -1;
	part_set_begin(out, size);
	return add_rows(e, database_get(e->ix, SQL_PARTS_ALL), NULL, out);
}

int evaluate_query(struct evaluation *e, const struct query *q,
		   struct part_set *out)
{
	struct part_set all = PART_SET_INIT;
	int rc = evaluate_all(e, &all);

	if (!q->root) {
		*out = all;
		return rc;
	}
	if (!rc)
		rc = evaluate(e, q->root, ALL_COLUMNS, &all, out);
	part_set_release(&all);
	return rc;
}
