/* SPDX-License-Identifier: MIT */
/* Checks of where links lead: other notes, files of the journal, outside. */
#include "core/model/check_rows.h"

#include <string.h>

#include "core/base/path.h"
#include "core/text/frontmatter.h"
#include "core/text/markdown_lines.h"
#include "core/text/wikilink.h"

#define CANDIDATES_TOLD 3
#define LOOKED_MAX 1000	/* links of a block whose place is looked up */
#define NEAR_MAX 500	/* bytes of a line before and behind a link */

/* --- names --------------------------------------------------------------- */

static struct str title_of(const struct check_file *file, struct arena *mem)
{
	struct error err = ERROR_INIT;
	struct frontmatter fm;

	if (frontmatter_parse(&fm, file->bytes, mem, &err))
		return STR("");
	return str_trim(frontmatter_get(&fm, "title"));
}

static const char **headings_of(const struct check_file *file,
				struct arena *mem, size_t *count)
{
	const char **out = arena_alloc(mem, (file->blocks.count + 1) *
						    sizeof(*out));

	*count = 0;
	for (size_t i = 0; i < file->blocks.count; i++)
		if (file->blocks.blocks[i].kind == MARKDOWN_HEADING)
			out[(*count)++] =
				arena_str(mem, file->blocks.blocks[i].text).s;
	return out;
}

void check_names_add(struct link_names *n, const struct check_file *file,
		     struct arena *mem)
{
	struct link_document doc = { .path = file->path,
				     .is_entry = file->entry };
	AUTO(strbuf) title = STRBUF_INIT;

	doc.aliases = link_aliases(file->bytes, mem, &doc.naliases);
	doc.headings = headings_of(file, mem, &doc.nheadings);
	if (file->entry)
		entry_add_title(&title, file->entry);
	else
		strbuf_addslice(&title, title_of(file, mem));
	doc.title = arena_str(mem, strbuf_slice(&title)).s;
	link_names_add(n, &doc);
	if (file->entry && file->entry->log)
		link_names_add_path(n, str_of(arena_printf(
			mem, ".hecto/logs/%s", file->entry->log)));
}

/* --- [[links]] ----------------------------------------------------------- */

static const char *ambiguous_why(struct findings *f,
				 const struct link_names *n,
				 const struct link_name *several,
				 struct str target)
{
	AUTO(strbuf) paths = STRBUF_INIT;

	for (size_t i = 0; i < several->count && i < CANDIDATES_TOLD; i++)
		strbuf_addf(&paths, "%s'%s'", i ? ", " : "",
			    n->documents[several->documents[i]].path);
	return arena_printf(f->mem, "%zu documents are called '%.*s': %s%s",
			    several->count, (int)target.len, target.s,
			    paths.buf,
			    several->count > CANDIDATES_TOLD ? " ..." : "");
}

/* "![[plan.png]]": nobody can write that as a note. */
static bool names_file(const struct wikilink *w)
{
	return link_kind_of_wiki(w->target, w->embed) != LINK_NOTE;
}

/* What is wrong with the link, or NULL. */
static const char *wikilink_why(struct findings *f,
				const struct check_file *file,
				const struct wikilink *w)
{
	struct link_found found = link_find_wiki(file->names, file->path,
						 w->name);
	struct str heading = link_heading_part(w->name);

	if (found.end == LINK_NOWHERE)
		return arena_printf(f->mem, "there is no %s '%.*s'",
				    names_file(w) ? "file" : "note",
				    (int)w->target.len, w->target.s);
	if (found.end == LINK_AMBIGUOUS)
		return ambiguous_why(f, file->names, &found.several, w->target);
	if (!found.no_heading)
		return NULL;
	return arena_printf(f->mem, "there is no heading '%.*s' in that note",
			    (int)heading.len, heading.s);
}

static bool is_line_end(char c)
{
	return c == '\n' || c == '\r';
}

/* The line of `text` that the link stands in, or what is near it. */
static struct str line_around(struct str text, struct str link)
{
	size_t from = (size_t)(link.s - text.s), to = from + link.len;
	size_t least = from > NEAR_MAX ? from - NEAR_MAX : 0;

	while (from > least && !is_line_end(text.s[from - 1]))
		from--;
	while (to < text.len && to - from < 2 * (size_t)NEAR_MAX &&
	       !is_line_end(text.s[to]))
		to++;
	return str_upto(str_from(text, from), to - from);
}

/*
 * Has the text of the block the link outside of code?  What is code, over
 * several lines too, or a comment, the reader of Markdown has found out.
 */
static bool is_in_prose(const struct markdown_block *b,
			const struct wikilink *w)
{
	const char *from = w->whole.s + w->embed;
	struct str link = { from,
			    (size_t)(w->name.s + w->name.len - from) };
	size_t at = 0;

	for (size_t i = 0; i <= b->ncode; i++) {
		size_t end = i < b->ncode ? b->code[i].from : b->text.len;
		struct str prose = str_from(str_upto(b->text, end), at);

		if (str_find_str(prose, link) < prose.len)
			return true;
		at = i < b->ncode ? b->code[i].to : end;
	}
	return false;
}

