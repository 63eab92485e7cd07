/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_DAYS_H
#define IMPORTERS_DAYS_H

#include "importers/day_header.h"

/*
 * The reader of folders with a file, or a folder, for each day:
 *
 * days_page.c reads what the text of one says of its day, day_name.c what its
 * name says; days.c joins them and hands the days out in their order.
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
};

/* Read the text; everything lives in log->mem or borrows from the file. */
void day_page_read(struct day_page *page, struct daylog *log);

#endif
