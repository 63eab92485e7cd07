/* SPDX-License-Identifier: MIT */
/* Writing down what is said of an exam, in the journal's settings. */
#include "cmd/exam/exam.h"

#include <stdlib.h>

#include "cmd/report.h"
#include "cmd/terminal/table.h"
#include "core/model/date_words.h"
#include "core/model/exam_template.h"

int exam_put(struct journal *j, const char *name, const char *last,
	       const char *value, bool add, struct error *err)
{
	AUTO(strbuf) key = STRBUF_INIT;

	strbuf_addf(&key, "exam.%s.%s", name, last);
	if (value && settings_check(key.buf, value, err)) {
		err->kind = ERROR_USAGE;
		return error_context(err, "--%s", last);
	}
	return journal_set_config(j, key.buf, value, add, err);
}

static int put_number(struct journal *j, const char *name, const char *last,
		      int value, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addf(&text, "%d", value);
	return value > 0 ? exam_put(j, name, last, text.buf, false, err) : 0;
}

static int put_weight(struct journal *j, const char *name, int percent,
		      struct str domain, struct error *err)
{
	AUTO(strbuf) value = STRBUF_INIT;

	strbuf_addf(&value, "%d ", percent);
	strbuf_addslice(&value, domain);
	return exam_put(j, name, "domain", value.buf, true, err);
}

static size_t find_equals(struct str s)
{
	size_t at = s.len;

	while (at && s.s[at - 1] != '=')
		at--;
	return at;
}

/* "Security=26" as typed, "26 Security" as kept. */
static int put_domain(struct journal *j, const char *name, const char *typed,
		      struct error *err)
{
	struct str s = str_of(typed), weight;
	size_t at = find_equals(s);
	unsigned percent;

	weight = str_trim(str_from(s, at));
	if (str_ends(weight, "%"))
		weight.len--;
	if (at < 2 || str_to_uint(weight, 100, &percent))
		return error_set(err, ERROR_USAGE,
				 "--domain takes a name and a percentage such "
				 "as 'Security=26', not '%s'",
				 typed);
	return put_weight(j, name, (int)percent, str_trim(str_upto(s, at - 1)),
			  err);
}

static int put_topic_list(struct journal *j, const char *name,
			  struct str domain, struct str list,
			  struct error *err)
{
	AUTO(strbuf) key = STRBUF_INIT;
	AUTO(strbuf) value = STRBUF_INIT;

	/* Checked when all is read again: the domain is in the same commit. */
	strbuf_addf(&key, "exam.%s.topics", name);
	strbuf_addslice(&value, domain);
	strbuf_addstr(&value, ": ");
	strbuf_addslice(&value, list);
	return journal_set_config(j, key.buf, value.buf, true, err);
}

/* Of those that are said now, or that were said before. */
static bool is_domain(const struct exam *e, const struct exam_args *a,
		      const struct exam_domain_notes *noted, struct str name)
{
	for (size_t i = 0; i < a->domains.count; i++)
		if (str_eq(name, str_trim(str_upto(
					 str_of(a->domains.values[i]),
					 name.len))))
			return true;
	for (size_t i = 0; i < noted->count; i++)
		if (str_eq(name, noted->items[i].name))
			return true;
	for (size_t i = 0; e && i < e->ndomains; i++)
		if (str_is(name, e->domains[i].name))
			return true;
	return false;
}

/* "Security=iam, kms" as typed, "Security: iam, kms" as kept. */
static int put_topics(struct journal *j, const char *name, const char *typed,
		      const struct exam_args *a,
		      const struct exam_domain_notes *noted,
		      struct error *err)
{
	struct str s = str_of(typed), domain;
	size_t at = find_equals(s);