static void check_block(struct findings *f, const struct check_file *file,
			const struct markdown_block *b)
{
	struct wikilink_walk walk = { .rest = b->raw };
	size_t looked = 0;
	struct wikilink w;

	while (wikilink_next(&walk, &w)) {
		const char *why = wikilink_why(f, file, &w);

		if (why && (looked++ >= LOOKED_MAX || is_in_prose(b, &w)))
			findings_add(f, file->path,
				     file->body_line + b->line - 2 + w.line,
				     line_around(b->raw, w.whole), why,
				     names_file(&w) ?
				     "correct the link, or put the file there" :
				     "correct the link, or write the note");
	}
}

void check_links(struct findings *f, const struct check_file *file)
{
	if (!file->names || file->foreign)
		return;
	for (size_t i = 0; i < file->blocks.count; i++) {
		const struct markdown_block *b = &file->blocks.blocks[i];

		if (b->kind != MARKDOWN_CODE && b->kind != MARKDOWN_HTML)
			check_block(f, file, b);
	}
}

/* --- files --------------------------------------------------------------- */

/* "/x" is the top of a site whose top we do not know. */
bool check_resolve(struct strbuf *out, const char *path, struct str url)
{
	return !str_starts(url, "/") &&
	       link_path(out, path_dirname(str_of(path)), url);
}

/* A folder is there when a file in it is; that is not looked at. */
static bool is_there(const struct link_names *n, struct str path)
{
	return !path_suffix(path).len || strset_has(&n->paths, path);
}

/* Is it one of the files that an entry stood beside, and came with, or one
 * that is a day here? */
static bool is_beside(const struct check_file *file, struct str url)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) log = STRBUF_INIT;
	struct str folder;

	if (!file->names || !file->entry || !file->entry->imported_folder ||
	    str_starts(url, "/"))
		return false;
	folder = str_of(file->entry->imported_folder);
	if (link_path(&path, folder, url) &&
	    is_there(file->names, strbuf_slice(&path)))
		return true;
	return link_log_path(&log, folder, url) &&
	       strset_has(&file->names->paths, strbuf_slice(&log));
}

/* Append where a link leads when there is nothing. */
static bool leads_nowhere(struct strbuf *path, const struct check_file *file,
			  const struct markdown_link *link)
{
	if (file->foreign && !link->image)
		return false;
	return check_resolve(path, file->path, link->url) &&
	       !is_there(file->names, strbuf_slice(path)) &&
	       !is_beside(file, link->url);
}

/* "www.example.org", "example.com/x": an address without its scheme. */
static bool is_bare_address(struct str url)
{
	static const char *const ends[] = {
		".com", ".org", ".net", ".edu", ".gov", ".io", ".dev", ".app",
		".co", ".me", ".ai",
	};
	struct str host = str_upto(url, str_find(url, '/'));

	if (str_starts_nocase(host, "www."))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(ends); i++)
		if (str_eq_nocase(path_suffix(host), str_of(ends[i])))
			return true;
	return false;
}

static void report_missing(struct findings *f, const struct check_file *file,
			   const struct markdown_link *link, const char *path,
			   size_t more)
{
	const char *why = link->image ? "the image is not there" :
					"the file is not there";

	if (!more && is_bare_address(link->url)) {
		findings_add(f, file->path, link->line + file->body_line - 1,
			     link->url, "an address without https:// is taken "
			     "for a file", "write https:// before it");
		return;
	}
	if (more)
		why = arena_printf(f->mem, "this image and %zu more are not "
				   "there", more);
	findings_add(f, file->path, link->line + file->body_line - 1, link->url,
		     why, arena_printf(f->mem, "put it at '%s', or correct the "
				       "link", path));
}

/* Of a file from elsewhere the images are told at once: all of them may have
 * been left behind. */
void check_files(struct findings *f, const struct check_file *file)
{
	const struct markdown_link *first = NULL;
	AUTO(strbuf) first_path = STRBUF_INIT;
	size_t count = 0;

	for (size_t i = 0; file->names && i < file->blocks.nlinks; i++) {
		const struct markdown_link *link = &file->blocks.links[i];
		AUTO(strbuf) path = STRBUF_INIT;

		if (!leads_nowhere(&path, file, link))
			continue;
		if (!file->foreign) {
			report_missing(f, file, link, path.buf, 0);
		} else if (!count++) {
			first = link;
			strbuf_addslice(&first_path, strbuf_slice(&path));
		}
	}
	if (first)
		report_missing(f, file, first, first_path.buf, count - 1);
}

/* --- outside ------------------------------------------------------------- */

static bool is_place_of_one_machine(struct str url)
{
	static const char *const starts[] = { "file:", "/home/", "/Users/",
					      "/tmp/", "~/" };

	for (size_t i = 0; i < ARRAY_SIZE(starts); i++)
		if (str_starts_nocase(url, starts[i]))
			return true;
	return url.len > 2 && url.s[1] == ':' &&
	       (url.s[2] == '\\' || url.s[2] == '/');
}

/* Does it climb out of the journal? */
static bool climbs_out(const struct check_file *file, struct str url)
{
	AUTO(strbuf) path = STRBUF_INIT;

	return !file->foreign && str_starts(url, "..") &&
	       !check_resolve(&path, file->path, url) &&
	       !is_beside(file, url);
}

void check_outside(struct findings *f, const struct check_file *file)
{
	for (size_t i = 0; i < file->blocks.nlinks; i++) {
		const struct markdown_link *link = &file->blocks.links[i];

		if (!is_place_of_one_machine(link->url) &&
		    !climbs_out(file, link->url))
			continue;
		findings_add(f, file->path, link->line + file->body_line - 1,
			     link->url, "the link leads out of the journal",
			     "copy the file into the journal and link that");
	}
}
