/* SPDX-License-Identifier: MIT */
/* Links into the index, and out of it with the passages they are in. */
#include <stdlib.h>
#include <string.h>

#include "core/index/passages.h"
#include "core/index/write.h"

#define TARGET_KEPT 2000	/* bytes; what is longer is no address */
#define TEXT_KEPT 300

/* --- writing ------------------------------------------------------------- */

static int put_link(struct writer *w, const struct document *doc, size_t number,
		    int64_t first_part, struct arena *mem)
{
	sqlite3_stmt *st = database_get(w->ix, SQL_ADD_LINK);
	const struct link *l = &doc->links[number];

	bind_int(st, 1, w->last_document);
	bind_int(st, 2, (int64_t)number);
	bind_int(st, 3, first_part + l->part);
	if (l->passage >= 0)
		bind_int(st, 4, l->passage -
			 (int64_t)doc->parts[l->part].first_passage);
	bind_int(st, 5, l->line);
	bind_int(st, 6, l->kind);
	bind_int(st, 7, l->wiki);
	bind_str(st, 8, l->target);
	bind_text(st, 9, text_cut(l->text, TEXT_KEPT, mem));
	return database_run(w->ix, st);
}

static const char *headings_text(const struct document *doc, struct arena *mem)
{
	const char **list = arena_alloc(mem, (doc->npassages + 1) *
						     sizeof(*list));
	size_t count = 0;

	for (size_t i = 0; i < doc->npassages; i++)
		if (doc->passages[i].kind == PASSAGE_HEADING)
			list[count++] = arena_str(mem,
						  doc->passages[i].text).s;
	return lines_text(list, count, mem);
}

/* Most documents have a path and a title, and that is all. */
static int put_called(struct writer *w, const struct document *doc,
		      struct arena *mem)
{
	const char *headings = headings_text(doc, mem);
	sqlite3_stmt *st;

	if (!*headings && !doc->naliases)
		return 0;
	st = database_get(w->ix, SQL_ADD_CALLED);
	bind_int(st, 1, w->last_document);
	bind_text(st, 2, lines_text(doc->aliases, doc->naliases, mem));
	bind_text(st, 3, headings);
	return database_run(w->ix, st);
}

int links_put(struct writer *w, const struct document *doc, int64_t first_part,
	      struct arena *mem)
{
	for (size_t i = 0; i < doc->nlinks; i++)
		if (doc->links[i].target.len <= TARGET_KEPT &&
		    put_link(w, doc, i, first_part, mem))
			return -1;
	return put_called(w, doc, mem);
}

/* --- reading ------------------------------------------------------------- */

/* The part of the link in hand; the next one is likely to be in it as well. */
struct link_part {
	struct arena mem;
	int64_t id;		/* 0: none */
	struct str headings;
	struct stored_passage *passages;
	size_t count;
	struct str columns[COLUMN_COUNT];
};

struct link_list {
	const struct index_link_filter *filter;
	struct arena *mem;
	struct index_link *items;
	size_t count, cap;
	struct link_part part;
	int64_t document, in_part;	/* of the link before */
	size_t index;			/* of its passage in the part */
};

static void link_list_release(struct link_list *l)
{
	free(l->items);
	arena_release(&l->part.mem);
}

static int load_part(struct index *ix, struct link_part *p, int64_t id)
{
	sqlite3_stmt *st = database_get(ix, SQL_LINK_PART);
	int more;

	if (p->id == id)
		return 0;
	arena_release(&p->mem);
	*p = (struct link_part){ .mem = ARENA_INIT, .id = id };
	bind_int(st, 1, id);
	more = database_step(ix, st);
	if (more > 0) {
		p->headings = column_str(st, 0, &p->mem);
		p->passages = passages_read(column_borrow(st, 1), &p->mem,
					    &p->count);
	}
	return database_end(st, more) ||
			       part_text(ix, id, &p->mem, p->columns)
		       ? -1
		       : 0;
}

/* Links of one document share its path and title. */
static void read_document(struct link_list *l, sqlite3_stmt *st,
			  struct index_passage *out)
{
	int64_t id = sqlite3_column_int64(st, 7);

	if (l->count && l->document == id) {
		const struct index_passage *last = &l->items[l->count - 1].in;

		*out = (struct index_passage){ .path = last->path,
					       .id = last->id,
					       .title = last->title };
	} else {
		*out = (struct index_passage){
			.path = column_string(st, 8, l->mem),
			.id = column_string(st, 9, l->mem),
			.title = column_string(st, 10, l->mem),
		};
	}
	out->document = (enum document_kind)sqlite3_column_int(st, 11);
	out->day = column_day(st, 12);
	l->document = id;
}

static void read_link(struct link_list *l, sqlite3_stmt *st,
		      struct link *out)
{
	int kind = sqlite3_column_int(st, 3);

