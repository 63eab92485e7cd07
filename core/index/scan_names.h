/* SPDX-License-Identifier: MIT */
#ifndef CORE_INDEX_SCAN_NAMES_H
#define CORE_INDEX_SCAN_NAMES_H

#include "core/index/scan.h"

/*
 * The first half of a scan, for scan_states.c: the folders and the names of
 * their files; those that are on record are not listed.  `now`: when it began,
 * in nanoseconds.
 */
int scan_names(struct scan *out, const struct beneath *tree,
	       struct known_folders known, const char *only, int64_t now,
	       struct error *err) MUST_CHECK;

/* Does this error of a system call mean that there is no such file or folder, or
 * none that is looked at? */
bool scan_means_absent(int why);

#endif
