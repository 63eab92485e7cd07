/* SPDX-License-Identifier: MIT */
/* Making the public view of a journal: the one way from it to the site. */
#include "exporters/site/view.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/path.h"
#include "core/model/document.h"
#include "core/model/left_out.h"
#include "core/text/frontmatter.h"
#include "exporters/site/links.h"
#include "exporters/site/passages.h"
#include "exporters/site/plan.h"

#define NOT_SHOWN ((size_t)-1)

struct maker {
	struct site_view *view;
	const struct snapshot *s;
	struct arena *mem;
	struct strset names;	/* files of one folder that are taken */
	struct left_out *left_out;
	struct passage_filter passages;
};

/* Whoever marks the header means what stands under it. */
static bool is_public_entry(const struct entry *e)
{
	return !e->private && !(e->heading.s && private_is_marked(e->heading));
}

static void leave_out(struct maker *m, const char *path,
		      enum private_kind kind)
{
	left_out_add(m->left_out, path,
		     &(struct private_place){ .kind = kind });
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

static const char *entry_path(struct maker *m, size_t number)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (m->s->entry_paths)
		return m->s->entry_paths[number];
	entry_add_path(&path, &m->s->entries[number]);
	return arena_str(m->mem, strbuf_slice(&path)).s;
}

/* The entry as it may be shown: what is marked of its front matter is not
 * there.  NULL: it must not be shown; nor must one whose day is private, for
 * its place among the others would tell it. */
static const struct entry *public_entry(struct maker *m, const struct entry *e,
					const struct left_out_document *doc)
{
	struct left_out_document public = *doc;
	struct error ignored = ERROR_INIT;
	struct entry *out;

	if (!is_public_entry(e) ||
	    !left_out_filter_front(m->left_out, &public, m->mem))
		return NULL;
	if (str_eq(public.front, doc->front))
		return e;
	out = arena_alloc(m->mem, sizeof(*out));
	if (entry_parse(out, doc->path, public.front, m->mem, &ignored) ||
	    entry_day(out) != entry_day(e))
		return NULL;
	out->id = e->id;
	out->body = e->body;
	return out;
}

/* What links may call an entry, and where they lead. */
static void know_entry(struct maker *m, const struct site_entry *e,
		       const char *path)
{
	const struct link_document called = { .path = path, .title = e->title,
					      .is_entry = true };

	strset_put(&m->view->targets, str_of(path), m->view->nentries);
	link_names_add(m->view->names, &called);
}

static void scan_entry(struct maker *m, const struct site_entry *e,
		       const struct left_out_document *doc)
{
	left_out_scan(m->left_out, doc, str_of(e->title));
	for (size_t i = 0; i < e->entry->ntags; i++)
		left_out_scan(m->left_out, doc, str_of(e->entry->tags[i]));
}

/* A comment is private as well, though nobody marked it. */
static bool hides_text(struct str text, struct str public)
{
	return !str_eq(text, public) ||
	       str_find_str(text, STR("<!--")) < text.len;
}

/* Front matter and body, which are one text. */
static struct str file_of(const struct entry *e)
{
	return e->front.len ? (struct str){ e->front.s,
					    e->front.len + e->body.len }
			    : e->body;
}

static void filter_passages(struct maker *m, size_t number,
			    const struct left_out_document *doc,
			    struct str file, size_t first_place)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document whole;

	document_parse(&whole, doc->path, file, &mem);
	passage_filter_document(&m->passages, false, number, &whole,
				m->left_out->places + first_place,
				m->left_out->nplaces - first_place);
}

/* False: all of it is private. */
static bool add_entry(struct maker *m, size_t number)
{
	struct site_view *v = m->view;
	const struct entry *e = &m->s->entries[number];
	struct site_entry *out = &v->entries[v->nentries];
	const struct left_out_document doc = {
		.path = entry_path(m, number),
		.front = e->front,
		.body = e->body,
		.private_sections = m->s->settings->private_sections,
	};
	size_t first_place = m->left_out->nplaces;
	const struct entry *public = public_entry(m, e, &doc);

	if (!public) {
		leave_out(m, doc.path, PRIVATE_ENTRY);
		return false;
	}
	*out = (struct site_entry){
		.file = site_file_name(&m->names, str_of(e->id), m->mem),
		.title = entry_title(m, public),
		.dir = arena_str(m->mem, path_dirname(str_of(doc.path))).s,
		.entry = public,
		.day = entry_day(public),
		.body = left_out_filter(m->left_out, &doc, m->mem),
	};
	scan_entry(m, out, &doc);
	know_entry(m, out, doc.path);
	public_names_add_tags(&m->passages.names, public->tags, public->ntags,
			      m->mem);
	out->words = count_words(out->body);
	out->anchors = site_sections(out->body);
	if (hides_text(e->body, out->body))
		filter_passages(m, number, &doc, file_of(e), first_place);
	v->ndated += out->day != DAY_NONE;
	v->nentries++;
	return true;
}

static void add_entries(struct maker *m, size_t *shown)
{
	struct site_view *v = m->view;

	v->entries = arena_alloc(m->mem,
				 (m->s->nentries + 1) * sizeof(*v->entries));
	for (size_t i = 0; i < m->s->nentries; i++) {
		size_t place = v->nentries;

		shown[i] = add_entry(m, i) ? place : NOT_SHOWN;
	}
	strset_release(&m->names);
}

/* Take a note apart; false when it must not be shown.  Front matter that cannot
 * be read hides the note if it speaks of "private". */
