/* SPDX-License-Identifier: MIT */
/* Making the public view of a journal: the one way from it to the site. */
#include "exporters/site/view.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/helper.h"
#include "core/base/path.h"
#include "core/model/left_out.h"
#include "exporters/site/facts.h"
#include "exporters/site/links.h"
#include "exporters/site/passages.h"
#include "exporters/site/plan.h"
#include "exporters/site/public_notes.h"
#include "exporters/site/public_secrets.h"
#include "exporters/site/site.h"
#include "exporters/site/titles.h"

struct maker {
	struct site_view *view;
	const struct snapshot *s;
	struct arena *mem;
	struct strset names;	/* files of one folder that are taken */
	struct left_out *left_out;
	struct passage_filter passages;
	/* Topics that are read meanwhile, and what came of it. */
	struct helper helper;
	bool has_topics;
	int rc;
	struct error failure;
};

static void add_title(struct maker *m, struct site_entry *out,
		      const struct entry *entry)
{
	AUTO(strbuf) text = STRBUF_INIT;

	entry_add_title(&text, entry);
	out->heading = out->title =
		arena_strndup(m->mem, text.buf, text.len);
	strbuf_reset(&text);
	out->name_len = (uint32_t)site_add_entry_title(
		&text, str_of(out->heading), entry,
		site_facts_text(out->facts, SITE_FACTS_EXCERPT));
	if (!str_is(strbuf_slice(&text), out->heading))
		out->title = arena_strndup(m->mem, text.buf, text.len);
}

/* The folder of a file, mostly that of the entry before. */
static const char *entry_dir(struct maker *m, const char *path)
{
	const struct site_view *v = m->view;
	const char *last = v->nentries ? v->entries[v->nentries - 1].dir : "";
	struct str dir = path_dirname(str_of(path));

	return str_is(dir, last) ? last : arena_str(m->mem, dir).s;
}

static void warn(struct maker *m, const char *path, struct str complaint)
{
	AUTO(strbuf) text = STRBUF_INIT;

	strbuf_addslice(&text, complaint);
	m->s->source->warn(m->s->source, path, text.buf);
}

/* As the index has it in `whole`, unless something of its front matter is
 * private. */
static int read_entry(struct maker *m, size_t number,
		      const struct site_facts *facts,
		      const struct entry *whole, const struct entry **out,
		      struct error *err)
{
	*out = whole;
	if (!facts->is_marked)
		return 0;
	return site_read_frame(m->s, number, m->mem, out, err);
}

static struct site_frame frame_of(const struct entry *e)
{
	return (struct site_frame){
		.days = e->days,
		.numbers = e->numbers,
		.tags = e->tags,
		.ndays = (uint32_t)e->ndays,
		.nnumbers = (uint32_t)e->nnumbers,
		.ntags = (uint32_t)e->ntags,
		.round = e->round,
		.minutes = e->minutes,
		.written = e->written,
	};
}

/* The entry stays out if all of it is private. */
static int add_entry(struct maker *m, size_t number, size_t *shown,
		     struct error *err)
{
	struct site_view *v = m->view;
	struct site_entry *out = &v->entries[v->nentries];
	const char *path = m->s->files[number].path;
	const struct site_facts *facts =
		site_facts_of(v->facts, m->s->files[number].sum);
	struct str complaint = site_facts_text(facts, SITE_FACTS_COMPLAINT);
	const struct entry whole = snapshot_entry(m->s, number), *public;

	*shown = SITE_NOT_SHOWN;
	site_facts_tell(facts, path, m->left_out);
	if (complaint.len)
		warn(m, path, complaint);
	if (facts->is_private)
		return 0;
	site_scan_path(m->left_out, path);
	if (read_entry(m, number, facts, &whole, &public, err))
		return -1;
	*out = (struct site_entry){
		.file = site_file_name(&m->names,
				       str_of(whole.id),
				       m->mem),
		.dir = entry_dir(m, path),
		.frame = frame_of(public),
		.number = (uint32_t)number,
		.day = entry_day(public),
		.facts = facts,
	};
	add_title(m, out, public);
	out->key = site_entry_key(out);
	public_names_add_tags(&m->passages.names, public->tags, public->ntags,
			      m->mem);
	passage_filter_entry(&m->passages, number, facts);
	v->ndated += out->day != DAY_NONE;
	*shown = v->nentries++;
	return 0;
}

/* So many entries, and what was kept of them is let go again. */
#define REST_EVERY 4096

static int add_entries(struct maker *m, size_t *shown, struct error *err)
{
	struct site_view *v = m->view;
	int rc = 0;

	v->entries = arena_alloc(m->mem,
				 (m->s->nentries + 1) * sizeof(*v->entries));
	strset_expect(&m->names, m->s->nentries);
	for (size_t i = 0; !rc && i < m->s->nentries; i++) {
		rc = add_entry(m, i, &shown[i], err);
		if (i % REST_EVERY == REST_EVERY - 1)
			site_facts_rest(v->facts);
	}
	strset_release(&m->names);
	return rc;
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
	uint32_t n = e->frame.ndays;

	for (uint32_t k = 0; k < n; k++)
		v->days[v->ndays++] = (struct site_day){
			.day = e->frame.days[k],
			.entry = (uint32_t)number,
			.minutes = e->frame.minutes / (int)n,
			.words = e->facts->words / n,
		};
}

