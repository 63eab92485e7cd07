/* SPDX-License-Identifier: MIT */
/* The progress site: static pages of a journal, read without a script. */
#include "exporters/site/site.h"

#include <stdlib.h>

#include "core/base/alloc.h"
#include "core/model/secret.h"

/* What is on every page comes first; notes come before what links to their
 * headings. */
static int (*const parts[])(struct site *s, struct error *err) = {
	site_look_read,
	site_draw_card,
	site_draw_files,
	site_draw_home,
	site_draw_days,
	site_draw_notes,
	site_draw_topics,
	site_draw_exams,
	site_draw_questions,
	site_draw_search,
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
	strset_release(&s->anchors);
	site_files_release(&s->files);
	free(s->ids);
	site_backlinks_release(&s->backlinks);
}

static int draw_all(struct site *s, struct error *err)
{
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++)
		if (parts[i](s, err))
			return -1;
	return 0;
}

/* A secret that was published is known for good; so not a file is made. */
static int refuse_secrets(const struct left_out *l, struct error *err)
{
	const struct left_out_secret *first = l->secrets;

	if (!l->nsecrets)
		return 0;
	return error_set(err, ERROR_INPUT, "in '%s' there is %s (%s)%s; no page "
			 "was written: revoke it and take it out, or if it is "
			 "none, put " SECRET_ALLOWED " on the line",
			 first->path, first->what, first->masked,
			 l->nsecrets > 1 ? ", and there are more" : "");
}

static int draw_public(struct site *s, struct left_out *left_out,
		       struct error *err)
{
	return refuse_secrets(left_out, err) ? -1 : draw_all(s, err);
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
		.anchors = STRSET_INIT,
		.backlinks = SITE_BACKLINKS_INIT,
	};
	int rc;

	if (options && options->left_out)
		left_out = options->left_out;
	site_view_make(&view, snapshot, left_out, &mem);
	site_backlinks_find(&s.backlinks, &view);
	rc = options && options->only_left_out ? 0 :
						draw_public(&s, left_out, err);
	left_out_release(&unasked);
	site_release(&s);
	site_view_release(&view);
	return rc;
}

const struct exporter exporter_site = {
	.name = "site",
	.summary = "a static web site: days, topics, notes, archive, feed",
	.many_files = true,
	.needs_topics = true,
	.needs_host = true,
	.needs_study = true,
	.run = site_run,
};
