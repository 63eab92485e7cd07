/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_DAYS_H
#define IMPORTERS_DAYS_H

#include "importers/day_header.h"

/*
 * The reader of folders with a file, or a folder, for each day:
 *
 * days_page.c reads what the text of one says of its day, day_name.c what its
 * name says; days_find.c tells by both which files are days, and days.c when
 * they were, and hands them out in their order.
 */

/* A file that is a day. */
struct day_page {
	const struct foreign_file *file;
	struct day_name name;
	struct entry entry;		/* of its front matter */
	struct daylog_header header;	/* what its text says, then all of it */
	struct str matter;
	size_t heading, heading_end, body;	/* bytes; body 0: no heading */
	enum line_end line_end;			/* of the heading */
	bool date_key;			/* the front matter has a date */
	bool dated_by_text, contradicts;
	bool template;		/* a page that nobody has filled in */
	bool by_heading;	/* a day by its first line alone */
	int session;		/* the day that it says it is of; or DAY_NONE */
};

/* The date of a day by the folder's README. */
struct index_row {
	int number;
	struct daylog_date date;
};

struct days {
	struct daylog log;
	struct day_page *pages;
	size_t count;
	struct index_row *rows;
	size_t nrows, rows_cap;
	const struct foreign_file *files;	/* all of them */
	size_t nfiles;
	bool *is_day;				/* for each of them */
	bool rounds_from_zero, has_rounds;
};

/* Which of the files are days, by their names, and by their texts; what the
 * READMEs say of their dates. */
void days_find(struct days *d, const struct foreign_file *files, size_t count);
void days_release(struct days *d);

/* Do name and text give the same number?  "001/Readme.md", "# Day 1: queues" */
bool day_page_names_agree(const struct day_page *page);

/* Read the text; everything lives in log->mem or borrows from the file. */
void day_page_read(struct day_page *page, struct daylog *log);

#endif
