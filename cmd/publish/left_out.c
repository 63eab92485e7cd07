/* SPDX-License-Identifier: MIT */
/* Saying what a publishing keeps back, and what it must not show. */
#include "cmd/publish/left_out.h"

#include <string.h>
#include <unistd.h>

#include "cmd/folder_out.h"
#include "cmd/report.h"
#include "cmd/terminal/present.h"
#include "cmd/terminal/table.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/secret.h"
#include "exporters/exporter.h"

#define COMPLAINTS_MAX 10	/* of one kind that are said */
#define WARNING "warning: "

/* `name` is for JSON; a place with a complaint is one where the mark may not
 * do what its author means, or what hardly anybody means to show. */
static const struct {
	const char *name, *one, *many, *complaint;
} kinds[PRIVATE_KINDS] = {
	[PRIVATE_ENTRY] = { "entry", "private entry", "private entries",
			    NULL },
	[PRIVATE_NOTE] = { "note", "private note", "private notes", NULL },
	[PRIVATE_SECTION] = { "section", "private section",
			      "private sections", NULL },
	[PRIVATE_BLOCK] = { "block", "private block", "private blocks",
			    NULL },
	[PRIVATE_LINE] = { "line", "private line", "private lines", NULL },
	[PRIVATE_FIELD] = { "field", "private field of front matter",
			    "private fields of front matter", NULL },
	[PRIVATE_UNCLOSED] = { "unclosed", NULL, NULL,
			       "the private block is not closed, and all that "
			       "follows is left out; '<!-- /private -->' "
			       "closes it, and a comment that is no mark "
			       "begins with another word than 'private'" },
	[PRIVATE_UNOPENED] = { "unopened", NULL, NULL,
			       "'<!-- /private -->' closes no private block" },
	[PRIVATE_NO_MARK] = { "no-mark", NULL, NULL,
			      "this comment neither hides nor shows "
			      "anything; '<!-- private -->' hides, "
			      "'<!-- /private -->' ends a block" },
	[PRIVATE_CONFLICT] = { "conflict", NULL, NULL,
			       "a mark that a merge left is shown; keep what "
			       "is right, and remove the lines with <<<<<<<, "
			       "======= and >>>>>>>" },
};

struct left_out publish_begin_left_out(void)
{
	struct left_out l = LEFT_OUT_INIT;

	for (size_t k = 0; k < PRIVATE_KINDS; k++)
		if (!kinds[k].complaint)
			l.unlisted |= 1u << k;
	return l;
}

static void add_summary(struct strbuf *out, const struct left_out *l)
{
	const char *before = "left out: ";
	size_t start = out->len;

	for (size_t k = 0; k < PRIVATE_KINDS; k++) {
		if (!l->counts[k] || kinds[k].complaint)
			continue;
		strbuf_addf(out, "%s%zu %s", before, l->counts[k],
			    l->counts[k] == 1 ? kinds[k].one : kinds[k].many);
		before = ", ";
	}
	if (out->len > start)
		strbuf_addstr(out,
			      "; 'hecto publish --left-out' says where\n");
}

static void add_complaints(struct strbuf *out, const struct left_out *l)
{
	size_t said[PRIVATE_KINDS] = { 0 };

	for (size_t i = 0; i < l->nplaces; i++) {
		const struct left_out_place *p = &l->places[i];

		if (!kinds[p->at.kind].complaint ||
		    said[p->at.kind]++ >= COMPLAINTS_MAX)
			continue;
		strbuf_addf(out, WARNING "'%s', line %u: %s\n", p->path,
			    p->at.line, kinds[p->at.kind].complaint);
	}
}

/* The way out is said once, by the error that ends the publishing. */
static void warn_of_secrets(const struct left_out *l)
{
	for (size_t i = 0; i < l->nsecrets; i++) {
		const struct left_out_secret *s = &l->secrets[i];

		if (s->line)
			report_warning("%s:%u: there is %s (%s)", s->path,
				       s->line, s->what, s->masked);
		else
			report_warning("%s: there is %s (%s)", s->path,
				       s->what, s->masked);
	}
}

/* What the journal complains of is said at the end of the command. */
static bool is_complaint(struct journal *j, struct str text)
{
	const char *const *warnings;
	size_t count = journal_warnings(j, &warnings);

	for (size_t i = 0; i < count; i++)
		if (str_is(text, warnings[i]))
			return true;
	return false;
}

static void say_lines(struct str lines, struct journal *j)
{
	struct str line;

	while ((line = str_next_line(&lines)).s) {
		bool warning = str_starts(line, WARNING);
		struct str text = warning ? str_from(line, strlen(WARNING)) :
					    line;

		if (warning && is_complaint(j, text))
			continue;
		if (warning)
			report_warning("%.*s", (int)text.len, text.s);
		else
			report_note("%.*s", (int)text.len, text.s);
	}
}

static bool find_file(struct strbuf *out, struct journal *j)
{
	const char *git_dir = journal_git_dir(j);

	if (!git_dir)
		return false;
	strbuf_addstr(out, git_dir);
	path_join(out, "hecto/left-out");
	return true;
}

