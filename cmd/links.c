/* SPDX-License-Identifier: MIT */
/* hecto links: where the journal leads to, and whether that is still there. */
#include "cmd/command.h"
#include "cmd/dates.h"
#include "cmd/links/links.h"
#include "cmd/report.h"
#include "cmd/terminal/pick.h"
#include "cmd/typed.h"
#include "core/base/date.h"

#include <string.h>

#define MAX_AGE 7	/* days */

struct links_args {
	struct option_list kinds;
	const char *topic, *since, *until;
	bool wanted, check, fresh, allow_private, json;
	unsigned max_age;
};

static const struct option links_options[] = {
	LIST('k', "kind", links_args, kinds, "KIND", COMPLETE_LINK_KINDS,
	     "only links of this kind: web, note, file, image, mail, other"),
	STRING('t', "topic", links_args, topic, "TOPIC", COMPLETE_TOPICS,
	       "only where TOPIC is spoken of"),
	STRING(0, "since", links_args, since, "DATE", COMPLETE_SPANS,
	       "only from DATE on"),
	STRING(0, "until", links_args, until, "DATE", COMPLETE_SPANS,
	       "only up to DATE"),
	FLAG(0, "wanted", links_args, wanted,
	     "notes that are linked to and are not there"),
	FLAG(0, "check", links_args, check,
	     "ask whether the addresses of the web are still there"),
	FLAG(0, "fresh", links_args, fresh,
	     "with --check: ask all, whatever was learned before"),
	NUMBER(0, "max-age", links_args, max_age, "DAYS",
	       "with --check: ask again what was fine DAYS ago (7)"),
	FLAG(0, "allow-private", links_args, allow_private,
	     "with --check: ask this machine and its network, too"),
	FLAG(0, "json", links_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* A filter from the command line, and what it points to. */
struct wish {
	struct index_link_filter filter;
	unsigned kinds;
	struct strset paths;
};

static void wish_release(struct wish *w)
{
	strset_release(&w->paths);
}

static int read_kinds(unsigned *kinds, const struct option_list *typed,
		      struct error *err)
{
	for (size_t i = 0; i < typed->count; i++) {
		enum link_kind kind;

		if (!link_kind_parse(&kind, typed->values[i]))
			return error_set(err, ERROR_USAGE, "there is no kind "
					 "of links '%s'; write web, note, "
					 "file, image, mail or other",
					 typed->values[i]);
		*kinds |= 1u << kind;
	}
	return 0;
}

static int read_paths(struct wish *w, const struct context *ctx, int count,
		      char **names, struct arena *mem, struct error *err)
{
	AUTO(picks) found = PICKS_INIT;

	for (int i = 0; i < count; i++)
		if (pick(&found, ctx->journal, names[i], mem, err))
			return -1;
	for (size_t i = 0; i < found.count; i++)
		strset_put(&w->paths, str_of(found.items[i].path), 0);
	if (count)
		w->filter.paths = &w->paths;
	return 0;
}

static int read_wish(struct wish *w, const struct links_args *args,
		     const struct context *ctx, int count, char **names,
		     struct arena *mem, struct error *err)
{
	struct typed_topic topic = { .id = NULL };
	struct day_span days;

	if (read_kinds(&w->kinds, &args->kinds, err) ||
	    dates_between(&days, args->since, args->until, ctx->journal,
			  err) ||
	    read_paths(w, ctx, count, names, mem, err))
		return -1;
	if (args->topic && typed_topic(&topic, args->topic, ctx, mem, err))
		return -1;
	w->filter.topic = topic.id;
	w->filter.since = days.first;
	w->filter.until = days.last;
	return 0;
}

static int args_check(const struct links_args *args, struct error *err)
{
	if (args->wanted && args->check)
		return error_set(err, ERROR_USAGE, "--wanted is about notes, "
				 "--check about the web; ask for one of them");
	if (args->wanted && args->kinds.count)
		return error_set(err, ERROR_USAGE,
				 "--wanted is about notes; leave out --kind");
	if (!args->check && (args->fresh || args->allow_private ||
			     args->max_age != MAX_AGE))
		return error_set(err, ERROR_USAGE, "--fresh, --max-age and "
				 "--allow-private go with --check");
	return 0;
}

static int list(struct links *l, const struct context *ctx, bool json,
		struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct json *v;
	int rc;

	if (json) {
		v = links_json(l);
		rc = report_json(v, err);
		json_free(v);
	} else {
		links_add_list(&out, ctx, l);
		rc = l->count ? links_print(ctx, &out, err) : 0;
	}
	if (rc)
		return -1;
	return l->count ? 0 : error_set(err, ERROR_NOTHING,
					"no entry or note has such a link");
}

static int links_do(const struct context *ctx, const struct links_args *args,
		    int count, char **names, struct error *err)
{
	AUTO(links) l = LINKS_INIT;
	AUTO(wish) w = { .paths = STRSET_INIT };
	const struct links_check how = {
		.allow_private = args->allow_private,
		.json = args->json,
		.max_age = args->fresh ? 0 : args->max_age,
	};

	if (args_check(args, err) ||
	    read_wish(&w, args, ctx, count, names, &l.mem, err) ||
	    links_load(&l, ctx->journal, &w.filter, w.kinds, err))
		return -1;
	if (args->check)
		return links_check(&l, ctx, &how, err);
	if (args->wanted)
		return links_wanted(&l, ctx, args->json, err);
	return list(&l, ctx, args->json, err);
}

static int links_run(const struct context *ctx, int argc, char **argv,
		     struct error *err)
{
	struct links_args args = { .max_age = MAX_AGE };
	int count = options_parse(links_options, &args, argc, argv, err);
	int rc = -1;

	if (count >= 0)
		rc = links_do(ctx, &args, count, argv, err);
	option_list_release(&args.kinds);
	return rc;
}

const struct command cmd_links = {
	.name = "links",
	.summary = "List the links of entries and notes, and check them",
	.usage = "[OPTION]... [ENTRY|NOTE]...\n--check [OPTION]... "
		 "[ENTRY|NOTE]...\n--wanted [OPTION]... [ENTRY|NOTE]...",
	.options = links_options,
	.operands = COMPLETE_ENTRIES,
	.needs = NEEDS_JOURNAL,
	.run = links_run,
};
