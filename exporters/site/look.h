/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_LOOK_H
#define EXPORTERS_SITE_LOOK_H

#include "core/text/include.h"

/*
 * What the user adds to the look of the site (hecto-site(5), "A LOOK OF YOUR
 * OWN"): files of .hecto/site/, each of which may be missing.
 */
struct site_look {
	struct str style;	/* style.css, or that of publish.style */
	struct str icon;	/* icon.svg or icon.png; .s is NULL: ours */
	const char *icon_file;	/* in the site: "icon.svg" */
	const char *icon_type;
	struct include head, header, footer;
};

#define LOOK_STYLE_MAX ((size_t)1 << 20)	/* bytes */
#define LOOK_ICON_MAX ((size_t)1 << 20)

struct site;

/* Errors: ERROR_INPUT with the file and the line. */
int site_look_read(struct site *s, struct error *err) MUST_CHECK;

/* Write an include into a page, where its title is `page`. */
void site_look_write(struct site *s, const struct include *include,
		     const char *page);

#endif
