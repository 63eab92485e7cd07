/* SPDX-License-Identifier: MIT */
/* hecto topics: what the journal speaks of, or what any text does. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "core/base/date.h"
#include "core/base/limits.h"

#include <stdlib.h>
#include <unistd.h>

struct topics_args {
	const char *scan;
	bool json;
};

static const struct option topics_options[] = {
	STRING(0, "scan", topics_args, scan, "FILE", COMPLETE_FILES,
	       "print the topics that FILE names, line by line"),
	FLAG(0, "json", topics_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* What is spoken of most comes first; then by name. */
static int by_passages(const void *a, const void *b)
{
	const struct index_topic *x = a, *y = b;

	if (x->passages != y->passages)
		return x->passages > y->passages ? -1 : 1;
	return str_cmp(str_of(x->id), str_of(y->id));
}

static int load_topics(struct index_topic **topics, size_t *count,
		       const struct context *ctx, struct arena *mem,
		       struct error *err)
{
	struct index *ix;

	if (journal_index(ctx->journal, &ix, err) ||
	    index_topics(ix, mem, topics, count, err))
		return -1;
	if (*count)
		qsort(*topics, *count, sizeof(**topics), by_passages);
	return 0;
}

static const char *topic_name(const struct context *ctx, const char *id)
{
	const struct topic *t = topic_find(journal_topics(ctx->journal),
					   str_of(id));

	return t ? t->name : id;
}

static int print_topics_json(const struct index_topic *topics, size_t count,
			     const struct context *ctx, struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (size_t i = 0; i < count; i++) {
		struct json *v = json_new_object();

		json_set_string(v, "id", topics[i].id);
		json_set_string(v, "name", topic_name(ctx, topics[i].id));
		json_set_int(v, "passages", (int64_t)topics[i].passages);
		json_set_int(v, "documents", (int64_t)topics[i].documents);
		json_set_day(v, "first", topics[i].first_day);
		json_set_day(v, "last", topics[i].last_day);
		json_append(list, v);
	}
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

static void add_header(struct table *t)
{
	static const char *const names[] = { "TOPIC", "PASSAGES", "DOCUMENTS",
					     "LAST", "NAME" };

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		table_cell(t, STYLE_DIM, str_of(names[i]));
	table_right(t, 1);
	table_right(t, 2);
}

static int print_topics(const struct index_topic *topics, size_t count,
			const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct table *t = table_new(5);

	add_header(t);
	for (size_t i = 0; i < count; i++) {
		table_cell(t, STYLE_BOLD, str_of(topics[i].id));
		table_cellf(t, STYLE_NONE, "%zu", topics[i].passages);
		table_cellf(t, STYLE_NONE, "%zu", topics[i].documents);
		table_cell(t, STYLE_NONE,
			   str_of(day_format(topics[i].last_day).s));
		table_cell(t, STYLE_NONE,
			   str_of(topic_name(ctx, topics[i].id)));
	}
	table_write(&out, t, ctx);
	table_free(t);
	return report_output(&out, err);
}

static int list_topics(const struct topics_args *args,
		       const struct context *ctx, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct index_topic *topics;
	size_t count;

	if (!ctx->journal)
		return journal_missing(err);
	if (load_topics(&topics, &count, ctx, &mem, err))
		return -1;
	if (args->json)
		return print_topics_json(topics, count, ctx, err);
	if (!count)
		return error_set(err, ERROR_NOTHING, "no topic is named in "
				 "this journal yet; log a day with "
				 "'hecto log', or 'hecto import' a log");
	return print_topics(topics, count, ctx, err);
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
	if (!rc && !found.count && !args->json)
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
	struct topics_args args = { NULL, false };
	int count = options_parse(topics_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	return args.scan ? scan(&args, ctx, err) :
			   list_topics(&args, ctx, err);
}

const struct command cmd_topics = {
	.name = "topics",
	.summary = "List the topics that the journal names",
	.usage = "[--json]\n--scan FILE [--json]",
	.options = topics_options,
	.needs = WANTS_JOURNAL | NEEDS_PAGER,
	.run = topics_run,
};
