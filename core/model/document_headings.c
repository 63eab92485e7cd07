/* SPDX-License-Identifier: MIT */
/* What the headings of a text open, and which of them is its title. */
#include "core/model/document_builder.h"

#include "core/base/attributes.h"
#include "core/model/document_plain.h"
#include "core/model/section_lines.h"
#include "core/model/wording.h"
#include "core/text/markdown_lines.h"

/* "Domain 1 (Monitoring)": of services, and none itself. */
static bool is_group(struct str heading)
{
	static const char *const words[] = {
		"domain", "domains", "module", "section", "part", "category",
		"area", "chapter", "objective",
	};
	struct str rest = heading, word = wording_next(&rest);

	return (wording_is_among(word, words, ARRAY_SIZE(words)) &&
		str_has_digit(str_upto(str_trim_left(rest), 1))) ||
	       builder_is_weighed(heading);
}

/* "What a queue holds": a heading, but no name. */
static bool asks(struct str heading)
{
	return wording_is(wording_next(&heading), WORDING_ASK);
}

bool builder_is_subject(const struct builder *b, int level)
{
	for (int i = level; i--;) {
		if (b->plan[i] == PLAN_SERVICES || b->plan[i] == PLAN_CONCEPTS)
			return true;
		if (b->headings[i] && !is_group(str_of(b->headings[i])))
			return false;
	}
	return false;
}

/* Above the title of a note may stand its id, its date, its tags. */
#define ABOVE_TITLE 4		/* passages */
#define ABOVE_TITLE_WORDS 6	/* of each */

static bool is_at_top(const struct builder *b)
{
	if (b->npassages > ABOVE_TITLE)
		return false;
	for (size_t i = 0; i < b->npassages; i++)
		if (b->passages[i].kind == PASSAGE_CODE ||
		    wording_count(b->passages[i].text, ABOVE_TITLE_WORDS + 1) >
			    ABOVE_TITLE_WORDS)
			return false;
	return true;
}

/* The first heading of a note is its title where it stands as one: see
 * document.h.  In a text without any of Markdown, that is its first line. */
static void take_title(struct builder *b, int level, struct str text)
{
	bool first = !b->has_heading;
	bool is_line = b->plain && b->block == b->blocks &&
		       level == SHAPE_LEVEL;

	b->has_heading = true;
	if (!first || b->doc->title || !text.len || !(level == 1 || is_line) ||
	    !is_at_top(b))
		return;
	b->doc->title = arena_strndup(b->mem, text.s, text.len);
}

/* What a heading opens; "Services" among questions and holes is what these are
 * about. */
static enum plan_section section_below(struct builder *b, int level,
				       struct str text)
{
	enum plan_section section = plan_section_of(text), outer;

	b->plan[level] = PLAN_NONE;
	outer = builder_section(b);
	if ((section == PLAN_SERVICES || section == PLAN_CONCEPTS) &&
	    (outer == PLAN_HOLES || outer == PLAN_QUESTIONS))
		return PLAN_NONE;
	return section;
}

/* "Core concepts" of a topic in its notes are what these explain, and not what
 * is to be studied yet; the latter are listed as "Concepts". */
static bool is_explained(const struct builder *b)
{
	if (b->doc->kind != DOCUMENT_NOTE ||
	    b->block + 1 == b->blocks + b->nblocks ||
	    b->block[1].kind == MARKDOWN_HEADING)
		return false;
	for (size_t i = HEADING_LEVELS; i--;)
		if (b->plan[i])
			return b->plan[i] == PLAN_CONCEPTS &&
			       wording_count(str_of(b->headings[i]), 2) > 1;
	return false;
}

void builder_add_heading(struct builder *b, unsigned line, unsigned last,
			 int level, struct str text)
{
	bool note = b->doc->kind != DOCUMENT_ENTRY;

	level = level < 1 ? 1 : level > HEADING_LEVELS ? HEADING_LEVELS : level;
	if (note) {
		for (int i = level; i < HEADING_LEVELS; i++) {
			b->headings[i] = NULL;
			b->plan[i] = PLAN_NONE;
			b->span[i] = b->done[i] = b->boxed[i] = false;
		}
		take_title(b, level, text);
		b->plan[level - 1] = section_below(b, level - 1, text);
		b->span[level - 1] = builder_opens_work(b, text);
		b->done[level - 1] = builder_span_done(b, text);
		b->boxed[level - 1] = b->span[level - 1] &&
				      builder_has_boxes_beneath(b);
		b->aside = false;
		b->headings[level - 1] =
			arena_strndup(b->mem, text.s, text.len);
		builder_begin_part(b, b->before + line);
	}
	b->section = SECTION_NONE;
	builder_follow_thoughts(b, line);
	b->answers = false;
	if (!text.len)
		return;
	b->quiz = builder_is_of_quiz(text);
	builder_add_passage(b, -1, PASSAGE_HEADING, line, last, text);
	if (note && !b->plan[level - 1] && !is_group(text) && !asks(text) &&
	    builder_is_subject(b, level - 1) && !is_explained(b))
		builder_add_traits(b, TRAIT_SUBJECT);
}

/* One that is underlined may have several lines above that. */
static unsigned last_of_heading(const struct markdown_block *block)
{
	return block->last_line > block->line ? block->last_line - 1
					      : block->line;
}

void builder_add_heading_block(struct builder *b,
			       const struct markdown_block *block)
{
	struct str raw = block->raw, rest;
	struct str line = markdown_next_line(&raw);
	enum section section;

	if (b->doc->kind == DOCUMENT_ENTRY &&
	    section_opens(line, raw, &section, &rest) &&
	    builder_may_open(b, block->line, section)) {
		b->section = section;
		b->answers = false;
		rest = section_without_label(block->text);
		if (rest.len)
			builder_add_passage(b, -1, PASSAGE_PARAGRAPH, block->line,
				    block->last_line, rest);
		return;
	}
	builder_add_heading(b, block->line, last_of_heading(block),
			    block->level, str_trim(block->text));
}
