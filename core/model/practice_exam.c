/* SPDX-License-Identifier: MIT */
/* Joining results of practice exams to exams and their domains. */
#include "core/model/practice_exam.h"

#include <math.h>
#include <string.h>

#include "core/base/date.h"

/* --- exams --------------------------------------------------------------- */

static bool names(const struct practice *p, const struct exam *e)
{
	return str_has_nocase(p->source, e->name) ||
	       (e->code && str_has_nocase(p->source, e->code));
}

struct str practice_source(const struct practice *p, const struct exam *e)
{
	size_t name = strlen(e->name);
	struct str before;

	if (p->source.len < name ||
	    !str_eq_nocase(str_from(p->source, p->source.len - name),
			   str_of(e->name)))
		return p->source;
	before = str_trim(str_upto(p->source, p->source.len - name));
	if (!before.len)
		return before;
	return str_ends(before, ",") ?
		       str_trim(str_upto(before, before.len - 1)) :
		       p->source;
}

/* As hecto writes it: not by chance, as a short name may be in a word. */
static bool is_signed(const struct practice *p, const struct exam *e)
{
	return practice_source(p, e).len < p->source.len;
}

static bool owns(const struct exam *e, const char *path)
{
	return path && e->plan && !strcmp(e->plan, path);
}

/* The exam that was next on a day, as far as days are known. */
static const struct exam *next_on(const struct exam *exams, size_t count,
				  int day)
{
	const struct exam *next = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct exam *e = &exams[i];

		if (e->day != DAY_NONE && e->day >= day &&
		    (!next || e->day < next->day))
			next = e;
	}
	return next;
}

/* The one exam that was studied for on a day; NULL: none, or it is not clear. */
static const struct exam *only_begun(const struct exam *exams, size_t count,
				     int day)
{
	const struct exam *only = NULL;

	for (size_t i = 0; i < count; i++) {
		const struct exam *e = &exams[i];

		if ((e->start != DAY_NONE && e->start > day) ||
		    (e->day != DAY_NONE && e->day < day))
			continue;
		if (only)
			return NULL;
		only = e;
	}
	return only;
}

bool practice_is_of(const struct practice *p, const char *path,
		    const struct exam *e, const struct exam *exams,
		    size_t count)
{
	const struct exam *next = only_begun(exams, count, p->day);
	bool said = false, named = false, owned = false;

	if (count < 2)
		return true;
	for (size_t i = 0; i < count; i++) {
		said |= is_signed(p, &exams[i]);
		named |= names(p, &exams[i]);
		owned |= owns(&exams[i], path);
	}
	if (said)
		return is_signed(p, e);
	if (named)
		return names(p, e);
	if (owned)
		return owns(e, path);
	if (!next)
		next = next_on(exams, count, p->day);
	return !next || !strcmp(next->name, e->name);
}

/* --- domains ------------------------------------------------------------- */

static bool begins(struct str text, struct str with)
{
	return text.len >= with.len &&
	       str_eq_nocase(str_upto(text, with.len), with);
}

static bool has_word(struct str text, struct str beginning)
{
	bool found = begins(text, beginning);

	for (size_t i = 1; !found && i < text.len; i++)
		found = text.s[i - 1] == ' ' &&
			begins(str_from(text, i), beginning);
	return found;
}

/* The only domain that matches; NULL: none does, or several do. */
static const struct exam_domain *
only_domain(const struct exam *e, struct str name,
	    bool (*matches)(struct str domain, struct str name))
{
	const struct exam_domain *only = NULL;

	for (size_t i = 0; i < e->ndomains; i++) {
		if (!matches(str_of(e->domains[i].name), name))
			continue;
		if (only)
			return NULL;
		only = &e->domains[i];
	}
	return only;
}

const struct exam_domain *practice_domain(const struct exam *e,
					  struct str name)
{
	const struct exam_domain *found;

	if (!name.len)
		return NULL;
	found = only_domain(e, name, str_eq_nocase);
	if (!found)
		found = only_domain(e, name, begins);
	return found ? found : only_domain(e, name, has_word);
}

static const struct practice_part *part_of(const struct practice *p,
					   const struct exam *e,
					   const struct exam_domain *d)
{
	for (size_t i = 0; i < p->nparts; i++)
		if (practice_domain(e, p->parts[i].domain) == d)
			return &p->parts[i];
	return NULL;
}

/* A part of an exam is not all of it: so many were not asked. */
static bool is_in_per_cent(const struct practice *p, const struct exam *e,
			   const struct practice_part *part)
{
	return e->ndomains > 1 && part->asked >= p->asked;
}

static void read_part(const struct practice *p, const struct exam *e,
		      const struct exam_domain *d,
		      const struct practice_part *part, double *right,
		      double *asked)
{
	*asked = is_in_per_cent(p, e, part) ? p->asked * d->weight / 100.0 :
					      part->asked;
	*right = *asked * part->right / part->asked;
}

bool practice_of_domain(const struct practice *p, const struct exam *e,
			const struct exam_domain *d, double *right,
			double *asked)
{
	const struct practice_part *own = part_of(p, e, d);
	double right_left = p->right, asked_left = p->asked, weights = 0;

	if (own) {
		read_part(p, e, d, own, right, asked);
		return true;
	}
	for (size_t i = 0; i < e->ndomains; i++) {
		const struct exam_domain *other = &e->domains[i];
		const struct practice_part *part = part_of(p, e, other);
		double r, a;

		if (!part) {
			weights += other->weight;
			continue;
		}
		read_part(p, e, other, part, &r, &a);
		right_left -= r;
		asked_left -= a;
	}
	if (!p->nparts)
		weights = 100;
	if (asked_left < 0.5 || weights <= 0)
		return false;
	right_left = fmin(fmax(right_left, 0), asked_left);
	*right = right_left * d->weight / weights;
	*asked = asked_left * d->weight / weights;
	return true;
}
