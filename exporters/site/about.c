/* SPDX-License-Identifier: MIT */
/* What this log is: in the words of its author, or by what can be counted. */
#include "exporters/site/plan.h"
#include "exporters/site/ranks.h"

/* notes/about.md, or NULL. */
static const struct site_note *about_note(const struct site_view *v)
{
	for (size_t i = 0; i < v->nnotes; i++)
		if (str_starts(str_of(v->notes[i].file), "../"))
			return &v->notes[i];
	return NULL;
}

static void about_log(struct site *s)
{
	const struct site_view *v = s->view;
	const char *author = v->settings->author;

	html_begin(&s->h, "p", NULL);
	html_text(&s->h, "This is a learning log");
	if (author && *author) {
		html_text(&s->h, " by ");
		html_element(&s->h, "span", author, "class", "p-author h-card",
			     NULL);
	}
	html_text(&s->h, ": what was studied each day, what was learned, and "
		  "what is still open.");
	html_end(&s->h);
}

static void fact(struct site *s, const char *name, const char *text)
{
	html_begin(&s->h, "div", NULL);
	html_element(&s->h, "dt", name, NULL);
	html_element(&s->h, "dd", text, NULL);
	html_end(&s->h);
}

static void count_fact(struct site *s, const char *name, size_t count)
{
	if (!count)
		return;
	strbuf_reset(&s->text);
	strbuf_addf(&s->text, "%zu", count);
	fact(s, name, s->text.buf);
}

static void streak_fact(struct site *s, int days)
{
	if (days <= 0)
		return;
	strbuf_reset(&s->text);
	site_add_count(&s->text, (size_t)days, "day", "days");
	fact(s, "Longest streak", s->text.buf);
}

static void about_facts(struct site *s)
{
	const struct site_view *v = s->view;

	if (!v->nentries && !v->nnotes)
		return;
	html_element(&s->h, "h2", "In numbers", NULL);
	html_begin(&s->h, "dl", "class", "facts-list", NULL);
	if (v->ndated)
		fact(s, "Begun", site_date(v->entries[0].day).s);
	count_fact(s, "Days studied", (size_t)v->streak->total);
	streak_fact(s, v->streak->longest_streak.days);
	count_fact(s, "Entries", v->nentries);
	count_fact(s, "Notes and plans", v->nnotes);
	count_fact(s, "Topics", v->ntopics);
	count_fact(s, "Exams", v->plan->nexams);
	if (site_minutes(v)) {
		strbuf_reset(&s->text);
		site_add_hours(&s->text, site_minutes(v));
		fact(s, "Time", s->text.buf);
	}
	html_end(&s->h);
}

static void about_site(struct site *s)
{
	const char *license = s->view->settings->publish_license;

	html_element(&s->h, "h2", "How it is made", NULL);
	html_element(&s->h, "p", "The log is kept as plain text in Markdown, "
		     "in a git repository, and hecto makes these pages of it. "
		     "They ask for nothing from elsewhere, set no cookies and "
		     "count nobody. What the author keeps private is not in "
		     "them.", NULL);
	html_begin(&s->h, "p", NULL);
	html_text(&s->h, "New entries come by ");
	html_element(&s->h, "a", "feed", "href",
		     site_href(s->up, NULL, "feed.xml", NULL).s, NULL);
	html_text(&s->h, ".");
	html_end(&s->h);
	if (license && *license) {
		html_begin(&s->h, "p", "class", "license", NULL);
		html_textf(&s->h, "Licence of the texts: %s", license);
		html_end(&s->h);
	}
}

int site_draw_about(struct site *s, struct error *err)
{
	const struct site_note *note = about_note(s->view);

	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "about.html",
		.title = "About",
		.description = "What this log is, and how it is made.",
		.menu = MENU_ABOUT,
	});
	html_element(&s->h, "h1", "About this log", NULL);
	if (note) {
		html_begin(&s->h, "div", "class", "prose", "dir",
			   "auto", NULL);
		site_note_body(s, note, "");
		html_end(&s->h);
	} else {
		about_log(s);
	}
	if (note)
		site_linked_from(s, s->view->nentries +
				    (size_t)(note - s->view->notes));
	about_facts(s);
	about_site(s);
	return site_page_end(s, err);
}
