/* SPDX-License-Identifier: MIT */
/* hecto backlinks: what links to a note or an entry. */
#include "cmd/command.h"
#include "cmd/links/links.h"
#include "cmd/report.h"
#include "cmd/terminal/outline.h"
#include "cmd/terminal/pick.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "core/base/date.h"
#include "core/text/unicode.h"

#include <string.h>

struct backlinks_args {
	bool json;
};

static const struct option backlinks_options[] = {
	FLAG(0, "json", backlinks_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* What is linked to: a document, or a note that is not there yet. */
struct linked {
	const char *path;	/* NULL: there is none of that name */
	const char *title;
	struct error why;	/* there is none, or none that is meant */
};

static int ambiguous(const struct links *l, const char *name,
		     const struct link_name *several, struct error *err)
{
	AUTO(strbuf) paths = STRBUF_INIT;

	for (size_t i = 0; i < several->count && i < LINK_CANDIDATES; i++)
		strbuf_addf(&paths, "%s'%s'", i ? ", " : "",
			    l->names.documents[several->documents[i]].path);
	return error_set(err, ERROR_USAGE, "%zu documents are called '%s'; "
			 "name one by its path: %s", several->count, name,
			 paths.buf);
}

static const char *title_of(const struct links *l, const char *path)
{
	for (size_t i = 0; i < l->names.count; i++)
		if (!strcmp(l->names.documents[i].path, path))
			return l->names.documents[i].title;
	return NULL;
}

/* By any name that a link may use, or as the other commands take it. */
static int find_linked(struct linked *out, struct links *l, const char *name,
		       const struct context *ctx, struct error *err)
{
	struct link_found found = link_find_wiki(&l->names, "", str_of(name));
	struct picked picked;

	*out = (struct linked){ NULL, NULL, ERROR_INIT };
	if (found.end == LINK_AMBIGUOUS)
		return ambiguous(l, name, &found.several, err);
	if (found.end == LINK_TO_DOCUMENT)
		out->path = l->names.documents[found.document].path;
	else if (!pick_one(&picked, ctx->journal, name, &l->mem, &out->why))
		out->path = picked.path;
	if (out->path)
		out->title = title_of(l, out->path);
	return 0;
}

static bool same_name(struct str a, struct str b)
{
	AUTO(strbuf) x = STRBUF_INIT;
	AUTO(strbuf) y = STRBUF_INIT;

	unicode_add_folded(&x, a);
	unicode_add_folded(&y, b);
	return str_eq(strbuf_slice(&x), strbuf_slice(&y));
}

static bool leads_there(struct links *l, const struct index_link *link,
			const struct linked *to, const char *name)
{
	struct followed fate = links_follow(l, link);

	if (to->path)
		return fate.path && !strcmp(fate.path, to->path) &&
		       strcmp(link->in.path, to->path);
	return fate.fate == FATE_MISSING && link->link.kind == LINK_NOTE &&
	       same_name(link_note_part(link->link.target),
			 link_note_part(str_of(name)));
}

static void keep_those(struct links *l, const struct linked *to,
		       const char *name)
{
	size_t kept = 0;

	for (size_t i = 0; i < l->count; i++)
		if (leads_there(l, &l->items[i], to, name))
			l->items[kept++] = l->items[i];
	l->count = kept;
}

/* --- output -------------------------------------------------------------- */

/* Several links of one passage follow one another and share its text. */
static bool same_passage(const struct index_link *a, const struct index_link *b)
{
	return a->in.text.len && a->in.text.s == b->in.text.s;
}

static struct json *passage_json(const struct links *l, size_t *i)
{
	const struct index_link *first = &l->items[*i];
	struct json *v = json_new_object(), *list = json_new_array();

	do {
		const struct link *it = &l->items[*i].link;
		struct json *link = json_new_object();

		json_set_int(link, "line", it->line);
		json_set_string(link, "kind", link_kind_name(it->kind));
		json_set_slice(link, "target", it->target);
		json_set_slice(link, "text", it->text);
		json_append(list, link);
		++*i;
	} while (*i < l->count && same_passage(first, &l->items[*i]));
	links_set_place(v, &first->in, first->in.line);
	json_set_string(v, "title", first->in.title);
	json_set_slice(v, "text", first->in.text);
	json_set(v, "links", list);
	return v;
}

static int print_json(const struct links *l, const struct linked *to,
		      struct error *err)
{
	struct json *v = json_new_object(), *list = json_new_array();
	int rc;

	for (size_t i = 0; i < l->count;)
		json_append(list, passage_json(l, &i));
	present_json_string(v, "path", to->path);
	present_json_string(v, "title", to->title);
	json_set(v, "passages", list);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static void add_title(struct strbuf *out, const struct context *ctx,
		      const struct links *l, const struct linked *to,
		      const char *name)
{
	AUTO(strbuf) place = STRBUF_INIT;
	AUTO(strbuf) counts = STRBUF_INIT;
	size_t documents = 0;
	struct row r;

	for (size_t i = 0; i < l->count; i++)
		documents += !i || strcmp(l->items[i].in.path,
					  l->items[i - 1].in.path);
	if (to->path)
		strbuf_addf(&place, "%s:", to->path);
	present_count(&counts, l->count, "link", "links");
	strbuf_addstr(&counts, " in ");
	present_count(&counts, documents, "document", "documents");
	row_begin(&r, out, ctx, 0, 4);
	row_add(&r, STYLE_BOLD,
		str_of(to->title ? to->title : to->path ? to->path : name));
	row_add_whole(&r, STYLE_DIM, strbuf_slice(&place));
	if (!to->path)
		row_go_on(&r, STYLE_NONE, STR("(there is no such note yet):"));
	row_go_on(&r, STYLE_NONE, strbuf_slice(&counts));
	row_end(&r);
	strbuf_addch(out, '\n');
}

static int print(const struct links *l, const struct linked *to,
		 const char *name, const struct context *ctx,
		 struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct outline outline = OUTLINE_INIT(&out, ctx);

	add_title(&out, ctx, l, to, name);
	for (size_t i = 0; i < l->count; i++) {
		struct index_passage p = l->items[i].in;

		if (i && same_passage(&l->items[i - 1], &l->items[i]))
			continue;
		/* In raw HTML there is only the link itself. */
		if (!p.text.len)
			p.text = l->items[i].link.text.len ?
					 l->items[i].link.text :
					 l->items[i].link.target;
		outline_add(&outline, &p, NULL);
	}
	return report_output(&out, err);
}

static int backlinks(const char *name, bool json, const struct context *ctx,
		     struct error *err)
{
	const struct index_link_filter all = { .since = DAY_NONE,
					       .until = DAY_NONE };
	const unsigned kinds = 1u << LINK_NOTE | 1u << LINK_FILE |
			       1u << LINK_IMAGE;
	AUTO(links) l = LINKS_INIT;
	struct linked to;

	if (links_load(&l, ctx->journal, &all, kinds, err) ||
	    find_linked(&to, &l, name, ctx, err))
		return -1;
	keep_those(&l, &to, name);
	if (!to.path && !l.count && to.why.kind == ERROR_USAGE)
		return error_set(err, ERROR_USAGE, "%s", to.why.text);
	if (json && print_json(&l, &to, err))
		return -1;
	if (!to.path && !l.count)
		return error_set(err, ERROR_NOT_FOUND, "there is no entry or "
				 "note '%s', and nothing links to one", name);
	if (!l.count)
		return error_set(err, ERROR_NOTHING, "nothing links to '%s'",
				 to.path);
	return json ? 0 : print(&l, &to, name, ctx, err);
}

static int backlinks_run(const struct context *ctx, int argc, char **argv,
			 struct error *err)
{
	struct backlinks_args args = { false };
	AUTO(strbuf) name = STRBUF_INIT;
	int count = options_parse(backlinks_options, &args, argc, argv, err);

	if (count < 0 ||
	    operand_wanted(count,
			   "links to which note or entry?", err) ||
	    operands_check(count, argv, 1, 12, err))
		return -1;
	/* "backlinks Step functions" needs no quotes. */
	operands_join(&name, count, argv);
	return backlinks(name.buf, args.json, ctx, err);
}

const struct command cmd_backlinks = {
	.name = "backlinks",
	.summary = "Show what links to a note or an entry",
	.usage = "[--json] NOTE|ENTRY",
	.options = backlinks_options,
	.operands = COMPLETE_DOCUMENTS,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = backlinks_run,
};
