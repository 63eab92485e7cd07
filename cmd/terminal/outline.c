/* SPDX-License-Identifier: MIT */
/* Passages beneath their headings, as a person would jot them down. */
#include "cmd/terminal/outline.h"

#include <string.h>

#include "cmd/terminal/marks.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "core/base/date.h"

#define GUTTER 8		/* columns of a line number and what parts it */
#define SET_IN 2
#define GOES_ON 4		/* before the next line of a head */
#define SET_IN_MOST 8		/* levels; what is deeper stays there */

/* The headings of a passage without the title of its document. */
struct path {
	const char *const *names;
	size_t count;
};

static struct path path_of(const struct index_passage *p)
{
	struct path path = { p->headings, p->nheadings };

	if (path.count && !strcmp(path.names[0], p->title)) {
		path.names++;
		path.count--;
	}
	return path;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\t';
}

/* Whether a name, which may have been cut, stands for the text. */
static bool stands_for(struct str name, struct str text)
{
	static const char cut[] = "\xe2\x80\xa6";
	bool shortened = str_ends(name, cut);

	if (shortened)
		name = str_upto(name, name.len - strlen(cut));
	if (name.len > text.len || (!shortened && name.len < text.len))
		return false;
	for (size_t i = 0; i < name.len; i++)
		if (name.s[i] != text.s[i] &&
		    !(is_blank(name.s[i]) && is_blank(text.s[i])))
			return false;
	return true;
}

/* Whether the passage belongs beneath what stands there. */
static bool is_beneath(const struct outline *o, struct path path)
{
	if (path.count < o->base || path.count > o->depth)
		return false;
	for (size_t i = 0; i < path.count; i++)
		if (!stands_for(str_of(path.names[i]), o->open[i]))
			return false;
	return true;
}

static void begin_document(struct outline *o, const struct index_passage *p)
{
	struct row r;

	if (o->path)
		strbuf_addch(o->out, '\n');
	row_begin(&r, o->out, o->ctx, 0, GOES_ON);
	if (p->day != DAY_NONE)
		row_add(&r, STYLE_BOLD, str_of(day_format(p->day).s));
	row_add(&r, STYLE_BOLD, str_of(p->title));
	row_add_whole(&r, STYLE_DIM, str_of(p->path));
	row_end(&r);
	o->path = p->path;
	o->depth = o->base = 0;
}

static void begin_headings(struct outline *o, const struct index_passage *p,
			   struct path path)
{
	struct row r;

	if (path.count) {
		strbuf_addblanks(o->out, SET_IN);
		row_begin(&r, o->out, o->ctx, SET_IN, GOES_ON);
		row_add_headings(&r, p->title, p->headings, p->nheadings);
		row_end(&r);
	}
	for (size_t i = 0; i < path.count && i < OUTLINE_DEEPEST; i++)
		o->open[i] = str_of(path.names[i]);
	o->base = path.count;
}

/* On the right of the gutter, with a blank behind. */
static void add_line_number(struct outline *o, unsigned line)
{
	char text[24];
	size_t end = sizeof(text) - 1, at = end;

	memset(text, ' ', sizeof(text));
	do
		text[--at] = (char)('0' + line % 10);
	while (line /= 10);
	if (at > end - (GUTTER - 2))
		at = end - (GUTTER - 2);
	style_add(o->out, o->ctx, STYLE_DIM,
		  (struct str){ text + at, sizeof(text) - at });
}

static void add_text(struct outline *o, const struct index_passage *p,
		     const char *remark, size_t level)
{
	AUTO(strbuf) remarked = STRBUF_INIT;
	struct str text = p->text;
	size_t blanks;

	if (level > SET_IN_MOST)
		level = SET_IN_MOST;
	blanks = level * SET_IN;
	add_line_number(o, p->line);
	if (o->marked)
		kind_marks_add(o->out, o->ctx, p->traits);
	strbuf_addblanks(o->out, blanks + 1);
	if (remark) {
		strbuf_addslice(&remarked, text);
		strbuf_addf(&remarked, "  [%s]", remark);
		text = strbuf_slice(&remarked);
	}
	present_hanging(o->out, o->ctx, text,
			GUTTER + (o->marked ? KIND_MARKS_WIDTH : 0) +
				(unsigned)blanks);
}

void outline_add(struct outline *o, const struct index_passage *p,
		 const char *remark)
{
	struct path path = path_of(p);

	if (!o->path || strcmp(o->path, p->path))
		begin_document(o, p);
	if (!is_beneath(o, path))
		begin_headings(o, p, path);
	add_text(o, p, remark, path.count - o->base);
	o->depth = 0;
	if (path.count < OUTLINE_DEEPEST) {
		o->open[path.count] = p->text;
		o->depth = path.count + 1;
	}
}
