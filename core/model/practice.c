/* SPDX-License-Identifier: MIT */
/* Reading and writing the results of practice exams. */
#include "core/model/practice.h"

#include <string.h>

#include "core/base/date.h"
#include "core/model/plan_lines.h"
#include "core/model/plan_table.h"

#define QUESTIONS_MOST 2000
#define ISO_LENGTH 10

static bool read_score(struct str s, unsigned *right, unsigned *asked)
{
	struct str rest = s, first = str_trim(str_next_field(&rest, '/'));

	if (first.len < s.len)
		return !str_to_uint(first, QUESTIONS_MOST, right) &&
		       !str_to_uint(str_trim(rest), QUESTIONS_MOST, asked) &&
		       *asked && *right <= *asked;
	if (!str_ends(s, "%"))
		return false;
	*asked = 100;
	return !str_to_uint(str_trim(str_upto(s, s.len - 1)), 100, right);
}

int practice_score(struct str typed, unsigned *right, unsigned *asked,
		   struct error *err)
{
	if (read_score(str_trim(typed), right, asked))
		return 0;
	return error_set(err, ERROR_USAGE, "a score is such as 43/65 or 66%%, "
			 "not '%.*s'", (int)str_upto(typed, 40).len, typed.s);
}

/* The last word is the score: "Design secure things 9/17". */
static bool read_part(struct practice_part *out, struct str s)
{
	size_t at = s.len;

	while (at && s.s[at - 1] != ' ')
		at--;
	out->domain = str_trim(str_upto(s, at));
	return out->domain.len &&
	       read_score(str_from(s, at), &out->right, &out->asked);
}

static void read_parts(struct practice *out, struct str list)
{
	struct str field;

	while ((field = str_next_field(&list, ',')).s &&
	       out->nparts < PRACTICE_PARTS)
		if (read_part(&out->parts[out->nparts], str_trim(field)))
			out->nparts++;
}

/* A row of a table: its day, its score, and the first name as the source. */
static bool read_cells(struct practice *out, struct str row)
{
	struct str cell;
	bool scored = false;

	*out = (struct practice){ .day = DAY_NONE };
	while ((cell = plan_cell_next(&row)).s) {
		unsigned right, asked;

		if (out->day == DAY_NONE && day_parse_iso(cell) != DAY_NONE)
			out->day = day_parse_iso(cell);
		else if (read_score(cell, &right, &asked)) {
			/* "43/65" says more than "66%" beside it. */
			if (!scored || out->asked == 100) {
				out->right = right;
				out->asked = asked;
			}
			scored = true;
		} else if (!out->source.len &&
			   plan_status_read(cell) == PLAN_STATUS_NONE) {
			out->source = cell;
		}
	}
	return scored && out->day != DAY_NONE;
}

bool practice_read(struct practice *out, struct str line)
{
	struct str s = str_trim(line), score;
	size_t open, at;

	if (str_find_str(s, STR(" | ")) < s.len)
		return read_cells(out, s);
	*out = (struct practice){ .day = day_parse_iso(str_upto(s, ISO_LENGTH)) };
	if (out->day == DAY_NONE || s.len <= ISO_LENGTH ||
	    !strchr(" :", s.s[ISO_LENGTH]))
		return false;
	s = str_trim(str_from(s, ISO_LENGTH));
	open = str_find(s, '(');
	score = str_trim(str_upto(s, open));
	at = score.len;
	while (at && score.s[at - 1] != ':' && score.s[at - 1] != ' ')
		at--;
	if (!read_score(str_from(score, at), &out->right, &out->asked))
		return false;
	out->source = str_trim(str_upto(score, at));
	if (str_ends(out->source, ":"))
		out->source = str_trim(str_upto(out->source,
						out->source.len - 1));
	if (open < s.len)
		read_parts(out, str_upto(str_from(s, open + 1),
					 str_find(str_from(s, open + 1), ')')));
	return true;
}

/* " (Security 9/17, Deployment 10/14)" */
static void add_parts(struct strbuf *out, const struct practice *p)
{
	for (size_t i = 0; i < p->nparts; i++) {
		strbuf_addstr(out, i ? ", " : " (");
		strbuf_addslice(out, p->parts[i].domain);
		strbuf_addf(out, " %u/%u", p->parts[i].right,
			    p->parts[i].asked);
	}
	if (p->nparts)
		strbuf_addch(out, ')');
}

void practice_add(struct strbuf *out, const struct practice *p)
{
	strbuf_addstr(out, day_format(p->day).s);
	if (p->source.len) {
		strbuf_addch(out, ' ');
		strbuf_addslice(out, p->source);
	}
	strbuf_addf(out, ": %u/%u", p->right, p->asked);
	add_parts(out, p);
}

bool practice_is_same(const struct practice *a, const struct practice *b)
{
	return a->day == b->day && a->right == b->right &&
	       a->asked == b->asked && str_eq_nocase(a->source, b->source);
}

static bool complete_part(struct practice *p, const struct practice_part *more)
{
	size_t i = 0;

	while (i < p->nparts &&
	       !str_eq_nocase(p->parts[i].domain, more->domain))
		i++;
	if (i == PRACTICE_PARTS)
		return false;
	if (i < p->nparts && p->parts[i].right == more->right &&
	    p->parts[i].asked == more->asked)
		return false;
	p->nparts += i == p->nparts;
	p->parts[i] = *more;
	return true;
}

bool practice_complete(struct practice *p, const struct practice *more)
{
	bool changed = false;

	for (size_t i = 0; i < more->nparts; i++)
		changed |= complete_part(p, &more->parts[i]);
	return changed;
}

static size_t count_fields(struct str list)
{
	size_t count = 0;

	while (str_next_field(&list, ',').s)
		count++;
	return count;
}

static void add_again(struct strbuf *out, struct str line,
		      const struct practice *was, const struct practice *now)
{
	size_t open = str_find(line, '(');
	struct str behind = str_from(line, open);
	size_t close = str_find(behind, ')');

	strbuf_addslice(out, str_trim_right(str_upto(line, open)));
	add_parts(out, now);
	/* Brackets that say something else as well are left as they are. */
	if (was->nparts && close < behind.len &&
	    count_fields(str_from(str_upto(behind, close), 1)) == was->nparts)
		behind = str_from(behind, close + 1);
	else if (behind.len)
		strbuf_addch(out, ' ');
	strbuf_addslice(out, behind);
}

void practice_edit(struct strbuf *out, struct str text, unsigned line,
		   const struct practice *was, const struct practice *now)
{
	struct plan_lines lines = { .rest = text };
	struct plan_line at;

	while (plan_line_next(&lines, &at)) {
		if (at.number == line) {
			add_again(out, at.text, was, now);
			strbuf_addslice(out, plan_line_end(&at));
		} else {
			strbuf_addslice(out, at.whole);
		}
	}
}
