/* SPDX-License-Identifier: MIT */
/* Telling definitions, questions, labs and holes by their place and wording. */
#include "core/model/passage_traits.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/definition.h"
#include "core/model/gap.h"
#include "core/model/plan_table.h"
#include "core/model/quantity.h"
#include "core/model/question.h"
#include "core/model/section.h"
#include "core/model/wording.h"

#define LABEL_BYTES 40
#define NUMBERS_LOOKED 64	/* of a passage */
#define PAIR_BYTES 400

static const char *const names[TRAIT_COUNT] = {
	"definition", "number",	 "question", "todo",  "hole",
	"lab",	      "course",	 "reading",  "done",  "link",
	"image",      "code",	 "table",    "subject",
	"practice",   "pair",
};

const char *passage_trait_name(unsigned bit)
{
	return bit < TRAIT_COUNT ? names[bit] : NULL;
}

/* What every item of a plan's section is. */
static const unsigned of_section[PLAN_SECTION_COUNT] = {
	[PLAN_TODO] = TRAIT_TODO,	[PLAN_COURSES] = TRAIT_COURSE,
	[PLAN_QUESTIONS] = TRAIT_QUESTION, [PLAN_HANDS_ON] = TRAIT_LAB,
	[PLAN_READING] = TRAIT_READING, [PLAN_HOLES] = TRAIT_HOLE,
	[PLAN_PRACTICE] = TRAIT_PRACTICE,
};

/* Words before a colon that say what follows; lower case. */
static const struct {
	const char *label;
	unsigned trait;
} labels[] = {
	{ "q", TRAIT_QUESTION },	{ "question", TRAIT_QUESTION },
	{ "open question", TRAIT_QUESTION },
	{ "todo", TRAIT_TODO },		{ "to do", TRAIT_TODO },
	{ "hole", TRAIT_HOLE },		{ "gap", TRAIT_HOLE },
	{ "to study", TRAIT_HOLE },	{ "to review", TRAIT_HOLE },
	{ "to check out", TRAIT_HOLE },	{ "to learn", TRAIT_HOLE },
	{ "lab", TRAIT_LAB },		{ "hands on", TRAIT_LAB },
	{ "hands-on", TRAIT_LAB },	{ "exercise", TRAIT_LAB },
	{ "weak", TRAIT_HOLE },		{ "weak area", TRAIT_HOLE },
	{ "weak areas", TRAIT_HOLE },	{ "weak spot", TRAIT_HOLE },
	{ "weak spots", TRAIT_HOLE },	{ "weak point", TRAIT_HOLE },
	{ "weak points", TRAIT_HOLE },	{ "review again", TRAIT_HOLE },
	{ "to revise", TRAIT_HOLE },	{ "to revisit", TRAIT_HOLE },
	{ "revisit", TRAIT_HOLE },	{ "need to review", TRAIT_HOLE },
	{ "needs review", TRAIT_HOLE },	{ "still unclear", TRAIT_HOLE },
	{ "study again", TRAIT_HOLE },
	{ "to read", TRAIT_READING },
	/* What defines nothing. */
	{ "note", 0 },	 { "notes", 0 },   { "nb", 0 },	     { "tip", 0 },
	{ "warning", 0 }, { "example", 0 }, { "examples", 0 }, { "e.g.", 0 },
	{ "ex", 0 },	 { "answer", 0 },  { "a", 0 },	     { "update", 0 },
	{ "edit", 0 },	 { "source", 0 },  { "link", 0 },    { "links", 0 },
	{ "time", 0 },	 { "date", 0 },	   { "ps", 0 },	     { "goal", 0 },
	{ "today", 0 },	 { "tomorrow", 0 }, { "remember", 0 }, { "see", 0 },
	{ "important", 0 }, { "project", 0 }, { "conclusion", 0 },
	{ "feelings", 0 }, { "feeling", 0 }, { "thoughts", 0 },
	{ "thought", 0 }, { "progress", 0 }, { "up next", 0 }, { "next", 0 },
	{ "challenge", 0 }, { "commitment", 0 }, { "status", 0 },
	{ "link(s) to work", 0 }, { "link to work", 0 }, { "other", 0 },
	{ "others", 0 }, { "actions", 0 }, { "practice", 0 }, { "steps", 0 },
	{ "am", 0 }, { "pm", 0 }, { "solution", 0 }, { "event", 0 },
	{ "checklist", 0 }, { "theme", 0 }, { "the end", 0 },
	{ "prerequisite", 0 }, { "prerequisites", 0 }, { "other notes", 0 },
	{ "improvement", 0 }, { "improvements", 0 }, { "remaining", 0 },
	{ "target", 0 }, { "targets", 0 }, { "total", 0 }, { "exam", 0 },
	{ "review", 0 }, { "pricing", 0 }, { "price", 0 }, { "duration", 0 },
	{ "deadline", 0 }, { "idea", 0 }, { "ideas", 0 },
	{ "tutorial", 0 }, { "tutorials", 0 }, { "link to github", 0 },
	{ "error", 0 }, { "errors", 0 },
	{ "start date", 0 }, { "end date", 0 },
	{ "last updated", 0 }, { "current progress", 0 }, { "focus", 0 },
	{ "resources", 0 }, { "resource", 0 }, { "sources", 0 }, { "rest", 0 },
	{ "weekend", 0 }, { "author", 0 }, { "instructor", 0 },
	{ "review & retrospective", 0 }, { "retrospective", 0 },
	{ "ans", 0 }, { "correct answer", 0 }, { "correct answers", 0 },
	{ "explanation", 0 },
	{ "goals", 0 }, { "key outcome", 0 }, { "key outcomes", 0 },
	{ "outcome", 0 }, { "outcomes", 0 }, { "time commitment", 0 },
	{ "estimated time", 0 }, { "objective", 0 }, { "objectives", 0 },
	{ "milestone", 0 }, { "deliverable", 0 }, { "deliverables", 0 },
	{ "objetivo", 0 }, { "objetivos", 0 }, { "enfoque", 0 },
	{ "nivel", 0 }, { "recursos", 0 }, { "recursos clave", 0 },
	{ "ziel", 0 }, { "ziele", 0 }, { "fokus", 0 }, { "ressourcen", 0 },
	{ "objectif", 0 }, { "objectifs", 0 }, { "ressources", 0 },
	{ "obiettivo", 0 }, { "obiettivi", 0 }, { "foco", 0 },
};

