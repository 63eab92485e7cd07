/* SPDX-License-Identifier: MIT */
/* The words of a site: which documents have them, counted and then written. */
#include "exporters/site/search_index.h"

#include <stdlib.h>

#include "core/base/helper.h"
#include "core/base/sum64.h"
#include "exporters/site/search_shards.h"

/* --- documents --- */

static struct search_words *words_of(struct search_index *ix)
{
	return ix->words ? ix->words : &ix->own;
}

void search_index_add(struct search_index *ix, struct str text,
		      unsigned field)
{
	ix->tally.words = words_of(ix);
	search_tally_add(&ix->tally, text, field);
}

void search_index_add_list(struct search_index *ix, struct str list,
			   bool is_heading)
{
	*(is_heading ? &ix->given.headings : &ix->given.texts) = list;
}

/* Instead of what was given, where there is something. */
static void take_lists(struct search_index *ix, struct search_listed *d)
{
	AUTO(strbuf) headings = STRBUF_INIT;
	AUTO(strbuf) texts = STRBUF_INIT;

	search_tally_take(&ix->tally, &headings, &texts);
	if (headings.len)
		d->headings = arena_str(&ix->mem, strbuf_slice(&headings));
	if (texts.len)
		d->texts = arena_str(&ix->mem, strbuf_slice(&texts));
}

void search_index_know(struct search_index *ix, uint64_t sum)
{
	ix->given.sum = sum;
}

static uint64_t sum_of_lists(const struct search_listed *d)
{
	struct sum64 sum = SUM64_INIT;

	sum64_add(&sum, d->headings);
	sum64_add(&sum, d->texts);
	return sum.value;
}

void search_index_next(struct search_index *ix)
{
	struct search_listed *d;

	XGROW(ix->documents, ix->count, ix->cap);
	d = &ix->documents[ix->count++];
	*d = ix->given;
	take_lists(ix, d);
	if (!d->sum)
		d->sum = sum_of_lists(d);
	ix->given = (struct search_listed){ STR_NONE, STR_NONE, 0 };
}

/* --- counting, then writing --- */

/* The first half of the work, which may be done in a thread. */
struct search_counting {
	struct search_walk walk;
	struct search_kept kept;	/* of an earlier run */
	const struct search_memory *memory;	/* or NULL */
	struct search_shards shards;
	struct helper helper;
	struct export_out *out;		/* what is written when it is counted;
					   NULL: nothing yet */
	bool is_written;
	struct strbuf keys;
	uint64_t version;
	struct error err;
	int rc;
};

static void counting_free(struct search_counting *c)
{
	if (!c)
		return;
	helper_end(&c->helper);
	search_shards_release(&c->shards);
	strbuf_release(&c->keys);
	free(c->walk.counted);
	free(c);
}

void search_index_release(struct search_index *ix)
{
	counting_free(ix->counting);
	search_tally_release(&ix->tally);
	free(ix->documents);
	arena_release(&ix->mem);
	search_words_release(&ix->own);
	*ix = (struct search_index)SEARCH_INDEX_INIT;
}

static void write_all(struct search_counting *c)
{
	search_shards_choose(&c->shards, c->out, &c->keys, &c->version);
	c->rc = search_shards_write(&c->shards, &c->walk, c->out, &c->err);
	c->is_written = true;
}

static void *count_all(void *arg)
{
	struct search_counting *c = arg;

	if (c->memory)
		search_kept_read(&c->kept, c->memory);
	if (!search_kept_count(&c->kept, &c->walk)) {
		c->kept = (struct search_kept){ .ndocuments = 0 };
		search_walk(&c->walk, 0);
	}
	search_shards_make(&c->shards, c->walk.nwords, &c->kept);
	if (c->out)
		write_all(c);
	return NULL;
}

/* Fewer documents are counted before another thread has begun. */
#define WORTH_HELP 500

void search_index_count(struct search_index *ix, struct export_out *out)
{
	struct search_words *words = words_of(ix);
	struct search_counting *c = xcalloc(1, sizeof(*c));

	search_tally_release(&ix->tally);
	search_words_forget_places(words);
	c->walk = (struct search_walk){
		.documents = ix->documents,
		.count = ix->count,
		.nwords = words->count,
		.counted = xcalloc(words->count + 1, sizeof(*c->walk.counted)),
		.lender = ix->lender,
	};
	c->memory = ix->memory;
	c->shards.tokens = words->tokens;
	c->shards.counted = c->walk.counted;
	c->keys = (struct strbuf)STRBUF_INIT;
	c->out = out;
	if (ix->count < WORTH_HELP || !helper_begin(&c->helper, count_all, c))
		count_all(c);
	ix->counting = c;
}

/* So many documents are compared again rather than all is written. */
#define OTHERS_FEW 8

void search_index_keep(struct search_index *ix, struct strbuf *out,
		       uint64_t numbering, bool same_numbers)
{
	const struct search_counting *c = ix->counting;
	const struct search_shards *sh = &c->shards;

	if (same_numbers && c->kept.memory && c->kept.nothers <= OTHERS_FEW)
		return;
	search_kept_write(out, numbering, &c->walk,
			  (struct str){ (const char *)sh->terms,
					sh->nterms * sizeof(*sh->terms) });
}

int search_index_write(struct search_index *ix, struct export_out *out,
		       struct strbuf *keys, uint64_t *version,
		       struct error *err)
{
	struct search_counting *c;

	if (!ix->counting)
		search_index_count(ix, NULL);
	c = ix->counting;
	helper_end(&c->helper);
	if (!c->is_written) {
		c->out = out;
		write_all(c);
	}
	strbuf_addslice(keys, strbuf_slice(&c->keys));
	*version = c->version;
	if (c->rc)
		*err = c->err;
	return c->rc;
}
