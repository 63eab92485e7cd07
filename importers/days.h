/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_DAYS_H
#define IMPORTERS_DAYS_H

#include "importers/day_header.h"

/*
 * The reader of folders with a file, or a folder, for each day:
 *
 *	name	what the name of a file says of its day
 *	page	what its text says
 *
 * and days.c, which joins them and hands the days out in their order.
 */

/* What a path says.  A label or a date makes it a day; a bare number in front,
 * "098_brace-expansion.md", only where the text has a date. */
struct day_name {
	bool labelled, numbered;
	int number;		/* NUMBER_NONE: none */
	int round;		/* as written, 0 too; -1: none */
	int day;		/* "2022-07-04.md", "20220704.md"; or DAY_NONE */
};

struct day_name day_name_read(const char *path, const struct daylog_words *w);

/* "README.md", "index.md": it stands for its folder. */
bool day_name_is_index(struct str base);

/* A file that is a day. */
struct day_page {
	const struct foreign_file *file;
	struct day_name name;
	struct entry entry;		/* of its front matter */
	struct daylog_header header;	/* what its text says, then all of it */
	struct str matter;
	size_t heading, heading_end, body;	/* bytes; body 0: no heading */
	bool dated_by_text, contradicts;
};

/* Read the text; everything lives in log->mem or borrows from the file. */
void day_page_read(struct day_page *page, struct daylog *log);

#endif
