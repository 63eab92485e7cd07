/* SPDX-License-Identifier: MIT */
/* The table of checks, and running them. */
#include "core/model/check.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/check_rows.h"
#include "core/model/document.h"
#include "core/model/secret.h"
#include "core/text/frontmatter.h"

#define TEXT_MAX 160		/* bytes of a line that are shown */
#define LOOK_AHEAD 1024		/* a secret may begin where that ends */
#define SAME_KIND_MAX 500	/* findings of one check in one go */

const struct check checks[] = {
	{ .kind = "impossible-date", .about = "a date that there is not",
	  .file = check_impossible_name, .log = check_impossible },
	{ .kind = "weekday", .about = "a weekday that is not the date's",
	  .log = check_weekday },
	{ .kind = "future-date", .about = "a date that is still to come",
	  .log = check_future },
	{ .kind = "date-order", .about = "a date out of its order",
	  .log = check_date_order },
	{ .kind = "day-twice", .about = "a day number that was there before",
	  .log = check_duplicate_number },
	{ .kind = "day-skipped", .about = "day numbers that are left out",
	  .log = check_skipped_number },
	{ .kind = "day-order", .about = "day numbers that run backwards",
	  .log = check_number_order },
	{ .kind = "round", .about = "a round that does not fit",
	  .log = check_round },
	{ .kind = "empty-entry", .about = "an entry without content",
	  .log = check_empty_entry },
	{ .kind = "same-text", .about = "an entry with the text of another",
	  .log = check_same_text },
	{ .kind = "in-comment", .about = "an entry inside a comment",
	  .log = check_in_comment },
	{ .kind = "template-day", .about = "a day of the template",
	  .log = check_left_over },
	{ .kind = "template", .about = "words of the template",
	  .unless = "impossible-date", .file = check_template },
	{ .kind = "empty-label", .about = "labels with nothing behind them",
	  .file = check_empty_label, .log = check_empty_labels,
	  .fix = fix_empty_label },
	{ .kind = "front-matter", .about = "front matter that cannot be read",
	  .file = check_front_matter, .fix = fix_front_matter },
	{ .kind = "file-name", .about = "a file named after another date",
	  .file = check_name_date },
	{ .kind = "line-ends", .about = "line ends of several kinds",
	  .file = check_line_ends, .fix = fix_line_ends },
	{ .kind = "not-utf8", .about = "bytes that are no UTF-8",
	  .file = check_utf8 },
	{ .kind = "nul", .about = "NUL bytes", .file = check_nul },
	{ .kind = "mojibake", .about = "text in a wrong encoding",
	  .file = check_mojibake },
	{ .kind = "conflict", .about = "the marks of a merge conflict",
	  .file = check_conflict },
	{ .kind = "secret", .about = "keys, tokens and passwords",
	  .file = check_secret },
	{ .kind = "open-comment",
	  .about = "a comment or hidden element that nothing closes",
	  .file = check_open_comment },
	{ .kind = "heading-jump", .about = "headings that skip a level",
	  .file = check_heading_jump },
	{ .kind = "broken-link", .about = "[[links]] that lead nowhere",
	  .file = check_links },
	{ .kind = "missing-file", .about = "images and files that are missing",
	  .file = check_files },
	{ .kind = "outside", .about = "links to files outside the journal",
	  .file = check_outside },
	{ .kind = "setting", .about = "a setting that makes no sense",
	  .journal = check_setting },
	{ .kind = "topic", .about = "a topic that makes no sense",
	  .journal = check_topics },
	{ .kind = "log-order", .about = "entries of a log that are gone",
	  .journal = check_order },
	{ .kind = "stray-file", .about = "a file in log/ that is no entry",
	  .journal = check_stray },
	{ .kind = "unreadable", .about = "files and folders that cannot be read",
	  .journal = check_unreadable },
	{ .kind = "damage", .about = "what git cannot read back",
	  .journal = check_damage },
	{ .kind = "index", .about = "an index that is not as the files are",
	  .journal = check_index },
	{ .kind = "interrupted", .about = "what an interrupted run left",
	  .note = true, .journal = check_interrupted },
	{ .kind = "uncommitted", .about = "what is not committed",
	  .note = true, .journal = check_uncommitted },
	{ .kind = NULL },
};

void findings_release(struct findings *f)
{
	free(f->items);
}

/* A name in a message may be a secret too: of a link, of a setting. */
static const char *masked_words(struct findings *f, const char *words)
{
	AUTO(strbuf) masked = STRBUF_INIT;

	secret_add_line(&masked, str_of(words));
	return arena_strdup(f->mem, masked.buf);
}

void findings_add(struct findings *f, const char *path, unsigned line,
		  struct str text, const char *why, const char *proposal)
{
	AUTO(strbuf) masked = STRBUF_INIT;