	domain = str_trim(str_upto(s, at ? at - 1 : 0));
	if (!domain.len || !str_trim(str_from(s, at)).len)
		return error_set(err, ERROR_USAGE,
				 "--topics takes a domain and topics such as "
				 "'Security=iam, kms', not '%s'", typed);
	if (is_domain(exam_find(j, name), a, noted, domain))
		return put_topic_list(j, name, domain,
				      str_trim(str_from(s, at)), err);
	return error_set(err, ERROR_USAGE, "'%s' has no domain '%.*s'; name "
			 "it with --domain", name, (int)domain.len, domain.s);
}

static void add_topic_list(struct strbuf *out, const struct exam_domain *d)
{
	for (size_t k = 0; k < d->ntopics; k++)
		strbuf_addf(out, "%s%s", k ? ", " : "", d->topics[k]);
}

static int put_template_domains(struct journal *j, const char *name,
				const struct exam *e, struct error *err)
{
	for (size_t i = 0; i < e->ndomains; i++) {
		const struct exam_domain *d = &e->domains[i];
		AUTO(strbuf) topics = STRBUF_INIT;

		add_topic_list(&topics, d);
		if (put_weight(j, name, d->weight, str_of(d->name), err) ||
		    (topics.len &&
		     put_topic_list(j, name, str_of(d->name),
				    strbuf_slice(&topics), err)))
			return -1;
	}
	return 0;
}

static int put_template(struct journal *j, const char *name,
			const struct exam_template *t, struct error *err)
{
	const struct exam *e = &t->exam;
	AUTO(strbuf) scale = STRBUF_INIT;

	strbuf_addf(&scale, "%d-%d", e->scale_low, e->scale_high);
	if (exam_put(j, name, "domain", NULL, false, err) ||
	    exam_put(j, name, "topics", NULL, false, err) ||
	    exam_put(j, name, "code", e->code, false, err) ||
	    (e->scale_high &&
	     exam_put(j, name, "scale", scale.buf, false, err)) ||
	    put_number(j, name, "pass", e->pass, err) ||
	    put_number(j, name, "questions", e->questions, err) ||
	    put_number(j, name, "minutes", e->minutes, err) ||
	    put_number(j, name, "valid", e->valid_months, err) ||
	    (e->cost && exam_put(j, name, "cost", e->cost, false, err)))
		return -1;
	return put_template_domains(j, name, e, err);
}

/* The topics that a note names; without any, those that the domain had. */
static void add_noted_topics(struct strbuf *out, struct journal *j,
			     const struct exam *old,
			     const struct exam_domain_note *d)
{
	exam_add_topics(out, j, d);
	for (size_t i = 0; old && !out->len && i < old->ndomains; i++)
		if (str_eq_nocase(d->name, str_of(old->domains[i].name)))
			add_topic_list(out, &old->domains[i]);
	if (!out->len)
		report_note("no topic is recognised in '%.*s'; name them with "
			    "--topics", (int)d->name.len, d->name.s);
}

static int put_noted(struct journal *j, const char *name,
		     const struct exam_domain_notes *d, struct error *err)
{
	for (size_t i = 0; i < d->count; i++) {
		AUTO(strbuf) topics = STRBUF_INIT;

		add_noted_topics(&topics, j, exam_find(j, name), &d->items[i]);
		if (put_weight(j, name, d->items[i].weight, d->items[i].name,
			       err) ||
		    (topics.len &&
		     put_topic_list(j, name, d->items[i].name,
				    strbuf_slice(&topics), err)))
			return -1;
	}
	return 0;
}

/* Domains that are said anew take the place of all that were there. */
static int put_domains(struct journal *j, const char *name,
		       const struct exam_args *a,
		       const struct exam_domain_notes *noted,
		       struct error *err)
{
	if ((a->domains.count || noted->count) &&
	    (exam_put(j, name, "domain", NULL, false, err) ||
	     exam_put(j, name, "topics", NULL, false, err)))
		return -1;
	if (put_noted(j, name, noted, err))
		return -1;
	for (size_t i = 0; i < a->domains.count; i++)
		if (put_domain(j, name, a->domains.values[i], err))
			return -1;
	return 0;
}

