/* SPDX-License-Identifier: MIT */
/* The fields of a query, "topic:s3", and what may stand behind each. */
#include "core/model/query_fields.h"

#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/base/spelling.h"
#include "core/base/strbuf.h"
#include "core/model/date_words.h"
#include "core/model/document.h"

/* A word behind a field, and the leaf that it makes. */
struct value {
	const char *name;
	enum query_kind kind;
	int from;
};

static const struct value in_values[] = {
	{ "progress", QUERY_SECTION, SECTION_PROGRESS },
	{ "learned", QUERY_SECTION, SECTION_LEARNED },
	{ "thoughts", QUERY_SECTION, SECTION_THOUGHTS },
	{ "links", QUERY_SECTION, SECTION_LINKS },
	{ "questions", QUERY_SECTION, SECTION_QUESTIONS },
	{ "notes", QUERY_DOCUMENT, DOCUMENT_NOTE },
	{ "plan", QUERY_DOCUMENT, DOCUMENT_PLAN },
	{ NULL, QUERY_AND, 0 },
};

static const struct value kind_values[] = {
	{ "entry", QUERY_DOCUMENT, DOCUMENT_ENTRY },
	{ "note", QUERY_DOCUMENT, DOCUMENT_NOTE },
	{ "plan", QUERY_DOCUMENT, DOCUMENT_PLAN },
	{ "question", QUERY_TRAIT, TRAIT_QUESTION },
	{ "hole", QUERY_TRAIT, TRAIT_HOLE },
	{ "lab", QUERY_TRAIT, TRAIT_LAB },
	{ "link", QUERY_TRAIT, TRAIT_LINK },
	{ "definition", QUERY_TRAIT, TRAIT_DEFINITION },
	{ "number", QUERY_TRAIT, TRAIT_NUMBER },
	{ "todo", QUERY_TRAIT, TRAIT_TODO },
	{ NULL, QUERY_AND, 0 },
};

static const struct value has_values[] = {
	{ "code", QUERY_TRAIT, TRAIT_CODE },
	{ "link", QUERY_TRAIT, TRAIT_LINK },
	{ "image", QUERY_TRAIT, TRAIT_IMAGE },
	{ "table", QUERY_TRAIT, TRAIT_TABLE },
	{ NULL, QUERY_AND, 0 },
};

static int read_name(struct query_node *n, const struct query_field *f,
		     struct str value, const struct query_reading *r,
		     struct error *err)
{
	(void)err;
	n->kind = f->kind;
	n->text = arena_str(r->mem, value).s;
	return 0;
}

static int read_choice(struct query_node *n, const struct query_field *f,
		       struct str value, const struct query_reading *r UNUSED,
		       struct error *err)
{
	AUTO(strbuf) names = STRBUF_INIT;

	for (const struct value *v = f->values; v->name; v++) {
		if (str_eq_nocase(value, str_of(v->name))) {
			n->kind = v->kind;
			n->from = v->from;
			n->to = f->values == has_values;
			return 0;
		}
		strbuf_addf(&names, "%s%s",
			    v == f->values ? "" : v[1].name ? ", " : " or ",
			    v->name);
	}
	return error_set(err, ERROR_USAGE, "there is no %s '%.*s'; write %s",
			 f->what, (int)value.len, value.s, names.buf);
}

static int read_date(struct query_node *n, const struct query_field *f,
		     struct str value, const struct query_reading *r,
		     struct error *err)
{
	struct day_span days;

	if (date_words_span(&days, value, r->today, DATE_PAST, err))
		return -1;
	n->kind = QUERY_DAYS;
	n->from = f->bounds & QUERY_FROM ? days.first : DAY_NONE;
	n->to = f->bounds & QUERY_TO ? days.last : DAY_NONE;
	return 0;
}

static int read_number(struct query_node *n, const struct query_field *f,
		       struct str value, const struct query_reading *r,
		       struct error *err)
{
	unsigned number;

	if (str_to_uint(value, LIMIT_ROUND, &number) || !number)
		return error_set(err, ERROR_USAGE,
				 "'%.*s' is no %s; write a number",
				 (int)value.len, value.s, f->what);
	n->kind = f->kind;
	n->from = (int)number;
	n->to = r->today;
	return 0;
}