/* That it cannot be kept only means that the site is drawn again. */
static void keep_lines(struct str source, struct str lines, struct journal *j)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error ignored = ERROR_INIT;

	if (!source.len || !find_file(&path, j))
		return;
	strbuf_addslice(&text, source);
	strbuf_addch(&text, '\n');
	strbuf_addslice(&text, lines);
	if (folder_replace_file(path.buf, strbuf_slice(&text), &ignored))
		return;
}

/* What was complained of while the site was drawn: that it is current is found
 * out without that. */
static void add_journal_complaints(struct strbuf *out, struct journal *j,
				   size_t known)
{
	const char *const *warnings;
	size_t count = journal_warnings(j, &warnings);

	for (size_t i = known; i < count; i++)
		strbuf_addf(out, WARNING "%s\n", warnings[i]);
}

void publish_tell_left_out(const struct left_out *l, struct str source,
			   struct journal *j, size_t known)
{
	AUTO(strbuf) lines = STRBUF_INIT;

	add_summary(&lines, l);
	add_complaints(&lines, l);
	say_lines(strbuf_slice(&lines), j);
	warn_of_secrets(l);
	add_journal_complaints(&lines, j, known);
	if (!l->nsecrets)
		keep_lines(source, strbuf_slice(&lines), j);
}

bool publish_repeat_left_out(struct str source, struct journal *j)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) text = STRBUF_INIT;
	struct error ignored = ERROR_INIT;
	struct str rest;

	if (!find_file(&path, j) || access(path.buf, R_OK) ||
	    file_read(&text, path.buf, LIMIT_FILE, &ignored))
		return false;
	rest = strbuf_slice(&text);
	if (!str_eq(str_next_line(&rest), source))
		return false;
	say_lines(rest, j);
	return true;
}

/* --- hecto publish --left-out --- */

static int look(struct left_out *l, const struct context *ctx,
		struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct exporter *site = exporter_by_name("site");
	const struct export_options options = { .left_out = l,
						.only_left_out = true };
	AUTO(snapshot) s = SNAPSHOT_INIT;

	if (!site)
		return error_set(err, ERROR_USAGE, "this hecto was built "
				 "without the site");
	if (journal_snapshot(ctx->journal, &mem, false, &s, err))
		return -1;
	return site->run(&s, &options, NULL, err);
}

static const char *what_of(const struct private_place *at)
{
	if (at->kind == PRIVATE_SECTION)
		return section_name(at->section);
	return kinds[at->kind].complaint ? kinds[at->kind].complaint :
					   kinds[at->kind].one;
}

static void add_place(struct strbuf *out, const struct context *ctx,
		      const char *path, unsigned line, unsigned last_line)
{
	if (!line) {
		style_add(out, ctx, STYLE_DIM, str_of(path));
		return;
	}
	present_place(out, ctx, path, line);
	if (last_line > line)
		strbuf_addf(out, "-%u", last_line);
}

static int print_places(const struct left_out *l, const struct context *ctx,
			struct error *err)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < l->nplaces; i++) {
		const struct left_out_place *p = &l->places[i];
		bool complaint = kinds[p->at.kind].complaint;

		add_place(&out, ctx, p->path, p->at.line, p->at.last_line);
		strbuf_addstr(&out, "  ");
		style_add(&out, ctx, complaint ? STYLE_WARN : STYLE_NONE,
			  str_of(what_of(&p->at)));
		strbuf_addch(&out, '\n');
	}
	for (size_t i = 0; i < l->nsecrets; i++) {
		const struct left_out_secret *s = &l->secrets[i];

		add_place(&out, ctx, s->path, s->line, s->line);
		strbuf_addstr(&out, "  ");
		style_add(&out, ctx, STYLE_BAD, str_of(s->what));
		strbuf_addf(&out, " (%s)\n", s->masked);
	}
	return report_output(&out, err);
}

static struct json *new_place(const char *path, const char *kind,
			      unsigned line, unsigned last_line)
{
	struct json *v = json_new_object();

	json_set_string(v, "path", path);
	json_set_string(v, "kind", kind);
	if (line) {
		json_set_int(v, "line", line);
		json_set_int(v, "last_line", last_line);
	} else {
		json_set_null(v, "line");
		json_set_null(v, "last_line");
	}
	return v;
}

static int print_json(const struct left_out *l, struct error *err)
{
	struct json *all = json_new_array();
	int rc;

	for (size_t i = 0; i < l->nplaces; i++) {
		const struct private_place *at = &l->places[i].at;
		struct json *v = new_place(l->places[i].path,
					   kinds[at->kind].name, at->line,
					   at->last_line);

		if (at->kind == PRIVATE_SECTION)
			json_set_string(v, "section",
					section_name(at->section));
		json_append(all, v);
	}
	for (size_t i = 0; i < l->nsecrets; i++) {
		const struct left_out_secret *s = &l->secrets[i];
		struct json *v = new_place(s->path, "secret", s->line,
					   s->line);

		json_set_string(v, "what", s->what);
		json_set_string(v, "masked", s->masked);
		json_append(all, v);
	}
	rc = report_json(all, err);
	json_free(all);
	return rc;
}

int publish_list_left_out(const struct context *ctx, bool json,
			  struct error *err)
{
	struct left_out l = LEFT_OUT_INIT;
	int rc = look(&l, ctx, err);

	if (!rc)
		rc = json ? print_json(&l, err) : print_places(&l, ctx, err);
	left_out_release(&l);
	return rc;
}