/* What is said with options, each as it is typed. */
static int put_options(struct journal *j, const char *name,
		       const struct exam_args *a,
		       const struct exam_domain_notes *noted,
		       struct error *err)
{
	const struct {
		const char *key, *value;
	} options[] = {
		{ "when", a->when },	     { "code", a->code },
		{ "pass", a->pass },	     { "scale", a->scale },
		{ "questions", a->questions }, { "minutes", a->minutes },
		{ "cost", a->cost },	     { "valid", a->valid },
		{ "plan", a->plan },
	};

	for (size_t i = 0; i < ARRAY_SIZE(options); i++)
		if (options[i].value &&
		    exam_put(j, name, options[i].key, options[i].value, false, err))
			return -1;
	if (put_domains(j, name, a, noted, err))
		return -1;
	for (size_t i = 0; i < a->topics.count; i++)
		if (put_topics(j, name, a->topics.values[i], a, noted, err))
			return -1;
	return 0;
}

/* Where the domains come from. */
struct sources {
	const struct exam_template *template;	/* or NULL */
	struct exam_domain_notes noted;
};

/* The topics that are said now, with commas between them. */
static void add_all_topics(struct strbuf *out, struct journal *j,
			   const struct exam_args *a,
			   const struct sources *from)
{
	const struct exam *e = from->template ? &from->template->exam : NULL;

	for (size_t i = 0; i < a->topics.count; i++) {
		struct str s = str_of(a->topics.values[i]);

		strbuf_addslice(out, str_from(s, find_equals(s)));
		strbuf_addch(out, ',');
	}
	for (size_t i = 0; i < from->noted.count; i++) {
		exam_add_topics(out, j, &from->noted.items[i]);
		strbuf_addch(out, ',');
	}
	for (size_t i = 0; e && i < e->ndomains; i++) {
		add_topic_list(out, &e->domains[i]);
		strbuf_addch(out, ',');
	}
}

/* What nobody said: as the plan or the log has it. */
static void find_days(const struct context *ctx, const struct exam_args *a,
		      const char *name, const struct exam *old,
		      const struct sources *from, struct exam_days *days)
{
	struct exam e = {
		.name = name,
		.code = a->code ? a->code :
			from->template ? from->template->exam.code :
			old ? old->code : NULL,
		.plan = a->plan ? a->plan : old ? old->plan : NULL,
	};
	AUTO(strbuf) topics = STRBUF_INIT;

	add_all_topics(&topics, ctx->journal, a, from);
	exam_default_days(days, ctx->journal, &e, strbuf_slice(&topics), !old,
			  a->date || a->when || (old && old->when));
}

/* The days of an exam: as they were, with what was said now. */
static int read_days(const struct context *ctx, const struct exam_args *a,
		     const char *name, const struct exam *old,
		     const struct sources *from, struct exam_days *out,
		     struct error *err)
{
	int today = journal_today(ctx->journal);

	out->day = old ? old->day : DAY_NONE;
	out->start = old ? old->start : DAY_NONE;
	if (a->date && str_is(str_of(a->date), "none"))
		out->day = DAY_NONE;
	else if (a->date && date_words_parse(&out->day, str_of(a->date), today,
					     DATE_FUTURE, err))
		return error_context(err, "--date (for 'spring 2027' there is "
				     "--when)");
	if (a->start && date_words_parse(&out->start, str_of(a->start), today,
					 DATE_PAST, err))
		return error_context(err, "--start");
	find_days(ctx, a, name, old, from, out);
	if (out->day == DAY_NONE || out->start == DAY_NONE ||
	    out->start < out->day)
		return 0;
	if (a->start)
		return error_set(err, ERROR_USAGE,
				 "the study begins on %s, and the exam is not "
				 "after that but on %s",
				 date_words_long(out->start).s,
				 date_words_long(out->day).s);
	out->start = DAY_NONE;
	return 0;
}

