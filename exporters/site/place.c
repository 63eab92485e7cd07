/* SPDX-License-Identifier: MIT */
/* Where a passage stands, as a link to the place. */
#include "exporters/site/facts.h"
#include "exporters/site/site.h"

/* Parent items of a list follow the headings, and have no place of their own:
 * the nearest heading that has one is it. */
struct site_passage site_linked_place(const struct site *s,
				      const struct site_passage *p)
{
	struct site_passage at = *p;

	while (at.nheadings && !site_note_anchor(s, &at))
		at.nheadings--;
	return at;
}

static const char *anchor_of(const struct site *s, const struct site_passage *p)
{
	const struct site_passage at = site_linked_place(s, p);

	return at.nheadings ? site_note_anchor(s, &at) : NULL;
}

static struct href place_of(const struct site *s, const struct site_passage *p)
{
	const struct site_view *v = s->view;
	const struct site_entry *e;

	if (p->is_note)
		return site_href(s->up, "notes", v->notes[p->document].file,
				 anchor_of(s, p));
	e = &v->entries[p->document];
	return site_href(s->up, "days", e->file,
			 e->facts->anchors & 1u << p->section ?
				 site_anchor(p->section) : NULL);
}

static const char *title_of(const struct site *s, const struct site_passage *p)
{
	const struct site_view *v = s->view;

	return p->is_note ? v->notes[p->document].title :
			    v->entries[p->document].title;
}

void site_place(struct site *s, const struct site_passage *p, bool is_titled)
{
	bool is_first = !is_titled;

	html_begin(&s->h, "a", "class", "place", "href", place_of(s, p).s,
		   NULL);
	if (is_titled)
		html_text(&s->h, title_of(s, p));
	else if (!p->nheadings)
		html_text(&s->h, section_title(p->section));
	for (size_t i = 0; i < p->nheadings; i++) {
		/* The first heading of a note is mostly its title. */
		if (!i && (is_titled || p->nheadings > 1) &&
		    str_is(str_of(p->headings[0]), title_of(s, p)))
			continue;
		if (!is_first)
			html_text(&s->h, " › ");
		is_first = false;
		html_text(&s->h, p->headings[i]);
	}
	html_end(&s->h);
}
