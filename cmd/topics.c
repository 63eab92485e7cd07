/* SPDX-License-Identifier: MIT */
/* hecto topics: what the journal speaks of, or what any text does. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/base/limits.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct topics_args {
	const char *scan, *sort, *group;
	unsigned stale;
	bool json;
};
#define STALE_NONE ((unsigned)-1)

static const struct option topics_options[] = {
	STRING(0, "sort", topics_args, sort, "ORDER", COMPLETE_NOTHING,
	       "by count (as without), name, or last: the newest first"),
	NUMBER(0, "stale", topics_args, stale, "DAYS",
	       "only those not studied for so many days, stalest first"),
	STRING(0, "group", topics_args, group, "GROUP", COMPLETE_GROUPS,
	       "only those of a group: aws, azure, language ..."),
	STRING(0, "scan", topics_args, scan, "FILE", COMPLETE_FILES,
	       "print the topics that FILE names, line by line"),
	FLAG(0, "json", topics_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static int by_name(const void *a, const void *b)
{
	const struct index_topic *x = a, *y = b;

	return strcmp(x->id, y->id);
}

/* What is spoken of most comes first; then by name. */
static int by_passages(const void *a, const void *b)
{
	const struct index_topic *x = a, *y = b;

	if (x->passages != y->passages)
		return x->passages > y->passages ? -1 : 1;
	return by_name(a, b);
}

/* The newest first; DAY_NONE is less than any day. */
static int by_last(const void *a, const void *b)
{
	const struct index_topic *x = a, *y = b;

	if (x->last_day != y->last_day)
		return x->last_day > y->last_day ? -1 : 1;
	return by_name(a, b);
}

static int by_stale(const void *a, const void *b)
{
	const struct index_topic *x = a, *y = b;

	if (x->last_day != y->last_day)
		return x->last_day < y->last_day ? -1 : 1;
	return by_name(a, b);
}

static int typed_order(int (**out)(const void *, const void *),
		       const struct topics_args *args, struct error *err)
{
	static const struct {
		const char *name;
		int (*order)(const void *a, const void *b);
	} orders[] = {
		{ "count", by_passages }, { "name", by_name },
		{ "last", by_last },
	};

	*out = args->stale != STALE_NONE ? by_stale : by_passages;
	if (!args->sort)
		return 0;
	for (size_t i = 0; i < ARRAY_SIZE(orders); i++)
		if (str_is(str_of(args->sort), orders[i].name)) {
			*out = orders[i].order;
			return 0;
		}
	return error_set(err, ERROR_USAGE,
			 "option '--sort' takes count, name or last, not '%s'",
			 args->sort);
}

static const struct topic *catalogue_topic(const struct context *ctx,
					   const char *id)
{
	return topic_find(journal_topics(ctx->journal), str_of(id));
}

/* What is in notes alone has no day that could be long ago. */
static bool is_wanted(const struct index_topic *t,
		      const struct topics_args *args,
		      const struct context *ctx)
{
	const struct topic *known;

	if (args->stale != STALE_NONE &&
	    (t->last_day == DAY_NONE ||
	     journal_today(ctx->journal) - (int64_t)t->last_day < args->stale))
		return false;
	if (!args->group)
		return true;
	known = catalogue_topic(ctx, t->id);
	return known && known->group &&
	       str_eq_nocase(str_of(known->group), str_of(args->group));
}

static int load_topics(struct index_topic **topics, size_t *count,
		       const struct topics_args *args,
		       const struct context *ctx, struct arena *mem,
		       struct error *err)
{
	int (*order)(const void *a, const void *b);
	struct index *ix;
	size_t all;

	if (typed_order(&order, args, err) ||
	    journal_index(ctx->journal, &ix, err) ||
	    index_topics(ix, mem, topics, &all, err))
		return -1;
	*count = 0;
	for (size_t i = 0; i < all; i++)
		if (is_wanted(&(*topics)[i], args, ctx))
			(*topics)[(*count)++] = (*topics)[i];
	if (*count)
		qsort(*topics, *count, sizeof(**topics), order);
	return 0;
}

