/* SPDX-License-Identifier: MIT */
/* Keeping the facts of entries from one run to the next. */
#include "exporters/site/facts_line.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/sum64.h"
#include "exporters/site/facts_learn.h"

/*
 * What is kept is a line that says in which form and by which settings, then
 * blocks: what a run has learned is a block more.  A block is a line with its
 * sum, its length, and how much of that are facts and how much their lists; the
 * facts; the lists; the words that it adds, in a line; and the frame of the
 * pages.  A sum is of the facts, then of what follows, and of all that stands
 * before as well, so that a block which is not whole, or was not meant for this
 * place, ends what is believed.
 */

/* Another form of what is kept, or another way to find it out. */
#define FORM "facts 27"

#define HEAD "%016" PRIx64 " %016zx %016zx %016zx\n"
#define HEAD_LENGTH (4 * 16 + strlen("   \n"))

#define LIST_INIT { .words = SEARCH_WORDS_INIT, \
		    .block = STRBUF_INIT, .lists = STRBUF_INIT, \
		    .counts = STRBUF_INIT, .texts = SEARCH_ASIDE_INIT }

static void list_release(struct site_facts_list *l)
{
	strbuf_release(&l->block);
	strbuf_release(&l->lists);
	strbuf_release(&l->counts);
	search_words_release(&l->words);
	search_aside_release(&l->texts);
	free(l->items);
	sum_table_release(&l->by_sum);
}

void site_facts_list_free(struct site_facts_list *l)
{
	if (l)
		list_release(l);
	free(l);
}

static void add_form(struct strbuf *out, const struct settings *settings)
{
	strbuf_addstr(out, FORM);
	for (int i = 0; i < SECTION_COUNT; i++)
		if (settings->private_sections[i])
			strbuf_addf(out, " %s", section_name((enum section)i));
	strbuf_addch(out, '\n');
}

/* --- by sum --- */

static struct site_facts *find(const struct site_facts_list *l, uint64_t sum)
{
	size_t at;

	return sum_table_get(&l->by_sum, sum, &at) ? &l->items[at] : NULL;
}

const struct site_facts *site_facts_of(const struct site_facts_list *l,
				       uint64_t sum)
{
	return find(l, sum);
}

/* --- finding --- */

static void read_lines(struct site_facts_list *l, struct str lines,
		       struct str lists)
{
	struct str line;

	while ((line = str_next_line(&lines)).s) {
		XGROW(l->items, l->count, l->cap);
		l->items[l->count] = site_facts_read_line(line, &lists);
		sum_table_put(&l->by_sum, l->items[l->count].sum, l->count);
		l->count++;
	}
}

/* Take a block off the front; false: it is none, or not what was kept. */
static bool read_block(struct site_facts_list *l, struct str *known)
{
	struct str rest = *known, head = str_next_line(&rest), block;
	struct sum64 sum = { l->end };
	uint64_t told = sum64_read(str_next_field(&head, ' '));
	size_t len = (size_t)sum64_read(str_next_field(&head, ' '));
	size_t facts = (size_t)sum64_read(str_next_field(&head, ' '));
	size_t lists = (size_t)sum64_read(head);

	if (len > rest.len || facts > len || lists > len - facts)
		return false;
	block = str_upto(rest, len);
	sum64_add(&sum, str_upto(block, facts));
	sum64_add(&sum, str_from(block, facts));
	if (told != sum.value)
		return false;
	l->end = sum.value;
	read_lines(l, str_upto(block, facts),
		   str_upto(str_from(block, facts), lists));
	block = str_from(block, facts + lists);
	/* All words are looked at again, and little else of what was kept. */
	search_words_read(&l->words,
			  arena_str(&l->words.mem, str_next_line(&block)));
	l->frame = sum64_read(str_next_line(&block));
	*known = str_from(rest, len);
	return true;
}

struct site_facts_list *site_facts_recall(struct str known)
{
	struct site_facts_list *l = xcalloc(1, sizeof(*l));
	struct sum64 sum = SUM64_INIT;
	struct str rest = known;

	*l = (struct site_facts_list)LIST_INIT;
	str_next_line(&rest);
	l->form = str_upto(known, known.len - rest.len);
	sum64_add(&sum, l->form);
	l->end = sum.value;
	if (!str_starts(known, FORM))
		return l;
	while (rest.len && read_block(l, &rest))
		;
	l->is_sound = l->count && !rest.len;
	search_words_find_places(&l->words);
	return l;
}

/* Of other settings, all would be otherwise. */
static void check_form(struct site_facts_list *l,
		       const struct settings *settings)
{
	AUTO(strbuf) form = STRBUF_INIT;

	add_form(&form, settings);
	if (str_eq(l->form, strbuf_slice(&form)))
		return;
	list_release(l);
	*l = (struct site_facts_list)LIST_INIT;
}

