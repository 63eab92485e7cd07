/* SPDX-License-Identifier: MIT */
#ifndef CORE_BASE_ASCII_H
#define CORE_BASE_ASCII_H

#include <stdbool.h>

/*
 * What a byte is in ASCII, whatever the locale.  No byte of a longer character
 * of UTF-8 is any of these but for the last, which is for those who look where
 * a word begins or ends and need not know what it is made of.
 */
static inline bool ascii_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool ascii_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool ascii_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool ascii_is_letter(char c)
{
	return ascii_is_upper(c) || ascii_is_lower(c);
}

static inline bool ascii_is_alnum(char c)
{
	return ascii_is_letter(c) || ascii_is_digit(c);
}

/* Of a name in a program: so keys and marks are told from what is beside them. */
static inline bool ascii_is_identifier(char c)
{
	return ascii_is_alnum(c) || c == '_';
}

static inline bool ascii_is_of_word(char c)
{
	return ascii_is_alnum(c) || (c & 0x80);
}

#endif
