/* SPDX-License-Identifier: MIT */
/* Making parts and passages of the blocks of a text. */
#include "core/model/document_passages.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/path.h"
#include "core/base/strset.h"
#include "core/model/definition.h"
#include "core/model/document_builder.h"
#include "core/model/document_links.h"
#include "core/model/document_plain.h"
#include "core/model/question.h"
#include "core/text/markdown_html.h"
#include "core/text/markdown_lines.h"

static void builder_release(struct builder *b)
{
	strbuf_release(&b->joined);
	strbuf_release(&b->columns);
	free(b->parts);
	free(b->passages);
	free(b->of_block);
}

void builder_begin_part(struct builder *b, unsigned line)
{
	struct part *p;
	size_t n = 0;

	XGROW(b->parts, b->nparts, b->parts_cap);
	p = &b->parts[b->nparts++];
	*p = (struct part){ .line = line, .first_passage = b->npassages };
	p->headings = arena_alloc(b->mem, HEADING_LEVELS * sizeof(*p->headings));
	for (size_t i = 0; i < HEADING_LEVELS; i++)
		if (b->headings[i])
			p->headings[n++] = b->headings[i];
	p->nheadings = n;
}

enum plan_section builder_section(const struct builder *b)
{
	for (size_t i = HEADING_LEVELS; i--;)
		if (b->plan[i] != PLAN_NONE)
			return b->plan[i];
	return PLAN_NONE;
}

/* The rows of a plan are items as the header above them says. */
static void take_row(struct passage_place *place, const struct builder *b,
		     struct str text)
{
	place->item = b->doc->kind == DOCUMENT_PLAN && !b->block->header &&
		      plan_row_is_item(&b->table, text, place->section,
				       builder_is_beneath_span(b));
	place->limits = b->table.limits;
	place->weights = b->table.weights;
	place->spent = b->table.spent + 1;
	place->weighed = place->item && b->table.weighs &&
			 b->table.status < 0;
	place->meaning = b->table.meanings && !b->block->header;
	place->done = place->item && plan_row_status(&b->table,
						     b->block->raw) ==
						     PLAN_STATUS_DONE;
}

/* What a passage is the first to stand beneath: a heading, or the item that it
 * is nested in. */
static struct str head_of(const struct builder *b)
{
	const struct passage *last;

	if (!b->npassages)
		return STR("");
	last = &b->passages[b->npassages - 1];
	if (last->kind == PASSAGE_HEADING ||
	    (b->block->parent >= 0 &&
	     b->of_block[b->block->parent] == (int)b->npassages - 1))
		return last->text;
	return STR("");
}

/* A day that was a row of a table: its first cells are the heading. */
static bool is_row_day(const struct document *doc)
{
	return doc->kind == DOCUMENT_ENTRY && str_starts(doc->entry.heading, "|");
}

static unsigned traits_of(const struct builder *b, enum passage_kind kind,
			  enum plan_section section, struct str text)
{
	struct passage_place place = {
		.section = section,
		.questions = b->section == SECTION_QUESTIONS && !b->answers,
		.block = b->block,
		.raw = b->raw.s ? b->raw : b->block->raw,
		.head = head_of(b),
		.item = kind == PASSAGE_ITEM,
		.plan = b->doc->kind == DOCUMENT_PLAN,
		.planned = builder_is_planned(b, kind, section, text),
		.choice = b->quiz || builder_is_choice(b),
	};
	unsigned traits;

	if (kind == PASSAGE_HEADING)
		return (passage_is_pair(text) ? TRAIT_PAIR : 0) |
		       (builder_heading_asks(b, text) ? TRAIT_QUESTION : 0) |
		       (builder_is_struck_span(b, text) ? TRAIT_DONE : 0);
	if (is_row_day(b->doc))
		place.minutes = b->doc->entry.minutes;
	place.done = builder_has_done_mark(b, section) ||
		     (place.planned && builder_is_beneath_done(b));
	if (kind == PASSAGE_ROW)
		take_row(&place, b, text);
	traits = passage_traits(&place, text);
	if (kind == PASSAGE_ITEM && builder_is_asked(b, text))
		traits |= TRAIT_QUESTION;
	if (b->block->parent < 0 && builder_is_subject(b, HEADING_LEVELS) &&
	    (place.item || (kind != PASSAGE_ROW && plain_is_name(text))))
		traits |= TRAIT_SUBJECT;
	return traits;
}

