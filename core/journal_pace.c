/* SPDX-License-Identifier: MIT */
/* The pace of a study, and the days that it is measured by. */
#include "core/journal_study_private.h"

#include "core/base/date.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/journal_private.h"

#define HISTORY_FILE "hecto/pace"

/* "2026-05-09 1200 300", a line a day. */
static bool read_point(struct str line, struct pace_point *out)
{
	struct str day = str_next_field(&line, ' ');
	struct str total = str_next_field(&line, ' ');
	unsigned minutes, done;

	out->day = day_parse_iso(day);
	if (out->day == DAY_NONE || str_to_uint(total, 10000000, &minutes) ||
	    str_to_uint(str_trim(line), 10000000, &done))
		return false;
	out->total = minutes;
	out->done = done;
	return true;
}

/* Beneath the git folder.  The work of one plan is not that of all: each has a
 * file. */
static void add_history_file(struct strbuf *out, const struct study *s)
{
	strbuf_addstr(out, HISTORY_FILE);
	if (s->own_plan)
		strbuf_addf(out, "-%s", item_id(str_of(s->own_plan)).s);
}

static bool history_path(struct journal *j, const struct study *s,
			 struct strbuf *out)
{
	AUTO(strbuf) file = STRBUF_INIT;

	if (!j->git_dir)
		return false;
	add_history_file(&file, s);
	strbuf_addstr(out, j->git_dir);
	path_join(out, file.buf);
	return true;
}

static void read_history(struct study_builder *b, struct study *out)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error none = ERROR_INIT;
	struct pace_point *points, point;
	struct str rest, line;
	size_t lines = 1, count = 0;

	if (!history_path(b->journal, out, &path) ||
	    file_read(&text, path.buf, LIMIT_FILE, &none))
		return;
	for (size_t i = 0; i < text.len; i++)
		lines += text.buf[i] == '\n';
	points = arena_alloc(b->mem, lines * sizeof(*points));
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s)
		if (read_point(line, &point) && point.day < out->today &&
		    (!count || points[count - 1].day < point.day))
			points[count++] = point;
	out->history = points;
	out->nhistory = count;
}

void study_add_pace(struct study_builder *b, struct study *out)
{
	const struct exam *e = b->exam;
	struct pace_point now = { out->today, out->all.minutes,
				  out->all.done };

	read_history(b, out);
	if (!e || e->day == DAY_NONE || e->start == DAY_NONE)
		return;
	out->plan = (struct pace_plan){
		.start = e->start,
		.exam = e->day,
		.today = out->today,
		.buffer = -1,
		.rules = &journal_settings(b->journal)->streak,
	};
	pace_measure(&out->pace, &out->plan, &now, out->history,
		     out->nhistory);
	out->has_pace = true;
}

static void add_point(struct strbuf *out, const struct pace_point *p)
{
	strbuf_addf(out, "%s %.0f %.0f\n", day_format(p->day).s, p->total,
		    p->done);
}

/* The points of a history with this one among them, in the place of what was
 * remembered of its day before. */
static void put_point(struct strbuf *out, struct str history,
		      const struct pace_point *now)
{
	struct pace_point p;
	bool added = false;
	struct str line;

	while ((line = str_next_line(&history)).s) {
		if (!read_point(line, &p) || p.day == now->day)
			continue;
		if (!added && p.day > now->day) {
			add_point(out, now);
			added = true;
		}
		add_point(out, &p);
	}
	if (!added)
		add_point(out, now);
}

void journal_study_remember(struct journal *j, const struct study *s)
{
	const struct pace_point now = { s->today, s->all.minutes, s->all.done };
	AUTO(beneath) folder = BENEATH_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	AUTO(strbuf) temporary = STRBUF_INIT;
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	struct error none = ERROR_INIT;

	if (s->all.minutes <= 0 || !j->git_dir ||
	    beneath_open(&folder, j->git_dir, &none))
		return;
	add_history_file(&file, s);
	strbuf_addf(&temporary, "%s.new", file.buf);
	if (beneath_read(&folder, file.buf, LIMIT_FILE, &before, &none) &&
	    none.kind != ERROR_NOT_FOUND)
		return;
	put_point(&after, strbuf_slice(&before), &now);
	if (!str_eq(strbuf_slice(&before), strbuf_slice(&after)) &&
	    beneath_replace(&folder, file.buf, temporary.buf,
			    strbuf_slice(&after), false, &none))
		return;
}
