/* SPDX-License-Identifier: MIT */
/* hecto eve: one page for the evening before the exam, in one's own words. */
#include "cmd/command.h"
#include "cmd/exam/exam.h"
#include "cmd/items/items.h"
#include "cmd/plan/plan.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"

#define ITEMS_SHOWN 12
#define NUMBERS_SHOWN 20
#define TEXT_BYTES 160

static const struct option eve_options[] = { NO_MORE_OPTIONS };

struct eve {
	const struct context *ctx;
	struct study study;
	struct arena *mem;
};

/* One line of a list; what is long is cut at a blank. */
static void add_line(struct strbuf *out, struct str text)
{
	size_t end = text.len;

	if (end > TEXT_BYTES) {
		end = TEXT_BYTES;
		while (end > TEXT_BYTES / 2 && text.s[end] != ' ')
			end--;
		while (end < text.len && ((unsigned char)text.s[end] & 0xc0) ==
						 0x80)
			end++;
	}
	strbuf_addstr(out, "- ");
	for (size_t i = 0; i < end; i++)
		strbuf_addch(out, (unsigned char)text.s[i] < ' ' ? ' ' :
								   text.s[i]);
	strbuf_addstr(out, end < text.len ? "…\n" : "\n");
}

static void add_item(struct strbuf *out, const struct journal_item *item)
{
	AUTO(strbuf) line = STRBUF_INIT;

	if (item->prefix.len) {
		strbuf_addslice(&line, item->prefix);
		strbuf_addstr(&line, ": ");
	}
	strbuf_addslice(&line, item->text);
	add_line(out, strbuf_slice(&line));
}

static void add_items(struct strbuf *out, const struct eve *e,
		      const char *title, unsigned trait)
{
	const struct journal_item *items = e->study.items;
	size_t shown = 0;

	for (size_t i = 0; i < e->study.nitems; i++) {
		if (items[i].state == ITEM_CLOSED ||
		    !(items[i].source->passage.traits & trait))
			continue;
		if (!shown)
			strbuf_addf(out, "\n## %s\n\n", title);
		if (++shown <= ITEMS_SHOWN)
			add_item(out, &items[i]);
	}
	if (shown > ITEMS_SHOWN)
		strbuf_addf(out, "- and %zu more\n", shown - ITEMS_SHOWN);
}

/* The domain of which most is missing. */
static const struct study_domain *weakest(const struct study *s)
{
	const struct study_domain *worst = NULL;
	double most = 0;

	for (size_t i = 0; i < s->ndomains; i++) {
		double lost = study_domain_gap(s, &s->domains[i]);

		if (lost <= most)
			continue;
		most = lost;
		worst = &s->domains[i];
	}
	return worst;
}

static int add_numbers_of(struct strbuf *out, const struct eve *e,
			  const struct study_topic *t, size_t *shown,
			  struct error *err)
{
	const struct index_passage_filter numbers = {
		.topic = t->id, .since = DAY_NONE, .traits = TRAIT_NUMBER,
	};
	struct index_passage *passages;
	struct index *ix;
	size_t count;

	if (journal_index(e->ctx->journal, &ix, err) ||
	    index_passages(ix, &numbers, e->mem, &passages, &count, err))
		return -1;
	for (size_t i = 0; i < count && *shown < NUMBERS_SHOWN; i++) {
		if (passages[i].text.len > TEXT_BYTES)
			continue;
		if (!(*shown)++)
			strbuf_addstr(out, "\n## Numbers\n\n");
		add_line(out, passages[i].text);
	}
	return 0;
}

static bool is_of(const struct study *s, const struct study_topic *t,
		  const struct study_domain *d)
{
	return !d || (t->domain >= 0 && &s->domains[t->domain] == d);
}

/* Those of the weakest domain first. */
static int add_numbers(struct strbuf *out, const struct eve *e,
		       struct error *err)
{
	const struct study *s = &e->study;
	const struct study_domain *d = weakest(s);
	size_t shown = 0;

	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < s->ntopics; i++)
			if (is_of(s, &s->topics[i], d) == !pass &&
			    shown < NUMBERS_SHOWN &&
			    add_numbers_of(out, e, &s->topics[i], &shown, err))
				return -1;
	return 0;
}

static void add_weakest(struct strbuf *out, const struct study *s)
{
	const struct study_domain *d = weakest(s);

	if (!d)
		return;
	strbuf_addf(out, "\nThe weakest domain: %s, %d%% of the exam, "
		    "%d%% covered", d->of->name, d->of->weight,
		    study_percent(d->coverage));
	if (s->readiness.evidence)
		strbuf_addf(out, ", %d%% expected right",
			    study_percent(d->expected));
	strbuf_addstr(out, ".\n");
}

static void add_head(struct strbuf *out, const struct eve *e)
{
	const struct study *s = &e->study;
	AUTO(strbuf) percentages = STRBUF_INIT;
	AUTO(strbuf) when = STRBUF_INIT;

	strbuf_addf(out, "# %s\n", s->exam ? s->exam->name : "The exam");
	if (s->exam)
		exam_add_when(&when, s->exam, s->today);
	if (when.len)
		strbuf_addf(out, "\n%s.\n", when.buf);
	plan_add_percentages(&percentages, s);
	if (percentages.len)
		strbuf_addf(out, "\nWhere it is: %s.\n", percentages.buf);
	add_weakest(out, s);
}

static int print_page(const struct eve *e, struct error *err)
{
	AUTO(strbuf) page = STRBUF_INIT;
	AUTO(strbuf) out = STRBUF_INIT;

	add_head(&page, e);
	add_items(&page, e, "Open holes", TRAIT_HOLE);
	add_items(&page, e, "Open questions", TRAIT_QUESTION);
	add_items(&page, e, "Not to be confused", TRAIT_PAIR);
	if (add_numbers(&page, e, err))
		return -1;
	present_page(&out, e->ctx, strbuf_slice(&page));
	return report_output(&out, err);
}

static int eve_run(const struct context *ctx, int argc, char **argv,
		   struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct eve e = { .ctx = ctx, .mem = &mem };
	const struct exam *exam;
	int count = options_parse(eve_options, NULL, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 1, err) ||
	    plan_exam(&exam, ctx->journal, count ? argv[0] : NULL, err) ||
	    journal_study(ctx->journal, exam, &mem, &e.study, err))
		return -1;
	if (!exam && !e.study.all.items)
		return error_set(err, ERROR_NOTHING, "there is neither an exam "
				 "nor a plan; 'hecto exam add NAME' begins");
	return print_page(&e, err);
}

const struct command cmd_eve = {
	.name = "eve",
	.summary = "Print one page for the evening before the exam",
	.usage = "[EXAM]",
	.options = eve_options,
	.operands = COMPLETE_EXAMS,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = eve_run,
};
