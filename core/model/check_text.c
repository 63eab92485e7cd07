/* SPDX-License-Identifier: MIT */
/* Checks of what stands in a text: conflicts, secrets, template words. */
#include "core/model/check_rows.h"

#include <string.h>

#include "core/model/conflict.h"
#include "core/model/secret.h"
#include "core/text/markdown_html.h"

/*
 * Is this line of the file within a block of code?  `next` is the block where
 * the search goes on: lines are asked for in ascending order.
 */
static bool is_code(const struct check_file *file, unsigned line, size_t *next)
{
	const struct markdown_blocks *all = &file->blocks;
	unsigned before = file->body_line - 1;

	while (*next < all->count &&
	       (all->blocks[*next].kind != MARKDOWN_CODE ||
		all->blocks[*next].last_line + before < line))
		(*next)++;
	return *next < all->count && all->blocks[*next].line + before <= line;
}

struct conflict_check {
	struct findings *findings;
	const struct check_file *file;
	size_t block;	/* where the search for code goes on */
};

static bool shows_marks(void *data, unsigned line)
{
	struct conflict_check *t = data;

	return is_code(t->file, line, &t->block);
}

static void add_conflict(void *data, const struct conflict *c)
{
	const struct conflict_check *t = data;

	findings_add(t->findings, t->file->path, c->number, c->line,
		     c->whole ? "a merge left both sides here" :
				"a mark of a merge is left over",
		     c->whole ? "keep what is right, and remove the lines with "
				"<<<<<<<, ======= and >>>>>>>" :
				"remove the line, and see whether what stands "
				"beside it is right");
}

void check_conflict(struct findings *f, const struct check_file *file)
{
	struct conflict_check t = { f, file, 0 };

	conflicts_find(file->bytes, &(struct conflict_reader){
		.found = add_conflict, .is_code = shows_marks, .data = &t });
}

void check_secret(struct findings *f, const struct check_file *file)
{
	struct secret_scan scan = { .rest = file->bytes };
	struct secret s;

	while (secret_next(&scan, &s)) {
		AUTO(strbuf) masked = STRBUF_INIT;

		secret_add_masked(&masked, s.text);
		findings_add(f, file->path, s.line, s.in_line,
			     arena_printf(f->mem, "there is %s (%s)", s.what,
					  masked.buf),
			     "revoke it and take it out; if it is none, put "
			     SECRET_ALLOWED " on the line");
	}
}

/* What the template asks its reader to do or to fill in. */
static const char *const template_words[] = {
	"(delete me", "delete me or comment me out", "day xx", "rxdx",
	"february 30",
};

static bool has_template_words(struct str line)
{
	for (size_t at = 0; at < line.len; at++) {
		char c = (char)(line.s[at] | 0x20);

		/* Most letters begin none of them. */
		if (c != '(' && c != 'd' && c != 'r' && c != 'f')
			continue;
		for (size_t i = 0; i < ARRAY_SIZE(template_words); i++)
			if (str_starts_nocase(str_from(line, at),
					      template_words[i]))
				return true;
	}
	return false;
}

/* Lines of a comment are not to be seen: there they may stay. */
static bool step_over_comment(struct str line, bool in_comment)
{
	struct str open = STR("<!--"), close = STR("-->");
	size_t at;

	while (line.len) {
		at = str_find_str(line, in_comment ? close : open);
		if (at == line.len)
			break;
		line = str_from(line, at + 3);
		in_comment = !in_comment;
	}
	return in_comment;
}

/* Of a log, the headings are looked at as days. */
void check_template(struct findings *f, const struct check_file *file)
{
	struct str rest = file->body, line;
	unsigned number = file->body_line - 1;
	bool in_comment = false;
	size_t block = 0;

	while ((line = str_next_line(&rest)).s) {
		bool hidden = in_comment || str_find_str(line, STR("<!--")) <
						    line.len;

		number++;
		in_comment = step_over_comment(line, in_comment);
		if (hidden || !has_template_words(line) ||
		    (file->is_log && str_starts(str_trim(line), "#")) ||
		    is_code(file, number, &block))
			continue;
		findings_add(f, file->path, number, line,
			     "it is left over from the template", "remove it");
	}
}

/* We read on behind it; others do not.  It is a comment, or an element that is
 * hidden. */
void check_open_comment(struct findings *f, const struct check_file *file)
{
	unsigned number = file->blocks.open_comment;
	struct str rest = file->body, line = STR_NONE;
	bool is_comment;

	if (!number)
		return;
	for (unsigned i = 0; i < number; i++)
		line = str_next_line(&rest);
	is_comment = html_find_comment(line) < line.len;
	findings_add(f, file->path, number + file->body_line - 1, line,
		     is_comment ?
		     "nothing closes this comment: what follows is not "
		     "published, and hidden by what reads Markdown" :
		     "nothing closes this hidden element: what follows is not "
		     "published, and hidden by what reads Markdown",
		     is_comment ?
		     "write --> where it ends, or a backslash before <!-- if "
		     "it is text" :
		     "write its end where it ends, or put it between backticks "
		     "if it is text");
}

/* Entries and logs take their headings from all over; notes are outlines. */
void check_heading_jump(struct findings *f, const struct check_file *file)
{
	const struct markdown_block *first = NULL;
	size_t count = 0;
	int before = 0, jumped_from = 0;

	if (file->entry || file->is_log)
		return;
	for (size_t i = 0; i < file->blocks.count; i++) {
		const struct markdown_block *b = &file->blocks.blocks[i];

		if (b->kind != MARKDOWN_HEADING)
			continue;
		if (before && b->level > before + 1 && !count++) {
			first = b;
			jumped_from = before;
		}
		before = b->level;
	}
	if (first)
		findings_add(f, file->path,
			     first->line + file->body_line - 1, first->text,
			     arena_printf(f->mem, "a heading of level %d "
					  "follows one of level %d%s",
					  first->level, jumped_from,
					  count == 1 ? "" :
					  arena_printf(f->mem, ", and %zu more "
						       "jump", count - 1)),
			     "leave no level out");
}
