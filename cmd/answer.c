/* SPDX-License-Identifier: MIT */
/* hecto answer: put an answer beneath its question. */
#include "cmd/command.h"
#include "cmd/items/items.h"
#include "cmd/report.h"
#include "core/model/document.h"
#include "core/model/plan_edit.h"
#include "core/text/typed_markdown.h"

struct answer_args {
	unsigned take;
	bool private_ok, json;
};

static const struct option answer_options[] = {
	NUMBER('t', "take", answer_args, take, "N",
	       "the N-th passage that is suggested is the answer"),
	FLAG(0, "private-ok", answer_args, private_ok,
	     "take it from a private note into a public one"),
	FLAG(0, "json", answer_args, json, "print the question as JSON"),
	NO_MORE_OPTIONS
};

/* A list item's answer is nested in it; another's stands behind it. */
static int add_answer(struct strbuf *out, struct str text,
		      const struct journal_item *item, const void *arg,
		      struct error *err)
{
	const struct index_passage *p = &item->source->passage;
	AUTO(strbuf) answer = STRBUF_INIT;

	strbuf_addstr(&answer, "A: ");
	typed_markdown_add(&answer, str_of(arg));
	if (plan_line_is_item(text, p->line))
		return plan_edit_beneath(out, text, p->line, p->last_line,
					 strbuf_slice(&answer), err);
	return plan_edit_behind(out, text, p->last_line, strbuf_slice(&answer),
				err);
}

static int find(struct journal *j, const char *typed, struct arena *mem,
		struct journal_item *out, struct error *err)
{
	const struct journal_item *found;
	struct journal_item *items;
	size_t count;

	if (journal_items(j, TRAIT_QUESTION, mem, &items, &count, err))
		return -1;
	found = journal_item_named(items, count, typed, "question",
				   "questions", err);
	if (!found)
		return -1;
	*out = *found;
	return journal_suggest(j, out, 1, mem, err);
}

static int show(const struct context *ctx, const char *typed, bool json,
		struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) out = STRBUF_INIT;
	struct journal_item item;

	if (find(ctx->journal, typed, &mem, &item, err))
		return -1;
	if (json)
		return items_print_json(&item, 1, err);
	items_add(&out, ctx, &item, 1, true);
	if (report_output(&out, err))
		return -1;
	if (item.nanswers)
		report_note("'hecto answer %s --take N' takes the N-th of them "
			    "for its answer", item.id.s);
	else if (item.state == ITEM_OPEN)
		report_note("no passage of yours answers it yet; 'hecto answer "
			    "%s \"…\"' does", item.id.s);
	return 0;
}

/* Whether the document of a path is kept to oneself. */
static bool is_private(struct journal *j, const char *path)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error unread = ERROR_INIT;
	struct document doc;

	/* What cannot be read is not given away. */
	if (journal_read(j, path, &text, &unread))
		return true;
	document_parse(&doc, path, strbuf_slice(&text), &mem);
	return doc.private;
}

/* The text of a suggestion, and the note it is from as a link. */
static int take_suggestion(struct strbuf *out, const struct context *ctx,
			   const char *typed, const struct answer_args *a,
			   struct error *err)
{
	unsigned n = a->take;
	AUTO(arena) mem = ARENA_INIT;
	struct journal_item item;

	if (find(ctx->journal, typed, &mem, &item, err))
		return -1;
	if (n > item.nanswers)
		return error_set(err, ERROR_USAGE, "there %s %zu suggestion%s "
				 "for '%s'", item.nanswers == 1 ? "is" : "are",
				 item.nanswers, item.nanswers == 1 ? "" : "s",
				 item.id.s);
	if (!a->private_ok && !item.source->private &&
	    is_private(ctx->journal, item.answers[n - 1]->path))
		return error_set(err, ERROR_USAGE, "'%s' is private and '%s' is "
				 "not, so its words would be published; "
				 "--private-ok takes them all the same",
				 item.answers[n - 1]->path,
				 item.source->passage.path);
	strbuf_addslice(out, item.answers[n - 1]->text);
	strbuf_addf(out, " ([[%s]])", item.answers[n - 1]->id);
	return 0;
}

static int answer(const struct context *ctx, const char *typed,
		  const struct strbuf *text, bool json, struct error *err)
{
	const struct item_edit edit = {
		.traits = TRAIT_QUESTION,
		.typed = typed,
		.what = "question",
		.list = "questions",
		.change = add_answer,
		.arg = text->buf,
		.message = "Answer",
	};
	const struct journal_item *item;
	AUTO(arena) mem = ARENA_INIT;

	if (item_edit_run(ctx->journal, &edit, &mem, &item, err))
		return -1;
	return show(ctx, item->id.s, json, err);
}

static int answer_run(const struct context *ctx, int argc, char **argv,
		      struct error *err)
{
	struct answer_args a = { 0 };
	AUTO(strbuf) text = STRBUF_INIT;
	int count = options_parse(answer_options, &a, argc, argv, err);

	if (count < 0)
		return -1;
	if (!count)
		return error_set(err, ERROR_USAGE, "which question?  'hecto "
				 "questions --open' lists their ids");
	operands_join(&text, count - 1, argv + 1);
	if (a.take && count > 1)
		return error_set(err, ERROR_USAGE, "--take and a text are two "
				 "answers");
	if (a.take && take_suggestion(&text, ctx, argv[0], &a, err))
		return -1;
	if (!str_trim(strbuf_slice(&text)).len)
		return show(ctx, argv[0], a.json, err);
	return answer(ctx, argv[0], &text, a.json, err);
}

const struct command cmd_answer = {
	.name = "answer",
	.summary = "Answer a question, or show what may answer it",
	.usage = "ID [ANSWER]...\nID --take N [--private-ok]",
	.options = answer_options,
	.needs = NEEDS_JOURNAL,
	.run = answer_run,
};
