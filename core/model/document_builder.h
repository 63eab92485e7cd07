/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOCUMENT_BUILDER_H
#define CORE_MODEL_DOCUMENT_BUILDER_H

#include "core/base/strbuf.h"
#include "core/model/document.h"
#include "core/model/plan_table.h"
#include "core/text/markdown.h"

/*
 * A document while its parts and passages are made: shared by
 * document_passages.c, which goes through the blocks of a text, and the files
 * that are named below, of which document_lines.c takes labels and plain lists
 * within a block apart.
 */
struct row_line;
#define HEADING_LEVELS 6

struct builder {
	struct document *doc;
	struct arena *mem;
	const struct markdown_block *blocks, *block;	/* all; at hand */
	size_t nblocks;
	unsigned before;	/* lines of the file before the body */
	bool loose;		/* it is no Markdown by its name */
	bool plain;		/* and has no headings of Markdown */
	bool headless;		/* it has none, whatever it is called */
	bool texts_only;	/* nobody asks for traits */
	enum section section;
	bool has_heading;	/* of a note: the first one was met */
	const char *headings[HEADING_LEVELS];
	enum plan_section plan[HEADING_LEVELS];	/* what each of them opens */
	bool span[HEADING_LEVELS];	/* is it a week or a day to come? */
	bool boxed[HEADING_LEVELS];	/* are there boxes beneath it? */
	bool done[HEADING_LEVELS];	/* does it say that it is done? */
	bool boxes;		/* some items have boxes to tick */
	bool quiz;		/* the last heading or paragraph is a question
				   with a label or number, whose boxes are
				   choices */
	enum plan_section label;	/* of the list behind a label */
	struct part *parts;
	size_t nparts, parts_cap;
	struct passage *passages;
	size_t npassages, passages_cap;
	int *of_block;		/* the passage that each block became, or -1 */
	struct str raw;		/* of the line at hand, where each is one */
	struct str asked_raw;	/* of the block that was the last passage, a
				   question; or STR_NONE */
	bool aside;		/* behind a label of what is nothing to do */
	bool work;		/* that may all the same give orders */
	bool only_names;	/* it lists names, and says nothing of them */
	bool weighed;		/* its headings have the weights of an exam */
	bool some_unmarked;	/* not all of its weeks have a mark */
	bool marked;		/* in a list whose items have marks of states */
	bool ornament;		/* all of a list's items have the same mark */
	bool asking;		/* in a list of questions, some without mark */
	size_t asking_until;	/* a block that is none of it any more */
	size_t marked_until;	/* a block that is none of it any more */
	bool line_boxes;	/* do boxes follow the line before ... */
	size_t line_until;	/* this block, which ends what is beneath it? */
	bool split;		/* the block at hand is several pieces */
	bool counted;		/* behind the line "Question 3" */
	int asked;		/* the last passage that asks, while only its
				   choices were behind it, or -1 */
	int choices;		/* the passage of the block at hand that the
				   choices belong to, or -1 */
	int asked_level;	/* of that block, if a heading */
	bool answers;		/* behind the label of an answer, which ends
				   the list of questions */
	struct plan_table table;	/* whose rows are at hand; of a note or
					   an entry without the columns below */
	struct strbuf columns;	/* of that table, a byte for each: enum section;
				   empty: none has thoughts */
	enum section row_section;	/* that its last row was labelled as */
	struct str row_columns;	/* likewise, of the row that the entry was */
	const struct row_line *row_lines;	/* its body's; NULL: it was none */
	size_t nrow_lines;
	unsigned char *thoughts;	/* of an entry's lines, what each is:
					   document_thoughts.c */
	size_t nthoughts;
	struct strbuf joined;	/* lines of the piece in hand; reused */
};

/* `parent` is a block's, or -1. */
void builder_add_passage(struct builder *b, int parent,
			  enum passage_kind kind, unsigned line, unsigned last,
			  struct str text);

/* To the passage added last, which there is. */
void builder_add_traits(struct builder *b, unsigned traits);

/* A part begins in this line of the file, beneath the headings at hand. */
void builder_begin_part(struct builder *b, unsigned line);

/* The section of the innermost heading that opens one. */
enum plan_section builder_section(const struct builder *b);

/* --- document_headings.c -------------------------------------------------- */

/* A heading of a note opens a part; of an entry, it is a passage only. */
void builder_add_heading(struct builder *b, unsigned line, unsigned last,
			 int level, struct str text);
/* One of Markdown, which in an entry may be the label of a section. */
void builder_add_heading_block(struct builder *b,
			       const struct markdown_block *block);

/* Is nothing between the heading of services or concepts and what stands at
 * `level`, below it?  HEADING_LEVELS: an item. */
bool builder_is_subject(const struct builder *b, int level);

/* --- document_questions.c ------------------------------------------------ */

