/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_QUANTITY_RATE_H
#define CORE_MODEL_QUANTITY_RATE_H

#include <stdbool.h>

#include "core/base/str.h"

/* Does what stands behind a number make it a rate, so many of whatever it is:
 * "110 per node", "200 mails a day", "5 / VPC"? */
bool quantity_is_rate(struct str behind);

#endif
