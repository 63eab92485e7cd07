/* SPDX-License-Identifier: MIT */
/* A page for each entry, with the way to the day before and after it. */
#include "exporters/site/site.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "core/model/section_lines.h"
#include "core/text/markdown.h"
#include "core/text/markdown_html.h"
#include "exporters/site/facts.h"
#include "exporters/site/ranks.h"

/* A part of a body: the label that opens it, and what stands behind that. */
struct piece {
	enum section section;	/* SECTION_NONE: before the first label */
	struct str label;	/* in the user's words; .len 0: none */
	bool bare;		/* so is the label: it may be text */
	struct str text;
};

/* Label words without the marks around them: "**Thoughts:**" -> "Thoughts". */
static struct str label_words(struct str label)
{
	static const char marks[] = " \t\r\n#*_>:-+=~";
	static const char *const ends[] = { "：", "–", "—" };

	while (label.len && strchr(marks, label.s[0]))
		label = str_from(label, 1);
	while (label.len && strchr(marks, label.s[label.len - 1]))
		label = str_upto(label, label.len - 1);
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (str_ends(label, ends[i]))
			label = str_trim_right(str_upto(
				label, label.len - strlen(ends[i])));
	return label;
}

struct splitter {
	struct str rest;	/* of the body */
	struct piece next;	/* whose text goes on to the next label */
	const char *start;	/* of its text */
	bool is_over;
	bool in_fence;
};

static bool is_fence(struct str line)
{
	line = str_trim_left(line);
	return str_starts(line, "```") || str_starts(line, "~~~");
}

/* Take the next piece off the front; false at the end. */
static bool next_piece(struct splitter *sp, struct piece *out)
{
	struct str line;

	if (sp->is_over)
		return false;
	*out = sp->next;
	while ((line = section_next_line(&sp->rest)).s) {
		struct str rest = STR_NONE;
		enum section section;

		if (is_fence(line))
			sp->in_fence = !sp->in_fence;
		if (sp->in_fence ||
		    !section_opens(line, sp->rest, &section, &rest))
			continue;
		out->text = (struct str){ sp->start,
					  (size_t)(line.s - sp->start) };
		sp->next = (struct piece){ .section = section };
		if (!rest.s)
			rest = str_from(line, line.len);
		sp->next.label =
			label_words(str_upto(line, (size_t)(rest.s - line.s)));
		sp->next.bare = section_label_is_bare(line);
		if (!rest.len && section_is_underlined(sp->rest)) {
			sp->next.bare = false;
			section_next_line(&sp->rest);
		}
		sp->start = rest.len ? rest.s : sp->rest.s;
		return true;
	}
	out->text = (struct str){ sp->start,
				  (size_t)(sp->rest.s - sp->start) };
	sp->is_over = true;
	return true;
}

static struct splitter split(struct str body)
{
	return (struct splitter){ .rest = body, .start = body.s };
}

/* Is an element that is hidden still open where a piece ends? */
static bool hides_behind_label(struct str body)
{
	struct splitter sp = split(body);
	struct piece piece;
	struct str behind;
	size_t open;

	if (!html_may_hide(body))
		return false;
	while (next_piece(&sp, &piece))
		if (html_find_open_hidden(piece.text, &behind, &open).len)
			return true;
	return false;
}

/*
 * Definitions of links and footnotes hold for the whole text, and hidden
 * elements to their end.  A body that has any is rendered in one piece, labels
 * and all.
 */
static bool is_one_piece(struct str body)
{
	struct str line;

	if (hides_behind_label(body))
		return true;
	if (str_find_str(body, STR("]:")) == body.len)
		return false;
	while ((line = str_next_line(&body)).s)
		if (str_starts(str_trim_left(line), "[") &&
		    str_find_str(line, STR("]:")) < line.len)
			return true;
	return false;
}

unsigned site_sections(struct str body)
{
	struct splitter sp = split(body);
	struct piece piece;
	unsigned found = 0;

	if (!body.s || is_one_piece(body))
		return 0;
	while (next_piece(&sp, &piece))
		if (piece.label.len && str_trim(piece.text).len)
			found |= 1u << piece.section;
	return found;
}

