/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_INDEX_H
#define CORE_INDEX_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/base/strbuf.h"
#include "core/base/strset.h"
#include "core/index/unread.h"
#include "core/model/challenge.h"
#include "core/model/document.h"
#include "core/model/dossier.h"
#include "core/model/entry_frame.h"
#include "core/model/link_names.h"
#include "core/model/query.h"
#include "core/model/settings.h"
#include "core/model/streak.h"
#include "core/model/topic.h"

/*
 * The search index over the work tree, in SQLite with FTS5.  It holds nothing
 * that the files do not: missing, of another version or damaged, it is built
 * again without a word.  Only core/index/ includes <sqlite3.h>.
 */
struct index;

/* `path` NULL, or a place where nothing can be written: it is in memory. */
int index_open(struct index **out, const char *path, struct error *err)
	MUST_CHECK;
/* The same; `tell` is called each time that another process, which writes it,
 * keeps us waiting for longer than half a second. */
int index_open_and_tell(struct index **out, const char *path,
			void (*tell)(void *arg), void *arg, struct error *err)
	MUST_CHECK;
void index_close(struct index *ix);

/* Instead of that, by a process that ends: the system takes the rest back, and
 * is quicker. */
void index_leave(struct index *ix);

/* Close the file until something is asked for again, so that the process can
 * fork meanwhile.  False: it is in memory, and stays open. */
bool index_rest(struct index *ix);

/*
 * Write the log of the index at `path` back into it: each process that opens
 * it has to read that first.  It is for a process that has time, since the disk
 * is waited for.  What cannot be done now is left undone.
 */
void index_write_back(const char *path);

/*
 * Make the index true: one scan of names, sizes and times beneath `root`
 * (log/, notes/, plans/) against what was recorded, then read again only what
 * differs, in one transaction.  `catalogue` is asked for only when something
 * has to be read again; `catalogue_key` tells its versions apart (built-in and
 * the user's topics): when it differs from the recorded one, all is read again.
 *
 * What is read later may have to refresh once more, when the file turns out to
 * be damaged or another process has emptied it; so `catalogue` and `arg` must
 * be good until index_close, while `root` and `catalogue_key` are copied.
 *
 * `only` is the one folder in which the caller has written since a refresh of
 * all, or NULL: nothing else is looked at.  Where there is no such refresh to
 * build on, all is looked at anyway.
 */
struct index_source {
	const char *root;
	struct topic_catalogue *(*catalogue)(void *arg);
	void *arg;
	const char *catalogue_key;
	/*
	 * Names that are topics of this journal, as lines (names.h): told before
	 * the catalogue is asked for, and once more when they have become
	 * others, after which all is read again.  NULL: there are none such.
	 */
	void (*derived)(void *arg, struct str names);
	const char *only;
};

struct index_refreshed {
	size_t read, removed, unchanged;	/* files */
	bool rebuilt;
	bool watched;	/* no file was looked at: a watcher said that nothing
			   has changed (watcher.h); all the rest is 0 */
};

int index_refresh(struct index *ix, const struct index_source *source,
		  struct index_refreshed *report, struct error *err) MUST_CHECK;

/* What is there and is in no answer, as of the last refresh, since it cannot be
 * read. */
const struct unread_list *index_unread(const struct index *ix);

/*
 * The same, but the files are looked at while the first answer is found, which
 * is found once more when something has changed.  So only what is answered from
 * then on is true to the files; names told (derived) may become others by it,
 * so nothing that was made of them may be asked for.
 */
int index_refresh_meanwhile(struct index *ix, const struct index_source *source,
			    struct error *err) MUST_CHECK;
/* Wait for that, if it still goes on, and make the index true. */
int index_settle(struct index *ix, struct error *err) MUST_CHECK;

/*
 * The watcher was asked already (watcher_ask(), or -1), when it was known that
 * the index would be wanted at once: so it answers while that is opened.  The
 * next refresh hears it, which is then true to a moment from that on.  The
 * descriptor is the index's.
 */
void index_was_asked(struct index *ix, int question);

