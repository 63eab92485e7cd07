/* SPDX-License-Identifier: MIT */
#ifndef CORE_JOURNAL_PRIVATE_H
#define CORE_JOURNAL_PRIVATE_H

#include "core/base/strset.h"
#include "core/journal.h"

/* What the files journal*.c share; nobody else includes this. */

/* A file of settings as the batch has it so far. */
struct edited_file {
	struct strbuf text;
	bool edited;
};

struct journal {
	char *root;
	char *git_dir;		/* NULL: no repository; then nothing is written */
	struct beneath tree;
	struct clock now;
	int today;		/* DAY_NONE until it is asked for */
	bool today_given;
	struct arena mem;	/* lives as long as the journal */

	struct config_pair *config_pairs;	/* of .hecto/config */
	size_t nconfig_pairs;
	struct settings settings;
	bool settings_read;
	struct edited_file config, own_topics;
	struct topic_catalogue *topics;
	const char *derived;	/* names that are topics, as lines; or NULL */
	struct topic_catalogue **former;	/* what may still be pointed to */
	size_t nformer, former_cap;
	char *topics_key;	/* NULL until the user's topics were looked at */
	struct config_pair *topic_pairs;
	size_t ntopic_pairs;

	void (*tell_waiting)(void *arg);	/* for the index; or NULL */
	void *tell_arg;
	struct index *index;
	int question;		/* to the watcher, for the index; or -1 */
	bool index_is_true;
	bool index_meanwhile;	/* its files may still be looked at */
	bool index_was_true;	/* before what was written in `written` */
	const char *written;	/* by a batch: the one folder, or NULL */
	bool written_elsewhere;
	bool behind;		/* a file is, of what was committed */
	struct store *store;
	struct store_batch *batch;
	struct strset placed;	/* paths that the batch takes */

	bool unread_told;	/* that files cannot be read, by a failure */
	const char **warnings;
	size_t nwarnings, warnings_cap;
};

#define CONFIG_FILE ".hecto/config"
#define TOPICS_FILE ".hecto/topics"
#define LOGS_FOLDER ".hecto/logs"

void journal_warn(struct journal *j, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The store, loaded when first needed. */
int journal_store(struct journal *j, struct store **out, struct error *err)
	MUST_CHECK;

/* The path of the index, in a folder that is made when it is missing; false:
 * there is no place for it. */
bool journal_index_path(struct journal *j, struct strbuf *out);

/* The index as it is, true or not. */
int journal_raw_index(struct journal *j, struct index **out, struct error *err)
	MUST_CHECK;

/* The pairs of a file, from the index where that has seen the file in its
 * present state, else by libgit2.  False: it cannot be read, which is warned
 * of. */
bool journal_read_pairs(struct journal *j, const char *file,
			struct config_pair **pairs, size_t *count);

/* Tells one catalogue of topics from another; reads the user's topics. */
const char *journal_topics_key(struct journal *j);

/* The topics as far as they are known, without looking at the files. */
struct topic_catalogue *journal_known_topics(struct journal *j);

/* Make the catalogue anew when it is asked for; who has pointers into it keeps
 * them. */
void journal_retire_topics(struct journal *j);

/* The user's topics may be others now: read them again when they are asked for. */
void journal_forget_topics(struct journal *j);

/* What one generation of the index knows the documents of a snapshot by. */
struct snapshot_key {
	int64_t key, first_part;
	uint32_t document;
};
struct snapshot_keys {
	struct snapshot_key *items;	/* of all documents, in any order */
	int64_t generation;
};

/* Learn them again from the index as it is now, by paths and sums; a document
 * that is no more, or another by now, is refused. */
int journal_snapshot_find_keys(struct index *ix, const struct snapshot *s,
			       struct snapshot_keys *keys, struct error *err)
	MUST_CHECK;

/* Give a snapshot the texts of the journal, and the topics, when they are
 * wanted.  The items of `keys` are taken over. */
void journal_add_source(struct journal *j, struct snapshot *s,
			struct snapshot_keys *keys, struct arena *mem);

/* How often it is begun again when another process changes the index, and what
 * is said then; -1. */
#define SNAPSHOT_TRIES 8
int journal_snapshot_never_rests(struct error *err);

/* Fails where these are not the bytes of a document with that sum. */
int journal_snapshot_check(uint64_t sum, const char *path, struct str bytes,
			   struct error *err) MUST_CHECK;

/* Fill in the topics of a snapshot, which changes the order of `keys`, and what
 * they are where the index is of another generation. */
int journal_snapshot_topics(struct journal *j, struct snapshot *s,
			    struct snapshot_keys *keys, struct arena *mem,
			    struct error *err) MUST_CHECK;

/* Where `root`'s git folder is: .git, or what a .git file says. */
int journal_find_git_dir(struct strbuf *out, const char *root,
			 struct error *err) MUST_CHECK;

/* A passage of the index as a snapshot has it; `document` as its holder numbers
 * documents. */
struct snapshot_passage journal_snapshot_passage(const struct index_passage *p,
						 size_t document);

#endif
