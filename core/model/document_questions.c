/* SPDX-License-Identifier: MIT */
/* Telling which passages ask, and which of those around them answer. */
#include "core/model/document_builder.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/model/question.h"
#include "core/model/wording.h"

/* "Q3: How do pods talk?", "12. What is a taint?", and by its words alone
 * "What is a taint?": a note's heading may be a question. */
bool builder_heading_asks(const struct builder *b, struct str text)
{
	if (b->doc->kind != DOCUMENT_NOTE)
		return false;
	return question_label_take(&text) || question_is_asked(text);
}

/* "🧠 Quiz", "Practice questions", "Check yourself" */
static bool names_quiz(struct str heading)
{
	static const char *const words[] = {
		"quiz", "quizzes", "question", "questions", "mcq", "mcqs",
		"test", "check", "trivia",
	};
	struct str word;

	while ((word = wording_next(&heading)).len)
		if (wording_is_among(word, words, ARRAY_SIZE(words)))
			return true;
	return false;
}

#define ASKED_LEAST 5		/* items of a list of questions */

/* "what is a taint", "how to drain a node"; but not "How it works", and no
 * definition, "What: …". */
static bool begins_to_ask(struct str text)
{
	static const char *const fronts[] = {
		"what is", "what are", "what does", "what do", "what's",
		"whats", "what happens", "what type", "what types",
		"how to", "how do", "how does", "how can", "how would",
		"how will", "how is", "how are", "how many", "how much",
		"how you", "why is", "why are", "why do", "why does", "why we",
		"why you", "which", "difference between",
		"what deployment", "when do", "when should", "when would",
		"where is", "where are", "where do", "explain", "describe",
	};

	return wording_take(&text, fronts, ARRAY_SIZE(fronts)) &&
	       wording_next(&text).len && str_find(text, ':') == text.len;
}

void builder_see_questions(struct builder *b,
			   const struct markdown_blocks *all, size_t i)
{
	unsigned items = 0, marked = 0, asking = 0;

	if (i < b->asking_until)
		return;
	b->asking = false;
	if (b->doc->kind != DOCUMENT_NOTE ||
	    all->blocks[i].kind != MARKDOWN_ITEM || all->blocks[i].parent >= 0)
		return;
	for (; i < all->count && (all->blocks[i].parent >= 0 ||
				  all->blocks[i].kind == MARKDOWN_ITEM); i++) {
		struct str text = str_trim(all->blocks[i].text);
		bool mark = str_find(text, '?') < text.len;

		if (all->blocks[i].parent >= 0)
			continue;
		items++;
		marked += mark;
		asking += mark || begins_to_ask(text);
	}
	b->asking_until = i;
	/* Some have the mark, and hardly any tells something. */
	b->asking = items >= ASKED_LEAST && marked >= 2 &&
		    asking * 3 >= items * 2;
}

bool builder_is_asked(const struct builder *b, struct str text)
{
	return b->asking && b->block->kind == MARKDOWN_ITEM &&
	       b->block->parent < 0 &&
	       (str_find(text, '?') < text.len || begins_to_ask(text));
}

#define CHOICES_LEAST 2

bool builder_has_choices(const struct builder *b)
{
	size_t at = (size_t)(b->block - b->blocks), boxes = 0;
	bool quiz = false;

	if (b->doc->kind == DOCUMENT_PLAN || b->block->kind != MARKDOWN_ITEM ||
	    b->block->parent >= 0 || b->block->task != TASK_NONE)
		return false;
	while (++at < b->nblocks && boxes < CHOICES_LEAST &&
	       b->blocks[at].parent == (int)(b->block - b->blocks) &&
	       b->blocks[at].task != TASK_NONE)
		boxes++;
	for (size_t i = 0; boxes == CHOICES_LEAST && i < HEADING_LEVELS; i++)
		quiz |= b->headings[i] && names_quiz(str_of(b->headings[i]));
	return quiz;
}

bool builder_is_choice(const struct builder *b)
{
	int around = b->block->parent;

	return around >= 0 && b->doc->kind != DOCUMENT_PLAN &&
	       b->of_block[around] >= 0 &&
	       b->blocks[around].task == TASK_NONE &&
	       b->passages[b->of_block[around]].traits & TRAIT_QUESTION;
}

