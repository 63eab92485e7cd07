/* SPDX-License-Identifier: MIT */
#ifndef CMD_QUERY_OPTIONS_H
#define CMD_QUERY_OPTIONS_H

#include "cmd/command.h"

/* The fields of the query language as options, each of which may be given
 * again and then has to hold as well; hecto-query(7). */
struct query_options {
	struct option_list topic, in, tag, since, until, on, kind, round, day;
	struct option_list has;
};
void query_options_release(struct query_options *o);

/* Their rows in a command's table: its struct, the member. */
#define QUERY_OPTIONS(strct, m) \
	LIST('t', "topic", strct, m.topic, "TOPIC", \
	       COMPLETE_TOPICS, "only where TOPIC is spoken of"), \
	LIST(0, "in", strct, m.in, "SECTION", COMPLETE_SECTIONS, \
	       "only in this section, in notes or in the plan"), \
	LIST(0, "tag", strct, m.tag, "TAG", COMPLETE_TAGS, \
	       "only what has TAG"), \
	LIST(0, "since", strct, m.since, "DATE", COMPLETE_SPANS, \
	       "only from DATE on"), \
	LIST(0, "until", strct, m.until, "DATE", COMPLETE_SPANS, \
	       "only up to DATE"), \
	LIST(0, "on", strct, m.on, "DATE", COMPLETE_SPANS, \
	       "only of DATE"), \
	LIST(0, "kind", strct, m.kind, "KIND", COMPLETE_QUERY_KINDS, \
	       "only entries, notes, questions, holes, labs ..."), \
	LIST(0, "round", strct, m.round, "N", COMPLETE_NOTHING, \
	       "only of this round"), \
	LIST(0, "day", strct, m.day, "N", COMPLETE_NOTHING, \
	       "only of day N, or N..M"), \
	LIST(0, "has", strct, m.has, "THING", COMPLETE_THINGS, \
	       "only with code, a link, an image or a table")

/* Operands and options as one query; topics are looked up. */
int query_options_read(struct query *q, const struct query_options *options,
		       char *const *operands, int count,
		       const struct context *ctx, struct arena *mem,
		       struct error *err) MUST_CHECK;

/* The options alone. */
int query_options_add(struct query *q, const struct query_options *options,
		      const struct context *ctx, struct arena *mem,
		      struct error *err) MUST_CHECK;

/* Put behind "unknown option '-x'" what it may have been meant to be; -1. */
int query_options_hint(struct error *err);

#endif
