/* SPDX-License-Identifier: MIT */
/* Words by which somebody tells of learning, and not of what is learned. */
#include "core/model/wording.h"

#include <string.h>

#include "core/model/wording_table.h"

#define FRONT_WORDS 12		/* no phrase has more, */
#define PHRASE_BYTES 60		/* nor more bytes */

enum byte {
	BYTE_BLANK = 1,
	BYTE_MARK = 2,		/* around a word */
	BYTE_END = 4,		/* of a sentence */
};

/* What isspace says in the C locale. */
static const unsigned char bytes[256] = {
	[' '] = BYTE_BLANK,  ['\t'] = BYTE_BLANK, ['\n'] = BYTE_BLANK,
	['\v'] = BYTE_BLANK, ['\f'] = BYTE_BLANK, ['\r'] = BYTE_BLANK,
	['('] = BYTE_MARK,   [')'] = BYTE_MARK,	  ['['] = BYTE_MARK,
	[']'] = BYTE_MARK,   ['{'] = BYTE_MARK,	  ['}'] = BYTE_MARK,
	['"'] = BYTE_MARK,   ['\''] = BYTE_MARK,  ['`'] = BYTE_MARK,
	['*'] = BYTE_MARK,   ['_'] = BYTE_MARK,	  [','] = BYTE_MARK,
	[':'] = BYTE_MARK,   ['~'] = BYTE_MARK,	  ['<'] = BYTE_MARK,
	['>'] = BYTE_MARK,   ['#'] = BYTE_MARK,
	['.'] = BYTE_MARK | BYTE_END, [';'] = BYTE_MARK | BYTE_END,
	['!'] = BYTE_MARK | BYTE_END, ['?'] = BYTE_MARK | BYTE_END,
};

static bool is(char c, enum byte what)
{
	return bytes[(unsigned char)c] & what;
}

struct str wording_next(struct str *rest)
{
	const char *s = rest->s;
	size_t at = 0, from = 0, to = 0;

	while (from == to && at < rest->len) {
		while (at < rest->len && is(s[at], BYTE_BLANK))
			at++;
		for (from = at; at < rest->len && !is(s[at], BYTE_BLANK);)
			at++;
		for (to = at; from < to && is(s[from], BYTE_MARK);)
			from++;
		while (to > from && is(s[to - 1], BYTE_MARK))
			to--;
	}
	*rest = str_from(*rest, at);
	return from < to ? (struct str){ s + from, to - from } : STR("");
}

#define APOSTROPHE "\xe2\x80\x99" /* as many an editor makes it of "'" */

struct folded {
	char text[WORD_BYTES + 1];
	size_t len;		/* 0: it is too long */
	uint32_t hash;
};

/* By ASCII alone: what a word is must not depend on the user's locale. */
static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static void fold(struct str word, struct folded *f)
{
	size_t at = 0, n = 0;

	f->hash = WORD_HASH_BEGIN;
	while (at < word.len && n < WORD_BYTES) {
		bool curved = word.s[at] == *APOSTROPHE &&
			      str_starts(str_from(word, at), APOSTROPHE);
		char c = curved ? '\'' : lower(word.s[at]);

		f->text[n++] = c;
		f->hash = word_hash_add(f->hash, c);
		at += curved ? strlen(APOSTROPHE) : 1;
	}
	f->text[n] = '\0';
	f->len = at < word.len ? 0 : n;
}

static uint64_t senses_of(const struct folded *f)
{
	uint32_t slot = word_slot(f->hash);

	for (; word_slots[slot]; slot = (slot + 1) & (WORD_SLOTS - 1)) {
		const struct word_entry *e = &word_entries[word_slots[slot] - 1];

		if (e->len == f->len && !memcmp(e->text, f->text, f->len))
			return e->senses;
	}
	return 0;
}

