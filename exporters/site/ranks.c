/* SPDX-License-Identifier: MIT */
/* Which topics come first: those of a month, of a round, of the whole log. */
#include "exporters/site/ranks.h"

#include <stdlib.h>

struct ranked {
	size_t count, index;
};

static int compare_ranks(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return (x->index > y->index) - (x->index < y->index);
}

size_t site_rank(const size_t *counts, size_t n, uint32_t *out, size_t max)
{
	struct ranked *ranks = xcalloc(n + 1, sizeof(*ranks));
	size_t ranked = 0;

	for (size_t i = 0; i < n; i++)
		if (counts[i])
			ranks[ranked++] = (struct ranked){ counts[i], i };
	qsort(ranks, ranked, sizeof(*ranks), compare_ranks);
	if (ranked > max)
		ranked = max;
	for (size_t i = 0; i < ranked; i++)
		out[i] = (uint32_t)ranks[i].index;
	free(ranks);
	return ranked;
}

void site_count_topics(const struct site_entry *e, size_t *counts)
{
	for (size_t i = 0; i < e->ntopics; i++)
		counts[e->topics[i]]++;
}

void site_ranked_topics(struct site *s, const size_t *counts,
			const char *heading)
{
	uint32_t topics[RANKED_TOPICS];
	size_t n = site_rank(counts, s->view->ntopics, topics, RANKED_TOPICS);

	if (!n)
		return;
	html_begin(&s->h, "section", "aria-labelledby", "topics", NULL);
	html_element(&s->h, "h2", heading, "id", "topics", NULL);
	site_topic_chips(s, topics, n, n);
	html_end(&s->h);
}

void site_key_add_ranked(struct sum64 *key, const struct site_view *v,
			 const size_t *counts)
{
	uint32_t topics[RANKED_TOPICS];

	site_key_add_topics(key, v, topics,
			    site_rank(counts, v->ntopics, topics,
				      RANKED_TOPICS));
}
