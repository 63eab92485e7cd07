/* SPDX-License-Identifier: MIT */
/* Slices of text: compare, trim, take apart. */
#include "core/base/str.h"

#include <stdint.h>
#include <string.h>

static char lower(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool str_eq(struct str a, struct str b)
{
	return a.len == b.len && (!a.len || !memcmp(a.s, b.s, a.len));
}

bool str_is(struct str s, const char *text)
{
	return str_eq(s, str_of(text));
}

bool str_is_ascii(struct str s)
{
	uint64_t all = 0, word;

	for (; s.len >= sizeof(word); s = str_from(s, sizeof(word))) {
		memcpy(&word, s.s, sizeof(word));
		all |= word;
	}
	for (size_t i = 0; i < s.len; i++)
		all |= (unsigned char)s.s[i];
	return !(all & UINT64_C(0x8080808080808080));
}

bool str_is_among(struct str s, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_is(s, list[i]))
			return true;
	return false;
}

/* Asked so often that most texts should be told apart by their first byte. */
bool str_starts(struct str s, const char *prefix)
{
	size_t i = 0;

	while (i < s.len && prefix[i] && s.s[i] == prefix[i])
		i++;
	return !prefix[i];
}

bool str_ends(struct str s, const char *suffix)
{
	size_t len = strlen(suffix);

	return s.len >= len && str_is(str_from(s, s.len - len), suffix);
}

bool str_eq_nocase(struct str a, struct str b)
{
	if (a.len != b.len)
		return false;
	for (size_t i = 0; i < a.len; i++)
		if (lower(a.s[i]) != lower(b.s[i]))
			return false;
	return true;
}

bool str_starts_nocase(struct str s, const char *prefix)
{
	size_t i = 0;

	while (i < s.len && prefix[i] && lower(s.s[i]) == lower(prefix[i]))
		i++;
	return !prefix[i];
}

bool str_has_nocase(struct str s, const char *part)
{
	/* One bit parts the cases of a letter. */
	for (size_t i = 0; i < s.len; i++)
		if ((s.s[i] | 0x20) == (part[0] | 0x20) &&
		    str_starts_nocase(str_from(s, i), part))
			return true;
	return false;
}

bool str_has_digit(struct str s)
{
	for (size_t i = 0; i < s.len; i++)
		if (s.s[i] >= '0' && s.s[i] <= '9')
			return true;
	return false;
}

int str_cmp(struct str a, struct str b)
{
	size_t len = a.len < b.len ? a.len : b.len;
	int order = len ? memcmp(a.s, b.s, len) : 0;

	if (order)
		return order;
	return (a.len > b.len) - (a.len < b.len);
}

size_t str_find(struct str s, char c)
{
	const char *at = s.len ? memchr(s.s, c, s.len) : NULL;

	return at ? (size_t)(at - s.s) : s.len;
}

/* So many places where only the first byte is right are looked at one by one. */
#define FIRST_BYTES_MAX 32

/* Needles are short and mostly not there: memchr() says so many bytes at a
 * time.  Where it stops all too often, memmem() takes as long for any text. */
size_t str_find_str(struct str s, struct str needle)
{
	/* Too many words have a blank before them to look at each. */
	size_t key = needle.len > 1 && needle.s[0] == ' ', at = 0;
	const char *found;

	if (!needle.len)
		return 0;
	for (unsigned i = 0; i < FIRST_BYTES_MAX; i++, at++) {
		at += str_find(str_from(s, at + key), needle.s[key]);
		if (at >= s.len || s.len - at < needle.len)
			return s.len;
		if (!memcmp(s.s + at, needle.s, needle.len))
			return at;
	}
	found = memmem(s.s + at, s.len - at, needle.s, needle.len);
	return found ? (size_t)(found - s.s) : s.len;
}

size_t str_indentation(struct str s, struct str *text)
{
	size_t columns = 0, i = 0;

	for (; i < s.len && (s.s[i] == ' ' || s.s[i] == '\t'); i++)
		columns += s.s[i] == '\t' ? 4 - columns % 4 : 1;
	*text = str_from(s, i);
	return columns;
}

struct str str_trim_left(struct str s)
{
	while (s.len && is_blank(s.s[0]))
		s = str_from(s, 1);
	return s;
}

struct str str_trim_right(struct str s)
{
	while (s.len && is_blank(s.s[s.len - 1]))
		s.len--;
	return s;
}

struct str str_trim(struct str s)
{
	return str_trim_left(str_trim_right(s));
}

struct str str_next_line(struct str *rest)
{
	return str_next_field(rest, '\n');
}

struct str str_next_field(struct str *rest, char sep)
{
	size_t end;
	struct str field;

	if (!rest->len)
		return STR_NONE;
	end = str_find(*rest, sep);
	field = str_upto(*rest, end);
	*rest = str_from(*rest, end + 1);
	return field;
}

int str_to_uint(struct str s, unsigned max, unsigned *out)
{
	unsigned value = 0;

	if (!s.len)
		return -1;
	for (size_t i = 0; i < s.len; i++) {
		unsigned digit = (unsigned)(unsigned char)s.s[i] - '0';

		if (digit > 9 || digit > max || value > (max - digit) / 10)
			return -1;
		value = value * 10 + digit;
	}
	*out = value;
	return 0;
}
