/* SPDX-License-Identifier: MIT */
/* Search in the pages: what a browser needs for it, and the page that shows it. */
#include "core/base/ascii.h"
#include "exporters/site/site.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/document_passages.h"
#include "core/model/topic.h"
#include "core/text/json.h"
#include "exporters/site/facts.h"
#include "exporters/site/search_files.h"
#include "exporters/site/turns.h"

static const char script[] = {
#include "search.js.inc"
};

/* The parts of search/find.js, which have one scope of their own. */
static const char find_tokens[] = {
#include "find_tokens.js.inc"
};
static const char find_query[] = {
#include "find_query.js.inc"
};
static const char find_rank[] = {
#include "find_rank.js.inc"
};
static const char find[] = {
#include "find.js.inc"
};
static const struct str finder[] = {
	{ find_tokens, sizeof(find_tokens) },
	{ find_query, sizeof(find_query) },
	{ find_rank, sizeof(find_rank) },
	{ find, sizeof(find) },
};

/* --- what is found --- */

/* "DynamoDB" as "Dynamo DB". */
static void add_apart(struct strbuf *out, const char *name)
{
	for (size_t i = 0; name[i]; i++) {
		if (i && ascii_is_lower(name[i - 1]) && name[i] >= 'A' &&
		    name[i] <= 'Z')
			strbuf_addch(out, ' ');
		strbuf_addch(out, name[i]);
	}
}

/* What a topic is typed as beside its name: a line each. */
static void add_names(struct search_text *text, const struct site_topic *t)
{
	struct strbuf *out = &text->headings;

	search_text_reset(text);
	add_apart(out, t->name);
	if (!strcmp(out->buf, t->name))
		strbuf_reset(out);
	else
		strbuf_addch(out, '\n');
	if (!str_eq_nocase(str_of(t->id), str_of(t->name)))
		strbuf_addf(out, "%s\n", t->id);
	if (strcmp(t->label, t->name) &&
	    !str_eq_nocase(str_of(t->label), str_of(t->id)))
		strbuf_addstr(out, t->label);
}

static void add_string(struct strbuf *out, const char *s)
{
	strbuf_addch(out, ',');
	json_add_quoted(out, str_of(s));
}

/* The keys of a topic, with a blank before and behind each, and its record. */
static void add_keys(struct search_files *f, struct strbuf *file,
		     const struct site_topic *t)
{
	AUTO(strbuf) keys = STRBUF_INIT;

	strbuf_addch(&keys, ' ');
	topic_add_key(&keys, str_of(t->id));
	strbuf_addch(&keys, ' ');
	topic_add_key(&keys, str_of(t->name));
	strbuf_addch(&keys, ' ');
	strbuf_addstr(&keys, t->keys);
	strbuf_addch(file, '[');
	json_add_quoted(file, strbuf_slice(&keys));
	add_string(file, site_href("", "topics", t->file, NULL).s);
	add_string(file, "");
	add_string(file, t->name);
	add_names(&f->text, t);
	if (f->text.headings.len)
		search_text_add(file, &f->text);
	strbuf_addch(file, ']');
}

/*
 * What topics are called, for a query that is nothing else: an item for each, in
 * the order of their documents.  Their records are here too, so that they are
 * shown as soon as this file is there.
 */
static int draw_keys(struct search_files *f, struct error *err)
{
	const struct site_view *v = f->site->view;
	struct export_out *out = f->site->out;
	AUTO(strbuf) file = STRBUF_INIT;

	strbuf_addstr(&file, "hectoSearch(\"names\",[");
	for (size_t i = 0; i < v->ntopics; i++) {
		strbuf_addstr(&file, i ? ",\n" : "");
		add_keys(f, &file, &v->topics[i]);
	}
	strbuf_addstr(&file, "]);\n");
	sum64_add(&f->texts, strbuf_slice(&file));
	return out->file(out, "search/names.js", strbuf_slice(&file), err);
}

