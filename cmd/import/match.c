/* SPDX-License-Identifier: MIT */
/* Which entry of a file is which of the journal's. */
#include "cmd/import/merge.h"

#include <string.h>

#include "cmd/import/text.h"

#define MARKS_ALONE 3	/* bytes of a heading that names no day: "* " */

static const char *const ends[IMPORT_ENDS] = { "", "\n", "\n\n", "\r\n" };

void add_digest_with_end(struct strbuf *digest, const struct entry *e,
			 size_t end)
{
	AUTO(strbuf) body = STRBUF_INIT;
	struct entry other = *e;

	strbuf_addslice(&body, str_trim_right(e->body));
	strbuf_addstr(&body, ends[end]);
	other.body = strbuf_slice(&body);
	entry_add_digest(digest, &other);
}

bool differs_in_end(const struct entry *e, const char *digest)
{
	for (size_t i = 0; i < IMPORT_ENDS; i++) {
		AUTO(strbuf) other = STRBUF_INIT;

		add_digest_with_end(&other, e, i);
		if (!strcmp(other.buf, digest))
			return true;
	}
	return false;
}

bool import_keys_by_heading(const struct import_file *f)
{
	return !f->importer || !f->importer->key;
}

bool has_dated_heading(const struct entry *e)
{
	return e->heading.len > MARKS_ALONE && e->ndays;
}

/* What two entries have in common when they are the same one. */
typedef struct str entry_key(const struct entry *e, struct arena *mem);

static struct str digest_key(const struct entry *e, struct arena *mem UNUSED)
{
	return str_of(e->digest);
}

static struct str with_number(const struct entry *e, int number,
			      struct arena *mem)
{
	AUTO(strbuf) key = STRBUF_INIT;

	strbuf_addf(&key, "%d ", number);
	strbuf_addslice(&key, e->heading);
	return arena_str(mem, strbuf_slice(&key));
}

/* Of "* [July 4, 2022: queues](…)" no more than the mark is the heading. */
static struct str heading_key(const struct entry *e, struct arena *mem)
{
	if (has_dated_heading(e))
		return e->heading;
	return e->heading.len && e->ndays ? with_number(e, e->days[0], mem)
					  : STR_NONE;
}

/* The entries of the log that are not matched yet, by key: the first of each,
 * plus one, and through `next` the others in order. */
static void gather(struct merger *m, entry_key *key, struct strset *first)
{
	for (size_t i = m->nknown; i-- > 0;) {
		struct known_entry *k = &m->known[i];
		struct str s = k->taken ? STR_NONE : key(&k->entry, m->mem);
		size_t head = 0;

		if (!s.len)
			continue;
		strset_get(first, s, &head);
		k->next = head;
		strset_put(first, s, i + 1);
	}
}

static bool take_first(struct merger *m, struct strset *first, size_t i,
		       struct str key)
{
	size_t head = 0;

	if (!key.len || !strset_get(first, key, &head) || !head)
		return false;
	m->match[i] = head;
	m->known[head - 1].taken = true;
	strset_put(first, key, m->known[head - 1].next);
	return true;
}

/*
 * Match what is not matched yet, the first of the file with the first of the
 * log: equal entries are told apart by their order alone.
 */
static void match_by(struct merger *m, entry_key *key)
{
	AUTO(strset) first = STRSET_INIT;

	gather(m, key, &first);
	for (size_t i = 0; i < m->file->nentries; i++)
		if (!m->match[i])
			take_first(m, &first, i,
				   key(&m->file->entries[i].entry, m->mem));
}

static void match_by_text_with_other_end(struct merger *m)
{
	AUTO(strset) first = STRSET_INIT;

	gather(m, digest_key, &first);
	for (size_t i = 0; i < m->file->nentries && first.count; i++) {
		bool found = m->match[i] != 0;

		for (size_t k = 0; !found && k < IMPORT_ENDS; k++) {
			AUTO(strbuf) other = STRBUF_INIT;

			add_digest_with_end(&other,
					    &m->file->entries[i].entry, k);
			found = take_first(m, &first, i, strbuf_slice(&other));
		}
	}
}

#define CANDIDATES 16	/* of one number, whose texts are compared */

static struct str numbered_key(const struct entry *e, struct arena *mem)
{
	return !e->ndays && e->nnumbers && e->heading.len
		       ? with_number(e, e->numbers[0], mem) : STR_NONE;
}

static bool is_same_text_changed(const struct entry *a, const struct entry *b)
{
	return text_is_akin(a->body, b->body) ||
	       text_shares_words(a->body, b->body);
}

/* Round and number alone: the heading may say a date by now. */
static struct str round_key(const struct entry *e, struct arena *mem)
{
	AUTO(strbuf) key = STRBUF_INIT;

	if (!e->nnumbers || !e->heading.len)
		return STR_NONE;
	strbuf_addf(&key, "%d %d", e->round, e->numbers[0]);
	return arena_str(mem, strbuf_slice(&key));
}

bool import_says_the_same(const struct entry *a, const struct entry *b)
{
	return text_shares_said(a->body, b->body);
}

static bool is_same_of_number(const struct entry *known, const struct entry *e)
{
	return !known->ndays && import_says_the_same(known, e);
}

/* Match what has a number, where the text was added to, or changed in part:
 * the same by `same` among those with one key. */
static void match_by_number(struct merger *m, entry_key *key_of,
			    bool (*same)(const struct entry *known,
					 const struct entry *e))
{
	AUTO(strset) first = STRSET_INIT;

	gather(m, key_of, &first);
	for (size_t i = 0; i < m->file->nentries && first.count; i++) {
		const struct entry *e = &m->file->entries[i].entry;
		struct str key = key_of(e, m->mem);
		size_t at = 0, seen = 0;

		if (m->match[i] || !key.len || !strset_get(&first, key, &at))
			continue;
		while (at && seen++ < CANDIDATES &&
		       (m->known[at - 1].taken ||
			!same(&m->known[at - 1].entry, e)))
			at = m->known[at - 1].next;
		if (!at || seen > CANDIDATES)
			continue;
		m->match[i] = at;
		m->known[at - 1].taken = true;
	}
}

void import_match(struct merger *m)
{
	match_by(m, digest_key);
	match_by_text_with_other_end(m);
	match_by(m, import_keys_by_heading(m->file) ? heading_key :
						      m->file->importer->key);
	if (!import_keys_by_heading(m->file))
		return;
	match_by_number(m, numbered_key, is_same_text_changed);
	match_by_number(m, round_key, is_same_of_number);
}
