/* SPDX-License-Identifier: MIT */
/* Whose a number is in a passage that speaks of several topics. */
#include "core/model/dossier_owner.h"

#include <string.h>

#include "core/model/quantity.h"

#define SENTENCES_MOST 64	/* of a passage; what follows is of the last */

static bool is_of_family(const struct dossier_family *f, const char *id)
{
	if (!strcmp(f->topic, id))
		return true;
	for (size_t i = 0; i < f->count; i++)
		if (!strcmp(f->others[i], id))
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
		if (is_of_family(f, m->items[i].topic->id))
			*own = true;
		else
			*others = true;
	}
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
			is_own = names_own;
		if (is_own)
			own[count++] = sentence;
	}
	mentions_release(&m);
	*out = own;
	return count;
}