static int add_topics(struct search_files *f, struct error *err)
{
	const struct site_view *v = f->site->view;

	for (size_t i = 0; i < v->ntopics; i++) {
		const struct site_topic *t = &v->topics[i];
		struct href url = site_href("", "topics", t->file, NULL);
		struct search_document d = {
			.url = url.s, .is_topic = true, .day = DAY_NONE,
			.title = t->name,
		};

		add_names(&f->text, t);
		if (f->text.headings.len)
			d.text = &f->text;
		if (search_files_add(f, &d, err))
			return -1;
	}
	return 0;
}

static int add_part(struct search_files *f, size_t number,
		    const struct document *doc, const struct part *p,
		    struct error *err)
{
	const struct site_note *n = &f->site->view->notes[number];
	const struct site_passage place = {
		.is_note = true,
		.document = number,
		.headings = p->headings,
		.nheadings = p->nheadings,
	};
	struct href url = site_href("", "notes", n->file,
				    site_note_anchor(f->site, &place));
	const struct search_document d = {
		.url = url.s, .day = n->day, .title = n->title,
		.text = &f->text,
	};

	search_text_read(&f->text, doc, p);
	return search_files_add(f, &d, err);
}

static int add_note(struct search_files *f, size_t number, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct site_note *n = &f->site->view->notes[number];
	struct document doc = {
		.kind = n->is_plan ? DOCUMENT_PLAN : DOCUMENT_NOTE,
		.path = n->path,
		.open_hides = true,
	};

	document_add_texts(&doc, site_without_comments(n->body, &mem), 1,
			   &mem);
	for (size_t i = 0; i < doc.nparts; i++)
		if (add_part(f, number, &doc, &doc.parts[i], err))
			return -1;
	return 0;
}

/* One that says nothing is not found. */
static int add_entry(struct search_files *f, const struct site_entry *e,
		     struct error *err)
{
	struct href url = site_href("", "days", e->file, NULL);
	const struct search_document d = {
		.url = url.s, .day = e->day, .title = e->heading,
		.called = e->title, .entry = e,
	};

	return e->facts->search_len ? search_files_add(f, &d, err) : 0;
}

/* One more entry gets the last number, and so changes the fewest files. */
static int add_all(struct search_files *f, struct error *err)
{
	const struct site_view *v = f->site->view;

	if (draw_keys(f, err) || add_topics(f, err))
		return -1;
	for (size_t i = 0; i < v->nnotes; i++)
		if (add_note(f, i, err))
			return -1;
	for (size_t i = v->ndated; i < v->nentries; i++)
		if (add_entry(f, &v->entries[i], err))
			return -1;
	for (size_t i = 0; i < v->ndated; i++)
		if (add_entry(f, &v->entries[i], err))
			return -1;
	return 0;
}

/* --- the page --- */

/* What can be typed, as examples; hecto-query(7) has the rest. */
static const struct example {
	const char *typed, *meaning;
} examples[] = {
	{ "queue retry", "both words, in one entry or under one heading" },
	{ "\"at least once\"", "these words, one behind the other" },
	{ "idempot*", "words that begin so" },
	{ "sqs -kinesis", "the first, where the second is not" },
	{ "sqs or sns", "either; parentheses group" },
	{ "C++, X-Ray, CI/CD", "names with marks, as they stand" },
};

static void draw_help(struct site *s)
{
	html_begin(&s->h, "section", "class", "search-help", NULL);
	html_element(&s->h, "h2", "What can be typed", NULL);
	html_begin(&s->h, "dl", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(examples); i++) {
		html_begin(&s->h, "dt", NULL);
		html_element(&s->h, "code", examples[i].typed, NULL);
		html_end(&s->h);
		html_element(&s->h, "dd", examples[i].meaning, NULL);
	}
	html_end(&s->h);
	html_begin(&s->h, "p", NULL);
	html_text(&s->h, "Words are found in any case, with or without accents, "
			 "and by their English stem. The key ");
	html_element(&s->h, "kbd", "/", NULL);
	html_text(&s->h, " goes to the search box of any page.");
	html_end(&s->h);
	html_end(&s->h);
}

/* Shown as long as no script takes its place. */
static void draw_without_script(struct site *s)
{
	bool topics = s->view->ntopics;

	html_begin(&s->h, "p", NULL);
	html_text(&s->h, "Searching is done in the browser, which needs "
			 "JavaScript for it. Without it, ");
	if (topics) {
		html_text(&s->h, "the ");
		html_element(&s->h, "a", "topics", "href", "topics.html", NULL);
		html_text(&s->h, " list what the log speaks of, and ");
	}
	html_text(&s->h, "the ");
	html_element(&s->h, "a", "archive", "href", "archive.html", NULL);
	html_text(&s->h, " every entry.");
	html_end(&s->h);
}

