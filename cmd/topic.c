/* SPDX-License-Identifier: MIT */
/* hecto topic: all that was noted on a topic, or on two side by side. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/topic/dossier.h"
#include "cmd/topic/own.h"

#define WORDS_MOST 8

struct topic_args {
	struct own_topic own;
	const char *kind;
	bool numbers, no_family, json;
};

static void topic_args_release(struct topic_args *a)
{
	option_list_release(&a->own.aliases);
}

static const struct option topic_options[] = {
	STRING(0, "kind", topic_args, kind, "KIND", COMPLETE_KINDS,
	       "show only passages of this kind: definition, question ..."),
	FLAG(0, "numbers", topic_args, numbers,
	     "show the numbers noted, and which notes disagree"),
	FLAG(0, "no-family", topic_args, no_family,
	     "leave out the topics that belong to it"),
	LIST(0, "alias", topic_args, own.aliases, "NAME", COMPLETE_NOTHING,
	     "add: another name of it (repeatable)"),
	STRING(0, "parent", topic_args, own.parent, "TOPIC", COMPLETE_TOPICS,
	       "add: the topic whose family it is of"),
	STRING(0, "name", topic_args, own.name, "NAME", COMPLETE_NOTHING,
	       "add: its name in full"),
	FLAG(0, "json", topic_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

static int nothing_noted(const struct dossier *d, struct error *err)
{
	return error_set(err, ERROR_NOTHING, "nothing is noted on %s yet; "
			 "'hecto search' may find other words for it",
			 d->topic.name);
}

static int print_json(struct json *v, struct error *err)
{
	int rc = report_json(v, err);

	json_free(v);
	return rc;
}

/* Whether there is anything of what was asked for. */
static int check_shown(const struct dossier *d, const struct topic_args *args,
		       const struct dossier_filter *f, struct error *err)
{
	size_t shown = 0;

	if (!d->count)
		return nothing_noted(d, err);
	if (args->numbers && !d->numbers.count)
		return error_set(err, ERROR_NOTHING,
				 "no number is noted on %s", d->topic.name);
	for (size_t i = 0; i < d->count; i++)
		shown += dossier_shows(f, &d->items[i]);
	if (!shown)
		return error_set(err, ERROR_NOTHING, "no %s is noted on %s",
				 args->kind, d->topic.name);
	return 0;
}

static int show_topic(const struct typed_topic *topic,
		      const struct topic_args *args,
		      const struct dossier_filter *f,
		      const struct context *ctx, struct arena *mem,
		      struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(dossier) d = DOSSIER_INIT;

	d.topic = *topic;
	if (dossier_load(&d, !args->no_family, ctx, mem, err))
		return -1;
	if (args->json && print_json(dossier_json(&d, f, ctx), err))
		return -1;
	if (check_shown(&d, args, f, err))
		return -1;
	if (args->json)
		return 0;
	if (args->numbers)
		numbers_view(&out, &d, ctx);
	else if (dossier_view(&out, &d, f, ctx, err))
		return -1;
	return report_output(&out, err);
}

static int show_two(const struct typed_topic topics[2],
		    const struct topic_args *args, const struct context *ctx,
		    struct arena *mem, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(dossier) a = DOSSIER_INIT;
	AUTO(dossier) b = DOSSIER_INIT;

	if (args->kind || args->numbers)
		return error_set(err, ERROR_USAGE,
				 "options '--kind' and '--numbers' are for "
				 "one topic");
	a.topic = topics[0];
	b.topic = topics[1];
	if (dossier_load(&a, !args->no_family, ctx, mem, err) ||
	    dossier_load(&b, !args->no_family, ctx, mem, err))
		return -1;
	if (args->json && print_json(compare_json(&a, &b, ctx), err))
		return -1;
	if (!a.count || !b.count)
		return nothing_noted(a.count ? &b : &a, err);
	if (args->json)
		return 0;
	compare_view(&out, &a, &b, ctx);
	return report_output(&out, err);
}

static const char *join_words(char **words, int count, struct arena *mem)
{
	AUTO(strbuf) name = STRBUF_INIT;

	operands_join(&name, count, words);
	return arena_strndup(mem, name.buf, name.len);
}

static bool name_topic(struct typed_topic *out, char **words, int count,
		       const struct context *ctx, struct arena *mem)
{
	struct error ignored;

	return !typed_topic_find(out, join_words(words, count, mem), ctx, mem,
			    &ignored);
}

/* How many topics the words name one after the other; 0: some name none. */
static size_t count_topics(char **words, int count, const struct context *ctx,
			   struct arena *mem)
{
	struct typed_topic topic;
	size_t topics = 0;
	int at = 0;

	while (at < count) {
		int n = count - at;

		while (n && !name_topic(&topic, words + at, n, ctx, mem))
			n--;
		if (!n)
			return 0;
		at += n;
		topics++;
	}
	return topics;
}

static bool is_near_one(char **words, int count, const struct context *ctx,
			struct arena *mem)
{
	const struct topic *near;

	return topic_nearest(journal_topics(ctx->journal),
			     str_of(join_words(words, count, mem)), &near, 1);
}

/* "sqs foo" is nearly "sqs"; of the two words, it is the other that is none. */
static int refuse_nearly_one(char **words, int count,
			     const struct context *ctx, struct arena *mem,
			     struct error *err)
{
	struct typed_topic topic;
	const struct topic *near;

