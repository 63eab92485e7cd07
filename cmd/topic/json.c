/* SPDX-License-Identifier: MIT */
/* Dossiers as JSON. */
#include "cmd/terminal/present.h"
#include "cmd/topic/dossier.h"
#include "core/base/date.h"

static struct json *kinds_json(unsigned traits)
{
	struct json *list = json_new_array();

	for (unsigned bit = 0; bit < TRAIT_COUNT; bit++)
		if (traits & 1u << bit)
			json_append_string(list, passage_trait_name(bit));
	return list;
}

static struct json *passage_json(const struct found *f)
{
	const struct index_passage *p = f->passage;
	struct json *v = json_new_object();

	json_set_string(v, "id", p->id);
	json_set_string(v, "path", p->path);
	json_set_int(v, "line", p->line);
	json_set_day(v, "date", p->day);
	json_set_string(v, "title", p->title);
	present_json_strings(v, "heading", p->headings, p->nheadings);
	present_json_section(v, "section", p->section);
	json_set_slice(v, "text", p->text);
	json_set_string(v, "topic", f->topic);
	json_set_bool(v, "named", p->named);
	json_set(v, "kinds", kinds_json(p->traits));
	return v;
}

static struct json *number_json(const struct dossier *d,
				const struct dossier_number *n)
{
	static const char *const kinds[] = {
		[QUANTITY_TIME] = "time",   [QUANTITY_SIZE] = "size",
		[QUANTITY_PERCENT] = "percent", [QUANTITY_MONEY] = "money",
		[QUANTITY_COUNT] = "count",
	};
	static const char *const bounds[] = {
		[QUANTITY_EXACT] = "exact", [QUANTITY_MOST] = "most",
		[QUANTITY_LEAST] = "least", [QUANTITY_DEFAULT] = "default",
	};
	const struct index_passage *p = d->items[n->passage].passage;
	struct json *v = json_new_object();

	json_set_slice(v, "quantity", n->quantity.text);
	json_set_string(v, "kind", kinds[n->quantity.kind]);
	json_set_string(v, "unit", n->quantity.unit);
	json_set_real(v, "value", n->quantity.value);
	if (n->quantity.least < n->quantity.value)
		json_set_real(v, "from", n->quantity.least);
	json_set_string(v, "bound", bounds[n->quantity.bound]);
	json_set_slice(v, "text", n->sentence);
	json_set_string(v, "path", p->path);
	json_set_int(v, "line", p->line);
	json_set_day(v, "date", p->day);
	return v;
}

static void set_numbers(struct json *v, const struct dossier *d)
{
	const struct dossier_disagreements *all = &d->disagreements;
	struct json *numbers = json_new_array(), *pairs = json_new_array();

	for (size_t i = 0; i < d->numbers.count; i++)
		json_append(numbers, number_json(d, &d->numbers.items[i]));
	for (size_t i = 0; i < all->count; i++) {
		const struct dossier_disagreement *pair = &all->items[i];
		struct json *two = json_new_array();

		json_append(two, number_json(d, &d->numbers.items[pair->a]));
		json_append(two, number_json(d, &d->numbers.items[pair->b]));
		json_append(pairs, two);
	}
	json_set(v, "numbers", numbers);
	json_set(v, "disagreements", pairs);
}

static void set_related(struct json *v, const struct dossier *d,
			const struct context *ctx)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < d->nrelated; i++) {
		const struct dossier_related *r = &d->related[i];
		const struct topic *t = topic_find(
			journal_topics(ctx->journal), str_of(r->id));
		struct json *one = json_new_object();

		json_set_string(one, "id", r->id);
		json_set_string(one, "name", t ? t->name : r->id);
		json_set_int(one, "passages", (int64_t)r->shared);
		json_set_real(one, "score", r->score);
		json_append(list, one);
	}
	json_set(v, "related", list);
}

static void set_facts(struct json *v, const struct dossier *d)
{
	struct json *kinds = json_new_object();

	for (unsigned bit = 0; bit < TRAIT_COUNT; bit++)
		json_set_int(kinds, passage_trait_name(bit),
			     (int64_t)d->facts.kinds[bit]);
	json_set_int(v, "documents", (int64_t)d->facts.documents);
	json_set_day(v, "first", d->facts.first_day);
	json_set_day(v, "last", d->facts.last_day);
	json_set(v, "kinds", kinds);
}

static void set_string_or_null(struct json *v, const char *key, const char *s)
{
	if (s)
		json_set_string(v, key, s);
	else
		json_set_null(v, key);
}

struct json *dossier_json(const struct dossier *d,
			  const struct dossier_filter *f,
			  const struct context *ctx)
{
	struct json *v = json_new_object(), *list = json_new_array();

	for (size_t i = 0; i < d->count; i++)
		if (dossier_shows(f, &d->items[i]))
			json_append(list, passage_json(&d->items[i]));
	json_set_string(v, "id", d->topic.id);
	json_set_string(v, "name", d->topic.name);
	set_string_or_null(v, "group", d->group);
	set_string_or_null(v, "parent", d->parent);
	present_json_strings(v, "family", d->family, d->nfamily);
	set_facts(v, d);
	set_related(v, d, ctx);
	json_set(v, "passages", list);
	set_numbers(v, d);
	return v;
}

struct json *compare_json(const struct dossier *a, const struct dossier *b,
			  const struct context *ctx)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct dossier_filter all = { .by_kind = false };
	struct json *v = json_new_object(), *topics = json_new_array();
	struct json *list = json_new_array();
	size_t count, *both = compare_both(a, b, &mem, &count);

	json_append(topics, dossier_json(a, &all, ctx));
	json_append(topics, dossier_json(b, &all, ctx));
	for (size_t i = 0; i < count; i++)
		json_append(list, passage_json(&a->items[both[i]]));
	json_set(v, "topics", topics);
	json_set(v, "both", list);
	return v;
}
