/* SPDX-License-Identifier: MIT */
/* Telling code from HTML where there is doubt. */
#include "core/model/private_reading.h"

#include "core/model/private_row.h"
#include "core/model/section_lines.h"
#include "core/text/code_span.h"

static bool step_fence(struct private_code *code, struct str line)
{
	return private_code_step(code, line) != CODE_NONE;
}

/* Neither quoted nor in an item, and no code that is set in. */
static bool stands_free(struct str line, struct str inner)
{
	struct str text = str_trim_left(line);
	size_t blanks = line.len - text.len;

	return text.s == inner.s && blanks < 4 &&
	       str_find(str_upto(line, blanks), '\t') == blanks;
}

/* Does the line begin a block?  What we take for one may be a paragraph, in
 * which another kind begins. */
static bool begins_html(const struct private_reading *r, struct str inner)
{
	if (!r->in_html)
		return !r->in_others && html_may_begin(inner);
	return r->opener == OPENER_NONE && html_opener_at(inner) != OPENER_NONE;
}

static void enter_html(struct private_reading *r, struct str inner)
{
	r->opener = html_opener_at(inner);
	r->certain = r->opener != OPENER_NONE && !r->in_html && !r->in_fences &&
		     !html_is_tag(inner, "textarea") &&
		     stands_free(r->line, inner);
	r->in_html = true;
}

/* Some programs know no <textarea>, and where we are not certain it may be
 * HTML of another kind: that goes on to a blank line. */
static void leave_html(struct private_reading *r)
{
	r->ends = false;
	r->opener = OPENER_NONE;
	if (!r->certain)
		return;
	r->in_html = r->unpaired = r->in_doubt = false;
	r->others.in_comment = r->fences.in_comment = false;
}

/* One ">" that a quotation has before its text is no end of "<!x". */
static bool ends_html(const struct private_reading *r, struct str inner)
{
	return r->in_html && r->opener != OPENER_NONE &&
	       html_opener_ends(r->opener, r->opener == OPENER_DECLARATION ?
						   inner : r->line);
}

static void step_blocks(struct private_reading *r)
{
	struct str inner = str_trim(private_row_content(r->line));

	if (r->ends)
		leave_html(r);
	if (!r->in_html || !r->certain)
		r->in_fences = step_fence(&r->fences, r->line);
	if (r->opener == OPENER_NONE && !str_trim(r->line).len)
		r->in_html = false;
	if (!r->in_html)
		r->in_others = step_fence(&r->others, r->line);
	if (begins_html(r, inner))
		enter_html(r, inner);
	r->ends = ends_html(r, inner);
}

static bool is_escaped(const struct private_reading *r, const char *at)
{
	size_t slashes = 0;

	while (at - slashes > r->line.s && at[-1 - (ptrdiff_t)slashes] == '\\')
		slashes++;
	return slashes & 1;
}

/* The next span of the line; it is empty behind the last. */
static void read_span(struct private_reading *r)
{
	size_t at = (size_t)(r->span.s - r->line.s) + r->span.len, marks;
	struct str rest = str_from(r->line, at);

	rest = str_from(rest, str_find(rest, '`'));
	marks = code_mark_length(rest);
	if (marks && is_escaped(r, rest.s)) {
		r->span = str_upto(rest, 1);
		return;
	}
	r->span = str_upto(rest, code_short_span_length(rest));
	r->unpaired |= marks && r->span.len == marks;
	/* Nobody looked for these. */
	r->in_doubt |= marks > CODE_MARKS_MAX;
}

static bool has_more_spans(const struct private_reading *r)
{
	return r->span.s + r->span.len < r->line.s + r->line.len;
}

static bool is_in_fence(const struct private_reading *r)
{
	return r->in_fences && r->in_others;
}

static void end_line(struct private_reading *r)
{
	while (!is_in_fence(r) && has_more_spans(r))
		read_span(r);
	r->in_doubt |= r->unpaired;
}

static void read_line(struct private_reading *r)
{
	if (r->line.s)
		end_line(r);
	r->line = section_next_line(&r->rest);
	r->number++;
	r->span = str_upto(r->line, 0);
	step_blocks(r);
	if (is_in_fence(r) || !str_trim(r->line).len)
		r->unpaired = r->in_doubt = false;
}

static void read_to(struct private_reading *r, const char *at)
{
	while (!r->line.s || at >= r->line.s + r->line.len)
		read_line(r);
}

/* Does code within the line go on over this place? */
static bool is_in_span(struct private_reading *r, const char *at)
{
	while (r->span.s + r->span.len <= at && has_more_spans(r))
		read_span(r);
	return r->span.s <= at;
}

enum code_doubt private_reading_code_at(struct private_reading *r,
					const char *at)
{
	read_to(r, at);
	if (r->in_html)
		return NO_CODE;
	if (is_in_fence(r))
		return CODE;
	if (!is_in_span(r, at))
		return NO_CODE;
	return r->in_doubt ? PERHAPS_CODE : CODE;
}
