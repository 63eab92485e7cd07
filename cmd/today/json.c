/* SPDX-License-Identifier: MIT */
/* Where one stands today, as JSON. */
#include "cmd/today/today.h"

#include "cmd/report.h"
#include "core/base/date.h"

static struct json *exams_json(const struct dashboard *d)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < d->set->nexams; i++) {
		const struct exam *e = &d->set->exams[i];
		struct json *v = json_new_object();
		struct countdown c;

		exam_countdown(&c, e, d->today);
		json_set_string(v, "name", e->name);
		json_set_day(v, "date", e->day);
		if (e->day == DAY_NONE || !exam_is_open(e))
			json_set_null(v, "days_to_go");
		else
			json_set_int(v, "days_to_go", c.days_to_go);
		if (c.percent_left < 0 || !exam_is_open(e))
			json_set_null(v, "percentage_remaining");
		else
			json_set_int(v, "percentage_remaining", c.percent_left);
		json_append(list, v);
	}
	return list;
}

static struct json *week_json(const struct dashboard *d)
{
	struct json *list = json_new_array();
	int first = today_first_of_week(d);

	for (int day = first; day < first + 7; day++) {
		struct heat h = today_heat(d, day);
		struct json *v = json_new_object();

		json_set_day(v, "date", day);
		json_set_string(v, "state", day_state_name(h.state));
		json_set_int(v, "minutes", h.minutes);
		json_append(list, v);
	}
	return list;
}

static struct json *entries_json(const struct dashboard *d)
{
	struct json *list = json_new_array();
	size_t n = today_last_entry(d);

	for (size_t i = 0; i < ENTRIES_SHOWN && n; i++)
		json_append_string(list, d->entries[--n].entry.id);
	return list;
}

static struct json *topics_json(const struct dashboard *d)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < d->ntopics; i++)
		json_append_string(list, d->topics[i].id);
	return list;
}

/* What the plan sets for these days, and what of before goes along. */
static struct json *planned_json(const struct dashboard *d)
{
	const struct study *s = &d->study;
	struct json *v = json_new_object(), *now = json_new_array();
	struct json *along = json_new_array();
	AUTO(arena) mem = ARENA_INIT;
	size_t all, open, late, today;
	const struct study_planned **items =
		study_planned_in(s, s->today, s->today, &mem, &all, &open);

	json_set_int(v, "items", (int64_t)all);
	for (size_t i = 0; i < open; i++)
		json_append_string(now, items[i]->id);
	items = study_planned_late(s, &mem, &late, &today);
	for (size_t i = 0; i < today; i++)
		json_append_string(along, items[i]->id);
	json_set(v, "open", now);
	json_set_int(v, "left", (int64_t)late);
	json_set(v, "along", along);
	return v;
}

int today_print_json(const struct dashboard *d, struct error *err)
{
	const struct streak *s = &d->progress.streak;
	struct json *v = json_new_object();
	AUTO(strbuf) next = STRBUF_INIT;
	int rc;

	json_set_day(v, "today", d->today);
	json_set_int(v, "streak", s->streak);
	json_set_int(v, "run", s->run);
	json_set_string(v, "status", streak_status_name(s->status));
	json_set(v, "challenge",
		 progress_challenge_json(&d->progress.challenge));
	json_set(v, "exams", exams_json(d));
	json_set(v, "week", week_json(d));
	json_set(v, "entries", entries_json(d));
	json_set(v, "topics", topics_json(d));
	if (d->study.has_pace && exam_is_open(d->study.exam))
		json_set(v, "pace", plan_pace_json(&d->study));
	else
		json_set_null(v, "pace");
	json_set(v, "advice", plan_advice_json(&d->study, d->minutes));
	json_set(v, "planned", planned_json(d));
	today_add_next(&next, d);
	json_set_string(v, "next", next.buf);
	rc = report_json(v, err);
	json_free(v);
	return rc;
}
