/* SPDX-License-Identifier: MIT */
/* The words of a query: for FTS5, and found again in a text. */
#include "core/index/words.h"

#include <stdlib.h>

/* As in schema.c; the tokens have to be the same. */
static const char *tokenizer_options[] = { "unicode61", "remove_diacritics",
					   "2" };

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

static int open_tokenizer(struct words *w, struct index *ix)
{
	fts5_api *api = get_api(ix);
	void *user = NULL;

	if (!api)
		return -1;
	ix->rc = api->xFindTokenizer(api, "porter", &user, &w->functions);
	if (!ix->rc)
		ix->rc = w->functions.xCreate(user, tokenizer_options,
					      ARRAY_SIZE(tokenizer_options),
					      &w->tokenizer);
	return ix->rc ? -1 : 0;
}

void words_release(struct words *w)
{
	if (w->tokenizer)
		w->functions.xDelete(w->tokenizer);
	free(w->tokens);
	*w = (struct words)WORDS_INIT;
}

struct reading {
	struct words *words;
	struct arena *mem;
};

static int add_token(void *arg, int flags UNUSED, const char *token, int len,
		     int start UNUSED, int end UNUSED)
{
	struct reading *r = arg;
	struct words *w = r->words;

	XGROW(w->tokens, w->ntokens, w->tokens_cap);
	w->tokens[w->ntokens++] =
		arena_str(r->mem, (struct str){ token, (size_t)len });
	return SQLITE_OK;
}

/* FTS5 counts in int. */
static int tokenize(struct words *w, int flags, struct str text, void *arg,
		    int (*token)(void *, int, const char *, int, int, int))
{
	int len = text.len < INT32_MAX ? (int)text.len : INT32_MAX;

	return w->functions.xTokenize(w->tokenizer, arg, flags,
				      text.s ? text.s : "", len, token);
}

int words_read(struct words *w, struct index *ix, const struct query *q,
	       struct arena *mem)
{
	struct reading r = { w, mem };

	if (!q->nwords)
		return 0;
	if (open_tokenizer(w, ix))
		return -1;
	w->phrases = arena_alloc(mem, q->nwords * sizeof(*w->phrases));
	for (size_t i = 0; i < q->nwords; i++) {
		struct phrase p = { .word = q->words[i], .first = w->ntokens };

		ix->rc = tokenize(w, FTS5_TOKENIZE_QUERY, str_of(p.word), &r,
				  add_token);
		if (ix->rc)
			return -1;
		p.count = w->ntokens - p.first;
		if (p.count)
			w->phrases[w->count++] = p;
	}
	return 0;
}

static void add_quoted(struct strbuf *out, const char *word)
{
	strbuf_addch(out, '"');
	for (; *word; word++) {
		if (*word == '"')
			strbuf_addch(out, '"');
		strbuf_addch(out, *word);
	}
	strbuf_addch(out, '"');
}

const char *words_expression(const struct words *w, enum section section,
			     struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (section != SECTION_NONE) {
		strbuf_addstr(&out, column_names[column_of_section(section)]);
		strbuf_addstr(&out, " : ");
	}
	strbuf_addch(&out, '(');
	for (size_t i = 0; i < w->count; i++) {
		if (i)
			strbuf_addstr(&out, " AND ");
		add_quoted(&out, w->phrases[i].word);
	}
	strbuf_addch(&out, ')');
	return arena_strndup(mem, out.buf, out.len);
}

/* A token of a text, which is some token of the query. */
struct seen_token {
	struct str token;
	size_t at; /* counted from 0 */
	struct found place;
};

struct finding {
	struct words *words;
	struct seen_token *seen;
	size_t count, cap, at;
};

static int see_token(void *arg, int flags UNUSED, const char *token, int len,
		     int start, int end)
{
	struct finding *f = arg;
	struct str text = { token, (size_t)len };
	const struct words *w = f->words;
	size_t i = 0;

	while (i < w->ntokens && !str_eq(w->tokens[i], text))
		i++;
	if (i < w->ntokens) {
		XGROW(f->seen, f->count, f->cap);
		f->seen[f->count++] = (struct seen_token){
			w->tokens[i], f->at, { (size_t)start, (size_t)end }
		};
	}
	f->at++;
	return SQLITE_OK;
}

static bool phrase_is_at(const struct finding *f, const struct phrase *p,
			 size_t i)
{
	if (p->count > f->count - i)
		return false;
	for (size_t k = 0; k < p->count; k++)
		if (f->seen[i + k].at != f->seen[i].at + k ||
		    !str_eq(f->seen[i + k].token,
			    f->words->tokens[p->first + k]))
			return false;
	return true;
}

/* The longest phrase that begins at a token; NULL: none does. */
static const struct phrase *phrase_at(const struct finding *f, size_t i,
				      bool *had)
{
	const struct phrase *best = NULL;

	for (size_t k = 0; k < f->words->count; k++) {
		const struct phrase *p = &f->words->phrases[k];

		if (!phrase_is_at(f, p, i))
			continue;
		had[k] = true;
		if (!best || p->count > best->count)
			best = p;
	}
	return best;
}

void words_find(struct words *w, struct str text, struct findings *out,
		struct arena *mem)
{
	struct finding f = { .words = w };
	bool *had = arena_alloc(mem, w->count + 1);

	*out = (struct findings){ .items = NULL };
	if (w->count && !tokenize(w, FTS5_TOKENIZE_AUX, text, &f, see_token))
		out->items =
			arena_alloc(mem, (f.count + 1) * sizeof(*out->items));
	for (size_t i = 0; out->items && i < f.count;) {
		const struct phrase *p = phrase_at(&f, i, had);
		size_t n = p ? p->count : 1;

		if (p)
			out->items[out->count++] = (struct found){
				f.seen[i].place.start,
				f.seen[i + n - 1].place.end,
			};
		i += n;
	}
	for (size_t k = 0; k < w->count; k++)
		out->different += had[k];
	free(f.seen);
}
