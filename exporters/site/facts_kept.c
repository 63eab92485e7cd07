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
 * pages.  A sum is of the facts, of the lists, of what follows, each in pieces
 * of SUM_PIECE bytes, and of all that stands before as well, so that a block
 * which is not whole, or was not meant for this place, ends what is believed.
 */

/* Another form of what is kept, or another way to find it out. */
#define FORM "facts 35"

#define HEAD "%016" PRIx64 " %016zx %016zx %016zx\n"
#define LINE_LEAST 64		/* about, of facts */
#define HEAD_LENGTH (4 * 16 + strlen("   \n"))

#define LIST_INIT { .words = SEARCH_WORDS_INIT, \
		    .block = STRBUF_INIT, .lists = STRBUF_INIT, \
		    .aside = { SCRATCH_INIT, SCRATCH_INIT, 0, 0, \
			       FILE_MAP_INIT, SUM64_INIT }, \
		    .texts = SEARCH_ASIDE_INIT }

static void list_release(struct site_facts_list *l)
{
	strbuf_release(&l->block);
	strbuf_release(&l->lists);
	file_map_release(&l->aside.bytes);
	scratch_release(&l->aside.scratch);
	scratch_release(&l->aside.lists);
	search_words_release(&l->words);
	search_aside_release(&l->texts);
	free(l->items);
	free(l->ends);
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
	size_t at = 0;

	if (l->by_sum.size)
		return sum_table_get(&l->by_sum, sum, &at) ? &l->items[at] :
							     NULL;
	while (at < l->count && l->items[at].sum != sum)
		at++;
	return at < l->count ? &l->items[at] : NULL;
}

const struct site_facts *site_facts_of(const struct site_facts_list *l,
				       uint64_t sum)
{
	return find(l, sum);
}

void site_facts_settle(struct site_facts_list *l)
{
	sum_table_release(&l->by_sum);
}

/* --- finding --- */

/* So many lines are read before what they were read from is let go. */
#define LINES_AT_A_TIME 4096

static void read_lines(struct site_facts_list *l, struct str lines,
		       struct str lists)
{
	struct str rest = lines, line = str_next_line(&rest);
	/* They are about as long as one another. */
	size_t about = lines.len / (line.len > LINE_LEAST ? line.len :
							    LINE_LEAST);

	sum_table_expect(&l->by_sum, about);
	if (!l->cap)
		XRESERVE(l->items, l->cap, about + about / 64);
	while ((line = str_next_line(&lines)).s) {
		XGROW(l->items, l->count, l->cap);
		MEMORY_AHEAD(l->items, l->count, l->cap);
		l->items[l->count] = site_facts_read_line(line, &lists);
		sum_table_put(&l->by_sum, l->items[l->count].sum, l->count);
		if (++l->count % LINES_AT_A_TIME == 0)
			site_facts_rest(l);
	}
}

/* Summed at a time, each with its length: another number, another FORM. */
#define SUM_PIECE ((size_t)4 << 20)

