/* SPDX-License-Identifier: MIT */
/* Whose a number is in a passage that speaks of several topics. */
#include "core/model/dossier_owner.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/definition.h"
#include "core/model/gap.h"
#include "core/model/passage_traits.h"
#include "core/model/quantity.h"

#define LABEL_BYTES 60
#define SENTENCES_MOST 64	/* of a passage; what follows is of the last */

static bool is_of_family(const struct dossier_family *f,
			 const struct topic *topic)
{
	if (!strcmp(f->topic, topic->id) ||
	    (f->has_parts && topic->parent && !strcmp(f->topic, topic->parent)))
		return true;
	for (size_t i = 0; i < f->count; i++)
		if (!strcmp(f->others[i], topic->id))
			return true;
	return false;
}

/* With what ends it. */
static struct str take_sentence(struct str *rest, bool last)
{
	struct str s = *rest;
	size_t at = 0;

	while (at < s.len && !quantity_ends_sentence(s, at))
		at++;
	at = last || at == s.len ? s.len : at + 1;
	*rest = str_from(s, at);
	return str_upto(s, at);
}

static bool is_within(struct str sentence, const struct mention *m)
{
	return m->text.s >= sentence.s &&
	       m->text.s < sentence.s + sentence.len;
}

/* What a sentence names: the family, others, both or nothing. */
static void look_at(struct str sentence, const struct mentions *m,
		    const struct dossier_family *f, bool *own, bool *others)
{
	*own = *others = false;
	for (size_t i = 0; i < m->count; i++) {
		if (!is_within(sentence, &m->items[i]))
			continue;
		if (is_of_family(f, m->items[i].topic))
			*own = true;
		else
			*others = true;
	}
}

/* "SQS" of "SQS: 4 days" and "SQS | 4 days". */
static struct str label_of(struct str sentence)
{
	static const char *const marks[] = { ": ", " | " };
	struct str front = str_upto(sentence, LABEL_BYTES);

	for (size_t i = 0; i < ARRAY_SIZE(marks); i++) {
		size_t at = str_find_str(front, str_of(marks[i]));

		if (at < front.len)
			return str_upto(sentence, at);
	}
	return STR("");
}

/* Is a number told behind where the family is named? */
static bool has_number_behind(struct str sentence, const struct mentions *m,
			      const struct dossier_family *f)
{
	struct quantity q = QUANTITY_NONE;

	for (size_t i = 0; i < m->count; i++) {
		const char *end = m->items[i].text.s + m->items[i].text.len;
		struct str rest = str_from(sentence,
					   (size_t)(end - sentence.s));

		if (is_within(sentence, &m->items[i]) &&
		    is_of_family(f, m->items[i].topic))
			return quantity_next(&rest, &q);
	}
	return false;
}

/* Is it said of others, whose name it begins with as a label? */
static bool is_labelled_other(struct str sentence, const struct mentions *m,
			      const struct dossier_family *f)
{
	bool own, others;

	look_at(label_of(sentence), m, f, &own, &others);
	return others && !own && !has_number_behind(sentence, m, f);
}

size_t dossier_own_sentences(const struct str **out,
			     struct topic_catalogue *c,
			     const struct dossier_family *f, struct str text,
			     struct arena *mem)
{
	struct mentions m = MENTIONS_INIT;
	struct str rest = text, *own;
	bool names_own, names_others, is_own = true;
	size_t count = 0;

	topic_scan(c, text, &m);
	look_at(text, &m, f, &names_own, &names_others);
	if (!names_own || !names_others) {
		mentions_release(&m);
		return 0;
	}
	own = arena_alloc(mem, SENTENCES_MOST * sizeof(*own));
	for (size_t i = 1; rest.len; i++) {
		struct str sentence =
			take_sentence(&rest, i == SENTENCES_MOST);

		look_at(sentence, &m, f, &names_own, &names_others);
		if (names_own || names_others)
			is_own = names_own &&
				 !is_labelled_other(sentence, &m, f);
		if (is_own)
			own[count++] = sentence;
	}
	mentions_release(&m);
	if (!count)
		own[count++] = str_upto(text, 0);
	*out = own;
	return count;
}

bool dossier_owns_gap(struct topic_catalogue *c, const struct dossier_family *f,
		      struct str text)
{
	struct mentions m = MENTIONS_INIT;
	struct str gap = gap_sentence(text);
	bool own, others;

	if (!gap.len || gap.len == str_trim(text).len)
		return true;
	topic_scan(c, gap, &m);
	look_at(gap, &m, f, &own, &others);
	mentions_release(&m);
	return own || !others;
}

bool dossier_owns_definition(struct topic_catalogue *c,
			     const struct dossier_family *f, struct str text)
{
	struct mentions m = MENTIONS_INIT;
	struct str term = definition_term(text);
	bool own, others;

	topic_scan(c, term, &m);
	look_at(term, &m, f, &own, &others);
	mentions_release(&m);
	return own || !others;
}

unsigned dossier_traits_of_others(struct topic_catalogue *c,
				  const struct dossier_family *f,
				  unsigned traits, struct str text)
{
	unsigned others = 0;

	if (traits & TRAIT_HOLE && !dossier_owns_gap(c, f, text))
		others |= TRAIT_HOLE;
	if (traits & TRAIT_DEFINITION && !dossier_owns_definition(c, f, text))
		others |= TRAIT_DEFINITION;
	return others;
}
