/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_REFRESH_H
#define CORE_INDEX_REFRESH_H

#include "core/base/strbuf.h"
#include "core/index/database.h"
#include "core/index/scan.h"
#include "core/index/watcher.h"

/*
 * What differs between the files and the index, and what is to be done about
 * it: between refresh_plan.c, which looks, and refresh.c, which writes.
 */
enum work { WORK_REMOVE, WORK_READ };

struct change {
	enum work work;
	const char *path;
	struct seen_file *file; /* WORK_READ */
	bool known;		/* there are rows of it */
};

struct refresh {
	struct index *ix;
	struct arena mem;
	int64_t version; /* of the database, when it was read */
	bool empty;	 /* nothing was ever recorded */
	bool other_catalogue;
	struct watched_state true_at; /* what is recorded was true then */
	struct watched_state asked;   /* the watcher, before the scan */
	bool watched;		      /* they are the same: there is no scan */
	struct known_folder *recorded;
	size_t nrecorded, recorded_cap;
	struct scan scan;
	struct scan_work *look; /* while it goes on, else NULL */
	struct change *changes;
	size_t count, cap;
	size_t settled; /* racy files that no longer are */
	size_t settled_folders;
	struct strbuf bytes, path;
	struct strbuf derived; /* the names that the topics were found with */
	uint64_t *foreseen;    /* NULL, or the sums of the files whose names
				  are in the index already, by document */
};

void refresh_init(struct refresh *r, struct index *ix);
void refresh_release(struct refresh *r);

/*
 * Compare the files with the record; afterwards r->changes is what to do.  The
 * files may be looked at in a thread of its own, which touches nothing that is
 * not its own, while the caller reads from the index: until plan_end, or
 * refresh_release, which waits for it.  plan_end fails, as plan does, with
 * ix->rc or ix->unread.
 */
int plan(struct refresh *r) MUST_CHECK;
/* The same, and the files are looked at, whatever a watcher says. */
int plan_by_looking(struct refresh *r) MUST_CHECK;
int plan_begin(struct refresh *r) MUST_CHECK;
int plan_end(struct refresh *r) MUST_CHECK;

/* Nothing is to be done. */
bool is_true(const struct refresh *r);
/* The next one could be spared the scan, if r->asked were recorded. */
bool is_worth_recording(const struct refresh *r);

/* Once more, with what the scan found and r->recorded now has. */
void compare_folders(struct refresh *r);

/* Folders in the order of paths, of which one side may be at its end. */
struct seen_folder *seen_at(const struct refresh *r, size_t i);
const struct known_folder *recorded_at(const struct refresh *r, size_t i);
int folder_order(const struct seen_folder *seen,
		 const struct known_folder *old);

/* Are the names and states of a folder those of the record? */
bool is_unchanged(const struct seen_folder *seen, struct str listing);
/* Would it be told by its times next time, if they were recorded? */
bool has_settled(const struct seen_folder *seen,
		 const struct known_folder *old);

/* The bytes of a file, in `out`; what cannot be read has none. */
struct str read_bytes(const struct beneath *tree, const char *path,
		      const struct seen_file *f, struct strbuf *out);

/* Into `out`: the folder as it is recorded (scan.h). */
void add_listing(struct strbuf *out, const struct seen_folder *seen);

#endif
