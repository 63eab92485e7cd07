/* SPDX-License-Identifier: MIT */
/* Making parts and passages of the blocks of a text. */
#include "core/model/document_passages.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/path.h"
#include "core/base/strbuf.h"
#include "core/model/document_links.h"
#include "core/model/document_plain.h"
#include "core/text/markdown.h"
#include "core/text/markdown_lines.h"

#define LEVELS 6

struct builder {
	struct document *doc;
	struct arena *mem;
	const struct markdown_block *blocks, *block;	/* all; at hand */
	unsigned before;	/* lines of the file before the body */
	bool loose;		/* it is no Markdown by its name */
	bool plain;		/* and has no headings of Markdown */
	bool texts_only;	/* nobody asks for traits */
	enum section section;
	const char *headings[LEVELS];
	enum plan_section plan[LEVELS];	/* what each of them opens */
	enum plan_section label;	/* of the list behind a label */
	struct part *parts;
	size_t nparts, parts_cap;
	struct passage *passages;
	size_t npassages, passages_cap;
	int *of_block;		/* the passage that each block became, or -1 */
	struct str raw;		/* of the line at hand, where each is one */
	struct strbuf joined;	/* lines of the piece in hand; reused */
};

static void builder_release(struct builder *b)
{
	strbuf_release(&b->joined);
	free(b->parts);
	free(b->passages);
	free(b->of_block);
}

static void begin_part(struct builder *b, unsigned line)
{
	struct part *p;
	size_t n = 0;

	XGROW(b->parts, b->nparts, b->parts_cap);
	p = &b->parts[b->nparts++];
	*p = (struct part){ .line = line, .first_passage = b->npassages };
	p->headings = arena_alloc(b->mem, LEVELS * sizeof(*p->headings));
	for (size_t i = 0; i < LEVELS; i++)
		if (b->headings[i])
			p->headings[n++] = b->headings[i];
	p->nheadings = n;
}

/* The section of the innermost heading that opens one. */
static enum plan_section plan_section_here(const struct builder *b)
{
	for (size_t i = LEVELS; i--;)
		if (b->plan[i] != PLAN_NONE)
			return b->plan[i];
	return PLAN_NONE;
}

/* Is nothing between the heading of services or concepts and what stands at
 * `level`, below it?  LEVELS: an item. */
static bool is_subject(const struct builder *b, int level)
{
	for (int i = level; i--;) {
		if (b->plan[i] == PLAN_SERVICES || b->plan[i] == PLAN_CONCEPTS)
			return true;
		if (b->headings[i])
			return false;
	}
	return false;
}

static unsigned traits_of(const struct builder *b, enum passage_kind kind,
			  enum plan_section section, struct str text)
{
	struct passage_place place = {
		.section = section,
		.questions = b->section == SECTION_QUESTIONS,
		.block = b->block,
		.raw = b->raw.s ? b->raw : b->block->raw,
		.item = kind == PASSAGE_ITEM,
	};
	unsigned traits;

	if (b->texts_only)
		return 0;
	if (kind == PASSAGE_HEADING)
		return passage_is_pair(text) ? TRAIT_PAIR : 0;
	traits = passage_traits(&place, text);
	if (b->block->parent < 0 && is_subject(b, LEVELS) &&
	    (kind == PASSAGE_ITEM || plain_is_name(text)))
		traits |= TRAIT_SUBJECT;
	return traits;
}

/* What is nested in a question and asks nothing itself answers it. */
static void answer(struct builder *b, int passage)
{
	if (passage >= 0 && b->passages[passage].traits & TRAIT_QUESTION)
		b->passages[passage].traits |= TRAIT_DONE;
}

/* `parent` is a block's, or -1. */
static void add_passage(struct builder *b, int parent, enum passage_kind kind,
			unsigned line, unsigned last, struct str text)
{
	enum plan_section plan = b->label ? b->label : plan_section_here(b);
	unsigned traits = traits_of(b, kind, plan, text);

	if (!b->nparts)
		begin_part(b, b->before + 1);
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
		.text = text,
	};
	b->parts[b->nparts - 1].npassages++;
	b->parts[b->nparts - 1].traits |= traits;
	if (parent >= 0 && !(traits & TRAIT_QUESTION))
		answer(b, b->of_block[parent]);
}

/* To the passage added last. */
static void add_traits(struct builder *b, unsigned traits)
{
	b->passages[b->npassages - 1].traits |= traits;
	b->parts[b->nparts - 1].traits |= traits;
}

/* A heading of a note opens a part; of an entry, it is a passage only. */
static void add_heading(struct builder *b, unsigned line, int level,
			struct str text)
{
	bool note = b->doc->kind != DOCUMENT_ENTRY;

	level = level < 1 ? 1 : level > LEVELS ? LEVELS : level;
	if (note) {
		for (int i = level; i < LEVELS; i++) {
			b->headings[i] = NULL;
			b->plan[i] = PLAN_NONE;
		}
		b->plan[level - 1] = plan_section_of(text);
		b->headings[level - 1] =
			arena_strndup(b->mem, text.s, text.len);
		begin_part(b, b->before + line);
	}
	b->section = SECTION_NONE;
	if (!text.len)
		return;
	add_passage(b, -1, PASSAGE_HEADING, line, line, text);
	if (note && !b->plan[level - 1] && is_subject(b, level - 1))
		add_traits(b, TRAIT_SUBJECT);
}

