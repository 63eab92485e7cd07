/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SHARES_H
#define EXPORTERS_SITE_SHARES_H

#include "exporters/site/site.h"

/* Fewer pages are drawn before another process has begun. */
#define SITE_WORTH_SHARING 200

/*
 * Draw a site by two processes or more, the same bytes whatever their number:
 * `draw_others` makes all but the pages of topics and days.  The index must not
 * be open.
 */
int site_draw_shared(struct site *s, unsigned workers,
		     int (*draw_others)(struct site *s, struct error *err),
		     struct error *err) MUST_CHECK;

#endif
