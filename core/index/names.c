/* SPDX-License-Identifier: MIT */
/* The names that become topics of the journal. */
#include "core/index/names.h"

#include <string.h>

#include "core/base/path.h"
#include "core/model/link_names.h"
#include "core/model/plan_services.h"
#include "core/model/topic.h"
#include "core/text/unicode.h"

/* The kinds of rows; the statements know them by their numbers. */
enum name_kind {
	NAME_SERVICE,
	NAME_TAG,
	NAME_LINK,
	NAME_TITLE,
};

/* Topics of one journal: more are no help to anybody. */
#define NAMES_MAX 512
#define LINKS_MAX 4096

static int put(struct index *ix, int64_t document, enum name_kind kind,
	       struct str name)
{
	sqlite3_stmt *st = database_get(ix, SQL_ADD_NAME);
	AUTO(strbuf) key = STRBUF_INIT;

	unicode_add_folded(&key, name);
	bind_int(st, 1, kind);
	bind_str(st, 2, strbuf_slice(&key));
	bind_int(st, 3, document);
	bind_str(st, 4, name);
	return database_run(ix, st);
}

static int put_services(struct index *ix, int64_t document,
			const struct document *doc, struct arena *mem)
{
	struct plan_service *services;
	size_t count = doc->kind == DOCUMENT_PLAN
			       ? plan_services(doc, mem, &services)
			       : 0;

	for (size_t i = 0; i < count; i++)
		if (put(ix, document, NAME_SERVICE, services[i].name))
			return -1;
	return 0;
}

/* "event-driven-design" is a name of three words. */
static int put_tags(struct index *ix, int64_t document,
		    const struct document *doc, struct arena *mem)
{
	for (size_t i = 0; i < doc->ntags; i++) {
		char *name = arena_strdup(mem, doc->tags[i]);

		for (char *p = name; p && *p; p++)
			if (*p == '-' || *p == '_')
				*p = ' ';
		if (name && topic_name_fits(str_of(name)) &&
		    put(ix, document, NAME_TAG, str_of(name)))
			return -1;
	}
	return 0;
}

/* "folder/Note" links to the note. */
static struct str note_of(struct str target)
{
	size_t at = target.len;

	while (at && target.s[at - 1] != '/')
		at--;
	return str_from(target, at);
}

/* What is in code or in a comment is no link of the document, either. */
static int put_links(struct index *ix, int64_t document,
		     const struct document *doc)
{
	for (size_t i = 0; i < doc->nlinks && i < LINKS_MAX; i++) {
		const struct link *l = &doc->links[i];
		struct str name = note_of(link_note_part(l->target));

		if (l->wiki && l->kind == LINK_NOTE && topic_name_fits(name) &&
		    put(ix, document, NAME_LINK, name))
			return -1;
	}
	return 0;
}

/* A note is linked to by its title, or by the name of its file. */
static int put_titles(struct index *ix, int64_t document,
		      const struct document *doc)
{
	struct str title = str_of(doc->title), id = note_of(str_of(doc->id));

	if (doc->kind != DOCUMENT_NOTE)
		return 0;
	if (topic_name_fits(title) && put(ix, document, NAME_TITLE, title))
		return -1;
	return topic_name_fits(id) ? put(ix, document, NAME_TITLE, id) : 0;
}

int names_put(struct index *ix, int64_t document, const struct document *doc,
	      struct arena *mem)
{
	return put_services(ix, document, doc, mem) ||
			       put_tags(ix, document, doc, mem) ||
			       put_links(ix, document, doc) ||
			       put_titles(ix, document, doc)
		       ? -1
		       : 0;
}

int names_remove(struct index *ix, int64_t document)
{
	sqlite3_stmt *st = database_get(ix, SQL_DELETE_NAMES);

	bind_int(st, 1, document);
	return database_run(ix, st);
}

int names_derive(struct index *ix, struct strbuf *out)
{
	sqlite3_stmt *st = database_get(ix, SQL_DERIVE_NAMES);
	int more;

	for (int n = 0; (more = database_step(ix, st)) > 0 && n < NAMES_MAX;
	     n++) {
		strbuf_addslice(out, column_borrow(st, 0));
		strbuf_addch(out, '\n');
	}
	return database_end(st, more);
}

int names_recorded(struct index *ix, struct strbuf *out)
{
	sqlite3_stmt *st = database_get_meta(ix, "derived");
	int more = database_step(ix, st);

	if (more > 0)
		strbuf_addslice(out, column_borrow(st, 0));
	return database_end(st, more);
}

int names_record(struct index *ix, struct str names)
{
	sqlite3_stmt *st = database_put_meta(ix, "derived");

	bind_str(st, 2, names);
	return database_run(ix, st);
}

struct str index_derived(struct index *ix, struct arena *mem)
{
	AUTO(strbuf) names = STRBUF_INIT;

	if (names_recorded(ix, &names))
		return STR("");
	return arena_str(mem, strbuf_slice(&names));
}
