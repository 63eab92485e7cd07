/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_CALENDAR_H
#define IMPORTERS_CALENDAR_H

#include "importers/importer.h"

/* Tell of each table of a note that has a column for each weekday, and in its
 * cells the day of the month and what was done. */
void calendar_tell(struct import_sink *sink, struct str text);

#endif
