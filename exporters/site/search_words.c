/* SPDX-License-Identifier: MIT */
/* Words by number, and which of them a document has. */
#include "exporters/site/search_words.h"

#include <stdlib.h>
#include <string.h>

#include "core/text/tokens.h"

void search_words_release(struct search_words *w)
{
	free(w->tokens);
	free(w->slots);
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

/* Of 32 bits. */
#define CODE_BYTES 5

/* How many bytes a number takes; 0: it makes no sense. */
static size_t read_code(const unsigned char *s, size_t len, uint32_t *out)
{
	uint64_t n = 0;

	for (unsigned i = 0; i < len && i < CODE_BYTES; i++) {
		if (s[i] >= 128) {
			n |= (uint64_t)(s[i] & 127) << 7 * i;
			continue;
		}
		n |= (uint64_t)(s[i] & 63) << 7 * i;
		*out = (uint32_t)n;
		return s[i] < 64 || n > UINT32_MAX ? 0 : i + 1;
	}
	return 0;
}

/* The same of one of two or three bytes, as most are, where three are left. */
static size_t read_short_code(const unsigned char *s, uint32_t *out)
{
	if (s[0] >= 128 && s[1] >= 64 && s[1] < 128) {
		*out = (s[0] & 127u) | (s[1] & 63u) << 7;
		return 2;
	}
	if (s[0] >= 128 && s[1] >= 128 && s[2] >= 64 && s[2] < 128) {
		*out = (s[0] & 127u) | (s[1] & 127u) << 7 | (s[2] & 63u) << 14;
		return 3;
	}
	return 0;
}

size_t search_list_read(struct str *list, uint32_t *out, size_t max)
{
	const unsigned char *s = (const unsigned char *)list->s;
	size_t left = list->len, count = 0, used;

	while (count < max) {
		used = left < 3 ? 0 : read_short_code(s, &out[count]);
		if (!used && !(used = read_code(s, left, &out[count])))
			break;
		s += used;
		left -= used;
		count++;
	}
	*list = (struct str){ (const char *)s, left };
	return count;
}

bool search_list_next(struct str *list, struct search_place *out)
{
	uint32_t code;

	if (!search_list_read(list, &code, 1))
		return false;
	*out = (struct search_place){ code >> SEARCH_WEIGHT_BITS,
				      code & SEARCH_WEIGHT_MAX };
	return true;
}

void search_list_add(struct strbuf *out, const struct search_place *place)
{
	uint64_t n = (uint64_t)place->word << SEARCH_WEIGHT_BITS |
		     place->weight;

	for (; n >= 64; n >>= 7)
		strbuf_addch(out, (char)(128 | (n & 127)));
	strbuf_addch(out, (char)(64 | n));
}

/* --- words --- */

static size_t add_token(struct search_words *w, struct str token)
{
	XGROW(w->tokens, w->count, w->cap);
	w->tokens[w->count] = token;
	return w->count++;
}

/* Where a token is, or would go. */
static uint32_t *slot_of(const struct search_words *w, struct str token)
{
	size_t at = str_hash(token) & (w->nslots - 1);

	while (w->slots[at] && !str_eq(token, w->tokens[w->slots[at] - 1]))
		at = (at + 1) & (w->nslots - 1);
	return &w->slots[at];
}

/* At least a quarter of them stays free. */
static bool is_full(const struct search_words *w)
{
	return w->count * 4 >= w->nslots * 3;
}

static void make_slots(struct search_words *w)
{
	w->nslots = w->nslots ? w->nslots * 2 : 1024;
	while (is_full(w))
		w->nslots *= 2;
	free(w->slots);
	w->slots = xcalloc(w->nslots, sizeof(*w->slots));
	for (size_t i = 0; i < w->count; i++)
		if (w->tokens[i].len)
			*slot_of(w, w->tokens[i]) = (uint32_t)i + 1;
}

static size_t number_of(struct search_words *w, struct str token)
{
	uint32_t *slot;

	if (is_full(w))
		make_slots(w);
	slot = slot_of(w, token);
	if (!*slot)
		*slot = (uint32_t)add_token(w, arena_str(&w->mem, token)) + 1;
	return *slot - 1;
}

/* So many words are known by how they stand: those that come first are mostly
 * those that are common. */
#define SEEN_MAX 8192

size_t search_words_number(struct search_words *w, struct str word)
{
	size_t number = SEARCH_NO_WORD;

	if (strset_get(&w->seen, word, &number))
		return number;
	strbuf_reset(&w->token);
	token_add(&w->token, word);
	if (w->token.len)
		number = number_of(w, strbuf_slice(&w->token));
	if (w->seen.count < SEEN_MAX)
		strset_put(&w->seen, word, number);
	return number;
}

void search_words_forget_seen(struct search_words *w)
{
	strset_release(&w->seen);
}

void search_words_forget_places(struct search_words *w)
{
	search_words_forget_seen(w);
	free(w->slots);
	w->slots = NULL;
	w->nslots = 0;
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
	w->nslots = 0;
}

void search_words_find_places(struct search_words *w)
{
	if (!w->nslots)
		make_slots(w);
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
