/* SPDX-License-Identifier: MIT */
/* Joining plan, notes and entries to where a study stands. */
#include "core/journal_study.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/journal_study_private.h"
#include "core/model/doing.h"
#include "core/model/plan_table.h"
#include "core/model/practice_exam.h"

static void study_builder_release(struct study_builder *b)
{
	free(b->topics);
	strset_release(&b->seen);
}

/* --- topics -------------------------------------------------------------- */

static struct study_topic *add_topic(struct study_builder *b, const char *typed,
				     int domain)
{
	const struct topic *t = topic_find(journal_topics(b->journal),
					   str_of(typed));
	const char *id = arena_strdup(b->mem, t ? t->id : typed);
	size_t at;

	if (strset_get(&b->seen, str_of(id), &at))
		return &b->topics[at];
	strset_put(&b->seen, str_of(id), b->ntopics);
	XGROW(b->topics, b->ntopics, b->cap);
	b->topics[b->ntopics] = (struct study_topic){
		.id = id,
		.name = arena_strdup(b->mem, t ? t->name : typed),
		.domain = domain,
		.evidence = {
			.first_day = DAY_NONE,
			.last_day = DAY_NONE,
			.oldest_question = DAY_NONE,
		},
	};
	return &b->topics[b->ntopics++];
}

static void add_exam_topics(struct study_builder *b)
{
	for (size_t i = 0; b->exam && i < b->exam->ndomains; i++) {
		const struct exam_domain *d = &b->exam->domains[i];

		for (size_t k = 0; k < d->ntopics; k++)
			add_topic(b, d->topics[k], (int)i);
	}
}

/* An exam that names its plan has its work there, and not in other plans. */
static const char *own_plan(const struct study_builder *b)
{
	for (size_t i = 0; b->exam && b->exam->plan && i < b->nitems; i++)
		if (!strcmp(b->items[i].source->passage.path, b->exam->plan))
			return b->exam->plan;
	return NULL;
}

bool study_is_of_plan(const struct study_builder *b,
		      const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;

	return !b->plan || p->document != DOCUMENT_PLAN ||
	       !strcmp(p->path, b->plan);
}

/* The services and concepts that plans list. */
static void add_listed_topics(struct study_builder *b)
{
	for (size_t i = 0; i < b->nitems; i++) {
		const struct journal_item *item = &b->items[i];

		if (!(item->source->passage.traits & TRAIT_SUBJECT) ||
		    !study_is_of_plan(b, item))
			continue;
		for (size_t k = 0; k < item->ntopics; k++)
			add_topic(b, item->topics[k], -1)->evidence.listed =
				true;
	}
}

static int add_topics(struct study_builder *b, struct error *err)
{
	int day = b->exam && b->exam->day != DAY_NONE && b->exam->day > b->today ?
			  b->exam->day :
			  b->today;

	add_exam_topics(b);
	add_listed_topics(b);
	if (!b->ntopics)
		return 0;
	if (index_topics_studied(b->index, b->today, b->mem, &b->counts,
				 &b->ncounts, err) ||
	    study_find_evidence(b, err))
		return -1;
	study_find_open(b);
	for (size_t i = 0; i < b->ntopics; i++)
		b->topics[i].state = topic_state_of(&b->topics[i].evidence,
						    day);
	return 0;
}

/* --- work ---------------------------------------------------------------- */

static bool work_of(const struct journal_item *item, enum study_work *kind)
{
	static const struct {
		unsigned trait;
		enum study_work kind;
	} kinds[] = {
		{ TRAIT_HOLE, WORK_HOLE },   { TRAIT_QUESTION, WORK_QUESTION },
		{ TRAIT_LAB, WORK_LAB },     { TRAIT_COURSE, WORK_COURSE },
		{ TRAIT_PRACTICE, WORK_PRACTICE },
		{ TRAIT_READING, WORK_READING }, { TRAIT_TODO, WORK_TODO },
		{ TRAIT_SUBJECT, WORK_SERVICE },
	};
	const struct index_passage *p = &item->source->passage;

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (p->traits & kinds[i].trait) {
			*kind = kinds[i].kind;
			if (*kind == WORK_SERVICE && p->plan == PLAN_CONCEPTS)
				*kind = WORK_CONCEPT;
			/* Todos and readings of a plan; what is to know, of
			 * anything. */
			return p->document == DOCUMENT_PLAN ||
			       *kind == WORK_HOLE || *kind == WORK_QUESTION;
		}
	return false;
}

