/* SPDX-License-Identifier: MIT */
/* What may be shown of a note, by the lines of its file. */
#include "core/model/public_text.h"

#include <stdlib.h>

#include "core/model/section_lines.h"
#include "core/text/text_cut.h"

/* --- the lines of the file --- */

/* Where each line of a text begins. */
static size_t *line_starts(struct str text, struct arena *mem, size_t *count)
{
	struct str rest = text, line;
	size_t n = 0, *out;

	while (section_next_line(&rest).s)
		n++;
	out = arena_alloc(mem, (n + 1) * sizeof(*out));
	rest = text;
	*count = 0;
	while ((line = section_next_line(&rest)).s)
		out[(*count)++] = (size_t)(line.s - text.s);
	return out;
}

/* Places in a text, ascending, become the numbers of its lines, from 1. */
static void number_lines(struct str text, size_t *places, size_t count)
{
	struct str rest = text, line;
	size_t number = 0, end = 0;

	for (size_t i = 0; i < count; i++) {
		while (end <= places[i] &&
		       (line = section_next_line(&rest)).s) {
			end = (size_t)(line.s - text.s) + line.len;
			number++;
		}
		places[i] = number;
	}
}

struct lines {
	const size_t *of_body;	/* by line of what is left, from 0 */
	size_t count;
	unsigned above, left_above;	/* the body, in the file and the rest */
};

/* Of front matter, that cannot be read, nothing was taken away. */
static unsigned line_in_file(const struct lines *l, unsigned line)
{
	size_t at;

	if (line <= l->left_above)
		return line;
	at = line - l->left_above - 1;
	if (at >= l->count)
		return 0;
	return l->above + (unsigned)l->of_body[at];
}

static struct lines find_lines(const struct left_out_document *doc,
			       struct str front, struct str body,
			       struct arena *mem)
{
	struct lines l = { .above = document_lines_above(doc->front),
			   .left_above = document_lines_above(front) };
	size_t *lines = line_starts(body, mem, &l.count);

	private_origins(doc->body, left_out_rules(doc, mem), lines, l.count);
	number_lines(doc->body, lines, l.count);
	l.of_body = lines;
	return l;
}

/* --- its passages --- */

struct at_line {
	unsigned line;
	size_t passage;
};

static int compare_lines(const void *a, const void *b)
{
	const struct at_line *x = a, *y = b;

	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->passage > y->passage) - (x->passage < y->passage);
}

/* Most stand in that order, but what a footnote says does not. */
static size_t *sort_by_line(const struct document *doc, struct arena *mem)
{
	struct at_line *all = xcalloc(doc->npassages + 1, sizeof(*all));
	size_t *out = arena_alloc(mem, (doc->npassages + 1) * sizeof(*out));

	for (size_t i = 0; i < doc->npassages; i++)
		all[i] = (struct at_line){ doc->passages[i].line, i };
	qsort(all, doc->npassages, sizeof(*all), compare_lines);
	for (size_t i = 0; i < doc->npassages; i++)
		out[i] = all[i].passage;
	free(all);
	return out;
}

void public_text_read(struct public_text *out,
		      const struct left_out_document *doc, struct str front,
		      struct str body, struct arena *mem)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct lines lines = find_lines(doc, front, body, mem);
	struct document *left = &out->doc;

	strbuf_addslice(&text, front);
	strbuf_addslice(&text, body);
	document_parse_shown(left, doc->path,
			     arena_str(mem, strbuf_slice(&text)), mem);
	for (size_t i = 0; i < left->npassages; i++) {
		struct passage *p = &left->passages[i];

		p->line = line_in_file(&lines, p->line);
		p->last_line = line_in_file(&lines, p->last_line);
	}
	for (size_t i = 0; i < left->nparts; i++)
		left->parts[i].line = line_in_file(&lines,
						   left->parts[i].line);
	out->by_line = sort_by_line(left, mem);
}

const struct passage *public_text_find(const struct public_text *p,
				       unsigned line, struct str text)
{
	const struct passage *all = p->doc.passages;
	size_t low = 0, high = p->doc.npassages;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (all[p->by_line[middle]].line < line)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < p->doc.npassages; low++) {
		const struct passage *at = &all[p->by_line[low]];

		if (at->line != line)
			return NULL;
		if (str_eq(at->text, text))
			return at;
	}
	return NULL;
}

const char *const *public_text_way(const struct public_text *p,
				   const struct passage *at, struct arena *mem,
				   size_t *count)
{
	const struct document *doc = &p->doc;
	const struct part *part = &doc->parts[at->part];
	size_t nheadings = part->nheadings, k;
	const char **out;

	if (nheadings && at->kind == PASSAGE_HEADING &&
	    str_is(at->text, part->headings[nheadings - 1]))
		nheadings--;
	*count = nheadings;
	for (int up = at->parent; up >= 0; up = doc->passages[up].parent)
		++*count;
	out = arena_alloc(mem, (*count + 1) * sizeof(*out));
	for (size_t i = 0; i < nheadings; i++)
		out[i] = part->headings[i];
	k = *count;
	for (int up = at->parent; up >= 0; up = doc->passages[up].parent)
		out[--k] = text_cut(doc->passages[up].text, PARENT_SHOWN, mem);
	return out;
}
