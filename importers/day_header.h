/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_DAY_HEADER_H
#define IMPORTERS_DAY_HEADER_H

/*
 * The grammar of a day's header and the reckoning of its date, for readers of
 * other shapes than one log: words, tokens, dates, lines and headers are those
 * of the reader of 100-days logs, so that a language is added in one place.
 */
#include "importers/100days.h"

#endif
