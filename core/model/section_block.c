/* SPDX-License-Identifier: MIT */
/* What blocks of other kinds of Markdown are called, and where they end. */
#include "core/model/section_block.h"

#include <string.h>

#include "core/model/section_lines.h"
#include "core/model/section_marks.h"
#include "core/text/markdown_html.h"

/* --- the first line --- */

/* "!!!", "???", "???+" */
static bool take_admonition(struct str *s)
{
	if (!section_take(s, "!!!") && !section_take(s, "???"))
		return false;
	section_take(s, "+");
	return true;
}

/* ":::" or more of them; how many, or 0. */
static size_t take_colons(struct str *s)
{
	size_t n = 0;

	while (n < s->len && s->s[n] == ':')
		n++;
	if (n < 3)
		return 0;
	*s = str_from(*s, n);
	return n;
}

/* A tag that begins a block, without its name. */
static bool take_block_tag(struct str *s)
{
	struct str tag = str_starts(*s, "<") ? html_tag_at(*s) : STR("");
	struct str name = html_tag_name(tag);

	if (!tag.len || str_starts(tag, "</") || !html_is_block_name(name))
		return false;
	*s = str_from(tag, 1 + name.len);
	return true;
}

enum section_block section_block_begins(struct str line, struct str *names)
{
	*names = line;
	section_skip_containers(names);
	if (!names->len || !strchr("!?:[<", names->s[0]))
		return BLOCK_NONE;
	if (take_admonition(names))
		return BLOCK_INDENTED;
	if (take_colons(names))
		return BLOCK_FENCED;
	if (str_starts(str_trim_left(line), ">") && section_take(names, "[!"))
		return BLOCK_QUOTED;
	return take_block_tag(names) ? BLOCK_ELEMENT : BLOCK_NONE;
}

/* Does a name end here, at a quote or a bracket, before a class or an id, or
 * behind one (`is_word`)? */
static bool ends_name(struct str s, bool is_word)
{
	return strchr("\"[]{}=>|", s.s[0]) ||
	       (s.s[0] == ' ' && (is_word || strchr(".#", s.s[1])));
}

struct str section_block_name(struct str *names)
{
	struct str name = str_trim_left(*names);
	bool is_word = str_starts(name, ".") || str_starts(name, "#");
	size_t n = is_word;

	if (!names->len)
		return STR_NONE;
	while (n < name.len && !ends_name(str_from(name, n), is_word))
		n++;
	*names = str_from(name, str_starts(str_from(name, n), " ") ? n : n + 1);
	return str_trim(str_from(str_upto(name, n), is_word));
}

/* --- its end --- */

struct section_block_end section_block_follow(enum section_block block,
					      struct str first)
{
	return (struct section_block_end){ .block = block, .first = first };
}

/*
 * Text right below the last line of the block goes on with it, and where it has
 * none, what follows is taken for it.
 */
static enum section_block_step step_container(struct section_block_end *b,
					      struct str line)
{
	bool was_blank = b->blank;
	bool inside = b->block == BLOCK_QUOTED
			      ? str_starts(str_trim_left(line), ">")
			      : section_indent(line) > section_indent(b->first);

	b->blank = !str_trim(line).len;
	if (b->blank)
		return BLOCK_GOES_ON;
	if (inside)
		b->entered = true;
	return !inside && was_blank && b->entered ? BLOCK_ENDED
						  : BLOCK_GOES_ON;
}

static enum section_block_step step_fence(struct section_block_end *b,
					  struct str line)
{
	section_skip_containers(&line);
	if (!take_colons(&line))
		return BLOCK_GOES_ON;
	if (str_trim(line).len)
		b->depth++;
	else if (b->depth)
		b->depth--;
	return b->depth ? BLOCK_GOES_ON : BLOCK_ENDS;
}

static struct str name_of(struct str line)
{
	section_skip_containers(&line);
	return html_tag_name(html_tag_at(line));
}

static enum section_block_step step_element(struct section_block_end *b,
					    struct str line)
{
	struct str name = name_of(b->first), tag;

	while ((tag = html_next_tag(&line)).len) {
		int change = html_tag_change(tag, name);

		b->depth += change > 0;
		b->depth -= change < 0 && b->depth;
	}
	return b->depth ? BLOCK_GOES_ON : BLOCK_ENDS;
}

enum section_block_step section_block_step(struct section_block_end *b,
					   struct str line)
{
	switch (b->block) {
	case BLOCK_INDENTED:
	case BLOCK_QUOTED:
		return line.s == b->first.s ? BLOCK_GOES_ON :
					      step_container(b, line);
	case BLOCK_FENCED: return step_fence(b, line);
	case BLOCK_ELEMENT: return step_element(b, line);
	case BLOCK_NONE: break;
	}
	return BLOCK_GOES_ON;
}