/* Where a comment spans lines, a passage may have a part of it. */
static bool may_have_comment(const struct builder *b, struct str text)
{
	const struct str open = STR("<!--"), close = STR("-->");
	struct str raw = b->block->raw;

	if (str_find(text, '>') == text.len && str_find(text, '<') == text.len)
		return false;
	return (str_find_str(text, open) < text.len ||
		str_find_str(text, close) < text.len) &&
	       (html_find_comment(raw) < raw.len ||
		str_find_str(raw, close) < raw.len);
}

/* What the passage at hand is by where it stands: "- Resources:" speaks for the
 * links beneath it. */
static enum plan_section section_of(const struct builder *b,
				    enum passage_kind kind,
				    enum plan_section plan)
{
	if (plan == PLAN_QUESTIONS && b->answers)
		return PLAN_NONE;
	if (builder_has_choices(b))
		return PLAN_QUESTIONS;
	if (plan == PLAN_NONE && kind == PASSAGE_ITEM &&
	    b->doc->kind == DOCUMENT_PLAN && b->block->task == TASK_NONE &&
	    builder_section_of_label(b) == PLAN_READING)
		return PLAN_READING;
	return plan;
}

void builder_add_passage(struct builder *b, int parent, enum passage_kind kind,
			unsigned line, unsigned last, struct str text)
{
	enum plan_section plan = b->label ? b->label : builder_section(b);
	unsigned traits = b->texts_only ? 0 :
			  traits_of(b, kind, section_of(b, kind, plan), text);
	struct str choice = text;

	if (!b->nparts)
		builder_begin_part(b, b->before + 1);
	XGROW(b->passages, b->npassages, b->passages_cap);
	b->passages[b->npassages++] = (struct passage){
		.kind = kind,
		.section = b->section,
		.line = b->before + line,
		.last_line = b->before + last,
		.part = (int)b->nparts - 1,
		.parent = parent >= 0 ? b->of_block[parent] : -1,
		.traits = traits,
		.plan = plan,
		.has_comment = may_have_comment(b, text),
		.text = text,
		.addresses = STR(""),
	};
	b->parts[b->nparts - 1].npassages++;
	b->parts[b->nparts - 1].traits |= traits;
	if (b->texts_only)
		return;
	if (parent >= 0 && !(traits & TRAIT_QUESTION) &&
	    !question_choice_take(&choice))
		builder_answer(b, b->of_block[parent]);
	builder_see_answer(b);
}

void builder_add_traits(struct builder *b, unsigned traits)
{
	b->passages[b->npassages - 1].traits |= traits;
	b->parts[b->nparts - 1].traits |= traits;
}

static void add_whole(struct builder *b, const struct markdown_block *block,
		      enum passage_kind kind)
{
	struct str text = str_trim_right(block->text);

	if (str_trim(text).len)
		builder_add_passage(b, block->parent, kind, block->line,
			    block->last_line, text);
}

static void add_block(struct builder *b, const struct markdown_block *block)
{
	if (b->doc->kind != DOCUMENT_ENTRY)
		builder_take_label(b, block);
	if (block->header)
		builder_see_head(b, block);
	switch (block->kind) {
	case MARKDOWN_HEADING: builder_add_heading_block(b, block); break;
	case MARKDOWN_PARAGRAPH:
		/* Beneath the question may stand code, and more of it. */
		b->quiz |= builder_is_of_quiz(block->text);
		if (!builder_add_cells(b, block))
			builder_add_lines(b, block);
		break;
	case MARKDOWN_ITEM: builder_add_lines(b, block); break;
	case MARKDOWN_ROW:
		if (!builder_add_row(b, block))
			add_whole(b, block, PASSAGE_ROW);
		break;
	case MARKDOWN_CODE: add_whole(b, block, PASSAGE_CODE); break;
	case MARKDOWN_HTML: break;
	}
}

