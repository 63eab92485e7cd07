/* SPDX-License-Identifier: MIT */
/* The tokens of texts and queries, for FTS5. */
#include "core/index/tokenizer.h"

#include "core/index/ranking.h"
#include "core/text/tokens.h"

static fts5_api *get_api(struct index *ix)
{
	sqlite3_stmt *st = database_get(ix, SQL_FTS5);
	fts5_api *api = NULL;

	if (!st)
		return NULL;
	sqlite3_bind_pointer(st, 1, &api, "fts5_api_ptr", NULL);
	if (database_run(ix, st))
		return NULL;
	return api;
}

/* All that it has is the index. */
static int create(void *state, const char **args UNUSED, int nargs UNUSED,
		  Fts5Tokenizer **out)
{
	*out = state;
	return SQLITE_OK;
}

static void forget(Fts5Tokenizer *t UNUSED)
{
}

/* FTS5's own callback. */
struct told {
	void *arg;
	size_t places;
	int (*token)(void *arg, int flags, const char *token, int len,
		     int start, int end);
};

static int tell(void *arg, const struct token *t)
{
	struct told *to = arg;

	to->places += !t->same_place;
	return to->token(to->arg, t->same_place ? FTS5_TOKEN_COLOCATED : 0,
			 t->text.s, (int)t->text.len, (int)t->start,
			 (int)t->end);
}

static int tokenize(Fts5Tokenizer *t, void *arg, int flags,
		    const char *s, int len,
		    int (*token)(void *arg, int flags, const char *token,
				 int len, int start, int end))
{
	struct str text = { s, len > 0 ? (size_t)len : 0 };
	struct told to = { arg, 0, token };
	struct index *ix = (struct index *)(void *)t;
	int rc = tokens_walk(text, flags & FTS5_TOKENIZE_QUERY, tell, &to);

	ix->tokens += to.places;
	return rc;
}

int tokenizer_register(struct index *ix)
{
	static fts5_tokenizer functions = { create, forget, tokenize };
	fts5_api *api = get_api(ix);

	if (!api)
		return -1;
	ix->rc = api->xCreateTokenizer(api, TOKENIZER, ix, &functions, NULL);
	return ix->rc ? -1 : ranking_register(ix, api);
}