/* "Q3: How do pods talk?", "12. What is a taint?", and by its words alone
 * "What is a taint?": a note's heading may be a question. */
bool builder_heading_asks(const struct builder *b, struct str text);

/* "Q2. How …?", "3. Which …?", "Question 4": as a quiz numbers its own. */
bool builder_is_of_quiz(struct str text);

/* Look at the list that block `i` begins, if it does: does it ask? */
void builder_see_questions(struct builder *b,
			   const struct markdown_blocks *all, size_t i);

/* Is the item at hand a question of such a list, with its mark or without? */
bool builder_is_asked(const struct builder *b, struct str text);

/* Does the item at hand ask, in a quiz, for one of the boxes beneath it?  And
 * is it such a box, beneath an item that asks? */
bool builder_has_choices(const struct builder *b);
bool builder_is_choice(const struct builder *b);

/* What answers a question marks it so; -1: nothing. */
void builder_answer(struct builder *b, int passage);

/* Does the passage added last answer one before it? */
void builder_see_answer(struct builder *b);

/* A line with the label of an answer, in a paragraph of its own or below the
 * question: what follows, up to the next heading or section, asks nothing. */
void builder_take_answer(struct builder *b);

/* --- document_planned.c --------------------------------------------------- */

/* Does it stand for a week or a day? */
bool builder_is_span(struct str text);

/* And for one to come, not for what was learned then? */
bool builder_span_to_come(struct str text);

/* Is there one to come among the headings above? */
bool builder_is_beneath_span(const struct builder *b);

/* What an item that is nested is listed as, by the nearest label around it. */
enum plan_section builder_section_of_label(const struct builder *b);

/* Where a plan has no boxes, what it lists for its weeks and days is to do; and
 * where some items of a list have marks of states, so are the others. */
bool builder_is_planned(const struct builder *b, enum passage_kind kind,
			enum plan_section section, struct str text);

/* A plan's heading of a week or a day that was struck out, by its block. */
bool builder_is_struck_span(const struct builder *b, struct str text);

/* Of a plan that is read whole: where a heading is all that there is of a day,
 * it is what is to do. */
void builder_plan_headings(struct builder *b);

/* --- document_marks.c ----------------------------------------------------- */

/* What only the text as a whole tells: boxes, weights, marks of its weeks. */
void builder_look_ahead(struct builder *b, const struct markdown_blocks *all);

/* "Domain 1: Policies (32%)": what an exam asks for, with its weight? */
bool builder_is_weighed(struct str text);

/* Is what is listed beneath this heading to do: of a week or a day, or what an
 * exam asks for? */
bool builder_opens_work(const struct builder *b, struct str text);

/* Are there boxes beneath the heading at hand, or the line that is as good as
 * one? */
bool builder_has_boxes_beneath(struct builder *b);

/* Does it stand for a week or a day that is done, as it says itself? */
bool builder_span_done(const struct builder *b, struct str text);
/* Is the block at hand beneath such a heading? */
bool builder_is_beneath_done(const struct builder *b);

/* Look at the list that block `i` begins, if it does. */
void builder_see_list(struct builder *b, const struct markdown_blocks *all,
		      size_t i);

/* Has the item at hand the mark of what is done, where marks are states? */
bool builder_has_done_mark(const struct builder *b, enum plan_section section);

/* --- document_thoughts.c -------------------------------------------------- */

/* Before the first block: which lines of an entry are thoughts? */
void builder_read_thoughts(struct builder *b, struct str body);

/* May a line that reads like the label of a section be one? */
bool builder_may_open(const struct builder *b, unsigned line,
		      enum section section);

/* Go on to a line; true: it is of another section than what was before it. */
bool builder_follow_thoughts(struct builder *b, unsigned line);

/* --- document_cells.c ----------------------------------------------------- */

/* Before the first block: was the entry a row of a table with sections for
 * columns? */
void builder_read_row(struct builder *b, struct str body);

/* The passages of such a row.  False: the block is none, or nobody can tell its
 * cells. */
bool builder_add_cells(struct builder *b, const struct markdown_block *block);

/* A table begins with this row, of which a column may have thoughts. */
void builder_see_head(struct builder *b, const struct markdown_block *block);

/* The passages of a row with thoughts, or of one in an entry that is labelled
 * as a section.  False: it is like any other. */
bool builder_add_row(struct builder *b, const struct markdown_block *block);

/* --- document_lines.c ---------------------------------------------------- */

/* The passages of a paragraph or an item: labels, and headings of plain text,
 * stand in the middle of them. */
void builder_add_lines(struct builder *b,
				const struct markdown_block *block);

/*
 * In a note, a paragraph that is a label speaks for the list behind it; above
 * other lines, it ends the holes before it, which are one a line.
 */
void builder_take_label(struct builder *b,
				 const struct markdown_block *block);

#endif
