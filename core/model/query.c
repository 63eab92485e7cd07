/* SPDX-License-Identifier: MIT */
/* What is looked for, and what was found. */
#include "core/model/query.h"

#include "core/base/strbuf.h"

void hit_add_plain(struct strbuf *out, const char *snippet)
{
	for (; *snippet; snippet++)
		if (*snippet != '\x01' && *snippet != '\x02')
			strbuf_addch(out, *snippet);
}
