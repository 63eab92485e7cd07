/* SPDX-License-Identifier: MIT */
/* Telling the numbers of a matter from those of a plan and of a day. */
#include "core/model/passage_number.h"

#include "core/base/attributes.h"
#include "core/model/passage_label.h"
#include "core/model/plan_table.h"
#include "core/model/quantity.h"
#include "core/model/wording.h"

#define NUMBERS_LOOKED 64	/* of a passage */

/* "(3h)" behind what is to be done: how long it may take; in a plan also in the
 * midst of it, "Review (15 min): …", and "15 minutes — review". */
static bool is_estimate(const struct passage_place *place, struct str text,
			const struct quantity *q, bool planned, bool limit)
{
	static const char *const dashes[] = { "-", "–", "—", ":" };
	size_t at = (size_t)(q->text.s - text.s);
	struct str after = str_trim(str_from(text, at + q->text.len));

	if (q->kind != QUANTITY_TIME)
		return false;
	if (planned && at && text.s[at - 1] == '(' && str_eq(after, STR(")")))
		return true;
	if (!place->plan || limit)
		return false;
	/* "Once more. Target: under 25 minutes" */
	if (planned && passage_is_aim(quantity_sentence(text, q)))
		return true;
	for (size_t i = 0; !at && i < ARRAY_SIZE(dashes); i++)
		if (str_starts(after, dashes[i]))
			return true;
	return at && text.s[at - 1] == '(' && str_find(after, ')') < after.len;
}

/* "Create 3 users": how much is to be done. */
static bool is_amount(struct str text, const struct quantity *q)
{
	size_t from = (size_t)(q->text.s - text.s);
	struct str front;

	while (from && text.s[from - 1] != '|')
		from--;
	front = str_from(text, from);
	return q->kind == QUANTITY_COUNT && q->bound == QUANTITY_EXACT &&
	       wording_is(wording_next(&front), WORDING_ORDER);
}

/* A cell that is nothing but the time that its day took. */
static bool is_time_of_day(const struct passage_place *place, struct str text,
			   const struct quantity *q)
{
	struct str rest = text, cell;

	if (q->kind != QUANTITY_TIME || !place->minutes ||
	    q->value != place->minutes * 60.0)
		return false;
	while ((cell = plan_cell_next(&rest)).s)
		if (cell.s == q->text.s && cell.len == q->text.len)
			return cell.len < text.len;
	return false;
}

/* In the column that says how long something took. */
static bool is_time_of_row(const struct passage_place *place, struct str text,
			   const struct quantity *q)
{
	struct str rest = text, cell = STR_NONE;

	/* Nobody learns for less than a second. */
	if (q->kind != QUANTITY_TIME || !place->spent || q->value < 1)
		return false;
	for (int i = 0; i < place->spent; i++)
		cell = plan_cell_next(&rest);
	return cell.s && q->text.s >= cell.s &&
	       q->text.s < cell.s + cell.len;
}

/* "How do 2 nodes talk to each other?": so many as any. */
static bool is_asked_of(unsigned traits, const struct quantity *q)
{
	return traits & TRAIT_QUESTION && q->kind == QUANTITY_COUNT &&
	       q->bound == QUANTITY_EXACT;
}

/* "| Redis | 45 min |": in a plan, unless its table is one of limits. */
static bool is_time_cell(const struct passage_place *place, struct str text,
			 const struct quantity *q, bool limit)
{
	struct str rest = text, last = STR("");
	int cells = 0;

	if (q->kind != QUANTITY_TIME || !place->plan || place->limits || limit)
		return false;
	while (rest.s && cells++ < 3)
		last = plan_cell_next(&rest);
	return cells == 2 && last.s == q->text.s && last.len == q->text.len;
}

/* "Domain 2: storage (22%)": what it counts in the exam of a plan. */
static bool is_weight(const struct passage_place *place, struct str text,
		      const struct quantity *q)
{
	size_t at = (size_t)(q->text.s - text.s);

	return place->plan && q->kind == QUANTITY_PERCENT &&
	       q->bound == QUANTITY_EXACT && at && text.s[at - 1] == '(' &&
	       str_starts(str_from(text, at + q->text.len), ")");
}

#define PART_WORDS 4

/* "Overview (25 minutes)": a part of a session, and how long it is. */
static bool is_time_of_part(struct str text, const struct quantity *q,
			    bool limit)
{
	size_t at = (size_t)(q->text.s - text.s);
	struct str name = str_upto(text, at);

	return q->kind == QUANTITY_TIME && !limit && q->value >= 60 && at &&
	       text.s[at - 1] == '(' &&
	       str_eq(str_from(text, at + q->text.len), STR(")")) &&
	       wording_count(name, PART_WORDS + 1) <= PART_WORDS &&
	       wording_has(name, WORDING_REPORT, PART_WORDS);
}

bool passage_has_number(const struct passage_place *place, struct str text,
			unsigned traits)
{
	struct quantity_sense known = QUANTITY_SENSE_INIT;
	struct quantity q = QUANTITY_NONE;
	struct str rest = text;
	bool planned = traits & TRAITS_ITEM;

	for (int i = 0; i < NUMBERS_LOOKED && quantity_next(&rest, &q); i++)
		if (quantity_is_noted(&known, text, &q) &&
		    !is_estimate(place, text, &q, planned, known.limit) &&
		    !(planned && is_amount(text, &q)) &&
		    !is_asked_of(traits, &q) &&
		    !(place->weights && q.kind == QUANTITY_PERCENT) &&
		    !is_weight(place, text, &q) &&
		    !is_time_of_part(text, &q, known.limit) &&
		    !is_time_cell(place, text, &q, known.limit) &&
		    !is_time_of_day(place, text, &q) &&
		    !is_time_of_row(place, text, &q))
			return true;
	return false;
}
