/* SPDX-License-Identifier: MIT */
/* Hits of parts that matched. */
#include "core/index/hits.h"

#include "core/base/alloc.h"
#include "core/index/part_images.h"
#include "core/index/snippet.h"

/* What all passages of a part have in common. */
static int load_part(struct index *ix, const struct showing *how, int64_t part,
		     struct hit *hit, struct matched *m)
{
	struct arena *mem = how->mem, *scratch = how->scratch;
	sqlite3_stmt *st = database_get(ix, SQL_HIT);
	int more;

	*m = (struct matched){ .part = part };
	bind_int(st, 1, part);
	more = database_step(ix, st);
	if (more > 0) {
		*hit = (struct hit){
			.path = column_string(st, 1, mem),
			.id = column_string(st, 2, mem),
			.title = column_string(st, 3, mem),
			.document = sqlite3_column_int(st, 4),
			.day = column_day(st, 5),
			.line = (unsigned)sqlite3_column_int64(st, 10),
			.snippet = "",
			.text = "",
		};
		m->way.kind = (enum document_kind)hit->document;
		m->way.title = hit->title;
		m->way.headings = column_str(st, 6, scratch);
		m->passages = passages_read(column_borrow(st, 7), scratch,
					    &m->count);
		hit->topics = lines_split(column_borrow(st, 8), mem,
					  &hit->ntopics);
		if (how->together->nterms || how->together->nwishes)
			part_topics_read(&m->topics, column_borrow(st, 8),
					 column_borrow(st, 9), m->count,
					 scratch, scratch);
		for (int i = 0; i < COLUMN_COUNT; i++)
			m->columns[i] = column_str(st, 11 + i, scratch);
	}
	return database_end(st, more);
}

/* Without words, what passages are is told without their texts. */
static int load_passages(struct index *ix, int64_t part, struct matched *m,
			 struct arena *mem)
{
	sqlite3_stmt *st = database_get(ix, SQL_PASSAGES);
	int more;

	*m = (struct matched){ .part = part };
	bind_int(st, 1, part);
	more = database_step(ix, st);
	if (more > 0) {
		m->passages =
			passages_read(column_borrow(st, 2), mem, &m->count);
		part_topics_read(&m->topics, column_borrow(st, 0),
				 column_borrow(st, 1), m->count, mem, mem);
	}
	return database_end(st, more);
}

int hits_count(struct index *ix, const struct showing *how, int64_t part,
	       size_t *count)
{
	AUTO(arena) mem = ARENA_INIT;
	struct showing showing = *how;
	struct hit hit;
	struct matched m;
	size_t chosen, more;

	showing.mem = showing.scratch = &mem;
	if (how->words->count ? load_part(ix, &showing, part, &hit, &m)
			      : load_passages(ix, part, &m, &mem))
		return -1;
	chosen = shown_choose(&showing, &m,
			      arena_alloc(&mem, (m.count + 1) *
							sizeof(struct shown)),
			      &more);
	*count += chosen ? chosen : 1;
	return 0;
}

static struct hit *add_hit(struct hit_list *l, const struct hit *like)
{
	XGROW(l->items, l->count, l->cap);
	l->items[l->count] = *like;
	return &l->items[l->count++];
}

static void show_passage(const struct showing *how, struct hit *hit,
			 const struct matched *m, const struct shown *shown)
{
	const struct stored_passage *p = &m->passages[shown->passage];
	struct str text = passage_text(p, m->columns);
	const char *heading;

	hit->headings = passage_way(&m->way, m->passages, m->count,
				    shown->passage, m->columns, how->mem,
				    &hit->nheadings);
	hit->line = p->line;
	hit->section = p->section;
	hit->traits = p->traits;
	hit->text = arena_str(how->mem, text).s;
	heading = shown_heading(how, m, shown, hit->headings,
				hit->nheadings);
	hit->snippet = heading ? heading
			       : snippet_make(text, &shown->found,
					      p->kind == PASSAGE_CODE,
					      how->mem);
}

static bool asks_for_images(const struct together *t)
{
	for (size_t i = 0; i < t->nthings; i++)
		if (t->things[i]->from == TRAIT_IMAGE)
			return true;
	return false;
}

/* An image is shown by its address, beside the passage that it stands in; where
 * none has any, the first of them alone. */
static int add_image(struct index *ix, struct hit *hit, int64_t part,
		     size_t passage, struct arena *mem)
{
	struct part_image *images;
	size_t count;

	if (part_images_read(ix, part, mem, &images, &count))
		return -1;
	for (size_t i = 0; i < count; i++) {
		bool in_passage = hit->traits & TRAIT_IMAGE;

		if (in_passage && images[i].passage != (int)passage)
			continue;
		if (in_passage) {
			hit->snippet = arena_printf(mem, "%s %s",
						    hit->snippet,
						    images[i].markdown);
			return 0;
		}
		hit->snippet = images[i].markdown;
		hit->line = images[i].line;
		return 0;
	}
	return 0;
}

static int add_hits(struct index *ix, const struct showing *how, int64_t part,
		    size_t most, struct hit_list *out)
{
	struct hit common = { .snippet = "", .text = "" }, *hit = NULL;
	bool images = asks_for_images(how->together);
	struct matched m;
	struct shown *shown;
	size_t count, more;

	if (load_part(ix, how, part, &common, &m))
		return -1;
	shown = arena_alloc(how->scratch, (m.count + 1) * sizeof(*shown));
	count = shown_choose(how, &m, shown, &more);
	for (size_t i = 0; i < count && i < most; i++) {
		hit = add_hit(out, &common);
		show_passage(how, hit, &m, &shown[i]);
		if (images && add_image(ix, hit, part, shown[i].passage,
					how->mem))
			return -1;
	}
	if (!hit) {
		hit = add_hit(out, &common);
		hit->headings = passage_way(&m.way, m.passages, m.count,
					    m.count, m.columns, how->mem,
					    &hit->nheadings);
	}
	hit->more = count > most ? count - most : more;
	return 0;
}

int hits_add(struct index *ix, const struct showing *how, int64_t part,
	     size_t most, struct hit_list *out)
{
	AUTO(arena) scratch = ARENA_INIT;
	struct showing showing = *how;

	showing.scratch = &scratch;
	return add_hits(ix, &showing, part, most, out);
}
