/* SPDX-License-Identifier: MIT */
/* Secrets in what a site shows beside the texts: names and settings. */
#include "exporters/site/public_secrets.h"

#include <string.h>

#include "core/model/secret.h"

/* The name of a file becomes one of the site; nothing in it can allow it. */
void site_scan_path(struct left_out *out, const char *path)
{
	AUTO(strbuf) shown = STRBUF_INIT;
	struct left_out_document name = { .path = "" };

	secret_add_line(&shown, str_of(path));
	name.path = shown.buf;
	left_out_scan(out, &name, str_of(path));
}

static void scan_exam(struct left_out *out,
		      const struct left_out_document *config,
		      const struct exam *e)
{
	left_out_scan(out, config, str_of(e->name));
	left_out_scan(out, config, str_of(e->code));
	left_out_scan(out, config, str_of(e->when));
	left_out_scan(out, config, str_of(e->cost));
	for (size_t i = 0; i < e->ndomains; i++) {
		const struct exam_domain *d = &e->domains[i];

		left_out_scan(out, config, str_of(d->name));
		for (size_t k = 0; k < d->ntopics; k++)
			left_out_scan(out, config, str_of(d->topics[k]));
	}
}

void site_scan_settings(struct left_out *out, const struct settings *settings)
{
	const struct left_out_document config = { .path = ".hecto/config" };

	left_out_scan(out, &config, str_of(settings->title));
	left_out_scan(out, &config, str_of(settings->author));
	left_out_scan(out, &config, str_of(settings->publish_url));
	left_out_scan(out, &config, str_of(settings->publish_id));
	left_out_scan(out, &config, str_of(settings->publish_license));
	for (size_t i = 0; i < settings->nexams; i++)
		scan_exam(out, &config, &settings->exams[i]);
}

/* Those that the user called so; the names of others are from texts. */
void site_scan_topics(struct left_out *out, const struct snapshot *s,
		      const struct site_view *v)
{
	const struct left_out_document topics = { .path = ".hecto/topics" };

	for (size_t i = 0, k = 0; i < s->ntopics && k < v->ntopics; i++) {
		if (strcmp(s->topics[i].id, v->topics[k].id) != 0)
			continue;
		if (!s->topics[i].learned)
			left_out_scan(out, &topics,
				      str_of(s->topics[i].name));
		k++;
	}
}
