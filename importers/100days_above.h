/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_ABOVE_H
#define IMPORTERS_100DAYS_ABOVE_H

#include "importers/100days.h"
#include "importers/table.h"

/* What stands above a line, as far as it says what the days below it are. */
struct daylog_above {
	struct table_walk table;
	bool deed;		/* the line is a row that tells of a day */
	bool in_table;
	bool template;		/* the last of them is about one */
	int plan_level;		/* of one about what is to come; 7: none */
	int round_level, round;
	int year_level, year;	/* "# 2026" */
	int month_level, month;	/* "## October", with its year or without */
	int month_year;
	int week_level;		/* "## Week 40 (28 Sep - 4 Oct)" */
	struct daylog_date week;	/* its first day; .day 0: none */
};

#define DAYLOG_ABOVE_INIT						\
	{								\
		.plan_level = 7, .round_level = 7, .year_level = 7,	\
		.month_level = 7, .week_level = 7,			\
	}

/* Below a heading of a level, what those of that level said is over. */
void daylog_above_close(struct daylog_above *above,
			const struct daylog_line *line);

/* A heading that is no day, or that of a week, of which `h` has the dates. */
void daylog_above_add(struct daylog_above *above, const struct daylog_header *h,
		      const struct daylog_tokens *t);

/* Rows of one table follow each other without a blank line. */
void daylog_above_follow_table(struct daylog_above *above,
			       const struct daylog_line *line);

/*
 * "Monday" below "Week of May 2, 2022", "2" or "Mon 2nd" below "May 2022": a
 * day by what stands above it.  That the file has several is seen later.
 */
bool daylog_under_read(struct daylog_header *out, const struct daylog_tokens *t,
		       const struct daylog_above *above, struct arena *mem);

#endif
