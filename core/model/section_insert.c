/* SPDX-License-Identifier: MIT */
/* Adding to a section of an entry, and leaving every other byte alone. */
#include "core/model/section.h"

#include <string.h>

#include "core/base/strbuf.h"

/* The body as it is: where each section's label and content stand. */
struct place {
	size_t label, label_end;	/* the label's line, without its end */
	size_t content_end;		/* behind its last line that says
					   something, with that line's end */
	bool found, bare;		/* bare: only the label so far */
	bool ends_in_item;
	char bullet;
};

struct layout {
	struct str body;
	const char *eol;
	struct place places[SECTION_COUNT];
	size_t first_label;	/* of any section; body.len: there is none */
	int heading_level;	/* of the labels, or 0 */
};

static const struct {
	const char *before, *after;
} label_marks[] = {
	[SECTION_NONE] = { "", "" },
	[SECTION_PROGRESS] = { "**", "**:" },
	[SECTION_LEARNED] = { "**", "**:" },
	[SECTION_THOUGHTS] = { "**", ":**" },
	[SECTION_LINKS] = { "**", ":**" },
	[SECTION_QUESTIONS] = { "**", ":**" },
};

static bool is_fence(struct str line)
{
	line = str_trim_left(line);
	return str_starts(line, "```") || str_starts(line, "~~~");
}

static bool is_bullet(struct str line)
{
	line = str_trim_left(line);
	return line.len > 1 && strchr("-*+", line.s[0]) && line.s[1] == ' ';
}

static int heading_level(struct str line)
{
	int level = 0;

	line = str_trim_left(line);
	while ((size_t)level < line.len && line.s[level] == '#')
		level++;
	return level <= 6 ? level : 0;
}

static void note_label(struct layout *l, enum section s, struct str line,
		       size_t end, bool bare)
{
	size_t at = (size_t)(line.s - l->body.s);

	if (l->first_label == l->body.len)
		l->first_label = at;
	if (heading_level(line))
		l->heading_level = heading_level(line);
	l->places[s] = (struct place){
		.label = at,
		.label_end = at + str_trim_right(line).len,
		.content_end = end,
		.found = true,
		.bare = bare,
	};
}

static void note_content(struct place *p, struct str line, size_t end)
{
	if (!str_trim(line).len)
		return;
	p->content_end = end;
	p->bare = false;
	if (is_bullet(line)) {
		p->ends_in_item = true;
		p->bullet = str_trim_left(line).s[0];
	} else if (line.s[0] != ' ' && line.s[0] != '\t') {
		p->ends_in_item = false;
	}
}

/* A heading or rule that is no label ends the section before it. */
static bool ends_section(struct str line)
{
	line = str_trim(line);
	return heading_level(line) ||
	       (line.len >= 3 && (str_is(line, "---") || str_is(line, "***") ||
				  str_is(line, "___")));
}

static void read_layout(struct layout *l, struct str body)
{
	struct str rest = body, line, behind;
	enum section current = SECTION_NONE, s;
	bool fenced = false;

	*l = (struct layout){ .body = body, .eol = "\n",
			      .first_label = body.len };
	while ((line = str_next_line(&rest)).s) {
		size_t end = (size_t)(line.s - body.s) + line.len;

		end += end < body.len;
		if (str_ends(line, "\r"))
			l->eol = "\r\n";
		if (is_fence(line))
			fenced = !fenced;
		if (!fenced && section_label(line, &s, &behind)) {
			current = s;
			note_label(l, s, line, end, !behind.len);
		} else if (!fenced && ends_section(line)) {
			current = SECTION_NONE;
		} else if (current) {
			note_content(&l->places[current], line, end);
		}
	}
}

/* Lines of `text`, the later ones under the first; no end behind the last. */
static void add_indented(struct strbuf *out, const struct layout *l,
			 struct str text, const char *indent)
{
	struct str line = str_next_line(&text);

	strbuf_addslice(out, str_trim_right(line));
	while ((line = str_next_line(&text)).s) {
		strbuf_addstr(out, l->eol);
		line = str_trim_right(line);
		if (line.len)
			strbuf_addstr(out, indent);
		strbuf_addslice(out, line);
	}
}

