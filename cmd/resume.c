/* SPDX-License-Identifier: MIT */
/* hecto resume: what was done last, and one small step to go on with. */
#include "cmd/command.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "core/base/date.h"
#include "core/journal_items.h"
#include "core/model/date_words.h"

#include <string.h>

#define LINE_BYTES 300

struct resume_args {
	bool json;
};

static const struct option resume_options[] = {
	FLAG(0, "json", resume_args, json, "print JSON (hecto-json(5))"),
	NO_MORE_OPTIONS
};

/* Where it was left, all in one arena. */
struct resumption {
	struct index_entry entry;
	bool found;
	struct strbuf body;
	struct str said;	/* what the entry itself says comes next */
	const struct journal_item *item;	/* else: something open */
};

static void resumption_release(struct resumption *r)
{
	strbuf_release(&r->body);
}

/* The last entry up to today that says something. */
static int find_entry(struct resumption *r, struct journal *j,
		      struct index *ix, struct arena *mem, struct error *err)
{
	const struct index_filter all = {
		.since = DAY_NONE, .until = journal_today(j),
	};
	struct index_entry *entries;
	size_t count;

	if (index_entries(ix, &all, mem, &entries, &count, err))
		return -1;
	while (count && !r->found) {
		const struct index_entry *e = &entries[--count];

		r->found = entry_day(&e->entry) != DAY_NONE && !e->empty;
		r->entry = *e;
	}
	return r->found ? 0 :
			  error_set(err, ERROR_NOTHING, "nothing is logged "
				    "yet; 'hecto log' begins");
}

/* Behind the marks of a heading, an item or emphasis. */
static struct str without_marks(struct str line)
{
	line = str_trim(line);
	while (line.len && strchr("#*_->+ \t", *line.s))
		line = str_from(line, 1);
	return line;
}

/* "Next: …", "Tomorrow I will …" */
static bool says_next(struct str line, struct str *rest)
{
	static const char *const words[] = {
		"next step", "next steps", "next up", "next time", "next",
		"tomorrow", "to do tomorrow", "plan for tomorrow",
		"up next",
	};
	struct str s = without_marks(line);

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		struct str tail = str_from(s, strlen(words[i]));

		if (!str_starts_nocase(s, words[i]) ||
		    (tail.len && !strchr(":*,- ", *tail.s)))
			continue;
		while (tail.len && strchr(":*,-_ ", *tail.s))
			tail = str_from(tail, 1);
		*rest = str_trim(tail);
		return rest->len > 0;
	}
	return false;
}

static int read_body(struct resumption *r, struct journal *j,
		     struct error *err)
{
	struct str rest, line, said;

	if (journal_read(j, r->entry.path, &r->body, err))
		return -1;
	rest = strbuf_slice(&r->body);
	while ((line = str_next_line(&rest)).s)
		if (says_next(line, &said))
			r->said = str_upto(said, LINE_BYTES);
	return 0;
}

static bool is_on_same(const struct journal_item *item,
		       const struct index_entry *e)
{
	for (size_t i = 0; i < item->ntopics; i++)
		for (size_t k = 0; k < e->ntopics; k++)
			if (!strcmp(item->topics[i], e->topics[k]))
				return true;
	return false;
}

/* Something open on what was studied last, else the first thing to do. */
static int find_item(struct resumption *r, struct journal *j,
		     struct arena *mem, struct error *err)
{
	struct journal_item *items;
	size_t count;

	if (journal_items(j, TRAIT_TODO | TRAIT_QUESTION | TRAIT_HOLE |
			  TRAIT_LAB, mem, &items, &count, err) ||
	    journal_holes(j, items, count, mem, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (items[i].state == ITEM_CLOSED)
			continue;
		if (is_on_same(&items[i], &r->entry)) {
			r->item = &items[i];
			return 0;
		}
		if (!r->item && items[i].source->passage.traits & TRAIT_TODO)
			r->item = &items[i];
	}
	return 0;
}

static int load(struct resumption *r, const struct context *ctx,
		struct arena *mem, struct error *err)
{
	struct index *ix;

	if (journal_index(ctx->journal, &ix, err) ||
	    find_entry(r, ctx->journal, ix, mem, err) ||
	    read_body(r, ctx->journal, err))
		return -1;
	return r->said.len ? 0 : find_item(r, ctx->journal, mem, err);
}

static int print_json(const struct resumption *r, struct error *err)
{
	struct json *v = json_new_object();
	int rc;

	json_set_string(v, "id", r->entry.entry.id);
	json_set_string(v, "path", r->entry.path);
	json_set_day(v, "date", entry_day(&r->entry.entry));
	json_set_string(v, "title", r->entry.title);
	json_set_string(v, "summary", r->entry.summary);
	if (r->said.len)
		json_set_slice(v, "next", r->said);
	else if (r->item)
		json_set_slice(v, "next", r->item->text);
	else
		json_set_null(v, "next");
	if (!r->said.len && r->item) {
		const struct index_passage *p = &r->item->source->passage;

		json_set_string(v, "next_path", p->path);
		json_set_int(v, "next_line", p->line);
	}
	rc = report_json(v, err);
	json_free(v);
	return rc;
}

static void add_next(struct strbuf *out, const struct context *ctx,
		     const struct resumption *r)
{
	if (r->said.len) {
		strbuf_addstr(out, "\nNext, as you wrote:\n");
		present_text(out, ctx, r->said);
		return;
	}
	if (!r->item) {
		strbuf_addstr(out, "\nNothing is left open; 'hecto log' goes "
			      "on\n");
		return;
	}
	strbuf_addstr(out, "\nOne small step:\n");
	present_text(out, ctx, str_upto(r->item->text, LINE_BYTES));
	strbuf_addstr(out, "  ");
	present_place(out, ctx, r->item->source->passage.path,
		      r->item->source->passage.line);
	strbuf_addch(out, '\n');
}

static int print_lines(const struct resumption *r, const struct context *ctx,
		       struct error *err)
{
	int day = entry_day(&r->entry.entry);
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) when = STRBUF_INIT;
	struct row title;

	strbuf_addf(&when, "%s, %s", date_words_long(day).s,
		    date_words_distance(day, journal_today(ctx->journal)).s);
	row_begin(&title, &out, ctx, 0, 4);
	row_add(&title, STYLE_BOLD, str_of(r->entry.title));
	row_add(&title, STYLE_NONE, strbuf_slice(&when));
	row_end(&title);
	present_text(&out, ctx, str_of(r->entry.summary));
	strbuf_addstr(&out, "  ");
	present_place(&out, ctx, r->entry.path, 1);
	strbuf_addch(&out, '\n');
	add_next(&out, ctx, r);
	return report_output(&out, err);
}

static int resume_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct resume_args a = { false };
	AUTO(arena) mem = ARENA_INIT;
	AUTO(resumption) r = { .body = STRBUF_INIT };
	int count = options_parse(resume_options, &a, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 0, err))
		return -1;
	if (load(&r, ctx, &mem, err))
		return a.json && err->kind == ERROR_NOTHING
			       ? report_json_nothing(json_new_null(), err)
			       : -1;
	return a.json ? print_json(&r, err) : print_lines(&r, ctx, err);
}

const struct command cmd_resume = {
	.name = "resume",
	.summary = "Show what you did last, and one small next step",
	.usage = "[--json]",
	.options = resume_options,
	.needs = NEEDS_JOURNAL,
	.run = resume_run,
};
