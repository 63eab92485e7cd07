/* SPDX-License-Identifier: MIT */
/* What is kept back when a journal is published, and what must not be shown. */
#include "core/model/left_out.h"

#include <stdlib.h>

#include "core/model/conflict.h"
#include "core/model/document.h"
#include "core/model/private_row.h"
#include "core/model/secret.h"
#include "core/model/section_lines.h"

void left_out_release(struct left_out *l)
{
	arena_release(&l->mem);
	free(l->places);
	free(l->secrets);
}

void left_out_add(struct left_out *l, const char *path,
		  const struct private_place *at)
{
	XGROW(l->places, l->nplaces, l->places_cap);
	l->places[l->nplaces++] = (struct left_out_place){
		.path = arena_strdup(&l->mem, path),
		.at = *at,
	};
	l->counts[at->kind]++;
}

void left_out_tell(struct left_out *l, const char *path,
		   const struct private_place *at)
{
	if (l->unlisted >> at->kind & 1)
		l->counts[at->kind]++;
	else
		left_out_add(l, path, at);
}

struct hearing {
	struct left_out *left_out;
	const char *path;
	unsigned before;	/* lines of the file above the text */
};

static void hear(void *to, const struct private_place *place)
{
	const struct hearing *h = to;
	struct private_place at = *place;

	at.line += h->before;
	at.last_line += h->before;
	left_out_add(h->left_out, h->path, &at);
}

void left_out_add_secret(struct left_out *l, const char *path, unsigned line,
			 struct str what, struct str masked)
{
	XGROW(l->secrets, l->nsecrets, l->secrets_cap);
	l->secrets[l->nsecrets++] = (struct left_out_secret){
		.path = arena_strdup(&l->mem, path),
		.line = line,
		.what = arena_str(&l->mem, what).s,
		.masked = arena_str(&l->mem, masked).s,
	};
}

static void add_secret(struct left_out *l, const char *path, unsigned line,
		       const struct secret *s)
{
	AUTO(strbuf) masked = STRBUF_INIT;

	secret_add_masked(&masked, s->text);
	left_out_add_secret(l, path, line, str_of(s->what),
			    strbuf_slice(&masked));
}

/* Where secrets stand in what is left of a body, in order. */
struct finding {
	size_t *at, count, cap;
	struct strbuf plain, before;	/* the line in hand, and that above */
	struct secret_joint joint;
};
#define FINDING_INIT \
	{ NULL, 0, 0, STRBUF_INIT, STRBUF_INIT, SECRET_JOINT_INIT }

static void finding_release(struct finding *f)
{
	free(f->at);
	strbuf_release(&f->plain);
	strbuf_release(&f->before);
	secret_joint_release(&f->joint);
}

static void note_place(struct finding *f, struct str public, const char *at)
{
	XGROW(f->at, f->count, f->cap);
	f->at[f->count++] = (size_t)(at - public.s);
}

/* What marks break up stands somewhere on the line: at its end, that is behind
 * what was found before. */
static void scan_shown(struct left_out *l, const char *path, struct str public,
		       struct str before, struct str line,
		       struct finding *found)
{
	struct secret_scan scan;
	struct secret s;
	bool is_marked = secret_may_be_marked(line);

	if ((!is_marked && !secret_may_be_marked(before)) ||
	    str_find_str(line, STR(SECRET_ALLOWED)) < line.len)
		return;
	strbuf_reset(&found->plain);
	strbuf_reset(&found->before);
	secret_add_plain(&found->plain, line);
	secret_add_plain(&found->before, before);
	scan = (struct secret_scan){ .rest = strbuf_slice(&found->plain),
				     .before = strbuf_slice(&found->before) };
	while (secret_next(&scan, &s)) {
		if (str_find_str(line, s.text) < line.len)
			continue;
		add_secret(l, path, 0, &s);
		note_place(found, public, line.s + line.len - 1);
	}
}

/* It stands at the front of the line, and on the one before. */
static void scan_across(struct left_out *l, const char *path,
			struct str public, struct str before, struct str line,
			struct finding *found)
{
	const struct str allowed = STR(SECRET_ALLOWED);
	struct secret s;

	if (!secret_across(&found->joint, line, &s) ||
	    str_find_str(line, allowed) < line.len ||
	    str_find_str(before, allowed) < before.len)
		return;
	add_secret(l, path, 0, &s);
	note_place(found, public, line.s);
}

/* What allows a secret holds for its line; some lines end in "\r" alone. */
static void scan_body(struct left_out *l, const char *path, struct str public,
		      struct finding *found)
{
	struct str rest = public, before = STR(""), line;
	struct secret_scan scan = { .line = 0 };
	struct secret s;

