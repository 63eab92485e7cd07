/* SPDX-License-Identifier: MIT */
/* The names of documents, and which of them a link means. */
#include "core/model/link_names.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/attributes.h"
#include "core/base/path.h"
#include "core/text/frontmatter.h"
#include "core/text/unicode.h"

#define FOLDERS_MAX 8	/* that a path in a link may leave out */

/* Kinds of names, by the letter that their keys begin with. */
enum { BY_PATH = 'p', BY_END_OF_PATH = 'e', BY_FILE = 'f', BY_TITLE = 't',
       BY_ALIAS = 'a', BY_DIGITS = 'd' };

void link_names_release(struct link_names *n)
{
	free(n->documents);
	free(n->names);
	free(n->headed);
	strset_release(&n->keys);
	strset_release(&n->paths);
	strset_release(&n->headings);
}

/* --- adding -------------------------------------------------------------- */

static void add_key(struct strbuf *out, char kind, struct str name)
{
	strbuf_addch(out, kind);
	unicode_add_folded(out, str_trim(name));
}

/* The newest document is the one that is being added. */
static void note_document(struct link_name *name, size_t document)
{
	size_t last = name->count < LINK_CANDIDATES ? name->count
						    : LINK_CANDIDATES;

	if (last && name->documents[last - 1] == document)
		return;
	if (name->count < LINK_CANDIDATES)
		name->documents[name->count] = document;
	name->count++;
}

static void add_name(struct link_names *n, char kind, struct str name)
{
	AUTO(strbuf) key = STRBUF_INIT;
	size_t at;

	if (!str_trim(name).len)
		return;
	add_key(&key, kind, name);
	if (!strset_get(&n->keys, strbuf_slice(&key), &at)) {
		at = n->nnames;
		XGROW(n->names, n->nnames, n->names_cap);
		n->names[n->nnames++] = (struct link_name){ .count = 0 };
		strset_put(&n->keys, strbuf_slice(&key), at);
	}
	note_document(&n->names[at], n->count - 1);
}

/* "202207041230 Queues": digits in front, and then something else. */
static struct str digits_of(struct str name)
{
	size_t count = 0;

	while (count < name.len && name.s[count] >= '0' &&
	       name.s[count] <= '9')
		count++;
	return count >= 12 && count <= 14 ? str_upto(name, count) : STR("");
}

/* Suffixes of documents; any other dot belongs to the name. */
static struct str without_suffix(struct str path)
{
	static const char *const suffixes[] = { ".md", ".markdown", ".txt",
						".org" };
	struct str suffix = path_suffix(path);

	for (size_t i = 0; i < ARRAY_SIZE(suffixes); i++)
		if (str_eq_nocase(suffix, str_of(suffixes[i])))
			return str_upto(path, path.len - suffix.len);
	return path;
}

static void add_path_names(struct link_names *n, struct str path)
{
	struct str name = without_suffix(path), rest = name;

	add_name(n, BY_PATH, name);
	for (int i = 0; i < FOLDERS_MAX; i++) {
		rest = str_from(rest, str_find(rest, '/') + 1);
		if (str_find(rest, '/') == rest.len)
			break;
		add_name(n, BY_END_OF_PATH, rest);
	}
	add_name(n, BY_FILE, path_basename(name));
	add_name(n, BY_DIGITS, digits_of(path_basename(name)));
}

void link_names_add(struct link_names *n, const struct link_document *doc)
{
	XGROW(n->documents, n->count, n->cap);
	n->documents[n->count++] = *doc;
	free(n->headed);
	n->headed = NULL;
	add_path_names(n, str_of(doc->path));
	add_name(n, BY_TITLE, str_of(doc->title));
	if (!doc->is_entry && doc->nheadings)
		add_name(n, BY_TITLE, str_of(doc->headings[0]));
	for (size_t i = 0; i < doc->naliases; i++)
		add_name(n, BY_ALIAS, str_of(doc->aliases[i]));
}

