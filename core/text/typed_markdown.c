/* SPDX-License-Identifier: MIT */
/* Text that was typed, as Markdown that says the same. */
#include "core/text/typed_markdown.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/attributes.h"
#include "core/text/code_span.h"
#include "core/text/markdown_html.h"

static char char_at(struct str s, size_t at)
{
	return at < s.len ? s.s[at] : '\0';
}

static bool is_fence(struct str line)
{
	line = str_trim_left(line);
	return str_starts(line, "```") || str_starts(line, "~~~");
}

static bool is_line_break(struct str text)
{
	return str_starts_nocase(text, "<br>") ||
	       str_starts_nocase(text, "<br/>") ||
	       str_starts_nocase(text, "<br />");
}

/* What is copied as it is from here on; 0: "<" begins HTML. */
static size_t kept_length(struct str text)
{
	size_t end;

	if (str_starts(text, "<!--")) {
		end = str_find_str(str_from(text, 4), STR("-->"));
		return end < text.len - 4 ? 4 + end + 3 : 0;
	}
	if (is_line_break(text) || html_is_address(text))
		return str_find(text, '>') + 1;
	return html_may_begin(text) ? 0 : 1;
}

/* "__init__", a name between underscores that Markdown takes for bold. */
static bool is_dunder(struct str text)
{
	size_t len = 2;

	if (!str_starts(text, "__") || !ascii_is_alnum(char_at(text, 2)))
		return false;
	while (len < text.len && (ascii_is_of_word(text.s[len]) ||
				  text.s[len] == '_'))
		len++;
	return len > 4 && text.s[len - 1] == '_' && text.s[len - 2] == '_';
}

static bool ends_word(struct str before)
{
	return before.len && (ascii_is_of_word(before.s[before.len - 1]) ||
			      before.s[before.len - 1] == '_');
}

/* How much at the front is copied with nothing added. */
static size_t step(struct str text)
{
	if (text.s[0] == '\\')
		return text.len > 1 ? 2 : 1;
	if (text.s[0] == '`')
		return code_span_length(text);
	return text.s[0] == '<' ? kept_length(text) : 1;
}

static void add_prose(struct strbuf *out, struct str text)
{
	struct str all = text;

	while (text.len) {
		size_t n = step(text);

		if (is_dunder(text) &&
		    !ends_word(str_upto(all, all.len - text.len))) {
			strbuf_addstr(out, "\\_\\_");
			text = str_from(text, 2);
			continue;
		}
		if (!n)
			strbuf_addch(out, '\\');
		n += !n;
		strbuf_addslice(out, str_upto(text, n));
		text = str_from(text, n);
	}
}

void typed_markdown_add(struct strbuf *out, struct str text)
{
	const char *prose = text.s;
	bool fenced = false;
	struct str line;

	while ((line = str_next_line(&text)).s) {
		if (!is_fence(line) && !fenced)
			continue;
		add_prose(out, (struct str){ prose, (size_t)(line.s - prose) });
		prose = text.len ? text.s : line.s + line.len;
		strbuf_add(out, line.s, (size_t)(prose - line.s));
		fenced ^= is_fence(line);
	}
	if (prose)
		add_prose(out, (struct str){ prose,
					     (size_t)(text.s - prose) });
}
