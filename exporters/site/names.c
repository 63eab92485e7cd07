/* SPDX-License-Identifier: MIT */
/* Which topics of the journal's own are named by what is public. */
#include "exporters/site/names.h"

#include <stdlib.h>

#include "core/base/path.h"
#include "core/model/plan_services.h"
#include "core/text/unicode.h"

void public_names_release(struct public_names *n)
{
	strset_release(&n->names);
	strset_release(&n->tags);
	strbuf_release(&n->tag);
	free(n->spellings);
}

static void add(struct public_names *n, const char *name)
{
	AUTO(strbuf) key = STRBUF_INIT;

	unicode_add_folded(&key, str_of(name));
	if (strset_has(&n->names, strbuf_slice(&key)))
		return;
	strset_put(&n->names, strbuf_slice(&key), n->count);
	XGROW(n->spellings, n->count, n->cap);
	n->spellings[n->count++] = name;
}

/* One document alone makes no topic of a tag; a third tells nothing new. */
static void add_tag(struct public_names *n, const char *tag, struct arena *mem)
{
	size_t documents = 0;

	strbuf_reset(&n->tag);
	for (; *tag; tag++)
		strbuf_addch(&n->tag, *tag == '-' || *tag == '_' ? ' ' : *tag);
	strset_get(&n->tags, strbuf_slice(&n->tag), &documents);
	if (documents < 2)
		strset_put(&n->tags, strbuf_slice(&n->tag), documents + 1);
	if (documents == 1)
		add(n, arena_str(mem, strbuf_slice(&n->tag)).s);
}

void public_names_add_tags(struct public_names *n, const char *const *tags,
			   size_t count, struct arena *mem)
{
	for (size_t i = 0; i < count; i++)
		add_tag(n, tags[i], mem);
}

void public_names_add_note(struct public_names *n, const struct document *note,
			   struct arena *mem)
{
	struct plan_service *services;
	size_t count = 0;

	if (note->kind == DOCUMENT_PLAN)
		count = plan_services(note, mem, &services);
	for (size_t i = 0; i < count; i++)
		add(n, arena_str(mem, services[i].name).s);
	add(n, note->title);
	add(n, arena_str(mem, path_basename(str_of(note->id))).s);
	public_names_add_tags(n, note->tags, note->ntags, mem);
}

const char *public_names_find(const struct public_names *n, const char *name)
{
	AUTO(strbuf) key = STRBUF_INIT;
	size_t at;

	unicode_add_folded(&key, str_of(name));
	return strset_get(&n->names, strbuf_slice(&key), &at) ?
		       n->spellings[at] : NULL;
}
