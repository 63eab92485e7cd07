/* SPDX-License-Identifier: MIT */
/* hecto exam: the exams that are studied for, and how long it is to each. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/table.h"
#include "core/base/spelling.h"
#include "core/model/date_words.h"

struct exam_args {
	const char *date, *start;
	struct option_list domains;
	bool json;
};

static void exam_args_release(struct exam_args *a)
{
	option_list_release(&a->domains);
}

static const struct option exam_options[] = {
	STRING('d', "date", exam_args, date, "DATE", COMPLETE_DATES,
	       "set: the day of the exam"),
	STRING(0, "start", exam_args, start, "DATE", COMPLETE_DATES,
	       "set: the first day of study for it"),
	LIST(0, "domain", exam_args, domains, "NAME=PERCENT", COMPLETE_NOTHING,
	     "set: a domain and its weight (repeatable)"),
	FLAG(0, "json", exam_args, json, "print JSON"),
	NO_MORE_OPTIONS
};

static const struct exam *find_exam(struct journal *j, const char *name)
{
	const struct settings *set = journal_settings(j);

	for (size_t i = 0; i < set->nexams; i++)
		if (str_is(str_of(set->exams[i].name), name))
			return &set->exams[i];
	return NULL;
}

static const struct exam *exam_named(struct journal *j, const char *name,
				     struct error *err)
{
	const struct settings *set = journal_settings(j);
	const struct exam *found = find_exam(j, name);

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

static void add_head(struct strbuf *out, const struct context *ctx,
		     const struct exam *e)
{
	style_add(out, ctx, STYLE_BOLD, str_of(e->name));
	if (e->day == DAY_NONE)
		strbuf_addstr(out, ": no date yet");
	else
		strbuf_addf(out, ": %s", date_words_long(e->day).s);
	strbuf_addch(out, '\n');
}

static void add_countdown(struct strbuf *out, const struct exam *e, int today)
{
	struct countdown c;

	exam_countdown(&c, e, today);
	if (e->day == DAY_NONE)
		return;
	if (c.days_to_go < 0) {
		strbuf_addf(out, "The exam was %s\n",
			    date_words_distance(e->day, today).s);
		return;
	}
	strbuf_addf(out, "Days to go: %d\n", c.days_to_go);
	if (c.percent_left >= 0)
		strbuf_addf(out, "Percentage remaining: %d%%\n",
			    c.percent_left);
}

static void add_domains(struct strbuf *out, const struct context *ctx,
			const struct exam *e)
{
	struct table *t = table_new(2);

	table_right(t, 0);
	for (size_t i = 0; i < e->ndomains; i++) {
		table_cellf(t, STYLE_NONE, "%d%%", e->domains[i].weight);
		table_cell(t, STYLE_NONE, str_of(e->domains[i].name));
	}
	table_write(out, t, ctx);
	table_free(t);
}

static struct json *exam_json(const struct exam *e, int today)
{
	struct json *v = json_new_object(), *domains = json_new_array();
	struct countdown c;

	exam_countdown(&c, e, today);
	json_set_string(v, "name", e->name);
	json_set_day(v, "date", e->day);
	json_set_day(v, "start", e->start);
	if (e->day == DAY_NONE)
		json_set_null(v, "days_to_go");
	else
		json_set_int(v, "days_to_go", c.days_to_go);
	if (c.days_total)
		json_set_int(v, "days_total", c.days_total);
	else
		json_set_null(v, "days_total");
	if (c.percent_left >= 0)
		json_set_int(v, "percentage_remaining", c.percent_left);
	else
		json_set_null(v, "percentage_remaining");
	for (size_t i = 0; i < e->ndomains; i++) {
		struct json *d = json_new_object();

		json_set_string(d, "name", e->domains[i].name);
		json_set_int(d, "weight", e->domains[i].weight);
		json_append(domains, d);
	}
	json_set(v, "domains", domains);
	return v;
}

/* Those of a journal that are meant: all, or only what is still to come. */
static bool is_wanted(const struct exam *e, int today, bool upcoming)
{
	return !upcoming || e->day == DAY_NONE || e->day >= today;
}

static int print_exams_json(struct journal *j, bool upcoming,
			    struct error *err)
{
	const struct settings *set = journal_settings(j);
	struct json *array = json_new_array();
	int rc;

	for (size_t i = 0; i < set->nexams; i++)
		if (is_wanted(&set->exams[i], journal_today(j), upcoming))
			json_append(array, exam_json(&set->exams[i],
						     journal_today(j)));
	rc = report_json(array, err);
	json_free(array);
	return rc;
}

static int none_set(struct error *err)
{
	return error_set(err, ERROR_NOTHING,
			 "no exam is set; set one with 'hecto exam set NAME "
			 "--date DATE'");
}

