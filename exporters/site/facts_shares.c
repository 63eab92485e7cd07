/* SPDX-License-Identifier: MIT */
/* Learning the facts of many entries in several processes. */
#include "exporters/site/facts_learn.h"

#include <stdlib.h>

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

static int learn_some(const struct site_lesson *l, unsigned number,
		      unsigned count, const struct site_sheet *out,
		      struct error *err)
{
	size_t end = first_of(l, number + 1, count);
	AUTO(site_desk) desk = { .tally = SEARCH_TALLY_INIT(l->words),
			    .json = STRBUF_INIT };

	if (l->texts->nshares)
		desk.aside = &l->texts->shares[number];
	search_text_init(&desk.text);
	for (size_t i = first_of(l, number, count); i < end; i++)
		if (site_learn_entry(out, l->s, l->entries[i], &desk, err))
			return -1;
	if (desk.aside)
		scratch_flush(desk.aside);
	return 0;
}

/* The report is a line of words that are new, one that says how long the lines
 * of facts are, these, and their lists.  The first share is learned where it is
 * wanted, which takes the memory for it once. */
static int learn_share(void *arg, unsigned number, unsigned count,
		       struct strbuf *out, struct error *err)
{
	const struct site_lesson *l = arg;
	AUTO(strbuf) lines = STRBUF_INIT;
	AUTO(strbuf) lists = STRBUF_INIT;
	const struct site_sheet here = { l->out, l->lists };
	const struct site_sheet report = { &lines, &lists };

	if (!number)
		return learn_some(l, number, count, &here, err);
	if (learn_some(l, number, count, &report, err))
		return -1;
	search_words_write(out, l->words, l->nwords, NULL);
	strbuf_addf(out, "%016zx\n", lines.len);
	strbuf_addslice(out, strbuf_slice(&lines));
	strbuf_addslice(out, strbuf_slice(&lists));
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

/* Processes that learn at the same time give new words the same numbers. */
static int take_share(void *arg, struct str report, struct error *err UNUSED)
{
	const struct site_lesson *l = arg;
	AUTO(strbuf) list = STRBUF_INIT;
	size_t count, *numbers = search_words_merge(
		l->words, str_next_line(&report), &count);
	size_t len = (size_t)sum64_read(str_next_line(&report));
	struct str lines = str_upto(report, len);
	struct str lists = str_from(report, len), line;

	while ((line = str_next_line(&lines)).s) {
		struct site_facts f = site_facts_read_line(line, &lists);
		size_t middle;

		strbuf_reset(&list);
		renumber(&list, f.words_list, l->nwords, numbers, count);
		middle = list.len;
		renumber(&list, f.title_list, l->nwords, numbers, count);
		f.words_list = str_upto(strbuf_slice(&list), middle);
		f.title_list = str_from(strbuf_slice(&list), middle);
		site_facts_add_line(l->out, l->lists, &f);
	}
	free(numbers);
	return 0;
}

int site_facts_learn(struct site_lesson *l, unsigned workers, struct error *err)
{
	const struct workers w = { learn_share, take_share, l };

	if (!workers || l->count < WORTH_SHARING ||
	    !l->s->source->rest(l->s->source))
		workers = 1;
	if (l->count >= WORTH_SHARING) {
		memory_return_large();
		search_aside_open(l->texts, workers, l->s->nentries);
	}
	return workers_run(&w, workers, err);
}

void site_facts_find_texts(const struct site_lesson *l,
			   const struct site_facts_list *all)
{
	unsigned count = l->texts->nshares;

	for (unsigned share = 0; share < count; share++) {
		struct search_aside_end end = { share, 0 };
		size_t last = first_of(l, share + 1, count);

		for (size_t i = first_of(l, share, count); i < last; i++) {
			const struct site_facts *f = site_facts_of(
				all, l->s->files[l->entries[i]].sum);

			search_aside_place(l->texts, &end, l->entries[i],
					   f ? f->search_len : 0);
		}
	}
}
