/* SPDX-License-Identifier: MIT */
/* The home page: where the learner stands, at a glance. */
#include "exporters/site/exams.h"
#include "exporters/site/home.h"

#include <stdlib.h>
#include <string.h>

#include "exporters/site/ranks.h"
#include "exporters/site/titles.h"

#define HOME_WEEKS 26
#define HOME_ENTRIES 5
#define HOME_TOPICS 18
#define HOME_NOTES 8

/* The last entry that has a date, or NULL. */
static const struct site_entry *last_dated(const struct site_view *v)
{
	return v->ndated ? &v->entries[v->ndated - 1] : NULL;
}

/* --- days --- */

static void home_heatmap(struct site *s)
{
	const struct site_view *v = s->view;
	int last = site_last_day(v), first;
	bool is_young;

	if (!v->nstudied)
		return;
	first = site_week_begin(v, last) - 7 * (HOME_WEEKS - 1);
	is_young = v->studied[0].day > first;
	if (is_young)
		first = v->studied[0].day;
	/* A log that has just begun shows the weeks to come. */
	if (is_young && last == v->today)
		last = site_week_begin(v, first) + 7 * HOME_WEEKS - 1;
	html_begin(&s->h, "section", "class", "map", "aria-labelledby", "map",
		   NULL);
	html_element(&s->h, "h2", "Study days", "id", "map", NULL);
	if (last < v->today) {
		html_begin(&s->h, "p", "class", "summary", NULL);
		html_textf(&s->h, "Up to the last studied day, %s.",
			   site_date(last).s);
		html_end(&s->h);
	}
	site_heatmap(s, first, last, "Study days, week by week", !is_young);
	html_end(&s->h);
}

/* A state in the words of a reader; as the model calls it, if not here. */
static const char *state_word(enum day_state state)
{
	if (state == DAY_OUTSIDE)
		return "before";
	/* When it was written down is nobody's business, and a day without an
	 * entry needs no word. */
	if (state == DAY_LATE)
		return day_state_name(DAY_STUDIED);
	if (state == DAY_MISSED)
		return "–";
	return state == DAY_PENDING ? "open" : day_state_name(state);
}

static void week_day(struct site *s, int day)
{
	const struct site_view *v = s->view;
	enum day_state state = streak_day_state(v->studied, v->nstudied, day,
						v->today,
						&v->settings->streak);
	const char *name = day_state_name(state);
	struct site_day d;
	bool linked = site_view_day(v, day, &d);

	html_begin(&s->h, "li", "class", name, "aria-current",
		   day == v->today ? "date" : NULL, NULL);
	html_begin(&s->h, linked ? "a" : "span", "href",
		   linked ? site_href("days/", NULL, v->entries[d.entry].file,
				      NULL).s : NULL, NULL);
	html_element(&s->h, "span", weekday_short(day_weekday(day)), "class",
		     "name", NULL);
	html_begin(&s->h, "span", "class", "date", NULL);
	html_textf(&s->h, "%d", day_to_civil(day).day);
	html_end(&s->h);
	html_element(&s->h, "span",
		     day > v->today ? "to come" : state_word(state), "class",
		     "state", NULL);
	html_end(&s->h);
	html_end(&s->h);
}

static void home_week(struct site *s)
{
	const struct site_view *v = s->view;
	int first = site_week_begin(v, v->today);

	if (!v->streak->studied28)
		return;
	html_begin(&s->h, "section", "aria-labelledby", "week", NULL);
	html_element(&s->h, "h2", "This week", "id", "week", NULL);
	html_begin(&s->h, "ol", "class", "week", NULL);
	for (int i = 0; i < 7; i++)
		week_day(s, first + i);
	html_end(&s->h);
	html_end(&s->h);
}

void site_entry_card(struct site *s, const struct site_entry *e,
		     const char *heading)
{
	AUTO(strbuf) excerpt = STRBUF_INIT;

	strbuf_reset(&s->text);
	site_add_excerpt(&s->text, site_entry_text(s, e), 220);
	site_add_behind_title(&excerpt, e, strbuf_slice(&s->text));
	html_begin(&s->h, "article", "class", "card h-entry", NULL);
	html_begin(&s->h, heading, "class", "p-name", NULL);
	html_element(&s->h, "a", e->title, "class", "u-url", "href",
		     site_href(s->up, "days", e->file, NULL).s, NULL);
	html_end(&s->h);
	if (e->day != DAY_NONE)
		site_time(s, e->day, "dt-published", false);
	if (excerpt.len) {
		html_begin(&s->h, "p", "class", "p-summary", NULL);
		html_text(&s->h, excerpt.buf);
		html_end(&s->h);
	}
	site_topic_chips(s, e->topics, e->ntopics, 5);
	html_end(&s->h);
}

static void home_entries(struct site *s)
{
	const struct site_view *v = s->view;

	if (!v->nentries)
		return;
	html_begin(&s->h, "section", "class", "h-feed", "aria-labelledby",
		   "latest", NULL);
	html_element(&s->h, "h2", "Latest entries", "id", "latest", "class",
		     "p-name", NULL);
	for (size_t i = 0; i < HOME_ENTRIES && i < v->ndated; i++)
		site_entry_card(s, &v->entries[v->ndated - 1 - i], "h3");
	if (!v->ndated)
		for (size_t i = 0; i < HOME_ENTRIES && i < v->nentries; i++)
			site_entry_card(s, &v->entries[v->nentries - 1 - i],
					"h3");
	html_begin(&s->h, "p", "class", "more", NULL);
	html_element(&s->h, "a", "All entries", "href", "archive.html", NULL);
	html_end(&s->h);
	html_end(&s->h);
}