static bool is_subject(enum study_work kind)
{
	return kind == WORK_SERVICE || kind == WORK_CONCEPT;
}

/* A service or concept is as far as its topic; anything else says so itself. */
static double share_done(const struct study_builder *b,
			 const struct journal_item *item, enum study_work kind)
{
	struct practice result;
	double best = 0;
	size_t at;

	if (item->state == ITEM_CLOSED)
		return 1;
	if (kind == WORK_HOLE && item->right)
		return 0.5;
	if (kind == WORK_PRACTICE)
		return practice_read(&result, item->source->passage.text);
	if (item->source->passage.kind == PASSAGE_ROW &&
	    !(item->source->passage.traits & TRAIT_WEIGHED) &&
	    plan_row_share(item->source->passage.text) > 0)
		return plan_row_share(item->source->passage.text);
	if (kind == WORK_COURSE || kind == WORK_READING || kind == WORK_TODO)
		return study_item_share(item->text);
	for (size_t i = 0; is_subject(kind) && i < item->ntopics; i++)
		if (strset_get(&b->seen, str_of(item->topics[i]), &at) &&
		    topic_state_value(b->topics[at].state) > best)
			best = topic_state_value(b->topics[at].state);
	return best;
}

/*
 * A practice exam to take, or one that was to be taken.  A result that nobody
 * planned is no work that was left, and would make the pace look better than it
 * is; what stands beneath a result tells of it.
 */
static bool is_planned_practice(const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;
	struct practice result;

	return item->source->parent < 0 &&
	       (p->kind == PASSAGE_ROW || item->state == ITEM_CLOSED ||
		!practice_read(&result, p->text));
}

static void add_work(struct study_builder *b, struct study *out)
{
	for (size_t i = 0; i < b->nitems; i++) {
		const struct journal_item *item = &b->items[i];
		struct study_sum *sum;
		enum study_work kind;
		double minutes;

		if (!work_of(item, &kind) || !study_is_of_plan(b, item))
			continue;
		/* A todo over others is the sum of them. */
		if ((kind == WORK_TODO && item->has_items) ||
		    (kind == WORK_PRACTICE && !is_planned_practice(item)))
			continue;
		sum = &out->work[kind];
		minutes = study_item_minutes(item->text, kind);
		sum->items++;
		sum->minutes += minutes;
		sum->done += minutes * share_done(b, item, kind);
	}
	for (int k = 0; k < WORK_COUNT; k++) {
		out->all.items += out->work[k].items;
		out->all.minutes += out->work[k].minutes;
		out->all.done += out->work[k].done;
	}
}

/* --- readiness ----------------------------------------------------------- */

/* The result of an item, of the exam that is studied. */
static bool read_result(struct practice *out, const struct study_builder *b,
			const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;
	const struct settings *set = journal_settings(b->journal);

	if (!(p->traits & TRAIT_PRACTICE) || !study_is_of_plan(b, item) ||
	    !practice_read(out, p->text) || out->day > b->today)
		return false;
	if (!b->exam)
		return true;
	if (!practice_is_of(out, p->path, b->exam, set->exams, set->nexams))
		return false;
	out->source = practice_source(out, b->exam);
	return true;
}

/* The results of practice exams that the plans have. */
static struct practice *read_practice(struct study_builder *b, size_t *count)
{
	struct practice *all =
		arena_alloc(b->mem, (b->nitems + 1) * sizeof(*all));

	*count = 0;
	for (size_t i = 0; i < b->nitems; i++)
		if (read_result(&all[*count], b, &b->items[i]))
			++*count;
	return all;
}

/* What the results say of a domain. */
static void add_practice(struct study_builder *b, const struct practice *all,
			 size_t count, const struct exam_domain *d,
			 struct readiness_domain *out)
{
	struct readiness_practice *own =
		arena_alloc(b->mem, (count + 1) * sizeof(*own));

