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

/* One document alone makes no topic of a tag. */
static void add_tag(struct public_names *n, const char *tag, struct arena *mem)
{
	char *name = arena_strdup(mem, tag);

	for (char *p = name; *p; p++)
		if (*p == '-' || *p == '_')
			*p = ' ';
	if (!strset_put(&n->tags, str_of(name), 0))
		add(n, name);
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
