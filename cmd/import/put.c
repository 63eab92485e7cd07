/* SPDX-License-Identifier: MIT */
/* Writing to the journal what a merge found to be new. */
#include "cmd/import/file.h"

static bool is_to_write(const struct imported_entry *e)
{
	return e->fate == IMPORT_NEW || e->fate == IMPORT_UPDATED ||
	       e->fate == IMPORT_DATED || e->respaced;
}

static int put_entry(struct journal *j, const struct imported_entry *e,
		     struct error *err)
{
	AUTO(strbuf) file = STRBUF_INIT;

	entry_write(&file, &e->entry);
	if (e->old_path && journal_remove(j, e->old_path, err))
		return -1;
	return journal_put(j, e->path, strbuf_slice(&file), err);
}

static int put_entries(const struct import_file *f, struct journal *j,
		       bool *anything, struct error *err)
{
	for (size_t i = 0; i < f->nentries; i++) {
		if (!is_to_write(&f->entries[i]))
			continue;
		*anything = true;
		if (put_entry(j, &f->entries[i], err))
			return -1;
	}
	if (!f->nentries || !f->log_changed)
		return 0;
	*anything = true;
	return journal_put_log(j, &f->log, err);
}

static int put_documents(const struct import_file *f, struct journal *j,
			 struct import_record *record, struct error *err)
{
	for (size_t i = 0; i < f->ndocuments; i++) {
		const struct imported_document *d = &f->documents[i];

		if (d->fate != IMPORT_NEW && d->fate != IMPORT_UPDATED)
			continue;
		if (journal_put(j, d->path, d->text, err))
			return -1;
		import_record_set(record, d->path, d->digest);
	}
	return 0;
}

int import_put(struct import_list *list, struct journal *j, bool *anything,
	       struct error *err)
{
	*anything = false;
	for (size_t i = 0; i < list->count; i++)
		if (put_entries(&list->files[i], j, anything, err) ||
		    put_documents(&list->files[i], j, &list->record, err))
			return -1;
	*anything |= list->record.changed;
	return import_record_put(&list->record, j, err);
}
