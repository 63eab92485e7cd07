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
#define SEEN_OFTEN 3

struct search_term {
	struct str token;	/* when it is written */
	char *places;		/* not terminated */
	uint32_t len, cap;
	uint32_t before;	/* the document told last, + 1 */
	uint32_t document;	/* in hand, + 1; 0: none yet */
	uint16_t count;		/* in it */
	bool in_heading;
};

void search_index_release(struct search_index *ix)
{
	for (size_t i = 0; i < ix->cap; i++)
		free(ix->terms[i].places);
	free(ix->terms);
	search_words_release(&ix->own);
	*ix = (struct search_index)SEARCH_INDEX_INIT;
}

/* --- collecting --- */

static enum search_weight weight_of(const struct search_term *t)
{
	if (t->in_heading)
		return SEARCH_HEADING;
	return t->count >= SEEN_OFTEN ? SEARCH_OFTEN : SEARCH_ONCE;
}

/* Most words stand in few documents. */
static void make_room(struct search_term *t)
{
	if (t->cap - t->len >= SEARCH_DIGITS_MAX)
		return;
	t->cap = t->cap ? t->cap * 2 : 2 * SEARCH_DIGITS_MAX;
	t->places = xrealloc(t->places, t->cap);
}

/* What is in hand of a term is known when the next document has it. */
static void put_down(struct search_term *t)
{
	if (!t->document)
		return;
	make_room(t);
	t->len += (uint32_t)search_number_write(
		t->places + t->len,
		(uint64_t)(t->document - t->before) << 2 | weight_of(t));
	t->before = t->document;
	t->document = 0;
	t->count = 0;
	t->in_heading = false;
}

static struct search_words *words_of(struct search_index *ix)
{
	return ix->words ? ix->words : &ix->own;
}

static struct search_term *term_of(struct search_index *ix, size_t number)
{
	size_t cap = ix->cap;

	if (number < cap)
		return &ix->terms[number];
	ix->cap = number + number / 2 + 64;
	ix->terms = xrealloc(ix->terms, ix->cap * sizeof(*ix->terms));
	memset(ix->terms + cap, 0, (ix->cap - cap) * sizeof(*ix->terms));
	return &ix->terms[number];
}

static void meet(struct search_index *ix, size_t number, uint16_t times)
{
	struct search_term *t = term_of(ix, number);

	if (t->document != ix->document + 1) {
		put_down(t);
		t->document = ix->document + 1;
	}
	if (t->count <= SEEN_OFTEN)
		t->count = (uint16_t)(t->count + times);
	t->in_heading |= ix->in_heading;
}

static int add_word(void *arg, const struct token *word)
{
	struct search_index *ix = arg;
	size_t number = search_words_number(words_of(ix), word->text);

	if (number != SEARCH_NO_WORD)
		meet(ix, number, 1);
	return 0;
}

void search_index_add(struct search_index *ix, struct str text, bool is_heading)
{
	ix->in_heading = is_heading;
	tokens_walk_words(text, add_word, ix);
}

void search_index_add_list(struct search_index *ix, struct str list)
{
	const struct search_words *words = words_of(ix);
	struct search_place place;

	ix->in_heading = false;
	while (search_list_next(&list, &place))
		if (place.word < words->count && words->tokens[place.word].len)
			meet(ix, place.word, place.is_often ? SEEN_OFTEN : 1);
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

/* The terms that are in a document, by token, instead of all by number. */
static size_t sort_terms(struct search_index *ix)
{
	const struct search_words *words = words_of(ix);
	size_t n = 0;

	for (size_t i = 0; i < words->count && i < ix->cap; i++) {
		struct search_term *t = &ix->terms[i];

		put_down(t);
		if (!t->len)
			continue;
		t->token = words->tokens[i];
		if (n < i) {
			ix->terms[n] = *t;
			*t = (struct search_term){ .places = NULL };
		}
		n++;
	}
	if (n)
		qsort(ix->terms, n, sizeof(*ix->terms), compare_terms);
	return n;
}

int search_index_write(struct search_index *ix, struct export_out *out,
		       struct strbuf *keys, uint64_t *version,
		       struct error *err)
{
	struct shards sh = { .out = out, .keys = keys, .file = STRBUF_INIT };
	struct sha256_hex sum;
	size_t count = sort_terms(ix);
	int rc;

	sh.terms = ix->terms;
	sha256_init(&sh.sum);
	rc = split(&sh, 0, count, 0, err);
	if (!rc)
		rc = write_waiting(&sh, count, err);
	strbuf_release(&sh.file);
	sum = sha256_end(&sh.sum);
	sum.s[12] = '\0';
	*version = strtoull(sum.s, NULL, 16);
	return rc;
}
