/* SPDX-License-Identifier: MIT */
/* How items are shown, on the terminal and as JSON. */
#include "cmd/items/items.h"

#include <string.h>

#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/row.h"
#include "core/base/date.h"

#define INDENT (ITEM_ID_LENGTH + 2)
#define ANSWER_BYTES 300

bool item_is_on(const struct journal_item *item, const char *topic)
{
	if (!topic)
		return true;
	for (size_t i = 0; i < item->ntopics; i++)
		if (!strcmp(item->topics[i], topic))
			return true;
	return false;
}

static void add_answers(struct strbuf *out, const struct context *ctx,
			const struct journal_item *item)
{
	for (size_t i = 0; i < item->nanswers; i++) {
		const struct index_passage *p = item->answers[i];

		strbuf_addf(out, "%*s", INDENT + 2, "");
		present_place(out, ctx, p->path, p->line);
		strbuf_addf(out, "\n%*s", INDENT + 2, "");
		present_hanging(out, ctx, str_upto(p->text, ANSWER_BYTES),
				INDENT + 2);
	}
}

/* What closed a hole, or how far it is. */
static void add_right(struct strbuf *out, const struct context *ctx,
		      const struct journal_item *item)
{
	if (item->closed_by) {
		strbuf_addf(out, "%*slogged later: ", INDENT, "");
		present_place(out, ctx, item->closed_by->path,
			      item->closed_by->line);
		strbuf_addch(out, '\n');
	} else if (item->right) {
		strbuf_addf(out, "%*sanswered right on %u day%s, first on %s\n",
			    INDENT, "", item->right, item->right == 1 ? "" :
								       "s",
			    day_format(item->right_day).s);
	}
}

/* "suggested  aws, sqs  plans/dva.md:12" */
static void add_facts(struct strbuf *out, const struct context *ctx,
		      const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;
	AUTO(strbuf) topics = STRBUF_INIT;
	AUTO(strbuf) place = STRBUF_INIT;
	struct row r;

	for (size_t i = 0; i < item->ntopics; i++)
		strbuf_addf(&topics, "%s%s", i ? ", " : "", item->topics[i]);
	strbuf_addf(&place, "%s:%u", p->path, p->line);
	strbuf_addblanks(out, INDENT);
	row_begin(&r, out, ctx, INDENT, INDENT);
	if (item->state != ITEM_OPEN)
		row_add(&r, STYLE_NONE, str_of(item_state_name(item->state)));
	row_add(&r, STYLE_NONE, strbuf_slice(&topics));
	row_add_whole(&r, STYLE_DIM, strbuf_slice(&place));
	row_end(&r);
}

static void add_item(struct strbuf *out, const struct context *ctx,
		     const struct journal_item *item, bool answers)
{
	AUTO(strbuf) text = STRBUF_INIT;

	style_add(out, ctx, STYLE_BOLD, str_of(item->id.s));
	strbuf_addstr(out, "  ");
	if (item->prefix.len) {
		strbuf_addslice(&text, item->prefix);
		strbuf_addstr(&text, ": ");
	}
	strbuf_addslice(&text, item->text);
	present_hanging(out, ctx, strbuf_slice(&text), INDENT);
	add_facts(out, ctx, item);
	add_right(out, ctx, item);
	if (answers)
		add_answers(out, ctx, item);
}

void items_add(struct strbuf *out, const struct context *ctx,
	       const struct journal_item *items, size_t count, bool answers)
{
	for (size_t i = 0; i < count; i++)
		add_item(out, ctx, &items[i], answers);
}

static struct json *answers_json(const struct journal_item *item)
{
	struct json *list = json_new_array();

	for (size_t i = 0; i < item->nanswers; i++) {
		const struct index_passage *p = item->answers[i];
		struct json *v = json_new_object();

		json_set_string(v, "id", p->id);
		json_set_string(v, "path", p->path);
		json_set_int(v, "line", p->line);
		json_set_day(v, "date", p->day);
		json_set_slice(v, "text", p->text);
		json_append(list, v);
	}
	return list;
}

static void set_hole(struct json *v, const struct journal_item *item)
{
	json_set_int(v, "times", item->times);
	json_set_int(v, "right", item->right);
	if (item->closed_by)
		json_set_string(v, "closed_by", item->closed_by->id);
	else
		json_set_null(v, "closed_by");
}

struct json *item_json(const struct journal_item *item)
{
	const struct index_passage *p = &item->source->passage;
	struct json *v = json_new_object();

	json_set_string(v, "id", item->id.s);
	json_set_slice(v, "text", item->text);
	if (item->prefix.len)
		json_set_slice(v, "prefix", item->prefix);
	else
		json_set_null(v, "prefix");
	present_json_strings(v, "topics", item->topics, item->ntopics);
	json_set_string(v, "state", item_state_name(item->state));
	json_set_string(v, "path", p->path);
	json_set_int(v, "line", p->line);
	json_set_day(v, "date", item->day);
	present_json_strings(v, "heading", p->headings, p->nheadings);
	json_set(v, "answers", answers_json(item));
	json_set_bool(v, "private", item->source->private);
	if (p->traits & TRAIT_HOLE)
		set_hole(v, item);
	return v;
}

int items_print_json(const struct journal_item *items, size_t count,
		     struct error *err)
{
	struct json *list = json_new_array();
	int rc;

	for (size_t i = 0; i < count; i++)
		json_append(list, item_json(&items[i]));
	rc = report_json(list, err);
	json_free(list);
	return rc;
}

int item_show_noted(const struct context *ctx, unsigned trait, struct str text,
		    bool json, struct arena *mem, struct error *err)
{
	struct item_id id = item_id(text);
	bool question = trait == TRAIT_QUESTION;
	AUTO(strbuf) out = STRBUF_INIT;
	struct journal_item *items;
	size_t count;

	if (journal_items(ctx->journal, trait, mem, &items, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++) {
		if (!str_is(str_of(id.s), items[i].id.s))
			continue;
		if (question &&
		    journal_suggest(ctx->journal, &items[i], 1, mem, err))
			return -1;
		if (json)
			return items_print_json(&items[i], 1, err);
		items_add(&out, ctx, &items[i], 1, question);
	}
	return report_output(&out, err);
}