	if (f->count - f->begun >= SAME_KIND_MAX) {
		f->left_out++;
		return;
	}
	secret_add_line(&masked, str_upto(str_trim(text), LOOK_AHEAD));
	XGROW(f->items, f->count, f->cap);
	f->items[f->count++] = (struct finding){
		.kind = f->running->kind,
		.path = path,
		.line = line,
		.text = arena_str(f->mem, str_upto(strbuf_slice(&masked),
						   TEXT_MAX)),
		.why = masked_words(f, why),
		.proposal = masked_words(f, proposal),
		.note = f->running->note,
	};
}

static int by_place(const void *a, const void *b)
{
	const struct finding *x = a, *y = b;
	int order = strcmp(x->path, y->path);

	if (!order)
		order = (x->line > y->line) - (x->line < y->line);
	return order ? order : strcmp(x->kind, y->kind);
}

static const char *unless_of(const char *kind)
{
	for (const struct check *c = checks; c->kind; c++)
		if (!strcmp(c->kind, kind))
			return c->unless;
	return NULL;
}

/* Whether another check has told what is wrong with its line; of the first
 * `count`, those of a line stand together. */
static bool is_told(const struct findings *f, size_t count,
		    const struct finding *of)
{
	const char *unless = unless_of(of->kind);

	while (unless && count--) {
		const struct finding *other = &f->items[count];

		if (other->line != of->line || strcmp(other->path, of->path))
			break;
		if (!strcmp(other->kind, unless))
			return true;
	}
	return false;
}

void findings_sort(struct findings *f)
{
	size_t kept = 0;

	if (f->count)
		qsort(f->items, f->count, sizeof(*f->items), by_place);
	for (size_t i = 0; i < f->count; i++)
		if (!is_told(f, kept, &f->items[i]))
			f->items[kept++] = f->items[i];
	f->count = kept;
}

void check_file_read(struct check_file *out, const char *path,
		     struct str bytes, bool is_entry, struct arena *mem)
{
	struct error err = ERROR_INIT;
	struct entry *e = arena_alloc(mem, sizeof(*e));

	*out = (struct check_file){ .path = path, .bytes = bytes };
	if (entry_parse(e, path, bytes, mem, &err) &&
	    (is_entry || frontmatter_is_unclosed(bytes)))
		out->complaint = arena_strdup(mem, err.text);
	out->entry = is_entry ? e : NULL;
	out->body = e->body;
	out->body_line = 1;
	for (size_t i = 0; i + e->body.len < bytes.len; i++)
		out->body_line += bytes.s[i] == '\n';
	out->blocks = markdown_blocks_as(
		out->body, (struct markdown_reading){
			.plain = !is_entry && !document_has_html(path) }, mem);
}

/* Mark what one check found in a file as mendable where it is. */
static void mark_fixable(struct findings *f, const struct check *c,
			 const struct check_file *file)
{
	AUTO(strbuf) mended = STRBUF_INIT;

	if (f->begun == f->count || file->foreign || !c->fix ||
	    !c->fix(&mended, file))
		return;
	for (size_t i = f->begun; i < f->count; i++)
		f->items[i].fixable = true;
}

static void begin(struct findings *f, const struct check *c)
{
	f->running = c;
	f->begun = f->count;
}

void check_file(struct findings *f, const struct check_file *file)
{
	for (const struct check *c = checks; c->kind; c++) {
		if (!c->file)
			continue;
		begin(f, c);
		c->file(f, file);
		mark_fixable(f, c, file);
	}
}

void check_log(struct findings *f, const struct check_log *log)
{
	for (const struct check *c = checks; c->kind; c++) {
		if (!c->log)
			continue;
		begin(f, c);
		c->log(f, log);
	}
}

void check_journal(struct findings *f, const struct check_journal *j)
{
	for (const struct check *c = checks; c->kind; c++) {
		if (!c->journal)
			continue;
		begin(f, c);
		c->journal(f, j);
	}
}

/* One mend after the other, each on what the one before has left. */
bool check_fix(struct strbuf *out, const char *path, struct str bytes,
	       bool is_entry)
{
	AUTO(arena) mem = ARENA_INIT;
	bool any = false;

	for (const struct check *c = checks; c->kind; c++) {
		AUTO(strbuf) mended = STRBUF_INIT;
		struct check_file file;

		if (!c->fix)
			continue;
		check_file_read(&file, path, bytes, is_entry, &mem);
		if (!c->fix(&mended, &file))
			continue;
		bytes = arena_str(&mem, strbuf_slice(&mended));
		any = true;
	}
	if (any)
		strbuf_addslice(out, bytes);
	return any;
}

struct str check_heading(const struct check_day *day)
{
	struct str rest = day->entry->heading;

	return rest.s ? str_next_line(&rest) : STR("");
}

bool check_has_flag(const struct entry *e, const char *flag)
{
	for (size_t i = 0; i < e->nflags; i++)
		if (!strcmp(e->flags[i], flag))
			return true;
	return false;
}
