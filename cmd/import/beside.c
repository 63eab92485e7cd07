/* SPDX-License-Identifier: MIT */
/*
 * Images and other files that stood beside an entry.  It moves to log/, and its
 * text stays as it is, so its relative links are followed from the folder that
 * these files were placed in as well.
 */
#include "cmd/import/merge.h"

#include "core/base/path.h"
#include "core/model/link.h"
#include "core/text/markdown.h"

#define FOLDER "notes"

/* Of what each file of each source would be, the place that it got: PLACED, or
 * another, since something of that name was there. */
enum { PLACED, ELSEWHERE };

static void add_key(struct strbuf *out, const struct import_file *f,
		    struct str path)
{
	strbuf_addf(out, "%zu:", f->source);
	strbuf_addslice(out, path);
}

/* A file that is a day is none beneath notes/, but links lead to it as if it
 * were (link_log_path), and so do those to its folder. */
static void note_day(struct strset *places, const struct import_file *f,
		     struct str wanted)
{
	AUTO(strbuf) key = STRBUF_INIT;

	add_key(&key, f, wanted);
	strset_put(places, strbuf_slice(&key), PLACED);
	if (!str_eq(path_basename(wanted), STR("README.md")))
		return;
	strbuf_reset(&key);
	add_key(&key, f, path_dirname(wanted));
	strset_put(places, strbuf_slice(&key), PLACED);
}

static void note_places(struct strset *places, const struct import_file *f)
{
	AUTO(strbuf) wanted = STRBUF_INIT;

	strbuf_addstr(&wanted, FOLDER);
	path_join(&wanted, f->path);
	if (f->nentries)
		note_day(places, f, strbuf_slice(&wanted));
	for (size_t i = 0; i < f->ndocuments; i++) {
		struct str path = str_of(f->documents[i].path);
		AUTO(strbuf) key = STRBUF_INIT;

		add_key(&key, f, strbuf_slice(&wanted));
		strset_put(places, strbuf_slice(&key),
			   str_eq(path, strbuf_slice(&wanted)) ? PLACED :
								 ELSEWHERE);
	}
}

/*
 * Does one of the links lead from the folder to what was placed there?  If one
 * would lead to a file of somebody else, none is followed: no image is better
 * than a wrong one.
 */
static bool leads_beside(const struct strset *places,
			 const struct import_file *f, struct str body,
			 struct str folder)
{
	AUTO(arena) mem = ARENA_INIT;
	struct markdown_blocks blocks = markdown_blocks(body, &mem);
	bool found = false;

	for (size_t i = 0; i < blocks.nlinks; i++) {
		AUTO(strbuf) path = STRBUF_INIT;
		AUTO(strbuf) key = STRBUF_INIT;
		size_t place;

		if (str_starts(blocks.links[i].url, "/") ||
		    !link_path(&path, folder, blocks.links[i].url))
			continue;
		add_key(&key, f, strbuf_slice(&path));
		if (!strset_get(places, strbuf_slice(&key), &place))
			continue;
		if (place == ELSEWHERE)
			return false;
		found = true;
	}
	return found;
}

static void find_beside(const struct strset *places, struct import_file *f)
{
	AUTO(strbuf) folder = STRBUF_INIT;
	struct str above = path_dirname(str_of(f->path));

	strbuf_addstr(&folder, FOLDER);
	if (above.len)
		path_join_slice(&folder, above);
	for (size_t i = 0; i < f->nentries; i++) {
		struct entry *e = &f->entries[i].entry;

		if (leads_beside(places, f, e->body, strbuf_slice(&folder)))
			e->imported_folder = arena_strdup(&f->mem, folder.buf);
	}
}

void import_find_beside(struct import_list *list)
{
	AUTO(strset) places = STRSET_INIT;

	for (size_t i = 0; i < list->count; i++)
		note_places(&places, &list->files[i]);
	for (size_t i = 0; places.size && i < list->count; i++)
		find_beside(&places, &list->files[i]);
}
