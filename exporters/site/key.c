/* SPDX-License-Identifier: MIT */
/* Whether a page has to be drawn. */
#include "exporters/site/facts.h"
#include "exporters/site/site.h"

/* Of how a page is drawn from what its key sums up: a site that another number
 * wrote is drawn anew, whatever its keys say. */
#define DRAWING 5

/*
 * The frame of a page is drawn, so that nothing in it can be forgotten: the
 * menu, the titles, what the theme asks for.
 */
static void draw_frame(struct site *s)
{
	s->up = "../";
	site_page_begin(s, &(struct site_head){ .path = "", .title = "" });
	site_page_finish(s);
	sum64_add(&s->frame, strbuf_slice(&s->page));
}

struct sum64 site_key_begin(const struct site *s)
{
	return s->frame;
}

void site_key_make_frame(struct site *s)
{
	s->frame = (struct sum64)SUM64_INIT;
	sum64_add_number(&s->frame, DRAWING);
	sum64_add_number(&s->frame, s->view->snapshot->settings_sum);
	draw_frame(s);
}

uint64_t site_entry_key(const struct site_entry *e)
{
	struct sum64 key = SUM64_INIT;

	sum64_add_number(&key, e->facts->sum);
	sum64_add_string(&key, e->file);
	sum64_add_string(&key, e->title);
	sum64_add_string(&key, e->heading);
	sum64_add_number(&key, (uint64_t)e->day);
	return key.value;
}

void site_key_add_entry(struct sum64 *key, const struct site_entry *e)
{
	sum64_add_number(key, e->key);
}

uint64_t site_topic_key(const struct site_topic *t)
{
	struct sum64 key = SUM64_INIT;

	sum64_add_string(&key, t->file);
	sum64_add_string(&key, t->name);
	sum64_add_string(&key, t->label);
	return key.value;
}

void site_key_add_topics(struct sum64 *key, const struct site_view *v,
			 const uint32_t *topics, size_t count)
{
	sum64_add_number(key, count);
	for (size_t i = 0; i < count; i++)
		sum64_add_number(key, v->topics[topics[i]].key);
}

void site_key_add_links(struct sum64 *key, const struct site *s,
			const struct site_entry *e)
{
	struct site_resolver resolver = {
		.view = s->view, .up = "", .dir = e->dir,
		.beside = site_facts_text(e->facts, SITE_FACTS_BESIDE),
		.log = site_log_of(s->view, e),
	};
	struct str links = site_facts_text(e->facts, SITE_FACTS_LINKS), link;
	AUTO(strbuf) to = STRBUF_INIT;

	while ((link = str_next_field(&links, SITE_LINK_END)).s && link.len) {
		bool wiki = link.s[0] == '[', found;

		strbuf_reset(&to);
		link = str_from(link, 1);
		found = wiki ? site_resolve_wiki(&resolver, link, &to) :
			       site_resolve(&resolver, link, &to);
		sum64_add_number(key, found);
		sum64_add(key, strbuf_slice(&to));
	}
}

/* So many pages, and what was kept that they show is let go again. */
#define REST_EVERY 256

bool site_page_wanted(struct site *s, const char *path, struct sum64 key)
{
	struct export_out *out = s->out;

	if (++s->asked % REST_EVERY == 0)
		site_facts_rest(s->view->facts);
	return !out->is_current || !out->is_current(out, path, key.value);
}
