/* SPDX-License-Identifier: MIT */
/* The index of all topics, A to Z. */
#include "exporters/site/site.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/text/unicode.h"

/* A topic where it stands in the index: what is under no letter comes first. */
struct place {
	const struct site_topic *topic;
	char letter;		/* or '#' */
	const char *key;	/* its name, by which it is looked up */
};

/* Whose a service is says so little that half an index would be under A. */
static struct str without_maker(struct str name)
{
	static const char *const makers[] = { "amazon ", "aws ", "azure ",
					      "google cloud ", "google ",
					      "microsoft ", "apache " };

	for (size_t i = 0; i < ARRAY_SIZE(makers); i++) {
		struct str bare = str_from(name, strlen(makers[i]));

		/* "Microsoft 365" is called by nothing else. */
		if (str_starts(name, makers[i]) && bare.len &&
		    bare.s[0] >= 'a' && bare.s[0] <= 'z')
			return bare;
	}
	return name;
}

/* ".NET" is looked for under N, "Amazon S3" under S, and "Élan" under E. */
static struct place place_of(const struct site_topic *t, struct arena *mem)
{
	AUTO(strbuf) name = STRBUF_INIT;
	struct str key;
	char c;

	unicode_add_folded(&name, str_of(t->name));
	key = str_from(strbuf_slice(&name),
		       strspn(name.buf, "._-+#@$&/'\"( "));
	key = without_maker(key);
	c = (char)(key.len ? key.s[0] : '#');
	return (struct place){
		.topic = t,
		.letter = (char)(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : '#'),
		.key = arena_str(mem, key).s,
	};
}

static int compare_places(const void *a, const void *b)
{
	const struct place *x = a, *y = b;
	int order;

	if (x->letter != y->letter)
		return x->letter < y->letter ? -1 : 1;
	order = strcmp(x->key, y->key);
	return order ? order : strcmp(x->topic->id, y->topic->id);
}

static struct place *places(const struct site_view *v, struct arena *mem)
{
	struct place *out = arena_alloc(mem, (v->ntopics + 1) * sizeof(*out));

	for (size_t i = 0; i < v->ntopics; i++)
		out[i] = place_of(&v->topics[i], mem);
	qsort(out, v->ntopics, sizeof(*out), compare_places);
	return out;
}

static void index_letters(struct site *s, const struct place *p)
{
	char letter[2] = "", id[2] = "";

	html_begin(&s->h, "nav", "class", "letters", "aria-label", "Letters",
		   NULL);
	html_begin(&s->h, "ul", "class", "chips", NULL);
	for (size_t i = 0; i < s->view->ntopics; i++) {
		if (p[i].letter == letter[0])
			continue;
		letter[0] = p[i].letter;
		id[0] = letter[0] == '#' ? '0' : letter[0];
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

static void index_list(struct site *s, const struct place *p)
{
	char letter[2] = "", id[2] = "";

	for (size_t i = 0; i < s->view->ntopics; i++) {
		if (p[i].letter != letter[0]) {
			if (letter[0])
				html_end(&s->h);
			letter[0] = p[i].letter;
			id[0] = letter[0] == '#' ? '0' : letter[0];
			html_element(&s->h, "h2", letter, "id", id, NULL);
			html_begin(&s->h, "ul", "class", "index", NULL);
		}
		index_topic(s, p[i].topic);
	}
	if (letter[0])
		html_end(&s->h);
}

int site_draw_topic_index(struct site *s, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct place *order = places(s->view, &mem);

	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "topics.html",
		.title = "Topics",
		.description = "Every service and subject of this log, A to Z.",
		.menu = MENU_TOPICS,
	});
	html_element(&s->h, "h1", "Topics", NULL);
	index_letters(s, order);
	index_list(s, order);
	return site_page_end(s, err);
}
