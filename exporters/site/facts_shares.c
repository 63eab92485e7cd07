/* SPDX-License-Identifier: MIT */
/* Learning the facts of many entries in several processes. */
#include "exporters/site/facts_learn.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/sum64.h"
#include "core/base/workers.h"
#include "exporters/site/facts_entry.h"
#include "exporters/site/facts_line.h"

/* Fewer are learned before another process has begun. */
#define WORTH_SHARING 256

static size_t first_of(const struct site_lesson *l, unsigned share,
		       unsigned count)
{
	return l->count * share / count;
}

static bool is_aside(const struct site_lesson *l, unsigned number)
{
	return l->shares && l->shares[number].file;
}

/* What a child learns becomes one text: the line of an entry, then lists. */
struct notebook {
	const struct site_lesson *lesson;
	unsigned number;	/* 0: it goes where it is wanted */
	struct strbuf lines, lists, text;
	size_t aside;		/* bytes of the text that were laid aside */
};

static void notebook_release(struct notebook *n)
{
	strbuf_release(&n->lines);
	strbuf_release(&n->lists);
	strbuf_release(&n->text);
}

static void notebook_turn(struct notebook *n)
{
	if (!n->number) {
		site_facts_spill(n->lesson->all);
		return;
	}
	strbuf_addslice(&n->text, strbuf_slice(&n->lines));
	strbuf_addslice(&n->text, strbuf_slice(&n->lists));
	strbuf_reset(&n->lines);
	strbuf_reset(&n->lists);
	if (!is_aside(n->lesson, n->number))
		return;
	scratch_add(&n->lesson->shares[n->number], strbuf_slice(&n->text));
	n->aside += n->text.len;
	strbuf_reset(&n->text);
}

static int learn_some(struct notebook *n, unsigned count, struct error *err)
{
	const struct site_lesson *l = n->lesson;
	struct site_facts_list *all = l->all;
	const struct site_sheet out = {
		n->number ? &n->lines : &all->block,
		n->number ? &n->lists : &all->lists,
	};
	size_t end = first_of(l, n->number + 1, count);
	AUTO(site_desk) desk = { .tally = SEARCH_TALLY_INIT(&all->words),
			    .json = STRBUF_INIT };

	if (all->texts.nshares)
		desk.aside = &all->texts.shares[n->number];
	search_text_init(&desk.text);
	for (size_t i = first_of(l, n->number, count); i < end; i++) {
		if (site_learn_entry(&out, l->s, l->entries[i], &desk, err))
			return -1;
		notebook_turn(n);
	}
	if (desk.aside)
		scratch_flush(desk.aside);
	if (n->aside)
		scratch_flush(&l->shares[n->number]);
	return 0;
}

/* The report is a line of words that are new, one that says which share it is
 * and how much was laid aside, and what was not.  The first share is learned
 * where it is wanted. */
static int learn_share(void *arg, unsigned number, unsigned count,
		       struct strbuf *out, struct error *err)
{
	const struct site_lesson *l = arg;
	AUTO(notebook) n = { l, number, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT,
			     0 };

	if (learn_some(&n, count, err))
		return -1;
	if (!number)
		return 0;
	search_words_write(out, &l->all->words, l->nwords, NULL);
	strbuf_addf(out, "%08x %016zx\n", number, n.aside);
	strbuf_addslice(out, strbuf_slice(&n.text));
	return 0;
}

/* A list by the numbers that its words have here. */
static void renumber(struct strbuf *out, struct str list, size_t known,
		     const size_t *numbers, size_t count)
{
	struct search_place place;

	while (search_list_next(&list, &place)) {
		if (place.word >= known && place.word - known < count)
			place.word = numbers[place.word - known];
		search_list_add(out, &place);
	}
}

struct renumbering {
	size_t *numbers, count;
	struct strbuf list;
};

static void take_line(const struct site_lesson *l, struct str line,
		      struct str *lists, struct renumbering *r)
{
	const struct site_facts f = site_facts_read_line(line, lists);
	struct site_facts_parts parts = site_facts_parts_of(&f);
	size_t middle;

	strbuf_reset(&r->list);
	renumber(&r->list, parts.words, l->nwords, r->numbers, r->count);
	middle = r->list.len;
	renumber(&r->list, parts.title_words, l->nwords, r->numbers, r->count);
	parts.words = str_upto(strbuf_slice(&r->list), middle);
	parts.title_words = str_from(strbuf_slice(&r->list), middle);
	site_facts_add_line(&l->all->block, &l->all->lists, &f, &parts);
	site_facts_spill(l->all);
}

/* So many lines are taken before what they were read from is let go. */
#define LINES_AT_A_TIME 1024

/* Processes that learn at the same time give new words the same numbers. */
static int take_share(void *arg, struct str report, struct error *err UNUSED)
{
	struct site_lesson *l = arg;
	struct renumbering r = { .list = STRBUF_INIT };
	struct str head, line;
	struct file_map aside = FILE_MAP_INIT;
	unsigned number;
	size_t len, lines = 0;

	if (!report.len)
		return 0;
	r.numbers = search_words_merge(&l->all->words, str_next_line(&report),
				       &r.count);
	head = str_next_line(&report);
	number = (unsigned)sum64_read(str_next_field(&head, ' '));
	len = (size_t)sum64_read(head);
	if (len && !scratch_map(&l->shares[number], len, &aside))
		l->is_lost = true;
	if (len)
		report = file_map_slice(&aside);
	while ((line = str_next_line(&report)).s) {
		take_line(l, line, &report, &r);
		if (++lines % LINES_AT_A_TIME == 0)
			file_map_let_go(&aside);
	}
	file_map_release(&aside);
	strbuf_release(&r.list);
	free(r.numbers);
	return 0;
}

static int learn(struct site_lesson *l, unsigned workers, struct error *err)
{
	const struct workers w = { learn_share, take_share, l };
	struct scratch *shares = NULL;
	int rc;

	if (l->all->aside.scratch.file) {
		shares = xcalloc(workers, sizeof(*shares));
		for (unsigned i = 1; i < workers; i++)
			scratch_open(&shares[i]);
	}
	l->shares = shares;
	rc = workers_run(&w, workers, err);
	for (unsigned i = 1; shares && i < workers; i++)
		scratch_release(&shares[i]);
	free(shares);
	l->shares = NULL;
	return rc;
}

int site_facts_learn(struct site_lesson *l, unsigned workers, struct error *err)
{
	if (!workers || l->count < WORTH_SHARING ||
	    !l->s->source->rest(l->s->source))
		workers = 1;
	if (l->count >= WORTH_SHARING) {
		memory_return_large();
		search_aside_open(&l->all->texts, workers, l->s->nentries);
	}
	return learn(l, workers, err);
}

void site_facts_find_texts(const struct site_lesson *l)
{
	struct search_aside *texts = &l->all->texts;
	unsigned count = texts->nshares;

	for (unsigned share = 0; share < count; share++) {
		struct search_aside_end end = { share, 0 };
		size_t last = first_of(l, share + 1, count);

		for (size_t i = first_of(l, share, count); i < last; i++) {
			const struct site_facts *f = site_facts_of(
				l->all, l->s->files[l->entries[i]].sum);

			search_aside_place(texts, &end, l->entries[i],
					   f ? f->search_len : 0);
		}
	}
}