uint64_t wording_senses(struct str word)
{
	const uint64_t self = UINT64_C(1) << WORDING_SELF;
	struct folded f;
	uint64_t senses;

	if (!word.len || word.len > 2 * WORD_BYTES)
		return 0;
	fold(word, &f);
	if (!f.len)
		return 0;
	senses = senses_of(&f);
	if (f.text[0] == 'j' && f.text[1] == '\'')
		senses |= self;
	/* The US is a region. */
	return str_is(word, "US") ? senses & ~self : senses;
}

uint64_t wording_all(struct str text)
{
	uint64_t senses = 0;
	struct str word;

	while ((word = wording_next(&text)).len)
		senses |= wording_senses(word);
	return senses;
}

bool wording_is(struct str word, enum wording what)
{
	return wording_senses(word) >> what & 1;
}

bool wording_is_among(struct str word, const char *const *list, size_t count)
{
	struct folded f;

	fold(word, &f);
	for (size_t i = 0; f.len && i < count; i++)
		if (*list[i] == *f.text && !strcmp(f.text, list[i]))
			return true;
	return false;
}

struct str wording_skip(struct str text, const char *const *words, size_t count)
{
	struct str rest = text;

	while (wording_is_among(wording_next(&rest), words, count))
		text = rest;
	return text;
}

bool wording_is_deed(struct str word)
{
	return wording_is(word, WORDING_DEED) &&
	       !wording_is(word, WORDING_ORDER);
}

bool wording_has_among(struct str text, const char *const *list, size_t count)
{
	struct str word;

	while ((word = wording_next(&text)).len)
		if (wording_is_among(word, list, count))
			return true;
	return false;
}

/* Words at the front of a text, folded and with one blank behind each. */
struct front {
	char text[PHRASE_BYTES + WORD_BYTES + 2];
	struct str rest[FRONT_WORDS];	/* what is behind each */
	size_t ends[FRONT_WORDS];
	unsigned count;
};

static void fold_front(struct str text, struct front *out)
{
	size_t len = 0;

	for (out->count = 0; out->count < FRONT_WORDS && len < PHRASE_BYTES;) {
		struct folded f;

		fold(wording_next(&text), &f);
		if (!f.len)
			break;
		memcpy(out->text + len, f.text, f.len);
		len += f.len;
		out->text[len] = ' ';
		out->ends[out->count] = len++;
		out->rest[out->count++] = text;
	}
	out->text[len] = '\0';
}

/* The front of a text has been folded once, however many phrases there are. */
bool wording_take(struct str *text, const char *const *phrases, size_t count)
{
	struct front front;

	fold_front(*text, &front);
	for (size_t i = 0; front.count && i < count; i++) {
		size_t len;

		if (*phrases[i] != *front.text)
			continue;
		len = strlen(phrases[i]);
		if (strncmp(front.text, phrases[i], len))
			continue;
		for (unsigned n = 0; n < front.count; n++)
			if (front.ends[n] == len) {
				*text = front.rest[n];
				return true;
			}
	}
	return false;
}

bool wording_is_phrase(struct str text, const char *const *phrases,
		       size_t count)
{
	struct front front;

	fold_front(text, &front);
	if (!front.count || wording_next(&front.rest[front.count - 1]).len)
		return false;
	front.text[front.ends[front.count - 1]] = '\0';
	for (size_t i = 0; i < count; i++)
		if (*phrases[i] == *front.text &&
		    !strcmp(front.text, phrases[i]))
			return true;
	return false;
}

bool wording_has(struct str text, enum wording what, unsigned most)
{
	struct str word;

	while (most-- && (word = wording_next(&text)).len)
		if (wording_is(word, what))
			return true;
	return false;
}

struct str wording_last(struct str text)
{
	struct str word, last = STR("");

	while ((word = wording_next(&text)).len)
		last = word;
	return last;
}

unsigned wording_count(struct str text, unsigned most)
{
	unsigned n = 0;

	while (n < most && wording_next(&text).len)
		n++;
	return n;
}

struct str wording_sentence(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (text.s[i] == '\n' ||
		    (is(text.s[i], BYTE_END) &&
		     (i + 1 == text.len || text.s[i + 1] == ' ')))
			return str_upto(text, i);
	return text;
}
