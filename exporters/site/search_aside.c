/* SPDX-License-Identifier: MIT */
/* What search shows of entries, from when they are read to when it is drawn. */
#include "exporters/site/search_aside.h"

#include <stdlib.h>

#include "core/base/alloc.h"

void search_aside_open(struct search_aside *a, unsigned nshares,
		       size_t nentries)
{
	*a = (struct search_aside){
		.shares = xcalloc(nshares + 1, sizeof(*a->shares)),
		.nshares = nshares,
		.places = xcalloc(nentries + 1, sizeof(*a->places)),
	};
	for (unsigned i = 0; i < nshares; i++)
		scratch_open(&a->shares[i]);
}

void search_aside_release(struct search_aside *a)
{
	for (unsigned i = 0; i < a->nshares; i++)
		scratch_release(&a->shares[i]);
	free(a->shares);
	free(a->places);
	*a = (struct search_aside)SEARCH_ASIDE_INIT;
}

void search_aside_place(struct search_aside *a, struct search_aside_end *end,
			size_t entry, uint32_t len)
{
	a->places[entry] = (struct search_aside_place){ end->at, len,
							end->share + 1 };
	end->at += len;
}

bool search_aside_read(const struct search_aside *a, size_t entry,
		       struct strbuf *out)
{
	const struct search_aside_place *p;

	if (!a->places)
		return false;
	p = &a->places[entry];
	return p->share &&
	       scratch_read(&a->shares[p->share - 1], p->at, p->len, out);
}
