/* SPDX-License-Identifier: MIT */
/* hecto topic: every passage on a topic and its family, oldest first. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/outline.h"
#include "cmd/terminal/present.h"
#include "cmd/topic/own.h"
#include "cmd/typed.h"
#include "core/base/date.h"

#include <stdlib.h>
#include <string.h>

struct topic_args {
	struct own_topic own;
	bool json;
};

static void topic_args_release(struct topic_args *a)
{
	option_list_release(&a->own.aliases);
}

static const struct option topic_options[] = {
	LIST(0, "alias", topic_args, own.aliases, "NAME", COMPLETE_NOTHING,
	     "add: another name of it (repeatable)"),
	STRING(0, "parent", topic_args, own.parent, "TOPIC", COMPLETE_TOPICS,
	       "add: the topic whose family it is of"),
	STRING(0, "name", topic_args, own.name, "NAME", COMPLETE_NOTHING,
	       "add: its name in full"),
	FLAG(0, "json", topic_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* A passage, with the member of the family that it is on. */
struct found {
	const struct index_passage *passage;
	const char *topic;
	size_t order;		/* of the members; the one asked for is first */
};

struct family {
	struct found *items;
	size_t count, cap;	/* owned; family_release */
};

static void family_release(struct family *f)
{
	free(f->items);
	*f = (struct family){ NULL, 0, 0 };
}

static int add_member(struct family *f, struct index *ix, const char *topic,
		      struct arena *mem, struct error *err)
{
	struct index_passage *passages;
	size_t count;

	if (index_topic_passages(ix, topic, mem, &passages, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		XGROW(f->items, f->count, f->cap);
		f->items[f->count] = (struct found){ &passages[i], topic,
						     f->count };
		f->count++;
	}
	return 0;
}

/* Dated ones by day, then what has none; within that as the files stand. */
static int in_order(const void *a, const void *b)
{
	const struct found *f = a, *g = b;
	const struct index_passage *x = f->passage, *y = g->passage;
	bool x_dated = x->day != DAY_NONE, y_dated = y->day != DAY_NONE;
	int paths;

	if (x_dated != y_dated)
		return x_dated ? -1 : 1;
	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	paths = strcmp(x->path, y->path);
	if (paths)
		return paths;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return f->order < g->order ? -1 : 1;
}

static bool same_passage(const struct index_passage *a,
			 const struct index_passage *b)
{
	return a->line == b->line && a->kind == b->kind &&
	       !strcmp(a->path, b->path) && str_eq(a->text, b->text);
}

/* A passage that speaks of two of the family is shown once. */
static void drop_repeated(struct family *f)
{
	size_t kept = 0;

	for (size_t i = 0; i < f->count; i++)
		if (!kept || !same_passage(f->items[kept - 1].passage,
					   f->items[i].passage))
			f->items[kept++] = f->items[i];
	f->count = kept;
}

static int load_family(struct family *f, const char *topic,
		       const struct context *ctx, struct arena *mem,
		       struct error *err)
{
	struct topic_catalogue *c = journal_topics(ctx->journal);
	struct index *ix;

	if (journal_index(ctx->journal, &ix, err) ||
	    add_member(f, ix, topic, mem, err))
		return -1;
	for (size_t i = 0; i < topic_catalogue_count(c); i++) {
		const struct topic *t = topic_at(c, i);

		if (t->parent && !strcmp(t->parent, topic) &&
		    add_member(f, ix, t->id, mem, err))
			return -1;
	}
	if (f->count)
		qsort(f->items, f->count, sizeof(*f->items), in_order);
	drop_repeated(f);
	return 0;
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
	return v;
}

static int print_json(const struct typed_topic *topic,
		      const struct family *f, struct error *err)
{
	struct json *v = json_new_object(), *list = json_new_array();
	int rc;

	for (size_t i = 0; i < f->count; i++)
		json_append(list, passage_json(&f->items[i]));
	json_set_string(v, "id", topic->id);
	json_set_string(v, "name", topic->name);
	json_set(v, "passages", list);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

/* "Amazon Kinesis: 30 passages in 6 documents" */
static void add_title(struct strbuf *out, const struct context *ctx,
		      const struct typed_topic *topic, const struct family *f)
{
	size_t documents = 0;

	for (size_t i = 0; i < f->count; i++)
		documents += !i || strcmp(f->items[i].passage->path,
					  f->items[i - 1].passage->path);
	style_add(out, ctx, STYLE_BOLD, str_of(topic->name));
	strbuf_addstr(out, ": ");
	present_count(out, f->count, "passage", "passages");
	strbuf_addstr(out, " in ");
	present_count(out, documents, "document", "documents");
	strbuf_addstr(out, "\n\n");
}

static int print_passages(const struct typed_topic *topic,
			  const struct family *f, const struct context *ctx,
			  struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct outline outline = OUTLINE_INIT(&out, ctx);

	add_title(&out, ctx, topic, f);
	for (size_t i = 0; i < f->count; i++) {
		const struct found *found = &f->items[i];

		outline_add(&outline, found->passage,
			    strcmp(found->topic, topic->id) ? found->topic :
							      NULL);
	}
	return report_output(&out, err);
}

static int show_topic(const char *typed, bool json, const struct context *ctx,
		      struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(family) found = { NULL, 0, 0 };
	struct typed_topic topic;

	if (typed_topic(&topic, typed, ctx, &mem, err) ||
	    load_family(&found, topic.id, ctx, &mem, err))
		return -1;
	if (json && print_json(&topic, &found, err))
		return -1;
	if (!found.count)
		return error_set(err, ERROR_NOTHING, "nothing is noted on %s "
				 "yet; 'hecto search' may find other words "
				 "for it", topic.name);
	return json ? 0 : print_passages(&topic, &found, ctx, err);
}

static int topic_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	AUTO(topic_args) args = { .json = false };
	AUTO(strbuf) name = STRBUF_INIT;
	int count = options_parse(topic_options, &args, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 1, 8, err))
		return -1;
	if (own_topic_is_change(count, argv))
		return own_topic_change(ctx, &args.own, count, argv, err);
	if (own_topic_only_for_add(&args.own, err))
		return -1;
	/* "topic step functions" needs no quotes. */
	for (int i = 0; i < count; i++)
		strbuf_addf(&name, "%s%s", i ? " " : "", argv[i]);
	return show_topic(name.buf, args.json, ctx, err);
}

const struct command cmd_topic = {
	.name = "topic",
	.summary = "Show all that was noted on a topic",
	.usage = "[--json] TOPIC\n"
		 "add NAME [--alias NAME]... [--parent TOPIC] [--name NAME]\n"
		 "merge FROM INTO\n"
		 "unmerge|hide|unhide NAME",
	.options = topic_options,
	.operands = COMPLETE_TOPICS,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = topic_run,
};
