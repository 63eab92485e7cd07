/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_SERVICES_H
#define CORE_MODEL_PLAN_SERVICES_H

#include "core/model/document.h"
#include "core/model/plan_section.h"

/*
 * What a plan is about: the headings right beneath its Services, and the items
 * there, without what stands behind them ("SQS: queues", "Parameter Store
 * (Systems Manager)").  Only what can be the name of a topic.
 */
struct plan_service {
	struct str name;
	unsigned line;
};

/* In the order of the text, each once; in `mem`. */
size_t plan_services(const struct document *plan, struct arena *mem,
		     struct plan_service **out);

/* The section of the plan that a part stands in, by its headings. */
enum plan_section plan_section_of_part(const struct part *part);

#endif