/* `hecto exam`: what is to come, and if there is none, what was last. */
static int exam_upcoming(const struct context *ctx, const struct exam_args *a,
			 struct error *err)
{
	const struct settings *set = journal_settings(ctx->journal);
	int today = journal_today(ctx->journal);
	AUTO(strbuf) out = STRBUF_INIT;

	if (a->json)
		return print_exams_json(ctx->journal, true, err);
	for (size_t i = 0; i < set->nexams; i++) {
		const struct exam *e = &set->exams[i];

		if (!is_wanted(e, today, true))
			continue;
		strbuf_addstr(&out, out.len ? "\n" : "");
		add_head(&out, ctx, e);
		add_countdown(&out, e, today);
	}
	if (!set->nexams)
		return none_set(err);
	if (!out.len) {
		const struct exam *last = exam_next(set->exams, set->nexams,
						    today);

		add_head(&out, ctx, last);
		add_countdown(&out, last, today);
	}
	return report_output(&out, err);
}

static int exam_list(const struct context *ctx, const struct exam_args *a,
		     struct error *err)
{
	const struct settings *set = journal_settings(ctx->journal);
	int today = journal_today(ctx->journal);
	AUTO(strbuf) out = STRBUF_INIT;
	struct table *t;

	if (a->json)
		return print_exams_json(ctx->journal, false, err);
	if (!set->nexams)
		return none_set(err);
	t = table_new(3);
	for (size_t i = 0; i < set->nexams; i++) {
		const struct exam *e = &set->exams[i];
		bool dated = e->day != DAY_NONE;

		table_cell(t, STYLE_BOLD, str_of(e->name));
		table_cell(t, STYLE_NONE,
			   str_of(dated ? day_format(e->day).s : "no date"));
		table_cell(t, STYLE_NONE,
			   str_of(dated ? date_words_distance(e->day, today).s
					: ""));
	}
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

static int exam_show(const struct context *ctx, const struct exam_args *a,
		     const char *name, struct error *err)
{
	const struct exam *e = exam_named(ctx->journal, name, err);
	int today = journal_today(ctx->journal);
	AUTO(strbuf) out = STRBUF_INIT;

	if (!e)
		return -1;
	if (a->json) {
		struct json *v = exam_json(e, today);
		int rc = report_json(v, err);

		json_free(v);
		return rc;
	}
	add_head(&out, ctx, e);
	if (e->start != DAY_NONE)
		strbuf_addf(&out, "Studying since %s\n",
			    date_words_long(e->start).s);
	add_countdown(&out, e, today);
	add_domains(&out, ctx, e);
	return report_output(&out, err);
}

/* "exam.NAME.date" */
static char *key_of(const char *name, const char *last)
{
	AUTO(strbuf) key = STRBUF_INIT;

	strbuf_addf(&key, "exam.%s.%s", name, last);
	return strbuf_detach(&key);
}

/* One setting of an exam, checked and then put; NULL takes it out. */
static int put(struct journal *j, const char *name, const char *last,
	       const char *value, bool add, struct error *err)
{
	char *key = key_of(name, last);
	int rc = value ? settings_check(key, value, err) : 0;

	if (!rc)
		rc = journal_set_config(j, key, value, add, err);
	free(key);
	return rc;
}

/* "Security=26" as typed, "26 Security" as kept. */
static int put_domain(struct journal *j, const char *name, const char *typed,
		      struct error *err)
{
	struct str s = str_of(typed), weight;
	AUTO(strbuf) value = STRBUF_INIT;
	size_t at = s.len;
	unsigned percent;

	while (at && s.s[at - 1] != '=')
		at--;
	weight = str_trim(str_from(s, at));
	if (str_ends(weight, "%"))
		weight.len--;
	if (at < 2 || str_to_uint(weight, 100, &percent))
		return error_set(err, ERROR_USAGE,
				 "--domain takes a name and a percentage such "
				 "as 'Security=26', not '%s'",
				 typed);
	strbuf_addf(&value, "%u ", percent);
	strbuf_addslice(&value, str_trim(str_upto(s, at - 1)));
	return put(j, name, "domain", value.buf, true, err);
}

/* What an exam will be like: as it was, with what was said now. */
static int read_days(const struct context *ctx, const struct exam_args *a,
		     const struct exam *old, int *day, int *start,
		     struct error *err)
{
	int today = journal_today(ctx->journal);