/* --- topics and notes --- */

static size_t top_topics(const struct site_view *v, uint32_t *out, size_t max)
{
	size_t *counts = xcalloc(v->ntopics + 1, sizeof(*counts)), n;

	for (size_t i = 0; i < v->ntopics; i++)
		counts[i] = v->topics[i].npassages;
	n = site_rank(counts, v->ntopics, out, max);
	free(counts);
	return n;
}

static void home_topics(struct site *s)
{
	uint32_t topics[HOME_TOPICS];
	size_t n = top_topics(s->view, topics, HOME_TOPICS);

	if (!n)
		return;
	html_begin(&s->h, "section", "aria-labelledby", "topics", NULL);
	html_element(&s->h, "h2", "Top topics", "id", "topics", NULL);
	site_topic_chips(s, topics, n, n);
	html_begin(&s->h, "p", "class", "more", NULL);
	html_begin(&s->h, "a", "href", "topics.html", NULL);
	if (n < s->view->ntopics)
		html_textf(&s->h, "All %zu topics", s->view->ntopics);
	else
		html_text(&s->h, "All topics");
	html_end(&s->h);
	html_end(&s->h);
	html_end(&s->h);
}

/* Of "References" in three folders, each is told from the others. */
static bool is_called_as_others(const struct site_view *v, size_t note)
{
	for (size_t i = 0; i < v->nnotes; i++)
		if (i != note && !strcmp(v->notes[i].title,
					 v->notes[note].title))
			return true;
	return false;
}

static void home_notes(struct site *s)
{
	const struct site_view *v = s->view;

	if (!v->nnotes)
		return;
	html_begin(&s->h, "section", "aria-labelledby", "notes", NULL);
	html_element(&s->h, "h2", "Notes", "id", "notes", NULL);
	html_begin(&s->h, "ul", "class", "plain", NULL);
	for (size_t i = 0; i < v->nnotes && i < HOME_NOTES; i++) {
		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a", v->notes[i].title, "href",
			     site_href("", "notes", v->notes[i].file, NULL).s,
			     NULL);
		if (is_called_as_others(v, i))
			html_textf(&s->h, " (%s)", v->notes[i].dir);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_begin(&s->h, "p", "class", "more", NULL);
	html_element(&s->h, "a", "All notes", "href", "notes.html", NULL);
	html_end(&s->h);
	html_end(&s->h);
}

/* Few who note how long they studied do so each day. */
static void add_time(struct site *s)
{
	const struct site_view *v = s->view;
	size_t noted = 0;

	for (size_t i = 0; i < v->ndays; i++)
		noted += v->days[i].minutes > 0;
	if (!noted)
		return;
	strbuf_reset(&s->text);
	site_add_hours(&s->text, site_minutes(v));
	html_textf(&s->h, " · %s ", s->text.buf);
	if (noted < v->ndays)
		html_textf(&s->h, "on %zu of %zu days", noted, v->ndays);
	else
		html_text(&s->h, "in all");
}

static void home_title(struct site *s)
{
	const struct site_view *v = s->view;
	const struct site_entry *e = last_dated(v);

	html_begin(&s->h, "header", "class", "hero", NULL);
	html_element(&s->h, "h1", v->settings->title, NULL);
	html_begin(&s->h, "p", "class", "facts", NULL);
	if (v->settings->author && *v->settings->author)
		html_textf(&s->h, "%s · ", v->settings->author);
	if (e) {
		html_text(&s->h, "last entry ");
		site_time(s, e->frame.days[e->frame.ndays - 1], NULL, false);
	} else if (site_is_notes_alone(v)) {
		site_count(s, v->nnotes, "note", "notes");
		html_text(&s->h, " · ");
		site_count(s, v->ntopics, "topic", "topics");
	} else {
		html_text(&s->h, "nothing logged yet");
	}
	add_time(s);
	html_end(&s->h);
	html_end(&s->h);
}

static void describe(struct strbuf *out, const struct site_view *v)
{
	strbuf_addstr(out, "A learning log: ");
	if (site_is_notes_alone(v)) {
		site_add_count(out, v->nnotes, "note, ", "notes, ");
		site_add_count(out, v->ntopics, "topic.", "topics.");
		return;
	}
	site_add_count(out, (size_t)v->streak->total, "day studied, ",
		       "days studied, ");
	if (v->streak->streak)
		strbuf_addf(out, "streak %d, ", v->streak->streak);
	else if (v->streak->longest_streak.days)
		strbuf_addf(out, "longest streak %d, ",
			    v->streak->longest_streak.days);
	site_add_count(out, v->nentries, "entry, ", "entries, ");
	site_add_count(out, v->ntopics, "topic.", "topics.");
}

int site_draw_home(struct site *s, struct error *err)
{
	strbuf_reset(&s->text);
	describe(&s->text, s->view);
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "index.html",
		.description = s->text.buf,
		.menu = MENU_HOME,
		.is_wide = true,
	});
	home_title(s);
	site_home_passed(s);
	site_home_numbers(s);
	home_heatmap(s);
	home_week(s);
	site_home_exam(s);
	html_begin(&s->h, "div", "class", "columns", NULL);
	home_entries(s);
	html_begin(&s->h, "div", NULL);
	home_topics(s);
	home_notes(s);
	html_end(&s->h);
	html_end(&s->h);
	return site_page_end(s, err);
}
