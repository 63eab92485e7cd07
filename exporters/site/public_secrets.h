/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_PUBLIC_SECRETS_H
#define EXPORTERS_SITE_PUBLIC_SECRETS_H

#include "core/model/left_out.h"
#include "exporters/site/view.h"

/* Look for secrets in what is no text of a document; they are told with the
 * others (left_out_scan). */

/* The path of a document, as it would stand in an address. */
void site_scan_path(struct left_out *out, const char *path);

/* What pages show of the settings, exams among them. */
void site_scan_settings(struct left_out *out, const struct settings *settings);

/* The names of the topics shown that the user gave. */
void site_scan_topics(struct left_out *out, const struct snapshot *s,
		      const struct site_view *v);

#endif
