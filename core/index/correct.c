/* SPDX-License-Identifier: MIT */
/* Misspelt words of a query, put right from the journal's own vocabulary. */
#include <stdlib.h>

#include "core/base/spelling.h"
#include "core/base/strset.h"
#include "core/index/evaluate.h"
#include "core/index/terms.h"
#include "core/text/tokens.h"
#include "core/text/unicode.h"

/*
 * Few letters are an acronym sooner than a slip, and others are only a letter
 * away; so how many slips a word may have grows with its letters.
 */
#define LEAST_LETTERS 5
#define LONG_LETTERS 8
/* Vocabulary beyond is not looked at, so that the time is bounded. */
#define MOST_TERMS 300000
/* In so many parts it is looked how a stem is written. */
#define MOST_PARTS 50

/* How far off a slip is: letters get turned around most easily. */
enum { FAR_TURNED = 1, FAR_SLIP = 2 };

struct correcting {
	struct query *query;
	const struct topic_catalogue *topics;
	struct arena *mem;
	struct evaluation e;
	struct correction *items;
	size_t count;
};

/*
 * FTS5 has stems, and a slip may change what is taken off a word: so it is
 * first one slip in the whole word that is looked for ("partitoins" would be
 * far from the stem "partit"), by the stems of all words that are one slip
 * away; then, of a long word, up to two in the stem.  Nobody gets the first
 * letter of a short word wrong without seeing it.
 */
struct nearest {
	struct strset stems;	/* of the words that are one slip away: how far */
	struct str wanted;	/* the stem */
	bool is_long;
	unsigned letters;
	struct str term;
	size_t distance;	/* twice the slips, one if letters are turned */
	int64_t documents;
	size_t left;		/* terms to look at */
	int failed;
	struct index *ix;
	struct arena *mem;
};

static unsigned letters_of(struct str word)
{
	unsigned letters = 0;

	for (size_t i = 0; i < word.len; i++)
		letters |= 1u << ((unsigned char)word.s[i] & 31);
	return letters;
}

static size_t count_letters(struct str word)
{
	size_t count = 0;

	for (size_t i = 0; i < word.len; i++)
		count += ((unsigned char)word.s[i] & 0xc0) != 0x80;
	return count;
}

static bool is_long(struct str word)
{
	return count_letters(word) >= LONG_LETTERS;
}

struct slip {
	struct strset *stems;
	size_t far;
};

static int add_stem(void *arg, const struct token *t)
{
	const struct slip *s = arg;
	size_t far;

	if (!strset_get(s->stems, t->text, &far))
		strset_put(s->stems, t->text, s->far);
	return 0;
}

/* Put `with` for `out` bytes of a word, from `at` on. */
static void add_slip(struct nearest *n, struct str word, size_t at, size_t out,
		     struct str with)
{
	struct slip s = { &n->stems, out == 2 ? FAR_TURNED : FAR_SLIP };
	AUTO(strbuf) slip = STRBUF_INIT;

	strbuf_addslice(&slip, str_upto(word, at));
	strbuf_addslice(&slip, with);
	strbuf_addslice(&slip, str_from(word, at + out));
	tokens_walk(strbuf_slice(&slip), true, add_stem, &s);
}

static void add_slips(struct nearest *n, struct str word)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";

	if (word.len > SPELLING_MAX)
		return;
	for (size_t at = n->is_long ? 0 : 1; at + 1 < word.len; at++) {
		char turned[] = { word.s[at + 1], word.s[at] };

		add_slip(n, word, at, 2, (struct str){ turned, 2 });
	}
	for (size_t at = n->is_long ? 0 : 1; at <= word.len; at++) {
		for (const char *l = letters; *l; l++) {
			add_slip(n, word, at, 0, (struct str){ l, 1 });
			add_slip(n, word, at, 1, (struct str){ l, 1 });
		}
		add_slip(n, word, at, 1, STR(""));
	}
}

static size_t distance_of(const struct nearest *n, struct str term)
{
	size_t a = n->wanted.len, b = term.len, far;

	if (strset_get(&n->stems, term, &far))
		return far;
	if (!n->is_long || a > b + 2 || b > a + 2 ||
	    __builtin_popcount(letters_of(term) ^ n->letters) > 4)
		return SPELLING_FAR;
	far = spelling_near(n->wanted, term);
	return far == SPELLING_FAR ? far : far * FAR_SLIP;
}

