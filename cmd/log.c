/* SPDX-License-Identifier: MIT */
/* hecto log: record what was studied. */
#include "cmd/log/log.h"

#include <string.h>
#include <unistd.h>

#include "cmd/draft.h"
#include "cmd/duration.h"
#include "cmd/report.h"
#include "core/base/alloc.h"
#include "core/base/file.h"
#include "core/base/limits.h"
#include "core/base/path.h"
#include "core/model/date_words.h"
#include "core/model/link.h"
#include "core/text/typed_markdown.h"

#define NOT_SAID (~0u)

struct log_args {
	const char *date, *minutes;
	struct option_list learned, thoughts, links, tags;
	unsigned round, day;
	bool edit, json;
};

static void log_args_release(struct log_args *a)
{
	option_list_release(&a->learned);
	option_list_release(&a->thoughts);
	option_list_release(&a->links);
	option_list_release(&a->tags);
}

static const struct option log_options[] = {
	STRING('d', "date", log_args, date, "DATE", COMPLETE_DATES,
	       "the day it was: yesterday, fri, 2022-07-08"),
	LIST(0, "learned", log_args, learned, "TEXT", COMPLETE_NOTHING,
	     "something learned (repeatable)"),
	LIST(0, "thoughts", log_args, thoughts, "TEXT", COMPLETE_NOTHING,
	     "what you think about it"),
	LIST(0, "link", log_args, links, "URL", COMPLETE_NOTHING,
	     "where the work is (repeatable)"),
	STRING('m', "minutes", log_args, minutes, "TIME", COMPLETE_NOTHING,
	       "how long: 90, 1h30, 1:30, 1.5h"),
	LIST('t', "tag", log_args, tags, "TAG", COMPLETE_TAGS,
	     "a tag (repeatable)"),
	NUMBER(0, "round", log_args, round, "N", "the round of the challenge"),
	NUMBER(0, "day", log_args, day, "N", "the number of the day"),
	FLAG('e', "edit", log_args, edit, "write it in the editor"),
	FLAG(0, "json", log_args, json, "say in JSON what was understood"),
	NO_MORE_OPTIONS
};

static int future(int day, int today, struct error *err)
{
	return error_set(err, ERROR_USAGE,
			 "%s is in the future (today is %s); a log is for what "
			 "was done",
			 date_words_long(day).s, date_words_long(today).s);
}

/*
 * The day that is meant.  A date in words is by the calendar; without one it
 * is the day that has not turned yet.
 */
static int find_day(int *day, const struct log_args *a, struct journal *j,
		    struct error *err)
{
	int today = journal_today(j);
	int calendar = journal_today_is_given(j) ? today
						 : clock_day(journal_now(j), 0);

	*day = today;
	if (a->date) {
		if (date_words_parse(day, str_of(a->date), calendar, DATE_PAST,
				     err))
			return error_context(err, "--date");
		return *day > calendar ? future(*day, calendar, err) : 0;
	}
	if (today != calendar)
		report_note("Logging for %s (the day turns at %02d:%02d; --date "
			    "today for %s)",
			    date_words_long(today).s,
			    journal_settings(j)->rollover / 60,
			    journal_settings(j)->rollover % 60,
			    date_words_long(calendar).s);
	return 0;
}

static int add_tag(struct log_request *r, struct str tag, struct arena *mem,
		   struct error *err)
{
	tag = str_trim(tag);
	if (str_starts(tag, "#"))
		tag = str_from(tag, 1);
	if (!tag.len || tag.len > LIMIT_SLUG || str_find(tag, '\n') < tag.len)
		return error_set(err, ERROR_USAGE,
				 "a tag is a word or two, not '%.*s'",
				 (int)str_upto(tag, 40).len,
				 tag.s ? tag.s : "");
	r->tags[r->ntags++] = arena_str(mem, tag).s;
	return 0;
}

/* "-t aws -t sqs,sns" */
static int read_tags(struct log_request *r, const struct option_list *tags,
		     struct arena *mem, struct error *err)
{
	size_t most = 0;

	for (size_t i = 0; i < tags->count; i++)
		most += strlen(tags->values[i]) + 1;
	r->tags = arena_alloc(mem, (most + 1) * sizeof(*r->tags));
	for (size_t i = 0; i < tags->count; i++) {
		struct str rest = str_of(tags->values[i]);

		do
			if (add_tag(r, str_next_field(&rest, ','), mem, err))
				return error_context(err, "--tag");
		while (rest.len);
	}
	return 0;
}

