/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DATE_FORMS_H
#define CORE_MODEL_DATE_FORMS_H

#include <stddef.h>

#include "core/base/date.h"
#include "core/model/date_words.h"

/* The forms of a date, between date_words.c and date_calendar.c. */

/* More words than the longest date has, so that one too many is noticed. */
#define MAX_WORDS 8

struct phrase {
	struct str typed;		/* as it was, for messages */
	struct str words[MAX_WORDS];	/* without blanks and commas */
	size_t count;			/* at least 1 */
	int today;
	enum date_direction direction;
};

/* What a form makes of a phrase. */
enum reading {
	READ_NOT,		/* it is of another form */
	READ_DAY,
	READ_ERROR,
};

typedef enum reading date_form(int *day, struct phrase *p, struct error *err);

enum unit { UNIT_DAY, UNIT_WEEK, UNIT_MONTH, UNIT_YEAR };

/* date_words.c */
bool phrase_is(const struct phrase *p, size_t i, const char *word);
bool phrase_unit(struct str word, enum unit *out);	/* "w", "weeks" */
bool phrase_number(struct str word, unsigned *out);	/* "2", "two", "a" */
enum reading phrase_take_distance(int *day, const struct phrase *p,
				  long long count, enum unit unit,
				  struct error *err);
enum reading phrase_take_civil(int *day, const struct phrase *p,
			       struct civil c, struct error *err);
enum reading phrase_take_number(int *day, const struct phrase *p,
				long long number, struct error *err);
enum reading phrase_no_such_day(const struct phrase *p, struct error *err);

/* date_span.c: what means several days; READ_DAY where it does. */
enum reading date_span_read(struct day_span *out, const struct phrase *p,
			    struct error *err);

/* date_calendar.c: dates that name a month, by a number or a word. */
date_form date_form_iso;	/* "2022-07-04", "20220704", "2022/7/4" */
date_form date_form_week;	/* "2022-W27-5", "2022W275" */
date_form date_form_slashes;	/* "25/12/2022", "25.12.2022" */
date_form date_form_month;	/* "8 July 2022", "jul 8", "Fri 8 July 2022" */
bool date_form_month_name(struct str word, int *out);	/* "jul", "July" */
/* "2022-W27", "2022W27": Monday of that week. */
date_form date_form_week_begins;

#endif
