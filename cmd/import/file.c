/* SPDX-License-Identifier: MIT */
/* What importers find in foreign files, kept in memory. */
#include "cmd/import/file.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/conflict.h"
#include "core/store/store.h"

static const char *const fate_names[] = {
	[IMPORT_NEW] = "new",
	[IMPORT_KNOWN] = "known",
	[IMPORT_UPDATED] = "updated",
	[IMPORT_DATED] = "dated",
	[IMPORT_EDITED] = "edited",
	[IMPORT_CONFLICT] = "conflict",
};

const char *import_fate_name(enum import_fate fate)
{
	return fate_names[fate];
}

struct collector {
	struct import_sink sink;	/* first, for the callbacks */
	struct import_file *file;	/* of which it speaks; NULL: none yet */
	struct import_file *files;	/* of a set, with their origins */
	const struct foreign_file *foreign;
	size_t count;
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

	out.id = arena_strdup(mem, e->id);
	out.log = arena_strdup(mem, e->log);
	out.imported_id = arena_strdup(mem, e->imported_id);
	out.imported_folder = arena_strdup(mem, e->imported_folder);
	out.columns = arena_strdup(mem, e->columns);
	out.days = copy(mem, e->days, e->ndays, sizeof(*e->days));
	out.numbers = copy(mem, e->numbers, e->nnumbers, sizeof(*e->numbers));
	out.tags = copy_strings(mem, e->tags, e->ntags);
	out.flags = copy_strings(mem, e->flags, e->nflags);
	if (e->heading.s)
		out.heading = arena_str(mem, e->heading);
	if (e->matter.s)
		out.matter = arena_str(mem, e->matter);
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

static void collect_line(struct import_file *f, unsigned line, struct str text,
			 const char *why, bool kept)
{
	XGROW(f->skipped, f->nskipped, f->skipped_cap);
	f->skipped[f->nskipped++] = (struct skipped_line){
		.line = line,
		.text = arena_str(&f->mem, text),
		.why = arena_strdup(&f->mem, why),
		.kept = kept,
	};
}

static void collect_skipped(struct import_sink *sink, unsigned line,
			    struct str text, const char *why)
{
	struct import_file *f = file_of(sink);

