/* SPDX-License-Identifier: MIT */
/* Words of a query that are written another way in the journal. */
#include <stdlib.h>

#include "core/base/ascii.h"
#include "core/base/spelling.h"
#include "core/base/strset.h"
#include "core/index/evaluate.h"
#include "core/index/near_term.h"
#include "core/model/measure.h"
#include "core/text/tokens.h"
#include "core/text/unicode.h"

/* In so many parts it is looked how a stem is written. */
#define MOST_PARTS 50

/* A leaf, and what it is to be. */
struct change {
	struct query_node *node;
	enum query_kind kind;
	const char *text;
};

struct correcting {
	struct query *query;
	const struct topic_catalogue *topics;
	struct arena *mem;
	struct evaluation e;
	struct correction *items;
	size_t count;
	struct change *changes;
	size_t nchanges;
};

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

	strbuf_addch(quoted, '"');
	for (size_t i = 0; i < stem.len; i++)
		if (stem.s[i] != '"')
			strbuf_addch(quoted, stem.s[i]);
	strbuf_addch(quoted, '"');
	bind_text(st, 1, quoted->buf);
	return st;
}

/* A word, or several one behind the other. */
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
	size_t slips = near_term_slips(typed);
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
	       near_term_slips(str_of(n->text)) &&
	       has_letter(str_of(n->text)) &&
	       !is_written(c, str_of(n->text));
}

static void take(struct correcting *c, const char *typed, struct str meant)
{
	c->items[c->count++] = (struct correction){
		typed, arena_str(c->mem, meant).s
	};
}

/* Into what was taken last. */
static void change(struct correcting *c, struct query_node *n,
		   enum query_kind kind)
{
	c->changes[c->nchanges++] = (struct change){
		n, kind, c->items[c->count - 1].meant
	};
}

static int correct_word(struct correcting *c, struct query_node *n)
{
	const struct phrase *p = &c->e.words.phrases[n->number];
	AUTO(strbuf) word = STRBUF_INIT;
	AUTO(strbuf) typed = STRBUF_INIT;
	struct str term;

	unicode_add_folded(&typed, str_of(n->text));
	if (near_term_find(&term, c->e.ix, c->e.words.tokens[p->first],
			   str_of(n->text), c->mem))
		return -1;
	if (!term.len)
		return 0;
	if (write_out(c, term, strbuf_slice(&typed), &word))
		return -1;
	if (!begins_near(strbuf_slice(&word), strbuf_slice(&typed)) ||
	    !keeps_topic(c, str_of(n->text), strbuf_slice(&word)))
		return 0;
	take(c, n->text, strbuf_slice(&word));
	change(c, n, QUERY_WORD);
	return 0;
}

/* "256KB", which is written "256 KB" everywhere, or the other way round. */
static bool respell_measure(struct correcting *c, struct query_node *n)
{
	AUTO(strbuf) other = STRBUF_INIT;

	if ((n->kind != QUERY_WORD && n->kind != QUERY_PHRASE) ||
	    !phrase_is_plain(&c->e.words.phrases[n->number]) ||
	    !measure_respell(&other, str_of(n->text)) ||
	    is_written(c, str_of(n->text)) ||
	    !is_written(c, strbuf_slice(&other)))
		return false;
	take(c, n->text, strbuf_slice(&other));
	change(c, n, str_find(strbuf_slice(&other), ' ') < other.len
			     ? QUERY_PHRASE
			     : QUERY_WORD);
	return true;
}

/* The same of two words, neither of which need be missing: both become it. */
static bool join_measure(struct correcting *c, struct query_node *n)
{
	struct query_node *unit = n->next;
	AUTO(strbuf) apart = STRBUF_INIT;
	AUTO(strbuf) joined = STRBUF_INIT;

	if (n->kind != QUERY_WORD || !unit || unit->kind != QUERY_WORD ||
	    !c->e.words.phrases[n->number].shown ||
	    !measure_is_number(str_of(n->text)) ||
	    !measure_is_unit(str_of(unit->text)))
		return false;
	strbuf_addf(&apart, "%s %s", n->text, unit->text);
	strbuf_addf(&joined, "%s%s", n->text, unit->text);
	if (is_written(c, strbuf_slice(&apart)) ||
	    !is_written(c, strbuf_slice(&joined)))
		return false;
	take(c, arena_str(c->mem, strbuf_slice(&apart)).s,
	     strbuf_slice(&joined));
	change(c, n, QUERY_WORD);
	change(c, unit, QUERY_WORD);
	return true;
}

/* What stands between marks at both its ends: "__init__", whose marks Markdown
 * takes for bold; or what is no longer than they are. */
static struct str between_marks(struct str word)
{
	size_t start = 0, end = word.len;

	while (start < end && !ascii_is_of_word(word.s[start]))
		start++;
	while (end > start && !ascii_is_of_word(word.s[end - 1]))
		end--;
	return start && end < word.len && end - start > 1
		       ? str_from(str_upto(word, end), start)
		       : STR_NONE;
}

static int is_nowhere(struct correcting *c, const struct query_node *n,
		      bool *out)
{
	struct part_set all = PART_SET_INIT, found = PART_SET_INIT;
	int rc = evaluate_all(&c->e, &all);

	if (!rc)
		rc = evaluate(&c->e, n, ALL_COLUMNS, &all, &found);
	*out = !rc && part_set_next(&found, 0) < 0;
	part_set_release(&all);
	part_set_release(&found);
	return rc;
}

static int unmark(struct correcting *c, struct query_node *n)
{
	struct str bare = n->kind == QUERY_WORD ? between_marks(str_of(n->text))
						: STR_NONE;
	bool nowhere;

	if (!bare.len || !is_written(c, bare))
		return 0;
	if (is_nowhere(c, n, &nowhere))
		return -1;
	if (!nowhere)
		return 0;
	take(c, n->text, bare);
	change(c, n, QUERY_WORD);
	return 0;
}

static int correct_text(struct correcting *c, struct query_node *n)
{
	const struct phrase *p = &c->e.words.phrases[n->number];

	if (!p->shown || respell_measure(c, n))
		return 0;
	return is_misspelt(c, n) ? correct_word(c, n) : unmark(c, n);
}

static int correct_node(struct correcting *c, struct query_node *n)
{
	if (query_is_text(n->kind))
		return correct_text(c, n);
	for (struct query_node *child = n->first; child; child = child->next) {
		if (n->kind == QUERY_AND && join_measure(c, child))
			child = child->next;
		else if (correct_node(c, child))
			return -1;
	}
	return 0;
}

static int correct(struct index *ix, void *arg)
{
	struct correcting *c = arg;

	c->count = c->nchanges = 0;
	if (!c->query->ntexts)
		return 0;
	evaluation_begin(&c->e, ix, c->query, c->mem);
	c->items = arena_alloc(c->mem,
			       c->query->ntexts * sizeof(*c->items));
	c->changes = arena_alloc(c->mem,
				 c->query->ntexts * sizeof(*c->changes));
	return c->e.wrong.kind == ERROR_NONE ? correct_node(c, c->query->root)
					     : 0;
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
	for (size_t i = 0; !rc && i < c.nchanges; i++) {
		c.changes[i].node->kind = c.changes[i].kind;
		c.changes[i].node->text = c.changes[i].text;
	}
	evaluation_release(&c.e);
	return rc;
}
