/* SPDX-License-Identifier: MIT */
/* The words of a site and where they stand, in shards for a browser. */
#include "exporters/site/search_index.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/helper.h"
#include "core/base/sum64.h"
#include "core/base/utf8.h"
#include "core/text/json.h"

/* Some 10 KB when it is compressed. */
#define SHARD_MAX 24000
/* Bytes of a key, which is the name of a file: what has that many in common is
 * one shard, however large. */
#define KEY_MAX 32
/* Quotes, colon and comma. */
#define AROUND_TERM 6

/* --- documents --- */

static struct search_words *words_of(struct search_index *ix)
{
	return ix->words ? ix->words : &ix->own;
}

void search_index_add(struct search_index *ix, struct str text, bool is_heading)
{
	struct search_tally *tally = is_heading ? &ix->headings : &ix->texts;

	tally->words = words_of(ix);
	search_tally_add(tally, text);
}

void search_index_add_list(struct search_index *ix, struct str list,
			   bool is_heading)
{
	*(is_heading ? &ix->given.headings : &ix->given.texts) = list;
}

static struct str take_list(struct search_index *ix, struct search_tally *tally,
			    struct str given)
{
	AUTO(strbuf) list = STRBUF_INIT;

	if (!tally->nmet)
		return given;
	search_tally_take(tally, &list);
	return arena_str(&ix->mem, strbuf_slice(&list));
}

void search_index_next(struct search_index *ix)
{
	XGROW(ix->documents, ix->count, ix->cap);
	ix->documents[ix->count++] = (struct search_listed){
		take_list(ix, &ix->headings, ix->given.headings),
		take_list(ix, &ix->texts, ix->given.texts),
	};
	ix->given = (struct search_listed){ STR_NONE, STR_NONE };
}

/* --- walking the lists --- */

/* What is known of a word when all its places were counted. */
struct counted {
	uint64_t sum;		/* of what is told of them, in order */
	uint32_t len;		/* as text */
	uint32_t before;	/* the document told last, + 1 */
};

struct walk {
	const struct search_index *ix;
	const struct search_words *words;
	struct counted *counted;	/* by word */
	uint32_t document;	/* in hand, + 1 */
	/* All NULL while it is counted.  Then only words that are wanted have
	 * places, and theirs go on at `at`. */
	const bool *wanted;
	uint32_t *at;
	char *places;
};

/* A place is never 0. */
static void count(struct counted *c, uint64_t place)
{
	c->sum = (c->sum ^ place) * UINT64_C(0x9e3779b97f4a7c15);
	c->sum ^= c->sum >> 32;
	c->len += (68 - (uint32_t)__builtin_clzll(place)) / 5;
}

/* Where a word is, as it is told; 0: in a heading of the same document, which
 * came first. */
static uint64_t meet(struct counted *c, uint32_t document,
		     enum search_weight weight)
{
	uint64_t place = (uint64_t)(document - c->before) << 2 | weight;

	if (c->before == document)
		return 0;
	c->before = document;
	return place;
}

static enum search_weight weight_of(uint32_t code, bool is_heading)
{
	if (is_heading)
		return SEARCH_HEADING;
	return code & 1 ? SEARCH_OFTEN : SEARCH_ONCE;
}

/* All words of all documents pass through this, each time. */
static void count_words(struct walk *w, const uint32_t *codes, size_t n,
			bool is_heading)
{
	const size_t nwords = w->words->count;
	const uint32_t document = w->document;

	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> 1;
		uint64_t place;

		if (word >= nwords)
			continue;
		place = meet(&w->counted[word], document,
			     weight_of(codes[i], is_heading));
		if (place)
			count(&w->counted[word], place);
	}
}

static void collect_words(struct walk *w, const uint32_t *codes, size_t n,
			  bool is_heading)
{
	for (size_t i = 0; i < n; i++) {
		size_t word = codes[i] >> 1;
		uint64_t place;

		if (word >= w->words->count || !w->wanted[word])
			continue;
		place = meet(&w->counted[word], w->document,
			     weight_of(codes[i], is_heading));
		if (place)
			w->at[word] += (uint32_t)search_number_write(
				w->places + w->at[word], place);
	}
}

#define AT_A_TIME 128

static void walk_list(struct walk *w, struct str list, bool is_heading)
{
	uint32_t codes[AT_A_TIME];
	size_t n;

	while ((n = search_list_read(&list, codes, AT_A_TIME)))
		(w->places ? collect_words : count_words)(w, codes, n,
							  is_heading);
}

