/* SPDX-License-Identifier: MIT */
/* How hecto check says what it has found. */
#include "cmd/check/check.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"

#include <string.h>

#define INDENT 4
#define ARROW "-> "

static void print_finding(struct strbuf *out, const struct context *ctx,
			  const struct finding *f)
{
	AUTO(strbuf) place = STRBUF_INIT;
	AUTO(strbuf) kind = STRBUF_INIT;
	struct row r;

	strbuf_addstr(&place, f->path);
	if (f->line)
		strbuf_addf(&place, ":%u", f->line);
	strbuf_addf(&kind, "%s:", f->kind);
	row_begin(&r, out, ctx, 0, INDENT);
	row_add_whole(&r, STYLE_DIM, strbuf_slice(&place));
	row_add(&r, STYLE_WARN, strbuf_slice(&kind));
	row_go_on(&r, STYLE_NONE, str_of(f->why));
	row_end(&r);
	if (f->text.len) {
		strbuf_addblanks(out, INDENT);
		row_begin(&r, out, ctx, INDENT, INDENT);
		row_add(&r, STYLE_BOLD, f->text);
		row_end(&r);
	}
	strbuf_addblanks(out, INDENT);
	strbuf_addstr(out, ARROW);
	row_begin(&r, out, ctx, INDENT + strlen(ARROW), INDENT + strlen(ARROW));
	row_add(&r, STYLE_NONE, str_of(f->proposal));
	if (f->fixable)
		row_go_on(&r, STYLE_NONE, STR("(--fix does it)"));
	row_end(&r);
}

static size_t count_fixable(const struct findings *f)
{
	size_t count = 0;

	for (size_t i = 0; i < f->count; i++)
		count += f->items[i].fixable;
	return count;
}

void check_print(struct strbuf *out, const struct context *ctx,
		 const struct check_result *r)
{
	const struct findings *f = &r->findings;
	size_t fixable = count_fixable(f);

	for (size_t i = 0; i < f->count; i++)
		print_finding(out, ctx, &f->items[i]);
	if (f->count) {
		strbuf_addch(out, '\n');
		present_count(out, f->count, "finding", "findings");
	} else {
		strbuf_addstr(out, "nothing wrong was found");
	}
	strbuf_addstr(out, " in ");
	present_count(out, r->files, "file", "files");
	if (r->objects) {
		strbuf_addstr(out, " and ");
		present_count(out, r->objects, "object", "objects");
	}
	if (f->left_out)
		strbuf_addf(out, ", and %zu more of the same", f->left_out);
	if (fixable)
		strbuf_addf(out, "; 'hecto check --fix' mends %zu of them",
			    fixable);
	strbuf_addch(out, '\n');
}

int check_print_json(const struct check_result *r, struct error *err)
{
	struct json *all = json_new_array();
	int rc;

	for (size_t i = 0; i < r->findings.count; i++) {
		const struct finding *f = &r->findings.items[i];
		struct json *v = json_new_object();

		json_set_string(v, "path", f->path);
		if (f->line)
			json_set_int(v, "line", f->line);
		else
			json_set_null(v, "line");
		json_set_string(v, "kind", f->kind);
		json_set_slice(v, "text", f->text);
		json_set_string(v, "why", f->why);
		json_set_string(v, "proposal", f->proposal);
		json_set_bool(v, "fixable", f->fixable);
		json_set_bool(v, "note", f->note);
		json_append(all, v);
	}
	rc = report_json(all, err);
	json_free(all);
	return rc;
}
