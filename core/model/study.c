/* SPDX-License-Identifier: MIT */
/* Sums over the topics and items of a study. */
#include "core/model/study.h"

#include <math.h>
#include <string.h>

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/base/date.h"
#include "core/base/utf8.h"
#include "core/model/plan_schedule.h"
#include "core/model/quantity.h"

#define DAYS_TO_COME 7	/* where no exam says how many there are */
#define UNIT_MINUTES 10		/* of a course */
#define UNITS_MOST 500
#define MINUTES_MOST 6000	/* of one item; more is no estimate */

static const struct {
	const char *name;
	int minutes;
} kinds[] = {
	[WORK_TODO] = { "todo", 30 },	    [WORK_SERVICE] = { "service", 45 },
	[WORK_CONCEPT] = { "concept", 45 },
	[WORK_COURSE] = { "course", 600 },  [WORK_LAB] = { "lab", 60 },
	[WORK_READING] = { "reading", 20 }, [WORK_QUESTION] = { "question", 10 },
	[WORK_HOLE] = { "hole", 15 },	    [WORK_PRACTICE] = { "practice", 130 },
};
_Static_assert(ARRAY_SIZE(kinds) == WORK_COUNT, "a row for each");

const char *study_work_name(enum study_work w)
{
	return kinds[w].name;
}

int study_work_minutes(enum study_work w)
{
	return kinds[w].minutes;
}

bool study_is_over(const struct study *s)
{
	const struct exam *e = s->exam;

	return e && (!exam_is_open(e) ||
		     (e->day != DAY_NONE && e->day < s->today));
}

bool study_waits_for_result(const struct study *s)
{
	return study_is_over(s) && exam_is_open(s->exam);
}

bool study_has_plan(const struct study *s)
{
	size_t noted = s->work[WORK_HOLE].items + s->work[WORK_QUESTION].items;

	return s->all.items > noted && s->all.minutes > 0;
}

const struct study_planned **study_planned_in(const struct study *s, int first,
					      int last, struct arena *mem,
					      size_t *all, size_t *count)
{
	const struct study_planned **open =
		arena_alloc(mem, (s->nplanned + 1) * sizeof(*open));

	*all = *count = 0;
	for (size_t i = 0; i < s->nplanned; i++) {
		const struct study_planned *p = &s->planned[i];

		if (p->days.first > last || p->days.last < first)
			continue;
		++*all;
		if (!p->done)
			open[(*count)++] = p;
	}
	return open;
}

const struct study_planned **study_planned_late(const struct study *s,
						struct arena *mem,
						size_t *count, size_t *today)
{
	const struct study_planned **late =
		arena_alloc(mem, (s->nplanned + 1) * sizeof(*late));

	*count = 0;
	for (size_t i = 0; i < s->nplanned; i++)
		if (!s->planned[i].done && s->planned[i].days.last < s->today)
			late[(*count)++] = &s->planned[i];
	*today = plan_take_along(*count, s->has_pace ? s->pace.study_days_left :
						       DAYS_TO_COME);
	return late;
}

static size_t digits(struct str s)
{
	size_t n = 0;

	while (n < s.len && n < 6 && s.s[n] >= '0' && s.s[n] <= '9')
		n++;
	return n;
}

/* "so", "do" and "we" are days, but with a capital or a point. */
static bool is_weekday(struct str word, struct str written)
{
	bool is_short = utf8_count(word) < 3;

	return word.len >= 2 && plan_weekday_named(word) &&
	       (!is_short || ascii_is_upper(*word.s) ||
		str_starts(str_from(written, word.len), "."));
}

/* "7/12 Sun", "qui 08/10": a day.  Cells and words are parted by blanks. */
static bool is_day_beside(struct str before, struct str behind)
{
	struct str last = str_trim_right(before), word;
	size_t n = last.len;

	while (n && !strchr(" \t|(,", last.s[n - 1]))
		n--;
	last = str_from(last, n);
	behind = str_trim_left(behind);
	word = str_upto(behind, str_find(behind, ' '));
	while (word.len && strchr(".,:|)", word.s[word.len - 1]))
		word.len--;
	while (last.len && strchr(".,", last.s[last.len - 1]))
		last.len--;
	return is_weekday(word, behind) || is_weekday(last, last);
}

/* "> 99%", "at least 80%", "≥ 3/4": what is to be reached. */
static bool is_bound_before(struct str before)
{
	static const char *const bounds[] = { ">", "<", "=", "≥", "≤", "least",
					      "over", "above", "below",
					      "under", "mindestens" };

	before = str_trim_right(before);
	for (size_t i = 0; i < ARRAY_SIZE(bounds); i++)
		if (str_ends(before, bounds[i]))
			return true;
	return false;
}

