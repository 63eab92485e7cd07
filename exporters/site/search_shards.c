/* SPDX-License-Identifier: MIT */
/* Words and their places in shards for a browser, of which few are written. */
#include "exporters/site/search_shards.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/sum64.h"
#include "core/base/utf8.h"
#include "core/text/json.h"

/* Some 4 KB when it is compressed: several words ask for as many shards. */
#define SHARD_MAX 8000
/* Bytes of a key, which is the name of a file: what has that many in common is
 * one shard, however large. */
#define KEY_MAX 32
/* Quotes, colon and comma. */
#define AROUND_TERM 6

struct search_shard {
	size_t from, to, key_len;
	uint64_t sum;		/* of its words and their places */
	bool is_wanted;
};

void search_shards_release(struct search_shards *sh)
{
	free(sh->terms);
	free(sh->items);
	free(sh->at);
	free(sh->before);
	free(sh->places);
}

static struct str token_of(const struct search_shards *sh, size_t term)
{
	return sh->tokens[sh->terms[term]];
}

static const struct search_counted *counted_of(const struct search_shards *sh,
					       size_t term)
{
	return &sh->counted[sh->terms[term]];
}

static size_t size_of(const struct search_shards *sh, size_t term)
{
	return token_of(sh, term).len + counted_of(sh, term)->len +
	       AROUND_TERM;
}

/* What is waiting is a shard; it ends before `to`. */
static void end_waiting(struct search_shards *sh, size_t to)
{
	if (sh->first < to) {
		XGROW(sh->items, sh->count, sh->cap);
		sh->items[sh->count++] = (struct search_shard){
			.from = sh->first, .to = to, .key_len = sh->key_len,
		};
	}
	sh->first = to;
	sh->size = 0;
}

/* Where the tokens end that begin as that at `from` does, one character beyond
 * the `len` bytes that all have; `*end`: how many bytes that is. */
static size_t group_end(const struct search_shards *sh, size_t from, size_t to,
			size_t len, size_t *end)
{
	struct str token = token_of(sh, from), rest = str_from(token, len);
	size_t at = from + 1;

	*end = len;
	if (!rest.len)
		return at;
	utf8_next(&rest);
	*end = token.len - rest.len;
	while (at < to && str_eq(str_upto(token_of(sh, at), *end),
				 str_upto(token, *end)))
		at++;
	return at;
}

/* Shards of the tokens that all begin with the same `len` bytes. */
static void split(struct search_shards *sh, size_t from, size_t to, size_t len)
{
	size_t next, end, size;

	for (; from < to; from = next) {
		next = group_end(sh, from, to, len, &end);
		size = 0;
		for (size_t i = from; i < next; i++)
			size += size_of(sh, i);
		if (sh->size + size > SHARD_MAX)
			end_waiting(sh, from);
		if (size > SHARD_MAX && next - from > 1 && end < KEY_MAX) {
			split(sh, from, next, end);
			end_waiting(sh, next);
			continue;
		}
		if (!sh->size)
			sh->key_len = end;
		sh->size += size;
	}
}

static bool is_told(const struct search_shards *sh, size_t word)
{
	return sh->counted[word].len && sh->tokens[word].len;
}

/* A word that no earlier run told, while it is sorted in. */
struct fresh {
	uint64_t begin;		/* the first bytes of its token, as a number */
	const struct str *token;
};

static uint64_t begin_of(struct str token)
{
	uint64_t begin = 0;

	for (size_t i = 0; i < sizeof(begin); i++)
		begin = begin << 8 |
			(i < token.len ? (unsigned char)token.s[i] : 0);
	return begin;
}

static int compare_fresh(const void *a, const void *b)
{
	const struct fresh *x = a, *y = b;

	if (x->begin != y->begin)
		return x->begin < y->begin ? -1 : 1;
	return str_cmp(*x->token, *y->token);
}

/* Those that an earlier run had, in its order. */
static void add_kept(struct search_shards *sh, const struct search_kept *kept,
		     bool *is_placed)
{
	for (size_t i = 0; i < kept->nterms; i++) {
		uint32_t word = kept->order[i];

		if (is_told(sh, word))
			sh->terms[sh->nterms++] = word;
		is_placed[word] = true;
	}
}

/* How many of the first `count` terms come before a token. */
static size_t place_of(const struct search_shards *sh, size_t count,
		       struct str token)
{
	size_t from = 0;

	while (from < count) {
		size_t middle = from + (count - from) / 2;

		if (str_cmp(token_of(sh, middle), token) < 0)
			from = middle + 1;
		else
			count = middle;
	}
	return from;
}

/* From the last one on: what comes behind all that are left moves once. */
static void add_fresh(struct search_shards *sh, const struct fresh *all,
		      size_t count)
{
	size_t left = sh->nterms;

	for (sh->nterms += count; count; count--) {
		const struct str *token = all[count - 1].token;
		size_t at = place_of(sh, left, *token);

		memmove(sh->terms + at + count, sh->terms + at,
			(left - at) * sizeof(*sh->terms));
		sh->terms[at + count - 1] = (uint32_t)(token - sh->tokens);
		left = at;
	}
}

static void make_terms(struct search_shards *sh, size_t nwords,
		       const struct search_kept *kept)
{
	bool *is_placed = xcalloc(nwords + 1, sizeof(*is_placed));
	struct fresh *fresh = NULL;
	size_t count = 0, cap = 0;

	sh->terms = xcalloc(nwords + 1, sizeof(*sh->terms));
	add_kept(sh, kept, is_placed);
	for (size_t i = 0; i < nwords; i++) {
		if (is_placed[i] || !is_told(sh, i))
			continue;
		XGROW(fresh, count, cap);
		fresh[count++] = (struct fresh){ begin_of(sh->tokens[i]),
						 &sh->tokens[i] };
	}
	free(is_placed);
	if (count)
		qsort(fresh, count, sizeof(*fresh), compare_fresh);
	add_fresh(sh, fresh, count);
	free(fresh);
}

