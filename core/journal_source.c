/* SPDX-License-Identifier: MIT */
/* Texts and passages for a snapshot, when they are wanted. */
#include "core/journal_private.h"

#include <stdlib.h>

struct journal_source {
	struct snapshot_source source;	/* first */
	struct journal *journal;
	struct snapshot *snapshot;
	struct snapshot_key *keys;	/* for the topics */
	struct arena *mem;	/* likewise */
};

static int refuse_other(const char *path, struct error *err)
{
	return error_set(err, ERROR_CONFLICT, "'%s' was changed while it was "
			 "being read; run the command again", path);
}

int journal_snapshot_check(uint64_t sum, const char *path, struct str bytes,
			   struct error *err)
{
	return index_sum_is(sum, path, bytes) ? 0 : refuse_other(path, err);
}

static const char *path_of(const struct snapshot *s, size_t document)
{
	return document < s->nentries ? s->files[document].path :
					s->notes[document - s->nentries].path;
}

static uint64_t sum_of(const struct snapshot *s, size_t document)
{
	return document < s->nentries ? s->files[document].sum :
					s->notes[document - s->nentries].sum;
}

static int source_text(struct snapshot_source *from, size_t document,
		       struct strbuf *out, struct error *err)
{
	struct journal_source *s = (struct journal_source *)(void *)from;
	const char *path = path_of(s->snapshot, document);
	size_t start = out->len;

	if (journal_read(s->journal, path, out, err))
		return -1;
	return journal_snapshot_check(sum_of(s->snapshot, document), path,
				      str_from(strbuf_slice(out), start), err);
}

struct snapshot_passage journal_snapshot_passage(const struct index_passage *p,
						 size_t document)
{
	return (struct snapshot_passage){
		.is_note = p->document != DOCUMENT_ENTRY,
		.document = document,
		.number = p->number,
		.line = p->line,
		.last_line = p->last_line,
		.traits = p->traits,
		.kind = p->kind,
		.section = p->section,
		.headings = p->headings,
		.nheadings = p->nheadings,
		.text = p->text,
	};
}

static void take_part(struct snapshot_part *out, const struct index_part *found,
		      struct arena *mem)
{
	struct snapshot_passage *all =
		arena_alloc(mem, (found->count + 1) * sizeof(*all));

	for (size_t i = 0; i < found->count; i++)
		all[i] = journal_snapshot_passage(&found->passages[i],
						  out->document);
	out->passages = all;
	out->npassages = found->count;
}

static int source_passages(struct snapshot_source *from,
			   struct snapshot_part *parts, size_t count,
			   struct arena *mem, struct error *err)
{
	struct journal_source *s = (struct journal_source *)(void *)from;
	struct index_part *found = xcalloc(count + 1, sizeof(*found));
	struct index *ix;
	int rc;

	for (size_t i = 0; i < count; i++)
		found[i] = (struct index_part){
			.path = path_of(s->snapshot, parts[i].document),
			.sum = sum_of(s->snapshot, parts[i].document),
			.part = parts[i].part,
		};
	rc = journal_index(s->journal, &ix, err) ||
	     index_parts(ix, found, count, mem, err);
	for (size_t i = 0; i < count; i++) {
		take_part(&parts[i], &found[i], mem);
		if (!rc && !found[i].is_known)
			rc = refuse_other(found[i].path, err);
	}
	free(found);
	return rc ? -1 : 0;
}

static void source_warn(struct snapshot_source *from, const char *path,
			const char *what)
{
	struct journal_source *s = (struct journal_source *)(void *)from;

	journal_warn(s->journal, "'%s': %s", path, what);
}

static bool source_rest(struct snapshot_source *from)
{
	struct journal_source *s = (struct journal_source *)(void *)from;

	return s->journal->index && index_rest(s->journal->index);
}

static int source_topics(struct snapshot_source *from, struct error *err)
{
	struct journal_source *s = (struct journal_source *)(void *)from;

	return journal_snapshot_topics(s->journal, s->snapshot, s->keys, s->mem,
				       err);
}

static void source_drop_mentions(struct snapshot_source *from)
{
	struct journal_source *s = (struct journal_source *)(void *)from;

	arena_release(&s->snapshot->mentions);
}

void journal_add_source(struct journal *j, struct snapshot *s,
			struct snapshot_key **keys, struct arena *mem)
{
	struct journal_source *source = arena_alloc(mem, sizeof(*source));

	/* Now, as that may complain, and topics are asked for in a thread. */
	journal_topics(j);
	arena_adopt(&s->mentions, *keys);

	*source = (struct journal_source){
		.source = { source_text, source_passages, source_warn,
			    source_rest, source_topics, source_drop_mentions },
		.journal = j,
		.snapshot = s,
		.keys = *keys,
		.mem = mem,
	};
	*keys = NULL;
	s->source = &source->source;
}
