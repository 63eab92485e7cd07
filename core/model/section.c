/* SPDX-License-Identifier: MIT */
/* Recognising the line that opens a section of an entry. */
#include "core/model/section.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/strbuf.h"
#include "core/base/utf8.h"
#include "core/model/section_labels.h"
#include "core/model/section_marks.h"
#include "core/text/unicode.h"

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == '`' || c == 0xb4 || c == 0x2bc ||
	       (c >= 0x2018 && c <= 0x201b) || c == 0x2032;
}

/* Blanks in a row are one, and those around the words none. */
static void add_blank(struct strbuf *out, bool *blank)
{
	if (*blank && out->len)
		strbuf_addch(out, ' ');
	*blank = false;
}

static bool add_ascii_words(struct strbuf *out, struct str s)
{
	bool blank = false;

	strbuf_grow(out, s.len);
	for (size_t i = 0; i < s.len; i++) {
		char c = s.s[i];

		if ((unsigned char)c >= 0x80)
			return false;
		if (c == ' ' || c == '\t') {
			blank = true;
		} else if (!is_apostrophe((uint32_t)c)) {
			add_blank(out, &blank);
			strbuf_addch(out, c >= 'A' && c <= 'Z' ?
						  (char)(c + 32) : c);
		}
	}
	return true;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == 0xa0 || c == 0x3000 ||
	       (c >= 0x2000 && c <= 0x200a) || c == 0x202f || c == 0x205f;
}

static void add_other_words(struct strbuf *out, struct str s)
{
	AUTO(strbuf) bare = STRBUF_INIT;
	bool blank = false;

	strbuf_grow(&bare, s.len);
	while (s.len) {
		uint32_t c = utf8_next(&s) & ~UTF8_INVALID;

		if (is_blank(c)) {
			blank = true;
			continue;
		}
		if (is_apostrophe(c) || section_is_ornament(c))
			continue;
		add_blank(&bare, &blank);
		utf8_add(&bare, c);
	}
	unicode_add_folded(out, strbuf_slice(&bare));
}

/* Nearly all labels are ASCII, and few lines that are looked at are labels. */
static void add_words(struct strbuf *out, struct str s)
{
	if (!add_ascii_words(out, s)) {
		strbuf_reset(out);
		add_other_words(out, s);
	}
	while (out->len && strchr(".!-_ ", out->buf[out->len - 1]))
		strbuf_truncate(out, out->len - 1);
}

/* All that follow take words as add_words() leaves them. */
static bool find_words(struct str folded, enum section *out)
{
	if (!folded.len)
		return false;
	if (section_words_find(folded, out))
		return true;
	*out = SECTION_THOUGHTS;
	return section_words_muse(folded);
}

static bool find_headed(struct str folded, enum section *out)
{
	*out = SECTION_THOUGHTS;
	return folded.len && section_words_are_headed(folded);
}

static bool find_about(struct str folded, enum section *out)
{
	*out = SECTION_THOUGHTS;
	return section_words_are_about(folded);
}

static bool find_link(struct str folded, enum section *out)
{
	*out = SECTION_LINKS;
	return section_words_link(folded);
}

/* Is it a label that is listed as a whole, or as thoughts in such words that
 * begin no sentence? */
static bool is_no_prose(struct str folded)
{
	enum section section;

	return section_words_find(folded, &section) ||
	       !section_words_may_be_prose(folded);
}

/*
 * Note the length of words that are a label.  False: no label begins so, and
 * longer words need not be looked at; most text says so by its first word.
 */
static bool may_go_on(struct str words, size_t *length)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	bool whole, begins;

	add_words(&folded, words);
	begins = section_words_begin(strbuf_slice(&folded), &whole);
	if (whole)
		*length = words.len;
	return begins;
}

static bool label_by_marks(struct str s, struct section_opening opening,
			   enum section *out, struct str *rest)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	size_t length = section_words_length(s);
	struct str words;
	bool closed;

	if (!length || length == SECTION_LABEL_MAX)
		return false;
	words = str_upto(s, length);
	s = str_from(s, length);
	if (!s.len && !section_is_marked(opening))
		return false;
	closed = section_take_closing(&s, opening);
	if (!closed && (s.len || !section_is_marked(opening)))
		return false;
	add_words(&folded, words);
	if (!find_words(strbuf_slice(&folded), out) &&
	    (section_dash(words) < words.len ||
	     (!find_link(strbuf_slice(&folded), out) &&
	      !find_headed(strbuf_slice(&folded), out))) &&
	    !find_about(strbuf_slice(&folded), out))
		return false;
	section_skip_dash(&s);
	*rest = str_trim_right(s);
	return true;
}

/* Of words without a mark fewer are looked at: most lines are sentences. */
static bool may_be_bare(struct str words)
{
	unsigned blanks = 0;

	if (!words.len || words.len > SECTION_BARE_MAX ||
	    strchr(".,;|", words.s[words.len - 1]))
		return false;
	for (size_t i = 0; i < words.len; i++)
		blanks += words.s[i] == ' ';
	return blanks <= SECTION_BLANKS_MAX / 2 + 1;
}