void link_names_add_path(struct link_names *n, struct str path)
{
	AUTO(strbuf) name = STRBUF_INIT;

	strset_put(&n->paths, path, 0);
	/* A link in double brackets has only the name of an attachment. */
	strbuf_addstr(&name, "/");
	unicode_add_folded(&name, path_basename(path));
	strset_put(&n->paths, strbuf_slice(&name), 0);
}

/* Reading YAML takes time, and few files have one of the keys. */
static bool may_have_aliases(struct str file)
{
	static const char *const keys[] = { "\nalias", "\nid" };
	struct str head;

	if (!str_starts(file, "---"))
		return false;
	head = str_upto(file, str_find_str(str_from(file, 3),
					   STR("\n---")) + 3);
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		if (str_find_str(head, str_of(keys[i])) < head.len)
			return true;
	return false;
}

const char *const *link_aliases(struct str file, struct arena *mem,
				size_t *count)
{
	static const char *const keys[] = { "aliases", "alias", "id" };
	const struct frontmatter_field *fields[ARRAY_SIZE(keys)];
	struct error err = ERROR_INIT;
	struct frontmatter fm;
	const char **out;
	size_t all = 0;

	*count = 0;
	if (!may_have_aliases(file) || frontmatter_parse(&fm, file, mem, &err))
		return NULL;
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		fields[i] = frontmatter_field(&fm, keys[i]);
		all += fields[i] ? fields[i]->count : 0;
	}
	out = arena_alloc(mem, (all + 1) * sizeof(*out));
	for (size_t i = 0; i < ARRAY_SIZE(keys); i++)
		for (size_t k = 0; fields[i] && k < fields[i]->count; k++)
			out[(*count)++] =
				arena_str(mem, fields[i]->values[k]).s;
	return out;
}

/* --- headings ------------------------------------------------------------ */

/* "7#" and the letters and digits of a heading: marks differ in links. */
static void add_heading_key(struct strbuf *out, size_t document,
			    struct str heading)
{
	AUTO(strbuf) folded = STRBUF_INIT;

	strbuf_addf(out, "%zu#", document);
	unicode_add_folded(&folded, heading);
	for (size_t i = 0; i < folded.len; i++) {
		unsigned char c = (unsigned char)folded.buf[i];

		if (c >= 0x80 || (c >= 'a' && c <= 'z') ||
		    (c >= '0' && c <= '9'))
			strbuf_addch(out, (char)c);
	}
}

/* Most documents are never asked for one of their headings. */
static void load_headings(struct link_names *n, size_t document)
{
	const struct link_document *doc = &n->documents[document];

	if (!n->headed)
		n->headed = xcalloc(n->count, sizeof(*n->headed));
	if (n->headed[document])
		return;
	n->headed[document] = true;
	for (size_t i = 0; i < doc->nheadings; i++) {
		AUTO(strbuf) key = STRBUF_INIT;

		add_heading_key(&key, document, str_of(doc->headings[i]));
		if (!strset_has(&n->headings, strbuf_slice(&key)))
			strset_put(&n->headings, strbuf_slice(&key), i);
	}
}

bool link_find_heading(struct link_names *n, size_t document,
		       struct str heading, size_t *number)
{
	AUTO(strbuf) key = STRBUF_INIT;

	load_headings(n, document);
	add_heading_key(&key, document, heading);
	return strset_get(&n->headings, strbuf_slice(&key), number);
}

/* "^x" is the name of a block, which is not looked for. */
static bool has_heading(struct link_names *n, size_t document,
			struct str heading)
{
	size_t number;

	return !heading.len || str_starts(heading, "^") ||
	       link_find_heading(n, document, heading, &number);
}

/* --- finding ------------------------------------------------------------- */

struct str link_note_part(struct str target)
{
	return str_trim(str_upto(target, str_find(target, '#')));
}

struct str link_heading_part(struct str target)
{
	size_t hash = str_find(target, '#');

