/* SPDX-License-Identifier: MIT */
/* Loading a whole journal for exporters. */
#include "core/journal_private.h"

#include <stdlib.h>
#include <string.h>

/* A passage that a topic had, in the order of the lines of its document. */
struct known_passage {
	struct known_passage *next;
	struct snapshot_passage passage;
};

/* The passages of a document, and where the last one was found. */
struct known_document {
	struct known_passage *first, **at;
	const char *const *headings;	/* of the last one that was added */
	size_t nheadings;
};

struct loader {
	struct journal *journal;
	struct index *index;
	struct arena *mem;
	struct snapshot *out;
	struct strset by_id;	/* entry id -> index */
	struct strset by_path;	/* path -> index, of entries and notes apart */
	struct known_document *known;	/* of entries, then of notes */
};

static int read_file(struct loader *l, const char *path, struct str *out,
		     struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (journal_read(l->journal, path, &text, err))
		return -1;
	*out = arena_str(l->mem, strbuf_slice(&text));
	return 0;
}

static int load_entry(struct loader *l, const char *path, struct entry *out,
		      struct error *err)
{
	struct error complaint = ERROR_INIT;
	struct str file;

	if (read_file(l, path, &file, err))
		return -1;
	if (entry_parse(out, path, file, l->mem, &complaint))
		journal_warn(l->journal, "'%s': %s", path, complaint.text);
	return 0;
}

static int load_entries(struct loader *l, struct error *err)
{
	const struct index_filter all = { .since = DAY_NONE, .until = DAY_NONE };
	AUTO(arena) mem = ARENA_INIT;
	struct index_entry *found;
	struct entry *entries;
	const char **paths;
	size_t count;

	if (index_entries(l->index, &all, &mem, &found, &count, err))
		return -1;
	entries = arena_alloc(l->mem, (count + 1) * sizeof(*entries));
	paths = arena_alloc(l->mem, (count + 1) * sizeof(*paths));
	for (size_t i = 0; i < count; i++) {
		paths[i] = arena_strdup(l->mem, found[i].path);
		if (load_entry(l, found[i].path, &entries[i], err))
			return -1;
		strset_put(&l->by_id, str_of(entries[i].id), i);
		strset_put(&l->by_path, str_of(found[i].path), i);
	}
	l->out->entries = entries;
	l->out->entry_paths = paths;
	l->out->nentries = count;
	return 0;
}

static int load_notes(struct loader *l, struct error *err)
{
	struct index_note *found;
	struct snapshot_note *notes;
	size_t count;

	if (index_notes(l->index, l->mem, &found, &count, err))
		return -1;
	notes = arena_alloc(l->mem, (count + 1) * sizeof(*notes));
	for (size_t i = 0; i < count; i++) {
		notes[i] = (struct snapshot_note){
			.path = found[i].path,
			.id = found[i].id,
			.title = found[i].title,
			.kind = found[i].kind,
		};
		if (read_file(l, found[i].path, &notes[i].text, err))
			return -1;
		strset_put(&l->by_path, str_of(found[i].path), i);
	}
	l->out->notes = notes;
	l->out->nnotes = count;
	return 0;
}

static int load_logs(struct loader *l, struct error *err)
{
	struct journal_log *found;
	struct snapshot_log *logs;
	size_t count;

	if (journal_logs(l->journal, l->mem, &found, &count, err))
		return -1;
	logs = arena_alloc(l->mem, (count + 1) * sizeof(*logs));
	for (size_t i = 0; i < count; i++) {
		size_t *order = arena_alloc(l->mem, (found[i].nids + 1) *
							    sizeof(*order));
		size_t n = 0;

		/* An entry that was removed since has no place any more. */
		for (size_t k = 0; k < found[i].nids; k++)
			n += strset_get(&l->by_id, str_of(found[i].ids[k]),
					&order[n]);
		logs[i] = (struct snapshot_log){
			.name = found[i].name,
			.preamble = found[i].preamble,
			.entries = order,
			.nentries = n,
		};
	}
	l->out->logs = logs;
	l->out->nlogs = count;
	return 0;
}

static bool same_headings(const struct known_document *d,
			  const struct index_passage *p)
{
	if (!d->headings || d->nheadings != p->nheadings)
		return false;
	for (size_t i = 0; i < p->nheadings; i++)
		if (strcmp(d->headings[i], p->headings[i]))
			return false;
	return true;
}

