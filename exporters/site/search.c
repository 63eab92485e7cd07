/* SPDX-License-Identifier: MIT */
/* Search in the pages: what a browser needs for it, and the page that shows it. */
#include "exporters/site/site.h"

#include "core/model/document_passages.h"
#include "exporters/site/search_files.h"

static const char script[] = {
#include "search.js.inc"
};

static const char finder[] = {
#include "find.js.inc"
};

/* --- what is found --- */

/* What is being read, in memory that is used again. */
struct reader {
	struct site *site;
	struct search_files files;
	struct strbuf headings;
	struct search_text text;
};

static void reader_init(struct reader *r, struct site *s)
{
	*r = (struct reader){ .site = s, .headings = STRBUF_INIT };
	search_files_init(&r->files, s->out);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		r->text.texts[i] = (struct strbuf)STRBUF_INIT;
}

static void reader_release(struct reader *r)
{
	search_files_release(&r->files);
	strbuf_release(&r->headings);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		strbuf_release(&r->text.texts[i]);
}

static void add_line(struct strbuf *out, struct str line)
{
	if (out->len)
		strbuf_addch(out, '\n');
	strbuf_addslice(out, line);
}

/* The heading of a note's part is among its headings already. */
static bool is_own_heading(const struct part *part, const struct passage *p)
{
	return p->kind == PASSAGE_HEADING && part->nheadings &&
	       str_is(p->text, part->headings[part->nheadings - 1]);
}

static void read_part(struct reader *r, const struct document *doc,
		      const struct part *part)
{
	const struct passage *p = &doc->passages[part->first_passage];

	strbuf_reset(&r->headings);
	for (size_t i = 0; i < SECTION_COUNT; i++)
		strbuf_reset(&r->text.texts[i]);
	for (size_t i = 0; i < part->nheadings; i++)
		add_line(&r->headings, str_of(part->headings[i]));
	for (size_t i = 0; i < part->npassages; i++, p++)
		if (!is_own_heading(part, p))
			add_line(&r->text.texts[p->section], p->text);
	r->text.headings = strbuf_slice(&r->headings);
}

static int add_topics(struct reader *r, struct error *err)
{
	const struct site_view *v = r->site->view;

	for (size_t i = 0; i < v->ntopics; i++) {
		const struct site_topic *t = &v->topics[i];
		struct href url = site_href("", "topics", t->file, NULL);

		if (search_files_add(&r->files, url.s, DAY_NONE, t->name, NULL,
				     err))
			return -1;
	}
	return 0;
}

static int add_note(struct reader *r, size_t number, struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	const struct site_note *n = &r->site->view->notes[number];
	struct document doc = {
		.kind = n->is_plan ? DOCUMENT_PLAN : DOCUMENT_NOTE,
		.path = n->path,
	};

	document_add_texts(&doc, site_without_comments(n->body, &mem), &mem);
	for (size_t i = 0; i < doc.nparts; i++) {
		const struct part *p = &doc.parts[i];
		const struct site_passage place = {
			.is_note = true,
			.document = number,
			.headings = p->headings,
			.nheadings = p->nheadings,
		};
		struct href url = site_href("", "notes", n->file,
					    site_note_anchor(r->site, &place));

		read_part(r, &doc, p);
		if (search_files_add(&r->files, url.s, n->day, n->title,
				     &r->text, err))
			return -1;
	}
	return 0;
}

static int add_entry(struct reader *r, const struct site_entry *e,
		     struct error *err)
{
	AUTO(arena) mem = ARENA_INIT;
	struct document doc = { .kind = DOCUMENT_ENTRY };
	struct href url = site_href("", "days", e->file, NULL);

	document_add_texts(&doc,
			   site_without_comments(site_entry_text(r->site, e),
						 &mem), &mem);
	for (size_t i = 0; i < doc.nparts; i++) {
		read_part(r, &doc, &doc.parts[i]);
		if (search_files_add(&r->files, url.s, e->day, e->title,
				     &r->text, err))
			return -1;
	}
	return 0;
}

/* One more entry gets the last number, and so changes the fewest files. */
static int add_all(struct reader *r, struct error *err)
{
	const struct site_view *v = r->site->view;

	if (add_topics(r, err))
		return -1;
	for (size_t i = 0; i < v->nnotes; i++)
		if (add_note(r, i, err))
			return -1;
	for (size_t i = v->ndated; i < v->nentries; i++)
		if (add_entry(r, &v->entries[i], err))
			return -1;
	for (size_t i = 0; i < v->ndated; i++)
		if (add_entry(r, &v->entries[i], err))
			return -1;
	return search_files_end(&r->files, err);
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

static int write_scripts(struct site *s, struct error *err)
{
	struct export_out *out = s->out;

	return out->file(out, "search.js",
			 (struct str){ script, sizeof(script) }, err) ||
			       out->file(out, "search/find.js",
					 (struct str){ finder, sizeof(finder) },
					 err)
		       ? -1
		       : 0;
}

int site_draw_search(struct site *s, struct error *err)
{
	struct reader r;
	int rc;

	/* All of it is made by one process. */
	if (!site_page_wanted(s, "search.html", SITE_KEY_NONE))
		return 0;
	reader_init(&r, s);
	rc = add_all(&r, err);
	reader_release(&r);
	return rc || write_scripts(s, err) || draw_page(s, err) ? -1 : 0;
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
