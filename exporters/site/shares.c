/* SPDX-License-Identifier: MIT */
/* Drawing a site by several processes. */
#include "exporters/site/shares.h"

#include "core/base/claims.h"
#include "core/base/workers.h"

/* Days that are drawn by one process: few enough that all end together, and
 * enough that neighbours seldom make files in one folder at the same time. */
#define BLOCK 32

struct sharing {
	struct site *site;
	int (*draw_others)(struct site *s, struct error *err);
	struct claims blocks;
};

/* Whose the pages are that are not parted. */
enum { OTHERS, TOPICS };

/* The out of a process, which lets through what is its own. */
struct share {
	struct export_out out;	/* first */
	struct export_out *to;
	unsigned number;
};

/* A process draws no day but those that it took. */
static bool is_ours(const struct share *share, const char *path)
{
	if (str_starts(str_of(path), "days/"))
		return true;
	if (str_starts(str_of(path), "topics/") ||
	    str_is(str_of(path), "topics.html"))
		return share->number == TOPICS;
	return share->number == OTHERS;
}

static int share_file(struct export_out *out, const char *path,
		      struct str bytes, struct error *err)
{
	struct share *share = (struct share *)(void *)out;

	return is_ours(share, path) ?
		       share->to->file(share->to, path, bytes, err) : 0;
}

static bool share_is_current(struct export_out *out, const char *path,
			     uint64_t key)
{
	struct share *share = (struct share *)(void *)out;

	return !is_ours(share, path) ||
	       (share->to->is_current &&
		share->to->is_current(share->to, path, key));
}

static int draw_block(struct sharing *g, size_t block, struct error *err)
{
	size_t count = g->site->view->nentries, first = block * BLOCK;

	if (!claims_take(&g->blocks, block))
		return 0;
	return site_draw_some_days(g->site, first,
				   first + BLOCK < count ? first + BLOCK :
							   count, err);
}

/* From the last one on, where the others come to at the end. */
static int draw_first_share(struct sharing *g, struct error *err)
{
	int rc = g->draw_others(g->site, err);

	for (size_t i = g->blocks.count; !rc && i > 0; i--)
		rc = draw_block(g, i - 1, err);
	return rc;
}

/* Topics link to the headings of notes, which are known once those are drawn. */
static int draw_topics(struct site *s, struct error *err)
{
	return site_draw_notes(s, err) || site_draw_topics(s, err) ? -1 : 0;
}

static int draw_other_share(struct sharing *g, unsigned number,
			    struct error *err)
{
	if (number == TOPICS && draw_topics(g->site, err))
		return -1;
	for (size_t i = 0; i < g->blocks.count; i++)
		if (draw_block(g, i, err))
			return -1;
	return 0;
}

static int draw_share(void *arg, unsigned number, unsigned count UNUSED,
		      struct strbuf *report, struct error *err)
{
	struct sharing *g = arg;
	struct export_out *to = g->site->out;
	struct share share = {
		{ .file = share_file, .is_current = share_is_current,
		  .is_new = to->is_new, .is_shared = true },
		to, number,
	};
	int rc;

	/* What this process was handed over itself needs no telling. */
	if (number)
		to->begin(to);
	g->site->out = &share.out;
	rc = number == OTHERS ? draw_first_share(g, err) :
				draw_other_share(g, number, err);
	g->site->out = to;
	if (!rc && number)
		to->tell(to, report);
	return rc;
}

static int take_share(void *arg, struct str report, struct error *err)
{
	const struct sharing *g = arg;
	struct export_out *out = g->site->out;

	return report.len ? out->hear(out, report, err) : 0;
}

int site_draw_shared(struct site *s, unsigned workers,
		     int (*draw_others)(struct site *s, struct error *err),
		     struct error *err)
{
	struct sharing sharing = { s, draw_others, CLAIMS_INIT };
	const struct workers w = { draw_share, take_share, &sharing };
	size_t blocks = (s->view->nentries + BLOCK - 1) / BLOCK;
	int rc;

	if (claims_open(&sharing.blocks, blocks, err))
		return -1;
	s->out->is_shared = true;
	rc = workers_run(&w, workers, err);
	s->out->is_shared = false;
	claims_release(&sharing.blocks);
	return rc;
}
