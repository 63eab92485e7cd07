/* SPDX-License-Identifier: MIT */
/* The exams of a journal's settings. */
#include "core/model/settings_reader.h"

#include <string.h>

/* A file with more exams than this is no configuration of an exam plan. */
#define MAX_EXAMS 200

static int read_exam_date(struct reader *r UNUSED, struct open_exam *e,
			  struct str value, struct error *err)
{
	int day = day_parse_iso(value);

	if (day == DAY_NONE)
		return setting_refuse(value, "a date such as 2022-08-01", err);
	e->exam.day = day;
	return 0;
}

static int read_exam_start(struct reader *r UNUSED, struct open_exam *e,
			   struct str value, struct error *err)
{
	int day = day_parse_iso(value);

	if (day == DAY_NONE)
		return setting_refuse(value, "a date such as 2022-07-15", err);
	e->exam.start = day;
	return 0;
}

static int read_text(const char **into, struct reader *r, struct str value,
		     const char *wanted, struct error *err)
{
	if (!value.len)
		return setting_refuse(value, wanted, err);
	*into = arena_strndup(r->mem, value.s, value.len);
	return 0;
}

static int read_exam_code(struct reader *r, struct open_exam *e,
			  struct str value, struct error *err)
{
	return read_text(&e->exam.code, r, value, "a code such as DVA-C02",
			 err);
}

static int read_exam_when(struct reader *r, struct open_exam *e,
			  struct str value, struct error *err)
{
	return read_text(&e->exam.when, r, value, "a time such as "
			 "'spring 2027'", err);
}

static int read_exam_cost(struct reader *r, struct open_exam *e,
			  struct str value, struct error *err)
{
	return read_text(&e->exam.cost, r, value, "a price such as '150 USD'",
			 err);
}

static int read_exam_plan(struct reader *r, struct open_exam *e,
			  struct str value, struct error *err)
{
	if (!str_starts(value, "plans/"))
		return setting_refuse(value, "a path such as plans/aws.md",
				      err);
	return read_text(&e->exam.plan, r, value, "a path", err);
}

static int read_number(int *into, struct str value, unsigned most,
		       const char *wanted, struct error *err)
{
	unsigned number;

	if (str_to_uint(value, most, &number) || !number)
		return setting_refuse(value, wanted, err);
	*into = (int)number;
	return 0;
}

static int read_exam_pass(struct reader *r UNUSED, struct open_exam *e,
			  struct str value, struct error *err)
{
	if (str_ends(value, "%"))
		value.len--;
	return read_number(&e->exam.pass, value, 100000,
			   "a mark such as 720 or 70%", err);
}

static int read_exam_questions(struct reader *r UNUSED, struct open_exam *e,
			       struct str value, struct error *err)
{
	return read_number(&e->exam.questions, value, 10000,
			   "a number of questions", err);
}

static int read_exam_minutes(struct reader *r UNUSED, struct open_exam *e,
			     struct str value, struct error *err)
{
	return read_number(&e->exam.minutes, value, 10000,
			   "a number of minutes", err);
}

/* "100-1000" */
static int read_exam_scale(struct reader *r UNUSED, struct open_exam *e,
			   struct str value, struct error *err)
{
	struct str rest = value, low = str_next_field(&rest, '-');
	unsigned from, to;

	if (low.len == value.len || str_to_uint(low, 100000, &from) ||
	    str_to_uint(rest, 100000, &to) || from >= to)
		return setting_refuse(value, "a scale such as 100-1000", err);
	e->exam.scale_low = (int)from;
	e->exam.scale_high = (int)to;
	return 0;
}

/* "3 years", "36 months", "36" */
static int read_exam_valid(struct reader *r UNUSED, struct open_exam *e,
			   struct str value, struct error *err)
{
	struct str rest = value, number = str_next_field(&rest, ' ');
	unsigned count;

	rest = str_trim(number.len < value.len ? rest : STR("months"));
	if (str_to_uint(number, 1200, &count) || !count ||
	    (!str_starts(rest, "month") && !str_starts(rest, "year")))
		return setting_refuse(value, "a time such as '3 years' or "
				      "'36 months'", err);
	e->exam.valid_months =
		(int)count * (str_starts(rest, "year") ? 12 : 1);
	return 0;
}

/* "passed 2026-05-25 812", "failed 2026-05-25" */
static int read_exam_result(struct reader *r UNUSED, struct open_exam *e,
			    struct str value, struct error *err)
{
	static const char wanted[] = "a result such as 'passed 2026-05-25 812'";
	struct str rest = value, word = str_next_field(&rest, ' ');
	struct str date = str_next_field(&rest, ' ');
	unsigned score = 0;

	if (!str_is(word, "passed") && !str_is(word, "failed"))
		return setting_refuse(value, wanted, err);
	if (day_parse_iso(date) == DAY_NONE ||
	    (rest.s && rest.len && str_to_uint(rest, 100000, &score)))
		return setting_refuse(value, wanted, err);
	e->exam.result = str_is(word, "passed") ? EXAM_PASSED : EXAM_FAILED;
	e->exam.result_day = day_parse_iso(date);
	e->exam.score = rest.s && rest.len ? (int)score : -1;
	return 0;
}

/* "iam, kms" */
static void read_topics(struct reader *r, struct exam_domain *d,
			struct str list)
{
	struct str field;