	*out = (struct link){
		.kind = (unsigned)kind < LINK_KIND_COUNT ? (enum link_kind)kind
							 : LINK_OTHER,
		.wiki = sqlite3_column_int(st, 4),
		.line = (unsigned)sqlite3_column_int64(st, 2),
		.part = -1,
		.passage = -1,
		.target = column_str(st, 5, l->mem),
		.text = column_str(st, 6, l->mem),
	};
}

/* A long passage with many links is copied once: they share it. */
static bool share_passage(const struct link_list *l, size_t index,
			  struct index_link *out)
{
	const struct index_passage *last;

	if (!l->count || l->in_part != l->part.id || l->index != index ||
	    index >= l->part.count)
		return false;
	last = &l->items[l->count - 1].in;
	out->in = *last;
	return true;
}

/* Without a passage, the headings of the part are all there is to say. */
static void read_passage(struct link_list *l, size_t index,
			 struct index_link *out)
{
	const struct link_part *p = &l->part;
	const struct way way = {
		.kind = out->in.document,
		.title = out->in.title,
		.headings = p->headings,
	};

	out->in.line = out->link.line;
	out->in.text = STR("");
	if (index < p->count) {
		const struct stored_passage *s = &p->passages[index];

		out->in.kind = s->kind;
		out->in.section = s->section;
		out->in.line = s->line;
		out->in.text = arena_str(l->mem, passage_text(s, p->columns));
	}
	out->in.headings = passage_way(&way, p->passages, p->count, index,
				       p->columns, l->mem, &out->in.nheadings);
}

static bool is_wanted(const struct link_list *l, sqlite3_stmt *st)
{
	return !l->filter->paths ||
	       strset_has(l->filter->paths, column_borrow(st, 8));
}

static int add_link(struct link_list *l, struct index *ix, sqlite3_stmt *st)
{
	size_t index = (size_t)-1;
	struct index_link link;

	if (!is_wanted(l, st))
		return 0;
	if (sqlite3_column_type(st, 1) != SQLITE_NULL)
		index = (size_t)sqlite3_column_int64(st, 1);
	if (load_part(ix, &l->part, sqlite3_column_int64(st, 0)))
		return -1;
	read_document(l, st, &link.in);
	read_link(l, st, &link.link);
	if (!link.link.target.s || !link.link.text.s || !link.in.path)
		return 0;
	if (!share_passage(l, index, &link))
		read_passage(l, index, &link);
	l->in_part = l->part.id;
	l->index = index;
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = link;
	return 0;
}

static int list_links(struct index *ix, void *arg)
{
	struct link_list *l = arg;
	const struct index_link_filter *f = l->filter;
	sqlite3_stmt *st = database_get(ix, SQL_LINKS);
	int more;

	l->count = 0;
	l->part.id = l->document = l->in_part = 0;
	if (f->since != DAY_NONE)
		bind_int(st, 1, f->since);
	if (f->until != DAY_NONE)
		bind_int(st, 2, f->until);
	bind_text(st, 3, f->topic);
	while ((more = database_step(ix, st)) > 0)
		if (add_link(l, ix, st)) {
			more = -1;
			break;
		}
	return database_end(st, more);
}

int index_links(struct index *ix, const struct index_link_filter *filter,
		struct arena *mem, struct index_link **out, size_t *count,
		struct error *err)
{
	AUTO(link_list) l = { .filter = filter, .mem = mem };
	int rc = index_read(ix, list_links, &l, err);

	*out = arena_alloc(mem, (l.count + 1) * sizeof(**out));
	if (l.count)
		memcpy(*out, l.items, l.count * sizeof(**out));
	*count = l.count;
	return rc;
}

struct called_list {
	struct arena *mem;
	struct link_document *items;
	size_t count, cap;
};

static int list_called(struct index *ix, void *arg)
{
	struct called_list *l = arg;
	sqlite3_stmt *st = database_get(ix, SQL_CALLED);
	int more;

	l->count = 0;
	while ((more = database_step(ix, st)) > 0) {
		struct link_document doc = {
			.path = column_string(st, 0, l->mem),
			.title = column_string(st, 2, l->mem),
			.is_entry = sqlite3_column_int(st, 3) ==
				    DOCUMENT_ENTRY,
		};

		if (!doc.path)
			continue;
		doc.aliases = lines_split(column_borrow(st, 4), l->mem,
					  &doc.naliases);
		doc.headings = lines_split(column_borrow(st, 5), l->mem,
					   &doc.nheadings);
		XGROW(l->items, l->count, l->cap);
		l->items[l->count++] = doc;
	}
	return database_end(st, more);
}

int index_called(struct index *ix, struct arena *mem,
		 struct link_document **out, size_t *count, struct error *err)
{
	struct called_list l = { .mem = mem };
	int rc = index_read(ix, list_called, &l, err);

	*out = arena_alloc(mem, (l.count + 1) * sizeof(**out));
	if (l.count)
		memcpy(*out, l.items, l.count * sizeof(**out));
	*count = l.count;
	free(l.items);
	return rc;
}
