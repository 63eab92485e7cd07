/* SPDX-License-Identifier: MIT */
/* Loading a whole journal for exporters. */
#include "core/journal_private.h"

#include <string.h>

struct loader {
	struct journal *journal;
	struct index *index;
	struct arena *mem;
	struct snapshot *out;
	struct strset by_id;	/* entry id -> index */
	struct strset by_path;	/* path -> index, of entries and notes apart */
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
	struct index_entry *found;
	struct entry *entries;
	size_t count;

	if (index_entries(l->index, &all, l->mem, &found, &count, err))
		return -1;
	entries = arena_alloc(l->mem, (count + 1) * sizeof(*entries));
	for (size_t i = 0; i < count; i++) {
		if (load_entry(l, found[i].path, &entries[i], err))
			return -1;
		strset_put(&l->by_id, str_of(entries[i].id), i);
		strset_put(&l->by_path, str_of(found[i].path), i);
	}
	l->out->entries = entries;
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

static int load_passages(struct loader *l, struct snapshot_topic *topic,
			 struct error *err)
{
	struct index_passage *found;
	struct snapshot_passage *passages;
	size_t count;

	if (index_topic_passages(l->index, topic->id, l->mem, &found, &count,
				 err))
		return -1;
	passages = arena_alloc(l->mem, (count + 1) * sizeof(*passages));
	for (size_t i = 0; i < count; i++) {
		size_t document = 0;

		strset_get(&l->by_path, str_of(found[i].path), &document);
		passages[i] = (struct snapshot_passage){
			.is_note = found[i].document != DOCUMENT_ENTRY,
			.document = document,
			.line = found[i].line,
			.section = found[i].section,
			.headings = found[i].headings,
			.nheadings = found[i].nheadings,
			.text = found[i].text,
		};
	}
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
	for (size_t i = 0; i < count; i++) {
		const struct topic *t = topic_find(catalogue,
						   str_of(found[i].id));

		topics[i] = (struct snapshot_topic){
			.id = found[i].id,
			.name = t ? arena_strdup(l->mem, t->name) : found[i].id,
			.parent = t ? arena_strdup(l->mem, t->parent) : NULL,
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
	return rc;
}

/* Each with its length, so that no two lists of fields look alike. */
static void add_field(struct sha256 *sum, struct str s)
{
	uint64_t len = s.len;

	sha256_add(sum, (struct str){ (const char *)&len, sizeof(len) });
	sha256_add(sum, s);
}

static void add_settings(struct sha256 *sum, struct journal *j)
{
	const struct config_pair *pairs;
	size_t count;

	journal_config(j, &pairs, &count);
	for (size_t i = 0; i < count; i++) {
		add_field(sum, str_of(pairs[i].key));
		add_field(sum, str_of(pairs[i].value));
	}
	add_field(sum, str_of(journal_topics_key(j)));
	add_field(sum, str_of(day_format(journal_today(j)).s));
}

static int add_logs(struct sha256 *sum, struct journal *j, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct journal_log *logs;
	size_t count;

	if (journal_logs(j, &mem, &logs, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		add_field(sum, str_of(logs[i].name));
		add_field(sum, logs[i].preamble);
		for (size_t k = 0; k < logs[i].nids; k++)
			add_field(sum, str_of(logs[i].ids[k]));
	}
	return 0;
}

int journal_digest(struct journal *j, struct sha256_hex *out,
		   struct error *err)
{
	struct sha256_hex files;
	struct sha256 sum;
	struct index *ix;

	if (journal_index(j, &ix, err) || index_digest(ix, &files, err))
		return -1;
	sha256_init(&sum);
	add_field(&sum, str_of(files.s));
	add_settings(&sum, j);
	if (add_logs(&sum, j, err))
		return -1;
	*out = sha256_end(&sum);
	return 0;
}
