/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_STR_H
#define CORE_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/*
 * A slice of somebody else's bytes; not NUL-terminated, never freed.  Parsers
 * take slices off the front and never write into their input.
 */
struct str {
	const char *s;		/* NULL: there is none (not: it is empty) */
	size_t len;
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })
#define STR_NONE ((struct str){ NULL, 0 })

/* These are a tenth of the work of drawing a site if they are called. */

/* NULL gives STR_NONE. */
static inline struct str str_of(const char *s)
{
	return (struct str){ s, s ? strlen(s) : 0 };
}

/* Without the first `at` bytes. */
static inline struct str str_from(struct str s, size_t at)
{
	if (at > s.len)
		at = s.len;
	return (struct str){ s.s ? s.s + at : NULL, s.len - at };
}

/* Only the first `at` bytes. */
static inline struct str str_upto(struct str s, size_t at)
{
	return (struct str){ s.s, at < s.len ? at : s.len };
}

bool str_eq(struct str a, struct str b);
bool str_is(struct str s, const char *text);
/* No byte of it is part of a longer character. */
bool str_is_ascii(struct str s);
bool str_is_among(struct str s, const char *const *list, size_t count);
bool str_starts(struct str s, const char *prefix);
bool str_ends(struct str s, const char *suffix);

/* The same for ASCII letters of either case. */
bool str_eq_nocase(struct str a, struct str b);
bool str_starts_nocase(struct str s, const char *prefix);
/* Anywhere; an empty text has nothing. */
bool str_has_nocase(struct str s, const char *part);
bool str_has_digit(struct str s);

/* Like memcmp, shorter first. */
int str_cmp(struct str a, struct str b);

/* Where `c` or `needle` first stands, or s.len. */
size_t str_find(struct str s, char c);
size_t str_find_str(struct str s, struct str needle);

/* Without blanks, tabs and line ends on both sides, left, right. */
struct str str_trim(struct str s);
struct str str_trim_left(struct str s);
/* The columns of the blanks and tabs in front, a tab up to the next multiple of
 * four; `text`: what is behind them. */
size_t str_indentation(struct str s, struct str *text);
struct str str_trim_right(struct str s);

/*
 * Take the next line off the front, without its "\n" (a "\r" before that stays
 * in the line); .s is NULL at the end.  A final "\n" opens no further line.
 */
struct str str_next_line(struct str *rest);

/* Take what stands before the next `sep` off the front; .s is NULL at the end. */
struct str str_next_field(struct str *rest, char sep);

/* A decimal number without sign that fills the whole slice: 0, or -1. */
int str_to_uint(struct str s, unsigned max, unsigned *out);

#endif