void search_shards_make(struct search_shards *sh, size_t nwords,
			const struct search_kept *kept)
{
	make_terms(sh, nwords, kept);
	split(sh, 0, sh->nterms, 0);
	end_waiting(sh, sh->nterms);
}

static uint64_t sum_of(const struct search_shards *sh,
		       const struct search_shard *shard)
{
	struct sum64 sum = SUM64_INIT;

	for (size_t i = shard->from; i < shard->to; i++) {
		sum64_add(&sum, token_of(sh, i));
		sum64_add_number(&sum, counted_of(sh, i)->sum);
	}
	return sum.value;
}

static void add_key(struct strbuf *out, const struct search_shards *sh,
		    const struct search_shard *shard)
{
	struct str bytes = str_upto(token_of(sh, shard->from), shard->key_len);

	for (size_t i = 0; i < bytes.len; i++)
		strbuf_addf(out, "%02x", (unsigned char)bytes.s[i]);
}

static void add_path(struct strbuf *out, const struct search_shards *sh,
		     const struct search_shard *shard)
{
	strbuf_addstr(out, "search/s");
	add_key(out, sh, shard);
	strbuf_addstr(out, ".js");
}

static bool is_current(struct export_out *out, const char *path, uint64_t key)
{
	return out->is_current && out->is_current(out, path, key);
}

/* The version is made of the sums of all. */
void search_shards_choose(struct search_shards *sh, struct export_out *out,
			  struct strbuf *keys, uint64_t *version)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct sum64 all = SUM64_INIT;

	for (size_t i = 0; i < sh->count; i++) {
		struct search_shard *shard = &sh->items[i];

		add_key(keys, sh, shard);
		strbuf_addch(keys, ' ');
		strbuf_reset(&path);
		add_path(&path, sh, shard);
		shard->sum = sum_of(sh, shard);
		sum64_add_number(&all, shard->sum);
		shard->is_wanted = !is_current(out, path.buf, shard->sum);
	}
	*version = all.value >> 16;
}

/* So much is collected at a time, or what one shard has. */
#define PLACES_MAX ((uint32_t)1 << 20)

static uint32_t add_shard(struct search_shards *sh,
			  const struct search_shard *shard,
			  struct search_walk *w, bool *wanted, uint32_t at)
{
	for (size_t k = shard->from; k < shard->to; k++) {
		uint32_t word = sh->terms[k];

		wanted[word] = true;
		w->at[word] = at;
		at += w->counted[word].len;
	}
	return at;
}

/* Collect the places of what is wanted from shard `from` on; returns where that
 * ends. */
static size_t collect(struct search_shards *sh, struct search_walk *w,
		      size_t from)
{
	size_t nwords = w->nwords, to = from;
	bool *wanted = xcalloc(nwords + 1, sizeof(*wanted));
	uint32_t at = 0;

	memset(w->before, 0, nwords * sizeof(*w->before));
	for (; to < sh->count && at < PLACES_MAX; to++)
		if (sh->items[to].is_wanted)
			at = add_shard(sh, &sh->items[to], w, wanted, at);
	free(sh->places);
	sh->places = w->places = xmalloc(at + SEARCH_DIGITS_MAX);
	w->wanted = wanted;
	if (at)
		search_walk(w, 0);
	free(wanted);
	w->wanted = NULL;
	return to;
}

/* Now that they are collected, the places of a term. */
static struct str places_of(const struct search_shards *sh, size_t term)
{
	uint32_t len = counted_of(sh, term)->len;

	return (struct str){
		sh->places + sh->at[sh->terms[term]] - len,
		len,
	};
}

static int write_shard(const struct search_shards *sh,
		       const struct search_shard *shard,
		       struct strbuf *file, struct export_out *out,
		       struct error *err)
{
	AUTO(strbuf) path = STRBUF_INIT;

	add_path(&path, sh, shard);
	strbuf_reset(file);
	strbuf_addstr(file, "hectoSearch(\"s");
	add_key(file, sh, shard);
	strbuf_addstr(file, "\",{");
	for (size_t i = shard->from; i < shard->to; i++) {
		strbuf_addstr(file, i > shard->from ? "," : "");
		json_add_quoted(file, token_of(sh, i));
		strbuf_addstr(file, ":\"");
		strbuf_addslice(file, places_of(sh, i));
		strbuf_addch(file, '"');
	}
	strbuf_addstr(file, "});\n");
	/* Asked again, so that it is known whose key this is. */
	if (is_current(out, path.buf, shard->sum))
		return 0;
	return out->file(out, path.buf, strbuf_slice(file), err);
}

int search_shards_write(struct search_shards *sh, struct search_walk *w,
			struct export_out *out, struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;

	sh->at = w->at = xcalloc(w->nwords + 1, sizeof(*sh->at));
	sh->before = w->before = xcalloc(w->nwords + 1, sizeof(*sh->before));
	for (size_t i = 0, to; i < sh->count;) {
		for (to = collect(sh, w, i); i < to; i++)
			if (sh->items[i].is_wanted &&
			    write_shard(sh, &sh->items[i], &file, out, err))
				return -1;
	}
	/* It is large, and pages are drawn after this. */
	free(sh->places);
	sh->places = w->places = NULL;
	return 0;
}