/* A block that is a heading by its shape. */
static bool add_plain_heading(struct builder *b,
			      const struct markdown_blocks *all, size_t i)
{
	const struct markdown_block *block = &all->blocks[i];
	struct str text;
	int level = 0;

	if (b->loose && !i && block->kind == MARKDOWN_CODE)
		level = plain_centred_heading(block, &text);
	else if (b->plain && i + 1 < all->count)
		level = plain_shape_heading(block, block + 1, &text);
	if (level)
		builder_add_heading(b, block->line, block->line, level, text);
	return level > 0;
}

/* An item that says nothing passes the item around it on. */
static void add_blocks(struct builder *b, const struct markdown_blocks *all)
{
	b->blocks = all->blocks;
	b->nblocks = all->count;
	if (!b->texts_only)
		builder_look_ahead(b, all);
	b->of_block = xcalloc(all->count, sizeof(*b->of_block));
	for (size_t i = 0; i < all->count; i++) {
		int parent = all->blocks[i].parent;
		size_t before = b->npassages;

		b->block = &all->blocks[i];
		builder_follow_thoughts(b, b->block->line);
		if (!b->texts_only) {
			builder_see_list(b, all, i);
			builder_see_questions(b, all, i);
		}
		if (!add_plain_heading(b, all, i))
			add_block(b, &all->blocks[i]);
		if (b->npassages > before)
			b->of_block[i] = (int)before;
		else
			b->of_block[i] = parent >= 0 ? b->of_block[parent] : -1;
	}
}

#define ADDRESSES_MAX 4096	/* bytes of all of a passage */

/* What its page links to as well; where it says them, they are found there. */
static void add_address(struct builder *b, struct passage *p, struct str url)
{
	url = str_trim(url);
	if (!(str_starts_nocase(url, "http://") ||
	      str_starts_nocase(url, "https://") ||
	      str_starts_nocase(url, "mailto:")) ||
	    p->addresses.len + url.len > ADDRESSES_MAX ||
	    str_find_str(p->text, url) < p->text.len ||
	    str_find_str(p->addresses, url) < p->addresses.len)
		return;
	p->addresses = str_of(arena_printf(
		b->mem, "%.*s%s%.*s", (int)p->addresses.len, p->addresses.s,
		p->addresses.len ? " " : "", (int)url.len, url.s));
}

/* Links stand in the order of their lines, as parts and passages do. */
static void add_links(struct builder *b, const struct markdown_blocks *all)
{
	size_t part = 0, passage = 0;

	for (size_t i = 0; i < all->nlinks && b->nparts; i++) {
		unsigned line = b->before + all->links[i].line;
		unsigned trait = all->links[i].image ? TRAIT_IMAGE : TRAIT_LINK;
		struct passage *p;

		while (part + 1 < b->nparts && b->parts[part + 1].line <= line)
			part++;
		b->parts[part].traits |= trait;
		while (passage < b->npassages &&
		       b->passages[passage].last_line < line)
			passage++;
		if (passage == b->npassages || b->passages[passage].line > line)
			continue;
		p = &b->passages[passages_find_cell(
			b->passages, b->npassages, passage, line,
			all->links[i].url, all->links[i].text)];
		p->traits |= trait;
		add_address(b, p, all->links[i].url);
	}
}

/* A word that so many passages begin with, as if it were defined, is a label. */
#define LABEL_USES 4

/*
 * "Tutorials: ..." day by day is no definition of tutorials, in whatever
 * language: only the document as a whole can tell.
 */
