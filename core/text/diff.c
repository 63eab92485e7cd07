/* SPDX-License-Identifier: MIT */
/* The difference between two texts, line by line, in unified format. */
#include "core/text/diff.h"

#include <assert.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/base/alloc.h"
#include "core/base/attributes.h"

#define EDITS_MAX 1000		/* memory is the square of this, in ints */

/* The lines of a text, with their ends. */
struct lines {
	struct str *at;
	size_t count, cap;
};

static void lines_release(struct lines *l)
{
	free(l->at);
}

static void lines_read(struct lines *l, struct str text)
{
	while (text.len) {
		size_t n = str_find(text, '\n');

		n = n < text.len ? n + 1 : n;
		XGROW(l->at, l->count, l->cap);
		l->at[l->count++] = str_upto(text, n);
		text = str_from(text, n);
	}
}

/* What is compared: the lines between a common front and a common end. */
struct diff {
	struct lines old, new;
	struct lines old_shown, new_shown;	/* as many lines */
	size_t front, old_end, new_end;
	bool *removed, *added;		/* of each line */
};

static void diff_release(struct diff *d)
{
	lines_release(&d->old);
	lines_release(&d->new);
	lines_release(&d->old_shown);
	lines_release(&d->new_shown);
	free(d->removed);
	free(d->added);
}

static bool same(const struct diff *d, size_t i, size_t k)
{
	return str_eq(d->old.at[i], d->new.at[k]);
}

static void trim(struct diff *d)
{
	d->old_end = d->old.count;
	d->new_end = d->new.count;
	while (d->front < d->old_end && d->front < d->new_end &&
	       same(d, d->front, d->front))
		d->front++;
	while (d->old_end > d->front && d->new_end > d->front &&
	       same(d, d->old_end - 1, d->new_end - 1)) {
		d->old_end--;
		d->new_end--;
	}
}

static void replace_all(struct diff *d)
{
	memset(d->removed + d->front, 1, d->old_end - d->front);
	memset(d->added + d->front, 1, d->new_end - d->front);
}

/*
 * How far each diagonal k = x - y is reached by e edits: row e has 2e + 1
 * numbers, for k = -e … e, and begins at e * e.
 */
struct reach {
	int *x;
	int n, m;		/* lines of either side */
};

static int reach_at(const struct reach *r, int e, int k)
{
	return r->x[e * e + e + k];
}

/* Does the best way to diagonal k at e edits come by adding a line? */
static bool comes_down(const struct reach *r, int e, int k)
{
	if (k == -e)
		return true;
	if (k == e)
		return false;
	return reach_at(r, e - 1, k - 1) < reach_at(r, e - 1, k + 1);
}

static int step(const struct diff *d, const struct reach *r, int e, int k)
{
	int x = 0;

	if (e && comes_down(r, e, k))
		x = reach_at(r, e - 1, k + 1);
	else if (e)
		x = reach_at(r, e - 1, k - 1) + 1;
	while (x < r->n && x - k < r->m &&
	       same(d, d->front + (size_t)x, d->front + (size_t)(x - k)))
		x++;
	return x;
}

/* The number of edits, or -1 when there are too many. */
static int find_edits(const struct diff *d, struct reach *r, int most)
{
	for (int e = 0; e <= most; e++)
		for (int k = -e; k <= e; k += 2) {
			int x = step(d, r, e, k);

			r->x[e * e + e + k] = x;
			if (x >= r->n && x - k >= r->m)
				return e;
		}
	return -1;
}

/* Back along the way that was found. */
static void mark_edits(struct diff *d, const struct reach *r, int edits)
{
	int k = r->n - r->m;

	for (int e = edits; e > 0; e--) {
		bool down = comes_down(r, e, k);
		int before = reach_at(r, e - 1, down ? k + 1 : k - 1);

		if (down)
			d->added[d->front + (size_t)(before - (k + 1))] = true;
		else
			d->removed[d->front + (size_t)before] = true;
		k += down ? 1 : -1;
	}
}

static void compare(struct diff *d)
{
	size_t n = d->old_end - d->front, m = d->new_end - d->front;
	int most = n + m < EDITS_MAX ? (int)(n + m) : EDITS_MAX, edits;
	struct reach r;

	if (!n || !m || n > 1000000 || m > 1000000) {
		replace_all(d);
		return;
	}
	r = (struct reach){ .n = (int)n, .m = (int)m };
	r.x = xcalloc((size_t)(most + 1) * (size_t)(most + 1), sizeof(int));
	edits = find_edits(d, &r, most);
	if (edits < 0)
		replace_all(d);
	else
		mark_edits(d, &r, edits);
	free(r.x);
}

