/* SPDX-License-Identifier: MIT */
/* Finding secrets in a text, and showing no more of them than is needed. */
#include "core/model/secret.h"

#include <string.h>

#include "core/model/secret_shapes.h"

#define SHOWN 4			/* characters of a secret that are shown */

/* The first secret from the front of `rest`, a part of `line`. */
static bool find_in_line(struct str line, struct str rest, struct secret *out)
{
	size_t from = (size_t)(rest.s - line.s);

	for (size_t at = from; at < line.len; at++) {
		char c = line.s[at];

		if (c == '=' || c == ':') {
			if (secret_assigned_at(line, at, out))
				return true;
		}
		/* What no shape begins with need not be compared. */
		if (strchr("Aaeghnprsx:-", c) && c &&
		    secret_shape_at(line, at, out))
			return true;
	}
	return false;
}

static bool next_line(struct secret_scan *scan)
{
	struct str line = str_next_line(&scan->rest);

	if (!line.s)
		return false;
	scan->line++;
	scan->in_line = scan->of_line = str_trim_right(line);
	if (str_find_str(line, STR(SECRET_ALLOWED)) < line.len)
		scan->of_line = str_from(scan->in_line, scan->in_line.len);
	return true;
}

bool secret_next(struct secret_scan *scan, struct secret *out)
{
	for (;;) {
		if (scan->of_line.len &&
		    find_in_line(scan->in_line, scan->of_line, out)) {
			size_t end = (size_t)(out->text.s - scan->in_line.s) +
				     out->text.len;

			scan->of_line = str_from(scan->in_line, end);
			out->in_line = scan->in_line;
			out->line = scan->line;
			return true;
		}
		if (!next_line(scan))
			return false;
	}
}

void secret_add_masked(struct strbuf *out, struct str text)
{
	strbuf_addslice(out, str_upto(text, SHOWN));
	strbuf_addf(out, "..., %zu characters", text.len);
}

void secret_add_line(struct strbuf *out, struct str line)
{
	struct secret_scan scan = { .in_line = line, .of_line = line };
	struct secret found;
	const char *at = line.s;

	while (secret_next(&scan, &found)) {
		strbuf_add(out, at, (size_t)(found.text.s - at));
		strbuf_addslice(out, str_upto(found.text, SHOWN));
		strbuf_addstr(out, "...");
		at = found.text.s + found.text.len;
	}
	if (line.len)
		strbuf_add(out, at, line.len - (size_t)(at - line.s));
}