static bool split_note(struct maker *m, const struct snapshot_note *n,
		       struct left_out_document *doc)
{
	struct error err = ERROR_INIT;
	struct frontmatter fm;
	bool hidden = frontmatter_parse(&fm, n->text, m->mem, &err) &&
		      str_find_str(fm.raw, STR("private")) < fm.raw.len;

	*doc = (struct left_out_document){
		.path = n->path,
		.front = fm.raw,
		.body = fm.body,
		.private_sections = m->s->settings->private_sections,
	};
	return !hidden && left_out_filter_front(m->left_out, doc, m->mem);
}

/* The last heading of each part; only what is shown has any. */
static void call_note(struct maker *m, const struct snapshot_note *n,
		      const struct site_note *shown,
		      const struct document *public)
{
	const char **headings = arena_alloc(m->mem, (shown->nparts + 1) *
							    sizeof(*headings));
	struct link_document called = {
		.path = n->path,
		.title = shown->title,
		.headings = headings,
		.aliases = public->aliases,
		.naliases = public->naliases,
	};

	for (size_t i = 0; i < shown->nparts; i++) {
		const struct part *p = &shown->parts[i];

		if (p->nheadings)
			headings[called.nheadings++] =
				p->headings[p->nheadings - 1];
	}
	link_names_add(m->view->names, &called);
}

/* Read a note without what is private of it. */
static void read_public(struct maker *m, const struct snapshot_note *n,
			const struct left_out_document *doc,
			struct str public_body, struct document *out)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addslice(&text, doc->front);
	strbuf_addslice(&text, public_body);
	document_parse(out, n->path, arena_str(m->mem, strbuf_slice(&text)),
		       m->mem);
}

/* A file is often named after its title: if that is private, so is the name. */
static bool name_tells_title(const struct snapshot_note *n,
			     const struct document *public)
{
	AUTO(strbuf) name = STRBUF_INIT;
	AUTO(strbuf) title = STRBUF_INIT;

	if (!n->title || !strcmp(n->title, public->title))
		return false;
	path_add_slug(&name, path_basename(str_of(n->id)));
	path_add_slug(&title, str_of(n->title));
	return strstr(name.buf, title.buf) || strstr(title.buf, name.buf);
}

static void put_note(struct maker *m, const struct snapshot_note *n,
		     struct str body, const struct document *public)
{
	struct site_view *v = m->view;
	struct site_note *out = &v->notes[v->nnotes];
	bool unnamed = name_tells_title(n, public);

	*out = (struct site_note){
		.file = site_file_name(&m->names, unnamed ? STR("note") :
						  str_of(n->id), m->mem),
		.dir = arena_str(m->mem, path_dirname(str_of(n->path))).s,
		.title = unnamed && !strcmp(public->title, public->id) ?
				 "Note" : public->title,
		.path = n->path,
		.is_plan = n->kind == DOCUMENT_PLAN,
		.day = public->day,
		.body = body,
		.parts = public->parts,
		.nparts = public->nparts,
	};
	strset_put(&v->targets, str_of(n->path), v->nentries + v->nnotes);
	call_note(m, n, out, public);
	public_names_add_note(&m->passages.names, public, m->mem);
	v->nnotes++;
}

/* False: all of it is private. */
static bool add_note(struct maker *m, size_t number)
{
	const struct snapshot_note *n = &m->s->notes[number];
	struct left_out_document doc;
	struct document whole, public;
	size_t first_place = m->left_out->nplaces;
	struct str body;

	document_parse(&whole, n->path, n->text, m->mem);
	if (whole.private || !split_note(m, n, &doc)) {
		leave_out(m, n->path, PRIVATE_NOTE);
		return false;
	}
	body = left_out_filter(m->left_out, &doc, m->mem);
	public = whole;
	if (m->left_out->nplaces > first_place)
		read_public(m, n, &doc, body, &public);
	if (hides_text(doc.body, body))
		passage_filter_document(&m->passages, true, number, &whole,
					m->left_out->places + first_place,
					m->left_out->nplaces - first_place);
	left_out_scan(m->left_out, &doc, str_of(public.title));
	put_note(m, n, body, &public);
	return true;
}

static void add_notes(struct maker *m, size_t *shown)
{
	struct site_view *v = m->view;

	v->notes = arena_alloc(m->mem, (m->s->nnotes + 1) * sizeof(*v->notes));
	for (size_t i = 0; i < m->s->nnotes; i++) {
		size_t place = v->nnotes;

		shown[i] = add_note(m, i) ? place : NOT_SHOWN;
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

static void scan_settings(struct maker *m)
{
	const struct settings *settings = m->s->settings;
	const struct left_out_document config = { .path = ".hecto/config" };

	left_out_scan(m->left_out, &config, str_of(settings->title));
	left_out_scan(m->left_out, &config, str_of(settings->author));
	left_out_scan(m->left_out, &config, str_of(settings->publish_url));
	for (size_t i = 0; i < settings->nexams; i++)
		left_out_scan(m->left_out, &config,
			      str_of(settings->exams[i].name));
}

void site_view_make(struct site_view *out, const struct snapshot *s,
		    struct left_out *left_out, struct arena *mem)
{
	struct maker m = {
		.view = out,
		.left_out = left_out,
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
	scan_settings(&m);
	add_entries(&m, shown);
	add_notes(&m, shown + s->nentries);
	add_days(&m);
	passage_filter_run(&m.passages, out, s, shown);
	site_plan_make(out, s, shown);
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
