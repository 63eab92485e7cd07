/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_TOPIC_TABLES_H
#define CORE_MODEL_TOPIC_TABLES_H

#include "core/model/topic_catalogue.h"

/*
 * The catalogue of core/model/topics/ as the build leaves it in the program,
 * by scripts/topic_tables.c: read, and its tries built.  Strings are offsets in
 * `strings`, where 0 is none, so that nothing is relocated when the program is
 * loaded and a page that nobody looks at is not even read.
 */
struct topic_row {
	uint64_t id_sum, name_sum;	/* of their keys */
	uint32_t id, name, parent;
	uint32_t id_key, name_key;
	uint32_t group;
	struct cue_list cues, unless;
};

struct topic_group_row {
	uint32_t name, makers;
	uint32_t words, nwords;		/* of neighbours */
};

struct topic_neighbour_row {
	uint32_t word;
	uint32_t sides;			/* a set of enum neighbour */
};

struct topic_tables {
	const char *strings;
	const struct topic_row *rows;
	const struct topic_alias *aliases;
	const struct topic_group_row *groups;
	const struct topic_neighbour_row *neighbours;
	const uint32_t *cues;
	size_t nrows, naliases, ngroups;
	size_t ncues;			/* different ones */
	struct topic_trie names, cue_trie;
};

extern const struct topic_tables topic_tables;

#endif