static void add_line(struct strbuf *out, char mark, struct str line)
{
	strbuf_addch(out, mark);
	strbuf_addslice(out, line);
	if (!str_ends(line, "\n"))
		strbuf_addstr(out, "\n\\ No newline at end of file\n");
}

/* "3,4"; of no lines the line before them is named. */
static void add_range(struct strbuf *out, size_t first, size_t count)
{
	strbuf_addf(out, "%zu", count ? first + 1 : first);
	if (count != 1)
		strbuf_addf(out, ",%zu", count);
}

/* A place in both texts. */
struct place {
	size_t i, k;
};

static bool is_change(const struct diff *d, struct place p)
{
	return (p.i < d->old.count && d->removed[p.i]) ||
	       (p.k < d->new.count && d->added[p.k]);
}

static bool is_end(const struct diff *d, struct place p)
{
	return p.i >= d->old.count && p.k >= d->new.count;
}

/* Behind the changed lines that begin here. */
static struct place behind_change(const struct diff *d, struct place p)
{
	while (p.i < d->old.count && d->removed[p.i])
		p.i++;
	while (p.k < d->new.count && d->added[p.k])
		p.k++;
	return p;
}

/* Where the hunk ends that has a change at p: at a long enough rest of
 * lines without one. */
static struct place hunk_end(const struct diff *d, struct place p,
			     size_t context)
{
	struct place end = p;
	size_t plain = 0;

	while (!is_end(d, p) && plain <= 2 * context) {
		if (is_change(d, p)) {
			p = end = behind_change(d, p);
			plain = 0;
			continue;
		}
		p.i++;
		p.k++;
		plain++;
	}
	plain = d->old.count - end.i;
	plain = plain < context ? plain : context;
	return (struct place){ end.i + plain, end.k + plain };
}

static void add_hunk(struct strbuf *out, const struct diff *d, struct place p,
		     struct place end)
{
	strbuf_addstr(out, "@@ -");
	add_range(out, p.i, end.i - p.i);
	strbuf_addstr(out, " +");
	add_range(out, p.k, end.k - p.k);
	strbuf_addstr(out, " @@\n");
	while (p.i < end.i || p.k < end.k) {
		if (p.i < end.i && d->removed[p.i]) {
			add_line(out, '-', d->old_shown.at[p.i++]);
		} else if (p.k < end.k && d->added[p.k]) {
			add_line(out, '+', d->new_shown.at[p.k++]);
		} else {
			add_line(out, ' ', d->old_shown.at[p.i++]);
			p.k++;
		}
	}
}

static void add_hunks(struct strbuf *out, const struct diff *d, size_t context)
{
	struct place p = { 0, 0 };

	while (!is_end(d, p)) {
		struct place from = p, end;
		size_t back;

		if (!is_change(d, p)) {
			p.i++;
			p.k++;
			continue;
		}
		back = from.i < context ? from.i : context;
		back = from.k < back ? from.k : back;
		from.i -= back;
		from.k -= back;
		end = hunk_end(d, p, context);
		add_hunk(out, d, from, end);
		p = end;
	}
}

void diff_add_shown(struct strbuf *out, const char *path,
		    const struct diff_side *before,
		    const struct diff_side *after, size_t context)
{
	AUTO(diff) d = { .front = 0 };

	if (str_eq(before->text, after->text))
		return;
	lines_read(&d.old, before->text);
	lines_read(&d.new, after->text);
	lines_read(&d.old_shown, before->shown);
	lines_read(&d.new_shown, after->shown);
	assert(d.old.count == d.old_shown.count &&
	       d.new.count == d.new_shown.count);
	d.removed = xcalloc(d.old.count + 1, sizeof(bool));
	d.added = xcalloc(d.new.count + 1, sizeof(bool));
	trim(&d);
	compare(&d);
	strbuf_addf(out, "--- a/%s\n+++ b/%s\n", path, path);
	add_hunks(out, &d, context);
}

void diff_add(struct strbuf *out, const char *path, struct str before,
	      struct str after, size_t context)
{
	const struct diff_side old = { before, before };
	const struct diff_side new = { after, after };

	diff_add_shown(out, path, &old, &new, context);
}