/* `level`: of the heading that the text stands under. */
static void piece_text(struct site *s, const struct site_entry *e,
		       const char *up, struct str text, int level)
{
	struct site_resolver resolver = { s->view, up, e->dir, &s->files,
					  site_facts_text(e->facts,
							  SITE_FACTS_BESIDE),
					  site_log_of(s->view, e) };
	const struct markdown_options options = {
		.resolve = site_resolve,
		.image = site_image,
		.resolve_wiki = site_resolve_wiki,
		.arg = &resolver,
		.own = s->base,
		.heading_offset = level,
	};

	if (!str_trim(text).len)
		return;
	strbuf_reset(&s->body);
	html_markup(&s->h, markdown_render(text, &options, &s->body));
}

/* The first of each section bears its name, so that others can link to it. */
static void draw_piece(struct site *s, const struct site_entry *e,
		       const char *up, const struct piece *piece,
		       unsigned *drawn)
{
	unsigned bit = 1u << piece->section;

	if (!str_trim(piece->text).len) {
		if (piece->bare)
			piece_text(s, e, up, piece->label, 1);
		return;
	}
	if (!piece->label.len) {
		piece_text(s, e, up, piece->text, 1);
		return;
	}
	html_begin(&s->h, "section", "class", site_anchor(piece->section),
		   NULL);
	html_begin(&s->h, "h2", "id",
		   *drawn & bit ? NULL : site_anchor(piece->section), NULL);
	html_slice(&s->h, piece->label);
	html_end(&s->h);
	piece_text(s, e, up, piece->text, 2);
	html_end(&s->h);
	*drawn |= bit;
}

/* Of a day that is a row of a table. */
static struct str without_bars(struct str body)
{
	struct str line = str_trim(body);

	if (str_find(line, '\n') < line.len || str_starts(line, "|"))
		return body;
	return entry_row_text(line);
}

void site_entry_body(struct site *s, const struct site_entry *e, const char *up)
{
	struct str body = without_bars(site_entry_text(s, e));
	struct splitter sp = split(body);
	struct piece piece;
	unsigned drawn = 0;

	if (!body.len)
		return;
	if (is_one_piece(body)) {
		piece_text(s, e, up, body, 1);
		return;
	}
	while (next_piece(&sp, &piece))
		draw_piece(s, e, up, &piece, &drawn);
}

static void day_dates(struct site *s, const struct site_entry *e)
{
	const struct site_frame *frame = &e->frame;

	if (!frame->ndays) {
		html_element(&s->h, "span", "undated", NULL);
		return;
	}
	site_time(s, e->day, "dt-published", true);
	if (frame->ndays > 1) {
		html_text(&s->h, " – ");
		site_time(s, frame->days[frame->ndays - 1], NULL, true);
	}
}

static void day_facts(struct site *s, const struct site_entry *e)
{
	const struct site_frame *frame = &e->frame;
	int number = frame->nnumbers ? frame->numbers[0] : NUMBER_NONE;

	html_begin(&s->h, "p", "class", "facts", NULL);
	day_dates(s, e);
	if (e->round > 0 && s->view->has_rounds)
		html_textf(&s->h, " · Round %d", e->round);
	if (number != NUMBER_NONE && !str_starts(str_of(e->title), "Day"))
		html_textf(&s->h, " · Day %d", number);
	if (frame->minutes > 0) {
		strbuf_reset(&s->text);
		site_add_hours(&s->text, frame->minutes);
		html_textf(&s->h, " · %s", s->text.buf);
	}
	html_end(&s->h);
}

static void day_tags(struct site *s, const struct site_entry *e)
{
	if (!e->frame.ntags)
		return;
	html_begin(&s->h, "p", "class", "tags", NULL);
	html_text(&s->h, "Tags: ");
	for (size_t i = 0; i < e->frame.ntags; i++) {
		if (i)
			html_text(&s->h, ", ");
		html_element(&s->h, "span", e->frame.tags[i], "class",
			     "p-category", NULL);
	}
	html_end(&s->h);
}

static void day_topics(struct site *s, const struct site_entry *e)
{
	if (!e->ntopics)
		return;
	html_begin(&s->h, "section", "class", "about", "aria-labelledby",
		   "about", NULL);
	html_element(&s->h, "h2", "Topics of this day", "id", "about", NULL);
	site_topic_chips(s, e->topics, e->ntopics, 24);
	html_end(&s->h);
}

