/* SPDX-License-Identifier: MIT */
/* Changing an item where it stands, as one commit. */
#include "cmd/items/items.h"

#include "cmd/report.h"
#include "core/model/plan_edit.h"

/* Within the batch, so that nobody changes the file in between. */
static int put(struct journal *j, const struct item_edit *edit,
	       struct arena *mem, const struct journal_item **out,
	       struct error *err)
{
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	struct journal_item *items;
	const char *path;
	size_t count;

	if (journal_items(j, edit->traits, mem, &items, &count, err))
		return -1;
	*out = journal_item_named(items, count, edit->typed, edit->what,
				  edit->list, err);
	if (!*out)
		return -1;
	path = (*out)->source->passage.path;
	if (journal_read(j, path, &before, err) ||
	    edit->change(&after, strbuf_slice(&before), *out, edit->arg, err))
		return -1;
	return journal_put(j, path, strbuf_slice(&after), err);
}

int item_edit_run(struct journal *j, const struct item_edit *edit,
		  struct arena *mem, const struct journal_item **out,
		  struct error *err)
{
	struct store_report report = { .changed = false };
	AUTO(strbuf) message = STRBUF_INIT;

	if (journal_begin(j, err))
		return -1;
	if (put(j, edit, mem, out, err)) {
		journal_abandon(j);
		return -1;
	}
	strbuf_addf(&message, "%s %s %s\n", edit->message, edit->what,
		    (*out)->id.s);
	if (journal_commit(j, message.buf, &report, err))
		return -1;
	report_store(&report);
	return 0;
}

int item_tick(struct strbuf *out, struct str text,
	      const struct journal_item *item, const void *arg UNUSED,
	      struct error *err)
{
	unsigned line = item->source->passage.line;

	if (plan_line_is_item(text, line))
		return plan_edit_tick(out, text, line, true, err);
	if (item->source->passage.kind == PASSAGE_ROW)
		return plan_edit_tick_row(out, text, line, true, err);
	return plan_edit_strike(out, text, line, false, err);
}

int item_untick(struct strbuf *out, struct str text,
		const struct journal_item *item, const void *arg UNUSED,
		struct error *err)
{
	unsigned line = item->source->passage.line;

	if (item->state != ITEM_CLOSED)
		return error_set(err, ERROR_NOTHING, "'%s' is not done; "
				 "'hecto done --undo' lists what is",
				 item->id.s);
	if (plan_line_is_ticked(text, line))
		return plan_edit_tick(out, text, line, false, err);
	if (item->source->passage.kind == PASSAGE_ROW)
		return plan_edit_tick_row(out, text, line, false, err);
	if (!plan_edit_unstrike(out, text, line, err))
		return 0;
	return error_context(err, "%s", item->source->passage.path);
}
