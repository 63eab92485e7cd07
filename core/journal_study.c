/* SPDX-License-Identifier: MIT */
/* Joining plan, notes and entries to where a study stands. */
#include "core/journal_study.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/base/strset.h"
#include "core/journal_private.h"
#include "core/model/plan_table.h"

/* A topic with more passages than this is no stub; it is not read. */
#define PASSAGES_READ 60
#define WORDS_ENOUGH 1000
#define HISTORY_FILE "hecto/pace"

struct builder {
	struct journal *journal;
	struct index *index;
	struct arena *mem;
	const struct exam *exam;
	int today;
	struct index_topic *counts;	/* of the index, by id */
	size_t ncounts;
	struct study_topic *topics;
	size_t ntopics, cap;
	struct strset seen;		/* ids of topics, with their places */
	struct journal_item *items;
	size_t nitems;
	const char *plan;		/* the exam's own, or NULL */
};

static void builder_release(struct builder *b)
{
	free(b->topics);
	strset_release(&b->seen);
}

/* --- evidence ------------------------------------------------------------ */

static const struct index_topic *count_of(const struct builder *b,
					  const char *id)
{
	size_t from = 0, to = b->ncounts;

	while (from < to) {
		size_t mid = from + (to - from) / 2;
		int order = strcmp(b->counts[mid].id, id);

		if (!order)
			return &b->counts[mid];
		if (order < 0)
			from = mid + 1;
		else
			to = mid;
	}
	return NULL;
}

static size_t count_words(struct str text)
{
	size_t words = 0;
	bool inside = false;

	for (size_t i = 0; i < text.len; i++) {
		bool blank = text.s[i] == ' ' || text.s[i] == '\n';

		words += !blank && !inside;
		inside = !blank;
	}
	return words;
}

/* "Parallel state -": a name, and nothing said of it. */
static bool says_nothing(const struct index_passage *p)
{
	struct str text = str_trim(p->text);

	return p->kind == PASSAGE_ITEM && p->document != DOCUMENT_ENTRY &&
	       (str_ends(text, " -") || str_ends(text, " \xe2\x80\x93") ||
		str_ends(text, " \xe2\x80\x94"));
}

static void see_day(struct topic_evidence *e, int day)
{
	if (e->first_day == DAY_NONE || day < e->first_day)
		e->first_day = day;
	if (e->last_day == DAY_NONE || day > e->last_day)
		e->last_day = day;
}

static void see_passage(struct topic_evidence *e,
			const struct index_passage *p, int *last)
{
	/* What only lists it, asks for it or wants it done is no note. */
	if (p->kind == PASSAGE_HEADING ||
	    p->traits & (TRAITS_ITEM & ~(unsigned)TRAIT_PAIR))
		return;
	e->passages++;
	e->words += count_words(p->text);
	e->has_gap |= says_nothing(p);
	if (p->document != DOCUMENT_ENTRY || p->day == DAY_NONE)
		return;
	see_day(e, p->day);
	e->days += p->day != *last;
	*last = p->day;
}

