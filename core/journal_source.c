/* SPDX-License-Identifier: MIT */
/* Texts and passages for a snapshot, when they are wanted, and by what the index
 * knows its documents. */
#include "core/journal_private.h"

#include <stdlib.h>

struct journal_source {
	struct snapshot_source source;	/* first */
	struct journal *journal;
	struct snapshot *snapshot;
	struct snapshot_keys keys;	/* for the topics */
	struct arena *mem;	/* likewise */
};

static int refuse_other(const char *path, struct error *err)
{
	return error_set(err, ERROR_CONFLICT, "'%s' was changed while it was "
			 "being read; run the command again", path);
}

int journal_snapshot_never_rests(struct error *err)
{
	return error_set(err, ERROR_CONFLICT, "the journal changes all the "
			 "time; run the command again when it rests");
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

/* Those that are in the index now, and where they are in the snapshot. */
struct key_finder {
	const struct snapshot *snapshot;
	struct strset numbers;	/* path -> number of the document */
	struct snapshot_key *keys;	/* of each document; .key 0: not found */
};

static int find_key(struct key_finder *f, const char *path, uint64_t sum,
		    int64_t key, int64_t first_part, struct error *err)
{
	size_t number;

	if (!strset_get(&f->numbers, str_of(path), &number))
		return 0;
	if (sum_of(f->snapshot, number) != sum)
		return refuse_other(path, err);
	f->keys[number] = (struct snapshot_key){ key, first_part,
						 (uint32_t)number };
	return 0;
}

static int find_entries(struct key_finder *f, struct index *ix,
			struct arena *mem, struct error *err)
{
	struct index_heads heads;
	int rc = index_heads(ix, mem, &heads, err);

	for (size_t i = 0; i < heads.count && !rc; i++)
		rc = find_key(f, heads.items[i].path, heads.items[i].sum,
			      heads.items[i].key, heads.items[i].first_part,
			      err);
	index_heads_release(&heads);
	return rc;
}

static int find_notes(struct key_finder *f, struct index *ix,
		      struct arena *mem, struct error *err)
{
	struct index_note *notes;
	size_t count;
	int rc = index_notes(ix, mem, &notes, &count, err);

	for (size_t i = 0; i < count && !rc; i++)
		rc = find_key(f, notes[i].path, notes[i].sum, notes[i].key,
			      notes[i].first_part, err);
	return rc;
}

int journal_snapshot_find_keys(struct index *ix, const struct snapshot *s,
			       struct snapshot_keys *keys, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct key_finder f = { .snapshot = s, .keys = keys->items };
	size_t count = s->nentries + s->nnotes;
	int rc;

	for (size_t i = 0; i < count; i++) {
		strset_put(&f.numbers, str_of(path_of(s, i)), i);
		f.keys[i] = (struct snapshot_key){ .key = 0 };
	}
	rc = index_generation(ix, &keys->generation, err) ||
	     find_entries(&f, ix, &mem, err) || find_notes(&f, ix, &mem, err);
	for (size_t i = 0; i < count && !rc; i++)
		if (!f.keys[i].key)
			rc = refuse_other(path_of(s, i), err);
	strset_release(&f.numbers);
	return rc ? -1 : 0;
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

	return journal_snapshot_topics(s->journal, s->snapshot, &s->keys,
				       s->mem, err);
}

static void source_drop_mentions(struct snapshot_source *from)
{
	struct journal_source *s = (struct journal_source *)(void *)from;

	arena_release(&s->snapshot->mentions);
}

static void source_drop_entries(struct snapshot_source *from)
{
	struct journal_source *s = (struct journal_source *)(void *)from;

	arena_release(&s->snapshot->names);
	s->snapshot->frames = NULL;
}

void journal_add_source(struct journal *j, struct snapshot *s,
			struct snapshot_keys *keys, struct arena *mem)
{
	struct journal_source *source = arena_alloc(mem, sizeof(*source));

	/* Now, as that may complain, and topics are asked for in a thread. */
	journal_topics(j);
	arena_adopt(&s->mentions, keys->items);

	*source = (struct journal_source){
		.source = { source_text, source_passages, source_warn,
			    source_rest, source_topics, source_drop_mentions,
			    source_drop_entries },
		.journal = j,
		.snapshot = s,
		.keys = *keys,
		.mem = mem,
	};
	keys->items = NULL;
	s->source = &source->source;
}