	for (size_t i = 0; i < count; i++) {
		struct readiness_practice *r = &own[out->npractice];

		r->age = b->today - all[i].day;
		if (practice_of_domain(&all[i], b->exam, d, &r->right,
				       &r->asked))
			out->npractice++;
	}
	out->practice = own;
}

static void add_readiness(struct study_builder *b, struct study *out)
{
	const struct exam *e = b->exam;
	struct study_domain *domains;
	struct readiness_domain *r;
	const struct readiness_exam exam = {
		.pass = exam_pass_share(e),
		.questions = e->questions,
		.guess = 0.25,
	};

	domains = arena_alloc(b->mem, (e->ndomains + 1) * sizeof(*domains));
	r = arena_alloc(b->mem, (e->ndomains + 1) * sizeof(*r));
	study_sum_domains(domains, e, b->topics, b->ntopics,
			  e->day != DAY_NONE ? e->day : out->today);
	out->practice = read_practice(b, &out->npractice);
	for (size_t i = 0; i < e->ndomains; i++) {
		double unused;

		r[i] = (struct readiness_domain){
			.weight = e->domains[i].weight,
			.coverage = domains[i].coverage,
			.knowledge = domains[i].knowledge,
		};
		add_practice(b, out->practice, out->npractice, &e->domains[i],
			     &r[i]);
		domains[i].expected = readiness_of_domain(&r[i], exam.guess,
							  &unused);
	}
	readiness_compute(&out->readiness, r, e->ndomains, &exam);
	out->domains = domains;
	out->ndomains = e->ndomains;
}

static void keep_topics(const struct study_builder *b, struct study *out)
{
	struct study_topic *topics =
		arena_alloc(b->mem, (b->ntopics + 1) * sizeof(*topics));

	if (b->ntopics)
		memcpy(topics, b->topics, b->ntopics * sizeof(*topics));
	out->topics = topics;
	out->ntopics = b->ntopics;
}

/* Does an entry since Monday tell of doing something by hand? */
static int find_lab(struct study_builder *b, bool *found, struct error *err)
{
	const struct index_filter week = {
		.since = b->today - (int)day_weekday(b->today),
		.until = b->today,
	};
	struct index_entry *entries;
	size_t count;

	if (index_entries(b->index, &week, b->mem, &entries, &count, err))
		return -1;
	for (size_t i = 0; i < count && !*found; i++) {
		AUTO(strbuf) text = STRBUF_INIT;
		struct error unread = ERROR_INIT;

		*found = !journal_read(b->journal, entries[i].path, &text,
				       &unread) &&
			 tells_of_doing(strbuf_slice(&text));
	}
	return 0;
}

static int build(struct study_builder *b, struct study *out, struct error *err)
{
	if (journal_index(b->journal, &b->index, err) ||
	    journal_items(b->journal, TRAITS_ITEM, b->mem, &b->items,
			  &b->nitems, err) ||
	    journal_holes(b->journal, b->items, b->nitems, b->mem, err))
		return -1;
	out->items = b->items;
	out->nitems = b->nitems;
	out->own_plan = b->plan = own_plan(b);
	if (add_topics(b, err))
		return -1;
	add_work(b, out);
	if (out->work[WORK_LAB].items &&
	    find_lab(b, &out->lab_this_week, err))
		return -1;
	study_add_pace(b, out);
	study_add_schedule(b, out);
	if (b->exam)
		add_readiness(b, out);
	keep_topics(b, out);
	return 0;
}

int journal_study(struct journal *j, const struct exam *exam,
		  struct arena *mem, struct study *out, struct error *err)
{
	return journal_study_on(j, exam, journal_today(j), mem, out, err);
}

int journal_study_on(struct journal *j, const struct exam *exam, int day,
		     struct arena *mem, struct study *out, struct error *err)
{
	AUTO(study_builder) b = {
		.journal = j,
		.mem = mem,
		.exam = exam,
		.today = day,
		.seen = STRSET_INIT,
	};

	*out = (struct study){ .exam = exam, .today = b.today };
	return build(&b, out, err);
}