/* Of a topic with many passages: the days, and not the notes, are counted. */
static int count_days(struct builder *b, struct topic_evidence *e,
		      const char *id, struct error *err)
{
	const struct index_filter filter = {
		.since = DAY_NONE, .until = b->today, .topic = id,
	};
	struct index_entry *entries;
	int last = DAY_NONE;
	size_t count;

	if (index_entries(b->index, &filter, b->mem, &entries, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		int day = entry_day(&entries[i].entry);

		if (day == DAY_NONE || day > b->today)
			continue;
		e->days += day != last;
		last = day;
		if (e->first_day == DAY_NONE || day < e->first_day)
			e->first_day = day;
		if (e->last_day == DAY_NONE || day > e->last_day)
			e->last_day = day;
	}
	return 0;
}

/* One topic of a family into the evidence. */
static int add_evidence(struct builder *b, struct topic_evidence *e,
			const char *id, struct error *err)
{
	const struct index_topic *t = count_of(b, id);
	struct index_passage *passages;
	int last = DAY_NONE;
	size_t count;

	if (!t)
		return 0;
	if (t->passages > PASSAGES_READ) {
		e->passages += t->passages;
		e->words += WORDS_ENOUGH;
		return count_days(b, e, id, err);
	}
	if (index_topic_passages(b->index, id, b->mem, &passages, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (passages[i].day == DAY_NONE || passages[i].day <= b->today)
			see_passage(e, &passages[i], &last);
	return 0;
}

static void count_open(struct topic_evidence *e, const struct journal_item *i)
{
	unsigned traits = i->source->passage.traits;
	int day = i->source->passage.day;

	if (i->state == ITEM_CLOSED)
		return;
	e->open_holes += (traits & TRAIT_HOLE) != 0;
	e->open_labs += (traits & TRAIT_LAB) != 0;
	if (!(traits & TRAIT_QUESTION))
		return;
	e->open_questions++;
	if (day != DAY_NONE &&
	    (e->oldest_question == DAY_NONE || day < e->oldest_question))
		e->oldest_question = day;
}

/* What the index has on a topic, and on those that belong to it. */
static int find_evidence(struct builder *b, struct error *err)
{
	const struct topic_catalogue *c = journal_topics(b->journal);
	size_t at;

	for (size_t i = 0; i < b->ntopics; i++)
		if (add_evidence(b, &b->topics[i].evidence, b->topics[i].id,
				 err))
			return -1;
	for (size_t i = 0; i < topic_catalogue_count(c); i++) {
		const struct topic *child = topic_at(c, i);

		if (child->parent &&
		    strset_get(&b->seen, str_of(child->parent), &at) &&
		    add_evidence(b, &b->topics[at].evidence, child->id, err))
			return -1;
	}
	return 0;
}

static void find_open(struct builder *b)
{
	size_t at;

	for (size_t i = 0; i < b->nitems; i++)
		for (size_t k = 0; k < b->items[i].ntopics; k++)
			if (strset_get(&b->seen, str_of(b->items[i].topics[k]),
				       &at))
				count_open(&b->topics[at].evidence,
					   &b->items[i]);
}

/* --- topics -------------------------------------------------------------- */

static struct study_topic *add_topic(struct builder *b, const char *typed,
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

static void add_exam_topics(struct builder *b)
{
	for (size_t i = 0; b->exam && i < b->exam->ndomains; i++) {
		const struct exam_domain *d = &b->exam->domains[i];

		for (size_t k = 0; k < d->ntopics; k++)
			add_topic(b, d->topics[k], (int)i);
	}
}

/* An exam that names its plan has its work there, and not in other plans. */
static const char *own_plan(const struct builder *b)
{
	for (size_t i = 0; b->exam && b->exam->plan && i < b->nitems; i++)
		if (!strcmp(b->items[i].source->passage.path, b->exam->plan))
			return b->exam->plan;
	return NULL;
}

static bool is_of_plan(const struct builder *b,
		       const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;

	return !b->plan || p->document != DOCUMENT_PLAN ||
	       !strcmp(p->path, b->plan);
}

/* The services and concepts that plans list. */
static void add_listed_topics(struct builder *b)
{
	for (size_t i = 0; i < b->nitems; i++) {
		const struct journal_item *item = &b->items[i];

		if (!(item->source->passage.traits & TRAIT_SUBJECT) ||
		    !is_of_plan(b, item))
			continue;
		for (size_t k = 0; k < item->ntopics; k++)
			add_topic(b, item->topics[k], -1)->evidence.listed =
				true;
	}
}

static int add_topics(struct builder *b, struct error *err)
{
	int day = b->exam && b->exam->day != DAY_NONE && b->exam->day > b->today ?
			  b->exam->day :
			  b->today;

	add_exam_topics(b);
	add_listed_topics(b);
	if (!b->ntopics)
		return 0;
	if (index_topics(b->index, b->mem, &b->counts, &b->ncounts, err) ||
	    find_evidence(b, err))
		return -1;
	find_open(b);
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
		{ TRAIT_READING, WORK_READING }, { TRAIT_TODO, WORK_TODO },
		{ TRAIT_SUBJECT, WORK_SERVICE },
	};
	const struct index_passage *p = &item->source->passage;

	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		if (p->traits & kinds[i].trait) {
			*kind = kinds[i].kind;
			/* Todos and readings of a plan; what is to know, of
			 * anything. */
			return p->document == DOCUMENT_PLAN ||
			       *kind == WORK_HOLE || *kind == WORK_QUESTION;
		}
	return false;
}

/* A service is as far as its topic; anything else says so itself. */
static double share_done(const struct builder *b,
			 const struct journal_item *item, enum study_work kind)
{
	double best = 0;
	size_t at;

	if (item->state == ITEM_CLOSED)
		return 1;
	if (item->source->passage.kind == PASSAGE_ROW &&
	    plan_row_share(item->source->passage.text) > 0)
		return plan_row_share(item->source->passage.text);
	if (kind == WORK_COURSE || kind == WORK_READING || kind == WORK_TODO)
		return study_item_share(item->text);
	for (size_t i = 0; kind == WORK_SERVICE && i < item->ntopics; i++)
		if (strset_get(&b->seen, str_of(item->topics[i]), &at) &&
		    topic_state_value(b->topics[at].state) > best)
			best = topic_state_value(b->topics[at].state);
	return best;
}

static void add_work(struct builder *b, struct study *out)
{
	for (size_t i = 0; i < b->nitems; i++) {
		const struct journal_item *item = &b->items[i];
		struct study_sum *sum;
		enum study_work kind;
		double minutes;

		if (!work_of(item, &kind) || !is_of_plan(b, item))
			continue;
		/* A todo over others is the sum of them. */
		if (kind == WORK_TODO && item->has_items)
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

/* --- pace ---------------------------------------------------------------- */

/* "2026-05-09 1200 300", a line a day. */
static bool read_point(struct str line, struct pace_point *out)
{
	struct str day = str_next_field(&line, ' ');
	struct str total = str_next_field(&line, ' ');
	unsigned minutes, done;

	out->day = day_parse_iso(day);
	if (out->day == DAY_NONE || str_to_uint(total, 10000000, &minutes) ||
	    str_to_uint(str_trim(line), 10000000, &done))
		return false;
	out->total = minutes;
	out->done = done;
	return true;
}

/* Beneath the git folder.  The work of one plan is not that of all: each has a
 * file. */
static void add_history_file(struct strbuf *out, const struct study *s)
{
	strbuf_addstr(out, HISTORY_FILE);
	if (s->own_plan)
		strbuf_addf(out, "-%s", item_id(str_of(s->own_plan)).s);
}

static bool history_path(struct journal *j, const struct study *s,
			 struct strbuf *out)
{
	AUTO(strbuf) file = STRBUF_INIT;

	if (!j->git_dir)
		return false;
	add_history_file(&file, s);
	strbuf_addstr(out, j->git_dir);
	path_join(out, file.buf);
	return true;
}

static void read_history(struct builder *b, struct study *out)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error none = ERROR_INIT;
	struct pace_point *points, point;
	struct str rest, line;
	size_t lines = 1, count = 0;

	if (!history_path(b->journal, out, &path) ||
	    file_read(&text, path.buf, LIMIT_FILE, &none))
		return;
	for (size_t i = 0; i < text.len; i++)
		lines += text.buf[i] == '\n';
	points = arena_alloc(b->mem, lines * sizeof(*points));
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s)
		if (read_point(line, &point) && point.day < out->today &&
		    (!count || points[count - 1].day < point.day))
			points[count++] = point;
	out->history = points;
	out->nhistory = count;
}

static void add_pace(struct builder *b, struct study *out)
{
	const struct exam *e = b->exam;
	struct pace_point now = { out->today, out->all.minutes,
				  out->all.done };

	read_history(b, out);
	if (!e || e->day == DAY_NONE || e->start == DAY_NONE)
		return;
	out->plan = (struct pace_plan){
		.start = e->start,
		.exam = e->day,
		.today = out->today,
		.buffer = -1,
		.rules = &journal_settings(b->journal)->streak,
	};
	pace_measure(&out->pace, &out->plan, &now, out->history,
		     out->nhistory);
	out->has_pace = true;
}

static void add_point(struct strbuf *out, const struct pace_point *p)
{
	strbuf_addf(out, "%s %.0f %.0f\n", day_format(p->day).s, p->total,
		    p->done);
}

/* The points of a history with this one among them, in the place of what was
 * remembered of its day before. */
static void put_point(struct strbuf *out, struct str history,
		      const struct pace_point *now)
{
	struct pace_point p;
	bool added = false;
	struct str line;

	while ((line = str_next_line(&history)).s) {
		if (!read_point(line, &p) || p.day == now->day)
			continue;
		if (!added && p.day > now->day) {
			add_point(out, now);
			added = true;
		}
		add_point(out, &p);
	}
	if (!added)
		add_point(out, now);
}

void journal_study_remember(struct journal *j, const struct study *s)
{
	const struct pace_point now = { s->today, s->all.minutes, s->all.done };
	AUTO(beneath) folder = BENEATH_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) temporary = STRBUF_INIT;
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	struct error none = ERROR_INIT;

	if (s->all.minutes <= 0 || !j->git_dir ||
	    beneath_open(&folder, j->git_dir, &none))
		return;
	add_history_file(&file, s);
	strbuf_addf(&temporary, "%s.new", file.buf);
	if (beneath_read(&folder, file.buf, LIMIT_FILE, &before, &none) &&
	    none.kind != ERROR_NOT_FOUND)
		return;
	put_point(&after, strbuf_slice(&before), &now);
	if (!str_eq(strbuf_slice(&before), strbuf_slice(&after)) &&
	    beneath_replace(&folder, file.buf, temporary.buf,
			    strbuf_slice(&after), false, &none))
		return;
}

/* --- readiness ----------------------------------------------------------- */

/* The results of practice exams that the plans have. */
static struct practice *read_practice(struct builder *b, size_t *count)
{
	struct practice *all =
		arena_alloc(b->mem, (b->nitems + 1) * sizeof(*all));

	*count = 0;
	for (size_t i = 0; i < b->nitems; i++)
		if (b->items[i].source->passage.traits & TRAIT_PRACTICE &&
		    is_of_plan(b, &b->items[i]) &&
		    practice_read(&all[*count],
				  b->items[i].source->passage.text) &&
		    all[*count].day <= b->today)
			++*count;
	return all;
}

/* What a result says of a domain: its own part, else its weight's share. */
static bool practice_of(const struct practice *p, const struct exam_domain *d,
			int today, struct readiness_practice *out)
{
	out->age = today - p->day;
	for (size_t i = 0; i < p->nparts; i++) {
		if (!str_eq_nocase(p->parts[i].domain, str_of(d->name)))
			continue;
		out->right = p->parts[i].right;
		out->asked = p->parts[i].asked;
		return true;
	}
	out->right = p->right * d->weight / 100.0;
	out->asked = p->asked * d->weight / 100.0;
	return !p->nparts;
}

static void add_practice(struct builder *b, const struct practice *all,
			 size_t count, const struct exam_domain *d,
			 struct readiness_domain *out)
{
	struct readiness_practice *own =
		arena_alloc(b->mem, (count + 1) * sizeof(*own));

	for (size_t i = 0; i < count; i++)
		if (practice_of(&all[i], d, b->today, &own[out->npractice]))
			out->npractice++;
	out->practice = own;
}

static void add_readiness(struct builder *b, struct study *out)
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

static void keep_topics(const struct builder *b, struct study *out)
{
	struct study_topic *topics =
		arena_alloc(b->mem, (b->ntopics + 1) * sizeof(*topics));

	if (b->ntopics)
		memcpy(topics, b->topics, b->ntopics * sizeof(*topics));
	out->topics = topics;
	out->ntopics = b->ntopics;
}

static int build(struct builder *b, struct study *out, struct error *err)
{
	if (journal_index(b->journal, &b->index, err) ||
	    journal_items(b->journal, TRAITS_ITEM, b->mem, &b->items,
			  &b->nitems, err))
		return -1;
	out->own_plan = b->plan = own_plan(b);
	if (add_topics(b, err))
		return -1;
	add_work(b, out);
	add_pace(b, out);
	if (b->exam)
		add_readiness(b, out);
	keep_topics(b, out);
	return 0;
}

int journal_study(struct journal *j, const struct exam *exam,
		  struct arena *mem, struct study *out, struct error *err)
{
	AUTO(builder) b = {
		.journal = j,
		.mem = mem,
		.exam = exam,
		.today = journal_today(j),
		.seen = STRSET_INIT,
	};

	*out = (struct study){ .exam = exam, .today = b.today };
	return build(&b, out, err);
}
