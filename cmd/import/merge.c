/* SPDX-License-Identifier: MIT */
/*
 * What is new in a file that may have been imported before.  A log grows at
 * its end or at its top and is brought in again and again; the same entry is
 * known by the digest it had when it came, or by its dated header.
 */
#include "cmd/import/merge.h"

#include <stdlib.h>
#include <string.h>

#include "cmd/import/record.h"
#include "cmd/import/text.h"
#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/study_time.h"

static int load_journal(struct merger *m, struct error *err)
{
	const struct index_filter all = { .since = DAY_NONE, .until = DAY_NONE };
	struct arena *mem = &m->lasting;
	struct index *ix;

	if (!m->journal || m->loaded)
		return 0;
	/* What cannot be read would come in a second time. */
	if (journal_must_be_whole(m->journal, err) ||
	    journal_index(m->journal, &ix, err) ||
	    index_entries(ix, &all, mem, &m->indexed, &m->nindexed, err) ||
	    journal_logs(m->journal, mem, &m->logs, &m->nlogs, err))
		return -1;
	for (size_t i = 0; i < m->nindexed; i++) {
		const struct entry *e = &m->indexed[i].entry;

		strset_put(&m->by_id, str_of(e->id), i);
		if (e->digest)
			strset_put(&m->digests, str_of(e->digest), 0);
	}
	m->loaded = true;
	return 0;
}

/*
 * Is the file what would be written anew, without keys that the user added
 * here?  Front matter that it came with is the preamble of its log.
 */
static bool is_plain(const struct entry *e, const struct journal_log *log,
		     const struct strbuf *file)
{
	AUTO(strbuf) again = STRBUF_INIT;
	struct entry with_matter = *e;

	entry_write(&again, e);
	if (str_eq(strbuf_slice(&again), strbuf_slice(file)))
		return true;
	if (log->nids != 1 || !log->preamble.len)
		return false;
	with_matter.matter = log->preamble;
	strbuf_reset(&again);
	entry_write(&again, &with_matter);
	return str_eq(strbuf_slice(&again), strbuf_slice(file));
}

static int load_known(struct merger *m, const struct journal_log *log,
		      struct error *err)
{
	m->known = arena_alloc(m->mem, (log->nids + 1) * sizeof(*m->known));
	for (size_t i = 0; i < log->nids; i++) {
		struct known_entry *k = &m->known[m->nknown];
		AUTO(strbuf) file = STRBUF_INIT;
		AUTO(strbuf) digest = STRBUF_INIT;
		struct error damaged = ERROR_INIT;
		size_t at;

		if (!strset_get(&m->by_id, str_of(log->ids[i]), &at))
			continue;
		k->indexed = &m->indexed[at];
		if (journal_read(m->journal, k->indexed->path, &file, err))
			return -1;
		/* What cannot be read as an entry was edited, and is kept. */
		k->edited = entry_parse(&k->entry, k->indexed->path,
					arena_str(m->mem, strbuf_slice(&file)),
					m->mem, &damaged) != 0;
		entry_add_digest(&digest, &k->entry);
		k->edited |= !k->entry.digest ||
			     strcmp(digest.buf, k->entry.digest) != 0;
		k->plain = is_plain(&k->entry, log, &file);
		m->nknown++;
	}
	return 0;
}

static void add_tags(struct import_file *f, struct entry *out,
		     const struct entry *from)
{
	for (size_t i = 0; i < from->ntags; i++) {
		bool has = false;

		for (size_t k = 0; k < out->ntags && !has; k++)
			has = !strcmp(out->tags[k], from->tags[i]);
		if (!has)
			out->tags[out->ntags++] =
				arena_strdup(&f->mem, from->tags[i]);
	}
}

/* Minutes that the text says are the text's to change. */
static bool minutes_of_text(const struct entry *e)
{
	return e->minutes && e->minutes == study_time_said(e->body);
}

/* What the file says anew, with what the journal added to the old. */
static void take_over(struct import_file *f, struct entry *new,
		      const struct entry *old)
{
	struct entry said = *new;

	new->ntags = 0;
	new->tags = arena_alloc(&f->mem, (old->ntags + said.ntags + 1) *
						 sizeof(*new->tags));
	add_tags(f, new, old);
	add_tags(f, new, &said);
	if (old->minutes && !minutes_of_text(old) &&
	    (!said.minutes || minutes_of_text(&said)))
		new->minutes = old->minutes;
	new->private |= old->private;
	if (!said.written.seconds)
		new->written = old->written;
	if (!said.imported_folder)
		new->imported_folder =
			arena_strdup(&f->mem, old->imported_folder);
	if (!said.columns)
		new->columns = arena_strdup(&f->mem, old->columns);
}

static bool says_anew(const char *new, const char *old)
{
	return new && (!old || strcmp(new, old) != 0);
}

/* A journal may have it from before its images were brought in, too, or the
 * names of its columns. */