/* An end of a range; one that is left out is as far as it goes. */
static int read_bound(int *out, struct str text, int otherwise)
{
	unsigned number;

	*out = otherwise;
	if (!text.len)
		return 0;
	if (str_to_uint(text, LIMIT_DAY_NUMBER, &number))
		return -1;
	*out = (int)number;
	return 0;
}

/* "14", "10..20", "10..", "..20" */
static int read_range(struct query_node *n, const struct query_field *f,
		      struct str value, const struct query_reading *r UNUSED,
		      struct error *err)
{
	size_t dots = str_find_str(value, STR(".."));
	struct str to = str_from(value, dots + 2);
	bool range = dots < value.len;

	n->kind = f->kind;
	if (value.len <= (range ? 2 : 0) ||
	    read_bound(&n->from, str_upto(value, dots), 0) ||
	    read_bound(&n->to, range ? to : value, LIMIT_DAY_NUMBER))
		return error_set(err, ERROR_USAGE,
				 "'%.*s' is no number of a day; write 14 or "
				 "10..20", (int)value.len, value.s);
	if (n->from <= n->to)
		return 0;
	return error_set(err, ERROR_USAGE, "the range '%.*s' is backwards; "
			 "write %d..%d", (int)value.len, value.s, n->to,
			 n->from);
}

static const struct query_field fields[] = {
	{ "topic", "topic", read_name, QUERY_TOPIC, 0, NULL },
	{ "in", "section", read_choice, QUERY_SECTION, 0, in_values },
	{ "tag", "tag", read_name, QUERY_TAG, 0, NULL },
	{ "since", "date", read_date, QUERY_DAYS, QUERY_FROM, NULL },
	{ "until", "date", read_date, QUERY_DAYS, QUERY_TO, NULL },
	{ "on", "date", read_date, QUERY_DAYS, QUERY_FROM | QUERY_TO, NULL },
	{ "kind", "kind", read_choice, QUERY_TRAIT, 0, kind_values },
	{ "round", "round", read_number, QUERY_ROUND, 0, NULL },
	{ "day", "day", read_range, QUERY_NUMBERS, 0, NULL },
	{ "has", "thing", read_choice, QUERY_TRAIT, 0, has_values },
};

const struct query_field *query_field_find(struct str name)
{
	for (size_t i = 0; i < ARRAY_SIZE(fields); i++)
		if (str_eq_nocase(name, str_of(fields[i].name)))
			return &fields[i];
	return NULL;
}

const char *query_field_nearest(struct str typed)
{
	size_t best = SPELLING_FAR;
	const char *name = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		size_t far = spelling_near(typed, str_of(fields[i].name));

		if (far >= best)
			continue;
		best = far;
		name = fields[i].name;
	}
	return name;
}

const char *query_field_value(const char *field, size_t i)
{
	const struct query_field *f = query_field_find(str_of(field));
	const struct value *v = f ? f->values : NULL;

	if (!v)
		return NULL;
	for (; i && v->name; i--)
		v++;
	return v->name;
}

/* The name of a leaf's value among those of a field, or NULL. */
static const char *value_name(const struct query_field *f,
			      const struct query_node *n)
{
	for (const struct value *v = f->values; v && v->name; v++)
		if (v->kind == n->kind && v->from == n->from)
			return v->name;
	return NULL;
}

void query_add_leaf(struct strbuf *out, const struct query_node *n)
{
	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		const char *name = value_name(&fields[i], n);

		if (name) {
			strbuf_addf(out, "%s:%s", fields[i].name, name);
			return;
		}
	}
	strbuf_addf(out, "round:%d", n->from);
}

int query_field_read(struct query_node *n, const struct query_field *f,
		     struct str value, const struct query_reading *r,
		     struct error *err)
{
	if (!str_trim(value).len)
		return error_set(err, ERROR_USAGE,
				 "there is no %s behind '%s:'", f->what,
				 f->name);
	return f->read(n, f, str_trim(value), r, err);
}