/* The label in front of a colon, or an empty slice; `rest` is behind it. */
static struct str take_label(struct str text, struct str *rest)
{
	size_t colon = str_find(str_upto(text, LABEL_BYTES), ':');

	if (colon >= text.len || colon >= LABEL_BYTES)
		return STR("");
	*rest = str_trim(str_from(text, colon + 1));
	return str_trim(str_upto(text, colon));
}

/* Most words differ from a label in the first letter already. */
static bool label_trait(struct str label, unsigned *trait)
{
	char first = label.len ? (char)(*label.s | 0x20) : '\0';

	for (size_t i = 0; label.len && i < ARRAY_SIZE(labels); i++)
		if (*labels[i].label == first &&
		    str_eq_nocase(label, str_of(labels[i].label))) {
			*trait = labels[i].trait;
			return true;
		}
	return false;
}

/* "Weak areas: drill the lowest ones": advice for anybody. */
static bool is_advice(struct str label, struct str rest)
{
	return str_starts_nocase(label, "weak") &&
	       wording_is(wording_next(&rest), WORDING_ORDER);
}

/* "Today's Progress: …": what a diary's sections begin with. */
static bool has_section_label(struct str text)
{
	struct str line = str_next_line(&text), rest;
	enum section section;

	return section_label(line, &section, &rest);
}

/* "[Why is it slow?](https://…)": the title of what others wrote. */
static bool is_title_of_link(struct str raw)
{
	return str_find_str(raw, STR("?](")) < raw.len ||
	       str_find_str(raw, STR("?]]")) < raw.len;
}

/* "[Forum -- How to do it](https://…)" */
static bool is_dashed_title(struct str raw)
{
	size_t end = str_find_str(raw, STR("]("));

	return end < raw.len &&
	       str_find_str(str_from(raw, str_find(raw, '[')), STR(" -- ")) +
			       str_find(raw, '[') < end;
}

static bool is_question(const struct passage_place *place, struct str text)
{
	return question_is_asked(text) && !has_section_label(text) &&
	       !is_title_of_link(place->raw);
}

