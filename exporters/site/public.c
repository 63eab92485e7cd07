/* SPDX-License-Identifier: MIT */
/* Making the public view of a journal: the one way from it to the site. */
#include "exporters/site/view.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/path.h"
#include "core/model/document.h"
#include "core/model/private.h"
#include "core/text/frontmatter.h"
#include "exporters/site/links.h"
#include "exporters/site/passages.h"

#define NOT_SHOWN ((size_t)-1)

struct maker {
	struct site_view *view;
	const struct snapshot *s;
	struct arena *mem;
	struct strset names;	/* files of one folder that are taken */
	struct passage_filter passages;
};

static bool is_public_entry(const struct entry *e)
{
	/* Whoever marks the header means what stands under it. */
	return !e->private && !(e->heading.s && private_is_marked(e->heading));
}

static size_t count_words(struct str text)
{
	size_t n = 0;
	bool in_word = false;

	for (size_t i = 0; i < text.len; i++) {
		unsigned char c = (unsigned char)text.s[i];
		bool letter = c >= 0x80 || (c >= '0' && c <= '9') ||
			      ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');

		n += letter && !in_word;
		in_word = letter;
	}
	return n;
}

static const char *entry_title(struct maker *m, const struct entry *e)
{
	AUTO(strbuf) title = STRBUF_INIT;

	entry_add_title(&title, e);
	return arena_strndup(m->mem, title.buf, title.len);
}

/* The folder of an entry's file, which its relative links start from. */
static const char *entry_dir(struct maker *m, const struct entry *e,
			     const char *title, size_t index)
{
	AUTO(strbuf) path = STRBUF_INIT;
	struct link_document called = { .title = title, .is_entry = true };

	entry_add_path(&path, e);
	strset_put(&m->view->targets, strbuf_slice(&path), index);
	called.path = arena_str(m->mem, strbuf_slice(&path)).s;
	link_names_add(m->view->names, &called);
	return arena_str(m->mem, path_dirname(strbuf_slice(&path))).s;
}

static void add_entry(struct maker *m, size_t number)
{
	struct site_view *v = m->view;
	const struct entry *e = &m->s->entries[number];
	struct site_entry *out = &v->entries[v->nentries];
	const bool *private = m->s->settings->private_sections;

	*out = (struct site_entry){
		.file = site_file_name(&m->names, str_of(e->id), m->mem),
		.title = entry_title(m, e),
		.entry = e,
		.day = entry_day(e),
		.body = private_filter(e->body, private, m->mem),
	};
	out->dir = entry_dir(m, e, out->title, v->nentries);
	out->words = count_words(out->body);
	out->anchors = site_sections(out->body);
	if (out->body.len != e->body.len)
		passage_filter_entry(&m->passages, number, out->body);
	v->ndated += out->day != DAY_NONE;
	v->nentries++;
}

static void add_entries(struct maker *m, size_t *shown)
{
	struct site_view *v = m->view;

	v->entries = arena_alloc(m->mem,
				 (m->s->nentries + 1) * sizeof(*v->entries));
	for (size_t i = 0; i < m->s->nentries; i++) {
		shown[i] = v->nentries;
		if (is_public_entry(&m->s->entries[i]))
			add_entry(m, i);
		else
			shown[i] = NOT_SHOWN;
	}
	strset_release(&m->names);
}

/* The file without front matter; false when it must not be shown.  Front
 * matter that cannot be read hides the note if it speaks of "private". */
static bool note_body(struct maker *m, const struct snapshot_note *n,
		      struct str *body)
{
	struct error err = ERROR_INIT;
	struct frontmatter fm;

	*body = n->text;
	if (frontmatter_parse(&fm, n->text, m->mem, &err)) {
		*body = fm.body;
		return str_find_str(fm.raw, STR("private")) == fm.raw.len;
	}
	*body = fm.body;
	return true;
}

static bool is_public_note(struct maker *m, const struct snapshot_note *n,
			   struct str *body, struct document *doc)
{
	if (!note_body(m, n, body))
		return false;
	document_parse(doc, n->path, n->text, m->mem);
	return !doc->private;
}

/* The last heading of each part; only what is shown has any. */
static void call_note(struct maker *m, const struct snapshot_note *n,
		      const struct site_note *shown)
{
	const char **headings = arena_alloc(m->mem, (shown->nparts + 1) *
							    sizeof(*headings));
	struct link_document called = { .path = n->path,
					.title = shown->title,
					.headings = headings };

	for (size_t i = 0; i < shown->nparts; i++) {
		const struct part *p = &shown->parts[i];

		if (p->nheadings)
			headings[called.nheadings++] =
				p->headings[p->nheadings - 1];
	}
	called.aliases = link_aliases(n->text, m->mem, &called.naliases);
	link_names_add(m->view->names, &called);
}

