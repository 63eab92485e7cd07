/* SPDX-License-Identifier: MIT */
/* Words by number, and which of them a document has. */
#include "exporters/site/search_words.h"

#include <stdlib.h>
#include <string.h>

#include "core/text/tokens.h"

void search_words_release(struct search_words *w)
{
	free(w->tokens);
	strset_release(&w->numbers);
	strset_release(&w->seen);
	strbuf_release(&w->token);
	arena_release(&w->mem);
	*w = (struct search_words)SEARCH_WORDS_INIT;
}

/* --- numbers --- */

static const char digits[] =
	"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

size_t search_number_write(char to[SEARCH_DIGITS_MAX], uint64_t n)
{
	size_t len = 0;

	for (; n >= 32; n >>= 5)
		to[len++] = digits[32 | (n & 31)];
	to[len++] = digits[n];
	return len;
}

void search_number_add(struct strbuf *out, uint64_t n)
{
	char written[SEARCH_DIGITS_MAX];

	strbuf_add(out, written, search_number_write(written, n));
}

/* Digit + 1 of the characters from '-' to 'z'; 0: it is none. */
static const unsigned char digit_values[] = {
	63, 0, 0, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 0, 0, 0, 0, 0, 0, 0,
	1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
	21, 22, 23, 24, 25, 26, 0, 0, 0, 0, 64, 0, 27, 28, 29, 30, 31, 32, 33,
	34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50,
	51, 52,
};

bool search_list_next(struct str *list, struct search_place *out)
{
	uint64_t n = 0;

	for (unsigned i = 0; i < list->len && i < SEARCH_DIGITS_MAX; i++) {
		size_t at = (size_t)((unsigned char)list->s[i] - '-');
		unsigned digit = at < sizeof(digit_values) ?
					 digit_values[at] : 0;

		if (!digit)
			return false;
		n |= (uint64_t)((digit - 1) & 31) << 5 * i;
		if (digit > 32)
			continue;
		*list = str_from(*list, i + 1);
		*out = (struct search_place){ (size_t)(n >> 1), n & 1 };
		return true;
	}
	return false;
}

void search_list_add(struct strbuf *out, const struct search_place *place)
{
	search_number_add(out, (uint64_t)place->word << 1 | place->is_often);
}

/* --- words --- */

static size_t add_token(struct search_words *w, struct str token)
{
	XGROW(w->tokens, w->count, w->cap);
	w->tokens[w->count] = arena_str(&w->mem, token);
	if (token.len)
		strset_put(&w->numbers, token, w->count);
	return w->count++;
}

static size_t number_of(struct search_words *w, struct str token)
{
	size_t number;

	if (strset_get(&w->numbers, token, &number))
		return number;
	return add_token(w, token);
}

size_t search_words_number(struct search_words *w, struct str word)
{
	size_t number = SEARCH_NO_WORD;

	if (strset_get(&w->seen, word, &number))
		return number;
	strbuf_reset(&w->token);
	token_add(&w->token, word);
	if (w->token.len)
		number = number_of(w, strbuf_slice(&w->token));
	strset_put(&w->seen, word, number);
	return number;
}

void search_words_write(struct strbuf *out, const struct search_words *w,
			size_t first, const bool *used)
{
	for (size_t i = first; i < w->count; i++) {
		if (!used || used[i])
			strbuf_addslice(out, w->tokens[i]);
		strbuf_addch(out, ' ');
	}
	strbuf_addch(out, '\n');
}

/* A number that no word has any more is kept free: others are counted from it. */
void search_words_read(struct search_words *w, struct str line)
{
	while (line.len)
		add_token(w, str_next_field(&line, ' '));
}

size_t *search_words_merge(struct search_words *w, struct str line,
			   size_t *count)
{
	size_t *numbers = NULL, cap = 0;

	*count = 0;
	while (line.len) {
		XGROW(numbers, *count, cap);
		numbers[(*count)++] = number_of(w, str_next_field(&line, ' '));
	}
	return numbers;
}

/* --- counting --- */

void search_tally_release(struct search_tally *t)
{
	free(t->counts);
	free(t->met);
}

static void make_room(struct search_tally *t, size_t number)
{
	size_t cap = t->cap;

	if (number < cap)
		return;
	t->cap = number * 2 + 64;
	t->counts = xrealloc(t->counts, t->cap * sizeof(*t->counts));
	memset(t->counts + cap, 0, (t->cap - cap) * sizeof(*t->counts));
}

static int count_word(void *arg, const struct token *word)
{
	struct search_tally *t = arg;
	size_t number = search_words_number(t->words, word->text);

	if (number == SEARCH_NO_WORD)
		return 0;
	make_room(t, number);
	if (!t->counts[number]++) {
		XGROW(t->met, t->nmet, t->met_cap);
		t->met[t->nmet++] = number;
	}
	return 0;
}

void search_tally_list(struct search_tally *t, const struct search_text *text,
		       struct strbuf *out)
{
	t->nmet = 0;
	for (size_t i = 0; i < SECTION_COUNT; i++)
		tokens_walk_words(strbuf_slice(&text->texts[i]), count_word, t);
	for (size_t i = 0; i < t->nmet; i++) {
		const struct search_place place = {
			t->met[i], t->counts[t->met[i]] > 2,
		};

		search_list_add(out, &place);
		t->counts[t->met[i]] = 0;
	}
}
