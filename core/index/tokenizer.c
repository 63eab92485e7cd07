/* SPDX-License-Identifier: MIT */
/* The tokenizer of the index: stems, and pairs of unspaced characters. */
#include "core/index/tokenizer.h"

#include <stdlib.h>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

/* No character of an unspaced script has a first byte below this. */
#define FIRST_BYTE 0xe0
#define LONGEST_CHAR 4

/* What SQLite calls Fts5Tokenizer is ours, around one of its own. */
struct wrapper {
	fts5_tokenizer functions;
	Fts5Tokenizer *words;
};

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

static void delete_wrapper(Fts5Tokenizer *t)
{
	struct wrapper *w = (struct wrapper *)t;

	if (w && w->words)
		w->functions.xDelete(w->words);
	free(w);
}

static int create_wrapper(void *arg, const char **args UNUSED,
			  int nargs UNUSED, Fts5Tokenizer **out)
{
	static const char *options[] = { "unicode61", "remove_diacritics",
					 "2" };
	struct wrapper *w = xcalloc(1, sizeof(*w));
	fts5_api *api = arg;
	void *user = NULL;
	int rc = api->xFindTokenizer(api, "porter", &user, &w->functions);

	if (!rc)
		rc = w->functions.xCreate(user, options, ARRAY_SIZE(options),
					  &w->words);
	*out = (Fts5Tokenizer *)w;
	if (rc) {
		free(w);
		*out = NULL;
	}
	return rc;
}

/* Tokens of a stretch of the text, told where they stand in all of it. */
struct stretch {
	int offset;
	void *arg;
	tokenizer_token *token;
};

static int shift_token(void *arg, int flags, const char *token, int len,
		       int start, int end)
{
	const struct stretch *s = arg;

	return s->token(s->arg, flags, token, len, start + s->offset,
			end + s->offset);
}

/* The length of the unspaced character that `text` begins with, or 0. */
static size_t unspaced(struct str text)
{
	struct str rest = text;

	if (!text.len || (unsigned char)*text.s < FIRST_BYTE)
		return 0;
	return unicode_is_unspaced(utf8_next(&rest)) ? text.len - rest.len : 0;
}

static size_t next_unspaced(struct str text, size_t at)
{
	while (at < text.len && !unspaced(str_from(text, at)))
		at++;
	return at;
}

/* Pairs, and the last character where its pair is. */
static int pair_tokens(struct str text, size_t start, size_t *end, int flags,
		       const struct stretch *to)
{
	size_t at = start, len = unspaced(str_from(text, at)), next;
	bool query = flags & FTS5_TOKENIZE_QUERY;
	int rc = SQLITE_OK;

	while (!rc && (next = unspaced(str_from(text, at + len)))) {
		rc = to->token(to->arg, 0, text.s + at, (int)(len + next),
			       (int)at, (int)(at + len + next));
		at += len;
		len = next;
	}
	*end = at + len;
	if (rc || (query && at > start))
		return rc;
	return to->token(to->arg, at > start ? FTS5_TOKEN_COLOCATED : 0,
			 text.s + at, (int)len, (int)at, (int)*end);
}

static int tokenize(Fts5Tokenizer *t, void *arg, int flags, const char *s,
		    int len, tokenizer_token *token)
{
	struct wrapper *w = (struct wrapper *)t;
	struct str text = { s, len > 0 ? (size_t)len : 0 };
	size_t at = 0, run = next_unspaced(text, 0);
	struct stretch to = { 0, arg, token };
	int rc = SQLITE_OK;

	if (run == text.len)
		return w->functions.xTokenize(w->words, arg, flags, s, len,
					      token);
	while (!rc && at < text.len) {
		to.offset = (int)at;
		if (run > at)
			rc = w->functions.xTokenize(w->words, &to, flags,
						    s + at, (int)(run - at),
						    shift_token);
		at = run;
		if (!rc && at < text.len)
			rc = pair_tokens(text, at, &at, flags, &to);
		run = next_unspaced(text, at);
	}
	return rc;
}

static fts5_tokenizer functions = { create_wrapper, delete_wrapper, tokenize };

int tokenizer_register(struct index *ix)
{
	fts5_api *api = get_api(ix);

	if (!api)
		return -1;
	ix->rc = api->xCreateTokenizer(api, TOKENIZER, api, &functions, NULL);
	return ix->rc ? -1 : 0;
}

int tokenizer_open(struct tokenizer *t, struct index *ix)
{
	fts5_api *api = get_api(ix);

	t->functions = functions;
	if (!api)
		return -1;
	ix->rc = create_wrapper(api, NULL, 0, &t->instance);
	return ix->rc ? -1 : 0;
}

void tokenizer_close(struct tokenizer *t)
{
	delete_wrapper(t->instance);
	t->instance = NULL;
}

/* FTS5 counts in int. */
int tokenizer_run(const struct tokenizer *t, int flags, struct str text,
		  void *arg, tokenizer_token *token)
{
	int len = text.len < INT32_MAX ? (int)text.len : INT32_MAX;

	return tokenize(t->instance, arg, flags, text.s ? text.s : "", len,
			token);
}
