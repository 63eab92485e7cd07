/* SPDX-License-Identifier: MIT */
/* Passages as they are kept in the index, and as they are shown. */
#include "core/index/passages.h"

#include <limits.h>
#include <string.h>

#include "core/base/leb128.h"

#define HEADING_SHOWN 200

/* A link with no more words says nothing but where it leads to. */
#define BARE_WORDS 6

/* How many a passage is stored as, of a byte or more each. */
#define PASSAGE_NUMBERS 9

void passages_add(struct strbuf *out, const struct stored_passage *p,
		  size_t index)
{
	size_t up = p->parent < 0 ? 0 : index - (size_t)p->parent;

	leb128_add(out, (size_t)p->is_cell << 6 | (size_t)p->kind << 3 |
			(size_t)p->section);
	leb128_add(out, p->traits);
	leb128_add(out, p->plan);
	leb128_add(out, p->column);
	leb128_add(out, p->line);
	leb128_add(out, p->last_line - p->line);
	leb128_add(out, up);
	leb128_add(out, p->offset);
	leb128_add(out, p->len);
}

static struct stored_passage take_passage(struct str *rest, size_t index)
{
	size_t what = leb128_take(rest);
	struct stored_passage p = {
		.kind = (enum passage_kind)(what >> 3 & 7),
		.section = (enum section)(what & 7),
		.is_cell = what >> 6 & 1,
	};
	size_t up;

	p.traits = (unsigned)leb128_take(rest);
	p.plan = (enum plan_section)(leb128_take(rest) % PLAN_SECTION_COUNT);
	p.column = (enum column)(leb128_take(rest) % COLUMN_COUNT);
	p.line = (unsigned)leb128_take(rest);
	p.last_line = p.line + (unsigned)leb128_take(rest);
	up = leb128_take(rest);
	p.parent = up && up <= index ? (int)(index - up) : -1;
	p.offset = leb128_take(rest);
	p.len = leb128_take(rest);
	if (p.kind > PASSAGE_HEADING)
		p.kind = PASSAGE_PARAGRAPH;
	if (p.section >= SECTION_COUNT)
		p.section = SECTION_NONE;
	return p;
}

/* A heading holds for what follows it in its section, other headings apart. */
static void find_headings(struct stored_passage *all, size_t count)
{
	enum section section = SECTION_NONE;
	int over = -1;

	for (size_t i = 0; i < count; i++) {
		bool heading = all[i].kind == PASSAGE_HEADING;

		if (!all[i].is_cell && all[i].section != section) {
			section = all[i].section;
			over = -1;
		}
		all[i].over = heading ? -1 : over;
		if (heading)
			over = (int)i;
	}
}

struct stored_passage *passages_read(struct str bytes, struct arena *mem,
				     size_t *count)
{
	/* None has fewer numbers, but the last one if it is broken off. */
	size_t most = bytes.len / PASSAGE_NUMBERS + 1;
	struct stored_passage *all = arena_alloc(mem, most * sizeof(*all));

	for (*count = 0; bytes.len; ++*count)
		all[*count] = take_passage(&bytes, *count);
	find_headings(all, *count);
	return all;
}

struct str passage_text(const struct stored_passage *p,
			const struct str columns[COLUMN_COUNT])
{
	return str_upto(str_from(columns[p->column], p->offset), p->len);
}

static size_t count_words(struct str text, size_t most)
{
	struct str word;
	size_t count = 0;

	while (count < most && (word = str_next_field(&text, ' ')).s)
		count += word.len > 0;
	return count;
}

bool passage_is_bare_link(enum passage_kind kind, unsigned traits,
			  struct str text)
{
	return traits & (TRAIT_LINK | TRAIT_IMAGE) && kind != PASSAGE_CODE &&
	       kind != PASSAGE_HEADING &&
	       count_words(text, BARE_WORDS + 1) <= BARE_WORDS;
}

/* How far it is from the one before, and two bits. */
void marks_add(struct strbuf *out, struct mark *last, struct mark mark)
{
	leb128_add(out, (mark.passage - last->passage) << 2 |
				(size_t)(mark.others != 0) << 1 | mark.named);
	if (mark.others)
		leb128_add(out, mark.others);
	*last = mark;
}

void marks_pack(struct strbuf *out, struct str marks)
{
	leb128_add(out, marks.len);
	strbuf_addslice(out, marks);
}

struct str marks_unpack(struct str *rest)
{
	size_t len = leb128_take(rest);
	struct str marks = str_upto(*rest, len);

	*rest = str_from(*rest, len);
	return marks;
}

/* Kinds and counts in turn: most passages are of no kind at all. */
void kinds_add(struct strbuf *out, const size_t kinds[TRAIT_COUNT])
{
	for (size_t bit = 0; bit < TRAIT_COUNT; bit++) {
		if (!kinds[bit])
			continue;
		leb128_add(out, bit);
		leb128_add(out, kinds[bit]);
	}
}