	*day = old ? old->day : DAY_NONE;
	*start = old ? old->start : today;
	if (!old && !a->date)
		return error_set(err, ERROR_USAGE,
				 "a new exam needs a day: --date 2022-08-01");
	if (a->date && date_words_parse(day, str_of(a->date), today,
					DATE_FUTURE, err))
		return error_context(err, "--date");
	if (a->start && date_words_parse(start, str_of(a->start), today,
					 DATE_PAST, err))
		return error_context(err, "--start");
	if (*day == DAY_NONE || *start == DAY_NONE || *start < *day)
		return 0;
	if (a->start)
		return error_set(err, ERROR_USAGE,
				 "the study begins on %s, and the exam is not "
				 "after that but on %s",
				 date_words_long(*start).s,
				 date_words_long(*day).s);
	*start = DAY_NONE;
	return 0;
}

static int put_exam(struct journal *j, const char *name, int day, int start,
		    const struct option_list *domains, struct error *err)
{
	if (day != DAY_NONE &&
	    put(j, name, "date", day_format(day).s, false, err))
		return -1;
	if (put(j, name, "start",
		start == DAY_NONE ? NULL : day_format(start).s, false, err))
		return -1;
	if (domains->count && put(j, name, "domain", NULL, false, err))
		return -1;
	for (size_t i = 0; i < domains->count; i++)
		if (put_domain(j, name, domains->values[i], err))
			return -1;
	return 0;
}

static int commit(struct journal *j, const char *what, const char *name,
		  struct error *err)
{
	struct store_report report = { .changed = false };
	AUTO(strbuf) message = STRBUF_INIT;

	strbuf_addf(&message, "%s exam %s\n", what, name);
	if (journal_commit(j, message.buf, &report, err))
		return -1;
	report_store(&report);
	return 0;
}

static int check_name(const char *name, struct error *err)
{
	for (const char *c = name; *c; c++)
		if ((unsigned char)*c < ' ' || *c == 0x7f)
			return error_set(err, ERROR_USAGE,
					 "the name of an exam is one line");
	return *name ? 0
		     : error_set(err, ERROR_USAGE,
				 "the name of the exam is empty");
}

static int exam_set(const struct context *ctx, const struct exam_args *a,
		    const char *name, struct error *err)
{
	struct journal *j = ctx->journal;
	int day, start;

	if (check_name(name, err) ||
	    read_days(ctx, a, find_exam(j, name), &day, &start, err) ||
	    journal_begin(j, err))
		return -1;
	if (put_exam(j, name, day, start, &a->domains, err)) {
		journal_abandon(j);
		return -1;
	}
	if (commit(j, "Set", name, err))
		return -1;
	return exam_show(ctx, a, name, err);
}

static int exam_rm(const struct context *ctx, const char *name,
		   struct error *err)
{
	static const char *const keys[] = {
		"date", "start", "domain", "topics", "code", "when",
		"pass", "scale", "questions", "minutes", "cost", "valid",
		"plan", "result",
	};
	const struct exam *e = exam_named(ctx->journal, name, err);
	AUTO(strbuf) out = STRBUF_INIT;

	if (!e || journal_begin(ctx->journal, err))
		return -1;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (put(ctx->journal, name, keys[i], NULL, false, err)) {
			journal_abandon(ctx->journal);
			return -1;
		}
	if (commit(ctx->journal, "Remove", name, err))
		return -1;
	strbuf_addf(&out, "Removed the exam '%s'\n", name);
	return report_output(&out, err);
}

static int only_for_set(const struct exam_args *a, struct error *err)
{
	if (!a->date && !a->start && !a->domains.count)
		return 0;
	return error_set(err, ERROR_USAGE,
			 "--date, --start and --domain belong to 'hecto exam "
			 "set NAME'");
}

static int dispatch(const struct context *ctx, const struct exam_args *a,
		    int count, char **argv, struct error *err)
{
	struct str verb = str_of(count ? argv[0] : NULL);

	if (str_is(verb, "set") && count == 2)
		return exam_set(ctx, a, argv[1], err);
	if (only_for_set(a, err))
		return -1;
	if (!count)
		return exam_upcoming(ctx, a, err);
	if (str_is(verb, "list") && count == 1)
		return exam_list(ctx, a, err);
	if (str_is(verb, "show") && count == 2)
		return exam_show(ctx, a, argv[1], err);
	if (str_is(verb, "rm") && count == 2)
		return exam_rm(ctx, argv[1], err);
	return error_set(err, ERROR_USAGE,
			 "'hecto exam' takes set NAME, show NAME, rm NAME, list "
			 "or nothing; a name of several words needs quotes");
}

static int exam_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	AUTO(exam_args) a = { .date = NULL };
	int count = options_parse(exam_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 2, err))
		return -1;
	return dispatch(ctx, &a, count, argv, err);
}

const struct command cmd_exam = {
	.name = "exam",
	.summary = "Count the days to an exam",
	.usage = "[--json]\n"
		 "set NAME --date DATE [--start DATE] "
		 "[--domain NAME=PERCENT]...\n"
		 "list|show NAME|rm NAME",
	.options = exam_options,
	.operands = COMPLETE_EXAMS,
	.needs = NEEDS_JOURNAL,
	.run = exam_run,
};