/* Behind it; or on the lines beneath one that is set off. */
static bool has_answer(const struct passage_place *place, struct str text)
{
	struct str lines = str_trim(place->raw), beneath;

	if (question_is_answered(text))
		return true;
	if (!question_is_set_off(lines))
		return false;
	str_next_line(&lines);
	beneath = str_trim(lines);
	return beneath.len && !question_says_unknown(beneath) &&
	       !str_ends(beneath, "?") && !str_ends(beneath, "？");
}

/* "Target: 12 topics": what the plan itself is to reach. */
static bool is_aim(struct str text)
{
	static const char *const aims[] = {
		"target", "targets", "goal", "goals", "pace", "budget",
		"time commitment", "estimated time", "duration", "total",
		"focus period", "study period", "time frame", "timeframe",
		"timeline", "study time", "total study time",
		"passing score", "pass mark", "ziel", "meta", "objetivo",
		"objectif", "deliverable", "deliverables", "milestone",
	};
	struct str rest, label = take_label(text, &rest);
	size_t at = label.len;

	/* "Accuracy target" is one as well. */
	while (at && label.s[at - 1] != ' ')
		at--;
	return wording_is_among(label, aims, ARRAY_SIZE(aims)) ||
	       wording_is_among(str_from(label, at), aims, 4);
}

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
	if (planned && is_aim(quantity_sentence(text, q)))
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

