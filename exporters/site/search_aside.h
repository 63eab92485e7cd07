/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SEARCH_ASIDE_H
#define EXPORTERS_SITE_SEARCH_ASIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/base/scratch.h"
#include "core/base/strbuf.h"

/*
 * What search shows of the entries whose texts were read to learn their words.
 * A file of it is drawn later, and would have to read them again.
 *
 * Each process that learns adds one text after the other; where they are
 * follows from how long each is.
 */
struct search_aside {
	struct scratch *shares;
	unsigned nshares;
	struct search_aside_place {
		size_t at;
		uint32_t len;
		unsigned share;		/* + 1; 0: not laid aside */
	} *places;		/* by the number of the entry in the snapshot */
};
#define SEARCH_ASIDE_INIT { NULL, 0, NULL }

void search_aside_open(struct search_aside *a, unsigned nshares,
		       size_t nentries);
void search_aside_release(struct search_aside *a);

/* Told in the order in which `share` added them. */
struct search_aside_end {
	unsigned share;
	size_t at;
};
void search_aside_place(struct search_aside *a, struct search_aside_end *end,
			size_t entry, uint32_t len);

/* Append the text of an entry; false: it has to be made. */
bool search_aside_read(const struct search_aside *a, size_t entry,
		       struct strbuf *out);

#endif
