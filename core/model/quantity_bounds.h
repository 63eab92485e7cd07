/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUANTITY_BOUNDS_H
#define CORE_MODEL_QUANTITY_BOUNDS_H

#include "core/model/quantity.h"

/* The words around a number that make it a limit, for quantity.c. */

/* What stands right before the number at `at`: "up to 5", "(max: 5". */
enum quantity_bound quantity_bound_before(struct str text, size_t at);

/*
 * What else its clause says of what is measured from `at` to `end`: "default
 * retention period 4 days", "max size is 256 KB", "30 seconds by default".
 */
enum quantity_bound quantity_bound_told(struct str text, size_t at, size_t end);

/* What stands right behind a number: "2500 default", "200 per VPC (soft
 * limit)". */
enum quantity_bound quantity_bound_behind(struct str after);

/*
 * Is a bare number from `at` to `end` all that is said of what a label of few
 * words counts: "Subnets per VPC: 200", "Max rules | 50 |"?  `bound` is what
 * the label makes of it.
 */
bool quantity_is_labelled(struct str text, size_t at, size_t end,
			  enum quantity_bound *bound);

/* Are two numbers with nothing but this between them of one bound: "3000 RCU's
 * and 1000 WCU's"? */
bool quantity_shares_bound(struct str between);

#endif
