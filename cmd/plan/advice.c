/* SPDX-License-Identifier: MIT */
/* What to study today, and why. */
#include "cmd/plan/plan.h"

#include <string.h>

#include "cmd/duration.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/model/date_words.h"
#include "core/model/wording.h"
#include "core/text/unicode.h"

#define INDENT 9	/* of what stands behind "Answer" */

static const char *const kind_names[] = {
	[ADVICE_TOPIC] = "topic", [ADVICE_HOLE] = "hole",
	[ADVICE_QUESTION] = "question", [ADVICE_LAB] = "lab",
	[ADVICE_TODO] = "todo",
};

static const char *const kind_labels[] = {
	[ADVICE_TOPIC] = "Study", [ADVICE_HOLE] = "Fill",
	[ADVICE_QUESTION] = "Answer", [ADVICE_LAB] = "Try",
	[ADVICE_TODO] = "Do",
};

static const char *const reason_names[] = {
	[REASON_WEIGHT] = "weight", [REASON_HOLE] = "hole",
	[REASON_QUESTION] = "question", [REASON_LAB] = "lab",
	[REASON_STALE] = "stale", [REASON_DUE] = "due",
};

static struct advice *choose(const struct study *s, double minutes,
			     struct arena *mem, size_t *count)
{
	struct advice_candidate *candidates;
	size_t ncandidates;

	journal_advice(s, mem, &candidates, &ncandidates);
	return advice_choose(candidates, ncandidates, minutes, mem, count);
}

/* How a topic stands, for one who has not read hecto-plan(1). */
static const char *state_told(enum topic_state state)
{
	static const char *const texts[] = {
		[TOPIC_UNSEEN] = "nothing is noted on it",
		[TOPIC_LISTED] = "planned, and nothing is noted on it",
		[TOPIC_STUB] = "little is noted on it",
		[TOPIC_NOTED] = "noted, and not looked at again",
		[TOPIC_REVIEWED] = "noted and looked at again",
		[TOPIC_SOLID] = "known well",
	};

	return texts[state];
}

/* Of a topic, how it stands; of an item, where. */
static void add_topic_reason(struct strbuf *out, const struct study *s,
			     const struct study_topic *t,
			     enum advice_reason reason)
{
	switch (reason) {
	case REASON_WEIGHT:
		if (t->domain >= 0 && !study_is_over(s))
			strbuf_addf(out, "%s; %s is %d%% of the exam",
				    state_told(t->state),
				    s->exam->domains[t->domain].name,
				    s->exam->domains[t->domain].weight);
		else
			strbuf_addstr(out, state_told(t->state));
		break;
	case REASON_HOLE:
		strbuf_addf(out, "%zu open hole%s", t->evidence.open_holes,
			    t->evidence.open_holes == 1 ? "" : "s");
		break;
	case REASON_QUESTION:
		strbuf_addf(out, "%zu open question%s",
			    t->evidence.open_questions,
			    t->evidence.open_questions == 1 ? "" : "s");
		break;
	case REASON_STALE:
		strbuf_addf(out, "last studied %d days ago",
			    s->today - t->evidence.last_day);
		break;
	case REASON_LAB:
	case REASON_DUE:
	case REASON_COUNT:
		break;
	}
}

static void add_weight_reason(struct strbuf *out, const struct study *s,
			      const struct journal_item *item)
{
	const struct study_topic *t = journal_item_topic(s, item);

	if (t)
		strbuf_addf(out, "%s is %d%% of the exam",
			    s->exam->domains[t->domain].name,
			    s->exam->domains[t->domain].weight);
}

/* "planned for Week 3, until Sun 18 May 2025" */
static void add_due_reason(struct strbuf *out, const struct study *s,
			   const struct journal_item *item)
{
	size_t i = 0;
	const struct study_planned *p;

	while (i < s->nplanned && strcmp(s->planned[i].id, item->id.s) != 0)
		i++;
	if (i == s->nplanned)
		return;
	p = &s->planned[i];
	strbuf_addstr(out, "planned for ");
	if (*p->name)
		strbuf_addf(out, p->days.last < s->today ? "%s" : "%s, until ",
			    p->name);
	if (!*p->name || p->days.last >= s->today)
		strbuf_addstr(out, date_words_long(p->days.last).s);
}

/* "Practice exam holes", and not "To check out". */
static bool is_under_exam(const struct index_passage *p)
{
	static const char *const words[] = {
		"exam", "exams", "practice", "mock", "test", "tests", "holes",
		"missed", "wrong", "mistakes",
	};

	return p->nheadings &&
	       wording_has_among(str_of(p->headings[p->nheadings - 1]), words,
				 ARRAY_SIZE(words));
}

/* A sentence of a day may name one as well. */
static const char *hole_reason(const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;

	if (p->plan != PLAN_HOLES)
		return "you noted that you do not know it well";
	return is_under_exam(p) ? "a practice exam showed it" :
				  "you noted it to be studied";
}

