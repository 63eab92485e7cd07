/* SPDX-License-Identifier: MIT */
/*
 * Which texts Markdown's parser is spared.  Each limit stops inputs for which
 * Debian's cmark-gfm (0.29.0.gfm.6) takes quadratic time or memory; ordinary
 * notes of a megabyte stay far below all of them.
 */
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "core/base/limits.h"
#include "core/text/markdown.h"
#include "core/text/markdown_lines.h"

#define CONTAINERS_MAX 100	/* at the start of a line */
#define INDENT_MAX 400		/* columns */
#define RUN_MAX 1000		/* of the same mark */
#define PIPES_MAX 256		/* on a line */
#define CELLS_MAX 100000	/* lines with a pipe x most pipes on one */
#define DECLARATIONS_MAX 2000	/* "<?" and "<!" */
#define IMAGES_MAX 8000		/* "![" */
#define ADDRESSES_MAX 8000	/* "@" */
#define EXPANSION_MAX ((uint64_t)16 << 20)	/* "[" x longest definition */

struct screen {
	size_t declarations, images, addresses, brackets;
	size_t pipe_lines, most_pipes, longest_definition;
};

/* What a byte is counted as; most are nothing to us. */
enum byte_kind { BYTE_PLAIN, BYTE_COUNTED, BYTE_MARK };

static enum byte_kind kind_of(char c)
{
	static const unsigned char kinds[256] = {
		[')'] = BYTE_MARK,    ['.'] = BYTE_MARK, ['`'] = BYTE_MARK,
		['*'] = BYTE_MARK,    ['_'] = BYTE_MARK, ['~'] = BYTE_MARK,
		['<'] = BYTE_MARK,    ['>'] = BYTE_MARK, ['['] = BYTE_MARK,
		[']'] = BYTE_MARK,    ['('] = BYTE_MARK, ['&'] = BYTE_MARK,
		[':'] = BYTE_MARK,    ['!'] = BYTE_MARK, ['\\'] = BYTE_MARK,
		['|'] = BYTE_COUNTED, ['@'] = BYTE_COUNTED,
	};

	return (enum byte_kind)kinds[(unsigned char)c];
}

/* What stands before the text of a line: quote marks, bullets, blanks. */
static const char *screen_start(struct str line)
{
	size_t containers = 0, indent = 0;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.s[i];
		bool bullet = strchr("-*+", c ? c : 1) && i + 1 < line.len &&
			      (line.s[i + 1] == ' ' || line.s[i + 1] == '\t');

		if (c == '>' || bullet)
			containers++;
		else if (c == '\t')
			indent += 4;
		else if (c == ' ')
			indent++;
		else
			break;
	}
	if (containers > CONTAINERS_MAX)
		return "lists and quotes are nested too deeply";
	return indent > INDENT_MAX ? "a line is indented too far" : NULL;
}

static void count_pair(struct screen *s, char c, char next)
{
	if (c == '<' && (next == '?' || next == '!'))
		s->declarations++;
	if (c == '!' && next == '[')
		s->images++;
	if (c == '@')
		s->addresses++;
	if (c == '[')
		s->brackets++;
}

static const char *screen_marks(struct screen *s, struct str line)
{
	size_t run = 0, pipes = 0;

	for (size_t i = 0; i < line.len; i++) {
		char c = line.s[i];
		enum byte_kind kind = kind_of(c);

		if (kind == BYTE_PLAIN)
			continue;
		run = i && c == line.s[i - 1] && kind == BYTE_MARK ? run + 1
								   : 1;
		if (run > RUN_MAX)
			return "one mark is repeated too often";
		pipes += c == '|';
		count_pair(s, c, i + 1 < line.len ? line.s[i + 1] : '\n');
	}
	if (pipes > PIPES_MAX)
		return "a line has too many table cells";
	s->pipe_lines += pipes > 0;
	if (pipes > s->most_pipes)
		s->most_pipes = pipes;
	return NULL;
}

static void screen_definition(struct screen *s, struct str line)
{
	size_t at = str_find_str(line, STR("]:"));

	if (at < line.len && line.len > s->longest_definition)
		s->longest_definition = line.len;
}

static const char *screen_totals(const struct screen *s)
{
	if (s->pipe_lines * s->most_pipes > CELLS_MAX)
		return "its tables are too large";
	if (s->declarations > DECLARATIONS_MAX)
		return "it has too many declarations of HTML";
	if (s->images > IMAGES_MAX)
		return "it has too many images";
	if (s->addresses > ADDRESSES_MAX)
		return "it has too many mail addresses";
	if ((uint64_t)s->brackets * s->longest_definition > EXPANSION_MAX)
		return "its links would grow too large";
	return NULL;
}

const char *markdown_screen(struct str source, unsigned *line)
{
	struct screen s = { 0 };
	struct str rest = source, text;
	const char *why;

	*line = 0;
	if (source.len > LIMIT_MARKDOWN)
		return "it is larger than a megabyte";
	while ((text = markdown_next_line(&rest)).s) {
		++*line;
		why = screen_start(text);
		if (!why)
			why = screen_marks(&s, text);
		if (!why)
			why = screen_totals(&s);
		if (why)
			return why;
		screen_definition(&s, text);
	}
	why = screen_totals(&s);
	if (!why)
		*line = 0;
	return why;
}
