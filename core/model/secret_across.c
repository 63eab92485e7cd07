/* SPDX-License-Identifier: MIT */
/* Keys and tokens that are broken over the ends of lines. */
#include "core/model/secret_shapes.h"

#include <string.h>

#include "core/base/ascii.h"

#define JOINED_LEAST 16		/* bytes: no key is shorter */
#define JOINED_MOST 512	/* of a word that goes on from line to line */
#define LINES_MOST 8	/* of it: on each of them a key may begin */

void secret_joint_release(struct secret_joint *j)
{
	strbuf_release(&j->end);
	strbuf_release(&j->joined);
}

/* What continues a paragraph is neither its quote nor its indent, and a
 * backslash at the end is a break of the line, in Markdown and in a shell. */
static struct str text_of(struct str line)
{
	line = str_trim(line);
	while (str_starts(line, ">"))
		line = str_trim_left(str_from(line, 1));
	return str_upto(line, line.len - str_ends(line, "\\"));
}

static bool may_open(struct str tag)
{
	return tag.len > 1 && (ascii_is_letter(tag.s[1]) ||
			       strchr("/!", tag.s[1]));
}

/* Where a tag or a comment begins that the text does not close, or its end. */
static size_t open_tag(struct str text)
{
	size_t at = text.len;

	for (size_t i = 0; i < text.len; i++) {
		if (text.s[i] == '<' && may_open(str_from(text, i)))
			at = i;
		else if (text.s[i] == '>')
			at = text.len;
	}
	return at;
}

/* The last word, with all of a tag in it that is open. */
static struct str end_of(struct str text)
{
	size_t at = open_tag(text);

	while (at && !strchr(" \t", text.s[at - 1]))
		at--;
	return str_from(text, at + JOINED_MOST < text.len ?
				      text.len - JOINED_MOST : at);
}

/* The first word, and what closes a tag before it. */
static struct str front_of(struct str text, bool in_tag)
{
	size_t at = in_tag ? str_find(text, '>') : 0;

	while (at < text.len && !strchr(" \t", text.s[at]))
		at++;
	return str_upto(text, at);
}

/* A key that begins in the first `parted` bytes, and is one only with some of
 * what is behind them.  A colon at the end of a line is no part of an address
 * that goes on with a password. */
static bool find_over(struct str joined, size_t parted, struct secret *out)
{
	struct secret whole;

	for (size_t at = 0; at < parted; at++)
		if (joined.s[at] != ':' &&
		    !(at && ascii_is_identifier(joined.s[at - 1])) &&
		    secret_shape_at(joined, at, out) &&
		    (size_t)(out->text.s - joined.s) + out->text.len > parted &&
		    !secret_shape_at(str_upto(joined, parted), at, &whole))
			return true;
	return false;
}

static void add_lines(struct strbuf *out, struct str lines, bool in_tag)
{
	for (size_t i = 0; i < lines.len; i++)
		if (lines.s[i] != '\n')
			strbuf_addch(out, lines.s[i]);
		else if (in_tag)
			strbuf_addch(out, ' ');
}

/* Of what begins in `end`, of one line or several. */
static bool look_from(struct secret_joint *j, struct str end, struct str front,
		      bool in_tag, struct secret *out)
{
	AUTO(strbuf) source = STRBUF_INIT;
	size_t parted;

	if (end.len + front.len < JOINED_LEAST)
		return false;
	add_lines(&source, str_upto(end, open_tag(end)), in_tag);
	strbuf_reset(&j->joined);
	secret_add_plain(&j->joined, strbuf_slice(&source));
	parted = j->joined.len;
	strbuf_reset(&source);
	add_lines(&source, end, in_tag);
	strbuf_addstr(&source, in_tag ? " " : "");
	strbuf_addslice(&source, front);
	strbuf_reset(&j->joined);
	secret_add_plain(&j->joined, strbuf_slice(&source));
	return find_over(strbuf_slice(&j->joined), parted, out);
}

/* It may begin on each of the lines before. */
static bool look(struct secret_joint *j, struct str front, bool in_tag,
		 struct secret *out)
{
	struct str end = strbuf_slice(&j->end);

	while (end.len && front.len) {
		if (look_from(j, end, front, in_tag, out))
			return true;
		end = str_from(end, str_find(end, '\n') + 1);
	}
	return false;
}

/* What no key has in it, nor a line of one that has nothing else. */
static bool may_be_middle(struct str text)
{
	bool any = false;

	for (size_t i = 0; i < text.len; i++) {
		if (text.s[i] & 0x80)
			return false;
		any |= ascii_is_identifier(text.s[i]);
	}
	return any;
}

static size_t count_lines(struct str text)
{
	size_t n = 1;

	for (size_t i = 0; i < text.len; i++)
		n += text.s[i] == '\n';
	return n;
}

bool secret_across(struct secret_joint *j, struct str line, struct secret *out)
{
	struct str text = text_of(line), end = strbuf_slice(&j->end);
	bool in_tag = open_tag(end) < end.len;
	struct str front = front_of(text, in_tag);
	bool found = look(j, str_upto(front, JOINED_MOST), in_tag, out);

	/* A line that is one word may be the middle of it. */
	if (front.len < text.len || found || end.len > JOINED_MOST ||
	    count_lines(end) >= LINES_MOST || !may_be_middle(text)) {
		strbuf_reset(&j->end);
		strbuf_addslice(&j->end, end_of(text));
		return found;
	}
	strbuf_addstr(&j->end, end.len ? "\n" : "");
	strbuf_addslice(&j->end, front);
	return false;
}
