/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SNAPSHOT_H
#define CORE_MODEL_SNAPSHOT_H

#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/clock.h"
#include "core/base/str.h"
#include "core/base/strbuf.h"
#include "core/model/document.h"
#include "core/model/entry_frame.h"
#include "core/model/settings.h"
#include "core/model/streak.h"
#include "core/model/topic.h"
#include "core/model/topic_mentions.h"

/*
 * A journal as exporters see it, in an arena of whoever made it, and nothing
 * that could be changed.  Documents have one numbering: entries come first,
 * then notes.
 *
 * Texts are many times larger than what is said about them.  A snapshot for
 * who draws one page after the other leaves them where they are: of its entries
 * there are frames, and `source` gives each text, and the topics, when they are
 * wanted.
 */

/* A file of notes/ or plans/. */
struct snapshot_note {
	const char *path, *id, *title;
	enum document_kind kind;
	struct str text;	/* the whole file, front matter included */
	uint64_t sum;		/* of the file, as of a snapshot_file */
};

/* The file of an entry. */
struct snapshot_file {
	const char *path;
	uint64_t sum;		/* of its bytes: other bytes, another sum */
	bool is_empty;		/* nothing was written: no day of study */
};

struct snapshot_passage {
	bool is_note;
	size_t document;	/* index into entries or notes */
	size_t number;		/* in its part; an entry is one part */
	unsigned line, last_line;	/* of the file, from 1 */
	unsigned traits;	/* enum passage_trait */
	enum passage_kind kind;
	enum section section;
	const char *const *headings;
	size_t nheadings;
	struct str text;
};

/* What has a life of its own: a question, a hole, a lab, the result of a
 * practice exam. */
struct snapshot_item {
	struct snapshot_passage passage;	/* as it is written */
	bool is_done;		/* answered, ticked or struck out */
	struct str text, prefix;	/* without a box, the answer, the prefix */
	const char *const *topics;	/* ids */
	size_t ntopics;
};

/* A topic that an exam of the settings has in one of its domains. */
struct snapshot_exam_topic {
	const char *id, *name;	/* of the catalogue, if that has it */
	const char *typed;	/* what the settings call it */
	int domain;		/* index of the exam's */
};

struct snapshot_exam {
	const struct exam *of;
	const struct snapshot_exam_topic *topics;
	size_t ntopics;
};

struct snapshot_topic {
	const char *id, *name, *parent;
	const char *label;		/* topic_add_label(); its name if learned */
	const char *keys;	/* of its other names: topic_tell_keys(), with a
				   blank behind each; none of the journal's own */
	bool learned;		/* its name is from documents alone */
	struct topic_mentions mentions;
};

/* The passages of a part, in the order of the text. */
struct snapshot_part {
	uint32_t document, part;
	const struct snapshot_passage *passages;
	size_t npassages;
};

struct snapshot_source {
	/* Append the file of a document, whole.  ERROR_CONFLICT: it is another
	 * by now than that of the snapshot, by whose sum a reader remembers
	 * what it made of it. */
	int (*text)(struct snapshot_source *from, size_t document,
		    struct strbuf *out, struct error *err);

	/* Fill in the passages of these parts, in `mem`.  ERROR_CONFLICT: as
	 * above. */
	int (*passages)(struct snapshot_source *from,
			struct snapshot_part *parts, size_t count,
			struct arena *mem, struct error *err);

	/* Keep a complaint that is no failure. */
	void (*warn)(struct snapshot_source *from, const char *path,
		     const char *what);

	/* Let go of what two processes cannot share, before a fork; each takes
	 * it up again when it is needed.  False: it cannot be done. */
	bool (*rest)(struct snapshot_source *from);

	/* May be NULL: they are there.  Fill in the topics of the snapshot; once.
	 * That reads much, and may be done in a thread while nobody asks for
	 * passages. */
	int (*topics)(struct snapshot_source *from, struct error *err);

	/* May be NULL.  The mentions of all topics are wanted no more, and are
	 * gone. */
	void (*drop_mentions)(struct snapshot_source *from);

	/* May be NULL.  The frames are wanted no more, and are gone with their
	 * ids and headings; what else they pointed to stays. */
	void (*drop_entries)(struct snapshot_source *from);
};

/* A log that was imported, and the order of what it holds. */
struct snapshot_log {
	const char *name;	/* "log.md" */
	struct str preamble;	/* what stands before the first entry */
	const size_t *entries;	/* indexes, in the order of the log */
	size_t nentries;
};

struct snapshot {
	const struct settings *settings;
	uint64_t settings_sum;	/* of what was set: other values, another sum */
	struct clock now;
	int today;
	const struct entry *entries;	/* oldest first, undated last; by id;
					   NULL: snapshot_entry() gives each */
	size_t nentries;
	const struct entry_frame *frames;	/* NULL: they were dropped */
	struct arena names;	/* has the frames, and their ids and headings */
	const struct snapshot_file *files;	/* of the entries */
	const struct snapshot_note *notes;	/* by path */
	size_t nnotes;
	const struct snapshot_topic *topics;	/* by id */
	size_t ntopics;
	struct arena mentions;	/* of the topics, many of them */
	const struct snapshot_log *logs;	/* by name */
	size_t nlogs;
	struct snapshot_source *source;	/* NULL: the bodies are there */
	const struct studied_day *days;	/* ascending, as streak_compute takes */
	size_t ndays;
	struct streak streak;
	int64_t generation;	/* of the index that told all this */
	/* Both only by journal_snapshot_study(). */
	const struct snapshot_exam *exams;	/* as the settings have them */
	size_t nexams;
	const struct snapshot_item *items;	/* as journal_items() orders them */
	size_t nitems;
};
#define SNAPSHOT_INIT { .settings = NULL }
void snapshot_release(struct snapshot *s);	/* the arena is another's */

/* An entry, as far as the snapshot has it. */
static inline struct entry snapshot_entry(const struct snapshot *s,
					  size_t number)
{
	return s->entries ? s->entries[number] :
			    entry_of_frame(&s->frames[number]);
}

#endif
