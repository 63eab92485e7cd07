/* SPDX-License-Identifier: MIT */
/* Telling definitions, questions, labs and holes by their place and wording. */
#include "core/model/passage_traits.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/model/definition.h"
#include "core/model/gap.h"
#include "core/model/lab.h"
#include "core/model/passage_label.h"
#include "core/model/passage_number.h"
#include "core/model/question.h"
#include "core/model/section.h"
#include "core/model/wording.h"

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

/* What is behind a bullet, a number, a quote, the edge of a table or the label
 * of a section. */
static struct str behind_marks(struct str raw)
{
	enum section section;
	struct str rest;

	if (section_label(str_upto(raw, str_find(raw, '\n')), &section, &rest))
		raw = rest;
	raw = str_trim(raw);
	while (raw.len && strchr("-*+>| .)0123456789", *raw.s))
		raw = str_from(raw, 1);
	return raw;
}

bool passage_is_struck(struct str raw)
{
	raw = behind_marks(raw);
	if (str_starts(raw, "[ ] "))
		raw = str_trim_left(str_from(raw, 4));
	return str_starts(raw, "~~");
}

static bool is_done(struct str raw)
{
	return str_starts_nocase(behind_marks(raw), "[x] ") ||
	       passage_is_struck(raw);
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

/* What is an item, or a row of more than a name and its meaning, defines
 * nothing. */
static bool is_definition(const struct passage_place *place, struct str text,
			  unsigned traits)
{
	const unsigned others = TRAIT_QUESTION | TRAIT_TODO | TRAIT_LAB |
				TRAIT_HOLE | TRAIT_COURSE | TRAIT_READING |
				TRAIT_PAIR;

	if (traits & others || is_dashed_title(place->raw) ||
	    (traits & TRAIT_TABLE && !is_pair_of_cells(text) &&
	     !place->meaning))
		return false;
	/* Looking for a label takes longest, and few lines get so far. */
	return ((place->meaning && tells_meaning(text)) ||
		definition_term(text).len ||
		definition_term_marked(place->raw).len ||
		definition_is_of_head(place->head, text)) &&
	       !has_section_label(text);
}

/* What is more pressing is not done with it. */
static bool is_told_lab(const struct passage_place *place, struct str text,
			uint64_t senses, unsigned traits)
{
	const unsigned others = TRAITS_ITEM | TRAIT_DEFINITION | TRAIT_TABLE;

	return !(traits & others) && !place->plan && lab_may_be_told(senses) &&
	       lab_is_told(section_without_label(text));
}

unsigned passage_traits(const struct passage_place *place, struct str text)
{
	struct str rest = STR(""), label;
	struct str answer = text;
	unsigned traits = 0, labelled = 0;
	uint64_t senses;

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
	label = passage_label_take(text, &rest);
	if (passage_label_trait(label, &labelled) && rest.len &&
	    !passage_label_advises(label, rest) &&
	    !(labelled == TRAIT_QUESTION && str_starts_nocase(rest, "http"))) {
		if (place->planned)	/* "Goal: …", "Duration: …" */
			traits &= ~(unsigned)TRAIT_TODO;
		traits |= labelled;
	}
	senses = wording_all(text);
	if (lab_may_be_told(senses) && lab_is_named(text)) {
		if (traits & TRAIT_TODO)
			traits ^= TRAIT_TODO;
		if (!(traits & TRAITS_ITEM))
			traits |= TRAIT_LAB;
	}
	if (place->planned && passage_is_aim(text))
		traits &= ~(unsigned)TRAIT_TODO;
	/* One that was missed stays a hole, whatever answers it. */
	if (is_question(place, text) &&
	    !(place->section == PLAN_HOLES && traits & TRAIT_HOLE))
		traits |= TRAIT_QUESTION;
	if (answer_label_take(&answer))
		traits &= ~(unsigned)TRAIT_QUESTION;
	if ((!(traits & TRAITS_ITEM) && gap_may_be_named(senses) &&
	     gap_sentence(section_without_label(text)).len) ||
	    (labelled == TRAIT_TODO && gap_is_to_do(rest)))
		traits |= TRAIT_HOLE;
	if (((traits & TRAIT_QUESTION) && has_answer(place, text)) ||
	    ((traits & (TRAIT_TODO | TRAIT_LAB | TRAIT_HOLE)) &&
	     is_done(place->raw)))
		traits |= TRAIT_DONE;
	if (!(place->plan && passage_is_aim(text)) &&
	    passage_has_number(place, text, traits))
		traits |= TRAIT_NUMBER;
	if (str_find_str(text, STR("[[")) < text.len)
		traits |= TRAIT_LINK;
	if (passage_is_pair(text))
		traits |= TRAIT_PAIR;
	if (is_definition(place, text, traits))
		traits |= TRAIT_DEFINITION;
	if (is_told_lab(place, text, senses, traits))
		traits |= TRAIT_LAB | TRAIT_DONE | TRAIT_TOLD;
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
