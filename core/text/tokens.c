/* SPDX-License-Identifier: MIT */
/* Texts into the tokens they are searched by. */
#include "core/text/tokens.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/text/stem.h"
#include "core/text/unicode.h"

struct walk {
	struct str text;
	bool query, raw;
	token_fn *tell;
	void *arg;
	struct strbuf folded;
	const struct token_firsts *firsts; /* or NULL: any */
};

static int tell(const struct walk *w, struct str token, size_t start,
		size_t end, bool same_place)
{
	const struct token t = { token, start, end, same_place };

	return w->tell(w->arg, &t);
}

enum class {
	CLASS_BETWEEN,
	CLASS_MARK,		/* only within words */
	CLASS_WORD,
	CLASS_UNSPACED,
};

static bool is_ascii_word(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
	       (c >= 'A' && c <= 'Z');
}

/* What is at `at`, and where the next character begins. */
static enum class look(struct str text, size_t at, size_t *next)
{
	unsigned char first = (unsigned char)text.s[at];
	struct str rest;
	uint32_t c;

	*next = at + 1;
	if (first < 0x80)
		return is_ascii_word(first) ? CLASS_WORD : CLASS_BETWEEN;
	rest = str_from(text, at);
	c = utf8_next(&rest) & ~UTF8_INVALID;
	*next = text.len - rest.len;
	if (unicode_is_unspaced(c))
		return CLASS_UNSPACED;
	if (!unicode_is_word(c))
		return CLASS_BETWEEN;
	return unicode_is_mark(c) ? CLASS_MARK : CLASS_WORD;
}

/* Where the word that begins at `at` ends. */
static size_t word_end(struct str text, size_t at, bool *plain)
{
	size_t next = at;

	while (at < text.len && is_ascii_word((unsigned char)text.s[at]))
		at++;
	*plain = true;
	if (at == text.len || (unsigned char)text.s[at] < 0x80)
		return at;
	for (; at < text.len; at = next) {
		enum class class = look(text, at, &next);

		if (class != CLASS_WORD && class != CLASS_MARK)
			break;
		*plain &= (unsigned char)text.s[at] < 0x80;
	}
	return at;
}

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c;
}

/* Stemming leaves the first letter as it is. */
static bool is_in_vain(const struct walk *w, struct str word)
{
	return w->firsts && !w->firsts->has[(unsigned char)lower(*word.s)];
}

/* Nearly all words are short and plain. */
static int tell_plain(const struct walk *w, struct str word, size_t start)
{
	char stem[STEM_LONGEST];

	if (is_in_vain(w, word))
		return tell(w, STR(""), start, start + word.len, false);
	for (size_t i = 0; i < word.len; i++)
		stem[i] = lower(word.s[i]);
	return tell(w, (struct str){ stem, stem_english(stem, word.len) },
		    start, start + word.len, false);
}

static void add_stem(struct strbuf *out, struct str word)
{
	size_t start = out->len;

	unicode_add_folded(out, word);
	if (out->len > start)
		strbuf_truncate(out, start + stem_english(out->buf + start,
							  out->len - start));
}

static int tell_word(struct walk *w, size_t *at)
{
	size_t start = *at;
	struct str word;
	bool plain;

	*at = word_end(w->text, start, &plain);
	word = str_from(str_upto(w->text, *at), start);
	if (w->raw)
		return tell(w, word, start, *at, false);
	if (plain && word.len <= STEM_LONGEST)
		return tell_plain(w, word, start);
	strbuf_reset(&w->folded);
	add_stem(&w->folded, word);
	return w->folded.len ? tell(w, strbuf_slice(&w->folded), start, *at,
				    false)
			     : 0;
}

static size_t unspaced(struct str text, size_t at)
{
	size_t next = at;

	return at < text.len && look(text, at, &next) == CLASS_UNSPACED
		       ? next - at
		       : 0;
}

/* Pairs, and the last character where its pair is. */
static int tell_pairs(const struct walk *w, size_t *at)
{
	size_t start = *at, len = unspaced(w->text, *at), next;
	int rc = 0;

	while (!rc && (next = unspaced(w->text, *at + len))) {
		struct str pair = str_from(w->text, *at);

		rc = tell(w, str_upto(pair, len + next), *at, *at + len + next,
			  false);
		*at += len;
		len = next;
	}
	*at += len;
	if (rc || (w->query && *at - len > start))
		return rc;
	return tell(w, str_from(str_upto(w->text, *at), *at - len), *at - len,
		    *at, *at - len > start);
}

static int walk(struct walk *w)
{
	size_t at = 0, next;
	int rc = 0;

	while (!rc && at < w->text.len) {
		enum class class = look(w->text, at, &next);

		if (class == CLASS_WORD)
			rc = tell_word(w, &at);
		else if (class == CLASS_UNSPACED)
			rc = tell_pairs(w, &at);
		else
			at = next;
	}
	return rc;
}

int tokens_walk(struct str text, bool query, token_fn *told, void *arg)
{
	struct walk w = { text, query, false, told, arg, STRBUF_INIT, NULL };
	int rc = walk(&w);

	strbuf_release(&w.folded);
	return rc;
}

void token_firsts_add(struct token_firsts *f, struct str token)
{
	if (token.len)
		f->has[(unsigned char)*token.s] = true;
}

int tokens_walk_firsts(struct str text, const struct token_firsts *firsts,
		       token_fn *told, void *arg)
{
	struct walk w = { text, false, false, told, arg, STRBUF_INIT, firsts };
	int rc = walk(&w);

	strbuf_release(&w.folded);
	return rc;
}

int tokens_walk_words(struct str text, token_fn *told, void *arg)
{
	struct walk w = { text, false, true, told, arg, STRBUF_INIT, NULL };

	return walk(&w);
}

void token_add(struct strbuf *out, struct str word)
{
	if (unspaced(word, 0))
		strbuf_addslice(out, word);
	else
		add_stem(out, word);
}