static void walk_all(struct walk *w)
{
	for (size_t i = 0; i < w->ix->count; i++) {
		w->document = (uint32_t)i + 1;
		walk_list(w, w->ix->documents[i].headings, true);
		walk_list(w, w->ix->documents[i].texts, false);
	}
}

/* --- shards --- */

/* A word that is in a document. */
struct term {
	uint64_t begin;		/* the first bytes of its token, as a number */
	const struct str *token;	/* in the list of words */
};

struct shard {
	size_t from, to, key_len;
	uint64_t sum;		/* of its words and their places */
	bool is_wanted;
};

struct shards {
	struct term *terms;	/* by token */
	size_t nterms;
	struct shard *items;
	size_t count, cap;
	/* Neighbours that are waiting for more, and how long their key is. */
	size_t first, size, key_len;
	/* Of all words. */
	const struct str *tokens;
	const struct counted *counted;
	uint32_t *at;		/* where the places that were collected end */
	char *places;
};

static void shards_release(struct shards *sh)
{
	free(sh->terms);
	free(sh->items);
	free(sh->at);
	free(sh->places);
}

static uint64_t begin_of(struct str token)
{
	uint64_t begin = 0;

	for (size_t i = 0; i < sizeof(begin); i++)
		begin = begin << 8 |
			(i < token.len ? (unsigned char)token.s[i] : 0);
	return begin;
}

static int compare_terms(const void *a, const void *b)
{
	const struct term *x = a, *y = b;

	if (x->begin != y->begin)
		return x->begin < y->begin ? -1 : 1;
	return str_cmp(*x->token, *y->token);
}

static struct str token_of(const struct shards *sh, size_t term)
{
	return *sh->terms[term].token;
}

static const struct counted *counted_of(const struct shards *sh, size_t term)
{
	return &sh->counted[sh->terms[term].token - sh->tokens];
}

static size_t size_of(const struct shards *sh, size_t term)
{
	return token_of(sh, term).len + counted_of(sh, term)->len +
	       AROUND_TERM;
}

/* What is waiting is a shard; it ends before `to`. */
static void end_waiting(struct shards *sh, size_t to)
{
	if (sh->first < to) {
		XGROW(sh->items, sh->count, sh->cap);
		sh->items[sh->count++] = (struct shard){
			.from = sh->first, .to = to, .key_len = sh->key_len,
		};
	}
	sh->first = to;
	sh->size = 0;
}

/* Where the tokens end that begin as that at `from` does, one character beyond
 * the `len` bytes that all have; `*end`: how many bytes that is. */