/* What is nested in a question and asks nothing itself answers it. */
void builder_answer(struct builder *b, int passage)
{
	if (passage >= 0 && b->passages[passage].traits & TRAIT_QUESTION)
		b->passages[passage].traits |= TRAIT_DONE;
}

/* "A:" in a list beneath a question without a label may be a choice. */
static bool is_labelled_answer(const struct passage *question,
			       const struct passage *p)
{
	struct str answer = p->text, asked = question->text;

	return answer_label_take(&answer) &&
	       (p->kind != PASSAGE_ITEM || !answer_label_is_letter(p->text) ||
		question_label_take(&asked));
}

/* A quote, or whatever is right beneath a question with a label or in bold. */
static bool is_beneath(const struct builder *b, const struct passage *question,
		       const struct passage *p)
{
	bool quoted = str_starts(b->block->raw, ">") &&
		      !str_starts(b->asked_raw, ">");
	struct str asked = question->text, choice = p->text;
	bool named = question_label_take(&asked) ||
		     question_is_set_off(b->asked_raw);

	if (question->kind != PASSAGE_PARAGRAPH || p->kind == PASSAGE_HEADING ||
	    p->traits & TRAITS_ITEM)
		return false;
	/* In a note, the list right beneath what it asks; no choices. */
	if (b->doc->kind == DOCUMENT_NOTE && p->kind == PASSAGE_ITEM &&
	    p->line == question->last_line + 1 &&
	    !question_choice_take(&choice))
		return true;
	if (p->line == question->last_line + 1)
		return quoted || named;
	return quoted && named && p->line == question->last_line + 2;
}

/* What stands beneath a heading that asks answers it, if only by headings. */
static bool is_under_heading(const struct builder *b,
			     const struct passage *question,
			     const struct passage *p)
{
	return question->kind == PASSAGE_HEADING &&
	       (p->kind != PASSAGE_HEADING ||
		(b->block->kind == MARKDOWN_HEADING &&
		 b->block->level > b->asked_level));
}

/* Does the passage added last answer the question before it? */
static void answer_before(struct builder *b)
{
	struct passage *p = &b->passages[b->npassages - 1], *question = p - 1;

	if (b->asked_raw.s && (is_labelled_answer(question, p) ||
			       is_under_heading(b, question, p) ||
			       is_beneath(b, question, p)))
		question->traits |= TRAIT_DONE;
	b->asked_level = b->block->level;
	b->asked_raw = !(p->traits & TRAIT_QUESTION) ? STR_NONE :
		       b->raw.s			     ? b->raw :
						       b->block->raw;
}

#define CHOICES_MOST 12		/* passages between it and its answer */

/* The label of an answer behind the choices of a question; "A:" may be one of
 * them. */
static void answer_behind_choices(struct builder *b)
{
	const struct passage *p = &b->passages[b->npassages - 1];
	struct str text = p->text;

	if (p->traits & TRAIT_QUESTION)
		b->asked = (int)b->npassages - 1;
	else if (p->kind == PASSAGE_HEADING)
		b->asked = -1;
	else if (b->asked >= 0 && !answer_label_is_letter(text) &&
		 answer_label_take(&text))
		builder_answer(b, b->asked);
	else if (b->asked >= 0 &&
		 (int)b->npassages - 1 - b->asked > CHOICES_MOST)
		b->asked = -1;
}

void builder_take_answer(struct builder *b)
{
	b->answers = true;
	if (b->asked_raw.s)
		builder_answer(b, (int)b->npassages - 1);
}

/* "Q2. How …?", "3. Which …?": a question as a quiz numbers it. */
bool builder_is_of_quiz(struct str text)
{
	struct str asked = text;
	size_t digits = 0;

	if (question_label_take(&asked) || question_is_label(text))
		return true;
	text = str_trim(text);
	while (digits < text.len && text.s[digits] >= '0' &&
	       text.s[digits] <= '9')
		digits++;
	return digits && digits < text.len && strchr(".)", text.s[digits]) &&
	       str_ends(text, "?");
}

void builder_see_answer(struct builder *b)
{
	answer_before(b);
	answer_behind_choices(b);
}
