/* SPDX-License-Identifier: MIT */
/* What an entry is called where its heading says only which day it is. */
#include "exporters/site/titles.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/date.h"
#include "core/base/utf8.h"
#include "core/model/entry.h"
#include "core/text/unicode.h"
#include "exporters/site/facts.h"
#include "exporters/site/site.h"

/* So much of what a day was about stands in its title. */
#define CLAUSE_MOST 72

/* And so much of its text in a list of entries. */
#define LINE_MOST 110

/* Most words differ from a name in the first letter. */
static bool is_name(struct str word, const char *name)
{
	return (word.s[0] | 0x20) == (name[0] | 0x20) &&
	       str_eq_nocase(word, str_of(name));
}

static bool is_one_of_names(struct str word)
{
	static const char *const others[] = {
		"day", "round", "sept", "tues", "weds", "thur", "thurs", "of",
	};

	for (int i = 1; i <= 12; i++)
		if (is_name(word, month_name(i)) ||
		    is_name(word, month_short(i)))
			return true;
	for (int i = 0; i < 7; i++) {
		enum weekday w = (enum weekday)i;

		if (is_name(word, weekday_name(w)) ||
		    is_name(word, weekday_short(w)))
			return true;
	}
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (is_name(word, others[i]))
			return true;
	return false;
}

/* "20", "20th", "R2D10", "July", "Day". */
static bool tells_when(struct str word)
{
	size_t digits = 0, letters = 0;

	for (size_t i = 0; i < word.len; i++) {
		digits += ascii_is_digit(word.s[i]);
		letters += ascii_is_letter(word.s[i]);
	}
	if (!digits)
		return is_one_of_names(word);
	if (!letters)
		return true;
	return ascii_is_digit(word.s[0]) ?
		       letters == 2 && !ascii_is_letter(word.s[word.len - 3]) :
		       (word.s[0] | 0x20) == 'r' || (word.s[0] | 0x20) == 'd';
}

/* Only punctuation of ASCII parts the words of such a title: whatever else is
 * in it may be said of the day. */
static bool is_number_and_date(struct str title)
{
	size_t at = 0;

	while (at < title.len) {
		size_t start = at;

		while (at < title.len && (ascii_is_letter(title.s[at]) ||
					  ascii_is_digit(title.s[at])))
			at++;
		if (at > start) {
			struct str word = { title.s + start, at - start };

			if (!tells_when(word))
				return false;
			continue;
		}
		if ((unsigned char)title.s[at] >= 0x80)
			return false;
		at++;
	}
	return true;
}

/* A long one up to its last comma that leaves some of it, or else all. */
static struct str first_part(struct str clause)
{
	for (size_t at = CLAUSE_MOST; at > CLAUSE_MOST / 4; at--)
		if (str_starts(str_from(clause, at), ", "))
			return str_upto(clause, at);
	return clause;
}

/* Up to the end of a sentence or of an item of a list. */
static struct str first_clause(struct str text)
{
	static const char *const ends[] = { " · ", ". ", "; ", "! ", "? " };
	size_t end = text.len;

	for (size_t i = 0; i < ARRAY_SIZE(ends); i++) {
		size_t at = str_find_str(text, str_of(ends[i]));

		if (at < end)
			end = at;
	}
	text = str_trim(str_upto(text, end));
	while (text.len && (text.s[text.len - 1] == '.' ||
			    text.s[text.len - 1] == ':'))
		text = str_upto(text, text.len - 1);
	return text.len > CLAUSE_MOST ? first_part(text) : text;
}

/* Are there no digits but those of its number?  Others may be a date that
 * could not be read. */
static bool has_one_number(struct str title)
{
	size_t count = 0;

	for (size_t i = 0; i < title.len; i++)
		count += ascii_is_digit(title.s[i]) &&
			 (!i || !ascii_is_digit(title.s[i - 1]));
	return count == 1;
}

