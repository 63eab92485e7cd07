/* SPDX-License-Identifier: MIT */
/* The text of an entry: its sections, the template, the draft. */
#include "cmd/log/log.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/model/date_words.h"

#define TEMPLATE_FILE ".hecto/template.md"

static const char default_template[] = "**Today's Progress**:\n\n"
				       "**What I learned**:\n\n"
				       "**Thoughts:**\n\n"
				       "**Link to work:**\n";

void log_pieces_release(struct log_pieces *p)
{
	free(p->items);
	*p = (struct log_pieces)LOG_PIECES_INIT;
}

void log_pieces_add(struct log_pieces *p, enum section section,
		    struct str text, bool item)
{
	text = str_trim(text);
	if (!text.len)
		return;
	XGROW(p->items, p->count, p->cap);
	p->items[p->count++] = (struct log_piece){ section, text, item };
}

static struct str between(const char *from, const char *to)
{
	return (struct str){ from, (size_t)(to - from) };
}

static bool is_fence(struct str line)
{
	line = str_trim_left(line);
	return str_starts(line, "```") || str_starts(line, "~~~");
}

/* The next line that is a label, not counting what stands in code. */
static struct str next_label(struct str *rest, enum section *section,
			     struct str *behind)
{
	bool fenced = false;
	struct str line;

	while ((line = str_next_line(rest)).s) {
		if (is_fence(line))
			fenced = !fenced;
		else if (!fenced && section_label(line, section, behind))
			return line;
	}
	return STR_NONE;
}

void log_pieces_split(struct log_pieces *p, struct str text)
{
	enum section section = SECTION_PROGRESS, next;
	struct str rest = text, line, behind;
	const char *start = text.s;

	while ((line = next_label(&rest, &next, &behind)).s) {
		log_pieces_add(p, section, between(start, line.s), false);
		section = next;
		start = behind.len ? behind.s : line.s + line.len;
	}
	if (text.len)
		log_pieces_add(p, section, between(start, text.s + text.len),
			       false);
}

bool log_has_labels(struct str text)
{
	enum section section;
	struct str behind;

	return next_label(&text, &section, &behind).s;
}

void log_add_body(struct strbuf *out, struct str body,
		  const struct log_pieces *pieces)
{
	size_t start = out->len;

	strbuf_addslice(out, body);
	for (size_t i = 0; i < pieces->count; i++) {
		const struct log_piece *p = &pieces->items[i];
		AUTO(strbuf) longer = STRBUF_INIT;

		section_insert(&longer, str_from(strbuf_slice(out), start),
			       p->section, p->text, p->item);
		strbuf_truncate(out, start);
		strbuf_addslice(out, strbuf_slice(&longer));
	}
}

void log_draft_text_release(struct log_draft_text *t)
{
	strbuf_release(&t->text);
	strbuf_release(&t->remark);
}

static int read_template(struct strbuf *out, struct journal *j,
			 struct error *err)
{
	struct error missing = ERROR_INIT;

	if (!journal_read(j, TEMPLATE_FILE, out, &missing))
		return 0;
	if (missing.kind != ERROR_NOT_FOUND) {
		*err = missing;
		return -1;
	}
	strbuf_addstr(out, default_template);
	return 0;
}

int log_draft_text_make(struct log_draft_text *t, struct journal *j, int day,
			const struct log_pieces *pieces, struct error *err)
{
	AUTO(strbuf) template = STRBUF_INIT;

	if (read_template(&template, j, err))
		return -1;
	log_add_body(&t->text, strbuf_slice(&template), pieces);
	strbuf_addf(&t->remark,
		    "\n<!-- %s.  Save and close to log this; an empty draft is\n"
		    "     given up.  This remark is taken out. -->\n",
		    date_words_long(day).s);
	strbuf_addslice(&t->text, strbuf_slice(&t->remark));
	return 0;
}

static bool is_template_label(struct str line)
{
	struct str rest = str_of(default_template), label;

	line = str_trim_right(line);
	while ((label = str_next_line(&rest)).s)
		if (label.len && str_eq(label, line))
			return true;
	return false;
}

/* What stands under the label at the front of `rest`, up to the next label. */
static struct str section_text(struct str rest)
{
	struct str left = rest, behind;
	enum section section;
	struct str line = next_label(&left, &section, &behind);

	return line.s ? between(rest.s, line.s) : rest;
}

void log_draft_text_read(const struct log_draft_text *t, struct str edited,
			 struct strbuf *body)
{
	size_t at = str_find_str(edited, strbuf_slice(&t->remark));
	AUTO(strbuf) text = STRBUF_INIT;
	struct str rest, line;

	strbuf_addslice(&text, str_upto(edited, at));
	if (at < edited.len)
		strbuf_addslice(&text, str_from(edited, at + t->remark.len));
	rest = strbuf_slice(&text);
	while ((line = str_next_line(&rest)).s) {
		if (is_template_label(line) && !str_trim(section_text(rest)).len)
			rest = str_from(rest, section_text(rest).len);
		else
			strbuf_add(body, line.s, (size_t)(rest.s - line.s));
	}
	body->len = str_trim_right(strbuf_slice(body)).len;
	strbuf_truncate(body, body->len);
	if (body->len)
		strbuf_addch(body, '\n');
}