/* Another one when any file was added, removed or changed since, as far as the
 * last refresh saw it. */
int index_digest(struct index *ix, uint64_t *out, struct error *err)
	MUST_CHECK;

/* The same before and after several questions: one state of the index answered
 * all of them, and `key` and `first_part` mean the same in each answer.  No two
 * states have the same, not even those of an index that was made anew. */
int index_generation(struct index *ix, int64_t *out, struct error *err)
	MUST_CHECK;

/* Are these the bytes of the file at this path whose sum (index_head, index_note)
 * is `sum`?  Of one that is too large to be read it is not known: true. */
bool index_sum_is(uint64_t sum, const char *path, struct str bytes);

/* The names told last, as lines, in `mem`; empty where nothing is known. */
struct str index_derived(struct index *ix, struct arena *mem);

/* How much there is in it. */
struct index_counts {
	size_t documents, parts;
};
int index_count(struct index *ix, struct index_counts *out, struct error *err)
	MUST_CHECK;

/*
 * A small file kept as pairs with the index, so that reading commands need no
 * libgit2: .hecto/config and .hecto/topics, each with the state of the file
 * (size, times, inode) it was read in.  Returns false when there is none in
 * this state.
 */
struct index_file_state {
	int64_t size, mtime_ns, ctime_ns, inode;	/* size -1: no such file */
};
bool index_get_pairs(struct index *ix, const char *file,
		     const struct index_file_state *state, struct arena *mem,
		     struct config_pair **pairs, size_t *count);
/* What cannot be kept is no failure: it is a cache. */
int index_put_pairs(struct index *ix, const char *file,
		    const struct index_file_state *state,
		    const struct config_pair *pairs, size_t count,
		    struct error *err) MUST_CHECK;

/*
 * Entries without their bodies, oldest first, undated last; within a day by
 * id, shorter ones first ("…-2" before "…-10").  All live in `mem`.
 */
struct index_entry {
	struct entry entry;	/* .body STR_NONE */
	const char *path, *title;
	bool empty;		/* nothing beyond the template */
	const char *summary;	/* its first words, for lists */
	size_t words;		/* as word_count.h counts them */
	const char *const *topics;	/* ids */
	size_t ntopics;
};

/* What to list; zero means any.  Days are both included, or DAY_NONE. */
struct index_filter {
	int since, until;
	const char *tag, *topic;
	int round;
	bool undated;		/* only those */
	size_t last;		/* only the last ones of these */
	const struct query *query;	/* or NULL; of a part of it */
};

int index_entries(struct index *ix, const struct index_filter *filter,
		  struct arena *mem, struct index_entry **out, size_t *count,
		  struct error *err) MUST_CHECK;

/* The same in the same order, but only what a list shows: there is less to
 * read.  All live in `mem`, too. */
struct index_summary {
	const char *id;
	const char *summary;		/* or NULL */
	int number, last_number;	/* of "Day N", if nnumbers is not 0 */
	unsigned nnumbers;
	int round;			/* or 0 */
	int minutes;			/* or 0: not told */
	bool empty;			/* nothing beyond the template */
};
int index_summaries(struct index *ix, const struct index_filter *filter,
		    struct arena *mem, struct index_summary **out,
		    size_t *count, struct error *err) MUST_CHECK;

/* The entry with this id, or ERROR_NOT_FOUND. */
int index_entry(struct index *ix, const char *id, struct arena *mem,
		struct index_entry *out, struct error *err) MUST_CHECK;

/*
 * One mark for each day or number of an entry that is not empty, paired as
 * they were written, in the order of entries: cheaper than the entries.
 */
int index_marks(struct index *ix, struct arena *mem,
		struct challenge_mark **out, size_t *count,
		struct error *err) MUST_CHECK;

/* Notes and plans, by path. */
struct index_note {
	const char *path, *id, *title;
	enum document_kind kind;
	int day;
	bool private;
	uint64_t sum;		/* as of an index_head */
	int64_t key, first_part;
};
int index_notes(struct index *ix, struct arena *mem, struct index_note **out,
		size_t *count, struct error *err) MUST_CHECK;