/* "2 | 2022-07-04", or "2" or "04/07/2022" alone: the first cells of a row. */
static bool may_be_of_row(struct str heading)
{
	for (size_t i = 0; i < heading.len; i++)
		if (ascii_is_letter(heading.s[i]))
			return str_find(heading, '|') < heading.len;
	return true;
}

/* Is there a word in it, and no number in front? */
static bool tells_something(struct str cell)
{
	if (cell.len && ascii_is_digit(cell.s[0]))
		return false;
	while (cell.len)
		if (unicode_is_word(utf8_next(&cell)))
			return true;
	return false;
}

/* What the text of the day begins with.  The rows of a table in it are no words
 * of somebody; where the day is one itself, the first cell is that neither
 * ticks nor counts something. */
static struct str title_clause(struct str heading, struct str excerpt)
{
	struct str clause = first_clause(excerpt);
	bool row = may_be_of_row(heading);

	if (!row && str_find_str(clause, STR(" | ")) < clause.len)
		return STR("");
	while (row && excerpt.len) {
		size_t bar = str_find_str(excerpt, STR(" | "));

		clause = first_clause(str_upto(excerpt, bar));
		if (tells_something(clause))
			return clause;
		excerpt = str_from(excerpt, bar < excerpt.len ? bar + 3 : bar);
		clause = STR("");
	}
	return clause;
}

static void add_clause(struct strbuf *out, struct str clause)
{
	size_t start = out->len;

	strbuf_addslice(out, clause);
	site_cut_at_word(out, start, CLAUSE_MOST);
}

size_t site_add_entry_title(struct strbuf *out, struct str heading,
			    const struct entry *e, struct str excerpt)
{
	struct str clause = title_clause(heading, excerpt);
	bool has_number = e->nnumbers == 1 && entry_number(e) >= 0;
	size_t start = out->len, name;

	if (!is_number_and_date(heading) || e->nnumbers > 1 ||
	    !(e->ndays ? has_number || (e->ndays == 1 && clause.len) :
			 has_number && has_one_number(heading))) {
		strbuf_addslice(out, heading);
		return 0;
	}
	if (!has_number) {
		add_clause(out, clause);
		return 0;
	}
	strbuf_addf(out, "Day %d", entry_number(e));
	name = out->len - start;
	if (clause.len) {
		strbuf_addstr(out, ": ");
		add_clause(out, clause);
	}
	return name;
}

/* What goes on in the middle of a sentence says so. */
static void add_rest(struct strbuf *out, struct str rest, bool is_cut)
{
	is_cut |= str_starts(rest, ",");
	while (rest.len && strchr(".,;:!?| ", rest.s[0]))
		rest = str_from(rest, 1);
	if (str_starts(rest, "·"))
		rest = str_trim_left(str_from(rest, strlen("·")));
	if (is_cut && rest.len)
		strbuf_addstr(out, "… ");
	strbuf_addslice(out, rest);
}

void site_add_behind_title(struct strbuf *out, const struct site_entry *e,
			   struct str excerpt)
{
	struct str clause = STR("");
	bool is_cut;

	if (!e->name_len && e->title != e->heading)
		clause = str_of(e->title);
	else if (e->name_len && e->title[e->name_len])
		clause = str_of(e->title + e->name_len + 2);
	is_cut = str_ends(clause, "…");
	if (is_cut)
		clause = str_upto(clause, clause.len - strlen("…"));
	if (clause.len && str_eq(str_upto(excerpt, clause.len), clause))
		add_rest(out, str_from(excerpt, clause.len), is_cut);
	else
		strbuf_addslice(out, excerpt);
}

struct str site_line_behind_title(struct site *s, const struct site_entry *e)
{
	strbuf_reset(&s->text);
	site_add_behind_title(&s->text, e, site_facts_text(e->facts,
							   SITE_FACTS_EXCERPT));
	site_cut_at_word(&s->text, 0, LINE_MOST);
	return strbuf_slice(&s->text);
}
