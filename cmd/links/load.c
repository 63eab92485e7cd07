/* SPDX-License-Identifier: MIT */
/* Loading the links of a journal, and following them. */
#include "cmd/links/links.h"

#include <string.h>

#include "cmd/report.h"
#include "cmd/terminal/terminal.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/document.h"

void links_release(struct links *l)
{
	link_names_release(&l->names);
	beneath_release(&l->tree);
	arena_release(&l->mem);
}

int links_load_names(struct links *l, struct journal *j, struct error *err)
{
	struct link_document *documents;
	struct index *ix;
	size_t count;

	if (journal_index(j, &ix, err) ||
	    index_called(ix, &l->mem, &documents, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		link_names_add(&l->names, &documents[i]);
	return beneath_open(&l->tree, journal_root(j), err);
}

int links_load(struct links *l, struct journal *j,
	       const struct index_link_filter *filter, unsigned kinds,
	       struct error *err)
{
	struct index *ix;
	size_t kept = 0;

	if (links_load_names(l, j, err) || journal_index(j, &ix, err) ||
	    index_links(ix, filter, &l->mem, &l->items, &l->count, err))
		return -1;
	for (size_t i = 0; kinds && i < l->count; i++)
		if (kinds & 1u << l->items[i].link.kind)
			l->items[kept++] = l->items[i];
	if (kinds)
		l->count = kept;
	return 0;
}

const char *link_fate_name(enum link_fate fate)
{
	static const char *const names[] = {
		[FATE_FOUND] = "found",	     [FATE_MISSING] = "missing",
		[FATE_AMBIGUOUS] = "ambiguous",
		[FATE_NO_HEADING] = "no-heading",
	};

	return names[fate];
}

/* The folder of the files that an entry came with; nothing: it has none. */
static struct str read_folder(struct links *l, const char *path)
{
	AUTO(strbuf) file = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct entry e;

	if (document_kind(str_of(path)) != DOCUMENT_ENTRY ||
	    beneath_read(&l->tree, path, LIMIT_FILE, &file, &ignored) ||
	    entry_parse(&e, path, strbuf_slice(&file), &l->mem, &ignored))
		return STR("");
	return str_of(e.imported_folder);
}

/* The links of a document come together, so it is read once for all of them. */
static struct str folder_beside(struct links *l, const char *path)
{
	if (!l->read || strcmp(l->read, path)) {
		l->read = path;
		l->beside = read_folder(l, path);
	}
	return l->beside;
}

/* The entry of a log that is one day, as files of a folder are. */
static const char *day_of_log(struct links *l, struct str folder,
			      struct str url)
{
	AUTO(strbuf) order = STRBUF_INIT;
	AUTO(strbuf) ids = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct str rest, id;

	if (!link_log_path(&order, folder, url))
		return NULL;
	path_join(&order, "order");
	if (beneath_read(&l->tree, order.buf, LIMIT_FILE, &ids, &ignored))
		return NULL;
	rest = strbuf_slice(&ids);
	id = str_next_line(&rest);
	for (size_t i = 0; id.len && i < l->names.count; i++) {
		const char *path = l->names.documents[i].path;

		if (l->names.documents[i].is_entry &&
		    str_eq(path_stem(path_basename(str_of(path))), id))
			return path;
	}
	return NULL;
}

/* A file that is no document: is it there? */
static struct followed follow_file(struct links *l,
				       const struct index_link *link)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct followed out = { FATE_NOT_OURS, NULL };
	const char *day;
	struct str beside;
	struct stat st;

	if (link->link.wiki ||
	    !link_path(&path, path_dirname(str_of(link->in.path)),
		       link->link.target))
		return out;
	out.path = arena_strndup(&l->mem, path.buf, path.len);
	out.fate = FATE_FOUND;
	if (!beneath_stat(&l->tree, out.path, &st))
		return out;
	strbuf_reset(&path);
	beside = folder_beside(l, link->in.path);
	if (beside.len && link_path(&path, beside, link->link.target) &&
	    !beneath_stat(&l->tree, path.buf, &st)) {
		out.path = arena_strndup(&l->mem, path.buf, path.len);
		return out;
	}
	day = beside.len ? day_of_log(l, beside, link->link.target) : NULL;
	if (day)
		out.path = day;
	else
		out.fate = FATE_MISSING;
	return out;
}

struct followed links_follow(struct links *l,
				 const struct index_link *link)
{
	const struct link *it = &link->link;
	struct followed out = { FATE_NOT_OURS, NULL };
	struct link_found found;

	if (it->kind == LINK_WEB || it->kind == LINK_MAIL ||
	    it->kind == LINK_OTHER)
		return out;
	found = link_find(&l->names, link->in.path, it);
	switch (found.end) {
	case LINK_TO_DOCUMENT:
		out.fate = found.no_heading ? FATE_NO_HEADING : FATE_FOUND;
		out.path = l->names.documents[found.document].path;
		break;
	case LINK_AMBIGUOUS:
		out.fate = FATE_AMBIGUOUS;
		break;
	case LINK_NOWHERE:
		if (it->kind != LINK_NOTE)
			return follow_file(l, link);
		out.fate = FATE_MISSING;
		break;
	case LINK_TO_FILE:
	case LINK_OUTSIDE:
		break;
	}
	return out;
}

int links_print(const struct context *ctx, const struct strbuf *out,
		struct error *err)
{
	struct pager pager = { 0 };
	int rc;

	if (ctx->pager)
		pager_start(&pager, ctx);
	rc = report_output(out, err);
	pager_finish(&pager);
	return rc;
}