void kinds_sum(size_t kinds[TRAIT_COUNT], struct str bytes)
{
	while (bytes.len) {
		size_t bit = leb128_take(&bytes);
		size_t count = leb128_take(&bytes);

		if (bit < TRAIT_COUNT)
			kinds[bit] += count;
	}
}

bool marks_next(struct str *rest, struct mark *last)
{
	size_t number;

	if (!rest->len)
		return false;
	number = leb128_take(rest);
	last->passage += number >> 2;
	last->named = number & 1;
	last->others = number & 2 ? (unsigned)leb128_take(rest) : 0;
	return true;
}

struct str heading_head(const char *heading)
{
	/* A little more, so that text_cut sees that it has to cut. */
	return (struct str){ heading, strnlen(heading, HEADING_KEPT + 4) };
}

static size_t count_line_ends(struct str lines)
{
	size_t count = 0;

	while (str_next_line(&lines).s)
		count++;
	return count;
}

const char **lines_split(struct str lines, struct arena *mem, size_t *count)
{
	const char **out;
	struct str line;

	*count = count_line_ends(lines);
	if (!*count)
		return NULL;
	out = arena_alloc(mem, *count * sizeof(*out));
	for (size_t i = 0; (line = str_next_line(&lines)).s; i++)
		out[i] = arena_str(mem, line).s;
	return out;
}

bool numbers_next(struct str *lines, int *out)
{
	struct str line;

	while ((line = str_next_line(lines)).s) {
		bool negative = str_starts(line, "-");
		unsigned n;

		if (!str_to_uint(str_from(line, negative), INT_MAX, &n)) {
			*out = negative ? -(int)n : (int)n;
			return true;
		}
	}
	return false;
}

/* They are counted first: there are some of each entry. */
int *numbers_split(struct str lines, struct arena *mem, size_t *count)
{
	struct str rest = lines;
	int *out, number;

	*count = 0;
	while (numbers_next(&rest, &number))
		++*count;
	out = arena_ints(mem, *count);
	for (size_t i = 0; numbers_next(&lines, &number); i++)
		out[i] = number;
	return out;
}

static size_t count_parents(const struct stored_passage *all, size_t index)
{
	size_t count = 0;

	for (int up = all[index].parent; up >= 0; up = all[up].parent)
		count++;
	return count;
}

static size_t add_entry_way(const char **out, const struct way *way,
			    const struct stored_passage *all, size_t index,
			    const struct str columns[COLUMN_COUNT],
			    struct arena *mem)
{
	int over = all[index].over;
	enum section section = all[index].section;
	size_t n = 0;

	if (way->title)
		out[n++] = way->title;
	if (section != SECTION_NONE)
		out[n++] = section_title(section);
	if (over >= 0)
		out[n++] = text_cut(passage_text(&all[over], columns),
				    HEADING_SHOWN, mem);
	return n;
}

/* A heading is not among the headings that lead to it. */
static size_t count_lines(const char *const *lines, size_t count,
			  const struct stored_passage *p,
			  const struct str columns[COLUMN_COUNT])
{
	if (count && p->kind == PASSAGE_HEADING &&
	    str_is(passage_text(p, columns), lines[count - 1]))
		return count - 1;
	return count;
}

static size_t add_note_way(const char **out, const char *const *lines,
			   size_t count)
{
	for (size_t i = 0; i < count; i++)
		out[i] = lines[i];
	return count;
}

const char *const *passage_way(const struct way *way,
			       const struct stored_passage *all, size_t count,
			       size_t index,
			       const struct str columns[COLUMN_COUNT],
			       struct arena *mem, size_t *nheadings)
{
	bool is_entry = way->kind == DOCUMENT_ENTRY;
	size_t nlines, nparents = index < count ? count_parents(all, index) : 0;
	const char *const *lines = lines_split(is_entry ? STR_NONE
							: way->headings,
					       mem, &nlines);
	const char **out =
		arena_alloc(mem, (nlines + nparents + 4) * sizeof(*out));
	size_t n = 0, k;

	if (index < count)
		nlines = count_lines(lines, nlines, &all[index], columns);
	if (!is_entry)
		n = add_note_way(out, lines, nlines);
	else if (index < count)
		n = add_entry_way(out, way, all, index, columns, mem);
	else if (way->title)
		out[n++] = way->title;
	k = *nheadings = n + nparents;
	for (int up = nparents ? all[index].parent : -1; up >= 0;
	     up = all[up].parent)
		out[--k] = text_cut(passage_text(&all[up], columns),
				    PARENT_SHOWN, mem);
	return out;
}
