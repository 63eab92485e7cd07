/* SPDX-License-Identifier: MIT */
/* What can be said of a topic besides quoting it: kinds, days, neighbours. */
#include "exporters/site/topic_about.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/dossier.h"

/* The kinds of passages that are marked, in the order they are counted. */
static const struct kind {
	unsigned trait;
	const char *class, *one, *many;
} kinds[SITE_KINDS] = {
	{ TRAIT_DEFINITION, "definition", "definition", "definitions" },
	{ TRAIT_NUMBER, "number", "number", "numbers" },
	{ TRAIT_QUESTION, "question", "question", "questions" },
	{ TRAIT_HOLE, "hole", "to go over", "to go over" },
	{ TRAIT_LAB, "lab", "hands-on task", "hands-on tasks" },
	{ TRAIT_PAIR, "pair", "comparison", "comparisons" },
	{ TRAIT_LINK, "link", "link", "links" },
};

/* Of the topic that it is quoted for, and not done yet if that can be. */
static bool is_kind(const struct site_passage *p, const struct kind *k)
{
	return dossier_is_kind(p->traits & ~p->others,
			       (unsigned)__builtin_ctz(k->trait));
}

void site_passage_kinds(struct site *s, const struct site_passage *p)
{
	for (size_t i = 0; i < SITE_KINDS; i++) {
		if (!is_kind(p, &kinds[i]))
			continue;
		html_text(&s->h, " ");
		html_begin(&s->h, "span", "class", "kind", NULL);
		html_element(&s->h, "span", kinds[i].one, "class",
			     kinds[i].class, NULL);
		html_end(&s->h);
	}
}

void site_topic_count_kinds(void *arg, const struct site_passage *some,
			    size_t count)
{
	struct site_kinds *out = arg;

	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < SITE_KINDS; k++)
			out->counts[k] += is_kind(&some[i], &kinds[k]);
}

void site_topic_kinds(struct site *s, const struct site_kinds *of,
		      const char *label)
{
	bool open = false;

	for (size_t i = 0; i < SITE_KINDS; i++) {
		if (!of->counts[i])
			continue;
		if (!open) {
			html_begin(&s->h, "p", "class", "facts", NULL);
			html_text(&s->h, label);
		} else {
			html_text(&s->h, " · ");
		}
		open = true;
		site_count(s, of->counts[i], kinds[i].one, kinds[i].many);
	}
	if (open)
		html_end(&s->h);
}

int site_topic_first_day(const struct site_view *v, const struct site_topic *t)
{
	struct topic_mentions_reader from =
		topic_mentions_from(&t->mentions, 0);
	struct topic_mention m;

	while (topic_mentions_next(&from, &m) && m.document < v->nentries)
		if (v->entries[m.document].day != DAY_NONE)
			return v->entries[m.document].day;
	return DAY_NONE;
}

/* --- neighbours --- */

/* The topics of a document that a mention is in. */
static const uint32_t *topics_of(const struct site_view *v, size_t document,
			       size_t *count)
{
	if (document >= v->nentries) {
		*count = v->notes[document - v->nentries].ntopics;
		return v->notes[document - v->nentries].topics;
	}
	*count = v->entries[document].ntopics;
	return v->entries[document].topics;
}

/* How many documents speak of this topic and of each other one. */
static size_t count_shared(const struct site_view *v,
			   const struct site_topic *t, size_t *shared)
{
	struct topic_mentions_reader from =
		topic_mentions_from(&t->mentions, 0);
	struct topic_mention m;
	size_t documents = 0, last = 0, count;

	for (; topic_mentions_next(&from, &m); last = m.document) {
		const uint32_t *topics;

		if (documents && m.document == last)
			continue;
		topics = topics_of(v, m.document, &count);
		documents++;
		for (size_t k = 0; k < count; k++)
			shared[topics[k]]++;
	}
	return documents;
}

size_t site_find_related(const struct site_view *v, const struct site_topic *t,
			 uint32_t out[])
{
	size_t *shared = xcalloc(v->ntopics + 1, sizeof(*shared));
	struct dossier_related *r = xcalloc(v->ntopics + 1, sizeof(*r));
	size_t documents = count_shared(v, t, shared), count = 0, n = 0;

	for (size_t i = 0; i < v->ntopics; i++)
		if (shared[i] && &v->topics[i] != t)
			r[count++] = (struct dossier_related){
				.id = v->topics[i].id,
				.shared = shared[i],
				.passages = v->topics[i].nentries +
					    v->topics[i].nnotes,
			};
	count = dossier_rank_related(r, count, documents);
	for (; n < count && n < SITE_RELATED_MAX; n++)
		out[n] = (uint32_t)site_topic_index(v, r[n].id);
	free(shared);
	free(r);
	return n;
}

void site_topic_related(struct site *s, const uint32_t *related, size_t count)
{
	if (!count)
		return;
	html_begin(&s->h, "section", "class", "about", "aria-labelledby",
		   "related", NULL);
	html_element(&s->h, "h2", "Near it", "id", "related", NULL);
	site_topic_chips(s, related, count, count);
	html_end(&s->h);
}