static bool has_number(const struct passage_place *place, struct str text,
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

/* Behind a bullet, a number, a quote, the edge of a table or the label of a
 * section: "- [x] this", "1. ~~this~~", "**Thoughts:** ~~this~~". */
static bool is_done(struct str raw)
{
	enum section section;
	struct str rest;

	if (section_label(str_upto(raw, str_find(raw, '\n')), &section, &rest))
		raw = rest;
	raw = str_trim(raw);
	while (raw.len && strchr("-*+>| .)0123456789", *raw.s))
		raw = str_from(raw, 1);
	if (str_starts_nocase(raw, "[x] "))
		return true;
	if (str_starts(raw, "[ ] "))
		raw = str_trim_left(str_from(raw, 4));
	return str_starts(raw, "~~");
}

static bool is_subject(const struct passage_place *place)
{
	return place->section == PLAN_SERVICES ||
	       place->section == PLAN_CONCEPTS;
}

static unsigned item_traits(const struct passage_place *place)
{
	unsigned traits = of_section[place->section];

	if (place->choice && place->block->task != TASK_NONE)
		return 0;
	if (place->questions)
		traits |= TRAIT_QUESTION;
	if (place->planned && !traits)
		traits |= TRAIT_TODO;
	if ((place->block->task != TASK_NONE ||
	     (place->block->kind == MARKDOWN_ROW && !is_subject(place))) &&
	    !traits)
		traits |= TRAIT_TODO;
	if (place->done || (traits && (place->block->task == TASK_DONE ||
				       is_done(place->raw))))
		traits |= TRAIT_DONE;
	return traits;
}

/* "- [ ] ______": a place to fill in, and nothing yet. */
static bool is_blank_form(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if (isalnum((unsigned char)text.s[i]) || text.s[i] & 0x80)
			return false;
	return true;
}

/* Holes may stand one a line; what is nested in a hole tells about it, and
 * what is nested in a question answers it. */
static bool is_item(const struct passage_place *place, struct str text)
{
	if (place->section == PLAN_QUESTIONS)
		return place->item && place->block->parent < 0;
	if (place->section != PLAN_HOLES ||
	    place->block->kind == MARKDOWN_ROW)
		return place->item;
	return place->block->parent < 0 &&
	       (place->item || !passage_label_section(text));
}

/* A row of a name and one more cell may say what the name means. */
static bool is_pair_of_cells(struct str text)
{
	size_t bar = str_find(text, '|');

	return bar < text.len &&
	       str_find(str_from(text, bar + 1), '|') + bar + 1 == text.len;
}

#define NAME_WORDS 6

/* Two cells of a table of meanings that both say something. */
static bool tells_meaning(struct str text)
{
	size_t bar = str_find_str(text, STR(" | "));
	struct str meaning = str_from(text, bar + 3);

	meaning = str_upto(meaning, str_find_str(meaning, STR(" | ")));
	return bar < text.len && wording_count(str_upto(text, bar), 1) &&
	       wording_count(str_upto(text, bar), NAME_WORDS + 1) <=
		       NAME_WORDS &&
	       wording_count(meaning, 2) == 2;
}

bool passage_is_label(struct str text)
{
	unsigned trait;

	return label_trait(text, &trait);
}

unsigned passage_traits(const struct passage_place *place, struct str text)
{
	struct str rest = STR(""), label;
	struct str answer = text;
	unsigned traits = 0, labelled = 0;

	if (place->block->kind == MARKDOWN_CODE)
		return TRAIT_CODE;
	if (place->block->kind == MARKDOWN_ROW)
		traits |= TRAIT_TABLE;
	if (place->weighed)
		traits |= TRAIT_WEIGHED;
	if (place->block->header)
		return traits | (passage_is_pair(text) ? TRAIT_PAIR : 0);
	if (is_item(place, text) && !is_blank_form(text))
		traits |= item_traits(place);
	label = take_label(text, &rest);
	if (label_trait(label, &labelled) && rest.len &&
	    !is_advice(label, rest) &&
	    !(labelled == TRAIT_QUESTION && str_starts_nocase(rest, "http"))) {
		if (place->planned)	/* "Goal: …", "Duration: …" */
			traits &= ~(unsigned)TRAIT_TODO;
		traits |= labelled;
	}
	if (place->planned && is_aim(text))
		traits &= ~(unsigned)TRAIT_TODO;
	/* One that was missed stays a hole, whatever answers it. */
	if (is_question(place, text) &&
	    !(place->section == PLAN_HOLES && traits & TRAIT_HOLE))
		traits |= TRAIT_QUESTION;
	if (answer_label_take(&answer))
		traits &= ~(unsigned)TRAIT_QUESTION;
	if ((!(traits & TRAITS_ITEM) &&
	     gap_sentence(section_without_label(text)).len) ||
	    (labelled == TRAIT_TODO && gap_is_to_do(rest)))
		traits |= TRAIT_HOLE;
	if (((traits & TRAIT_QUESTION) && has_answer(place, text)) ||
	    ((traits & (TRAIT_TODO | TRAIT_LAB | TRAIT_HOLE)) &&
	     is_done(place->raw)))
		traits |= TRAIT_DONE;
	if (!(place->plan && is_aim(text)) &&
	    has_number(place, text, traits))
		traits |= TRAIT_NUMBER;
	if (str_find_str(text, STR("[[")) < text.len)
		traits |= TRAIT_LINK;
	if (passage_is_pair(text))
		traits |= TRAIT_PAIR;
	if (!has_section_label(text) && !is_dashed_title(place->raw) &&
	    !(traits & (TRAIT_QUESTION | TRAIT_TODO | TRAIT_LAB | TRAIT_HOLE |
			TRAIT_COURSE | TRAIT_READING | TRAIT_PAIR)) &&
	    (!(traits & TRAIT_TABLE) || is_pair_of_cells(text) ||
	     place->meaning) &&
	    ((place->meaning && tells_meaning(text)) ||
	     definition_term(text).len ||
	     definition_term_marked(place->raw).len ||
	     definition_is_of_head(place->head, text)))
		traits |= TRAIT_DEFINITION;
	return traits;
}

/* "A vs B", "the difference between them". */
static bool stands_in_pair(struct str s)
{
	if (str_starts(s, "ifference"))
		return str_starts(s, "ifference between ") ||
		       str_starts(s, "ifferences between ");
	return str_starts(s, " vs ") || str_starts(s, " vs. ") ||
	       str_starts(s, " VS ") || str_starts(s, " versus ");
}

bool passage_is_pair(struct str text)
{
	struct str front = str_upto(text, PAIR_BYTES);

	for (size_t i = 0; i + 3 < front.len; i++) {
		char next = front.s[i + 1];

		if ((next == 'v' || next == 'V' || next == 'f') &&
		    stands_in_pair(str_from(front, i)))
			return true;
	}
	return false;
}

enum plan_section passage_label_section(struct str text)
{
	text = str_trim(text);
	if (!str_ends(text, ":") || text.len > LABEL_BYTES)
		return PLAN_NONE;
	return plan_section_of(str_upto(text, text.len - 1));
}
