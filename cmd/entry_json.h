/* SPDX-License-Identifier: MIT */
#ifndef CMD_ENTRY_JSON_H
#define CMD_ENTRY_JSON_H

#include "core/index/index.h"
#include "core/text/json.h"

/* An entry as `list --json` and `show --json` have it (hecto-json(5)). */
struct json *entry_json(const struct index_entry *e);

#endif
