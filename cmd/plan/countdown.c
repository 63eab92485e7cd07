/* SPDX-License-Identifier: MIT */
/* Bringing the countdown that a plan has in its text up to date. */
#include "cmd/plan/plan.h"

#include "cmd/items/items.h"
#include "cmd/report.h"
#include "core/base/date.h"
#include "core/model/plan_edit.h"
#include "core/text/diff.h"

static int put_countdown(struct journal *j, const struct exam *e,
			 const char *path, bool dry_run, struct strbuf *diff,
			 struct error *err)
{
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	struct countdown c;

	exam_countdown(&c, e, journal_today(j));
	if (journal_read(j, path, &before, err))
		return -1;
	if (!plan_edit_countdown(&after, strbuf_slice(&before), c.days_to_go,
				 c.percent_left))
		return 0;
	diff_add(diff, path, strbuf_slice(&before), strbuf_slice(&after), 0);
	return dry_run ? 0 : journal_put(j, path, strbuf_slice(&after), err);
}

static int commit(struct journal *j, struct error *err)
{
	struct store_report report = { .changed = false };

	if (journal_commit(j, "Update the countdown of a plan\n", &report, err))
		return -1;
	report_store(&report);
	return 0;
}

int plan_update_countdown(struct journal *j, const char *exam, bool dry_run,
			  struct strbuf *diff, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct exam *e;
	const char *path;

	if (plan_exam(&e, j, exam, err))
		return -1;
	if (!e || e->day == DAY_NONE || !exam_is_open(e) || !plan_exists(j))
		return 0;
	if (plan_choose(&path, j, NULL, exam, &mem, err) ||
	    journal_begin(j, err))
		return -1;
	if (put_countdown(j, e, path, dry_run, diff, err)) {
		journal_abandon(j);
		return -1;
	}
	if (!dry_run && diff->len)
		return commit(j, err);
	journal_abandon(j);
	return 0;
}
