/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_PLAN_PREFIX_H
#define CORE_MODEL_PLAN_PREFIX_H

#include "core/model/plan_services.h"
#include "core/model/topic.h"

/*
 * A plan's questions and exercises often begin with a prefix of the author's
 * own: "KSS: how many consumers?", "CB: run a build".  What it stands for is
 * told by the services of the same plan; elsewhere "CD" is something else, so
 * ask only for items of its sections Questions and Hands On.  question.h takes
 * the prefix off an item.
 */

/* Is this a section whose items may have one? */
bool plan_prefix_in(enum plan_section section);

/*
 * The topic that a prefix stands for, or NULL: of the services, the one it is
 * an alias of ("DDB"), else whose words begin with its letters ("PS" for
 * Parameter Store), whose name begins with it ("COG" for Cognito), or in whose
 * name its letters stand in order ("KSS" for Kinesis).  Where two fit equally
 * well it stands for none; if no service fits, for the topic of that name.
 */
const struct topic *plan_prefix_topic(const struct topic_catalogue *c,
				      const struct plan_service *services,
				      size_t count, struct str prefix);

#endif