	for (int i = 1; i < count; i++) {
		bool first = name_topic(&topic, words, i, ctx, mem);
		bool second = name_topic(&topic, words + i, count - i, ctx,
					 mem);
		const char *all = join_words(words, count, mem);

		if (first == second ||
		    !topic_nearest(journal_topics(ctx->journal), str_of(all),
				   &near, 1))
			continue;
		return error_set(err, ERROR_NOTHING,
				 "there is no topic '%s', nor '%s'; did you "
				 "mean '%s'?", all,
				 first ? join_words(words + i, count - i, mem) :
					 join_words(words, i, mem), near->id);
	}
	return -1;
}

/* Of two topics one is misspelt: it is that which is not there.  More words
 * than two can be parted in several ways, so it has to be nearly one. */
static int refuse_one_of_two(char **words, int count,
			     const struct context *ctx, struct arena *mem,
			     struct error *err)
{
	struct typed_topic topic;

	if (is_near_one(words, count, ctx, mem))
		return refuse_nearly_one(words, count, ctx, mem, err);
	for (int i = 1; i < count; i++) {
		char **second = words + i;
		int left = count - i;
		bool first = name_topic(&topic, words, i, ctx, mem);
		char **wrong = first ? second : words;
		int nwrong = first ? left : i;

		if (first == name_topic(&topic, second, left, ctx, mem) ||
		    (count > 2 && !is_near_one(wrong, nwrong, ctx, mem)))
			continue;
		*err = (struct error)ERROR_INIT;
		return typed_topic_find(&topic, join_words(wrong, nwrong, mem),
					ctx, mem, err);
	}
	return -1;
}

static int refuse_topics(char **words, int count, const struct context *ctx,
			 struct arena *mem, struct error *err)
{
	size_t topics = count_topics(words, count, ctx, mem);

	if (topics < 3)
		return refuse_one_of_two(words, count, ctx, mem, err);
	return error_set(err, ERROR_USAGE, "these are %zu topics; two can be "
			 "compared, or one shown", topics);
}

/*
 * "topic step functions" needs no quotes: words that name a topic together are
 * one.  Else they are two, parted where both sides name one.  Returns how many
 * there are, or -1.
 */
static int find_topics(struct typed_topic out[2], char **words, int count,
		       const struct context *ctx, struct arena *mem,
		       struct error *err)
{
	if (!typed_topic_find(out, join_words(words, count, mem), ctx, mem,
			      err))
		return 1;
	if (err->kind != ERROR_NOTHING)
		return -1;
	for (int i = 1; i < count; i++)
		if (name_topic(&out[0], words, i, ctx, mem) &&
		    name_topic(&out[1], words + i, count - i, ctx, mem)) {
			*err = (struct error)ERROR_INIT;
			return 2;
		}
	return refuse_topics(words, count, ctx, mem, err);
}

/* What shows a topic says nothing of how one is changed. */
static int change_topic(const struct topic_args *args,
			const struct context *ctx, int count, char **argv,
			struct error *err)
{
	if (args->kind || args->numbers || args->no_family)
		return error_set(err, ERROR_USAGE,
				 "options '--kind', '--numbers' and "
				 "'--no-family' do not go with '%s'", argv[0]);
	return own_topic_change(ctx, &args->own, count, argv, err);
}

static int topic_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	AUTO(topic_args) args = { .json = false };
	AUTO(arena) mem = ARENA_INIT;
	struct dossier_filter filter;
	struct typed_topic topics[2];
	int count = options_parse(topic_options, &args, argc, argv, err);

	if (count < 0 ||
	    operand_wanted(count,
			   "which topic?  'hecto topics' lists them", err) ||
	    operands_check(count, argv, 1, WORDS_MOST, err) ||
	    dossier_filter_typed(&filter, args.kind, err))
		return -1;
	if (own_topic_is_change(count, argv))
		return change_topic(&args, ctx, count, argv, err);
	if (own_topic_only_for_add(&args.own, err))
		return -1;
	if (own_topic_lacks_name(count, argv) &&
	    !name_topic(&topics[0], argv, 1, ctx, &mem))
		return own_topic_change(ctx, &args.own, count, argv, err);
	count = find_topics(topics, argv, count, ctx, &mem, err);
	if (count < 0)
		return args.json && err->kind == ERROR_NOTHING
			       ? report_json_nothing(json_new_null(), err)
			       : -1;
	for (int i = 0; i < count; i++)
		typed_topic_tell(&topics[i]);
	return count == 2 ? show_two(topics, &args, ctx, &mem, err)
			  : show_topic(topics, &args, &filter, ctx, &mem, err);
}

const struct command cmd_topic = {
	.name = "topic",
	.summary = "Show all that was noted on a topic",
	.usage = "[--kind KIND | --numbers] [--no-family] [--json] TOPIC\n"
		 "[--no-family] [--json] TOPIC TOPIC\n"
		 "add NAME [--alias NAME]... [--parent TOPIC] [--name NAME]\n"
		 "merge FROM INTO\n"
		 "unmerge|hide|unhide NAME",
	.options = topic_options,
	.operands = COMPLETE_DOSSIERS,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER | ASKS_INDEX,
	.run = topic_run,
};
