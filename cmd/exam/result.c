/* SPDX-License-Identifier: MIT */
/* What becomes of an exam: its result, its plan put away, or it is forgotten. */
#include "cmd/exam/exam.h"

#include "cmd/items/items.h"
#include "cmd/report.h"
#include "cmd/terminal/table.h"
#include "core/base/date.h"
#include "core/model/date_words.h"

int exam_rm(const struct context *ctx, const char *name, struct error *err)
{
	static const char *const keys[] = {
		"date", "start", "domain", "topics", "code", "when",
		"pass", "scale", "questions", "minutes", "cost", "valid",
		"plan", "result", "archived",
	};
	const struct exam *e = exam_named(ctx->journal, name, err);
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) full = STRBUF_INIT;

	if (!e || journal_begin(ctx->journal, err))
		return -1;
	strbuf_addstr(&full, e->name);
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (exam_put(ctx->journal, full.buf, keys[i], NULL, false, err)) {
			journal_abandon(ctx->journal);
			return -1;
		}
	if (exam_commit(ctx->journal, "Remove", full.buf, err))
		return -1;
	strbuf_addstr(&out, "Removed the exam '");
	style_add(&out, ctx, STYLE_NONE, strbuf_slice(&full));
	strbuf_addstr(&out, "'\n");
	return report_output(&out, err);
}

/* The day of the result: what is said, else that of the exam, else today. */
static int result_day(const struct context *ctx, const struct exam_args *a,
		      const struct exam *e, int *day, struct error *err)
{
	int today = journal_today(ctx->journal);

	*day = e->day != DAY_NONE && e->day <= today ? e->day : today;
	if (a->date && date_words_parse(day, str_of(a->date), today, DATE_PAST,
					err))
		return error_context(err, "--date");
	return 0;
}

/* A score has to be on the scale, as far as that is known. */
static int check_score(const struct exam *e, unsigned score, struct error *err)
{
	if (!score || e->scale_high <= 0 ||
	    (score <= (unsigned)e->scale_high &&
	     (e->scale_low < 0 || score >= (unsigned)e->scale_low)))
		return 0;
	return error_set(err, ERROR_USAGE, "a score of '%s' is from %d to %d, "
			 "not %u; 'hecto exam set' with --scale says another "
			 "scale", e->name, e->scale_low, e->scale_high, score);
}

int exam_put_result(const struct context *ctx, const struct exam_args *a,
		    const char *name, const char *result, struct error *err)
{
	struct str word = str_of(result);
	const struct exam *e = exam_named(ctx->journal, name, err);
	AUTO(strbuf) value = STRBUF_INIT;
	AUTO(strbuf) full = STRBUF_INIT;
	bool open = str_is(word, "open");
	int day;

	if (!e)
		return -1;
	if (!open && !str_is(word, "passed") && !str_is(word, "failed"))
		return error_set(err, ERROR_USAGE, "the result is passed, "
				 "failed or open, not '%s'", result);
	if (check_score(e, a->score, err) ||
	    result_day(ctx, a, e, &day, err) || journal_begin(ctx->journal, err))
		return -1;
	strbuf_addstr(&full, e->name);
	strbuf_addf(&value, "%s %s", result, day_format(day).s);
	if (a->score)
		strbuf_addf(&value, " %u", a->score);
	if (exam_put(ctx->journal, full.buf, "result", open ? NULL : value.buf,
		false, err)) {
		journal_abandon(ctx->journal);
		return -1;
	}
	if (exam_commit(ctx->journal, "Note the result of", full.buf, err))
		return -1;
	return exam_show(ctx, a, full.buf, err);
}

/* Its plan has to be known by name, for others may come. */
static int put_archived(struct journal *j, const struct exam *e, bool undo,
			struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const char *name = arena_strdup(&mem, e->name);
	const char *path = e->plan ? e->plan : plan_of_exam(j, e, &mem);

	path = arena_strdup(&mem, path);
	if (!path && !undo)
		return error_set(err, ERROR_NOTHING, "'%s' has no plan to put "
				 "away; 'hecto exam set' with --plan names one",
				 name);
	if (journal_begin(j, err))
		return -1;
	if ((!undo && exam_put(j, name, "plan", path, false, err)) ||
	    exam_put(j, name, "archived", undo ? NULL : "true", false, err)) {
		journal_abandon(j);
		return -1;
	}
	return exam_commit(j, undo ? "Take out" : "Archive", name, err);
}

int exam_archive(const struct context *ctx, const char *name, bool undo,
		 struct error *err)
{
	const struct exam *e = exam_named(ctx->journal, name, err);
	AUTO(strbuf) out = STRBUF_INIT;
	AUTO(strbuf) full = STRBUF_INIT;

	if (!e)
		return -1;
	if (!undo && e->result == EXAM_OPEN)
		return error_set(err, ERROR_USAGE, "'%s' has no result yet; "
				 "'hecto exam result' notes it", e->name);
	strbuf_addstr(&full, e->name);
	if (put_archived(ctx->journal, e, undo, err))
		return -1;
	strbuf_addstr(&out, undo ? "Taken out again: '" : "Archived '");
	style_add(&out, ctx, STYLE_NONE, strbuf_slice(&full));
	strbuf_addstr(&out, undo ? "'\n" : "'; its plan asks for nothing more, "
					    "and its notes are still found\n");
	return report_output(&out, err);
}
