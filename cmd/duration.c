/* SPDX-License-Identifier: MIT */
/* Hours and minutes, read and written. */
#include "cmd/duration.h"

#include "core/base/limits.h"
#include "core/model/study_span.h"
#include "core/text/unicode.h"

#define DURATION_BYTES 80	/* of a time in words */

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
			 "'%.*s' is no time between a minute and a day; write "
			 "it like 90, 1h30, 1:30 or 1.5h",
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
	return str_to_uint(s, after_hours ? 59 : LIMIT_MINUTES, out);
}

/* "1h30", "1:30", "90"; 0: it is none of these. */
static int parse_short(struct str s)
{
	size_t end = find_hours(s);
	bool has_hours = end < s.len;
	unsigned hours = 0, rest;

	if (has_hours) {
		if (str_to_uint(str_upto(s, end), LIMIT_MINUTES / 60, &hours) ||
		    (s.s[end] == ':' && s.len - end != 3))
			return 0;
		s = str_from(s, end + 1);
	}
	return parse_minutes(s, has_hours, &rest) ? 0 : (int)(hours * 60 + rest);
}

/* "1.5 hours", "90 min", "1 h 30", as in a text. */
static int parse_words(struct str s)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	int minutes;

	unicode_add_folded(&folded, s);
	s = strbuf_slice(&folded);
	minutes = study_span_take(&s, MEASURE_NONE);
	return str_trim(s).len ? 0 : minutes;
}

int duration_parse(int *minutes, struct str text, struct error *err)
{
	struct str s = str_trim(text);

	*minutes = parse_short(s);
	if (!*minutes && s.len <= DURATION_BYTES)
		*minutes = parse_words(s);
	return *minutes >= 1 && *minutes <= LIMIT_MINUTES ? 0 :
							     refuse(text, err);
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
