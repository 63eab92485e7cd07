/* SPDX-License-Identifier: MIT */
/* Sharing out a topic that is spoken of daily to pages of its years. */
#include "exporters/site/topic_years.h"

#include <stdio.h>

/* A year while days are looked at, most of them one after the other. */
struct year {
	int number;		/* 0: of no day */
	int first, end;		/* its days, and that after them */
};

static struct year year_of(int day)
{
	int number;

	if (day == DAY_NONE)
		return (struct year){ 0, DAY_NONE, DAY_NONE };
	number = day_to_civil(day).year;
	return (struct year){
		number,
		day_from_civil((struct civil){ number, 1, 1 }),
		day_from_civil((struct civil){ number, 12, 31 }) + 1,
	};
}

static bool is_of_year(const struct year *y, int day)
{
	return day == DAY_NONE ? y->first == DAY_NONE :
				 day >= y->first && day < y->end;
}

struct href site_topic_year_path(const struct site_topic *t, int year)
{
	char file[32];

	snprintf(file, sizeof(file), year ? "%04d.html" : "undated.html", year);
	return site_href("", t->folder, file, NULL);
}

static void add_day(struct site_topic_years *out, size_t *cap,
		    struct year *year, size_t mention, int day)
{
	if (!out->count || !is_of_year(year, day)) {
		*year = year_of(day);
		XGROW(out->items, out->count, *cap);
		out->items[out->count++] = (struct site_topic_year){
			year->number, { mention, mention }
		};
	}
	out->items[out->count - 1].range.end = mention + 1;
}

struct site_topic_years site_topic_years_of(const struct site_view *v,
					    const struct site_topic *t)
{
	const struct site_range days = { 0, t->first_note };
	struct topic_mentions_reader from =
		topic_mentions_from(&t->mentions, 0);
	struct topic_mention m;
	struct site_topic_years out = { NULL, 0 };
	struct year year = { .number = 0 };
	size_t cap = 0;

	/* Most topics are less in all, and need not be added up. */
	if (t->npassages <= SITE_PAGE_PASSAGES ||
	    site_topic_count(t, days) <= SITE_PAGE_PASSAGES)
		return out;
	for (size_t i = 0; i < days.end && topic_mentions_next(&from, &m); i++)
		add_day(&out, &cap, &year, i, v->entries[m.document].day);
	return out;
}
