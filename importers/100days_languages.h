/* SPDX-License-Identifier: MIT */
#ifndef IMPORTERS_100DAYS_LANGUAGES_H
#define IMPORTERS_100DAYS_LANGUAGES_H

#include <stddef.h>

/*
 * Blanks separate months, weekdays and numbers; a bar separates spellings of
 * the same.  Written as people write them: both sides are folded before they
 * are compared, so neither case nor accents matter.
 */
struct daylog_language {
	const char *code;
	const char *day, *day_after, *round;
	const char *letters;		/* of "R1D1": round, then day */
	const char *months;		/* twelve */
	const char *weekdays;		/* seven, from Monday */
	const char *ordinals;
	const char *and, *to, *of;
	const char *numbers;		/* zero, one, two … */
	const char *tens;		/* twenty, thirty, forty … */
	const char *nth;		/* first, second, third … */
};

const struct daylog_language *daylog_languages(size_t *count);

#endif
