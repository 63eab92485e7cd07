/* SPDX-License-Identifier: MIT */
/* How well parts match, for FTS5. */
#include "core/index/ranking.h"

#include <math.h>
#include <stdlib.h>

#include "core/index/part_sizes.h"

/* Title and headings say best what a part is about, addresses least. */
static const double weights[COLUMN_COUNT] = {
	[COLUMN_TITLE] = 5,	[COLUMN_HEADING] = 4,
	[COLUMN_PROGRESS] = 1.2, [COLUMN_LEARNED] = 1.5,
	[COLUMN_THOUGHTS] = 1,	[COLUMN_LINKS] = 1,
	[COLUMN_QUESTIONS] = 1, [COLUMN_BODY] = 1,
	[COLUMN_ADDRESS] = 0.1,
};

#define K1 1.2
#define B 0.75

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

/* How often it stands there, each place with the weight of its column. */
static int weigh_places(const Fts5ExtensionApi *api, Fts5Context *fts,
			int phrase, double *out)
{
	Fts5PhraseIter place;
	int column, offset, rc;

	*out = 0;
	rc = api->xPhraseFirst(fts, phrase, &place, &column, &offset);
	for (; !rc && column >= 0;
	     api->xPhraseNext(fts, &place, &column, &offset))
		if (column < COLUMN_COUNT)
			*out += weights[column];
	return rc;
}

static int rank(struct index *ix, const Fts5ExtensionApi *api,
		Fts5Context *fts, double *out)
{
	struct ranking *r;
	double length, often;
	size_t size;
	int rc = get(&r, api, fts);

	*out = 0;
	if (rc)
		return rc;
	if (part_size_get(ix, api->xRowid(fts), &r->block, &size))
		return ix->rc;
	length = K1 * (1 - B + B * (double)size / r->average);
	for (int i = 0; !rc && i < r->count; i++) {
		rc = weigh_places(api, fts, i, &often);
		*out -= r->idf[i] * often * (K1 + 1) / (often + length);
	}
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
