/* SPDX-License-Identifier: MIT */
/* Noting the result of a practice exam in the plan, once. */
#include "cmd/exam/exam.h"

#include <string.h>

#include "cmd/items/items.h"
#include "cmd/report.h"
#include "core/model/date_words.h"
#include "core/model/document.h"
#include "core/model/practice_exam.h"

#define MARKS_OF_LINES ",():|"	/* what tells the parts of a line apart */

/* --- what is said -------------------------------------------------------- */

/* Far off as well: somebody who knows other names picks from these. */
static int no_such_domain(const struct exam *e, struct str typed,
			  struct error *err)
{
	AUTO(strbuf) names = STRBUF_INIT;

	for (size_t i = 0; i < e->ndomains; i++)
		strbuf_addf(&names, "%s'%s'", i ? ", " : "",
			    e->domains[i].name);
	return error_set(err, ERROR_USAGE, "'%.*s' is not one of the domains "
			 "of '%s', which are %s",
			 (int)str_upto(typed, 60).len, typed.s, e->name,
			 names.buf);
}

/* Before what tells the parts of a line apart. */
static struct str plain_part(struct str s)
{
	size_t at = 0;

	while (at < s.len && !strchr(MARKS_OF_LINES, s.s[at]))
		at++;
	return str_trim(str_upto(s, at));
}

/* As the exam calls it, as far as a line of a plan can have that. */
static int name_domain(struct str *name, const struct exam *e,
		       struct error *err)
{
	const struct exam_domain *d = practice_domain(e, *name);
	struct str full = d ? str_of(d->name) : *name;
	struct str plain = plain_part(full);

	if (e->ndomains && !d)
		return no_such_domain(e, *name, err);
	if (d ? practice_domain(e, plain) != d : plain.len < full.len)
		return error_set(err, ERROR_USAGE, "the name of a domain has "
				 "none of '%s' here, unlike '%.*s'",
				 MARKS_OF_LINES, (int)full.len, full.s);
	*name = plain;
	return 0;
}

/* "Security=9/17" */
static int read_part(struct practice *out, const struct exam *e,
		     const char *typed, struct error *err)
{
	struct practice_part *part = &out->parts[out->nparts];
	struct str s = str_of(typed);
	size_t at = str_find(s, '=');

	part->domain = str_trim(str_upto(s, at));
	if (at >= s.len || !part->domain.len)
		return error_set(err, ERROR_USAGE, "with 'practice', --domain "
				 "takes a name and a score such as "
				 "'Security=9/17', not '%s'", typed);
	if (name_domain(&part->domain, e, err) ||
	    practice_score(str_from(s, at + 1), &part->right, &part->asked,
			   err))
		return -1;
	for (size_t i = 0; i < out->nparts; i++)
		if (str_eq_nocase(out->parts[i].domain, part->domain))
			return error_set(err, ERROR_USAGE, "--domain says "
					 "'%.*s' twice",
					 (int)part->domain.len,
					 part->domain.s);
	out->nparts++;
	return 0;
}

static int read_result(struct practice *out, const struct context *ctx,
		       const struct exam_args *a, const struct exam *e,
		       const char *score, struct error *err)
{
	int today = journal_today(ctx->journal);

	*out = (struct practice){ .day = today };
	if (practice_score(str_of(score), &out->right, &out->asked, err))
		return -1;
	if (a->date && date_words_parse(&out->day, str_of(a->date), today,
					DATE_PAST, err))
		return error_context(err, "--date");
	if (a->from)
		out->source = str_trim(str_of(a->from));
	if (a->domains.count > PRACTICE_PARTS)
		return error_set(err, ERROR_USAGE, "an exam has at most %d "
				 "domains", PRACTICE_PARTS);
	for (size_t i = 0; i < a->domains.count; i++)
		if (read_part(out, e, a->domains.values[i], err))
			return -1;
	return 0;
}

/* Exams that come later may share the plan: the result says whose it is, but in
 * a plan of one exam alone. */
static void name_exam(struct strbuf *source, struct practice *p,
		      const struct exam *e, const char *path)
{
	if ((e->plan && !strcmp(e->plan, path)) || strpbrk(e->name, ":(|") ||
	    practice_source(p, e).len < p->source.len)
		return;
	strbuf_addslice(source, p->source);
	strbuf_addf(source, "%s%s", source->len ? ", " : "", e->name);
	p->source = strbuf_slice(source);
}

/* A source may have what only a score has: then the line is none. */
static int add_line(struct strbuf *out, const struct practice *p,
		    struct error *err)
{
	struct practice again;

