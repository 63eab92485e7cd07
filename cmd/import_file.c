/* SPDX-License-Identifier: MIT */
/* Reading a foreign file through its importer, into memory. */
#include "cmd/import_file.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/base/spelling.h"

static const char *const fate_names[] = {
	[IMPORT_NEW] = "new",
	[IMPORT_KNOWN] = "known",
	[IMPORT_UPDATED] = "updated",
	[IMPORT_EDITED] = "edited",
	[IMPORT_CONFLICT] = "conflict",
};

const char *import_fate_name(enum import_fate fate)
{
	return fate_names[fate];
}

struct collector {
	struct import_sink sink;	/* first, for the callbacks */
	struct import_file *file;
};

static struct import_file *file_of(struct import_sink *sink)
{
	return ((struct collector *)(void *)sink)->file;
}

static int collect_preamble(struct import_sink *sink, struct str text,
			    struct error *err UNUSED)
{
	struct import_file *f = file_of(sink);

	f->preamble = arena_str(&f->mem, text);
	return 0;
}

static void *copy(struct arena *mem, const void *items, size_t count,
		  size_t size)
{
	void *out = arena_alloc(mem, (count + 1) * size);

	if (count)
		memcpy(out, items, count * size);
	return out;
}

static const char **copy_strings(struct arena *mem, const char *const *items,
				 size_t count)
{
	const char **out = arena_alloc(mem, (count + 1) * sizeof(*out));

	for (size_t i = 0; i < count; i++)
		out[i] = arena_strdup(mem, items[i]);
	return out;
}

/* A copy that outlives the importer. */
static struct entry copy_entry(struct arena *mem, const struct entry *e)
{
	struct entry out = *e;

	out.days = copy(mem, e->days, e->ndays, sizeof(*e->days));
	out.numbers = copy(mem, e->numbers, e->nnumbers, sizeof(*e->numbers));
	out.tags = copy_strings(mem, e->tags, e->ntags);
	out.flags = copy_strings(mem, e->flags, e->nflags);
	if (e->heading.s)
		out.heading = arena_str(mem, e->heading);
	out.body = arena_str(mem, e->body);
	return out;
}

static const char *digest_of(struct arena *mem, const struct entry *e)
{
	AUTO(strbuf) digest = STRBUF_INIT;

	entry_add_digest(&digest, e);
	return arena_strdup(mem, digest.buf);
}

static int collect_entry(struct import_sink *sink, const struct entry *e,
			 struct error *err UNUSED)
{
	struct import_file *f = file_of(sink);
	struct imported_entry *new;

	XGROW(f->entries, f->nentries, f->entries_cap);
	new = &f->entries[f->nentries++];
	*new = (struct imported_entry){ .entry = copy_entry(&f->mem, e) };
	new->entry.digest = digest_of(&f->mem, e);
	return 0;
}

static int collect_document(struct import_sink *sink, const char *folder,
			    struct str text, struct error *err UNUSED)
{
	struct import_file *f = file_of(sink);

	XGROW(f->documents, f->ndocuments, f->documents_cap);
	f->documents[f->ndocuments++] = (struct imported_document){
		.folder = arena_strdup(&f->mem, folder),
		.text = arena_str(&f->mem, text),
	};
	return 0;
}

static void collect_skipped(struct import_sink *sink, unsigned line,
			    struct str text, const char *why)
{
	struct import_file *f = file_of(sink);

	XGROW(f->skipped, f->nskipped, f->skipped_cap);
	f->skipped[f->nskipped++] = (struct skipped_line){
		line, arena_str(&f->mem, text), arena_strdup(&f->mem, why)
	};
}

static int read_bytes(struct import_file *f, struct error *err)
{
	struct stat st;

	if (str_is(str_of(f->name), "-"))
		return file_read_fd(&f->bytes, STDIN_FILENO, LIMIT_FILE, err);
	if (!stat(f->name, &st) && S_ISDIR(st.st_mode))
		return error_set(err, ERROR_INPUT, "'%s' is a folder; name "
				 "the files in it", f->name);
	return file_read(&f->bytes, f->name, LIMIT_FILE, err);
}

/*
 * The file's own name where it may stand in a journal, else one made of it.
 * A log's frame is a folder of this name, so it must not begin with a dot.
 */
static const char *safe_base(struct import_file *f)
{
	struct str base = path_basename(str_of(f->name));
	AUTO(strbuf) made = STRBUF_INIT;

	if (str_is(str_of(f->name), "-"))
		return "stdin.md";
	if (path_is_safe(base) && !str_starts(base, ".") && base.len <= 200)
		return arena_str(&f->mem, base).s;
	path_add_slug(&made, path_stem(base));
	if (path_suffix(base).len && path_suffix(base).len <= 10 &&
	    path_is_safe(path_suffix(base)))
		strbuf_addslice(&made, path_suffix(base));
	return arena_strdup(&f->mem, made.buf);
}

static int unknown_format(const char *as, struct error *err)
{
	AUTO(strbuf) names = STRBUF_INIT;
	const char *nearest = NULL;
	size_t best = SPELLING_FAR;

	for (size_t i = 0; importers[i]; i++) {
		size_t distance = spelling_near(str_of(as),
						str_of(importers[i]->name));

		strbuf_addf(&names, "%s'%s'", i ? ", " : "",
			    importers[i]->name);
		if (distance < best) {
			best = distance;
			nearest = importers[i]->name;
		}
	}
	if (nearest)
		return error_set(err, ERROR_USAGE, "there is no format '%s'; "
				 "did you mean '%s'?", as, nearest);
	return error_set(err, ERROR_USAGE, "there is no format '%s' to import "
			 "from; there is %s", as, names.buf);
}

static int find_importer(struct import_file *f, const char *as,
			 struct error *err)
{
	struct str name = path_basename(str_of(f->name));

	f->importer = as ? importer_by_name(as) :
			   importer_for(strbuf_slice(&f->bytes), name);
	if (f->importer)
		return 0;
	if (as)
		return unknown_format(as, err);
	return error_set(err, ERROR_INPUT, "cannot tell what '%s' is; name its "
			 "format with --as ('hecto formats' lists them)",
			 f->name);
}

int import_file_read(struct import_file *f, const char *name, const char *as,
		     const struct import_options *options, struct error *err)
{
	struct collector c = {
		.sink = {
			.preamble = collect_preamble,
			.entry = collect_entry,
			.document = collect_document,
			.skipped = collect_skipped,
		},
		.file = f,
	};

	*f = (struct import_file){
		.name = name,
		.bytes = STRBUF_INIT,
		.mem = ARENA_INIT,
	};
	f->base = safe_base(f);
	if (read_bytes(f, err) || find_importer(f, as, err))
		return -1;
	if (f->importer->run(strbuf_slice(&f->bytes), options, &c.sink, err))
		return error_context(err, "cannot import '%s'", name);
	return 0;
}

void import_file_release(struct import_file *f)
{
	free(f->entries);
	free(f->documents);
	free(f->skipped);
	strbuf_release(&f->bytes);
	arena_release(&f->mem);
}
