/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_CUTS_H
#define EXPORTERS_SITE_CUTS_H

#include <stdbool.h>

#include "core/model/document.h"
#include "core/model/left_out.h"

/*
 * Where sections of an entry are kept back, what is left mostly reads as it
 * does between them.  Then the visible passages of the whole are those of the
 * rest, and that need not be parsed as well.
 */
struct site_cuts {
	struct str above;		/* what stands above the body */
	struct str body, public;	/* with those sections, and without */
	const struct left_out_place *places;	/* in the file */
	size_t nplaces;
	const struct document *whole;	/* document_parse_texts() */
	const bool *visible;		/* private_passages() of it */
};

/* False: they may differ. */
bool site_cuts_are_clean(const struct site_cuts *c);

#endif
