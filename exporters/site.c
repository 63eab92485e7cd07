/* SPDX-License-Identifier: MIT */
/* The progress site: static pages of a journal, read without a script. */
#include "exporters/site/site.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/model/secret.h"
#include "exporters/site/facts.h"
#include "exporters/site/shares.h"

/* What pages refer to comes first, and is made once. */
static int (*const common[])(struct site *s, struct error *err) = {
	site_draw_card,
	site_draw_files,
};

/* Beside topics, days, questions and search.  Notes come before all that links
 * to their headings. */
static int (*const parts[])(struct site *s, struct error *err) = {
	site_draw_home,
	site_draw_exams,
	site_draw_archive,
	site_draw_months,
	site_draw_rounds,
	site_draw_about,
	site_draw_feed,
	site_draw_json_feed,
	site_draw_calendar,
	site_draw_sitemap,
	site_draw_assets,
};

/* The address of the site with one '/' at its end, or NULL. */
static const char *base_address(const struct settings *settings,
				struct strbuf *out)
{
	struct str url = str_trim(str_of(settings->publish_url));

	if (!url.s || !url.len || url.len > 160 || !str_starts_nocase(url, "http") ||
	    !html_link_is_safe(url))
		return NULL;
	while (str_ends(url, "/"))
		url = str_upto(url, url.len - 1);
	strbuf_addslice(out, url);
	strbuf_addch(out, '/');
	return out->buf;
}

static void site_release(struct site *s)
{
	strbuf_release(&s->page);
	strbuf_release(&s->body);
	strbuf_release(&s->text);
	strbuf_release(&s->entry.file);
	arena_release(&s->entry.mem);
	site_quotes_release(&s->quotes);
	strset_release(&s->anchors);
	site_files_release(&s->files);
	free(s->ids);
	site_questions_release(s);
	site_backlinks_release(&s->backlinks);
	site_search_release(s);
}

static int draw_common(struct site *s, struct error *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(common); i++)
		if (common[i](s, err))
			return -1;
	site_key_make_frame(s);
	return 0;
}

static int draw_parts(struct site *s, struct error *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (parts[i](s, err))
			return -1;
	return 0;
}

/* What answers are chosen from is gone before the words are counted. */
static int draw_others(struct site *s, struct error *err)
{
	return site_draw_notes(s, err) || draw_parts(s, err) ||
			       site_draw_questions(s, err) ||
			       site_begin_search(s, err) ||
			       site_draw_search(s, err)
		       ? -1
		       : 0;
}

/* Whoever set it meant something else than what would be shown without it. */
static int refuse_settings(const struct settings *s, struct error *err)
{
	if (!s->publish_refused)
		return 0;
	return error_set(err, ERROR_INPUT, "'%s' cannot be read, and nothing is "
			 "published without what it says; put it right in "
			 ".hecto/config or with 'hecto config' "
			 "(hecto-config(5))", s->publish_refused);
}

static bool is_setting(const char *path)
{
	return !strcmp(path, ".hecto/config") || !strcmp(path, ".hecto/topics");
}

/* For what is no secret; the mark has to be a comment where it stands. */
static const char *way_out(const struct left_out *l)
{
	bool in_text = false, in_style = false;

	for (size_t i = 0; i < l->nsecrets; i++) {
		const char *path = l->secrets[i].path;
		bool style = str_ends(str_of(path), ".css");

		in_style |= style;
		/* The name of a file has no line. */
		in_text |= !style && !is_setting(path) &&
			   l->secrets[i].line;
	}
	if (in_text)
		return "put " SECRET_ALLOWED " on the line";
	return in_style ? "put /* " SECRET_ALLOWED " */ on the line" :
			  "call it something else";
}

/* A secret that was published is known for good; so not a file is made. */
static int refuse_secrets(const struct left_out *l, struct error *err)
{
	const struct left_out_secret *first = l->secrets;

	if (!l->nsecrets)
		return 0;
	return error_set(err, ERROR_INPUT, "in '%s' there is %s (%s)%s; no page "
			 "was written: revoke it and take it out, or if it is "
			 "none, %s",
			 first->path, first->what, first->masked,
			 l->nsecrets > 1 ? ", and there are more" : "",
			 way_out(l));
}

/* Are there many pages to be drawn?  Either all, because none is there or their
 * frame is another one, or those of the entries that are new. */
static bool is_much(const struct site *s)
{
	const struct site_facts_list *facts = s->view->facts;
	size_t count = s->out->is_new || s->frame.value != facts->frame ?
			       s->view->nentries : facts->learned;

	return count >= SITE_WORTH_SHARING;
}

