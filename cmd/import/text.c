/* SPDX-License-Identifier: MIT */
/* Judging bytes from outside: text or not, like another or not. */
#include "cmd/import/text.h"

#include "core/base/attributes.h"
#include "core/base/strset.h"
#include "core/base/utf16.h"
#include "core/model/section.h"

bool text_is_binary(struct str bytes)
{
	struct str front = str_upto(bytes, 8000);

	return str_find(front, '\0') < front.len;
}

static void add_lines(struct strset *lines, struct str text)
{
	struct str line;

	while ((line = str_next_line(&text)).s)
		if ((line = str_trim(line)).len)
			strset_put(lines, line, 0);
}

static void add_words(struct strset *words, struct str text)
{
	struct str line, word;

	while ((line = str_next_line(&text)).s)
		while ((word = str_next_field(&line, ' ')).s)
			strset_put(words, word, 0);
}

/* Has the longer half of what the shorter has? */
static bool share_half(const struct strset *a, const struct strset *b)
{
	size_t shared = 0;

	for (size_t i = 0; i < a->size; i++)
		shared += a->slots[i].key &&
			  strset_has(b, (struct str){ a->slots[i].key,
						      a->slots[i].len });
	return 2 * shared >= (a->count < b->count ? a->count : b->count);
}

bool text_is_akin(struct str a, struct str b)
{
	AUTO(strset) left = STRSET_INIT;
	AUTO(strset) right = STRSET_INIT;

	add_lines(&left, a);
	add_lines(&right, b);
	return share_half(&left, &right);
}

bool text_shares_words(struct str a, struct str b)
{
	AUTO(strset) left = STRSET_INIT;
	AUTO(strset) right = STRSET_INIT;

	add_words(&left, a);
	add_words(&right, b);
	return share_half(&left, &right);
}

static void add_said(struct strset *words, struct str text)
{
	struct str line;

	while ((line = str_next_line(&text)).s) {
		enum section section;
		struct str rest;

		add_words(words, section_label(line, &section, &rest) ? rest :
									line);
	}
}

bool text_shares_said(struct str a, struct str b)
{
	AUTO(strset) left = STRSET_INIT;
	AUTO(strset) right = STRSET_INIT;

	add_said(&left, a);
	add_said(&right, b);
	return left.count && right.count && share_half(&left, &right);
}

/* jrnl encrypts with Fernet: one line of base64 that begins with its version
 * and the upper half of a time. */
static bool is_fernet(struct str bytes)
{
	struct str token = str_trim(bytes);

	if (!str_starts(token, "gAAAAA") || token.len < 100)
		return false;
	for (size_t i = 0; i < token.len; i++) {
		char c = token.s[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		      (c >= '0' && c <= '9') || c == '-' || c == '_' ||
		      c == '='))
			return false;
	}
	return true;
}

static const struct {
	struct str start;
	const char *why;
} starts[] = {
	{ { "%PDF-", 5 }, "it is a PDF; save its text first" },
	{ { "-----BEGIN PGP MESSAGE-----", 27 },
	  "it is encrypted; decrypt it with gpg first" },
	{ { "age-encryption.org/v1", 21 },
	  "it is encrypted; decrypt it with age first" },
	{ { "Salted__", 8 }, "it is encrypted; decrypt it first" },
	{ { "{\\rtf", 5 }, "it is rich text; save it as plain text first" },
	{ { "\xd0\xcf\x11\xe0", 4 },
	  "it is a document of an office program; save it as text, or a table "
	  "as CSV, first" },
	{ { "SQLite format 3", 16 },
	  "it is a database; export what it has as text first" },
};

/* What programs write for each other, and is no text of a person. */
static const char *why_markup(struct str bytes)
{
	struct str front = str_upto(bytes, 2000);

	if (!str_starts(front, "<?xml"))
		return NULL;
	if (str_find_str(front, STR("<en-export")) < front.len)
		return "it is an export of Evernote; export the notes as "
		       "Markdown or text instead";
	return NULL;
}

const char *text_why_unreadable(struct str bytes)
{
	if (!bytes.len)
		return "it is empty";
	if (is_fernet(bytes))
		return "it is encrypted; decrypt it with 'jrnl --decrypt' "
		       "first";
	for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
		if (str_eq(str_upto(bytes, starts[i].start.len),
			   starts[i].start))
			return starts[i].why;
	/* What could be read as that is UTF-8 by now. */
	if (utf16_is(bytes))
		return "it is damaged UTF-16; save it as UTF-8 first";
	return why_markup(bytes);
}
