/* SPDX-License-Identifier: MIT */
/* The words that speak for a topic, or against it, on the line of its name. */
#include "core/model/topic_catalogue.h"

bool topic_heard(const struct topic_catalogue *c, const struct cue_list *cues)
{
	if (c->any_cue != c->line_serial)
		return false;
	for (size_t i = 0; i < cues->count; i++)
		if (c->cue_seen[c->cues[cues->first + i]] == c->line_serial)
			return true;
	return false;
}

static void asks_cues(const struct topic_catalogue *c,
		      const struct topic_alias *a, bool plain,
		      const struct topic_word_set *there,
		      struct topic_word_set *out)
{
	const struct topic_entry *e;

	if (a->kind != ALIAS_TOPIC || a->flags & TOPIC_VENDOR)
		return;
	e = c->entries[a->of];
	if (plain && !topic_word_sets_meet(&e->unless->words, there))
		return;
	topic_word_set_join(out, &e->unless->words);
	topic_word_set_join(out, &e->cues->words);
}

void topic_asks_cues(const struct topic_catalogue *c,
		     const struct topic_word_set *there,
		     struct topic_word_set *out)
{
	for (size_t i = 0; i < c->nfound; i++) {
		const struct candidate *f = &c->found[i];
		const struct topic_alias *a = &c->aliases[f->alias];

		/* One thing is meant, and behind its maker it is. */
		if (!a->next && f->after_maker)
			continue;
		asks_cues(c, a, topic_is_plain(a), there, out);
		for (; a->next; a = &c->aliases[a->next - 1])
			asks_cues(c, &c->aliases[a->next - 1], false, there,
				  out);
	}
}