	while ((field = str_next_field(&list, ',')).s) {
		field = str_trim(field);
		if (!field.len)
			continue;
		d->topics = setting_grow(r->mem, d->topics, d->ntopics,
					 sizeof(*d->topics));
		d->topics[d->ntopics++] =
			arena_strndup(r->mem, field.s, field.len);
	}
}

/* "Security: iam, kms", of a domain that stands above it */
static int read_exam_topics(struct reader *r, struct open_exam *e,
			    struct str value, struct error *err)
{
	size_t colon = value.len;
	struct str name;

	while (colon && value.s[colon - 1] != ':')
		colon--;
	name = str_trim(str_upto(value, colon ? colon - 1 : 0));
	for (size_t i = 0; name.len && i < e->exam.ndomains; i++) {
		if (!str_is(name, e->domains[i].name))
			continue;
		read_topics(r, &e->domains[i], str_from(value, colon));
		return 0;
	}
	return setting_refuse(value, "a domain of this exam and its topics, "
			      "such as 'Security: iam, kms'", err);
}

/* "26 Security", "26% Security" */
static int read_exam_domain(struct reader *r, struct open_exam *e,
			    struct str value, struct error *err)
{
	size_t end = str_find(value, ' ');
	struct str number = str_upto(value, end);
	struct str name = str_trim(str_from(value, end));
	unsigned weight;

	if (str_ends(number, "%"))
		number.len--;
	if (!name.len || str_to_uint(number, 100, &weight))
		return setting_refuse(value, "a weight and a name such as "
			      "'26 Security'", err);
	e->domains = setting_grow(r->mem, e->domains, e->exam.ndomains,
				  sizeof(*e->domains));
	e->domains[e->exam.ndomains++] = (struct exam_domain){
		.name = arena_strndup(r->mem, name.s, name.len),
		.weight = (int)weight,
	};
	return 0;
}

static int read_exam_archived(struct reader *r UNUSED, struct open_exam *e,
			      struct str value, struct error *err)
{
	if (!str_is(value, "true") && !str_is(value, "false"))
		return setting_refuse(value, "true or false", err);
	e->exam.archived = str_is(value, "true");
	return 0;
}

static const struct {
	const char *name;
	int (*read)(struct reader *r, struct open_exam *e, struct str value,
		    struct error *err);
} exam_keys[] = {
	{ "date", read_exam_date },
	{ "start", read_exam_start },
	{ "domain", read_exam_domain },
	{ "topics", read_exam_topics },
	{ "code", read_exam_code },
	{ "when", read_exam_when },
	{ "pass", read_exam_pass },
	{ "scale", read_exam_scale },
	{ "questions", read_exam_questions },
	{ "minutes", read_exam_minutes },
	{ "cost", read_exam_cost },
	{ "valid", read_exam_valid },
	{ "plan", read_exam_plan },
	{ "result", read_exam_result },
	{ "archived", read_exam_archived },
};

/* The exam of this name, made when it is new; NULL when there are too many. */
static struct open_exam *exam_named(struct reader *r, struct str name)
{
	size_t count = r->out->nexams;

	/* The keys of an exam stand together: the last one is the likeliest. */
	for (size_t i = count; i-- > 0;)
		if (str_is(name, r->exams[i].exam.name))
			return &r->exams[i];
	if (count == MAX_EXAMS)
		return NULL;
	r->exams = setting_grow(r->mem, r->exams, count, sizeof(*r->exams));
	r->exams[count] = (struct open_exam){
		.exam = {
			.name = arena_strndup(r->mem, name.s, name.len),
			.day = DAY_NONE,
			.start = DAY_NONE,
			.result_day = DAY_NONE,
			.score = -1,
		},
	};
	r->out->nexams++;
	return &r->exams[count];
}

/* "exam.AWS DVA.date": the name may have dots and blanks of its own. */
int setting_read_exam(struct reader *r, struct str key, struct str value,
		      struct error *err)
{
	struct str rest = str_from(key, strlen("exam."));
	size_t dot = rest.len;
	struct open_exam *e;

	while (dot && rest.s[dot - 1] != '.')
		dot--;
	if (dot < 2)
		return setting_refuse_key(key, err);
	for (size_t i = 0; i < ARRAY_SIZE(exam_keys); i++) {
		if (!str_is(str_from(rest, dot), exam_keys[i].name))
			continue;
		e = exam_named(r, str_upto(rest, dot - 1));
		if (!e)
			return error_set(err, ERROR_INPUT, "there are more "
					 "than %d exams", MAX_EXAMS);
		return exam_keys[i].read(r, e, value, err);
	}
	return setting_refuse_key(key, err);
}

/* A start that is not before its exam is not one. */
int setting_finish_exams(struct reader *r, struct error *err)
{
	size_t count = r->out->nexams;
	struct exam *exams = arena_alloc(r->mem, (count + 1) * sizeof(*exams));
	struct error later;
	int result = 0;

	for (size_t i = 0; i < count; i++) {
		exams[i] = r->exams[i].exam;
		exams[i].domains = r->exams[i].domains;
		if (exam_check(&exams[i], result ? &later : err)) {
			exams[i].start = DAY_NONE;
			result = -1;
		}
	}
	r->out->exams = exams;
	return result;
}