	while (hash < target.len) {
		target = str_from(target, hash + 1);
		hash = str_find(target, '#');
		if (hash == target.len)
			return str_trim(target);
	}
	return STR("");
}

static const struct link_name *name_of(const struct link_names *n, char kind,
				       struct str name)
{
	AUTO(strbuf) key = STRBUF_INIT;
	size_t at;

	add_key(&key, kind, name);
	return strset_get(&n->keys, strbuf_slice(&key), &at) ? &n->names[at]
							     : NULL;
}

static const struct link_name *in_folder(const struct link_names *n,
					 struct str folder, struct str name)
{
	AUTO(strbuf) path = STRBUF_INIT;

	strbuf_addslice(&path, folder);
	path_join_slice(&path, name);
	return name_of(n, BY_PATH, strbuf_slice(&path));
}

/* The first kind of name that knows it. */
static const struct link_name *find_name(const struct link_names *n,
					 struct str folder, struct str target)
{
	struct str name = without_suffix(target);
	static const char kinds[] = { BY_PATH, BY_END_OF_PATH, BY_FILE,
				      BY_TITLE, BY_ALIAS };
	const struct link_name *found = in_folder(n, folder, name);

	for (size_t i = 0; !found && i < ARRAY_SIZE(kinds); i++)
		found = name_of(n, kinds[i], name);
	/* An alias may end like a file, and a renamed note keeps its digits. */
	if (!found && name.len < target.len)
		found = name_of(n, BY_ALIAS, target);
	if (!found && digits_of(name).len)
		found = name_of(n, BY_DIGITS, digits_of(name));
	if (!found && str_find(name, '/') < name.len)
		found = find_name(n, folder, path_basename(name));
	return found;
}

static bool is_attachment(const struct link_names *n, struct str target)
{
	AUTO(strbuf) name = STRBUF_INIT;

	strbuf_addstr(&name, "/");
	unicode_add_folded(&name, path_basename(target));
	return strset_has(&n->paths, strbuf_slice(&name));
}

static struct link_found one(size_t document)
{
	return (struct link_found){ .end = LINK_TO_DOCUMENT,
				    .document = document };
}

struct link_found link_find_wiki(struct link_names *n, const char *from,
				 struct str target)
{
	struct str name = link_note_part(target);
	struct str folder = path_dirname(str_of(from));
	const struct link_name *found;
	struct link_found out = { .end = LINK_NOWHERE };

	if (name.len)
		found = find_name(n, folder, name);
	else
		found = name_of(n, BY_PATH, without_suffix(str_of(from)));
	if (!found && is_attachment(n, name))
		out.end = LINK_TO_FILE;
	if (!found)
		return out;
	if (found->count > 1)
		return (struct link_found){ .end = LINK_AMBIGUOUS,
					    .several = *found };
	out = one(found->documents[0]);
	out.no_heading = !has_heading(n, out.document,
				      link_heading_part(target));
	return out;
}

struct link_found link_find_url(const struct link_names *n, const char *from,
				struct str url)
{
	AUTO(strbuf) path = STRBUF_INIT;
	const struct link_name *found;

	if (!link_path(&path, path_dirname(str_of(from)), url))
		return (struct link_found){ .end = LINK_OUTSIDE };
	if (strset_has(&n->paths, strbuf_slice(&path)) &&
	    !name_of(n, BY_PATH, without_suffix(strbuf_slice(&path))))
		return (struct link_found){ .end = LINK_TO_FILE };
	found = name_of(n, BY_PATH, without_suffix(strbuf_slice(&path)));
	if (!found)
		return (struct link_found){ .end = LINK_NOWHERE };
	return one(found->documents[0]);
}

struct link_found link_find(struct link_names *n, const char *from,
			    const struct link *link)
{
	if (link->wiki)
		return link_find_wiki(n, from, link->target);
	return link_find_url(n, from, link->target);
}
