/* SPDX-License-Identifier: MIT */
#ifndef CORE_STORE_GIT_CONFIG_TEXT_H
#define CORE_STORE_GIT_CONFIG_TEXT_H

#include "core/base/str.h"
#include "core/base/strbuf.h"

/*
 * Append `after`, a file in git-config syntax, without the sections that had
 * something in `before` and have nothing any more; git leaves them out as well
 * (git-config(1), --unset).  What was empty before, or has a comment in it,
 * stays.
 */
void config_text_add_filled(struct strbuf *out, struct str before,
			    struct str after);

#endif
