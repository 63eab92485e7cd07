/* SPDX-License-Identifier: MIT */
/* Reading the templates of exams. */
#include "core/model/exam_template.h"

#include <string.h>

#include "core/base/date.h"
#include "core/model/settings_reader.h"

static const unsigned char files[] = {
#include "aws.exams.inc"
#include "azure.exams.inc"
#include "gcp.exams.inc"
#include "cloud-native.exams.inc"
};

struct templates {
	struct arena *mem;
	struct exam_template *items;
	struct exam_domain *domains;	/* of the last one */
	size_t count;
	const char *source;
};

static const char *keep(struct templates *t, struct str s)
{
	s = str_trim(s);
	return arena_strndup(t->mem, s.s, s.len);
}

/* "100-1000" */
static void read_scale(struct exam *e, struct str value)
{
	struct str rest = value, low = str_next_field(&rest, '-');
	unsigned from = 0, to = 0;

	if (str_to_uint(low, 100000, &from) || str_to_uint(rest, 100000, &to))
		return;
	e->scale_low = (int)from;
	e->scale_high = (int)to;
}

/* "pass 720" */
static void read_key(struct templates *t, struct exam *e, struct str field)
{
	struct {
		const char *key;
		int *number;
	} numbers[] = {
		{ "pass", &e->pass },
		{ "questions", &e->questions },
		{ "minutes", &e->minutes },
		{ "valid", &e->valid_months },
	};
	struct str value = field, key = str_next_field(&value, ' ');

	if (str_is(key, "scale"))
		read_scale(e, value);
	if (str_is(key, "cost"))
		e->cost = keep(t, value);
	for (size_t i = 0; i < ARRAY_SIZE(numbers); i++) {
		unsigned n;

		if (str_is(key, numbers[i].key) &&
		    !str_to_uint(value, 100000, &n))
			*numbers[i].number = (int)n;
	}
}

static void read_keys(struct templates *t, struct str rest)
{
	struct exam *e = &t->items[t->count - 1].exam;
	struct str field;

	while ((field = str_next_field(&rest, '|')).s)
		read_key(t, e, str_trim(field));
}

/* "DVA-C02 | Name | pass 720 …" */
static void read_exam(struct templates *t, struct str line)
{
	struct str code = str_next_field(&line, '|');
	struct str name = str_next_field(&line, '|');

	t->items = setting_grow(t->mem, t->items, t->count, sizeof(*t->items));
	t->items[t->count++] = (struct exam_template){
		.exam = {
			.name = keep(t, name),
			.code = keep(t, code),
			.day = DAY_NONE,
			.start = DAY_NONE,
			.result_day = DAY_NONE,
			.score = -1,
		},
		.source = t->source,
	};
	t->domains = NULL;
	read_keys(t, line);
}

static void read_topics(struct templates *t, struct exam_domain *d,
			struct str list)
{
	struct str field;

	while ((field = str_next_field(&list, ',')).s) {
		d->topics = setting_grow(t->mem, d->topics, d->ntopics,
					 sizeof(*d->topics));
		d->topics[d->ntopics++] = keep(t, field);
	}
}

/* "24 | Security | iam, kms" */
static void read_domain(struct templates *t, struct str line)
{
	struct exam *e = &t->items[t->count - 1].exam;
	struct str weight = str_trim(str_next_field(&line, '|'));
	struct exam_domain d = { .topics = NULL };
	unsigned percent = 0;

	if (str_to_uint(weight, 100, &percent))
		return;
	d.weight = (int)percent;
	d.name = keep(t, str_next_field(&line, '|'));
	read_topics(t, &d, line);
	t->domains = setting_grow(t->mem, t->domains, e->ndomains,
				  sizeof(*t->domains));
	t->domains[e->ndomains++] = d;
	e->domains = t->domains;
}

static void read_line(struct templates *t, struct str line)
{
	static const char source[] = "%source ";

	if (!str_trim(line).len || str_starts(line, "#"))
		return;
	if (str_starts(line, source))
		t->source = keep(t, str_from(line, strlen(source)));
	else if (!str_starts(line, "\t"))
		read_exam(t, line);
	else if (t->count && str_starts(line, "\t|"))
		read_keys(t, str_from(line, 2));
	else if (t->count)
		read_domain(t, str_from(line, 1));
}

const struct exam_template *exam_templates(struct arena *mem, size_t *count)
{
	struct str rest = { (const char *)files, sizeof(files) }, line;
	struct templates t = { .mem = mem };

	while ((line = str_next_line(&rest)).s)
		read_line(&t, line);
	*count = t.count;
	return t.items;
}

/* Case and dashes apart. */
static bool same_code(struct str a, struct str b)
{
	while (a.len || b.len) {
		if (str_starts(a, "-"))
			a = str_from(a, 1);
		else if (str_starts(b, "-"))
			b = str_from(b, 1);
		else if (!str_eq_nocase(str_upto(a, 1), str_upto(b, 1)))
			return false;
		else
			a = str_from(a, 1), b = str_from(b, 1);
	}
	return true;
}

const struct exam_template *
exam_template_find(const struct exam_template *all, size_t count,
		   struct str code)
{
	for (size_t i = 0; i < count; i++)
		if (same_code(str_of(all[i].exam.code), code))
			return &all[i];
	return NULL;
}
