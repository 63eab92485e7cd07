/* SPDX-License-Identifier: MIT */
/* Reading comma-separated values as slices. */
#include "core/text/csv.h"

#include <string.h>

#include "core/base/strbuf.h"

#define GUESS_RECORDS 20
#define GUESS_BYTES ((size_t)64 << 10)

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* Step over a line end, of one byte or two, and count it. */
static void skip_line_end(struct csv_reader *r)
{
	if (r->at >= r->input.len)
		return;
	r->line++;
	if (r->input.s[r->at] == '\r' && r->at + 1 < r->input.len &&
	    r->input.s[r->at + 1] == '\n')
		r->at++;
	r->at++;
}

/* Where the field ends that has no quote in front. */
static size_t bare_end(const struct csv_reader *r, bool last)
{
	size_t end = r->at;

	while (end < r->input.len && !is_line_end(r->input.s[end]) &&
	       (last || r->input.s[end] != r->separator))
		end++;
	return end;
}

/* The quote that closes the field, or the end of the input. */
static size_t closing_quote(struct csv_reader *r, bool *doubled)
{
	size_t i = r->at + 1;

	for (; i < r->input.len; i++) {
		char c = r->input.s[i];

		if (c == '"' && i + 1 < r->input.len &&
		    r->input.s[i + 1] == '"') {
			*doubled = true;
			i++;
		} else if (c == '"') {
			return i;
		}
	}
	if (!r->unclosed)
		r->unclosed = r->line;
	return i;
}

static unsigned count_lines(struct str s)
{
	unsigned lines = 0;

	for (size_t i = 0; i < s.len; i++)
		lines += s.s[i] == '\n' ||
			 (s.s[i] == '\r' &&
			  (i + 1 == s.len || s.s[i + 1] != '\n'));
	return lines;
}

/* The inside of quotes, doubled ones as one, and what stands behind them. */
static struct str unquoted(struct str inside, struct str behind,
			   struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < inside.len; i++) {
		strbuf_addch(&out, inside.s[i]);
		if (inside.s[i] == '"')
			i++;
	}
	strbuf_addslice(&out, behind);
	return arena_str(mem, strbuf_slice(&out));
}

static struct str quoted_field(struct csv_reader *r, bool last,
			       struct arena *mem)
{
	bool doubled = false;
	size_t from = r->at + 1, close = closing_quote(r, &doubled), end;
	struct str inside = { r->input.s + from, close - from }, behind;

	r->line += count_lines(inside);
	r->at = close < r->input.len ? close + 1 : close;
	end = bare_end(r, last);
	behind = (struct str){ r->input.s + r->at, end - r->at };
	r->at = end;
	if (!doubled && !behind.len)
		return inside;
	return unquoted(inside, behind, mem);
}

static struct str read_field(struct csv_reader *r, bool last,
			     struct arena *mem)
{
	size_t from = r->at;

	if (from < r->input.len && r->input.s[from] == '"')
		return quoted_field(r, last, mem);
	r->at = bare_end(r, last);
	return (struct str){ r->input.s + from, r->at - from };
}

bool csv_next(struct csv_reader *r, struct csv_record *out, struct arena *mem)
{
	bool more = true;

	if (r->at >= r->input.len)
		return false;
	out->count = 0;
	out->line = r->line;
	while (more) {
		bool last = out->count + 1 == CSV_FIELDS_MAX;

		out->fields[out->count++] = read_field(r, last, mem);
		more = !last && r->at < r->input.len &&
		       r->input.s[r->at] == r->separator;
		r->at += more;
	}
	skip_line_end(r);
	return true;
}

bool csv_is_blank(const struct csv_record *record)
{
	for (size_t i = 0; i < record->count; i++)
		if (str_trim(record->fields[i]).len)
			return false;
	return true;
}

/* How many of the first records have as many fields, more than one, as the
 * first; and then, how many those are. */
static size_t evenness(const struct csv_reader *from, char separator)
{
	AUTO(arena) mem = ARENA_INIT;
	struct csv_reader r = *from;
	struct csv_record record;
	size_t first = 0, even = 0;

	r.input = str_upto(r.input, r.at + GUESS_BYTES);
	r.separator = separator;
	for (int i = 0; i < GUESS_RECORDS && csv_next(&r, &record, &mem); i++) {
		if (csv_is_blank(&record))
			continue;
		first = first ? first : record.count;
		even += first > 1 && record.count == first;
	}
	return even * CSV_FIELDS_MAX + first;
}

void csv_begin(struct csv_reader *r, struct str input)
{
	static const char separators[] = ",;\t|";
	size_t best = 0;

	*r = (struct csv_reader){ .input = input, .line = 1,
				  .separator = ',' };
	if (str_starts(input, "\xef\xbb\xbf"))
		r->at = 3;
	if (str_starts(str_from(input, r->at), "sep=") &&
	    r->at + 5 < input.len && is_line_end(input.s[r->at + 5])) {
		r->separator = input.s[r->at + 4];
		r->at += 5;
		skip_line_end(r);
		return;
	}
	for (const char *c = separators; *c; c++) {
		size_t even = evenness(r, *c);

		if (even > best) {
			best = even;
			r->separator = *c;
		}
	}
}
