/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_HOME_H
#define EXPORTERS_SITE_HOME_H

#include "exporters/site/site.h"

/* Are there only notes?  Nothing was ever logged then, and no day is counted. */
bool site_is_notes_alone(const struct site_view *v);

/* The numbers of the home page, as far as there is something to count. */
void site_home_numbers(struct site *s);

#endif
