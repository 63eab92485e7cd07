/* SPDX-License-Identifier: MIT */
/* Numbers with their units, as words of a query. */
#include "core/model/measure.h"

#include "core/base/ascii.h"

static size_t digits_at_front(struct str s)
{
	size_t len = 0;

	while (len < s.len && ascii_is_digit(s.s[len]))
		len++;
	return len;
}

bool measure_is_number(struct str word)
{
	return word.len && digits_at_front(word) == word.len;
}

/* Of letters, "µs" too. */
bool measure_is_unit(struct str word)
{
	for (size_t i = 0; i < word.len; i++)
		if (!ascii_is_letter(word.s[i]) &&
		    (unsigned char)word.s[i] < 0x80)
			return false;
	return word.len > 0;
}

static struct str next_word(struct str *rest)
{
	*rest = str_trim_left(*rest);
	return str_next_field(rest, ' ');
}

bool measure_respell(struct strbuf *out, struct str words)
{
	bool changed = false, joined = true;
	struct str word;

	while ((word = next_word(&words)).len) {
		size_t number = digits_at_front(word);
		struct str rest = words, next = next_word(&rest);

		strbuf_addstr(out, joined ? "" : " ");
		strbuf_addslice(out, str_upto(word, number));
		joined = number && number == word.len && measure_is_unit(next);
		changed |= joined;
		if (number && measure_is_unit(str_from(word, number))) {
			strbuf_addch(out, ' ');
			changed = true;
		}
		strbuf_addslice(out, str_from(word, number));
	}
	return changed;
}

static struct str next_digit(struct str *s)
{
	size_t at = 0;

	while (at < s->len && !ascii_is_digit(s->s[at]))
		at++;
	*s = str_from(*s, at);
	at = s->len > 0;
	*s = str_from(*s, at);
	return (struct str){ s->s - at, at };
}

bool measure_same_digits(struct str a, struct str b)
{
	for (;;) {
		struct str x = next_digit(&a), y = next_digit(&b);

		if (!str_eq(x, y))
			return false;
		if (!x.len)
			return true;
	}
}