/* What has been summed is let go. */
static void sum_pieces(struct sum64 *sum, struct str bytes,
		       const struct site_facts_list *l)
{
	for (; bytes.len > SUM_PIECE; bytes = str_from(bytes, SUM_PIECE)) {
		sum64_add(sum, str_upto(bytes, SUM_PIECE));
		site_facts_rest(l);
	}
	sum64_add(sum, bytes);
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
	sum_pieces(&sum, str_upto(block, facts), l);
	sum_pieces(&sum, str_upto(str_from(block, facts), lists), l);
	sum_pieces(&sum, str_from(block, facts + lists), l);
	if (told != sum.value)
		return false;
	l->end = sum.value;
	XGROW(l->ends, l->nends, l->ends_cap);
	l->ends[l->nends++] = l->end;
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

struct site_facts_list *site_facts_recall(struct str known,
					  const struct export_memory *memory)
{
	struct site_facts_list *l = xcalloc(1, sizeof(*l));
	struct sum64 sum = SUM64_INIT;
	struct str rest = known;

	*l = (struct site_facts_list)LIST_INIT;
	l->memory = memory;
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

void site_facts_rest(const struct site_facts_list *l)
{
	if (l->memory && l->memory->rest)
		l->memory->rest(l->memory);
	file_map_let_go(&l->aside.bytes);
}

/* Of other settings, all would be otherwise. */
static void check_form(struct site_facts_list *l,
		       const struct settings *settings)
{
	AUTO(strbuf) form = STRBUF_INIT;
	const struct export_memory *memory = l->memory;

	add_form(&form, settings);
	if (str_eq(l->form, strbuf_slice(&form)))
		return;
	list_release(l);
	*l = (struct site_facts_list)LIST_INIT;
	l->memory = memory;
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

/* Less is held in memory, which takes no system calls. */
#define WORTH_ASIDE ((size_t)1 << 20)
#define MANY_ASIDE 256		/* entries */

static void leave_aside(struct laid_aside *a)
{
	file_map_release(&a->bytes);
	scratch_release(&a->scratch);
	scratch_release(&a->lists);
	a->facts = a->listed = 0;
}

/* What was learned of a large journal is most of what a run would hold.  Not
 * where what is kept of others goes behind it. */
static void begin_aside(struct site_facts_list *l, size_t count)
{
	if (count < MANY_ASIDE || (!l->is_added && l->used))
		return;
	scratch_open(&l->aside.scratch);
	scratch_open(&l->aside.lists);
	if (!l->aside.scratch.file || !l->aside.lists.file)
		leave_aside(&l->aside);
}

static void spill(struct site_facts_list *l)
{
	struct str facts = str_from(strbuf_slice(&l->block), l->begin);
	struct laid_aside *a = &l->aside;

	scratch_add(&a->scratch, facts);
	scratch_add(&a->lists, strbuf_slice(&l->lists));
	a->facts += facts.len;
	a->listed += l->lists.len;
	strbuf_truncate(&l->block, l->begin);
	strbuf_reset(&l->lists);
}

void site_facts_spill(struct site_facts_list *l)
{
	if (l->aside.scratch.file &&
	    l->block.len - l->begin + l->lists.len >= WORTH_ASIDE)
		spill(l);
}

/* Copied at a time. */
#define COPY_PIECE ((size_t)1 << 20)

/* Behind the facts; false: not all of it is there. */
static bool move_lists(struct laid_aside *a)
{
	AUTO(strbuf) piece = STRBUF_INIT;
	bool is_there = true;

	scratch_flush(&a->lists);
	for (size_t at = 0; is_there && at < a->listed; at += piece.len) {
		size_t left = a->listed - at;

		strbuf_reset(&piece);
		is_there = scratch_read(&a->lists, at,
					left < COPY_PIECE ? left : COPY_PIECE,
					&piece);
		scratch_add(&a->scratch, strbuf_slice(&piece));
	}
	scratch_release(&a->lists);
	return is_there;
}

/* Of little, all is still in memory.  False: a disk was full. */
static bool end_aside(struct site_facts_list *l)
{
	struct laid_aside *a = &l->aside;
	AUTO(strbuf) head = STRBUF_INIT;

	if (!a->facts) {
		leave_aside(a);
		return true;
	}
	spill(l);
	if (!move_lists(a) ||
	    !scratch_map(&a->scratch, a->facts + a->listed, &a->bytes))
		return false;
	a->sum.value = l->end;
	sum_pieces(&a->sum, str_upto(file_map_slice(&a->bytes), a->facts), l);
	sum_pieces(&a->sum, str_from(file_map_slice(&a->bytes), a->facts), l);
	strbuf_addslice(&head, strbuf_slice(&l->block));
	strbuf_release(&l->lists);
	strbuf_release(&l->block);
	strbuf_addslice(&l->block, strbuf_slice(&head));
	return true;
}

/* A disk that is full is not to be kept so: then all is held in memory. */
static int learn(struct site_facts_list *l, struct site_lesson *lesson,
		 unsigned workers, struct error *err)
{
	begin_aside(l, lesson->count);
	if (site_facts_learn(lesson, workers, err)) {
		leave_aside(&l->aside);
		return -1;
	}
	if (end_aside(l) && !lesson->is_lost)
		return 0;
	leave_aside(&l->aside);
	strbuf_truncate(&l->block, l->begin);
	strbuf_reset(&l->lists);
	search_aside_release(&l->texts);
	return site_facts_learn(lesson, workers, err);
}

static struct str learned_facts(const struct site_facts_list *l)
{
	return l->aside.facts ? str_upto(file_map_slice(&l->aside.bytes),
					 l->aside.facts) :
				str_from(strbuf_slice(&l->block), l->begin);
}

static struct str learned_lists(const struct site_facts_list *l)
{
	return l->aside.facts ? str_from(file_map_slice(&l->aside.bytes),
					 l->aside.facts) :
				strbuf_slice(&l->lists);
}

/* No more than is needed: what grows takes more in advance. */
static void make_room(struct site_facts_list *l)
{
	size_t cap = l->count + l->learned;

	if (cap <= l->cap)
		return;
	l->items = xresize(l->items, l->count * sizeof(*l->items),
			   cap * sizeof(*l->items));
	l->cap = cap;
}

int site_facts_find(struct site_facts_list *out, const struct snapshot *s,
		    unsigned workers, struct error *err)
{
	size_t *missing = xcalloc(s->nentries + 1, sizeof(*missing));
	struct site_lesson lesson = { .s = s, .entries = missing,
				      .all = out };
	int rc;

	check_form(out, s->settings);
	find_missing(out, s, &lesson, missing);
	out->learned = lesson.count;
	out->nknown = out->count;
	out->nwords = lesson.nwords = out->words.count;
	begin_block(out, s->settings);
	rc = learn(out, &lesson, workers, err);
	search_words_forget_seen(&out->words);
	make_room(out);
	read_lines(out, learned_facts(out), learned_lists(out));
	site_facts_find_texts(&lesson);
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

	for (size_t i = 0; l->nwords && i < l->count; i++) {
		if (i < l->nknown && !l->items[i].is_used)
			continue;
		mark_used(used, l, site_facts_words(&l->items[i]));
		mark_used(used, l, site_facts_title_words(&l->items[i]));
	}
	for (size_t i = l->nwords; i < l->words.count; i++)
		used[i] = true;
	search_words_write(out, &l->words, 0, used);
	free(used);
}

/* The sum of what was laid aside is known. */
static void end_block(struct site_facts_list *l, struct str facts,
		      struct str lists, struct str others)
{
	struct sum64 sum = { l->end };
	char head[4 * 16 + sizeof("   \n")];

	if (l->aside.facts) {
		sum = l->aside.sum;
	} else {
		sum_pieces(&sum, facts, l);
		sum_pieces(&sum, lists, l);
	}
	sum_pieces(&sum, others, l);
	l->end = sum.value;
	snprintf(head, sizeof(head), HEAD, sum.value,
		 facts.len + lists.len + others.len, facts.len, lists.len);
	memcpy(l->block.buf + l->begin - HEAD_LENGTH, head, HEAD_LENGTH);
}

static void add_used_facts(struct site_facts_list *l)
{
	for (size_t i = 0; i < l->nknown; i++) {
		const struct site_facts *f = &l->items[i];
		const struct site_facts_parts parts = site_facts_parts_of(f);

		if (f->is_used)
			site_facts_add_line(&l->block, &l->lists, f, &parts);
	}
}

void site_facts_keep(struct export_memory *memory, struct site_facts_list *l,
		     uint64_t frame)
{
	struct strbuf others = STRBUF_INIT;

	memory->is_added = l->is_added;
	if (l->is_added && !l->learned && l->frame == frame &&
	    l->words.count == l->nwords)
		return;
	/* What was learned is not to be read once the block has grown. */
	if (l->is_added) {
		search_words_write(&others, &l->words, l->nwords, NULL);
	} else {
		add_used_words(&others, l);
		add_used_facts(l);
	}
	strbuf_addf(&others, "%016" PRIx64 "\n", frame);
	end_block(l, learned_facts(l), learned_lists(l), strbuf_slice(&others));
	memory->between = l->aside.facts ? file_map_slice(&l->aside.bytes) :
					   strbuf_slice(&l->lists);
	memory->between_map = l->aside.facts ? &l->aside.bytes : NULL;
	memory->after = l->block;
	memory->rest_after = others;
	l->block = (struct strbuf)STRBUF_INIT;
}