static int draw_page(struct site *s, struct error *err)
{
	s->up = "";
	site_page_begin(s, &(struct site_head){
		.path = "search.html",
		.title = "Search",
		.description = "Search in entries, notes and topics.",
		.menu = MENU_SEARCH,
	});
	html_element(&s->h, "h1", "Search", NULL);
	site_search_box(s);
	html_begin(&s->h, "div", "id", "found_", NULL);
	draw_without_script(s);
	html_end(&s->h);
	draw_help(s);
	return site_page_end(s, err);
}

static int write_finder(struct export_out *out, struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;

	strbuf_addstr(&file, "(() => {\n\"use strict\";\n");
	for (size_t i = 0; i < ARRAY_SIZE(finder); i++)
		strbuf_addslice(&file, finder[i]);
	strbuf_addstr(&file, "})();\n");
	return out->file(out, "search/find.js", strbuf_slice(&file), err);
}

static int write_scripts(struct site *s, struct error *err)
{
	struct export_out *out = s->out;

	return out->file(out, "search.js",
			 (struct str){ script, sizeof(script) }, err) ||
			       write_finder(out, err)
		       ? -1
		       : 0;
}

/* The words, while other pages are drawn. */
struct site_searching {
	struct search_files files;
	struct site_turns turns;
	struct export_out *out;		/* the site's, which takes turns */
};

static void draw_by_turns(struct site *s, struct export_out *out)
{
	s->out = s->files.out = out;
}

static int begin_words(struct site_searching *g, struct site *s,
		       struct error *err)
{
	/* Several processes take turns already, and need the memory. */
	if (s->out->is_shared)
		return search_files_count(&g->files, NULL, err);
	g->out = s->out;
	site_turns_begin(&g->turns, g->out);
	draw_by_turns(s, &g->turns.pages.out);
	return search_files_count(&g->files, &g->turns.aside.out, err);
}

/* The words are written, or nobody writes them any more. */
static void end_words(struct site_searching *g, struct site *s)
{
	if (!g->out)
		return;
	draw_by_turns(s, g->out);
	site_turns_end(&g->turns);
	g->out = NULL;
}

int site_begin_search(struct site *s, struct error *err)
{
	/* All of it is made by one process. */
	if (!site_page_wanted(s, "search.html", SITE_KEY_NONE))
		return 0;
	s->search = xcalloc(1, sizeof(*s->search));
	search_files_init(&s->search->files, s);
	return add_all(&s->search->files, err) ||
			       begin_words(s->search, s, err)
		       ? -1
		       : 0;
}

int site_draw_search(struct site *s, struct error *err)
{
	if (!s->search)
		return 0;
	if (search_files_end(&s->search->files, err))
		return -1;
	end_words(s->search, s);
	site_facts_rest(s->view->facts);
	return write_scripts(s, err) || draw_page(s, err) ? -1 : 0;
}

void site_search_keep(const struct site *s, struct export_memory *memory,
		      uint64_t numbering)
{
	if (s->search)
		search_files_keep(&s->search->files, &memory->counts,
				  numbering, s->view->facts->is_added);
}

void site_search_release(struct site *s)
{
	if (!s->search)
		return;
	search_files_release(&s->search->files);
	end_words(s->search, s);
	free(s->search);
	s->search = NULL;
}

void site_search_box(struct site *s)
{
	html_begin(&s->h, "form", "class", "search", "role", "search", "action",
		   site_href(s->up, NULL, "search.html", NULL).s, "method",
		   "get", NULL);
	html_element(&s->h, "label", "Search", "for", "search_", "class",
		     "hidden", NULL);
	html_void(&s->h, "input", "type", "search", "id", "search_", "name",
		  "q", "placeholder", "Search", "autocomplete", "off",
		  "maxlength", "500", NULL);
	html_element(&s->h, "button", "Go", "type", "submit", NULL);
	html_end(&s->h);
}
