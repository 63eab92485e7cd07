/* SPDX-License-Identifier: MIT */
#ifndef CMD_IMPORT_MERGE_H
#define CMD_IMPORT_MERGE_H

#include "cmd/import/file.h"

/* A merge under way, between merge.c, log.c and match.c. */

/* An entry that the journal has of the same log. */
struct known_entry {
	const struct index_entry *indexed;
	struct entry entry;	/* as its file has it now */
	bool edited;		/* its text, since it was imported */
	bool plain;		/* its file has nothing but what we write */
	bool taken;		/* it is the same as one of the file */
	size_t next;		/* of the same key, plus one; 0: none */
};

struct merger {
	struct journal *journal;	/* NULL: there is none */
	struct arena lasting;
	struct strset names;		/* of logs and documents, taken by the
					   files before; without a journal,
					   of ids as well */

	struct import_record *record;	/* of documents */

	bool loaded;			/* what follows, of the journal */
	struct index_entry *indexed;
	size_t nindexed;
	struct journal_log *logs;
	size_t nlogs;
	struct strset by_id;		/* -> place in `indexed` */
	struct strset digests;		/* that the entries had when they came */

	struct import_file *file;	/* the one that is merged now */
	struct arena *mem;		/* until the next one */
	struct known_entry *known;	/* of this log, in its order */
	size_t nknown;
	size_t *match;			/* for each new entry: of `known`,
					   plus one; 0: none */
};

/* log.c: the log that the file is a later state of, or NULL; and a name for a
 * new one. */
const struct journal_log *import_find_log(const struct merger *m);
const char *import_free_log_name(const struct merger *m);
const struct journal_log *import_log_of_name(const struct merger *m);
bool import_is_of_one(const struct merger *m);	/* of a file for each day */

/* document.c: a path for a document, and its fate. */
int import_place_document(struct merger *m, struct imported_document *d,
			  struct error *err) MUST_CHECK;

/* match.c: fill m->match. */
void import_match(struct merger *m);

/* Do the texts share half of what they say, labels apart? */
bool import_says_the_same(const struct entry *a, const struct entry *b);

/* Or has its reader another key for an entry whose text changed? */
bool import_keys_by_heading(const struct import_file *f);

/* Can it be the same entry with another text?  Then its header names a day. */
bool has_dated_heading(const struct entry *e);

/*
 * The last entry of a log gets blank lines behind it when the log grows, and
 * they belong to its text: these are the ends that it may have had before.
 */
#define IMPORT_ENDS 4
void add_digest_with_end(struct strbuf *digest, const struct entry *e,
			 size_t end);
bool differs_in_end(const struct entry *e, const char *digest);

/* beside.c: tell each entry where the files that its links lead to were
 * placed.  All documents have a place. */
void import_find_beside(struct import_list *list);

#endif
