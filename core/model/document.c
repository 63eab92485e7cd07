/* SPDX-License-Identifier: MIT */
/* Reading a file of a journal, whatever kind it is. */
#include "core/model/document.h"

#include <string.h>

#include "core/base/ascii.h"
#include "core/base/path.h"
#include "core/model/document_links.h"
#include "core/model/document_passages.h"
#include "core/model/link_names.h"
#include "core/text/frontmatter.h"

static const struct {
	enum document_kind kind;
	const char *folder;
} kinds[] = {
	{ DOCUMENT_ENTRY, "log/" },
	{ DOCUMENT_NOTE, "notes/" },
	{ DOCUMENT_PLAN, "plans/" },
};

static bool is_text_suffix(struct str suffix)
{
	static const char *const suffixes[] = { ".md", ".markdown", ".txt",
						".org" };

	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (str_eq_nocase(suffix, str_of(suffixes[i])))
			return true;
	return false;
}

/* A file or a folder whose name begins with a dot is hidden from us. */
static bool is_hidden(struct str path)
{
	return str_starts(path, ".") ||
	       str_find_str(path, STR("/.")) < path.len;
}

enum document_kind document_kind(struct str path)
{
	struct str suffix = path_suffix(path);

	if (is_hidden(path))
		return DOCUMENT_OTHER;
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++) {
		if (!str_starts(path, kinds[i].folder))
			continue;
		if (is_text_suffix(suffix) ||
		    (!suffix.len && kinds[i].kind == DOCUMENT_NOTE))
			return kinds[i].kind;
	}
	return DOCUMENT_OTHER;
}

bool document_has_html(const char *path)
{
	struct str suffix = path_suffix(str_of(path));

	return str_eq_nocase(suffix, STR(".md")) ||
	       str_eq_nocase(suffix, STR(".markdown"));
}

/* What the front matter of any document may say; a note's body. */
static void read_front_matter(struct document *doc, struct str file,
			      struct arena *mem)
{
	struct error err = ERROR_INIT;

	if (entry_parse(&doc->entry, doc->path, file, mem, &err) &&
	    doc->kind == DOCUMENT_ENTRY)
		doc->complaint = arena_strdup(mem, err.text);
	doc->id = doc->entry.id;
	doc->day = entry_day(&doc->entry);
	doc->private = doc->entry.private;
	doc->tags = doc->entry.tags;
	doc->ntags = doc->entry.ntags;
}

/*
 * Two rules around some lines look like front matter; if they are none, they
 * are a part of the note.
 */
static struct str note_body(struct document *doc, struct str file,
			    struct arena *mem)
{
	struct error err = ERROR_INIT;
	struct frontmatter fm;
	struct str title;

	if (frontmatter_parse(&fm, file, mem, &err)) {
		doc->complaint = arena_strdup(mem, err.text);
		return fm.unclosed ? fm.body : file;
	}
	title = str_trim(frontmatter_get(&fm, "title"));
	if (title.len)
		doc->title = arena_strndup(mem, title.s, title.len);
	return fm.body;
}

static void add_entry_title(struct document *doc, struct arena *mem)
{
	AUTO(strbuf) title = STRBUF_INIT;

	entry_add_title(&title, &doc->entry);
	doc->title = arena_strndup(mem, title.buf, title.len);
}

/* A dash joins, where it stands at a number: "2022-07-04", "az-104". */
static bool is_blank_of_name(struct str name, size_t at)
{
	if (name.s[at] == '_')
		return true;
	return name.s[at] == '-' && str_find(name, ' ') == name.len &&
	       !(at && ascii_is_digit(name.s[at - 1])) &&
	       !(at + 1 < name.len && ascii_is_digit(name.s[at + 1]));
}

/* "aws/event-bridge_notes": "event bridge notes". */
static const char *readable_name(const char *id, struct arena *mem)
{
	struct str name = path_basename(str_of(id));
	AUTO(strbuf) out = STRBUF_INIT;

	for (size_t i = 0; i < name.len; i++) {
		bool blank = is_blank_of_name(name, i) || name.s[i] == ' ';

		if (!blank)
			strbuf_addch(&out, name.s[i]);
		else if (out.len && out.buf[out.len - 1] != ' ')
			strbuf_addch(&out, ' ');
	}
	return out.len ? arena_strdup(mem, out.buf) : id;
}

static void add_note_title(struct document *doc, struct arena *mem)
{
	if (doc->title)
		return;
	doc->title = readable_name(doc->id, mem);
	doc->title_is_name = true;
}

unsigned document_lines_above(struct str front)
{
	unsigned lines = 0;

	for (size_t i = 0; i < front.len; i++)
		lines += front.s[i] == '\n';
	return lines;
}

static unsigned line_of(struct str file, struct str body)
{
	return document_lines_above(str_upto(file, file.len - body.len)) + 1;
}

void document_parse_head(struct document *out, const char *path,
			 struct str file, struct arena *mem)
{
	*out = (struct document){ .path = arena_strdup(mem, path),
				  .kind = document_kind(str_of(path)) };
	read_front_matter(out, file, mem);
}

/* All of a document whose head has been read. */
static void parse_rest(struct document *out, struct str file,
		       struct arena *mem)
{
	struct str body;

	if (out->kind == DOCUMENT_ENTRY) {
		add_entry_title(out, mem);
		body = out->entry.body;
	} else {
		body = note_body(out, file, mem);
	}
	out->aliases = link_aliases(str_upto(file, file.len - body.len), mem,
				    &out->naliases);
	document_add_passages(out, body, line_of(file, body), mem);
	document_add_head_links(out, str_upto(file, file.len - body.len), mem);
	if (out->kind != DOCUMENT_ENTRY)
		add_note_title(out, mem);
}

void document_parse(struct document *out, const char *path, struct str file,
		    struct arena *mem)
{
	document_parse_head(out, path, file, mem);
	parse_rest(out, file, mem);
}

void document_parse_shown(struct document *out, const char *path,
			  struct str file, struct arena *mem)
{
	document_parse_head(out, path, file, mem);
	out->open_hides = true;
	parse_rest(out, file, mem);
}

void document_parse_names(struct document *out, const char *path,
			  struct str file, struct arena *mem)
{
	document_parse_head(out, path, file, mem);
	out->untold = out->kind != DOCUMENT_PLAN;
	parse_rest(out, file, mem);
}

void document_parse_texts(struct document *out, const char *path,
			  struct str file, struct str body,
			  struct arena *mem)
{
	*out = (struct document){ .path = path,
				  .kind = document_kind(str_of(path)) };
	out->entry.front = str_upto(file, file.len - body.len);
	document_add_texts(out, body, line_of(file, body), mem);
}