static size_t group_end(const struct shards *sh, size_t from, size_t to,
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
static void split(struct shards *sh, size_t from, size_t to, size_t len)
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

static void make_shards(struct shards *sh, size_t nwords)
{
	for (size_t i = 0; i < nwords; i++)
		sh->nterms += sh->counted[i].len && sh->tokens[i].len;
	sh->terms = xcalloc(sh->nterms + 1, sizeof(*sh->terms));
	sh->nterms = 0;
	for (size_t i = 0; i < nwords; i++)
		if (sh->counted[i].len && sh->tokens[i].len)
			sh->terms[sh->nterms++] = (struct term){
				begin_of(sh->tokens[i]), &sh->tokens[i]
			};
	if (sh->nterms)
		qsort(sh->terms, sh->nterms, sizeof(*sh->terms), compare_terms);
	split(sh, 0, sh->nterms, 0);
	end_waiting(sh, sh->nterms);
}

static uint64_t sum_of(const struct shards *sh, const struct shard *shard)
{
	struct sum64 sum = SUM64_INIT;

	for (size_t i = shard->from; i < shard->to; i++) {
		sum64_add(&sum, token_of(sh, i));
		sum64_add_number(&sum, counted_of(sh, i)->sum);
	}
	return sum.value;
}

static void add_key(struct strbuf *out, const struct shards *sh,
		    const struct shard *shard)
{
	struct str bytes = str_upto(token_of(sh, shard->from), shard->key_len);

	for (size_t i = 0; i < bytes.len; i++)
		strbuf_addf(out, "%02x", (unsigned char)bytes.s[i]);
}

static void add_path(struct strbuf *out, const struct shards *sh,
		     const struct shard *shard)
{
	strbuf_addstr(out, "search/s");
	add_key(out, sh, shard);
	strbuf_addstr(out, ".js");
}

static bool is_current(struct export_out *out, const char *path, uint64_t key)
{
	return out->is_current && out->is_current(out, path, key);
}

/* Ask for each shard whether it has to be written; the version is made of the
 * sums of all. */
static void choose(struct shards *sh, struct export_out *out,
		   struct strbuf *keys, uint64_t *version)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct sum64 all = SUM64_INIT;

	for (size_t i = 0; i < sh->count; i++) {
		struct shard *shard = &sh->items[i];

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

static uint32_t add_shard(struct shards *sh, const struct shard *shard,
			  struct walk *w, bool *wanted, uint32_t at)
{
	for (size_t k = shard->from; k < shard->to; k++) {
		size_t word = (size_t)(sh->terms[k].token - sh->tokens);

		wanted[word] = true;
		w->at[word] = at;
		at += w->counted[word].len;
	}
	return at;
}

/* Collect the places of what is wanted from shard `from` on; returns where that
 * ends. */
static size_t collect(struct shards *sh, struct walk *w, size_t from)
{
	size_t nwords = w->words->count, to = from;
	bool *wanted = xcalloc(nwords + 1, sizeof(*wanted));
	uint32_t at = 0;

	for (size_t i = 0; i < nwords; i++)
		w->counted[i].before = 0;
	for (; to < sh->count && at < PLACES_MAX; to++)
		if (sh->items[to].is_wanted)
			at = add_shard(sh, &sh->items[to], w, wanted, at);
	free(sh->places);
	sh->places = w->places = xmalloc(at + SEARCH_DIGITS_MAX);
	w->wanted = wanted;
	if (at)
		walk_all(w);
	free(wanted);
	return to;
}

/* Now that they are collected, the places of a term. */
static struct str places_of(const struct shards *sh, size_t term)
{
	uint32_t len = counted_of(sh, term)->len;

	return (struct str){
		sh->places + sh->at[sh->terms[term].token - sh->tokens] - len,
		len,
	};
}

static int write_shard(const struct shards *sh, const struct shard *shard,
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

static int write_wanted(struct shards *sh, struct walk *w,
			struct export_out *out, struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;

	sh->at = w->at = xcalloc(w->words->count + 1, sizeof(*sh->at));
	for (size_t i = 0, to; i < sh->count;) {
		for (to = collect(sh, w, i); i < to; i++)
			if (sh->items[i].is_wanted &&
			    write_shard(sh, &sh->items[i], &file, out, err))
				return -1;
	}
	return 0;
}

/* --- counting, then writing --- */

/* The first half of the work, which may be done in a thread. */
struct search_counting {
	struct walk walk;
	struct shards shards;
	struct helper helper;
};

static void counting_free(struct search_counting *c)
{
	if (!c)
		return;
	helper_end(&c->helper);
	shards_release(&c->shards);
	free(c->walk.counted);
	free(c);
}

void search_index_release(struct search_index *ix)
{
	counting_free(ix->counting);
	search_tally_release(&ix->headings);
	search_tally_release(&ix->texts);
	free(ix->documents);
	arena_release(&ix->mem);
	search_words_release(&ix->own);
	*ix = (struct search_index)SEARCH_INDEX_INIT;
}

static void *count_all(void *arg)
{
	struct search_counting *c = arg;

	walk_all(&c->walk);
	make_shards(&c->shards, c->walk.words->count);
	return NULL;
}

/* Fewer documents are counted before another thread has begun. */
#define WORTH_HELP 500

void search_index_count(struct search_index *ix)
{
	const struct search_words *words = words_of(ix);
	struct search_counting *c = xcalloc(1, sizeof(*c));

	c->walk = (struct walk){
		.ix = ix,
		.words = words,
		.counted = xcalloc(words->count + 1, sizeof(*c->walk.counted)),
	};
	c->shards.tokens = words->tokens;
	c->shards.counted = c->walk.counted;
	if (ix->count < WORTH_HELP || !helper_begin(&c->helper, count_all, c))
		count_all(c);
	ix->counting = c;
}

int search_index_write(struct search_index *ix, struct export_out *out,
		       struct strbuf *keys, uint64_t *version,
		       struct error *err)
{
	struct search_counting *c;

	if (!ix->counting)
		search_index_count(ix);
	c = ix->counting;
	helper_end(&c->helper);
	choose(&c->shards, out, keys, version);
	return write_wanted(&c->shards, &c->walk, out, err);
}