static int read_facts(struct log_request *r, const struct log_args *a,
		      struct journal *j, struct arena *mem, struct error *err)
{
	if (a->minutes && duration_parse(&r->minutes, str_of(a->minutes), err))
		return error_context(err, "--minutes");
	if (a->round != NOT_SAID && (!a->round || a->round > LIMIT_ROUND))
		return error_set(err, ERROR_USAGE,
				 "--round is between 1 and %d", LIMIT_ROUND);
	if (a->day != NOT_SAID && a->day > LIMIT_DAY_NUMBER)
		return error_set(err, ERROR_USAGE, "--day is at most %d",
				 LIMIT_DAY_NUMBER);
	r->round = a->round == NOT_SAID ? 0 : (int)a->round;
	r->number = a->day == NOT_SAID ? NUMBER_NONE : (int)a->day;
	if (read_tags(r, &a->tags, mem, err))
		return -1;
	return find_day(&r->day, a, j, err);
}

static struct str typed(struct str text, struct arena *mem)
{
	AUTO(strbuf) out = STRBUF_INIT;

	typed_markdown_add(&out, text);
	return arena_str(mem, strbuf_slice(&out));
}

static int add_option_pieces(struct log_pieces *p, const char *option,
			     const struct option_list *values,
			     enum section section, bool items,
			     struct arena *mem, struct error *err)
{
	for (size_t i = 0; i < values->count; i++) {
		struct str text = str_trim(str_of(values->values[i]));

		if (!text.len)
			return error_set(err, ERROR_USAGE,
					 "option '--%s' has an empty text",
					 option);
		log_pieces_add(p, section, typed(text, mem), items);
	}
	return 0;
}

static int read_stdin(struct log_request *r, struct arena *mem,
		      struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct str copy;

	if (file_read_fd(&text, STDIN_FILENO, LIMIT_ENTRY, err))
		return error_context(err, "standard input");
	if (!str_trim(strbuf_slice(&text)).len)
		return error_set(err, ERROR_USAGE,
				 "there is no text on standard input");
	if (text.buf[text.len - 1] != '\n')
		strbuf_addch(&text, '\n');
	copy = arena_str(mem, strbuf_slice(&text));
	if (log_has_labels(copy))
		r->body = copy;
	else
		log_pieces_add(&r->pieces, SECTION_PROGRESS, copy, false);
	return 0;
}

/* The words of the command line are one text, quoted or not. */
static int read_words(struct log_request *r, int count, char **words,
		      struct arena *mem, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;

	if (count == 1 && str_is(str_of(words[0]), "-"))
		return read_stdin(r, mem, err);
	operands_join(&text, count, words);
	if (count && !str_trim(strbuf_slice(&text)).len)
		return error_set(err, ERROR_USAGE, "the text is empty");
	log_pieces_add(&r->pieces, SECTION_PROGRESS,
		       typed(strbuf_slice(&text), mem), false);
	return 0;
}

/* "https://…", "[text](…)", "[[note]]", or a file of the journal. */
static bool is_link(struct str text, const struct journal *j)
{
	AUTO(strbuf) path = STRBUF_INIT;

	if (str_find_str(text, STR("://")) < text.len ||
	    str_find_str(text, STR("](")) < text.len ||
	    str_starts(text, "[[") ||
	    link_kind_of_url(text, false) == LINK_MAIL)
		return true;
	strbuf_addstr(&path, journal_root(j));
	path_join_slice(&path, text);
	return !access(path.buf, F_OK);
}

static int check_links(const struct option_list *links,
		       const struct journal *j, struct error *err)
{
	for (size_t i = 0; i < links->count; i++) {
		struct str text = str_trim(str_of(links->values[i]));

		if (text.len && !is_link(text, j))
			return error_set(err, ERROR_USAGE,
					 "option '--link' needs an address such "
					 "as https://example.org/work, or a "
					 "file of the journal, not '%.*s'",
					 (int)str_upto(text, 60).len, text.s);
	}
	return 0;
}

static int read_pieces(struct log_request *r, const struct log_args *a,
		       int count, char **words, struct arena *mem,
		       struct error *err)
{
	if (read_words(r, count, words, mem, err) ||
	    add_option_pieces(&r->pieces, "learned", &a->learned,
			      SECTION_LEARNED, true, mem, err) ||
	    add_option_pieces(&r->pieces, "thoughts", &a->thoughts,
			      SECTION_THOUGHTS, false, mem, err))
		return -1;
	return add_option_pieces(&r->pieces, "link", &a->links, SECTION_LINKS,
				 true, mem, err);
}

