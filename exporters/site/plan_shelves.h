/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_PLAN_SHELVES_H
#define EXPORTERS_SITE_PLAN_SHELVES_H

#include "core/base/sum_table.h"
#include "core/model/answer.h"
#include "exporters/site/answers_kept.h"
#include "exporters/site/quotes.h"

/* A mention of more passages is read each time. */
#define KEPT_MOST 64

/*
 * The passages that may answer open questions, by the topics these are on: read
 * by plan_shelves.c, chosen from by plan_answers.c.
 */
/* A passage that says something, whatever topics it is on: what it says is read
 * again if it answers, for most do not. */
struct site_source {
	uint32_t document, part;	/* of the view */
	uint32_t number;	/* in the part */
	uint64_t key;		/* site_source_key() of it */
	struct answer_text says;
	size_t question;	/* it was last a candidate of, from 1 */
	size_t candidate;	/* its place among the candidates of that */
};

/* Those on one topic. */
struct site_shelf {
	bool is_wanted;		/* a question is on it */
	size_t *sources;
	size_t count, room;
	size_t skip;		/* so many passages of it come too early */
};

struct site_shelves {
	const struct site_view *v;
	struct arena mem;		/* of the sources */
	struct answer_reader reader;
	struct answer_vocabulary words;	/* of the questions */
	struct site_source *sources;
	size_t nsources, sources_cap;
	struct sum_table by_key;	/* by their keys: places of sources */
	struct site_shelf *topics;	/* of each topic of the view */
	/* Where a topic is spoken of that a question is on. */
	struct site_wanted {
		size_t topic;
		struct topic_mention mention;
	} *wanted;
	size_t nwanted, wanted_cap;
	struct site_quotes quotes;
	struct answers_kept kept;
	uint64_t key;			/* of what is kept */
	struct {
		uint32_t number;
		const struct answer_passage *passage;
	} found[KEPT_MOST];		/* of a mention, if all are kept */
	struct site_passage *taken;	/* of a mention, while it is read */
	size_t taken_cap;
};

/* It stays where it is. */
void site_shelves_init(struct site_shelves *f, const struct site_view *v);
void site_shelves_release(struct site_shelves *f);

/* A question is on this topic, or says this; before site_shelves_read(). */
void site_shelves_want(struct site_shelves *f, size_t topic);
void site_shelves_hear(struct site_shelves *f, struct str question);

int site_shelves_read(struct site_shelves *f, struct error *err) MUST_CHECK;

/* Passages that are the same have the same key. */
uint64_t site_source_key(const struct site_view *v,
			 const struct site_passage *p);

#endif
