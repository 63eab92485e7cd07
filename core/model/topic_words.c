/* SPDX-License-Identifier: MIT */
/* Finding the words of a line that names begin with, and the names. */
#include "core/model/topic_words.h"

#include <stdint.h>
#include <string.h>

#include "core/model/topic_bytes.h"
#include "core/model/topic_catalogue.h"

/* Makes letters of eight bytes small, and leaves digits as they are. */
#define FOLD UINT64_C(0x2020202020202020)

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
}

/* Where a cue stands on its line does not matter: most names are that. */
static bool is_only_cue(const struct topic_catalogue *c, uint32_t alias)
{
	return c->aliases[alias].kind == ALIAS_CUE && !c->aliases[alias].next;
}

/* A name ends before `end`, if a word does; a plural s belongs to it. */
static void take(struct scan *s, uint32_t alias, const char *start,
		 const char *end)
{
	bool plural = word_goes_on(s, end);

	if (plural && (*end != 's' || word_goes_on(s, end + 1)))
		return;
	if (word_goes_back(s, start))
		return;
	if (is_only_cue(s->c, alias))
		s->c->cue_seen[s->c->aliases[alias].of] = s->c->line_serial;
	else
		hit_add(s->c, (struct hit){ start, end, alias, plural });
}

static bool squeezed(const char *p, const char *end)
{
	return p + 1 < end && topic_word_byte(p[-1]) && topic_word_byte(p[1]);
}

/* Most names end within a longer word; this tells so without a call. */
static bool may_end(const char *p, const char *end)
{
	return p == end || !topic_alnum(*p) || *p == 's';
}

/* The names that begin at `start` and, after `depth` bytes, with `node`. */
static void walk(struct scan *s, const struct topic_trie *t,
		 const char *start, size_t node, size_t depth, const char *end)
{
	const char *p = start + depth;
	uint64_t gaps = 0;

	while (node) {
		if (t->alias[node] && may_end(p, end) &&
		    !(gaps & ~s->c->aliases[t->alias[node] - 1].breaks))
			take(s, t->alias[node] - 1, start, p);
		if (p == end)
			return;
		if (is_separator(*p)) {
			if (!t->nodes[node].parts || !squeezed(p, end))
				return;
			gaps |= (uint64_t)1 << depth;
			p++;
		}
		node = topic_trie_step(t, node, *p++);
		depth++;
	}
}

/* The first is the lowest, whatever the machine's order: one load, mostly. */
static uint64_t eight_bytes(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (uint64_t)b[0] | (uint64_t)b[1] << 8 | (uint64_t)b[2] << 16 |
	       (uint64_t)b[3] << 24 | (uint64_t)b[4] << 32 |
	       (uint64_t)b[5] << 40 | (uint64_t)b[6] << 48 |
	       (uint64_t)b[7] << 56;
}

/* The `len` bytes at `p`, 1 to WORD_MAX of them, folded. */
static uint64_t word_at(const struct scan *s, const char *p, size_t len)
{
	char some[WORD_MAX] = { 0 };

	if (s->text_end - p < WORD_MAX) {
		memcpy(some, p, (size_t)(s->text_end - p));
		p = some;
	}
	return (eight_bytes(p) | FOLD) & UINT64_MAX >> 8 * (WORD_MAX - len);
}

/* May the name go on from a word that ends at `p`? */
static bool may_go_on(const struct topic_trie *t,
		      const struct topic_first *first, const char *p,
		      const char *end)
{
	if (p == end)
		return false;
	if (is_separator(*p) && p + 1 < end)
		p++;
	return first->next & topic_trie_bit(t, *p);
}

/* The names of a trie that begin with the word, or so much of one, at `p`. */
static inline void scan_names(struct scan *s, const struct topic_trie *t,
			      uint64_t word, const char *p, size_t len,
			      const char *end)
{
	const struct topic_first *first = topic_trie_first(t, word);

	if (first->single)
		take(s, t->alias[first->single] - 1, p, p + len - 1);
	if (first->named || may_go_on(t, first, p + len, end))
		walk(s, t, p, first->node, len, end);
}

static void scan_word(struct scan *s, const char *p, size_t len,
		      const char *end)
{
	const struct topic_catalogue *c = s->c;
	size_t known = len < WORD_MAX ? len : WORD_MAX;
	uint64_t word = word_at(s, p, known);

	if (!topic_may_start(&c->starts, topic_word_hash(word)))
		return;
	scan_names(s, &c->tries[0], word, p, known, end);
	if (c->ntries > 1)
		scan_names(s, &c->tries[1], word, p, known, end);
}

static void scan_symbol(struct scan *s, const char *p, const char *end)
{
	for (size_t i = 0; i < s->c->ntries; i++) {
		const struct topic_trie *t = &s->c->tries[i];

		walk(s, t, p, topic_trie_step(t, 0, *p), 1, end);
	}
}

static const char *word_end(const char *p, const char *end)
{
	while (p < end && topic_alnum(*p))
		p++;
	return p;
}

/* How many bits from `at` on are set. */
static size_t run_length(uint64_t bits, int at)
{
	uint64_t gap = ~(bits >> at);

	return gap ? (size_t)__builtin_ctzll(gap) : BYTES_AT_ONCE;
}

/*
 * Scan what was looked at at once, up to what is special in it.  A word that
 * may go on after it is left for the next time, unless it fills all of it.
 */
static const char *scan_some(struct scan *s, const struct topic_bytes *b,
			     const char *p, const char *end)
{
	uint64_t first = b->special & -b->special;
	uint64_t starts = ((b->word & ~(b->word << 1)) | b->symbol) &
			  (first - 1);

	for (; starts; starts &= starts - 1) {
		int at = __builtin_ctzll(starts);
		size_t len = run_length(b->word, at);
		const char *word = p + at;

		if (!len)
			scan_symbol(s, word, end);
		else if (at && at + len == BYTES_AT_ONCE)
			return word;
		else
			scan_word(s, word, len, end);
	}
	if (first)
		return p + __builtin_ctzll(first);
	if (b->word == UINT64_MAX)
		return word_end(p, end);
	return end - p < BYTES_AT_ONCE ? end : p + BYTES_AT_ONCE;
}

const char *scan_words(struct scan *s, const char *p, const char *end)
{
	struct topic_bytes b;

	while (p < end) {
		b = topic_bytes_at(&s->c->starts, p, end, s->text_end);
		p = scan_some(s, &b, p, end);
		if (b.special)
			break;
	}
	return p;
}
