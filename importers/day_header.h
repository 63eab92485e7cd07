/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_DAY_HEADER_H
#define IMPORTERS_DAY_HEADER_H

/*
 * The grammar of a day's header and the reckoning of its date, for readers of
 * other shapes than one log: words, tokens, dates, lines and headers are those
 * of the reader of 100-days logs, so that a language is added in one place.
 */
#include "importers/100days.h"

/* --- the names of files --------------------------------------------------- */

/* What a path says.  A label or a date makes it a day, and so does a folder
 * of three digits, "Journey/001/Readme.md", and a number in front in a folder
 * that is named for the days around it, "Days_1to10/5 - React Portals"; a bare
 * number in front, "098_brace-expansion.md", only where the text has a date or
 * that day. */
struct day_name {
	bool labelled, numbered, padded;
	int number;		/* NUMBER_NONE: none */
	int until;		/* the last of "30 e 31"; or as number */
	int round;		/* as written, 0 too; -1: none */
	int day;		/* "2022-07-04.md", "20220704.md"; or DAY_NONE */
};

struct day_name day_name_read(const char *path, const struct daylog_words *w);

/* "README.md", "index.md": it stands for its folder. */
bool day_name_is_index(struct str base);

/* --- pages ---------------------------------------------------------------- */

/*
 * The day of a page that is of one session of study and says so near its front,
 * by a line with its date and either by a title that calls it a log or by how
 * long it took; else DAY_NONE.
 */
int day_session_of(struct str body, struct daylog *log);

#endif
