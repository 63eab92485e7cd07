/* SPDX-License-Identifier: MIT */
/* Joining results of practice exams to exams and their domains. */
#include "core/model/practice_exam.h"

#include <math.h>
#include <string.h>

#include "core/base/date.h"

/* --- exams --------------------------------------------------------------- */

static bool mentions(struct str text, const char *name)
{
	for (; name && text.len; text = str_from(text, 1))
		if (str_starts_nocase(text, name))
			return true;
	return false;
}

static bool names(const struct practice *p, const struct exam *e)
{
	return mentions(p->source, e->name) || mentions(p->source, e->code);
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

bool practice_is_of(const struct practice *p, const char *path,
		    const struct exam *e, const struct exam *exams,
		    size_t count)
{
	const struct exam *next = next_on(exams, count, p->day);
	bool named = false, owned = false;

	if (count < 2)
		return true;
	for (size_t i = 0; i < count; i++) {
		named |= names(p, &exams[i]);
		owned |= owns(&exams[i], path);
	}
	if (named)
		return names(p, e);
	if (owned)
		return owns(e, path);
	return !next || !strcmp(next->name, e->name);
}

/* --- domains ------------------------------------------------------------- */

static const struct practice_part *part_of(const struct practice *p,
					   const struct exam_domain *d)
{
	for (size_t i = 0; i < p->nparts; i++)
		if (str_eq_nocase(p->parts[i].domain, str_of(d->name)))
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
	const struct practice_part *own = part_of(p, d);
	double right_left = p->right, asked_left = p->asked, weights = 0;

	if (own) {
		read_part(p, e, d, own, right, asked);
		return true;
	}
	for (size_t i = 0; i < e->ndomains; i++) {
		const struct exam_domain *other = &e->domains[i];
		const struct practice_part *part = part_of(p, other);
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
