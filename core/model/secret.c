/* SPDX-License-Identifier: MIT */
/* Finding secrets in a text, and showing no more of them than is needed. */
#include "core/model/secret.h"

#include <string.h>

#include "core/model/secret_shapes.h"

#define SHOWN 4			/* characters of a secret that are shown */
#define KEY_LINE_LEAST 60	/* of the base64 of a key */

/* What no shape begins with need not be compared. */
static const bool may_begin[256] = {
	['A'] = true, ['a'] = true, ['B'] = true, ['b'] = true, ['d'] = true,
	['e'] = true, ['g'] = true, ['h'] = true, ['k'] = true, ['n'] = true,
	['p'] = true, ['r'] = true, ['S'] = true, ['s'] = true, ['x'] = true,
	[':'] = true, ['-'] = true,
};

/* The first secret from the front of `rest`, a part of `line`. */
static bool find_in_line(struct str before, struct str line, struct str rest,
			 struct secret *out)
{
	size_t from = (size_t)(rest.s - line.s);

	if (!from && secret_assigned_above(before, line, out))
		return true;

	for (size_t at = from; at < line.len; at++) {
		char c = line.s[at];

		if (c == '=' || c == ':') {
			if (secret_assigned_at(line, at, out))
				return true;
		}
		if (may_begin[(unsigned char)c] &&
		    secret_shape_at(line, at, out))
			return true;
	}
	return false;
}

/* An empty line, or the fence of a code block, parts no name from its value. */
static bool says_something(struct str line)
{
	line = str_trim(line);
	return line.len && !str_starts(line, "```") && !str_starts(line, "~~~");
}

static bool next_line(struct secret_scan *scan)
{
	struct str line = str_next_line(&scan->rest);

	scan->of_line = STR("");
	if (!line.s)
		return false;
	scan->line++;
	if (says_something(scan->in_line))
		scan->before = scan->in_line;
	scan->in_line = scan->of_line = str_trim_right(line);
	return true;
}

/* Looked for where a secret was found: most lines have none. */
static bool is_allowed(struct str line)
{
	return str_find_str(line, STR(SECRET_ALLOWED)) < line.len;
}

bool secret_next(struct secret_scan *scan, struct secret *out)
{
	for (;;) {
		if (scan->of_line.len &&
		    find_in_line(scan->before, scan->in_line, scan->of_line,
				 out) &&
		    !is_allowed(scan->in_line)) {
			size_t end = (size_t)(out->text.s - scan->in_line.s) +
				     out->text.len;

			scan->of_line = str_from(scan->in_line, end);
			out->in_line = scan->in_line;
			out->line = scan->line;
			return true;
		}
		if (!next_line(scan))
			return false;
	}
}

void secret_add_masked(struct strbuf *out, struct str text)
{
	strbuf_addslice(out, str_upto(text, SHOWN));
	strbuf_addf(out, "..., %zu characters", text.len);
}

/* The lines of a key are long ones of base64; nobody has to read them. */
static size_t key_run(struct str s)
{
	size_t n = 0;

	while (n < s.len && s.s[n] &&
	       strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
		      "0123456789+/=", s.s[n]))
		n++;
	return n;
}

static void add_without_keys(struct strbuf *out, struct str s)
{
	while (s.len) {
		size_t n = key_run(s);

		if (n >= KEY_LINE_LEAST) {
			strbuf_addslice(out, str_upto(s, SHOWN));
			strbuf_addstr(out, "...");
		} else {
			n += n < s.len;
			strbuf_addslice(out, str_upto(s, n));
		}
		s = str_from(s, n);
	}
}

static void add_line(struct strbuf *out, struct str before, struct str line)
{
	struct secret_scan scan = { .in_line = line, .of_line = line,
				    .before = before };
	struct secret found;
	struct str rest = line;

	while (secret_next(&scan, &found)) {
		size_t at = (size_t)(found.text.s - rest.s);

		add_without_keys(out, str_upto(rest, at));
		strbuf_addslice(out, str_upto(found.text, SHOWN));
		strbuf_addstr(out, "...");
		rest = str_from(rest, at + found.text.len);
	}
	add_without_keys(out, rest);
}

void secret_add_line(struct strbuf *out, struct str line)
{
	add_line(out, STR(""), line);
}

/* RFC 7468: what stands between the two lines is the key. */
static bool is_key_mark(struct str line, const char *which)
{
	size_t at = str_find_str(line, str_of(which));

	return at < line.len &&
	       str_find_str(str_from(line, at), STR("PRIVATE KEY")) <
		       line.len - at;
}

void secret_add_text(struct strbuf *out, struct str text)
{
	struct str before = STR("");
	bool in_key = false;

	while (text.len) {
		size_t end = str_find(text, '\n');
		struct str line = str_upto(text, end);
		bool cr = str_ends(line, "\r");

		line = str_upto(line, line.len - cr);
		in_key &= !is_key_mark(line, "-----END ");
		if (in_key)
			strbuf_addstr(out, "...");
		else
			add_line(out, before, line);
		if (says_something(line))
			before = line;
		in_key |= is_key_mark(line, "-----BEGIN ");
		strbuf_addstr(out, cr ? "\r" : "");
		strbuf_addstr(out, end < text.len ? "\n" : "");
		text = str_from(text, end + 1);
	}
}

struct str secret_without_marks(struct str text, struct arena *mem)
{
	const struct str mark = STR(SECRET_ALLOWED);
	AUTO(strbuf) out = STRBUF_INIT;
	struct str rest = text;
	size_t at = str_find_str(rest, mark);

	if (at == text.len)
		return text;
	for (; at < rest.len; at = str_find_str(rest, mark)) {
		size_t end = at;

		while (end && strchr(" \t", rest.s[end - 1]))
			end--;
		strbuf_addslice(&out, str_upto(rest, end));
		rest = str_from(rest, at + mark.len);
	}
	strbuf_addslice(&out, rest);
	return arena_str(mem, strbuf_slice(&out));
}
