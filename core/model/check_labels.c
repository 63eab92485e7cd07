/* SPDX-License-Identifier: MIT */
/* Labels of the template with nothing behind them, and removing the last. */
#include "core/model/check_rows.h"

#include "core/model/section.h"

/* Empty labels of one body. */
struct empty_labels {
	size_t count;
	unsigned first;		/* line in the body, from 1 */
	struct str text;
	size_t end;		/* what stands from here on says nothing */
};

static bool is_bare_label(struct str line)
{
	enum section section;
	struct str rest;

	return section_label(line, &section, &rest) && !str_trim(rest).len;
}

/* Nothing, or only a remark that is not to be seen. */
static bool says_nothing(struct str line)
{
	line = str_trim(line);
	return !line.len || (str_starts(line, "<!--") && str_ends(line, "-->"));
}

static void add_empty(struct empty_labels *e, struct str label, unsigned line)
{
	if (e->count++)
		return;
	e->first = line;
	e->text = label;
}

static struct empty_labels find_empty(struct str body)
{
	struct empty_labels e = { .text = STR("") };
	struct str rest = body, line, label = STR_NONE;
	unsigned number = 0, at = 0;

	while ((line = str_next_line(&rest)).s) {
		enum section section;
		struct str behind;

		number++;
		if (says_nothing(line))
			continue;
		if (section_label(line, &section, &behind) && label.s)
			add_empty(&e, label, at);
		label = is_bare_label(line) ? line : STR_NONE;
		at = number;
		if (!label.s)
			e.end = (size_t)(line.s + line.len - body.s);
	}
	if (label.s)
		add_empty(&e, label, at);
	return e;
}

static void report(struct findings *f, const char *path, unsigned line,
		   const struct empty_labels *e, size_t count)
{
	findings_add(f, path, line, e->text,
		     count == 1 ? "there is nothing behind the label" :
		     arena_printf(f->mem, "there is nothing behind this label "
				  "and %zu more", count - 1),
		     "write something there, or remove the label");
}

void check_empty_label(struct findings *f, const struct check_file *file)
{
	struct empty_labels e = { 0 };

	if (!file->entry || entry_is_empty(file->entry))
		return;
	e = find_empty(file->body);
	if (e.count)
		report(f, file->path, e.first + file->body_line - 1, &e,
		       e.count);
}

/* A log is told once how many there are. */
void check_empty_labels(struct findings *f, const struct check_log *log)
{
	struct empty_labels first = { 0 };
	const struct check_day *day = NULL;
	size_t count = 0;

	for (size_t i = 0; log->path && i < log->count; i++) {
		const struct entry *entry = log->days[i].entry;
		struct empty_labels e = { 0 };

		if (!entry_is_empty(entry))
			e = find_empty(entry->body);
		count += e.count;
		if (e.count && !day) {
			day = &log->days[i];
			first = e;
		}
	}
	if (day)
		report(f, day->path, day->line + first.first, &first, count);
}

/*
 * Labels at the end of an entry are the template's, when nothing was written
 * behind them.  What came from a log is kept as it was.
 */
bool fix_empty_label(struct strbuf *out, const struct check_file *file)
{
	struct empty_labels e = { 0 };
	struct str rest;

	if (!file->entry || file->entry->heading.s ||
	    entry_is_empty(file->entry))
		return false;
	e = find_empty(file->body);
	rest = str_from(file->body, e.end);
	if (!e.count || !str_trim(rest).len ||
	    str_find_str(rest, STR("<!--")) < rest.len)
		return false;
	strbuf_add(out, file->bytes.s, file->bytes.len - rest.len);
	strbuf_addstr(out, str_starts(rest, "\r\n") ? "\r\n" : "\n");
	return true;
}
