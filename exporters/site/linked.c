/* SPDX-License-Identifier: MIT */
/* What links to a day or a note, at its end. */
#include "exporters/site/site.h"

#define LINKED_MAX 40
#define QUOTE_MAX 160

static void linked_item(struct site *s, const struct site_backlink *l)
{
	const struct site_view *v = s->view;
	bool is_note = l->from >= v->nentries;
	const struct site_note *n = &v->notes[is_note ? l->from - v->nentries :
							0];
	const struct site_entry *e = &v->entries[is_note ? 0 : l->from];

	html_begin(&s->h, "li", NULL);
	html_element(&s->h, "a", is_note ? n->title : e->title, "href",
		     site_href(s->up, is_note ? "notes" : "days",
			       is_note ? n->file : e->file, NULL).s, NULL);
	strbuf_reset(&s->text);
	site_add_quote(&s->text, l->text, QUOTE_MAX);
	if (s->text.len) {
		html_text(&s->h, " ");
		html_element(&s->h, "span", s->text.buf, "class", "excerpt",
			     NULL);
	}
	html_end(&s->h);
}

void site_linked_from(struct site *s, size_t document)
{
	size_t count;
	const struct site_backlink *links =
		site_backlinks_to(&s->backlinks, document, &count);

	if (!count)
		return;
	html_begin(&s->h, "section", "class", "about linked",
		   "aria-labelledby", "linked_", NULL);
	html_element(&s->h, "h2", "Linked from", "id", "linked_", NULL);
	html_begin(&s->h, "ul", "class", "plain", NULL);
	for (size_t i = 0; i < count && i < LINKED_MAX; i++)
		linked_item(s, &links[i]);
	html_end(&s->h);
	html_end(&s->h);
}

void site_key_add_linked(struct sum64 *key, const struct site *s,
			 size_t document)
{
	const struct site_view *v = s->view;
	size_t count;
	const struct site_backlink *links =
		site_backlinks_to(&s->backlinks, document, &count);

	sum64_add_number(key, count);
	for (size_t i = 0; i < count && i < LINKED_MAX; i++) {
		size_t from = links[i].from;
		bool is_note = from >= v->nentries;

		sum64_add_string(key, is_note ?
				 v->notes[from - v->nentries].file :
				 v->entries[from].file);
		sum64_add_string(key, is_note ?
				 v->notes[from - v->nentries].title :
				 v->entries[from].title);
		sum64_add(key, links[i].text);
	}
}
