/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SNAPSHOT_H
#define CORE_MODEL_SNAPSHOT_H

#include <stddef.h>

#include "core/base/clock.h"
#include "core/base/str.h"
#include "core/model/document.h"
#include "core/model/settings.h"
#include "core/model/streak.h"
#include "core/model/topic.h"

/*
 * A journal as exporters see it: everything loaded, in an arena of whoever
 * made it, and nothing that could be changed.
 */

/* A file of notes/ or plans/. */
struct snapshot_note {
	const char *path, *id, *title;
	enum document_kind kind;
	struct str text;	/* the whole file, front matter included */
};

/* Where a topic is spoken of. */
struct snapshot_passage {
	bool is_note;
	size_t document;	/* index into entries or notes */
	unsigned line;
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
	bool learned;		/* its name is from documents alone */
	/* Oldest first, notes last; topics share what is on several. */
	const struct snapshot_passage *const *passages;
	size_t npassages;
	int last_day;		/* last studied, or DAY_NONE */
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
	struct clock now;
	int today;
	const struct entry *entries;	/* oldest first, undated last; by id */
	const char *const *entry_paths;	/* of each; NULL: where they would be
					   put if they were new */
	size_t nentries;
	const struct snapshot_note *notes;	/* by path */
	size_t nnotes;
	const struct snapshot_topic *topics;	/* by id */
	size_t ntopics;
	const struct snapshot_log *logs;	/* by name */
	size_t nlogs;
	const struct studied_day *days;	/* ascending, as streak_compute takes */
	size_t ndays;
	struct streak streak;
	/* Both only by journal_snapshot_study(). */
	const struct snapshot_exam *exams;	/* as the settings have them */
	size_t nexams;
	const struct snapshot_item *items;	/* as journal_items() orders them */
	size_t nitems;
};

#endif
