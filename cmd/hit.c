/* SPDX-License-Identifier: MIT */
/* Passages that were found, on the terminal and in JSON. */
#include "cmd/hit.h"

#include <string.h>

#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "core/base/date.h"

#define INDENT 2
#define SET_IN 4		/* a line that goes on */

static void add_title(struct strbuf *out, const struct context *ctx,
		      const struct hit *h)
{
	struct row r;

	row_begin(&r, out, ctx, 0, SET_IN);
	if (h->day != DAY_NONE)
		row_add(&r, STYLE_BOLD, str_of(day_format(h->day).s));
	row_add(&r, STYLE_BOLD, str_of(h->title));
	row_add_headings(&r, h->title, h->headings, h->nheadings);
	if (!h->nheadings && h->section != SECTION_NONE)
		row_add(&r, STYLE_NONE, str_of(section_title(h->section)));
	row_end(&r);
}

/* Another passage of the document whose title stands there already. */
static void add_way(struct strbuf *out, const struct context *ctx,
		    const struct hit *h)
{
	AUTO(strbuf) way = STRBUF_INIT;
	struct row r;

	strbuf_addblanks(&way, INDENT);
	row_begin(&r, &way, ctx, INDENT, SET_IN);
	if (!row_add_headings(&r, h->title, h->headings, h->nheadings))
		return;
	row_end(&r);
	strbuf_addslice(out, strbuf_slice(&way));
}

/* Beneath the last one shown of its part. */
static void add_more(struct strbuf *out, const struct context *ctx,
		     const struct hit *h)
{
	AUTO(strbuf) more = STRBUF_INIT;

	if (!h->more)
		return;
	strbuf_addf(&more, "%s and %zu more here", ctx->utf8 ? "…" : "...",
		    h->more);
	strbuf_addstr(out, "  ");
	style_add(out, ctx, STYLE_DIM, strbuf_slice(&more));
	strbuf_addch(out, '\n');
}

void hit_add(struct strbuf *out, const struct context *ctx, const struct hit *h,
	     const struct hit *before, const char *text)
{
	if (before && !strcmp(before->path, h->path)) {
		add_way(out, ctx, h);
	} else {
		if (before)
			strbuf_addch(out, '\n');
		add_title(out, ctx, h);
	}
	strbuf_addstr(out, "  ");
	present_place(out, ctx, h->path, h->line);
	strbuf_addch(out, '\n');
	present_text(out, ctx, str_of(text));
	add_more(out, ctx, h);
}

static const char *document_kind_name(int kind)
{
	static const char *const names[] = {
		[DOCUMENT_ENTRY] = "entry",
		[DOCUMENT_NOTE] = "note",
		[DOCUMENT_PLAN] = "plan",
	};

	return kind >= 0 && kind < (int)ARRAY_SIZE(names) ? names[kind] : NULL;
}

static struct json *traits_json(unsigned traits)
{
	struct json *all = json_new_array();

	for (unsigned bit = 0; bit < TRAIT_COUNT; bit++)
		if (traits >> bit & 1)
			json_append_string(all, passage_trait_name(bit));
	return all;
}

struct json *hit_json(const struct hit *h)
{
	AUTO(strbuf) snippet = STRBUF_INIT;
	struct json *v = json_new_object();

	hit_add_plain(&snippet, h->snippet);
	json_set_string(v, "id", h->id);
	json_set_string(v, "path", h->path);
	present_json_string(v, "title", h->title);
	json_set_int(v, "line", h->line);
	json_set_day(v, "date", h->day);
	present_json_strings(v, "heading", h->headings, h->nheadings);
	present_json_section(v, "section", h->section);
	json_set_string(v, "kind", document_kind_name(h->document));
	json_set(v, "traits", traits_json(h->traits));
	json_set_slice(v, "snippet", strbuf_slice(&snippet));
	present_json_strings(v, "topics", h->topics, h->ntopics);
	json_set_int(v, "more", (int64_t)h->more);
	return v;
}