/* From the template to a body, which takes the place of the pieces. */
static int write_in_editor(struct log_request *r, struct draft *d,
			   struct journal *j, struct arena *mem,
			   struct error *err)
{
	AUTO(log_draft_text) text = LOG_DRAFT_TEXT_INIT;
	AUTO(strbuf) edited = STRBUF_INIT;
	AUTO(strbuf) body = STRBUF_INIT;
	struct entry e = { .id = "draft" };

	if (log_draft_text_make(&text, j, r->day, &r->pieces, err) ||
	    draft_create(d, j, day_format(r->day).s, strbuf_slice(&text.text),
			 err) ||
	    draft_edit(d, &edited, err))
		return -1;
	log_draft_text_read(&text, strbuf_slice(&edited), &body);
	e.body = strbuf_slice(&body);
	if (str_eq(strbuf_slice(&edited), strbuf_slice(&text.text)) ||
	    entry_is_empty(&e)) {
		draft_remove(d);
		return error_set(err, ERROR_NOTHING,
				 "the draft was not changed or is empty, so "
				 "nothing was logged");
	}
	r->body = arena_str(mem, e.body);
	log_pieces_release(&r->pieces);
	return 0;
}

/* Nothing was said.  On a terminal that asks for the editor. */
static bool wants_editor(const struct log_args *a, const struct log_request *r,
			 const struct context *ctx)
{
	if (a->edit)
		return true;
	return !r->pieces.count && !r->body.len && !r->ntags && !r->minutes &&
	       ctx->terminal && isatty(STDIN_FILENO);
}

static int nothing_to_log(const struct log_request *r, struct error *err)
{
	if (r->pieces.count || r->body.len || r->ntags || r->minutes)
		return 0;
	return error_set(err, ERROR_USAGE,
			 "nothing to log: say what you did, or use -e for the "
			 "editor or - for standard input");
}

/* Whatever the text came from, it must not be lost with the failure. */
static int keep_text(struct draft *d, const struct log_request *r,
		     struct journal *j, struct error *err)
{
	AUTO(strbuf) text = STRBUF_INIT;
	struct error second = ERROR_INIT;

	if (err->kind == ERROR_USAGE && !d->path.len)
		return -1;
	log_add_body(&text, r->body, &r->pieces);
	if (!d->path.len && text.len &&
	    draft_create(d, j, day_format(r->day).s, strbuf_slice(&text),
			 &second))
		return -1;
	return draft_keep(d, err);
}

static int log_it(const struct context *ctx, struct log_request *r,
		  const struct log_args *a, struct arena *mem,
		  struct error *err)
{
	AUTO(draft) d = DRAFT_INIT;
	struct log_saved saved;

	if (wants_editor(a, r, ctx)) {
		if (write_in_editor(r, &d, ctx->journal, mem, err))
			return draft_keep(&d, err);
	} else if (nothing_to_log(r, err)) {
		return -1;
	}
	if (log_save(ctx->journal, r, mem, &saved, err))
		return keep_text(&d, r, ctx->journal, err);
	draft_remove(&d);
	return log_show(ctx, &saved, a->json, err);
}

static int log_run(const struct context *ctx, int argc, char **argv,
		   struct error *err)
{
	AUTO(log_args) a = { .round = NOT_SAID, .day = NOT_SAID };
	AUTO(arena) mem = ARENA_INIT;
	struct log_request r = { .number = NUMBER_NONE };
	int count = options_parse(log_options, &a, argc, argv, err);
	int rc = -1;

	if (count >= 0 && !read_facts(&r, &a, ctx->journal, &mem, err) &&
	    !check_links(&a.links, ctx->journal, err) &&
	    !read_pieces(&r, &a, count, argv, &mem, err))
		rc = log_it(ctx, &r, &a, &mem, err);
	log_pieces_release(&r.pieces);
	return rc;
}

const struct command cmd_log = {
	.name = "log",
	.summary = "Record what you studied",
	.usage = "[OPTION]... TEXT...\n[OPTION]... -\n[OPTION]... -e",
	.options = log_options,
	.needs = NEEDS_JOURNAL,
	.run = log_run,
};