/* "12/40" at the front, of no date and no address. */
static bool read_fraction(struct str text, size_t at, double *share,
			  unsigned *units)
{
	struct str s = str_from(text, at);
	unsigned part, whole;
	size_t first = digits(s), second;

	if (!first || first >= s.len || s.s[first] != '/')
		return false;
	second = digits(str_from(s, first + 1));
	if (!second || str_to_uint(str_upto(s, first), 99999, &part) ||
	    str_to_uint(str_upto(str_from(s, first + 1), second), 99999,
			&whole) ||
	    !whole || part > whole)
		return false;
	s = str_from(s, first + 1 + second);
	if ((s.len && strchr("/-.", *s.s)) ||
	    (part <= 31 && whole <= 31 &&
	     is_day_beside(str_upto(text, at), s)))
		return false;
	*share = (double)part / whole;
	*units = whole;
	return true;
}

static bool read_percent(struct str s, double *share)
{
	unsigned percent;
	size_t n = digits(s);

	if (!n || n >= s.len || s.s[n] != '%' ||
	    str_to_uint(str_upto(s, n), 100, &percent))
		return false;
	*share = percent / 100.0;
	return true;
}

/* How far an item says that it is; `units` 0 where it counts none. */
static double read_share(struct str text, unsigned *units)
{
	double share;

	*units = 0;
	for (size_t i = 0; i < text.len; i++) {
		char before = i ? text.s[i - 1] : ' ';
		struct str s = str_from(text, i);

		if (!digits(s) || !strchr(" (:[", before) ||
		    is_bound_before(str_upto(text, i)))
			continue;
		if (read_fraction(text, i, &share, units) || read_percent(s, &share))
			return share;
	}
	return 0;
}

double study_item_share(struct str text)
{
	unsigned units;

	return read_share(text, &units);
}

double study_item_minutes(struct str text, enum study_work kind)
{
	struct str rest = text;
	struct quantity q = QUANTITY_NONE;
	unsigned units;

	while (quantity_next(&rest, &q))
		if (q.kind == QUANTITY_TIME && q.value >= 60 &&
		    q.value / 60 <= MINUTES_MOST &&
		    (str_is(str_of(q.unit), "minute") ||
		     str_is(str_of(q.unit), "hour")))
			return q.value / 60;
	read_share(text, &units);
	if (kind == WORK_COURSE && units > 0 && units <= UNITS_MOST)
		return units * UNIT_MINUTES;
	return kinds[kind].minutes;
}

/* What is only in notes was read some day: it is known as far as covered. */
static double known(const struct study_topic *t, int day)
{
	double value = topic_state_value(t->state);

	if (value <= 0 || !t->evidence.days)
		return value;
	return topic_recall(&t->evidence, day);
}

static void add_topic(struct study_domain *d, const struct study_topic *t,
		      int day)
{
	d->states[t->state]++;
	d->coverage += topic_state_value(t->state);
	d->knowledge += known(t, day);
	d->share += (double)t->evidence.passages;
}

static size_t count_topics(const struct study_domain *d)
{
	size_t count = 0;

	for (int s = 0; s < TOPIC_STATE_COUNT; s++)
		count += d->states[s];
	return count;
}

void study_sum_domains(struct study_domain *domains, const struct exam *e,
		       const struct study_topic *topics, size_t ntopics,
		       int day)
{
	double all = 0;

	for (size_t i = 0; i < e->ndomains; i++)
		domains[i] = (struct study_domain){ .of = &e->domains[i] };
	for (size_t i = 0; i < ntopics; i++)
		if (topics[i].domain >= 0)
			add_topic(&domains[topics[i].domain], &topics[i], day);
	for (size_t i = 0; i < e->ndomains; i++) {
		size_t count = count_topics(&domains[i]);

		all += domains[i].share;
		if (!count)
			continue;
		domains[i].coverage /= (double)count;
		domains[i].knowledge /= (double)count;
	}
	for (size_t i = 0; i < e->ndomains; i++) {
		double unused;
		const struct readiness_domain r = {
			.coverage = domains[i].coverage,
			.knowledge = domains[i].knowledge,
		};

		domains[i].share = all > 0 ? domains[i].share / all : 0;
		domains[i].expected = readiness_of_domain(&r, 0.25, &unused);
	}
}

double study_domain_gap(const struct study *s, const struct study_domain *d)
{
	double known = s->readiness.evidence ? d->expected : d->coverage;

	return d->of->weight * (1 - known);
}

int study_percent(double share)
{
	return (int)lround(100 * share);
}
