/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_LOG_DAYS_H
#define EXPORTERS_SITE_LOG_DAYS_H

#include "exporters/site/view.h"

/*
 * The days of logs that were imported, by what their own links call them: of
 * "### Day 3: May 9, 2026" an author writes "#day-3-may-9-2026", as GitHub does,
 * or "#day-3", where only one day of the log begins so.  None but public ones.
 */
struct log_days {
	struct strset logs;	/* by name: 1 + its number */
	struct strset whole, begun;	/* by log and slug: its entry */
	size_t *log_of;		/* by entry of the view: 1 + its log; 0: none */
	size_t *only;		/* by log: its entry, if it has one alone */
};
#define LOG_DAYS_INIT { STRSET_INIT, STRSET_INIT, STRSET_INIT, NULL, NULL }
void log_days_find(struct log_days *d, const struct site_view *v);
void log_days_release(struct log_days *d);

/* The log by the name that link_log_path() gives, 1 + its number; 0: none. */
size_t log_days_named(const struct log_days *d, struct str path);

/* The entry that a place of a log is; of a log of one day, each place that is no
 * other day. */
bool log_days_get(const struct log_days *d, size_t log, struct str fragment,
		  size_t *entry);

#endif
