/* SPDX-License-Identifier: MIT */
/* Checks of where links lead: other notes, files of the journal, outside. */
#include "core/model/check_rows.h"

#include <string.h>

#include "core/base/path.h"
#include "core/text/frontmatter.h"
#include "core/text/markdown_lines.h"
#include "core/text/unicode.h"

#define NAME_MAX_BYTES 500	/* of what is taken for a link */
#define AMBIGUOUS ((size_t)-1)	/* several files have the name */

void check_names_release(struct check_names *n)
{
	strset_release(&n->names);
	strset_release(&n->headings);
	strset_release(&n->paths);
}

/* --- names --------------------------------------------------------------- */

static void add_name(struct check_names *n, struct str name)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	size_t file;

	unicode_add_folded(&folded, str_trim(name));
	if (strset_get(&n->names, strbuf_slice(&folded), &file) &&
	    file != n->files)
		strset_put(&n->names, strbuf_slice(&folded), AMBIGUOUS);
	else
		strset_put(&n->names, strbuf_slice(&folded), n->files);
}

/* "7#" and the letters and digits of a heading: marks differ in links. */
static void add_heading_key(struct strbuf *out, size_t file, struct str heading)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	strbuf_addf(out, "%zu#", file);
	unicode_add_folded(&folded, heading);
	for (size_t i = 0; i < folded.len; i++) {
		unsigned char c = (unsigned char)folded.buf[i];

		if (c >= 0x80 || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9'))
			strbuf_addch(out, (char)c);
	}
}

static void add_heading(struct check_names *n, struct str heading)
{
	AUTO(strbuf) key = STRBUF_INIT;

	add_heading_key(&key, n->files, heading);
	strset_put(&n->headings, strbuf_slice(&key), 0);
}

static void add_front_matter_names(struct check_names *n,
				   const struct check_file *file)
{
	static const char *const keys[] = { "title", "aliases", "alias", "id" };
	AUTO(arena) mem = ARENA_INIT;
	struct error err = ERROR_INIT;
	struct frontmatter fm;

	if (frontmatter_parse(&fm, file->bytes, &mem, &err))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		const struct frontmatter_field *field =
			frontmatter_field(&fm, keys[i]);

		for (size_t k = 0; field && k < field->count; k++)
			add_name(n, field->values[k]);
	}
}

static struct str without_suffix(struct str path)
{
	return str_upto(path, path.len - path_suffix(path).len);
}

void check_names_add(struct check_names *n, const struct check_file *file)
{
	struct str path = str_of(file->path);
	bool titled = false;

	n->files++;
	add_name(n, without_suffix(path));
	add_name(n, path_stem(path));
	add_front_matter_names(n, file);
	for (size_t i = 0; i < file->blocks.count; i++) {
		const struct markdown_block *b = &file->blocks.blocks[i];

		if (b->kind != MARKDOWN_HEADING)
			continue;
		if (!titled)
			add_name(n, b->text);
		titled = true;
		add_heading(n, b->text);
	}
}

void check_names_add_path(struct check_names *n, struct str path)
{
	AUTO(strbuf) name = STRBUF_INIT;

	strset_put(&n->paths, path, 0);
	/* A link in double brackets has only the name of an attachment. */
	strbuf_addstr(&name, "/");
	unicode_add_folded(&name, path_basename(path));
	strset_put(&n->paths, strbuf_slice(&name), 0);
}

/* --- [[links]] ----------------------------------------------------------- */

struct wikilink {
	struct str target, heading;
};

/* "[[target#heading|alias]]" at the front of `s`. */
static bool wikilink_read(struct wikilink *out, struct str s)
{
	struct str inside = str_from(s, 2);
	size_t end, hash;

	/* No link is in another; and this way the search stays short. */
	inside = str_upto(inside, NAME_MAX_BYTES);
	inside = str_upto(inside, str_find_str(inside, STR("[[")) + 2);
	end = str_find_str(inside, STR("]]"));

	if (end >= inside.len || !end ||
	    str_starts(str_from(inside, end + 2), "("))
		return false;
	inside = str_upto(inside, end);
	/* In a table the bar is written "\|". */
	inside = str_upto(inside, str_find(inside, '|'));
	if (str_ends(inside, "\\"))
		inside = str_upto(inside, inside.len - 1);
	if (str_starts(inside, " ") || str_find(inside, '[') < inside.len ||
	    str_find(inside, '"') < inside.len)
		return false;
	hash = str_find(inside, '#');
	*out = (struct wikilink){ str_trim(str_upto(inside, hash)),
				  STR_NONE };
	while (hash < inside.len) {
		inside = str_from(inside, hash + 1);
		hash = str_find(inside, '#');
		out->heading = str_trim(str_upto(inside, hash));
	}
	return out->target.len || out->heading.len;
}

static bool find_name(const struct check_names *n, struct str name,
		      size_t *file)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	unicode_add_folded(&folded, str_trim(name));
	return strset_get(&n->names, strbuf_slice(&folded), file);
}

static bool is_attachment(const struct check_names *n, struct str target)
{
	AUTO(strbuf) name = STRBUF_INIT;

	strbuf_addstr(&name, "/");
	unicode_add_folded(&name, path_basename(target));
	return strset_has(&n->paths, strbuf_slice(&name));
}