static bool gets_more(const struct entry *new, const struct entry *old)
{
	return says_anew(new->imported_folder, old->imported_folder) ||
	       says_anew(new->columns, old->columns);
}

/* An id that nothing of this run has, where there is no journal. */
static void place_without_journal(struct merger *m, struct imported_entry *new)
{
	AUTO(strbuf) wanted = STRBUF_INIT;
	AUTO(strbuf) path = STRBUF_INIT;
	size_t number = 1;

	entry_add_wanted_id(&wanted, &new->entry);
	if (strset_get(&m->names, strbuf_slice(&wanted), &number))
		number++;
	strset_put(&m->names, strbuf_slice(&wanted), number);
	if (number > 1)
		strbuf_addf(&wanted, "-%zu", number);
	new->entry.id = arena_strdup(&m->file->mem, wanted.buf);
	entry_add_path(&path, &new->entry);
	new->path = arena_strdup(&m->file->mem, path.buf);
}

static int place(struct merger *m, size_t i, struct error *err)
{
	struct imported_entry *new = &m->file->entries[i];

	new->fate = IMPORT_NEW;
	if (m->journal && new->entry.id)
		return journal_place_entry_again(m->journal, &new->entry,
						 &m->file->mem, &new->path,
						 err);
	if (m->journal)
		return journal_place_entry(m->journal, &new->entry,
					   &m->file->mem, &new->path, err);
	place_without_journal(m, new);
	return 0;
}

/* What had no date when it came first, as --year or --start were not given. */
static bool gets_its_date(const struct imported_entry *new,
			  const struct known_entry *k)
{
	return new->entry.ndays && !k->entry.ndays && !k->edited && k->plain;
}

/* Is the text the same, whatever the heading is now? */
static bool says_as_much(const struct imported_entry *new,
			 const struct known_entry *k)
{
	return str_eq(str_trim(new->entry.body), str_trim(k->entry.body));
}

/* What has an id of its own may be of another day now. */
static bool changes_its_day(const struct imported_entry *new,
			    const struct known_entry *k)
{
	return new->entry.imported_id && !k->edited && k->plain &&
	       entry_day(&new->entry) != entry_day(&k->entry);
}

static int move(struct merger *m, size_t i, enum import_fate fate,
		struct error *err)
{
	struct imported_entry *new = &m->file->entries[i];
	const struct known_entry *k = &m->known[m->match[i] - 1];

	take_over(m->file, &new->entry, &k->entry);
	if (place(m, i, err))
		return -1;
	new->fate = fate;
	new->old_path = arena_strdup(&m->file->mem, k->indexed->path);
	return 0;
}

static int settle(struct merger *m, size_t i, struct error *err)
{
	struct imported_entry *new = &m->file->entries[i];
	const struct known_entry *k = &m->known[m->match[i] - 1];
	const char *before = k->entry.digest ? k->entry.digest : "";
	bool same = !strcmp(before, new->entry.digest);
	bool as_good = same || differs_in_end(&new->entry, before);
	bool may_write = !k->edited && k->plain;

	if (gets_its_date(new, k))
		return move(m, i, says_as_much(new, k) ? IMPORT_DATED :
							  IMPORT_UPDATED, err);
	if (changes_its_day(new, k))
		return move(m, i, IMPORT_UPDATED, err);
	new->entry.id = arena_strdup(&m->file->mem, k->indexed->entry.id);
	new->path = arena_strdup(&m->file->mem, k->indexed->path);
	if (as_good)
		new->fate = k->edited ? IMPORT_EDITED : IMPORT_KNOWN;
	else
		new->fate = may_write ? IMPORT_UPDATED : IMPORT_CONFLICT;
	new->respaced = as_good && may_write &&
			(!same || gets_more(&new->entry, &k->entry));
	if (new->respaced || new->fate == IMPORT_UPDATED)
		take_over(m->file, &new->entry, &k->entry);
	return 0;
}

/*
 * The ids of the log as it will be: the file's order, with what only the
 * journal has still where it stood, in front of what came behind it.
 */
static void order_log(struct merger *m)
{
	struct import_file *f = m->file;
	const char **ids = arena_alloc(&f->mem, (f->nentries + m->nknown + 1) *
							sizeof(*ids));
	size_t n = 0, upto = 0;

	for (size_t i = 0; i < f->nentries; i++) {
		for (; m->match[i] && upto < m->match[i]; upto++)
			if (!m->known[upto].taken)
				ids[n++] = m->known[upto].indexed->entry.id;
		ids[n++] = f->entries[i].entry.id;
	}
	for (; upto < m->nknown; upto++)
		if (!m->known[upto].taken)
			ids[n++] = m->known[upto].indexed->entry.id;
	f->gone = n - f->nentries;
	for (size_t i = 0; i < n; i++)
		ids[i] = arena_strdup(&f->mem, ids[i]);
	f->log.ids = ids;
	f->log.nids = n;
}