/* Of those as far away, which more parts have; then the first. */
static int consider(struct nearest *n, struct str term)
{
	size_t distance = distance_of(n, term);
	int64_t documents;

	if (!distance || distance > n->distance || str_eq(term, n->term))
		return 0;
	if (term_documents(n->ix, term, &documents))
		return -1;
	if (!documents ||
	    (distance == n->distance &&
	     (documents < n->documents ||
	      (documents == n->documents && str_cmp(term, n->term) > 0))))
		return 0;
	n->distance = distance;
	n->documents = documents;
	n->term = arena_str(n->mem, term);
	return 0;
}

static int look_at(void *arg, struct str term)
{
	struct nearest *n = arg;

	n->failed = consider(n, term);
	return n->failed || !n->left--;
}

static int find_nearest(struct nearest *n)
{
	n->letters = letters_of(n->wanted);
	n->left = MOST_TERMS;
	return terms_walk(n->ix, look_at, n) || n->failed ? -1 : 0;
}

/* The words of a text whose stem it is, each with how often it was seen. */
struct spelt {
	struct str stem, typed, text;
	struct strset words;
	struct arena *mem;
	struct str best;
	size_t distance, count;
};

static int spell(void *arg, const struct token *t)
{
	struct spelt *s = arg;
	AUTO(strbuf) word = STRBUF_INIT;
	size_t count = 0, distance;

	if (!str_eq(s->stem, t->text))
		return 0;
	unicode_add_folded(&word, str_from(str_upto(s->text, t->end),
					   t->start));
	strset_get(&s->words, strbuf_slice(&word), &count);
	strset_put(&s->words, strbuf_slice(&word), ++count);
	distance = spelling_distance(strbuf_slice(&word), s->typed);
	if (s->best.s && (distance > s->distance ||
			  (distance == s->distance && count <= s->count)))
		return 0;
	s->best = arena_str(s->mem, strbuf_slice(&word));
	s->distance = distance;
	s->count = count;
	return 0;
}

static int spell_part(struct correcting *c, int64_t part, struct spelt *s)
{
	sqlite3_stmt *st = database_get(c->e.ix, SQL_TEXT);
	struct token_firsts firsts = { { false } };
	int more;

	token_firsts_add(&firsts, s->stem);
	bind_int(st, 1, part);
	more = database_step(c->e.ix, st);
	for (int i = 0; more > 0 && i < COLUMN_COUNT; i++) {
		s->text = column_borrow(st, i);
		tokens_walk_firsts(s->text, &firsts, spell, s);
	}
	return database_end(st, more);
}

static sqlite3_stmt *parts_with(struct correcting *c, struct str stem,
				struct strbuf *quoted)
{
	sqlite3_stmt *st = database_get(c->e.ix, SQL_PARTS_MATCH);

	strbuf_addf(quoted, "\"%.*s\"", (int)stem.len, stem.s);
	bind_text(st, 1, quoted->buf);
	return st;
}

static bool is_written(struct correcting *c, struct str stem)
{
	AUTO(strbuf) quoted = STRBUF_INIT;
	sqlite3_stmt *st = parts_with(c, stem, &quoted);
	bool found = database_step(c->e.ix, st) > 0;

	(void)!database_end(st, 0);
	return found;
}

/*
 * A stem as it is written in the journal: the nearest of its words to what was
 * typed, the commonest of them.  One that is no stem of itself is not found, and
 * then nothing is proposed.
 */
static int write_out(struct correcting *c, struct str stem, struct str typed,
		     struct strbuf *out)
{
	AUTO(strbuf) quoted = STRBUF_INIT;
	sqlite3_stmt *st = parts_with(c, stem, &quoted);
	struct spelt s = { .stem = stem, .typed = typed,
			   .words = STRSET_INIT, .mem = c->mem };
	int more = 1;

	for (size_t i = 0; more > 0 && i < MOST_PARTS; i++) {
		more = database_step(c->e.ix, st);
		if (more > 0 &&
		    spell_part(c, sqlite3_column_int64(st, 0), &s))
			more = -1;
	}
	strset_release(&s.words);
	strbuf_addslice(out, s.best.s ? s.best : STR(""));
	return database_end(st, more);
}