	for (; (line = section_next_line(&rest)).s; before = line) {
		scan_across(l, path, public, before, line, found);
		scan.rest = line;
		while (secret_next(&scan, &s)) {
			add_secret(l, path, 0, &s);
			note_place(found, public, s.text.s);
		}
		scan_shown(l, path, public, scan.before, line, found);
	}
}

/* Places in what is left of a body, ascending, become lines of the file. */
static void find_lines(const struct left_out_document *doc,
		       struct private_rules rules, size_t *places, size_t count)
{
	unsigned number = document_lines_above(doc->front);
	struct str rest = doc->body, line = STR("");
	size_t end = 0;

	private_origins(doc->body, rules, places, count);
	for (size_t i = 0; i < count; i++) {
		while (end <= places[i] &&
		       (line = section_next_line(&rest)).s) {
			end = (size_t)(line.s - doc->body.s) + line.len;
			number++;
		}
		places[i] = number;
	}
}

static void set_lines(struct left_out *l, const struct left_out_document *doc,
		      struct private_rules rules, const struct finding *found)
{
	struct left_out_secret *s = l->secrets + l->nsecrets - found->count;

	find_lines(doc, rules, found->at, found->count);
	for (size_t i = 0; i < found->count; i++)
		s[i].line = (unsigned)found->at[i];
}

/* --- what a merge left --- */

struct marks {
	struct str public;
	size_t *at, count, cap;
};

static void marks_release(struct marks *m)
{
	free(m->at);
}

static void note_mark(void *data, const struct conflict *c)
{
	struct marks *m = data;

	XGROW(m->at, m->count, m->cap);
	m->at[m->count++] = (size_t)(c->line.s - m->public.s);
}

static void find_conflicts(struct left_out *l,
			   const struct left_out_document *doc,
			   struct private_rules rules, struct str public)
{
	AUTO(marks) m = { public, NULL, 0, 0 };

	conflicts_find(public, &(struct conflict_reader){
		.found = note_mark, .data = &m });
	if (m.count)
		find_lines(doc, rules, m.at, m.count);
	for (size_t i = 0; i < m.count; i++)
		left_out_add(l, doc->path, &(struct private_place){
			.kind = PRIVATE_CONFLICT,
			.line = (unsigned)m.at[i],
			.last_line = (unsigned)m.at[i],
		});
}

struct private_rules left_out_rules(const struct left_out_document *doc,
				    struct arena *mem)
{
	return private_rules_read(doc->private_sections, doc->front, mem);
}

struct str left_out_filter(struct left_out *l,
			   const struct left_out_document *doc,
			   struct arena *mem)
{
	struct hearing h = { l, doc->path, 0 };
	const struct private_listener listener = { hear, &h };
	AUTO(finding) found = FINDING_INIT;
	const struct private_rules rules = left_out_rules(doc, mem);
	struct str public;

	h.before = document_lines_above(doc->front);
	public = private_filter(doc->body, rules, &listener, mem);
	scan_body(l, doc->path, public, &found);
	if (found.count)
		set_lines(l, doc, rules, &found);
	find_conflicts(l, doc, rules, public);
	return public;
}

bool left_out_filter_front(struct left_out *l,
			   const struct left_out_document *doc,
			   struct str *out, struct arena *mem)
{
	struct hearing h = { l, doc->path, 0 };
	const struct private_listener listener = { hear, &h };

	*out = doc->front;
	return private_filter_front(out, &listener, mem);
}

/* The line of the front matter that has the secret; it may be allowed. */
static unsigned line_in_front(struct str front, struct str text, bool *allowed)
{
	struct str line;
	unsigned number = 0;

	*allowed = false;
	while ((line = section_next_line(&front)).s) {
		number++;
		if (str_find_str(line, text) == line.len)
			continue;
		*allowed = str_find_str(line, STR(SECRET_ALLOWED)) < line.len;
		return number;
	}
	return 0;
}

static void scan_text(struct left_out *l, const struct left_out_document *doc,
		      struct str text)
{
	struct secret_scan scan = { .rest = text };
	struct secret s;

	while (secret_next(&scan, &s)) {
		bool allowed;
		unsigned line = line_in_front(doc->front, s.text, &allowed);

		if (!allowed)
			add_secret(l, doc->path, line, &s);
	}
}

void left_out_scan(struct left_out *l, const struct left_out_document *doc,
		   struct str text)
{
	AUTO(finding) found = FINDING_INIT;
	struct str rest = text, before = STR(""), line;

	scan_text(l, doc, text);
	for (; (line = str_next_line(&rest)).s; before = line)
		scan_shown(l, doc->path, text, before, line, &found);
}
