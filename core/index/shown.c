/* SPDX-License-Identifier: MIT */
/* Which passages of a part show why it was found. */
#include "core/index/shown.h"

#include <math.h>

#include "core/index/snippet.h"

/* What a word counts for that the headings have said already. */
#define SAID_BEFORE 0.5

enum substance { HEADING_ONLY, BARE_LINK, TEXT };

/* How well a passage shows why its part was found. */
struct worth {
	bool of_kind;	/* that is asked for, and on the topic */
	size_t things;	/* that are asked for by "has:" */
	double words;
	size_t topics;	/* that are asked for without a kind */
	size_t wishes;	/* what would do instead of a word */
	enum substance substance;
};

/* A passage that may be shown. */
struct candidate {
	struct shown shown;
	uint64_t which;	/* of the words it has, in its address as well */
	struct worth worth;
};

/* How many words; those beyond the bits of a mask share the last one. */
#define MOST_WORDS 64
struct weights {
	double of[MOST_WORDS];
};

/* < 0: `a` is worse. */
static int compare(const struct worth *a, const struct worth *b)
{
	if (a->of_kind != b->of_kind)
		return a->of_kind - b->of_kind;
	if (a->things != b->things)
		return a->things < b->things ? -1 : 1;
	if (a->words != b->words)
		return a->words < b->words ? -1 : 1;
	if (a->topics != b->topics)
		return a->topics < b->topics ? -1 : 1;
	if (a->wishes != b->wishes)
		return a->wishes < b->wishes ? -1 : 1;
	return 0;
}

static bool is_better(const struct worth *a, const struct worth *b)
{
	int difference = compare(a, b);

	return difference ? difference > 0 : a->substance > b->substance;
}

static enum substance substance_of(const struct stored_passage *p,
				   struct str text)
{
	if (p->kind == PASSAGE_HEADING)
		return HEADING_ONLY;
	return !text.len || passage_is_bare_link(p->kind, p->traits, text)
		       ? BARE_LINK
		       : TEXT;
}

/* The addresses that passages link to without showing them. */
static void split_addresses(struct matched *m, struct arena *mem)
{
	struct str rest = m->columns[COLUMN_ADDRESS];

	if (!rest.len)
		return;
	m->addresses = arena_alloc(mem,
				   (m->count + 1) * sizeof(*m->addresses));
	for (size_t i = 0; i < m->count; i++)
		if (m->passages[i].traits & TRAITS_LINK)
			m->addresses[i] = str_next_line(&rest);
}

static bool is_among_columns(const struct showing *s, const struct matched *m,
			     size_t passage)
{
	return s->columns >> m->passages[passage].column & 1 ||
	       (s->columns >> COLUMN_ADDRESS & 1 && m->addresses &&
		m->addresses[passage].len);
}

/* Words that stand in an address alone are found, but mark nothing; how many
 * there are is given back. */
static size_t find_words(const struct showing *s, const struct matched *m,
			 size_t passage, struct candidate *out)
{
	struct findings *found = &out->shown.found, hidden;

	words_find(s->words, passage_text(&m->passages[passage], m->columns),
		   found, s->scratch);
	out->which = found->which;
	if (found->different || !m->addresses || !m->addresses[passage].len)
		return found->different;
	words_find(s->words, m->addresses[passage], &hidden, s->scratch);
	out->which = hidden.which;
	return hidden.different;
}

static void read_candidate(const struct showing *s, const struct matched *m,
			   size_t passage, struct candidate *out)
{
	const struct stored_passage *p = &m->passages[passage];
	const struct together *t = s->together;
	size_t met = together_count(t, &m->topics, m->passages, passage);
	struct str text = passage_text(p, m->columns);

	out->shown.passage = passage;
	out->worth = (struct worth){
		.of_kind = !t->kinds || met == t->nterms,
		.things = together_count_things(t, p->traits),
		.words = (double)find_words(s, m, passage, out),
		.topics = t->kinds ? t->nterms : met,
		.wishes = together_count_wishes(t, &m->topics, p->traits,
						passage),
		.substance = substance_of(p, text),
	};
}

static size_t count_shown_words(const struct words *w)
{
	size_t count = 0;

	for (size_t i = 0; i < w->count; i++)
		count += w->phrases[i].shown;
	return count;
}

/*
 * Those in the columns that are asked for, up to one that none can be better
 * than, which is the last; with `each`, all.
 */