static void add_days(struct maker *m)
{
	struct site_view *v = m->view;
	size_t total = 0, timed = 0;

	for (size_t i = 0; i < v->nentries; i++)
		total += v->entries[i].frame.ndays;
	v->days = arena_alloc(m->mem, (total + 1) * sizeof(*v->days));
	for (size_t i = 0; i < v->nentries; i++)
		add_days_of(v, i);
	qsort(v->days, v->ndays, sizeof(*v->days), compare_days);
	merge_days(v);
	for (size_t i = 0; i < v->ndays; i++)
		timed += v->days[i].minutes > 0;
	v->by_minutes = timed * 2 > v->ndays;
	site_make_steps(v);
}

static void *read_topics(void *arg)
{
	struct maker *m = arg;
	struct snapshot_source *source = m->s->source;

	m->has_topics = true;
	m->rc = source->topics ? source->topics(source, &m->failure) : 0;
	return NULL;
}

/* Of fewer entries they are read before a thread has begun. */
#define WORTH_HELP 500

/* Entries and notes are taken without them. */
static void begin_topics(struct maker *m)
{
	if (m->s->nentries >= WORTH_HELP)
		helper_begin(&m->helper, read_topics, m);
}

static int take_documents(struct maker *m, size_t *shown, struct error *err)
{
	struct site_view *v = m->view;

	if (add_entries(m, shown, err))
		return -1;
	site_take_notes(v, &m->passages, m->left_out, shown + m->s->nentries);
	/* One numbering: notes stand behind the entries shown. */
	for (size_t i = 0; i < m->s->nnotes; i++)
		if (shown[m->s->nentries + i] != SITE_NOT_SHOWN)
			shown[m->s->nentries + i] += v->nentries;
	add_days(m);
	site_count_challenge(v, shown);
	site_facts_settle(v->facts);
	if (m->s->source->drop_entries)
		m->s->source->drop_entries(m->s->source);
	return 0;
}

static int take_topics(struct maker *m, const size_t *shown, struct error *err)
{
	struct snapshot_source *source = m->s->source;

	if (!m->has_topics)
		read_topics(m);
	if (m->rc) {
		*err = m->failure;
		return -1;
	}
	passage_filter_run(&m->passages, m->view, shown);
	if (source->drop_mentions)
		source->drop_mentions(source);
	site_scan_topics(m->left_out, m->s, m->view);
	return site_plan_make(m->view, m->s, shown, err);
}

static int make(struct maker *m, size_t *shown, struct error *err)
{
	int rc;

	passage_filter_init(&m->passages, m->s);
	site_scan_settings(m->left_out, m->s->settings);
	begin_topics(m);
	rc = take_documents(m, shown, err);
	site_facts_rest(m->view->facts);
	helper_end(&m->helper);
	if (!rc)
		rc = take_topics(m, shown, err);
	passage_filter_release(&m->passages);
	return rc;
}

int site_view_make(struct site_view *out, const struct snapshot *s,
		   struct site_facts_list *facts, unsigned workers,
		   struct left_out *left_out, struct arena *mem,
		   struct error *err)
{
	struct maker m = {
		.view = out,
		.left_out = left_out,
		.s = s,
		.mem = mem,
		.names = STRSET_INIT,
	};
	size_t *shown;
	int rc;

	*out = (struct site_view){
		.mem = mem,
		.snapshot = s,
		.settings = s->settings,
		.today = s->today,
		.streak = &s->streak,
		.studied = s->days,
		.nstudied = s->ndays,
		.facts = facts,
		.targets = site_targets_new(),
	};
	if (site_facts_find(facts, s, workers, err))
		return -1;
	shown = xcalloc(s->nentries + s->nnotes + 1, sizeof(*shown));
	rc = make(&m, shown, err);
	free(shown);
	return rc;
}

bool site_find_public(struct site_passage *p, const struct site_note *n,
		      unsigned line, struct arena *mem)
{
	const struct passage *at;

	if (!n->left)
		return true;
	at = public_text_find(n->left, line, p->text);
	if (!at)
		return false;
	p->headings = public_text_way(n->left, at, mem, &p->nheadings);
	p->nabove = p->nheadings;
	return true;
}

void site_view_release(struct site_view *v)
{
	site_targets_free(v->targets);
	site_facts_list_free(v->facts);
}

/* Days ascend, each once. */
static int compare_day(const void *day, const void *item)
{
	const struct site_day *at = item;

	return (*(const int *)day > at->day) - (*(const int *)day < at->day);
}

bool site_view_day(const struct site_view *v, int day, struct site_day *out)
{
	const struct site_day *found = NULL;

	if (v->ndays)
		found = bsearch(&day, v->days, v->ndays, sizeof(*v->days),
				compare_day);
	if (found)
		*out = *found;
	return found;
}

static int compare_studied(const void *day, const void *item)
{
	const struct studied_day *at = item;

	return (*(const int *)day > at->day) - (*(const int *)day < at->day);
}

bool site_view_is_studied(const struct site_view *v, int day)
{
	return v->nstudied && bsearch(&day, v->studied, v->nstudied,
				      sizeof(*v->studied), compare_studied);
}