static struct json *topic_json(const struct index_topic *t,
			       const struct context *ctx)
{
	const struct topic *known = catalogue_topic(ctx, t->id);
	struct json *v = json_new_object(), *kinds = json_new_object();

	for (unsigned bit = 0; bit < TRAIT_COUNT; bit++)
		json_set_int(kinds, passage_trait_name(bit),
			     (int64_t)t->kinds[bit]);
	json_set_string(v, "id", t->id);
	json_set_string(v, "name", known ? known->name : t->id);
	if (known && known->group)
		json_set_string(v, "group", known->group);
	else
		json_set_null(v, "group");
	json_set_int(v, "passages", (int64_t)t->passages);
	json_set_int(v, "documents", (int64_t)t->documents);
	json_set_day(v, "first", t->first_day);
	json_set_day(v, "last", t->last_day);
	json_set(v, "kinds", kinds);
	return v;
}

static int print_topics_json(const struct index_topic *topics, size_t count,
			     const struct context *ctx, struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (size_t i = 0; i < count; i++)
		json_append(list, topic_json(&topics[i], ctx));
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

enum { TOPIC, NAMED, DOCS, OPEN, HOLES, LABS, FIRST, LAST, NAME, COLUMNS };

static void add_header(struct table *t)
{
	static const char *const heads[COLUMNS] = {
		[TOPIC] = "TOPIC", [NAMED] = "NAMED", [DOCS] = "DOCS",
		[OPEN] = "OPEN",   [HOLES] = "HOLES", [LABS] = "LABS",
		[FIRST] = "FIRST", [LAST] = "LAST",   [NAME] = "NAME",
	};
	static const int spare[] = { FIRST, NAME, LABS, DOCS, HOLES, OPEN };

	for (size_t i = 0; i < COLUMNS; i++)
		table_cell(t, STYLE_DIM, str_of(heads[i]));
	for (size_t i = NAMED; i <= LABS; i++)
		table_right(t, i);
	for (size_t i = 0; i < ARRAY_SIZE(spare); i++)
		table_spare(t, (size_t)spare[i]);
}

static size_t count_of(const struct index_topic *t, enum passage_trait trait)
{
	unsigned bit = 0;

	while (bit + 1 < TRAIT_COUNT && 1u << bit != (unsigned)trait)
		bit++;
	return t->kinds[bit];
}

static void add_count(struct table *t, size_t count, enum style style)
{
	if (count)
		table_cellf(t, style, "%zu", count);
	else
		table_cell(t, STYLE_DIM, STR("-"));
}

static void add_row(struct table *t, const struct index_topic *topic,
		    const struct context *ctx)
{
	const struct topic *known = catalogue_topic(ctx, topic->id);

	table_cell(t, STYLE_BOLD, str_of(topic->id));
	table_cellf(t, STYLE_NONE, "%zu", topic->passages);
	table_cellf(t, STYLE_NONE, "%zu", topic->documents);
	add_count(t, count_of(topic, TRAIT_QUESTION), STYLE_WARN);
	add_count(t, count_of(topic, TRAIT_HOLE), STYLE_BAD);
	add_count(t, count_of(topic, TRAIT_LAB), STYLE_NONE);
	table_cell(t, STYLE_NONE, str_of(day_format(topic->first_day).s));
	table_cell(t, STYLE_NONE, str_of(day_format(topic->last_day).s));
	table_cell(t, STYLE_NONE, str_of(known ? known->name : topic->id));
}

static int print_topics(const struct index_topic *topics, size_t count,
			const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct table *t = table_new(COLUMNS);

	add_header(t);
	for (size_t i = 0; i < count; i++)
		add_row(t, &topics[i], ctx);
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

/* Those of what users add and what texts name are there with the first. */
static int check_group(const char *typed, const struct topic_catalogue *c,
		       struct error *err)
{
	static const char *const own[] = { "user", "journal" };
	AUTO(strbuf) names = STRBUF_INIT;
	const char *name;

	for (size_t i = 0; i < ARRAY_SIZE(own); i++)
		if (str_eq_nocase(str_of(typed), str_of(own[i])))
			return 0;
	for (size_t i = 0; (name = topic_group_at(c, i)); i++) {
		if (str_eq_nocase(str_of(typed), str_of(name)))
			return 0;
		strbuf_addf(&names, "%s%s",
			    !i ? "" : topic_group_at(c, i + 1) ? ", " : " or ",
			    name);
	}
	return error_set(err, ERROR_NOTHING, "there is no group of topics "
			 "'%s'; write %s", typed, names.buf);
}

static int nothing_listed(const struct topics_args *args,
			  const struct context *ctx, struct error *err)
{
	if (args->group &&
	    check_group(args->group, journal_topics(ctx->journal), err))
		return -1;
	if (args->group || args->stale != STALE_NONE)
		return error_set(err, ERROR_NOTHING, "no topic is like that; "
				 "'hecto topics' lists them all");
	return error_set(err, ERROR_NOTHING, "no topic is named in this "
			 "journal yet; log a day with 'hecto log', or "
			 "'hecto import' a log");
}

static int list_topics(const struct topics_args *args,
		       const struct context *ctx, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct index_topic *topics;
	size_t count;

	if (!ctx->journal)
		return journal_missing(err);
	if (load_topics(&topics, &count, args, ctx, &mem, err))
		return -1;
	if (args->json && print_topics_json(topics, count, ctx, err))
		return -1;
	if (!count)
		return nothing_listed(args, ctx, err);
	return args->json ? 0 : print_topics(topics, count, ctx, err);
}

static int print_mentions_json(const struct mentions *found,
			       struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (size_t i = 0; i < found->count; i++) {
		struct json *v = json_new_object();

		json_set_int(v, "line", found->items[i].line);
		json_set_string(v, "topic", found->items[i].topic->id);
		json_set_slice(v, "text", found->items[i].text);
		json_append(list, v);
	}
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

static int print_mentions(const struct mentions *found,
			  const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < found->count; i++) {
		const struct mention *m = &found->items[i];

		strbuf_addf(&out, "%u\t%s\t", m->line, m->topic->id);
		style_add(&out, ctx, STYLE_NONE, m->text);
		strbuf_addch(&out, '\n');
	}
	return report_output(&out, err);
}

static int read_text(struct strbuf *text, const char *path,
		     struct error *err)
{
	if (str_is(str_of(path), "-"))
		return file_read_fd(text, STDIN_FILENO, LIMIT_FILE, err);
	return file_read(text, path, LIMIT_FILE, err);
}

/* Any text has topics, also where there is no journal to add its own. */
static int scan(const struct topics_args *args, const struct context *ctx,
		struct error *err)
{
	struct topic_catalogue *own = ctx->journal ? NULL :
						     topic_catalogue_new();
	struct mentions found = MENTIONS_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	int rc = read_text(&text, args->scan, err);

	if (!rc) {
		topic_scan(own ? own : journal_topics(ctx->journal),
			   strbuf_slice(&text), &found);
		rc = args->json ? print_mentions_json(&found, err) :
				  print_mentions(&found, ctx, err);
	}
	if (!rc && !found.count)
		rc = error_set(err, ERROR_NOTHING, "no topic is named in '%s'",
			       args->scan);
	mentions_release(&found);
	if (own)
		topic_catalogue_free(own);
	return rc;
}

static int topics_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct topics_args args = { .stale = STALE_NONE };
	int count = options_parse(topics_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	if (args.scan && (args.sort || args.group || args.stale != STALE_NONE))
		return error_set(err, ERROR_USAGE,
				 "option '--scan' takes no '--sort', "
				 "'--stale' or '--group'");
	return args.scan ? scan(&args, ctx, err) :
			   list_topics(&args, ctx, err);
}

const struct command cmd_topics = {
	.name = "topics",
	.summary = "List the topics that the journal names",
	.usage = "[--sort ORDER] [--stale DAYS] [--group GROUP] [--json]\n--scan FILE [--json]",
	.options = topics_options,
	.needs = WANTS_JOURNAL | NEEDS_PAGER | ASKS_INDEX,
	.run = topics_run,
};
