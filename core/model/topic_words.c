/* SPDX-License-Identifier: MIT */
/* Finding the words of a line that names begin with, and the names. */
#include "core/model/topic_words.h"

#include <endian.h>
#include <stdint.h>
#include <string.h>

#include "core/model/topic_bytes.h"
#include "core/model/topic_catalogue.h"

_Static_assert(2 * TOPIC_WORDS_AT_ONCE >= BYTES_AT_ONCE,
	       "a block may have that many words");

/* Makes letters of eight bytes small, and leaves digits as they are. */
#define FOLD UINT64_C(0x2020202020202020)

/* Ends a word that fills a block: that it is longer is of no matter. */
#define FILLED ((uint64_t)1 << (BYTES_AT_ONCE - 1))

/*
 * Does a Latin letter with an accent begin at `p`?  Other scripts do not
 * make a word longer: Japanese stands right beside a name.
 */
static bool is_latin(const unsigned char *p, const unsigned char *end)
{
	if (p + 1 >= end)
		return false;
	if (p[0] == 0xC3)
		return p[1] != 0x97 && p[1] != 0xB7;
	return p[0] <= 0xC9 || p[0] == 0xCC || p[0] == 0xCD ||
	       (p[0] == 0xE1 && p[1] >= 0xB8 && p[1] <= 0xBB);
}

/* Mostly a look at one byte. */
static inline bool latin_at(const char *p, const char *end)
{
	return (unsigned char)*p >= 0xC3 &&
	       is_latin((const unsigned char *)p, (const unsigned char *)end);
}

/* Does the word go on at `p`?  "_x" and ".x" as in an identifier do. */
static bool word_goes_on(const struct scan *s, const char *p)
{
	const char *end = s->line.s + s->line.len;

	if (p == end)
		return false;
	if (*p == '_')
		return p + 1 < end && topic_alnum(p[1]);
	return topic_alnum(*p) || latin_at(p, end);
}

static bool word_goes_back(const struct scan *s, const char *p)
{
	const char *first = s->line.s;
	const char *lead = p - 1;

	if (p == first)
		return false;
	if (p[-1] == '_')
		return p - 1 > first && topic_alnum(p[-2]);
	if (topic_alnum(p[-1]))
		return true;
	while (lead > first && (*lead & 0xC0) == 0x80 && p - lead < 4)
		lead--;
	return latin_at(lead, p);
}