/* In small letters it is rather the last word of a wrapped sentence. */
static bool is_title(struct str words)
{
	unsigned char c = (unsigned char)words.s[0];

	return c >= 0x80 || (c >= 'A' && c <= 'Z');
}

/*
 * A line that is a label and nothing else, or has a dash behind it.  Thoughts
 * may be private: they are believed more than the others.
 */
static bool label_by_words(struct str s, struct section_opening opening,
			   enum section *out, struct str *rest)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str words;
	size_t end;

	s = str_trim_right(s);
	end = section_dash(str_upto(s, SECTION_BARE_MAX + 2));
	words = str_trim_right(str_upto(s, end));
	if ((opening.listed && end == s.len) || !may_be_bare(words))
		return false;
	add_words(&folded, words);
	if (!find_words(strbuf_slice(&folded), out))
		return false;
	if ((*out != SECTION_THOUGHTS && opening.listed) ||
	    (!is_title(words) &&
	     (*out != SECTION_THOUGHTS || str_starts(str_from(s, end), "\t"))))
		return false;
	if (end == s.len && !is_no_prose(strbuf_slice(&folded)))
		return false;
	s = str_from(s, end);
	section_skip_blanks(&s);
	section_skip_dash(&s);
	*rest = str_trim_right(s);
	return true;
}

/* "~~Thoughts~~: x", "#### 3. [Thoughts](#t)", "Thoughts -> x": of thoughts
 * alone, in whatever dress they come. */
static bool label_by_dress(struct str line, enum section *out,
			   struct str *rest)
{
	AUTO(strbuf) buffer = STRBUF_INIT;
	struct section_dress dress = section_take_dress(&line);
	size_t end = section_dress_end(line);
	struct str words = str_trim_right(str_upto(line, end));
	struct str behind = str_from(line, end), folded;
	bool colon = str_starts(behind, ":") ||
		     str_starts(behind, "\xef\xbc\x9a");

	if (!words.len || words.len > SECTION_LABEL_MAX ||
	    (!behind.len && (dress.listed || !dress.marked)) ||
	    (!dress.marked && !colon && !is_title(words)))
		return false;
	add_words(&buffer, words);
	folded = strbuf_slice(&buffer);
	if ((!find_words(folded, out) &&
	     !(dress.marked && (find_headed(folded, out) ||
				(section_may_be_label(words) &&
				 find_about(folded, out))))) ||
	    *out != SECTION_THOUGHTS ||
	    (!dress.marked && !colon && !is_no_prose(folded)))
		return false;
	section_skip_dress(&behind);
	*rest = str_trim_right(behind);
	return true;
}

/* Thoughts by any of their names, and by nothing else. */
static bool find_thoughts(struct str words, enum section *out)
{
	AUTO(strbuf) buffer = STRBUF_INIT;
	struct str folded;

	add_words(&buffer, words);
	folded = strbuf_slice(&buffer);
	return (find_words(folded, out) && *out == SECTION_THOUGHTS) ||
	       find_headed(folded, out) || find_about(folded, out);
}

#define HEADING_MAX 400	/* bytes of one that is looked through */

/* All text of a heading, or of a line that is bold from end to end. */
static struct str heading_text(struct str s, struct section_opening opening)
{
	s = str_trim(s);
	if (s.len > HEADING_MAX)
		return STR("");
	if (opening.strong && !opening.heading) {
		size_t end = str_find_str(s, STR("**"));

		if (end + 2 != s.len)
			return STR("");
		s = str_upto(s, end);
	}
	while (s.len && strchr("#*_ ", s.s[s.len - 1]))
		s.len--;
	return s;
}

#define PART_MARK_MAX 8	/* bytes of a dash and the blanks around it */

/* What parts a heading, with what stands behind it: ": ", " | ", " - "; false:
 * nothing does here. */
static bool take_part_mark(struct str *s)
{
	if (section_take(s, ":") || section_take(s, "|"))
		return true;
	if (section_dash(str_upto(*s, PART_MARK_MAX)))
		return false;
	section_skip_blanks(s);
	section_skip_dash(s);
	return true;
}

/* "Day 3 - Thoughts", "Evening: thoughts": the last part of a heading that has
 * several; empty: it has not. */
static struct str last_of_heading(struct str s)
{
	struct str last = STR("");

	for (size_t i = 1; i < s.len; i++) {
		struct str behind = str_from(s, i);

		if (take_part_mark(&behind))
			last = behind;
	}
	return str_trim(last);
}

/* Thoughts as the last part of a heading.  Words that may be about matter are
 * believed only where the others say nothing of it: "Java: reflection". */