/* A line of a paragraph, as it is written and as a reader sees it. */
struct line {
	struct str raw, text;
};

/*
 * The text of line `i`: between two breaks, where there are as many as lines.
 * Code spans and comments over several lines leave fewer; then it is the line
 * as it is written.
 */
static struct str line_text(const struct markdown_block *block, size_t i,
			    size_t count, struct str raw)
{
	size_t from = 0, to = block->text.len;

	if (block->nbreaks + 1 != count)
		return str_trim(raw);
	if (i)
		from = block->breaks[i - 1] + 1;
	if (i < block->nbreaks)
		to = block->breaks[i];
	return (struct str){ block->text.s + from, to - from };
}

static size_t count_lines(struct str raw)
{
	size_t count = 0;

	while (markdown_next_line(&raw).s)
		count++;
	return count ? count : 1;
}

/* Consecutive lines that are one passage. */
struct piece {
	enum passage_kind kind;
	unsigned first, last;	/* 0: there is none yet */
	int parent;
	bool joined;		/* `text` is in the builder's buffer */
	struct str text;
};

/* What follows a label within an item is no part of the item any more. */
static void end_piece(struct builder *b, struct piece *p)
{
	struct str text = str_trim(p->text);

	if (p->joined)
		text = arena_str(b->mem, text);
	if (p->first && text.len)
		add_passage(b, p->parent, p->kind, p->first, p->last, text);
	*p = (struct piece){ .kind = PASSAGE_PARAGRAPH, .parent = -1 };
}

/* Each line is copied once, however many there are. */
static void join_line(struct builder *b, struct piece *p, struct str text)
{
	if (!p->joined) {
		strbuf_reset(&b->joined);
		strbuf_addslice(&b->joined, p->text);
		p->joined = true;
	}
	strbuf_addch(&b->joined, ' ');
	strbuf_addslice(&b->joined, text);
	p->text = strbuf_slice(&b->joined);
}

static bool is_behind(const struct piece *p, struct str text)
{
	const char *end = p->text.s + p->text.len;

	return !p->joined && text.s == end + 1 && *end == ' ';
}

/* Neighbouring slices of the same text become one; others are copied. */
static void add_line(struct builder *b, struct piece *p, struct str text,
		     unsigned line)
{
	if (!p->first)
		p->first = line;
	p->last = line;
	if (!p->text.len)
		p->text = text;
	else if (is_behind(p, text))
		p->text.len += 1 + text.len;
	else if (text.len)
		join_line(b, p, text);
}

static int heading_line(const struct builder *b, struct str *line)
{
	int level = 0;

	if (b->doc->kind == DOCUMENT_ENTRY)
		return 0;
	level = plain_starred_heading(line);
	if (!level && b->plain)
		level = plain_label_heading(line);
	return level;
}

/* True: the line opened a section or a part, and is no text. */
static bool open_by_line(struct builder *b, struct piece *p,
			 const struct line *l, unsigned line)
{
	struct str heading = l->raw, rest;
	enum section section;
	int level;

	if (b->doc->kind == DOCUMENT_ENTRY &&
	    section_label(l->raw, &section, &rest)) {
		if (p->first)
			end_piece(b, p);
		b->section = section;
		if (rest.len)
			add_line(b, p, section_without_label(l->text), line);
		return true;
	}
	level = heading_line(b, &heading);
	if (!level)
		return false;
	end_piece(b, p);
	add_heading(b, line, level, heading);
	return true;
}

/* Items and bullets that Markdown does not know. */
static void loosen(struct builder *b, struct piece *p,
		   const struct markdown_block *block, struct line *l,
		   bool first)
{
	struct str item = l->raw;

	if (first && block->kind == MARKDOWN_ITEM)
		l->text = plain_without_bullet(l->text);
	if (!plain_item(&item))
		return;
	end_piece(b, p);
	p->kind = PASSAGE_ITEM;
	l->text = item;
}

/*
 * In a note, a paragraph that is a label speaks for the list behind it; above
 * other lines, it ends the holes before it, which are one a line.
 */
static void take_label(struct builder *b, const struct markdown_block *block)
{
	struct str rest = block->raw, first = markdown_next_line(&rest);

	if (block->kind != MARKDOWN_PARAGRAPH || block->parent >= 0)
		return;
	b->label = rest.len ? PLAN_NONE : passage_label_section(block->text);
	if (rest.len && str_ends(str_trim(first), ":") &&
	    plan_section_here(b) == PLAN_HOLES)
		memset(b->plan, 0, sizeof(b->plan));
}

static bool is_line_each(const struct builder *b,
			 const struct markdown_block *block)
{
	return block->kind == MARKDOWN_PARAGRAPH &&
	       plan_section_here(b) == PLAN_HOLES;
}

