/* SPDX-License-Identifier: MIT */
/* The words of a site and where they stand, in shards for a browser. */
#include "exporters/site/search_index.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/sha256.h"
#include "core/base/utf8.h"
#include "core/text/json.h"
#include "core/text/tokens.h"

/* Some 10 KB when it is compressed. */
#define SHARD_MAX 24000
/* Bytes of a key, which is the name of a file: what has that many in common is
 * one shard, however large. */
#define KEY_MAX 32
/* Quotes, colon and comma. */
#define AROUND_TERM 6
#define NO_TERM ((size_t)-1)

struct search_term {
	struct str token;
	char *places;		/* not terminated */
	uint32_t len, cap;
	uint32_t before;	/* the document told last, + 1 */
	uint32_t document;	/* in hand, + 1; 0: none yet */
	uint16_t count;		/* in it */
	bool in_heading;
};

void search_index_release(struct search_index *ix)
{
	for (size_t i = 0; i < ix->nterms; i++)
		free(ix->terms[i].places);
	free(ix->terms);
	strset_release(&ix->words);
	strset_release(&ix->numbers);
	strbuf_release(&ix->token);
	arena_release(&ix->mem);
	*ix = (struct search_index)SEARCH_INDEX_INIT;
}

static const char digits[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
#define DIGITS_MAX 13	/* of 64 bits */

static size_t write_number(char to[DIGITS_MAX], uint64_t n)
{
	size_t len = 0;

	for (; n >= 32; n >>= 5)
		to[len++] = digits[32 | (n & 31)];
	to[len++] = digits[n];
	return len;
}

void search_add_number(struct strbuf *out, size_t n)
{
	char written[DIGITS_MAX];

	strbuf_add(out, written, write_number(written, n));
}

/* --- collecting --- */

static enum search_weight weight_of(const struct search_term *t)
{
	if (t->in_heading)
		return SEARCH_HEADING;
	return t->count > 2 ? SEARCH_OFTEN : SEARCH_ONCE;
}

/* Most words stand in few documents. */
static void make_room(struct search_term *t)
{
	if (t->cap - t->len >= DIGITS_MAX)
		return;
	t->cap = t->cap ? t->cap * 2 : 2 * DIGITS_MAX;
	t->places = xrealloc(t->places, t->cap);
}

/* What is in hand of a term is known when the next document has it. */
static void put_down(struct search_term *t)
{
	if (!t->document)
		return;
	make_room(t);
	t->len += (uint32_t)write_number(
		t->places + t->len,
		(uint64_t)(t->document - t->before) << 2 | weight_of(t));
	t->before = t->document;
	t->document = 0;
	t->count = 0;
	t->in_heading = false;
}

static size_t new_term(struct search_index *ix, struct str token)
{
	XGROW(ix->terms, ix->nterms, ix->cap);
	ix->terms[ix->nterms] =
		(struct search_term){ .token = arena_str(&ix->mem, token) };
	strset_put(&ix->numbers, token, ix->nterms);
	return ix->nterms++;
}

/* A word that was not seen before. */
static size_t learn_word(struct search_index *ix, struct str word)
{
	size_t number = NO_TERM;

	strbuf_reset(&ix->token);
	token_add(&ix->token, word);
	if (ix->token.len &&
	    !strset_get(&ix->numbers, strbuf_slice(&ix->token), &number))
		number = new_term(ix, strbuf_slice(&ix->token));
	strset_put(&ix->words, word, number);
	return number;
}

static int add_word(void *arg, const struct token *word)
{
	struct search_index *ix = arg;
	struct search_term *t;
	size_t number;

	if (!strset_get(&ix->words, word->text, &number))
		number = learn_word(ix, word->text);
	if (number == NO_TERM)
		return 0;
	t = &ix->terms[number];
	if (t->document != ix->document + 1) {
		put_down(t);
		t->document = ix->document + 1;
	}
	t->count += t->count < UINT16_MAX;
	t->in_heading |= ix->in_heading;
	return 0;
}

void search_index_add(struct search_index *ix, struct str text, bool is_heading)
{
	ix->in_heading = is_heading;
	tokens_walk_words(text, add_word, ix);
}

void search_index_next(struct search_index *ix)
{
	ix->document++;
}

/* --- shards --- */

struct shards {
	const struct search_term *terms;	/* by token */
	struct export_out *out;
	struct strbuf *keys;
	struct sha256 sum;
	struct strbuf file;
	/* Neighbours that are waiting for more, and how long their key is. */
	size_t first, size, key_len;
};

static int compare_terms(const void *a, const void *b)
{
	const struct search_term *x = a, *y = b;

	return str_cmp(x->token, y->token);
}

static void add_hex(struct strbuf *out, struct str bytes)
{
	for (size_t i = 0; i < bytes.len; i++)
		strbuf_addf(out, "%02x", (unsigned char)bytes.s[i]);
}

static size_t size_of(const struct search_term *t)
{
	return t->token.len + t->len + AROUND_TERM;
}

static int write_shard(struct shards *sh, size_t from, size_t to,
		       size_t key_len, struct error *err)
{
	AUTO(strbuf) key = STRBUF_INIT;
	AUTO(strbuf) path = STRBUF_INIT;

	add_hex(&key, str_upto(sh->terms[from].token, key_len));
	strbuf_addf(&path, "search/s%s.js", key.buf);
	strbuf_addf(sh->keys, "%s ", key.buf);
	strbuf_reset(&sh->file);
	strbuf_addf(&sh->file, "hectoSearch(\"s%s\",{", key.buf);
	for (size_t i = from; i < to; i++) {
		strbuf_addstr(&sh->file, i > from ? "," : "");
		json_add_quoted(&sh->file, sh->terms[i].token);
		strbuf_addstr(&sh->file, ":\"");
		strbuf_add(&sh->file, sh->terms[i].places, sh->terms[i].len);
		strbuf_addch(&sh->file, '"');
	}
	strbuf_addstr(&sh->file, "});\n");
	sha256_add(&sh->sum, strbuf_slice(&sh->file));
	return sh->out->file(sh->out, path.buf, strbuf_slice(&sh->file), err);
}

/* Write what is waiting; it ends before `to`. */
static int write_waiting(struct shards *sh, size_t to, struct error *err)
{
	size_t from = sh->first;

	sh->first = to;
	sh->size = 0;
	return from < to ? write_shard(sh, from, to, sh->key_len, err) : 0;
}

/* Where the tokens end that begin as that at `from` does, one character beyond
 * the `len` bytes that all have; `*end`: how many bytes that is. */
static size_t group_end(const struct shards *sh, size_t from, size_t to,
			size_t len, size_t *end)
{
	struct str token = sh->terms[from].token, rest = str_from(token, len);
	size_t at = from + 1;

	*end = len;
	if (!rest.len)
		return at;
	utf8_next(&rest);
	*end = token.len - rest.len;
	while (at < to && str_eq(str_upto(sh->terms[at].token, *end),
				 str_upto(token, *end)))
		at++;
	return at;
}

/* Shards of the tokens that all begin with the same `len` bytes. */
static int split(struct shards *sh, size_t from, size_t to, size_t len,
		 struct error *err)
{
	size_t next, end, size;

	for (; from < to; from = next) {
		next = group_end(sh, from, to, len, &end);
		size = 0;
		for (size_t i = from; i < next; i++)
			size += size_of(&sh->terms[i]);
		if (sh->size + size > SHARD_MAX && write_waiting(sh, from, err))
			return -1;
		if (size > SHARD_MAX && next - from > 1 && end < KEY_MAX) {
			if (split(sh, from, next, end, err) ||
			    write_waiting(sh, next, err))
				return -1;
			continue;
		}
		if (!sh->size)
			sh->key_len = end;
		sh->size += size;
	}
	return 0;
}

int search_index_write(struct search_index *ix, struct export_out *out,
		       struct strbuf *keys, uint64_t *version,
		       struct error *err)
{
	struct shards sh = { .terms = ix->terms, .out = out, .keys = keys,
			     .file = STRBUF_INIT };
	struct sha256_hex sum;
	int rc;

	for (size_t i = 0; i < ix->nterms; i++)
		put_down(&ix->terms[i]);
	if (ix->nterms)
		qsort(ix->terms, ix->nterms, sizeof(*ix->terms), compare_terms);
	sha256_init(&sh.sum);
	rc = split(&sh, 0, ix->nterms, 0, err);
	if (!rc)
		rc = write_waiting(&sh, ix->nterms, err);
	strbuf_release(&sh.file);
	sum = sha256_end(&sh.sum);
	sum.s[12] = '\0';
	*version = strtoull(sum.s, NULL, 16);
	return rc;
}