/* Those of neighbours are mostly the same. */
static void keep_headings(struct loader *l, struct known_document *d,
			  const struct index_passage *p)
{
	const char **copy;

	if (same_headings(d, p))
		return;
	copy = arena_alloc(l->mem, (p->nheadings + 1) * sizeof(*copy));
	for (size_t i = 0; i < p->nheadings; i++)
		copy[i] = arena_strdup(l->mem, p->headings[i]);
	d->headings = copy;
	d->nheadings = p->nheadings;
}

static struct known_passage *add_passage(struct loader *l,
					 struct known_document *d,
					 const struct index_passage *p,
					 size_t document)
{
	struct known_passage *k = arena_alloc(l->mem, sizeof(*k));

	keep_headings(l, d, p);
	*k = (struct known_passage){
		.next = *d->at,
		.passage = {
			.is_note = p->document != DOCUMENT_ENTRY,
			.document = document,
			.line = p->line,
			.traits = p->traits,
			.kind = p->kind,
			.section = p->section,
			.headings = d->headings,
			.nheadings = d->nheadings,
			.text = arena_str(l->mem, p->text),
		},
	};
	*d->at = k;
	return k;
}

/* Most passages are on several topics, and are held once. */
static const struct snapshot_passage *keep_passage(
	struct loader *l, const struct index_passage *p)
{
	bool is_note = p->document != DOCUMENT_ENTRY;
	struct known_document *d;
	struct known_passage *k;
	size_t document = 0;

	strset_get(&l->by_path, str_of(p->path), &document);
	d = &l->known[is_note ? l->out->nentries + document : document];
	/* A topic has the passages of a document in the order of lines. */
	if (!d->at || !*d->at || (*d->at)->passage.line > p->line)
		d->at = &d->first;
	while ((k = *d->at) && k->passage.line <= p->line) {
		if (k->passage.line == p->line &&
		    str_eq(k->passage.text, p->text))
			return &k->passage;
		d->at = &k->next;
	}
	return &add_passage(l, d, p, document)->passage;
}

static int load_passages(struct loader *l, struct snapshot_topic *topic,
			 struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct snapshot_passage **passages;
	struct index_passage *found;
	size_t count;

	if (index_topic_passages(l->index, topic->id, &mem, &found, &count,
				 err))
		return -1;
	passages = arena_alloc(l->mem, (count + 1) * sizeof(*passages));
	for (size_t i = 0; i < count; i++)
		passages[i] = keep_passage(l, &found[i]);
	topic->passages = passages;
	topic->npassages = count;
	return 0;
}

static int load_topics(struct loader *l, struct error *err)
{
	struct topic_catalogue *catalogue = journal_topics(l->journal);
	struct index_topic *found;
	struct snapshot_topic *topics;
	size_t count;

	if (index_topics(l->index, l->mem, &found, &count, err))
		return -1;
	topics = arena_alloc(l->mem, (count + 1) * sizeof(*topics));
	l->known = xcalloc(l->out->nentries + l->out->nnotes + 1,
			   sizeof(*l->known));
	for (size_t i = 0; i < count; i++) {
		const struct topic *t = topic_find(catalogue,
						   str_of(found[i].id));

		topics[i] = (struct snapshot_topic){
			.id = found[i].id,
			.name = t ? arena_strdup(l->mem, t->name) : found[i].id,
			.parent = t ? arena_strdup(l->mem, t->parent) : NULL,
			.learned = !t || !strcmp(t->group, "journal"),
			.last_day = found[i].last_day,
		};
		if (load_passages(l, &topics[i], err))
			return -1;
	}
	l->out->topics = topics;
	l->out->ntopics = count;
	return 0;
}

static int load_all(struct loader *l, bool topics, struct error *err)
{
	struct studied_day *days;

	if (load_entries(l, err) || load_notes(l, err) || load_logs(l, err))
		return -1;
	if (topics && load_topics(l, err))
		return -1;
	if (journal_streak(l->journal, l->mem, &l->out->streak, &days,
			   &l->out->ndays, err))
		return -1;
	l->out->days = days;
	return 0;
}

int journal_snapshot(struct journal *j, struct arena *mem, bool topics,
		     struct snapshot *out, struct error *err)
{
	struct loader l = { .journal = j, .mem = mem, .out = out };
	int rc;

	*out = (struct snapshot){
		.settings = journal_settings(j),
		.now = j->now,
		.today = journal_today(j),
	};
	rc = journal_index(j, &l.index, err);
	if (!rc)
		rc = load_all(&l, topics, err);
	strset_release(&l.by_id);
	strset_release(&l.by_path);
	free(l.known);
	return rc;
}
