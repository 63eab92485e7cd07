/* SPDX-License-Identifier: MIT */
/* The index of all topics, A to Z. */
#include "exporters/site/site.h"

static char first_letter(const struct site_topic *t)
{
	char c = t->file[0];

	return (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : '#');
}

static void index_letters(struct site *s)
{
	const struct site_view *v = s->view;
	char letter[2] = "", id[2] = "";

	html_begin(&s->h, "nav", "class", "letters", "aria-label", "Letters",
		   NULL);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = 0; i < v->ntopics; i++) {
		char c = first_letter(&v->topics[i]);

		if (c == letter[0])
			continue;
		letter[0] = c;
		id[0] = c == '#' ? '0' : c;
		html_begin(&s->h, "li", NULL);
		html_element(&s->h, "a", letter, "href",
			     site_href("", NULL, "", id).s, NULL);
		html_end(&s->h);
	}
	html_end(&s->h);
	html_end(&s->h);
}

static void index_topic(struct site *s, const struct site_topic *t)
{
	html_begin(&s->h, "li", NULL);
	html_element(&s->h, "a", t->name, "href",
		     site_href("", "topics", t->file, NULL).s, NULL);
	html_begin(&s->h, "span", "class", "count", NULL);
	site_count(s, t->npassages, "passage", "passages");
	if (t->last_day != DAY_NONE)
		html_textf(&s->h, ", last %s", site_date(t->last_day).s);
	html_end(&s->h);
	html_end(&s->h);
}

static void index_list(struct site *s)
{
	const struct site_view *v = s->view;
	char letter[2] = "", id[2] = "";

	for (size_t i = 0; i < v->ntopics; i++) {
		char c = first_letter(&v->topics[i]);

		if (c != letter[0]) {
			if (letter[0])
				html_end(&s->h);
			letter[0] = c;
			id[0] = c == '#' ? '0' : c;
			html_element(&s->h, "h2", letter, "id", id, NULL);
			html_begin(&s->h, "ul", "class", "index", NULL);
		}
		index_topic(s, &v->topics[i]);
	}
	if (letter[0])
		html_end(&s->h);
}

int site_draw_topic_index(struct site *s, struct error *err)
{
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "topics.html",
		.title = "Topics",
		.description = "Every service and subject of this log, A to Z.",
		.menu = MENU_TOPICS,
	});
	html_element(&s->h, "h1", "Topics", NULL);
	index_letters(s);
	index_list(s);
	return site_page_end(s, err);
}
