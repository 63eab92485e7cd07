/* SPDX-License-Identifier: MIT */
/* How well parts match, for FTS5. */
#include "core/index/ranking.h"

#include <math.h>
#include <stdlib.h>

#include "core/index/part_sizes.h"
#include "core/model/relevance.h"

/* What a place in each column counts for. */
static const double weights[COLUMN_COUNT] = {
	[COLUMN_TITLE] = RELEVANCE_TITLE / 10.0,
	[COLUMN_HEADING] = RELEVANCE_HEADING / 10.0,
	[COLUMN_PROGRESS] = RELEVANCE_PROGRESS / 10.0,
	[COLUMN_LEARNED] = RELEVANCE_LEARNED / 10.0,
	[COLUMN_THOUGHTS] = RELEVANCE_TEXT / 10.0,
	[COLUMN_LINKS] = RELEVANCE_TEXT / 10.0,
	[COLUMN_QUESTIONS] = RELEVANCE_TEXT / 10.0,
	[COLUMN_BODY] = RELEVANCE_TEXT / 10.0,
	[COLUMN_ADDRESS] = RELEVANCE_ADDRESS / 10.0,
};

/* How much better is a text in which all words stand side by side. */
#define SIDE_BY_SIDE 1.0

/* Of more phrases it is not asked how near they are. */
#define MOST_NEAR 16

/* What is so common that it tells nothing still counts a little. */
#define LEAST_IDF 1e-6

/* What holds for all parts of one query. */
struct ranking {
	double average; /* size of a part */
	struct size_block block;
	int count;	/* phrases */
	double idf[];	/* of each */
};

static int count_row(const Fts5ExtensionApi *api UNUSED,
		     Fts5Context *fts UNUSED, void *arg)
{
	sqlite3_int64 *rows = arg;

	(*rows)++;
	return SQLITE_OK;
}

static int weigh_phrases(struct ranking *r, const Fts5ExtensionApi *api,
			 Fts5Context *fts, sqlite3_int64 rows)
{
	for (int i = 0; i < r->count; i++) {
		sqlite3_int64 having = 0;
		double idf;
		int rc;

		r->idf[i] = 1;
		if (r->count == 1)
			return SQLITE_OK;
		rc = api->xQueryPhrase(fts, i, &having, count_row);
		if (rc)
			return rc;
		idf = log(((double)rows - (double)having + 0.5) /
			  ((double)having + 0.5));
		r->idf[i] = idf > 0 ? idf : LEAST_IDF;
	}
	return SQLITE_OK;
}

static int begin(struct ranking *r, const Fts5ExtensionApi *api,
		 Fts5Context *fts)
{
	sqlite3_int64 rows = 0, tokens = 0;
	int rc = api->xRowCount(fts, &rows);

	if (!rc)
		rc = api->xColumnTotalSize(fts, -1, &tokens);
	if (rc)
		return rc;
	if (rows < 1 || tokens < 1)
		return SQLITE_CORRUPT;
	r->average = (double)tokens / (double)rows;
	return weigh_phrases(r, api, fts, rows);
}

/* FTS5 keeps it for the next row, and frees it behind the last one. */
static int get(struct ranking **out, const Fts5ExtensionApi *api,
	       Fts5Context *fts)
{
	struct ranking *r = api->xGetAuxdata(fts, 0);
	int count, rc;

	*out = r;
	if (r)
		return SQLITE_OK;
	count = api->xPhraseCount(fts);
	r = xcalloc(1, sizeof(*r) + (size_t)count * sizeof(*r->idf));
	r->count = count;
	r->block.number = -1;
	rc = begin(r, api, fts);
	if (rc) {
		free(r);
		return rc;
	}
	*out = r;
	return api->xSetAuxdata(fts, r, free);
}

/* Those that are no text of the part itself. */
#define COLUMNS_ABOVE \
	(1u << COLUMN_TITLE | 1u << COLUMN_HEADING | 1u << COLUMN_ADDRESS)

static bool is_above(int column)
{
	return COLUMNS_ABOVE >> column & 1;
}