static int put_days(struct journal *j, const char *name,
		    const struct exam_days *days, struct error *err)
{
	if (exam_put(j, name, "date",
		days->day == DAY_NONE ? NULL : day_format(days->day).s, false,
		err))
		return -1;
	if (days->day != DAY_NONE && exam_put(j, name, "when", NULL, false, err))
		return -1;
	return exam_put(j, name, "start",
		   days->start == DAY_NONE ? NULL : day_format(days->start).s,
		   false, err);
}

int exam_commit(struct journal *j, const char *what, const char *name,
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

/* The template that is asked for, or that a new exam's name is the code of. */
static int choose_template(const struct exam_template **out,
			   const struct exam_args *a, const char *name,
			   bool is_new, struct arena *mem, struct error *err)
{
	size_t count;
	const struct exam_template *all = exam_templates(mem, &count);
	const char *code = a->template ? a->template :
			   a->code     ? a->code :
					 name;

	*out = NULL;
	if (!a->template && (!is_new || a->domains.count))
		return 0;
	*out = exam_template_find(all, count, str_of(code));
	if (*out || !a->template)
		return 0;
	return error_set(err, ERROR_USAGE,
			 "there is no template '%s'; 'hecto exam templates' "
			 "lists them", a->template);
}

static int find_sources(struct sources *out, const struct context *ctx,
			const struct exam_args *a, const char *name,
			bool is_new, struct arena *mem, struct error *err)
{
	if (a->domains_from && a->domains.count)
		return error_set(err, ERROR_USAGE, "--domain and "
				 "--domains-from exclude each other");
	out->noted = (struct exam_domain_notes){ .count = 0 };
	if (choose_template(&out->template, a, name, is_new, mem, err))
		return -1;
	return a->domains_from ? exam_read_domains(&out->noted, ctx->journal,
						   a->domains_from, mem, err) :
				 0;
}

static int put_all(const struct context *ctx, const struct exam_args *a,
		   const char *name, const struct exam *old,
		   const struct sources *from, struct error *err)
{
	struct journal *j = ctx->journal;
	struct exam_days days;

	if (read_days(ctx, a, name, old, from, &days, err) || journal_begin(j, err))
		return -1;
	/* An exam without a date and anything else has to leave a trace. */
	if ((from->template && put_template(j, name, from->template, err)) ||
	    put_days(j, name, &days, err) ||
	    put_options(j, name, a, &from->noted, err)) {
		journal_abandon(j);
		return -1;
	}
	return exam_commit(j, "Set", name, err);
}

int exam_set(const struct context *ctx, const struct exam_args *a,
	     const char *name, bool add, struct error *err)
{
	const struct exam *old = exam_find(ctx->journal, name);
	AUTO(arena) mem = ARENA_INIT;
	struct sources from;

	if (check_name(name, err))
		return -1;
	if (old && add)
		return error_set(err, ERROR_INPUT,
				 "there is an exam '%s' already; 'hecto exam "
				 "set' changes it", old->name);
	if (!old && !add && exam_check_new(ctx->journal, a, name, err))
		return -1;
	if (find_sources(&from, ctx, a, name, !old, &mem, err) ||
	    put_all(ctx, a, old ? old->name : name, old, &from, err))
		return -1;
	if (!old)
		exam_tell_new(ctx->journal, name, add);
	if (from.template && !from.noted.count)
		report_note("domains and weights are those of %s (%s)",
			    from.template->exam.name, from.template->source);
	else if (add && !a->domains.count && !from.noted.count)
		report_note("its domains are not known; 'hecto exam templates' "
			    "lists the exams that are, and --domain adds one");
	if (exam_show(ctx, a, old ? old->name : name, err))
		return -1;
	if (add && exam_find(ctx->journal, name)->day == DAY_NONE && !a->when)
		report_note("'hecto exam set \"%s\" --date DATE' counts down to "
			    "it", name);
	return 0;
}
