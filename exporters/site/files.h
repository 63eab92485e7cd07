/* SPDX-License-Identifier: MIT */
#ifndef EXPORTERS_SITE_FILES_H
#define EXPORTERS_SITE_FILES_H

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/base/strset.h"
#include "core/model/settings.h"
#include "exporters/exporter.h"

/*
 * Images and papers that the texts of a site refer to, copied into its folder
 * files/ under a name that is made of their own and of what is in them.  What
 * a file is, its bytes say: PNG, JPEG, GIF, WebP and AVIF are shown, PDF is linked
 * to, and nothing else is copied, for a page or an SVG could be active within
 * the site.  Images are copied without what they say of where and when they
 * were taken.  Images of elsewhere are copied only if publish.images says so.
 */
#define SITE_FILE_MAX ((size_t)16 << 20)	/* bytes of one */
#define SITE_FETCHES_MAX 1000			/* images of elsewhere */

struct site_file {
	const char *path;	/* "files/queue-1b2c3d4e.png"; NULL: left out */
	int width, height;	/* pixels; 0: no image */
};

/* What a text shows, and the site does not. */
struct site_missed {
	const char *url;	/* of an image, as it is written; or a tag */
	const char *why;	/* NULL: a tag of raw HTML */
};

struct site_files {
	const struct export_host *host;
	const struct settings *settings;
	struct export_out *out;
	struct arena *mem;
	struct strset known;	/* path or address -> index into list */
	struct strset written;	/* paths of the site */
	struct site_file *list;
	size_t count, cap;
	size_t fetches, unfetched;	/* of elsewhere: the rest is too many */
	struct strset told;	/* what is left out, and was said */
	struct site_missed *missed;	/* that nobody was told of yet */
	size_t nmissed, missed_cap;
	struct error failure;	/* the first file that could not be written */
	bool has_failed;
};

void site_files_release(struct site_files *f);

/* By its path in the journal, or by its address; asked for only once. */
const struct site_file *site_file_local(struct site_files *f, struct str path);
const struct site_file *site_file_remote(struct site_files *f, struct str url);

/*
 * A text shows an image that is no file of the site: to be told, once, unless
 * the reason was said already.  `path` is in the journal; .len 0: it is not.
 */
void site_files_miss(struct site_files *f, struct str path, struct str url);

/* How many images of elsewhere are left to be links as too many, if any; once
 * all have been asked for. */
void site_files_tell_unfetched(const struct site_files *f);

/* The same as site_files_miss of what a tag of raw HTML stands for. */
void site_files_drop(struct site_files *f, struct str tag);

/* Might a text refer to any, or have such a tag?  Quick; where in doubt, yes. */
bool site_has_files(struct str text);

#endif
