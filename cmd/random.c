/* SPDX-License-Identifier: MIT */
/* hecto random: a passage to read again. */
#include <sys/random.h>

#include "cmd/command.h"
#include "cmd/hit.h"
#include "cmd/meant.h"
#include "cmd/query_options.h"
#include "cmd/report.h"
#include "core/base/date.h"

struct random_args {
	struct query_options filters;
	const char *seed;
	bool json;
};

static void random_args_release(struct random_args *a)
{
	query_options_release(&a->filters);
}

static const struct option random_options[] = {
	QUERY_OPTIONS(random_args, filters),
	STRING(0, "seed", random_args, seed, "N", COMPLETE_NOTHING,
	       "choose by N: the same one each time"),
	FLAG(0, "json", random_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* Sebastiano Vigna's splitmix64: one step is enough to spread a seed. */
static uint64_t mix(uint64_t x)
{
	x += 0x9e3779b97f4a7c15;
	x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9;
	x = (x ^ x >> 27) * 0x94d049bb133111eb;
	return x ^ x >> 31;
}

/* By the clock it would be the same passage all through a second. */
static uint64_t any_seed(const struct context *ctx)
{
	uint64_t seed;

	if (ctx->now_is_given ||
	    getrandom(&seed, sizeof(seed), 0) != (ssize_t)sizeof(seed))
		return mix((uint64_t)ctx->now.seconds);
	return seed;
}

static int read_seed(uint64_t *out, const struct random_args *args,
		     const struct context *ctx, struct error *err)
{
	unsigned seed;

	*out = any_seed(ctx);
	if (!args->seed)
		return 0;
	if (str_to_uint(str_of(args->seed), INT32_MAX, &seed))
		return error_set(err, ERROR_USAGE,
				 "option '--seed' needs a number, not '%s'",
				 args->seed);
	*out = mix(seed);
	return 0;
}

#define SUBSTANCE_WEIGHT 4	/* against a passage that only tells of a day */

/* What was written long ago is likelier to have been forgotten, and what says
 * or asks something is worth to be read again. */
static uint64_t weight(const struct hit *h, int today)
{
	static const unsigned substance = TRAIT_DEFINITION | TRAIT_NUMBER |
					  TRAIT_QUESTION | TRAIT_HOLE;
	int age = h->day == DAY_NONE || h->day > today ? 30 : today - h->day;
	uint64_t w = *h->snippet ? (uint64_t)age + 1 : 0;

	return h->traits & substance ? w * SUBSTANCE_WEIGHT : w;
}

static const struct hit *choose(const struct hit *hits, size_t count,
				uint64_t seed, int today)
{
	uint64_t all = 0;

	for (size_t i = 0; i < count; i++)
		all += weight(&hits[i], today);
	if (!all)
		return NULL;
	seed %= all;
	for (size_t i = 0; i < count; i++) {
		uint64_t w = weight(&hits[i], today);

		if (seed < w)
			return &hits[i];
		seed -= w;
	}
	return NULL;
}

static int print(const struct hit *h, const struct random_args *args,
		 const struct context *ctx, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct json *v;
	int rc;

	if (!args->json) {
		hit_add(&out, ctx, h, NULL, h->text);
		return report_output(&out, err);
	}
	v = hit_json(h);
	json_set_string(v, "text", h->text);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static int random_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	AUTO(random_args) args = { .seed = NULL };
	int count = options_parse(random_options, &args, argc, argv, err);
	struct query q = { .sort = SORT_OLDEST };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) hint = STRBUF_INIT;
	const struct hit *chosen;
	struct hit *hits;
	struct index *ix;
	size_t found, total;
	uint64_t seed;

	if (count < 0)
		return -1;
	if (read_seed(&seed, &args, ctx, err))
		return -1;
	q.pick = (size_t)(seed >> 33);
	if (query_options_read(&q, &args.filters, argv, count, ctx, &mem,
			       err) ||
	    journal_index(ctx->journal, &ix, err) ||
	    index_search(ix, &q, &mem, &hits, &found, &total, err))
		return -1;
	chosen = choose(hits, found, seed, journal_today(ctx->journal));
	if (!chosen) {
		const char *way = q.root ? "loosen the query"
					 : "write an entry with 'hecto log'";

		if (meant_add_words(&hint, &q, ix, ctx))
			way = hint.buf;
		error_set(err, ERROR_NOTHING,
			  "there is nothing to choose from; %s", way);
		return args.json ? report_json_nothing(json_new_null(), err)
				 : -1;
	}
	return print(chosen, &args, ctx, err);
}

const struct command cmd_random = {
	.name = "random",
	.summary = "Show a passage to read again",
	.usage = "[OPTION]... [--] [QUERY]...",
	.options = random_options,
	.operands = COMPLETE_QUERY,
	.needs = TAKES_QUERY | NEEDS_JOURNAL,
	.run = random_run,
};