/* How often it stands there, each place with the weight of its column. */
static int weigh_places(const Fts5ExtensionApi *api, Fts5Context *fts,
			int phrase, double *out, bool *in_text)
{
	Fts5PhraseIter place;
	int column, offset, rc;
	unsigned seen = 0;

	*out = 0;
	rc = api->xPhraseFirst(fts, phrase, &place, &column, &offset);
	for (; !rc && column >= 0;
	     api->xPhraseNext(fts, &place, &column, &offset)) {
		if (column >= COLUMN_COUNT)
			continue;
		seen |= 1u << column;
		*out += weights[column];
	}
	*in_text = (seen & ~COLUMNS_ABOVE) != 0;
	return rc;
}

/* Where each phrase was seen last, in one column. */
struct sight {
	int column;
	int last[MOST_NEAR];	/* or -1 */
	int count;		/* of those that were seen */
};

static void see(struct sight *s, int phrase, int column, int offset)
{
	if (column != s->column) {
		for (int i = 0; i < MOST_NEAR; i++)
			s->last[i] = -1;
		s->column = column;
		s->count = 0;
	}
	s->count += s->last[phrase] < 0;
	s->last[phrase] = offset;
}

/* Tokens from the first of the phrases to the last one. */
static int span_of(const struct sight *s, int count, int offset)
{
	int first = offset;

	for (int i = 0; i < count; i++)
		if (s->last[i] < first)
			first = s->last[i];
	return offset - first + 1;
}

/* How near all phrases come to each other in a text: 1 side by side, towards 0
 * far apart or not in one. */
static int measure_nearness(const struct ranking *r,
			    const Fts5ExtensionApi *api, Fts5Context *fts,
			    double *out)
{
	struct sight s = { .column = -1 };
	int count = 0, rc, phrase, column, offset;

	*out = 0;
	if (r->count < 2 || r->count > MOST_NEAR)
		return SQLITE_OK;
	rc = api->xInstCount(fts, &count);
	for (int i = 0; !rc && i < count; i++) {
		double near;

		rc = api->xInst(fts, i, &phrase, &column, &offset);
		if (rc || column >= COLUMN_COUNT || is_above(column))
			continue;
		see(&s, phrase, column, offset);
		if (s.count < r->count)
			continue;
		near = (double)r->count / span_of(&s, r->count, offset);
		if (near > *out)
			*out = near < 1 ? near : 1;
	}
	return rc;
}

static int rank(struct index *ix, const Fts5ExtensionApi *api,
		Fts5Context *fts, double *out)
{
	struct ranking *r;
	double length, often, nearness;
	bool in_text;
	size_t size;
	int rc = get(&r, api, fts);

	*out = 0;
	if (rc)
		return rc;
	if (part_size_get(ix, api->xRowid(fts), &r->block, &size))
		return ix->rc;
	length = RELEVANCE_K1 *
		 (1 - RELEVANCE_B + RELEVANCE_B * (double)size / r->average);
	for (int i = 0; !rc && i < r->count; i++) {
		rc = weigh_places(api, fts, i, &often, &in_text);
		*out -= r->idf[i] * often * (RELEVANCE_K1 + 1) /
			(often + length) *
			(in_text ? 1 : RELEVANCE_ONLY_ABOVE);
	}
	if (!rc)
		rc = measure_nearness(r, api, fts, &nearness);
	if (!rc)
		*out *= 1 + SIDE_BY_SIDE * nearness;
	return rc;
}

static void rank_row(const Fts5ExtensionApi *api, Fts5Context *fts,
		     sqlite3_context *result, int nargs UNUSED,
		     sqlite3_value **args UNUSED)
{
	double value;
	int rc = rank(api->xUserData(fts), api, fts, &value);

	if (rc)
		sqlite3_result_error_code(result, rc);
	else
		sqlite3_result_double(result, value);
}

int ranking_register(struct index *ix, fts5_api *api)
{
	ix->rc = api->xCreateFunction(api, RANKING, ix, rank_row, NULL);
	return ix->rc ? -1 : 0;
}
