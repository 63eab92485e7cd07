/* SPDX-License-Identifier: MIT */
/* Where the pages of the site are, and how one leads to another. */
#include "exporters/site/links.h"

#include <stdlib.h>
#include <string.h>

#include "core/base/path.h"
#include "core/model/link_names.h"
#include "core/text/unicode.h"
#include "exporters/site/facts.h"
#include "exporters/site/log_days.h"

/* Letters of Latin script that are one with their mark. */
static const char *plain_letter(struct str text)
{
	static const char *const letters[][2] = {
		{ "ł", "l" }, { "ø", "o" }, { "đ", "d" }, { "ð", "d" },
		{ "æ", "ae" }, { "œ", "oe" }, { "þ", "th" }, { "ı", "i" },
		{ "ħ", "h" },
	};

	for (size_t i = 0; i < ARRAY_SIZE(letters); i++)
		if (str_starts(text, letters[i][0]))
			return letters[i][1];
	return NULL;
}

bool site_is_ascii(struct str text)
{
	for (size_t i = 0; i < text.len; i++)
		if ((unsigned char)text.s[i] >= 0x80)
			return false;
	return true;
}

/* Latin letters without their marks, "Ünï" as "uni"; what has others is told
 * from its like by a sum, as path_add_slug() has it. */
static void add_slug(struct strbuf *out, struct str id)
{
	AUTO(strbuf) folded = STRBUF_INIT;
	AUTO(strbuf) plain = STRBUF_INIT;

	if (!site_is_ascii(id)) {
		unicode_add_folded(&folded, id);
		for (size_t i = 0; i < folded.len;) {
			struct str rest = str_from(strbuf_slice(&folded), i);
			const char *letter = plain_letter(rest);

			if (letter)
				strbuf_addstr(&plain, letter);
			else
				strbuf_addch(&plain, rest.s[0]);
			i += letter ? 2 : 1;
		}
	}
	path_add_slug(out, plain.len && site_is_ascii(strbuf_slice(&plain)) ?
				   strbuf_slice(&plain) : id);
}

const char *site_file_name(struct strset *taken, struct str id,
			   struct arena *mem)
{
	AUTO(strbuf) name = STRBUF_INIT;
	size_t base, next = 2;

	add_slug(&name, id);
	base = name.len;
	/* The number of a name that is taken says where to go on from. */
	if (strset_get(taken, strbuf_slice(&name), &next))
		strbuf_addf(&name, "-%zu", next);
	while (!strset_put(taken, strbuf_slice(&name), 2)) {
		strbuf_truncate(&name, base);
		strbuf_addf(&name, "-%zu", ++next);
	}
	if (name.len > base)
		strset_put(taken, str_upto(strbuf_slice(&name), base), next + 1);
	strbuf_addstr(&name, ".html");
	return arena_strndup(mem, name.buf, name.len);
}

/* Append what fits, and say whether it did. */
static bool href_add(struct href *h, size_t *len, const char *text)
{
	size_t n = strlen(text);

	if (*len + n >= sizeof(h->s))
		return false;
	memcpy(h->s + *len, text, n + 1);
	*len += n;
	return true;
}

struct href site_href(const char *up, const char *folder, const char *file,
		      const char *anchor)
{
	struct href h;
	size_t len = 0, end;

	/* A note that is a page at the root. */
	if (folder && str_starts(str_of(file), "../")) {
		folder = NULL;
		file += 3;
	}
	h.s[0] = '\0';
	href_add(&h, &len, up);
	if (folder && href_add(&h, &len, folder))
		href_add(&h, &len, "/");
	href_add(&h, &len, file);
	end = len;
	if (anchor && (!href_add(&h, &len, "#") || !href_add(&h, &len, anchor)))
		h.s[end] = '\0';
	return h;
}

const char *site_anchor(enum section s)
{
	return section_name(s);
}

struct site_targets {
	bool found;
	struct strset paths;	/* path in the journal -> document number */
	struct link_names names;	/* the same by what links call them */
	struct log_days days;
	const char *const **ids;	/* of the headings of notes; or NULL */
};

struct site_targets *site_targets_new(void)
{
	struct site_targets *t = xcalloc(1, sizeof(*t));

	t->paths = (struct strset)STRSET_INIT;
	t->names = (struct link_names)LINK_NAMES_INIT;
	t->days = (struct log_days)LOG_DAYS_INIT;
	return t;
}