static void neighbour(struct site *s, const struct site_entry *e,
		      const char *rel, const char *label)
{
	if (!e)
		return;
	html_begin(&s->h, "a", "class", rel, "rel", rel, "href", e->file, NULL);
	html_element(&s->h, "span", label, NULL);
	html_text(&s->h, " ");
	html_element(&s->h, "strong", e->title, NULL);
	html_end(&s->h);
}

static void day_neighbours(struct site *s, const struct site_entry *before,
			   const struct site_entry *after)
{
	if (!before && !after)
		return;
	html_begin(&s->h, "nav", "class", "neighbours", "aria-label",
		   "Neighbouring days", NULL);
	neighbour(s, before, "prev", "Previous");
	neighbour(s, after, "next", "Next");
	html_end(&s->h);
}

/* Who reads pages by their microformats learns here whose it is. */
static void day_origin(struct site *s, const struct site_entry *e)
{
	const char *author = s->view->settings->author;

	html_begin(&s->h, "p", "class", "hidden", NULL);
	if (author && *author) {
		html_element(&s->h, "span", author, "class", "p-author h-card",
			     NULL);
		html_text(&s->h, ", ");
	}
	html_element(&s->h, "a", "link to this day", "class", "u-url", "href",
		     e->file, NULL);
	html_end(&s->h);
}

/* What it was about stands below. */
static struct str day_name(const struct site_entry *e)
{
	return e->name_len ? str_upto(str_of(e->title), e->name_len) :
			     str_of(e->heading);
}

static void day_article(struct site *s, const struct site_entry *e)
{
	size_t start;

	html_begin(&s->h, "article", "class", "h-entry", NULL);
	html_begin(&s->h, "header", NULL);
	html_begin(&s->h, "h1", "class", "p-name", NULL);
	html_slice(&s->h, day_name(e));
	html_end(&s->h);
	day_facts(s, e);
	html_end(&s->h);
	html_begin(&s->h, "div", "class", "e-content prose", "dir", "auto",
		   NULL);
	start = s->page.len;
	site_entry_body(s, e, s->up);
	if (s->page.len == start)
		site_no_text(s);
	html_end(&s->h);
	html_begin(&s->h, "footer", NULL);
	day_topics(s, e);
	day_tags(s, e);
	site_linked_from(s, (size_t)(e - s->view->entries));
	day_origin(s, e);
	html_end(&s->h);
	html_end(&s->h);
}

static struct sum64 day_key(const struct site *s, const struct site_entry *e,
			    const struct site_entry *before,
			    const struct site_entry *after)
{
	struct sum64 key = site_key_begin(s);

	site_key_add_entry(&key, e);
	sum64_add_number(&key, s->view->has_rounds ? (uint64_t)e->round : 0);
	site_key_add_topics(&key, s->view, e->topics, e->ntopics);
	site_key_add_links(&key, s, e);
	site_key_add_linked(&key, s, (size_t)(e - s->view->entries));
	sum64_add_string(&key, before ? before->file : NULL);
	sum64_add_string(&key, before ? before->title : NULL);
	sum64_add_string(&key, after ? after->file : NULL);
	sum64_add_string(&key, after ? after->title : NULL);
	return key;
}

static int draw_day(struct site *s, size_t i, struct error *err)
{
	const struct site_view *v = s->view;
	const struct site_entry *e = &v->entries[i];
	const struct site_entry *before = i ? e - 1 : NULL;
	const struct site_entry *after = i + 1 < v->nentries ? e + 1 : NULL;
	struct href path = site_href("", "days", e->file, NULL);

	/* A file may change, which the text does not show. */
	if (!e->facts->has_files &&
	    !site_page_wanted(s, path.s, day_key(s, e, before, after)))
		return 0;
	strbuf_reset(&s->text);
	strbuf_addslice(&s->text,
			site_facts_text(e->facts, SITE_FACTS_EXCERPT));
	s->up = "../";
	site_page_begin(s, &(struct site_head){
		.path = path.s,
		.title = e->title,
		.description = s->text.len ? s->text.buf : e->title,
		.published = e->day != DAY_NONE ? day_format(e->day).s : NULL,
		.previous = before ? before->file : NULL,
		.next = after ? after->file : NULL,
		.menu = MENU_NONE,
	});
	day_article(s, e);
	day_neighbours(s, before, after);
	return site_page_end(s, err);
}

int site_draw_some_days(struct site *s, size_t first, size_t end,
			struct error *err)
{
	for (size_t i = first; i < end; i++)
		if (draw_day(s, i, err))
			return -1;
	return 0;
}
