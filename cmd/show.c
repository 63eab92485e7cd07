/* SPDX-License-Identifier: MIT */
/* hecto show: an entry or a note, whole. */
#include "cmd/command.h"
#include "cmd/duration.h"
#include "cmd/entry_json.h"
#include "cmd/report.h"
#include "cmd/terminal/pick.h"
#include "cmd/terminal/table.h"
#include "core/model/date_words.h"
#include "core/text/frontmatter.h"

struct show_args {
	bool raw, json;
};

static const struct option show_options[] = {
	FLAG(0, "raw", show_args, raw,
	     "print the file as it is, front matter included"),
	FLAG(0, "json", show_args, json, "print JSON"),
	NO_MORE_OPTIONS
};

/* "Fri 8 July 2022 · 1 h 15 min · aws, python" */
static void add_facts(struct strbuf *out, const struct context *ctx,
		      const struct entry *e)
{
	const char *dot = ctx->utf8 ? " \xc2\xb7 " : " - ";
	AUTO(strbuf) line = STRBUF_INIT;

	if (e->ndays)
		strbuf_addstr(&line, date_words_long(entry_day(e)).s);
	if (e->ndays > 1)
		strbuf_addf(&line, " to %s",
			    date_words_long(e->days[e->ndays - 1]).s);
	if (e->minutes) {
		strbuf_addstr(&line, line.len ? dot : "");
		duration_add(&line, e->minutes);
	}
	for (size_t i = 0; i < e->ntags; i++)
		strbuf_addf(&line, "%s%s", i ? ", " : line.len ? dot : "",
			    e->tags[i]);
	if (!line.len)
		return;
	style_add(out, ctx, STYLE_DIM, strbuf_slice(&line));
	strbuf_addch(out, '\n');
}

static void add_header(struct strbuf *out, const struct context *ctx,
		       const struct picked *p)
{
	const struct index_entry *e = p->entry;

	style_add(out, ctx, STYLE_BOLD, str_of(e ? e->title : p->path));
	strbuf_addch(out, '\n');
	if (e)
		add_facts(out, ctx, &e->entry);
	strbuf_addch(out, '\n');
}

static void add_body(struct strbuf *out, const struct context *ctx,
		     struct str file)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error damaged = ERROR_INIT;
	struct frontmatter fm;
	struct str body;

	/* The split stands even where the front matter cannot be read. */
	if (frontmatter_parse(&fm, file, &mem, &damaged))
		report_warning("%s", damaged.text);
	body = str_trim_right(fm.body);
	while (body.len && (body.s[0] == '\n' || body.s[0] == '\r'))
		body = str_from(body, 1);
	style_add(out, ctx, STYLE_NONE, body);
	strbuf_addch(out, '\n');
}

static int add_text(struct strbuf *out, const struct context *ctx,
		    const struct picked *p, bool raw, struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;

	if (journal_read(ctx->journal, p->path, &file, err))
		return -1;
	if (raw) {
		style_add(out, ctx, STYLE_NONE, strbuf_slice(&file));
		return 0;
	}
	if (out->len)
		strbuf_addch(out, '\n');
	add_header(out, ctx, p);
	add_body(out, ctx, strbuf_slice(&file));
	return 0;
}

static int add_json(struct json *array, struct journal *j,
		    const struct picked *p, struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(arena) mem = ARENA_INIT;
	struct error damaged = ERROR_INIT;
	struct frontmatter fm;
	struct json *v;

	if (journal_read(j, p->path, &file, err))
		return -1;
	if (frontmatter_parse(&fm, strbuf_slice(&file), &mem, &damaged))
		report_warning("'%s': %s", p->path, damaged.text);
	v = p->entry ? entry_json(p->entry) : json_new_object();
	if (!p->entry) {
		json_set_string(v, "id", p->id);
		json_set_string(v, "path", p->path);
	}
	json_set_slice(v, "body", fm.body);
	json_append(array, v);
	return 0;
}

static int show_json(const struct context *ctx, const struct picks *found,
		     struct error *err)
{
	struct json *array = json_new_array();
	int rc = 0;

	for (size_t i = 0; i < found->count && !rc; i++)
		rc = add_json(array, ctx->journal, &found->items[i], err);
	if (!rc)
		rc = report_json(array, err);
	json_free(array);
	return rc;
}

static int show_text(const struct context *ctx, const struct picks *found,
		     bool raw, struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < found->count; i++)
		if (add_text(&out, ctx, &found->items[i], raw, err))
			return -1;
	return report_output(&out, err);
}

/* Without a name, the latest. */
static int find(struct picks *found, char **names, int count,
		struct journal *j, struct arena *mem, struct error *err)
{
	if (!count)
		return pick(found, j, NULL, mem, err);
	for (int i = 0; i < count; i++)
		if (pick(found, j, names[i], mem, err))
			return -1;
	return 0;
}

static int show_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	struct show_args a = { .raw = false };
	int count = options_parse(show_options, &a, argc, argv, err);
	AUTO(picks) found = PICKS_INIT;
	AUTO(arena) mem = ARENA_INIT;

	if (count < 0)
		return -1;
	if (find(&found, argv, count, ctx->journal, &mem, err))
		return a.json && err->kind == ERROR_NOT_FOUND
			       ? report_json_nothing(json_new_array(), err)
			       : -1;
	return a.json ? show_json(ctx, &found, err)
		      : show_text(ctx, &found, a.raw, err);
}

const struct command cmd_show = {
	.name = "show",
	.summary = "Show an entry, the latest or one of a date",
	.usage = "[--raw|--json] [ID|DATE]...",
	.options = show_options,
	.operands = COMPLETE_DOCUMENTS,
	.needs = NEEDS_JOURNAL | NEEDS_PAGER,
	.run = show_run,
};