	practice_add(out, p);
	if (practice_read(&again, strbuf_slice(out)) &&
	    practice_is_same(&again, p) && again.nparts == p->nparts)
		return 0;
	return error_set(err, ERROR_USAGE, "'%.*s' in a line would hide the "
			 "score; name the source with --from in plain words",
			 (int)p->source.len, p->source.s);
}

/* --- what is noted ------------------------------------------------------- */

/* A result of the plan, and its line. */
struct noted {
	struct practice result;	/* borrows from `mem` */
	unsigned line;		/* 0: there is none */
};

/* Older lines may have no name of an exam, and newer ones have it. */
static bool is_it(const struct practice *other, const struct practice *p,
		  const struct settings *set, const struct exam *e,
		  const char *path)
{
	struct practice a = *other, b = *p;

	a.source = practice_source(other, e);
	b.source = practice_source(p, e);
	return practice_is_same(&a, &b) &&
	       practice_is_of(other, path, e, set->exams, set->nexams);
}

static void find_noted(struct noted *out, struct journal *j, struct str text,
		       const char *path, const struct exam *e,
		       const struct practice *p, struct arena *mem)
{
	const struct settings *set = journal_settings(j);
	struct document doc;

	out->line = 0;
	document_parse(&doc, path, text, mem);
	for (size_t i = 0; i < doc.npassages && !out->line; i++)
		if (practice_read(&out->result, doc.passages[i].text) &&
		    is_it(&out->result, p, set, e, path))
			out->line = doc.passages[i].line;
}

/* The line with what is new of the domains; looked at before it is kept. */
static int put_completed(struct journal *j, const char *path, struct str text,
			 const struct exam *e, const struct noted *noted,
			 const struct practice *now, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) after = STRBUF_INIT;
	struct noted again;

	practice_edit(&after, text, noted->line, &noted->result, now);
	find_noted(&again, j, strbuf_slice(&after), path, e, now, &mem);
	if (again.line == noted->line && !practice_complete(&again.result, now))
		return journal_put(j, path, strbuf_slice(&after), err);
	return error_set(err, ERROR_INPUT, "this result is noted in '%s', line "
			 "%u, which takes no domains; add them by hand, or "
			 "tell it apart with --from", path, noted->line);
}

/* Is the result in the plan? */
enum presence { NOT_NOTED, NOTED, NOTED_WITH_LESS };

/* Within begin … commit. */
static int complete(enum presence *was, struct journal *j, const char *path,
		    const struct exam *e, const struct practice *p,
		    struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) file = STRBUF_INIT;
	struct error none_yet = ERROR_INIT;
	struct noted noted = { .line = 0 };
	struct practice now;

	if (!journal_read(j, path, &file, &none_yet))
		find_noted(&noted, j, strbuf_slice(&file), path, e, p, &mem);
	*was = noted.line ? NOTED : NOT_NOTED;
	now = noted.result;
	if (!noted.line || !practice_complete(&now, p))
		return 0;
	*was = NOTED_WITH_LESS;
	return put_completed(j, path, strbuf_slice(&file), e, &noted, &now,
			     err);
}

static int complete_noted(enum presence *was, struct journal *j,
			  const char *path, const struct exam *e,
			  const struct practice *p, struct error *err)
{
	struct store_report report = { .changed = false };
	int rc;

	if (journal_begin(j, err))
		return -1;
	rc = complete(was, j, path, e, p, err);
	if (rc || *was != NOTED_WITH_LESS) {
		journal_abandon(j);
		return rc;
	}
	if (journal_commit(j, "Complete a practice exam\n", &report, err))
		return -1;
	report_store(&report);
	return 0;
}

static int note(struct journal *j, const char *path, const struct exam *e,
		const struct practice *p, struct error *err)
{
	AUTO(strbuf) line = STRBUF_INIT;
	enum presence was;

	if (add_line(&line, p, err) ||
	    complete_noted(&was, j, path, e, p, err))
		return -1;
	if (was != NOT_NOTED) {
		report_note(was == NOTED ?
				    "this result is noted already; --from "
				    "tells two of a day apart" :
				    "this result was noted already, and has "
				    "these domains now");
		return 0;
	}
	if (plan_add_item(j, path, PLAN_PRACTICE, "Practice exams",
			  strbuf_slice(&line), "Note a practice exam\n", err))
		return -1;
	report_note("what was missing is best noted now: 'hecto hole'");
	return 0;
}

int exam_note_practice(const struct context *ctx, const struct exam_args *a,
		       const struct exam *e, const char *score,
		       struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) source = STRBUF_INIT;
	struct practice p;
	const char *path;

	if (read_result(&p, ctx, a, e, score, err) ||
	    plan_choose(&path, ctx->journal, a->plan, e->name, &mem, err))
		return -1;
	name_exam(&source, &p, e, path);
	return note(ctx->journal, path, e, &p, err);
}