static void add_item_reason(struct strbuf *out, const struct study *s,
			    const struct advice *a, enum advice_reason reason)
{
	static const char *const texts[] = {
		[REASON_WEIGHT] = "",
		[REASON_HOLE] = "",
		[REASON_QUESTION] = "asked and not answered",
		[REASON_LAB] = "read, and never built",
		[REASON_STALE] = "still to do",
		[REASON_DUE] = "",
	};

	if (reason == REASON_WEIGHT)
		add_weight_reason(out, s, a->candidate->of);
	else if (reason == REASON_DUE)
		add_due_reason(out, s, a->candidate->of);
	else if (reason == REASON_HOLE)
		strbuf_addstr(out, hole_reason(a->candidate->of));
	else
		strbuf_addstr(out, texts[reason]);
}

/* Where no domain is known, no topic weighs more than another. */
static bool is_told(const struct study *s, const struct advice *a, size_t i)
{
	return a->candidate->kind == ADVICE_TOPIC || s->ndomains ||
	       a->nreasons == 1 || a->reasons[i] != REASON_WEIGHT;
}

static void add_reasons(struct strbuf *out, const struct study *s,
			const struct advice *a)
{
	size_t start = out->len;

	for (size_t i = 0; i < a->nreasons; i++) {
		if (!is_told(s, a, i))
			continue;
		if (out->len > start)
			strbuf_addstr(out, "; ");
		if (a->candidate->kind == ADVICE_TOPIC)
			add_topic_reason(out, s, a->candidate->of,
					 a->reasons[i]);
		else
			add_item_reason(out, s, a, a->reasons[i]);
	}
}

/* What to type when it is done. */
static void add_command(struct strbuf *out, const struct advice *a)
{
	const struct journal_item *item = a->candidate->of;

	if (a->candidate->kind == ADVICE_TOPIC)
		return;
	strbuf_addf(out, "; 'hecto %s %s'",
		    a->candidate->kind == ADVICE_QUESTION ? "answer" : "done",
		    item->id.s);
}

/* In one line where the terminal has room for it. */
static void add_name(struct strbuf *out, const struct context *ctx,
		     const char *name, const char *length)
{
	AUTO(strbuf) whole = STRBUF_INIT;

	strbuf_addf(&whole, "%s  %s", name, length);
	if (ctx->terminal && INDENT + unicode_width(strbuf_slice(&whole)) >
				     ctx->columns) {
		present_hanging(out, ctx, strbuf_slice(&whole), INDENT);
	} else {
		style_add(out, ctx, STYLE_BOLD, str_of(name));
		strbuf_addf(out, "  %s\n", length);
	}
	strbuf_addf(out, "%*s", INDENT, "");
}

static void add_advice(struct strbuf *out, const struct context *ctx,
		       const struct study *s, const struct advice *a)
{
	AUTO(strbuf) reasons = STRBUF_INIT;
	AUTO(strbuf) length = STRBUF_INIT;

	duration_add(&length, (int)a->candidate->minutes);
	strbuf_addf(out, "  %-7s", kind_labels[a->candidate->kind]);
	add_name(out, ctx, a->candidate->name, length.buf);
	add_reasons(&reasons, s, a);
	add_command(&reasons, a);
	present_hanging(out, ctx, strbuf_slice(&reasons), INDENT);
}

void plan_add_advice(struct strbuf *out, const struct context *ctx,
		     const struct study *s, double minutes)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	struct advice *chosen = choose(s, minutes, &mem, &count);

	for (size_t i = 0; i < count; i++)
		add_advice(out, ctx, s, &chosen[i]);
}

static struct json *advice_json(const struct study *s, const struct advice *a)
{
	struct json *v = json_new_object(), *reasons = json_new_array();
	AUTO(strbuf) why = STRBUF_INIT;

	json_set_string(v, "kind", kind_names[a->candidate->kind]);
	json_set_string(v, "name", a->candidate->name);
	if (a->candidate->kind == ADVICE_TOPIC) {
		const struct study_topic *t = a->candidate->of;

		json_set_string(v, "id", t->id);
	} else {
		const struct journal_item *item = a->candidate->of;

		json_set_string(v, "id", item->id.s);
	}
	json_set_int(v, "minutes", (int64_t)a->candidate->minutes);
	for (size_t i = 0; i < a->nreasons; i++)
		json_append_string(reasons, reason_names[a->reasons[i]]);
	json_set(v, "reasons", reasons);
	add_reasons(&why, s, a);
	json_set_string(v, "why", why.buf);
	return v;
}

struct json *plan_advice_json(const struct study *s, double minutes)
{
	struct json *list = json_new_array();
	AUTO(arena) mem = ARENA_INIT;
	size_t count;
	struct advice *chosen = choose(s, minutes, &mem, &count);

	for (size_t i = 0; i < count; i++)
		json_append(list, advice_json(s, &chosen[i]));
	return list;
}