static bool find_target(const struct check_names *n, struct str target,
			size_t *file)
{
	if (find_name(n, target, file) ||
	    find_name(n, path_basename(target), file))
		return true;
	if (str_ends(target, ".md") &&
	    find_name(n, path_stem(target), file))
		return true;
	*file = AMBIGUOUS;
	return is_attachment(n, target);
}

static const char *wikilink_why(struct findings *f,
				const struct check_file *file,
				const struct wikilink *link)
{
	struct str own = without_suffix(str_of(file->path));
	AUTO(strbuf) key = STRBUF_INIT;
	size_t to;

	if (!find_target(file->names, link->target.len ? link->target : own,
			 &to))
		return arena_printf(f->mem, "there is no note '%.*s'",
				    (int)link->target.len, link->target.s);
	if (!link->heading.len || str_starts(link->heading, "^") ||
	    to == AMBIGUOUS)
		return NULL;
	add_heading_key(&key, to, link->heading);
	if (strset_has(&file->names->headings, strbuf_slice(&key)))
		return NULL;
	return arena_printf(f->mem, "there is no heading '%.*s' in that note",
			    (int)link->heading.len, link->heading.s);
}

/* One line outside of code; what is between backquotes is code as well. */
static void check_line(struct findings *f, const struct check_file *file,
		       struct str line, unsigned number)
{
	bool code = false;

	for (size_t i = 0; i + 4 < line.len; i++) {
		struct str at = str_from(line, i);
		struct wikilink link;
		const char *why;

		code ^= line.s[i] == '`';
		if (code || !str_starts(at, "[[") || !wikilink_read(&link, at))
			continue;
		why = wikilink_why(f, file, &link);
		if (why)
			findings_add(f, file->path, number, line, why,
				     "correct the link, or write the note");
	}
}

void check_links(struct findings *f, const struct check_file *file)
{
	for (size_t i = 0; file->names && !file->foreign &&
			   i < file->blocks.count; i++) {
		const struct markdown_block *b = &file->blocks.blocks[i];
		struct str rest = b->raw, line;
		unsigned number = file->body_line + b->line - 1;

		if (b->kind == MARKDOWN_CODE || b->kind == MARKDOWN_HTML)
			continue;
		while ((line = markdown_next_line(&rest)).s)
			check_line(f, file, line, number++);
	}
}

/* --- files --------------------------------------------------------------- */

/* RFC 3986: a letter, then letters, digits, "+", "-", ".", then a colon. */
static bool has_scheme(struct str url)
{
	size_t n = 0;

	while (n < url.len && (((url.s[n] | 0x20) >= 'a' &&
				(url.s[n] | 0x20) <= 'z') ||
			       (n && strchr("+-.0123456789", url.s[n]))))
		n++;
	return n > 1 && str_starts(str_from(url, n), ":");
}

static int hex(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	c |= 0x20;
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static void add_decoded(struct strbuf *out, struct str s)
{
	for (size_t i = 0; i < s.len; i++) {
		int high = i + 2 < s.len ? hex(s.s[i + 1]) : -1;
		int low = i + 2 < s.len ? hex(s.s[i + 2]) : -1;

		if (s.s[i] != '%' || high < 0 || low < 0 || (!high && !low)) {
			strbuf_addch(out, s.s[i]);
			continue;
		}
		strbuf_addch(out, (char)(high * 16 + low));
		i += 2;
	}
}

/* Append the parts of `path`, with "." and ".." done; false: out of the top. */
static bool add_parts(struct strbuf *out, size_t top, struct str path)
{
	struct str part;

	while ((part = str_next_field(&path, '/')).s) {
		size_t at = out->len;

		if (!part.len || str_is(part, "."))
			continue;
		if (!str_is(part, "..")) {
			path_join_slice(out, part);
			continue;
		}
		if (at == top)
			return false;
		while (at > top && out->buf[at - 1] != '/')
			at--;
		strbuf_truncate(out, at > top ? at - 1 : top);
	}
	return true;
}

bool check_resolve(struct strbuf *out, const char *path, struct str url)
{
	AUTO(strbuf) decoded = STRBUF_INIT;
	size_t top = out->len;

	url = str_upto(url, str_find(url, '#'));
	url = str_upto(url, str_find(url, '?'));
	if (!url.len || has_scheme(url) || str_starts(url, "/") ||
	    str_find(url, '\\') < url.len)
		return false;
	add_decoded(&decoded, url);
	if (!str_starts(strbuf_slice(&decoded), "/"))
		strbuf_addslice(out, path_dirname(str_of(path)));
	return add_parts(out, top, strbuf_slice(&decoded)) && out->len > top;
}

/* A folder is there when a file in it is; that is not looked at. */
static bool is_there(const struct check_names *n, struct str path)
{
	return !path_suffix(path).len || strset_has(&n->paths, path);
}

/* Append where a link leads when there is nothing. */
static bool leads_nowhere(struct strbuf *path, const struct check_file *file,
			  const struct markdown_link *link)
{
	if (file->foreign && !link->image)
		return false;
	return check_resolve(path, file->path, link->url) &&
	       !is_there(file->names, strbuf_slice(path));
}

static void report_missing(struct findings *f, const struct check_file *file,
			   const struct markdown_link *link, const char *path,
			   size_t more)
{
	const char *why = link->image ? "the image is not there" :
					"the file is not there";

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
	       !check_resolve(&path, file->path, url);
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
