/* SPDX-License-Identifier: MIT */
/* hecto exam: the exams that are studied for, and how long it is to each. */
#include "cmd/exam/exam.h"

#include "core/base/spelling.h"
#include "core/model/practice.h"

static void exam_args_release(struct exam_args *a)
{
	option_list_release(&a->domains);
	option_list_release(&a->topics);
}

static const struct option exam_options[] = {
	STRING('d', "date", exam_args, date, "DATE", COMPLETE_DATES,
	       "add, set: its day, or none; result: when it came"),
	STRING(0, "when", exam_args, when, "TEXT", COMPLETE_NOTHING,
	       "add, set: about when, while there is no date"),
	STRING(0, "start", exam_args, start, "DATE", COMPLETE_DATES,
	       "add, set: the first day of study for it"),
	STRING(0, "template", exam_args, template, "CODE", COMPLETE_NOTHING,
	       "add, set: domains and marks of this certification"),
	LIST(0, "domain", exam_args, domains, "NAME=PERCENT", COMPLETE_NOTHING,
	     "add, set: a domain and its weight (repeatable)"),
	STRING(0, "domains-from", exam_args, domains_from, "NOTE",
	       COMPLETE_FILES,
	       "add, set: the domains that this note or plan lists"),
	LIST(0, "topics", exam_args, topics, "DOMAIN=LIST", COMPLETE_NOTHING,
	     "add, set: the topics of a domain (repeatable)"),
	STRING(0, "code", exam_args, code, "CODE", COMPLETE_NOTHING,
	       "add, set: its code, such as DVA-C02"),
	STRING(0, "pass", exam_args, pass, "MARK", COMPLETE_NOTHING,
	       "add, set: the mark that passes"),
	STRING(0, "scale", exam_args, scale, "LOW-HIGH", COMPLETE_NOTHING,
	       "add, set: the scale of marks"),
	STRING(0, "questions", exam_args, questions, "N", COMPLETE_NOTHING,
	       "add, set: how many are asked"),
	STRING(0, "minutes", exam_args, minutes, "N", COMPLETE_NOTHING,
	       "add, set: how long it takes"),
	STRING(0, "cost", exam_args, cost, "TEXT", COMPLETE_NOTHING,
	       "add, set: what it costs"),
	STRING(0, "valid", exam_args, valid, "TIME", COMPLETE_NOTHING,
	       "add, set: how long it holds, such as '3 years'"),
	STRING(0, "plan", exam_args, plan, "PATH", COMPLETE_FILES,
	       "add, set, practice: the plan for it, beneath plans/"),
	NUMBER(0, "score", exam_args, score, "N",
	       "result: the score that was reached"),
	STRING(0, "from", exam_args, from, "SOURCE", COMPLETE_NOTHING,
	       "practice: whose practice exam it was"),
	STRING('e', "exam", exam_args, exam, "EXAM", COMPLETE_EXAMS,
	       "practice: of this exam, where no NAME is given"),
	FLAG('u', "undo", exam_args, undo, "archive: take it out again"),
	FLAG(0, "json", exam_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

const struct exam *exam_find(struct journal *j, const char *name)
{
	const struct settings *set = journal_settings(j);
	const struct exam *by_code = NULL;

	for (size_t i = 0; i < set->nexams; i++) {
		const struct exam *e = &set->exams[i];

		if (str_is(str_of(e->name), name))
			return e;
		if (e->code && str_eq_nocase(str_of(e->code), str_of(name)))
			by_code = e;
	}
	return by_code;
}

const struct exam *exam_named(struct journal *j, const char *name,
			      struct error *err)
{
	const struct settings *set = journal_settings(j);
	const struct exam *found = exam_find(j, name);

	if (found)
		return found;
	for (size_t i = 0; i < set->nexams; i++) {
		if (spelling_near(str_of(name), str_of(set->exams[i].name)) ==
		    SPELLING_FAR)
			continue;
		error_set(err, ERROR_NOT_FOUND,
			  "there is no exam '%s'; did you mean '%s'?", name,
			  set->exams[i].name);
		return NULL;
	}
	error_set(err, ERROR_NOT_FOUND,
		  "there is no exam '%s'; 'hecto exam list' lists those there "
		  "are",
		  name);
	return NULL;
}

/* Options that say what an exam is, where nothing is set. */
static int only_for_set(const struct exam_args *a, struct error *err)
{
	const char *const given[] = {
		a->when, a->start, a->template, a->code, a->pass, a->scale,
		a->questions, a->minutes, a->cost, a->valid, a->plan,
		a->from, a->domains_from,
	};
	bool any = a->domains.count || a->topics.count;

	for (size_t i = 0; i < ARRAY_SIZE(given); i++)
		any |= given[i] != NULL;
	if (!any)
		return 0;
	return error_set(err, ERROR_USAGE, "what an exam is like belongs to "
			 "'hecto exam add NAME' or 'hecto exam set NAME'");
}

static int no_date_here(const struct exam_args *a, struct error *err)
{
	if (!a->date && !a->score)
		return 0;
	return error_set(err, ERROR_USAGE,
			 "--date and --score go with a NAME: 'hecto exam set "
			 "NAME --date DATE', 'hecto exam result NAME passed'");
}

static int wrong_operands(int count, char **argv, struct error *err)
{
	static const char *const named[] = {
		"add", "set", "show", "result", "practice", "archive", "rm",
	};

	for (size_t i = 0; count == 1 && i < ARRAY_SIZE(named); i++)
		if (str_is(str_of(argv[0]), named[i]))
			return error_set(err, ERROR_USAGE, "which exam?  "
					 "'hecto exam %s NAME', and 'hecto "
					 "exam list' shows the names", named[i]);
	if (count == 2 && str_is(str_of(argv[0]), "result"))
		return error_set(err, ERROR_USAGE, "the result of which exam, "
				 "and how did it go?  'hecto exam result NAME "
				 "passed' or 'failed'");
	return error_set(err, ERROR_USAGE,
			 "'hecto exam' takes add NAME, set NAME, show NAME, "
			 "result NAME passed|failed, practice NAME SCORE, "
			 "archive NAME, rm NAME, list, templates "
			 "or nothing; a name of several words needs quotes");
}

static int dispatch_reading(const struct context *ctx,
			    const struct exam_args *a, int count, char **argv,
			    struct error *err)
{
	struct str verb = str_of(count ? argv[0] : NULL);

	if (no_date_here(a, err))
		return -1;
	if (!count)
		return exam_upcoming(ctx, a, err);
	if (str_is(verb, "list") && count == 1)
		return exam_list(ctx, a, err);
	if (str_is(verb, "templates") && count == 1)
		return exam_templates_list(ctx, a, err);
	if (str_is(verb, "show") && count == 2)
		return exam_show(ctx, a, argv[1], err);
	if (str_is(verb, "archive") && count == 2)
		return exam_archive(ctx, argv[1], a->undo, err);
	if (str_is(verb, "rm") && count == 2)
		return exam_rm(ctx, argv[1], err);
	return wrong_operands(count, argv, err);
}

/* "practice NAME SCORE", "practice NAME", "practice SCORE", "practice" */
static int practice(const struct context *ctx, const struct exam_args *a,
		    int count, char **argv, struct error *err)
{
	struct error none = ERROR_INIT;
	unsigned right, asked;
	bool score = count == 1 && !exam_find(ctx->journal, argv[0]) &&
		     !practice_score(str_of(argv[0]), &right, &asked, &none);

	if (count == 2)
		return exam_practice(ctx, a, argv[0], argv[1], err);
	if (count == 1 && !score)
		return exam_practice(ctx, a, argv[0], NULL, err);
	return exam_practice(ctx, a, NULL, score ? argv[0] : NULL, err);
}

static int dispatch(const struct context *ctx, const struct exam_args *a,
		    int count, char **argv, struct error *err)
{
	struct str verb = str_of(count ? argv[0] : NULL);
	bool add = str_is(verb, "add");

	if ((add || str_is(verb, "set")) && count == 2)
		return exam_set(ctx, a, argv[1], add, err);
	if (str_is(verb, "practice") && count <= 3)
		return practice(ctx, a, count - 1, argv + 1, err);
	if (only_for_set(a, err))
		return -1;
	if (str_is(verb, "result") && count == 3)
		return exam_put_result(ctx, a, argv[1], argv[2], err);
	return dispatch_reading(ctx, a, count, argv, err);
}

static int exam_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	AUTO(exam_args) a = { .date = NULL };
	int count = options_parse(exam_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 3, err))
		return -1;
	/* What is compiled in can be listed anywhere. */
	if (!ctx->journal && !(count == 1 && str_is(str_of(argv[0]),
						    "templates")))
		return journal_missing(err);
	return dispatch(ctx, &a, count, argv, err);
}

const struct command cmd_exam = {
	.name = "exam",
	.summary = "Count the days to an exam",
	.usage = "[--json]\n"
		 "add|set NAME [--date DATE] [--template CODE] [OPTION]...\n"
		 "result NAME passed|failed|open [--date DATE] [--score N]\n"
		 "practice [NAME] [SCORE] [--from SOURCE] [--domain "
		 "NAME=SCORE]...\n"
		 "archive NAME [--undo]\n"
		 "list|templates|show NAME|rm NAME",
	.options = exam_options,
	.operands = COMPLETE_EXAMS,
	.needs = WANTS_JOURNAL,
	.run = exam_run,
};
