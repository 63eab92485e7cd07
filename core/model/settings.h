/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_SETTINGS_H
#define CORE_MODEL_SETTINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/base/alloc.h"
#include "core/base/error.h"
#include "core/model/exam.h"
#include "core/model/section.h"
#include "core/model/streak.h"
#include "core/model/target.h"

/*
 * What .hecto/config says, as plain data (hecto-config(5)).  The file has
 * git-config syntax and is read by the store; here it is already a list of
 * keys and values in file order, "exam.AWS DVA.date" = "2022-08-01".
 */
struct config_pair {
	const char *key;	/* section and name in lower case */
	const char *value;
};

struct settings {
	const char *title;		/* [journal] title */
	const char *author, *email;	/* [journal] author, email; or NULL */
	int rollover;			/* minutes after midnight, 0 … 360 */
	int goal;			/* days of a round: 100 */
	int min_minutes;		/* of a studied day; 0: any */
	int round;			/* that new entries belong to; 0: that
					   of the last one */
	enum { WEEK_FROM_MONDAY, WEEK_FROM_SUNDAY } week_start;
	struct streak_rules streak;	/* [streak] rest, grace, pause … */
	const struct exam *exams;	/* [exam "NAME"] */
	size_t nexams;
	const char *publish_dir;	/* [publish] dir: "public" */
	const char *publish_url;	/* [publish] url, or NULL */
	const char *publish_target;	/* [publish] target, or NULL */
	bool private_sections[SECTION_COUNT];	/* [publish] private */
	bool private_is_set;		/* by the user, not by default */
	const char *publish_id;		/* [publish] id, of feeds; or NULL */
	bool publish_noindex;		/* [publish] robots: noindex */
	enum { IMAGES_LINK, IMAGES_COPY, IMAGES_DROP } publish_images;
	const char *publish_style;	/* [publish] style, a path; or NULL */
	bool publish_questions;		/* [publish] questions: true */
	const char *publish_license;	/* [publish] license, or NULL */
	const char *publish_language;	/* [publish] language: "en" */
	const char *publish_refused;	/* a key of [publish] whose value makes
					   no sense, or what cannot be read;
					   NULL: there is none.  Its default may
					   show what was to be hidden. */
	const struct target *targets;	/* [target "NAME"], not yet checked */
	size_t ntargets;
};

/*
 * A value that makes no sense keeps its default; the complaint about the
 * first such is in *err and -1 is returned, with *out usable all the same.
 */
int settings_read(struct settings *out, const struct config_pair *pairs,
		  size_t count, struct arena *mem, struct error *err) MUST_CHECK;

/* Is this a key that hecto knows, and the value one it takes? */
int settings_check(const char *key, const char *value, struct error *err)
	MUST_CHECK;

/*
 * The same for all of a file, in its order: the topics of an exam depend on the
 * domains above them.  Each that makes no sense is told with its complaint.
 */
typedef void setting_told(void *to, const struct config_pair *pair,
			  const char *complaint);
void settings_check_all(const struct config_pair *pairs, size_t count,
			setting_told *tell, void *to);

/* The keys, for `hecto config` and completion: name, default, what it does. */
struct setting_help {
	const char *key, *value, *help;
};
extern const struct setting_help settings_help[];	/* ends with a NULL key */

#endif