static bool is_separator(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

/* Hits of earlier words may end later: of those that end here, the longest. */
static void hit_add(struct topic_catalogue *c, struct hit hit)
{
	size_t k;

	if (c->nhits == c->hits_cap)
		XGROW(c->hits, c->nhits, c->hits_cap);
	for (k = c->nhits++; k && c->hits[k - 1].end > hit.end; k--)
		c->hits[k] = c->hits[k - 1];
	c->hits[k] = hit;
	/* It is asked for when all of the line are known. */
	__builtin_prefetch(&c->aliases[hit.alias]);
}

/* Some are written alike. */
static void hear_cues(struct topic_catalogue *c, uint64_t word, uint32_t alias,
		      struct str place)
{
	if (c->any_cue != c->line_serial)
		c->heard = (struct topic_word_set){ { 0 } };
	topic_word_set_add(&c->heard, word);
	for (uint32_t k = alias + 1; k; k = c->aliases[k - 1].next) {
		uint32_t cue = c->aliases[k - 1].of;

		if (c->cue_seen[cue] != c->line_serial)
			c->cue_heard[cue].first = place;
		c->cue_heard[cue].last = place;
		c->any_cue = c->cue_seen[cue] = c->line_serial;
	}
}

/* Bytes that no word goes on with, on whatever side of it; what is no ASCII may
 * be a letter. */
static const bool parts_words[256] = {
	[' '] = true, ['!'] = true, ['"'] = true, ['#'] = true, ['$'] = true,
	['%'] = true, ['&'] = true, ['\''] = true, ['('] = true, [')'] = true,
	['*'] = true, ['+'] = true, [','] = true, ['-'] = true, ['.'] = true,
	['/'] = true, [':'] = true, [';'] = true, ['<'] = true, ['='] = true,
	['>'] = true, ['?'] = true, ['@'] = true, ['['] = true, ['\\'] = true,
	[']'] = true, ['^'] = true, ['`'] = true, ['{'] = true, ['|'] = true,
	['}'] = true, ['~'] = true, ['\t'] = true, ['\r'] = true,
};

/* Mostly a look at two bytes.  What the table has not is asked about again. */
static inline bool stands_alone(const struct scan *s, const char *start,
				const char *end)
{
	const char *line_end = s->line.s + s->line.len;

	return (start == s->line.s || parts_words[(unsigned char)start[-1]]) &&
	       (end == line_end || parts_words[(unsigned char)*end]);
}

/* A name ends before `end`, if a word does; a plural s belongs to it. */
static void take(struct scan *s, uint32_t alias, const char *start,
		 const char *end)
{
	bool plural = false;

	if (!stands_alone(s, start, end)) {
		plural = word_goes_on(s, end);
		if (plural && (*end != 's' || word_goes_on(s, end + 1)))
			return;
		if (word_goes_back(s, start))
			return;
	}
	if (s->cue)
		hear_cues(s->c, s->cue, alias,
			  (struct str){ start, (size_t)(end - start) });
	else
		hit_add(s->c, (struct hit){ start, end, alias, plural });
}

static bool squeezed(const char *p, const char *end)
{
	return is_separator(*p) && p + 1 < end && topic_joins(p[-1]) &&
	       topic_joins(p[1]);
}

/* Most names end within a longer word; this tells so without a call. */
static bool may_end(const char *p, const char *end)
{
	return p == end || !topic_alnum(*p) || *p == 's';
}

/*
 * The names that begin at `start` and are longer than the first `depth` bytes,
 * which lead to `node`.
 */
static void walk(struct scan *s, const struct topic_trie *t,
		 const char *start, size_t node, size_t depth, const char *end)
{
	const char *p = start + depth;
	uint64_t gaps = 0;
	uint32_t name;

	while (node && p < end) {
		uint8_t class = t->class_of[(unsigned char)*p++];

		if (class == CLASS_NONE) {
			if (!t->nodes[node].parts || !squeezed(p - 1, end))
				return;
			gaps |= (uint64_t)1 << depth;
			class = t->class_of[(unsigned char)*p++];
		}
		/* Most steps are to an only child: where it is need not be
		 * read first. */
		if (t->nodes[node].leads) {
			if (t->nodes[++node].class != class)
				return;
		} else {
			node = topic_trie_child(t, node, class);
		}
		depth++;
		if (!t->nodes[node].ends || !may_end(p, end))
			continue;
		name = t->alias[node];
		if (!gaps || !(gaps & ~s->c->aliases[name - 1].breaks))
			take(s, name - 1, start, p);
	}
}

/* The first is the lowest, whatever the machine's order. */
static inline uint64_t eight_bytes(const char *p)
{
	uint64_t bytes;

	memcpy(&bytes, p, sizeof(bytes));
	return le64toh(bytes);
}

/* Where the text ends, up to there. */
static uint64_t last_bytes(const char *p, const char *text_end)
{
	char some[WORD_MAX] = { 0 };

	if (text_end - p >= WORD_MAX)
		return eight_bytes(p);
	memcpy(some, p, (size_t)(text_end - p));
	return eight_bytes(some);
}

/* By length: what of eight bytes is the word. */
static const uint64_t word_bytes[WORD_MAX + 1] = {
	0, 0xFF, 0xFFFF, 0xFFFFFF, 0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF,
	0xFFFFFFFFFFFFFF, UINT64_MAX,
};

/* A word of `len` bytes, or so much of it, folded: the first of these. */
static inline uint64_t fold_word(uint64_t bytes, size_t len)
{
	return (bytes | FOLD) & word_bytes[len < WORD_MAX ? len : WORD_MAX];
}

/* How many bytes of it there are. */
static inline size_t word_length(uint64_t word)
{
	return WORD_MAX - (size_t)__builtin_clzll(word) / 8;
}

/* May the name go on from a word that ends at `p`?  At the line's end it is not
 * worth asking. */
static inline bool may_go_on(const struct topic_trie *t,
			     const struct topic_first *first, const char *p,
			     const char *end)
{
	const char *next;
	uint8_t class, second;

	if (end - p < 3)
		return p < end;
	next = p + is_separator(*p);
	class = t->class_of[(unsigned char)next[0]];
	second = t->class_of[(unsigned char)next[1]];
	return first->next >> (class & 63) & 1 &&
	       first->pairs & topic_trie_pair(class, second);
}

/*
 * The names of a trie that begin with the word, or so much of one.
 * Most words begin others than what stands there: one question tells them.
 */
static inline void scan_names(struct scan *s, const struct topic_trie *t,
			      const struct first_word *w, const char *end)
{
	const struct topic_first *first = topic_trie_first(t, w->word);
	size_t len = word_length(w->word);
	const char *p = w->at, *behind = p + len;
	bool goes_on = may_go_on(t, first, behind, end);

	if (!(first->single | first->name | goes_on))
		return;
	if (first->single)
		take(s, first->single - 1, p, behind - 1);
	if (first->name && may_end(behind, end))
		take(s, first->name - 1, p, behind);
	if (goes_on)
		walk(s, t, p, first->node, len, end);
}

static void scan_symbol_names(struct scan *s, const struct topic_trie *t,
			      const char *p, const char *end)
{
	size_t node = topic_trie_step(t, 0, *p);

	if (t->alias[node] && may_end(p + 1, end))
		take(s, t->alias[node] - 1, p, p + 1);
	walk(s, t, p, node, 1, end);
}

void scan_cues(struct topic_catalogue *c, const struct topic_word_set *asked,
	       const char *text_end)
{
	const struct topic_trie *t = &c->cue_trie;
	const char *end = c->line.s + c->line.len;

	for (size_t i = 0; i < c->nplaces; i++) {
		const struct first_word *w = &c->places[i];
		struct scan s = { c, c->line, w->at, text_end, w->word };

		if (asked && !topic_word_set_has(asked, w->word))
			continue;
		if (topic_alnum((char)w->word))
			scan_names(&s, t, w, end);
		else
			scan_symbol_names(&s, t, w->at, end);
	}
}

/* For what is kept of a block without asking.  A line may be a whole file. */
static void make_room(struct scan *s)
{
	struct topic_catalogue *c = s->c;

	if (c->nplaces + BYTES_AT_ONCE <= TOPIC_PLACES_MAX)
		return;
	scan_cues(c, NULL, s->text_end);
	c->nplaces = 0;
	c->crowded = c->line_serial;
}

/*
 * Look the words of a block up that start and end at these bits: how many are
 * kept in `words`.  This goes without a branch, for what the next word of a
 * text is cannot be foretold.
 */
static inline size_t look_up(struct scan *s, const char *block,
			     uint64_t starts, uint64_t ends,
			     struct first_word *words)
{
	struct topic_catalogue *c = s->c;
	struct first_word *word = words, *place = &c->places[c->nplaces];
	bool last = s->text_end - block < BYTES_AT_ONCE + WORD_MAX;

	for (; starts; starts &= starts - 1, ends &= ends - 1) {
		size_t at = (size_t)__builtin_ctzll(starts);
		size_t len = (size_t)__builtin_ctzll(ends) - at;
		const char *p = block + at;
		uint64_t w = fold_word(last ? last_bytes(p, s->text_end)
					    : eight_bytes(p), len);
		unsigned begins = topic_filter_has(&c->filter, w);

		word->word = place->word = w;
		word->at = place->at = p;
		word += begins & BEGINS_NAME;
		place += begins / BEGINS_CUE;
	}
	c->nplaces = (size_t)(place - c->places);
	return (size_t)(word - words);
}

static void scan_word(struct scan *s, const struct first_word *w,
		      const char *end)
{
	const struct topic_catalogue *c = s->c;

	for (size_t i = 0; i < c->ntries; i++)
		scan_names(s, &c->tries[i], w, end);
}

static void scan_symbol(struct scan *s, const char *p, const char *end)
{
	for (size_t i = 0; i < s->c->ntries; i++)
		scan_symbol_names(s, &s->c->tries[i], p, end);
	s->c->places[s->c->nplaces] =
		(struct first_word){ (unsigned char)*p, p };
	s->c->nplaces += topic_trie_step(&s->c->cue_trie, 0, *p) != 0;
}

static const char *word_end(const char *p, const char *end)
{
	while (p < end && topic_alnum(*p))
		p++;
	return p;
}

/* The first of the words that reach the last bit, or 64. */
static int last_word(uint64_t words)
{
	uint64_t gaps = ~words;

	if (!(words >> 63))
		return BYTES_AT_ONCE;
	return gaps ? BYTES_AT_ONCE - __builtin_clzll(gaps) : 0;
}

/* Where the text goes on, or what is special in it. */
static const char *next_block(const struct topic_bytes *b, int last,
			      const char *p, const char *end)
{
	if (b->special)
		return p + __builtin_ctzll(b->special);
	if (!last)
		return word_end(p, end);
	if (last < BYTES_AT_ONCE)
		return p + last;
	return end - p < BYTES_AT_ONCE ? end : p + BYTES_AT_ONCE;
}

/*
 * Scan what was looked at at once, up to what is special in it.  A word that
 * may go on after it is left for the next time, unless it fills all of it.
 */
static const char *scan_some(struct scan *s, const struct topic_bytes *b,
			     const char *p, const char *end)
{
	uint64_t before = (b->special & -b->special) - 1;
	uint64_t starts = b->word & ~(b->word << 1) & before;
	uint64_t ends = ~b->word & (b->word << 1);
	int last = last_word(b->word);
	struct first_word *words = s->c->words;
	size_t n;

	make_room(s);
	if (last && last < BYTES_AT_ONCE)
		starts &= ((uint64_t)1 << last) - 1;
	n = look_up(s, p, starts, ends | FILLED, words);
	for (size_t i = 0; i < n; i++)
		scan_word(s, &words[i], end);
	for (uint64_t k = b->symbol & before; k; k &= k - 1)
		scan_symbol(s, p + __builtin_ctzll(k), end);
	return next_block(b, last, p, end);
}

/* Most colons belong to no address and no ARN: up to the first that may. */
static uint64_t without_colons(uint64_t special, const char *p,
			       const char *end)
{
	for (; special; special &= special - 1) {
		const char *at = p + __builtin_ctzll(special);

		if (*at != ':' || at == p || at[-1] == 'n' ||
		    (at + 1 < end && at[1] == '/'))
			break;
	}
	return special;
}

const char *scan_words(struct scan *s, struct topic_bytes *first,
		       const char *p, const char *end)
{
	struct topic_bytes *b = first;

	for (;;) {
		topic_bytes_cut(b, (size_t)(end - p));
		if (b->special)
			b->special = without_colons(b->special, p, end);
		p = scan_some(s, b, p, end);
		if (b->special || p == end)
			return p;
		topic_bytes_at(b, &s->c->filter, p, s->text_end);
	}
}
