/* SPDX-License-Identifier: MIT */
/* Which log of the journal a file is a later state of. */
#include "cmd/import/merge.h"

#include <string.h>

#include "core/base/path.h"

/* How many entries of a log the file has as well; `alive`: that are left. */
static size_t count_shared(const struct merger *m,
			   const struct journal_log *log,
			   const struct strset *digests,
			   const struct strset *headings, size_t *alive)
{
	size_t shared = 0, at;

	*alive = 0;
	for (size_t i = 0; i < log->nids; i++) {
		const struct entry *e;

		if (!strset_get(&m->by_id, str_of(log->ids[i]), &at))
			continue;
		++*alive;
		e = &m->indexed[at].entry;
		shared += (e->digest && strset_has(digests, str_of(e->digest))) ||
			  (has_dated_heading(e) &&
			   strset_has(headings, e->heading));
	}
	return shared;
}

static void add_digests(const struct merger *m, const struct entry *e,
			struct strset *digests)
{
	strset_put(digests, str_of(e->digest), 0);
	for (size_t i = 0; i < IMPORT_ENDS &&
			   !strset_has(&m->digests, str_of(e->digest)); i++) {
		AUTO(strbuf) other = STRBUF_INIT;

		add_digest_with_end(&other, e, i);
		strset_put(digests, strbuf_slice(&other), 0);
	}
}

static void add_keys(const struct merger *m, struct strset *digests,
		     struct strset *headings)
{
	for (size_t i = 0; i < m->file->nentries; i++) {
		const struct entry *e = &m->file->entries[i].entry;

		add_digests(m, e, digests);
		if (has_dated_heading(e) && import_keys_by_heading(m->file))
			strset_put(headings, e->heading, 0);
	}
}

/*
 * The log that this file is a later state of: the one that shares most with
 * it, and at least half of what the shorter of them has, for every log that
 * was made from one template shares its first entry.  A name alone proves
 * nothing: half the world calls it log.md.
 */
const struct journal_log *import_find_log(const struct merger *m)
{
	AUTO(strset) digests = STRSET_INIT;
	AUTO(strset) headings = STRSET_INIT;
	const struct journal_log *best = NULL;
	size_t most = 0;

	if (!m->nlogs)
		return NULL;
	add_keys(m, &digests, &headings);
	for (size_t i = 0; i < m->nlogs; i++) {
		size_t alive, shorter;
		size_t shared = count_shared(m, &m->logs[i], &digests,
					     &headings, &alive);
		bool same_name = !strcmp(m->logs[i].name, m->file->base);

		shorter = alive < m->file->nentries ? alive :
						      m->file->nentries;
		if (!shared || 2 * shared < shorter ||
		    strset_has(&m->names, str_of(m->logs[i].name)))
			continue;
		if (shared > most || (shared == most && same_name)) {
			best = &m->logs[i];
			most = shared;
		}
	}
	return best;
}

bool import_is_of_one(const struct merger *m)
{
	return m->file->of_set && m->file->nentries == 1;
}

/*
 * The log that the file may be by its name, if it shares too little with any as
 * it stands: of a file for each day the one entry changed, of a short table
 * each row, of a short log most of its days.
 */
const struct journal_log *import_log_of_name(const struct merger *m)
{
	bool any = !import_is_of_one(m) || !import_keys_by_heading(m->file);

	if (strset_has(&m->names, str_of(m->file->base)))
		return NULL;
	for (size_t i = 0; i < m->nlogs; i++)
		if (!strcmp(m->logs[i].name, m->file->base) &&
		    (any || m->logs[i].nids == 1))
			return &m->logs[i];
	return NULL;
}

static bool log_is_free(const struct merger *m, const char *name)
{
	size_t at;

	if (strset_has(&m->names, str_of(name)))
		return false;
	for (size_t i = 0; i < m->nlogs; i++) {
		if (strcmp(m->logs[i].name, name))
			continue;
		/* One of which every entry was removed is free again. */
		for (size_t k = 0; k < m->logs[i].nids; k++)
			if (strset_get(&m->by_id, str_of(m->logs[i].ids[k]),
				       &at))
				return false;
	}
	return true;
}

/* "log.md", or "log-2.md" where that is another one. */
const char *import_free_log_name(const struct merger *m)
{
	struct str base = str_of(m->file->base);
	struct str stem = path_stem(base), suffix = path_suffix(base);
	const char *name = m->file->base;

	for (int n = 2; !log_is_free(m, name); n++)
		name = arena_printf(&m->file->mem, "%.*s-%d%.*s",
				    (int)stem.len, stem.s, n, (int)suffix.len,
				    suffix.len ? suffix.s : "");
	return name;
}
