/* SPDX-License-Identifier: MIT */
#ifndef CMD_LINKS_CHECK_H
#define CMD_LINKS_CHECK_H

#include "cmd/links/answers.h"
#include "cmd/links/links.h"

/* An address of the web, and the links that lead to it. */
struct checked {
	const char *url;	/* without what is behind '#' */
	const char *shown;	/* and without name and password */
	const struct index_link **links;	/* owned */
	size_t count, cap;
	struct answer answer;	/* .asked 0: never */
	bool remembered;	/* it was not asked this time */
	unsigned requests;	/* this time */
};

struct checked_list {
	struct checked *items;	/* by first link */
	size_t count, cap;
	size_t links;		/* to them, in all */
	struct strset urls;
	bool interrupted;
};

/* links/check_report.c */
int checked_print(const struct checked_list *list, const struct context *ctx,
		  struct error *err) MUST_CHECK;
int checked_print_json(const struct checked_list *list, struct error *err)
	MUST_CHECK;
size_t checked_count(const struct checked_list *list, enum probe_state state);

#endif
