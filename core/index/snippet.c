/* SPDX-License-Identifier: MIT */
/* The piece of a passage that shows what was found in it. */
#include "core/index/snippet.h"

/* In bytes, and how much of it stands before the first word found. */
#define SNIPPET 200
#define SNIPPET_BEFORE 60

static bool is_boundary(struct str text, size_t at)
{
	return !at || at >= text.len || text.s[at - 1] == ' ' ||
	       text.s[at - 1] == '\n';
}

static bool is_within_character(struct str text, size_t at)
{
	return at < text.len && ((unsigned char)text.s[at] & 0xc0) == 0x80;
}

static struct found window(struct str text, const struct findings *f)
{
	size_t first = f->count ? f->items[0].start : 0;
	struct found w = { 0, text.len };

	if (text.len <= SNIPPET)
		return w;
	if (first > SNIPPET_BEFORE)
		w.start = first - SNIPPET_BEFORE;
	while (w.start < first && !is_boundary(text, w.start))
		w.start++;
	if (text.len - w.start <= SNIPPET)
		return w;
	w.end = w.start + SNIPPET;
	while (w.end > w.start + SNIPPET / 2 && !is_boundary(text, w.end))
		w.end--;
	if (!is_boundary(text, w.end))
		w.end = w.start + SNIPPET;
	while (is_within_character(text, w.end))
		w.end++;
	return w;
}

/* Where the line begins, if that is near. */
static size_t line_start(struct str text, size_t at)
{
	size_t start = at;

	while (start && text.s[start - 1] != '\n')
		start--;
	return at - start <= SNIPPET_BEFORE ? start : at;
}

static void add_clean(struct strbuf *out, struct str text, struct found range,
		      bool code)
{
	for (size_t i = range.start; i < range.end && i < text.len; i++) {
		char c = text.s[i];

		if ((unsigned char)c < ' ' && !(code && c == '\n'))
			c = ' ';
		strbuf_addch(out, c);
	}
}

static void add_marked(struct strbuf *out, struct str text, struct found w,
		       const struct findings *f, bool code)
{
	size_t at = w.start;

	for (size_t i = 0; i < f->count && f->items[i].end <= w.end; i++) {
		if (f->items[i].start < at)
			continue;
		add_clean(out, text, (struct found){ at, f->items[i].start },
			  code);
		strbuf_addch(out, '\x01');
		add_clean(out, text, f->items[i], code);
		strbuf_addch(out, '\x02');
		at = f->items[i].end;
	}
	add_clean(out, text, (struct found){ at, w.end }, code);
}

const char *snippet_make(struct str text, const struct findings *f, bool code,
			 struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct found w = window(text, f);

	if (code)
		w.start = line_start(text, w.start);
	if (w.start)
		strbuf_addstr(&out, text.s[w.start - 1] == '\n' && code ?
						  "…\n" : "…");
	add_marked(&out, text, w, f, code);
	if (w.end < text.len) {
		while (out.len && (unsigned char)out.buf[out.len - 1] <= ' ' &&
		       out.buf[out.len - 1] != '\x02')
			strbuf_truncate(&out, out.len - 1);
		strbuf_addstr(&out, "…");
	}
	return arena_strndup(mem, out.buf, out.len);
}