static bool has_letter(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if ((word.s[i] | 32) >= 'a' && (word.s[i] | 32) <= 'z')
			return true;
	return false;
}

/*
 * Words of quite another ending have one stem, as "manie" and "many" do: what
 * is written has to begin as near to what was typed.
 */
static bool begins_near(struct str word, struct str typed)
{
	size_t slips = is_long(typed) ? 2 : 1;
	size_t least = typed.len - slips, most = typed.len + slips;

	for (size_t len = least; len <= most && len <= word.len; len++)
		if (spelling_distance(str_upto(word, len), typed) <= slips)
			return true;
	return false;
}

/* Who asks for a topic means it: then another spelling of its name will do,
 * and nothing else. */
static bool keeps_topic(const struct correcting *c, struct str typed,
			struct str meant)
{
	const struct topic *t = c->topics ? topic_find(c->topics, typed) : NULL;

	return !t || topic_find(c->topics, meant) == t;
}

/* A plain word that the journal has nowhere. */
static bool is_misspelt(struct correcting *c, const struct query_node *n)
{
	const struct phrase *p = &c->e.words.phrases[n->number];

	return n->kind == QUERY_WORD && p->shown && p->count == 1 &&
	       phrase_is_plain(p) &&
	       count_letters(str_of(n->text)) >= LEAST_LETTERS &&
	       has_letter(str_of(n->text)) &&
	       !is_written(c, str_of(n->text));
}

static int correct_word(struct correcting *c, struct query_node *n)
{
	const struct phrase *p = &c->e.words.phrases[n->number];
	struct nearest near = {
		.wanted = c->e.words.tokens[p->first],
		.is_long = is_long(str_of(n->text)),
		.distance = SPELLING_FAR - 1,
		.stems = STRSET_INIT,
		.ix = c->e.ix,
		.mem = c->mem,
	};
	AUTO(strbuf) word = STRBUF_INIT;
	AUTO(strbuf) typed = STRBUF_INIT;
	int rc;

	unicode_add_folded(&typed, str_of(n->text));
	add_slips(&near, str_of(n->text));
	rc = find_nearest(&near);
	strset_release(&near.stems);
	if (rc)
		return -1;
	if (!near.term.s)
		return 0;
	if (write_out(c, near.term, strbuf_slice(&typed), &word))
		return -1;
	if (!begins_near(strbuf_slice(&word), strbuf_slice(&typed)) ||
	    !keeps_topic(c, str_of(n->text), strbuf_slice(&word)))
		return 0;
	c->items[c->count++] = (struct correction){
		n->text, arena_strndup(c->mem, word.buf, word.len)
	};
	return 0;
}

static int correct_node(struct correcting *c, struct query_node *n)
{
	if (query_is_text(n->kind))
		return is_misspelt(c, n) ? correct_word(c, n) : 0;
	for (struct query_node *child = n->first; child; child = child->next)
		if (correct_node(c, child))
			return -1;
	return 0;
}

static int correct(struct index *ix, void *arg)
{
	struct correcting *c = arg;

	c->count = 0;
	if (!c->query->ntexts)
		return 0;
	evaluation_begin(&c->e, ix, c->query, c->mem);
	c->items = arena_alloc(c->mem,
			       c->query->ntexts * sizeof(*c->items));
	return c->e.wrong.kind == ERROR_NONE ? correct_node(c, c->query->root)
					     : 0;
}

static void replace(struct query_node *n, const struct correcting *c)
{
	for (size_t i = 0; i < c->count && n->kind == QUERY_WORD; i++)
		if (n->text == c->items[i].typed) {
			n->text = c->items[i].meant;
			return;
		}
	for (n = n->first; n; n = n->next)
		replace(n, c);
}

int index_correct(struct index *ix, struct query *q,
		  const struct topic_catalogue *topics, struct arena *mem,
		  struct correction **out, size_t *count, struct error *err)
{
	struct correcting c = { .query = q, .topics = topics, .mem = mem,
				.e = EVALUATION_INIT };
	int rc = index_read(ix, correct, &c, err);

	*out = c.items;
	*count = rc ? 0 : c.count;
	if (*count)
		replace(q->root, &c);
	evaluation_release(&c.e);
	return rc;
}
