/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_EXAMS_H
#define EXPORTERS_SITE_EXAMS_H

#include "exporters/site/plan.h"
#include "exporters/site/site.h"

/*
 * The parts of an exam's page; each draws nothing where there is nothing to
 * say.  No wording of theirs blames: what is not done is still to come.
 */
void site_exam_way(struct site *s, const struct site_exam *e);
void site_exam_domains(struct site *s, const struct site_exam *e,
		       const char *heading);
void site_exam_practice(struct site *s, const struct site_exam *e);
void site_exam_topics(struct site *s, const struct site_exam *e);

/* The share of right answers, in per cent, and how far it is from the mark that
 * passes: "4 points over the mark", "6 points to go"; of an exam that is over,
 * "6 points under the mark". */
int site_exam_percent(const struct practice *p);
void site_exam_distance(struct site *s, const struct site_exam *e,
			const struct practice *p);

/* What came of it, and how long the way there was, once it is over. */
void site_exam_result(struct site *s, const struct site_exam *e);
void site_exam_took(struct site *s, const struct site_exam *e);

/* On the home page: those passed, and the next one. */
void site_home_passed(struct site *s);
void site_home_exam(struct site *s);

#endif