	if (line)
		collect_line(f, line, text, why, false);
	else
		f->why = arena_strdup(&f->mem, why);
}

static void collect_doubtful(struct import_sink *sink, unsigned line,
			     struct str text, const char *why)
{
	collect_line(file_of(sink), line, text, why, true);
}

/* A reader speaks of the very file that it was given. */
static int collect_file(struct import_sink *sink,
			const struct foreign_file *file, struct error *err UNUSED)
{
	struct collector *c = (struct collector *)(void *)sink;

	c->file = &c->files[file - c->foreign];
	c->file->why = NULL;
	return 0;
}

static struct import_sink collecting_sink(void)
{
	return (struct import_sink){
		.file = collect_file,
		.preamble = collect_preamble,
		.entry = collect_entry,
		.document = collect_document,
		.skipped = collect_skipped,
		.doubtful = collect_doubtful,
	};
}

static int run_once(struct import_file *f, const struct importer *importer,
		    const struct import_options *options, struct error *err)
{
	struct foreign_file alone = {
		.path = f->path,
		.bytes = f->bytes,
		.first_day = f->first_day,
		.last_day = f->last_day,
	};
	struct collector c = {
		.sink = collecting_sink(),
		.file = f,
		.files = f,
		.foreign = &alone,
		.count = 1,
	};

	f->importer = importer;
	f->nentries = f->ndocuments = f->nskipped = 0;
	if (importer->run)
		return importer->run(f->bytes, options, &c.sink, err);
	return importer->run_files(&alone, 1, options, &c.sink, err);
}

static bool has_flag(const struct entry *e, const char *flag)
{
	for (size_t i = 0; i < e->nflags; i++)
		if (!strcmp(e->flags[i], flag))
			return true;
	return false;
}

/* Are there dates, and does none have a year of its own? */
static bool lacks_every_year(const struct import_file *f)
{
	size_t lacking = 0;

	for (size_t i = 0; i < f->nentries; i++) {
		const struct entry *e = &f->entries[i].entry;

		if (has_flag(e, "year-inferred") || has_flag(e, "year-unknown"))
			lacking++;
		else if (e->ndays)
			return false;
	}
	return lacking > 0;
}

static const int *line_days(struct import_file *f, size_t *count)
{
	struct error none = ERROR_INIT;
	int *days;

	*count = 1;
	for (size_t i = 0; i < f->bytes.len; i++)
		*count += f->bytes.s[i] == '\n';
	days = arena_alloc(&f->mem, *count * sizeof(*days));
	if (store_line_days(f->name, f->bytes, days, *count, &none))
		*count = 0;
	return days;
}

/*
 * Where a log names no year and is in a repository, when its lines were
 * committed tells more than the log does; where that is not known, the first
 * commit by whoever wrote the last.
 */
static int run_dated(struct import_file *f, const struct importer *importer,
		    const struct import_options *options, struct error *err)
{
	struct import_options own = *options;

	if (run_once(f, importer, &own, err))
		return -1;
	if (own.year || f->own_day == DAY_NONE || !lacks_every_year(f))
		return 0;
	own.line_days = line_days(f, &own.nline_days);
	if (run_once(f, importer, &own, err))
		return -1;
	for (size_t i = 0; i < f->nentries; i++)
		if (has_flag(&f->entries[i].entry, "year-unknown"))
			own.year = day_to_civil(f->own_day).year;
	return own.year ? run_once(f, importer, &own, err) : 0;
}

static void tell_conflict(void *data, const struct conflict *c)
{
	struct import_file *f = data;

	collect_line(f, c->number, c->line,
		     c->whole ? "a merge left both sides here, and both are "
				"taken; keep one, and import it again" :
				"a mark of a merge is left over here", true);
}

static void find_conflicts(struct import_file *f)
{
	conflicts_find(f->bytes, &(struct conflict_reader){
		.found = tell_conflict, .data = f });
}

int import_file_run(struct import_file *f, const struct importer *importer,
		    const struct import_options *options, struct error *err)
{
	if (run_dated(f, importer, options, err))
		return -1;
	find_conflicts(f);
	return 0;
}

int import_set_run(struct import_file *files,
		   const struct foreign_file *foreign, size_t count,
		   const struct importer *importer,
		   const struct import_options *options, struct error *err)
{
	struct collector c = {
		.sink = collecting_sink(),
		.file = files,
		.files = files,
		.foreign = foreign,
		.count = count,
	};

	for (size_t i = 0; i < count; i++) {
		files[i].importer = importer;
		files[i].of_set = true;
		files[i].why = "it is nothing that this format knows";
	}
	if (importer->run_files(foreign, count, options, &c.sink, err))
		return -1;
	for (size_t i = 0; i < count; i++)
		if (!files[i].why)
			find_conflicts(&files[i]);
	return 0;
}

void import_file_keep(struct import_file *f, const struct importer *importer,
		      const char *folder)
{
	f->why = NULL;
	f->importer = importer;
	f->of_set = f->shown = true;
	XGROW(f->documents, f->ndocuments, f->documents_cap);
	f->documents[f->ndocuments++] = (struct imported_document){
		.folder = folder,
		.text = f->bytes,
	};
}

struct import_file *import_list_add(struct import_list *list)
{
	struct import_file *f;

	XGROW(list->files, list->count, list->cap);
	f = &list->files[list->count++];
	*f = (struct import_file){
		.mem = ARENA_INIT,
		.first_day = DAY_NONE,
		.last_day = DAY_NONE,
		.own_day = DAY_NONE,
	};
	return f;
}

static void import_file_release(struct import_file *f)
{
	free(f->entries);
	free(f->documents);
	free(f->skipped);
	arena_release(&f->mem);
}

void import_list_drop(struct import_list *list, size_t i)
{
	import_file_release(&list->files[i]);
	list->count--;
	memmove(&list->files[i], &list->files[i + 1],
		(list->count - i) * sizeof(*list->files));
}

void import_list_release(struct import_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		import_file_release(&list->files[i]);
	free(list->files);
	import_record_release(&list->record);
}