static void add_note(struct maker *m, size_t number)
{
	struct site_view *v = m->view;
	const struct snapshot_note *n = &m->s->notes[number];
	struct site_note *out = &v->notes[v->nnotes];
	struct document doc;
	struct str body, shown;

	if (!is_public_note(m, n, &body, &doc))
		return;
	shown = private_filter(body, m->s->settings->private_sections, m->mem);
	*out = (struct site_note){
		.file = site_file_name(&m->names, str_of(n->id), m->mem),
		.dir = arena_str(m->mem, path_dirname(str_of(n->path))).s,
		.title = n->title ? n->title : n->id,
		.is_plan = n->kind == DOCUMENT_PLAN,
		.day = doc.day,
		.body = shown,
	};
	if (shown.len != body.len) {
		document_parse(&doc, n->path, shown, m->mem);
		out->title = doc.title ? doc.title : n->id;
		passage_filter_note(&m->passages, number, &doc);
	}
	out->parts = doc.parts;
	out->nparts = doc.nparts;
	strset_put(&v->targets, str_of(n->path), v->nentries + v->nnotes);
	call_note(m, n, out);
	v->nnotes++;
}

static void add_notes(struct maker *m, size_t *shown)
{
	struct site_view *v = m->view;

	v->notes = arena_alloc(m->mem, (m->s->nnotes + 1) * sizeof(*v->notes));
	for (size_t i = 0; i < m->s->nnotes; i++) {
		size_t before = v->nnotes;

		add_note(m, i);
		shown[i] = v->nnotes > before ? before : NOT_SHOWN;
	}
	strset_release(&m->names);
}

static int compare_days(const void *a, const void *b)
{
	const struct site_day *x = a, *y = b;

	if (x->day != y->day)
		return x->day < y->day ? -1 : 1;
	return (x->entry > y->entry) - (x->entry < y->entry);
}

static void merge_days(struct site_view *v)
{
	size_t n = 0;

	for (size_t i = 0; i < v->ndays; i++) {
		if (n && v->days[n - 1].day == v->days[i].day) {
			v->days[n - 1].minutes += v->days[i].minutes;
			v->days[n - 1].words += v->days[i].words;
		} else {
			v->days[n++] = v->days[i];
		}
	}
	v->ndays = n;
}

/* An entry of several days gives each an equal share. */
static void add_days_of(struct site_view *v, size_t number)
{
	const struct site_entry *e = &v->entries[number];
	size_t n = e->entry->ndays;

	for (size_t k = 0; k < n; k++)
		v->days[v->ndays++] = (struct site_day){
			.day = e->entry->days[k],
			.entry = number,
			.minutes = e->entry->minutes / (int)n,
			.words = e->words / n,
		};
}

static void add_days(struct maker *m)
{
	struct site_view *v = m->view;
	size_t total = 0, timed = 0;

	for (size_t i = 0; i < v->nentries; i++)
		total += v->entries[i].entry->ndays;
	v->days = arena_alloc(m->mem, (total + 1) * sizeof(*v->days));
	for (size_t i = 0; i < v->nentries; i++)
		add_days_of(v, i);
	qsort(v->days, v->ndays, sizeof(*v->days), compare_days);
	merge_days(v);
	for (size_t i = 0; i < v->ndays; i++)
		timed += v->days[i].minutes > 0;
	v->by_minutes = timed * 2 > v->ndays;
}

void site_view_make(struct site_view *out, const struct snapshot *s,
		    struct arena *mem)
{
	struct maker m = {
		.view = out,
		.s = s,
		.mem = mem,
		.names = STRSET_INIT,
	};
	size_t *shown = xcalloc(s->nentries + s->nnotes + 1, sizeof(*shown));

	*out = (struct site_view){
		.mem = mem,
		.settings = s->settings,
		.today = s->today,
		.streak = &s->streak,
		.studied = s->days,
		.nstudied = s->ndays,
		.names = xcalloc(1, sizeof(*out->names)),
	};
	*out->names = (struct link_names)LINK_NAMES_INIT;
	passage_filter_init(&m.passages, s);
	add_entries(&m, shown);
	add_notes(&m, shown + s->nentries);
	add_days(&m);
	passage_filter_run(&m.passages, out, s, shown);
	passage_filter_release(&m.passages);
	free(shown);
}

void site_view_release(struct site_view *v)
{
	strset_release(&v->targets);
	if (v->names)
		link_names_release(v->names);
	free(v->names);
}

bool site_view_day(const struct site_view *v, int day, struct site_day *out)
{
	size_t low = 0, high = v->ndays;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v->days[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	if (low == v->ndays || v->days[low].day != day)
		return false;
	*out = v->days[low];
	return true;
}

bool site_view_is_studied(const struct site_view *v, int day)
{
	size_t low = 0, high = v->nstudied;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (v->studied[middle].day < day)
			low = middle + 1;
		else
			high = middle;
	}
	return low < v->nstudied && v->studied[low].day == day;
}