static void drop_labels(struct builder *b)
{
	struct strset uses = STRSET_INIT;

	for (size_t i = 0; i < b->nparts; i++)
		b->parts[i].traits &= ~TRAIT_DEFINITION;
	for (size_t i = 0; i < b->npassages; i++) {
		size_t n = 0;
		struct str term;

		if (!(b->passages[i].traits & TRAIT_DEFINITION))
			continue;
		term = definition_term(b->passages[i].text);
		if (!term.len)	/* its heading has it */
			continue;
		strset_get(&uses, term, &n);
		strset_put(&uses, term, n + 1);
	}
	for (size_t i = 0; i < b->npassages; i++) {
		struct passage *p = &b->passages[i];
		size_t n = 0;

		if (!(p->traits & TRAIT_DEFINITION))
			continue;
		strset_get(&uses, definition_term(p->text), &n);
		if (n >= LABEL_USES)
			p->traits &= ~TRAIT_DEFINITION;
		else
			b->parts[p->part].traits |= TRAIT_DEFINITION;
	}
	strset_release(&uses);
}

static bool has_headings(const struct markdown_blocks *all)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->blocks[i].kind == MARKDOWN_HEADING)
			return true;
	return false;
}

static bool is_plain_text(const char *path)
{
	struct str suffix = path_suffix(str_of(path));

	return !suffix.len || str_eq_nocase(suffix, STR(".txt"));
}

static void *keep(struct arena *mem, const void *items, size_t bytes)
{
	void *copy = arena_alloc(mem, bytes + 1);

	if (bytes)
		memcpy(copy, items, bytes);
	return copy;
}

static void build(struct builder *b, const struct markdown_blocks *all)
{
	struct document *doc = b->doc;

	if (doc->kind == DOCUMENT_ENTRY)
		b->headings[0] = doc->title;
	b->loose = doc->kind != DOCUMENT_ENTRY && is_plain_text(doc->path);
	b->headless = !has_headings(all);
	b->plain = b->loose && b->headless;
	add_blocks(b, all);
	if (!b->nparts)
		builder_begin_part(b, b->before + 1);
	if (!b->texts_only && doc->kind == DOCUMENT_PLAN)
		builder_plan_headings(b);
	if (!b->texts_only)
		drop_labels(b);
	add_links(b, all);
	doc->parts = keep(b->mem, b->parts, b->nparts * sizeof(*b->parts));
	doc->nparts = b->nparts;
	doc->passages = keep(b->mem, b->passages,
			     b->npassages * sizeof(*b->passages));
	doc->npassages = b->npassages;
}

static struct markdown_blocks read_blocks(struct document *doc,
					  struct str body, unsigned first_line,
					  struct arena *mem)
{
	const struct markdown_reading how = {
		.plain = doc->kind != DOCUMENT_ENTRY &&
			 !document_has_html(doc->path),
		.open_hides = doc->open_hides,
	};
	struct markdown_blocks all = markdown_blocks_as(body, how, mem);

	if (all.open_comment)
		doc->open_comment = first_line - 1 + all.open_comment;
	if (all.refused && !doc->complaint)
		doc->complaint = arena_printf(
			mem, "it is read line by line, not as Markdown: %s",
			all.refused);
	return all;
}

void document_add_passages(struct document *doc, struct str body,
			   unsigned first_line, struct arena *mem)
{
	AUTO(builder) b = {
		.doc = doc,
		.mem = mem,
		.before = first_line - 1,
		.asked = -1,
		.joined = STRBUF_INIT,
		.columns = STRBUF_INIT,
		.texts_only = doc->untold,
	};
	struct markdown_blocks all = read_blocks(doc, body, first_line, mem);

	builder_read_row(&b, body);
	builder_read_thoughts(&b, body);
	build(&b, &all);
	document_add_links(doc, &all, first_line, mem);
}

void document_add_texts(struct document *doc, struct str body,
			unsigned first_line, struct arena *mem)
{
	AUTO(builder) b = {
		.doc = doc,
		.mem = mem,
		.before = first_line - 1,
		.asked = -1,
		.joined = STRBUF_INIT,
		.columns = STRBUF_INIT,
		.texts_only = true,
	};
	struct markdown_blocks all = read_blocks(doc, body, first_line, mem);

	builder_read_row(&b, body);
	builder_read_thoughts(&b, body);
	build(&b, &all);
}
