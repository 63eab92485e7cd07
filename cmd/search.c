/* SPDX-License-Identifier: MIT */
/* hecto search: find words in everything the journal holds. */
#include "cmd/command.h"
#include "cmd/edit.h"
#include "cmd/hit.h"
#include "cmd/meant.h"
#include "cmd/query_options.h"
#include "cmd/report.h"
#include "cmd/terminal/choose.h"
#include "cmd/terminal/present.h"
#include "cmd/typed.h"

#define HITS_SHOWN 20

struct search_args {
	struct query_options filters;
	const char *sort;
	unsigned limit;
	bool exact, regex, interactive, json;
};

static void search_args_release(struct search_args *a)
{
	query_options_release(&a->filters);
}

static const struct option search_options[] = {
	QUERY_OPTIONS(search_args, filters),
	FLAG(0, "exact", search_args, exact,
	     "the text as it stands: case, accents and marks"),
	FLAG(0, "regex", search_args, regex,
	     "the words are regular expressions (PCRE2)"),
	STRING(0, "sort", search_args, sort, "ORDER", COMPLETE_ORDERS,
	       "relevance, date (newest first) or oldest"),
	NUMBER('n', "limit", search_args, limit, "N",
	       "show at most N, best first; 0 for all (20)"),
	FLAG('i', "interactive", search_args, interactive,
	     "choose one and edit it (needs fzf)"),
	FLAG(0, "json", search_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* What was found for a query, all in one arena. */
struct results {
	struct hit *hits;
	size_t count, total;
	struct correction *corrections;
	size_t ncorrections;
};

static int read_sort(enum query_sort *out, const char *name, struct error *err)
{
	static const char *const orders[] = {
		[SORT_RELEVANCE] = "relevance",
		[SORT_NEWEST] = "date",
		[SORT_OLDEST] = "oldest",
	};

	for (size_t i = 0; name && i < ARRAY_SIZE(orders); i++) {
		if (!str_is(str_of(name), orders[i]))
			continue;
		*out = (enum query_sort)i;
		return 0;
	}
	return !name ? 0 : error_set(err, ERROR_USAGE,
				     "there is no order '%s'; write relevance, "
				     "date or oldest", name);
}

/* Texts that are no query: each operand is one. */
static int add_texts(struct query *q, const struct search_args *args,
		     char **words, int nwords, struct arena *mem,
		     struct error *err)
{
	enum query_kind kind = args->regex ? QUERY_REGEX : QUERY_EXACT;

	if (args->regex && args->exact)
		return error_set(err, ERROR_USAGE,
				 "--exact and --regex exclude each other");
	for (int i = 0; i < nwords; i++)
		if (*words[i] && query_add_text(q, kind, words[i], mem, err))
			return -1;
	return 0;
}

static int make_query(struct query *q, const struct search_args *args,
		      char **words, int nwords, const struct context *ctx,
		      struct arena *mem, struct error *err)
{
	bool plain = !args->regex && !args->exact;

	*q = (struct query){ .limit = args->limit };
	if (read_sort(&q->sort, args->sort, err) ||
	    (!plain && add_texts(q, args, words, nwords, mem, err)) ||
	    query_options_read(q, &args->filters, words, plain ? nwords : 0,
			       ctx, mem, err))
		return -1;
	if (!q->root)
		return error_set(err, ERROR_USAGE,
				 "nothing to search for; name a word");
	return 0;
}

static void add_hits(struct strbuf *out, const struct context *ctx,
		     const struct results *r)
{
	for (size_t i = 0; i < r->count; i++)
		hit_add(out, ctx, &r->hits[i], i ? &r->hits[i - 1] : NULL,
			r->hits[i].snippet);
}

static struct json *corrections_json(const struct results *r)
{
	struct json *all = json_new_array();

	for (size_t i = 0; i < r->ncorrections; i++) {
		struct json *one = json_new_object();

		json_set_string(one, "typed", r->corrections[i].typed);
		json_set_string(one, "meant", r->corrections[i].meant);
		json_append(all, one);
	}
	return all;
}

static int print_json(const struct results *r, struct error *err)
{
	struct json *v = json_new_object(), *hits = json_new_array();
	int rc;

	for (size_t i = 0; i < r->count; i++)
		json_append(hits, hit_json(&r->hits[i]));
	json_set_int(v, "total", (int64_t)r->total);
	json_set(v, "hits", hits);
	if (r->ncorrections)
		json_set(v, "corrected", corrections_json(r));
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

/* Of words that were written nowhere: which topics they may be. */
static int name_nearest(const char *typed, const struct noted_topics *noted,
			const struct context *ctx, struct error *err)
{
	const struct topic_catalogue *c = journal_topics(ctx->journal);
	const struct topic *t = topic_find(c, str_of(typed));
	AUTO(strbuf) nearest = STRBUF_INIT;

	if (t && !noted_has(noted, t->id))
		return error_set(err, ERROR_NOTHING, "nothing found for '%s'; "
				 "nothing about %s yet", typed, t->name);
	/* Filters keep it away, or it goes by another name. */
	if (t)
		return error_set(err, ERROR_NOTHING, "nothing found for '%s'; "
				 "'hecto topic %s' has all there is about %s",
				 typed, t->id, t->name);
	if (typed_add_nearest_topics(&nearest, typed, noted, ctx))
		return error_set(err, ERROR_NOTHING, "nothing found for '%s'; "
				 "topics called nearly so: %s", typed,
				 nearest.buf);
	return error_set(err, ERROR_NOTHING, "nothing found for '%s'; "
			 "'hecto topics' lists what there is", typed);
}

static int print_results(const struct results *r, const struct query *q,
			 const struct search_args *args,
			 const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) hint = STRBUF_INIT;

	if (args->json)
		return print_json(r, err);
	add_hits(&out, ctx, r);
	if (report_output(&out, err))
		return -1;
	if (r->total > r->count)
		report_note("%zu of %zu found; -n 0 shows all", r->count,
			    r->total);
	if (query_add_hint(&hint, q, true))
		report_note("%s", hint.buf);
	return 0;
}

/* What is found, and if nothing is, for words that may have been meant. */
static int run_query(struct results *r, struct query *q, struct index *ix,
		     const struct context *ctx, struct arena *mem,
		     struct error *err)
{
	if (index_search(ix, q, mem, &r->hits, &r->count, &r->total, err))
		return -1;
	if (r->count || !q->ntexts)
		return 0;
	if (index_correct(ix, q, journal_topics(ctx->journal), mem,
			  &r->corrections, &r->ncorrections, err))
		return -1;
	if (!r->ncorrections ||
	    index_search(ix, q, mem, &r->hits, &r->count, &r->total, err))
		return r->ncorrections ? -1 : 0;
	r->ncorrections = r->count ? r->ncorrections : 0;
	return 0;
}

static void tell_corrections(const struct results *r)
{
	for (size_t i = 0; i < r->ncorrections; i++)
		report_note("no '%s'; showing '%s'", r->corrections[i].typed,
			    r->corrections[i].meant);
}

/* A phrase is taken as it stands; its words may be there all the same. */
static int name_words(const char *typed, const struct results *r,
		      struct error *err)
{
	AUTO(strbuf) meant = STRBUF_INIT;

	for (size_t i = 0; i < r->ncorrections; i++)
		strbuf_addf(&meant, "%s'%s' for '%s'", i ? ", " : ", with ",
			    r->corrections[i].meant, r->corrections[i].typed);
	return error_set(err, ERROR_NOTHING, "nothing found for '%s' as a "
			 "phrase; without the quotes its words are in %zu "
			 "place%s%s", typed, r->total, r->total == 1 ? "" : "s",
			 meant.buf);
}

static int nothing_found(struct query *q, char **words, int nwords,
			 struct index *ix, const struct context *ctx,
			 struct error *err)
{
	struct results loose = { .hits = NULL };
	AUTO(strbuf) typed = STRBUF_INIT;
	AUTO(strbuf) hint = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct index_topic *topics;
	size_t count;
	bool odd;

	operands_join(&typed, nwords, words);
	odd = meant_add(&hint, q, ix);
	if (!q->ntexts)
		return error_set(err, ERROR_NOTHING, "nothing found; %s",
				 odd ? hint.buf : "loosen the filters");
	if (odd)
		return error_set(err, ERROR_NOTHING,
				 "nothing found for '%s'; %s", typed.buf,
				 hint.buf);
	if (query_loosen(q, &mem)) {
		q->limit = 1;
		if (run_query(&loose, q, ix, ctx, &mem, err))
			return -1;
		if (loose.total)
			return name_words(typed.buf, &loose, err);
	}
	if (index_topics(ix, &mem, &topics, &count, err))
		return -1;
	return name_nearest(typed.buf,
			    &(struct noted_topics){ topics, count }, ctx, err);
}

static int edit_chosen(const struct results *r, const struct context *ctx,
		       struct error *err)
{
	AUTO(choices) all = CHOICES_INIT;
	size_t chosen;

	for (size_t i = 0; i < r->count; i++) {
		AUTO(strbuf) plain = STRBUF_INIT;
		const struct hit *h = &r->hits[i];

		hit_add_plain(&plain, h->snippet);
		choices_add(&all, h->path, h->line, "%s  %s  %s",
			    day_format(h->day).s, h->title, plain.buf);
	}
	if (choices_ask(&all, journal_root(ctx->journal), &chosen, err))
		return -1;
	if (chosen >= r->count)
		return 0;
	return edit_document(ctx,
			     r->hits[chosen].document == DOCUMENT_ENTRY
				     ? r->hits[chosen].id
				     : r->hits[chosen].path,
			     r->hits[chosen].line, err);
}

static int search(const struct search_args *args, char **words, int nwords,
		  const struct context *ctx, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct results r = { .hits = NULL };
	struct query q;
	struct index *ix;

	if (args->interactive && choices_check(args->json, err))
		return -1;
	if (make_query(&q, args, words, nwords, ctx, &mem, err) ||
	    journal_index_meanwhile(ctx->journal, &ix, err) ||
	    run_query(&r, &q, ix, ctx, &mem, err))
		return -1;
	tell_corrections(&r);
	if (r.count && args->interactive)
		return edit_chosen(&r, ctx, err);
	if ((r.count || args->json) && print_results(&r, &q, args, ctx, err))
		return -1;
	return r.count ? 0 : nothing_found(&q, words, nwords, ix, ctx, err);
}

static int search_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	AUTO(search_args) args = { .limit = HITS_SHOWN };
	int count = options_parse(search_options, &args, argc, argv, err);

	if (count < 0)
		return -1;
	return search(&args, argv, count, ctx, err);
}

const struct command cmd_search = {
	.name = "search",
	.summary = "Find words in entries and notes",
	.usage = "[OPTION]... [--] QUERY...",
	.options = search_options,
	.operands = COMPLETE_QUERY,
	.needs = TAKES_QUERY | NEEDS_JOURNAL | NEEDS_PAGER | ASKS_INDEX,
	.run = search_run,
};
