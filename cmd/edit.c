/* SPDX-License-Identifier: MIT */
/* hecto edit: change an entry or a note in the editor. */
#include "cmd/edit.h"

#include "cmd/draft.h"
#include "cmd/report.h"
#include "cmd/terminal/pick.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/date_words.h"

static const struct option edit_options[] = { NO_MORE_OPTIONS };

/* What is being edited, before and after. */
struct edit {
	struct journal *journal;
	struct picked file;
	struct str before, after;
	struct arena *mem;
	unsigned line;		/* to open it at, or 0 */
	bool saved;
};

static int changed_meanwhile(const struct edit *e, struct error *err)
{
	return error_set(err, ERROR_CONFLICT,
			 "'%s' was changed while you edited it, so nothing was "
			 "saved",
			 e->file.path);
}

static int check_unchanged(const struct edit *e, struct error *err)
{
	AUTO(strbuf) now = STRBUF_INIT;
	struct error gone = ERROR_INIT;

	if (journal_read(e->journal, e->file.path, &now, &gone) ||
	    !str_eq(strbuf_slice(&now), e->before))
		return changed_meanwhile(e, err);
	return 0;
}

/*
 * The file's name is its date: an entry whose date was changed moves.  One
 * that was named otherwise, or whose new text cannot be read, stays.
 */
static int new_path(const struct edit *e, const char **path, struct error *err)
{
	const struct entry *old = e->file.entry ? &e->file.entry->entry : NULL;
	struct error damaged = ERROR_INIT;
	struct entry parsed;

	*path = e->file.path;
	if (!old)
		return 0;
	if (entry_parse(&parsed, e->file.path, e->after, e->mem, &damaged)) {
		report_warning("'%s': %s", e->file.path, damaged.text);
		return 0;
	}
	if (entry_day(&parsed) == entry_day(old) ||
	    entry_day(&parsed) == DAY_NONE)
		return 0;
	return journal_place_entry(e->journal, &parsed, e->mem, path, err);
}

static int put(const struct edit *e, const char **path, struct error *err)
{
	if (check_unchanged(e, err) || new_path(e, path, err) ||
	    journal_put(e->journal, *path, e->after, err))
		return -1;
	if (str_is(str_of(*path), e->file.path))
		return 0;
	return journal_remove(e->journal, e->file.path, err);
}

static int save(struct edit *e, struct error *err)
{
	struct store_report report = { .changed = false };
	AUTO(strbuf) text = STRBUF_INIT;
	const char *path;

	if (journal_begin(e->journal, err))
		return -1;
	if (put(e, &path, err)) {
		journal_abandon(e->journal);
		return -1;
	}
	strbuf_addf(&text, "Edit %s\n", e->file.id);
	if (journal_commit(e->journal, text.buf, &report, err))
		return -1;
	e->saved = true;
	report_store(&report);
	strbuf_reset(&text);
	if (str_is(str_of(path), e->file.path))
		strbuf_addf(&text, "Saved %s\n", e->file.id);
	else
		strbuf_addf(&text, "Saved %s as %.*s\n", e->file.id,
			    (int)path_stem(str_of(path)).len,
			    path_stem(str_of(path)).s);
	if (report_output(&text, err))
		return error_context(err, "'%s' is saved, but this went wrong "
				     "afterwards",
				     e->file.id);
	return 0;
}

static int give_up(struct draft *d, const struct edit *e, struct error *err)
{
	draft_remove(d);
	if (str_eq(e->before, e->after)) {
		report_note("'%s' is as it was", e->file.id);
		return 0;
	}
	return error_set(err, ERROR_NOTHING,
			 "the draft is empty, so nothing was saved; 'hecto rm "
			 "%s' removes the entry",
			 e->file.id);
}

static int edit_file(struct edit *e, struct error *err)
{
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	AUTO(draft) d = DRAFT_INIT;

	if (journal_read(e->journal, e->file.path, &before, err))
		return -1;
	e->before = strbuf_slice(&before);
	if (draft_create(&d, e->journal, e->file.id, e->before, err))
		return -1;
	d.line = e->line;
	if (draft_edit(&d, &after, err))
		return draft_keep(&d, err);
	e->after = strbuf_slice(&after);
	if (str_eq(e->before, e->after) || !str_trim(e->after).len)
		return give_up(&d, e, err);
	if (save(e, err) && !e->saved)
		return draft_keep(&d, err);
	draft_remove(&d);
	return err->kind == ERROR_NONE ? 0 : -1;
}

int edit_document(const struct context *ctx, const char *name, unsigned line,
		  struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct edit e = {
		.journal = ctx->journal,
		.mem = &mem,
		.line = line,
	};

	if (pick_one(&e.file, ctx->journal, name, &mem, err))
		return -1;
	return edit_file(&e, err);
}

static int edit_run(const struct context *ctx, int argc, char **argv,
		    struct error *err)
{
	int count = options_parse(edit_options, NULL, argc, argv, err);

	if (count < 0 || operands_check(count, argv, 0, 1, err))
		return -1;
	return edit_document(ctx, count ? argv[0] : NULL, 0, err);
}

const struct command cmd_edit = {
	.name = "edit",
	.summary = "Change an entry in the editor",
	.usage = "[ID|DATE]",
	.options = edit_options,
	.operands = COMPLETE_ENTRIES,
	.needs = NEEDS_JOURNAL,
	.run = edit_run,
};
