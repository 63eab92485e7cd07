/* SPDX-License-Identifier: MIT */
/* Quoting what was noted of a topic, document by document. */
#include "exporters/site/topic_quotes.h"

#include "exporters/site/topic_about.h"

/* Where a passage begins to be quoted in part. */
#define QUOTE_MAX 600

static struct str cut(struct str text, size_t max, bool *is_cut)
{
	*is_cut = text.len > max;
	if (!*is_cut)
		return text;
	while (max > 0 && ((unsigned char)text.s[max] & 0xc0) == 0x80)
		max--;
	return str_upto(text, max);
}

static void quote_text(struct site *s, const struct site_passage *p)
{
	bool is_cut;
	struct str text = cut(p->text, QUOTE_MAX, &is_cut);

	if (p->kind == PASSAGE_CODE) {
		html_begin(&s->h, "pre", "tabindex", "0", NULL);
		html_begin(&s->h, "code", NULL);
		html_slice(&s->h, text);
		html_text(&s->h, is_cut ? " …" : "");
		html_end(&s->h);
		html_end(&s->h);
		return;
	}
	site_text_with_code(s, text);
	if (is_cut)
		html_text(&s->h, " …");
}

/* The heading above leads to the document itself. */
static bool has_place(const struct site_passage *p)
{
	return p->nheadings || p->section != SECTION_NONE;
}

static bool is_same_place(const struct site_passage *a,
			  const struct site_passage *b)
{
	if (a->is_note != b->is_note || a->document != b->document ||
	    a->section != b->section || a->nheadings != b->nheadings)
		return false;
	for (size_t i = 0; i < a->nheadings; i++)
		if (!str_is(str_of(a->headings[i]), b->headings[i]))
			return false;
	return true;
}

/* A heading is said as the place of what stands beneath it. */
static bool is_heading_of(const struct site_passage *a,
			  const struct site_passage *below)
{
	return a->kind == PASSAGE_HEADING && below->nheadings > a->nheadings &&
	       str_is(a->text, below->headings[a->nheadings]);
}

/* The first passage from `i` on that is quoted. */
static size_t next_quoted(const struct site_passage *p, size_t i, size_t count)
{
	while (i + 1 < count && is_heading_of(&p[i], &p[i + 1]))
		i++;
	return i;
}

/* The passages of one document: under each place a list. */
static void quote_document(struct site *s, const struct site_passage *p,
			   size_t count)
{
	const struct site_passage *before = NULL;
	size_t next;

	for (size_t i = next_quoted(p, 0, count); i < count; i = next) {
		next = next_quoted(p, i + 1, count);
		if (!before || !is_same_place(before, &p[i])) {
			html_begin(&s->h, "div", "class", "quotes", NULL);
			if (has_place(&p[i]))
				site_place(s, &p[i], false);
			html_begin(&s->h, "ul", NULL);
		}
		html_begin(&s->h, "li", NULL);
		quote_text(s, &p[i]);
		site_passage_kinds(s, &p[i]);
		html_end(&s->h);
		if (next == count || !is_same_place(&p[i], &p[next])) {
			html_end(&s->h);
			html_end(&s->h);
		}
		before = &p[i];
	}
}

static void document_heading(struct site *s, const struct site_passage *p)
{
	const struct site_view *v = s->view;
	const struct site_entry *e = &v->entries[p->is_note ? 0 : p->document];
	const struct site_note *n = &v->notes[p->is_note ? p->document : 0];

	html_begin(&s->h, "h3", NULL);
	html_element(&s->h, "a", p->is_note ? n->title : e->title, "href",
		     site_href(s->up, p->is_note ? "notes" : "days",
			       p->is_note ? n->file : e->file, NULL).s,
		     NULL);
	html_end(&s->h);
	if (!p->is_note && e->day != DAY_NONE)
		site_time(s, e->day, "when", true);
}

static void mention(struct site *s, const struct site_passage *p, size_t count)
{
	if (!count)
		return;
	html_begin(&s->h, "article", "class", "mention", NULL);
	document_heading(s, p);
	quote_document(s, p, count);
	html_end(&s->h);
}

size_t site_topic_count(const struct site_topic *t, struct site_range r)
{
	struct topic_mentions_reader from =
		topic_mentions_from(&t->mentions, r.first);
	struct topic_mention m;
	size_t count = 0;

	for (size_t i = r.first; i < r.end && topic_mentions_next(&from, &m);
	     i++)
		count += m.count;
	return count;
}

/* The passages of at most QUOTES_MAX mentions, in `mem`. */
static struct site_passage *read_quotes(struct site *s,
					const struct site_topic *t,
					struct site_range r, struct arena *mem,
					size_t *count)
{
	struct site_passage *all = arena_alloc(
		mem, (site_topic_count(t, r) + 1) * sizeof(*all));
	struct topic_mention mentions[QUOTES_MAX];
	size_t nmentions = r.end - r.first;

	*count = 0;
	topic_mentions_read(&t->mentions, r.first, nmentions, mentions);
	site_wait_for_passages(s);
	if (site_quotes_load(&s->quotes, s->view, mentions, nmentions,
			     &s->failure))
		return all;
	for (size_t i = 0; i < nmentions; i++)
		*count += site_quotes_take(&s->quotes, s->view, &mentions[i],
					   all + *count);
	return all;
}

static bool is_same_document(const struct site_passage *a,
			     const struct site_passage *b)
{
	return a->is_note == b->is_note && a->document == b->document;
}

