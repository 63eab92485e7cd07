/* SPDX-License-Identifier: MIT */
/* Links under the documents and headings that they stand in. */
#include "cmd/links/links.h"

#include <string.h>

#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"

#define LINE_WIDTH 6
#define KIND_WIDTH 5
#define LINK_COLUMN (LINE_WIDTH + 2 + KIND_WIDTH + 2)
#define HEADING_INDENT 2

static bool same_headings(const struct index_passage *a,
			  const struct index_passage *b)
{
	if (a->nheadings != b->nheadings)
		return false;
	for (size_t i = 0; i < a->nheadings; i++)
		if (strcmp(a->headings[i], b->headings[i]))
			return false;
	return true;
}

static void add_head(struct strbuf *out, const struct context *ctx,
		     const struct index_passage *in,
		     const struct index_passage *before)
{
	bool same = before && !strcmp(before->path, in->path);
	struct row r;

	if (same && same_headings(before, in))
		return;
	if (!same) {
		if (before)
			strbuf_addch(out, '\n');
		style_add(out, ctx, STYLE_BOLD, str_of(in->path));
		strbuf_addch(out, '\n');
	}
	if (!in->nheadings)
		return;
	strbuf_addblanks(out, HEADING_INDENT);
	row_begin(&r, out, ctx, HEADING_INDENT, 2 * HEADING_INDENT);
	row_add_headings(&r, "", in->headings, in->nheadings);
	row_end(&r);
}

static void add_remark(struct row *r, const struct followed *f)
{
	static const char *const remarks[] = {
		[FATE_MISSING] = "there is none",
		[FATE_AMBIGUOUS] = "there are several",
		[FATE_NO_HEADING] = "it has no such heading",
	};

	if (f->fate >= FATE_MISSING)
		row_add(r, STYLE_WARN, str_of(remarks[f->fate]));
}

static void add_one(struct strbuf *out, const struct context *ctx,
		    struct links *l, const struct index_link *link)
{
	const struct link *it = &link->link;
	struct followed fate = links_follow(l, link);
	AUTO(strbuf) line = STRBUF_INIT;
	struct row r;

	strbuf_addf(&line, "%*u  ", LINE_WIDTH, it->line);
	style_add(out, ctx, STYLE_DIM, strbuf_slice(&line));
	strbuf_addf(out, "%-*s  ", KIND_WIDTH, link_kind_name(it->kind));
	row_begin(&r, out, ctx, LINK_COLUMN, LINK_COLUMN);
	if (it->wiki)
		row_add(&r, STYLE_NONE, it->target);
	else
		row_add_whole(&r, STYLE_NONE, it->target);
	if (it->text.len && !str_eq(it->text, it->target))
		row_add(&r, STYLE_DIM, it->text);
	add_remark(&r, &fate);
	row_end(&r);
}

void links_add_list(struct strbuf *out, const struct context *ctx,
		    struct links *l)
{
	for (size_t i = 0; i < l->count; i++) {
		add_head(out, ctx, &l->items[i].in,
			 i ? &l->items[i - 1].in : NULL);
		add_one(out, ctx, l, &l->items[i]);
	}
}

void links_set_place(struct json *v, const struct index_passage *in,
		     unsigned line)
{
	json_set_string(v, "id", in->id);
	json_set_string(v, "path", in->path);
	json_set_int(v, "line", line);
	json_set_day(v, "date", in->day);
	present_json_strings(v, "heading", in->headings, in->nheadings);
	present_json_section(v, "section", in->section);
}

struct json *links_json(struct links *l)
{
	struct json *all = json_new_array();

	for (size_t i = 0; i < l->count; i++) {
		const struct index_link *link = &l->items[i];
		struct followed fate = links_follow(l, link);
		struct json *v = json_new_object();

		links_set_place(v, &link->in, link->link.line);
		json_set_string(v, "kind", link_kind_name(link->link.kind));
		json_set_slice(v, "target", link->link.target);
		json_set_slice(v, "text", link->link.text);
		present_json_string(v, "to", fate.path);
		present_json_string(v, "state", link_fate_name(fate.fate));
		json_append(all, v);
	}
	return all;
}
