/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_VIEW_H
#define EXPORTERS_SITE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/base/strset.h"
#include "core/model/challenge.h"
#include "core/model/left_out.h"
#include "core/model/link_names.h"
#include "core/model/public_text.h"
#include "core/model/snapshot.h"

/* What front matter shows of an entry, in the arena of the snapshot or that of
 * the view. */
struct site_frame {
	const int *days, *numbers;
	const char **tags;
	uint32_t ndays, nnumbers, ntags;
	int round, minutes;
	struct clock written;	/* .seconds 0: not known */
};

/*
 * What of a journal the site may show.  A snapshot holds private things too,
 * so pages are drawn from this view and never from the snapshot: an entry or
 * a note with `private: true` is not in it, nor is any line, block, section or
 * field of front matter that the user keeps back (core/model/private.h).  Only
 * three things count what is private, and they count days alone: the streak, the
 * challenge, and whether a square of the heat map is empty.
 *
 * A new page, feed or index stays safe if it
 *   - takes texts, titles, tags, days, minutes and names from this view, and
 *     asks neither the snapshot, nor the index, nor a file;
 *   - names the place of a passage by the headings that site_find_public() gives,
 *     which are those of the public text;
 *   - counts what it lists, and never "all of them" less what is shown;
 *   - makes names of files and anchors of what the view has, and lets a link
 *     lead where site_resolve() and site_resolve_wiki() say;
 *   - is about a topic of the view: the catalogue has names from private texts;
 *   - copies an image only if a text of the view refers to it.
 * What it needs beyond that is added here, made of what has been filtered, and
 * to tests/cli/t0323-publish-private.t, whose twins differ in nothing public.
 * A text that others write (a setting, say) is scanned for secrets in public.c.
 */
struct site_entry {
	const char *file;	/* in days/: "2022-07-04.html" */
	const char *title;	/* "Day 10: Read about queues" (titles.h) */
	const char *heading;	/* as it is written, by which it is linked to
				   and found: "Day 10: July 20, 2022" */
	const char *dir;	/* of its file in the journal: "log/2022" */
	struct site_frame frame;
	uint32_t name_len;	/* of the title, "Day 10"; 0: it has none */
	uint32_t number;	/* of the document in the snapshot */
	int day;		/* the first, or DAY_NONE */
	int round;		/* as the challenge counts it, labelled or not;
				   0: of none, since nothing is written in it */
	const struct site_facts *facts;	/* of its text: facts.h */
	uint64_t key;	/* of what others show of it: site_key_add_entry() */
	const uint32_t *topics;	/* indexes into site_view.topics */
	uint32_t ntopics;
};

struct site_note {
	uint64_t sum;		/* of its file */
	size_t number;		/* of the document in the snapshot */
	const char *id;		/* its name in the journal */
	const char *file;	/* in notes/; that of notes/about.md is above */
	const char *title, *dir, *path;
	bool is_plan;
	int day;		/* of its front matter, or DAY_NONE */
	struct str body;	/* without front matter and what is private */
	const char *excerpt;	/* SITE_EXCERPT bytes of it, or "" */
	const struct public_text *left;	/* NULL: nothing of it is private */
	const struct part *parts;	/* as document_parse gives them */
	size_t nparts;
	struct link_document called;	/* by links */
	const uint32_t *topics;
	size_t ntopics;
};

struct site_passage {
	bool is_note;
	size_t document;	/* index into entries or notes */
	enum section section;
	unsigned traits;	/* enum passage_trait */
	unsigned others;	/* of these: those of other topics than the one
				   it is quoted for */
	enum passage_kind kind;
	const char *const *headings;
	size_t nheadings;	/* that are shown: none of an entry */
	size_t nabove;		/* all of them, by which it is found to answer;
				   none is private */
	struct str text;
};

struct site_topic {
	const char *file;	/* in topics/ */
	const char *folder;	/* for the pages of its years: "topics/s3" */
	const char *id, *name;
	const char *label;	/* short, for chips: "EC2" */
	const char *keys;	/* as of a snapshot_topic */
	uint64_t key;		/* of its names and file */
	int parent;		/* index of the topic above, or -1 */
	/* Where it is spoken of, with the public passages alone: oldest first,
	 * then notes; documents are numbered as the targets are. */
	struct topic_mentions mentions;
	size_t first_note;	/* of the mentions, which is in a note */
	size_t npassages;
	size_t nentries, nnotes;	/* that speak of it */
	int last_day;		/* or DAY_NONE */
};

/* A day that has entries to show. */
struct site_day {
	int day;
	uint32_t entry;		/* the first of that day */
	int minutes;		/* 0: not said */
	uint32_t words;
};

struct site_view {
	struct arena *mem;
	const struct snapshot *snapshot;	/* for its source alone */
	struct site_facts_list *facts;
	const struct settings *settings;
	int today;
	const struct streak *streak;
	struct challenge challenge;
	int *round_days;	/* by round, up to LIMIT_ROUND: days studied */
	bool has_rounds;	/* there is more than one, or a label */
	const struct studied_day *studied;	/* private ones too: see above */
	size_t nstudied;
	struct site_entry *entries;	/* oldest first, undated last */
	size_t nentries, ndated;
	struct site_note *notes;
	size_t nnotes;
	struct site_topic *topics;	/* by id */
	size_t ntopics;
	struct site_day *days;		/* ascending, distinct */
	size_t ndays;
	bool by_minutes;	/* the heat map shows minutes, else words */
	size_t steps[3];	/* of that, from which a square is darker */
	struct site_targets *targets;	/* of links, found by links.c */
	const struct site_plan *plan;	/* exams and open items: plan.h */
};

#define SITE_VIEW_INIT { .mem = NULL }

/*
 * Entries come first, then notes, in one numbering of documents.  `facts` are
 * those of an earlier run (facts.h), and belong to the view from now on.  What
 * is kept back, and secrets that are not, are added to `left_out`.  The view is
 * to be released also when this failed.
 */
int site_view_make(struct site_view *out, const struct snapshot *s,
		   struct site_facts_list *facts, unsigned workers,
		   struct left_out *left_out, struct arena *mem,
		   struct error *err) MUST_CHECK;
void site_view_release(struct site_view *v);

/* Fill in .challenge and what is said of rounds, from the days of entries that are not shown as well, but
 * from no number and no label of theirs.  `shown` tells by entry of the
 * snapshot which of the view it is, at or above .nentries if none. */
void site_count_challenge(struct site_view *v, const size_t *shown);

/* Fill in .steps from the days (heatmap.c). */
void site_make_steps(struct site_view *v);

/* What is known of a day; false when there is nothing to show. */
bool site_view_day(const struct site_view *v, int day, struct site_day *out);
bool site_view_is_studied(const struct site_view *v, int day);

/* Give a passage of a note, that begins on this line of its file, the headings
 * above it that are public; what is new is in `mem`.  False: it is not public
 * itself. */
bool site_find_public(struct site_passage *p, const struct site_note *n,
		      unsigned line, struct arena *mem);

/* The sections that a body shows under a heading of their own: bit s. */
unsigned site_sections(struct str body);

#endif