/*
 * The days with content, ascending and distinct, minutes added up; `rollover`
 * in minutes decides what is late: a day of which nothing was written in time.
 * Days under `min_minutes` are left out if all their entries say how many.
 */
int index_days(struct index *ix, int rollover, int min_minutes,
	       struct arena *mem, struct studied_day **out, size_t *count,
	       struct error *err) MUST_CHECK;

/*
 * Search.  `total` is how many parts match in all; up to query.limit hits come
 * back, best first by bm25 (title, heading, sections, body weighted), newest
 * first where there are no words; those of one document stand together.  A
 * pattern that is wrong or takes too long is ERROR_USAGE.
 */
int index_search(struct index *ix, const struct query *q, struct arena *mem,
		 struct hit **out, size_t *count, size_t *total,
		 struct error *err) MUST_CHECK;

/*
 * The words of a query that the index has nowhere, each with the one that was
 * probably meant: the nearest in the journal's own vocabulary, the commonest
 * of them.  Only what was typed as a plain word is put right, in the query
 * itself: not a word under five letters; one slip behind the first letter in a
 * word of up to seven, two in a longer one; and no digit.  A word that names
 * one of the topics (NULL: there are none) is taken for nothing but another
 * name of it.  A number and its unit are looked for as one word or as two,
 * whichever is there, and what stands in marks without these.
 */
struct correction {
	const char *typed, *meant;
};
int index_correct(struct index *ix, struct query *q,
		  const struct topic_catalogue *topics, struct arena *mem,
		  struct correction **out, size_t *count, struct error *err)
	MUST_CHECK;

/* Topics that the journal names, by id. */
struct index_topic {
	const char *id;
	size_t passages;	/* that name it themselves */
	size_t documents;
	size_t kinds[TRAIT_COUNT];	/* open ones, also under a heading or
					   item that names it (dossier.h) */
	int first_day, last_day;	/* of what has a day, or DAY_NONE */
	/* Distinct days of entries, and the first and the last of them. */
	size_t days;
	int first_studied, last_studied;
};
int index_topics(struct index *ix, struct arena *mem, struct index_topic **out,
		 size_t *count, struct error *err) MUST_CHECK;

/* The same with what is studied up to `until`; index_topics leaves that out. */
int index_topics_studied(struct index *ix, int until, struct arena *mem,
			 struct index_topic **out, size_t *count,
			 struct error *err) MUST_CHECK;

/* Passages on a topic, oldest first, undated and notes last, by path and line. */
struct index_passage {
	const char *path, *id, *title;
	enum document_kind document;
	enum passage_kind kind;
	enum section section;
	int day;
	unsigned line;
	/* Outermost first; of an entry its title and section; parent items
	 * last, shortened.  A heading's own words are not among them. */
	const char *const *headings;
	size_t nheadings;
	struct str text;
	bool named;		/* itself; false: only a heading or parent item */
	unsigned traits;	/* enum passage_trait */
	enum plan_section plan;	/* of the headings above it */
	unsigned last_line;
	size_t number;		/* in its part, from 0 */
};
int index_topic_passages(struct index *ix, const char *topic,
			 struct arena *mem, struct index_passage **out,
			 size_t *count, struct error *err) MUST_CHECK;

/* The same of those alone that have any of the traits (0: of all), without
 * those of entries before `since` (DAY_NONE: with all). */
struct index_passage_filter {
	const char *topic;
	int since;
	unsigned traits;
};
int index_passages(struct index *ix, const struct index_passage_filter *filter,
		   struct arena *mem, struct index_passage **out,
		   size_t *count, struct error *err) MUST_CHECK;

/*
 * For who reads a journal document by document and holds little of it: entries
 * in the order of index_entries, with what their pages' frames say.
 */
struct index_head {
	int64_t key, first_part;	/* of an index_mention */
	const char *path;
	uint64_t sum;		/* of the file's bytes: others, another one */
	int day;		/* the first, or DAY_NONE */
	bool empty;		/* nothing was written beyond a template */
};
struct index_heads {
	struct index_head *items;
	struct entry_frame *frames;	/* of the same numbers */
	size_t count;
	struct arena names;	/* ids and headings of the frames */
};
/* To be released, also when it failed; other strings are in `mem`. */
int index_heads(struct index *ix, struct arena *mem, struct index_heads *out,
		struct error *err) MUST_CHECK;
