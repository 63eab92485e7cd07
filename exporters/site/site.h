/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_SITE_H
#define EXPORTERS_SITE_SITE_H

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/strbuf.h"
#include "core/base/sum64.h"
#include "core/model/document.h"
#include "core/text/html.h"
#include "exporters/exporter.h"
#include "exporters/site/files.h"
#include "exporters/site/backlinks.h"
#include "exporters/site/links.h"
#include "exporters/site/look.h"
#include "exporters/site/quotes.h"
#include "exporters/site/view.h"

/*
 * A site while it is drawn: one page at a time, into one buffer that is handed
 * out and used again, so that ten thousand pages need the memory of one.
 * Each file beside this one draws what it is named after.
 */
struct site {
	const struct site_view *view;
	struct export_out *out;
	const char *base;	/* the address of the site, ending in '/'; NULL */
	const struct export_host *host;	/* or NULL */
	struct left_out *left_out;	/* for secrets of the look */
	struct site_files files;	/* what the texts refer to */
	struct site_look look;		/* what the user adds to each page */
	bool has_card;			/* card.png was painted */
	struct sum64 frame;	/* of what every page shows */
	struct html h;		/* writes to `page` */
	struct strbuf page;	/* the page that is being drawn */
	struct strbuf body;	/* Markdown that was rendered for it */
	struct strbuf text;	/* a line of plain text for it */
	const char *title;	/* of the page, or NULL */
	const char *path;	/* of the page: "days/2022-07-04.html" */
	const char *up;		/* from it to the root: "../" */
	struct error failure;	/* of drawing it: site_page_end() tells */
	unsigned asked;		/* how often site_page_wanted() was */

	struct site_quotes quotes;
	struct site_text {	/* the entry that is being read */
		const struct site_entry *of;
		struct strbuf file;
		struct arena mem;
		struct str front, body;
	} entry;

	/* Where the headings of notes are, known once the notes are drawn. */
	struct strset anchors;	/* note and heading path -> index into ids */
	const char **ids;
	size_t nids, cap;
	struct site_backlinks backlinks;
	struct site_searching *search;	/* while it is made, or NULL */
	struct site_answering *answering;	/* likewise */
};

enum site_menu {
	MENU_HOME, MENU_ARCHIVE, MENU_TOPICS, MENU_EXAM, MENU_QUESTIONS,
	MENU_NOTES, MENU_ABOUT, MENU_SEARCH, MENU_NONE
};

/* What the frame of a page says about it; NULL where there is nothing. */
struct site_head {
	const char *path;	/* from the root */
	const char *title;	/* NULL: the site's own */
	const char *description;
	const char *previous, *next;	/* from this page */
	const char *published;	/* "2022-07-04", of an article; or NULL */
	enum site_menu menu;
	bool is_wide;
	bool is_no_page;	/* it stands in for others: 404.html */
};

/*
 * Has a page to be drawn?  Its key is the sum of all that it shows: a page that
 * is there and was drawn with the same key is left as it is, unseen.  Whatever
 * is added to a page has to be added to its key; begin one with
 * site_key_begin(), which has the frame of all pages and the settings.  Pages
 * that are few need no key, and are drawn each time and compared.
 */
void site_key_make_frame(struct site *s);
struct sum64 site_key_begin(const struct site *s);
uint64_t site_entry_key(const struct site_entry *e);	/* for its .key */
void site_key_add_entry(struct sum64 *key, const struct site_entry *e);
uint64_t site_topic_key(const struct site_topic *t);	/* for its .key */
void site_key_add_topics(struct sum64 *key, const struct site_view *v,
			 const uint32_t *topics, size_t count);
/* Where the links of a text lead: that may change without the text. */
void site_key_add_links(struct sum64 *key, const struct site *s,
			const struct site_entry *e);
void site_key_add_linked(struct sum64 *key, const struct site *s,
			 size_t document);
#define SITE_KEY_NONE ((struct sum64){ 0 })	/* draw it and compare */
bool site_page_wanted(struct site *s, const char *path, struct sum64 key);