static bool ends_with_thoughts(struct str text, enum section *out)
{
	AUTO(strbuf) words = STRBUF_INIT;
	AUTO(strbuf) folded = STRBUF_INIT;
	struct str last = last_of_heading(text);

	if (!last.len || last.len > SECTION_LABEL_MAX)
		return false;
	add_words(&folded, last);
	if (find_headed(strbuf_slice(&folded), out) ||
	    find_about(strbuf_slice(&folded), out))
		return true;
	text = str_upto(text, text.len - last.len);
	while (text.len && strchr(" -:|", text.s[text.len - 1]))
		text.len--;
	strbuf_addslice(&words, str_upto(text, SECTION_LABEL_MAX));
	strbuf_addch(&words, ' ');
	strbuf_addslice(&words, last);
	strbuf_reset(&folded);
	add_words(&folded, strbuf_slice(&words));
	*out = SECTION_THOUGHTS;
	return section_words_muse(strbuf_slice(&folded));
}

/* "## Thoughts on the first week …", "## Day 3 - Thoughts": a heading that
 * begins with thoughts, however long it is, or ends with them. */
static bool label_by_heading(struct str s, struct section_opening opening,
			     enum section *out, struct str *rest)
{
	AUTO(strbuf) front = STRBUF_INIT;
	struct str text;

	if (!opening.heading && !opening.strong)
		return false;
	text = heading_text(s, opening);
	*rest = str_from(s, s.len);
	if (ends_with_thoughts(text, out))
		return true;
	add_words(&front, str_upto(text, SECTION_LABEL_MAX));
	return find_about(strbuf_slice(&front), out);
}

/* "Thoughts", or with a word for the kind of block before it, "tip Thoughts". */
static bool is_called_thoughts(struct str name)
{
	enum section section;

	if (!name.len || name.len > SECTION_LABEL_MAX)
		return false;
	return find_thoughts(name, &section) ||
	       find_thoughts(str_from(name, str_find(name, ' ')), &section);
}

/* "!!! note "Thoughts"", "::: thoughts": which block, and what stands behind its
 * name. */
static enum section_block thoughts_block(struct str line, struct str *rest)
{
	struct str names, name, behind;
	enum section_block block = section_block_begins(line, &names);

	if (block == BLOCK_NONE)
		return BLOCK_NONE;
	behind = str_from(line, (size_t)(names.s + names.len - line.s));
	while ((name = section_block_name(&names)).s) {
		if (!is_called_thoughts(name))
			continue;
		section_skip_dress(&names);
		*rest = str_trim_right(behind.len ? behind : names);
		return block;
	}
	return BLOCK_NONE;
}

enum section_block section_thoughts_block(struct str line)
{
	struct str rest;

	return thoughts_block(str_trim_right(line), &rest);
}

static bool label_by_block(struct str line, enum section *out,
			   struct str *rest)
{
	*out = SECTION_THOUGHTS;
	return thoughts_block(line, rest) != BLOCK_NONE;
}

bool section_label(struct str line, enum section *out, struct str *rest)
{
	struct str s = line;
	struct section_opening opening;

	if (!section_may_be_label(line))
		return false;
	opening = section_take_opening(&s);
	return label_by_marks(s, opening, out, rest) ||
	       (!opening.strong && !opening.emphasis &&
		label_by_words(s, opening, out, rest)) ||
	       label_by_dress(line, out, rest) ||
	       label_by_heading(s, opening, out, rest) ||
	       label_by_block(line, out, rest);
}

bool section_label_is_bare(struct str line)
{
	struct section_opening opening;
	enum section section;
	struct str rest;

	line = str_trim_right(line);
	opening = section_take_opening(&line);
	return !opening.heading &&
	       !label_by_marks(line, opening, &section, &rest) &&
	       label_by_words(line, opening, &section, &rest);
}

bool section_label_aside(struct str line, struct str like)
{
	struct section_opening opening = section_take_opening(&line);
	struct section_opening other = section_take_opening(&like);
	size_t length = section_words_length(line);
	AUTO(strbuf) folded = STRBUF_INIT;

	if (!length || length == SECTION_LABEL_MAX || !is_title(line) ||
	    opening.strong != other.strong ||
	    opening.listed != other.listed ||
	    opening.emphasis != other.emphasis)
		return false;
	add_words(&folded, str_upto(line, length));
	line = str_from(line, length);
	return folded.len && section_take_closing(&line, opening) &&
	       section_words_aside(strbuf_slice(&folded));
}

struct str section_without_label(struct str text)
{
	const struct section_opening plain = { .heading = true,
					       .strong = true };
	size_t max = str_upto(text, SECTION_LABEL_MAX).len;
	size_t length = 0, ends = 0;

	for (size_t i = 1; i <= max && ends <= SECTION_BLANKS_MAX; i++) {
		if (!section_words_end(str_from(text, i)))
			continue;
		ends++;
		if (!may_go_on(str_upto(text, i), &length))
			break;
	}
	if (!length)
		return text;
	text = str_from(text, length);
	section_take_closing(&text, plain);
	section_skip_dash(&text);
	return str_trim_right(text);
}
