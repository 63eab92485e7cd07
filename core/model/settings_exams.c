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
		arena_strndup(r->mem, name.s, name.len), (int)weight
	};
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
