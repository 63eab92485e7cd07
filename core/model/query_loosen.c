/* SPDX-License-Identifier: MIT */
/* A query that asks for less. */
#include "core/model/query_fields.h"

static struct str next_word(struct str *rest)
{
	size_t len = 0;

	while (rest->len && query_is_blank(rest->s[0]))
		*rest = str_from(*rest, 1);
	while (len < rest->len && !query_is_blank(rest->s[len]))
		len++;
	*rest = str_from(*rest, len);
	return (struct str){ rest->s - len, len };
}

/* The words of a phrase, in any order; one that is a word stays. */
static bool loosen_phrase(struct query *q, struct query_node *n,
			  struct arena *mem)
{
	struct str rest = str_of(n->text), word = next_word(&rest);
	struct query_node **last = &n->first;

	if (!str_trim(rest).len)
		return false;
	*n = (struct query_node){
		.kind = QUERY_AND, .next = n->next, .at = n->at,
		.number = n->number,
	};
	for (bool first = true; word.len; word = next_word(&rest)) {
		*last = arena_alloc(mem, sizeof(**last));
		**last = (struct query_node){
			.kind = QUERY_WORD, .at = n->at,
			.text = arena_str(mem, word).s,
			.number = first ? n->number : q->ntexts++,
		};
		q->nterms += !first;
		last = &(*last)->next;
		first = false;
	}
	return true;
}

static bool loosen(struct query *q, struct query_node *n, struct arena *mem)
{
	bool changed = false;

	if (n->kind == QUERY_PHRASE)
		return loosen_phrase(q, n, mem);
	/* Not those words would be another thing than not that phrase. */
	if (n->kind == QUERY_NOT)
		return false;
	for (n = n->first; n; n = n->next)
		changed |= loosen(q, n, mem);
	return changed;
}

bool query_loosen(struct query *q, struct arena *mem)
{
	return q->root && loosen(q, q->root, mem) &&
	       q->nterms <= QUERY_TERMS_MAX;
}