/* Labels, and headings of plain text, stand in the middle of paragraphs. */
static void add_lines(struct builder *b, const struct markdown_block *block)
{
	struct piece piece = {
		.kind = block->kind == MARKDOWN_ITEM ? PASSAGE_ITEM
						     : PASSAGE_PARAGRAPH,
		.parent = block->parent,
	};
	struct str rest = block->raw;
	size_t count = count_lines(rest);
	bool each = is_line_each(b, block);
	unsigned line = block->line;

	for (size_t i = 0; i < count; i++, line++) {
		struct line l = { .raw = markdown_next_line(&rest) };

		l.text = line_text(block, i, count, l.raw);
		if (b->loose)
			loosen(b, &piece, block, &l, !i);
		if (!open_by_line(b, &piece, &l, line))
			add_line(b, &piece, l.text, line);
		if (!each)
			continue;
		b->raw = l.raw;
		end_piece(b, &piece);
		b->raw = STR_NONE;
	}
	end_piece(b, &piece);
}

static void add_heading_block(struct builder *b,
			      const struct markdown_block *block)
{
	struct str raw = block->raw, rest;
	enum section section;

	if (b->doc->kind == DOCUMENT_ENTRY &&
	    section_label(markdown_next_line(&raw), &section, &rest)) {
		b->section = section;
		rest = section_without_label(block->text);
		if (rest.len)
			add_passage(b, -1, PASSAGE_PARAGRAPH, block->line,
				    block->last_line, rest);
		return;
	}
	add_heading(b, block->line, block->level, str_trim(block->text));
}

static void add_whole(struct builder *b, const struct markdown_block *block,
		      enum passage_kind kind)
{
	struct str text = str_trim_right(block->text);

	if (str_trim(text).len)
		add_passage(b, block->parent, kind, block->line,
			    block->last_line, text);
}

static void add_block(struct builder *b, const struct markdown_block *block)
{
	if (b->doc->kind != DOCUMENT_ENTRY)
		take_label(b, block);
	switch (block->kind) {
	case MARKDOWN_HEADING: add_heading_block(b, block); break;
	case MARKDOWN_PARAGRAPH:
	case MARKDOWN_ITEM: add_lines(b, block); break;
	case MARKDOWN_ROW: add_whole(b, block, PASSAGE_ROW); break;
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
		add_heading(b, block->line, level, text);
	return level > 0;
}

/* An item that says nothing passes the item around it on. */
static void add_blocks(struct builder *b, const struct markdown_blocks *all)
{
	b->blocks = all->blocks;
	b->of_block = xcalloc(all->count, sizeof(*b->of_block));
	for (size_t i = 0; i < all->count; i++) {
		int parent = all->blocks[i].parent;
		size_t before = b->npassages;

		b->block = &all->blocks[i];
		if (!add_plain_heading(b, all, i))
			add_block(b, &all->blocks[i]);
		if (b->npassages > before)
			b->of_block[i] = (int)before;
		else
			b->of_block[i] = parent >= 0 ? b->of_block[parent] : -1;
	}
}

/* Links stand in the order of their lines, as parts and passages do. */
static void add_links(struct builder *b, const struct markdown_blocks *all)
{
	size_t part = 0, passage = 0;

	for (size_t i = 0; i < all->nlinks && b->nparts; i++) {
		unsigned line = b->before + all->links[i].line;
		unsigned trait = all->links[i].image ? TRAIT_IMAGE : TRAIT_LINK;

		while (part + 1 < b->nparts && b->parts[part + 1].line <= line)
			part++;
		b->parts[part].traits |= trait;
		while (passage < b->npassages &&
		       b->passages[passage].last_line < line)
			passage++;
		if (passage < b->npassages && b->passages[passage].line <= line)
			b->passages[passage].traits |= trait;
	}
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
	b->plain = b->loose && !has_headings(all);
	add_blocks(b, all);
	if (!b->nparts)
		begin_part(b, b->before + 1);
	if (!b->texts_only)
		add_links(b, all);
	doc->parts = keep(b->mem, b->parts, b->nparts * sizeof(*b->parts));
	doc->nparts = b->nparts;
	doc->passages = keep(b->mem, b->passages,
			     b->npassages * sizeof(*b->passages));
	doc->npassages = b->npassages;
}

void document_add_passages(struct document *doc, struct str body,
			   unsigned first_line, struct arena *mem)
{
	AUTO(builder) b = {
		.doc = doc,
		.mem = mem,
		.before = first_line - 1,
		.joined = STRBUF_INIT,
	};
	struct markdown_blocks all = markdown_blocks(body, mem);

	if (all.refused && !doc->complaint)
		doc->complaint = arena_printf(
			mem, "it is read line by line, not as Markdown: %s",
			all.refused);
	build(&b, &all);
	document_add_links(doc, &all, first_line, mem);
}

void document_add_texts(struct document *doc, struct str body,
			struct arena *mem)
{
	AUTO(builder) b = {
		.doc = doc,
		.mem = mem,
		.joined = STRBUF_INIT,
		.texts_only = true,
	};
	struct markdown_blocks all = markdown_blocks(body, mem);

	build(&b, &all);
}
