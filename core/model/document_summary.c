/* SPDX-License-Identifier: MIT */
/* The words of a document that stand for it in a list. */
#include "core/model/document_summary.h"

#include <ctype.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/utf8.h"
#include "core/model/link.h"
#include "core/model/wording.h"
#include "core/text/unicode.h"

#define FACTS_BYTES 400
#define LABEL_BYTES 40
#define LABEL_WORDS 4
#define VALUE_WORDS 8		/* of one fact among several */
#define MEASURE_BYTES 40
#define MEASURE_WORDS 4		/* "1 May 2026, late" */
#define WORD_BYTES 24
#define UNSPACED_BYTES 9	/* three ideographs: more may be a sentence */

/* Labels whose value is never what was studied, however long. */
static const char *const states[] = {
	"status", "statut", "state", "estado", "stato", "stan", "mood",
	"energy", "状態", "状态", "狀態", "ステータス", "상태", "статус",
};

struct fact {
	struct str label, value;
};

/* An emoji or a bullet in front of a word. */
static struct str skip_marks(struct str s)
{
	while (s.len) {
		struct str rest = s;

		if (unicode_is_word(utf8_next(&rest)))
			break;
		s = rest;
	}
	return s;
}

/* The length of a colon that ends a label at `at`; 0: none does. */
static size_t colon_at(struct str s, size_t at)
{
	if (str_starts(str_from(s, at), "："))
		return strlen("：");
	return s.s[at] == ':' && (at + 1 == s.len || s.s[at + 1] == ' ');
}

static size_t find_colon(struct str s)
{
	size_t at = 0;

	while (at < s.len && !colon_at(s, at))
		at++;
	return at;
}

/* Where the label begins that ends at `colon`: its last word. */
static size_t last_word(struct str s, size_t colon)
{
	size_t at = str_trim_right(str_upto(s, colon)).len;

	while (at && s.s[at - 1] != ' ')
		at--;
	return at;
}

/* Take "Date : 1 May" off the front, up to a bar or the next label. */
static bool fact_take(struct str *s, struct fact *out)
{
	size_t colon, next, end;

	*s = skip_marks(*s);
	colon = find_colon(*s);
	if (colon >= s->len || colon > LABEL_BYTES ||
	    isdigit((unsigned char)s->s[0]))
		return false;
	out->label = str_trim(str_upto(*s, colon));
	*s = str_from(*s, colon + colon_at(*s, colon));
	end = str_find(*s, '|');
	next = find_colon(*s);
	if (next < end)
		end = last_word(*s, next);
	out->value = str_trim(str_upto(*s, end));
	*s = str_from(*s, end);
	return out->label.len &&
	       wording_count(out->label, LABEL_WORDS + 1) <= LABEL_WORDS;
}

/* A number stands in front, perhaps behind "~" or a word for it in a script
 * without blanks; or a year somewhere. */
static bool is_measured(struct str value)
{
	size_t digits = 0;

	for (size_t i = 0; i < value.len; i++) {
		digits = isdigit((unsigned char)value.s[i]) ? digits + 1 : 0;
		if (digits == 4 && (i == 3 || !isalnum((unsigned char)
						       value.s[i - 4])))
			return true;
	}
	while (value.len && !isalnum((unsigned char)value.s[0]))
		value = str_from(value, 1);
	digits = 0;
	while (digits < value.len && isdigit((unsigned char)value.s[digits]))
		digits++;
	/* "12-factor" is a name. */
	return digits && !(digits + 1 < value.len && value.s[digits] == '-' &&
			   isalpha((unsigned char)value.s[digits + 1]));
}

static bool is_word(struct str value)
{
	bool ascii = true;

	for (size_t i = 0; i < value.len; i++)
		ascii &= (unsigned char)value.s[i] < 0x80;
	return value.len <= (ascii ? WORD_BYTES : UNSPACED_BYTES) &&
	       wording_count(value, 2) <= 1;
}

static bool is_address(struct str value)
{
	return link_is_web(value) && str_find(value, ' ') == value.len;
}

/* A fact that stands alone. */
static bool is_brief(const struct fact *f)
{
	struct str value = skip_marks(f->value);
	unsigned words = wording_count(value, VALUE_WORDS);

	if (!value.len)
		return false;
	return is_word(value) || is_address(value) ||
	       wording_is_among(f->label, states, ARRAY_SIZE(states)) ||
	       (is_measured(value) && words <= MEASURE_WORDS &&
		value.len <= MEASURE_BYTES);
}

/* Is it facts alone; of several one at least is measured. */
static bool is_facts(struct str text)
{
	bool measured = false, brief = false;
	size_t count = 0;
	struct fact f;

	if (text.len > FACTS_BYTES)
		return false;
	for (text = str_trim(text); text.len; count++) {
		if (!fact_take(&text, &f) ||
		    wording_count(f.value, VALUE_WORDS + 1) > VALUE_WORDS)
			return false;
		brief = is_brief(&f);
		measured |= is_measured(skip_marks(f.value));
		text = str_trim(text);
	}
	return count > 1 ? measured : brief;
}

/* Is it nothing but tags, as of a cover picture? */
static bool is_markup(struct str text)
{
	text = str_trim(text);
	if (!text.len)
		return false;
	while (text.len) {
		size_t end = str_find(text, '>');

		if (text.s[0] != '<' || end == text.len)
			return false;
		text = str_trim_left(str_from(text, end + 1));
	}
	return true;
}

/* "Benefits:" and no more: what it is about stands below. */
static bool is_bare_label(struct str text)
{
	text = str_trim(text);
	return text.len <= LABEL_BYTES &&
	       (str_ends(text, ":") || str_ends(text, "：")) &&
	       wording_count(text, LABEL_WORDS + 1) <= LABEL_WORDS;
}

/* The names of columns, above a row that says something. */
static bool is_head_of_table(const struct document *doc, size_t i)
{
	const struct passage *p = &doc->passages[i];

	return p->kind == PASSAGE_ROW &&
	       (!i || p[-1].kind != PASSAGE_ROW ||
		p[-1].last_line + 1 < p->line) &&
	       i + 1 < doc->npassages && p[1].kind == PASSAGE_ROW &&
	       p[1].line == p->last_line + 2;
}

/* Items that are indented so far that Markdown takes them for code: the first
 * of them, without its mark. */
static struct str text_of_code(struct str text)
{
	struct str rest = text, line = str_trim(str_next_line(&rest));

	if (line.len > 2 && strchr("-*+", line.s[0]) && line.s[1] == ' ')
		return str_trim_left(str_from(line, 2));
	return text;
}

struct str document_summary(const struct document *doc)
{
	struct str first = STR("");

	for (size_t i = 0; i < doc->npassages; i++) {
		const struct passage *p = &doc->passages[i];
		struct str text = p->cell ? p->cell->row : p->text;

		if (p->kind == PASSAGE_HEADING || !str_trim(text).len ||
		    is_markup(text))
			continue;
		if (p->kind == PASSAGE_CODE)
			return text_of_code(p->text);
		if (!first.len)
			first = text;
		if (is_head_of_table(doc, i) || is_bare_label(text))
			continue;
		if (p->traits & TRAIT_DEFINITION || !is_facts(text))
			return text;
	}
	return first;
}