static size_t read_candidates(const struct showing *s, const struct matched *m,
			      bool each, struct candidate *out)
{
	const struct together *t = s->together;
	const struct worth enough = {
		true, t->nthings, (double)count_shown_words(s->words),
		t->nterms, t->nwishes, TEXT,
	};
	size_t count = 0;

	for (size_t n = 0; n < m->count; n++) {
		size_t i = (n + s->pick) % m->count;

		if (!is_among_columns(s, m, i))
			continue;
		read_candidate(s, m, i, &out[count]);
		count++;
		if (!each && !is_better(&enough, &out[count - 1].worth))
			break;
	}
	return count;
}

/* The rarer among the passages, the more a word tells of this one. */
static void weigh(const struct showing *s, const struct matched *m,
		  const struct candidate *all, size_t count,
		  struct weights *out)
{
	struct findings title, heading;
	uint64_t said;

	words_find(s->words, m->columns[COLUMN_TITLE], &title, s->scratch);
	words_find(s->words, m->columns[COLUMN_HEADING], &heading, s->scratch);
	said = title.which | heading.which;
	for (size_t bit = 0; bit < MOST_WORDS; bit++) {
		size_t having = 0;

		for (size_t i = 0; i < count; i++)
			having += all[i].which >> bit & 1;
		out->of[bit] = log(1 + (double)count / (double)(having + 1));
		if (said >> bit & 1)
			out->of[bit] *= SAID_BEFORE;
	}
}

static void weigh_words(const struct showing *s, const struct matched *m,
			struct candidate *all, size_t count)
{
	struct weights weights;

	weigh(s, m, all, count, &weights);
	for (size_t i = 0; i < count; i++) {
		double sum = 0;

		for (size_t bit = 0; bit < MOST_WORDS; bit++)
			if (all[i].which >> bit & 1)
				sum += weights.of[bit];
		all[i].worth.words = sum;
	}
}

/* One word needs no weight, and neither does one passage. */
static bool has_to_weigh(const struct showing *s, size_t count)
{
	return count > 1 && count_shown_words(s->words) > 1;
}

static size_t best_of(const struct candidate *all, size_t count)
{
	size_t best = 0;

	for (size_t i = 1; i < count; i++)
		if (is_better(&all[i].worth, &all[best].worth))
			best = i;
	return best;
}

bool shown_each(const struct together *t)
{
	return (t->kinds && t->any) || t->nthings;
}

static bool is_as_good(const struct candidate *c, const struct candidate *best)
{
	return !compare(&c->worth, &best->worth) &&
	       (c->worth.substance != HEADING_ONLY ||
		best->worth.substance == HEADING_ONLY);
}

/* Nothing of it was asked for that this passage has. */
static bool is_in_vain(const struct showing *s, const struct candidate *best)
{
	return !best->worth.of_kind ||
	       best->worth.things < s->together->nthings;
}

size_t shown_choose(const struct showing *s, struct matched *m,
		    struct shown *out, size_t *more)
{
	bool each = shown_each(s->together), all_of_topic;
	struct candidate *all;
	size_t count, best, n = 0;

	split_addresses(m, s->scratch);
	all_of_topic = !each && s->together->nterms;
	all = arena_alloc(s->scratch, (m->count + 1) * sizeof(*all));
	count = read_candidates(s, m, each || all_of_topic, all);
	*more = 0;
	if (!count)
		return 0;
	if (has_to_weigh(s, count))
		weigh_words(s, m, all, count);
	best = best_of(all, count);
	if (!each || is_in_vain(s, &all[best])) {
		for (size_t i = 0; i < count && all_of_topic; i++)
			*more += i != best && is_as_good(&all[i], &all[best]);
		*out = all[best].shown;
		return 1;
	}
	for (size_t i = 0; i < count; i++)
		if (is_as_good(&all[i], &all[best]))
			out[n++] = all[i].shown;
	return n;
}

const char *shown_heading(const struct showing *s, const struct matched *m,
			  const struct shown *shown,
			  const char *const *headings, size_t nheadings)
{
	const struct stored_passage *p = &m->passages[shown->passage];

	if (shown->found.different ||
	    substance_of(p, passage_text(p, m->columns)) == TEXT)
		return NULL;
	while (nheadings--) {
		struct str heading = str_of(headings[nheadings]);
		struct findings found;

		words_find(s->words, heading, &found, s->scratch);
		if (found.different)
			return snippet_make(heading, &found, false, s->mem);
	}
	return NULL;
}
