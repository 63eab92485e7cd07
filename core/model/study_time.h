/* SPDX-License-Identifier: MIT */
#ifndef CORE_MODEL_STUDY_TIME_H
#define CORE_MODEL_STUDY_TIME_H

#include "core/base/str.h"

/*
 * The minutes that the body of an entry says were studied, under a label:
 * "**Time:** 1 hours", "Hours: 1.5", "### Time spent" over "- 45 min"; or as
 * its first line; else in a sentence of its progress, or before any label
 * (study_sentence.h).  0: it says none, or not clearly: two times, "1-2 hours",
 * "Time: 10:30".
 */
int study_time_said(struct str body);

#endif