void site_targets_free(struct site_targets *t)
{
	if (!t)
		return;
	strset_release(&t->paths);
	link_names_release(&t->names);
	log_days_release(&t->days);
	free(t->ids);
	free(t);
}

static void add_entry(struct site_targets *t, const struct site_view *v,
		      size_t number)
{
	const struct site_entry *e = &v->entries[number];
	const struct link_document called = {
		.path = v->snapshot->files[e->number].path,
		.title = e->heading,
		.is_entry = true,
	};

	strset_put(&t->paths, str_of(called.path), number);
	link_names_add(&t->names, &called);
}

static struct site_targets *targets_of(const struct site_view *v)
{
	struct site_targets *t = v->targets;

	if (t->found)
		return t;
	t->found = true;
	for (size_t i = 0; i < v->nentries; i++)
		add_entry(t, v, i);
	for (size_t i = 0; i < v->nnotes; i++) {
		strset_put(&t->paths, str_of(v->notes[i].called.path),
			   v->nentries + i);
		link_names_add(&t->names, &v->notes[i].called);
	}
	log_days_find(&t->days, v);
	return t;
}

size_t site_log_of(const struct site_view *v, const struct site_entry *e)
{
	/* Where nothing asks for it, what leads to where need not be known. */
	if (!site_facts_text(e->facts, SITE_FACTS_LOG).len ||
	    !site_facts_text(e->facts, SITE_FACTS_LINKS).len)
		return 0;
	return targets_of(v)->days.log_of[e - v->entries];
}

bool site_find_path(const struct site_view *v, const char *path,
		    size_t *number)
{
	return strset_get(&targets_of(v)->paths, str_of(path), number);
}

bool site_find_linked(const struct site_view *v, const char *from,
		      const struct link *l, size_t *number)
{
	struct link_found found = link_find(&targets_of(v)->names, from, l);

	*number = found.document;
	return found.end == LINK_TO_DOCUMENT;
}

/* The number of the document at a path, with or without its suffix. */
static bool find_target(const struct site_view *v, struct strbuf *path,
			size_t *number)
{
	const struct strset *paths = &targets_of(v)->paths;

	if (strset_get(paths, strbuf_slice(path), number))
		return true;
	strbuf_addstr(path, ".md");
	return strset_get(paths, strbuf_slice(path), number);
}

static void add_page(struct strbuf *out, const struct site_resolver *r,
		     size_t number)
{
	const struct site_view *v = r->view;

	strbuf_addstr(out, r->up);
	strbuf_addstr(out, number < v->nentries ? "days/" : "notes/");
	strbuf_addstr(out, number < v->nentries ?
				   v->entries[number].file :
				   v->notes[number - v->nentries].file);
}

/*
 * The ids that headings have on the page of their note: rendering gives them by
 * the same rule.  Most notes are never asked for one.
 */
static const char *const *heading_ids(const struct site_view *v, size_t note)
{
	const struct link_document *doc = &v->notes[note].called;
	struct site_targets *t = targets_of(v);
	struct strset taken = STRSET_INIT;
	const char **ids;

	if (!t->ids)
		t->ids = xcalloc(v->nnotes, sizeof(*t->ids));
	if (t->ids[note])
		return t->ids[note];
	ids = arena_alloc(v->mem, (doc->nheadings + 1) * sizeof(*ids));
	for (size_t i = 0; i < doc->nheadings; i++) {
		AUTO(strbuf) id = STRBUF_INIT;

		markdown_add_id(&id, &taken, str_of(doc->headings[i]));
		ids[i] = arena_str(v->mem, strbuf_slice(&id)).s;
	}
	strset_release(&taken);
	return t->ids[note] = ids;
}

/* "#keys", if the document has such a heading.  Those of entries have no ids,
 * which would be those of the sections. */
static void add_heading(struct strbuf *out, const struct site_view *v,
			size_t document, struct str heading)
{
	size_t number;

	if (document < v->nentries || !heading.len ||
	    str_starts(heading, "^") ||
	    !link_find_heading(&targets_of(v)->names, document, heading,
			       &number))
		return;
	strbuf_addch(out, '#');
	strbuf_addstr(out, heading_ids(v, document - v->nentries)[number]);
}

bool site_resolve_wiki(void *resolver, struct str name, struct strbuf *out)
{
	const struct site_resolver *r = resolver;
	AUTO(strbuf) from = STRBUF_INIT;
	struct link_found found;

	if (!link_note_part(name).len)
		return false;
	strbuf_addf(&from, "%s/", r->dir);
	found = link_find_wiki(&targets_of(r->view)->names, from.buf, name);
	if (found.end != LINK_TO_DOCUMENT)
		return false;
	add_page(out, r, found.document);
	add_heading(out, r->view, found.document, link_heading_part(name));
	return true;
}

