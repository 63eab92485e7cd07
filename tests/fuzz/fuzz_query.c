/* SPDX-License-Identifier: MIT */
/* Any bytes are a query or an error that shows its place. */
#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/strbuf.h"
#include "core/model/query.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t count_leaves(const struct query_node *n, size_t size)
{
	size_t leaves = 0;

	assert(n->at <= size);
	if (n->kind > QUERY_NOT)
		return 1;
	assert(n->first && (n->kind != QUERY_NOT || !n->first->next));
	for (const struct query_node *c = n->first; c; c = c->next)
		leaves += count_leaves(c, size);
	return leaves;
}

static void parse(struct str text)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct query q = { .root = NULL };

	if (query_parse(&q, text, 19000, &mem, &err)) {
		assert(err.kind == ERROR_USAGE && err.text[0]);
		return;
	}
	assert(q.nterms <= QUERY_TERMS_MAX);
	assert(!q.root || count_leaves(q.root, text.len) == q.nterms);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	AUTO(strbuf) joined = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct str text = { (const char *)data, size };
	const char *const operands[] = { arena_str(&mem, text).s, "x" };

	parse(text);
	query_join(&joined, operands, 1, 19000);
	parse(strbuf_slice(&joined));
	strbuf_truncate(&joined, 0);
	query_join(&joined, operands, ARRAY_SIZE(operands), 19000);
	parse(strbuf_slice(&joined));
	return 0;
}
