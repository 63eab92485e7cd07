/* SPDX-License-Identifier: MIT */
/* Where a document goes, and whether it is there already. */
#include "cmd/import/merge.h"

#include "cmd/import/record.h"
#include "cmd/import/text.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/document.h"

/* Append what the journal has at this path; false: it has nothing there. */
static int read_old(const struct merger *m, const char *path,
		    struct strbuf *out, bool *found, struct error *err)
{
	struct error failure = ERROR_INIT;

	*found = m->journal &&
		 !journal_read(m->journal, path, out, &failure);
	if (failure.kind == ERROR_NONE || failure.kind == ERROR_NOT_FOUND)
		return 0;
	*err = failure;
	return -1;
}

/* May it stand at its path?  Then its fate is settled. */
static int try_path(const struct merger *m, struct imported_document *d,
		    bool *fits, struct error *err)
{
	AUTO(strbuf) bytes = STRBUF_INIT;
	struct str old;
	bool found;

	*fits = false;
	if (strset_has(&m->names, str_of(d->path)))
		return 0;
	if (read_old(m, d->path, &bytes, &found, err))
		return -1;
	*fits = true;
	old = strbuf_slice(&bytes);
	if (!found)
		d->fate = IMPORT_NEW;
	else if (str_eq(old, d->text))
		d->fate = IMPORT_KNOWN;
	else if (import_record_is(m->record, d->path, d->digest))
		d->fate = IMPORT_EDITED;
	else if (text_is_binary(old) || !text_is_akin(old, d->text))
		*fits = false;
	else
		d->fate = import_record_is(m->record, d->path,
					   import_digest(old)) ?
				  IMPORT_UPDATED : IMPORT_CONFLICT;
	return 0;
}

/* An image that is text as well (SVG) is linked to by its name. */
static bool is_attachment(const struct import_file *f)
{
	const struct foreign_file file = { .path = f->path };

	return f->of_set && import_is_attachment(&file);
}

/* "notes/a.md", or "notes/a-2.md" where that is quite another text. */
int import_place_document(struct merger *m, struct imported_document *d,
			  struct error *err)
{
	struct arena *mem = &m->file->mem;
	struct str path, stem, suffix;
	bool fits;

	d->digest = import_digest(d->text);
	d->path = arena_printf(mem, "%s/%s", d->folder, m->file->path);
	if (document_kind(str_of(d->path)) == DOCUMENT_OTHER &&
	    !text_is_binary(d->text) && !is_attachment(m->file))
		d->path = arena_printf(mem, "%s.md", d->path);
	path = str_of(d->path);
	suffix = path_suffix(path);
	stem = str_upto(path, path.len - suffix.len);
	for (int n = 2; n < LIMIT_DAY_NUMBER; n++) {
		if (try_path(m, d, &fits, err))
			return -1;
		if (fits) {
			strset_put(&m->names, str_of(d->path), 0);
			return 0;
		}
		d->path = arena_printf(mem, "%.*s-%d%.*s", (int)stem.len,
				       stem.s, n, (int)suffix.len, suffix.s);
	}
	return error_set(err, ERROR_CONFLICT, "there are too many files like "
			 "'%s'", d->path);
}
