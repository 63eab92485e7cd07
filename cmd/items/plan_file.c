/* SPDX-License-Identifier: MIT */
/* Which plan is meant, and adding to it. */
#include "cmd/items/items.h"

#include <string.h>

#include "cmd/exam/exam.h"
#include "cmd/report.h"
#include "core/base/path.h"
#include "core/model/plan_edit.h"
#include "core/model/plan_lines.h"
#include "core/model/practice.h"

#define NEW_PLAN "plans/plan.md"

struct plans {
	struct index_note *items;	/* of kind plan */
	size_t count;
};

static int load_plans(struct plans *out, struct journal *j, struct arena *mem,
		      struct error *err)
{
	struct index *ix;
	size_t count;

	out->count = 0;
	if (journal_index(j, &ix, err) ||
	    index_notes(ix, mem, &out->items, &count, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (out->items[i].kind == DOCUMENT_PLAN)
			out->items[out->count++] = out->items[i];
	return 0;
}

static const struct index_note *by_name(const struct plans *p, const char *typed)
{
	for (size_t i = 0; i < p->count; i++)
		if (str_is(str_of(typed), p->items[i].path) ||
		    str_eq_nocase(str_of(typed), str_of(p->items[i].id)))
			return &p->items[i];
	return NULL;
}

/* Does the plan speak of the exam, by its code or its name?  That a result of
 * it was noted there does not make a plan its own. */
static bool names_exam(struct journal *j, const char *path,
		       const struct exam *e, bool by_results)
{
	const char *code = e->code ? e->code : e->name;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error unread = ERROR_INIT;
	struct practice result;
	struct str rest, line;

	if (journal_read(j, path, &text, &unread))
		return false;
	if (str_has_nocase(str_of(path), code))
		return true;
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s)
		if (str_has_nocase(line, code) &&
		    (by_results ||
		     !practice_read(&result,
				    str_from(line, plan_item_prefix(line)))))
			return true;
	return false;
}

/* Where an exam's own plan is begun, beside those of others. */
static const char *own_path(const struct exam *e, struct arena *mem)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addstr(&path, "plans/");
	path_add_slug(&path, str_of(e->name));
	strbuf_addstr(&path, ".md");
	return arena_strndup(mem, path.buf, path.len);
}

static const struct index_note *by_text(const struct plans *p,
					struct journal *j,
					const struct exam *e, bool by_results)
{
	for (size_t i = 0; i < p->count; i++)
		if (names_exam(j, p->items[i].path, e, by_results))
			return &p->items[i];
	return NULL;
}

static const struct index_note *of_exam(const struct plans *p,
					struct journal *j,
					const struct exam *e,
					struct arena *mem)
{
	if (e->plan && by_name(p, e->plan))
		return by_name(p, e->plan);
	if (by_name(p, own_path(e, mem)))
		return by_name(p, own_path(e, mem));
	return by_text(p, j, e, false);
}

/* Is the plan that of another exam, which it names? */
static bool is_of_another(const struct plans *p, size_t i, struct journal *j,
			  const struct exam *e, struct arena *mem)
{
	const struct settings *set = journal_settings(j);

	for (size_t k = 0; k < set->nexams; k++)
		if (strcmp(set->exams[k].name, e->name) != 0 &&
		    of_exam(p, j, &set->exams[k], mem) == &p->items[i])
			return true;
	return false;
}

/* The only plan serves every exam, but for one that it does not speak of. */
static const struct index_note *only_plan(const struct plans *p,
					  struct journal *j,
					  const struct exam *named,
					  struct arena *mem)
{
	if (p->count != 1 || (named && is_of_another(p, 0, j, named, mem)))
		return NULL;
	return &p->items[0];
}

static int several(const struct plans *p, struct error *err)
{
	return error_set(err, ERROR_USAGE, "there are %zu plans, '%s' and "
			 "others; name one with --plan, or for good with "
			 "'hecto exam set NAME --plan PATH'", p->count,
			 p->items[0].path);
}

static int choose_typed(const char **path, const struct plans *p,
			const char *typed, struct arena *mem,
			struct error *err)
{
	const struct index_note *note = by_name(p, typed);

	if (note)
		*path = note->path;
	else if (str_starts(str_of(typed), "plans/") &&
		 str_ends(str_of(typed), ".md"))
		*path = arena_strdup(mem, typed);
	else
		return error_set(err, ERROR_NOT_FOUND, "there is no plan '%s'; "
				 "a new one is named plans/NAME.md", typed);
	return 0;
}

int plan_choose(const char **path, struct journal *j, const char *typed,
		const char *exam, struct arena *mem, struct error *err)
{
	const struct settings *set = journal_settings(j);
	const struct index_note *note = NULL;
	const struct exam *e;
	struct plans plans;

	if (load_plans(&plans, j, mem, err))
		return -1;
	if (typed)
		return choose_typed(path, &plans, typed, mem, err);
	e = exam ? exam_named(j, exam, err) :
		   exam_next(set->exams, set->nexams, journal_today(j));
	if (exam && !e)
		return -1;
	if (e)
		note = of_exam(&plans, j, e, mem);
	if (!note)
		note = only_plan(&plans, j, exam ? e : NULL, mem);
	if (!note && e && plans.count > 1)
		note = by_text(&plans, j, e, true);
	if (!note && plans.count > 1)
		return several(&plans, err);
	if (note)
		*path = arena_strdup(mem, note->path);
	else if (e && e->plan)
		*path = arena_strdup(mem, e->plan);
	else
		*path = e && plans.count ? own_path(e, mem) : NEW_PLAN;
	return 0;
}

const char *plan_of_exam(struct journal *j, const struct exam *e,
			 struct arena *mem)
{
	const struct index_note *note;
	struct error unknown = ERROR_INIT;
	struct plans plans;

	if (load_plans(&plans, j, mem, &unknown))
		return NULL;
	note = of_exam(&plans, j, e, mem);
	if (!note && !journal_settings(j)->nexams)
		note = only_plan(&plans, j, NULL, mem);
	return note ? note->path : NULL;
}

bool plan_exists(struct journal *j)
{
	AUTO(arena) mem = ARENA_INIT;
	struct error unknown = ERROR_INIT;
	struct plans plans;

	return !load_plans(&plans, j, &mem, &unknown) && plans.count;
}

/* Whatever kind of document it is: a file that is there is added to. */
static int read_plan(struct strbuf *out, struct journal *j, const char *path,
		     struct error *err)
{
	struct error unread = ERROR_INIT;

	if (!journal_read(j, path, out, &unread) ||
	    unread.kind == ERROR_NOT_FOUND)
		return 0;
	*err = unread;
	return -1;
}

static int put_item(struct journal *j, const char *path,
		    enum plan_section section, const char *title,
		    struct str item, struct error *err)
{
	AUTO(strbuf) before = STRBUF_INIT;
	AUTO(strbuf) after = STRBUF_INIT;

	if (read_plan(&before, j, path, err))
		return -1;
	plan_edit_add(&after, strbuf_slice(&before), section, title, item);
	return journal_put(j, path, strbuf_slice(&after), err);
}

int plan_add_item(struct journal *j, const char *path,
		  enum plan_section section, const char *title,
		  struct str item, const char *message, struct error *err)
{
	struct store_report report = { .changed = false };

	if (journal_begin(j, err))
		return -1;
	if (put_item(j, path, section, title, item, err)) {
		journal_abandon(j);
		return -1;
	}
	if (journal_commit(j, message, &report, err))
		return -1;
	report_store(&report);
	return 0;
}
