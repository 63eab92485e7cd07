/* SPDX-License-Identifier: MIT */
/* The words of a query: as tokens, for FTS5, and as they stand in a text. */
#include "core/index/words.h"

#include <stdlib.h>

#include "core/base/utf8.h"
#include "core/text/unicode.h"

void words_release(struct words *w)
{
	for (size_t i = 0; i < w->count; i++)
		regex_free(w->phrases[i].regex);
	free(w->tokens);
	*w = (struct words)WORDS_INIT;
}

struct reading {
	struct words *words;
	struct arena *mem;
	struct error *wrong;
};

static int add_token(void *arg, const struct token *t)
{
	struct reading *r = arg;
	struct words *w = r->words;

	token_firsts_add(&w->firsts, t->text);
	XGROW(w->tokens, w->ntokens, w->tokens_cap);
	w->tokens[w->ntokens++] = arena_str(r->mem, t->text);
	return 0;
}

/* One character of a script without blanks. */
static bool is_unspaced_char(struct str token)
{
	return token.len && unicode_is_unspaced(utf8_next(&token)) &&
	       !token.len;
}

static bool is_mark(struct str *rest)
{
	return !unicode_is_word(utf8_next(rest));
}

static bool has(struct str text, bool mark)
{
	while (text.len)
		if (is_mark(&text) == mark)
			return true;
	return false;
}

/* Without what only belongs to the sentence around a word. */
static struct str without_punctuation(struct str word)
{
	while (word.len && str_find(STR("\"'"), *word.s) < 2)
		word = str_from(word, 1);
	while (word.len && str_find(STR("\"',.;:!?"), word.s[word.len - 1]) < 8)
		word.len--;
	return word;
}

/* A lone mark, as in "a - b", is nothing that anybody looks for. */
static bool is_marked(struct str word)
{
	return word.len > 1 && has(word, true);
}

static void add_literal(struct reading *r, struct phrase *p, struct str word)
{
	bool exact = p->node->kind == QUERY_EXACT;
	struct literal *l = &p->literals[p->nliterals++];

	literal_make(l, word, exact, r->mem);
	if (p->node->kind == QUERY_PREFIX)
		l->whole_end = false;
}

static struct str next_word(struct str *rest)
{
	size_t len = 0;
	struct str word;

	*rest = str_trim_left(*rest);
	while (len < rest->len &&
	       str_trim(str_upto(str_from(*rest, len), 1)).len)
		len++;
	word = str_upto(*rest, len);
	*rest = str_from(*rest, len);
	return word;
}

/* What FTS5 cannot see of it: marks; or the case of an exact text. */
static void read_literals(struct reading *r, struct phrase *p)
{
	struct str text = str_of(p->node->text), rest = text, word;
	size_t most = text.len / 2 + 2;

	p->literals = arena_alloc(r->mem, most * sizeof(*p->literals));
	if (p->node->kind == QUERY_EXACT) {
		add_literal(r, p, text);
		return;
	}
	while ((word = next_word(&rest)).len) {
		struct str bare = without_punctuation(word);

		/* What is nothing but marks is all there is. */
		if (!has(word, false))
			bare = word;
		if (is_marked(bare) && p->nliterals < most)
			add_literal(r, p, bare);
	}
}

/* False: its pattern is wrong. */
static bool read_phrase(struct reading *r, const struct query_node *n)
{
	struct words *w = r->words;
	struct phrase *p = &w->phrases[n->number];
	struct str text = str_of(n->text);

	p->node = n;
	p->first = w->ntokens;
	if (n->kind == QUERY_REGEX)
		return !regex_compile(&p->regex, text, r->wrong);
	tokens_walk(text, true, add_token, r);
	p->count = w->ntokens - p->first;
	p->prefix = p->count &&
		    (n->kind == QUERY_PREFIX ||
		     is_unspaced_char(w->tokens[w->ntokens - 1]));
	read_literals(r, p);
	return true;
}

static bool read_node(struct reading *r, const struct query_node *n, bool shown)
{
	if (query_is_text(n->kind)) {
		r->words->phrases[n->number].shown = shown;
		return read_phrase(r, n);
	}
	if (n->kind == QUERY_NOT)
		shown = !shown;
	for (const struct query_node *c = n->first; c; c = c->next)
		if (!read_node(r, c, shown))
			return false;
	return true;
}

void words_read(struct words *w, const struct query *q, struct arena *mem,
		struct error *wrong)
{
	struct reading r = { w, mem, wrong };

	if (!q->ntexts)
		return;
	w->phrases = arena_alloc(mem, q->ntexts * sizeof(*w->phrases));
	w->count = q->ntexts;
	read_node(&r, q->root, true);
}

bool phrase_is_plain(const struct phrase *p)
{
	return p->count && !p->nliterals && !p->regex;
}

bool phrase_is_empty(const struct phrase *p)
{
	return !p->count && !p->nliterals && !p->regex;
}

void phrase_add(struct strbuf *out, const struct phrase *p)
{
	strbuf_addch(out, '"');
	for (const char *c = p->node->text; *c; c++) {
		if (*c == '"')
			strbuf_addch(out, '"');
		strbuf_addch(out, *c);
	}
	strbuf_addstr(out, p->prefix ? "\" *" : "\"");
}

bool phrase_is_verified(const struct phrase *p, struct str text,
			struct error *wrong)
{
	size_t start, end;

	if (p->regex)
		return regex_find(p->regex, text, 0, &start, &end, wrong) > 0;
	for (size_t i = 0; i < p->nliterals; i++)
		if (!literal_find(&p->literals[i], text, 0, &start, &end))
			return false;
	return true;
}
