/* SPDX-License-Identifier: MIT */
#ifndef CMD_TODAY_TODAY_H
#define CMD_TODAY_TODAY_H

#include "cmd/command.h"
#include "cmd/plan/plan.h"
#include "cmd/terminal/heatmap.h"
#include "cmd/terminal/progress.h"
#include "cmd/timer/timer.h"

/* Where one stands today: today.c finds and prints it, json.c has it as JSON. */
#define ENTRIES_SHOWN 3
#define TOPICS_SHOWN 5

struct topic_count {
	const char *id;
	size_t entries;
};

struct dashboard {
	const struct context *ctx;
	const struct settings *set;
	struct progress progress;
	int today;
	struct index_entry *entries;	/* oldest first */
	size_t nentries;
	struct topic_count topics[TOPICS_SHOWN];	/* of the last weeks */
	size_t ntopics;
	struct study study;		/* .all.items 0: nothing is planned */
	int minutes;			/* that there are to study */
	struct timer timer;
};

int today_first_of_week(const struct dashboard *d);
struct heat today_heat(const struct dashboard *d, int day);

/* The place of the last entry up to today, plus one. */
size_t today_last_entry(const struct dashboard *d);

/* --- next.c -------------------------------------------------------------- */

/* Is there anything to study: items of a plan, or domains of an exam? */
bool today_has_study(const struct dashboard *d);
/* What is best done now, as a command to type. */
void today_add_next(struct strbuf *out, const struct dashboard *d);
/* Of an exam whose day is behind and whose result is not known: what to do. */
void today_add_after(struct strbuf *out, const struct dashboard *d);

/* --- json.c -------------------------------------------------------------- */

int today_print_json(const struct dashboard *d, struct error *err) MUST_CHECK;

#endif
