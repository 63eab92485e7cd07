/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_EXAM_TEMPLATE_H
#define CORE_MODEL_EXAM_TEMPLATE_H

#include "core/base/alloc.h"
#include "core/base/str.h"
#include "core/model/exam.h"

/*
 * What the common certifications ask for: data files of core/model/exams/,
 * compiled in.  Domains belong to an exam's record; a template only fills it.
 */
struct exam_template {
	struct exam exam;	/* .name is the full one, .code is set */
	const char *source;	/* of the weights, and as of when */
};

/* All of them, in the order of the files, in `mem`. */
const struct exam_template *exam_templates(struct arena *mem, size_t *count);

/* The one of this code, whatever its case and dashes; or NULL. */
const struct exam_template *
exam_template_find(const struct exam_template *all, size_t count,
		   struct str code);

#endif