static bool same_frame(const struct journal_log *a,
		       const struct journal_log *b)
{
	if (!str_eq(a->preamble, b->preamble) || a->nids != b->nids)
		return false;
	for (size_t i = 0; i < a->nids; i++)
		if (strcmp(a->ids[i], b->ids[i]))
			return false;
	return true;
}

/* Is it the same entry with another text?  An id says so, or the text does. */
static bool is_alike(const struct merger *m, const struct entry *new,
		     const struct entry *old)
{
	return new->imported_id || text_is_akin(old->body, new->body) ||
	       (!import_keys_by_heading(m->file) &&
		text_shares_words(old->body, new->body));
}

/* Has each at least half of the shorter one? */
static bool is_half(const struct merger *m, size_t count)
{
	size_t nentries = m->file->nentries;

	return 2 * count >= (nentries < m->nknown ? nentries : m->nknown);
}

static bool match_is_sound(const struct merger *m)
{
	size_t alike = 0;

	for (size_t i = 0; i < m->file->nentries; i++) {
		size_t known = m->match[i];

		alike += known && is_alike(m, &m->file->entries[i].entry,
					   &m->known[known - 1].entry);
	}
	return is_half(m, alike);
}

/*
 * The same of a log of days by their headings, where much has to be sure: half
 * of them say the same, and one of these in the very same words.
 */
static bool log_match_is_sound(const struct merger *m)
{
	size_t alike = 0, same = 0;

	for (size_t i = 0; i < m->file->nentries; i++) {
		const struct entry *new = &m->file->entries[i].entry, *old;

		if (!m->match[i])
			continue;
		old = &m->known[m->match[i] - 1].entry;
		if (!import_says_the_same(new, old))
			continue;
		alike++;
		same += str_eq(str_trim(new->body), str_trim(old->body));
	}
	return same && is_half(m, alike);
}

/* Where too little is shared with any log: the log of that name, if it is. */
static int match_by_name(struct merger *m, const struct journal_log **log,
			 struct error *err)
{
	const struct journal_log *same = import_log_of_name(m);
	bool by_heading = import_keys_by_heading(m->file);
	bool sound;

	if (!same)
		return 0;
	if (load_known(m, same, err))
		return -1;
	if (by_heading && import_is_of_one(m) && m->nknown == 1) {
		m->match[0] = 1;
		m->known[0].taken = true;
	} else {
		import_match(m);
	}
	sound = by_heading && !import_is_of_one(m) ? log_match_is_sound(m) :
						      match_is_sound(m);
	if (m->nknown && sound) {
		*log = same;
		return 0;
	}
	m->nknown = 0;
	memset(m->match, 0, m->file->nentries * sizeof(*m->match));
	return 0;
}

static int merge_log(struct merger *m, struct error *err)
{
	struct import_file *f = m->file;
	const struct journal_log *log;

	if (load_journal(m, err))
		return -1;
	log = import_find_log(m);
	m->match = arena_alloc(m->mem, (f->nentries + 1) * sizeof(*m->match));
	if (log ? load_known(m, log, err) : match_by_name(m, &log, err))
		return -1;
	import_match(m);
	f->log.name = log ? arena_strdup(&f->mem, log->name) :
			    import_free_log_name(m);
	f->log.preamble = f->preamble;
	for (size_t i = 0; i < f->nentries; i++) {
		int rc;

		/* With an id comes the log that it had, or none. */
		if (!f->entries[i].entry.id)
			f->entries[i].entry.log = f->log.name;
		if (m->match[i])
			rc = settle(m, i, err);
		else
			rc = place(m, i, err);
		if (rc)
			return -1;
	}
	order_log(m);
	f->log_changed = !log || !same_frame(log, &f->log);
	strset_put(&m->names, str_of(f->log.name), 0);
	return 0;
}

static int place_documents(struct merger *m, struct import_file *f,
			   struct error *err)
{
	m->file = f;
	for (size_t i = 0; i < f->ndocuments; i++)
		if (import_place_document(m, &f->documents[i], err))
			return -1;
	return 0;
}

static int merge_file(struct merger *m, struct import_file *f,
		      struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;

	m->file = f;
	m->mem = &mem;
	m->known = NULL;
	m->nknown = 0;
	return f->nentries ? merge_log(m, err) : 0;
}

static void merger_release(struct merger *m)
{
	strset_release(&m->names);
	strset_release(&m->by_id);
	strset_release(&m->digests);
	arena_release(&m->lasting);
}

int import_merge(struct import_list *list, struct journal *journal,
		 struct error *err)
{
	AUTO(merger) m = { .journal = journal, .record = &list->record };

	if (import_record_load(&list->record, journal, err))
		return -1;
	for (size_t i = 0; i < list->count; i++)
		if (place_documents(&m, &list->files[i], err))
			return -1;
	import_find_beside(list);
	for (size_t i = 0; i < list->count; i++)
		if (merge_file(&m, &list->files[i], err))
			return -1;
	return 0;
}
