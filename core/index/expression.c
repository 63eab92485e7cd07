/* SPDX-License-Identifier: MIT */
/* Queries of nothing but words, as expressions for FTS5. */
#include "core/index/evaluate.h"

bool is_scope(const struct query_node *n, unsigned *columns)
{
	unsigned of_child;

	*columns = 0;
	if (n->kind == QUERY_SECTION) {
		*columns = 1u << column_of_section((enum section)n->from);
		if (n->from == SECTION_LINKS)
			*columns |= 1u << COLUMN_ADDRESS;
		return true;
	}
	if (n->kind == QUERY_NOT) {
		bool scope = is_scope(n->first, &of_child);

		*columns = ALL_COLUMNS & ~of_child;
		return scope;
	}
	if (n->kind != QUERY_OR)
		return false;
	for (const struct query_node *c = n->first; c; c = c->next) {
		if (!is_scope(c, &of_child))
			return false;
		*columns |= of_child;
	}
	return true;
}

unsigned columns_in(const struct query_node *n, unsigned columns)
{
	unsigned scope;

	if (is_scope(n, &scope))
		return columns & scope;
	if (n->kind != QUERY_AND)
		return columns;
	for (const struct query_node *c = n->first; c; c = c->next)
		if (is_scope(c, &scope))
			columns &= scope;
	return columns;
}

static bool is_plain(const struct evaluation *e, const struct query_node *n);

/* What FTS5 can do within an AND: also leave out. */
static bool is_plain_part(const struct evaluation *e,
			  const struct query_node *n)
{
	return is_plain(e, n->kind == QUERY_NOT ? n->first : n);
}

static bool is_plain(const struct evaluation *e, const struct query_node *n)
{
	size_t positive = 0;

	if (query_is_text(n->kind))
		return phrase_is_plain(&e->words.phrases[n->number]);
	if (n->kind != QUERY_AND && n->kind != QUERY_OR)
		return false;
	for (const struct query_node *c = n->first; c; c = c->next) {
		if (n->kind == QUERY_OR ? !is_plain(e, c)
					: !is_plain_part(e, c))
			return false;
		positive += c->kind != QUERY_NOT;
	}
	return positive > 0;
}

static void add_columns(struct strbuf *out, unsigned columns)
{
	if (columns == ALL_COLUMNS)
		return;
	strbuf_addstr(out, "{");
	for (int i = 0; i < COLUMN_COUNT; i++)
		if (columns >> i & 1)
			strbuf_addf(out, " %s", column_names[i]);
	strbuf_addstr(out, " } : ");
}

static void add_expression(struct strbuf *out, const struct evaluation *e,
			   const struct query_node *n);

/* The plain children of an AND, those left out behind all others. */
static void add_and(struct strbuf *out, const struct evaluation *e,
		    const struct query_node *n)
{
	const char *between = "";

	strbuf_addch(out, '(');
	for (const struct query_node *c = n->first; c; c = c->next) {
		if (c->kind == QUERY_NOT || !is_plain(e, c))
			continue;
		strbuf_addstr(out, between);
		add_expression(out, e, c);
		between = " AND ";
	}
	strbuf_addch(out, ')');
	between = " NOT (";
	for (const struct query_node *c = n->first; c; c = c->next) {
		if (c->kind != QUERY_NOT || !is_plain(e, c->first))
			continue;
		strbuf_addstr(out, between);
		add_expression(out, e, c->first);
		between = " OR ";
	}
	strbuf_addstr(out, str_is(str_of(between), " OR ") ? ")" : "");
}

static void add_or(struct strbuf *out, const struct evaluation *e,
		   const struct query_node *n)
{
	for (const struct query_node *c = n->first; c; c = c->next) {
		strbuf_addstr(out, c == n->first ? "(" : " OR ");
		add_expression(out, e, c);
	}
	strbuf_addch(out, ')');
}

static void add_expression(struct strbuf *out, const struct evaluation *e,
			   const struct query_node *n)
{
	if (query_is_text(n->kind)) {
		phrase_add(out, &e->words.phrases[n->number]);
		return;
	}
	if (n->kind == QUERY_OR) {
		add_or(out, e, n);
		return;
	}
	strbuf_addch(out, '(');
	add_and(out, e, n);
	strbuf_addch(out, ')');
}

static const char *expression(struct evaluation *e, const struct query_node *n,
			      unsigned columns)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (!columns)
		return NULL;
	add_columns(&out, columns);
	strbuf_addch(&out, '(');
	add_expression(&out, e, n);
	strbuf_addch(&out, ')');
	return arena_strndup(e->mem, out.buf, out.len);
}

const char *plain_expression(struct evaluation *e, const struct query_node *n,
			     unsigned columns, bool *whole)
{
	bool any = false;

	*whole = is_plain(e, n);
	if (*whole)
		return expression(e, n, columns);
	if (n->kind != QUERY_AND)
		return NULL;
	columns = columns_in(n, columns);
	*whole = true;
	for (const struct query_node *c = n->first; c; c = c->next) {
		unsigned scope;

		any |= is_plain(e, c);
		*whole &= is_plain_part(e, c) || is_scope(c, &scope);
	}
	*whole &= any;
	return any ? expression(e, n, columns) : NULL;
}

bool is_done(const struct evaluation *e, const struct query_node *n, bool plain,
	     bool scoped)
{
	unsigned scope;

	return (plain && is_plain_part(e, n)) ||
	       (scoped && is_scope(n, &scope));
}

const char *any_expression(struct evaluation *e)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < e->words.count; i++) {
		const struct phrase *p = &e->words.phrases[i];

		if (!p->shown || !p->count)
			continue;
		strbuf_addstr(&out, out.len ? " OR " : "");
		phrase_add(&out, p);
	}
	return out.len ? arena_strndup(e->mem, out.buf, out.len) : NULL;
}
