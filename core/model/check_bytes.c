/* SPDX-License-Identifier: MIT */
/* Checks of the bytes of a file: line ends, encoding, NUL. */
#include "core/model/check_rows.h"

#include <string.h>

#include "core/base/utf8.h"
#include "core/text/markdown_lines.h"

/* The line, from 1, that a place of the text is in. */
static unsigned line_at(struct str text, size_t at)
{
	unsigned line = 1;

	for (size_t i = 0; i < at && i < text.len; i++)
		line += text.s[i] == '\n';
	return line;
}

static struct str whole_line(struct str text, size_t at)
{
	size_t begin = at;

	while (begin && text.s[begin - 1] != '\n')
		begin--;
	text = str_from(text, begin);
	return str_upto(text, str_find(text, '\n'));
}

static const char *times(struct findings *f, const char *what, size_t count)
{
	if (count == 1)
		return what;
	return arena_printf(f->mem, "%s, on %zu lines", what, count);
}

/* --- line ends ----------------------------------------------------------- */

struct line_ends {
	size_t lf, crlf;
	size_t first_lf, first_crlf;	/* places */
};

/* A bare CR at the end of old texts is an end of its own; it is left alone. */
static struct line_ends count_line_ends(struct str text)
{
	struct line_ends ends = { 0 };

	for (size_t i = 0; i < text.len; i++) {
		if (text.s[i] != '\n')
			continue;
		if (i && text.s[i - 1] == '\r') {
			if (!ends.crlf++)
				ends.first_crlf = i;
		} else if (!ends.lf++) {
			ends.first_lf = i;
		}
	}
	return ends;
}

void check_line_ends(struct findings *f, const struct check_file *file)
{
	struct line_ends ends = count_line_ends(file->body);
	bool odd_crlf = ends.crlf <= ends.lf;
	size_t at = odd_crlf ? ends.first_crlf : ends.first_lf;

	if (!ends.lf || !ends.crlf)
		return;
	findings_add(f, file->path,
		     file->body_line + line_at(file->body, at) - 1,
		     whole_line(file->body, at),
		     arena_printf(f->mem, "%zu end in CR LF and %zu in LF",
				  ends.crlf, ends.lf),
		     "end all lines alike");
}

/* All lines end as most do. */
bool fix_line_ends(struct strbuf *out, const struct check_file *file)
{
	struct line_ends ends = count_line_ends(file->body);
	struct str body = file->body;

	if (!ends.lf || !ends.crlf)
		return false;
	strbuf_add(out, file->bytes.s, file->bytes.len - body.len);
	for (size_t i = 0; i < body.len; i++) {
		bool cr = i && body.s[i - 1] == '\r';

		if (body.s[i] == '\r' && i + 1 < body.len &&
		    body.s[i + 1] == '\n' && ends.crlf <= ends.lf)
			continue;
		if (body.s[i] == '\n' && !cr && ends.crlf > ends.lf)
			strbuf_addch(out, '\r');
		strbuf_addch(out, body.s[i]);
	}
	return true;
}

/* --- encoding ------------------------------------------------------------ */

/* Report the first line of those for which `is_bad` holds, and how many. */
static void check_lines(struct findings *f, const struct check_file *file,
			bool (*is_bad)(struct str line), const char *why,
			const char *proposal)
{
	struct str rest = file->bytes, line, first = STR_NONE;
	unsigned number = 0, at = 0;
	size_t count = 0;

	while ((line = str_next_line(&rest)).s) {
		number++;
		if (!is_bad(line))
			continue;
		if (!count++) {
			first = line;
			at = number;
		}
	}
	if (count)
		findings_add(f, file->path, at, first, times(f, why, count),
			     proposal);
}

static bool is_no_utf8(struct str line)
{
	return !utf8_is_valid(line);
}

static bool has_nul(struct str line)
{
	return line.len && memchr(line.s, '\0', line.len);
}

void check_utf8(struct findings *f, const struct check_file *file)
{
	check_lines(f, file, is_no_utf8, "there are bytes that are no UTF-8",
		    "save the file as UTF-8; it is read as Latin-1 meanwhile");
}

void check_nul(struct findings *f, const struct check_file *file)
{
	check_lines(f, file, has_nul, "there are NUL bytes",
		    "remove them; the text may have been damaged");
}

/*
 * UTF-8 that was read as Windows-1252 and written as UTF-8 again.  The
 * sequences that text has by no other way: those of Latin letters, of general
 * punctuation and of pictures.
 */
static const char *const mojibake[] = {
	"\xc3\xa2\xe2\x82\xac",		/* a^ and Euro: quotes, dashes */
	"\xc3\x83\xc2\xa9", "\xc3\x83\xc2\xa8", "\xc3\x83\xc2\xbc",
	"\xc3\x83\xc2\xb6", "\xc3\x83\xc2\xa4", "\xc3\x83\xc2\xa7",
	"\xc3\x83\xc2\xb1", "\xc3\x83\xc2\xb3", "\xc3\x83\xc2\xa1",
	"\xc3\x83\xc2\xaa", "\xc3\x83\xc2\xa3", "\xc3\x83\xc2\xba",
	"\xc3\x83\xc5\xb8",		/* A~ and Y: sharp s */
	"\xc3\x82\xc2\xa0", "\xc3\x82\xc2\xa9", "\xc3\x82\xc2\xab",
	"\xc3\x82\xc2\xbb", "\xc3\x82\xc2\xb7",
	"\xc3\xb0\xc5\xb8",		/* eth and Y: pictures */
	"\xc3\xaf\xc2\xbb\xc2\xbf",	/* a byte order mark */
};

static bool is_mojibake(struct str line)
{
	if (!memchr(line.s, 0xc3, line.len))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(mojibake); i++)
		if (str_find_str(line, str_of(mojibake[i])) < line.len)
			return true;
	return false;
}

void check_mojibake(struct findings *f, const struct check_file *file)
{
	check_lines(f, file, is_mojibake,
		    "letters were read in a wrong encoding",
		    "write them as they were meant");
}
