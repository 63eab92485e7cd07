/* SPDX-License-Identifier: MIT */
/* Finding the words of a line that names begin with, and the names. */
#include "core/model/topic_words.h"

#include <stdint.h>
#include <string.h>

#include "core/model/topic_catalogue.h"

/* Times a byte: eight of them. */
#define BYTES UINT64_C(0x0101010101010101)

/*
 * Does a Latin letter with an accent begin at `p`?  Other scripts do not
 * make a word longer: Japanese stands right beside a name.
 */
static bool latin_at(const unsigned char *p, const unsigned char *end)
{
	if (p + 1 >= end || p[0] < 0xC3)
		return false;
	if (p[0] == 0xC3)
		return p[1] != 0x97 && p[1] != 0xB7;
	return p[0] <= 0xC9 || p[0] == 0xCC || p[0] == 0xCD ||
	       (p[0] == 0xE1 && p[1] >= 0xB8 && p[1] <= 0xBB);
}

/* Does the word go on at `p`?  "_x" and ".x" as in an identifier do. */
static bool word_goes_on(const struct scan *s, const char *p)
{
	const char *end = s->line.s + s->line.len;

	if (p == end)
		return false;
	if (*p == '_')
		return p + 1 < end && topic_alnum(p[1]);
	return topic_alnum(*p) ||
	       latin_at((const unsigned char *)p, (const unsigned char *)end);
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
	return latin_at((const unsigned char *)lead, (const unsigned char *)p);
}

static bool is_separator(char c)
{
	return c == ' ' || c == '-' || c == '_';
}

/* Hits of earlier words may end later: of those that end here, the longest. */
static void hit_add(struct topic_catalogue *c, struct hit hit)
{
	size_t k;

	XGROW(c->hits, c->nhits, c->hits_cap);
	for (k = c->nhits++; k && c->hits[k - 1].end > hit.end; k--)
		c->hits[k] = c->hits[k - 1];
	c->hits[k] = hit;
}

/* A name ends before `end`, if a word does; a plural s belongs to it. */
static void take(struct scan *s, uint32_t alias, const char *start,
		 const char *end)
{
	bool plural = word_goes_on(s, end);

	if (plural && (*end != 's' || word_goes_on(s, end + 1)))
		return;
	if (!word_goes_back(s, start))
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
static void walk(struct scan *s, const char *start, size_t node,
		 size_t depth, const char *end)
{
	const struct topic_trie *t = &s->c->trie;
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

/* Of eight bytes, the high bits of those that are no letters or digits. */
static uint64_t non_alnums(uint64_t eight)
{
	const uint64_t high = BYTES * 0x80;
	uint64_t low = eight & ~high, small = low | BYTES * 0x20;
	uint64_t letters = (small + BYTES * (128 - 'a')) &
			   ~(small + BYTES * (127 - 'z'));
	uint64_t digits = (low + BYTES * (128 - '0')) &
			  ~(low + BYTES * (127 - '9'));

	return (~(letters | digits) | eight) & high;
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

/* As many as may be read, and zeros. */
static uint64_t bytes_at(const char *p, const char *text_end)
{
	char some[8] = { 0 };

	if (text_end - p >= 8)
		return eight_bytes(p);
	memcpy(some, p, (size_t)(text_end - p));
	return eight_bytes(some);
}

static const char *word_end(const struct scan *s, const char *p)
{
	uint64_t others;

	while (!(others = non_alnums(bytes_at(p, s->text_end))))
		p += 8;
	return p + __builtin_ctzll(others) / 8;
}

/* The names whose first word, `len` bytes or more, is at `p`. */
static void scan_names(struct scan *s, const struct topic_first *first,
		       const char *p, size_t len, const char *end)
{
	const struct topic_trie *t = &s->c->trie;

	if (first->single)
		take(s, t->alias[first->single] - 1, p, p + len - 1);
	walk(s, p, first->node, len, end);
}

/* Look for names from the word at `p`, and go to its end. */
static const char *scan_word(struct scan *s, const char *p, const char *end)
{
	const struct topic_trie *t = &s->c->trie;
	uint64_t bytes = bytes_at(p, s->text_end);
	uint64_t others = non_alnums(bytes);
	uint64_t below = others ? ((others & -others) >> 7) - 1 : UINT64_MAX;
	uint64_t word = (bytes | BYTES * 0x20) & below;
	uint64_t hash = topic_word_hash(word);
	size_t len = others ? (size_t)__builtin_ctzll(others) / 8 : WORD_MAX;

	if (topic_trie_may(t, hash))
		scan_names(s, topic_trie_first(t, word, hash), p, len, end);
	return others ? p + len : word_end(s, p + len);
}

const char *scan_words(struct scan *s, const char *p, const char *end)
{
	const struct topic_trie *t = &s->c->trie;

	while (p < end) {
		switch (t->kind[(unsigned char)*p]) {
		case BYTE_WORD:
			p = scan_word(s, p, end);
			break;
		case BYTE_SYMBOL:
			walk(s, p, topic_trie_step(t, 0, *p), 1, end);
			p++;
			break;
		case BYTE_SPECIAL:
			return p;
		default:
			p++;
		}
	}
	return p;
}
