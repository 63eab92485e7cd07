/* SPDX-License-Identifier: MIT */
/* Links into the index, and out of it with the passages they are in. */

#include "core/index/part_row.h"
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

/* Most documents have a path and a title, and that is all. */
static int put_called(struct writer *w, const struct document_rows *rows)
{
	sqlite3_stmt *st;

	if (!*rows->headings && !rows->doc.naliases)
		return 0;
	st = database_get(w->ix, SQL_ADD_CALLED);
	bind_int(st, 1, w->last_document);
	bind_text(st, 2, rows->aliases);
	bind_text(st, 3, rows->headings);
	return database_run(w->ix, st);
}

int links_put(struct writer *w, const struct document_rows *rows,
	      int64_t first_part, struct arena *mem)
{
	const struct document *doc = &rows->doc;

	for (size_t i = 0; i < doc->nlinks; i++)
		if (doc->links[i].target.len <= TARGET_KEPT &&
		    put_link(w, doc, i, first_part, mem))
			return -1;
	return put_called(w, rows);
}

/* --- reading ------------------------------------------------------------- */

struct link_list {
	const struct index_link_filter *filter;
	struct arena *mem;
	struct index_link *items;
	size_t count, cap;
	struct part_row part;	/* of the link in hand; .part 0: none */
	int64_t in_part;	/* of the link before, and its passage there */
	size_t index;
};

static void link_list_release(struct link_list *l)
{
	part_row_release(&l->part);
}

/* The next link is likely to be in the same part; its row stays open. */
static int load_part(struct link_list *l, struct index *ix, int64_t id)
{
	sqlite3_stmt *st = database_get(ix, SQL_LINK_PART);
	int more;

	if (l->part.part == id)
		return 0;
	part_row_release(&l->part);
	if (database_end(st, 0))
		return -1;
	bind_int(st, 1, id);
	more = database_step(ix, st);
	return more > 0 ? part_row_read(&l->part, ix, st, l->mem) : more;
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

/* Without a passage, the headings of the part are all there is to say. */
static struct index_passage place(struct link_list *l, size_t index,
				  unsigned line)
{
	struct part_row *p = &l->part;
	struct index_passage out = p->common;

	if (index < p->count)
		return part_row_passage(p, index, l->mem);
	out.line = out.last_line = line;
	out.text = STR("");
	out.headings = passage_way(&p->way, p->passages, p->count, index,
				   p->columns, l->mem, &out.nheadings);
	return out;
}

/* A long passage with many links is copied once: they share it. */
static bool is_shared(const struct link_list *l, size_t index)
{
	return l->count && l->in_part == l->part.part && l->index == index &&
	       index < l->part.count;
}

static int add_link(void *arg, struct index *ix, sqlite3_stmt *st)
{
	struct link_list *l = arg;
	size_t index = (size_t)-1;
	struct index_link link;

	if (l->filter->paths &&
	    !strset_has(l->filter->paths, column_borrow(st, 7)))
		return 0;
	if (sqlite3_column_type(st, 1) != SQLITE_NULL)
		index = (size_t)sqlite3_column_int64(st, 1);
	if (load_part(l, ix, sqlite3_column_int64(st, 0)))
		return -1;
	read_link(l, st, &link.link);
	if (!link.link.target.s || !link.link.text.s || !l->part.common.path)
		return 0;
	link.in = is_shared(l, index) ? l->items[l->count - 1].in
				      : place(l, index, link.link.line);
	l->in_part = l->part.part;
	l->index = index;
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = link;
	return 0;
}

static int step_links(struct link_list *l, struct index *ix)
{
	const struct index_link_filter *f = l->filter;
	sqlite3_stmt *st = database_get(ix, SQL_LINKS);

	bind_day(st, 1, f->since);
	bind_day(st, 2, f->until);
	bind_text(st, 3, f->topic);
	return database_each(ix, st, add_link, l);
}

static int list_links(struct index *ix, void *arg)
{
	struct link_list *l = arg;
	int rc;

	l->count = 0;
	l->in_part = 0;
	rc = step_links(l, ix);
	part_row_release(&l->part);
	return database_end(database_get(ix, SQL_LINK_PART), rc);
}

int index_links(struct index *ix, const struct index_link_filter *filter,
		struct arena *mem, struct index_link **out, size_t *count,
		struct error *err)
{
	AUTO(link_list) l = { .filter = filter, .mem = mem,
			      .part = PART_ROW_INIT };
	int rc = index_read(ix, list_links, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}

struct called_list {
	struct arena *mem;
	struct link_document *items;
	size_t count, cap;
};

static int add_called(void *arg, struct index *ix UNUSED, sqlite3_stmt *st)
{
	struct called_list *l = arg;
	struct link_document doc = {
		.path = column_string(st, 0, l->mem),
		.title = column_string(st, 2, l->mem),
		.is_entry = sqlite3_column_int(st, 3) == DOCUMENT_ENTRY,
	};

	if (!doc.path)
		return 0;
	doc.aliases = lines_split(column_borrow(st, 4), l->mem, &doc.naliases);
	doc.headings = lines_split(column_borrow(st, 5), l->mem,
				   &doc.nheadings);
	XGROW(l->items, l->count, l->cap);
	l->items[l->count++] = doc;
	return 0;
}

static int list_called(struct index *ix, void *arg)
{
	struct called_list *l = arg;

	l->count = 0;
	return database_each(ix, database_get(ix, SQL_CALLED), add_called, l);
}

int index_called(struct index *ix, struct arena *mem,
		 struct link_document **out, size_t *count, struct error *err)
{
	struct called_list l = { .mem = mem };
	int rc = index_read(ix, list_called, &l, err);

	*out = rows_settle(l.items, mem);
	*count = l.count;
	return rc;
}