/* Begin and finish a page; between them the caller draws into <main>. */
void site_page_begin(struct site *s, const struct site_head *head);
/* The same without handing it over. */
void site_page_finish(struct site *s);
int site_page_end(struct site *s, struct error *err) MUST_CHECK;

/* The whole address of a page, where that of the site is known: the first page
 * is at the site's own. */
struct href site_address(const struct site *s, const char *folder,
			 const char *file);

/*
 * The text of an entry without what is private, until that of another one is
 * asked for; empty when it cannot be read, which is a failure of the page.
 */
struct str site_entry_text(struct site *s, const struct site_entry *e);

/* What pages refer to, and so comes before them: card.png, and files/. */
int site_draw_card(struct site *s, struct error *err) MUST_CHECK;
int site_draw_files(struct site *s, struct error *err) MUST_CHECK;

/* The pages of the entries from `first` on, before `end`. */
int site_draw_some_days(struct site *s, size_t first, size_t end,
			struct error *err) MUST_CHECK;

/* All pages of each other kind. */
int site_draw_home(struct site *s, struct error *err) MUST_CHECK;
int site_draw_notes(struct site *s, struct error *err) MUST_CHECK;
int site_draw_topics(struct site *s, struct error *err) MUST_CHECK;
int site_draw_topic_index(struct site *s, struct error *err) MUST_CHECK;
int site_draw_archive(struct site *s, struct error *err) MUST_CHECK;
int site_draw_months(struct site *s, struct error *err) MUST_CHECK;
int site_draw_rounds(struct site *s, struct error *err) MUST_CHECK;
int site_draw_exams(struct site *s, struct error *err) MUST_CHECK;
/*
 * What may answer questions may be looked for in a thread while other pages are
 * drawn; who asks for passages has to wait until those it asks for are read.
 * That it has not begun is no failure.
 */
void site_begin_questions(struct site *s);
void site_wait_for_passages(struct site *s);
int site_draw_questions(struct site *s, struct error *err) MUST_CHECK;
void site_questions_keep(struct site *s, struct export_memory *memory);
void site_questions_release(struct site *s);
int site_draw_about(struct site *s, struct error *err) MUST_CHECK;
int site_draw_feed(struct site *s, struct error *err) MUST_CHECK;
int site_draw_json_feed(struct site *s, struct error *err) MUST_CHECK;
int site_draw_sitemap(struct site *s, struct error *err) MUST_CHECK;
int site_draw_calendar(struct site *s, struct error *err) MUST_CHECK;
/* The words of a search are counted, and written, while other pages are drawn;
 * from the one to the other, `out` is another one, that two can hand over to. */
int site_begin_search(struct site *s, struct error *err) MUST_CHECK;
int site_draw_search(struct site *s, struct error *err) MUST_CHECK;
/* What is to be told the next time, of the words as `numbering` has them. */
void site_search_keep(const struct site *s, struct export_memory *memory,
		      uint64_t numbering);
void site_search_release(struct site *s);
int site_draw_assets(struct site *s, struct error *err) MUST_CHECK;

/* A form that leads to the page of what is found, without a script as well. */
void site_search_box(struct site *s);
/* A section of what links to a document; entries are numbered before notes. */
void site_linked_from(struct site *s, size_t document);

/* The text of a note, as it stands on its page; `up` leads from where it will be
 * read to the root. */
void site_note_body(struct site *s, const struct site_note *n, const char *up);

/* The anchor of a note's heading that a passage is under, or NULL. */
const char *site_note_anchor(const struct site *s,
			     const struct site_passage *p);

/* May today still become a studied day?  Then it is not missed either. */
bool site_is_today_open(const struct site_view *v);

/* A heat map of the days from `first` to `last`, in whole weeks.  Where it is
 * wider than the screen, it begins at its right end if `newest_first`. */
void site_heatmap(struct site *s, int first, int last, const char *caption,
		  bool newest_first);
void site_key_add_heatmap(struct sum64 *key, const struct site_view *v, int first,
			  int last);
