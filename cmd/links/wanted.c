/* SPDX-License-Identifier: MIT */
/* Notes that are linked to and are not there. */
#include "cmd/links/links.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "core/base/path.h"
#include "core/text/unicode.h"

/* A note by the name that links give it, and who wants it. */
struct wanted {
	struct str name;	/* as the first link has it */
	const struct index_link **links;
	size_t count, cap;
};

struct wanted_list {
	struct wanted *items;
	size_t count, cap;
	struct strset names;	/* folded */
};

static void wanted_list_release(struct wanted_list *w)
{
	for (size_t i = 0; i < w->count; i++)
		free(w->items[i].links);
	free(w->items);
	strset_release(&w->names);
}

static struct wanted *by_name(struct wanted_list *w, struct str name)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	size_t at;

	unicode_add_folded(&folded, name);
	if (strset_get(&w->names, strbuf_slice(&folded), &at))
		return &w->items[at];
	strset_put(&w->names, strbuf_slice(&folded), w->count);
	XGROW(w->items, w->count, w->cap);
	w->items[w->count] = (struct wanted){ .name = name };
	return &w->items[w->count++];
}

/* "[[Streams]]", or "[x](streams.md)" where that would be a note. */
static struct str wanted_name(struct links *l, const struct index_link *link)
{
	struct followed fate = links_follow(l, link);
	struct str path;

	if (fate.fate != FATE_MISSING)
		return STR_NONE;
	if (link->link.kind == LINK_NOTE)
		return link_note_part(link->link.target);
	path = str_of(fate.path);
	if (link->link.kind != LINK_FILE || !path_suffix(path).len ||
	    document_kind(path) == DOCUMENT_OTHER)
		return STR_NONE;
	return path;
}

static void gather(struct wanted_list *w, struct links *l)
{
	for (size_t i = 0; i < l->count; i++) {
		struct str name = wanted_name(l, &l->items[i]);
		struct wanted *one;

		if (!name.len)
			continue;
		one = by_name(w, name);
		XGROW(one->links, one->count, one->cap);
		one->links[one->count++] = &l->items[i];
	}
}

/* Most wanted first. */
static int in_order(const void *a, const void *b)
{
	const struct wanted *x = a, *y = b;

	if (x->count != y->count)
		return x->count > y->count ? -1 : 1;
	return str_cmp(x->name, y->name);
}

/* A line that wants it twice is one place. */
static void print_places(struct strbuf *out, const struct context *ctx,
			 const struct wanted *one)
{
	for (size_t i = 0; i < one->count; i++) {
		const struct index_link *link = one->links[i];
		const struct index_link *last = i ? one->links[i - 1] : NULL;

		if (last && last->link.line == link->link.line &&
		    !strcmp(last->in.path, link->in.path))
			continue;
		strbuf_addstr(out, "    ");
		present_place(out, ctx, link->in.path, link->link.line);
		strbuf_addch(out, '\n');
	}
}

static void print(struct strbuf *out, const struct context *ctx,
		  const struct wanted_list *w)
{
	for (size_t i = 0; i < w->count; i++) {
		const struct wanted *one = &w->items[i];

		AUTO(strbuf) count = STRBUF_INIT;
		struct row r;

		present_count(&count, one->count, "link", "links");
		row_begin(&r, out, ctx, 0, 2);
		row_add(&r, STYLE_BOLD, one->name);
		row_add_whole(&r, STYLE_NONE, strbuf_slice(&count));
		row_end(&r);
		print_places(out, ctx, one);
	}
}

static int print_json(const struct wanted_list *w, struct error *err)
{
	struct json *all = json_new_array();
	int rc;

	for (size_t i = 0; i < w->count; i++) {
		const struct wanted *one = &w->items[i];
		struct json *v = json_new_object(), *from = json_new_array();

		for (size_t k = 0; k < one->count; k++) {
			struct json *place = json_new_object();

			links_set_place(place, &one->links[k]->in,
					one->links[k]->link.line);
			json_append(from, place);
		}
		json_set_slice(v, "name", one->name);
		json_set_int(v, "links", (int64_t)one->count);
		json_set(v, "from", from);
		json_append(all, v);
	}
	rc = report_json(all, err);
	json_free(all);
	return rc;
}

int links_wanted(struct links *l, const struct context *ctx, bool json,
		 struct error *err)
{
	AUTO(wanted_list) w = { NULL, 0, 0, STRSET_INIT };
	AUTO(strbuf) out = STRBUF_INIT;

	gather(&w, l);
	if (w.count)
		qsort(w.items, w.count, sizeof(*w.items), in_order);
	if (json && print_json(&w, err))
		return -1;
	if (!w.count)
		return error_set(err, ERROR_NOTHING,
				 "every note that is linked to is there");
	if (json)
		return 0;
	print(&out, ctx, &w);
	return links_print(ctx, &out, err);
}