void index_heads_release(struct index_heads *l);

/* Where topics are spoken of, by part; a few bytes each, as there are many. */
struct index_topic_mentions {
	char *id;
	size_t count;
	struct strbuf bytes;	/* for index_next_mention */
	int64_t document, part;	/* of the last one */
};
/* Topics by id; to be given to index_mentions_free, also when it failed. */
int index_mentions(struct index *ix, struct index_topic_mentions **out,
		   size_t *count, struct error *err) MUST_CHECK;
void index_mentions_free(struct index_topic_mentions *topics, size_t count);
/* Those of one topic may go before. */
void index_mentions_release(struct index_topic_mentions *topic);

/* Take the next mention off the front of the bytes of a topic; begin with
 * INDEX_MENTION_NONE.  False: there is none left. */
struct index_mention {
	int64_t document;	/* .key of an entry or a note */
	int64_t part;		/* .first_part is the document's first one */
	struct str marks;	/* its passages: for index_next_mark */
};
#define INDEX_MENTION_NONE { 0, 0, STR_NONE }
bool index_next_mention(struct str *bytes, struct index_mention *last);

/* Take a passage's number in its part off the front of marks, and which of its
 * traits are of other topics (core/model/dossier_owner.h); begin with *passage
 * 0.  False: there is none left. */
bool index_next_mark(struct str *marks, size_t *passage, unsigned *others);

/* Fill in the passages of these parts, where the document is the one of that sum;
 * none where it is another one by now, or has no such part. */
struct index_part {
	const char *path;
	uint64_t sum;		/* of the document: of an index_head */
	unsigned part;		/* of it, from 0 */
	struct index_passage *passages;
	size_t count;
	bool is_known;
};
int index_parts(struct index *ix, struct index_part *parts, size_t count,
		struct arena *mem, struct error *err) MUST_CHECK;

/* The topics of the passages that are on this one, by id: how many passages
 * they share, one of the two being named there. */
int index_related(struct index *ix, const char *topic, struct arena *mem,
		  struct dossier_related **out, size_t *count,
		  struct error *err) MUST_CHECK;

/*
 * The passages that have any of these traits, of TRAITS_ITEM: those of plans
 * first, then entries and notes, each by day, path and line.
 */
struct index_item {
	struct index_passage passage;
	int parent;		/* index of the item it is nested in, or -1 */
	bool private;		/* its document is */
	const char *const *topics;	/* ids: named by it or what is above; of
					   a hole, by it, if it names any */
	size_t ntopics;
};
int index_items(struct index *ix, unsigned traits, struct arena *mem,
		struct index_item **out, size_t *count, struct error *err)
	MUST_CHECK;

/*
 * Links, in the order of entries and notes (those of index_topic_passages).
 * Zero means any; days are both included, or DAY_NONE; `paths` NULL: of every
 * document; with `topic`, those of parts that speak of it.
 */
struct index_link_filter {
	int since, until;
	const char *topic;
	const struct strset *paths;
};

struct index_link {
	struct link link;	/* .part and .passage are the index's own */
	/* Where it is.  A link outside of any passage (in raw HTML) has no
	 * .text; .line is that of the passage. */
	struct index_passage in;
};
int index_links(struct index *ix, const struct index_link_filter *filter,
		struct arena *mem, struct index_link **out, size_t *count,
		struct error *err) MUST_CHECK;

/* What links may call each document, by path: for link_names_add. */
int index_called(struct index *ix, struct arena *mem,
		 struct link_document **out, size_t *count,
		 struct error *err) MUST_CHECK;

/* Tags with how many entries have each, by name. */
struct index_tag {
	const char *name;
	size_t entries;
};
int index_tags(struct index *ix, struct arena *mem, struct index_tag **out,
	       size_t *count, struct error *err) MUST_CHECK;

#endif