/* The words of the search are counted and written meanwhile, and answers are
 * looked for; what has to wait for those comes last. */
static int draw_all(struct site *s, struct error *err)
{
	site_begin_questions(s);
	return site_draw_notes(s, err) || site_begin_search(s, err) ||
			       draw_parts(s, err) ||
			       site_draw_some_days(s, 0, s->view->nentries,
						   err) ||
			       site_draw_topics(s, err) ||
			       site_draw_questions(s, err) ||
			       site_draw_search(s, err)
		       ? -1
		       : 0;
}

/* Of so many, what was only needed for the view is worth giving back. */
#define ENTRIES_MANY 50000

static int draw(struct site *s, unsigned workers, bool much, struct error *err)
{
	struct snapshot_source *source = s->view->snapshot->source;

	if (much || s->view->nentries >= ENTRIES_MANY)
		memory_return_large();
	if (workers < 2 || !much || !s->out->tell || !source->rest(source))
		return draw_all(s, err);
	return site_draw_shared(s, workers, draw_others, err);
}

static void keep(struct site *s, struct export_memory *memory)
{
	struct site_facts_list *facts = s->view->facts;

	site_facts_keep(memory, facts, s->frame.value);
	site_search_keep(s, memory, facts->end);
	site_questions_keep(s, memory);
}

static int draw_public(struct site *s, const struct export_options *options,
		       struct left_out *left_out, struct error *err)
{
	s->left_out = left_out;
	if (options && options->only_left_out)
		return 0;
	if (refuse_settings(s->view->settings, err) ||
	    refuse_secrets(left_out, err) || site_look_read(s, err) ||
	    refuse_secrets(left_out, err) || draw_common(s, err) ||
	    draw(s, options ? options->workers : 0, is_much(s), err))
		return -1;
	return 0;
}

static void site_recall(struct export_memory *memory)
{
	struct site_facts_list *facts =
		site_facts_recall(memory->before, memory);

	facts->counts = memory->counts_before;
	facts->answers = memory->answers_before;
	memory->recalled = facts;
}

static struct site_facts_list *take_facts(struct export_memory *memory)
{
	struct site_facts_list *facts;

	if (!memory)
		return site_facts_recall(STR(""), NULL);
	if (!memory->recalled)
		site_recall(memory);
	facts = memory->recalled;
	memory->recalled = NULL;
	return facts;
}

static void site_let_go(struct export_memory *memory)
{
	site_facts_list_free(memory->recalled);
	memory->recalled = NULL;
}

static int site_run(const struct snapshot *snapshot,
		    const struct export_options *options,
		    struct export_out *out, struct error *err)
{
	struct left_out unasked = LEFT_OUT_INIT, *left_out = &unasked;
	AUTO(arena) mem = ARENA_INIT;
	AUTO(strbuf) base = STRBUF_INIT;
	struct site_view view;
	struct site s = {
		.view = &view,
		.out = out,
		.base = base_address(snapshot->settings, &base),
		.host = options ? options->host : NULL,
		.files = { .host = options ? options->host : NULL,
			   .settings = snapshot->settings,
			   .out = out,
			   .mem = &mem },
		.page = STRBUF_INIT,
		.body = STRBUF_INIT,
		.text = STRBUF_INIT,
		.entry = { .file = STRBUF_INIT },
		.anchors = STRSET_INIT,
		.backlinks = SITE_BACKLINKS_INIT,
	};
	int rc;

	if (options && options->left_out)
		left_out = options->left_out;
	rc = site_view_make(&view, snapshot,
			    take_facts(options ? options->memory : NULL),
			    options ? options->workers : 0, left_out, &mem, err);
	site_facts_rest(view.facts);
	if (!rc && !(options && options->only_left_out))
		rc = site_backlinks_find(&s.backlinks, &view, err);
	if (!rc)
		rc = draw_public(&s, options, left_out, err);
	if (!rc && options && options->memory && !options->only_left_out) {
		/* What was drawn from and what is kept would together be the
		 * most that is held. */
		arena_release(&mem);
		keep(&s, options->memory);
		options->memory->recalled = view.facts;
		view.facts = NULL;
	}
	left_out_release(&unasked);
	site_release(&s);
	site_view_release(&view);
	return rc;
}

const struct exporter exporter_site = {
	.name = "site",
	.summary = "a static web site: days, topics, notes, archive, feed",
	.many_files = true,
	.streams = true,
	.needs_host = true,
	.needs_study = true,
	.recall = site_recall,
	.let_go = site_let_go,
	.run = site_run,
};
