/* SPDX-License-Identifier: MIT */
/* Where the words of a query stand in a text. */
#include <stdlib.h>

#include "core/index/words.h"

/* More marks than anybody looks at cost nothing but time. */
#define MOST_FOUND 1000

/* A token of a text, which is some token of the query. */
struct seen_token {
	struct str token;
	size_t at; /* counted from 0 */
	struct found place;
};

struct finding {
	struct words *words;
	struct arena *mem;
	struct seen_token *seen;
	size_t count, cap, at;
};

static bool begins(struct str token, struct str with)
{
	return str_eq(str_upto(token, with.len), with);
}

/* Is this token of the text token `k` of the phrase? */
static bool is_token(const struct words *w, const struct phrase *p, size_t k,
		     struct str token)
{
	struct str wanted = w->tokens[p->first + k];

	if (p->prefix && k + 1 == p->count)
		return begins(token, wanted);
	return str_eq(token, wanted);
}

static bool is_wanted(const struct words *w, struct str token)
{
	for (size_t i = 0; i < w->count; i++)
		for (size_t k = 0; k < w->phrases[i].count; k++)
			if (is_token(w, &w->phrases[i], k, token))
				return true;
	return false;
}

static int see_token(void *arg, const struct token *t)
{
	struct finding *f = arg;

	f->at += !t->same_place;
	if (!t->text.len || !is_wanted(f->words, t->text))
		return 0;
	XGROW(f->seen, f->count, f->cap);
	f->seen[f->count++] = (struct seen_token){
		arena_str(f->mem, t->text), f->at,
		{ .start = t->start, .end = t->end },
	};
	return 0;
}

/* Several tokens may stand at one place. */
static const struct seen_token *token_at(const struct finding *f,
					 const struct phrase *p, size_t k,
					 size_t from, size_t at)
{
	for (size_t i = from; i < f->count && f->seen[i].at <= at; i++)
		if (f->seen[i].at == at &&
		    is_token(f->words, p, k, f->seen[i].token))
			return &f->seen[i];
	return NULL;
}

/* A prefix marks its whole word; a character of a run only itself. */
static size_t end_of(const struct words *w, const struct phrase *p,
		     const struct seen_token *last)
{
	struct str wanted = w->tokens[p->first + p->count - 1];

	if (p->prefix && p->node->kind != QUERY_PREFIX &&
	    last->place.end - last->place.start > wanted.len)
		return last->place.start + wanted.len;
	return last->place.end;
}

static bool phrase_at(const struct finding *f, const struct phrase *p, size_t i,
		      struct found *out)
{
	const struct seen_token *t = &f->seen[i];

	if (!is_token(f->words, p, 0, t->token))
		return false;
	for (size_t k = 1; k < p->count; k++) {
		t = token_at(f, p, k, i, f->seen[i].at + k);
		if (!t)
			return false;
	}
	*out = (struct found){ .start = f->seen[i].place.start,
			       .end = end_of(f->words, p, t) };
	return true;
}

struct found_list {
	struct found *items;
	size_t count, cap;
};

static void add_found(struct found_list *l, struct found place)
{
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = place;
}

static void find_tokens(const struct finding *f, const struct phrase *p,
			struct found_list *out)
{
	struct found place;

	for (size_t i = 0; i < f->count && out->count < MOST_FOUND; i++)
		if (phrase_at(f, p, i, &place))
			add_found(out, place);
}

static void find_literal(const struct literal *l, struct str text,
			 struct found_list *out)
{
	struct found place = { .start = 0 };

	while (out->count < MOST_FOUND &&
	       literal_find(l, text, place.end, &place.start, &place.end))
		add_found(out, place);
}

static void find_pattern(struct regex *re, struct str text,
			 struct found_list *out)
{
	struct error late = ERROR_INIT;
	struct found place = { .start = 0 };

	while (out->count < MOST_FOUND &&
	       regex_find(re, text, place.end, &place.start, &place.end,
			  &late) > 0)
		add_found(out, place);
}

static void find_phrase(const struct finding *f, const struct phrase *p,
			struct str text, struct found_list *out)
{
	if (p->regex)
		find_pattern(p->regex, text, out);
	else if (phrase_is_plain(p) || p->node->kind == QUERY_PHRASE)
		find_tokens(f, p, out);
	else
		for (size_t i = 0; i < p->nliterals; i++)
			find_literal(&p->literals[i], text, out);
}

/* From the front, and of those that begin at one place the longest first. */
static int by_place(const void *a, const void *b)
{
	const struct found *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return (x->end < y->end) - (x->end > y->end);
}

static void settle(const struct found_list *l, struct findings *out,
		   struct arena *mem)
{
	size_t at = 0;

	out->items = arena_alloc(mem, (l->count + 1) * sizeof(*out->items));
	if (l->count)
		qsort(l->items, l->count, sizeof(*l->items), by_place);
	for (size_t i = 0; i < l->count; i++) {
		if (l->items[i].start < at)
			continue;
		out->items[out->count++] = l->items[i];
		at = l->items[i].end;
	}
}

void words_find(struct words *w, struct str text, struct findings *out,
		struct arena *mem)
{
	struct finding f = { .words = w, .mem = mem };
	struct found_list all = { NULL, 0, 0 };

	*out = (struct findings){ .items = NULL };
	if (w->count)
		tokens_walk_firsts(text, &w->firsts, see_token, &f);
	for (size_t i = 0; i < w->count; i++) {
		size_t before = all.count;

		if (w->phrases[i].shown)
			find_phrase(&f, &w->phrases[i], text, &all);
		if (all.count == before)
			continue;
		while (before < all.count)
			all.items[before++].word = i;
		out->different++;
		out->which |= (uint64_t)1 << (i < 63 ? i : 63);
	}
	settle(&all, out, mem);
	free(all.items);
	free(f.seen);
}