static void add_file(struct strbuf *out, const struct site_resolver *r,
		     const struct site_file *file)
{
	strbuf_addstr(out, r->up);
	strbuf_addstr(out, file->path);
}

static bool resolve_from(const struct site_resolver *r, struct str dir,
			 struct str url, struct strbuf *out)
{
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) place = STRBUF_INIT;
	const struct site_file *file;
	size_t number;

	if (!link_path(&path, dir, url))
		return false;
	file = site_file_local(r->files, strbuf_slice(&path));
	if (file) {
		add_file(out, r, file);
		return true;
	}
	if (!find_target(r->view, &path, &number))
		return false;
	add_page(out, r, number);
	link_add_fragment(&place, url);
	add_heading(out, r->view, number, strbuf_slice(&place));
	return true;
}

bool site_find_day(const struct site_view *v, size_t log, struct str beside,
		   struct str url, size_t *entry)
{
	const struct log_days *days = &targets_of(v)->days;
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) place = STRBUF_INIT;

	if (!log)
		return false;
	if (!str_starts(url, "#")) {
		if (!link_log_path(&path, beside.len ? beside : STR("notes"),
				   url))
			return false;
		log = log_days_named(days, strbuf_slice(&path));
	}
	link_add_fragment(&place, url);
	return log_days_get(days, log, strbuf_slice(&place), entry);
}

static bool resolve_day(const struct site_resolver *r, struct str url,
			struct strbuf *out)
{
	size_t entry;

	if (!site_find_day(r->view, r->log, r->beside, url, &entry))
		return false;
	add_page(out, r, entry);
	return true;
}

bool site_resolve(void *resolver, struct str url, struct strbuf *out)
{
	const struct site_resolver *r = resolver;

	if (str_starts(url, "#"))
		return resolve_day(r, url, out);
	return resolve_from(r, str_of(r->dir), url, out) ||
	       (r->beside.len && resolve_from(r, r->beside, url, out)) ||
	       resolve_day(r, url, out);
}

static struct markdown_image show(const struct site_file *file)
{
	return (struct markdown_image){ IMAGE_SHOWN, file->width,
					file->height };
}

/* Without a copy, others are not asked for it by who only reads a page. */
static struct markdown_image remote_image(const struct site_resolver *r,
					  struct str url, struct strbuf *out)
{
	struct markdown_image image = { .as = IMAGE_AS_LINK };
	const struct site_file *file = NULL;

	if (r->view->settings->publish_images == IMAGES_DROP ||
	    str_starts_nocase(url, "mailto"))
		return (struct markdown_image){ .as = IMAGE_AS_TEXT };
	if (str_starts(url, "//"))
		strbuf_addstr(out, "https:");
	strbuf_addslice(out, url);
	if (r->view->settings->publish_images == IMAGES_COPY)
		file = site_file_remote(r->files, strbuf_slice(out));
	if (!file)
		return image;
	strbuf_reset(out);
	add_file(out, r, file);
	return show(file);
}

/* Append its path in the journal; NULL: there is no image. */
static const struct site_file *image_from(const struct site_resolver *r,
					  struct str dir, struct str url,
					  struct strbuf *path)
{
	const struct site_file *file;

	if (!link_path(path, dir, url)) {
		strbuf_reset(path);
		return NULL;
	}
	file = site_file_local(r->files, strbuf_slice(path));
	return file && file->width ? file : NULL;
}

struct markdown_image site_image(void *resolver, struct str url,
				 struct strbuf *out)
{
	const struct site_resolver *r = resolver;
	AUTO(strbuf) path = STRBUF_INIT;
	AUTO(strbuf) beside = STRBUF_INIT;
	const struct site_file *file;

	if (html_link_scheme(url).s || str_starts(url, "//"))
		return remote_image(r, url, out);
	file = image_from(r, str_of(r->dir), url, &path);
	if (!file && r->beside.len)
		file = image_from(r, r->beside, url, &beside);
	if (file) {
		add_file(out, r, file);
		return show(file);
	}
	/* What is no image may be a paper or a page. */
	if (site_resolve(resolver, url, out))
		return (struct markdown_image){ .as = IMAGE_AS_LINK };
	site_files_miss(r->files, strbuf_slice(&path), url);
	return (struct markdown_image){ .as = IMAGE_AS_TEXT };
}
