/* SPDX-License-Identifier: MIT */
#ifndef CORE_TEXT_REGEX_H
#define CORE_TEXT_REGEX_H

#include <stddef.h>

#include "core/base/attributes.h"
#include "core/base/error.h"
#include "core/base/str.h"

/*
 * Regular expressions by PCRE2, which only regex.c includes: Unicode, "^" and
 * "$" at every line.  Steps, depth and memory of one match are limited, and so
 * is the time that their thread works on all matches together, so that no
 * pattern hangs: it is found in by the thread that has compiled it.  PCRE2 is
 * linked, not loaded as the large libraries are: a start costs 0.02 ms more.
 */
struct regex;

/* The error says what is wrong, with a caret beneath the pattern. */
int regex_compile(struct regex **out, struct str pattern, struct error *err)
	MUST_CHECK;
void regex_free(struct regex *re);

/* 1: the slice *start to *end, never empty, is the first from `from` on;
 * 0: none is; -1: it took too long. */
int regex_find(struct regex *re, struct str text, size_t from, size_t *start,
	       size_t *end, struct error *err) MUST_CHECK;

#endif