static void find_missing(struct site_facts_list *l, const struct snapshot *s,
			 struct site_lesson *lesson, size_t *missing)
{
	for (size_t i = 0; i < s->nentries; i++) {
		struct site_facts *f = find(l, s->files[i].sum);

		if (f) {
			l->used += !f->is_used;
			f->is_used = true;
		} else {
			missing[lesson->count++] = i;
		}
	}
}

/* What no entry has any more is kept as long as it is little. */
#define UNUSED_SHARE 8
#define UNUSED_FEW 64

static bool is_worth_adding_to(const struct site_facts_list *l)
{
	size_t unused = l->nknown - l->used;

	return l->is_sound &&
	       unused <= UNUSED_FEW + l->nknown / UNUSED_SHARE;
}

/* What is learned is a block already, but for its head and its end. */
static void begin_block(struct site_facts_list *l,
			const struct settings *settings)
{
	struct sum64 sum = SUM64_INIT;

	l->is_added = is_worth_adding_to(l);
	if (!l->is_added) {
		add_form(&l->block, settings);
		sum64_add(&sum, strbuf_slice(&l->block));
		l->end = sum.value;
	}
	strbuf_addf(&l->block, HEAD, UINT64_C(0), (size_t)0, (size_t)0,
		    (size_t)0);
	l->begin = l->block.len;
}

int site_facts_find(struct site_facts_list *out, const struct snapshot *s,
		    unsigned workers, struct error *err)
{
	size_t *missing = xcalloc(s->nentries + 1, sizeof(*missing));
	struct site_lesson lesson = { .s = s, .entries = missing,
				      .out = &out->block,
				      .lists = &out->lists,
				      .words = &out->words,
				      .texts = &out->texts };
	int rc;

	check_form(out, s->settings);
	find_missing(out, s, &lesson, missing);
	out->learned = lesson.count;
	out->nknown = out->count;
	out->nwords = lesson.nwords = out->words.count;
	begin_block(out, s->settings);
	rc = site_facts_learn(&lesson, workers, err);
	search_words_forget_seen(&out->words);
	read_lines(out, str_from(strbuf_slice(&out->block), out->begin),
		   strbuf_slice(&out->lists));
	site_facts_find_texts(&lesson, out);
	free(missing);
	return rc;
}

/* --- keeping --- */

static void mark_used(bool *used, const struct site_facts_list *l,
		      struct str list)
{
	struct search_place place;

	while (search_list_next(&list, &place))
		if (place.word < l->words.count)
			used[place.word] = true;
}

/* The words that an entry has, or that are new; those that no more has are
 * forgotten. */
static void add_used_words(struct strbuf *out, const struct site_facts_list *l)
{
	bool *used = xcalloc(l->words.count + 1, sizeof(*used));

	for (size_t i = 0; i < l->count; i++) {
		if (i < l->nknown && !l->items[i].is_used)
			continue;
		mark_used(used, l, l->items[i].words_list);
		mark_used(used, l, l->items[i].title_list);
	}
	for (size_t i = l->nwords; i < l->words.count; i++)
		used[i] = true;
	search_words_write(out, &l->words, 0, used);
	free(used);
}

static void end_block(struct site_facts_list *l, size_t lists)
{
	struct str facts = str_from(strbuf_slice(&l->block), l->begin);
	struct str others = strbuf_slice(&l->lists);
	struct sum64 sum = { l->end };
	char head[4 * 16 + sizeof("   \n")];

	sum64_add(&sum, facts);
	sum64_add(&sum, others);
	l->end = sum.value;
	snprintf(head, sizeof(head), HEAD, sum.value, facts.len + others.len,
		 facts.len, lists);
	memcpy(l->block.buf + l->begin - HEAD_LENGTH, head, HEAD_LENGTH);
}

static void add_used_facts(struct site_facts_list *l)
{
	for (size_t i = 0; i < l->nknown; i++)
		if (l->items[i].is_used)
			site_facts_add_line(&l->block, &l->lists,
					    &l->items[i]);
}

void site_facts_keep(struct export_memory *memory, struct site_facts_list *l,
		     uint64_t frame)
{
	AUTO(strbuf) words = STRBUF_INIT;
	size_t lists;

	memory->is_added = l->is_added;
	if (l->is_added && !l->learned && l->frame == frame &&
	    l->words.count == l->nwords)
		return;
	/* What was learned is not to be read once the block has grown. */
	if (l->is_added) {
		search_words_write(&words, &l->words, l->nwords, NULL);
	} else {
		add_used_words(&words, l);
		add_used_facts(l);
	}
	/* As they are: together they would take twice the memory. */
	lists = l->lists.len;
	strbuf_addslice(&l->lists, strbuf_slice(&words));
	strbuf_addf(&l->lists, "%016" PRIx64 "\n", frame);
	end_block(l, lists);
	memory->after = l->block;
	memory->rest_after = l->lists;
	l->block = l->lists = (struct strbuf)STRBUF_INIT;
}
