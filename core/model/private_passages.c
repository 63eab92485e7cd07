/* SPDX-License-Identifier: MIT */
/* Which passages of a document may be quoted. */
#include "core/model/private_passages.h"

#include "core/base/alloc.h"
#include "core/base/attributes.h"

#define DEPTH_MAX 64		/* of headings; deeper ones count as that deep */

struct places {
	const struct left_out_place *all;
	size_t count;
};

static bool is_within(const struct private_place *at, unsigned first,
		      unsigned last)
{
	return at->kind != PRIVATE_FIELD && at->kind < PRIVATE_UNCLOSED &&
	       at->line <= last && at->last_line >= first;
}

static bool is_kept(const struct places *p, unsigned first, unsigned last)
{
	for (size_t i = 0; i < p->count; i++)
		if (is_within(&p->all[i].at, first, last))
			return false;
	return true;
}

/* Beside a cell that is private others of the row may be shown. */
static bool is_passage_kept(const struct places *p, const struct passage *at)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct private_place *place = &p->all[i].at;

		if (is_within(place, at->line, at->last_line) &&
		    !(place->cells && at->cell &&
		      place->section != at->section))
			return false;
	}
	return true;
}

/* An underlined heading may have several lines. */
static unsigned last_of_heading(const struct document *doc,
				const struct part *part)
{
	const struct passage *first = &doc->passages[part->first_passage];

	return part->npassages && first->kind == PASSAGE_HEADING &&
			       first->line == part->line ?
		       first->last_line : part->line;
}

/* Of a part that has no heading itself, what stands above is its document. */
static bool has_kept_headings(const struct places *p, const struct part *part,
			      const struct document *doc, bool *kept)
{
	size_t depth = part->nheadings < DEPTH_MAX ? part->nheadings :
						     DEPTH_MAX - 1;

	if (depth)
		kept[depth] = kept[depth - 1] &&
			      is_kept(p, part->line, last_of_heading(doc, part));
	return kept[depth];
}

/* A comment that nobody closes may have been meant to hide all behind it. */
static bool is_before_comment(const struct document *doc,
			      const struct passage *p)
{
	return !doc->open_comment || p->last_line < doc->open_comment;
}

static void look_at_part(bool *visible, const struct document *doc,
			 const struct part *part, const struct places *places,
			 bool under_kept)
{
	enum section section = SECTION_NONE;
	bool over = true;	/* the last heading within the part is kept */

	for (size_t k = 0; k < part->npassages; k++) {
		size_t i = part->first_passage + k;
		const struct passage *p = &doc->passages[i];

		if (!p->cell && p->section != section) {
			over = true;
			section = p->section;
		}
		visible[i] = under_kept && is_passage_kept(places, p) &&
			     !p->has_comment &&
			     is_before_comment(doc, p) &&
			     (p->parent < 0 || visible[p->parent]);
		if (p->kind == PASSAGE_HEADING)
			over = visible[i];
		else
			visible[i] &= over;
	}
}

void private_passages(bool *visible, const struct document *doc,
		      const struct left_out_place *places, size_t count)
{
	const struct places p = { places, count };
	bool kept[DEPTH_MAX] = { true };

	for (size_t i = 0; i < doc->nparts; i++) {
		const struct part *part = &doc->parts[i];

		/* An entry is one part under its title. */
		bool under = doc->kind == DOCUMENT_ENTRY ||
			     has_kept_headings(&p, part, doc, kept);

		look_at_part(visible, doc, part, &p, under);
	}
}
