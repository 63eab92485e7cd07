/* SPDX-License-Identifier: MIT */
/* Ids and prefixes of questions and holes. */
#include "core/model/question.h"

#include <string.h>

#include "core/base/attributes.h"
#include "core/base/sha256.h"
#include "core/base/strbuf.h"
#include "core/text/unicode.h"

#define PREFIX_BYTES 32
#define PREFIX_WORDS 3

/* No vowels, so that no id is a word, and nothing that looks like another. */
static const char alphabet[] = "23456789bcdfghjkmnpqrstvwxz";
#define ALPHABET (sizeof(alphabet) - 1)

static const char *const labels[] = {
	"q",   "question", "open question", "hole", "gap",  "todo",
	"lab", "hands-on", "hands on",	    "to study", "to review",
	"to check out", "weak", "review again", "to revise",
};

static bool is_label(struct str s)
{
	for (size_t i = 0; i < ARRAY_SIZE(labels); i++)
		if (str_eq_nocase(s, str_of(labels[i])))
			return true;
	return false;
}

static size_t count_words(struct str s)
{
	size_t count = 0;

	while (str_trim_left(s).len) {
		s = str_trim_left(s);
		str_next_field(&s, ' ');
		count++;
	}
	return count;
}

/* A colon that ends a prefix, and none of "http://" or "10:30"; or text.len. */
static size_t find_colon(struct str text)
{
	size_t at = str_find(str_upto(text, PREFIX_BYTES), ':');

	if (at >= text.len || at >= PREFIX_BYTES || !at)
		return text.len;
	if (at + 1 < text.len && text.s[at + 1] != ' ')
		return text.len;
	return at;
}

static struct str without_box(struct str text)
{
	text = str_trim(text);
	if (text.len > 3 && text.s[0] == '[' && text.s[2] == ']' &&
	    strchr(" xX", text.s[1]))
		text = str_trim(str_from(text, 3));
	return text;
}

struct str item_prefix_take(struct str *text)
{
	struct str s = without_box(*text), prefix = STR("");

	question_label_take(&s);
	for (int i = 0; i < 2; i++) {
		size_t colon = find_colon(s);
		struct str front = str_trim(str_upto(s, colon));

		if (colon >= s.len || count_words(front) > PREFIX_WORDS ||
		    !str_trim(str_from(s, colon + 1)).len)
			break;
		if (!is_label(front) && prefix.len)
			break;
		s = str_trim(str_from(s, colon + 1));
		if (!is_label(front)) {
			prefix = front;
			break;
		}
	}
	*text = s;
	return prefix;
}

/* The words alone, folded, with one blank between. */
static void add_words(struct strbuf *out, struct str text)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	bool blank = false;

	unicode_add_folded(&folded, text);
	for (size_t i = 0; i < folded.len; i++) {
		unsigned char c = (unsigned char)folded.buf[i];

		if (c < 0x80 && !(c >= 'a' && c <= 'z') &&
		    !(c >= '0' && c <= '9')) {
			blank = out->len > 0;
			continue;
		}
		if (blank)
			strbuf_addch(out, ' ');
		blank = false;
		strbuf_addch(out, (char)c);
	}
}

/* "Q: …", "Question 3: …" */
static bool is_labelled(struct str text)
{
	text = without_box(text);
	return question_label_take(&text);
}

/* "e.g. this", "v. 2", "no. 7": no sentence ends there. */
static bool is_abbreviation(struct str before)
{
	static const char *const endings[] = {
		"e.g.", "i.e.", "vs.", "etc.", "cf.", "z.B.", "bzw.", "no.",
		"Nr.", "approx.", "ca.", "incl.",
	};
	size_t n = before.len;

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
		if (str_ends(before, endings[i]))
			return true;
	/* "J. Doe" */
	return n >= 2 && (n == 2 || before.s[n - 3] == ' ');
}

struct str item_question(struct str text)
{
	size_t from = 0;

	text = str_trim(text);
	if (!str_ends(text, "?") || is_labelled(text))
		return text;
	for (size_t i = 0; i + 2 < text.len; i++) {
		unsigned char next = (unsigned char)text.s[i + 2];

		if (strchr(".!", text.s[i]) && text.s[i + 1] == ' ' &&
		    (next >= 0x80 || (next >= 'A' && next <= 'Z')) &&
		    !is_abbreviation(str_upto(text, i + 1)))
			from = i + 2;
	}
	return str_trim(str_from(text, from));
}

struct item_id item_id(struct str text)
{
	AUTO(strbuf) words = STRBUF_INIT;
	struct sha256 sum;
	struct sha256_hex hex;
	struct item_id id;
	uint64_t n = 0;

	text = item_without_answer(text);
	item_prefix_take(&text);
	add_words(&words, text);
	sha256_init(&sum);
	sha256_add(&sum, strbuf_slice(&words));
	hex = sha256_end(&sum);
	for (int i = 0; i < 12; i++)
		n = n << 4 | (uint64_t)(hex.s[i] <= '9' ? hex.s[i] - '0' :
							   hex.s[i] - 'a' + 10);
	for (int i = 0; i < ITEM_ID_LENGTH; i++, n /= ALPHABET)
		id.s[i] = alphabet[n % ALPHABET];
	id.s[ITEM_ID_LENGTH] = '\0';
	return id;
}

bool item_id_is(const struct item_id *id, struct str typed)
{
	return typed.len >= 1 && typed.len <= ITEM_ID_LENGTH &&
	       str_eq_nocase(str_upto(str_of(id->s), typed.len), typed);
}
