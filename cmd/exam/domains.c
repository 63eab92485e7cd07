/* SPDX-License-Identifier: MIT */
/* The domains of an exam as a note or a plan of the journal has them. */
#include "cmd/exam/exam.h"

#include <string.h>

#include "cmd/report.h"

static const struct index_note *find_note(const struct index_note *notes,
					  size_t count, const char *typed)
{
	struct str name = str_of(typed);

	for (size_t i = 0; i < count; i++)
		if (str_is(name, notes[i].path))
			return &notes[i];
	for (size_t i = 0; i < count; i++)
		if (str_eq_nocase(name, str_of(notes[i].id)) ||
		    str_eq_nocase(name, str_of(notes[i].title)))
			return &notes[i];
	return NULL;
}

static int read_note(struct strbuf *text, struct journal *j, const char *typed,
		     struct arena *mem, struct error *err)
{
	const struct index_note *note;
	struct index_note *notes;
	struct index *ix;
	size_t count;

	if (journal_index(j, &ix, err) ||
	    index_notes(ix, mem, &notes, &count, err))
		return -1;
	note = find_note(notes, count, typed);
	if (!note)
		return error_set(err, ERROR_NOT_FOUND, "there is no note or "
				 "plan '%s'; bring it in with 'hecto import "
				 "--as note FILE'", typed);
	return journal_read(j, note->path, text, err);
}

static int refuse(const struct exam_domain_notes *d, const char *typed,
		  struct error *err)
{
	if (!d->count)
		return error_set(err, ERROR_INPUT, "there are no weighted "
				 "domains in '%s'; they are lines side by side "
				 "such as '26%% Security (keys, roles)'", typed);
	return error_set(err, ERROR_INPUT, "the weights in '%s', lines %u to "
			 "%u, add up to %d%% and not to about 100%%; mend "
			 "them, or name them with --domain", typed,
			 d->items[0].line, d->items[d->count - 1].line, d->sum);
}

int exam_read_domains(struct exam_domain_notes *out, struct journal *j,
		      const char *typed, struct arena *mem, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (read_note(&text, j, typed, mem, err))
		return -1;
	exam_domains_read(out, arena_str(mem, strbuf_slice(&text)), mem);
	if (!exam_domains_whole(out))
		return refuse(out, typed, err);
	report_note("'%s', lines %u to %u: %zu domains, together %d%%", typed,
		    out->items[0].line, out->items[out->count - 1].line,
		    out->count, out->sum);
	return 0;
}

/* The ids of what it names, each once, with commas between them. */
void exam_add_topics(struct strbuf *out, struct journal *j,
		     const struct exam_domain_note *d)
{
	struct mentions found = MENTIONS_INIT;

	topic_scan(journal_topics(j), d->about, &found);
	for (size_t i = 0; i < found.count; i++) {
		size_t k = 0;

		while (found.items[k].topic != found.items[i].topic)
			k++;
		if (k == i)
			strbuf_addf(out, "%s%s", out->len ? ", " : "",
				    found.items[i].topic->id);
	}
	mentions_release(&found);
}
