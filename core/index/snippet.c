/* SPDX-License-Identifier: MIT */
/* The piece of a passage that shows what was found in it. */
#include "core/index/snippet.h"

/* In bytes, and how much of it stands before the words found. */
#define SNIPPET 200
#define SNIPPET_BEFORE 60

/* Bytes of a text. */
struct range {
	size_t start, end;
};

static bool is_boundary(struct str text, size_t at)
{
	return !at || at >= text.len || text.s[at - 1] == ' ' ||
	       text.s[at - 1] == '\n';
}

static bool is_within_character(struct str text, size_t at)
{
	return at < text.len && ((unsigned char)text.s[at] & 0xc0) == 0x80;
}

/* From the beginning of a word that was found to the end of another one. */
struct stretch {
	size_t start, end;
	size_t words;	/* different ones */
};

/* As far as there are more words in reach. */
static struct stretch stretch_from(const struct findings *f, size_t first)
{
	const struct found *all = f->items;
	struct stretch s = { all[first].start, all[first].end, 0 };
	uint64_t seen = 0, word;

	for (size_t i = first; i < f->count &&
			       all[i].end - s.start <= SNIPPET; i++) {
		word = (uint64_t)1 << (all[i].word < 63 ? all[i].word : 63);
		if (seen & word)
			continue;
		seen |= word;
		s.words++;
		s.end = all[i].end;
	}
	return s;
}

static struct stretch best_stretch(const struct findings *f)
{
	struct stretch best = { 0, 0, 0 };

	for (size_t i = 0; i < f->count && best.words < f->different; i++) {
		struct stretch s = stretch_from(f, i);

		if (!i || s.words > best.words)
			best = s;
	}
	return best;
}

/* What to show of a text; so much that all of the stretch is in it. */
static struct range window(struct str text, const struct findings *f)
{
	struct stretch s = best_stretch(f);
	size_t length = s.end - s.start, before = SNIPPET_BEFORE;
	struct range w = { 0, text.len };

	if (text.len <= SNIPPET)
		return w;
	if (length + before > SNIPPET)
		before = length < SNIPPET ? SNIPPET - length : 0;
	if (s.start > before)
		w.start = s.start - before;
	while (w.start < s.start && !is_boundary(text, w.start))
		w.start++;
	if (text.len - w.start <= SNIPPET)
		return w;
	w.end = w.start + SNIPPET;
	while (w.end > s.end && w.end > w.start + SNIPPET / 2 &&
	       !is_boundary(text, w.end))
		w.end--;
	if (w.end <= w.start + SNIPPET / 2 && !is_boundary(text, w.end))
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

static void add_clean(struct strbuf *out, struct str text, struct range range,
		      bool code)
{
	for (size_t i = range.start; i < range.end && i < text.len; i++) {
		char c = text.s[i];

		if ((unsigned char)c < ' ' && !(code && c == '\n'))
			c = ' ';
		strbuf_addch(out, c);
	}
}

static void add_marked(struct strbuf *out, struct str text, struct range w,
		       const struct findings *f, bool code)
{
	size_t at = w.start;

	for (size_t i = 0; i < f->count && f->items[i].end <= w.end; i++) {
		if (f->items[i].start < at)
			continue;
		add_clean(out, text, (struct range){ at, f->items[i].start },
			  code);
		at = f->items[i].start;
		strbuf_addch(out, '\x01');
		add_clean(out, text, (struct range){ at, f->items[i].end },
			  code);
		strbuf_addch(out, '\x02');
		at = f->items[i].end;
	}
	add_clean(out, text, (struct range){ at, w.end }, code);
}

const char *snippet_make(struct str text, const struct findings *f, bool code,
			 struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;
	struct range w = window(text, f);

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
