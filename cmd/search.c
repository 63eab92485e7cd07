/* SPDX-License-Identifier: MIT */
/* hecto search: find words in everything the journal holds. */
#include "cmd/command.h"
#include "cmd/dates.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/typed.h"
#include "core/base/date.h"
#include "core/base/limits.h"

#include <string.h>

#define HITS_SHOWN 20

struct search_args {
	const char *topic, *section, *since, *until, *tag;
	unsigned limit;
	bool json;
};

static const struct option search_options[] = {
	STRING('t', "topic", search_args, topic, "TOPIC", COMPLETE_TOPICS,
	       "only where TOPIC is spoken of"),
	STRING('i', "in", search_args, section, "SECTION", COMPLETE_SECTIONS,
	       "only in this section of the entries: progress, learned ..."),
	STRING(0, "since", search_args, since, "DATE", COMPLETE_DATES,
	       "only from DATE on"),
	STRING(0, "until", search_args, until, "DATE", COMPLETE_DATES,
	       "only up to DATE"),
	STRING(0, "tag", search_args, tag, "TAG", COMPLETE_TAGS,
	       "only what has TAG"),
	NUMBER('n', "limit", search_args, limit, "N",
	       "show at most N, best first; 0 for all (20)"),
	FLAG(0, "json", search_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* What was found for a query, all in one arena. */
struct results {
	struct hit *hits;
	size_t count, total;
};

static int make_query(struct query *q, const struct search_args *args,
		      char **words, int nwords, const struct context *ctx,
		      struct arena *mem, struct error *err)
{
	const char **copy = arena_alloc(mem, ((size_t)nwords + 1) *
						     sizeof(*copy));
	struct typed_topic topic = { NULL, NULL };
	size_t length = 0;

	*q = (struct query){
		.words = copy,
		.tag = args->tag,
		.since = DAY_NONE,
		.until = DAY_NONE,
		.limit = args->limit,
	};
	for (int i = 0; i < nwords; i++) {
		length += strlen(words[i]);
		if (str_trim(str_of(words[i])).len)
			copy[q->nwords++] = words[i];
	}
	if (length > LIMIT_QUERY)
		return error_set(err, ERROR_USAGE, "the words to search for "
				 "are longer than %zu bytes", LIMIT_QUERY);
	if (date_option(&q->since, "since", args->since, ctx->journal, err) ||
	    date_option(&q->until, "until", args->until, ctx->journal, err) ||
	    typed_section(&q->section, args->section, err))
		return -1;
	if (args->topic && typed_topic(&topic, args->topic, ctx, mem, err))
		return -1;
	q->topic = topic.id;
	if (!q->nwords && !q->topic && !q->tag && q->section == SECTION_NONE &&
	    q->since == DAY_NONE && q->until == DAY_NONE)
		return error_set(err, ERROR_USAGE,
				 "nothing to search for; name a word");
	return 0;
}

static void add_title(struct strbuf *out, const struct context *ctx,
		      const struct hit *h)
{
	if (h->day != DAY_NONE) {
		style_add(out, ctx, STYLE_BOLD, str_of(day_format(h->day).s));
		strbuf_addstr(out, "  ");
	}
	style_add(out, ctx, STYLE_BOLD, str_of(h->title));
	present_headings(out, ctx, h->title, h->headings, h->nheadings);
	if (!h->nheadings && h->section != SECTION_NONE)
		strbuf_addf(out, "  %s", section_title(h->section));
	strbuf_addch(out, '\n');
}

static void add_hit(struct strbuf *out, const struct context *ctx,
		    const struct hit *h)
{
	add_title(out, ctx, h);
	strbuf_addstr(out, "  ");
	present_place(out, ctx, h->path, h->line);
	strbuf_addch(out, '\n');
	present_text(out, ctx, str_of(h->snippet));
}

static void add_hits(struct strbuf *out, const struct context *ctx,
		     const struct results *r)
{
	for (size_t i = 0; i < r->count; i++) {
		if (i)
			strbuf_addch(out, '\n');
		add_hit(out, ctx, &r->hits[i]);
	}
}

static struct json *hit_json(const struct hit *h)
{
	AUTO(strbuf) snippet = STRBUF_INIT;
	struct json *v = json_new_object();

	hit_add_plain(&snippet, h->snippet);
	json_set_string(v, "id", h->id);
	json_set_string(v, "path", h->path);
	json_set_int(v, "line", h->line);
	json_set_day(v, "date", h->day);
	present_json_strings(v, "heading", h->headings, h->nheadings);
	present_json_section(v, "section", h->section);
	json_set_slice(v, "snippet", strbuf_slice(&snippet));
	present_json_strings(v, "topics", h->topics, h->ntopics);
	return v;
}

static int print_json(const struct results *r, struct error *err)
{
	struct json *v = json_new_object(), *hits = json_new_array();
	int rc;

	for (size_t i = 0; i < r->count; i++)
		json_append(hits, hit_json(&r->hits[i]));
	json_set_int(v, "total", (int64_t)r->total);
	json_set(v, "hits", hits);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

/* That there is nothing, and which topics are called nearly so. */
static int nothing_found(const struct query *q, const struct context *ctx,
			 struct error *err)
{
	AUTO(strbuf) words = STRBUF_INIT;
	AUTO(strbuf) nearest = STRBUF_INIT;

	for (size_t i = 0; i < q->nwords; i++)
		strbuf_addf(&words, "%s%s", i ? " " : "", q->words[i]);
	if (!q->nwords)
		return error_set(err, ERROR_NOTHING, "nothing found; loosen "
				 "the filters");
	if (typed_add_nearest_topics(&nearest, words.buf, ctx))
		return error_set(err, ERROR_NOTHING, "nothing found for '%s'; "
				 "topics called nearly so: %s", words.buf,
				 nearest.buf);
	return error_set(err, ERROR_NOTHING, "nothing found for '%s'; "
			 "'hecto topics' lists what there is", words.buf);
}

static int print_results(const struct results *r,
			 const struct search_args *args,
			 const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	if (args->json)
		return print_json(r, err);
	add_hits(&out, ctx, r);
	if (report_output(&out, err))
		return -1;
	if (r->total > r->count)
		report_note("%zu of %zu found; -n 0 shows all", r->count,
			    r->total);
	return 0;
}

static int search(const struct search_args *args, char **words, int nwords,
		  const struct context *ctx, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct results r;
	struct query q;
	struct index *ix;

	if (make_query(&q, args, words, nwords, ctx, &mem, err) ||
	    journal_index(ctx->journal, &ix, err) ||
	    index_search(ix, &q, &mem, &r.hits, &r.count, &r.total, err))
		return -1;
	if ((r.count || args->json) && print_results(&r, args, ctx, err))
		return -1;
	return r.count ? 0 : nothing_found(&q, ctx, err);
}

static int search_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct search_args args = { .limit = HITS_SHOWN };
	int count = options_parse(search_options, &args, argc, argv, err);

	if (count < 0)
		return -1;
	return search(&args, argv, count, ctx, err);
}

const struct command cmd_search = {
	.name = "search",
	.summary = "Find words in entries and notes",
	.usage = "[OPTION]... WORD...",
	.options = search_options,
	.operands = COMPLETE_TOPICS,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = search_run,
};
