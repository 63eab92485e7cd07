/* SPDX-License-Identifier: MIT */
/* Hours and minutes, read and written. */
#include "cmd/duration.h"

#include "core/base/limits.h"

/* Read though it is too much for a day, to be told so. */
#define MOST_READ 999999

/* Where hours end: "h", "H" or ":"; or the length when there are none. */
static size_t find_hours(struct str s)
{
	size_t at = 0;

	while (at < s.len && s.s[at] >= '0' && s.s[at] <= '9')
		at++;
	if (at < s.len && (s.s[at] == 'h' || s.s[at] == 'H' || s.s[at] == ':'))
		return at;
	return s.len;
}

static int refuse(struct str text, struct error *err)
{
	return error_set(err, ERROR_USAGE,
			 "cannot read '%.*s' as a time; write it like 90, 1h30 "
			 "or 1:30",
			 (int)str_upto(text, 40).len, text.s ? text.s : "");
}

/* "90", "30m", and nothing where hours came before. */
static int parse_minutes(struct str s, bool after_hours, unsigned *out)
{
	*out = 0;
	if (s.len && (s.s[s.len - 1] == 'm' || s.s[s.len - 1] == 'M'))
		s.len--;
	else if (!s.len && after_hours)
		return 0;
	return str_to_uint(s, after_hours ? 59 : MOST_READ, out);
}

int duration_parse(int *minutes, struct str text, struct error *err)
{
	struct str s = str_trim(text);
	size_t end = find_hours(s);
	unsigned hours = 0, rest;

	if (end < s.len) {
		if (str_to_uint(str_upto(s, end), LIMIT_MINUTES / 60, &hours) ||
		    (s.s[end] == ':' && s.len - end != 3))
			return refuse(text, err);
		s = str_from(s, end + 1);
		if (parse_minutes(s, true, &rest))
			return refuse(text, err);
	} else if (parse_minutes(s, false, &rest)) {
		return refuse(text, err);
	}
	*minutes = (int)(hours * 60 + rest);
	if (*minutes < 1 || *minutes > LIMIT_MINUTES)
		return error_set(err, ERROR_USAGE,
				 "'%.*s' is not between a minute and a day",
				 (int)str_upto(text, 40).len, text.s);
	return 0;
}

void duration_add(struct strbuf *out, int minutes)
{
	if (minutes < 60) {
		strbuf_addf(out, "%d min", minutes);
		return;
	}
	strbuf_addf(out, "%d h", minutes / 60);
	if (minutes % 60)
		strbuf_addf(out, " %d min", minutes % 60);
}