int site_week_begin(const struct site_view *v, int day);
/* Up to when a map of the last weeks goes: today, or, where nothing was studied
 * for weeks, the last studied day, so that it is not an empty one. */
int site_last_day(const struct site_view *v);
/* 0 … 4: whether a day was studied, and in which quarter of all days its minutes
 * or words are.  site_make_steps() finds the quarters: view.steps. */
int site_day_level(const struct site_view *v, int day);
const char *site_day_amount(const struct site_view *v,
			    const struct site_day *d, struct strbuf *out);

/* The body of an entry, its sections under headings; `up` leads from the place
 * where it will be read to the root. */
void site_entry_body(struct site *s, const struct site_entry *e,
		     const char *up);

/* A number of a <dl class="stats">: its name, the number, a bar that repeats it
 * for the eye, and a note. */
void site_stat_begin(struct site *s, const char *label, const char *class);
void site_stat_end(struct site *s);
void site_stat_number(struct site *s, int number, const char *unit);
void site_stat_note_begin(struct site *s);
void site_stat_bar(struct site *s, int part, int whole);

/* Where a passage stands, as a link to the place; with the title of its
 * document in front of its headings if `is_titled`. */
void site_place(struct site *s, const struct site_passage *p, bool is_titled);
/* The passage with those headings alone that this link leads to. */
struct site_passage site_linked_place(const struct site *s,
				      const struct site_passage *p);

/* "4 July 2022", and "Monday, 4 July 2022" for long ones. */
struct site_date {
	char s[64];
};
struct site_date site_date(int day);
struct site_date site_date_long(int day);
void site_time(struct site *s, int day, const char *class, bool is_long);

/* "1 entry", "2 entries". */
void site_count(struct site *s, size_t n, const char *one, const char *many);

/* In place of a text that is empty, or of which nothing is shown. */
void site_no_text(struct site *s);
void site_add_count(struct strbuf *out, size_t n, const char *one,
		    const char *many);

/*
 * What both feeds say: the newest entries, the id of one (of the feed for NULL)
 * and when it was written.
 */
#define FEED_ENTRIES 20
const struct site_entry *site_feed_entry(const struct site_view *v, size_t i);
void site_feed_id(struct strbuf *out, const struct site_view *v,
		  const char *file);
struct clock_text site_feed_published(const struct site_entry *e);
struct clock_text site_feed_updated(const struct site_entry *e);
/* Its body, with links that hold from the place of a feed. */
void site_feed_body(struct site *s, const struct site_entry *e,
		    struct strbuf *out);

/* A link to a topic, by its short name; and a list of them, at most `max`. */
void site_topic_chip(struct site *s, const struct site_topic *t);
void site_topic_chips(struct site *s, const uint32_t *topics, size_t count,
		      size_t max);

/* A link to an entry with its date and a line of what it says. */
void site_entry_card(struct site *s, const struct site_entry *e,
		     const char *heading);

/* What is behind `start` has at most `max` bytes, then "…": cut at a blank, or
 * else between characters. */
void site_cut_at_word(struct strbuf *out, size_t start, size_t max);

/* A text without its comments, which may span lines and are not for readers;
 * `mem` holds what is new. */
struct str site_without_comments(struct str text, struct arena *mem);

/*
 * Append the beginning of a document as plain text, at most `max` bytes cut at a
 * word: the title is left out where it comes first, and so are labels, marks and
 * comments, and tables and code unless there is nothing else.  `visible` tells
 * for each passage whether it may be shown, or NULL: all may.
 */
void site_add_document_excerpt(struct strbuf *out, const struct document *doc,
			       const bool *visible, size_t max);
/* The same of the body of an entry, which has to be parsed for it. */
void site_add_excerpt(struct strbuf *out, struct str body, size_t max);
/* The same of the text of a passage; a comment in it is left out. */
void site_add_quote(struct strbuf *out, struct str passage, size_t max);

/* Text in which `code` is code. */
void site_text_with_code(struct site *s, struct str text);

#endif
