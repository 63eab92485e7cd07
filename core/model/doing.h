/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_DOING_H
#define CORE_MODEL_DOING_H

#include <stdbool.h>

#include "core/base/str.h"

/* Does a text tell of doing something by hand, "built a queue", "did the lab",
 * and not only of reading about it? */
bool tells_of_doing(struct str text);

#endif
