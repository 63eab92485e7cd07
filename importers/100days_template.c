/* SPDX-License-Identifier: MIT */
/* What the challenge's own template has, and no author wrote. */
#include "importers/100days.h"

#include <ctype.h>
#include <string.h>

static bool is_label_line(struct str s)
{
	size_t words = 1;

	if (!s.len)
		return true;
	if (s.s[0] == '#' || str_starts(s, "<!--") || str_is(s, "-->"))
		return true;
	if (s.len > 80)
		return false;
	for (size_t i = 0; i < s.len; i++)
		words += s.s[i] == ' ';
	while (s.len && strchr("*_ ", s.s[s.len - 1]))
		s.len--;
	return words <= 10 && s.len && s.s[s.len - 1] == ':';
}

/* "1. [title](url)", "-": nothing that the author said. */
static bool is_bare_item(struct str s)
{
	while (s.len && (isdigit((unsigned char)s.s[0]) ||
			 strchr("-*+.) \t", s.s[0])))
		s = str_from(s, 1);
	return !s.len || (s.s[0] == '[' && s.s[s.len - 1] == ')' &&
			  str_find_str(s, STR("](")) < s.len);
}

bool daylog_body_is_template(struct str body)
{
	size_t at = 0, next;

	for (; at < body.len; at = next) {
		size_t end = daylog_line_end(body, at, &next);
		struct str line = str_trim((struct str){ body.s + at,
							 end - at });

		if (!is_label_line(line) && !is_bare_item(line))
			return false;
	}
	return true;
}

/* "June 27, Monday", without a year. */
static bool has_first_date(const struct daylog_header *h)
{
	const struct daylog_date *d = h->ndates ? &h->dates[0] : NULL;

	return d && d->month == 6 && d->day == 27 && !d->year &&
	       d->weekday == 1;
}

/*
 * "February 30" of a Day 0 or 1, or "June 27, Monday" beside another Day 1: the
 * dates of the challenge's own template, which is in many languages.  Of a
 * later day, or of a log that has dates alone, February 30 is a slip of the
 * pen, and what was done is still there.
 */
bool daylog_has_template_date(const struct daylog_header *h, bool other_first)
{
	const struct daylog_date *d = h->ndates ? &h->dates[0] : NULL;

	if (!d)
		return false;
	if (d->month == 2 && d->day == 30)
		return h->nnumbers ? h->numbers[0] <= 1 : h->labelled;
	return has_first_date(h) && h->nnumbers && h->numbers[0] == 1 &&
	       other_first;
}

/* "(delete me or comment me out)" stands under the header. */
bool daylog_asks_to_be_deleted(struct str body)
{
	static const char *const requests[] = { "(delete me", "(remove me" };
	struct str text = str_upto(str_trim_left(body), 200);

	while (text.len && strchr("#* _", text.s[0]))
		text = str_from(text, 1);
	for (size_t i = 0; i < ARRAY_SIZE(requests); i++)
		if (str_starts_nocase(text, requests[i]))
			return true;
	return false;
}

static bool has(struct str body, const char *words)
{
	return str_find_str(body, str_of(words)) < body.len;
}

/* What the examples of the template have in whatever language it is. */
bool daylog_is_example(const struct daylog_header *h, struct str body)
{
	if (has_first_date(h))
		return has(body, "/find-the-longest-word-in-a-string") &&
		       has(body, "/title-case-a-sentence");
	return !h->ndates && h->round && has(body, "OpenWeather") &&
	       (has(body, "//www.example.com") ||
		has(body, "//www.exemple.com"));
}