/* The last mentions of a range that a page has room for. */
static struct site_range last_quotes(const struct site_topic *t,
				     struct site_range r)
{
	struct topic_mention last[SITE_PAGE_PASSAGES];
	size_t n = r.end - r.first, room = SITE_PAGE_PASSAGES;

	/* Each has a passage or more. */
	if (n > SITE_PAGE_PASSAGES)
		n = SITE_PAGE_PASSAGES;
	topic_mentions_read(&t->mentions, r.end - n, n, last);
	r.first = r.end;
	for (size_t i = n; i && room; i--, r.first--)
		room -= last[i - 1].count < room ? last[i - 1].count : room;
	return r;
}

static struct site_range first_quotes(const struct site_topic *t,
				      struct site_range r)
{
	struct topic_mentions_reader from =
		topic_mentions_from(&t->mentions, r.first);
	struct site_range page = { r.first, r.first };
	struct topic_mention m;

	for (size_t room = SITE_PAGE_PASSAGES; room && page.end < r.end &&
	     topic_mentions_next(&from, &m); page.end++)
		room -= m.count < room ? m.count : room;
	return page;
}

void site_topic_each_read(struct site *s, const struct site_topic *t,
			  struct site_range r, site_topic_visit *visit,
			  void *arg)
{
	for (size_t first = r.first, end; first < r.end; first = end) {
		AUTO(arena) mem = ARENA_INIT;
		size_t count;
		const struct site_passage *some;

		end = r.end - first < QUOTES_MAX ? r.end : first + QUOTES_MAX;
		some = read_quotes(s, t, (struct site_range){ first, end },
				   &mem, &count);
		visit(arg, some, count);
	}
}

/* --- what there is no room for --- */

/* Passages of a range by how many are before them: `from` up to `end`. */
struct left {
	struct site *s;
	size_t from, end, seen;
};

/* How many of `some`, from the first on, are where the link to it leads. */
static size_t run_of_place(const struct site *s, const struct site_passage *at,
			   const struct site_passage *some, size_t count)
{
	size_t n = 1;

	for (; n < count; n++) {
		const struct site_passage next = site_linked_place(s, &some[n]);

		if (!is_same_place(at, &next))
			break;
	}
	return n;
}

/* A link to each place, and how many passages are there. */
static void list_places(struct site *s, const struct site_passage *all,
			size_t count)
{
	for (size_t first = 0, n; first < count; first += n) {
		const struct site_passage at = site_linked_place(s, &all[first]);

		n = run_of_place(s, &at, all + first, count - first);
		html_begin(&s->h, "li", NULL);
		site_place(s, &at, true);
		if (n > 1)
			html_textf(&s->h, " (%zu)", n);
		html_end(&s->h);
	}
}

static void list_left(void *arg, const struct site_passage *some, size_t count)
{
	struct left *l = arg;
	size_t first = l->from > l->seen ? l->from - l->seen : 0;
	size_t end = l->end > l->seen ? l->end - l->seen : 0;

	if (end > count)
		end = count;
	if (first < end)
		list_places(l->s, some + first, end - first);
	l->seen += count;
}

static void left_over(struct site *s, const struct site_topic *t,
		      struct site_range r, size_t from, size_t end)
{
	struct left left = { .s = s, .from = from, .end = end };

	html_begin(&s->h, "p", "class", "facts", NULL);
	html_textf(&s->h, "%zu more passage%s, for which this page has no "
		   "room:", end - from, end - from == 1 ? "" : "s");
	html_end(&s->h);
	html_begin(&s->h, "ul", "class", "plain", NULL);
	site_topic_each_read(s, t, r, list_left, &left);
	html_end(&s->h);
}

/* --- all of them --- */

/* Documents from the newest to the oldest. */
static void mentions_backwards(struct site *s, const struct site_topic *t,
			       struct site_range r)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t room = SITE_PAGE_PASSAGES, end;
	struct site_passage *all =
		read_quotes(s, t, last_quotes(t, r), &mem, &end);

	while (end && room) {
		size_t first = end - 1;

		while (first && is_same_document(&all[first - 1], &all[first]))
			first--;
		if (end - first > room)
			first = end - room;
		mention(s, all + first, end - first);
		room -= end - first;
		end = first;
	}
}

static void mentions_forwards(struct site *s, const struct site_topic *t,
			      struct site_range r)
{
	AUTO(arena) mem = ARENA_INIT;
	size_t count, end;
	struct site_passage *all =
		read_quotes(s, t, first_quotes(t, r), &mem, &count);

	if (count > SITE_PAGE_PASSAGES)
		count = SITE_PAGE_PASSAGES;
	for (size_t first = 0; first < count; first = end) {
		end = first + 1;
		while (end < count && is_same_document(&all[first], &all[end]))
			end++;
		mention(s, all + first, end - first);
	}
}

void site_topic_days(struct site *s, const struct site_topic *t,
		     struct site_range r, const char *heading)
{
	size_t count = site_topic_count(t, r);

	if (!count)
		return;
	html_element(&s->h, "h2", heading, NULL);
	mentions_backwards(s, t, r);
	if (count > SITE_PAGE_PASSAGES)
		left_over(s, t, r, 0, count - SITE_PAGE_PASSAGES);
}

void site_topic_notes(struct site *s, const struct site_topic *t,
		      struct site_range r)
{
	size_t count = site_topic_count(t, r);

	if (!count)
		return;
	html_element(&s->h, "h2", "In the notes", NULL);
	mentions_forwards(s, t, r);
	if (count > SITE_PAGE_PASSAGES)
		left_over(s, t, r, SITE_PAGE_PASSAGES, count);
}