static void add_text(struct strbuf *out, const struct layout *l,
		     struct str text, bool item, char bullet)
{
	if (item) {
		strbuf_addch(out, bullet ? bullet : '-');
		strbuf_addch(out, ' ');
	}
	add_indented(out, l, text, item ? "  " : "");
	strbuf_addstr(out, l->eol);
}

static void end_line(struct strbuf *out, const struct layout *l)
{
	if (out->len && out->buf[out->len - 1] != '\n')
		strbuf_addstr(out, l->eol);
}

static bool is_one_line(struct str text)
{
	return str_find(text, '\n') == text.len;
}

/* "**Thoughts:**" and nothing else: the text goes behind it. */
static void insert_behind_label(struct strbuf *out, const struct layout *l,
				const struct place *p, struct str text)
{
	strbuf_addslice(out, str_upto(l->body, p->label_end));
	strbuf_addch(out, ' ');
	strbuf_addslice(out, text);
	strbuf_addslice(out, str_from(l->body, p->label_end));
}

static void insert_at_end(struct strbuf *out, const struct layout *l,
			  const struct place *p, struct str text, bool item)
{
	struct str rest = str_from(l->body, p->content_end);
	bool joined = item && (p->bare || p->ends_in_item);

	strbuf_addslice(out, str_upto(l->body, p->content_end));
	end_line(out, l);
	if (!joined)
		strbuf_addstr(out, l->eol);
	add_text(out, l, text, item, p->bullet);
	/* A paragraph that follows at once would be taken for a part of it. */
	if (rest.len && rest.s[0] != '\n' && rest.s[0] != '\r')
		strbuf_addstr(out, l->eol);
	strbuf_addslice(out, rest);
}

static void insert_existing(struct strbuf *out, const struct layout *l,
			    const struct place *p, struct str text, bool item)
{
	bool heading = heading_level(str_from(l->body, p->label)) > 0;

	if (p->bare && !item && !heading && is_one_line(text))
		insert_behind_label(out, l, p, text);
	else
		insert_at_end(out, l, p, text, item);
}

static void add_label(struct strbuf *out, const struct layout *l,
		      enum section s, bool text_follows)
{
	if (l->heading_level) {
		for (int i = 0; i < l->heading_level; i++)
			strbuf_addch(out, '#');
		strbuf_addf(out, " %s%s%s", section_title(s), l->eol, l->eol);
		return;
	}
	strbuf_addf(out, "%s%s%s%s", label_marks[s].before, section_title(s),
		    label_marks[s].after, text_follows ? " " : l->eol);
}

/* Before the first label that the template has later; else at the end. */
static size_t new_place(const struct layout *l, enum section s)
{
	size_t at = l->body.len;

	for (int later = (int)s + 1; later < SECTION_COUNT; later++) {
		const struct place *p = &l->places[later];

		if (p->found && p->label < at)
			at = p->label;
	}
	for (int earlier = 1; earlier < (int)s; earlier++)
		if (l->places[earlier].found && l->places[earlier].label > at)
			return l->body.len;
	return at;
}

static void add_blank_line(struct strbuf *out, const struct layout *l)
{
	size_t eol = strlen(l->eol);

	end_line(out, l);
	if (!str_trim(strbuf_slice(out)).len)
		return;
	if (out->len < 2 * eol ||
	    strncmp(out->buf + out->len - 2 * eol, l->eol, eol))
		strbuf_addstr(out, l->eol);
}

static void insert_new(struct strbuf *out, const struct layout *l,
		       enum section s, struct str text, bool item)
{
	size_t at = new_place(l, s);
	AUTO(strbuf) head = STRBUF_INIT;
	struct str rest = str_from(l->body, at);

	strbuf_addslice(&head, str_upto(l->body, at));
	add_blank_line(&head, l);
	strbuf_addslice(out, strbuf_slice(&head));
	add_label(out, l, s, !item);
	add_text(out, l, text, item, 0);
	if (rest.len)
		strbuf_addstr(out, l->eol);
	strbuf_addslice(out, rest);
}

void section_insert(struct strbuf *out, struct str body, enum section s,
		    struct str text, bool item)
{
	struct layout l;

	read_layout(&l, body);
	text = str_trim(text);
	if (s <= SECTION_NONE || s >= SECTION_COUNT || !text.len)
		strbuf_addslice(out, body);
	else if (l.places[s].found)
		insert_existing(out, &l, &l.places[s], text, item);
	else
		insert_new(out, &l, s, text, item);
}
